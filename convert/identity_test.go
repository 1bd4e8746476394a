package convert_test

import (
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

const masthead = "United Nations\n\nA/RES/88/73\n\nGeneral Assembly\n\nDistr.: General\n\n9 December 2033\n\nEighty-eighth session\n\nAgenda item 15\n\n"

const adoptedText = "Resolution adopted by the General Assembly on 1 December 2033\n\n88/73. Footbridges\n\nThe General Assembly,\n\nRecalling that a bridge has two ends,\n\n" +
	"1. Decides that both shall be mended;\n\n2. Requests the Secretary-General to mend them.\n\n57th plenary meeting\n1 December 2033\n"

// elements are the elements of a converted text with the given name.
func elements(t *testing.T, text, name string) []*etree.Element {
	t.Helper()
	doc, _ := fromText(t, text, convert.Options{})
	return find(doc.Root(), name)
}

// attributes are those of the elements with the given name.
func attributes(t *testing.T, text, name, key string) string {
	t.Helper()
	var values []string
	for _, e := range elements(t, text, name) {
		values = append(values, e.SelectAttrValue(key, "-"))
	}
	return strings.Join(values, " ")
}

// The dates of work, expression and manifestation are called what they are.
func TestDatesAreCalledWhatTheyAre(t *testing.T) {
	for _, c := range []struct{ name, text, dates, names string }{
		{"with a masthead", masthead + adoptedText, "2033-12-01 2033-12-09 2033-12-09", "adoption publication markup"},
		{"without one", adoptedText, "2033-12-01 2033-12-01 2033-12-01", "adoption adoption markup"},
		{"without any date", "The General Assembly,\n\n1. Decides to wait;\n\n2. Requests everybody to wait.\n", "0001-01-01 0001-01-01 0001-01-01", "unknown unknown unknown"},
	} {
		assert.Equal(t, c.dates, attributes(t, c.text, "FRBRdate", "date"), c.name)
		assert.Equal(t, c.names, attributes(t, c.text, "FRBRdate", "name"), c.name)
	}
}

// A page end has the number of the page that begins there; none begins after the last.
func TestNoPageBeginsAfterTheLast(t *testing.T) {
	pages := []string{"A/RES/88/73\n\nThe General Assembly,\n\nRecalling that a bridge has two ends,\n", "\nRecalling also that it has a middle,\n\n1.\n\nDecides to mend it.\n"}
	assert.Equal(t, "2", attributes(t, strings.Join(pages, "\f"), "eop", "number"))
	assert.Equal(t, "2 -", attributes(t, strings.Join(pages, "\f")+"\f", "eop", "number"))
}

// An annex that is cited has the name that our annexes have.
func TestAnnexesAreNamedAsTheyAreCited(t *testing.T) {
	const work = "/akn/un/statement/deliberation/unga/2030-07-27/84-313"
	for text, want := range map[string]string{
		"resolution 84/313 of 27 July 2030":                             work,
		"resolution 84/313 of 27 July 2030, annex":                      work + "/!annex_1",
		"resolution 84/313 of 27 July 2030, annex II":                   work + "/!annex_2",
		"paragraph 3 of the annex to resolution 84/313 of 27 July 2030": work + "/!annex_1#att_1__para_3",
		"paragraph 3 of resolution 84/313 of 27 July 2030":              work + "/!main#para_3",
	} {
		assert.Equal(t, want, attributes(t, "The General Assembly,\n\nRecalling "+text+",\n\n1. Decides to go on.\n", "ref", "href"), text)
	}

	text := masthead + adoptedText + "\nAnnex\n\nRules for bridges\n\n1. A bridge shall have two ends.\n"
	assert.Equal(t, "/akn/un/statement/deliberation/unga/2033-12-01/88-73/!main", attributes(t, text, "original", "href"))
	annex := elements(t, text, "doc")
	require.Len(t, annex, 1)
	this := annex[0].FindElement("meta/identification/FRBRWork/FRBRthis")
	assert.Equal(t, "/akn/un/statement/deliberation/unga/2033-12-01/88-73/!annex_1", this.SelectAttrValue("value", ""))
}

// The name of a committee is marked whole wherever it stands.
func TestCommitteesAreNamedWhole(t *testing.T) {
	for _, l := range sixLanguages {
		src := string(text(t, "adopted-"+l.short))
		for _, e := range elements(t, src, "docCommittee") {
			assert.Equal(t, committees[l.short], e.Text())
		}
		assert.Equal(t, "2", attributes(t, src, "docCommittee", "value"), l.short)
	}
	fourth := masthead + "Resolution adopted by the General Assembly on 1 December 2033\n\n[on the report of the Special Political and Decolonization Committee (Fourth Committee) (A/88/449)]\n\n88/73. Bridges\n\nThe General Assembly,\n"
	require.Len(t, elements(t, fourth, "docCommittee"), 1)
	assert.Equal(t, "Special Political and Decolonization Committee (Fourth Committee)", elements(t, fourth, "docCommittee")[0].Text())
}

var committees = map[string]string{
	"ar": "اللجنة الثانية", "en": "Second Committee", "es": "Segunda Comisión", "fr": "Deuxième Commission", "ru": "Второго комитета", "zh": "第二委员会",
}

// An item of the agenda without a title is an agenda item, not a number.
func TestAgendaItemsWithoutTitle(t *testing.T) {
	assert.Equal(t, "agenda item 15", attributes(t, masthead+adoptedText, "keyword", "showAs"))
}

// The title of a decision is no title of a resolution.
func TestTitlesSayWhatTheyAreOf(t *testing.T) {
	decision := "88/512. Lamps on bridges\n\nAt its 58th plenary meeting, on 2 December 2033, the General Assembly decided to buy lamps.\n"
	assert.Equal(t, "#decisionTitle", attributes(t, decision, "docTitle", "refersTo"))
	assert.Equal(t, "- #resolutionTitle", attributes(t, masthead+adoptedText, "docTitle", "refersTo"))
}

// The date after the last of several resolutions belongs to the list; one without a year is a date.
func TestDatesOfSeveralResolutions(t *testing.T) {
	text := "The Security Council,\n\nRecalling its resolutions 186 (1964) of 4 March, 187 (1964) of 13 March and 192 (1964) of 20 June 1964,\n\n1. Decides to go on.\n"
	assert.Equal(t, "1964-03-04 1964-03-13 1964-06-20", attributes(t, text, "date", "date"))
	list := elements(t, text, "mref")
	require.Len(t, list, 1)
	assert.Len(t, list[0].SelectElements("date"), 3)
}

// A person has the office that the text gives, and one entry whatever the language.
func TestPersonsWithOffices(t *testing.T) {
	text := "A/C.2/87/L.12\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n\n3 November 2032\n\nEighty-seventh session\n\nSecond Committee\n\n" +
		"Draft resolution submitted by the Rapporteur of the Committee, Rosa Bée (Chad), on the basis of talks\n\nBees of the schools\n\nThe General Assembly,\n\n" +
		"Noting the report of Mr. Kai B. Lund of the Facilities Service,\n\n" +
		"1. Thanks the Special Representative of the Secretary-General, Ida Jolt, and the Secretary-General, Member States and others.\n"
	assert.Equal(t, "#rosaBee #kaiBLund #idaJolt", attributes(t, text, "person", "refersTo"))
	assert.Equal(t, "#rapporteur - #specialRepresentativeOfTheSecretaryGeneral", attributes(t, text, "person", "as"))
	assert.Equal(t, "idaJolt kaiBLund rosaBee", attributes(t, text, "TLCPerson", "eId"))
	assert.Equal(t, "Rosa Bée", elements(t, text, "person")[0].Text())
}

// The author of a document is the organ that enacts or, where only the symbol says who it is, the one of the symbol. It is
// never said to be the Assembly because its name is not known; and its resolutions are not the Assembly's.
func TestAuthorsWithoutKnownNames(t *testing.T) {
	const text = "Lamps at the falls\n\nThe Meeting of the Keepers,\n\nRecalling its resolution 4/2 of 3 May 2029,\n\n1. Requests a lamp above every well.\n"
	for _, c := range []struct{ symbol, author, remark string }{
		{"", "#meetingOfTheKeepers", "organ-unknown"},
		{"S/RES/2950 (2031)", "#unsc", ""},
	} {
		doc, report := fromText(t, text, convert.Options{Symbol: c.symbol})
		assert.Equal(t, c.author, find(doc.Root(), "FRBRauthor")[0].SelectAttrValue("href", ""), c.symbol)
		assert.Len(t, find(doc.Root(), "formula"), 1, c.symbol)
		assert.Empty(t, find(doc.Root(), "ref"), c.symbol)
		var remarks []string
		for _, r := range report.Remarks {
			if strings.HasPrefix(r.Code, "organ") {
				remarks = append(remarks, r.Code)
			}
		}
		assert.Equal(t, c.remark, strings.Join(remarks, " "), c.symbol)
	}
}
