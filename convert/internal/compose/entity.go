package compose

import (
	"slices"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/inline/entity"
	"github.com/ntoso/ntoso/convert/internal/inline/person"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// withEntities adds the markup of what running text names to the ranges. A citation or an opening phrase says more than a
// name in it: what overlaps one is left out.
func (c *composer) withEntities(t *layout.Text, ranges []inline.Range) []inline.Range {
	ranges = c.withPersons(t, ranges)
	taken := slices.Clone(ranges)
	slices.SortFunc(taken, func(a, b inline.Range) int { return a.Start - b.Start })
	covered := 0 // the end of what begins before the end of the entity at hand
	ctx := entity.Context{Organ: c.organ(), Session: c.sessionNumber()}
	for _, e := range entity.Find(t.Flat.Text, c.Words, ctx) {
		for len(taken) > 0 && taken[0].Start < e.End {
			covered = max(covered, taken[0].End)
			taken = taken[1:]
		}
		if covered <= e.Start {
			ranges = append(ranges, c.entity(e))
		}
	}
	return ranges
}

// withPersons adds the markup of the persons that running text names to the ranges, where nothing else stands.
func (c *composer) withPersons(t *layout.Text, ranges []inline.Range) []inline.Range {
	for _, p := range person.Find(t.Flat.Text, c.Lang) {
		overlaps := func(r inline.Range) bool { return r.Start < p.End && p.Start < r.End }
		if !slices.ContainsFunc(ranges, overlaps) {
			ranges = append(ranges, c.person(t.Flat.Text, p))
		}
	}
	return ranges
}

// person is the element of a person, with the office that the text gives.
func (c *composer) person(text string, p person.Person) inline.Range {
	name := strings.Join(strings.Fields(text[p.Start:p.End]), " ")
	as := ""
	if p.Office != "" {
		as = c.terms.role(p.Office)
	}
	return span(p.Start, p.End, "person", "refersTo", c.terms.named("TLCPerson", "person", name), "as", as)
}

// entity is the element of an entity, which refers to its entry in the ontology.
func (c *composer) entity(e entity.Entity) inline.Range {
	return inline.Range{Start: e.Start, End: e.End, Rank: rankPart, New: func(*etree.Element) *etree.Element {
		element := etree.NewElement(e.Class.String())
		set(element, "refersTo", c.entry(e), "normalized", e.Value)
		return element
	}}
}

// entry is the reference to the entry of an entity in the ontology.
func (c *composer) entry(e entity.Entity) string {
	switch e.Class {
	case entity.Organization:
		return c.terms.organization(e.ID, e.Name)
	case entity.Quantity:
		return c.terms.concept(e.ID)
	}
	class := e.Class.String()
	return c.terms.add("TLC"+strings.ToUpper(class[:1])+class[1:], class, e.ID, e.Name)
}
