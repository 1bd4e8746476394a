package schema

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// An XSDError reports a fault of an XSD: it is not well-formed, breaks a rule of XSD, or names what does not exist.
type XSDError struct {
	File   string // the name by which it was asked for
	Line   int    // from 1; 0 where the file as a whole is meant
	Reason string
	Err    error // the cause, if another error is it
}

// Error gives file, line and reason.
func (e *XSDError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Reason
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
}

// Unwrap returns the cause.
func (e *XSDError) Unwrap() error { return e.Err }

// An UnsupportedError reports a construct of XSD that CompileXSD does not support.
type UnsupportedError struct {
	File      string // the name by which it was asked for
	Line      int    // from 1
	Construct string // such as "xs:redefine"
}

// Error gives file, line and construct.
func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s:%d: %s is not supported", e.File, e.Line, e.Construct)
}

// Limits of an XSD, against hostile ones. The largest schemas in use are far below.
const (
	maxXSDBytes = 16 << 20
	maxXSDDepth = 256
	maxXSDFiles = 200
)

// A node is an element of an XSD.
type node struct {
	name     string // local; the namespace is XSD's
	attrs    map[string]string
	children []*node
	doc      *document
	scope    *scope
	line     int
}

// A document is a file of an XSD.
type document struct {
	file       string
	target     string
	qualifiedE bool // elementFormDefault
	qualifiedA bool // attributeFormDefault
	block      string
	final      string
}

// A scope is a chain of namespace declarations.
type scope struct {
	parent *scope
	prefix string
	uri    string
}

func (s *scope) lookup(prefix string) (string, bool) {
	for ; s != nil; s = s.parent {
		if s.prefix == prefix {
			return s.uri, true
		}
	}
	if prefix == "xml" {
		return XMLNamespace, true
	}
	return "", prefix == ""
}

// vocabulary lists the elements of XSD 1.0 with their attributes. What is not in it is not supported.
var vocabulary = map[string]string{
	"schema":         "targetNamespace elementFormDefault attributeFormDefault blockDefault finalDefault version id",
	"import":         "namespace schemaLocation id",
	"include":        "schemaLocation id",
	"element":        "name ref type minOccurs maxOccurs default fixed nillable abstract block final form substitutionGroup id",
	"attribute":      "name ref type use default fixed form id",
	"complexType":    "name mixed abstract block final id",
	"simpleType":     "name final id",
	"group":          "name ref minOccurs maxOccurs id",
	"attributeGroup": "name ref id",
	"sequence":       "minOccurs maxOccurs id",
	"choice":         "minOccurs maxOccurs id",
	"all":            "minOccurs maxOccurs id",
	"any":            "namespace processContents minOccurs maxOccurs id",
	"anyAttribute":   "namespace processContents id",
	"complexContent": "mixed id",
	"simpleContent":  "id",
	"extension":      "base id",
	"restriction":    "base id",
	"list":           "itemType id",
	"union":          "memberTypes id",
	"unique":         "name id",
	"key":            "name id",
	"keyref":         "name refer id",
	"selector":       "xpath id",
	"field":          "xpath id",
	"enumeration":    "value id",
	"pattern":        "value id",
	"length":         "value fixed id",
	"minLength":      "value fixed id",
	"maxLength":      "value fixed id",
	"minInclusive":   "value fixed id",
	"minExclusive":   "value fixed id",
	"maxInclusive":   "value fixed id",
	"maxExclusive":   "value fixed id",
	"totalDigits":    "value fixed id",
	"fractionDigits": "value fixed id",
	"whiteSpace":     "value fixed id",
	"notation":       "name public system id",
}

// parseXSD reads a file into nodes.
func parseXSD(file string, data []byte) (*node, error) {
	p := &xsdParser{dec: xml.NewDecoder(bytes.NewReader(data)), doc: &document{file: file}}
	for {
		tok, err := p.dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &XSDError{file, p.line(), err.Error(), err}
		}
		if err := p.token(tok); err != nil {
			return nil, err
		}
	}
	if p.root == nil {
		return nil, &XSDError{File: file, Reason: "there is no schema in it"}
	}
	return p.root, nil
}

type xsdParser struct {
	dec    *xml.Decoder
	doc    *document
	root   *node
	stack  []*node
	ignore int // depth inside annotations
}

func (p *xsdParser) line() int {
	line, _ := p.dec.InputPos()
	return line
}

func (p *xsdParser) token(tok xml.Token) error {
	switch tok := tok.(type) {
	case xml.Directive:
		if bytes.HasPrefix(bytes.TrimSpace(tok), []byte("DOCTYPE")) {
			return &UnsupportedError{p.doc.file, p.line(), "DOCTYPE"}
		}
	case xml.StartElement:
		return p.start(tok)
	case xml.EndElement:
		if p.ignore > 0 {
			p.ignore--
		} else {
			p.stack = p.stack[:len(p.stack)-1]
		}
	case xml.CharData:
		if p.ignore == 0 && len(bytes.TrimSpace(tok)) > 0 && len(p.stack) > 0 {
			return &XSDError{File: p.doc.file, Line: p.line(), Reason: "text stands in xs:" + p.stack[len(p.stack)-1].name}
		}
	}
	return nil
}

func (p *xsdParser) start(tok xml.StartElement) error {
	if p.ignore > 0 || tok.Name == (xml.Name{Space: XSDNamespace, Local: "annotation"}) {
		p.ignore++
		return nil
	}
	n := &node{name: tok.Name.Local, attrs: map[string]string{}, doc: p.doc, line: p.line()}
	allowed, known := vocabulary[n.name]
	if tok.Name.Space != XSDNamespace || !known {
		return &UnsupportedError{p.doc.file, n.line, "element " + constructName(tok.Name)}
	}
	if len(p.stack) == maxXSDDepth {
		return &XSDError{File: p.doc.file, Line: n.line, Reason: fmt.Sprintf("elements nest deeper than %d", maxXSDDepth)}
	}
	if len(p.stack) > 0 {
		parent := p.stack[len(p.stack)-1]
		n.scope = parent.scope
		parent.children = append(parent.children, n)
	} else if n.name != "schema" {
		return &XSDError{File: p.doc.file, Line: n.line, Reason: "the root is xs:" + n.name + ", not xs:schema"}
	} else {
		p.root = n
	}
	p.stack = append(p.stack, n)
	return p.attributes(n, tok.Attr, strings.Fields(allowed))
}

func (p *xsdParser) attributes(n *node, attrs []xml.Attr, allowed []string) error {
	for _, a := range attrs {
		switch {
		case a.Name.Space == "xmlns":
			n.scope = &scope{n.scope, a.Name.Local, a.Value}
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			n.scope = &scope{n.scope, "", a.Value}
		case a.Name.Space != "":
		case slices.Contains(allowed, a.Name.Local):
			if !slices.Contains([]string{"value", "default", "fixed"}, a.Name.Local) {
				a.Value = strings.TrimSpace(a.Value)
			}
			if !goodValue(a.Name.Local, a.Value) {
				return n.fault("attribute %s of xs:%s may not be %q", a.Name.Local, n.name, a.Value)
			}
			n.attrs[a.Name.Local] = a.Value
		default:
			return &UnsupportedError{n.doc.file, n.line, "attribute " + a.Name.Local + " of xs:" + n.name}
		}
	}
	return nil
}

// goodValue judges an attribute of XSD itself, as far as what it means is not judged elsewhere.
func goodValue(attr, value string) bool {
	among := func(words ...string) bool { return slices.Contains(words, value) }
	switch attr {
	case "name":
		at, _ := lexNCName([]byte(value))
		return at < 0
	case "abstract", "nillable", "mixed":
		return among("true", "false", "1", "0")
	case "use":
		return among("optional", "prohibited", "required")
	case "form", "elementFormDefault", "attributeFormDefault":
		return among("qualified", "unqualified")
	case "block", "final", "blockDefault", "finalDefault":
		for _, word := range strings.Fields(value) {
			if !slices.Contains([]string{"#all", "extension", "restriction", "substitution", "list", "union"}, word) {
				return false
			}
		}
	}
	return true
}

func constructName(n xml.Name) string {
	if n.Space == XSDNamespace {
		return "xs:" + n.Local
	}
	return Name{n.Space, n.Local}.String()
}

// fault makes an XSDError about a node.
func (n *node) fault(format string, args ...any) error {
	return &XSDError{File: n.doc.file, Line: n.line, Reason: fmt.Sprintf(format, args...)}
}

func (n *node) place() place { return place{n.doc.file, n.line} }

// only returns the first child of one of the names.
func (n *node) only(names ...string) *node {
	for _, c := range n.children {
		if slices.Contains(names, c.name) {
			return c
		}
	}
	return nil
}

// name resolves a QName in an attribute's value.
func (n *node) resolve(qname string) (Name, error) {
	qname = strings.TrimSpace(qname)
	prefix, local, ok := strings.Cut(qname, ":")
	if !ok {
		prefix, local = "", qname
	}
	if at, _ := lexNCName([]byte(local)); at >= 0 {
		return Name{}, n.fault("%q is not a name", qname)
	}
	uri, ok := n.scope.lookup(prefix)
	if !ok {
		return Name{}, n.fault("prefix %s of %s is not declared", prefix, qname)
	}
	if prefix == "" && uri == "" { // a schema without namespace taken in by another has its namespace
		uri = n.doc.target
	}
	return Name{uri, local}, nil
}

// A loader reads the files of an XSD.
type loader struct {
	files fs.FS
	seen  map[[2]string]bool // file and target namespace
	// top are the global components, in order.
	top []*node
	// absent tells why an imported namespace has no components.
	absent map[string]string
	// importsXML says whether the namespace of XML is imported without a file.
	importsXML bool
}

// load reads a file, those that it includes and those that it imports. chameleon is the namespace that a file without one takes on.
func (l *loader) load(file, chameleon string) (*document, error) {
	if len(l.seen) > maxXSDFiles {
		return nil, &XSDError{File: file, Reason: fmt.Sprintf("the schema has more than %d files", maxXSDFiles)}
	}
	data, err := l.readFile(file)
	if err != nil {
		return nil, err
	}
	root, err := parseXSD(file, data)
	if err != nil {
		return nil, err
	}
	doc := root.doc
	doc.target = root.attrs["targetNamespace"]
	if strings.ContainsAny(doc.target, " \t\r\n") { // it could not be told from two in a list
		return nil, root.fault("white space stands in the namespace %q", doc.target)
	}
	if doc.target == "" {
		doc.target = chameleon
	}
	doc.qualifiedE = root.attrs["elementFormDefault"] == "qualified"
	doc.qualifiedA = root.attrs["attributeFormDefault"] == "qualified"
	doc.block, doc.final = root.attrs["blockDefault"], root.attrs["finalDefault"]
	if key := [2]string{file, doc.target}; l.seen[key] {
		return doc, nil
	} else {
		l.seen[key] = true
	}
	for _, n := range root.children {
		if err := l.component(n); err != nil {
			return nil, err
		}
	}
	return doc, nil
}

func (l *loader) readFile(file string) ([]byte, error) {
	f, err := l.files.Open(file)
	if err != nil {
		return nil, &XSDError{File: file, Reason: "it cannot be read: " + err.Error(), Err: err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxXSDBytes+1))
	if err != nil {
		return nil, &XSDError{File: file, Reason: "it cannot be read: " + err.Error(), Err: err}
	}
	if len(data) > maxXSDBytes {
		return nil, &XSDError{File: file, Reason: fmt.Sprintf("it is larger than %d bytes", maxXSDBytes)}
	}
	return data, nil
}

func (l *loader) component(n *node) error {
	switch n.name {
	case "include":
		return l.include(n)
	case "import":
		return l.imports(n)
	case "element", "attribute", "complexType", "simpleType", "group", "attributeGroup":
		if n.attrs["name"] == "" {
			return n.fault("xs:%s has no name", n.name)
		}
		for _, local := range []string{"ref", "minOccurs", "maxOccurs", "form", "use"} {
			if _, ok := n.attrs[local]; ok {
				return n.fault("attribute %s may not stand on a global xs:%s", local, n.name)
			}
		}
		l.top = append(l.top, n)
	case "notation":
	default:
		return n.fault("xs:%s may not stand in xs:schema", n.name)
	}
	return nil
}

func (l *loader) include(n *node) error {
	file, ok := n.location()
	if !ok {
		return n.fault("the file system has no %q to include", n.attrs["schemaLocation"])
	}
	doc, err := l.load(file, n.doc.target)
	if err == nil && doc.target != n.doc.target {
		err = n.fault("%s is of namespace %q, not %q", file, doc.target, n.doc.target)
	}
	return err
}

// imports reads the file of another namespace. One outside the file system is taken for absent: it is a fault
// only if something of it is used. The namespace of XML is known without a file.
func (l *loader) imports(n *node) error {
	space := n.attrs["namespace"]
	file, ok := n.location()
	if ok {
		_, err := fs.Stat(l.files, file)
		ok = err == nil
	}
	if !ok {
		if space == XMLNamespace {
			l.importsXML = true
		} else {
			l.absent[space] = fmt.Sprintf("%q, imported in %s:%d, is not in the file system", n.attrs["schemaLocation"], n.doc.file, n.line)
		}
		return nil
	}
	doc, err := l.load(file, "")
	if err == nil && doc.target != space {
		err = n.fault("%s is of namespace %q, not %q", file, doc.target, space)
	}
	return err
}

// location resolves a schemaLocation against the file it stands in.
func (n *node) location() (string, bool) {
	loc := n.attrs["schemaLocation"]
	if loc == "" || strings.Contains(loc, ":") || strings.HasPrefix(loc, "/") {
		return "", false
	}
	file := path.Join(path.Dir(n.doc.file), loc)
	return file, fs.ValidPath(file)
}
