package akn

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The error of a name that was made of steps says which step is wrong, and where it begins.
func TestWrongStepOfAName(t *testing.T) {
	good := WorkName{Subtype: "deliberation", Actor: "unga", Date: "2021-12-16", Number: "76-187"}
	made, err := good.IRI()
	require.NoError(t, err)
	assert.Equal(t, "/akn/un/statement/deliberation/unga/2021-12-16/76-187", made.String())
	for _, c := range []struct {
		change      func(*WorkName)
		step, value string
	}{
		{func(w *WorkName) { w.Country = "u n" }, "country", "u n"},
		{func(w *WorkName) { w.DocType = "a/b" }, "document type", "a/b"},
		{func(w *WorkName) { w.Subtype = "delib eration" }, "subtype", "delib eration"},
		{func(w *WorkName) { w.Actor = "un ga" }, "actor", "un ga"},
		{func(w *WorkName) { w.Actor = "un ga"; w.Date = "2024-13-45" }, "actor", "un ga"},
		{func(w *WorkName) { w.Date = "2024-13-45" }, "date", "2024-13-45"},
		{func(w *WorkName) { w.Date = "" }, "date", ""},
		{func(w *WorkName) { w.Number = "76 187" }, "number", "76 187"},
	} {
		w := good
		c.change(&w)
		_, err := w.IRI()
		var wrong *IRIError
		require.True(t, errors.As(err, &wrong), "%+v", w)
		assert.Equal(t, c.step, wrong.Step, "%+v", w)
		assert.Equal(t, c.value, wrong.Value)
		assert.Equal(t, c.value, wrong.Input[wrong.Offset:min(wrong.Offset+len(c.value), len(wrong.Input))])
		assert.Contains(t, err.Error(), c.step)
	}
}
