package compose

import (
	"testing"

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
