package schema

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
)

// CompileXSD compiles an XSD 1.0 schema, whose main file is name. The files that it includes and imports are read from
// files by their relative locations; nothing is ever fetched. The namespace of xml:lang and its kin is known without a
// file. An [*UnsupportedError] names a construct that is beyond this compiler (xs:redefine, what is new in XSD 1.1), an
// [*XSDError] a fault of the schema, a [*ContentError] a content model too large.
//
// Two rules that XSD makes for schemas are not enforced: that content models be unambiguous (the automata do not need
// it) and that a restriction admit no more than its base.
func CompileXSD(files fs.FS, name string) (*Schema, error) {
	l := &loader{files: files, seen: map[[2]string]bool{}, absent: map[string]string{}}
	doc, err := l.load(name, "")
	if err != nil {
		return nil, err
	}
	x := newXSD(l)
	x.s.target = doc.target
	x.register()
	x.useXML()
	x.readAll()
	x.link()
	if x.err != nil {
		return nil, x.err
	}
	return x.finish()
}

// An xsd is a schema being read. Types and groups are read when first asked for; the types of elements wait in a queue,
// as content models may be recursive through them.
type xsd struct {
	*builder
	*loader
	top     map[string]map[Name]*node
	globals map[Name]*Element
	attrs   map[Name]*Attr
	simples map[Name]*SimpleType
	named   map[Name]*Type
	groups  map[Name]*particle
	attrSet map[Name]*uses
	open    map[*node]bool // being read
	depth   int            // how many are
	queue   []func()
	keys    map[Name]*Constraint
	heads   map[*Element]Name
	err     error
}

func newXSD(l *loader) *xsd {
	return &xsd{
		builder: newBuilder(), loader: l, top: map[string]map[Name]*node{}, globals: map[Name]*Element{},
		attrs: map[Name]*Attr{}, simples: map[Name]*SimpleType{}, named: map[Name]*Type{}, groups: map[Name]*particle{},
		attrSet: map[Name]*uses{}, open: map[*node]bool{}, keys: map[Name]*Constraint{}, heads: map[*Element]Name{},
	}
}

func (x *xsd) fail(err error) {
	if x.err == nil && err != nil {
		x.err = err
	}
}

func (x *xsd) fault(n *node, format string, args ...any) { x.fail(n.fault(format, args...)) }

// kind is the symbol space of a component: simple and complex types share one.
func kind(n *node) string {
	if n.name == "simpleType" || n.name == "complexType" {
		return "type"
	}
	return n.name
}

// register enters the global components by name, and makes the elements, which content models may then name in any order.
func (x *xsd) register() {
	for _, n := range x.loader.top {
		k := kind(n)
		if x.top[k] == nil {
			x.top[k] = map[Name]*node{}
		}
		name := Name{n.doc.target, n.attrs["name"]}
		if x.top[k][name] != nil {
			x.fault(n, "xs:%s %s is declared twice", n.name, name.Local)
		}
		x.top[k][name] = n
		if k == "element" {
			e := &Element{Name: name, Global: true, place: n.place()}
			x.globals[name] = e
			x.elements = append(x.elements, e)
			x.s.elements = append(x.s.elements, e)
		}
	}
}

// readAll reads the global components in order, and then the types of elements until none waits.
func (x *xsd) readAll() {
	for _, n := range x.loader.top {
		name := Name{n.doc.target, n.attrs["name"]}
		switch n.name {
		case "element":
			x.element(n, x.globals[name])
		case "attribute":
			x.globalAttribute(n, name)
		case "group":
			x.group(n, name)
		case "attributeGroup":
			x.attributeGroup(n, name)
		default:
			x.typeNamed(n, name)
		}
	}
	for len(x.queue) > 0 && x.err == nil {
		next := x.queue[0]
		x.queue = x.queue[1:]
		next()
	}
	for _, n := range x.loader.top { // in order of writing, which that of reading is not
		name := Name{n.doc.target, n.attrs["name"]}
		switch n.name {
		case "complexType":
			x.s.types = append(x.s.types, x.named[name])
		case "simpleType":
			x.s.simples = append(x.s.simples, x.simples[name])
		}
	}
}

// find looks a component up.
func (x *xsd) find(at *node, kind string, name Name) *node {
	n := x.top[kind][name]
	if n == nil {
		why := ""
		if a := x.absent[name.Space]; a != "" {
			why = ": " + a
		}
		x.fault(at, "there is no %s %s%s", kind, name, why)
	}
	return n
}

// enter guards against what is made of itself; the caller must call leave if it is true.
func (x *xsd) enter(n *node) bool {
	if x.open[n] {
		x.fault(n, "xs:%s %s is made of itself", n.name, n.attrs["name"])
		return false
	}
	if x.depth++; x.depth > maxXSDChain {
		x.fault(n, "components depend on each other over more than %d steps", maxXSDChain)
	}
	x.open[n] = true
	return x.err == nil
}

func (x *xsd) leave(n *node) {
	x.depth--
	x.open[n] = false
}

// maxXSDChain bounds how far a group may lead to another, or a type to its base.
const maxXSDChain = 1000

// qname resolves an attribute that holds a QName.
func (x *xsd) qname(n *node, attr string) Name {
	name, err := n.resolve(n.attrs[attr])
	x.fail(err)
	return name
}

func (n *node) flag(attr string) bool { v := n.attrs[attr]; return v == "true" || v == "1" }

func (n *node) value(attr string) *string {
	if v, ok := n.attrs[attr]; ok {
		return &v
	}
	return nil
}

// derivationSet reads a block or a final.
func (n *node) derivationSet(attr, byDefault string) derivations {
	v, ok := n.attrs[attr]
	if !ok {
		v = byDefault
	}
	var d derivations
	for _, w := range strings.Fields(v) {
		d |= map[string]derivations{
			"#all": ^derivations(0), "extension": byExtension, "restriction": byRestriction,
			"substitution": bySubstitution, "list": byList, "union": byUnion,
		}[w]
	}
	return d
}

// ---- elements

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

// ---- complex types

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

// ---- content

// content reads the one model group in a type or a derivation, nil if there is none.
func (x *xsd) content(n *node) *particle {
	var found *node
	for _, c := range n.children {
		switch c.name {
		case "sequence", "choice", "all", "group":
			if found != nil {
				x.fault(c, "a second content model stands in xs:%s", n.name)
			}
			found = c
		}
	}
	if found == nil {
		return nil
	}
	return x.particle(found)
}

// particle reads a term with its bounds.
func (x *xsd) particle(n *node) *particle {
	min, max := x.occurs(n)
	var p *particle
	switch n.name {
	case "element":
		p = x.elementParticle(n)
	case "any":
		p = &particle{kind: wildcardParticle, min: 1, max: 1, wildcard: x.wildcard(n)}
	case "group":
		p = x.groupRef(n)
	case "sequence":
		p = x.model(n, sequenceParticle)
	case "choice":
		p = x.model(n, choiceParticle)
	case "all":
		p = x.model(n, allParticle)
	default:
		x.fault(n, "xs:%s may not stand in a content model", n.name)
	}
	if p == nil || x.err != nil {
		return nil
	}
	p.place = n.place()
	return p.times(min, max)
}

func (x *xsd) model(n *node, kind particleKind) *particle {
	p := once(kind)
	for _, c := range n.children {
		q := x.particle(c)
		if q == nil {
			return nil
		}
		if kind == allParticle && (c.name != "element" || q.max > 1 || q.max == unbounded) {
			x.fault(c, "in xs:all only elements may stand, each once at most")
		}
		if q.max != 0 {
			p.items = append(p.items, q)
		}
	}
	return p
}

func (x *xsd) occurs(n *node) (min, max int) {
	min, max = 1, 1
	var err1, err2 error
	if v, ok := n.attrs["minOccurs"]; ok {
		min, err1 = strconv.Atoi(strings.TrimSpace(v))
	}
	if v, ok := n.attrs["maxOccurs"]; ok {
		if strings.TrimSpace(v) == "unbounded" {
			max = unbounded
		} else {
			max, err2 = strconv.Atoi(strings.TrimSpace(v))
		}
	}
	if errors.Join(err1, err2) != nil || min < 0 || max != unbounded && max < min {
		x.fault(n, "minOccurs %q and maxOccurs %q do not fit", n.attrs["minOccurs"], n.attrs["maxOccurs"])
	}
	return min, max
}

func (x *xsd) elementParticle(n *node) *particle {
	p := &particle{kind: elementParticle, min: 1, max: 1}
	if _, ok := n.attrs["ref"]; ok {
		name := x.qname(n, "ref")
		if x.find(n, "element", name) == nil {
			return nil
		}
		p.element = x.globals[name]
		return p
	}
	if n.attrs["name"] == "" {
		x.fault(n, "xs:element has neither name nor ref")
		return nil
	}
	space := ""
	if form, ok := n.attrs["form"]; ok && form == "qualified" || !ok && n.doc.qualifiedE {
		space = n.doc.target
	}
	p.element = &Element{Name: Name{space, n.attrs["name"]}, place: n.place()}
	x.elements = append(x.elements, p.element)
	x.element(n, p.element)
	return p
}

func (x *xsd) groupRef(n *node) *particle {
	name := x.qname(n, "ref")
	def := x.find(n, "group", name)
	if def == nil {
		return nil
	}
	p := x.group(def, name)
	if p == nil {
		return nil
	}
	q := *p
	return &q
}

func (x *xsd) group(n *node, name Name) *particle {
	if p := x.groups[name]; p != nil {
		return p
	}
	if !x.enter(n) {
		return nil
	}
	defer x.leave(n)
	p := x.content(n)
	if p == nil {
		x.fault(n, "group %s holds no content model", name.Local)
		return nil
	}
	p = p.named(name.Local)
	x.groups[name] = p
	return p
}

// wildcard reads xs:any or xs:anyAttribute.
func (x *xsd) wildcard(n *node) *Wildcard {
	w := &Wildcard{Process: Strict}
	switch n.attrs["processContents"] {
	case "lax":
		w.Process = Lax
	case "skip":
		w.Process = Skipped
	case "", "strict":
	default:
		x.fault(n, "processContents %q is none of strict, lax and skip", n.attrs["processContents"])
	}
	ns, ok := n.attrs["namespace"]
	switch strings.TrimSpace(ns) {
	case "##other":
		w.not, w.spaces = true, sortedSet([]string{"", n.doc.target})
	case "##any":
		w.not = true
	default:
		w.not = !ok
		for _, s := range strings.Fields(ns) {
			switch s {
			case "##targetNamespace":
				s = n.doc.target
			case "##local":
				s = ""
			}
			w.spaces = append(w.spaces, s)
		}
		w.spaces = sortedSet(w.spaces)
	}
	return w
}

// ---- attributes

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
