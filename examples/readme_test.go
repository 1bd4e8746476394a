package examples

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

// fenced finds the first block of a page that is marked with a language.
func fenced(t *testing.T, page, language string) string {
	t.Helper()
	m := regexp.MustCompile("(?s)\n```" + language + "\n(.*?)```\n").FindStringSubmatch(page)
	require.NotNil(t, m, "the README has no %s", language)
	return m[1]
}

// TestReadme holds the README to the text and the XML that it shows; white space in the XML is the page's own.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "README.md"))
	require.NoError(t, err)
	doc, _, err := convert.FromText([]byte(fenced(t, string(page), "text")), convert.Options{})
	require.NoError(t, err)
	xml, err := doc.Bytes()
	require.NoError(t, err)
	closed := func(s string) string { return strings.Join(strings.Fields(s), "") }
	assert.Contains(t, closed(string(xml)), closed(fenced(t, string(page), "xml")))
}
