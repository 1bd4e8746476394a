package compose

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// Ranks order ranges with the same bounds.
const (
	rankWhole = iota // an element around the whole text
	rankList         // mref
	rankPart
	rankMark
)

// holder fills an element with the running text of t, the elements of the ranges and the markup of what it names.
func (c *composer) holder(e *etree.Element, t *layout.Text, ranges ...inline.Range) *etree.Element {
	return c.fill(e, t, append(ranges, c.semantics(t)...))
}

// fill fills an element with the running text of t and the elements of the ranges.
func (c *composer) fill(e *etree.Element, t *layout.Text, ranges []inline.Range) *etree.Element {
	c.starts[e], c.texts[e] = t.Start(), t
	inline.Build(e, t.Flat, c.withMarks(t.Flat, t.Flat.Unbroken(ranges)), &maker{composer: c, text: t})
	return e
}

// p adds a paragraph of running text, or a table, to parent.
func (c *composer) p(parent *etree.Element, t *layout.Text, ranges ...inline.Range) *etree.Element {
	if t.Table != nil {
		return c.table(parent, t)
	}
	return c.fill(add(parent, "p"), t, c.withEntities(t, append(ranges, c.semantics(t)...)))
}

// num adds the printed label.
func (c *composer) num(parent *etree.Element, l *layout.Label) {
	if l == nil {
		return
	}
	c.fill(add(parent, "num"), l.Printed, nil)
}

// withMarks adds the marks of the source to the ranges. A mark that has the bounds of another range becomes an
// attribute of its element.
func (c *composer) withMarks(f *inline.Flat, ranges []inline.Range) []inline.Range {
	type bounds struct{ start, end int }
	at := map[bounds]int{}
	for i, r := range ranges {
		if r.Rank == rankPart {
			at[bounds{r.Start, r.End}] = i
		}
	}
	for _, m := range f.Marks {
		i, ok := at[bounds{m.Start, m.End}]
		if !ok {
			ranges = append(ranges, markRange(m, f.Text[m.Start:m.End]))
			continue
		}
		delete(at, bounds{m.Start, m.End})
		inner := ranges[i].New
		ranges[i].Fixed = true
		ranges[i].New = func(parent *etree.Element) *etree.Element {
			e := inner(parent)
			mark(e, m)
			return e
		}
	}
	return ranges
}

// markRange is the element of a mark of the source around the text.
func markRange(m inline.Mark, text string) inline.Range {
	return inline.Range{Start: m.Start, End: m.End, Rank: rankMark, Fixed: true, New: func(parent *etree.Element) *etree.Element {
		if m.Link() {
			return linkElement(m.Target, text, within(parent, "ref", "a", "rref"))
		}
		e := etree.NewElement("i")
		if m.Delimiter == "**" {
			e.Tag = "b"
		}
		if len(m.Delimiter) > 2 {
			layer.Set(e, layer.Mark, m.Delimiter)
		}
		return e
	}}
}

// linkElement is the element of a link that is no citation. Where the target is the top of the page, as exports have it, it is
// the address that the text gives, or nothing.
func linkElement(target, text string, inside bool) *etree.Element {
	href := target
	if target == "#" {
		href = webAddress(text)
	}
	if inside || href == "" && target != "" || !isIRI(href) {
		e := etree.NewElement("span")
		layer.Set(e, layer.Link, target)
		return e
	}
	e := etree.NewElement("a")
	e.CreateAttr("href", href)
	if href != target {
		layer.Set(e, layer.Link, target)
	}
	return e
}

// webAddress is the address that a text is, empty where it is none.
func webAddress(text string) string {
	switch {
	case strings.ContainsAny(text, " \t\n\u00a0") || strings.ContainsFunc(text, unicode.IsControl):
	case strings.HasPrefix(text, "https://"), strings.HasPrefix(text, "http://"):
		return text
	case strings.HasPrefix(text, "www."):
		return "https://" + text
	}
	return ""
}

// isIRI reports whether a link's target can be the value of href, which is an anyURI.
func isIRI(target string) bool {
	address, fragment, _ := strings.Cut(target, "#")
	_, malformed := url.Parse(target)
	_, misspelt := url.PathUnescape(target) // of queries and mail addresses, which Parse leaves alone
	return malformed == nil && misspelt == nil && !strings.HasSuffix(address, ":") && !strings.ContainsAny(target, "[]") && !strings.Contains(fragment, "#")
}

// mark writes a mark of the source on the element that has its bounds.
func mark(e *etree.Element, m inline.Mark) {
	switch {
	case m.Link():
		layer.Set(e, layer.Link, m.Target)
		return
	case m.Delimiter == "**":
		e.CreateAttr("class", "bold")
	default:
		e.CreateAttr("class", "italic")
	}
	if len(m.Delimiter) > 2 {
		layer.Set(e, layer.Mark, m.Delimiter)
	}
}

// within reports whether the element or one around it has one of the names.
func within(e *etree.Element, names ...string) bool {
	for ; e != nil; e = e.Parent() {
		if slices.Contains(names, e.Tag) {
			return true
		}
	}
	return false
}

// span is a range that becomes an element with the given attributes.
func span(start, end int, name string, attrs ...string) inline.Range {
	return inline.Range{Start: start, End: end, Rank: rankPart, New: func(*etree.Element) *etree.Element {
		e := etree.NewElement(name)
		set(e, attrs...)
		return e
	}}
}

// whole is a range around the whole text.
func whole(t *layout.Text, name string, attrs ...string) inline.Range {
	r := span(0, len(t.Flat.Text), name, attrs...)
	r.Rank = rankWhole
	return r
}

// A maker makes what stands at a point of a text: line ends, page ends, notes.
type maker struct {
	*composer
	text *layout.Text
	note bool // the text is a note
}

// Break makes the mark of a line end or of page ends.
func (m *maker) Break(b inline.Break) []*etree.Element {
	switch {
	case b.Cut:
		return []*etree.Element{m.cut(b)}
	case b.Pages == 0:
		eol := etree.NewElement("eol")
		if b.First {
			layer.Set(eol, layer.Order, layer.First)
		}
		return []*etree.Element{eol}
	}
	var ends []*etree.Element
	for i := range b.Pages {
		e := etree.NewElement("eop")
		if !m.note {
			m.pageEnd(e, m.pageAt(b)+i)
		}
		ends = append(ends, e)
	}
	return ends
}

// pageAt is the page that ends at the break.
func (m *maker) pageAt(b inline.Break) int {
	page := m.text.Page
	for _, other := range m.text.Flat.Breaks {
		if other.At >= b.At {
			break
		}
		page += other.Pages
	}
	return page
}

// Call makes the note that is called, or the reference to one that has been called before.
func (m *maker) Call(flat inline.Call) *etree.Element {
	call := m.text.Calls[flat.Index]
	form := flat.Form
	implied := "{#}"
	if m.Source.Dialect.Paged() {
		implied = " {#}"
	}
	if call.Again {
		return m.noteRef(call, form, implied)
	}
	e := etree.NewElement("authorialNote")
	m.notes[call.Note] = e
	id := "authorialNote_" + strconv.Itoa(len(m.notes))
	set(e, "eId", id, "marker", call.Marker, "placement", "bottom")
	layer.Put(e, layer.Call, form, implied)
	p := add(e, "p")
	text := call.Note.Text
	c := m.composer
	inline.Build(p, text.Flat, c.withMarks(text.Flat, c.semantics(text)), &maker{composer: c, text: text, note: true})
	return e
}

func (m *maker) noteRef(call *layout.Call, form, implied string) *etree.Element {
	e := etree.NewElement("noteRef")
	set(e, "href", "#"+m.notes[call.Note].SelectAttrValue("eId", ""), "marker", call.Marker, "placement", "bottom")
	layer.Put(e, layer.Call, form, implied)
	return e
}
