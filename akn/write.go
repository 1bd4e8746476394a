package akn

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// WriteOptions are the options of [Document.WriteWith]. The zero value is what
// [Document.WriteTo] uses.
type WriteOptions struct {
	// Indent is the white space to indent with for each level, such as
	// "  "; empty means none. Only elements that hold no text of their own
	// are indented: mixed content, and whatever is under xml:space="preserve",
	// is written as it is. White space that stands between such elements
	// already is written anew.
	Indent string
}

// WriteTo writes the document as XML 1.0 in UTF-8, with an XML declaration,
// so that [Parse] reads the same tree again. Nothing is added to the tree's
// text: white space is that of the tree.
//
// The error is a *[WriteError] where the tree holds what XML cannot hold, and
// then nothing is written; other errors are those of w.
func (d *Document) WriteTo(w io.Writer) (int64, error) {
	return d.WriteWith(w, WriteOptions{})
}

// WriteWith is [Document.WriteTo] with options.
func (d *Document) WriteWith(w io.Writer, opts WriteOptions) (int64, error) {
	if err := d.check(); err != nil {
		return 0, err
	}
	count := &countingWriter{w: w}
	xw := &xmlWriter{Writer: bufio.NewWriter(count), indent: opts.Indent}
	xw.document(d.tree)
	return count.n, xw.Flush()
}

// Bytes returns what [Document.WriteTo] writes.
func (d *Document) Bytes() ([]byte, error) {
	var b bytes.Buffer
	_, err := d.WriteTo(&b)
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// writeFrame is an element that is being written.
type writeFrame struct {
	e        *etree.Element
	next     int
	indented bool // its children stand on lines of their own
	preserve bool // xml:space="preserve" holds in it
}

// xmlWriter writes a tree that has passed [Document.check]. Errors of the
// writer below stick in the bufio.Writer.
type xmlWriter struct {
	*bufio.Writer
	indent string
	stack  []writeFrame
}

func (w *xmlWriter) document(tree *etree.Document) {
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	for _, t := range tree.Child {
		if _, ok := t.(*etree.CharData); ok || isDeclaration(t) {
			continue
		}
		w.token(t)
		w.drain()
		w.WriteByte('\n')
	}
}

// drain writes the open elements to their ends.
func (w *xmlWriter) drain() {
	for len(w.stack) > 0 {
		top := &w.stack[len(w.stack)-1]
		if top.next == len(top.e.Child) {
			w.end(top)
			continue
		}
		t := top.e.Child[top.next]
		top.next++
		if top.indented {
			if _, ok := t.(*etree.CharData); ok {
				continue
			}
			w.newline(len(w.stack))
		}
		w.token(t)
	}
}

func (w *xmlWriter) newline(level int) {
	w.WriteByte('\n')
	for range level {
		w.WriteString(w.indent)
	}
}

func (w *xmlWriter) token(t etree.Token) {
	switch t := t.(type) {
	case *etree.Element:
		w.start(t)
	case *etree.CharData:
		w.escape(t.Data, textEscapes)
	case *etree.Comment:
		w.WriteString("<!--" + t.Data + "-->")
	case *etree.ProcInst:
		w.WriteString("<?" + t.Target)
		if t.Inst != "" {
			w.WriteString(" " + t.Inst)
		}
		w.WriteString("?>")
	}
}

func (w *xmlWriter) start(e *etree.Element) {
	w.WriteByte('<')
	w.name(e.Space, e.Tag)
	for i := range e.Attr {
		a := &e.Attr[i]
		w.WriteByte(' ')
		w.name(a.Space, a.Key)
		w.WriteString(`="`)
		w.escape(a.Value, attrEscapes)
		w.WriteByte('"')
	}
	if len(e.Child) == 0 {
		w.WriteString("/>")
		return
	}
	w.WriteByte('>')
	preserve := w.preserve(e)
	w.stack = append(w.stack, writeFrame{e: e, preserve: preserve,
		indented: w.indents(e, preserve)})
}

func (w *xmlWriter) preserve(e *etree.Element) bool {
	for i := range e.Attr {
		if a := &e.Attr[i]; a.Space == "xml" && a.Key == "space" {
			return a.Value == "preserve"
		}
	}
	return len(w.stack) > 0 && w.stack[len(w.stack)-1].preserve
}

// indents reports whether the children of e may stand on lines of their own:
// e is of a kind that holds no text in any document, holds none in this one,
// and neither does anything around it.
func (w *xmlWriter) indents(e *etree.Element, preserve bool) bool {
	if w.indent == "" || preserve || !structural[Local(e)] {
		return false
	}
	if n := len(w.stack); n > 0 && !w.stack[n-1].indented {
		return false
	}
	for _, t := range e.Child {
		if c, ok := t.(*etree.CharData); ok && !onlySpace(c.Data) {
			return false
		}
	}
	return true
}

// structural has the elements of Akoma Ntoso that hold elements alone, so that
// white space in them has no meaning.
var structural = nameSet(`akomaNtoso
	act amendment amendmentList bill debate debateReport doc documentCollection judgment officialGazette portion statement
	meta identification FRBRWork FRBRExpression FRBRManifestation FRBRItem publication classification lifecycle workflow
	analysis activeModifications passiveModifications otherReferences parliamentary voting references notes temporalData
	temporalGroup
	coverPage preface preamble mainBody body amendmentBody collectionBody debateBody judgmentBody portionBody
	conclusions attachments attachment components component documentRef
	container recitals recital citations citation
	alinea article book chapter clause division hcontainer indent level list paragraph part point proviso rule section
	subchapter subclause subdivision sublist subparagraph subpart subrule subsection subtitle title tome transitional
	content intro wrapUp blockList item`)

func nameSet(names string) map[string]bool {
	set := map[string]bool{}
	for _, n := range strings.Fields(names) {
		set[n] = true
	}
	return set
}

func (w *xmlWriter) end(top *writeFrame) {
	e, indented := top.e, top.indented
	w.stack = w.stack[:len(w.stack)-1]
	if indented {
		w.newline(len(w.stack))
	}
	w.WriteString("</")
	w.name(e.Space, e.Tag)
	w.WriteByte('>')
}

func (w *xmlWriter) name(space, local string) {
	if space != "" {
		w.WriteString(space)
		w.WriteByte(':')
	}
	w.WriteString(local)
}

// What is written for a byte that cannot stand for itself. A parser turns CR
// into LF everywhere, and TAB and LF into spaces in attribute values.
var (
	textEscapes = escapes{'&': "&amp;", '<': "&lt;", '>': "&gt;", '\r': "&#13;"}
	attrEscapes = escapes{'&': "&amp;", '<': "&lt;", '"': "&quot;", '\r': "&#13;", '\n': "&#10;", '\t': "&#9;"}
)

type escapes [utf8.RuneSelf]string

func (w *xmlWriter) escape(s string, table escapes) {
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || table[s[i]] == "" {
			continue
		}
		w.WriteString(s[from:i])
		w.WriteString(table[s[i]])
		from = i + 1
	}
	w.WriteString(s[from:])
}

func isDeclaration(t etree.Token) bool {
	p, ok := t.(*etree.ProcInst)
	return ok && p.Target == "xml"
}

// Path returns the element path of e, with the number of each element among
// its like-named siblings where there are several.
func Path(e *etree.Element) string {
	var steps []string
	for ; e != nil && e.Tag != ""; e = e.Parent() {
		steps = append(steps, step(e))
	}
	var b strings.Builder
	for i := len(steps) - 1; i >= 0; i-- {
		b.WriteString(steps[i])
		if i > 0 {
			b.WriteByte('/')
		}
	}
	return b.String()
}

func step(e *etree.Element) string {
	place, count := 0, 0
	if e.Parent() != nil {
		for _, t := range e.Parent().Child {
			if s, ok := t.(*etree.Element); ok && s.Space == e.Space && s.Tag == e.Tag {
				count++
				if s == e {
					place = count
				}
			}
		}
	}
	if count < 2 {
		return e.FullTag()
	}
	return e.FullTag() + "[" + strconv.Itoa(place) + "]"
}
