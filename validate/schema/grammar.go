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

// ---- kinds of values

// value reads "value NAMES = KIND". All names share the kind, yet each is a type of its own.
func (c *cursor) value() {
	c.expect("=")
	kind := c.kind()
	if kind == nil {
		return
	}
	for _, name := range c.st.names {
		t := *kind
		t.Name, t.builtin, t.words, t.place = Name{c.n.space, name}, false, "", c.n.place(c.st)
		if kind.Name.Local != "" {
			t.Base = kind
		}
		c.n.values[name] = &t
		c.n.s.simples = append(c.n.s.simples, &t)
		c.n.wrap(&t)
	}
}

// kind reads KIND or KIND.
func (c *cursor) kind() *SimpleType {
	first := c.term()
	if c.peek() != "or" {
		return first
	}
	u := c.anonymous(Union)
	u.Members = append(u.Members, first)
	for c.skip("or") {
		u.Members = append(u.Members, c.term())
	}
	for _, m := range u.Members {
		if m == nil {
			return nil
		}
	}
	return u
}

func (c *cursor) anonymous(v Variety) *SimpleType {
	return &SimpleType{
		Base: builtinTypes()["anySimpleType"], Variety: v, White: Collapse, facets: noFacets, place: c.n.place(c.st),
	}
}

func (c *cursor) term() *SimpleType {
	switch {
	case c.skip("("):
		t := c.kind()
		c.expect(")")
		return t
	case c.skip("list"):
		c.expect("of")
		l := c.anonymous(List)
		if l.Item = c.term(); l.Item == nil {
			return nil
		}
		return l
	}
	base := builtinTypes()["string"]
	if c.peek() != "one" {
		if base = c.n.valueNamed(c, c.word()); base == nil {
			return nil
		}
	}
	switch {
	case c.skip("one"):
		c.expect("of")
		return c.enumeration(base)
	case c.skip("matching"):
		return c.matching(base)
	}
	return base
}

func (c *cursor) restriction(base *SimpleType) *SimpleType {
	t := *base
	t.Base, t.Name, t.builtin, t.words, t.place = base, Name{}, false, "", c.n.place(c.st)
	return &t
}

func (c *cursor) enumeration(base *SimpleType) *SimpleType {
	t := c.restriction(base)
	for len(c.tokens) > 0 && c.peek() != ")" && c.peek() != "or" {
		t.facets.enum = append(t.facets.enum, strings.TrimPrefix(c.next(), `"`))
	}
	if t.facets.enum == nil {
		c.fail("nothing follows \"one of\"")
	}
	t.setEnumKeys()
	return t
}

func (c *cursor) matching(base *SimpleType) *SimpleType {
	t := c.restriction(base)
	p, err := compilePattern(strings.TrimPrefix(c.next(), `"`))
	if err != nil {
		c.fail("%v", err)
		return nil
	}
	t.facets.patterns = append(t.facets.patterns[:len(t.facets.patterns):len(t.facets.patterns)], []*pattern{p})
	return t
}

// valueNamed finds a kind: one of the grammar's own, or one of XSD.
func (n *notation) valueNamed(c *cursor, name string) *SimpleType {
	if st := n.byName["value "+name]; st != nil {
		if n.values[name] == nil {
			n.read(st)
		}
		if n.values[name] == nil {
			c.fail("value %s is made of itself", name)
		}
		return n.values[name]
	}
	t := builtinTypes()[strings.TrimPrefix(name, "xs:")]
	if t == nil {
		c.fail("there is no kind of value %s", name)
	}
	return t
}

// ---- attributes

// uses are the attributes of a type in the making.
type uses struct {
	attrs []Attr
	any   *Wildcard
}

func (c *cursor) globalAttribute() {
	c.tokens = append(append([]string(nil), c.st.names[1:]...), c.tokens...)
	a := &Attr{Name: c.n.attrName(c.st.names[0]), place: c.n.place(c.st)}
	a.Type = c.term()
	c.n.attrs[c.st.names[0]] = a
	c.n.s.attrs = append(c.n.s.attrs, a)
}

// attributes reads "= ATTRIBUTES".
func (c *cursor) attributes(u *uses) {
	c.expect("=")
	c.attributeList(u)
}

func (c *cursor) attributeList(u *uses) {
	for {
		switch {
		case c.skip("@"):
			c.attributeGroup(c.word(), u)
		case c.skip("#foreign"):
			u.any = c.n.foreign()
		default:
			c.attribute(u)
		}
		if !c.skip(",") {
			return
		}
	}
}

func (c *cursor) attributeGroup(name string, u *uses) {
	g := c.n.sets[name]
	if g == nil {
		if g = c.readSet(name); g == nil {
			return
		}
	}
	u.add(name, g)
	if g.any != nil {
		u.any = g.any
	}
}

// add takes the attributes of a group in.
func (u *uses) add(group string, g *uses) {
	n := len(u.attrs)
	u.attrs = append(u.attrs, g.attrs...)
	for i := range g.attrs {
		u.attrs[n+i].group = group
	}
}

// readSet reads a group of attributes, once.
func (c *cursor) readSet(name string) *uses {
	st := c.n.byName["attributes "+name]
	switch {
	case st == nil:
		c.fail("there are no attributes %s", name)
		return nil
	case c.n.open["@"+name]:
		c.fail("attributes %s are made of themselves", name)
		return nil
	}
	c.n.open["@"+name] = true
	d := &cursor{n: c.n, st: st, tokens: st.tokens}
	g := &uses{}
	d.attributes(g)
	if len(d.tokens) > 0 {
		d.fail("%q is out of place", d.tokens[0])
	}
	c.n.sets[name] = g
	return g
}

// attribute reads NAME! KIND "default".
func (c *cursor) attribute(u *uses) {
	name := c.word()
	if global := c.n.byName["attribute "+name]; global != nil {
		c.n.read(global)
		u.attrs = append(u.attrs, *c.n.attrs[name])
		u.attrs[len(u.attrs)-1].ref = true
		return
	}
	a := Attr{Name: c.n.attrName(name), Required: c.skip("!"), Type: builtinTypes()["string"], place: c.n.place(c.st)}
	if t := c.peek(); t != "" && t != "," && t != "fixed" && t[0] != '"' {
		a.Type = c.term()
	}
	switch {
	case c.skip("fixed"):
		v := strings.TrimPrefix(c.next(), `"`)
		a.Fixed = &v
	case strings.HasPrefix(c.peek(), `"`):
		v := c.next()[1:]
		a.Default = &v
	}
	u.attrs = append(u.attrs, a)
}

func (n *notation) attrName(name string) Name {
	if local, ok := strings.CutPrefix(name, "xml:"); ok {
		return Name{XMLNamespace, local}
	}
	return Name{"", name}
}

// foreign is XSD's ##other, lax: every namespace but this one, and not none.
func (n *notation) foreign() *Wildcard {
	return &Wildcard{Process: Lax, not: true, spaces: []string{"", n.space}}
}

// ---- content

func (n *notation) group(st *statement, name string) *particle {
	if p := n.groups[name]; p != nil {
		return p
	}
	if n.open[name] {
		n.fail(st, "group %s is made of itself", name)
		return nil
	}
	n.open[name] = true
	c := &cursor{n: n, st: st, tokens: st.tokens}
	c.expect("=")
	p := c.choice()
	if len(c.tokens) > 0 {
		c.fail("%q is out of place", c.peek())
	}
	if p == nil {
		return nil
	}
	p = p.named(name)
	n.groups[name] = p
	return p
}

// choice reads alternatives with | between them.
func (c *cursor) choice() *particle {
	return c.items("|", choiceParticle, c.sequence)
}

func (c *cursor) sequence() *particle {
	return c.items(",", sequenceParticle, c.occurring)
}

func (c *cursor) items(sep string, kind particleKind, item func() *particle) *particle {
	p := once(kind, item())
	p.place = c.n.place(c.st)
	for c.skip(sep) {
		p.items = append(p.items, item())
	}
	for _, q := range p.items {
		if q == nil {
			return nil
		}
	}
	if len(p.items) == 1 {
		return p.items[0]
	}
	return p
}

// occurring reads one item and how often it may occur.
func (c *cursor) occurring() *particle {
	p := c.atom()
	if p == nil {
		return nil
	}
	switch {
	case c.skip("?"):
		return p.times(0, 1)
	case c.skip("*"):
		return p.times(0, unbounded)
	case c.skip("+"):
		return p.times(1, unbounded)
	}
	return p
}

func (c *cursor) atom() *particle {
	switch {
	case c.skip("("):
		p := c.choice()
		c.expect(")")
		return p
	case c.skip("%"):
		name := c.word()
		st := c.n.byName["group "+name]
		if st == nil {
			c.fail("there is no group %s", name)
			return nil
		}
		return c.n.group(st, name)
	case c.skip("#foreign"):
		return &particle{kind: wildcardParticle, min: 1, max: 1, wildcard: c.n.foreign(), place: c.n.place(c.st)}
	}
	name := c.word()
	e := c.n.globals[name]
	if e == nil {
		c.fail("there is no element %s", name)
		return nil
	}
	return &particle{kind: elementParticle, min: 1, max: 1, element: e, place: c.n.place(c.st)}
}

// ---- types

func (c *cursor) namedType() {
	name := c.st.names[0]
	t := &Type{Name: Name{c.n.space, name}, place: c.n.place(c.st)}
	if !c.typeBody(t) {
		return
	}
	c.n.named[name] = t
	c.n.s.types = append(c.n.s.types, t)
}

// typeBody reads ": BASE = CONTENT ; ATTRIBUTES".
func (c *cursor) typeBody(t *Type) bool {
	t.Base, t.derivation = c.n.s.builtins["anyType"], byRestriction
	if c.skip(":") {
		base := c.n.typeNamed(c, c.word())
		if base == nil {
			return false
		}
		t.Base, t.derivation, t.Mixed = base, byExtension, base.Mixed
	}
	var own *particle
	if c.skip("=") {
		if c.skip("#text") {
			t.Mixed = true
		}
		if len(c.tokens) > 0 && c.peek() != ";" {
			if own = c.choice(); own == nil {
				return false
			}
			own = c.n.share(own)
		}
	}
	var u uses
	if c.skip(";") {
		c.attributeList(&u)
	}
	c.distinct(t.Base.Attrs, u.attrs)
	if t.derivation == byExtension {
		c.n.extend(t, own, u.attrs, u.any)
	} else {
		c.n.define(t, own, u.attrs, u.any)
	}
	c.n.all = append(c.n.all, t)
	return true
}

// share returns the content model that was first written like this one, so that it is compiled once.
func (n *notation) share(p *particle) *particle {
	var b strings.Builder
	p.write(&b, true)
	if q := n.models[b.String()]; q != nil {
		return q
	}
	n.models[b.String()] = p
	return p
}

// distinct looks for an attribute that a type has twice.
func (c *cursor) distinct(base, own []Attr) {
	for i := range own {
		twice := false
		for j := range base {
			twice = twice || base[j].Name == own[i].Name
		}
		for j := range i {
			twice = twice || own[j].Name == own[i].Name
		}
		if twice {
			c.fail("attribute %s stands twice", own[i].Name)
		}
	}
}

func (n *notation) typeNamed(c *cursor, name string) *Type {
	st := n.byName["type "+name]
	if st == nil {
		c.fail("there is no type %s", name)
		return nil
	}
	n.read(st)
	if n.named[name] == nil {
		c.fail("type %s comes from itself", name)
	}
	return n.named[name]
}

// element reads what follows the names of elements: a type that they have, or one that they share and nobody else has.
func (c *cursor) element() {
	var t *Type
	if len(c.tokens) == 2 && c.skip(":") {
		t = c.n.typeNamed(c, c.word())
	} else {
		t = &Type{place: c.n.place(c.st)}
		if !c.typeBody(t) {
			return
		}
	}
	for _, name := range c.st.names {
		c.n.globals[name].Type = t
	}
}

// unique reads "unique ATTRIBUTES within ELEMENTS".
func (c *cursor) unique() {
	within := 0
	for within < len(c.st.names) && c.st.names[within] != "within" {
		within++
	}
	if within == len(c.st.names) {
		c.fail("\"within\" is missing")
		return
	}
	for _, name := range c.st.names[within+1:] {
		e := c.n.globals[name]
		if e == nil {
			c.fail("there is no element %s", name)
			return
		}
		for _, attr := range c.st.names[:within] {
			e.Constraints = append(e.Constraints, &Constraint{
				Kind:     Unique,
				Name:     Name{c.n.space, attr + "-" + name},
				Selector: []Path{{Descend: true, Steps: []Step{{AnyName: true}}}},
				Fields:   [][]Path{{{Attr: &Step{Name: c.n.attrName(attr)}}}},
				place:    c.n.place(c.st),
			})
		}
	}
}
