package schema

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// features are small schemas, one for each construct of XSD, with documents that are valid and others that are not.
// The oracles must agree.
var features = []struct {
	name      string
	xsd       string // the children of xs:schema, whose target namespace is urn:t
	good, bad []string
}{
	{
		name: "sequence with bounds",
		xsd: `<xs:element name="r"><xs:complexType><xs:sequence maxOccurs="2"><xs:element name="a" minOccurs="2" maxOccurs="3"/>
			<xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
		good: []string{"<r><a/><a/></r>", "<r><a/><a/><a/><b/></r>", "<r><a/><a/><b/><a/><a/></r>"},
		bad:  []string{"<r/>", "<r><a/></r>", "<r><a/><a/><b/><a/></r>", "<r><a/><a/><b/><a/><a/><b/><a/><a/></r>", "<r><b/></r>", "<r>x<a/><a/></r>"},
	},
	{
		name: "choice",
		xsd:  `<xs:element name="r"><xs:complexType><xs:choice minOccurs="0" maxOccurs="2"><xs:element name="a"/><xs:sequence><xs:element name="b"/><xs:element name="c"/></xs:sequence></xs:choice></xs:complexType></xs:element>`,
		good: []string{"<r/>", "<r> </r>", "<r><a/></r>", "<r><b/><c/><a/></r>", "<r><b/><c/><b/><c/></r>"},
		bad:  []string{"<r><b/></r>", "<r><a/><a/><a/></r>", "<r><c/></r>"},
	},
	{
		name: "all",
		xsd:  `<xs:element name="r"><xs:complexType><xs:all><xs:element name="a"/><xs:element name="b" minOccurs="0"/><xs:element name="c"/></xs:all></xs:complexType></xs:element>`,
		good: []string{"<r><a/><c/></r>", "<r><c/><b/><a/></r>", "<r><b/><c/><a/></r>"},
		bad:  []string{"<r/>", "<r><a/></r>", "<r><a/><c/><a/></r>", "<r><a/><b/></r>"},
	},
	{
		name: "empty content",
		xsd:  `<xs:element name="r"><xs:complexType><xs:attribute name="a"/></xs:complexType></xs:element>`,
		good: []string{"<r/>", "<r></r>", `<r a="1"/>`, "<r><!-- c --></r>"},
		bad:  []string{"<r> </r>", "<r>x</r>", "<r><r/></r>", `<r b="1"/>`},
	},
	{
		name: "simple content",
		xsd: `<xs:element name="r"><xs:complexType><xs:simpleContent><xs:extension base="xs:integer"><xs:attribute name="u" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
			<xs:element name="s" type="xs:date"/>`,
		good: []string{`<r u="">1</r>`, `<r u="x"> 12 </r>`, `<s>2024-02-29</s>`, `<s>2024<!-- -->-02-29</s>`},
		bad:  []string{`<r>1</r>`, `<r u="">x</r>`, `<r u=""/>`, `<s/>`, `<s a="">2024-02-29</s>`, `<s>2024-02-29<r u="">1</r></s>`},
	},
	{
		name: "extension and restriction",
		xsd: `<xs:complexType name="b"><xs:sequence><xs:element name="x" minOccurs="0" maxOccurs="5"/></xs:sequence><xs:attribute name="p"/><xs:attribute name="q"/></xs:complexType>
			<xs:complexType name="e"><xs:complexContent><xs:extension base="b"><xs:sequence><xs:element name="y"/></xs:sequence><xs:attribute name="z" use="required"/></xs:extension></xs:complexContent></xs:complexType>
			<xs:complexType name="n"><xs:complexContent><xs:restriction base="b"><xs:sequence><xs:element name="x"/></xs:sequence><xs:attribute name="p" use="required"/><xs:attribute name="q" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>
			<xs:element name="r" type="b"/><xs:element name="re" type="e"/><xs:element name="rn" type="n"/>`,
		good: []string{`<r/>`, `<r p="" q=""><x/><x/></r>`, `<re z=""><x/><y/></re>`, `<re z="" q=""><y/></re>`, `<rn p=""><x/></rn>`, `<r xsi:type="e" z=""><y/></r>`, `<r xsi:type="n" p=""><x/></r>`, `<r xsi:type="b"/>`},
		bad:  []string{`<re z=""><x/></re>`, `<re><y/></re>`, `<rn p=""/>`, `<rn><x/></rn>`, `<rn p="" q=""><x/></rn>`, `<rn xsi:type="b" p=""/>`, `<r xsi:type="e"/>`, `<r xsi:type="nosuch"/>`, `<r xsi:type="xs:string"/>`},
	},
	{
		name: "block and abstract",
		xsd: `<xs:complexType name="b" abstract="true"/><xs:complexType name="e"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType>
			<xs:complexType name="c"/><xs:complexType name="d"><xs:complexContent><xs:extension base="c"/></xs:complexContent></xs:complexType>
			<xs:element name="r" type="b"/><xs:element name="s" type="c" block="extension"/>`,
		good: []string{`<r xsi:type="e"/>`, `<s/>`, `<s xsi:type="c"/>`},
		bad:  []string{`<r/>`, `<r xsi:type="b"/>`, `<s xsi:type="d"/>`},
	},
	{
		name: "nil",
		xsd:  `<xs:element name="r" nillable="true" type="xs:date"/><xs:element name="s" type="xs:date"/>`,
		good: []string{`<r xsi:nil="true"/>`, `<r xsi:nil="false">2024-01-01</r>`, `<r xsi:nil="1"></r>`},
		bad:  []string{`<r/>`, `<r xsi:nil="true">2024-01-01</r>`, `<s xsi:nil="true"/>`, `<r xsi:nil="true"> </r>`},
	},
	{
		name: "values fixed and by default",
		xsd: `<xs:element name="r"><xs:complexType><xs:attribute name="f" type="xs:decimal" fixed="1.0"/><xs:attribute name="d" type="xs:integer" default="1"/></xs:complexType></xs:element>
			<xs:element name="s" type="xs:integer" fixed="7"/><xs:element name="t" type="xs:integer" default="7"/>`,
		good: []string{`<r/>`, `<r f="1"/>`, `<r f="01.00"/>`, `<r d="2"/>`, `<s/>`, `<s>07</s>`, `<t/>`, `<t>8</t>`},
		bad:  []string{`<r f="2"/>`, `<r d="x"/>`, `<s>8</s>`, `<t>x</t>`},
	},
	{
		name: "facets",
		xsd: `<xs:simpleType name="code"><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}\d+"/><xs:pattern value="x(-y)*"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="num"><xs:restriction base="xs:decimal"><xs:minInclusive value="-1.5"/><xs:maxExclusive value="10"/><xs:fractionDigits value="2"/><xs:totalDigits value="3"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="enum"><xs:restriction base="xs:integer"><xs:enumeration value="1"/><xs:enumeration value="20"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="nums"><xs:restriction><xs:simpleType><xs:list itemType="num"/></xs:simpleType><xs:length value="2"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="either"><xs:union memberTypes="enum xs:date"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="none"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
			<xs:simpleType name="day"><xs:restriction base="xs:date"><xs:minInclusive value="2024-01-01"/><xs:maxInclusive value="2024-12-31"/></xs:restriction></xs:simpleType>
			<xs:element name="r"><xs:complexType><xs:attribute name="c" type="code"/><xs:attribute name="n" type="num"/><xs:attribute name="e" type="enum"/><xs:attribute name="l" type="nums"/><xs:attribute name="u" type="either"/><xs:attribute name="d" type="day"/></xs:complexType></xs:element>`,
		good: []string{`<r c="AB1"/>`, `<r c=" AB12 "/>`, `<r c="x-y-y"/>`, `<r c="x"/>`, `<r n="-1.5"/>`, `<r n="9.99"/>`, `<r n="001.100"/>`, `<r e="1"/>`, `<r e="+01"/>`,
			`<r l="1 2"/>`, `<r l=" 1   2 "/>`, `<r u="20"/>`, `<r u="2024-01-01"/>`, `<r u="none"/>`, `<r d="2024-06-01"/>`, `<r d="2024-12-31"/>`},
		bad: []string{`<r c="AB"/>`, `<r c="AB1234"/>`, `<r c="x-"/>`, `<r c="ab1"/>`, `<r n="-1.51"/>`, `<r n="10"/>`, `<r n="1.123"/>`, `<r n="123"/>`, `<r e="2"/>`,
			`<r l="1"/>`, `<r l="1 2 3"/>`, `<r l="1 11"/>`, `<r u="2"/>`, `<r u="nothing"/>`, `<r u=""/>`, `<r d="2023-12-31"/>`, `<r d="2025-01-01"/>`},
	},
	{
		name: "wildcards",
		xsd: `<xs:element name="r"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType></xs:element>
			<xs:element name="s"><xs:complexType><xs:sequence><xs:any processContents="strict"/></xs:sequence></xs:complexType></xs:element>
			<xs:element name="k"><xs:complexType><xs:sequence><xs:any processContents="skip" namespace="##local urn:x" maxOccurs="2"/></xs:sequence><xs:anyAttribute namespace="##targetNamespace ##local" processContents="skip"/></xs:complexType></xs:element>
			<xs:element name="d" type="xs:date"/>`,
		good: []string{`<r/>`, `<r><a xmlns="urn:x"/></r>`, `<r><a xmlns="urn:x"><d xmlns="urn:t">2024-01-01</d></a></r>`, `<r y:z="" xmlns:y="urn:y"/>`, `<s><d>2024-01-01</d></s>`,
			`<k><a xmlns="urn:x"><d xmlns="urn:t">x</d></a></k>`, `<k><a xmlns=""/></k>`, `<k p="" t:q="" xmlns:t="urn:t"><a xmlns=""/></k>`, `<r><a xmlns="urn:x" xsi:type="xs:date">2024-01-01</a></r>`},
		bad: []string{`<r><a xmlns=""/></r>`, `<r><d>2024-01-01</d></r>`, `<r><a xmlns="urn:x"><d xmlns="urn:t">x</d></a></r>`, `<r z=""/>`, `<s><d>x</d></s>`, `<s><a xmlns="urn:x"/></s>`,
			`<k><d>2024-01-01</d></k>`, `<k><a xmlns="urn:y"/></k>`, `<k y:z="" xmlns:y="urn:y"><a xmlns=""/></k>`, `<r><a xmlns="urn:x" xsi:type="xs:date">x</a></r>`},
	},
	{
		name: "groups",
		xsd: `<xs:group name="g"><xs:choice><xs:element name="a"/><xs:element name="b"/></xs:choice></xs:group><xs:attributeGroup name="ag"><xs:attribute name="p" use="required"/><xs:attributeGroup ref="ah"/></xs:attributeGroup><xs:attributeGroup name="ah"><xs:attribute name="q"/></xs:attributeGroup>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:group ref="g" maxOccurs="2"/><xs:element name="c"/></xs:sequence><xs:attributeGroup ref="ag"/></xs:complexType></xs:element>`,
		good: []string{`<r p=""><a/><c/></r>`, `<r p="" q=""><b/><a/><c/></r>`},
		bad:  []string{`<r><a/><c/></r>`, `<r p=""><c/></r>`, `<r p=""><a/><a/><a/><c/></r>`},
	},
	{
		name: "substitution groups",
		xsd: `<xs:element name="h" type="xs:string" abstract="true"/><xs:element name="m" type="xs:token" substitutionGroup="h"/><xs:element name="n" substitutionGroup="m"/>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`,
		good: []string{`<r><m/></r>`, `<r><n/><m/></r>`, `<m>x</m>`},
		bad:  []string{`<r><h/></r>`, `<r/>`, `<h/>`, `<r><m/><m/><n/></r>`},
	},
	{
		name: "identity constraints",
		xsd: `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="k" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute name="id"/><xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element>
			<xs:element name="f" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute name="to"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
			<xs:key name="K"><xs:selector xpath="t:k"/><xs:field xpath="@id"/></xs:key><xs:keyref name="F" refer="t:K"><xs:selector xpath=".//t:f"/><xs:field xpath="@to"/></xs:keyref></xs:element>
			<xs:element name="u"><xs:complexType><xs:sequence><xs:element name="v" maxOccurs="9"><xs:complexType><xs:sequence><xs:element name="w" type="xs:string" minOccurs="0"/></xs:sequence><xs:attribute name="p"/><xs:attribute name="q"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
			<xs:unique name="U"><xs:selector xpath="./t:v|*/t:w"/><xs:field xpath="@p"/><xs:field xpath="@q"/></xs:unique></xs:element>`,
		good: []string{`<r><k id="1"/><k id="2"/><f to="2"/></r>`, `<r/>`, `<u><v p="1"/><v p="1"/></u>`, `<u><v p="1" q="1"/><v p="1" q="2"/></u>`, `<r><k id="1"/><f/></r>`},
		bad:  []string{`<r><k id="1"/><k id="1"/></r>`, `<r><k/></r>`, `<r><k id="1"/><f to="2"/></r>`, `<u><v p="1" q="1"/><v p="1" q="1"/></u>`},
	},
	{
		name: "ids",
		xsd:  `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`,
		good: []string{`<r><a id="x"/><a id="y"/><a/></r>`},
		bad:  []string{`<r><a id="x"/><a id="x"/></r>`, `<r><a id="1"/></r>`},
	},
	{
		name: "mixed content",
		xsd: `<xs:complexType name="m" mixed="true"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType><xs:element name="r" type="m"/>
			<xs:element name="e" ><xs:complexType mixed="true"/></xs:element>
			<xs:element name="x"><xs:complexType><xs:complexContent mixed="true"><xs:extension base="m"><xs:sequence><xs:element name="b"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element>`,
		good: []string{`<r/>`, `<r>x<a/>y</r>`, `<e>x</e>`, `<e/>`, `<x>1<a/>2<b/>3</x>`},
		bad:  []string{`<r>x<a/>y<a/></r>`, `<e>x<e/></e>`, `<x>1</x>`},
	},
	{
		name: "local names",
		xsd:  `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" form="unqualified"/><xs:element name="b"/></xs:sequence><xs:attribute name="q" form="qualified"/></xs:complexType></xs:element>`,
		good: []string{`<r><a xmlns=""/><b/></r>`, `<r t:q="" xmlns:t="urn:t"><a xmlns=""/><b/></r>`},
		bad:  []string{`<r><a/><b/></r>`, `<r><a xmlns=""/><b xmlns=""/></r>`, `<r q=""><a xmlns=""/><b/></r>`},
	},
	{
		name: "recursion through groups",
		xsd: `<xs:group name="g"><xs:sequence><xs:element name="a" minOccurs="0"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element></xs:sequence></xs:group>
			<xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>`,
		good: []string{`<r/>`, `<r><a><a><a/></a></a></r>`},
		bad:  []string{`<r><a/><a/></r>`, `<r><a><b/></a></r>`},
	},
	{
		name: "attributes of XML",
		xsd: `<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
			<xs:element name="r"><xs:complexType><xs:attribute ref="xml:lang" use="required"/><xs:attribute ref="xml:space"/></xs:complexType></xs:element>
			<xs:element name="s"><xs:complexType><xs:attributeGroup ref="xml:specialAttrs"/></xs:complexType></xs:element>`,
		good: []string{`<r xml:lang="fr"/>`, `<r xml:lang=""/>`, `<r xml:lang="fr" xml:space="preserve"/>`, `<s xml:base="x"/>`, `<s xml:id="i"/>`},
		bad:  []string{`<r/>`, `<r xml:lang="x y"/>`, `<r xml:lang="fr" xml:space="keep"/>`, `<r xml:lang="fr" xml:base="x"/>`, `<s xml:base="#a#b"/>`},
	},
}

const schemaHead = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">`

// featureDoc gives the root of a document the namespaces.
func featureDoc(doc string) string {
	i := strings.IndexAny(doc, " />")
	return doc[:i] + ` xmlns="urn:t" xmlns:xs="` + XSDNamespace + `" xmlns:xsi="` + XSINamespace + `"` + doc[i:]
}

// xmlXSD is a schema of the namespace of XML for the oracles, which do not know it by themselves.
func xmlXSD(t testing.TB) []byte {
	data := string(writeAll(t, AKN())["xml.xsd"].Data)
	group := `<xs:attributeGroup name="specialAttrs">`
	for _, a := range xmlAttributes() {
		group += `<xs:attribute ref="xml:` + a.Name.Local + `"/>`
	}
	group += `</xs:attributeGroup></xs:schema>`
	return []byte(strings.Replace(data, "</xs:schema>", group, 1))
}

func TestFeatures(t *testing.T) {
	for _, f := range features {
		t.Run(f.name, func(t *testing.T) {
			xsd := schemaHead + f.xsd + "</xs:schema>"
			s, err := CompileXSD(fstest.MapFS{"f.xsd": {Data: []byte(xsd)}}, "f.xsd")
			if err != nil {
				t.Fatal(err)
			}
			for i, d := range append(append([]string(nil), f.good...), f.bad...) {
				good := i < len(f.good)
				if err := valid(s, featureDoc(d)); (err == nil) != good {
					t.Errorf("%s: %v", d, err)
				}
			}
			back, err := CompileXSD(writeAll(t, s), "schema.xsd")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range Compare(s, back) {
				t.Errorf("written and read: %s", d)
			}
		})
	}
}

// disputedDocs are the verdicts on which an oracle is wrong, with the clause of XSD 1.0 part 1 that decides.
var disputedDocs = map[string]string{
	"xmllint <s>07</s>": "3.3.4, clause 5.2.2.2.2: it is the value that is fixed, not how it is written",
}

func TestFeaturesAgainstOracles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "xml.xsd"), xmlXSD(t), 0o644); err != nil {
		t.Fatal(err)
	}
	var all []job
	var short []string
	var good []bool
	for n, f := range features {
		xsd := schemaHead + f.xsd + "</xs:schema>"
		path := filepath.Join(dir, strconv.Itoa(n)+".xsd")
		if err := os.WriteFile(path, []byte(xsd), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := CompileXSD(os.DirFS(dir), strconv.Itoa(n)+".xsd")
		if err != nil {
			t.Fatal(err)
		}
		written := dump(t, s)
		for i, d := range append(append([]string(nil), f.good...), f.bad...) {
			all = append(all, job{path, featureDoc(d)}, job{written, featureDoc(d)})
			short = append(short, d, d)
			good = append(good, i < len(f.good), i < len(f.good))
		}
	}
	for _, o := range oracles {
		t.Run(o.name, func(t *testing.T) {
			for i, v := range o.run(t, all) {
				if v != good[i] && disputedDocs[o.name+" "+short[i]] == "" {
					t.Errorf("%s: %s is valid: %t", filepath.Base(all[i].xsd), short[i], v)
				}
			}
		})
	}
}
