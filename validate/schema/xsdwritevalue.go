package schema

import (
	"fmt"
	"slices"
	"strings"
)

func (w *xsdWriter) attributes(attrs []Attr, any *Wildcard) {
	for i := 0; i < len(attrs); {
		n := run(attrs[i:])
		if n > 1 && w.attributeGroup(attrs[i:i+n]) {
			i += n
			continue
		}
		w.attribute(&attrs[i])
		i++
	}
	if any != nil {
		w.empty("anyAttribute", "namespace=", w.namespaces(any), "processContents", any.Process.String())
	}
}

// run counts the attributes at the head that one group brought.
func run(attrs []Attr) int {
	n := 0
	for n < len(attrs) && attrs[n].group != "" && attrs[n].group == attrs[0].group {
		n++
	}
	return n
}

// attributeGroup refers to a group of attributes, which is written later, once. It does nothing where the group of that
// name has other attributes, as after a restriction.
func (w *xsdWriter) attributeGroup(attrs []Attr) bool {
	name := attrs[0].group
	known, ok := w.attrGroups[name]
	if !ok {
		w.attrGroups[name] = attrs
		w.attrQueue = append(w.attrQueue, name)
	} else if !slices.EqualFunc(known, attrs, sameUse) {
		return false
	}
	w.empty("attributeGroup", "ref", w.ref(Name{w.space, name}))
	return true
}

func sameUse(a, b Attr) bool {
	return a.Name == b.Name && a.Required == b.Required && a.Type == b.Type && sameString(a.Default, b.Default) && sameString(a.Fixed, b.Fixed)
}

func sameString(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }

func (w *xsdWriter) attribute(a *Attr) {
	var attrs []string
	switch {
	case a.ref:
		attrs = append(attrs, "ref", w.ref(a.Name))
	case a.Name.Space == "":
		attrs = append(attrs, "name", a.Name.Local)
	case a.Name.Space == w.space:
		attrs = append(attrs, "name", a.Name.Local, "form", "qualified")
	default:
		w.fail("a local attribute of another namespace")
	}
	if a.Required {
		attrs = append(attrs, "use", "required")
	}
	attrs = append(attrs, valuePairs(a.Default, a.Fixed)...)
	w.typed("attribute", attrs, a.Type, a.ref)
}

func (w *xsdWriter) globalAttribute(a *Attr) {
	w.typed("attribute", append([]string{"name", a.Name.Local}, valuePairs(a.Default, a.Fixed)...), a.Type, false)
}

// typed writes an attribute with its type, by name or inside.
func (w *xsdWriter) typed(name string, attrs []string, t *SimpleType, ref bool) {
	switch {
	case ref:
		w.empty(name, attrs...)
	case t.Name.Local != "":
		w.empty(name, append(attrs, "type", w.ref(t.Name))...)
	default:
		w.open(name, attrs...)
		w.simpleType(t, "")
		w.close(name)
	}
}

func (w *xsdWriter) simpleType(t *SimpleType, name string) {
	w.open("simpleType", "name", name)
	switch {
	case t.Base.Name == Name{XSDNamespace, "anySimpleType"} && t.Variety == List:
		w.inside("list", "itemType", t.Item)
	case t.Base.Name == Name{XSDNamespace, "anySimpleType"} && t.Variety == Union:
		w.union(t)
	default:
		w.restriction(t)
	}
	w.close("simpleType")
}

// union writes the members: those at the head that have names by their names.
func (w *xsdWriter) union(t *SimpleType) {
	var named []string
	for len(named) < len(t.Members) && t.Members[len(named)].Name.Local != "" {
		named = append(named, w.ref(t.Members[len(named)].Name))
	}
	w.open("union", "memberTypes", strings.Join(named, " "))
	for _, m := range t.Members[len(named):] {
		if m.Name.Local == "" {
			w.simpleType(m, "")
			continue
		}
		w.open("simpleType")
		w.empty("restriction", "base", w.ref(m.Name))
		w.close("simpleType")
	}
	w.close("union")
}

// inside writes an element that names a type in an attribute or holds it.
func (w *xsdWriter) inside(name, attr string, t *SimpleType) {
	if t.Name.Local != "" {
		w.empty(name, attr, w.ref(t.Name))
		return
	}
	w.open(name)
	w.simpleType(t, "")
	w.close(name)
}

func (w *xsdWriter) restriction(t *SimpleType) {
	if t.Base.Name.Local != "" {
		w.open("restriction", "base", w.ref(t.Base.Name))
	} else {
		w.open("restriction")
		w.simpleType(t.Base, "")
	}
	w.facets(t, t.Base)
	w.close("restriction")
}

// facets writes what a type has beyond its base.
func (w *xsdWriter) facets(t, base *SimpleType) {
	f, g := &t.facets, &base.facets
	if t.White != base.White {
		w.empty("whiteSpace", "value", map[Whitespace]string{Preserve: "preserve", Replace: "replace", Collapse: "collapse"}[t.White])
	}
	for _, n := range []struct {
		name      string
		own, base int
	}{
		{"length", f.length, g.length}, {"minLength", f.minLength, g.minLength}, {"maxLength", f.maxLength, g.maxLength},
		{"totalDigits", f.digits, g.digits}, {"fractionDigits", f.fraction, g.fraction},
	} {
		if n.own != n.base {
			w.empty(n.name, "value", fmt.Sprint(n.own))
		}
	}
	for _, row := range f.patterns[len(g.patterns):] {
		for _, p := range row {
			w.empty("pattern", "value=", p.source)
		}
	}
	for _, b := range f.bounds[len(g.bounds):] {
		w.empty(b.kind, "value", string(b.value))
	}
	if !slices.Equal(f.enum, g.enum) {
		for _, e := range f.enum {
			w.empty("enumeration", "value=", e)
		}
	}
}
