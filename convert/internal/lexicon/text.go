package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// StartsLower reports whether the first letter of s is in lower case.
func StartsLower(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
