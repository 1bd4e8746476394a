package cite

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTreatyAddresses checks that every treaty that has a title in a language has an address, and a title in all six.
func TestTreatyAddresses(t *testing.T) {
	for _, lang := range []string{"eng", "fra", "spa", "rus", "ara", "zho"} {
		data, err := dataFiles.ReadFile("data/" + lang + ".txt")
		assert.NoError(t, err)
		list, err := parseEntries(string(data))
		assert.NoError(t, err)
		titled := map[string]bool{}
		for _, e := range list {
			if class(e.section) == classTreaty {
				titled[e.key] = true
				assert.True(t, strings.HasPrefix(TreatyAddress(e.key), "https://"), "%s: %s", lang, e.key)
			}
		}
		for key := range treaties() {
			assert.True(t, titled[key], "%s has no title in %s", key, lang)
		}
	}
	assert.Equal(t, "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVII-7-d&chapter=27", TreatyAddress("parisAgreement"))
	assert.Equal(t, "https://treaties.un.org/doc/Publication/UNTS/Volume%20729/v729.pdf", TreatyAddress("npt"))
	assert.Empty(t, TreatyAddress("unheardOf"))
}

// TestSettleTreaties checks what "the Convention" stands for: the only convention that the document names.
func TestSettleTreaties(t *testing.T) {
	const short = "in accordance with article 14 of the Convention, and article 3 of the Charter"
	for _, row := range []struct{ name, before, want string }{
		{"one", "Recalling the Convention on the Rights of the Child,", "crc"},
		{"none", "Recalling its work,", ""},
		{"two", "Recalling the Convention on the Rights of the Child and the Convention on Biological Diversity,", ""},
		{"unknown", "Recalling the Convention on the Rights of the Child and the Convention on Quiet Harbours,", ""},
		{"of another kind", "Recalling the Arms Trade Treaty,", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			ctx := Context{Lang: "eng"}
			blocks := [][]Citation{Find(row.before, ctx), Find(short, ctx)}
			Settle(blocks)
			if assert.Len(t, blocks[1], 2) {
				assert.Equal(t, row.want, blocks[1][0].Name)
				assert.Empty(t, blocks[1][1].Name, "no charter is named")
			}
		})
	}
}
