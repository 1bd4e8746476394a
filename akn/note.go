package akn

import (
	"strings"

	"github.com/beevik/etree"
)

// Note is a note of the authors, which stands in the tree where it is called.
type Note struct{ View }

func (Note) names() []string { return []string{"authorialNote"} }

// Marker returns the mark it is called by: "1", "*".
func (n Note) Marker() string { return Attr(n.element, "marker") }

// SetMarker sets the mark, also where the note is called again.
func (n Note) SetMarker(marker string) {
	for _, call := range n.Calls() {
		SetAttr(call, "marker", marker)
	}
}

// SetText changes the text of the note, as [Paragraph.SetWords] does.
func (n Note) SetText(text string) error { return setBlock(n.element, n.element, text) }

// Calls returns where the note is called: the note itself first, then each
// noteRef to it.
func (n Note) Calls() []*etree.Element {
	if n.element == nil {
		return nil
	}
	calls := []*etree.Element{n.element}
	if n.EID() == "" {
		return calls
	}
	for ref := range Find(topOf(n.element), "noteRef") {
		if Attr(ref, "href") == "#"+n.EID() {
			calls = append(calls, ref)
		}
	}
	return calls
}

// Block returns the recital, paragraph, point or other such element that the
// note is called in, the innermost one.
func (n Note) Block() *etree.Element {
	if n.element == nil {
		return nil
	}
	return Up(n.element.Parent(), "paragraph", "point", "item", "container", "recital", "formula",
		"section", "part", "title", "division", "attachment", "coverPage", "preface", "conclusions")
}

// topOf returns the outermost element around e.
func topOf(e *etree.Element) *etree.Element {
	for e.Parent() != nil && e.Parent().Tag != "" {
		e = e.Parent()
	}
	return e
}

// NoteRef is another call of a note.
type NoteRef struct{ View }

func (NoteRef) names() []string { return []string{"noteRef"} }

// Href returns the reference to the note: "#authorialNote_1".
func (n NoteRef) Href() string { return Attr(n.element, "href") }

// Marker returns the mark as printed here.
func (n NoteRef) Marker() string { return Attr(n.element, "marker") }

// Note returns the note.
func (n NoteRef) Note() Note {
	id, ok := strings.CutPrefix(n.Href(), "#")
	if !ok || n.element == nil {
		return Note{}
	}
	for e := range Find(topOf(n.element), "authorialNote") {
		if Attr(e, "eId") == id {
			return Note{View{e}}
		}
	}
	return Note{}
}

// Ref is a reference to a document or to a place in one.
type Ref struct{ View }

func (Ref) names() []string { return []string{"ref"} }

// Href returns where it points to.
func (r Ref) Href() string { return Attr(r.element, "href") }

// SetHref sets where it points to.
func (r Ref) SetHref(href string) { SetAttr(r.element, "href", href) }

// IRI returns what it points to as a name of the naming convention.
func (r Ref) IRI() (IRI, error) { return ParseIRI(r.Href()) }

// Title returns the canonical symbol of the document, "" where it has none.
func (r Ref) Title() string { return Attr(r.element, "title") }

// Symbol returns the symbol of the document, the zero Symbol where the
// reference has none.
func (r Ref) Symbol() Symbol {
	s, err := ParseSymbol(r.Title())
	if err != nil {
		return Symbol{}
	}
	return s
}

// SetSymbol sets the title; the zero Symbol removes it. The href is left as
// it is.
func (r Ref) SetSymbol(s Symbol) { SetAttr(r.element, "title", s.String()) }

// RRef is a reference to a range.
type RRef struct{ View }

func (RRef) names() []string { return []string{"rref"} }

// Range returns what the reference goes from and up to.
func (r RRef) Range() (from, upTo string) { return Attr(r.element, "from"), Attr(r.element, "upTo") }

// Date is a date in the text: date or docDate.
type Date struct{ View }

func (Date) names() []string { return []string{"date", "docDate"} }

// ISO returns the date as YYYY-MM-DD.
func (d Date) ISO() string { return Attr(d.element, "date") }

// Concept returns what the date is of, as a reference: "#adoptionDate".
func (d Date) Concept() string { return Attr(d.element, "refersTo") }

// Organization is an organization or State in the text.
type Organization struct{ View }

func (Organization) names() []string { return []string{"organization"} }

// Concept returns which one it is, as a reference: "#ita".
func (o Organization) Concept() string { return Attr(o.element, "refersTo") }

// PageEnd is the end of a printed page.
type PageEnd struct{ View }

func (PageEnd) names() []string { return []string{"eop"} }

// Number returns the number of the page that begins here, as written.
func (p PageEnd) Number() string { return Attr(p.element, "number") }
