package schema

import "strings"

func (n *notation) group(st *statement, name string) *particle {
	if p := n.groups[name]; p != nil {
		return p
	}
	if n.open[name] {
		n.fail(st, "group %s is made of itself", name)
		return nil
	}
	n.open[name] = true
	c := &cursor{n: n, st: st, tokens: st.tokens}
	c.expect("=")
	p := c.choice()
	if len(c.tokens) > 0 {
		c.fail("%q is out of place", c.peek())
	}
	if p == nil {
		return nil
	}
	p = p.named(name)
	n.groups[name] = p
	return p
}

// choice reads alternatives with | between them.
func (c *cursor) choice() *particle {
	return c.items("|", choiceParticle, c.sequence)
}

func (c *cursor) sequence() *particle {
	return c.items(",", sequenceParticle, c.occurring)
}

func (c *cursor) items(sep string, kind particleKind, item func() *particle) *particle {
	p := once(kind, item())
	p.place = c.n.place(c.st)
	for c.skip(sep) {
		p.items = append(p.items, item())
	}
	for _, q := range p.items {
		if q == nil {
			return nil
		}
	}
	if len(p.items) == 1 {
		return p.items[0]
	}
	return p
}

// occurring reads one item and how often it may occur.
func (c *cursor) occurring() *particle {
	p := c.atom()
	if p == nil {
		return nil
	}
	switch {
	case c.skip("?"):
		return p.times(0, 1)
	case c.skip("*"):
		return p.times(0, unbounded)
	case c.skip("+"):
		return p.times(1, unbounded)
	}
	return p
}

func (c *cursor) atom() *particle {
	switch {
	case c.skip("("):
		p := c.choice()
		c.expect(")")
		return p
	case c.skip("%"):
		name := c.word()
		st := c.n.byName["group "+name]
		if st == nil {
			c.fail("there is no group %s", name)
			return nil
		}
		return c.n.group(st, name)
	case c.skip("#foreign"):
		return &particle{kind: wildcardParticle, min: 1, max: 1, wildcard: c.n.foreign(), place: c.n.place(c.st)}
	}
	name := c.word()
	e := c.n.globals[name]
	if e == nil {
		c.fail("there is no element %s", name)
		return nil
	}
	return &particle{kind: elementParticle, min: 1, max: 1, element: e, place: c.n.place(c.st)}
}

func (c *cursor) namedType() {
	name := c.st.names[0]
	t := &Type{Name: Name{c.n.space, name}, place: c.n.place(c.st)}
	if !c.typeBody(t) {
		return
	}
	c.n.named[name] = t
	c.n.s.types = append(c.n.s.types, t)
}

// typeBody reads ": BASE = CONTENT ; ATTRIBUTES".
func (c *cursor) typeBody(t *Type) bool {
	t.Base, t.derivation = c.n.s.builtins["anyType"], byRestriction
	if c.skip(":") {
		base := c.n.typeNamed(c, c.word())
		if base == nil {
			return false
		}
		t.Base, t.derivation, t.Mixed = base, byExtension, base.Mixed
	}
	var own *particle
	if c.skip("=") {
		if c.skip("#text") {
			t.Mixed = true
		}
		if len(c.tokens) > 0 && c.peek() != ";" {
			if own = c.choice(); own == nil {
				return false
			}
			own = c.n.share(own)
		}
	}
	var u uses
	if c.skip(";") {
		c.attributeList(&u)
	}
	c.distinct(t.Base.Attrs, u.attrs)
	if t.derivation == byExtension {
		c.n.extend(t, own, u.attrs, u.any)
	} else {
		c.n.define(t, own, u.attrs, u.any)
	}
	c.n.all = append(c.n.all, t)
	return true
}

// share returns the content model that was first written like this one, so that it is compiled once.
func (n *notation) share(p *particle) *particle {
	var b strings.Builder
	p.write(&b, true)
	if q := n.models[b.String()]; q != nil {
		return q
	}
	n.models[b.String()] = p
	return p
}

// distinct looks for an attribute that a type has twice.
func (c *cursor) distinct(base, own []Attr) {
	for i := range own {
		twice := false
		for j := range base {
			twice = twice || base[j].Name == own[i].Name
		}
		for j := range i {
			twice = twice || own[j].Name == own[i].Name
		}
		if twice {
			c.fail("attribute %s stands twice", own[i].Name)
		}
	}
}

func (n *notation) typeNamed(c *cursor, name string) *Type {
	st := n.byName["type "+name]
	if st == nil {
		c.fail("there is no type %s", name)
		return nil
	}
	n.read(st)
	if n.named[name] == nil {
		c.fail("type %s comes from itself", name)
	}
	return n.named[name]
}

// element reads what follows the names of elements: a type that they have, or one that they share and nobody else has.
func (c *cursor) element() {
	var t *Type
	if len(c.tokens) == 2 && c.skip(":") {
		t = c.n.typeNamed(c, c.word())
	} else {
		t = &Type{place: c.n.place(c.st)}
		if !c.typeBody(t) {
			return
		}
	}
	for _, name := range c.st.names {
		c.n.globals[name].Type = t
	}
}

// unique reads "unique ATTRIBUTES within ELEMENTS".
func (c *cursor) unique() {
	within := 0
	for within < len(c.st.names) && c.st.names[within] != "within" {
		within++
	}
	if within == len(c.st.names) {
		c.fail("\"within\" is missing")
		return
	}
	for _, name := range c.st.names[within+1:] {
		e := c.n.globals[name]
		if e == nil {
			c.fail("there is no element %s", name)
			return
		}
		for _, attr := range c.st.names[:within] {
			e.Constraints = append(e.Constraints, &Constraint{
				Kind:     Unique,
				Name:     Name{c.n.space, attr + "-" + name},
				Selector: []Path{{Descend: true, Steps: []Step{{AnyName: true}}}},
				Fields:   [][]Path{{{Attr: &Step{Name: c.n.attrName(attr)}}}},
				place:    c.n.place(c.st),
			})
		}
	}
}
