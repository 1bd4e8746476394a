package schema

import (
	"strconv"
	"strings"
)

// simpleRef finds the simple type that an attribute names.
func (x *xsd) simpleRef(n *node, attr string) *SimpleType {
	return x.simpleOf(n, x.qname(n, attr))
}

func (x *xsd) simpleOf(n *node, name Name) *SimpleType {
	if x.err != nil {
		return nil
	}
	t := x.typeOf(n, name)
	if t == nil {
		return nil
	}
	if !t.IsSimple() {
		x.fault(n, "type %s is not a simple one", name.Local)
		return nil
	}
	return t.Simple
}

func (x *xsd) simpleNamed(n *node, name Name) *SimpleType {
	if t := x.simples[name]; t != nil {
		return t
	}
	if !x.enter(n) {
		return nil
	}
	defer x.leave(n)
	t := x.simpleType(n, name)
	x.simples[name] = t
	return t
}

// simpleType reads a definition; an anonymous one has no name. It is nil after a fault.
func (x *xsd) simpleType(n *node, name Name) *SimpleType {
	d := n.only("restriction", "list", "union")
	if d == nil {
		x.fault(n, "xs:simpleType holds none of xs:restriction, xs:list and xs:union")
		return nil
	}
	var t *SimpleType
	switch d.name {
	case "list":
		t = x.list(d, name)
	case "union":
		t = x.union(d, name)
	default:
		if base := x.inline(d, "base"); base != nil {
			t = x.restrict(d, base, name)
		}
	}
	if t != nil {
		t.final = n.derivationSet("final", n.doc.final)
	}
	return t
}

// inline returns the type that an attribute names or that stands inside.
func (x *xsd) inline(n *node, attr string) *SimpleType {
	if _, ok := n.attrs[attr]; ok {
		return x.simpleRef(n, attr)
	}
	if c := n.only("simpleType"); c != nil {
		return x.simpleType(c, Name{})
	}
	x.fault(n, "xs:%s has neither %s nor xs:simpleType", n.name, attr)
	return nil
}

func (x *xsd) list(n *node, name Name) *SimpleType {
	item := x.inline(n, "itemType")
	if item == nil {
		return nil
	}
	return &SimpleType{
		Name: name, Base: builtinTypes()["anySimpleType"], Variety: List, Item: item, White: Collapse, facets: noFacets, place: n.place(),
	}
}

func (x *xsd) union(n *node, name Name) *SimpleType {
	t := &SimpleType{
		Name: name, Base: builtinTypes()["anySimpleType"], Variety: Union, White: Collapse, facets: noFacets, place: n.place(),
	}
	for _, qname := range strings.Fields(n.attrs["memberTypes"]) {
		member, err := n.resolve(qname)
		x.fail(err)
		t.Members = append(t.Members, x.simpleOf(n, member))
	}
	for _, c := range n.children {
		t.Members = append(t.Members, x.simpleType(c, Name{}))
	}
	if len(t.Members) == 0 {
		x.fault(n, "a union has no members")
	}
	if x.err != nil {
		return nil
	}
	return t
}

// restrict narrows a type by the facets that stand in a restriction.
func (x *xsd) restrict(n *node, base *SimpleType, name Name) *SimpleType {
	t := *base
	t.Name, t.Base, t.builtin, t.words, t.place = name, base, false, "", n.place()
	t.facets.bounds = t.facets.bounds[:len(t.facets.bounds):len(t.facets.bounds)]
	var patterns []*pattern
	var enum []string
	for _, c := range n.children {
		v := c.attrs["value"]
		switch c.name {
		case "enumeration":
			x.checkValue(c, base, &v)
			enum = append(enum, string(base.White.normalize([]byte(v))))
		case "pattern":
			p, err := compilePattern(v)
			if err != nil {
				x.fail(&XSDError{c.doc.file, c.line, err.Error(), err})
				return nil
			}
			patterns = append(patterns, p)
		default:
			x.facet(c, &t, v)
		}
	}
	if patterns != nil { // those of one step are alternatives; every step must be met
		t.facets.patterns = append(t.facets.patterns[:len(t.facets.patterns):len(t.facets.patterns)], patterns)
	}
	if x.err != nil {
		return nil
	}
	if enum != nil {
		t.facets.enum = enum
		t.setEnumKeys()
	}
	return &t
}

func (x *xsd) facet(n *node, t *SimpleType, v string) {
	f := &t.facets
	counts := map[string]*int{
		"length": &f.length, "minLength": &f.minLength, "maxLength": &f.maxLength,
		"totalDigits": &f.digits, "fractionDigits": &f.fraction,
	}
	switch n.name {
	case "length", "minLength", "maxLength", "totalDigits", "fractionDigits":
		i, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || i < 0 {
			x.fault(n, "%q is no length", v)
			return
		}
		*counts[n.name] = i
	case "minInclusive", "minExclusive", "maxInclusive", "maxExclusive":
		if t.Variety != Atomic || t.primitive.compare == nil {
			x.fail(&UnsupportedError{n.doc.file, n.line, "xs:" + n.name + " for this type"})
			return
		}
		x.checkValue(n, t.Base, &v)
		f.bounds = append(f.bounds, bound{n.name, t.White.normalize([]byte(v))})
	case "whiteSpace":
		white := map[string]Whitespace{"preserve": Preserve, "replace": Replace, "collapse": Collapse}[v]
		if white < t.White {
			x.fault(n, "white space cannot be %q here", v)
			return
		}
		t.White = white
	case "attribute", "attributeGroup", "anyAttribute", "simpleType": // of simple content
	default:
		x.fault(n, "xs:%s may not stand in a restriction of a simple type", n.name)
	}
}
