package validate_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

var update = flag.Bool("update", false, "rewrite docs/rules.md")

// TestRulesPage: docs/rules.md says what the rules say. go test ./validate -run RulesPage -update writes it.
func TestRulesPage(t *testing.T) {
	file := filepath.Join("..", "docs", "rules.md")
	want := rulesPage()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o600))
	}
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, want, string(got), "run: go test ./validate -run RulesPage -update")
}

func rulesPage() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nWhat `ntoso validate` finds, by code. `ntoso explain CODE` prints one of them. This page is written by\n`go test ./validate -run RulesPage -update`.\n")
	for _, r := range validate.Rules() {
		fmt.Fprintf(&b, "\n## %s: %s\n\n%s, profile %s. %s\n", r.Code, r.Title, r.Severity, r.Profile, r.Explanation)
		for _, e := range []struct{ title, text string }{{"Bad", r.Bad}, {"Good", r.Good}} {
			if e.text != "" {
				fmt.Fprintf(&b, "\n%s:\n\n```xml\n%s\n```\n", e.title, strings.TrimSpace(e.text))
			}
		}
		fmt.Fprintf(&b, "\nSource: [%s](%s)\n", r.Source, r.URL)
	}
	return b.String()
}
