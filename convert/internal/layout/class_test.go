package layout

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A text is a resolution where its masthead, symbol, enacting words or recitals say so, or its paragraphs open as a
// resolution's do. Numbers alone make none.
func TestClass(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"enacting words", "The General Assembly,\n\n1. The moon is up.\n", "resolution"},
		{"a recital", "Recalling the first,\n\n1. The moon is up.\n", "resolution"},
		{"a number", "87/406. Benches\n\nThe Assembly appointed two members.\n", "decision"},
		{"operative phrases", "4. Decides one;\n\n7. Requests two.\n", "resolution"},
		{"the first paragraph", "4. Decides one;\n\n5. The moon is up;\n\n6. Nobody sleeps.\n", "resolution"},
		{"half of the paragraphs", "4. The moon is up;\n\n5. Decides one.\n", "resolution"},
		{"one of many", "4. The moon is up;\n\n5. Nobody sleeps;\n\n6. Decides one.\n", "document"},
		{"a contract", "1. The tenant feeds the cat.\n\n2. The landlord mends the gutter.\n", "document"},
		{"an unnumbered list", "The rules of the house are these:\n\n(a) Be kind;\n\n(b) Be brief.\n", "document"},
		{"no paragraphs", "The moon is up\n\nand nobody sleeps\n", "document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(c.src)
			require.Equal(t, c.want, r.Class)
			remarked := slices.ContainsFunc(r.Remarks, func(m Remark) bool { return m.Code == NoResolution })
			require.Equal(t, c.want == "document", remarked)
		})
	}
}
