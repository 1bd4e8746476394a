package schema

import "strings"

// uses are the attributes of a type in the making.
type uses struct {
	attrs []Attr
	any   *Wildcard
}

func (c *cursor) globalAttribute() {
	c.tokens = append(append([]string(nil), c.st.names[1:]...), c.tokens...)
	a := &Attr{Name: c.n.attrName(c.st.names[0]), place: c.n.place(c.st)}
	a.Type = c.term()
	c.n.attrs[c.st.names[0]] = a
	c.n.s.attrs = append(c.n.s.attrs, a)
}

// attributes reads "= ATTRIBUTES".
func (c *cursor) attributes(u *uses) {
	c.expect("=")
	c.attributeList(u)
}

func (c *cursor) attributeList(u *uses) {
	for {
		switch {
		case c.skip("@"):
			c.attributeGroup(c.word(), u)
		case c.skip("#foreign"):
			u.any = c.n.foreign()
		default:
			c.attribute(u)
		}
		if !c.skip(",") {
			return
		}
	}
}

func (c *cursor) attributeGroup(name string, u *uses) {
	g := c.n.sets[name]
	if g == nil {
		if g = c.readSet(name); g == nil {
			return
		}
	}
	u.add(name, g)
	if g.any != nil {
		u.any = g.any
	}
}

// add takes the attributes of a group in.
func (u *uses) add(group string, g *uses) {
	n := len(u.attrs)
	u.attrs = append(u.attrs, g.attrs...)
	for i := range g.attrs {
		u.attrs[n+i].group = group
	}
}

// readSet reads a group of attributes, once.
func (c *cursor) readSet(name string) *uses {
	st := c.n.byName["attributes "+name]
	switch {
	case st == nil:
		c.fail("there are no attributes %s", name)
		return nil
	case c.n.open["@"+name]:
		c.fail("attributes %s are made of themselves", name)
		return nil
	}
	c.n.open["@"+name] = true
	d := &cursor{n: c.n, st: st, tokens: st.tokens}
	g := &uses{}
	d.attributes(g)
	if len(d.tokens) > 0 {
		d.fail("%q is out of place", d.tokens[0])
	}
	c.n.sets[name] = g
	return g
}

// attribute reads NAME! KIND "default".
func (c *cursor) attribute(u *uses) {
	name := c.word()
	if global := c.n.byName["attribute "+name]; global != nil {
		c.n.read(global)
		u.attrs = append(u.attrs, *c.n.attrs[name])
		u.attrs[len(u.attrs)-1].ref = true
		return
	}
	a := Attr{Name: c.n.attrName(name), Required: c.skip("!"), Type: builtinTypes()["string"], place: c.n.place(c.st)}
	if t := c.peek(); t != "" && t != "," && t != "fixed" && t[0] != '"' {
		a.Type = c.term()
	}
	switch {
	case c.skip("fixed"):
		v := strings.TrimPrefix(c.next(), `"`)
		a.Fixed = &v
	case strings.HasPrefix(c.peek(), `"`):
		v := c.next()[1:]
		a.Default = &v
	}
	u.attrs = append(u.attrs, a)
}

func (n *notation) attrName(name string) Name {
	if local, ok := strings.CutPrefix(name, "xml:"); ok {
		return Name{XMLNamespace, local}
	}
	return Name{"", name}
}

// foreign is XSD's ##other, lax: every namespace but this one, and not none.
func (n *notation) foreign() *Wildcard {
	return &Wildcard{Process: Lax, not: true, spaces: []string{"", n.space}}
}
