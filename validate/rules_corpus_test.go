package validate_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

// TestRulesOnCorpus: the rules of the whole document judge the documents of many countries, valid or not, by the
// profile that each asks for. What they find in them is logged.
func TestRulesOnCorpus(t *testing.T) {
	codes := map[string]int{}
	for _, s := range corpus(t) {
		src, err := os.ReadFile(s.file)
		require.NoError(t, err)
		schema := validate.Check(src, validate.Options{Profile: validate.Schema})
		report := validate.Check(src, validate.Options{})
		assert.GreaterOrEqual(t, len(report.Findings), len(schema.Findings), s.file)
		for _, f := range report.Findings {
			assert.NotEmpty(t, f.Message)
			assert.True(t, f.Line > 0 && f.Column > 0 && f.Offset <= int64(len(src)), "%s: %v", s.file, f)
			codes[f.Code]++
		}
	}
	t.Logf("findings: %v", codes)
}

// TestSelection: a rule can be suppressed, with a reason, or given another severity.
func TestSelection(t *testing.T) {
	rule, ok := validate.RuleFor("AKN2101")
	require.True(t, ok)
	src := []byte(validate.Document(rule.Bad))
	report := validate.Check(src, validate.Options{Profile: validate.AKN, Severity: map[string]validate.Severity{rule.Code: validate.Note}})
	require.Len(t, report.Findings, 1)
	assert.Equal(t, validate.Note, report.Findings[0].Severity)
	assert.True(t, report.OK())
	report = validate.Check(src, validate.Options{Profile: validate.AKN, Suppress: map[string]string{rule.Code: "the paragraph comes later"}})
	assert.Empty(t, report.Findings)
	require.Len(t, report.Suppressed, 1)
	assert.Equal(t, "the paragraph comes later", report.Suppressed[0].Reason)
}
