package entity

import (
	"cmp"
	"slices"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// Class says what an entity is. The zero value is invalid.
type Class int

// The classes of entities.
const (
	Invalid Class = iota
	Organization
	Role
	Event
	Location
	Quantity
)

var classNames = [...]string{"invalid", "organization", "role", "event", "location", "quantity"}

// String returns the name of the class, which is that of its element in Akoma Ntoso.
func (c Class) String() string {
	if c < 0 || int(c) >= len(classNames) {
		return classNames[Invalid]
	}
	return classNames[c]
}

// An Entity is one mention of something that has a name.
type Entity struct {
	Start, End int
	Class      Class
	State      bool   // the organization is a State; its identifier is its code
	ID         string // the same in all languages
	Name       string // its first name in the lexicon of the language; empty where it has none
	Value      string // of a quantity: its number
}

// Context is what the caller knows about a text.
type Context struct {
	Organ   string // the organ that speaks, "" is taken as the Assembly
	Session int    // session of the Assembly, 0 if unknown
}

// elsewhere reports whether the organ that speaks is not one of the United Nations: it has officers of its own.
func (ctx Context) elsewhere() bool {
	_, ours := kinds()[ctx.Organ]
	return ctx.Organ != "" && !ours
}

// Find returns the entities of a text in text order; they do not overlap.
func Find(text string, words *lexicon.Lexicon, ctx Context) []Entity {
	n := namesOf(words)
	if n == nil {
		return nil
	}
	toks := n.tokenize(text)
	found := n.find(text, toks, ctx)
	found = append(found, n.sessions(text, toks, found, ctx)...)
	found = append(found, n.quantities(text)...)
	slices.SortStableFunc(found, func(a, b Entity) int { return cmp.Compare(a.Start, b.Start) })
	return disjoint(found)
}

// disjoint drops what overlaps an entity before it, and the names that only look like one.
func disjoint(list []Entity) []Entity {
	end := 0
	return slices.DeleteFunc(list, func(e Entity) bool {
		if e.Start < end {
			return true
		}
		end = e.End
		return e.Class == Invalid
	})
}
