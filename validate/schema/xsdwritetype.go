package schema

import (
	"fmt"
	"slices"
	"strings"
)

func bounds(p *particle) (min, max string) {
	if p.min != 1 {
		min = fmt.Sprint(p.min)
	}
	switch p.max {
	case 1:
	case unbounded:
		max = "unbounded"
	default:
		max = fmt.Sprint(p.max)
	}
	return min, max
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// element writes a declaration; p is the particle of a local one.
func (w *xsdWriter) element(e *Element, p *particle) {
	attrs := []string{"name", e.Name.Local, "abstract", yes(e.Abstract), "nillable", yes(e.Nillable), "block", blockText(e.block)}
	attrs = append(attrs, valuePairs(e.Default, e.Fixed)...)
	if e.head != nil {
		attrs = append(attrs, "substitutionGroup", w.ref(e.head.Name))
	}
	if p != nil {
		min, max := bounds(p)
		attrs = append(attrs, "minOccurs", min, "maxOccurs", max)
		switch e.Name.Space {
		case "":
			attrs = append(attrs, "form", "unqualified")
		case w.space:
		default:
			w.fail("a local element of another namespace")
		}
	}
	named := e.Type.Name.Local != ""
	if named {
		attrs = append(attrs, "type", w.ref(e.Type.Name))
	}
	if named && len(e.Constraints) == 0 {
		w.empty("element", attrs...)
		return
	}
	w.open("element", attrs...)
	switch {
	case named:
	case e.Type.IsSimple():
		w.simpleType(e.Type.Simple, "")
	default:
		w.complexType(e.Type, "")
	}
	for _, c := range e.Constraints {
		w.constraint(c)
	}
	w.close("element")
}

func valuePairs(byDefault, fixed *string) []string {
	var attrs []string
	if byDefault != nil {
		attrs = append(attrs, "default=", *byDefault)
	}
	if fixed != nil {
		attrs = append(attrs, "fixed=", *fixed)
	}
	return attrs
}

func blockText(d derivations) string {
	var all []string
	for _, w := range []struct {
		bit  derivations
		word string
	}{{byExtension, "extension"}, {byRestriction, "restriction"}, {bySubstitution, "substitution"}} {
		if d&w.bit != 0 {
			all = append(all, w.word)
		}
	}
	return strings.Join(all, " ")
}

func (w *xsdWriter) complexType(t *Type, name string) {
	w.open("complexType", "name", name, "mixed", yes(t.Mixed), "abstract", yes(t.Abstract), "block", blockText(t.block&^bySubstitution), "final", blockText(t.final&^bySubstitution))
	switch {
	case t.Kind == ContentSimple:
		w.open("simpleContent")
		w.derivation(t)
		w.close("simpleContent")
	case t.Base.Base == nil: // anyType
		w.content(t.model)
		w.attributes(t.Attrs, t.AnyAttr)
	default:
		w.open("complexContent")
		w.derivation(t)
		w.close("complexContent")
	}
	w.close("complexType")
}

func (w *xsdWriter) derivation(t *Type) {
	if t.Base.Name.Local == "" {
		w.fail("a type that comes from an anonymous one")
		return
	}
	if t.derivation&byExtension != 0 {
		w.open("extension", "base", w.ref(t.Base.Name))
		w.content(t.own)
		any := t.AnyAttr
		if any.equal(t.Base.AnyAttr) {
			any = nil
		}
		w.attributes(t.Attrs[len(t.Base.Attrs):], any)
		w.close("extension")
		return
	}
	w.open("restriction", "base", w.ref(t.Base.Name))
	if t.Simple != nil && t.Base.Simple != nil {
		w.inlineBase(t.Simple, t.Base.Simple)
		w.facets(t.Simple, t.Base.Simple)
	}
	w.content(t.own)
	w.attributes(t.Attrs, t.AnyAttr)
	for _, a := range t.Base.Attrs {
		if t.AttrSymbol(a.Symbol) == nil {
			w.empty("attribute", "name", a.Name.Local, "use", "prohibited")
		}
	}
	w.close("restriction")
}

// inlineBase writes the type inside a restriction of simple content whose own type is not the base's narrowed.
func (w *xsdWriter) inlineBase(t, base *SimpleType) {
	for u := t; u != nil; u = u.Base {
		if u == base {
			return
		}
	}
	w.simpleType(t.Base, "")
}

// particle writes a content model. A group becomes an xs:group, written later, once.
func (w *xsdWriter) particle(p *particle) {
	if p == nil {
		return
	}
	min, max := bounds(p)
	switch {
	case p.group != "" && len(p.items) > 0:
		w.groupRef(p, min, max)
	case p.kind == elementParticle && p.element.Global:
		w.empty("element", "ref", w.ref(p.element.Name), "minOccurs", min, "maxOccurs", max)
	case p.kind == elementParticle:
		w.element(p.element, p)
	case p.kind == wildcardParticle:
		w.empty("any", "namespace=", w.namespaces(p.wildcard), "processContents", p.wildcard.Process.String(), "minOccurs", min, "maxOccurs", max)
	default:
		w.model(p, min, max)
	}
}

// content writes the content model of a type, where an element or a wildcard cannot stand by itself.
func (w *xsdWriter) content(p *particle) {
	if p == nil || !p.isLeaf() {
		w.particle(p)
		return
	}
	w.open("sequence")
	w.particle(p)
	w.close("sequence")
}

func (w *xsdWriter) model(p *particle, min, max string) {
	name := map[particleKind]string{sequenceParticle: "sequence", choiceParticle: "choice", allParticle: "all"}[p.kind]
	w.open(name, "minOccurs", min, "maxOccurs", max)
	for _, q := range p.items {
		w.particle(q)
	}
	w.close(name)
}

// namespaces writes what a wildcard lets in.
func (w *xsdWriter) namespaces(any *Wildcard) string {
	switch {
	case any.not && len(any.spaces) == 0:
		return "##any"
	case any.not && slices.Equal(any.spaces, sortedSet([]string{"", w.space})):
		return "##other"
	case any.not:
		w.fail("a wildcard that is negated more than ##other is")
		return ""
	}
	var all []string
	for _, s := range any.spaces {
		if s == "" {
			s = "##local"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func (w *xsdWriter) constraint(c *Constraint) {
	attrs := []string{"name", c.Name.Local}
	if c.Refer != nil {
		attrs = append(attrs, "refer", w.ref(c.Refer.Name))
	}
	name := c.Kind.String()
	w.open(name, attrs...)
	w.empty("selector", w.xpath(c.Selector)...)
	for _, f := range c.Fields {
		w.empty("field", w.xpath(f)...)
	}
	w.close(name)
}

// xpath writes paths as an attribute, after the declarations of the prefixes in them.
func (w *xsdWriter) xpath(paths []Path) []string {
	var attrs, all, spaces []string
	step := func(s Step) string {
		switch {
		case s.AnyName:
			return "*"
		case s.Name.Space == "":
			return s.Name.Local
		case s.Name.Space == XMLNamespace:
			return "xml:" + s.Name.Local
		}
		i := slices.Index(spaces, s.Name.Space)
		if i < 0 {
			i = len(spaces)
			spaces = append(spaces, s.Name.Space)
			attrs = append(attrs, fmt.Sprintf("xmlns:p%d", i+1), s.Name.Space)
		}
		return fmt.Sprintf("p%d:%s", i+1, s.Name.Local)
	}
	for _, p := range paths {
		all = append(all, p.text(step))
	}
	return append(attrs, "xpath", strings.Join(all, "|"))
}

func (w *xsdWriter) groupRef(p *particle, min, max string) {
	name := w.groups[&p.items[0]]
	if name == "" {
		for name = p.group; w.taken[name]; {
			name += "_"
		}
		w.taken[name] = true
		w.groups[&p.items[0]] = name
		w.queue = append(w.queue, p)
	}
	w.empty("group", "ref", w.ref(Name{w.space, name}), "minOccurs", min, "maxOccurs", max)
}

func (w *xsdWriter) group(p *particle) {
	w.open("group", "name", w.groups[&p.items[0]])
	q := *p
	q.group, q.min, q.max = "", 1, 1
	w.particle(&q)
	w.close("group")
}
