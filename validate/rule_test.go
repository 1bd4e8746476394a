package validate

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// withoutExample are the rules that no document of Akoma Ntoso can break, or only a very large one.
var withoutExample = map[string]string{
	"AKN1000": "it is for other engines",
	"AKN1009": "its document is larger than a reader wants to see; see TestLimits",
	"AKN2000": "its document is larger than a reader wants to see",
	"AKN1204": "Akoma Ntoso fixes no value; see TestOtherGrammar",
	"AKN1301": "Akoma Ntoso has no simple content; see TestOtherGrammar",
	"AKN1403": "Akoma Ntoso has no xs:IDREF; see TestOtherGrammar",
	"AKN1404": "Akoma Ntoso has no key; see TestOtherGrammar",
}

// TestRules checks the registry against itself.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		t.Run(r.Code, func(t *testing.T) {
			assert.False(t, seen[r.Code], "the code is taken")
			seen[r.Code] = true
			assert.Regexp(t, regexp.MustCompile(`^(AKN[12]|UN3)\d{3}$`), r.Code)
			assert.NotEmpty(t, r.Title)
			assert.False(t, strings.HasSuffix(r.Title, "."), "a title is a clause")
			assert.True(t, strings.HasSuffix(r.Explanation, ".") || strings.HasSuffix(r.Explanation, "`"), "an explanation is whole sentences")
			assert.NotEmpty(t, r.Source)
			assert.NotZero(t, r.Severity)
			assert.NotEqual(t, Auto, r.Profile)
			got, ok := RuleFor(r.Code)
			assert.True(t, ok)
			assert.Equal(t, r.Title, got.Title)
			checkExamples(t, r)
		})
	}
}

func checkExamples(t *testing.T, r Rule) {
	if reason := withoutExample[r.Code]; reason != "" {
		assert.Empty(t, r.Bad, "it has an example now: take it out of the list (%s)", reason)
		return
	}
	bad := Check([]byte(Document(r.Bad)), Options{Profile: r.Profile})
	if assert.Len(t, bad.Findings, 1, "the bad example gives one finding: %v", bad.Findings) {
		assert.Equal(t, r.Code, bad.Findings[0].Code, bad.Findings[0])
		assert.Equal(t, r.Severity, bad.Findings[0].Severity)
	}
	good := Check([]byte(Document(r.Good)), Options{Profile: r.Profile})
	assert.Empty(t, good.Findings, "the good example gives none")
}

func TestRuleFor(t *testing.T) {
	_, ok := RuleFor("AKN9999")
	assert.False(t, ok)
}
