package akn

import (
	"iter"
	"strings"
)

// Keyword is an entry of the classification: an agenda item, a subject.
type Keyword struct{ View }

func (Keyword) names() []string { return []string{"keyword"} }

// Value returns the value: "71 (c)".
func (k Keyword) Value() string { return Attr(k.element, "value") }

// ShowAs returns the title.
func (k Keyword) ShowAs() string { return Attr(k.element, "showAs") }

// Dictionary returns what the value is taken from.
func (k Keyword) Dictionary() string { return Attr(k.element, "dictionary") }

// Concept returns what the keyword is, as a reference: "#agendaItem".
func (k Keyword) Concept() string { return Attr(k.element, "refersTo") }

// TLC is an entry of the references: a person, organization, concept and so
// on that the document names (a top level class of the ontology).
type TLC struct{ View }

func (TLC) names() []string {
	return []string{"TLCPerson", "TLCOrganization", "TLCConcept", "TLCObject", "TLCEvent", "TLCLocation",
		"TLCProcess", "TLCRole", "TLCTerm", "TLCReference"}
}

// Class returns the class without TLC: "Organization".
func (t TLC) Class() string {
	if t.element == nil {
		return ""
	}
	return strings.TrimPrefix(t.element.Tag, "TLC")
}

// Href returns the name in the ontology.
func (t TLC) Href() string { return Attr(t.element, "href") }

// ShowAs returns what it is called.
func (t TLC) ShowAs() string { return Attr(t.element, "showAs") }

// Step is a step of the workflow: submission, adoption.
type Step struct{ View }

func (Step) names() []string { return []string{"step"} }

// Date returns the date as YYYY-MM-DD.
func (s Step) Date() string { return Attr(s.element, "date") }

// By returns who took the step, as a reference.
func (s Step) By() string { return Attr(s.element, "by") }

// As returns in which role, as a reference.
func (s Step) As() string { return Attr(s.element, "as") }

// Outcome returns what came of it, as a reference.
func (s Step) Outcome() string { return Attr(s.element, "outcome") }

// Concept returns what the step is, as a reference.
func (s Step) Concept() string { return Attr(s.element, "refersTo") }

// Publication is the publication of the document.
type Publication struct{ View }

func (Publication) names() []string { return []string{"publication"} }

// Date returns the date as YYYY-MM-DD.
func (p Publication) Date() string { return Attr(p.element, "date") }

// Number returns the number of the publication, as printed.
func (p Publication) Number() string { return Attr(p.element, "number") }

// AlternativeReference is another address for what a reference points to.
type AlternativeReference struct{ View }

func (AlternativeReference) names() []string { return []string{"alternativeReference"} }

// For returns the reference to the element it is for.
func (a AlternativeReference) For() string { return Attr(a.element, "for") }

// Href returns the address.
func (a AlternativeReference) Href() string { return Attr(a.element, "href") }

// Keywords returns the entries of the classifications of the main document.
func (d *Document) Keywords() iter.Seq[Keyword] { return Each[Keyword](d.Meta()) }

// TLCs returns the entries of the references of the main document.
func (d *Document) TLCs() iter.Seq[TLC] { return Each[TLC](d.Meta()) }

// Steps returns the steps of the workflow of the main document.
func (d *Document) Steps() iter.Seq[Step] { return Each[Step](d.Meta()) }

// Publication returns the publication of the main document.
func (d *Document) Publication() Publication { return firstView[Publication](d.Meta(), "publication") }

// TLC returns the entry of the references that a reference such as "#unga"
// points to.
func (d *Document) TLC(ref string) TLC {
	id, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return TLC{}
	}
	for t := range d.TLCs() {
		if t.EID() == id {
			return t
		}
	}
	return TLC{}
}
