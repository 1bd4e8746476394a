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

	before layer.Kind // the part that was printed last
	apart  bool       // what stands between it and the next one has been printed, too
}

// maxParts bounds the pages that a note can spread over: each part is found by a walk through the note.
const maxParts = 32

// parts says which part of a note is being printed.
type parts struct {
	want, at int
	cut      bool // the part ended at a page's end
}

// skips reports whether the walker passes over text that belongs to another part of a note.
func (w *walker) skips() bool {
	return w.parts != nil && w.parts.at != w.parts.want || w.cell != nil && w.cell.at != w.cell.want
}

// pageEnd prints the foot of a page and the head of the next.
func (w *walker) pageEnd(eop *etree.Element) {
	if w.parts != nil {
		w.parts.cut = w.parts.cut || w.parts.at == w.parts.want
		if w.parts.at < maxParts {
			w.parts.at++
		}
		return
	}
	if w.skips() {
		return
	}
	w.pageFoot(eop)
	w.glued, w.number, w.line = true, false, ""
}

// setMargin makes the margin that the element says, if any, that of the page.
func (w *walker) setMargin(e *etree.Element) {
	if e == nil {
		return
	}
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
	f := w.newFoot()
	if !places(list) {
		w.ruled(f)
	}
	later := false
	for _, part := range list {
		w.part(f, part)
		later = later || part.Kind == layer.Later
	}
	if !later { // those that were added after the template was written
		w.notes(f)
	}
	w.setMargin(eop)
	w.setColumns(eop)
	if len(list) > 0 {
		w.gapTo(f, NextPage)
	}
	w.keep(f)
}

// newFoot is a foot with the notes that wait.
func (w *walker) newFoot() *foot {
	signsFirst(w.pending)
	f := &foot{bodies: w.pending, markers: w.pending, before: PageText}
	if w.tail != nil {
		f.bodies = append([]*note{w.tail}, w.pending...)
	}
	w.pending, w.tail = nil, nil
	return f
}

// part prints a part of a page end.
func (w *walker) part(f *foot, part layer.Part) {
	switch part.Kind {
	case layer.Literal:
		w.furniture(f, layer.Literal, part.Text)
	case layer.Rule:
		w.furniture(f, layer.Rule, w.style.rules[part.Text])
	case layer.Job:
		w.furniture(f, layer.Job, source.PlainJob(w.job))
	case layer.FullJob:
		w.furniture(f, layer.FullJob, w.job)
	case layer.Barcode:
		w.furniture(f, layer.Barcode, source.Barcode(w.job))
	case layer.FormFeed:
		w.gapTo(f, layer.FormFeed)
		w.print("\f")
	case layer.Glue:
		f.apart = true
	case layer.Notes:
		w.notes(f)
	case layer.Marker:
		w.noteMarker(f, pick(&f.markers, part.Text))
	case layer.Markers:
		for len(f.markers) > 0 {
			w.noteMarker(f, pick(&f.markers, ""))
		}
	case layer.Body:
		w.noteBody(f, pick(&f.bodies, part.Text))
	case layer.Bodies:
		for len(f.bodies) > 0 {
			w.noteBody(f, pick(&f.bodies, ""))
		}
	}
}

// furniture prints what belongs to the page, with the white space that is written around it.
func (w *walker) furniture(f *foot, kind layer.Kind, text string) {
	if text == "" {
		return
	}
	end := layer.GapEnd(text, 0)
	if end > 0 {
		f.apart = true
	}
	if end < len(text) {
		w.gapTo(f, kind)
	}
	w.print(text)
	f.apart = layer.GapStart(text, len(text)) < len(text)
}

// gapTo prints what the dialect implies between the last part and the next one, unless something is written there.
func (w *walker) gapTo(f *foot, kind layer.Kind) {
	if !f.apart {
		w.print(w.implied(w.style.gap(w.margin, f.before, kind)))
	}
	f.before, f.apart = kind, false
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

// placing are the parts that say where notes stand.
var placing = map[layer.Kind]bool{
	layer.Notes: true, layer.Marker: true, layer.Markers: true, layer.Body: true, layer.Bodies: true, layer.Later: true,
}

// places reports whether the template says where the notes stand.
func places(list []layer.Part) bool {
	return slices.ContainsFunc(list, func(p layer.Part) bool { return placing[p.Kind] })
}

// ruled prints the notes that wait below the rule that the dialect implies.
func (w *walker) ruled(f *foot) {
	if len(f.markers) > 0 {
		w.furniture(f, layer.Rule, w.style.rules["_"])
	}
	w.notes(f)
}

// notes prints the notes that are left, each after its marker.
func (w *walker) notes(f *foot) {
	for len(f.bodies) > 0 {
		n := pick(&f.bodies, "")
		w.noteFoot(f, n)
		w.noteBody(f, n)
	}
	f.markers = nil
}

// pick takes the first of the notes or, with a marker, the first that has it; nil if there is none.
func pick(notes *[]*note, marker string) *note {
	if marker == "" && len(*notes) > 0 {
		n := (*notes)[0]
		*notes = (*notes)[1:]
		return n
	}
	for i, n := range *notes {
		if akn.Attr(n.element, "marker") == marker {
			*notes = slices.Delete(slices.Clone(*notes), i, i+1)
			return n
		}
	}
	return nil
}

// noteFoot prints what stands before the text of a note.
func (w *walker) noteFoot(f *foot, n *note) {
	switch template, ok := layer.Get(n.element, layer.Foot); {
	case w.style.gaps != nil && n.printed == 0:
		w.noteMarker(f, n)
	case w.style.gaps != nil:
	case n.printed > 0:
		w.print(w.implied(w.style.block))
	case ok:
		w.printMarked(template, n)
	default:
		w.printMarked(w.implied(w.style.foot), n)
	}
}

// printMarked prints a template in which only the marker of the note has a place.
func (w *walker) printMarked(template string, n *note) {
	for _, part := range layer.Parse(template) {
		if part.Kind == layer.Marker {
			w.print(w.marker(n.element))
		} else {
			w.print(part.Text)
		}
	}
}

// noteMarker prints the marker of a note at the page's foot.
func (w *walker) noteMarker(f *foot, n *note) {
	if n == nil {
		return
	}
	w.gapTo(f, layer.Marker)
	w.print(w.marker(n.element))
}

// noteBody prints the text of a note at the page's foot, after the white space that is due.
func (w *walker) noteBody(f *foot, n *note) {
	if n == nil {
		return
	}
	w.gapTo(f, layer.Body)
	w.noteText(n)
}

// noteText prints the part of a note that is next, up to a page end inside it.
func (w *walker) noteText(n *note) {
	outer, cell := w.parts, w.cell
	w.parts, w.cell, w.glued, w.number = &parts{want: n.printed}, nil, true, false
	w.children(n.element)
	cut := w.parts.cut
	w.parts, w.cell = outer, cell
	if n.printed++; cut && n.printed <= maxParts {
		w.tail = n
	}
}
