package render

import (
	"strings"
	"unicode"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
)

// inline prints the running text of an element: a line that is printed first, with what separates it from the others,
// those, and the page's end.
func (w *walker) inline(e *etree.Element) {
	first, end := w.firstLine(e)
	if first == nil {
		w.tokens(e, 0, len(e.Child))
		return
	}
	at := first.Index()
	w.tokens(e, at+1, end)
	w.out.gap(first, layer.Sep, w.implied("\n\n"))
	w.tokens(e, 0, at)
	w.tokens(e, end, len(e.Child))
}

// firstLine is the line end after which the element has the line that is printed first, and where in the element that
// line ends: before the ends of pages. It is nil where all is printed as it reads.
func (w *walker) firstLine(e *etree.Element) (eol *etree.Element, end int) {
	if w.style.canonical || w.skips() {
		return nil, 0
	}
	end = len(e.Child)
	for i := end - 1; i >= 0; i-- {
		child, ok := e.Child[i].(*etree.Element)
		if !ok {
			continue
		}
		if order, _ := layer.Get(child, layer.Order); order == layer.First && akn.Local(child) == "eol" {
			return child, end
		}
		if i == end-1 && akn.Local(child) == "eop" {
			end = i
		}
	}
	return nil, 0
}

// tokens prints a part of what the element holds.
func (w *walker) tokens(e *etree.Element, from, to int) {
	verbatim := e.SelectAttrValue("xml:space", "") == "preserve"
	for i, t := range e.Child[from:to] {
		i += from
		switch t := t.(type) {
		case *etree.CharData:
			if w.skips() {
				continue
			}
			if verbatim && !w.style.canonical {
				w.print(t.Data)
			} else {
				w.print(w.unwrap(t.Data, i > 0, i < len(e.Child)-1))
			}
		case *etree.Element:
			w.inlineElement(t)
		}
	}
}

func (w *walker) inlineElement(e *etree.Element) {
	switch name := akn.Local(e); name {
	case "":
	case "eop":
		if w.style.canonical {
			w.print(pageSpace(e))
			return
		}
		w.pageEnd(e)
	case "eol", "br":
		if w.cell != nil && w.cell.at+1 < maxCellLines {
			w.cell.at++
			return
		}
		if !w.skips() {
			w.endLine(e)
		}
	case "authorialNote":
		if w.skips() {
			return
		}
		if n := (&note{element: e}); !w.printCall(n) {
			w.pending = append(w.pending, n)
		}
	case "noteRef":
		w.printCall(&note{element: e})
	case "p":
		w.block(e)
	case "quotedStructure":
		w.children(e)
	default:
		w.marked(e)
	}
}

// endLine prints a line end. Where columns are kept, the lines of a block go on below each other.
func (w *walker) endLine(e *etree.Element) {
	implied := w.line
	if implied == "" {
		implied = w.implied(w.style.line) + w.indent()
	}
	if gap := w.out.gap(e, layer.Sep, implied); w.style.margins {
		w.line = gap
	}
}

// pageSpace is what is left of a page end where pages are not printed: a space, but nothing at the block's end.
func pageSpace(eop *etree.Element) string {
	if siblings := eop.Parent().Child; siblings[len(siblings)-1] == eop {
		return ""
	}
	return " "
}

// marked prints an inline element between the marks that its dialect has for it.
func (w *walker) marked(e *etree.Element) {
	if w.skips() {
		w.inline(e)
		return
	}
	mark, target, linked := w.markOf(e), "", false
	if w.style.links {
		target, linked = linkOf(e)
	}
	w.print(mark)
	if linked {
		w.print("[")
	}
	w.inline(e)
	if linked {
		w.print("](" + target + ")")
	}
	w.print(mark)
}

func (w *walker) markOf(e *etree.Element) string {
	if !w.style.emphasis {
		return ""
	}
	if mark, ok := layer.Get(e, layer.Mark); ok {
		return mark
	}
	if w.style.canonical && !hasWords(e) {
		return "" // emphasis of a comma
	}
	switch name := akn.Local(e); {
	case name == "i" || akn.Attr(e, "class") == "italic":
		return "*"
	case name == "b" || akn.Attr(e, "class") == "bold":
		return "**"
	}
	return ""
}

// hasWords reports whether a letter or digit stands in an element.
func hasWords(e *etree.Element) bool {
	for _, t := range e.Child {
		switch t := t.(type) {
		case *etree.CharData:
			if strings.ContainsFunc(t.Data, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				return true
			}
		case *etree.Element:
			if hasWords(t) {
				return true
			}
		}
	}
	return false
}

func linkOf(e *etree.Element) (target string, ok bool) {
	if target, ok = layer.Get(e, layer.Link); ok {
		return target, true
	}
	if akn.Local(e) == "a" {
		return akn.Attr(e, "href"), true
	}
	return "", false
}

// unwrap takes out the white space that another tool has added: what holds a line feed, for our own line ends are
// elements. Between text and an element it is kept as a space where the document has no layer of ours.
func (w *walker) unwrap(s string, before, after bool) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	const blank = " \t\r\n"
	text := strings.Trim(s, blank)
	lead, trail := s[:len(s)-len(strings.TrimLeft(s, blank))], s[len(strings.TrimRight(s, blank)):]
	if text == "" {
		trail = ""
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	for i := range fields {
		fields[i] = strings.Trim(fields[i], blank)
	}
	return w.edge(lead, before && (text != "" || after)) + strings.Join(fields, " ") + w.edge(trail, after)
}

// edge is the white space to keep at the edge of a text.
func (w *walker) edge(s string, inner bool) string {
	switch {
	case !strings.Contains(s, "\n"):
		return s
	case w.style.canonical && inner:
		return " "
	}
	return ""
}

// printCall prints the call of a note and reports whether it has the note's text in it.
func (w *walker) printCall(n *note) (inside bool) {
	if w.skips() {
		return false
	}
	call := w.style.call
	if own, ok := layer.Get(n.element, layer.Call); ok {
		call = own
	}
	if w.style.canonical && w.raised {
		w.print(",") // two calls at one point
	}
	for _, part := range layer.Parse(call) {
		switch part.Kind {
		case layer.Marker:
			w.print(w.marker(n.element))
		case layer.Body:
			inside = true
			w.noteText(n)
		default:
			w.print(part.Text)
		}
	}
	return inside
}

// marker is the marker of a note as the dialect prints it.
func (w *walker) marker(e *etree.Element) string { return w.style.marker(akn.Attr(e, "marker")) }
