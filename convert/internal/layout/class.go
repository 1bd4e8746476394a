package layout

import (
	"strings"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// classify names the class of the document from what its masthead, symbol and body say.
func (r *Resolution) classify() {
	r.Class = r.classOf()
	if r.Class == "document" && len(r.Cover)+len(r.Preface)+len(r.Body) > 0 {
		r.remark(NoResolution, 0, "the text is no resolution or decision; its texts are plain")
	}
}

func (r *Resolution) classOf() string {
	if f := r.field(Sponsors); f != nil {
		return draftClass(f.Line.Value)
	}
	if f := r.slot(lexicon.AdoptedHeading); f != nil && f.Line.Value != "" {
		return f.Line.Value
	}
	if s, ok := r.Symbol(); ok {
		switch {
		case s.Kind() == akn.KindPresidentialStatement:
			return "presidentialStatement"
		case s.IsResolution():
			return "resolution"
		case s.IsAdopted():
			return "decision"
		case s.IsDraft() && r.enacts():
			return "draftResolution"
		}
	}
	switch {
	case r.slot(lexicon.PresidentialStatement) != nil:
		return "presidentialStatement"
	case r.decides():
		return "decision"
	case r.numberedAs(lexicon.Decision):
		return "decision"
	case r.numberedAs(lexicon.Resolution), r.enacts(), len(r.Recitals) > 0, r.hasParagraphs():
		return "resolution"
	case r.slot(lexicon.Decision) != nil:
		return "decision"
	}
	return "document"
}

// draftClass is the class of a draft of the given kind; a revised draft has that of the draft.
func draftClass(kind string) string {
	base := strings.TrimPrefix(kind, "revised")
	return strings.ToLower(base[:1]) + base[1:]
}

// numberedAs reports whether the text has a line with its number and what it is.
func (r *Resolution) numberedAs(slot lexicon.Slot) bool {
	f := r.field(NumberedAs)
	return f != nil && f.Line.Slot == slot
}

// enacts reports whether the text has enacting words.
func (r *Resolution) enacts() bool { return r.Formula != nil || len(r.Letters) > 0 }

func (r *Resolution) hasParagraphs() bool {
	for _, n := range r.Body {
		if n.Kind == Paragraph {
			return true
		}
	}
	return false
}

func (r *Resolution) numberedTitle() bool {
	f := r.field(Title)
	return f != nil && f.Number != ""
}

// PrintedSymbol is the symbol as the masthead prints it, without an asterisk; empty where there is none.
func (r *Resolution) PrintedSymbol() string {
	if f := r.field(Symbol); f != nil {
		return strings.TrimRight(strings.TrimSpace(f.Text.Flat.Text), "*")
	}
	return ""
}

// Symbol is the symbol that the masthead prints.
func (r *Resolution) Symbol() (akn.Symbol, bool) {
	s, err := akn.ParseSymbol(r.PrintedSymbol())
	return s, err == nil
}

// symbolHeads are what the symbols of the organs' adopted texts begin with.
var symbolHeads = map[string]string{"unga": "A/", "unsc": "S/", "ecosoc": "E/", "hrc": "A/HRC/"}

// adoptedHeads are what follows for each class of adopted texts.
var adoptedHeads = map[string]string{"resolution": "RES/", "decision": "DEC/"}

// NumberedSymbol is the canonical symbol of an adopted text that prints the number alone: its organ and class say the
// rest. A decision without enacting words is the General Assembly's.
func (r *Resolution) NumberedSymbol() (akn.Symbol, bool) {
	organ := r.Organ
	if organ == "" && r.decides() {
		organ = "unga"
	}
	head, kind := symbolHeads[organ], adoptedHeads[r.Class]
	if head == "" || kind == "" {
		return akn.Symbol{}, false
	}
	s, err := akn.ParseSymbol(head + kind + strings.TrimSuffix(r.number(), "."))
	return s, err == nil && s.IsAdopted()
}

// number is the number of an adopted text, before its title or in a line of its own.
func (r *Resolution) number() string {
	if f := r.field(Title); f != nil && f.symbol != "" {
		return f.symbol
	} else if f != nil && f.Number != "" {
		return f.Number
	}
	if f := r.field(NumberedAs); f != nil {
		return f.Line.Value
	}
	return ""
}

// field is the first field of the kind.
func (r *Resolution) field(kind FieldKind) *Field {
	for _, list := range [][]*Field{r.Cover, r.Preface} {
		for _, f := range list {
			if f.Kind == kind {
				return f
			}
		}
	}
	return nil
}

// slot is the first field with the slot.
func (r *Resolution) slot(slot lexicon.Slot) *Field {
	for _, list := range [][]*Field{r.Cover, r.Preface} {
		for _, f := range list {
			if f.Line.Slot == slot {
				return f
			}
		}
	}
	return nil
}
