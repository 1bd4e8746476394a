package schema

// xmlAttributes are the attributes of the namespace of XML, for schemas that import it without a file.
func xmlAttributes() []*Attr {
	types := builtinTypes()
	enum := func(base string, values ...string) *SimpleType {
		t := *types[base]
		t.Name, t.Base, t.builtin, t.words = Name{}, types[base], false, ""
		t.facets.enum = values
		t.setEnumKeys()
		return &t
	}
	lang := &SimpleType{
		Base: types["anySimpleType"], Variety: Union, White: Collapse, facets: noFacets,
		Members: []*SimpleType{types["language"], enum("string", "")},
	}
	return []*Attr{
		{Name: Name{XMLNamespace, "lang"}, Type: lang},
		{Name: Name{XMLNamespace, "space"}, Type: enum("NCName", "default", "preserve")},
		{Name: Name{XMLNamespace, "base"}, Type: types["anyURI"]},
		{Name: Name{XMLNamespace, "id"}, Type: types["ID"]},
	}
}

// useXML declares the attributes of the namespace of XML and their group, unless a file did.
func (x *xsd) useXML() {
	for _, n := range x.loader.top {
		if n.doc.target == XMLNamespace {
			return
		}
	}
	if !x.importsXML {
		return
	}
	special := &uses{}
	for _, a := range xmlAttributes() {
		x.attrs[a.Name] = a
		x.s.attrs = append(x.s.attrs, a)
		use := *a
		use.ref = true
		special.attrs = append(special.attrs, use)
	}
	x.attrSet[Name{XMLNamespace, "specialAttrs"}] = special
}
