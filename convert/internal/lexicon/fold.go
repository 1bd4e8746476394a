package lexicon

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is text made comparable. Rune r[i] comes from the bytes
// [start[i], end[i]) of the source; several runes may share a source rune
// (decomposition), and source runes that make no difference have none.
type folded struct {
	r          []rune
	start, end []int
}

func (f *folded) len() int { return len(f.r) }

// at is the rune at i, or 0 past the end, which no folded text contains.
func (f *folded) at(i int) rune {
	if i < 0 || i >= len(f.r) {
		return 0
	}
	return f.r[i]
}

func (f *folded) put(r rune, start, end int) {
	f.r = append(f.r, r)
	f.start = append(f.start, start)
	f.end = append(f.end, end)
}

// fold folds the beginning of s, up to limit runes (all of it if limit < 0).
// White space at both ends is dropped.
func fold(s string, limit int) *folded {
	f := &folded{}
	size := len(s)
	if limit >= 0 && limit < size {
		size = limit + 8
	}
	f.r = make([]rune, 0, size)
	f.start = make([]int, 0, size)
	f.end = make([]int, 0, size)
	space, spaceAt := false, 0
	for i := 0; i < len(s) && (limit < 0 || f.len() < limit); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case ignorable(r):
			if attached(r) && f.len() > 0 && !space {
				f.end[f.len()-1] = i + n
			}
		case unicode.IsSpace(r):
			if !space {
				space, spaceAt = true, i
			}
		default:
			if space && f.len() > 0 && spaced(f.at(f.len()-1), r) {
				f.put(' ', spaceAt, i)
			}
			space = false
			f.putFolded(r, i, i+n)
		}
		i += n
	}
	return f
}

// putFolded adds one source rune: decomposed, in lower case, in the ASCII form
// of its punctuation or digit.
func (f *folded) putFolded(r rune, start, end int) {
	if r < utf8.RuneSelf {
		f.put(toLower(r), start, end)
		return
	}
	if 0x4E00 <= r && r <= 0x9FFF {
		f.put(r, start, end)
		return
	}
	var runes []rune
	if int(r) < alphabets {
		runes = foldedAlphabets()[r]
	} else {
		runes = foldRune(r)
	}
	for _, q := range runes {
		f.put(q, start, end)
	}
}

// foldRune folds one rune.
func foldRune(r rune) []rune {
	if q, ok := equal(r); ok {
		return []rune{q}
	}
	form := norm.NFD
	if compatible(r) {
		form = norm.NFKD
	}
	var runes []rune
	for _, q := range form.String(string(r)) {
		if p, ok := equal(q); ok {
			q = p
		}
		if !ignorable(q) && !unicode.IsSpace(q) {
			runes = append(runes, toLower(q))
		}
	}
	return runes
}

// alphabets is where the blocks of the alphabetic scripts end that the six
// languages are written in (Latin, Cyrillic, Arabic).
const alphabets = 0x700

// foldedAlphabets are the folded forms of all runes below alphabets, for
// nearly every rune of a text is one of them.
var foldedAlphabets = sync.OnceValue(func() [][]rune {
	all := make([][]rune, alphabets)
	for r := range all {
		all[r] = foldRune(rune(r))
	}
	return all
})

func toLower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r < utf8.RuneSelf {
		return r
	}
	return unicode.ToLower(r)
}

// ignorable reports whether r makes no difference between two texts: format
// characters (bidi marks, soft hyphen, joiners, byte order mark), tatweel,
// Arabic vowel signs, and the asterisk, which is emphasis.
func ignorable(r rune) bool {
	switch {
	case r == '*':
		return true
	case r < 0xAD, 0xAD < r && r < 0x600, 0x3000 <= r && r < 0xFB00:
		return false
	case 0x64B <= r && r <= 0x652, r == 0x640, r == 0x670:
		return true
	case r == 0xFE0E, r == 0xFE0F:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// attached reports whether r, which makes no difference, is written on the
// letter before it and so belongs to the same place in the text.
func attached(r rune) bool {
	return r == 0x640 || unicode.IsMark(r)
}

// spaced reports whether white space between two runes means something. It does
// not beside a Han character, nor before an opening parenthesis, where typing
// errors leave it out, nor after a solidus, where they put it in.
func spaced(before, after rune) bool {
	return !unspaced(before) && !unspaced(after) && after != '(' && before != '/'
}

// unspaced reports whether white space beside r means nothing: lines of Chinese
// break anywhere, and numbers in it may stand with or without spaces.
func unspaced(r rune) bool {
	return r >= 0x2E80 && unicode.Is(unicode.Han, r) || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFFEF
}

// compatible reports whether r is a presentation form (Arabic letters as a PDF
// prints them, full-width Latin), which stands for its ordinary character.
func compatible(r rune) bool {
	return 0xFB50 <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFE || 0xFF01 <= r && r <= 0xFFEF
}

// equal gives the ASCII counterpart of punctuation and digits.
func equal(r rune) (rune, bool) {
	switch {
	case 0x660 <= r && r <= 0x669:
		return '0' + r - 0x660, true
	case 0x6F0 <= r && r <= 0x6F9:
		return '0' + r - 0x6F0, true
	case 0xFF01 <= r && r <= 0xFF5E:
		return toLower(r - 0xFF01 + '!'), true
	case 0x2010 <= r && r <= 0x2015:
		return '-', true
	}
	switch r {
	case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032:
		return '\'', true
	case 0x2212, 0xFE63, 0x2043:
		return '-', true
	case 0x60C:
		return ',', true
	case 0x61B:
		return ';', true
	case 0x61F:
		return '?', true
	case 0x3001:
		return 0x3001, true
	}
	return 0, false
}

// wordRune reports whether r is part of a word, so that a phrase may not end
// before it. Han characters are not: Chinese has no word boundaries to see.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || isDigit(r) || 'A' <= r && r <= 'Z'
	}
	return r != 0 && !unicode.Is(unicode.Han, r) &&
		(unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

// boundary reports whether a phrase may end before f.r[i]. Letters and digits
// make no word together.
func (f *folded) boundary(i int) bool {
	if i >= f.len() || i == 0 {
		return true
	}
	r, before := f.r[i], f.r[i-1]
	return !wordRune(r) || !wordRune(before) || unicode.IsDigit(r) != unicode.IsDigit(before)
}
