package validate

import (
	"encoding/binary"
	"fmt"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// Identity constraints of any shape (XSD 1.0 part 1, section 3.11), for schemas other than that of Akoma Ntoso, whose
// own are of the simple shape that ids judge. Paths are matched against the open elements as they come; no tree is
// needed.

// scope is an open element with an identity constraint.
type scope struct {
	constraint *schema.Constraint
	depth      int // of the element
	serial     int // of the element
	selected   []selection
	keys       map[uint64]int // the line of each key
	refs       []reference
}

// selection is an open element that the constraint selects.
type selection struct {
	depth  int
	values [][]byte // by field, nil for none yet
}

// closedKeys are the keys of a scope that has ended, for key references around it.
type closedKeys struct {
	constraint *schema.Constraint
	serial     int
	keys       map[uint64]int
}

// openConstraint begins a constraint of the innermost element.
func (c *checker) openConstraint(constraint *schema.Constraint) {
	c.scopes = append(c.scopes, scope{
		constraint: constraint, depth: len(c.frames) - 1, serial: c.serial, keys: map[uint64]int{},
	})
}

// selectStart looks at a start tag for every open constraint.
func (c *checker) selectStart() {
	depth := len(c.frames) - 1
	for i := range c.scopes {
		s := &c.scopes[i]
		if c.anyPath(s.constraint.Selector, s.depth, depth) {
			s.selected = append(s.selected, selection{depth, make([][]byte, len(s.constraint.Fields))})
		}
		for j := range s.selected {
			c.attributeFields(s, &s.selected[j], depth)
		}
	}
}

func (c *checker) anyPath(paths []schema.Path, from, to int) bool {
	for _, p := range paths {
		if p.Attr == nil && c.matches(p, from, to) {
			return true
		}
	}
	return false
}

// matches says whether the open elements behind one depth, up to another, are those of a path.
func (c *checker) matches(p schema.Path, from, to int) bool {
	steps := len(p.Steps)
	if to-from < steps || !p.Descend && to-from != steps {
		return false
	}
	for i, step := range p.Steps {
		if !c.stepMatches(step, c.frames[to-steps+1+i].sym) {
			return false
		}
	}
	return true
}

func (c *checker) stepMatches(step schema.Step, sym schema.Symbol) bool {
	switch {
	case step.AnyName:
		return true
	case step.Name.Local == "*":
		return sym != 0 && c.schema.NameOf(sym).Space == step.Name.Space
	}
	return sym != 0 && sym == step.Symbol
}

// attributeFields takes the fields that are attributes of the current start tag.
func (c *checker) attributeFields(s *scope, sel *selection, depth int) {
	for i, paths := range s.constraint.Fields {
		for _, p := range paths {
			if p.Attr == nil || !c.matches(p, sel.depth, depth) {
				continue
			}
			for j := range c.scan.Attrs {
				if a := &c.scan.Attrs[j]; p.Attr.Matches(a.Space, a.Local()) {
					c.takeField(s, sel, i, c.canonicalAttr(a))
				}
			}
		}
	}
}

func (c *checker) canonicalAttr(a *xmlscan.Attr) []byte {
	top := &c.frames[len(c.frames)-1]
	if top.typ != nil {
		if decl := top.typ.AttrSymbol(c.symbol(&a.Name)); decl != nil && decl.Type.Check(a.Value) == nil {
			return decl.Type.AppendCanonical([]byte{}, a.Value)
		}
	}
	return append([]byte{}, a.Value...)
}

// selectEnd looks at an end tag for every open constraint: it takes fields that are texts, and judges what is whole.
func (c *checker) selectEnd() {
	depth := len(c.frames) - 1
	top := &c.frames[depth]
	for i := range c.scopes {
		s := &c.scopes[i]
		for j := range s.selected {
			c.textFields(s, &s.selected[j], top, depth)
		}
		for n := len(s.selected); n > 0 && s.selected[n-1].depth == depth; n-- {
			c.complete(s, s.selected[n-1].values)
			s.selected = s.selected[:n-1]
		}
	}
	c.closeConstraints(depth)
}

func (c *checker) textFields(s *scope, sel *selection, top *frame, depth int) {
	if top.typ == nil || top.typ.Kind != schema.ContentSimple {
		return
	}
	for i, paths := range s.constraint.Fields {
		if c.anyPath(paths, sel.depth, depth) {
			value := append([]byte{}, c.value...)
			if top.typ.Simple.Check(value) == nil {
				value = top.typ.Simple.AppendCanonical([]byte{}, value)
			}
			c.takeField(s, sel, i, value)
		}
	}
}

func (c *checker) takeField(s *scope, sel *selection, field int, value []byte) {
	if sel.values[field] != nil {
		c.find("AKN1404", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("%s: a field has two values", constraintName(s.constraint))})
	}
	sel.values[field] = value
}

func constraintName(k *schema.Constraint) string { return k.Kind.String() + " " + k.Name.Local }

// complete judges a selected element at its end.
func (c *checker) complete(s *scope, values [][]byte) {
	var key []byte
	shown := ""
	for _, v := range values {
		if v == nil {
			if s.constraint.Kind == schema.Key {
				c.find("AKN1404", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("<%s> has no value for %s", clip(c.scan.Name.Raw), constraintName(s.constraint))})
			}
			return
		}
		key = append(binary.AppendUvarint(key, uint64(len(v))), v...)
		if shown != "" {
			shown += ", "
		}
		shown += clip(v)
	}
	hash := c.ids.hash(key)
	if s.constraint.Kind == schema.KeyRef {
		s.refs = append(s.refs, reference{hash, c.place(c.scan.Offset), shown})
		return
	}
	line := c.scan.Line(c.scan.Offset)
	if first, taken := s.keys[hash]; taken {
		c.find("AKN1401", c.place(c.scan.Offset), Finding{
			Message: fmt.Sprintf("the value %q of %s is taken: the element that ends at line %d has it", shown, constraintName(s.constraint), first),
		})
		return
	}
	s.keys[hash] = line
}

// closeConstraints ends the constraints of the element at a depth: key references are resolved now.
func (c *checker) closeConstraints(depth int) {
	n := len(c.scopes)
	for n > 0 && c.scopes[n-1].depth == depth {
		n--
	}
	ended := c.scopes[n:]
	for i := range ended {
		if s := &ended[i]; s.constraint.Kind != schema.KeyRef {
			c.closed = append(c.closed, closedKeys{s.constraint, s.serial, s.keys})
		}
	}
	for i := range ended {
		if s := &ended[i]; s.constraint.Kind == schema.KeyRef {
			c.resolveKeys(s)
		}
	}
	if c.scopes = c.scopes[:n]; n == 0 {
		c.closed = c.closed[:0]
	}
}

// resolveKeys looks each reference up among the keys of the element and of those inside it.
func (c *checker) resolveKeys(s *scope) {
	for _, r := range s.refs {
		found := false
		for _, k := range c.closed {
			if k.constraint == s.constraint.Refer && k.serial >= s.serial {
				_, here := k.keys[r.hash]
				found = found || here
			}
		}
		if !found {
			c.find("AKN1404", r.place, Finding{Message: fmt.Sprintf("the value %q of %s is no value of %s", r.value, constraintName(s.constraint), s.constraint.Refer.Name.Local)})
		}
	}
}
