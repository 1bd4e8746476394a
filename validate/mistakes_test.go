package validate_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

// resolution is a small document with one of everything that the mistakes below need.
const resolution = `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <statement name="resolution">
    <meta>
      <identification source="#ntoso">
        <FRBRWork>
          <FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main"/>
          <FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1"/>
          <FRBRdate date="2021-10-08" name="adoption"/>
          <FRBRauthor href="#unga"/>
          <FRBRcountry value="un"/>
        </FRBRWork>
        <FRBRExpression>
          <FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main"/>
          <FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@"/>
          <FRBRdate date="2021-10-08" name="adoption"/>
          <FRBRauthor href="#unga"/>
          <FRBRlanguage language="eng"/>
        </FRBRExpression>
        <FRBRManifestation>
          <FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main.xml"/>
          <FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@.xml"/>
          <FRBRdate date="2021-10-08" name="markup"/>
          <FRBRauthor href="#ntoso"/>
        </FRBRManifestation>
      </identification>
    </meta>
    <preamble>
      <formula name="enactingFormula"><p>The General Assembly,</p></formula>
      <container name="Noting"><p>Noting the <i>tides</i>,</p></container>
    </preamble>
    <mainBody>
      <paragraph eId="para_1">
        <num>1.</num>
        <content eId="para_1__content"><p>Decides to meet on <date date="2021-10-09">9 October 2021</date>;</p></content>
      </paragraph>
      <paragraph eId="para_2">
        <num>2.</num>
        <content eId="para_2__content"><p>Requests a report.</p></content>
      </paragraph>
    </mainBody>
  </statement>
</akomaNtoso>
`

// change replaces a part of the resolution, which must be there once.
func change(t *testing.T, old, with string) []byte {
	t.Helper()
	require.Equal(t, 1, strings.Count(resolution, old), "%q stands once in the resolution", old)
	return []byte(strings.Replace(resolution, old, with, 1))
}

func TestValid(t *testing.T) {
	report := validate.Check([]byte(resolution), validate.Options{Profile: validate.Schema})
	assert.Empty(t, report.Findings)
	assert.True(t, report.OK())
}

// TestMistakes: what people get wrong gives exactly one finding, with a message that helps.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name          string
		old, with     string
		code, at, say string
		fix           string
	}{
		{
			name: "missing child", old: "<identification source=\"#ntoso\">", with: "<publication date=\"2021-10-08\" name=\"x\" showAs=\"x\"/><identification source=\"#ntoso\">",
			code: "AKN1104", at: "5:7", say: `<identification> is missing here in <meta> before <publication>: <identification> comes later (line 5), and must stand before it`,
			fix: "move <identification> from line 5 to this place",
		},
		{
			name: "missing child at the end", old: "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@.xml\"/>\n          <FRBRdate date=\"2021-10-08\" name=\"markup\"/>\n          <FRBRauthor href=\"#ntoso\"/>", with: "",
			code: "AKN1103", at: "23:9", say: `<FRBRManifestation> ends too early: <FRBRuri>, <FRBRdate> and <FRBRauthor> are missing`,
			fix: "put <FRBRuri>, <FRBRdate> and <FRBRauthor> before </FRBRManifestation>",
		},
		{
			name: "missing child before another", old: "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1\"/>", with: "",
			code: "AKN1103", at: "9:11", say: `<FRBRuri> is missing in <FRBRWork> before <FRBRdate>`,
			fix: "put <FRBRuri> before <FRBRdate>",
		},
		{
			name: "misplaced child", old: "<num>2.</num>\n        <content eId=\"para_2__content\"><p>Requests a report.</p></content>", with: "<content eId=\"para_2__content\"><p>Requests a report.</p></content>\n        <num>2.</num>",
			code: "AKN1104", at: "39:9", say: `<num> may not stand after <content> in <paragraph>: nothing may follow`,
		},
		{
			name: "child of a strange parent", old: "<p>Requests a report.</p>", with: "<p>Requests a report.</p><num>x</num><num>y</num>",
			code: "AKN1102", at: "39:65", say: `<num> may not stand in <content>: here may stand <blockList>, <blockContainer>, <tblock>, <toc>, <ul>, <ol>, <table>, <p> and others`,
		},
		{
			name: "wrapper forgotten", old: "<content eId=\"para_2__content\"><p>Requests a report.</p></content>", with: "<p>Requests a report.</p><p>And another.</p>",
			code: "AKN1102", at: "39:9", say: `<p> may not stand in <paragraph>`, fix: "put <p> into <intro>",
		},
		{
			name: "misspelt element", old: "<content eId=\"para_2__content\"><p>Requests a report.</p></content>", with: "<contnet eId=\"para_2__content\"><p>Requests a report.</p></contnet>",
			code: "AKN1101", at: "39:9", say: `<contnet> is not an element of Akoma Ntoso: is <content> meant?`, fix: "write <content>",
		},
		{
			name: "foreign element", old: "<p>Requests a report.</p>", with: "<p>Requests a report.</p><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>x</p></div>",
			code: "AKN1105", at: "39:65", say: `<div> (namespace http://www.w3.org/1999/xhtml) may not stand in <content>: no foreign element may`,
		},
		{
			name: "missing attribute", old: "<date date=\"2021-10-09\">", with: "<date>",
			code: "AKN1202", at: "35:62", say: `<date> must have the attribute date`, fix: "add date, whose value is a date",
		},
		{
			name: "misspelt attribute", old: "<paragraph eId=\"para_2\">", with: "<paragraph eid=\"para_2\">",
			code: "AKN1201", at: "37:18", say: `<paragraph> has no attribute eid: is eId meant?`, fix: "write eId",
		},
		{
			name: "bad date", old: "<date date=\"2021-10-09\">", with: "<date date=\"2021-02-30\">",
			code: "AKN1203", at: "35:74", say: `the value "2021-02-30" of the attribute date of <date> is not a date`,
		},
		{
			name: "duplicate eId", old: "eId=\"para_2\"", with: "eId=\"para_1\"",
			code: "AKN1401", at: "37:23", say: `the eId "para_1" is taken: the element at line 33 has it`, fix: "give one of the two another eId",
		},
		{
			name: "stray text", old: "<num>2.</num>", with: "<num>2.</num> Requests",
			code: "AKN1107", at: "38:23", say: `the text "Requests" may not stand in <paragraph>, which holds elements alone`,
		},
		{
			name: "no namespace", old: "<mainBody>", with: "<mainBody xmlns=\"\">",
			code: "AKN1106", at: "32:5", say: `<mainBody> is in no namespace: it must be in http://docs.oasis-open.org/legaldocml/ns/akn/3.0`,
		},
		{
			name: "version 2.0", old: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", with: "http://www.akomantoso.org/2.0",
			code: "AKN1010", at: "2:1", say: `the document element <akomaNtoso> is in version 2.0 of Akoma Ntoso (namespace http://www.akomantoso.org/2.0), which is not supported`,
		},
		{
			name: "committee draft", old: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", with: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
			code: "AKN1010", at: "2:1", say: `is in draft CSD13 of Akoma Ntoso 3.0`,
		},
		{
			name: "cut off", old: "Requests a report.</p></content>\n      </paragraph>\n    </mainBody>\n  </statement>\n</akomaNtoso>\n", with: "Req",
			code: "AKN1003", at: "39:46", say: "the document ends before </p>: it is cut off",
		},
		{
			name: "not well formed", old: "Requests a report.</p>", with: "Requests a report.</content>",
			code: "AKN1001", at: "39:61", say: "the end tag </content> does not match the start tag <p>",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			report := validate.Check(change(t, c.old, c.with), validate.Options{Profile: validate.Schema})
			require.Len(t, report.Findings, 1, report.Findings)
			f := report.Findings[0]
			assert.Equal(t, c.code, f.Code)
			assert.Contains(t, f.Message, c.say)
			assert.Equal(t, c.at, at(f))
			assert.Contains(t, f.Fix, c.fix)
			assert.NotContains(t, f.Message, "\n")
			streamed, err := validate.CheckReader(strings.NewReader(string(change(t, c.old, c.with))), validate.Options{Profile: validate.Schema})
			require.NoError(t, err)
			assert.Equal(t, f, streamed.Findings[0])
		})
	}
}

func at(f validate.Finding) string { return strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column) }

// TestPlace: a finding knows its path, the eId around it, and its offset.
func TestPlace(t *testing.T) {
	src := change(t, "<p>Requests a report.</p>", "<p>Requests a <i clas=\"x\">report</i>.</p>")
	report := validate.Check(src, validate.Options{Profile: validate.Schema})
	require.Len(t, report.Findings, 1)
	f := report.Findings[0]
	assert.Equal(t, "/akomaNtoso/statement/mainBody/paragraph[2]/content/p/i", f.Path)
	assert.Equal(t, "para_2__content", f.EID)
	assert.Equal(t, int64(strings.Index(string(src), "clas=")), f.Offset)
	assert.NotEmpty(t, f.URL)
	assert.Equal(t, validate.Error, f.Severity)
}

// TestTwoMistakes: one mistake does not hide another.
func TestTwoMistakes(t *testing.T) {
	src := strings.Replace(string(change(t, "<p>Requests a report.</p>", "<p>Requests a <i clas=\"x\">report</i>.</p><num/>")), "<num>1.</num>", "<nmu>1.</nmu>", 1)
	report := validate.Check([]byte(src), validate.Options{Profile: validate.Schema})
	var codes []string
	for _, f := range report.Findings {
		codes = append(codes, f.Code)
	}
	assert.Equal(t, []string{"AKN1101", "AKN1201", "AKN1102"}, codes)
}

// TestBadInput: one clear finding each.
func TestBadInput(t *testing.T) {
	for _, c := range []struct{ src, code string }{
		{"", "AKN1004"}, {" \n", "AKN1004"}, {"PK\x03\x04\x14\x00", "AKN1005"}, {"%PDF-1.7", "AKN1005"}, {"\x00\x01\x02", "AKN1005"},
		{"The General Assembly,", "AKN1005"}, {"<?xml version='1.0' encoding='windows-1252'?><p/>", "AKN1007"},
		{"<!DOCTYPE akomaNtoso><akomaNtoso/>", "AKN1008"}, {"<html/>", "AKN1010"}, {resolution[:len(resolution)/2], "AKN1003"},
	} {
		report := validate.Check([]byte(c.src), validate.Options{})
		if assert.Len(t, report.Findings, 1, "%.20q: %v", c.src, report.Findings) {
			assert.Equal(t, c.code, report.Findings[0].Code, "%.20q", c.src)
		}
	}
}

// TestLimits: each limit has its finding, and none stands where it is taken away.
func TestLimits(t *testing.T) {
	deep := validate.Document("<i>"+strings.Repeat("<i>", validate.MaxDepth)) + strings.Repeat("</i>", validate.MaxDepth+1)
	for _, c := range []struct {
		name  string
		src   string
		limit validate.Limits
	}{
		{"Depth", deep, validate.Limits{}},
		{"Size", resolution, validate.Limits{Size: 100}},
		{"Attributes", resolution, validate.Limits{Attributes: 1}},
		{"AttributeValue", resolution, validate.Limits{AttributeValue: 20}},
	} {
		report := validate.Check([]byte(c.src), validate.Options{Profile: validate.Schema, Limits: c.limit})
		if assert.Len(t, report.Findings, 1, c.name) {
			assert.Equal(t, "AKN1009", report.Findings[0].Code, c.name)
			assert.Contains(t, report.Findings[0].Message, c.name)
		}
	}
	report := validate.Check([]byte(deep), validate.Options{Profile: validate.Schema, Limits: validate.Limits{Depth: -1}})
	assert.Empty(t, report.Findings)

	many := validate.Document("<p>" + strings.Repeat("<xyz/><abc/>", 50) + "</p>")
	report = validate.Check([]byte(many), validate.Options{Profile: validate.Schema, Limits: validate.Limits{Findings: 10}})
	assert.Len(t, report.Findings, 10)
	assert.True(t, report.Truncated)
}

// TestAutoProfile: the document's own IRI says whether it is one of the United Nations.
func TestAutoProfile(t *testing.T) {
	assert.Equal(t, validate.AKN4UN, validate.Check([]byte(resolution), validate.Options{}).Profile)
	other := strings.ReplaceAll(resolution, "/akn/un/", "/akn/fr/")
	assert.Equal(t, validate.AKN, validate.Check([]byte(other), validate.Options{}).Profile)
	assert.Equal(t, validate.Schema, validate.Check([]byte(resolution), validate.Options{Profile: validate.Schema}).Profile)
}
