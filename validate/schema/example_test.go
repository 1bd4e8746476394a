package schema_test

import (
	"fmt"
	"testing/fstest"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/schema"
)

// Ask what may follow the metadata of a statement.
func ExampleAutomaton_Expected() {
	akn := schema.AKN()
	content := akn.Root(schema.AKNNamespace, "statement").Type.Content
	st, _, _, _ := content.Step(content.Start(), []byte(schema.AKNNamespace), []byte("meta"))
	names, _ := content.Expected(st)
	for _, n := range names {
		fmt.Println(n.Local)
	}
	// Output:
	// coverPage
	// preface
	// preamble
	// mainBody
}

// Find what is missing before a child that may not stand yet.
func ExampleAutomaton_Reach() {
	akn := schema.AKN()
	content := akn.Root(schema.AKNNamespace, "identification").Type.Content
	manifestation := akn.Symbol([]byte(schema.AKNNamespace), []byte("FRBRManifestation"))
	missing, _, ok := content.Reach(content.Start(), manifestation)
	fmt.Println(len(missing), missing[0].Local, missing[1].Local, ok)
	// Output: 2 FRBRWork FRBRExpression true
}

// Judge the value of an attribute.
func ExampleSimpleType_Check() {
	date := schema.AKN().Root(schema.AKNNamespace, "docDate").Type.Attr(nil, []byte("date"))
	fmt.Println(date.Type.Check([]byte("2024-02-29")) == nil)
	fmt.Println("2023-02-29", date.Type.Check([]byte("2023-02-29")))
	// Output:
	// true
	// 2023-02-29 is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): there is no day 29 in that month
}

// Print what an element may hold, in words.
func ExampleSchema_Describe() {
	akn := schema.AKN()
	fmt.Print(akn.Describe(akn.Root(schema.AKNNamespace, "attachments")))
	// Output:
	// attachments
	//
	// Holds:
	//   attachment, one or more
	//
	// Carries no attributes.
	//
	// May stand in: doc, statement, debateReport, act, bill, amendmentList, officialGazette,
	//   documentCollection, debate, amendment, judgment
}

// Compile a schema of one's own, and see how it differs from another version of it.
func ExampleCompare() {
	version := func(bounds string) *schema.Schema {
		files := fstest.MapFS{"memo.xsd": {Data: []byte(`
			<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:memo" xmlns="urn:memo">
			<xs:element name="memo"><xs:complexType><xs:sequence><xs:element ref="line" ` + bounds + `/></xs:sequence></xs:complexType></xs:element>
			<xs:element name="line" type="xs:string"/>
			</xs:schema>`)}}
		s, err := schema.CompileXSD(files, "memo.xsd")
		if err != nil {
			panic(err)
		}
		return s
	}
	for _, d := range schema.Compare(version(""), version(`maxOccurs="2"`)) {
		fmt.Println(d)
	}
	// Output: element memo: only the second schema lets it hold: line, line
}

// Compile a schema of one's own, and judge documents by it.
func ExampleCompileXSD() {
	files := fstest.MapFS{"notice.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:notices"
	elementFormDefault="qualified"><xs:element name="notice"><xs:complexType><xs:sequence>
	<xs:element name="date" type="xs:date"/></xs:sequence></xs:complexType></xs:element></xs:schema>`)}}
	notices, err := schema.CompileXSD(files, "notice.xsd") // os.DirFS(".") for files of the disk
	if err != nil {
		panic(err)
	}
	src := `<notice xmlns="urn:notices"><date>2031-02-30</date></notice>`
	for _, f := range validate.Check([]byte(src), validate.Options{Grammar: notices, Profile: validate.Schema}).Findings {
		fmt.Println(f)
	}
	// Output: 1:45: error AKN1301: the text "2031-02-30" of <date> is not a date (YYYY-MM-DD): there is no day 30 in that month
}
