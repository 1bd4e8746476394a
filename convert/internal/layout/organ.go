package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxOrganName is the length in letters of the longest name of an organ that is not known, with its article and comma.
const maxOrganName = 160

// findOrgan finds the enacting words of an organ that the lexicon does not know, where no known one enacts: an article, a
// name and a comma, in one line or two, right above the first recital.
func (r *Resolution) findOrgan(texts []*Text) {
	var above []string
	for _, t := range texts[:min(len(texts), maxFront)] {
		for i := range t.Lines {
			line := r.uncalled(t, i)
			if r.isFormulaText(line) {
				return
			}
			if _, ok := r.Words.Recital(line); ok && startsUpper(line) {
				r.OrganName = r.organAbove(above)
				return
			}
			above = append(above, line)
		}
	}
}

// organAbove is the name of an organ, with its article, that the last of the lines are or the last two; empty where they are
// something else.
func (r *Resolution) organAbove(lines []string) string {
	for n := 1; n <= min(2, len(lines)); n++ {
		text := oneLine(strings.Join(lines[len(lines)-n:], " "))
		name, ok := strings.CutSuffix(text, ",")
		if ok && r.Words.WithoutArticle(name) != "" && !strings.ContainsFunc(name, unicode.IsDigit) && !strings.ContainsAny(name, ".;:") &&
			utf8.RuneCountInString(name) <= maxOrganName {
			return name
		}
	}
	return ""
}

// isOrgan reports whether the text is nothing but the name of the organ that enacts, which the lexicon does not know.
func (r *Resolution) isOrgan(text string) bool {
	return r.OrganName != "" && len(text) <= 2*len(r.OrganName) && strings.TrimRight(oneLine(text), ",") == r.OrganName
}

// oneLine is the text with single spaces for all white space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
