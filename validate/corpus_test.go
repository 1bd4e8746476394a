package validate_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

// TestCorpus compares with the recorded verdicts of xmllint.
func TestCorpus(t *testing.T) {
	for _, s := range corpus(t) {
		src, err := os.ReadFile(s.file)
		require.NoError(t, err)
		report := validate.Check(src, validate.Options{Profile: validate.Schema})
		assert.Equal(t, s.valid, report.OK(), "%s: %v", s.file, report.Findings[:min(len(report.Findings), 3)])
	}
}
