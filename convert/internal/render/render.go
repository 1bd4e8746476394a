// Package render prints an AKN tree as text: the content in reading order, notes at the foot of their pages, and
// between them what the layout layer says or, where it says nothing, what the rules of the dialect imply.
package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Text is the text of the document below root.
func Text(root *etree.Element) string {
	w := &writer{}
	newWalker(root, w).document(root)
	return w.String()
}

// Fit records in the layout layer how the source separates the texts of the tree, so that [Text] prints it. Starts
// says where the text of each block begins. It returns the blocks that print something else; where there are none the
// text is exact.
func Fit(root *etree.Element, d *source.Document, starts map[*etree.Element]int) []*etree.Element {
	f := &fitter{src: d.Src, starts: starts, furniture: map[int]int{}}
	for _, p := range d.Pages {
		for _, s := range p.Furniture {
			f.furniture[s.Start] = s.End
		}
	}
	w := newWalker(root, f)
	w.document(root)
	if !f.lost && f.at < len(d.Src) {
		f.bad = append(f.bad, f.block)
	}
	return f.bad
}

// A walker goes through the tree in the order of the text.
type walker struct {
	out     output
	style   style
	lineEnd string
	margin  int
	line    string // the last line end of the block, empty before the first and after a page's end
	job     string // the document's job number
	body    *etree.Element

	started bool // something has been printed
	glued   bool // a page end has printed the separator already
	number  bool // the last text was a number
	bare    bool // it is a word without punctuation: a heading's title stands a blank line below it
	short   bool // it was a number of one digit
	raised  bool // the last character was a superscript digit
	pending []*note
	tail    *note // the note that the last page's end has cut
	parts   *parts

	column  int      // at which the line that is being printed ends
	columns []column // of the table
	tabs    bool     // tabs part its cells
	cell    *parts   // which line of a cell is being printed
	headed  bool     // the last row was the table's header
	first   bool     // no row of the table has been printed
}

func newWalker(root *etree.Element, out output) *walker {
	w := &walker{out: out, style: canonical, lineEnd: "\n", body: bodyOf(root)}
	if w.body == nil {
		return w
	}
	if name, ok := layer.Get(w.body, layer.Dialect); ok {
		if d, ok := source.ParseDialect(name); ok {
			w.style = styles[d]
		}
	}
	if end, ok := layer.Get(w.body, layer.LineEnd); ok {
		w.lineEnd = layer.Expand(end)
	}
	w.setMargin(w.body)
	w.job = jobOf(root)
	return w
}

// jobOf is the number under which the document was printed.
func jobOf(root *etree.Element) string {
	for e := range akn.Find(root, "docketNumber") {
		return akn.Text(e)
	}
	return ""
}

// bodies are the elements that can hold the layout of the whole document.
var bodies = map[string]bool{"mainBody": true, "amendmentBody": true, "body": true, "debateBody": true, "judgmentBody": true, "collectionBody": true}

// bodyOf is the body of the document: the element with the dialect or, without a layer, the first body.
func bodyOf(root *etree.Element) *etree.Element {
	var first *etree.Element
	for e := range akn.All(root) {
		if !bodies[akn.Local(e)] {
			continue
		}
		if first == nil {
			first = e
		}
		if _, ok := layer.Get(e, layer.Dialect); ok {
			return e
		}
	}
	return first
}

func (w *walker) document(root *etree.Element) {
	w.children(root)
	if len(w.pending) > 0 || w.tail != nil {
		w.pageFoot(nil)
		w.glued = false
	}
	if w.body == nil {
		return
	}
	implied := "\n"
	if w.glued || !w.started {
		implied = ""
	}
	w.out.gap(w.body, layer.End, w.implied(implied))
}

func (w *walker) afterNumber() string {
	if w.short && w.style.shortNum != "" {
		return w.style.shortNum
	}
	return w.style.num
}

func (w *walker) children(e *etree.Element) {
	var last []*etree.Element
	for _, c := range e.ChildElements() {
		if order, ok := layer.Get(c, layer.Order); ok && order == layer.Last {
			last = append(last, c)
			continue
		}
		w.element(c)
	}
	for _, c := range last {
		w.element(c)
	}
}

// holders are the elements that hold running text.
var holders = map[string]bool{
	"p": true, "num": true, "heading": true, "subheading": true, "crossHeading": true, "listIntroduction": true,
	"listWrapUp": true, "block": true, "longTitle": true, "caption": true, "from": true, "scene": true, "narrative": true,
	"summary": true, "tocItem": true, "docTitle": true, "docNumber": true,
}

func (w *walker) element(e *etree.Element) {
	switch name := akn.Local(e); {
	case name == "" || name == "meta":
		return
	case name == "table":
		w.table(e)
	case name == "tr":
		w.row(e)
	case holders[name] || name == "li" && e.SelectElement("p") == nil:
		w.block(e)
		w.number = name == "num" && akn.Local(e.Parent()) != "attachment" // an annex's stands alone
		w.bare = w.number && isWord(e.Text())
		w.short = w.number && utf8.RuneCountInString(akn.Text(e)) <= shortLabel
	default:
		w.children(e)
	}
}

// shortLabel is the length in characters of "1.".
const shortLabel = 2

// isWord reports whether s is made of letters and digits.
func isWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// block prints an element of running text.
func (w *walker) block(e *etree.Element) {
	w.out.enter(e)
	w.line = ""
	if hasText(e) {
		w.separate(e)
	}
	w.inline(e)
}

// separate prints what stands before the block's text.
func (w *walker) separate(e *etree.Element) {
	if w.skips() {
		return
	}
	if w.glued {
		w.glued = false
		return
	}
	w.out.gap(e, layer.Sep, w.before(e))
}

// before is what the dialect implies before a block.
func (w *walker) before(e *etree.Element) string {
	heading := akn.Local(e) == "heading"
	switch place, ok := w.style.placeOf(e); {
	case !w.started:
		return w.indent()
	case w.number && heading && w.style.margins:
		return w.implied(w.style.block) + w.indent()
	case w.number && !(w.style.canonical && w.bare && heading):
		return w.implied(w.afterNumber())
	case ok:
		if place.step == leftEdge {
			w.line = w.implied(w.style.line) // its further lines stand there, too
		}
		return w.implied(place.lines) + columns(w.margin+place.step)
	}
	return w.implied(w.style.block) + w.indent()
}

// hasText reports whether the element prints anything but page ends.
func hasText(e *etree.Element) bool {
	for _, t := range e.Child {
		switch t := t.(type) {
		case *etree.CharData:
			if strings.Trim(t.Data, " \t\r\n") != "" {
				return true
			}
		case *etree.Element:
			if name := akn.Local(t); name == "authorialNote" || name == "noteRef" || name != "eop" && hasText(t) {
				return true
			}
		}
	}
	return false
}

func (w *walker) implied(s string) string { return layer.LineEnds(s, w.lineEnd) }

func (w *walker) indent() string {
	if !w.style.margins {
		return ""
	}
	return strings.Repeat(" ", w.margin)
}

func (w *walker) print(s string) {
	if s == "" {
		return
	}
	w.started, w.glued = true, false
	w.raised = source.EndsInSuperscript(s)
	w.column = after(w.column, s)
	w.out.literal(s)
}
