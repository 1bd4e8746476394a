package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// TestLettered: resolutions with a letter and enacting words each are statements of their own, with the symbol, numbers
// and closing that each has; what the masthead says goes for all.
func TestLettered(t *testing.T) {
	for _, name := range []string{"en-pdf-letters", "en-pdf-letters.layout"} {
		t.Run(name, func(t *testing.T) {
			doc, report := fromText(t, text(t, name), convert.Options{})
			assert.Empty(t, report.Remarks)
			assert.Equal(t, "documentCollection", akn.Local(doc.Main()))
			all := doc.Resolutions()
			require.Len(t, all, 2)
			assert.Equal(t, all[0], doc.Resolution())
			a, b := all[0], all[1]

			assert.Equal(t, "/akn/un/statement/deliberation/unga/2033-12-09/88-113_A", a.IRI)
			assert.Equal(t, "A/RES/88/113 B", b.Symbol)
			assert.Equal(t, "Keepers in the service of those at sea", a.Title)
			assert.Equal(t, "Policies and activities of the United Nations on the maintenance of lamps, lenses and stairs", b.Title)
			for _, r := range all {
				assert.Equal(t, "resolution", r.Class)
				assert.Equal(t, "The General Assembly,", r.Enacting)
				assert.Equal(t, 88, r.Session)
				assert.Equal(t, "33-24177 (E)", r.JobNumber)
				assert.Equal(t, "60th plenary meeting", r.Closing.Meeting)
				assert.Len(t, r.Recitals, 2)
				assert.Len(t, r.Notes, 1)
				assert.Empty(t, r.Annexes)
			}
			require.Len(t, a.Paragraphs, 1)
			assert.Len(t, a.Paragraphs[0].Items, 3)
			require.Len(t, b.Paragraphs, 3)
			assert.Equal(t, "cmp_2__para_3", b.Paragraphs[2].EID)
		})
	}
}

// TestLetteredAlign: the same paragraphs of both dialects have the same names, letter by letter.
func TestLetteredAlign(t *testing.T) {
	flow, _ := fromText(t, text(t, "en-pdf-letters"), convert.Options{})
	layout, _, err := convert.FromText(text(t, "en-pdf-letters.layout"), convert.Options{Language: "ita"}) // read with the words of English
	require.NoError(t, err)
	pairs, err := convert.Align(flow, layout)
	require.NoError(t, err)
	var titles []string
	for _, p := range pairs {
		assert.True(t, p.Whole(), p.EID)
		if p.Kind == "title" {
			titles = append(titles, p.EID)
		}
	}
	assert.Len(t, pairs, 20)
	assert.Equal(t, []string{"preface__docTitle", "cmp_1__preface__docTitle", "cmp_2__preface__docTitle"}, titles)
}

// TestLettersOfParts: where the letters have no enacting words of their own they are parts of one resolution.
func TestLettersOfParts(t *testing.T) {
	doc, _ := fromText(t, text(t, "en-pdf-resolution"), convert.Options{})
	assert.Equal(t, "statement", akn.Local(doc.Main()))
	assert.Len(t, doc.Resolutions(), 1)
}
