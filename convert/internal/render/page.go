package render

import (
	"slices"
	"strconv"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A note waits to be printed at the page's foot.
type note struct {
	element *etree.Element
	printed int // how many of its parts, which page ends cut, have been printed
}

// A foot is the state of a page's foot while it is printed.
type foot struct {
	bodies  []*note // whose text is still to be printed on the page, the tail of a cut note first
	markers []*note // whose markers are
}

// maxParts bounds the pages that a note can spread over: each part is found by a walk through the note.
const maxParts = 32

// parts says which part of a note is being printed.
type parts struct {
	want, at int
	cut      bool // the part ended at a page's end
}

// skips reports whether the walker passes over text that belongs to another part of a note.
func (w *walker) skips() bool { return w.parts != nil && w.parts.at != w.parts.want }

// pageEnd prints the foot of a page and the head of the next.
func (w *walker) pageEnd(eop *etree.Element) {
	if w.parts != nil {
		w.parts.cut = w.parts.cut || w.parts.at == w.parts.want
		if w.parts.at < maxParts {
			w.parts.at++
		}
		return
	}
	w.pageFoot(eop)
	w.glued, w.number = true, false
	w.setMargin(eop)
}

func (w *walker) setMargin(e *etree.Element) {
	if value, ok := layer.Get(e, layer.Margin); ok {
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < 1000 {
			w.margin = n
		}
	}
}

// pageFoot prints the pending notes and what the page end says; without a page end, which the document's end needs
// not have, the notes alone.
func (w *walker) pageFoot(eop *etree.Element) {
	list := w.pageTemplate(eop)
	later := slices.ContainsFunc(list, func(p layer.Part) bool { return p.Kind == layer.Later })
	signsFirst(w.pending)
	f := &foot{bodies: w.pending, markers: w.pending}
	if w.tail != nil {
		f.bodies = append([]*note{w.tail}, w.pending...)
	}
	w.pending, w.tail = nil, nil
	if !places(list) && len(f.bodies) > 0 {
		if len(f.markers) > 0 {
			w.print(w.implied(w.style.rule))
		}
		w.notes(f)
	}
	for _, part := range list {
		switch part.Kind {
		case layer.Literal:
			w.print(part.Text)
		case layer.Notes:
			w.notes(f)
		case layer.Marker:
			if n := pick(&f.markers, part.Text); n != nil {
				w.print(w.marker(n.element))
			}
		case layer.Body:
			w.noteBody(pick(&f.bodies, part.Text))
		}
	}
	if !later { // those that were added after the template was written
		w.notes(f)
	}
	w.keep(f)
}

// signsFirst puts the notes that are marked with signs before the numbered ones, as they are printed.
func signsFirst(notes []*note) {
	slices.SortStableFunc(notes, func(a, b *note) int {
		return source.CompareMarkers(akn.Attr(a.element, "marker"), akn.Attr(b.element, "marker"))
	})
}

// keep lets the notes that have not been printed wait for the next page's foot.
func (w *walker) keep(f *foot) {
	if len(f.bodies) > 0 && f.bodies[0].printed > 0 {
		w.tail, f.bodies = f.bodies[0], f.bodies[1:]
	}
	w.pending = append(f.bodies, w.pending...)
}

// pageTemplate is what the page end says or, where it says nothing, what the dialect implies.
func (w *walker) pageTemplate(eop *etree.Element) []layer.Part {
	if eop == nil {
		return nil
	}
	if template, ok := layer.Get(eop, layer.Sep); ok {
		return layer.Parse(template)
	}
	return layer.Parse(w.implied(w.style.page))
}

// places reports whether the template says where the notes stand.
func places(list []layer.Part) bool {
	for _, p := range list {
		if p.Kind != layer.Literal {
			return true
		}
	}
	return false
}

// notes prints the notes that are left, each after its marker.
func (w *walker) notes(f *foot) {
	for len(f.bodies) > 0 {
		n := pick(&f.bodies, "")
		w.noteFoot(n)
		w.noteBody(n)
	}
	f.markers = nil
}

// pick takes the first of the notes or, with a marker, the first that has it; nil if there is none.
func pick(notes *[]*note, marker string) *note {
	for i, n := range *notes {
		if marker == "" || akn.Attr(n.element, "marker") == marker {
			*notes = slices.Delete(slices.Clone(*notes), i, i+1)
			return n
		}
	}
	return nil
}

// noteFoot prints what stands before the text of a note.
func (w *walker) noteFoot(n *note) {
	if n.printed > 0 {
		w.print(w.implied(w.style.block))
		return
	}
	template, ok := layer.Get(n.element, layer.Foot)
	if !ok {
		template = w.implied(w.style.foot)
	}
	for _, part := range layer.Parse(template) {
		if part.Kind == layer.Marker {
			w.print(w.marker(n.element))
		} else {
			w.print(part.Text)
		}
	}
}

// noteBody prints the text of the next note up to its end or to the page end inside it.
func (w *walker) noteBody(n *note) {
	if n == nil {
		return
	}
	outer := w.parts
	w.parts, w.glued, w.number = &parts{want: n.printed}, true, false
	w.children(n.element)
	cut := w.parts.cut
	w.parts = outer
	if n.printed++; cut && n.printed <= maxParts {
		w.tail = n
	}
}
