package cite

import "unicode"

type tokenKind int

const (
	wordToken tokenKind = iota + 1
	numberToken
	symbolToken
	punctToken
)

// token is a word, a run of digits, a printed symbol or a single other character.
type token struct {
	kind       tokenKind
	text       string // folded
	raw        string // as in the plain text, case kept
	start, end int    // bytes of the source
	space      bool   // white space stands before it
	line       bool   // a line end stands before it
	quoted     bool   // inside quotation marks
}

// tokenize cuts a text into tokens. Han characters are tokens of their own.
func tokenize(f folded) []token {
	toks := make([]token, 0, len(f.runes)/4+1)
	space, line := false, false
	for i := 0; i < len(f.runes); {
		r := f.runes[i]
		if r == ' ' || r == '\n' {
			space = true
			line = line || r == '\n'
			i++
			continue
		}
		kind, j := scanToken(f.runes, i)
		raw := string(f.runes[i:j])
		if kind == symbolToken {
			raw = symbolText(f.runes[i:j])
		}
		toks = append(toks, token{
			kind: kind, raw: raw, text: foldWord(raw),
			start: int(f.start[i]), end: int(f.end[j-1]), space: space, line: line,
		})
		space, line = false, false
		i = j
	}
	markQuotes(toks)
	return toks
}

func scanToken(rs []rune, i int) (tokenKind, int) {
	r := rs[i]
	if j := scanSymbol(rs, i); j > i {
		return symbolToken, j
	}
	switch {
	case isDigit(r):
		return numberToken, runOf(rs, i, isDigit)
	case r >= 0x2E80 && unicode.Is(unicode.Han, r):
		return wordToken, i + 1
	case isArabic(r):
		return wordToken, runOf(rs, i, isArabic)
	case isLetter(r):
		return wordToken, runOf(rs, i, isLetter)
	}
	return punctToken, i + 1
}

func runOf(rs []rune, i int, is func(rune) bool) int {
	for i < len(rs) && is(rs[i]) {
		i++
	}
	return i
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter reports whether r is a letter or a mark on one, but not of the Han or Arabic scripts, whose words are cut
// in their own way.
func isLetter(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return !isArabic(r) && unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) || unicode.Is(unicode.Mn, r)
}

func isArabic(r rune) bool {
	return r >= 0x600 && r <= 0x6FF && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r))
}

// maxQuoted bounds a quotation in tokens: a longer one is taken as a stray mark.
const maxQuoted = 160

// markQuotes marks the tokens of quotations. Languages differ in which mark opens, so any mark opens outside
// and any closes inside.
func markQuotes(toks []token) {
	open := -1
	for i := range toks {
		if !isQuote(toks[i].text) {
			if open >= 0 && i-open > maxQuoted {
				open = -1
			}
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		for j := open; j <= i; j++ {
			toks[j].quoted = true
		}
		open = -1
	}
}

func isQuote(s string) bool {
	switch s {
	case "“", "”", "„", "«", "»", "\"", "《", "》", "〉", "〈":
		return true
	}
	return false
}
