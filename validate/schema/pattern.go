package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pattern is a regular expression of XSD (1.0 part 2, appendix F), anchored at both ends, as a minimal automaton.
type pattern struct {
	source string
	starts []rune   // where classes of characters begin
	class  []uint16 // and which they are
	table  dfa
	ascii  [][utf8.RuneSelf]State // by state: the step that each of these characters takes
}

// match says whether the whole of a value matches. It does not allocate.
func (p *pattern) match(v []byte) bool {
	st, _ := p.run(v)
	return st >= 0 && p.table.accept[st]
}

// run returns the state after a value, or Dead and the offset of the character that led there.
func (p *pattern) run(v []byte) (State, int) {
	st := State(0)
	for i := 0; i < len(v); {
		n := 1
		if b := v[i]; b < utf8.RuneSelf {
			st = p.ascii[st][b]
		} else {
			var r rune
			r, n = utf8.DecodeRune(v[i:])
			st = p.step(st, r)
		}
		if st < 0 {
			return Dead, i
		}
		i += n
	}
	return st, len(v)
}

// step takes one character.
func (p *pattern) step(st State, r rune) State {
	if st < 0 {
		return Dead
	}
	return p.table.next[int(st)*p.table.width+int(p.classOf(r))]
}

func (p *pattern) classOf(r rune) uint16 {
	i, found := slices.BinarySearch(p.starts, r)
	if !found {
		i--
	}
	return p.class[i]
}

// stops says why a value does not match.
func (p *pattern) stops(v []byte) string {
	st, at := p.run(v)
	switch {
	case len(v) == 0:
		return "it is empty"
	case st >= 0:
		return "it ends too early"
	}
	r, _ := utf8.DecodeRune(v[at:])
	return fmt.Sprintf("%q may not stand there", r)
}

// rowWords describes patterns of which one must match.
func rowWords(row []*pattern) string {
	var all []string
	for _, p := range row {
		all = append(all, p.source)
	}
	if len(row) == 1 {
		if s, ok := row[0].plain(); ok {
			return s
		}
	}
	return "matching " + strings.Join(all, "|")
}

// plain describes a pattern that only forbids characters, or emptiness, in words.
func (p *pattern) plain() (string, bool) {
	n := len(p.table.accept)
	if n > 2 || !p.table.accept[n-1] {
		return "", false
	}
	var forbidden []runeRange
	for i, start := range p.starts {
		first, last := p.table.next[p.class[i]], p.table.next[(n-1)*p.table.width+int(p.class[i])]
		switch {
		case first != last || first >= 0 && int(first) != n-1:
			return "", false
		case first < 0 && i+1 == len(p.starts):
			return "", false
		case first < 0:
			forbidden = append(forbidden, runeRange{start, p.starts[i+1] - 1})
		}
	}
	words := "without " + setWords(newSet(forbidden...))
	switch {
	case len(forbidden) == 0:
		words = "of any characters"
	case setWords(newSet(forbidden...)) == "":
		return "", false
	}
	if n == 2 {
		words += ", not empty"
	}
	return words, true
}

// setWords names a small set of characters, empty for a large one.
func setWords(s runeSet) string {
	if slices.Equal(s, spaceSet) {
		return "white space"
	}
	var all []string
	for _, r := range s {
		for c := r.lo; c <= r.hi; c++ {
			if len(all) == 5 {
				return ""
			}
			all = append(all, strconv.QuoteRune(c))
		}
	}
	return list(all, "and")
}

// A PatternError says where a regular expression is wrong or beyond what is supported.
type PatternError struct {
	Pattern string // as it stands in the schema
	Offset  int    // in bytes of the pattern, from 0
	Reason  string // what is wrong there
}

// Error quotes the pattern and says what is wrong where.
func (e *PatternError) Error() string {
	return fmt.Sprintf("pattern %q, offset %d: %s", e.Pattern, e.Offset, e.Reason)
}

// compilePattern reads a regular expression and makes its automaton.
func compilePattern(source string) (*pattern, error) {
	r := &regex{source: source}
	tree := r.alternatives()
	if r.err == nil && r.i < len(source) {
		r.fail("unmatched )")
	}
	if r.err != nil {
		return nil, r.err
	}
	p := &pattern{source: source}
	classes := p.partition(r.leaves)
	n := &nfa{classes: classes}
	start := n.node()
	n.final = n.repeat(tree, start)
	if n.err != nil {
		return nil, &PatternError{source, 0, "it needs too many states"}
	}
	d := n.determinise(start)
	if d == nil {
		return nil, &PatternError{source, 0, "it needs too many states"}
	}
	d.trim()
	d.minimise()
	p.table = *d
	p.ascii = make([][utf8.RuneSelf]State, len(d.accept))
	for st := range p.ascii {
		for r := range p.ascii[st] {
			p.ascii[st][r] = p.step(State(st), rune(r))
		}
	}
	return p, nil
}

// partition cuts Unicode into the classes that no leaf tells apart, and tells each leaf its classes.
func (p *pattern) partition(leaves []*particle) (classes int) {
	cuts := []rune{0}
	for _, l := range leaves {
		for _, r := range l.chars {
			if cuts = append(cuts, r.lo); r.hi < unicode.MaxRune {
				cuts = append(cuts, r.hi+1)
			}
		}
	}
	slices.Sort(cuts)
	p.starts = slices.Compact(cuts)
	p.class = make([]uint16, len(p.starts))
	index := map[string]uint16{}
	for i, start := range p.starts {
		key := make([]byte, len(leaves))
		for j, l := range leaves {
			if l.chars.contains(start) {
				key[j] = 1
			}
		}
		c, ok := index[string(key)]
		if !ok {
			c = uint16(len(index))
			index[string(key)] = c
			for j, l := range leaves {
				if key[j] == 1 {
					l.classes = append(l.classes, int32(c))
				}
			}
		}
		p.class[i] = c
	}
	return len(index)
}

// A regex is a regular expression being read. The tree it gives is a particle whose leaves are sets of characters.
type regex struct {
	source string
	i      int
	depth  int
	leaves []*particle
	err    error
}

// maxRegexDepth bounds the parentheses of a pattern.
const maxRegexDepth = 100

func (r *regex) fail(format string, args ...any) {
	if r.err == nil {
		r.err = &PatternError{r.source, r.i, fmt.Sprintf(format, args...)}
	}
	r.i = len(r.source)
}

func (r *regex) peek() byte {
	if r.i < len(r.source) {
		return r.source[r.i]
	}
	return 0
}

func (r *regex) skip(prefix string) bool {
	if strings.HasPrefix(r.source[r.i:], prefix) {
		r.i += len(prefix)
		return true
	}
	return false
}

func (r *regex) rune() rune {
	c, n := utf8.DecodeRuneInString(r.source[r.i:])
	r.i += n
	return c
}

func (r *regex) alternatives() *particle {
	if r.depth++; r.depth > maxRegexDepth {
		r.fail("parentheses nest deeper than %d", maxRegexDepth)
	}
	defer func() { r.depth-- }()
	choice := once(choiceParticle, r.branch())
	for r.skip("|") {
		choice.items = append(choice.items, r.branch())
	}
	if len(choice.items) == 1 {
		return choice.items[0]
	}
	return choice
}

func (r *regex) branch() *particle {
	seq := once(sequenceParticle)
	for r.i < len(r.source) && r.peek() != '|' && r.peek() != ')' {
		seq.items = append(seq.items, r.quantified(r.atom()))
	}
	return seq
}

func (r *regex) atom() *particle {
	switch {
	case r.skip("("):
		p := r.alternatives()
		if !r.skip(")") {
			r.fail("( without )")
		}
		return p
	case r.skip("["):
		return r.leaf(r.class())
	case r.skip("."):
		return r.leaf(newSet(runeRange{'\n', '\n'}, runeRange{'\r', '\r'}).negate())
	case r.skip("\\"):
		return r.leaf(r.escape())
	}
	if strings.IndexByte("?*+]{}", r.peek()) >= 0 {
		r.fail("%q has nothing to stand for", r.peek())
		return once(sequenceParticle)
	}
	c := r.rune()
	return r.leaf(runeSet{{c, c}})
}

func (r *regex) leaf(set runeSet) *particle {
	p := once(charsParticle)
	p.chars = set
	r.leaves = append(r.leaves, p)
	return p
}

func (r *regex) quantified(p *particle) *particle {
	switch {
	case r.skip("?"):
		return times(p, 0, 1)
	case r.skip("*"):
		return times(p, 0, unbounded)
	case r.skip("+"):
		return times(p, 1, unbounded)
	case r.skip("{"):
		return r.counted(p)
	}
	return p
}

// times sets the bounds of a particle that nothing else holds, so that its leaf stays the one that partition knows.
func times(p *particle, min, max int) *particle {
	if p.min == 1 && p.max == 1 {
		p.min, p.max = min, max
		return p
	}
	return &particle{kind: sequenceParticle, min: min, max: max, items: []*particle{p}}
}

func (r *regex) counted(p *particle) *particle {
	end := strings.IndexByte(r.source[r.i:], '}')
	if end < 0 {
		r.fail("{ without }")
		return p
	}
	from, to, comma := strings.Cut(r.source[r.i:r.i+end], ",")
	min, err := strconv.Atoi(from)
	max := min
	if comma {
		max = unbounded
		if to != "" && err == nil {
			max, err = strconv.Atoi(to)
		}
	}
	if err != nil || min < 0 || max != unbounded && max < min {
		r.fail("{%s} is no quantity", r.source[r.i:r.i+end])
		return p
	}
	r.i += end + 1
	return times(p, min, max)
}

// escape reads what follows a backslash.
func (r *regex) escape() runeSet {
	if r.i == len(r.source) {
		r.fail("nothing follows the last \\")
		return nil
	}
	c := r.peek()
	if set, ok := multiEscape(c | 0x20); ok && isLetter(c) {
		r.i++
		if c < 'a' {
			return set.negate()
		}
		return set
	}
	if c == 'p' || c == 'P' {
		r.i++
		return r.property(c == 'P')
	}
	if i := strings.IndexByte(`nrt\|.-^?*+{}()[]`, c); i >= 0 {
		r.i++
		lit := rune("\n\r\t\\|.-^?*+{}()[]"[i])
		return runeSet{{lit, lit}}
	}
	r.fail("\\%c is no escape", c)
	return nil
}

func (r *regex) property(negated bool) runeSet {
	end := strings.IndexByte(r.source[r.i:], '}')
	if r.peek() != '{' || end < 0 {
		r.fail("\\p without {name}")
		return nil
	}
	name := r.source[r.i+1 : r.i+end]
	set, ok := category(name)
	if !ok {
		r.fail("the category or block %s is not supported", name)
		return nil
	}
	r.i += end + 1
	if negated {
		return set.negate()
	}
	return set
}

// class reads a character class after its bracket.
func (r *regex) class() runeSet {
	if r.depth++; r.depth > maxRegexDepth {
		r.fail("classes nest deeper than %d", maxRegexDepth)
	}
	defer func() { r.depth-- }()
	negated := r.skip("^")
	var set runeSet
	for first := true; !r.skip("]"); first = false {
		if r.i == len(r.source) {
			r.fail("[ without ]")
			return nil
		}
		if !first && r.skip("-[") {
			return r.subtraction(set, negated)
		}
		set = union(set, r.member())
	}
	if negated {
		return set.negate()
	}
	return set
}

func (r *regex) subtraction(set runeSet, negated bool) runeSet {
	less := r.class()
	if !r.skip("]") {
		r.fail("] must follow a subtracted class")
	}
	if negated {
		set = set.negate()
	}
	return set.minus(less)
}

// member reads a character, an escape or a range.
func (r *regex) member() runeSet {
	set := r.single()
	if len(set) != 1 || set[0].lo != set[0].hi || !strings.HasPrefix(r.source[r.i:], "-") {
		return set
	}
	if strings.HasPrefix(r.source[r.i:], "-]") || strings.HasPrefix(r.source[r.i:], "-[") {
		return set
	}
	r.i++
	to := r.single()
	if len(to) != 1 || to[0].lo != to[0].hi || to[0].lo < set[0].lo {
		r.fail("a range ends with a character that is not before its first")
		return nil
	}
	return runeSet{{set[0].lo, to[0].lo}}
}

func (r *regex) single() runeSet {
	if r.skip("\\") {
		return r.escape()
	}
	if r.i == len(r.source) {
		r.fail("[ without ]")
		return nil
	}
	c := r.rune()
	return runeSet{{c, c}}
}
