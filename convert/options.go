package convert

import (
	"math"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// MaxSize is the default limit of a text's size in bytes. The longest resolutions have half a megabyte; the limit
// leaves room for whole volumes and keeps a mistake from filling the memory.
const MaxSize = 64 << 20

// Options say what the caller knows better than the text. The zero value is useful.
type Options struct {
	// Language is the language of the text, in any form that [akn.LanguageOf] knows ("fra", "fre", "fr", "fr-CH"). If
	// empty, it is found. Of another language than the six, no words are known: little is recognised.
	Language string
	// Dialect is the manner of the plain text: markdown, plain, sentences, pdf-flow or pdf-layout. If empty, it is found.
	Dialect string
	// Symbol is the document's symbol, where the text does not print it or another is wanted. It says what the document
	// is, too: of a draft, a resolution, a decision. Where the text says otherwise, the report remarks on it.
	Symbol string
	// Actor is the actor in the document's IRI, one step of letters, digits and hyphens, such as "un-ga". If empty, it
	// follows from the organ: "unga", "unsc", ...
	Actor string
	// Limits bound what is accepted.
	Limits Limits
}

// Limits bound what a text may have. A zero field means the constant of its name ([MaxSize]), a negative one no limit, as in
// packages akn and validate.
type Limits struct {
	Size int // bytes of the text
}

// parsed holds the options that have a meaning of their own.
type parsed struct {
	lang    string
	dialect source.Dialect
	symbol  akn.Symbol
}

func (o Options) limit() int {
	switch size := o.Limits.Size; {
	case size == 0:
		return MaxSize
	case size < 0:
		return math.MaxInt
	default:
		return size
	}
}

func (o Options) parse() (parsed, error) {
	var p parsed
	if o.Language != "" {
		l, ok := akn.LanguageOf(o.Language)
		if !ok {
			return p, &OptionError{Option: "Language", Value: o.Language, Expected: "an ISO 639 code such as fra"}
		}
		p.lang = l.Code
	}
	if o.Dialect != "" {
		d, ok := source.ParseDialect(o.Dialect)
		if !ok {
			return p, &OptionError{Option: "Dialect", Value: o.Dialect, Expected: "markdown, plain, sentences, pdf-flow or pdf-layout"}
		}
		p.dialect = d
	}
	if o.Symbol != "" {
		s, err := akn.ParseSymbol(o.Symbol)
		if err != nil {
			return p, &OptionError{Option: "Symbol", Value: o.Symbol, Expected: "a document symbol such as A/C.3/76/L.5", Err: err}
		}
		p.symbol = s
	}
	if o.Actor != "" && !isStep(o.Actor) {
		return p, &OptionError{Option: "Actor", Value: o.Actor, Expected: "one step of an IRI such as un-ga"}
	}
	return p, nil
}

// isStep reports whether an actor can stand in the name of a work, and is one step of it. The document is named, and
// its author referred to, by the actor: what no IRI and no eId can hold would break both.
func isStep(actor string) bool {
	iri, err := akn.WorkName{Subtype: "deliberation", Actor: actor, Date: akn.UnknownDate, Number: "nn"}.IRI()
	return err == nil && iri.Actor() == actor
}
