package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// TestEndNotes: the notes after the closing of an old record are notes where it is certain which place calls each of them.
func TestEndNotes(t *testing.T) {
	const head = "412 (2031). Resolution of 5 May 2031\n\nThe Security Council,\n\n"
	const closing = "\n\nAdopted unanimously at the\n9412th meeting.\n\n\n"
	for _, c := range []struct {
		name, body, notes string
		markers           []string
		again             int
	}{
		{"after a comma and a word", "Having considered the report of the keepers, 7 and the letter 8 of the wardens,\n\n1. Asks them to wait.",
			"7 Document S/9001.\n8 Ibid., document S/9002,\nannex.", []string{"7", "8"}, 0},
		{"glued, the last in the closing", "Having considered the report of the keepers,7\n\n1. Asks them to wait.",
			"7 Document S/9001.", []string{"7"}, 0},
		{"in brackets", "Having considered the report of the keepers [1] and 1 letter,\n\n1. Asks them to wait.",
			"[1] Document S/9001.\n\n", []string{"1"}, 0},
		{"called again", "Having considered the report of the keepers, 7 and that of the wardens, 7\n\n1. Asks them to wait.",
			"7 Document S/9001.", []string{"7"}, 1},
		{"an asterisk beside numbers", "Having considered the report of the keepers, 7\n\n1. Relies on * the keepers.",
			"7 Document S/9001.\n* In another language the verb is weaker.", []string{"7", "*"}, 0},
		{"not called", "Having considered the report of the keepers,\n\n1. Asks them to wait.", "7 Document S/9001.", nil, 0},
		{"one of two not called", "Having considered the report, 7\n\n1. Asks them to wait.", "7 Document S/9001.\n8 Ibid.", nil, 0},
		{"two places that fit as well", "Having considered the 7 keepers and the 7 wardens,\n\n1. Asks them to wait.", "7 Document S/9001.", nil, 0},
		{"in the wrong order", "Having considered the report, 8 and the letter, 7\n\n1. Asks them to wait.", "7 Document S/9001.\n8 Ibid.", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, end := range []string{"\n", ""} {
				src := head + c.body + closing + c.notes + end
				doc, _ := fromText(t, src, convert.Options{})
				var markers []string
				for n := range doc.Notes() {
					markers = append(markers, n.Marker())
				}
				assert.Equal(t, c.markers, markers)
				again := 0
				for range akn.Find(doc.Root(), "noteRef") {
					again++
				}
				assert.Equal(t, c.again, again)
				exact(t, src, doc)
			}
		})
	}
}

// A last text with a number of its own, after the closing, is no annex: its paragraphs would begin with 1.
func TestNumberedTextAfterTheClosing(t *testing.T) {
	for text, annexes := range map[string]int{"33.One member took no part.\n": 0, "33. One member took no part.\n": 0, "1. The lamps are lit at dusk.\n": 1} {
		src := "412 (2031). Resolution of 5 May 2031\n\nThe Security Council,\n\n1. Asks them to wait.\n\nAdopted unanimously at the\n9412th meeting.\n\n\n" + text
		doc, report := fromText(t, src, convert.Options{})
		assert.Equal(t, annexes, report.Annexes, text)
		assert.Equal(t, 1, report.Paragraphs-annexes, text)
		exact(t, src, doc)
	}
}
