package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainly is the text of a line as a form is looked for in it: without marks that cannot be seen, with ordinary
// spaces and hyphens, whatever has extracted it. Its offsets are not those of the source.
func plainly(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.Is(unicode.Cf, r):
			continue
		case r == '\u2010' || r == '\u2011':
			r = '-'
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// isPlain reports whether there is nothing in the text that plainly changes.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || c == '\t' || c == ' ' && i > 0 && text[i-1] == ' ' {
			return false
		}
	}
	return true
}
