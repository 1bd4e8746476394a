package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/validate"
)

// hostile are documents of about a size that try to make a check slow.
var hostile = []struct {
	name string
	make func(size int) string
}{
	{"unknown elements", func(n int) string { return strings.Repeat("<xyz/>", n/6) }},
	{"two unknown elements in turn", func(n int) string { return strings.Repeat("<xyz/><zyx/>", n/12) }},
	{"unknown elements, each another", func(n int) string { return numbered(n, "<x%d/>") }},
	{"foreign elements, each another", func(n int) string { return "<foreign>" + numbered(n, "<x%d xmlns='u'/>") + "</foreign>" }},
	{"misplaced elements", func(n int) string {
		return "<table><tr><td/></tr>" + strings.Repeat("<caption/>", n/10) + "</table>"
	}},
	{"missing elements", func(n int) string { return "<mainBody>" + strings.Repeat("<blockList/>", n/12) + "</mainBody>" }},
	{"equal ids", func(n int) string { return "<mainBody><p>" + strings.Repeat("<i eId='a'/>", n/12) + "</p></mainBody>" }},
	{"other ids", func(n int) string { return "<mainBody><p>" + numbered(n, "<i eId='a%d'/>") + "</p></mainBody>" }},
	{"bad values", func(n int) string { return strings.Repeat("<date date='x'/>", n/16) }},
	{"text in pieces", func(n int) string { return strings.Repeat("&amp;", n/5) }},
	{"line ends", func(n int) string { return strings.Repeat("\r", n) }},
	{"stray text in pieces", func(n int) string { return "<table>" + strings.Repeat("&amp;", n/5) + "</table>" }},
	{"attributes", func(n int) string {
		var tag strings.Builder
		for i := range 200 {
			fmt.Fprintf(&tag, " f:a%d=''", i)
		}
		return strings.Repeat("<i xmlns:f='u'"+tag.String()+"/>", n/2000)
	}},
	{"namespaces", func(n int) string {
		return "<i" + numbered(8000, " xmlns:p%[1]d='u%[1]d'") + ">" + strings.Repeat("<p1:i/>", n/7) + "</i>"
	}},
	{"deep and shallow", func(n int) string {
		return strings.Repeat(strings.Repeat("<i>", 200)+strings.Repeat("</i>", 200), n/1400)
	}},
	{"one long value", func(n int) string { return "<i title='" + strings.Repeat("x", 1<<20) + "'/>" }},
	{"one long line of mistakes", func(n int) string { return strings.Repeat("<i clas=''/>", n/12) }},
}

func numbered(size int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestHostile: four megabytes of malice (a quarter of one with -short) take a moment, whatever they are. What is not
// linear in them runs into the test's own timeout; a bound on the clock would fail on a busy machine.
func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			size := 4 << 20
			if testing.Short() {
				size = 1 << 18
			}
			text := h.make(size)
			if !strings.HasPrefix(text, "<mainBody>") {
				text = "<p>" + text + "</p>"
			}
			src := []byte(validate.Document(text))
			report := validate.Check(src, validate.Options{Limits: validate.Limits{Attributes: 1000}})
			assert.LessOrEqual(t, len(report.Findings), validate.MaxFindings)
		})
	}
}
