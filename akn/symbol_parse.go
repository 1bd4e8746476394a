package akn

import (
	"strconv"
	"strings"
)

// ParseSymbol parses a document symbol. It accepts the ways symbols are
// printed and linked (spaces before brackets or not, no-break spaces and
// hyphens, letters in lower case, a final * of a reissue) and returns the
// canonical one.
//
// The error is a *[SymbolError].
func ParseSymbol(s string) (Symbol, error) {
	first, second := splitDouble(s)
	p := symbolParser{src: s, text: first}
	sym, err := p.parse()
	if err != nil || second == "" {
		return sym, err
	}
	p = symbolParser{src: s, text: second, base: len(s) - len(second)}
	other, err := p.parse()
	if err != nil {
		return Symbol{}, err
	}
	sym.second = other.text
	sym.text += "-" + other.text
	return sym, nil
}

// splitDouble splits A/48/486-S/26560 at the hyphen: a number stands before
// it, an organ and a slash after it.
func splitDouble(s string) (first, second string) {
	for i := 1; i < len(s); i++ {
		if s[i] != '-' || (!isDigit(s[i-1]) && s[i-1] != ')') {
			continue
		}
		n := capitals(s[i+1:])
		if n > 0 && strings.HasPrefix(s[i+1+n:], "/") && strings.Contains(s[:i], "/") {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// capitals counts the capital letters that s begins with.
func capitals(s string) int {
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	return n
}

type symbolParser struct {
	src  string
	text string // what is parsed, all of src or one of two symbols in it
	base int    // where it begins
	sym  Symbol
}

// symbolPart is one of the parts between slashes: CONF.234, "217 A (III)".
type symbolPart struct {
	start  int
	word   string   // without what follows it
	tail   string   // letters after a space or a number
	groups []string // contents of brackets, normalised
}

func (p *symbolParser) fail(offset int, expected string) error {
	return &SymbolError{Input: p.src, Offset: offset, Expected: expected}
}

func (p *symbolParser) parse() (Symbol, error) {
	parts, err := p.parts()
	if err != nil {
		return Symbol{}, err
	}
	parts, err = p.takeSuffixes(parts)
	if err != nil {
		return Symbol{}, err
	}
	if err := p.shape(parts); err != nil {
		return Symbol{}, err
	}
	p.sym.organ = parts[0].print()
	adopted := p.adoptedAt(parts)
	if adopted > 0 {
		err = p.adopted(parts, adopted)
	} else {
		err = p.document(parts)
	}
	if err != nil {
		return Symbol{}, err
	}
	p.print(parts)
	return p.sym, nil
}

// parts splits the text at slashes and reads each part.
func (p *symbolParser) parts() ([]symbolPart, error) {
	var parts []symbolPart
	text := strings.TrimRight(p.text, " *\u00a0")
	start := 0
	for {
		piece, _, more := strings.Cut(text[start:], "/")
		part, err := p.part(piece, p.base+start)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
		if start += len(piece) + 1; !more {
			return parts, nil
		}
	}
}

func (p *symbolParser) part(s string, start int) (symbolPart, error) {
	plain := strings.TrimLeft(normalizeSymbol(s), " ")
	part := symbolPart{start: start}
	end := wordEnd(plain)
	part.word = plain[:end]
	if part.word == "" {
		return part, p.fail(start, "a part of a symbol")
	}
	return part, p.rest(&part, plain[end:])
}

// rest reads what may follow the word: letters and groups in brackets.
func (p *symbolParser) rest(part *symbolPart, s string) error {
	for {
		s = strings.TrimLeft(s, " ")
		switch {
		case s == "":
			return nil
		case s[0] == '(':
			end := strings.IndexByte(s, ')')
			if end < 0 || !isGroup(s[1:end]) {
				return p.fail(part.start, `a group in brackets, "(...)"`)
			}
			part.groups = append(part.groups, normalizeGroup(s[1:end]))
			s = s[end+1:]
		case part.tail == "" && lettersEnd(s) > 0:
			end := lettersEnd(s)
			part.tail = strings.ToUpper(strings.Replace(s[:end], "–", "-", 1))
			s = s[end:]
		default:
			return p.fail(part.start, `"/", a letter or "("`)
		}
	}
}

// isGroup reports whether s can stand in brackets: letters, digits, spaces and
// . , -.
func isGroup(s string) bool {
	for i := 0; i < len(s); i++ {
		if !keepLetterOrDigit(s[i]) && strings.IndexByte(" .,-", s[i]) < 0 {
			return false
		}
	}
	return strings.Trim(s, " .,-") != ""
}

// normalizeSymbol makes ordinary spaces and hyphens of the others.
func normalizeSymbol(s string) string {
	return typographic.Replace(s)
}

var typographic = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2010", "-", "\u2011", "-")

// wordEnd returns the length of the word s begins with: letters and digits,
// with . and - between them.
func wordEnd(s string) int {
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case isDigit(c), c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			i++
		case (c == '.' || c == '-') && i > 0 && i+1 < len(s) && keepLetterOrDigit(s[i+1]):
			i++
		default:
			return i
		}
	}
	return i
}

func keepLetterOrDigit(c byte) bool { return isDigit(c) || keepLetters(rune(c)) > 0 }

// lettersEnd returns the length of the letters of a resolution that s begins
// with: A, AA (which follows Z), A-C, A–C, or "A and B" as A.
func lettersEnd(s string) int {
	if keepLetters(rune(s[0])) < 0 {
		return 0
	}
	n := 1
	if len(s) > 1 && s[1] == s[0] {
		n = 2
	}
	for _, to := range []string{"-", "–"} {
		if last, ok := strings.CutPrefix(s[n:], to); ok && last != "" && keepLetters(rune(last[0])) > 0 {
			n += len(to) + 1
			break
		}
	}
	if len(s) > n && s[n] != ' ' && s[n] != '(' {
		return 0
	}
	return n
}

// groupWords are the words that stand before a number in brackets, as the
// canonical form prints them.
var groupWords = []string{"Parts", "Part", "Vols.", "Vol.", "Sects.", "Sect.", "Chaps.", "Chap."}

// normalizeGroup prints what stands in brackets: (PartI) as Part I, (vol.i) as
// Vol. I, (SUPP) as Supp, (xxi) as XXI.
func normalizeGroup(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.EqualFold(s, "supp") || strings.EqualFold(s, "supp.") {
		return "Supp"
	}
	if isSession(strings.ToUpper(s)) {
		return strings.ToUpper(s)
	}
	for _, word := range groupWords {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			if numbers, ok := groupNumbers(s[len(word):]); ok {
				return word + " " + numbers
			}
		}
	}
	return s
}

// groupNumbers prints the numbers of a group: "IandII" as "I and II".
func groupNumbers(s string) (string, bool) {
	first, second, both := strings.Cut(s, "and")
	a, b := strings.ToUpper(strings.TrimSpace(first)), strings.ToUpper(strings.TrimSpace(second))
	switch {
	case !digits(a) && !isRoman(a):
		return "", false
	case !both:
		return a, true
	}
	return a + " and " + b, digits(b) || isRoman(b)
}

// isSession reports whether s is a session as old resolutions print it: XXI,
// S-VI, ES-V.
func isSession(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "E"), "S-")
	return isRoman(s)
}

func isRoman(s string) bool {
	n, ok := romanValue(s)
	return ok && n > 0
}

// takeSuffixes takes Rev.1, Corr.2 and the like off the end.
func (p *symbolParser) takeSuffixes(parts []symbolPart) ([]symbolPart, error) {
	n := len(parts)
	for n > 0 {
		if _, ok := suffix(parts[n-1]); !ok {
			break
		}
		n--
	}
	var suffixes []string
	for _, part := range parts[n:] {
		s, _ := suffix(part)
		suffixes = append(suffixes, s)
		if len(part.groups) > 0 {
			p.sym.part = part.groups[0]
		}
	}
	p.sym.suffixes = strings.Join(suffixes, "/")
	return parts[:n], nil
}

var suffixKinds = []string{"Rev", "Add", "Corr", "Amend"}

// suffix returns the canonical form of an ending, with what follows it in
// brackets.
func suffix(part symbolPart) (string, bool) {
	word, number, ok := strings.Cut(part.word, ".")
	if !ok || !digits(number) || part.tail != "" {
		return "", false
	}
	for _, kind := range suffixKinds {
		if strings.EqualFold(word, kind) {
			part.word = kind + "." + number
			return part.print(), true
		}
	}
	return "", false
}

// shape checks what all symbols have: an organ in capitals, a slash, and a
// number.
func (p *symbolParser) shape(parts []symbolPart) error {
	switch {
	case len(parts) == 0 || capitals(parts[0].word) == 0 || parts[0].tail != "":
		return p.fail(p.base, `an organ in capital letters, such as "A"`)
	case strings.ContainsAny(parts[0].word, "-abcdefghijklmnopqrstuvwxyz"):
		return p.fail(p.base, `an organ in capital letters, such as "A"`)
	case len(parts) == 1:
		return p.fail(p.base+len(parts[0].word), `"/"`)
	}
	last := parts[len(parts)-1]
	if !strings.ContainsAny(last.print(), "0123456789") {
		return p.fail(last.start, "a number")
	}
	return nil
}

// adoptedAt returns the index of RES, DEC or PRST, 0 if there is none.
func (p *symbolParser) adoptedAt(parts []symbolPart) int {
	for i := 1; i < len(parts)-1; i++ {
		switch strings.ToUpper(parts[i].word) {
		case "RES":
			p.sym.kind = KindResolution
		case "DEC":
			p.sym.kind = KindDecision
		case "PRST":
			p.sym.kind = KindPresidentialStatement
		default:
			continue
		}
		parts[i].word = strings.ToUpper(parts[i].word)
		return i
	}
	return 0
}

// adopted reads A/RES/79/183 B, A/RES/217 A (III) and S/RES/2231 (2015).
func (p *symbolParser) adopted(parts []symbolPart, at int) error {
	p.bodyOf(parts[1:at])
	number := parts[at+1:]
	last := &number[len(number)-1]
	if !p.splitLetter(last) {
		return p.fail(last.start, "the number of a resolution or decision")
	}
	p.sym.serial, p.sym.letter = last.word, last.tail
	switch len(number) {
	case 1:
		return p.byNumber(last)
	case 2:
		return p.bySession(&number[0], last)
	}
	return p.fail(number[2].start, "the end of the symbol, or Rev, Add, Corr or Amend with a number")
}

// splitLetter splits 266B into number and letter.
func (p *symbolParser) splitLetter(part *symbolPart) bool {
	n := 0
	for n < len(part.word) && isDigit(part.word[n]) {
		n++
	}
	if n == 0 {
		return false
	}
	letter := strings.ToUpper(part.word[n:])
	part.word = part.word[:n]
	if letter == "" {
		return true
	}
	if part.tail != "" || lettersEnd(letter) != len(letter) {
		return false
	}
	part.tail = letter
	return true
}

// byNumber takes what stands after a running number: a session, a year, or,
// for the Security Council, nothing.
func (p *symbolParser) byNumber(last *symbolPart) error {
	if len(last.groups) == 0 {
		if p.sym.organ == "S" {
			return nil
		}
		return p.fail(last.start, "a session and a number, or a number and a session in brackets")
	}
	switch group := last.groups[0]; {
	case isSession(group):
		p.sym.session = group
	case isYear(group):
		p.sym.year, _ = strconv.Atoi(group)
	default:
		return p.fail(last.start+len(last.word), "a session or a year in brackets")
	}
	return p.partOfAdopted(last, last.groups[1:])
}

// partOfAdopted takes in the part of a resolution: what else stands in
// brackets after its number is no part of the symbol.
func (p *symbolParser) partOfAdopted(last *symbolPart, groups []string) error {
	for _, g := range groups {
		word, _, _ := strings.Cut(g, " ")
		if !contains(groupWords, word) {
			return p.fail(last.start+len(last.word), "the end of the symbol, or a part such as (Part I)")
		}
	}
	p.takePart(groups)
	return nil
}

func (p *symbolParser) takePart(groups []string) {
	if len(groups) > 0 {
		p.sym.part = groups[0]
	}
}

// bySession takes the part before the number: 79, S-30, ES-10, 2014.
func (p *symbolParser) bySession(session, last *symbolPart) error {
	session.word = strings.ToUpper(session.word)
	if session.tail != "" || len(session.groups) > 0 || !p.takeSession(session.word) {
		return p.fail(session.start, "a session such as 79, S-30 or ES-10, or a year")
	}
	return p.partOfAdopted(last, last.groups)
}

// takeSession takes in a session or a year and reports whether s is one.
func (p *symbolParser) takeSession(s string) bool {
	number := strings.TrimPrefix(strings.TrimPrefix(s, "E"), "S-")
	switch {
	case isYear(s):
		p.sym.year, _ = strconv.Atoi(s)
	case digits(number) && (s == number || strings.HasSuffix(s, "S-"+number)):
		p.sym.session = s
	default:
		return false
	}
	return true
}

// isYear reports whether s is a year since the United Nations exist.
func isYear(s string) bool { return len(s) == 4 && digits(s) && s >= "1945" }

// document reads what is not adopted: A/C.3/76/L.5, A/79/458, S/2016/738.
func (p *symbolParser) document(parts []symbolPart) error {
	last := parts[len(parts)-1]
	if len(last.tail) > 0 && !digits(last.word) {
		return p.fail(last.start+len(last.word), `"/" or the end of the symbol`)
	}
	p.sym.kind = kindOf(last.word)
	p.sym.serial, p.sym.letter = last.word, last.tail
	p.takePart(last.groups)
	middle := parts[1 : len(parts)-1]
	for i := range middle {
		upper := strings.ToUpper(middle[i].word)
		if p.takeSession(upper) {
			middle[i].word = upper
			p.bodyOf(middle[:i])
			return nil
		}
	}
	p.bodyOf(middle)
	return nil
}

// kindOf returns the kind that the last part of a symbol says.
func kindOf(word string) SymbolKind {
	series, _, _ := strings.Cut(word, ".")
	switch {
	case series == word:
		return KindDocument
	case series == "L":
		return KindLimited
	case series == "WP":
		return KindWorkingPaper
	case series == "CRP":
		return KindConferenceRoomPaper
	case series == "SR", series == "PV":
		return KindRecord
	case series == "INF":
		return KindInformation
	case strings.EqualFold(series, "Res"):
		return KindResolution
	}
	return KindDocument
}

// bodyOf takes in the parts of the body; words in lower case are damaged.
func (p *symbolParser) bodyOf(parts []symbolPart) {
	texts := make([]string, len(parts))
	for i := range parts {
		if w := parts[i].word; w == strings.ToLower(w) && !strings.Contains(w, "-") {
			parts[i].word = strings.ToUpper(w)
		}
		texts[i] = parts[i].print()
	}
	p.sym.body = strings.Join(texts, "/")
}

// print writes the part: 217 A (III), UNEP(DTIE), 66 (Part I).
func (part symbolPart) print() string {
	text := part.word
	if part.tail != "" {
		text += " " + part.tail
	}
	for _, g := range part.groups {
		if part.tail != "" || isDigit(part.word[len(part.word)-1]) {
			text += " "
		}
		text += "(" + g + ")"
	}
	return text
}

func (p *symbolParser) print(parts []symbolPart) {
	texts := make([]string, len(parts), len(parts)+1)
	for i, part := range parts {
		texts[i] = part.print()
	}
	if p.sym.suffixes != "" {
		texts = append(texts, p.sym.suffixes)
	}
	p.sym.text = strings.Join(texts, "/")
}
