// Package layout finds the parts of a resolution in the blocks of a text: masthead, sponsors, title, preamble,
// operative paragraphs, notes, closing, annexes. It knows the United Nations, and its words through the lexicon,
// and nothing of XML.
package layout

import (
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A Resolution is a document in its parts. A text that is no resolution has all its texts in Body.
type Resolution struct {
	Source *source.Document
	// Lang is the language's ISO 639-2/T code, "und" where it is not known; Reason says how it was found.
	Lang, Reason string
	Words        *lexicon.Lexicon

	// Class is the name of the document's class: resolution, draftResolution, ...
	Class string
	// Organ is the organ that speaks, by its identifier in the lexicon. Where the lexicon does not know it, Organ is empty, and
	// OrganName is its name as the enacting words print it, with the article.
	Organ, OrganName string

	Cover    []*Field
	Preface  []*Field
	Formula  *Text
	Recitals []*Recital
	Body     []*Node
	Closing  []*Text
	// ClosingLast reports that the closing is printed after the annexes.
	ClosingLast bool
	Annexes     []*Annex
	// Letters are the resolutions of a document that has several, each with a letter and enacting words of its own. They
	// share the masthead and the notes.
	Letters []*Resolution

	Notes   []*Note
	Remarks []Remark
	// Opening is the number of pages that end before any text.
	Opening int
	// JobNumber is the job number printed at the foot of the first page: "21-14440 (F)".
	JobNumber string
	// Whole reports that the text is kept in one piece, without parts.
	Whole bool

	lettering  lettering
	knownLines map[string]knownLine // by the text
	numbering  string               // the form of the paragraphs' numbers where it is not a stop: 1) or (1)
	given      akn.Symbol           // the caller's, zero where the text's own counts
}

// A Text is running text: a block, or several that page ends have cut apart.
type Text struct {
	Lines []source.Line
	Calls []*Call
	Flat  *inline.Flat
	// Page and LastPage are the pages on which the text begins and ends.
	Page, LastPage int
	// Cell reports that the text shares a printed line with another, or is a table.
	Cell bool
	// Table has the rows of a table; nil where the text is none.
	Table *Table
}

// Start is where the text begins in the source.
func (t *Text) Start() int {
	if n := len(t.Lines); t.Lines[n-1].First {
		return min(t.Lines[0].Start, t.Lines[n-1].Start)
	}
	return t.Lines[0].Start
}

// End is where the text ends in the source.
func (t *Text) End() int {
	n := len(t.Lines)
	if t.Lines[n-1].First {
		n-- // printed before the line above it
	}
	return t.Lines[max(n, 1)-1].End
}

// A Label is the printed number or letter of a paragraph or item.
type Label struct {
	lexicon.Label
	// Printed is the label as a text of its own.
	Printed *Text
}

// A Field is a line or block of the masthead or preface.
type Field struct {
	Text *Text
	Kind FieldKind
	Line lexicon.Line
	// Number is the number printed before a title: "76/82."; the title follows it at TitleStart of the flat text.
	Number     string
	TitleStart int
	symbol     string // Number as symbols have it, where it is printed otherwise
}

// A FieldKind says what a field is.
type FieldKind uint8

// The kinds of fields.
const (
	Unknown FieldKind = iota + 1
	Slot              // as Line.Slot says
	Symbol
	AgendaName
	Title
	TitleNumber // 76/82., with the title in the next field
	Sponsors
	NumberedAs // Resolution 2526 (2020), as a title
	AdoptedAt  // Adopted by the Security Council at ...
	Period     // the days on which a session is held
	Kind       // Note by the Secretariat
)

// A Recital is a preambular paragraph.
type Recital struct {
	Text  *Text
	More  []*Text // before the items
	Items []*Item
	Wrap  []*Text
	// Plain reports a text that stands in the preamble and is no recital.
	Plain bool
}

// An Item is a sub-paragraph.
type Item struct {
	Label *Label
	Text  *Text
	More  []*Text
	Items []*Item
	Wrap  []*Text
}

// A NodeKind says what a node of the body is.
type NodeKind uint8

// The kinds of nodes.
const (
	Paragraph NodeKind = iota + 1
	Section
	Part
	Letter   // a part with a capital letter: AKN's title
	Division // a heading without a number
	Plain
	Instruction // of an amendment; what it inserts as whole paragraphs are its nodes
	Preambular  // a recital that an instruction inserts
)

// A Node is a paragraph, a section or a plain text of the body.
type Node struct {
	Kind  NodeKind
	Label *Label
	// LabelText is the label of a section that stands on lines of its own.
	LabelText *Text
	Text      *Text // of a paragraph or plain text; the heading of a section
	More      []*Text
	Items     []*Item
	Wrap      []*Text
	Nodes     []*Node // of a section or instruction
}

// An Annex is an annex with its heading and body.
type Annex struct {
	Label *Text // "Annex II"; nil for what follows the closing without a heading
	Title []*Text
	Body  []*Node
}

// A Note is a note with the place where it is called.
type Note struct {
	*source.Note
	Text   *Text
	Called bool
	// At is the offset of the first call, and CalledOn the page that it stands on.
	At, CalledOn int
}

// A Call is a place where a note is called.
type Call struct {
	inline.CallSpan
	Note *Note
	// Again reports that the note has been called before.
	Again bool
	Page  int
}

// A Remark says what was not understood, or was left alone, and where.
type Remark struct {
	Code    Code
	Offset  int
	Message string
}

// A Code names a kind of remark.
type Code string

// The kinds of remarks.
const (
	NoteNotCalled   Code = "note-not-called"
	CallWithoutNote Code = "call-without-note"
	NumberBreaks    Code = "number-breaks"
	NotRecognised   Code = "not-recognised"
	NoResolution    Code = "no-resolution"
	Verbatim        Code = "verbatim"
	NoSymbol        Code = "no-symbol"
	NoDate          Code = "no-date"
	LanguageUnknown Code = "language-unknown"
	LanguageDoubt   Code = "language-doubt"
	SymbolDoubt     Code = "symbol-doubt"
	PhraseUnknown   Code = "phrase-unknown"
	PagesMissing    Code = "pages-missing"
	BreaksOff       Code = "breaks-off"
	NoText          Code = "no-text"
	DamagedText     Code = "damaged-text"
	OrganUnknown    Code = "organ-unknown"
	SponsorUnknown  Code = "sponsor-unknown"
)

func (r *Resolution) remark(code Code, offset int, message string) {
	r.Remarks = append(r.Remarks, Remark{code, offset, message})
}

// Texts are all texts in which documents are cited, in the order of the source but for the notes, which come last.
func (r *Resolution) Texts() []*Text {
	var all []*Text
	add := func(texts ...*Text) {
		for _, t := range texts {
			switch {
			case t == nil:
			case t.Table != nil:
				all = append(all, t.Table.texts()...)
			default:
				all = append(all, t)
			}
		}
	}
	var items func([]*Item)
	items = func(list []*Item) {
		for _, i := range list {
			add(i.Text)
			add(i.More...)
			items(i.Items)
			add(i.Wrap...)
		}
	}
	var nodes func([]*Node)
	nodes = func(list []*Node) {
		for _, n := range list {
			add(n.Text)
			add(n.More...)
			items(n.Items)
			add(n.Wrap...)
			nodes(n.Nodes)
		}
	}
	for _, part := range append([]*Resolution{r}, r.Letters...) {
		for _, p := range part.Recitals {
			add(p.Text)
			add(p.More...)
			items(p.Items)
			add(p.Wrap...)
		}
		nodes(part.Body)
		for _, a := range part.Annexes {
			nodes(a.Body)
		}
	}
	for _, n := range r.Notes {
		add(n.Text)
	}
	return all
}
