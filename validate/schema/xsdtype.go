package schema

func (x *xsd) complexType(n *node, name Name) *Type {
	t := &Type{
		Name: name, Base: x.s.builtins["anyType"], derivation: byRestriction, Abstract: n.flag("abstract"), Mixed: n.flag("mixed"),
		block: n.derivationSet("block", n.doc.block), final: n.derivationSet("final", n.doc.final), place: n.place(),
	}
	switch c := n.only("simpleContent", "complexContent"); {
	case c == nil:
		p := x.content(n)
		attrs, any := x.attributes(n)
		x.define(t, p, attrs, any)
	case c.name == "simpleContent":
		x.simpleContent(c, t)
	default:
		if _, ok := c.attrs["mixed"]; ok {
			t.Mixed = c.flag("mixed")
		}
		x.complexContent(c, t)
	}
	x.all = append(x.all, t)
	return t
}

// derivation returns the extension or restriction in a content, and its base.
func (x *xsd) derivation(n *node, t *Type) *node {
	d := n.only("extension", "restriction")
	if d == nil {
		x.fault(n, "xs:%s holds neither xs:extension nor xs:restriction", n.name)
		return nil
	}
	base := x.typeOf(d, x.qname(d, "base"))
	if base == nil || x.err != nil {
		return nil
	}
	t.Base, t.derivation = base, byExtension
	if d.name == "restriction" {
		t.derivation = byRestriction
	}
	if base.final&t.derivation != 0 {
		x.fault(d, "type %s allows no %s", base.Name.Local, d.name)
	}
	return d
}

func (x *xsd) complexContent(n *node, t *Type) {
	d := x.derivation(n, t)
	if d == nil {
		return
	}
	if t.Base.Kind == ContentSimple {
		x.fault(d, "the base %s has simple content", t.Base.Name.Local)
		return
	}
	own := x.content(d)
	attrs, any := x.attributes(d)
	if t.derivation == byExtension {
		if t.Mixed != (t.Base.Kind == ContentMixed) && !t.Base.model.isEmpty() && (t.Mixed || !own.isEmpty()) {
			x.fault(d, "only one of the type and its base %s is mixed", t.Base.Name.Local)
			return
		}
		x.extend(t, own, attrs, any)
		x.distinct(d, t.Attrs)
		return
	}
	x.define(t, own, restrictAttrs(t.Base.Attrs, attrs, x.prohibited(d)), any)
}

func (x *xsd) simpleContent(n *node, t *Type) {
	d := x.derivation(n, t)
	if d == nil {
		return
	}
	t.Kind, t.Mixed = ContentSimple, false
	attrs, any := x.attributes(d)
	if t.Simple = t.Base.Simple; t.derivation == byExtension {
		t.Attrs, t.AnyAttr = append(append([]Attr(nil), t.Base.Attrs...), attrs...), unite(t.Base.AnyAttr, any)
		x.distinct(d, t.Attrs)
	} else {
		if c := d.only("simpleType"); c != nil {
			t.Simple = x.simpleType(c, Name{})
		}
		t.Attrs, t.AnyAttr = restrictAttrs(t.Base.Attrs, attrs, x.prohibited(d)), any
		if t.Simple != nil {
			t.Simple = x.restrict(d, t.Simple, Name{})
		}
	}
	if t.Simple == nil {
		x.fault(d, "the base %s has no simple content", t.Base.Name.Local)
	}
}

// restrictAttrs are the attributes of a restriction: those of the base, but for what it declares anew or prohibits.
func restrictAttrs(base, own []Attr, prohibited map[Name]bool) []Attr {
	anew := map[Name]*Attr{}
	for i := range own {
		anew[own[i].Name] = &own[i]
	}
	var out []Attr
	for _, a := range base {
		switch {
		case prohibited[a.Name]:
		case anew[a.Name] != nil:
			out = append(out, *anew[a.Name])
			delete(anew, a.Name)
		default:
			out = append(out, a)
		}
	}
	for _, a := range own {
		if anew[a.Name] != nil {
			out = append(out, a)
		}
	}
	return out
}

func (x *xsd) prohibited(n *node) map[Name]bool {
	names := map[Name]bool{}
	for _, c := range n.children {
		if c.name == "attribute" && c.attrs["use"] == "prohibited" {
			names[x.attrName(c)] = true
		}
	}
	return names
}

func (x *xsd) distinct(n *node, attrs []Attr) {
	seen := map[Name]bool{}
	for _, a := range attrs {
		if seen[a.Name] {
			x.fault(n, "attribute %s is declared twice", a.Name)
		}
		seen[a.Name] = true
	}
}
