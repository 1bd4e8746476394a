package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// suppressing is a text that breaks UN3208 twice, at paragraphs 3 and 7, with the suppressions given.
func suppressing(list ...string) []byte {
	body := ""
	for _, n := range []int{1, 3, 7} {
		body += fmt.Sprintf(`<paragraph eId="para_%d"><num>%d.</num><content eId="para_%d__content"><p/></content></paragraph>`, n, n, n)
	}
	doc := Document(`<mainBody eId="body">` + body + `</mainBody>`)
	for _, s := range list {
		doc = withSuppression(doc, s)
	}
	return []byte(doc)
}

func TestSuppressedInTheDocument(t *testing.T) {
	for _, row := range []struct {
		name       string
		list       []string
		suppressed int
		found      string
	}{
		{"nothing", nil, 0, "UN3208 UN3208"},
		{"everywhere", []string{`code="UN3208" reason="an extract"`}, 2, ""},
		{"in one element", []string{`code="UN3208" for="#para_3" reason="an extract"`}, 1, "UN3208"},
		{"in both", []string{`code="UN3208" for="#para_3" reason="a"`, `code="UN3208" for="#para_7" reason="b"`}, 2, ""},
		{"elsewhere", []string{`code="UN3208" for="#para_1" reason="an extract"`}, 0, "AKN2902 UN3208 UN3208"},
		{"around both", []string{`code="UN3208" for="#body" reason="an extract"`}, 2, ""},
		{"no such element", []string{`code="UN3208" for="#para" reason="an extract"`}, 0, "AKN2901 UN3208 UN3208"},
		{"without a reason", []string{`code="UN3208" reason=" "`}, 0, "AKN2901 UN3208 UN3208"},
		{"no rule", []string{`code="UN9999" reason="an extract"`}, 0, "AKN2901 UN3208 UN3208"},
		{"of the schema", []string{`code="AKN1101" reason="an extract"`}, 0, "AKN2901 UN3208 UN3208"},
		{"no eId", []string{`code="UN3208" for="para_3" reason="an extract"`}, 0, "AKN2901 UN3208 UN3208"},
		{"the complaint itself", []string{`code="UN3107" reason="an extract"`, `code="AKN2902" reason="to be used later"`}, 1, "UN3208 UN3208"},
	} {
		t.Run(row.name, func(t *testing.T) {
			report := Check(suppressing(row.list...), Options{Profile: AKN4UN})
			var codes []string
			for _, f := range report.Findings {
				codes = append(codes, f.Code)
			}
			assert.Equal(t, row.found, strings.Join(codes, " "))
			assert.Len(t, report.Suppressed, row.suppressed)
			for _, s := range report.Suppressed {
				assert.NotEmpty(t, s.Reason)
			}
			strict := Check(suppressing(row.list...), Options{Profile: AKN4UN, Strict: true})
			assert.Empty(t, strict.Suppressed)
			assert.Contains(t, fmt.Sprint(strict.Findings), "UN3208")
		})
	}
}

// A suppress element outside of proprietary, or of another namespace, is none.
func TestSuppressElsewhere(t *testing.T) {
	src := string(suppressing(`code="UN3208" reason="an extract"`))
	for _, other := range []string{
		strings.ReplaceAll(src, "proprietary", "presentation"),
		strings.ReplaceAll(src, Namespace, "https://example.org/"),
	} {
		assert.Equal(t, 2, Check([]byte(other), Options{Profile: AKN4UN}).Count(Warning))
	}
}

// TestSeverity: the caller's severity takes the place of the rule's; one that is none does not.
func TestSeverity(t *testing.T) {
	for given, want := range map[Severity]Severity{Note: Note, 0: Error, 77: Error} {
		report := Check([]byte("<a/>"), Options{Severity: map[string]Severity{"AKN1010": given}})
		if assert.Len(t, report.Findings, 1) {
			assert.Equal(t, want, report.Findings[0].Severity, "given %d", given)
		}
	}
}
