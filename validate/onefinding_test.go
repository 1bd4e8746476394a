package validate_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/schema"
)

// manyMistakes are the mutations that break several rules at once: a copied part repeats every eId in it.
var manyMistakes = map[string]bool{"double": true, "insert known": true}

// TestOneFinding: a document with one mistake has one finding. The share may grow, not shrink: where it is not one, an
// element was renamed to another that may stand in its place, and its content tells against it.
func TestOneFinding(t *testing.T) {
	const share = 0.97
	var names []string
	for _, e := range schema.AKN().Elements() {
		names = append(names, e.Name.Local)
	}
	broken, once, worst := 0, 0, 0
	for i, s := range corpus(t) {
		src, err := os.ReadFile(s.file)
		require.NoError(t, err)
		if !s.valid || len(src) > largestMutant {
			continue
		}
		elements := spans(src)
		for seed := range uint64(8) {
			mutant, how := mutate(src, elements, names, uint64(i)*8+seed)
			kind, _, _ := strings.Cut(how, " at ")
			if mutant == nil || manyMistakes[kind] {
				continue
			}
			switch n := len(validate.Check(mutant, validate.Options{Profile: validate.Schema}).Findings); {
			case n == 1:
				once++
				broken++
			case n > 1:
				worst = max(worst, n)
				broken++
			}
		}
	}
	t.Logf("%d of %d mutants with a finding have one; at most %d", once, broken, worst)
	assert.GreaterOrEqual(t, float64(once), share*float64(broken))
}
