package schema

import "strings"

// value reads "value NAMES = KIND". All names share the kind, yet each is a type of its own.
func (c *cursor) value() {
	c.expect("=")
	kind := c.kind()
	if kind == nil {
		return
	}
	for _, name := range c.st.names {
		t := *kind
		t.Name, t.builtin, t.words, t.place = Name{c.n.space, name}, false, "", c.n.place(c.st)
		if kind.Name.Local != "" {
			t.Base = kind
		}
		c.n.values[name] = &t
		c.n.s.simples = append(c.n.s.simples, &t)
		c.n.wrap(&t)
	}
}

// kind reads KIND or KIND.
func (c *cursor) kind() *SimpleType {
	first := c.term()
	if c.peek() != "or" {
		return first
	}
	u := c.anonymous(Union)
	u.Members = append(u.Members, first)
	for c.skip("or") {
		u.Members = append(u.Members, c.term())
	}
	for _, m := range u.Members {
		if m == nil {
			return nil
		}
	}
	return u
}

func (c *cursor) anonymous(v Variety) *SimpleType {
	return &SimpleType{
		Base: builtinTypes()["anySimpleType"], Variety: v, White: Collapse, facets: noFacets, place: c.n.place(c.st),
	}
}

func (c *cursor) term() *SimpleType {
	switch {
	case c.skip("("):
		t := c.kind()
		c.expect(")")
		return t
	case c.skip("list"):
		c.expect("of")
		l := c.anonymous(List)
		if l.Item = c.term(); l.Item == nil {
			return nil
		}
		return l
	}
	base := builtinTypes()["string"]
	if c.peek() != "one" {
		if base = c.n.valueNamed(c, c.word()); base == nil {
			return nil
		}
	}
	switch {
	case c.skip("one"):
		c.expect("of")
		return c.enumeration(base)
	case c.skip("matching"):
		return c.matching(base)
	}
	return base
}

func (c *cursor) restriction(base *SimpleType) *SimpleType {
	t := *base
	t.Base, t.Name, t.builtin, t.words, t.place = base, Name{}, false, "", c.n.place(c.st)
	return &t
}

func (c *cursor) enumeration(base *SimpleType) *SimpleType {
	t := c.restriction(base)
	for len(c.tokens) > 0 && c.peek() != ")" && c.peek() != "or" {
		t.facets.enum = append(t.facets.enum, strings.TrimPrefix(c.next(), `"`))
	}
	if t.facets.enum == nil {
		c.fail("nothing follows \"one of\"")
	}
	t.setEnumKeys()
	return t
}

func (c *cursor) matching(base *SimpleType) *SimpleType {
	t := c.restriction(base)
	p, err := compilePattern(strings.TrimPrefix(c.next(), `"`))
	if err != nil {
		c.fail("%v", err)
		return nil
	}
	t.facets.patterns = append(t.facets.patterns[:len(t.facets.patterns):len(t.facets.patterns)], []*pattern{p})
	return t
}

// valueNamed finds a kind: one of the grammar's own, or one of XSD.
func (n *notation) valueNamed(c *cursor, name string) *SimpleType {
	if st := n.byName["value "+name]; st != nil {
		if n.values[name] == nil {
			n.read(st)
		}
		if n.values[name] == nil {
			c.fail("value %s is made of itself", name)
		}
		return n.values[name]
	}
	t := builtinTypes()[strings.TrimPrefix(name, "xs:")]
	if t == nil {
		c.fail("there is no kind of value %s", name)
	}
	return t
}
