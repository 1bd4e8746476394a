package convert_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// TestUnknownSponsors: the report says which of those who submitted a draft are not known, and is silent of the others.
func TestUnknownSponsors(t *testing.T) {
	for line, want := range map[string][]string{
		"Albania, Benin and European Union: draft resolution":                        nil,
		"Draft resolution submitted by the Chair of the Committee following talks":   nil,
		"Draft resolution submitted by the President of the General Assembly":        nil,
		"Albania and Ruritania: draft resolution":                                    {"Ruritania"},
		"Draft resolution submitted by the Bureau":                                   {"the Bureau"},
		"Albania, Ruritania, Benin and the Duchy of Grand Fenwick: draft resolution": {"Ruritania", "the Duchy of Grand Fenwick"},
	} {
		_, report, err := convert.FromText([]byte("A/C.2/87/L.12\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n\n3 November 2032\n\n"+
			"Eighty-seventh session\n\nSecond Committee\n\n"+line+"\n\nBees of the schools\n\nThe General Assembly,\n\n1. Decides to plant roses.\n"), convert.Options{})
		require.NoError(t, err)
		var got []string
		for _, r := range report.Remarks {
			if r.Code == "sponsor-unknown" {
				got = append(got, strings.Split(r.Message, `"`)[1])
			}
		}
		assert.Equal(t, want, got, line)
	}
}

// TestSubmittedBy: a sponsor is a State, a group of States, an organ or a name in a list of those. An officer is a role; what
// is said of the occasion is text, in which a symbol is cited.
func TestSubmittedBy(t *testing.T) {
	for _, c := range []struct{ line, proponent, sponsors, role, cites string }{
		{"Albania, Benin and European Union: draft resolution", "Albania, Benin and European Union", "Albania|Benin|European Union", "", ""},
		{"Albania and Ruritania: draft resolution", "Albania and Ruritania", "Albania|Ruritania", "", ""},
		{"Draft resolution submitted by Albania and Ruritania", "Albania and Ruritania", "Albania|Ruritania", "", ""},
		{"Draft resolution submitted by the European Union, Albania and the Third Committee", "the European Union, Albania and the Third Committee", "European Union|Albania|Third Committee", "", ""},
		{"Draft resolution submitted by the Bureau", "the Bureau", "", "", ""},
		{"Draft resolution submitted by the Chair of the Committee following long talks", "the Chair of the Committee", "", "#chair", ""},
		{"Draft resolution submitted by the President of the General Assembly", "the President of the General Assembly", "", "#presidentOfTheGeneralAssembly", ""},
		{"Draft resolution submitted by the Rapporteur of the Committee, Rosa Bee (Chad), on the basis of talks on draft resolution A/C.2/87/L.4: draft resolution",
			"the Rapporteur of the Committee, Rosa Bee (Chad)", "", "#rapporteur", "A/C.2/87/L.4"},
		{"Draft resolution submitted by the Chair, on the recommendation of the Economic and Social Council", "the Chair", "", "#chair", ""},
	} {
		t.Run(c.line, func(t *testing.T) {
			doc, _, err := convert.FromText([]byte("A/C.2/87/L.12\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n\n3 November 2032\n\n"+
				"Eighty-seventh session\n\nSecond Committee\n\n"+c.line+"\n\nBees of the schools\n\nThe General Assembly,\n\n1. Decides to plant roses.\n"), convert.Options{})
			require.NoError(t, err)
			preface := doc.Statement().Preface().Element()
			assert.Equal(t, c.proponent, squeezed(one(preface, "docProponent")))
			assert.Equal(t, "Bees of the schools", squeezed(one(preface, "docTitle")))
			sponsors := strings.Join(texts(find(preface, "organization")), "|")
			assert.Equal(t, c.sponsors, sponsors)
			steps := find(doc.Main(), "step")
			if c.sponsors == "" {
				assert.Empty(t, steps)
			} else {
				assert.Len(t, steps, 1+strings.Count(c.sponsors, "|"))
			}
			var role, cites string
			if e := one(preface, "role"); e != nil {
				role = akn.Attr(e, "refersTo")
			}
			if e := one(preface, "ref"); e != nil {
				cites = akn.Attr(e, "title")
			}
			assert.Equal(t, c.role, role)
			assert.Equal(t, c.cites, cites)
		})
	}
}
