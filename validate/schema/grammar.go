package schema

import (
	"fmt"
	"strings"
)

// A grammarError reports a fault of a grammar in the project's own notation.
type grammarError struct {
	File   string
	Line   int
	Reason string
}

func (e *grammarError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// A notation is a grammar being read. A name may be used before the line that declares it, so the lines are kept by what
// they declare and read when first asked for.
type notation struct {
	*builder
	file   string
	space  string
	lines  []*statement
	byName map[string]*statement // by keyword and name

	values   map[string]*SimpleType
	globals  map[string]*Element
	attrs    map[string]*Attr
	groups   map[string]*particle
	named    map[string]*Type
	inFlight map[*statement]bool // lines that are being read, or have been
	open     map[string]bool     // groups that are being read, those of attributes with @
	sets     map[string]*uses    // groups of attributes
	models   map[string]*particle
	err      error
}

// A statement is a logical line: a keyword, the names it declares, and the tokens after those.
type statement struct {
	keyword string
	names   []string
	tokens  []string
	line    int
}

// parseGrammar compiles a grammar in the project's own notation; akn.grammar explains it.
func parseGrammar(file, src string) (*Schema, error) {
	n := &notation{
		builder: newBuilder(), file: file, byName: map[string]*statement{}, values: map[string]*SimpleType{},
		globals: map[string]*Element{}, attrs: map[string]*Attr{}, groups: map[string]*particle{},
		named: map[string]*Type{}, inFlight: map[*statement]bool{}, open: map[string]bool{},
		sets: map[string]*uses{}, models: map[string]*particle{},
	}
	n.split(src)
	n.declare()
	for _, st := range n.lines {
		n.read(st)
	}
	if n.err != nil {
		return nil, n.err
	}
	return n.finish()
}

func (n *notation) fail(st *statement, format string, args ...any) {
	if n.err == nil {
		n.err = &grammarError{n.file, st.line, fmt.Sprintf(format, args...)}
	}
}

// split cuts the text into statements: an indented line goes on with the one above it.
func (n *notation) split(src string) {
	var open *statement
	for i, line := range strings.Split(src, "\n") {
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
			continue
		case line[0] != ' ':
			open = &statement{line: i + 1}
			n.lines = append(n.lines, open)
		case open == nil:
			open = &statement{line: i + 1}
			n.fail(open, "the first line is indented")
		}
		tokens, ok := tokenize(line)
		if !ok {
			n.fail(open, "a quotation mark is missing")
		}
		open.tokens = append(open.tokens, tokens...)
	}
}

const punctuation = "=(),|?*+!@%;:"

// tokenize cuts a line into words, quoted words (which keep their first quotation mark) and punctuation.
func tokenize(line string) (tokens []string, ok bool) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ':
			i++
		case c == '"':
			end := strings.IndexByte(line[i+1:], '"')
			if end < 0 {
				return tokens, false
			}
			tokens = append(tokens, line[i:i+1+end])
			i += end + 2
		case strings.IndexByte(punctuation, c) >= 0:
			tokens = append(tokens, line[i:i+1])
			i++
		default:
			start := i
			for i < len(line) && line[i] != ' ' && (strings.IndexByte(punctuation, line[i]) < 0 || isInnerColon(line, i)) {
				i++
			}
			tokens = append(tokens, line[start:i])
		}
	}
	return tokens, true
}

// isInnerColon says whether a colon is part of a word, as in xml:lang or http://, not the sign of a base.
func isInnerColon(line string, i int) bool {
	return line[i] == ':' && i+1 < len(line) && line[i+1] != ' '
}

// declare notes what each line declares, and makes the elements, which content models may then name in any order.
func (n *notation) declare() {
	for _, st := range n.lines {
		if len(st.tokens) == 0 {
			n.fail(st, "an empty line")
			return
		}
		st.keyword = st.tokens[0]
		i := 1
		for i < len(st.tokens) && strings.IndexByte(punctuation, st.tokens[i][0]) < 0 {
			i++
		}
		st.names, st.tokens = st.tokens[1:i], st.tokens[i:]
		switch st.keyword {
		case "namespace":
			n.setNamespace(st)
		case "attribute":
			n.note(st, st.names[:min(1, len(st.names))])
		case "value", "attributes", "group", "type", "element":
			n.note(st, st.names)
		case "unique":
		default:
			n.fail(st, "%q begins no line", st.keyword)
		}
	}
}

func (n *notation) setNamespace(st *statement) {
	if len(st.names) != 1 {
		n.fail(st, "a namespace must follow")
		return
	}
	n.space, n.s.target = st.names[0], st.names[0]
}

func (n *notation) note(st *statement, names []string) {
	if len(names) == 0 {
		n.fail(st, "a name must follow %q", st.keyword)
	}
	for _, name := range names {
		key := st.keyword + " " + name
		if n.byName[key] != nil {
			n.fail(st, "%s %s is declared twice", st.keyword, name)
		}
		n.byName[key] = st
		if st.keyword == "element" {
			e := &Element{Name: Name{n.space, name}, Global: true, place: n.place(st)}
			n.globals[name] = e
			n.elements = append(n.elements, e)
			n.s.elements = append(n.s.elements, e)
		}
	}
}

func (n *notation) place(st *statement) place { return place{n.file, st.line} }

// read resolves a statement, once.
func (n *notation) read(st *statement) {
	if n.inFlight[st] || n.err != nil {
		return
	}
	n.inFlight[st] = true
	c := &cursor{n: n, st: st, tokens: st.tokens}
	switch st.keyword {
	case "value":
		c.value()
	case "attribute":
		c.globalAttribute()
	case "type":
		c.namedType()
	case "element":
		c.element()
	case "unique":
		c.unique()
	case "group":
		n.group(st, st.names[0])
		return
	case "attributes":
		c.tokens = nil
		if n.sets[st.names[0]] == nil {
			c.readSet(st.names[0])
		}
	}
	if len(c.tokens) > 0 {
		c.fail("%q is out of place", c.tokens[0])
	}
}

// A cursor reads the tokens of a statement.
type cursor struct {
	n      *notation
	st     *statement
	tokens []string
}

func (c *cursor) fail(format string, args ...any) {
	c.n.fail(c.st, format, args...)
	c.tokens = nil
}

func (c *cursor) peek() string {
	if len(c.tokens) > 0 {
		return c.tokens[0]
	}
	return ""
}

func (c *cursor) next() string {
	t := c.peek()
	if len(c.tokens) > 0 {
		c.tokens = c.tokens[1:]
	}
	return t
}

func (c *cursor) skip(t string) bool {
	if len(c.tokens) > 0 && c.tokens[0] == t {
		c.tokens = c.tokens[1:]
		return true
	}
	return false
}

func (c *cursor) expect(t string) {
	if !c.skip(t) {
		c.fail("%q is missing before %q", t, c.peek())
	}
}

// word reads a name.
func (c *cursor) word() string {
	t := c.peek()
	if t == "" || strings.Contains(punctuation+`"`, t[:1]) {
		c.fail("a name is missing before %q", t)
		return ""
	}
	return c.next()
}
