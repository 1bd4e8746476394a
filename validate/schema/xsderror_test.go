package schema

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ntoso/ntoso/internal/shared"
)

// Each fault is reported with file, line and what is wrong.
func TestXSDErrors(t *testing.T) {
	doubling := func() string {
		var b strings.Builder
		b.WriteString(`<xs:element name="a"/><xs:group name="g0"><xs:sequence><xs:element ref="a"/></xs:sequence></xs:group>`)
		for i := range 40 {
			fmt.Fprintf(&b, `<xs:group name="g%d"><xs:sequence><xs:group ref="g%d"/><xs:group ref="g%d"/></xs:sequence></xs:group>`, i+1, i, i)
		}
		return b.String() + `<xs:element name="r"><xs:complexType><xs:group ref="g40"/></xs:complexType></xs:element>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"redefine", "\n<xs:redefine schemaLocation='x'/>", `s.xsd:2: element xs:redefine is not supported`},
		{"assert", "<xs:complexType name='t'>\n\n<xs:assert test='1'/></xs:complexType>", `s.xsd:3: element xs:assert is not supported`},
		{"override", "<xs:override/>", `element xs:override is not supported`},
		{"attribute of 1.1", "<xs:element name='a' targetNamespace='x'/>", `attribute targetNamespace of xs:element is not supported`},
		{"foreign element", "<x xmlns='urn:x'/>", `element {urn:x}x is not supported`},
		{"no type", "\n\n<xs:element name='a' type='nosuch'/>", `s.xsd:3: there is no type {urn:t}nosuch`},
		{"no XSD type", "<xs:element name='a' type='xs:nosuch'/>", `XSD has no type nosuch`},
		{"no prefix", "<xs:element name='a' type='q:nosuch'/>", `prefix q of q:nosuch is not declared`},
		{"no element", "<xs:group name='g'><xs:sequence>\n<xs:element ref='b'/></xs:sequence></xs:group>", `s.xsd:2: there is no element {urn:t}b`},
		{"no attribute", "<xs:complexType name='c'><xs:attribute ref='b'/></xs:complexType>", `there is no attribute {urn:t}b`},
		{"twice", "<xs:element name='a'/>\n<xs:element name='a'/>", `s.xsd:2: xs:element a is declared twice`},
		{"attribute twice", "<xs:complexType name='c'><xs:attribute name='a'/><xs:attribute name='a'/></xs:complexType>", `attribute a is declared twice`},
		{"group in itself", "<xs:group name='g'><xs:sequence><xs:group ref='g'/></xs:sequence></xs:group>", `xs:group g is made of itself`},
		{"type from itself", "<xs:complexType name='c'><xs:complexContent><xs:extension base='c'/></xs:complexContent></xs:complexType>", `xs:complexType c is made of itself`},
		{"simple type from itself", "<xs:simpleType name='c'><xs:list itemType='c'/></xs:simpleType>", `xs:simpleType c is made of itself`},
		{"attributes in themselves", "<xs:attributeGroup name='g'><xs:attributeGroup ref='g'/></xs:attributeGroup>", `xs:attributeGroup g is made of itself`},
		{"bad bounds", "<xs:element name='r'><xs:complexType><xs:sequence minOccurs='2'/></xs:complexType></xs:element>", `minOccurs "2" and maxOccurs "" do not fit`},
		{"bad default", "<xs:attribute name='a' type='xs:integer' default='x'/>", `the value "x" is not a whole number`},
		{"bad default of an element", "\n<xs:element name='a' type='xs:integer' default='x'/>", `s.xsd:2: the value "x" is not a whole number`},
		{"bad enumeration", "<xs:simpleType name='s'><xs:restriction base='xs:integer'>\n<xs:enumeration value='x'/></xs:restriction></xs:simpleType>", `s.xsd:2: the value "x" is not a whole number`},
		{"bad pattern", "<xs:simpleType name='s'><xs:restriction base='xs:string'><xs:pattern value='a('/></xs:restriction></xs:simpleType>", `offset 2: ( without )`},
		{"unknown block", "<xs:simpleType name='s'><xs:restriction base='xs:string'><xs:pattern value='\\p{IsTibetan}'/></xs:restriction></xs:simpleType>", `the category or block IsTibetan is not supported`},
		{"bounds without order", "<xs:simpleType name='s'><xs:restriction base='xs:duration'><xs:minInclusive value='P1D'/></xs:restriction></xs:simpleType>", `xs:minInclusive for this type is not supported`},
		{"DOCTYPE", "", `DOCTYPE is not supported`},
		{"ill-formed", "<xs:element", `s.xsd:1: XML syntax error`},
		{"include", "<xs:include schemaLocation='http://example.org/x.xsd'/>", `the file system has no "http://example.org/x.xsd" to include`},
		{"include outside", "<xs:include schemaLocation='../x.xsd'/>", `the file system has no "../x.xsd" to include`},
		{"import", "<xs:import namespace='urn:x' schemaLocation='http://example.org/x.xsd'/>\n<xs:element name='a' type='x:t' xmlns:x='urn:x'/>", `s.xsd:2: there is no type {urn:x}t: "http://example.org/x.xsd", imported in s.xsd:1, is not in the file system`},
		{"two types", "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='xs:date'/>\n<xs:element name='a' type='xs:time'/></xs:sequence></xs:complexType></xs:element>", `s.xsd:2: element {urn:t}a stands twice in one content model, with different types`},
		{"large maxOccurs", "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' maxOccurs='1000000'/></xs:sequence></xs:complexType></xs:element>", `needs more than`},
		{"large minOccurs of nothing", "<xs:element name='r'><xs:complexType><xs:choice minOccurs='999999999' maxOccurs='999999999'><xs:sequence minOccurs='999999999' maxOccurs='999999999'/></xs:choice></xs:complexType></xs:element>", `needs more than`},
		{"large all", "<xs:element name='r'><xs:complexType><xs:all>" + strings.Repeat("<xs:element name='a'/>", 11) + "</xs:all></xs:complexType></xs:element>", `xs:all with 11 members`},
		{"groups that double", doubling(), `with every group spelled out`},
		{"keyref", "<xs:element name='r'><xs:keyref name='k' refer='x'><xs:selector xpath='a'/><xs:field xpath='@b'/></xs:keyref></xs:element>", `keyref k refers to no key`},
		{"xpath", "<xs:element name='r'><xs:unique name='k'><xs:selector xpath='a[1]'/><xs:field xpath='@b'/></xs:unique></xs:element>", `"a[1]" is beyond the XPath of identity constraints`},
		{"substitution circle", "<xs:element name='a' substitutionGroup='b'/><xs:element name='b' substitutionGroup='a'/>", `made of itself`},
		{"no head", "<xs:element name='a' substitutionGroup='b' type='xs:date'/>", `there is no element {urn:t}b to stand for`},
		{"final", "<xs:complexType name='a' final='extension'/><xs:complexType name='b'><xs:complexContent><xs:extension base='a'/></xs:complexContent></xs:complexType>", `type a allows no extension`},
		{"bad name", "<xs:element name='1'/>", `s.xsd:1: attribute name of xs:element may not be "1"`},
		{"bad boolean", "<xs:element name='a' nillable='yes'/>", `attribute nillable of xs:element may not be "yes"`},
		{"bad use", "<xs:complexType name='c'><xs:attribute name='a' use='maybe'/></xs:complexType>", `attribute use of xs:attribute may not be "maybe"`},
		{"bad block", "<xs:element name='a' block='all'/>", `attribute block of xs:element may not be "all"`},
		{"global minOccurs", "<xs:element name='a' minOccurs='0'/>", `attribute minOccurs may not stand on a global xs:element`},
		{"text", "<xs:element name='a'>text</xs:element>", `text stands in xs:element`},
		{"depth", strings.Repeat("<xs:element name='a'><xs:complexType><xs:sequence>", 100) + strings.Repeat("</xs:sequence></xs:complexType></xs:element>", 100), `elements nest deeper than 256`},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := schemaHead + c.body + "</xs:schema>"
			if c.name == "DOCTYPE" {
				src = "<!DOCTYPE xs:schema>" + src
			}
			s, err := CompileXSD(fstest.MapFS{"s.xsd": {Data: []byte(src)}}, "s.xsd")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("%v\nwant %s", err, c.want)
			}
			if s != nil {
				t.Error("a schema beside the error")
			}
			var fault *XSDError
			var unsupported *UnsupportedError
			var content *ContentError
			if !errors.As(err, &fault) && !errors.As(err, &unsupported) && !errors.As(err, &content) {
				t.Errorf("%T is none of the package's errors", err)
			}
		})
	}
}

func TestXSDFiles(t *testing.T) {
	files := fstest.MapFS{
		"a/main.xsd": {Data: []byte(schemaHead + `<xs:include schemaLocation="part.xsd"/><xs:include schemaLocation="../b/bare.xsd"/>
			<xs:import namespace="urn:o" schemaLocation="../b/other.xsd"/><xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="p"/><xs:element ref="o:q" xmlns:o="urn:o"/><xs:element ref="n"/></xs:sequence><xs:attribute ref="xml:lang"/></xs:complexType></xs:element></xs:schema>`)},
		"a/part.xsd":  {Data: []byte(schemaHead + `<xs:include schemaLocation="main.xsd"/><xs:element name="p" type="xs:date"/></xs:schema>`)},
		"b/bare.xsd":  {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"><xs:element name="n" type="t"/><xs:simpleType name="t"><xs:restriction base="xs:integer"/></xs:simpleType></xs:schema>`)},
		"b/other.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"><xs:element name="q"><xs:complexType><xs:sequence><xs:element name="local" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>`)},
	}
	s, err := CompileXSD(files, "a/main.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for doc, good := range map[string]bool{
		`<r><p>2024-01-01</p><q xmlns="urn:o"/><n>1</n></r>`:                                         true,
		`<r xml:lang="fr"><p>2024-01-01</p><o:q xmlns:o="urn:o"><local xmlns=""/></o:q><n>1</n></r>`: true,
		`<r><p>2024-01-01</p><q xmlns="urn:o"/><n>x</n></r>`:                                         false,
		`<r><p>2024-01-01</p><q xmlns="urn:o"><local/></q><n>1</n></r>`:                              false,
		`<r xml:lang="?"><p>2024-01-01</p><q xmlns="urn:o"/><n>1</n></r>`:                            false,
	} {
		if err := valid(s, featureDoc(doc)); (err == nil) != good {
			t.Errorf("%s: %v", doc, err)
		}
	}
	back, err := CompileXSD(writeAll(t, s), "schema.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Compare(s, back) {
		t.Error(d)
	}
}

func TestGrammarErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"element a = b", `g:1: there is no element b`},
		{"element a = (a", `")" is missing`},
		{"element a =\nelement a =", `g:2: element a is declared twice`},
		{"element a : t", `there is no type t`},
		{"type t : t =\nelement a : t", `type t comes from itself`},
		{"element a = %g\ngroup g = %g", `group g is made of itself`},
		{"element a = ; @g\nattributes g = @g", `attributes g are made of themselves`},
		{"element a = ; x nosuch", `there is no kind of value nosuch`},
		{"element a = ; x, x", `attribute x stands twice`},
		{"value v = v", `value v is made of itself`},
		{"value v = one of", `nothing follows`},
		{"value v = string matching \"(\"", `( without )`},
		{"value v = string matching \"x", `a quotation mark is missing`},
		{"unique eId of a", `"within" is missing`},
		{"sentence", `"sentence" begins no line`},
		{"  a", `the first line is indented`},
		{"element a = )", `a name is missing before ")"`},
		{"group g", `"=" is missing`},
		{"namespace", `a namespace must follow`},
		{"element", `a name must follow "element"`},
		{"element a = a b", `"b" is out of place`},
	} {
		_, err := parseGrammar("g", c.src)
		var fault *grammarError
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.src, err, c.want)
		}
	}
}

func FuzzCompileXSD(f *testing.F) {
	for _, x := range features {
		f.Add(schemaHead + x.xsd + "</xs:schema>")
	}
	f.Fuzz(func(t *testing.T, src string) {
		s, err := CompileXSD(fstest.MapFS{"s.xsd": {Data: []byte(src)}}, "s.xsd")
		if err != nil {
			return
		}
		for _, d := range Compare(s, s) {
			t.Errorf("it differs from itself: %s", d)
		}
		for _, e := range s.Elements() {
			s.Describe(e)
		}
		files, err := XSDFiles(s)
		if err != nil {
			return
		}
		out := fstest.MapFS{}
		for _, x := range files {
			out[x.Name] = &fstest.MapFile{Data: x.Content}
		}
		back, err := CompileXSD(out, files[0].Name)
		if err != nil {
			t.Fatalf("what is written cannot be read: %v\n%s", err, files[0].Content)
		}
		for _, d := range Compare(s, back) {
			t.Errorf("written and read: %s\n%s", d, files[0].Content)
		}
	})
}

func FuzzGrammar(f *testing.F) {
	f.Add("namespace urn:t\nvalue v = (date or list of one of a b)\nattributes g = a v, #foreign\ngroup h = a | b\ntype t = #text %h* ; @g\nelement a : t = b? ; c! \"d\"\nelement b =\nunique a within b\n")
	f.Fuzz(func(t *testing.T, src string) {
		s, err := parseGrammar("g", src)
		if err != nil {
			return
		}
		for _, e := range s.Elements() {
			s.Describe(e)
		}
	})
}

func TestSchemaWithoutNamespace(t *testing.T) {
	src := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="a" minOccurs="0"/>
		<xs:any namespace="##other" processContents="lax" minOccurs="0"/></xs:sequence><xs:attribute name="t" type="kind"/></xs:complexType></xs:element>
		<xs:element name="a" type="kind"/><xs:simpleType name="kind"><xs:restriction base="xs:token"><xs:enumeration value="x"/></xs:restriction></xs:simpleType></xs:schema>`
	s, err := CompileXSD(fstest.MapFS{"s.xsd": {Data: []byte(src)}}, "s.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for doc, good := range map[string]bool{
		`<r/>`: true, `<r t=" x "><a>x</a></r>`: true, `<r><b xmlns="urn:b"/></r>`: true,
		`<r><b/></r>`: false, `<r t="y"/>`: false, `<r><a>y</a></r>`: false, `<r xmlns="urn:t"/>`: false,
	} {
		if err := valid(s, doc); (err == nil) != good {
			t.Errorf("%s: %v", doc, err)
		}
	}
	back, err := CompileXSD(writeAll(t, s), "schema.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Compare(s, back) {
		t.Error(d)
	}
}

func BenchmarkCompileXSD(b *testing.B) {
	files := os.DirFS(shared.Dir(b))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := CompileXSD(files, "schema/akomantoso30.xsd"); err != nil {
			b.Fatal(err)
		}
	}
}
