package akn

import (
	"strings"

	"github.com/beevik/etree"
)

// declaration reads the XML declaration, at the start of the input.
func (p *parser) declaration() error {
	start := p.pos
	end := strings.Index(p.rest(), "?>")
	if end < 0 {
		return p.fail(start, "the XML declaration has no end; expected ?>")
	}
	d := declarationReader{p: p, pos: start + len("<?xml"), end: start + end}
	if err := d.read(); err != nil {
		return err
	}
	p.pos = start + end + len("?>")
	return nil
}

// declarationReader reads the pseudo-attributes of the XML declaration.
type declarationReader struct {
	p        *parser
	pos, end int
}

func (d *declarationReader) read() error {
	if ok, err := d.attr("version", validVersion, `"1.0"`); err != nil {
		return err
	} else if !ok {
		return d.p.fail(d.pos, "expected version=\"1.0\" in the XML declaration")
	}
	if _, err := d.attr("encoding", validEncoding, `"UTF-8"; other encodings are not read`); err != nil {
		return err
	}
	if _, err := d.attr("standalone", validStandalone, `"yes" or "no"`); err != nil {
		return err
	}
	d.skipSpace()
	if d.pos != d.end {
		return d.p.fail(d.pos, "expected the end of the XML declaration, ?>")
	}
	return nil
}

func validVersion(s string) bool {
	return len(s) > 2 && strings.HasPrefix(s, "1.") && strings.Trim(s[2:], "0123456789") == ""
}

func validEncoding(s string) bool {
	return strings.EqualFold(s, "UTF-8") || strings.EqualFold(s, "UTF8") || strings.EqualFold(s, "US-ASCII")
}

func validStandalone(s string) bool { return s == "yes" || s == "no" }

func (d *declarationReader) skipSpace() int {
	from := d.pos
	for d.pos < d.end && isSpace(d.p.src[d.pos]) {
		d.pos++
	}
	return d.pos - from
}

// attr reads one pseudo-attribute, if it is the next one.
func (d *declarationReader) attr(name string, valid func(string) bool, expected string) (bool, error) {
	before := d.pos
	spaces := d.skipSpace()
	if !strings.HasPrefix(d.p.src[d.pos:d.end], name) {
		d.pos = before
		return false, nil
	}
	if spaces == 0 {
		return false, d.p.fail(d.pos, "expected white space before %s", name)
	}
	d.pos += len(name)
	d.skipSpace()
	if d.pos >= d.end || d.p.src[d.pos] != '=' {
		return false, d.p.fail(d.pos, "expected = after %s", name)
	}
	d.pos++
	d.skipSpace()
	value, ok := d.quoted()
	if !ok || !valid(value) {
		return false, d.p.fail(d.pos, "the XML declaration says %s=%q; expected %s", name, clip(value), expected)
	}
	return true, nil
}

func (d *declarationReader) quoted() (string, bool) {
	if d.pos >= d.end || (d.p.src[d.pos] != '"' && d.p.src[d.pos] != '\'') {
		return "", false
	}
	n := strings.IndexByte(d.p.src[d.pos+1:d.end], d.p.src[d.pos])
	if n < 0 {
		return "", false
	}
	value := d.p.src[d.pos+1 : d.pos+1+n]
	d.pos += n + 2
	return value, true
}

// startTag reads a start tag or an empty-element tag.
func (p *parser) startTag() error {
	start := p.pos
	if err := p.mayOpen(start); err != nil {
		return err
	}
	p.pos++
	prefix, local, err := p.qName("an element")
	if err != nil {
		return err
	}
	name := p.src[start+1 : p.pos]
	if err := p.attributes(); err != nil {
		return err
	}
	empty := p.src[p.pos] == '/'
	p.pos++
	if empty {
		if p.pos >= len(p.src) || p.src[p.pos] != '>' {
			return p.fail(p.pos, "expected > after /")
		}
		p.pos++
	}
	return p.element(start, name, prefix, local, empty)
}

// mayOpen checks that an element may begin here.
func (p *parser) mayOpen(start int) error {
	if len(p.open) == 0 && p.doc.Root() != nil {
		return p.fail(start, "a second root element; a document has one")
	}
	if len(p.open) >= p.limits.Depth {
		return p.exceeds(LimitDepth, p.limits.Depth, start)
	}
	p.flush()
	return nil
}

// qName reads a name with an optional prefix.
func (p *parser) qName(what string) (prefix, local string, err error) {
	n := ncName(p.rest())
	if n == 0 {
		return "", "", p.fail(p.pos, "expected the name of %s", what)
	}
	local = p.src[p.pos : p.pos+n]
	p.pos += n
	if p.pos >= len(p.src) || p.src[p.pos] != ':' {
		return "", local, nil
	}
	p.pos++
	n = ncName(p.rest())
	if n == 0 {
		return "", "", p.fail(p.pos, "expected the rest of the name of %s after %q", what, clip(local)+":")
	}
	prefix, local = local, p.src[p.pos:p.pos+n]
	p.pos += n
	return prefix, local, nil
}

// attributes reads attributes up to > or /, and leaves them in p.attrs.
func (p *parser) attributes() error {
	p.attrs = p.attrs[:0]
	for {
		spaces := p.skipSpace()
		if p.pos >= len(p.src) {
			return p.fail(p.pos, "the input ends in a tag")
		}
		if c := p.src[p.pos]; c == '>' || c == '/' {
			return nil
		}
		if spaces == 0 {
			return p.fail(p.pos, "expected white space, > or /> in a tag")
		}
		if err := p.attribute(); err != nil {
			return err
		}
	}
}

func (p *parser) skipSpace() int {
	from := p.pos
	for p.pos < len(p.src) && isSpace(p.src[p.pos]) {
		p.pos++
	}
	return p.pos - from
}

func (p *parser) attribute() error {
	start := p.pos
	if len(p.attrs) >= p.limits.Attributes {
		return p.exceeds(LimitAttributes, p.limits.Attributes, start)
	}
	if p.openAttrs+len(p.attrs) >= p.limits.OpenAttributes {
		return p.exceeds(LimitOpenAttributes, p.limits.OpenAttributes, start)
	}
	prefix, key, err := p.qName("an attribute")
	if err != nil {
		return err
	}
	p.skipSpace()
	if p.pos >= len(p.src) || p.src[p.pos] != '=' {
		return p.fail(p.pos, "expected = after the attribute %s", clip(key))
	}
	p.pos++
	p.skipSpace()
	value, err := p.attrValue()
	if err != nil {
		return err
	}
	p.attrs = append(p.attrs, rawAttr{space: prefix, key: key, value: value, start: start})
	return nil
}

// attrValue reads a quoted value: white space in it becomes spaces unless it
// is written as references (XML 1.0, section 3.3.3).
func (p *parser) attrValue() (string, error) {
	if p.pos >= len(p.src) || (p.src[p.pos] != '"' && p.src[p.pos] != '\'') {
		return "", p.fail(p.pos, "expected a quoted attribute value")
	}
	quote := p.src[p.pos]
	start := p.pos + 1
	n := strings.IndexByte(p.src[start:], quote)
	if n < 0 {
		return "", p.fail(p.pos, "the attribute value has no end; expected %c", quote)
	}
	if n > p.limits.AttributeValue {
		return "", p.exceeds(LimitAttributeValue, p.limits.AttributeValue, p.pos)
	}
	raw := p.src[start : start+n]
	if i := strings.IndexByte(raw, '<'); i >= 0 {
		return "", p.fail(start+i, "'<' may not stand in an attribute value; write &lt;")
	}
	if err := p.chars(raw, start); err != nil {
		return "", err
	}
	p.pos = start + n + 1
	if !strings.ContainsAny(raw, "&\t\n\r") {
		return raw, nil
	}
	return p.normalizeAttr(raw, start)
}

func (p *parser) normalizeAttr(raw string, start int) (string, error) {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			b.WriteByte(' ')
		case '\t', '\n':
			b.WriteByte(' ')
		case '&':
			s, n, err := p.reference(start + i)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
			i += n - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

// element puts an element with the attributes of p.attrs in the tree.
func (p *parser) element(start int, name, prefix, local string, empty bool) error {
	mark := len(p.undo)
	if err := p.declare(); err != nil {
		return err
	}
	if _, ok := p.prefixes[prefix]; prefix != "" && (!ok || prefix == "xmlns") {
		return p.fail(start+1, "the prefix of <%s> is not declared", clip(name))
	}
	if err := p.checkAttrs(); err != nil {
		return err
	}
	e := p.newElement()
	e.Space, e.Tag = prefix, local
	p.parent().AddChild(e)
	p.setAttrs(e)
	if p.offsets != nil {
		p.offsets[e] = start
	}
	if empty {
		p.undeclare(mark)
		return nil
	}
	p.openAttrs += len(p.attrs)
	p.open = append(p.open, openElement{e: e, name: name, start: start, undo: mark})
	return nil
}

// declare takes in the namespace declarations among the attributes.
func (p *parser) declare() error {
	for i := range p.attrs {
		a := &p.attrs[i]
		switch {
		case a.space == "" && a.key == "xmlns":
			if a.value == xmlNamespace || a.value == xmlnsNamespace {
				return p.fail(a.start, "%s cannot be the default namespace", a.value)
			}
		case a.space == "xmlns":
			if msg := wrongDeclaration(a); msg != "" {
				return p.fail(a.start, "%s", msg)
			}
			was, ok := p.prefixes[a.key]
			if !ok {
				was = unbound
			}
			p.undo = append(p.undo, prefixUndo{a.key, was})
			p.prefixes[a.key] = a.value
		}
	}
	return nil
}

// unbound marks, in the list of what to undo, a prefix that was not declared.
// No namespace is this.
const unbound = "\x00"

func wrongDeclaration(a *rawAttr) string {
	switch {
	case a.key == "xmlns":
		return "the prefix xmlns cannot be declared"
	case (a.key == "xml") != (a.value == xmlNamespace):
		return "the prefix xml and the namespace " + xmlNamespace + " belong to each other alone"
	case a.value == xmlnsNamespace:
		return "no prefix can stand for the namespace " + xmlnsNamespace
	case a.value == "":
		return "the prefix " + clip(a.key) + " is declared as nothing"
	}
	return ""
}

func (p *parser) undeclare(mark int) {
	for i := len(p.undo) - 1; i >= mark; i-- {
		if u := p.undo[i]; u.was == unbound {
			delete(p.prefixes, u.prefix)
		} else {
			p.prefixes[u.prefix] = u.was
		}
	}
	p.undo = p.undo[:mark]
}

// checkAttrs refuses undeclared prefixes and attributes given twice, also
// under two prefixes for one namespace.
func (p *parser) checkAttrs() error {
	prefixed := false
	for i := range p.attrs {
		a := &p.attrs[i]
		if a.space == "" || a.space == "xmlns" {
			continue
		}
		prefixed = true
		if _, ok := p.prefixes[a.space]; !ok {
			return p.fail(a.start, "the prefix of the attribute %s:%s is not declared", clip(a.space), clip(a.key))
		}
	}
	if len(p.attrs) > fewAttrs || prefixed {
		return p.checkManyAttrs()
	}
	for i := 1; i < len(p.attrs); i++ {
		for j := 0; j < i; j++ {
			if p.attrs[i].key == p.attrs[j].key && p.attrs[i].space == p.attrs[j].space {
				return p.twice(&p.attrs[i])
			}
		}
	}
	return nil
}

// fewAttrs is how many attributes are compared one by one rather than in a map.
const fewAttrs = 8

func (p *parser) checkManyAttrs() error {
	type name struct{ namespace, key string }
	seen := make(map[name]struct{}, len(p.attrs))
	for i := range p.attrs {
		a := &p.attrs[i]
		n := name{key: a.key}
		if a.space != "" {
			n.namespace = p.prefixes[a.space]
		}
		if _, ok := seen[n]; ok {
			return p.twice(a)
		}
		seen[n] = struct{}{}
	}
	return nil
}

func (p *parser) twice(a *rawAttr) error {
	return p.fail(a.start, "the attribute %s stands twice", clip(a.key))
}

// setAttrs gives e the attributes of p.attrs. An attribute knows its element,
// which only etree can set: one is made by etree and the others are copies.
func (p *parser) setAttrs(e *etree.Element) {
	if len(p.attrs) == 0 {
		return
	}
	e.Attr = p.newAttrs(len(p.attrs))
	model := *e.CreateAttr("a", "")
	e.Attr = e.Attr[:0]
	for i := range p.attrs {
		a := model
		a.Space, a.Key, a.Value = p.attrs[i].space, p.attrs[i].key, p.attrs[i].value
		e.Attr = append(e.Attr, a)
	}
}

func (p *parser) endTag() error {
	start := p.pos
	n := len(p.open)
	if n == 0 {
		return p.fail(start, "an end tag without a start tag")
	}
	o := p.open[n-1]
	rest := p.src[start+2:]
	if !strings.HasPrefix(rest, o.name) || ncNameOrColon(rest[len(o.name):]) {
		line, column := position(p.src, o.start)
		return p.fail(start, "expected </%s>, to end the element opened at %d:%d", clip(o.name), line, column)
	}
	p.pos = start + 2 + len(o.name)
	p.skipSpace()
	if p.pos >= len(p.src) || p.src[p.pos] != '>' {
		return p.fail(p.pos, "expected > at the end of </%s", clip(o.name))
	}
	p.pos++
	p.flush()
	p.openAttrs -= len(o.e.Attr)
	p.open = p.open[:n-1]
	p.undeclare(o.undo)
	return nil
}

// ncNameOrColon reports whether a name goes on in s.
func ncNameOrColon(s string) bool {
	return s != "" && (s[0] == ':' || ncName("a"+s[:min(len(s), 4)]) > 1)
}
