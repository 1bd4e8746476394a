package akn

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// ParseOptions are the options of [ParseWith]. The zero value is what [Parse]
// uses.
type ParseOptions struct {
	// Limits bound what is accepted.
	Limits Limits
	// Positions keeps where each element began, for [Document.Position], at
	// the cost of the source and some memory for each element.
	Positions bool
}

// Parse reads a document. The input is XML 1.0 with namespaces, in UTF-8
// (with or without a byte order mark) and without a document type
// declaration. Everything in it is kept but the XML declaration, white space
// outside the root element, and how characters were written (as themselves,
// as references, in CDATA sections).
//
// The error is a *[SyntaxError] or a *[LimitError].
func Parse(b []byte) (*Document, error) {
	return ParseWith(b, ParseOptions{})
}

// ParseReader reads a document from r, not more than the limit of size, as
// [Parse] does. Errors of r, which must not be nil, are returned as they are.
func ParseReader(r io.Reader, opts ParseOptions) (*Document, error) {
	limit := opts.Limits.withDefaults().Size
	if limit < math.MaxInt {
		r = io.LimitReader(r, int64(limit)+1)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return ParseWith(b, opts)
}

// ParseWith is [Parse] with options.
func ParseWith(b []byte, opts ParseOptions) (*Document, error) {
	limits := opts.Limits.withDefaults()
	if len(b) > limits.Size {
		return nil, &LimitError{Name: LimitSize, Max: limits.Size, Offset: limits.Size, Line: 1, Column: 1}
	}
	p := &parser{src: string(b), limits: limits, doc: newTree(), prefixes: map[string]string{
		"xml": xmlNamespace, "xmlns": xmlnsNamespace}}
	if opts.Positions {
		p.offsets = map[*etree.Element]int{}
	}
	if err := p.document(); err != nil {
		return nil, err
	}
	doc := &Document{tree: p.doc}
	if opts.Positions {
		doc.places = newPlaces(p.offsets, p.src)
	}
	return doc, nil
}

// parser is a recursive-descent parser without the recursion: the elements
// that are open are on its stack. Values are slices of src where nothing in
// them needs a change.
type parser struct {
	src    string
	pos    int
	limits Limits

	doc  *etree.Document
	open []openElement

	run  string // text not yet in the tree: either run, or buf
	buf  []byte
	many bool // buf holds the text

	attrs     []rawAttr
	openAttrs int

	slabs
	offsets map[*etree.Element]int // if they are to be kept

	prefixes map[string]string // prefix -> namespace, for prefixes in scope
	undo     []prefixUndo
}

type openElement struct {
	e     *etree.Element
	name  string // as written, for the end tag
	start int
	undo  int
}

type prefixUndo struct{ prefix, was string }

type rawAttr struct {
	space, key, value string
	start             int
}

func (p *parser) fail(offset int, format string, args ...any) error {
	line, column := position(p.src, offset)
	return &SyntaxError{Offset: offset, Line: line, Column: column, Msg: fmt.Sprintf(format, args...)}
}

func (p *parser) exceeds(name LimitName, limit, offset int) error {
	line, column := position(p.src, offset)
	return &LimitError{Name: name, Max: limit, Offset: offset, Line: line, Column: column}
}

func (p *parser) document() error {
	if err := p.encoding(); err != nil {
		return err
	}
	if strings.HasPrefix(p.rest(), "<?xml") && len(p.rest()) > 5 && isSpace(p.rest()[5]) {
		if err := p.declaration(); err != nil {
			return err
		}
	}
	for p.pos < len(p.src) {
		if err := p.next(); err != nil {
			return err
		}
	}
	return p.end()
}

// encoding refuses what is not UTF-8 and skips the byte order mark.
func (p *parser) encoding() error {
	switch {
	case strings.HasPrefix(p.src, "\xFE\xFF"), strings.HasPrefix(p.src, "\xFF\xFE"):
		return p.fail(0, "the document is in UTF-16; only UTF-8 is read")
	case !utf8.ValidString(p.src):
		at := invalidUTF8(p.src)
		return p.fail(at, "the byte 0x%02X is not UTF-8", p.src[at])
	case strings.HasPrefix(p.src, "\uFEFF"):
		p.pos = len("\uFEFF")
	}
	return nil
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8.
func invalidUTF8(s string) int {
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
			return i
		}
	}
	return len(s)
}

func (p *parser) rest() string { return p.src[p.pos:] }

// end checks what must hold at the end of the input.
func (p *parser) end() error {
	if n := len(p.open); n > 0 {
		o := p.open[n-1]
		line, column := position(p.src, o.start)
		return p.fail(len(p.src), "the input ends before </%s>, opened at %d:%d", o.name, line, column)
	}
	if p.doc.Root() == nil {
		return p.fail(len(p.src), "the input has no element")
	}
	return nil
}

// next reads one piece of markup or one run of text.
func (p *parser) next() error {
	rest := p.rest()
	switch {
	case rest[0] != '<':
		return p.text()
	case len(rest) == 1:
		return p.fail(p.pos, "the input ends in '<'; in text it is written &lt;")
	case rest[1] == '/':
		return p.endTag()
	case rest[1] == '?':
		return p.procInst()
	case rest[1] == '!':
		return p.declarationLike(rest)
	default:
		return p.startTag()
	}
}

func (p *parser) declarationLike(rest string) error {
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return p.comment()
	case strings.HasPrefix(rest, "<![CDATA["):
		return p.cdata()
	case strings.HasPrefix(rest, "<!DOCTYPE"):
		err := p.fail(p.pos, "a document type declaration is refused").(*SyntaxError)
		err.Doctype = true
		return err
	default:
		return p.fail(p.pos, "unknown declaration; expected a comment or a CDATA section")
	}
}

// parent is the innermost open element, or the document.
func (p *parser) parent() *etree.Element {
	if n := len(p.open); n > 0 {
		return p.open[n-1].e
	}
	return &p.doc.Element
}

func (p *parser) comment() error {
	start := p.pos
	body := p.src[start+len("<!--"):]
	n := strings.Index(body, "--")
	if n < 0 {
		return p.fail(start, "the comment has no end; expected -->")
	}
	at := start + len("<!--") + n
	if !strings.HasPrefix(p.src[at:], "-->") {
		return p.fail(at, "-- may not stand in a comment")
	}
	if err := p.chars(body[:n], start+len("<!--")); err != nil {
		return err
	}
	p.flush()
	p.parent().CreateComment(normalizeLines(body[:n]))
	p.pos = at + len("-->")
	return nil
}

// chars checks that XML can hold s, which stands at the offset.
func (p *parser) chars(s string, offset int) error {
	if i := ValidText(s); i >= 0 {
		return p.badChar(offset + i)
	}
	return nil
}

func (p *parser) badChar(offset int) error {
	r, _ := utf8.DecodeRuneInString(p.src[offset:])
	return p.fail(offset, "XML cannot hold the character %U", r)
}

func (p *parser) procInst() error {
	start := p.pos
	name := ncName(p.src[start+2:])
	target := p.src[start+2 : start+2+name]
	if name == 0 {
		return p.fail(start+2, "expected the name of a processing instruction")
	}
	if strings.EqualFold(target, "xml") {
		return p.fail(start, "the XML declaration may stand only at the very start")
	}
	body := p.src[start+2+name:]
	n := strings.Index(body, "?>")
	if n < 0 {
		return p.fail(start, "the processing instruction has no end; expected ?>")
	}
	if n > 0 && !isSpace(body[0]) {
		return p.fail(start+2+name, "expected white space after the name of the processing instruction")
	}
	if err := p.chars(body[:n], start+2+name); err != nil {
		return err
	}
	p.flush()
	p.parent().CreateProcInst(target, normalizeLines(strings.TrimLeft(body[:n], " \t\r\n")))
	p.pos = start + 2 + name + n + len("?>")
	return nil
}

func (p *parser) cdata() error {
	start := p.pos
	if len(p.open) == 0 {
		return p.fail(start, "text may not stand outside the root element")
	}
	body := p.src[start+len("<![CDATA["):]
	n := strings.Index(body, "]]>")
	if n < 0 {
		return p.fail(start, "the CDATA section has no end; expected ]]>")
	}
	if err := p.chars(body[:n], start+len("<![CDATA[")); err != nil {
		return err
	}
	p.addText(normalizeLines(body[:n]))
	p.pos = start + len("<![CDATA[") + n + len("]]>")
	return nil
}

// text reads character data up to the next markup.
func (p *parser) text() error {
	start := p.pos
	i := start
	for i < len(p.src) && p.src[i] != '<' {
		if byteClass[p.src[i]]&textStop == 0 {
			i++
			continue
		}
		if p.src[i] == '&' || p.src[i] == '\r' {
			p.pos = i
			if err := p.flushRun(start); err != nil {
				return err
			}
			if err := p.special(); err != nil {
				return err
			}
			i, start = p.pos, p.pos
			continue
		}
		if err := p.stop(i); err != nil {
			return err
		}
		i++
	}
	p.pos = i
	return p.flushRun(start)
}

// stop looks at a byte of text that may be wrong.
func (p *parser) stop(i int) error {
	switch c := p.src[i]; {
	case c == ']':
		if strings.HasPrefix(p.src[i:], "]]>") {
			return p.fail(i, "]]> may not stand in text; write ]]&gt;")
		}
	case c == 0xEF:
		if strings.HasPrefix(p.src[i:], "\uFFFE") || strings.HasPrefix(p.src[i:], "\uFFFF") {
			return p.badChar(i)
		}
	case c < 0x20:
		return p.badChar(i)
	}
	return nil
}

// flushRun adds the text from start to the current place.
func (p *parser) flushRun(start int) error {
	s := p.src[start:p.pos]
	if len(p.open) == 0 {
		return p.outside(s, start)
	}
	p.addText(s)
	return nil
}

// outside allows white space alone outside the root element.
func (p *parser) outside(s string, start int) error {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return p.fail(start+i, "text may not stand outside the root element")
		}
	}
	return nil
}

// special reads a reference or a carriage return in text.
func (p *parser) special() error {
	if p.src[p.pos] == '\r' {
		p.pos++
		if p.pos < len(p.src) && p.src[p.pos] == '\n' {
			return nil // the line feed is read as text
		}
		if len(p.open) > 0 {
			p.addText("\n")
		}
		return nil
	}
	if len(p.open) == 0 {
		return p.fail(p.pos, "text may not stand outside the root element")
	}
	s, n, err := p.reference(p.pos)
	if err != nil {
		return err
	}
	p.addText(s)
	p.pos += n
	return nil
}

// reference reads the reference at the offset: what it stands for, and its
// length.
func (p *parser) reference(at int) (string, int, error) {
	// The longest reference that means anything is short; more is not looked at.
	const longest = 64
	body := p.src[at:]
	if len(body) > longest {
		body = body[:longest]
	}
	end := strings.IndexByte(body, ';')
	if end < 0 {
		return "", 0, p.fail(at, "'&' without a ';' after it; in text it is written &amp;")
	}
	name := body[1:end]
	if strings.HasPrefix(name, "#") {
		r, ok := charReference(name[1:])
		if !ok {
			return "", 0, p.fail(at, "&%s; is no reference to a character that XML can hold", name)
		}
		return string(r), end + 1, nil
	}
	if s, ok := entity(name); ok {
		return s, end + 1, nil
	}
	return "", 0, p.fail(at, "unknown entity &%s;; expected lt, gt, amp, apos, quot or a character reference", clip(name))
}

func entity(name string) (string, bool) {
	switch name {
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "amp":
		return "&", true
	case "apos":
		return "'", true
	case "quot":
		return `"`, true
	}
	return "", false
}

// charReference reads what stands between &# and ; .
func charReference(s string) (rune, bool) {
	base := rune(10)
	if strings.HasPrefix(s, "x") {
		s, base = s[1:], 16
	}
	if s == "" {
		return 0, false
	}
	var r rune
	for i := 0; i < len(s); i++ {
		d := digit(s[i])
		if d < 0 || d >= base || r > utf8.MaxRune {
			return 0, false
		}
		r = r*base + d
	}
	return r, isChar(r)
}

func digit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}

// clip shortens a text that is quoted in a message.
func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	i := most
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return s[:i] + "…"
}

// addText adds to the text that is not yet in the tree.
func (p *parser) addText(s string) {
	switch {
	case s == "":
	case p.many:
		p.buf = append(p.buf, s...)
	case p.run == "":
		p.run = s
	default:
		p.buf = append(append(p.buf[:0], p.run...), s...)
		p.run, p.many = "", true
	}
}

// flush puts the pending text in the tree, as one token.
func (p *parser) flush() {
	s := p.run
	if p.many {
		s = string(p.buf)
	}
	if s == "" {
		return
	}
	p.run, p.many = "", false
	c := p.newText()
	c.Data = s
	if onlySpace(s) {
		c.SetData(s) // marks it as white space
	}
	p.parent().AddChild(c)
}
