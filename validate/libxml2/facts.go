//go:build libxml2

package libxml2

import (
	"encoding/xml"
	"strings"
)

const (
	// messageRoom is what the binding's buffer holds beside its final NUL. A message of 1,023 bytes is the longest that
	// vsnprintf does not cut.
	messageRoom = 1023
	// messageWords bounds the fixed words of any one message of libxml2 2.9 to 2.14; the longest has 118 bytes.
	messageWords = 160
	// expectedNames is how many names libxml2 lists at most after "Expected is one of".
	expectedNames = 10
	// nameMarks are the braces around a namespace, and the comma or quotes around a name.
	nameMarks = 6
)

// facts are what a schema can put into a message of libxml2, and which parts of a document can stand beside it.
type facts struct {
	longestName      int // of an element, attribute, type or constraint
	longestElement   int // of an element
	longestNamespace int
	longestFacet     int             // pattern, fixed value, or all enumerated values of one type
	fields           int             // most fields of one identity constraint
	loud             map[string]bool // attributes whose value can be quoted
	textual          map[string]bool // elements whose text can be quoted

	enumeration  int                 // bytes of the enumeration being read
	fieldCount   int                 // fields of the constraint being read
	declarations []string            // stack: the attribute or element being declared, "" for others
	complexTypes map[string]bool     // name -> has simple content
	typed        map[string][]string // element name -> type names, resolved at the end
}

func newFacts() facts {
	return facts{
		fields: 1,
		// xsi:type and xsi:nil are quoted when wrong, whatever the schema.
		loud:         map[string]bool{"type": true, "nil": true},
		textual:      map[string]bool{},
		complexTypes: map[string]bool{},
		typed:        map[string][]string{},
	}
}

func (f *facts) token(tok xml.Token) {
	switch tok := tok.(type) {
	case xml.StartElement:
		f.start(tok)
	case xml.EndElement:
		f.declarations = f.declarations[:len(f.declarations)-1]
	}
}

func (f *facts) start(el xml.StartElement) {
	name := attribute(el, "name")
	f.longestName = max(f.longestName, len(name))
	declared := ""
	switch el.Name.Local {
	case "schema":
		f.longestNamespace = max(f.longestNamespace, len(attribute(el, "targetNamespace")))
	case "element":
		declared = "element " + name
		f.longestElement = max(f.longestElement, len(name))
		f.element(el, name)
	case "attribute":
		declared = "attribute " + name
		f.attribute(el, name)
	case "complexType":
		declared = "type " + name
		if name != "" {
			f.complexTypes[name] = false
			break
		}
		declared = f.enclosing()
	case "simpleType":
		f.simple()
	case "simpleContent":
		f.simpleContent()
	case "restriction":
		f.enumeration = 0
	case "enumeration":
		f.enumeration += len(attribute(el, "value")) + len("'', ")
		f.longestFacet = max(f.longestFacet, f.enumeration)
	case "unique", "key", "keyref":
		f.fieldCount = 0
	case "field":
		f.fieldCount++
		f.fields = max(f.fields, f.fieldCount)
		f.field(attribute(el, "xpath"))
	default:
		f.longestFacet = max(f.longestFacet, len(attribute(el, "value")))
	}
	f.longestFacet = max(f.longestFacet, len(attribute(el, "fixed")))
	f.declarations = append(f.declarations, declared)
}

// element notes the element's type, to learn at the end whether its text is a value.
func (f *facts) element(el xml.StartElement, name string) {
	if attribute(el, "substitutionGroup") != "" || attribute(el, "fixed") != "" {
		f.textual[name] = true
	}
	if typ := attribute(el, "type"); typ != "" {
		f.typed[name] = append(f.typed[name], typ)
	}
}

// attribute notes an attribute whose value is constrained. A plain string has nothing to quote.
func (f *facts) attribute(el xml.StartElement, name string) {
	typ := attribute(el, "type")
	if typ == "" && attribute(el, "fixed") == "" {
		return // no type at all, or a simpleType inside, see simple
	}
	if local(typ) != "string" || attribute(el, "fixed") != "" {
		f.loud[name] = true
	}
}

// simple notes whose value an anonymous simple type constrains.
func (f *facts) simple() {
	kind, name, _ := strings.Cut(f.enclosing(), " ")
	switch kind {
	case "attribute":
		f.loud[name] = true
	case "element":
		f.textual[name] = true
	}
}

func (f *facts) simpleContent() {
	kind, name, _ := strings.Cut(f.enclosing(), " ")
	switch kind {
	case "type":
		f.complexTypes[name] = true
	case "element":
		f.textual[name] = true
	}
}

// field notes an attribute whose value an identity constraint can quote. The last step of the path names it.
func (f *facts) field(xpath string) {
	for _, p := range strings.Split(xpath, "|") {
		step := local(p[strings.LastIndexAny(p, "/@")+1:])
		f.loud[strings.TrimSpace(step)] = true
		f.textual[strings.TrimSpace(step)] = true
	}
}

// enclosing is the innermost declaration around the current element.
func (f *facts) enclosing() string {
	for i := len(f.declarations) - 1; i >= 0; i-- {
		if f.declarations[i] != "" {
			return f.declarations[i]
		}
	}
	return ""
}

// finish resolves the types of elements once every file has been read.
func (f *facts) finish() error {
	for name, types := range f.typed {
		for _, typ := range types {
			simple, complexType := f.complexTypes[local(typ)]
			if (!complexType && local(typ) != "anyType") || simple {
				f.textual[name] = true
			}
		}
	}
	need := messageWords + f.expectation() + f.name()
	if need = max(need, messageWords+2*f.name()+f.longestFacet); need > messageRoom {
		return &TooLongError{What: "schema", Bytes: need, Room: messageRoom}
	}
	return nil
}

// name is the length of the schema's longest name as a message prints it.
func (f *facts) name() int { return f.longestNamespace + f.longestName + nameMarks }

// expectation is the length of the longest list of expected elements.
func (f *facts) expectation() int {
	return expectedNames * (f.longestNamespace + f.longestElement + nameMarks)
}

// local drops the prefix of a qualified name.
func local(qname string) string { return qname[strings.LastIndexByte(qname, ':')+1:] }
