package cite

import (
	"strconv"
	"strings"
)

// form is the shape of a resolution's number; it says much of whose it is.
type form int

const (
	slashForm form = iota + 1 // 75/196: session and number; of the Assembly or the Human Rights Council
	yearSlash                 // 2017/19: year and number; of the Economic and Social Council
	yearForm                  // 1325 (2000): of the Security Council
	romanForm                 // 217 A (III): of the Assembly, or the Economic and Social Council, before 1977
)

// number is the printed number of a resolution or decision.
type number struct {
	form    form
	session int    // of slashForm, 0 for special sessions
	prefix  string // "S-" or "ES-" of special sessions
	year    int    // of yearSlash and yearForm
	value   string // number within the session or year
	letter  string // "A", "B" ..., "A-C" of several
	roman   string // session of romanForm: "III", "S-VI"
	next    int    // token after it
}

// milestones are the Security Council's first numbers of some years.
var milestones = []struct{ year, first int }{
	{1946, 1}, {1957, 115}, {1970, 276}, {1980, 462}, {1990, 647}, {2000, 1285}, {2010, 1908}, {2020, 2504},
}

// yearSlack is by how many years a printed year may be wrong.
const yearSlack = 1

// inYear reports whether the Security Council can have given the number in about the year that is printed with it.
func (n number) inYear() bool {
	value, err := strconv.Atoi(n.value)
	if err != nil {
		return false
	}
	for _, m := range milestones {
		if n.year-yearSlack >= m.year && value < m.first || n.year+yearSlack < m.year && value >= m.first {
			return false
		}
	}
	return true
}

// isRatio reports whether the number can be a ratio: 50/50.
func (n number) isRatio() bool { return n.form == slashForm && n.value == strconv.Itoa(n.session) }

// text is the canonical form of the number as it stands in a symbol.
func (n number) text() string {
	letter := ""
	if n.letter != "" {
		letter = " " + n.letter
	}
	switch n.form {
	case slashForm:
		return n.sessionText() + "/" + n.value + letter
	case yearSlash:
		return strconv.Itoa(n.year) + "/" + n.value + letter
	case yearForm:
		return n.value + " (" + strconv.Itoa(n.year) + ")"
	}
	return n.value + letter + " (" + n.roman + ")"
}

func (n number) sessionText() string {
	return n.prefix + strconv.Itoa(n.session)
}

// Bounds of what a number can be.
const (
	maxSession = 120  // the Assembly's session of 2065
	firstSlash = 31   // the Assembly's first session that numbers resolutions by session
	firstYear  = 1946 // the first year of any resolution
	lastYear   = 2065
	maxDigits  = 4
	lastRoman  = 30 // the Assembly's last session with roman numbers
)

// parseNumber reads the number of a resolution at token i.
func (w *words) parseNumber(toks []token, i int) (number, bool) {
	if toks[i].kind == punctToken || toks[i].kind == wordToken && !w.beforeHyphen(toks, i) {
		return number{}, false
	}
	if i > 0 && !toks[i].space && gluesNumber(toks[i-1]) {
		return number{}, false
	}
	if prefix, j := w.specialSession(toks, i); prefix != "" {
		n, ok := w.parseSlash(toks, j, prefix)
		if isArabic(firstRune(toks, i)) {
			n = n.turned()
		}
		return n, ok
	}
	if !isNumber(toks, i) || len(toks[i].raw) > maxDigits {
		return number{}, false
	}
	if n, ok := w.parseSlash(toks, i, ""); ok {
		return n, true
	}
	return w.parseParenthesis(toks, i)
}

// beforeHyphen reports whether a hyphen follows soon: a special session's sign can begin here.
func (w *words) beforeHyphen(toks []token, i int) bool {
	for j := i + 1; j < len(toks) && j <= i+3; j++ {
		if toks[j].raw == "-" {
			return true
		}
	}
	return false
}

// gluesNumber reports whether a number right after t is part of something else.
func gluesNumber(t token) bool {
	switch t.raw {
	case "/", ".", "-", ":", "_":
		return true
	}
	return t.kind == numberToken || t.kind == symbolToken
}

// specialSession reads `S-` or `ES-`, which scripts write in their own way.
func (w *words) specialSession(toks []token, i int) (string, int) {
	for _, p := range w.find(w.match, toks, i) {
		if j := i + p.size; p.class == classSession && is(toks, j, "-") && isNumber(toks, j+1) {
			return p.key + "-", j + 1
		}
	}
	if raw := toks[i].raw; (raw == "S" || raw == "ES") && is(toks, i+1, "-") && !toks[i+1].space && isNumber(toks, i+2) {
		return raw + "-", i + 2
	}
	return "", i
}

// The Assembly's special and emergency special sessions whose resolutions have a number by session: the first of them, and
// more than there will be.
const (
	firstSpecial, lastSpecial     = 8, 45
	firstEmergency, lastEmergency = 6, 14
)

// turned puts session and number in their order, where they are printed the other way round, as happens in a script that
// runs from right to left: `دإ-2/10` is S-10/2. Where both could be the session nothing changes.
func (n number) turned() number {
	first, last := firstSpecial, lastSpecial
	if n.prefix == "ES-" {
		first, last = firstEmergency, lastEmergency
	}
	value, err := strconv.Atoi(n.value)
	if err != nil || n.session >= first && n.session <= last || value < first || value > last {
		return n
	}
	n.session, n.value = value, strconv.Itoa(n.session)
	return n
}

// parseSlash reads `75/196`, also broken by a line end after the solidus.
func (w *words) parseSlash(toks []token, i int, prefix string) (number, bool) {
	if !is(toks, i+1, "/") || toks[i+1].space || !isNumber(toks, i+2) || toks[i+2].space && !toks[i+2].line {
		return number{}, false
	}
	left, right := toks[i].raw, toks[i+2].raw
	if len(left) > maxDigits || len(right) > maxDigits-1 || right[0] == '0' || left[0] == '0' || continuesNumber(toks, i+3) {
		return number{}, false
	}
	n := number{form: slashForm, prefix: prefix, value: right, next: i + 3}
	first, _ := strconv.Atoi(left)
	switch {
	case first >= 1 && first <= maxSession:
		n.session = first
	case prefix == "" && first >= firstYear && first <= lastYear:
		n.form, n.year = yearSlash, first
	default:
		return number{}, false
	}
	n.letter, n.next = w.parseLetters(toks, n.next)
	return n, true
}

// continuesNumber reports whether token i makes the number before it part of a date, a symbol or a decimal.
func continuesNumber(toks []token, i int) bool {
	if i >= len(toks) || toks[i].space {
		return false
	}
	switch toks[i].raw {
	case "/", "%", "_":
		return true
	case ".", ":":
		return isNumber(toks, i+1) && !toks[i+1].space
	}
	return false
}

// parseParenthesis reads `1325 (2000)` and `217 A (III)`.
func (w *words) parseParenthesis(toks []token, i int) (number, bool) {
	letter, j := w.parseLetters(toks, i+1)
	if !is(toks, j, "(") {
		return number{}, false
	}
	inner, k := parenthesis(toks, j)
	if k == 0 || toks[i].raw[0] == '0' {
		return number{}, false
	}
	n := number{letter: letter, value: toks[i].raw, next: k}
	if letter == "" && isYear(inner) {
		n.form = yearForm
		n.year, _ = strconv.Atoi(inner)
		return n, n.inYear()
	}
	if roman, ok := romanSession(inner); ok {
		n.form, n.roman = romanForm, roman
		return n, true
	}
	if roman, ok := w.arabicSession(toks, j+1, k-1); ok {
		n.form, n.roman = romanForm, roman
		return n, true
	}
	return number{}, false
}

// parenthesis returns the raw text in the parenthesis at token j and the token after it.
func parenthesis(toks []token, j int) (string, int) {
	var b strings.Builder
	for k := j + 1; k < len(toks) && k < j+8; k++ {
		if toks[k].raw == ")" || toks[k].raw == "(" && isYear(b.String()) {
			return b.String(), k + 1
		}
		b.WriteString(toks[k].raw)
	}
	return "", 0
}

func isYear(s string) bool {
	if len(s) != 4 {
		return false
	}
	y, err := strconv.Atoi(s)
	return err == nil && y >= firstYear && y <= lastYear
}

// romanSession reads `III`, `XXI`, `S-VI`, `ES-V`, with Cyrillic letters, too.
func romanSession(s string) (string, bool) {
	s = symbolText([]rune(s)) // small letters are labels of sub-items
	rest := s
	for _, p := range [...]string{"ES-", "S-"} {
		if strings.HasPrefix(s, p) {
			rest = s[len(p):]
			break
		}
	}
	if v := romanValue(rest); v < 1 || v > 60 { // the Economic and Social Council came to LXIII
		return "", false
	}
	return s, true
}

// romanValue returns the value of a roman numeral in canonical spelling, or 0.
func romanValue(s string) int {
	for v := 1; v <= 70 && len(s) > 0 && len(s) < 9; v++ {
		if roman(v) == s {
			return v
		}
	}
	return 0
}

func roman(v int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value int
		text  string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for v >= d.value {
			b.WriteString(d.text)
			v -= d.value
		}
	}
	return b.String()
}

// arabicSession reads `د-4`, which is (IV); `دإ-6` is (S-VI).
func (w *words) arabicSession(toks []token, i, end int) (string, bool) {
	for _, p := range w.find(w.match, toks, i) {
		j := i + p.size
		if p.class != classSession || !is(toks, j, "-") || j+2 != end || !isNumber(toks, j+1) {
			continue
		}
		v, err := strconv.Atoi(toks[j+1].raw)
		if err != nil || v < 1 || v > 60 {
			return "", false
		}
		if p.key == "D" {
			return roman(v), true
		}
		return p.key + "-" + roman(v), true
	}
	return "", false
}

// parseLetters reads the letter of a lettered resolution at token i, or the first and last letter of several that are one
// document, `57/284 A-B`.
func (w *words) parseLetters(toks []token, i int) (string, int) {
	first, j := w.parseLetter(toks, i)
	if first == "" || !is(toks, j, "-") {
		return first, j
	}
	last, next := w.parseLetter(toks, j+1)
	if last <= first || len(last) != len(first) || is(toks, next, "-") {
		return first, j
	}
	return first + "-" + last, next
}

// parseLetter reads the letter of a lettered resolution at token i: a capital, or its name in scripts without capitals.
// After Z they begin again, doubled.
func (w *words) parseLetter(toks []token, i int) (string, int) {
	if i >= len(toks) || toks[i].kind != wordToken || toks[i].line {
		return "", i
	}
	if names := w.find(w.letters, toks, i); len(names) > 0 {
		p := names[0]
		if next := i + p.size; p.size == 1 && next < len(toks) && toks[next].text == toks[i].text {
			return p.key + p.key, next + 1
		}
		return p.key, i + p.size
	}
	rs := []rune(toks[i].raw)
	if len(rs) > 2 || rs[len(rs)-1] != rs[0] || is(toks, i+1, "'") {
		return "", i
	}
	if r := latinCapital(rs[0]); r != 0 {
		return strings.Repeat(string(r), len(rs)), i + 1
	}
	return "", i
}

func is(toks []token, i int, raw string) bool { return i >= 0 && i < len(toks) && toks[i].raw == raw }

func isNumber(toks []token, i int) bool {
	return i >= 0 && i < len(toks) && toks[i].kind == numberToken
}
