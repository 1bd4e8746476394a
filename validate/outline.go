package validate

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/validate/internal/xmlscan"
)

// maxOutline bounds the elements that an outline holds: five times those of the longest act seen. Rules that need an
// outline do not judge documents with more.
const maxOutline = 1 << 19

// maxOutlineText bounds the text that an outline keeps of one element: labels, dates and opening phrases are shorter.
const maxOutlineText = 256

// outline is a document without most of its text. Rules that look at a document as a whole share one; the schema
// engine needs none.
type outline struct {
	c      *checker
	doc    *akn.Document
	nodes  []node
	byElem map[*etree.Element]int
	open   []int // the open elements, -1 for one that is left out
	full   bool
	passes []wholePass
	facts  facts
	last   []byte // the beginning of the text since the last tag
}

// node is an element of an outline.
type node struct {
	elem   *etree.Element
	local  string
	parent int
	index  int // among its siblings of the same name
	start  xmlscan.Position
	end    int64              // where its end tag begins
	values []xmlscan.Position // of the attributes, in their order
	text   []byte             // the beginning of its text, without notes, where keepsText
	notes  bool               // it is a note, or in one
	xmlID  string             // which some tools give instead of an eId
	before string             // of a date: the text between it and the tag before
}

// wholePass is a rule that looks at the document as a whole.
type wholePass struct {
	pass  *Pass
	check func(*Pass, *outline)
}

// whole makes the visit of a rule that judges the whole document at its end.
func whole(check func(*Pass, *outline)) func(*Pass) Visitor {
	return func(p *Pass) Visitor {
		var v Visitor
		if p.c.outline == nil {
			p.c.outline = newOutline(p.c)
			v = p.c.outline.visitor()
		}
		p.c.outline.passes = append(p.c.outline.passes, wholePass{p, check})
		return v
	}
}

func newOutline(c *checker) *outline {
	root := etree.NewElement("akomaNtoso")
	return &outline{c: c, doc: akn.New(root), byElem: map[*etree.Element]int{}}
}

func (d *outline) visitor() Visitor {
	return Visitor{Start: d.start, Text: d.text, End: d.end, Done: d.done}
}

// keepsText are the elements whose text rules look at.
var keepsText = names(`num docNumber docDate date docTitle ref rref term organization role person location session
	docCommittee container authorialNote noteRef a docStatus docType concept def`)

// blocks do not continue the text of an element around them: they begin a word.
var blocks = names("p block item point num heading content intro")

func names(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

func (d *outline) start(e *Element) {
	defer func() { d.last = d.last[:0] }()
	if e.Foreign() || len(d.nodes) >= maxOutline {
		d.full = d.full || !e.Foreign()
		d.open = append(d.open, -1)
		return
	}
	n := node{local: e.Local(), parent: d.parent(), index: d.c.frames[len(d.c.frames)-1].index}
	n.start = d.c.scan.Position(d.c.scan.Offset)
	if n.local == "date" {
		n.before = strings.Trim(string(d.last), " \t\n\u00a0,،")
	}
	d.add(&n)
	d.attributes(&n)
	d.byElem[n.elem] = len(d.nodes)
	d.open = append(d.open, len(d.nodes))
	d.nodes = append(d.nodes, n)
}

// parent is the innermost open element that is not left out, -1 if there is none.
func (d *outline) parent() int {
	for i := len(d.open) - 1; i >= 0; i-- {
		if d.open[i] >= 0 {
			return d.open[i]
		}
	}
	return -1
}

// add puts the element of a node into the tree.
func (d *outline) add(n *node) {
	n.notes = n.local == "authorialNote"
	switch {
	case n.parent >= 0:
		n.notes = n.notes || d.nodes[n.parent].notes
		n.elem = d.nodes[n.parent].elem.CreateElement(n.local)
	case n.local == "akomaNtoso" && len(d.nodes) == 0:
		n.elem = d.doc.Root()
	default:
		n.elem = d.doc.Root().CreateElement(n.local) // a fragment
	}
}

func (d *outline) attributes(n *node) {
	for i := range d.c.scan.Attrs {
		a := &d.c.scan.Attrs[i]
		if len(a.Space) == 0 {
			n.elem.Attr = append(n.elem.Attr, etree.Attr{Key: string(a.Local()), Value: string(a.Value)})
			n.values = append(n.values, d.c.scan.Position(a.ValueOffset))
		} else if string(a.Raw) == "xml:id" {
			n.xmlID = string(a.Value)
		}
	}
	if n.parent < 0 {
		n.elem.Attr = append(n.elem.Attr, etree.Attr{Key: "xmlns", Value: akn.Namespace})
	}
}

// text keeps the beginning of the text of the elements that are open, up to the innermost note.
func (d *outline) text(b []byte) {
	d.last = append(d.last, b[:min(len(b), maxBetween-min(len(d.last), maxBetween))]...)
	inNote := false
	for i := len(d.open) - 1; i >= 0; i-- {
		if d.open[i] < 0 {
			continue
		}
		n := &d.nodes[d.open[i]]
		if room := maxOutlineText - len(n.text); keepsText[n.local] && room > 0 && !inNote {
			n.text = append(n.text, b[:min(len(b), room)]...)
		}
		inNote = inNote || n.local == "authorialNote"
	}
}

func (d *outline) end(*Element) {
	d.last = d.last[:0]
	top := d.open[len(d.open)-1]
	d.open = d.open[:len(d.open)-1]
	if top < 0 {
		return
	}
	n := &d.nodes[top]
	n.end = d.c.scan.Offset
	if n.local == "num" {
		n.elem.SetText(string(n.text))
	}
	if blocks[n.local] || n.local == "eol" || n.local == "eop" {
		d.text([]byte(" "))
	}
}

// done judges the document.
func (d *outline) done() {
	d.facts = gather(d)
	for _, w := range d.passes {
		if w.pass.rule.Profile <= d.c.profile() && (!d.full || w.pass.rule.Code == tooLarge) {
			w.check(w.pass, d)
		}
	}
}

// words is the text of an element that the outline keeps, with single spaces.
func (d *outline) words(e *etree.Element) string {
	i, ok := d.byElem[e]
	if !ok {
		return ""
	}
	return strings.Join(strings.FieldsFunc(string(d.nodes[i].text), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r)
	}), " ")
}

// at is the place of an attribute of an element, or of the element where it has no such attribute.
func (d *outline) at(e *etree.Element, attribute string) Place {
	i, ok := d.byElem[e]
	if !ok {
		return Place{}
	}
	n := &d.nodes[i]
	p := Place{Position: n.start, Path: d.path(i), EID: d.eid(i)}
	for j := range n.values {
		if e.Attr[j].Key == attribute {
			p.Position = n.values[j]
		}
	}
	return p
}

func (d *outline) path(i int) string {
	var steps []string
	for ; i >= 0; i = d.nodes[i].parent {
		step := "/" + d.nodes[i].local
		if n := d.nodes[i].index; n > 1 {
			step += "[" + strconv.Itoa(n) + "]"
		}
		steps = append(steps, step)
	}
	var b strings.Builder
	for i := len(steps) - 1; i >= 0; i-- {
		b.WriteString(steps[i])
	}
	return b.String()
}

func (d *outline) eid(i int) string {
	for ; i >= 0; i = d.nodes[i].parent {
		if id := akn.Attr(d.nodes[i].elem, "eId"); id != "" {
			return id
		}
	}
	return ""
}

// find returns the elements of a name, in the order of the document.
func (d *outline) find(locals ...string) []*node {
	var found []*node
	for i := range d.nodes {
		for _, local := range locals {
			if d.nodes[i].local == local {
				found = append(found, &d.nodes[i])
			}
		}
	}
	return found
}

// around returns the nearest element around one that has one of the names.
func (d *outline) around(n *node, locals ...string) *node {
	for i := n.parent; i >= 0; i = d.nodes[i].parent {
		for _, local := range locals {
			if d.nodes[i].local == local {
				return &d.nodes[i]
			}
		}
	}
	return nil
}

func (n *node) attr(name string) string { return attr(n.elem, name) }

// attr is akn.Attr for elements of an outline, which are all of Akoma Ntoso and whose attributes have no prefix.
func attr(e *etree.Element, name string) string {
	v, _ := lookup(e, name)
	return v
}

func lookup(e *etree.Element, name string) (string, bool) {
	if e == nil {
		return "", false
	}
	for i := range e.Attr {
		if e.Attr[i].Key == name && e.Attr[i].Space == "" {
			return e.Attr[i].Value, true
		}
	}
	return "", false
}
