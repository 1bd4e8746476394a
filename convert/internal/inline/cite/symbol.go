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
	if goesOn(rs, j) {
		return i
	}
	return j
}

// goesOn reports whether what looks like a whole symbol before rs[j] is the beginning of something else: of an address or
// a file name, or of a symbol whose number is not given yet (`A/80/___`, `A/C.3/80/L.__`).
func goesOn(rs []rune, j int) bool {
	if j+1 >= len(rs) {
		return false
	}
	next := rs[j+1]
	switch rs[j] {
	case '/':
		return !unicode.IsSpace(next)
	case '.':
		return next == '_' || next == '…'
	}
	return false
}

// joinsSymbol reports whether a symbol cannot begin after r: it would be the tail of a longer name.
func joinsSymbol(r rune) bool {
	return isDigit(r) || isLetter(r) && r < 0x370 || r == '/' || r == '.' || r == '-' || r == '_' || r == '@'
}

// skipBreak passes white space after a solidus inside a symbol, a line end or damage: `A/76/` must go on, with a digit or a suffix.
func skipBreak(rs []rune, i, limit int) int {
	j := i
	for j < limit && (rs[j] == ' ' || rs[j] == '\n') {
		j++
	}
	if j > i && j < limit && (isDigit(rs[j]) || isSuffix(rs[j:limit])) {
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
		case r == '-' && breaksDouble(rs, j, limit):
			j = afterBreak(rs, j+1)
			continue
		case (r == '.' || r == '-' || r == '&') && j+1 < limit && (isDigit(rs[j+1]) || rs[j+1] < 0x250 && unicode.IsLetter(rs[j+1])):
			j += 2
			continue
		}
		break
	}
	return scanParenthesis(rs, brokenSuffix(rs, i, j, limit), limit)
}

// brokenSuffix passes the space in a damaged suffix: `Corr. 1`.
func brokenSuffix(rs []rune, i, j, limit int) int {
	switch string(rs[i:j]) {
	case "Add", "Corr", "Rev", "Amend":
		if j+2 < limit && rs[j] == '.' && rs[j+1] == ' ' && isDigit(rs[j+2]) {
			return runOf(rs[:limit], j+2, isDigit)
		}
	}
	return j
}

// breaksDouble reports whether a double symbol is broken by a line end after its hyphen: `A/77/69-` and `E/2022/47`.
func breaksDouble(rs []rune, j, limit int) bool {
	k := afterBreak(rs, j+1)
	return k > j+1 && k+2 < limit && strings.ContainsRune("AES", rs[k]) && rs[k+1] == '/' && isDigit(rs[k+2])
}

// afterBreak passes white space with a line end in it.
func afterBreak(rs []rune, i int) int {
	j, line := i, false
	for j < len(rs) && j < i+maxBreak && (rs[j] == ' ' || rs[j] == '\n') {
		line = line || rs[j] == '\n'
		j++
	}
	if !line {
		return i
	}
	return j
}

// maxBreak bounds the white space inside a broken symbol: a line end and an indent.
const maxBreak = 80

// scanParenthesis reads a parenthesis that belongs to a symbol: `(DTIE)`, `(9)`, ` (Part I)`, ` (Sect. 8)`, `(2015)`.
func scanParenthesis(rs []rune, i, limit int) int {
	j := i
	if j < limit && (rs[j] == ' ' || rs[j] == '\n') {
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
	if _, ok := documentParts()[foldWord(firstWord(inner))]; ok {
		return true
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

// firstWord is the word that a text begins with.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// symbolText writes a printed symbol in Latin letters without white space but one space before a parenthesis of its own.
func symbolText(rs []rune) string {
	var b strings.Builder
	for i, r := range rs {
		switch {
		case r == '\n' && i+1 < len(rs) && rs[i+1] == '(':
			b.WriteByte(' ')
		case r == '\n':
		case r == ' ' && !(i+1 < len(rs) && rs[i+1] == '(') && !insideParenthesis(rs[:i]): // a broken line's indent, damage
		case latinCapital(r) != 0:
			b.WriteRune(latinCapital(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func insideParenthesis(rs []rune) bool {
	for i := len(rs) - 1; i >= 0; i-- {
		if rs[i] == '(' || rs[i] == ')' {
			return rs[i] == '('
		}
	}
	return false
}

// latinCapital returns the Latin capital letter that r is or looks like (Russian texts mix them), or 0.
func latinCapital(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r
	}
	if r < 'А' || r > 'Х' {
		return 0
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

// foreignOrder reports whether the year stands last, `S/2338/2024`: the Organisation for the Prohibition of Chemical
// Weapons numbers so, the Security Council the other way round.
func foreignOrder(symbol string) bool {
	parts := strings.Split(symbol, "/")
	return len(parts) == 3 && parts[0] == "S" && isYear(parts[2]) && !isYear(parts[1]) && isDigit(rune(parts[1][0]))
}

// knownSeries reports whether the first part is a series of United Nations documents.
func knownSeries(symbol string) bool {
	series, _, _ := strings.Cut(symbol, "/")
	if foreignOrder(symbol) {
		return false
	}
	if i := strings.IndexByte(series, '.'); i > 0 && documentSeries()[series[:i+1]] {
		return true // a series that is one of the United Nations with a stop only
	}
	if i := strings.IndexAny(series, ".("); i > 0 {
		series = series[:i]
	}
	return documentSeries()[series]
}
