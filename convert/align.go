package convert

import (
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

// An Aligned is one paragraph in several language versions of a document.
type Aligned struct {
	// EID is the identifier that the paragraph has in all versions: para_12__list_1__point_a. What has no identifier of
	// its own, such as the title, has that of its part with the name of the element: preface__docTitle.
	EID string
	// Kind says what the paragraph is: title, formula, recital, paragraph, item, heading, note or text.
	Kind string
	// Segments are the texts, one for each document in the order in which they were given. Where a version lacks the
	// paragraph, its segment is the zero value.
	Segments []Segment
}

// Whole reports whether all versions have the paragraph.
func (a Aligned) Whole() bool { return !slices.Contains(a.Segments, Segment{}) }

// A Segment is a paragraph in one language.
type Segment struct {
	// Language is the ISO 639-2/T code of the version.
	Language string
	// Label is the printed number or letter, empty where there is none: "12.", "(a)".
	Label string
	// Text is the text without notes, white space in it as single spaces.
	Text string
}

// An AlignError says why documents are not language versions of one work.
type AlignError struct {
	// Document is the index of the document that does not fit.
	Document int
	// Reason says what is wrong: "nil", "work", "language".
	Reason string
	// Want and Got are the values that differ.
	Want, Got string
}

// Error says which document does not fit and why.
func (e *AlignError) Error() string {
	switch e.Reason {
	case "nil":
		return fmt.Sprintf("convert: document %d is empty", e.Document)
	case "language":
		return fmt.Sprintf("convert: document %d is in the same language as another: %s", e.Document, e.Got)
	}
	return fmt.Sprintf("convert: document %d is a version of %s, not of %s", e.Document, e.Got, e.Want)
}

// Align pairs the paragraphs of language versions of one document by their eIds: titles, enacting words, recitals,
// paragraphs, items, headings and notes. They come in the order of the first document; what only others have comes
// after what precedes it there. The documents must be versions of one work (their FRBRWork is the same, or unknown),
// each in a language of its own; otherwise the error is an [*AlignError]. The documents are not changed.
func Align(docs ...*akn.Document) ([]Aligned, error) {
	if err := versions(docs); err != nil {
		return nil, err
	}
	a := &aligner{count: len(docs), at: map[string]int{}}
	for i, doc := range docs {
		a.add(i, doc)
	}
	return a.aligned, nil
}

// versions checks that the documents are language versions of one work.
func versions(docs []*akn.Document) error {
	languages := map[string]bool{}
	var work string
	for i, doc := range docs {
		if doc == nil || doc.Root() == nil {
			return &AlignError{Document: i, Reason: "nil"}
		}
		switch this := workOf(doc); {
		case work == "":
			work = this
		case this != "" && !sameWork(work, this):
			return &AlignError{Document: i, Reason: "work", Want: work, Got: this}
		}
		lang := doc.Statement().Expression().Language()
		if languages[lang] {
			return &AlignError{Document: i, Reason: "language", Got: lang}
		}
		languages[lang] = true
	}
	return nil
}

// workOf is the name of the work, empty where its number is not known.
func workOf(doc *akn.Document) string {
	uri := doc.Statement().Work().URI()
	if uri == "" || strings.HasSuffix(strings.TrimSuffix(uri, "/"), "/nn") {
		return ""
	}
	return uri
}

// sameWork reports whether two names are of one work: they are equal but for a date that one of them does not know.
func sameWork(a, b string) bool {
	const unknown = "/0001-01-01/"
	if strings.Contains(a, unknown) {
		a, b = b, a
	}
	head, tail, ok := strings.Cut(b, unknown)
	if !ok {
		return a == b
	}
	return strings.HasPrefix(a, head+"/") && strings.HasSuffix(a, "/"+tail)
}

// An aligner collects the paragraphs of the documents.
type aligner struct {
	aligned []Aligned
	count   int            // of the documents
	at      map[string]int // place of each identifier in aligned
	next    int            // where a paragraph goes that the documents before do not have
}

// add pairs the paragraphs of one document with those of the documents before it.
func (a *aligner) add(i int, doc *akn.Document) {
	a.next = 0
	lang := doc.Statement().Expression().Language()
	seen := map[string]int{}
	for p := range paragraphs(doc.Main()) {
		if seen[p.id]++; seen[p.id] > 1 {
			p.id = fmt.Sprintf("%s__%d", p.id, seen[p.id])
		}
		a.place(p)
		a.aligned[a.at[p.id]].Segments[i] = Segment{Language: lang, Label: p.label, Text: p.text}
		a.next = a.at[p.id] + 1
	}
}

// place makes room for a paragraph that no document before has.
func (a *aligner) place(p alignable) {
	if _, ok := a.at[p.id]; ok {
		return
	}
	if a.next == len(a.aligned) {
		a.at[p.id] = a.next
		a.aligned = append(a.aligned, Aligned{p.id, p.kind, make([]Segment, a.count)})
		return
	}
	a.aligned = slices.Insert(a.aligned, a.next, Aligned{p.id, p.kind, make([]Segment, a.count)})
	for n := a.next; n < len(a.aligned); n++ {
		a.at[a.aligned[n].EID] = n
	}
}

// An alignable is a paragraph of one document.
type alignable struct{ id, kind, label, text string }

// paragraphs yields the paragraphs of a document, notes after the paragraph that calls them.
func paragraphs(main *etree.Element) func(yield func(alignable) bool) {
	return func(yield func(alignable) bool) {
		if main == nil {
			return
		}
		for e := range akn.All(main) {
			p, ok := paragraphOf(e)
			if ok && p.text != "" && !yield(p) {
				return
			}
		}
	}
}

// paragraphOf reads the element if it holds the text of a paragraph.
func paragraphOf(e *etree.Element) (alignable, bool) {
	part := partOf(e)
	switch akn.Local(e) {
	case "p":
		if part == "coverPage" || part == "conclusions" || titled(e) {
			return alignable{}, false // the title speaks for itself
		}
	case "heading", "subheading":
	case "docTitle":
		if part == "coverPage" {
			return alignable{}, false
		}
	default:
		return alignable{}, false
	}
	holder := e
	for (akn.Attr(holder, "eId") == "" || akn.Local(holder) == "content") && holder.Parent() != nil {
		holder = holder.Parent()
	}
	id := akn.Attr(holder, "eId")
	if id == "" || akn.Local(e) == "docTitle" {
		id = part + "__" + akn.Local(e)
		if c := ancestor(e, "component"); c != nil {
			id = akn.Attr(c, "eId") + "__" + id
		}
	}
	return alignable{id, kindOfParagraph(e), labelOf(e), akn.Text(e)}, part != "meta"
}

// titled reports whether the paragraph holds a title.
func titled(p *etree.Element) bool {
	for e := range akn.All(p) {
		if akn.Local(e) == "docTitle" && partOf(e) == "preface" {
			return true
		}
	}
	return false
}

// ancestor is the innermost element around e that has one of the names.
func ancestor(e *etree.Element, names ...string) *etree.Element {
	for up := e.Parent(); up != nil; up = up.Parent() {
		if slices.Contains(names, akn.Local(up)) {
			return up
		}
	}
	return nil
}

// partOf is the part of the document in which the element stands.
func partOf(e *etree.Element) string {
	return akn.Local(ancestor(e, "meta", "coverPage", "preface", "preamble", "mainBody", "amendmentBody", "conclusions", "attachment"))
}

// kinds are the kinds of paragraphs by the innermost element that says it.
var kinds = map[string]string{
	"authorialNote": "note", "formula": "formula", "container": "recital", "point": "item", "item": "item", "paragraph": "paragraph",
}

func kindOfParagraph(e *etree.Element) string {
	switch name := akn.Local(e); {
	case name == "docTitle":
		return "title"
	case name != "p":
		return "heading"
	}
	if up := ancestor(e, "authorialNote", "formula", "container", "point", "item", "paragraph"); up != nil {
		return kinds[akn.Local(up)]
	}
	return "text"
}

// labelOf is the printed label of a paragraph, item or section whose first text e is.
func labelOf(e *etree.Element) string {
	up := ancestor(e, "authorialNote", "point", "item", "paragraph", "section", "part", "title", "division", "container")
	if up == nil || akn.Local(up) == "authorialNote" || firstText(up) != e {
		return ""
	}
	return akn.Text(akn.First(up, "num"))
}

// firstText is the first heading or paragraph in the element.
func firstText(e *etree.Element) *etree.Element {
	for child := range akn.All(e) {
		if name := akn.Local(child); name == "p" || name == "heading" {
			return child
		}
	}
	return nil
}
