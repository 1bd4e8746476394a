package lexicon

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Lines of mastheads and closings as the organs print them, which the data files have as patterns: the language, the
// slot, the value and the line.
func TestFormsOfLines(t *testing.T) {
	data, err := os.ReadFile("testdata/lines.tsv")
	require.NoError(t, err)
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")
	require.Greater(t, len(rows), 100)
	for i, row := range rows {
		fields := strings.Split(row, "\t")
		require.Len(t, fields, 4, "line %d", i+1)
		line, ok := For(fields[0]).Line(fields[3])
		if assert.True(t, ok, "line %d: %s", i+1, row) {
			assert.Equal(t, fields[1]+" "+fields[2], line.Slot.String()+" "+line.Value, "line %d: %s", i+1, row)
		}
	}
}
