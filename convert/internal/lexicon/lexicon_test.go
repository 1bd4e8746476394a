package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestForKnowsBothCodes(t *testing.T) {
	for _, l := range languages {
		require.NotNil(t, For(l.iso), l.iso)
		assert.Same(t, For(l.iso), For(l.short))
		assert.Equal(t, l.iso, For(l.short).Lang())
	}
	assert.Nil(t, For("por"))
	assert.Len(t, All(), len(languages))
}

// lineCases are whole lines and what they mean. The value of a part follows its
// name.
var lineCases = []struct {
	lang, text string
	slot       Slot
	value      string
	parts      []string
}{
	{"eng", "United Nations", Publisher, "", nil},
	{"eng", "General Assembly", Organ, "unga", []string{"organ", "unga"}},
	{"eng", "Distr.: Limited", Distribution, "limited", nil},
	{"eng", "8 October 2021", IssueDate, "2021-10-08", []string{"date", "2021-10-08"}},
	{"eng", "Original: English", Original, "eng", []string{"language", "eng"}},
	{"eng", "Seventy-sixth\nsession", Session, "76", []string{"ord", "76"}},
	{"eng", "Tenth emergency special session", Session, "ES-10", []string{"ord", "10"}},
	{"eng", "Thirtieth special session", Session, "S-30", []string{"ord", "30"}},
	{"eng", "Third Committee", Committee, "3", []string{"committee", "3"}},
	{"eng", "Special Political and Decolonization Committee\n(Fourth Committee)", Committee, "4", nil},
	{"eng", "Agenda items 13 and 14", AgendaItem, "13, 14",
		[]string{"items", "13, 14", "item", "13", "item", "14"}},
	{"eng", "Agenda item 71 (c)", AgendaItem, "71 (c)", []string{"items", "71 (c)", "item", "71 (c)"}},
	{"eng", "Resolution adopted by the General Assembly on 9 December 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-09"}},
	{"eng", "Adopted by the Security Council at its 9527th meeting, on 2 January 2024", AdoptedHeading, "resolution",
		[]string{"organ", "unsc", "meeting", "9527", "date", "2024-01-02"}},
	{"eng", "[on the report of the Third Committee (A/76/463, para. 26)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", ", para. 26"}},
	{"eng", "54th (resumed) plenary meeting", Meeting, "54", []string{"num", "54"}},
	{"eng", "Chad and Fiji: draft resolution", DraftResolution, "draftResolution", []string{"sponsors", "Chad and Fiji"}},
	{"eng", "Annex II", Annex, "2", []string{"label", "2"}},

	{"fra", "Nations Unies", Publisher, "", nil},
	{"fra", "Distr. limitée", Distribution, "limited", nil},
	{"fra", "1er décembre 2020", IssueDate, "2020-12-01", []string{"date", "2020-12-01"}},
	{"fra", "Original : anglais", Original, "eng", []string{"language", "eng"}},
	{"fra", "Soixante-seizième session", Session, "76", []string{"ord", "76"}},
	{"fra", "Troisième Commission", Committee, "3", []string{"committee", "3"}},
	{"fra", "Point 160 a) de l'ordre du jour", AgendaItem, "160 (a)", []string{"items", "160 (a)", "item", "160 (a)"}},
	{"fra", "Points 20 a) et b) de l’ordre du jour", AgendaItem, "20 (a), 20 (b)",
		[]string{"items", "20 (a), 20 (b)", "item", "20 (a)", "item", "20 (b)"}},
	{"fra", "Résolution adoptée par l’Assemblée générale le 16 décembre 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-16"}},
	{"fra", "62e séance plénière", Meeting, "62", []string{"num", "62"}},
	{"fra", "Italie : projet de résolution", DraftResolution, "draftResolution", []string{"sponsors", "Italie"}},
	{"fra", "Résolution 2526 (2020)", Resolution, "2526 (2020)", []string{"num", "2526", "year", "2020"}},
}

func TestLine(t *testing.T) {
	for _, c := range lineCases {
		line, ok := For(c.lang).Line(c.text)
		if !assert.True(t, ok, "%s: %q", c.lang, c.text) {
			continue
		}
		assert.Equal(t, c.slot, line.Slot, "%q is %v", c.text, line.Slot)
		assert.Equal(t, c.value, line.Value, c.text)
		var parts []string
		for _, p := range line.Parts {
			parts = append(parts, p.Name, p.Value)
		}
		assert.Equal(t, c.parts, parts, c.text)
	}
}
