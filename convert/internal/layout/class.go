package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// classify names the class of the document from what its masthead, symbol and body say.
func (r *Resolution) classify() {
	r.Class = r.classOf()
	if r.Class != "document" || len(r.Cover)+len(r.Preface)+len(r.Body) == 0 {
		return
	}
	message := "the text is no resolution or decision; its texts are plain"
	if hasParagraphs(r.Body) {
		message = "nothing says that the text is a resolution or decision, and its paragraphs do not open as operative ones do"
	}
	r.remark(NoResolution, 0, message)
}

func (r *Resolution) classOf() string {
	printed := r.printedClass()
	if given := r.symbolClass(r.given); given != "" {
		return r.reconcile(given, printed)
	}
	return cmp.Or(printed, r.textClass(), "document")
}

// reconcile is the class of a text whose symbol the caller gives: the caller knows better what it is, and the text which
// kind of draft.
func (r *Resolution) reconcile(given, printed string) string {
	switch {
	case printed == "" || printed == given:
	case isDraft(given) && isDraft(printed):
		return printed
	default:
		r.remark(SymbolDoubt, 0, "the symbol given, "+r.given.String()+", makes the text another ("+inWords(given)+") than it is printed as ("+inWords(printed)+")")
	}
	return given
}

// isDraft reports whether texts of the class have the symbols of drafts.
func isDraft(class string) bool { return strings.HasPrefix(class, "draft") || class == "amendment" }

// inWords is the name of a class as words: "draft resolution".
func inWords(class string) string {
	var b strings.Builder
	for _, c := range class {
		if unicode.IsUpper(c) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

// printedClass is the class that the masthead and the symbol name, empty where they name none.
func (r *Resolution) printedClass() string {
	if f := r.field(Sponsors); f != nil {
		return draftClass(f.Line.Value)
	}
	if f := r.slot(lexicon.AdoptedHeading); f != nil && f.Line.Value != "" {
		return f.Line.Value
	}
	if s, ok := r.Symbol(); ok {
		return r.symbolClass(s)
	}
	return ""
}

// drafts are the classes of the drafts of texts.
var drafts = map[string]string{"resolution": "draftResolution", "decision": "draftDecision"}

// symbolClass is the class that a symbol names, empty where it names none. That of a draft does not say of what; many
// other texts have such symbols, too.
func (r *Resolution) symbolClass(s akn.Symbol) string {
	switch {
	case s.Kind() == akn.KindPresidentialStatement:
		return "presidentialStatement"
	case s.IsResolution():
		return "resolution"
	case s.IsAdopted():
		return "decision"
	case s.IsDraft():
		return drafts[r.textClass()]
	}
	return ""
}

// textClass is the class that the form of the text shows, empty where it shows none.
func (r *Resolution) textClass() string {
	switch {
	case r.slot(lexicon.PresidentialStatement) != nil:
		return "presidentialStatement"
	case r.decides():
		return "decision"
	case r.numberedAs(lexicon.Decision):
		return "decision"
	case r.numberedAs(lexicon.Resolution), r.enacts(), len(r.Recitals) > 0, r.operates():
		return "resolution"
	case r.slot(lexicon.Decision) != nil:
		return "decision"
	}
	return ""
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

// operates reports whether the paragraphs are those of a resolution: the first opens with an operative phrase, or half of
// them do. Any other text can have numbered paragraphs. Those of sections do not count: a resolution that has sections
// has enacting words, and where verbs have one form an agenda below a heading opens as paragraphs do.
func (r *Resolution) operates() bool {
	all, operative := 0, 0
	for _, n := range r.Body {
		if n.Kind != Paragraph {
			continue
		}
		_, ok := r.Words.Operative(n.Text.Flat.Text)
		if all++; ok {
			operative++
		}
		if all == 1 && ok {
			return true
		}
	}
	return operative > 0 && 2*operative >= all
}

// hasParagraphs reports whether there is a paragraph among the nodes or in their sections.
func hasParagraphs(nodes []*Node) bool {
	return slices.ContainsFunc(nodes, func(n *Node) bool { return n.Kind == Paragraph || hasParagraphs(n.Nodes) })
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
