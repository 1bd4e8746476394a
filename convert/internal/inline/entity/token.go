package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a run of digits, a Han character or a mark.
type token struct {
	text       string // for comparison: plain letters in lower case, without the ending
	start, end int
	upper      bool // begins with a capital letter
	lower      bool // begins with a small letter
	space      bool // white space stands before it
	word       bool
	digits     bool
}

// tokenize cuts a text into tokens.
func (n *names) tokenize(text string) []token {
	toks := make([]token, 0, len(text)/5+1)
	space := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			space = true
			i += size
			continue
		case invisible(r):
			i += size
			continue
		}
		end := wordEnd(text, i, r, size)
		t := token{start: i, end: end, upper: unicode.IsUpper(r), lower: unicode.IsLower(r), space: space}
		t.word, t.digits = unicode.IsLetter(r), isDigit(r)
		if t.word {
			t.text = n.stem(plain(text[i:end]))
		} else {
			t.text = mark(text[i:end], r)
		}
		toks = append(toks, t)
		space, i = false, end
	}
	return toks
}

// wordEnd is where the token that begins with r at i ends.
func wordEnd(text string, i int, r rune, size int) int {
	same := unicode.IsLetter
	switch {
	case isDigit(r):
		same = isDigit
	case !unicode.IsLetter(r) || unicode.Is(unicode.Han, r):
		return i + size
	}
	end := strings.IndexFunc(text[i:], func(r rune) bool { return !same(r) && !joiner(r) })
	if end < 0 {
		return len(text)
	}
	return i + end
}

// mark returns a mark for comparison: apostrophes, hyphens and parentheses of all forms are one.
func mark(text string, r rune) string {
	switch {
	case r >= 0x2010 && r <= 0x2015:
		return "-"
	case r == 0x2019 || r == 0x2018 || r == 0x2BC:
		return "'"
	case r > 0xFF00 && r < 0xFF5F:
		return string(r - 0xFEE0)
	}
	return text
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// joiner reports whether r is part of the letter before it: a mark, or nothing that is seen.
func joiner(r rune) bool { return unicode.IsMark(r) || invisible(r) }

// invisible reports whether r makes no difference: marks of direction, soft hyphens, joiners, the stretch of Arabic.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) || r == 0x640 }

// plain returns a word for comparison.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ё', 'Ё':
			return 'е'
		}
		if joiner(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// stem takes the ending off a word, the longest of the language's endings. Words of up to three letters have none.
func (n *names) stem(word string) string {
	if len(n.endings) == 0 || utf8.RuneCountInString(word) <= 3 {
		return word
	}
	for _, ending := range n.endings {
		if rest, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return word
}
