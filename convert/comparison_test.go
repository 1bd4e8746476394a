package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
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
		want = withTable(t, want, part, counted(theirs, part == "meta"), counted(ours, part == "meta"))
	}
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, page, "run: go test ./convert -run Comparison -update")
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

// withTable puts the table of two counts into the page, between its marks.
func withTable(t *testing.T, page, part string, theirs, ours map[string]int) string {
	t.Helper()
	before, rest, ok := strings.Cut(page, "<!-- "+part+" -->\n")
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	require.True(t, ok && ended, "the page has no marks for %s", part)
	var names []string
	for _, counts := range []map[string]int{theirs, ours} {
		for name := range counts {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("| element | United Nations | ntoso |\n|---|---|---|\n")
	for _, name := range slices.Compact(names) {
		fmt.Fprintf(&b, "| `%s` | %d | %d |\n", name, theirs[name], ours[name])
	}
	return before + "<!-- " + part + " -->\n" + b.String() + "<!-- end -->" + after
}
