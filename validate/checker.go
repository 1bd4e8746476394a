package validate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// checker checks one document.
type checker struct {
	scan   xmlscan.Scanner
	schema *schema.Schema
	opts   Options
	bounds Limits

	frames   []frame
	siblings []sibling // of all open elements, one stack
	eids     []byte    // of all open elements, one stack
	value    []byte    // text of the open element with simple content
	stray    stray     // text where none may stand
	seen     []uint32  // by index of attribute: the tag that had it
	tag      uint32

	space    []byte // the namespace looked up last
	names    *schema.Names
	noSpace  *schema.Names // of attributes without prefix
	alias    []byte        // a namespace that was written for the schema's, and reported
	ids      ids
	scopes   []scope      // constraints of other shapes than Akoma Ntoso's
	closed   []closedKeys // of scopes that have ended
	serial   int          // of the innermost element
	visitors []visiting
	current  Element  // what visitors are shown
	outline  *outline // of rules that look at the whole document

	findings   []Finding
	full       bool
	akn4un     bool // the document's IRI begins with /akn/un/
	iriDone    bool
	ended      bool                      // the whole document was read
	asked      []*suppression            // by the document itself
	suppressed []*suppression            // of those, the ones in force
	targets    map[string][]*suppression // of those that are for one element, by its eId
}

// visiting is a visitor with its pass.
type visiting struct {
	pass *Pass
	Visitor
}

// frame is an open element.
type frame struct {
	elem  *schema.Element // nil where no declaration governs it
	typ   *schema.Type    // nil where nothing is checked any more
	sym   schema.Symbol   // its name
	state schema.State
	last  schema.Symbol // the last child that could be placed
	flags frameFlags

	siblings int // where those of its children begin
	eids     int // where its eId begins
	index    int // among those of its name
	repair   repair
}

type frameFlags uint8

const (
	textReported frameFlags = 1 << iota // stray text is reported once
	hasText                             // there was a character
	hasChild
	nilled
	// doubtful is an element that stands where it may not, and may be another that was misnamed: that is reported, and its own
	// attributes and children are not judged by its name, for that could be the same mistake. What is in them is.
	doubtful
	copied // its eId is taken
)

// sibling counts the children of one name.
type sibling struct {
	sym   schema.Symbol
	hash  uint32 // of a name that the schema does not know
	count int
}

// maxSiblingNames bounds how many names are counted among the children of one element: beyond, paths have no index.
const maxSiblingNames = 64

func newChecker(o Options) *checker {
	c := &checker{opts: o, bounds: o.Limits.withDefaults(), schema: o.Grammar}
	if c.schema == nil {
		c.schema = schema.AKN()
	}
	c.noSpace = c.schema.Names(nil)
	c.frames = make([]frame, 0, 32)
	c.current = Element{c, &c.scan.Name}
	return c
}

// symbol looks a name up in the schema.
func (c *checker) symbol(n *xmlscan.Name) schema.Symbol {
	if len(n.Space) == 0 {
		return c.noSpace.Symbol(n.Local())
	}
	if string(c.space) != string(n.Space) {
		c.space = append(c.space[:0], n.Space...)
		c.names = c.schema.Names(n.Space)
	}
	return c.names.Symbol(n.Local())
}

// start checks a start tag.
func (c *checker) start() {
	c.settle()
	name := &c.scan.Name
	sym := c.symbol(name)
	c.serial++
	f := c.push(sym, name)
	if n := len(c.frames); n == 1 {
		c.root(f, sym, name)
	} else {
		c.child(&c.frames[n-2], f, sym, name)
	}
	c.keepEID()
	if f.typ != nil {
		c.attributes(f)
	}
	if len(c.scopes) > 0 {
		c.selectStart()
	}
	if f.typ != nil {
		f.state = f.typ.Content.Start()
		if f.elem != nil && len(f.elem.Constraints) > 0 {
			c.enterScope(f.elem)
		}
	}
	for i := range c.visitors {
		if v := &c.visitors[i]; v.Start != nil {
			v.Start(&c.current)
		}
	}
	c.profileIRI()
}

// push opens a frame for an element.
func (c *checker) push(sym schema.Symbol, name *xmlscan.Name) *frame {
	f := frame{sym: sym}
	if n := len(c.frames); n > 0 {
		f.index = c.count(&c.frames[n-1], sym, name)
	}
	f.siblings, f.eids = len(c.siblings), len(c.eids)
	c.frames = append(c.frames, f)
	return &c.frames[len(c.frames)-1]
}

// count numbers a child among those of its name.
func (c *checker) count(parent *frame, sym schema.Symbol, name *xmlscan.Name) int {
	var hash uint32
	if sym == 0 {
		hash = fnv(name.Raw)
	}
	list := c.siblings[parent.siblings:]
	for i := range list {
		if list[i].sym == sym && list[i].hash == hash {
			list[i].count++
			return list[i].count
		}
	}
	if len(list) >= maxSiblingNames {
		return 0
	}
	c.siblings = append(c.siblings, sibling{sym, hash, 1})
	return 1
}

// fnv is a hash of a name, never 0, which stands for no name.
func fnv(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return max(h, 1)
}

// end checks what is missing at an end tag.
func (c *checker) end() {
	c.settle()
	top := &c.frames[len(c.frames)-1]
	if top.typ != nil {
		c.finish(top)
	}
	for i := range c.visitors {
		if v := &c.visitors[i]; v.End != nil {
			v.End(&c.current)
		}
	}
	if len(c.scopes) > 0 {
		c.selectEnd()
	}
	c.leaveScope(len(c.frames) - 1)
	c.siblings = c.siblings[:top.siblings]
	c.eids = c.eids[:top.eids]
	c.frames = c.frames[:len(c.frames)-1]
}

// text checks a piece of character data.
func (c *checker) text() {
	top := &c.frames[len(c.frames)-1]
	if len(c.scan.Text) > 0 {
		if top.typ != nil && top.typ.Kind != schema.ContentMixed {
			c.characters(top)
		}
		top.flags |= hasText
		for i := range c.visitors {
			if v := &c.visitors[i]; v.Text != nil {
				v.Text(c.scan.Text)
			}
		}
	}
}

// done ends a well-formed document.
func (c *checker) done() {
	c.ended = true
	c.danglingReferences()
	for i := range c.visitors {
		if v := &c.visitors[i]; v.Done != nil {
			v.Done()
		}
	}
}

// startPasses begins the rules that are not part of the engine.
func (c *checker) startPasses() {
	if c.opts.Profile == Schema {
		return
	}
	rules := slices.Concat(allRules(), c.opts.Extra)
	for i := range rules {
		r := &rules[i]
		if r.Visit == nil || c.opts.Profile != Auto && r.Profile > c.opts.Profile {
			continue
		}
		p := &Pass{rule: r, c: c}
		c.visitors = append(c.visitors, visiting{p, r.Visit(p)})
	}
}

// unIRI is how the IRIs of the documents of the United Nations begin.
const unIRI = "/akn/un/"

// profileIRI looks at the document's own IRI, the first FRBRthis, to find out its profile.
func (c *checker) profileIRI() {
	if c.iriDone || string(c.scan.Name.Local()) != "FRBRthis" {
		return
	}
	c.iriDone = true
	for i := range c.scan.Attrs {
		a := &c.scan.Attrs[i]
		if len(a.Space) == 0 && string(a.Local()) == "value" {
			c.akn4un = strings.HasPrefix(string(a.Value), unIRI)
		}
	}
}

// profile is the one that applies.
func (c *checker) profile() Profile {
	switch {
	case c.opts.Profile != Auto:
		return c.opts.Profile
	case c.akn4un:
		return AKN4UN
	}
	return AKN
}

// report puts the findings in the order of the document, without those of rules that turned out not to apply.
func (c *checker) report() Report {
	r := Report{Findings: []Finding{}, Profile: c.profile(), Truncated: c.full}
	c.readSuppressions()
	c.findings = slices.DeleteFunc(c.findings, func(f Finding) bool { return c.profileOf(f.Code) > r.Profile })
	c.enlist(&r, c.findings)
	if n := len(c.findings); c.ended && !c.full {
		c.unused(r.Profile)
		c.enlist(&r, c.findings[n:])
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		switch {
		case a.Offset < b.Offset:
			return -1
		case a.Offset > b.Offset:
			return 1
		}
		return 0
	})
	return r
}

// enlist puts findings into the report, with the severity that the caller wants, or among those that are left out.
func (c *checker) enlist(r *Report, findings []Finding) {
	for _, f := range findings {
		if s := c.opts.Severity[f.Code]; s.known() {
			f.Severity = s
		}
		if !f.Severity.known() {
			f.Severity = Warning // a rule of the caller that does not say
		}
		if reason, ok := c.reasonFor(f); ok {
			r.Suppressed = append(r.Suppressed, Suppressed{f, reason})
		} else {
			r.Findings = append(r.Findings, f)
		}
	}
}

// profileOf is the smallest profile that a rule belongs to.
func (c *checker) profileOf(code string) Profile {
	for i := range c.opts.Extra {
		if c.opts.Extra[i].Code == code {
			return c.opts.Extra[i].Profile
		}
	}
	rule, _ := RuleFor(code)
	return rule.Profile
}

// find adds a finding of a rule of the engine.
func (c *checker) find(code string, at Place, f Finding) {
	rule, _ := RuleFor(code)
	f.Code, f.Severity, f.URL = code, rule.Severity, rule.URL
	c.add(at, f)
}

func (c *checker) add(at Place, f Finding) {
	if c.bounds.Findings > 0 && len(c.findings) >= c.bounds.Findings {
		c.full = true
		return
	}
	f.Line, f.Column, f.UTF16Column, f.Offset = at.Line, at.Column, at.UTF16Column, at.Offset
	f.Path, f.EID = at.Path, at.EID
	c.findings = append(c.findings, f)
}

// place is where the current element has an offset.
func (c *checker) place(offset int64) Place {
	return Place{Position: c.scan.Position(offset), Path: c.path(), EID: c.eid()}
}

// path names the open elements.
func (c *checker) path() string {
	var b strings.Builder
	for i := range c.frames {
		b.WriteByte('/')
		b.Write(c.nameOf(i))
		if n := c.frames[i].index; n > 1 {
			b.WriteByte('[')
			b.WriteString(strconv.Itoa(n))
			b.WriteByte(']')
		}
	}
	return b.String()
}

// nameOf is the name of an open element as written. After an end tag the scanner has taken the innermost away, and
// holds its name.
func (c *checker) nameOf(i int) []byte {
	if i < c.scan.Depth() {
		return c.scan.OpenName(i)
	}
	return c.scan.Name.Raw
}

// keepEID remembers the element's eId for the findings inside it.
func (c *checker) keepEID() {
	for i := range c.scan.Attrs {
		if a := &c.scan.Attrs[i]; len(a.Raw) == len("eId") && string(a.Raw) == "eId" {
			c.eids = append(c.eids, a.Value...)
			return
		}
	}
}

// eid is the eId of the innermost element that has one.
func (c *checker) eid() string {
	end := len(c.eids)
	for i := len(c.frames) - 1; i >= 0; i-- {
		if start := c.frames[i].eids; start < end {
			return string(c.eids[start:end])
		}
	}
	return ""
}
