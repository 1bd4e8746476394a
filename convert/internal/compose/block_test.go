package compose

import (
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the schema takes for no anyURI is kept by the layout layer.
func TestIsIRI(t *testing.T) {
	for _, target := range []string{"", "#", "a", "a/b?c=d#e", "https://example.org/%C3%A9#p", "mailto:a@example.org", "é"} {
		require.True(t, isIRI(target), target)
	}
	for _, target := range []string{"[", "a]", "?[a]", "a%zz", "#%", "?%zz", "mailto:x%4", "a#b#c", ":x", "http:", "http:#x", "é:1", "//a:b", "http://[::1"} {
		require.False(t, isIRI(target), target)
	}
}

// A link without a target leads where its text says, or nowhere.
func TestLinksToNothing(t *testing.T) {
	for _, row := range []struct{ target, text, want string }{
		{"#", "www.example.org/tides", `<a href="https://www.example.org/tides" src:link="#"/>`},
		{"#", "https://example.org", `<a href="https://example.org" src:link="#"/>`},
		{"#", "12/4", `<span src:link="#"/>`},
		{"#", "www.example.org and more", `<span src:link="#"/>`},
		{"https://example.org", "the tides", `<a href="https://example.org"/>`},
		{"", "the tides", `<a href=""/>`},
	} {
		doc := etree.NewDocument()
		doc.SetRoot(linkElement(row.target, row.text, false))
		got, err := doc.WriteToString()
		require.NoError(t, err)
		assert.Equal(t, row.want, got, row.text)
	}
}
