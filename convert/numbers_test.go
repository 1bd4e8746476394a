package convert_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/convert"
)

// TestNumberWithoutStop: a printed paragraph whose number has lost its stop begins where an opening phrase follows and
// the number is the next one; any other number alone on its line belongs to the text.
func TestNumberWithoutStop(t *testing.T) {
	const head = "The General Assembly,\nRecalling its resolution 84/12 of 3 November 2029 on the winding of clocks in all halls,\n1.\n\n" +
		"Decides to wind the clocks of the Organization on the first Monday of every month;\n\n"
	for tail, want := range map[string][]string{
		"2\nInvites States to listen to them;\n\n3.\n\nRequests the Secretary-General to report.\n\f":                         {"1.", "2", "3."},
		"2 Invites States to listen to them;\n\n3.\n\nRequests the Secretary-General to report.\n\f":                          {"1.", "2", "3."},
		"2.\n\nInvites States to listen in\n2030\nand in later years;\n\n3.\n\nRequests the Secretary-General to report.\n\f": {"1.", "2.", "3."},
	} {
		doc, report := fromText(t, head+tail, convert.Options{Dialect: "pdf-flow"})
		var got []string
		for _, p := range doc.Resolution().Paragraphs {
			got = append(got, p.Number)
		}
		assert.Equal(t, want, got, tail)
		for _, r := range report.Remarks {
			assert.NotEqual(t, "number-breaks", r.Code, tail)
		}
		exact(t, head+tail, doc)
	}
}
