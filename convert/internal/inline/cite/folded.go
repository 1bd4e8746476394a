package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text in plain form: one kind of space, hyphen and apostrophe, no marks that do not print, and
// the way back to the bytes of the source.
type folded struct {
	runes []rune
	start []int32 // source offset of the rune
	end   []int32 // source offset after it
}

func newFolded(text string) folded {
	f := folded{
		runes: make([]rune, 0, len(text)),
		start: make([]int32, 0, len(text)),
		end:   make([]int32, 0, len(text)),
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if p := plainRune(r); p >= 0 {
			f.runes = append(f.runes, p)
			f.start = append(f.start, int32(i))
			f.end = append(f.end, int32(i+n))
		}
		i += n
	}
	return f
}

// plainRune returns the plain form of r, or -1 where r does not print.
func plainRune(r rune) rune {
	switch {
	case r > ' ' && r < 0x7F && r != '*':
		return r
	case r == '\n' || r == '\r' || r == '\f' || r == 0x2028 || r == 0x2029:
		return '\n'
	case r == 0xAD, r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF, r == 0x061C, r == '*', r == 0x640:
		return -1
	case r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return -1
	case r >= 0x64B && r <= 0x652, r == 0x0301:
		return -1 // vowel signs, stress mark
	case unicode.IsSpace(r):
		return ' '
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xFE63, r == 0xFF0D:
		return '-'
	case r == 0x2019, r == 0x2018, r == 0x02BC, r == 0xFF07:
		return '\''
	case r >= 0xFF01 && r <= 0xFF5E && r != 0xFF0C && r != 0xFF1B && r != 0xFF1A:
		return r - 0xFEE0 // full-width Latin
	case r >= 0x660 && r <= 0x669:
		return r - 0x660 + '0'
	}
	return r
}

// foldWord returns a word for comparison: lower case, and one form of letters that spelling varies in.
func foldWord(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ё', 'Ё':
			return 'е'
		}
		return unicode.ToLower(r)
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
