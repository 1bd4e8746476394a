package validate_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/schema"
)

// inventory is a schema with what Akoma Ntoso does not use: texts and fixed values, keys, references, nil, types named
// by the document.
const inventory = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:inventory" xmlns="urn:inventory" xmlns:i="urn:inventory" elementFormDefault="qualified">
<xs:element name="inventory">
  <xs:complexType><xs:sequence>
    <xs:element name="room" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="thing" type="Thing" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="place" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="of" type="xs:string"/></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="name" type="xs:token"/><xs:attribute name="kind" type="xs:string" fixed="room"/></xs:complexType></xs:element>
    <xs:element name="see" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="ref" type="xs:IDREF"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:key name="things"><xs:selector xpath=".//i:thing"/><xs:field xpath="i:number"/></xs:key>
  <xs:unique name="rooms"><xs:selector xpath="i:room"/><xs:field xpath="@name"/></xs:unique>
  <xs:keyref name="places" refer="things"><xs:selector xpath="i:room/i:place"/><xs:field xpath="@of"/></xs:keyref>
</xs:element>
<xs:complexType name="Thing"><xs:sequence>
  <xs:element name="number" type="xs:string"/>
  <xs:element name="price" type="xs:decimal" minOccurs="0" nillable="true"/>
  <xs:element name="unit" type="xs:string" minOccurs="0" fixed="CHF"/>
</xs:sequence><xs:attribute name="id" type="xs:ID"/></xs:complexType>
<xs:complexType name="Book"><xs:complexContent><xs:extension base="Thing"><xs:sequence><xs:element name="pages" type="xs:positiveInteger"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>`

func inventoryGrammar(t testing.TB) *schema.Schema {
	t.Helper()
	s, err := schema.CompileXSD(fstest.MapFS{"inventory.xsd": {Data: []byte(inventory)}}, "inventory.xsd")
	require.NoError(t, err)
	return s
}

// inventoryCases are documents of the inventory: what stands inside the document element, and the codes it must give.
var inventoryCases = []struct {
	name, inside string
	codes        []string
}{
	{"valid", `<room name="a" kind="room"><thing id="t1"><number>1</number><price>2.50</price><unit>CHF</unit></thing><place of="1"/></room><see ref="t1"/>`, nil},
	{"key twice", `<room><thing><number>1</number></thing><thing><number>1</number></thing></room>`, []string{"AKN1401"}},
	{"key in another room", `<room><thing><number>1</number></thing></room><room><thing><number>1</number></thing></room>`, []string{"AKN1401"}},
	{"reference to no key", `<room><thing><number>1</number></thing><place of="2"/></room>`, []string{"AKN1404"}},
	{"unique attribute twice", `<room name="a"/><room name=" a "/>`, []string{"AKN1401"}},
	{"unique attribute missing", `<room/><room/>`, nil},
	{"fixed attribute", `<room kind="hall"/>`, []string{"AKN1204"}},
	{"fixed text", `<room><thing><number>1</number><unit>EUR</unit></thing></room>`, []string{"AKN1301"}},
	{"fixed text left out", `<room><thing><number>1</number><unit/></thing></room>`, nil},
	{"bad text", `<room><thing><number>1</number><price>much</price></thing></room>`, []string{"AKN1301"}},
	{"text in pieces", `<room><thing><number>1</number><price>2<!-- -->.<![CDATA[5]]>&#48;</price></thing></room>`, nil},
	{"element in a text", `<room><thing><number>1</number><price><unit/></price></thing></room>`, []string{"AKN1102"}},
	{"nil", `<room><thing><number>1</number><price x:nil="true"/></thing></room>`, nil},
	{"nil with text", `<room><thing><number>1</number><price x:nil="true">1</price></thing></room>`, []string{"AKN1107"}},
	{"nil where it cannot be", `<room><thing><number x:nil="true"/></thing></room>`, []string{"AKN1302"}},
	{"type", `<room><thing x:type="Book"><number>1</number><pages>12</pages></thing></room>`, nil},
	{"type that demands more", `<room><thing x:type="Book"><number>1</number></thing></room>`, []string{"AKN1103"}},
	{"type of another kind", `<room><thing x:type="s:string"><number>1</number></thing></room>`, []string{"AKN1302"}},
	{"id twice", `<room><thing id="t"><number>1</number></thing><thing id="t"><number>2</number></thing></room>`, []string{"AKN1402"}},
	{"reference to no id", `<room/><see ref="t1"/>`, []string{"AKN1403"}},
}

func inventoryDocument(inside string) []byte {
	return []byte(`<inventory xmlns="urn:inventory" xmlns:x="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema">` + inside + `</inventory>`)
}

// TestOtherGrammar: a schema of the user's own.
func TestOtherGrammar(t *testing.T) {
	options := validate.Options{Grammar: inventoryGrammar(t), Profile: validate.Schema}
	for _, c := range inventoryCases {
		t.Run(c.name, func(t *testing.T) {
			var codes []string
			report := validate.Check(inventoryDocument(c.inside), options)
			for _, f := range report.Findings {
				codes = append(codes, f.Code)
			}
			assert.Equal(t, c.codes, codes, report.Findings)
		})
	}
}

// TestExtraRule: a rule of the caller sees the document and reports with a place.
func TestExtraRule(t *testing.T) {
	rule := validate.Rule{
		Code: "XY4001", Severity: validate.Warning, Profile: validate.AKN, Title: "a note must be called",
		Visit: func(p *validate.Pass) validate.Visitor {
			called, places := map[string]bool{}, map[string]validate.Place{}
			var order []string
			text := ""
			return validate.Visitor{
				Start: func(e *validate.Element) {
					if id, ok := e.Attr("eId"); ok && e.Is("paragraph") {
						places[id] = p.At("eId")
						order = append(order, id)
					}
					if href, ok := e.Attr("href"); ok && !e.Foreign() {
						called[strings.TrimPrefix(href, "#")] = true
					}
					assert.Equal(t, e.Depth() == 0, e.Parent(1) == "")
					for name, value := range e.Attrs() {
						got, ok := e.Attr(name)
						assert.True(t, ok && got == value, name)
					}
				},
				End: func(e *validate.Element) {
					for name := range e.Attrs() {
						assert.Fail(t, "an end tag has no attribute", name)
					}
				},
				Text: func(b []byte) { text += string(b) },
				Done: func() {
					assert.Contains(t, text, "The General Assembly,")
					for _, id := range order {
						if !called[id] {
							p.Report(places[id], validate.Finding{Message: "nobody calls " + id})
						}
					}
				},
			}
		},
	}
	report := validate.Check([]byte(resolution), validate.Options{Profile: validate.AKN, Extra: []validate.Rule{rule},
		Suppress: map[string]string{"AKN2101": "the document has no references"}})
	require.Len(t, report.Findings, 2)
	f := report.Findings[1]
	assert.Equal(t, "XY4001", f.Code)
	assert.Equal(t, validate.Warning, f.Severity)
	assert.Equal(t, "37:23", at(f))
	assert.Equal(t, "/akomaNtoso/statement/mainBody/paragraph[2]", f.Path)
	assert.Equal(t, "para_2", f.EID)
	assert.True(t, report.OK())

	report = validate.Check([]byte(resolution), validate.Options{Profile: validate.Schema, Extra: []validate.Rule{rule}})
	assert.Empty(t, report.Findings, "a profile that does not hold the rule")
}

// A caller's rule that says no severity gives warnings, and a report without findings is an empty list.
func TestZeroValues(t *testing.T) {
	rule := validate.Rule{Code: "XY4002", Profile: validate.AKN, Visit: func(p *validate.Pass) validate.Visitor {
		return validate.Visitor{Start: func(e *validate.Element) {
			if e.Is("akomaNtoso") {
				p.Report(p.Here(), validate.Finding{Message: "here"})
			}
		}}
	}}
	report := validate.Check([]byte(resolution), validate.Options{Profile: validate.AKN, Extra: []validate.Rule{rule},
		Suppress: map[string]string{"AKN2101": "the document has no references"}})
	require.Len(t, report.Findings, 1)
	assert.Equal(t, "XY4002", report.Findings[0].Code)
	assert.Equal(t, validate.Warning, report.Findings[0].Severity)

	none, err := json.Marshal(validate.Check([]byte(resolution), validate.Options{Profile: validate.Schema}))
	require.NoError(t, err)
	assert.JSONEq(t, `{"findings": [], "profile": "schema"}`, string(none))
}
