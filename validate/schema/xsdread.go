package schema

import (
	"io/fs"
	"strings"
)

// CompileXSD compiles an XSD 1.0 schema, whose main file is name. The files that it includes and imports are read from
// files, which must not be nil, by their relative locations; nothing is ever fetched. The namespace of xml:lang and its kin is known without a
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
