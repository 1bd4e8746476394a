package convert_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/validate"
)

// TestComparison counts the elements of one document in our markup and in that of the United Nations, and holds
// docs/comparison.md to the counts.
func TestComparison(t *testing.T) {
	const name = "A_RES_80_113-fr"
	ours, _ := fromText(t, read(t, corpusPath(t, "un", "fr", "markdown", name+".txt")), convert.Options{})
	theirs := reparse(t, read(t, corpusPath(t, "un-akn", "fr", name+".xml")))

	path := filepath.Join("..", "docs", "comparison.md")
	page := string(read(t, path))
	want := page
	for _, part := range []string{"content", "meta"} {
		want = between(t, want, part, countTable(counted(theirs, part == "meta"), counted(ours, part == "meta")))
	}
	want = between(t, want, "findings", fmt.Sprintf("Of theirs: %s. Of ours: %s. Of theirs after `ntoso normalize`: %s.\n",
		findings(t, theirs), findings(t, ours), findings(t, akn.Normalize(theirs))))
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, page, "run: go test ./convert -run Comparison -update")
}

// findings says how many findings of each severity a document has.
func findings(t *testing.T, doc *akn.Document) string {
	t.Helper()
	report := validate.Check(written(t, doc), validate.Options{Profile: validate.AKN4UN})
	var counts []string
	for _, s := range []validate.Severity{validate.Error, validate.Warning, validate.Note} {
		counts = append(counts, fmt.Sprintf("%ss %d", s, report.Count(s)))
	}
	return strings.Join(counts, ", ")
}

// counted counts the elements of the metadata, or of all else, by name; those of others count as foreign.
func counted(doc *akn.Document, meta bool) map[string]int {
	counts := map[string]int{}
	for e, local := range akn.Walk(doc.Root()) {
		if (akn.Up(e, "meta") != nil) != meta {
			continue
		}
		if local == "" {
			local = "(foreign)"
		}
		counts[local]++
	}
	return counts
}

// between puts a text into the page, between its marks.
func between(t *testing.T, page, part, text string) string {
	t.Helper()
	mark := "<!-- " + part + " -->\n"
	before, rest, ok := strings.Cut(page, mark)
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	require.True(t, ok && ended, "the page has no marks for %s", part)
	return before + mark + text + "<!-- end -->" + after
}

// countTable is the table of two counts.
func countTable(theirs, ours map[string]int) string {
	names := slices.Concat(slices.Collect(maps.Keys(theirs)), slices.Collect(maps.Keys(ours)))
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("| element | United Nations | ntoso |\n|---|---|---|\n")
	for _, name := range slices.Compact(names) {
		fmt.Fprintf(&b, "| `%s` | %d | %d |\n", name, theirs[name], ours[name])
	}
	return b.String()
}
