package convert

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

// An Aligned is one paragraph in several language versions of a document.
type Aligned struct {
	// EID is the identifier that the paragraph has in all versions: para_12__list_1__point_a. What has no identifier of
	// its own, such as the title, has that of its part with the name of the element: preface__docTitle. Where the
	// versions do not have the same headings it is that of the first version that has the paragraph.
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
	// Label is the printed number, letter or name, empty where there is none: "12.", "(a)", "Annex".
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
// paragraphs, items, headings and notes. A heading that one version lacks parts nothing: where each number stands once
// in every version, the sections around it are left out of account. They come in the order of the first document; what only others have comes
// after what precedes it there. The documents must be versions of one work (their FRBRWork is the same, or unknown),
// each in a language of its own; otherwise the error is an [*AlignError]. The documents are not changed.
func Align(docs ...*akn.Document) ([]Aligned, error) {
	if err := versions(docs); err != nil {
		return nil, err
	}
	versions := make([][]alignable, len(docs))
	for i, doc := range docs {
		versions[i] = slices.Collect(paragraphs(doc.Main()))
	}
	a := &aligner{count: len(docs), at: map[string]int{}, restarted: restarted(versions)}
	for i, doc := range docs {
		a.add(i, doc.Statement().Expression().Language(), versions[i])
	}
	return a.aligned, nil
}

// restarted are the trunks of the document, its body and its attachments, in which a version has paragraphs that differ
// in the sections around them alone: their numbers begin anew with every section.
func restarted(versions [][]alignable) map[string]bool {
	trunks := map[string]bool{}
	for _, version := range versions {
		ids := map[string]string{}
		for _, p := range version {
			trunk, key := unsectioned(p.id)
			if other, ok := ids[key]; ok && other != p.id {
				trunks[trunk] = true
			}
			ids[key] = p.id
		}
	}
	return trunks
}

// sectionSteps are the types of the steps of sections in an identifier.
var sectionSteps = []string{"part_", "sec_", "title_", "dvs_"}

// unsectioned is the identifier of a paragraph or what is in it without the steps of the sections around it, and what
// stands before them.
func unsectioned(id string) (trunk, key string) {
	steps := strings.Split(id, "__")
	para := slices.IndexFunc(steps, func(step string) bool { return strings.HasPrefix(step, "para_") })
	if para < 0 {
		return "", id
	}
	isSection := func(step string) bool {
		return slices.ContainsFunc(sectionSteps, func(kind string) bool { return strings.HasPrefix(step, kind) })
	}
	before := slices.DeleteFunc(slices.Clone(steps[:para]), isSection)
	return strings.Join(before, "__"), strings.Join(append(before, steps[para:]...), "__")
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
	const unknown = "/" + akn.UnknownDate + "/"
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
	keys    []string       // of the paragraphs in aligned: the identifiers by which they are paired
	at      map[string]int // place of each key in aligned
	next    int            // where a paragraph goes that the documents before do not have
	// restarted are the trunks in which sections are part of the key.
	restarted map[string]bool
}

// add pairs the paragraphs of one document with those of the documents before it.
func (a *aligner) add(i int, lang string, version []alignable) {
	a.next = 0
	seen := map[string]int{}
	for _, p := range version {
		if seen[p.id]++; seen[p.id] > 1 {
			p.id = fmt.Sprintf("%s__%d", p.id, seen[p.id])
		}
		at := a.place(p)
		a.aligned[at].Segments[i] = Segment{Language: lang, Label: p.label, Text: p.text}
		a.next = at + 1
	}
}

// place is the place of a paragraph, with room made for one that no document before has.
func (a *aligner) place(p alignable) int {
	key := a.key(p.id)
	if at, ok := a.at[key]; ok {
		return at
	}
	a.aligned = slices.Insert(a.aligned, a.next, Aligned{p.id, p.kind, make([]Segment, a.count)})
	a.keys = slices.Insert(a.keys, a.next, key)
	for n := a.next; n < len(a.keys); n++ {
		a.at[a.keys[n]] = n
	}
	return a.next
}

// introduction matches the end of the identifier of a text that introduces a list.
var introduction = regexp.MustCompile(`__list_\d+__intro$`)

// key is what the identifiers of a paragraph have in common in versions of which one lacks a heading, or a list.
func (a *aligner) key(id string) string {
	trunk, key := unsectioned(id)
	if a.restarted[trunk] {
		key = id
	}
	return introduction.ReplaceAllString(key, "")
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
		if akn.Attr(e, "refersTo") == "#adoption" {
			id += "__adoption" // below the number, which is the title
		}
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

// labelOf is the printed label of a paragraph, item, section or annex whose first text e is.
func labelOf(e *etree.Element) string {
	up := ancestor(e, "authorialNote", "point", "item", "paragraph", "section", "part", "title", "division", "container", "attachment")
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
