package convert

import (
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// MaxSize is the default limit of a text's size in bytes. The longest resolutions have half a megabyte; the limit
// leaves room for whole volumes and keeps a mistake from filling the memory.
const MaxSize = 64 << 20

// Options say what the caller knows better than the text. The zero value is useful.
type Options struct {
	// Language is the language of the text as an ISO 639-2/T or 639-1 code ("fra", "fr"). If empty, it is found.
	Language string
	// Dialect is the manner of the plain text: markdown, plain, sentences, pdf-flow or pdf-layout. If empty, it is found.
	Dialect string
	// Symbol is the document's symbol, where the text does not print it or another is wanted.
	Symbol string
	// Actor is the actor in the document's IRI. If empty, it follows from the organ: "unga", "unsc", ...
	Actor string
	// MaxSize is the limit of the text's size in bytes; [MaxSize] if zero.
	MaxSize int
}

// parsed holds the options that have a meaning of their own.
type parsed struct {
	lang    string
	dialect source.Dialect
}

func (o Options) limit() int {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return MaxSize
}

func (o Options) parse() (parsed, error) {
	var p parsed
	if o.Language != "" {
		l := lexicon.For(o.Language)
		switch {
		case l != nil:
			p.lang = l.Lang()
		case len(o.Language) == 3:
			p.lang = o.Language
		default:
			return p, &OptionError{"Language", o.Language, "an ISO 639 code such as fra"}
		}
	}
	if o.Dialect != "" {
		d, ok := source.ParseDialect(o.Dialect)
		if !ok {
			return p, &OptionError{"Dialect", o.Dialect, "markdown, plain, sentences, pdf-flow or pdf-layout"}
		}
		p.dialect = d
	}
	if o.Symbol != "" {
		if _, err := akn.ParseSymbol(o.Symbol); err != nil {
			return p, &OptionError{"Symbol", o.Symbol, "a document symbol such as A/C.3/76/L.5"}
		}
	}
	return p, nil
}
