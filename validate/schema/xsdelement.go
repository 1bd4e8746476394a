package schema

// element reads a declaration, global or local.
func (x *xsd) element(n *node, e *Element) {
	e.Abstract, e.Nillable = n.flag("abstract"), n.flag("nillable")
	e.Default, e.Fixed = n.value("default"), n.value("fixed")
	e.block, e.final = n.derivationSet("block", n.doc.block), n.derivationSet("final", n.doc.final)
	if _, ok := n.attrs["substitutionGroup"]; ok {
		x.heads[e] = x.qname(n, "substitutionGroup")
	}
	for _, c := range n.children {
		switch c.name {
		case "unique", "key", "keyref":
			e.Constraints = append(e.Constraints, x.constraint(c))
		case "simpleType", "complexType":
		default:
			x.fault(c, "xs:%s may not stand in xs:element", c.name)
		}
	}
	x.queue = append(x.queue, func() { e.Type = x.elementType(n, e) })
}

func (x *xsd) elementType(n *node, e *Element) *Type {
	if c := n.only("complexType"); c != nil {
		return x.complexType(c, Name{})
	}
	if c := n.only("simpleType"); c != nil {
		return x.wrap(x.simpleType(c, Name{}))
	}
	if _, ok := n.attrs["type"]; ok {
		return x.typeOf(n, x.qname(n, "type"))
	}
	if head, ok := x.heads[e]; ok {
		if h := x.find(n, "element", head); h != nil && x.enter(n) {
			defer x.leave(n)
			return x.elementType(h, x.globals[head])
		}
	}
	return x.s.builtins["anyType"]
}

// typeOf finds a type by name, simple or complex.
func (x *xsd) typeOf(at *node, name Name) *Type {
	if name.Space == XSDNamespace {
		t := x.s.builtins[name.Local]
		if t == nil {
			x.fault(at, "XSD has no type %s", name.Local)
		}
		return t
	}
	n := x.find(at, "type", name)
	if n == nil {
		return nil
	}
	return x.typeNamed(n, name)
}

func (x *xsd) typeNamed(n *node, name Name) *Type {
	if n.name == "simpleType" {
		if st := x.simpleNamed(n, name); st != nil {
			return x.wrap(st)
		}
		return nil
	}
	if t := x.named[name]; t != nil {
		return t
	}
	if !x.enter(n) {
		return nil
	}
	defer x.leave(n)
	t := x.complexType(n, name)
	x.named[name] = t
	return t
}
