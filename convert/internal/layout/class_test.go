package layout

import (
	"slices"
	"testing"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/source"
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

// The symbol that the caller gives says what the text is; where the text says otherwise, there is a remark.
func TestClassOfGivenSymbol(t *testing.T) {
	const resolution = "The General Assembly,\n\nRecalling the first,\n\n1. Decides one.\n"
	const draft = "A/86/L.3\n\nChad: draft resolution\n\nWells\n\n" + resolution
	const amendment = "A/86/L.3\n\nChad: amendment to draft resolution A/86/L.2\n\n1. Replace one by two.\n"
	const decision = "87/406. Benches\n\nThe Assembly appointed two members.\n"
	for _, c := range []struct {
		name, symbol, src, want string
		doubt                   bool
	}{
		{"a draft", "A/86/L.3", resolution, "draftResolution", false},
		{"a resolution", "A/RES/86/3", resolution, "resolution", false},
		{"a decision", "A/DEC/86/503", resolution, "decision", false},
		{"a decision's draft", "A/86/L.3", decision, "draftDecision", false},
		{"a printed draft that was adopted", "A/RES/86/3", draft, "resolution", true},
		{"the same draft", "A/C.2/86/L.9", draft, "draftResolution", false},
		{"a report", "A/86/77", resolution, "resolution", false},
		{"an amendment", "A/86/L.3", amendment, "amendment", false},
		{"no symbol", "", draft, "draftResolution", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var given akn.Symbol
			if c.symbol != "" {
				s, err := akn.ParseSymbol(c.symbol)
				require.NoError(t, err)
				given = s
			}
			r := Read(source.Read(c.src, 0), Options{Lang: "eng", Symbol: given})
			require.Equal(t, c.want, r.Class)
			require.Equal(t, c.doubt, slices.ContainsFunc(r.Remarks, func(m Remark) bool { return m.Code == SymbolDoubt }))
		})
	}
}
