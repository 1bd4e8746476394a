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
	Name      string // by which the others import it
	Namespace string // its target namespace
	Content   []byte // UTF-8
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
