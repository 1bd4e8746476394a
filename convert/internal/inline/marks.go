package inline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readMarks takes emphasis and links out of the text. What does not pair up stays as it is.
func (f *Flat) readMarks() {
	if !strings.ContainsAny(f.Text, "*[") {
		return
	}
	p := readPairs(f.Text, false)
	if p.baresSpace() {
		p = readPairs(f.Text, true)
	}
	if len(p.pairs) > 0 {
		f.cut(p.pairs)
	}
}

// readPairs finds the marks that pair up. The text of a tight link has no space at its ends.
func readPairs(text string, tight bool) *markParser {
	p := &markParser{text: text, tight: tight}
	p.parse()
	p.pairLoose()
	return p
}

// baresSpace reports whether a line would begin or end with the space of a link, which would then be white space
// between texts and no part of one.
func (p *markParser) baresSpace() bool {
	if !p.loosened {
		return false
	}
	for line := range strings.SplitSeq(p.unmarked(), "\n") {
		if strings.TrimSpace(line) != line {
			return true
		}
	}
	return false
}

// unmarked is the text without the marks.
func (p *markParser) unmarked() string {
	text, _ := without(p.text, holesOf(p.pairs))
	return text
}

// A pair is a mark with the spans of its two delimiters in the text.
type pair struct {
	open, openEnd   int
	close, closeEnd int
	delimiter       string
	target          string
}

type opener struct {
	at        int
	delimiter string // "[" of a link
}

type markParser struct {
	text  string
	stack []opener
	open  map[string]int // openers on the stack by delimiter
	pairs []pair
	loose []opener // runs of asterisks that the flanking rules leave without a partner
	// tight asks for links without space at the ends of their texts; loosened reports that there is one with it.
	tight, loosened bool
}

func (p *markParser) parse() {
	p.open = map[string]int{}
	for i := 0; i < len(p.text); {
		switch p.text[i] {
		case '*':
			n := len(p.text[i:]) - len(strings.TrimLeft(p.text[i:], "*"))
			p.stars(i, p.text[i:i+n])
			i += n
		case '[':
			p.push(opener{i, "["})
			i++
		case ']':
			i = p.bracket(i)
		default:
			i++
		}
	}
}

func (p *markParser) push(o opener) {
	p.stack = append(p.stack, o)
	p.open[o.delimiter]++
}

// pop takes openers off the stack down to the one with the given delimiter.
func (p *markParser) pop(delimiter string) (opener, bool) {
	if p.open[delimiter] == 0 {
		return opener{}, false
	}
	for {
		o := p.stack[len(p.stack)-1]
		p.stack = p.stack[:len(p.stack)-1]
		p.open[o.delimiter]--
		if o.delimiter == delimiter {
			return o, true
		}
	}
}

// maxEmphasis is how deep emphasis may stand in emphasis; the depth of the tree follows from it.
const maxEmphasis = 8

// stars reads a run of asterisks. It follows the flanking rules of CommonMark, section 6.2.
func (p *markParser) stars(i int, run string) {
	before, _ := utf8.DecodeLastRuneInString(p.text[:i])
	after, _ := utf8.DecodeRuneInString(p.text[i+len(run):])
	if closes(before, after) {
		if o, ok := p.pop(run); ok {
			p.pairs = append(p.pairs, pair{o.at, o.at + len(run), i, i + len(run), run, ""})
			return
		}
	}
	if closes(after, before) && len(run) <= 3 && len(p.stack)-p.open["["] < maxEmphasis {
		p.push(opener{i, run})
		return
	}
	p.loose = append(p.loose, opener{i, run})
}

// pairLoose pairs the runs that are left two by two where each has a word beside it and no other mark stands between
// them: emphasis whose asterisks stand on the wrong side of a space.
func (p *markParser) pairLoose() {
	for _, o := range p.stack {
		if o.delimiter != "[" {
			p.loose = append(p.loose, o)
		}
	}
	slices.SortFunc(p.loose, func(a, b opener) int { return cmp.Compare(a.at, b.at) })
	taken := make([]int, 0, 2*len(p.pairs))
	for _, m := range p.pairs {
		taken = append(taken, m.open, m.close)
	}
	slices.Sort(taken)
	for i := 0; i+1 < len(p.loose); i++ {
		a, b := p.loose[i], p.loose[i+1]
		n := len(a.delimiter)
		from, _ := slices.BinarySearch(taken, a.at)
		to, _ := slices.BinarySearch(taken, b.at)
		if a.delimiter != b.delimiter || n > 2 || from != to || a.at == 0 || a.at+n == b.at || !p.besideWord(a) || !p.besideWord(b) {
			continue
		}
		p.pairs = append(p.pairs, pair{a.at, a.at + n, b.at, b.at + n, a.delimiter, ""})
		i++
	}
}

// besideWord reports whether a letter or digit stands right before or after the run.
func (p *markParser) besideWord(o opener) bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:o.at])
	after, _ := utf8.DecodeRuneInString(p.text[o.at+len(o.delimiter):])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return word(before) || word(after)
}

// closes reports whether a run between the two characters can close; with the characters exchanged, open. The start
// and end of the text, given as the error rune, count as white space.
func closes(before, after rune) bool {
	blank := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
	return !blank(before) && (!isMark(before) || blank(after) || isMark(after))
}

// bracket reads a closing bracket and returns where to go on.
func (p *markParser) bracket(i int) int {
	target, end, ok := linkTarget(p.text, i+1)
	if !ok {
		if n := len(p.stack); n > 0 && p.stack[n-1].delimiter == "[" {
			p.pop("[")
		}
		return i + 1
	}
	if o, found := p.pop("["); found && p.canLink(p.text[o.at+1:i]) {
		p.pairs = append(p.pairs, pair{o.at, o.at + 1, i, end, "", target})
		p.dropBrackets() // no link holds another
	}
	return end
}

// canLink reports whether a text can be a link's: it is not empty. Where a number is linked piece by piece, one of the
// pieces may be the space in it.
func (p *markParser) canLink(text string) bool {
	spaced := strings.TrimSpace(text) != text
	if text == "" || spaced && p.tight {
		return false
	}
	p.loosened = p.loosened || spaced
	return true
}

// dropBrackets takes the open brackets off the stack.
func (p *markParser) dropBrackets() {
	if p.open["["] > 0 {
		p.stack = slices.DeleteFunc(p.stack, func(o opener) bool { return o.delimiter == "[" })
		p.open["["] = 0
	}
}

// maxTarget is the longest link target that is read, in bytes.
const maxTarget = 2048

// linkTarget reads `(target)` at i.
func linkTarget(s string, i int) (target string, end int, ok bool) {
	if i >= len(s) || s[i] != '(' {
		return "", 0, false
	}
	rest := s[i+1 : min(len(s), i+1+maxTarget)]
	n := strings.IndexAny(rest, "() \t\n<>")
	if n < 0 || rest[n] != ')' {
		return "", 0, false
	}
	return rest[:n], i + 1 + n + 1, true
}

// cut removes the delimiters of the pairs from the text and moves every offset accordingly.
func (f *Flat) cut(pairs []pair) {
	holes := holesOf(pairs)
	text, removed := without(f.Text, holes)
	starts := make([]int, len(holes))
	for i, h := range holes {
		starts[i] = h.start
	}
	// moved is where an offset of the old text lies in the new one; an offset in a delimiter moves to its place.
	moved := func(old int) int {
		i, found := slices.BinarySearch(starts, old)
		if found || i == 0 {
			if i == 0 {
				return old
			}
			return old - removed[i-1]
		}
		return max(old-removed[i-1], starts[i-1]-(removed[i-1]-(holes[i-1].end-holes[i-1].start)))
	}
	for i := range f.Breaks {
		f.Breaks[i].At = moved(f.Breaks[i].At)
	}
	for i := range f.Calls {
		c := &f.Calls[i]
		_, c.Inside = slices.BinarySearch(starts, c.At) // a delimiter begins right after the call
		c.At = moved(c.At)
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.open, b.open) }) // of two with the same bounds the outer one first
	for _, p := range pairs {
		f.Marks = append(f.Marks, Mark{moved(p.openEnd), moved(p.close), p.delimiter, p.target})
	}
	slices.SortStableFunc(f.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	f.Text, f.holes = text, holes
}

// holesOf are the delimiters of the pairs in order.
func holesOf(pairs []pair) []hole {
	holes := make([]hole, 0, 2*len(pairs))
	for _, p := range pairs {
		holes = append(holes, hole{p.open, p.openEnd}, hole{p.close, p.closeEnd})
	}
	slices.SortFunc(holes, func(a, b hole) int { return cmp.Compare(a.start, b.start) })
	return holes
}

// without is the text without the holes, and how many bytes have been taken out up to the end of each.
func without(text string, holes []hole) (string, []int) {
	var rest strings.Builder
	removed := make([]int, 0, len(holes))
	at, sum := 0, 0
	for _, h := range holes {
		rest.WriteString(text[at:h.start])
		at, sum = h.end, sum+h.end-h.start
		removed = append(removed, sum)
	}
	rest.WriteString(text[at:])
	return rest.String(), removed
}
