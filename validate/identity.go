package validate

import (
	"bytes"
	"fmt"
	"hash/maphash"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// ids are the values that must be unique, as hashes of 64 bits under a seed of this check: two values that differ are taken
// for equal once in 2^64 pairs, and nobody can aim for it.
type ids struct {
	seed     maphash.Seed
	seeded   bool
	slots    []uniqueSlot
	document idSet       // xs:ID, unique in the whole document
	refs     []reference // xs:IDREF, to be found in document
	buf      []byte
}

// uniqueSlot is an attribute that must be unique among the descendants of certain elements. Scopes inside a scope need
// no set of their own: what is twice in the inner one is twice in the outer one.
type uniqueSlot struct {
	attr  schema.Symbol
	depth int // of the outermost open scope, -1 if there is none
	set   idSet
}

type reference struct {
	hash  uint64
	place Place
	value string
}

func (d *ids) hash(b []byte) uint64 {
	if !d.seeded {
		d.seed, d.seeded = maphash.MakeSeed(), true
	}
	return max(maphash.Bytes(d.seed, b), 1)
}

// track says whether an attribute must be unique where the document is now.
func (d *ids) track(attr schema.Symbol) bool {
	for i := range d.slots {
		if d.slots[i].attr == attr {
			return d.slots[i].depth >= 0
		}
	}
	return false
}

func (d *ids) slot(attr schema.Symbol) *uniqueSlot {
	for i := range d.slots {
		if d.slots[i].attr == attr {
			return &d.slots[i]
		}
	}
	d.slots = append(d.slots, uniqueSlot{attr: attr, depth: -1})
	return &d.slots[len(d.slots)-1]
}

// enterScope begins the identity constraints of an element.
func (c *checker) enterScope(elem *schema.Element) {
	for _, constraint := range elem.Constraints {
		attr, simple := constraint.EveryDescendant()
		if !simple || constraint.Kind != schema.Unique {
			c.openConstraint(constraint)
			continue
		}
		if s := c.ids.slot(attr); s.depth < 0 {
			s.depth = len(c.frames) - 1
		}
	}
}

// leaveScope ends those of the element at a depth.
func (c *checker) leaveScope(depth int) {
	for i := range c.ids.slots {
		if s := &c.ids.slots[i]; s.depth == depth {
			s.depth = -1
			s.set.clear()
		}
	}
}

// identify judges an attribute that must be unique.
func (c *checker) identify(decl *schema.Attr, a *xmlscan.Attr) {
	s := c.ids.slot(decl.Symbol)
	c.ids.buf = decl.Type.AppendCanonical(c.ids.buf[:0], a.Value)
	if line := s.set.add(c.ids.hash(c.ids.buf), c.scan.Line(c.scan.Offset)); line > 0 {
		if c.inCopy(a) {
			return
		}
		c.find("AKN1401", c.place(a.ValueOffset), Finding{
			Message: fmt.Sprintf("the %s %q is taken: the element at line %d has it", clip(a.Raw), clip(a.Value), line),
			Fix:     fmt.Sprintf("give one of the two another %s", clip(a.Raw)),
		})
	}
}

// inCopy says whether an eId continues that of an element around it which is taken, too: then a whole part was copied, and
// that is reported at its head.
func (c *checker) inCopy(a *xmlscan.Attr) bool {
	top := len(c.frames) - 1
	c.frames[top].flags |= copied
	end := c.frames[top].eids
	for i := top - 1; i >= 0; i-- {
		head := c.eids[c.frames[i].eids:end]
		if len(head) > 0 {
			return c.frames[i].flags&copied != 0 && bytes.HasPrefix(a.Value, head) && bytes.HasPrefix(a.Value[len(head):], []byte("__"))
		}
	}
	return false
}

// documentID judges a value of type xs:ID, and keeps the references of type xs:IDREF until the end.
func (c *checker) documentID(role schema.IDRole, value []byte, offset int64) {
	if role == schema.IsIDREF {
		for _, item := range fieldsOf(value) {
			c.ids.refs = append(c.ids.refs, reference{c.ids.hash(item), c.place(offset), clip(item)})
		}
		return
	}
	items := fieldsOf(value)
	if len(items) != 1 {
		return
	}
	if line := c.ids.document.add(c.ids.hash(items[0]), c.scan.Line(c.scan.Offset)); line > 0 {
		c.find("AKN1402", c.place(offset), Finding{
			Message: fmt.Sprintf("the id %q is taken: the element at line %d has it", clip(value), line),
			Fix:     "give one of the two another id",
		})
	}
}

// danglingReferences reports xs:IDREF values that no xs:ID answers.
func (c *checker) danglingReferences() {
	for _, r := range c.ids.refs {
		if !c.ids.document.has(r.hash) {
			c.find("AKN1403", r.place, Finding{Message: fmt.Sprintf("no element of the document has the id %q", r.value)})
		}
	}
}

// fieldsOf splits a list of values at white space.
func fieldsOf(b []byte) (items [][]byte) {
	start := -1
	for i, c := range b {
		white := c == ' ' || c == '\t' || c == '\n' || c == '\r'
		switch {
		case white && start >= 0:
			items = append(items, b[start:i])
			start = -1
		case !white && start < 0:
			start = i
		}
	}
	if start >= 0 {
		items = append(items, b[start:])
	}
	return items
}

// idSet is a set of hashes with the line where each was seen first: 12 bytes a slot, at least two fifths of them filled
// once it has grown, so at most 30 bytes an id.
type idSet struct {
	hashes []uint64 // 0 is an empty slot
	lines  []uint32
	n      int
}

const firstSlots = 64

// add puts a hash in. It returns the line where it was seen before, 0 if it is new.
func (s *idSet) add(hash uint64, line int) int {
	if 5*(s.n+1) > 4*len(s.hashes) {
		s.grow()
	}
	i := s.find(hash)
	if s.hashes[i] != 0 {
		return int(s.lines[i])
	}
	s.hashes[i], s.lines[i] = hash, uint32(min(line, 1<<32-1))
	s.n++
	return 0
}

func (s *idSet) has(hash uint64) bool { return s.n > 0 && s.hashes[s.find(hash)] != 0 }

// find returns the slot of a hash, or the empty one where it belongs.
func (s *idSet) find(hash uint64) int {
	mask := uint64(len(s.hashes) - 1)
	i := hash & mask
	for s.hashes[i] != 0 && s.hashes[i] != hash {
		i = (i + 1) & mask
	}
	return int(i)
}

func (s *idSet) grow() {
	old := *s
	size := max(2*len(old.hashes), firstSlots)
	s.hashes, s.lines = make([]uint64, size), make([]uint32, size)
	for i, h := range old.hashes {
		if h != 0 {
			at := s.find(h)
			s.hashes[at], s.lines[at] = h, old.lines[i]
		}
	}
}

func (s *idSet) clear() {
	clear(s.hashes)
	s.n = 0
}
