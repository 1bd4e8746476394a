package schema

// attributes reads those of a type, a derivation or an attribute group.
func (x *xsd) attributes(n *node) ([]Attr, *Wildcard) {
	u := &uses{}
	var groups *Wildcard
	for _, c := range n.children {
		switch c.name {
		case "attribute":
			if c.attrs["use"] != "prohibited" {
				u.attrs = append(u.attrs, x.attribute(c))
			}
		case "attributeGroup":
			name := x.qname(c, "ref")
			if g := x.attributesNamed(c, name); g != nil {
				u.add(name.Local, g)
				groups = intersect(groups, g.any)
			}
		case "anyAttribute":
			u.any = x.wildcard(c)
		}
	}
	x.distinct(n, u.attrs)
	return u.attrs, intersect(u.any, groups)
}

func (x *xsd) attributesNamed(at *node, name Name) *uses {
	if u := x.attrSet[name]; u != nil {
		return u
	}
	n := x.find(at, "attributeGroup", name)
	if n == nil {
		return nil
	}
	return x.attributeGroup(n, name)
}

func (x *xsd) attributeGroup(n *node, name Name) *uses {
	if u := x.attrSet[name]; u != nil {
		return u
	}
	if !x.enter(n) {
		return nil
	}
	defer x.leave(n)
	attrs, any := x.attributes(n)
	u := &uses{attrs, any}
	x.attrSet[name] = u
	return u
}

func (x *xsd) attrName(n *node) Name {
	if _, ok := n.attrs["ref"]; ok {
		return x.qname(n, "ref")
	}
	if form, ok := n.attrs["form"]; ok && form == "qualified" || !ok && n.doc.qualifiedA {
		return Name{n.doc.target, n.attrs["name"]}
	}
	return Name{"", n.attrs["name"]}
}

// attribute reads a use of an attribute.
func (x *xsd) attribute(n *node) Attr {
	var a Attr
	if _, ok := n.attrs["ref"]; ok {
		name := x.qname(n, "ref")
		if g := x.attributeNamed(n, name); g != nil {
			a = *g
			a.ref = true
		}
	} else {
		a = Attr{Name: x.attrName(n), place: n.place()}
		x.attributeType(n, &a)
	}
	a.Required = n.attrs["use"] == "required"
	if v := n.value("default"); v != nil {
		a.Default = v
	}
	if v := n.value("fixed"); v != nil {
		a.Fixed = v
	}
	x.checkValue(n, a.Type, a.Default)
	x.checkValue(n, a.Type, a.Fixed)
	return a
}

func (x *xsd) attributeType(n *node, a *Attr) {
	a.Type = builtinTypes()["anySimpleType"]
	if c := n.only("simpleType"); c != nil {
		a.Type = x.simpleType(c, Name{})
	} else if _, ok := n.attrs["type"]; ok {
		a.Type = x.simpleRef(n, "type")
	}
}

func (x *xsd) checkValue(n *node, t *SimpleType, v *string) {
	if v == nil || t == nil || x.err != nil {
		return
	}
	if r := t.Check([]byte(*v)); r != nil {
		x.fault(n, "the value %q %s", *v, r.Error())
	}
}

func (x *xsd) attributeNamed(at *node, name Name) *Attr {
	if a := x.attrs[name]; a != nil {
		return a
	}
	n := x.find(at, "attribute", name)
	if n == nil {
		return nil
	}
	return x.globalAttribute(n, name)
}

func (x *xsd) globalAttribute(n *node, name Name) *Attr {
	if a := x.attrs[name]; a != nil {
		return a
	}
	a := &Attr{Name: name, Default: n.value("default"), Fixed: n.value("fixed"), place: n.place()}
	x.attributeType(n, a)
	x.checkValue(n, a.Type, a.Default)
	x.checkValue(n, a.Type, a.Fixed)
	x.attrs[name] = a
	x.s.attrs = append(x.s.attrs, a)
	return a
}
