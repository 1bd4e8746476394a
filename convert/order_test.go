package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

// TestSecondLineFirst: extraction in reading order prints the second line of a paragraph of two right after the number,
// and the first as a block of its own. The text has them as they read, and the source comes back as it was.
func TestSecondLineFirst(t *testing.T) {
	const head = "The General Assembly,\nRecalling its resolution 84/12 of 3 November 2029 on the winding of clocks in all halls,\n"
	const first = "1.\n\nDecides to wind the clocks of the Organization on the first Monday of every month;\n\n"
	for _, c := range []struct{ name, tail, last string }{
		{"after the number", first + "2.\nsession.\n\nDecides to take up the question of clocks in all halls and towers at its eighty-sixth\n\n61st plenary meeting\n4 December 2030\n\f",
			"Decides to take up the question of clocks in all halls and towers at its eighty-sixth session."},
		{"a name", first + "2.\nAgency.\n\nThanks the Director General, the staff and the friends of the International Horological\n\f",
			"Thanks the Director General, the staff and the friends of the International Horological Agency."},
		{"above the page's end", first + "2.\nhands.\n\nInvites all States to report before its eighty-sixth session on the number of clocks without\n\f",
			"Invites all States to report before its eighty-sixth session on the number of clocks without hands."},
		{"a text that goes on", first + "2.\nhands;\n\nInvites all States to report before its eighty-sixth session on the number of clocks without\n\ncogs.\n\f", ""},
		{"no opening phrase", first + "2.\nFund.\n\nThe clocks of each hall are paid for with what is left each year in the Horological\n\f",
			"The clocks of each hall are paid for with what is left each year in the Horological Fund."},
		{"a heading above a short line", first + "2.\nGeneral.\n\nThe clocks of each hall\n\f", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := []byte(head + c.tail)
			ladder(t, src, convert.Options{Dialect: "pdf-flow"})
			doc, _ := fromText(t, src, convert.Options{Dialect: "pdf-flow"})
			paragraphs := doc.Resolution().Paragraphs
			require.Len(t, paragraphs, 2)
			if c.last == "" {
				xml := written(t, doc)
				assert.NotContains(t, string(xml), "order=")
				return
			}
			assert.Equal(t, c.last, paragraphs[1].Text)
		})
	}
}
