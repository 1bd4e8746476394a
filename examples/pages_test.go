package examples

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

// fenced finds the first block of a page that is marked with a language.
func fenced(t *testing.T, page, language string) string {
	t.Helper()
	m := regexp.MustCompile("(?s)\n *```" + language + "\n(.*?)\n *```\n").FindStringSubmatch(page)
	require.NotNil(t, m, "the page has no %s", language)
	return m[1]
}

func mustRead(t *testing.T, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{".."}, path...)...))
	require.NoError(t, err)
	return string(data)
}

// TestPages holds the README and the page on the architecture to the XML that they show: what stands between [...] is in
// the XML of the text, in that order. White space is the page's own.
func TestPages(t *testing.T) {
	readme := mustRead(t, "README.md")
	for _, c := range []struct{ name, page, text string }{
		{"README", readme, fenced(t, readme, "text") + "\n"},
		{"architecture", mustRead(t, "docs", "architecture.md"), mustRead(t, "testdata", "texts", "fr-draft.txt")},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _, err := convert.FromText([]byte(c.text), convert.Options{})
			require.NoError(t, err)
			xml, err := doc.Bytes()
			require.NoError(t, err)
			rest := closed(string(xml))
			for piece := range strings.SplitSeq(closed(fenced(t, c.page, "xml")), "[...]") {
				_, after, ok := strings.Cut(rest, piece)
				require.True(t, ok, "the XML has no %s", piece)
				rest = after
			}
		})
	}
}

// closed is a text without white space.
func closed(s string) string { return strings.Join(strings.Fields(s), "") }

// TestReadmeCode: the code of the README is that of an example of package convert, line by line.
func TestReadmeCode(t *testing.T) {
	rest := mustRead(t, "convert", "example_test.go")
	for line := range strings.Lines(fenced(t, mustRead(t, "README.md"), "go")) {
		line, _, _ = strings.Cut(line, "//")
		line = strings.TrimSpace(line)
		_, after, ok := strings.Cut(rest, "\t"+line+"\n")
		require.True(t, ok, "the example has no %s", line)
		rest = after
	}
}
