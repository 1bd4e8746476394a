package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// messages are the messages of one rule, each with its fix.
func messages(src, code string, profile Profile) []string {
	var all []string
	for _, f := range Check([]byte(src), Options{Profile: profile}).Findings {
		if f.Code == code {
			all = append(all, strings.TrimSuffix(f.Message+" | "+f.Fix, " | "))
		}
	}
	return all
}

// A manifestation can be a package, whose format is akn, and older names have a component behind a slash alone.
func TestPartsOfNames(t *testing.T) {
	const this, uri = "eng@/!main.xml", `eng@/.xml"`
	for _, c := range []struct {
		this, uri string
		found     int
	}{
		{this, uri, 0}, {this, `eng@.akn"`, 0}, {this, `eng@/.akn"`, 0}, {"fra@/!main.xml", `eng@.akn"`, 1}, {this, `eng@/.pdf"`, 1},
	} {
		src := strings.NewReplacer(this, c.this, uri, c.uri).Replace(Document("<mainBody><p/></mainBody>"))
		assert.Len(t, messages(src, "AKN2202", AKN), c.found, "%s %s", c.this, c.uri)
	}
	old := strings.ReplaceAll(Document("<mainBody><p/></mainBody>"), "/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main", "/un/statement/2021-10-08/main")
	old = strings.ReplaceAll(old, "/akn/un/statement/deliberation/unga/2021-10-08/76-1", "/un/statement/2021-10-08")
	assert.Empty(t, messages(old, "AKN2202", AKN))
}

// Who names documents by another convention does so everywhere, and is told so once.
func TestNamesOfAnotherConventionAreReportedOnce(t *testing.T) {
	const name = "/akn/un/statement/deliberation/unga/2021-10-08/76-1"
	src := strings.ReplaceAll(Document("<mainBody><p/></mainBody>"), name, "urn:lex:xx:76-1")
	assert.Equal(t, []string{`the FRBRthis "urn:lex:xx:76-1/!main" is not a name of the naming convention, which begins with /akn/; nor are 5 other names of the document`},
		messages(src, "AKN2209", AKN))
	src = strings.Replace(Document("<mainBody><p/></mainBody>"), name+"/!main", "", 1)
	assert.Equal(t, []string{"the FRBRthis is empty: by the naming convention it begins with /akn/"}, messages(src, "AKN2209", AKN))
}

// A reference to an xml:id says so: the target is there, but has no eId.
func TestReferenceToAnXMLID(t *testing.T) {
	src := Document(`<mainBody><p xml:id="tide">Text</p><p><ref href="#tide">this</ref> and <ref href="#ebb">that</ref></p></mainBody>`)
	assert.Equal(t, []string{
		`the href of <ref> is "#tide", which is the xml:id of <p>: references are to eIds | give that element the eId "tide", too`,
		`the href of <ref> is "#ebb", but no element has this eId | add the element, or an entry in references, or correct the reference`,
	}, messages(src, "AKN2101", AKN))
}

// What there is once in its place begins the eIds of what it holds, whether it has its own or not.
func TestEIDsInElementsWithout(t *testing.T) {
	for _, c := range []struct {
		src   string
		found int
	}{
		{`<preface><p eId="preface__p_1">Text</p></preface>`, 0},
		{`<preface><p eId="preamble__p_1">Text</p></preface>`, 1},
		{`<mainBody><section eId="sec_1"><num>1</num><intro><p eId="sec_1__intro__p_1">Text</p></intro><paragraph><content><p/></content></paragraph></section></mainBody>`, 0},
		{`<mainBody><section eId="sec_1"><num>1</num><intro><p eId="sec_2__intro__p_1">Text</p></intro><paragraph><content><p/></content></paragraph></section></mainBody>`, 1},
		{`<mainBody><section><num>1</num><paragraph eId="sec_1__para_1"><content><p/></content></paragraph></section></mainBody>`, 1},
	} {
		assert.Len(t, messages(Document(c.src), "AKN2003", AKN), c.found, c.src)
	}
	found := messages(Document(`<mainBody><p>x</p></mainBody>`), "AKN2003", AKN)
	assert.Empty(t, found)
}

// The eId that is proposed has the number alone, whatever stands before it.
func TestEIDWithTwoKinds(t *testing.T) {
	src := Document(`<preamble><container name="x"><blockList eId="tide_list_1"><item><p/></item></blockList></container></preamble>`)
	assert.Equal(t, []string{`the eId "tide_list_1" of <blockList> names in its last step another kind, "tide": by the convention it is "list_1"`},
		messages(src, "AKN2002", AKN))
}

// A number that is printed and no part of an eId is not said to be another.
func TestNumberAsPrinted(t *testing.T) {
	for _, c := range []struct{ id, want string }{
		{"para_(a)", `the eId "para_(a)" of <paragraph> has its number as it is printed, "(a)": by the convention it is "a"`},
		{"para_b", `the eId "para_b" of <paragraph> has the number "b", but "(a)" is printed`},
	} {
		src := Document(`<mainBody><paragraph eId="` + c.id + `"><num>(a)</num><content><p/></content></paragraph></mainBody>`)
		assert.Equal(t, []string{c.want}, messages(src, "AKN2004", AKN))
	}
}

// A document without FRBRnumber that prints its symbol is not one whose symbol nobody knows.
func TestSymbolPrintedAndNotNamed(t *testing.T) {
	src := strings.Replace(Document(`<coverPage><p><docNumber refersTo="#symbol">A/RES/76/1</docNumber></p></coverPage>`),
		`<FRBRnumber value="76-1" showAs="A/RES/76/1"/>`, "", 1)
	assert.Equal(t, []string{`the document prints the symbol "A/RES/76/1" and has no FRBRnumber | complete the metadata: ntoso normalize`},
		messages(src, "UN3107", AKN4UN))
}

// A name without # that an entry has is written with it.
func TestNameWithoutHash(t *testing.T) {
	src := strings.Replace(Document("<mainBody><p/></mainBody>"), `href="#unga" as="#author"`, `href="unga" as="writer"`, 1)
	assert.Equal(t, []string{
		`the href of <FRBRauthor> is "unga", not #id | write "#unga"`,
		`the as of <FRBRauthor> is "writer", not #id | add an entry to references and write # and its eId`,
	}, messages(src, "UN3118", AKN4UN))
}
