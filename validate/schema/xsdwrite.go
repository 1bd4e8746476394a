package schema

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// An XSDFile is one file of a schema that is written as XSD.
type XSDFile struct {
	Name      string
	Namespace string
	Content   []byte
}

// WriteXSD writes a schema as an XSD 1.0 document, which other validators can read. A document is of one namespace: what
// it imports, for Akoma Ntoso the attributes of the namespace of XML in a file xml.xsd, [XSDFiles] returns as well.
func WriteXSD(w io.Writer, s *Schema) error {
	files, err := XSDFiles(s)
	if err != nil {
		return err
	}
	_, err = w.Write(files[0].Content)
	return err
}

// XSDFiles returns a schema as XSD 1.0 documents, one for each namespace, that of the schema itself first. They are meant
// to lie in one folder. An [*UnsupportedError] names what XSD cannot say, which a schema that was read never holds.
func XSDFiles(s *Schema) ([]XSDFile, error) {
	names := s.xsdNames()
	var files []XSDFile
	for _, space := range s.xsdSpaces() {
		w := &xsdWriter{s: s, space: space, names: names, groups: map[**particle]string{}, taken: map[string]bool{}, attrGroups: map[string][]Attr{}}
		files = append(files, XSDFile{names[space], space, w.document()})
		if w.err != nil {
			return nil, w.err
		}
	}
	return files, nil
}

// xsdSpaces lists the namespaces in which something is declared, the target first.
func (s *Schema) xsdSpaces() []string {
	spaces := []string{s.target}
	add := func(n Name) {
		if !slices.Contains(spaces, n.Space) {
			spaces = append(spaces, n.Space)
		}
	}
	for _, e := range s.elements {
		add(e.Name)
	}
	for _, t := range s.types {
		add(t.Name)
	}
	for _, t := range s.simples {
		add(t.Name)
	}
	for _, a := range s.attrs {
		add(a.Name)
	}
	return spaces
}

func (s *Schema) xsdNames() map[string]string {
	names := map[string]string{}
	for i, space := range s.xsdSpaces() {
		switch {
		case i == 0:
			names[space] = "schema.xsd"
		case space == XMLNamespace:
			names[space] = "xml.xsd"
		default:
			names[space] = fmt.Sprintf("schema%d.xsd", i+1)
		}
	}
	return names
}

// An xsdWriter writes the document of one namespace.
type xsdWriter struct {
	s      *Schema
	space  string
	names  map[string]string // of files
	buf    bytes.Buffer
	depth  int
	opened int                   // the length of buf after the last start tag
	groups map[**particle]string // the names of those that are or will be written, by where their items lie
	taken  map[string]bool
	queue  []*particle
	// groups of attributes, and the order in which they are written
	attrGroups map[string][]Attr
	attrQueue  []string
	err        error
}

func (w *xsdWriter) fail(construct string) {
	if w.err == nil {
		w.err = &UnsupportedError{w.names[w.space], bytes.Count(w.buf.Bytes(), []byte("\n")) + 1, construct}
	}
}

// open writes a start tag, with attributes in pairs; those with an empty value are left out, unless a name ends in "=".
func (w *xsdWriter) open(name string, attrs ...string) {
	w.tag(name, ">", attrs)
	w.depth++
	w.opened = w.buf.Len()
}

func (w *xsdWriter) empty(name string, attrs ...string) { w.tag(name, "/>", attrs) }

func (w *xsdWriter) close(name string) {
	w.depth--
	if w.buf.Len() == w.opened { // nothing stands between the tags
		w.buf.Truncate(w.opened - len(">\n"))
		w.buf.WriteString("/>\n")
		return
	}
	fmt.Fprintf(&w.buf, "%s</xs:%s>\n", strings.Repeat("  ", w.depth), name)
}

func (w *xsdWriter) tag(name, end string, attrs []string) {
	fmt.Fprintf(&w.buf, "%s<xs:%s", strings.Repeat("  ", w.depth), name)
	for i := 0; i < len(attrs); i += 2 {
		key, always := strings.CutSuffix(attrs[i], "=")
		if attrs[i+1] != "" || always {
			fmt.Fprintf(&w.buf, " %s=\"%s\"", key, xsdEscape.Replace(attrs[i+1]))
		}
	}
	w.buf.WriteString(end + "\n")
}

var xsdEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// ref writes a name as a QName: the target namespace is the default one.
func (w *xsdWriter) ref(n Name) string {
	switch n.Space {
	case XSDNamespace:
		return "xs:" + n.Local
	case XMLNamespace:
		return "xml:" + n.Local
	case w.space:
		return n.Local
	}
	return w.prefix(n.Space) + n.Local
}

func (w *xsdWriter) prefix(space string) string {
	if i := slices.Index(w.s.xsdSpaces(), space); i >= 0 && space != "" {
		return fmt.Sprintf("n%d:", i+1)
	}
	w.fail("a reference to namespace " + space)
	return ""
}

func (w *xsdWriter) document() []byte {
	w.buf.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	attrs := []string{"xmlns:xs", XSDNamespace, "xmlns", w.space, "targetNamespace", w.space, "elementFormDefault", "qualified"}
	if w.space == XMLNamespace {
		attrs = slices.Delete(attrs, 2, 4)
	}
	for i, space := range w.s.xsdSpaces() {
		if space != "" && space != XMLNamespace {
			attrs = append(attrs, fmt.Sprintf("xmlns:n%d", i+1), space)
		}
	}
	w.open("schema", attrs...)
	w.imports()
	for _, a := range w.s.attrs {
		if a.Name.Space == w.space {
			w.globalAttribute(a)
		}
	}
	for _, t := range w.s.simples {
		if t.Name.Space == w.space {
			w.simpleType(t, t.Name.Local)
		}
	}
	for _, t := range w.s.types {
		if t.Name.Space == w.space {
			w.complexType(t, t.Name.Local)
		}
	}
	for _, e := range w.s.elements {
		if e.Name.Space == w.space {
			w.element(e, nil)
		}
	}
	for len(w.queue) > 0 {
		p := w.queue[0]
		w.queue = w.queue[1:]
		w.group(p)
	}
	for _, name := range w.attrQueue {
		w.open("attributeGroup", "name", name)
		for i := range w.attrGroups[name] {
			w.attribute(&w.attrGroups[name][i])
		}
		w.close("attributeGroup")
	}
	w.close("schema")
	return w.buf.Bytes()
}

func (w *xsdWriter) imports() {
	for _, space := range w.s.xsdSpaces() {
		if space != w.space && w.space != XMLNamespace {
			w.empty("import", "namespace", space, "schemaLocation", w.names[space])
		}
	}
}

// ---- elements and types

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
	case p.group != "":
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

// ---- attributes

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

// ---- simple types

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

// ---- identity constraints

func (w *xsdWriter) constraint(c *Constraint) {
	attrs := []string{"name", c.Name.Local}
	if c.Refer != nil {
		attrs = append(attrs, "refer", w.ref(c.Refer.Name))
	}
	name := c.Kind.String()
	w.open(name, attrs...)
	w.empty("selector", "xpath", w.xpath(c.Selector))
	for _, f := range c.Fields {
		w.empty("field", "xpath", w.xpath(f))
	}
	w.close(name)
}

func (w *xsdWriter) xpath(paths []Path) string {
	var all []string
	for _, p := range paths {
		var steps []string
		for _, s := range p.Steps {
			steps = append(steps, w.step(s))
		}
		if p.Attr != nil {
			steps = append(steps, "@"+w.step(*p.Attr))
		}
		text := strings.Join(steps, "/")
		if text == "" {
			text = "."
		}
		if p.Descend {
			text = ".//" + text
		}
		all = append(all, text)
	}
	return strings.Join(all, "|")
}

func (w *xsdWriter) step(s Step) string {
	switch {
	case s.AnyName:
		return "*"
	case s.Name.Space == "":
		return s.Name.Local
	case s.Name.Space == XMLNamespace:
		return "xml:" + s.Name.Local
	}
	return w.prefix(s.Name.Space) + s.Name.Local
}

// ---- groups

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
