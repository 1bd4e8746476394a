package cite

import (
	"strings"
	"unicode"
)

// maxSymbol bounds a printed symbol in characters; the longest known have about 50.
const maxSymbol = 96

// scanSymbol returns the end of the printed document symbol that begins at rs[i], or i.
// A symbol has at least two parts between solidi, begins with a capital letter and holds a digit.
func scanSymbol(rs []rune, i int) int {
	if latinCapital(rs[i]) == 0 || i > 0 && joinsSymbol(rs[i-1]) {
		return i
	}
	limit := min(len(rs), i+maxSymbol)
	j := scanSeries(rs, i, limit)
	if j == i || j >= limit || rs[j] != '/' {
		return i
	}
	parts, digits := 1, false
	for j < limit && rs[j] == '/' {
		k := skipBreak(rs, j+1, limit)
		e := scanPart(rs, k, limit)
		if e == k {
			break
		}
		digits = digits || hasDigit(rs[k:e])
		parts++
		j = e
	}
	if parts < 2 || !digits || !knownSeries(symbolText(rs[i:j])) {
		return i
	}
	if j < len(rs) && rs[j] == '/' && j+1 < len(rs) && isLetter(rs[j+1]) {
		return i // an address or a file name
	}
	return j
}

// joinsSymbol reports whether a symbol cannot begin after r: it would be the tail of a longer name.
func joinsSymbol(r rune) bool {
	return isDigit(r) || isLetter(r) && r < 0x370 || r == '/' || r == '.' || r == '-' || r == '_' || r == '@'
}

// skipBreak passes a line end inside a symbol: `A/76/` at a line's end goes on with a digit or a capital letter and a stop.
func skipBreak(rs []rune, i, limit int) int {
	j := i
	line := false
	for j < limit && (rs[j] == ' ' || rs[j] == '\n') {
		line = line || rs[j] == '\n'
		j++
	}
	if j < limit && (line && isDigit(rs[j]) || j > i && isSuffix(rs[j:limit])) {
		return j
	}
	return i
}

// isSuffix reports whether a symbol's suffix stands here, which cannot be anything else: `Add.1`, `Corr.2`, `Rev.1`.
func isSuffix(rs []rune) bool {
	for _, s := range [...]string{"Add.", "Corr.", "Rev."} {
		if n := len(s); len(rs) > n && string(rs[:n]) == s && isDigit(rs[n]) {
			return true
		}
	}
	return false
}

// scanSeries reads the first part: capital letters, also `GC.9`, `ICCD`, `UNEP(DTIE)`.
func scanSeries(rs []rune, i, limit int) int {
	j := i
	for j < limit && latinCapital(rs[j]) != 0 {
		j++
	}
	if j < limit && rs[j] == '.' && j+1 < limit && isDigit(rs[j+1]) {
		j = runOf(rs[:limit], j+1, isDigit)
	}
	return scanParenthesis(rs, j, limit)
}

// scanPart reads one part after a solidus: `76`, `L.26`, `Rev.1`, `RES`, `COP(9)`, `79 (Part I)`, `871-S`.
func scanPart(rs []rune, i, limit int) int {
	if i >= limit || !isDigit(rs[i]) && latinCapital(rs[i]) == 0 {
		return i
	}
	j := i
	for j < limit {
		r := rs[j]
		switch {
		case isDigit(r), r < 0x250 && unicode.IsLetter(r), latinCapital(r) != 0:
			j++
			continue
		case (r == '.' || r == '-' || r == '&') && j+1 < limit && (isDigit(rs[j+1]) || rs[j+1] < 0x250 && unicode.IsLetter(rs[j+1])):
			j += 2
			continue
		}
		break
	}
	return scanParenthesis(rs, j, limit)
}

// scanParenthesis reads a parenthesis that belongs to a symbol: `(DTIE)`, `(9)`, ` (Part I)`, ` (Sect. 8)`, `(2015)`.
func scanParenthesis(rs []rune, i, limit int) int {
	j := i
	if j < limit && rs[j] == ' ' {
		j++
	}
	if j >= limit || rs[j] != '(' {
		return i
	}
	k := j + 1
	for k < limit && rs[k] != ')' && rs[k] != '(' && rs[k] != '/' && rs[k] != ',' && rs[k] != ';' {
		k++
	}
	if k >= limit || rs[k] != ')' || !belongsToSymbol(rs, string(rs[j+1:k]), j > i, k+1) {
		return i
	}
	return k + 1
}

func belongsToSymbol(rs []rune, inner string, spaced bool, next int) bool {
	for _, part := range [...]string{"part", "vol", "sect", "introduction", "supp"} {
		if strings.HasPrefix(strings.ToLower(inner), part) {
			return true
		}
	}
	if isYear(inner) {
		return true // S/RES/2231 (2015)
	}
	if _, ok := romanSession(inner); ok {
		return true // A/RES/217 A (III)
	}
	followed := next < len(rs) && rs[next] == '/'
	return !spaced && followed
}

// symbolText writes a printed symbol in Latin letters without white space but one space before a parenthesis of its own.
func symbolText(rs []rune) string {
	var b strings.Builder
	for i, r := range rs {
		switch {
		case r == '\n':
		case r == ' ' && i > 0 && rs[i-1] == '/': // damage after a solidus
		case latinCapital(r) != 0:
			b.WriteRune(latinCapital(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// latinCapital returns the Latin capital letter that r is or looks like (Russian texts mix them), or 0.
func latinCapital(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r
	}
	if i := strings.IndexRune(lookalikes, r); i >= 0 {
		return rune("ABCEHKMOPTX"[i/2])
	}
	return 0
}

// lookalikes are the Cyrillic capitals that print like Latin ones, two bytes each.
const lookalikes = "АВСЕНКМОРТХ"

func hasDigit(rs []rune) bool {
	for _, r := range rs {
		if isDigit(r) {
			return true
		}
	}
	return false
}

// knownSeries reports whether the first part is a series of United Nations documents.
func knownSeries(symbol string) bool {
	series, _, _ := strings.Cut(symbol, "/")
	if i := strings.IndexByte(series, '.'); i > 0 && documentSeries()[series[:i+1]] {
		return true // a series that is one of the United Nations with a stop only
	}
	if i := strings.IndexAny(series, ".("); i > 0 {
		series = series[:i]
	}
	return documentSeries()[series]
}
