package compose

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/render"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A pageEnd is what stands between the last text of a page and the first of the next.
type pageEnd struct {
	source.Span
	pieces []piece        // furniture, markers and notes in source order
	notes  []*layout.Note // that are printed on the page, as printed
	due    []*layout.Note // that wait to be printed, in the order in which they are called
}

// A piece is a part of a page end that is no white space.
type piece struct {
	source.Span
	kind layer.Kind   // Marker, Body, or Literal for furniture
	note *source.Note // of a marker or body
}

// pageEnds are the ends of the pages of the source, in order; the last is that of the document.
func pageEnds(r *layout.Resolution) []pageEnd {
	pages := r.Source.Pages
	ends := make([]pageEnd, len(pages))
	starts := make([]int, len(pages)+1) // where the text after the page's beginning starts
	starts[len(pages)] = len(r.Source.Src)
	for i := len(pages) - 1; i >= 0; i-- {
		starts[i] = starts[i+1]
		if len(pages[i].Blocks) > 0 {
			starts[i] = pages[i].Blocks[0].Lines[0].Start
		}
	}
	at := 0
	for i, p := range pages {
		if n := len(p.Blocks); n > 0 {
			at = lastEnd(p)
		}
		end := starts[i+1]
		if i+1 < len(pages) && len(pages[i+1].Blocks) == 0 {
			end = min(end, p.End) // the next page end goes on from here
		}
		span := source.Span{Start: at, End: end}
		ends[i] = pageEnd{Span: span, pieces: pieces(p, span)}
		at = end
	}
	for _, n := range r.Notes {
		ends[n.Page].notes = append(ends[n.Page].notes, n)
		for page := max(n.CalledOn, 0); page <= n.Page; page++ {
			ends[page].due = append(ends[page].due, n)
		}
	}
	for _, end := range ends {
		slices.SortStableFunc(end.due, layout.CompareCalls)
	}
	return ends
}

// lastEnd is where the last text of the page ends.
func lastEnd(p *source.Page) int {
	end := 0
	for _, b := range p.Blocks {
		end = max(end, b.Lines[len(b.Lines)-1].End)
	}
	return end
}

// pieces are what stands at the end of a page; the furniture at its head is not part of that.
func pieces(p *source.Page, end source.Span) []piece {
	var all []piece
	for _, f := range p.Furniture {
		if f.Start >= end.Start && f.End <= end.End {
			all = append(all, piece{f, layer.Literal, nil})
		}
	}
	for _, n := range p.Notes {
		if n.Printed.Len() > 0 {
			all = append(all, piece{n.Printed, layer.Marker, n})
		}
		all = append(all, piece{source.Span{Start: n.Lines[0].Start, End: n.Lines[len(n.Lines)-1].End}, layer.Body, n})
	}
	slices.SortStableFunc(all, func(a, b piece) int { return a.Start - b.Start })
	return all
}

// pageEnd writes on an eop what stands at the end of the page with the given index.
func (c *composer) pageEnd(e *etree.Element, page int) {
	set(e, "number", c.pageNumber())
	if page >= len(c.pages) {
		return
	}
	end := c.pages[page]
	template := c.orderly(end)
	if template == "" {
		template = c.template(end)
	}
	layer.Put(e, layer.Sep, template, layer.Encode(layer.LineEnds(render.PageEnd(c.Source.Dialect), c.Source.LineEnd)))
}

// pageNumber is the number of the page that begins at the next page end, counted from the document's start.
func (c *composer) pageNumber() string {
	c.next["page"]++
	return strconv.Itoa(c.next["page"] + 1)
}

// cut makes the mark of a page end that the source does not mark. Notes are not printed there.
func (m *maker) cut(b inline.Break) *etree.Element {
	e := etree.NewElement("eop")
	set(e, "number", m.pageNumber())
	sep := layer.Encode(m.Source.Src[b.Source.Start:b.Source.End])
	if page := m.pageAt(b); len(m.pages[page].notes) > 0 {
		sep += "{later}"
	}
	layer.Put(e, layer.Sep, sep, layer.Encode(layer.LineEnds(render.PageEnd(m.Source.Dialect), m.Source.LineEnd)))
	return e
}

// orderly is the template of a page end whose notes come first, each after its marker, and then the furniture; empty
// where they come in another order. What stands before each note is written on the note.
func (c *composer) orderly(end pageEnd) string {
	if !slices.Equal(end.notes, end.due) || c.lacksRule(end) {
		return ""
	}
	at, seen := end.Start, 0
	for i, p := range end.pieces {
		switch {
		case p.Start < end.Start || p.End > end.End:
			return ""
		case p.kind == layer.Literal && seen < 2*len(end.notes):
			if i > 0 || !c.isRule(end, p) {
				return ""
			}
		case p.kind == layer.Marker && (i+1 >= len(end.pieces) || end.pieces[i+1].note != p.note):
			return ""
		case p.kind == layer.Body && p.note.Printed.Len() == 0:
			return "" // the tail of a note
		case p.kind == layer.Body:
			at = p.End
			seen++
		case p.kind == layer.Marker:
			seen++
		}
	}
	return layer.Encode(c.Source.Src[at:end.End])
}

// lacksRule reports whether the page has notes without the rule that the dialect implies before them.
func (c *composer) lacksRule(end pageEnd) bool {
	return render.Rule(c.Source.Dialect) != "" && len(end.notes) > 0 && (len(end.pieces) == 0 || !c.isRule(end, end.pieces[0]))
}

// isRule reports whether the piece is the rule that the dialect implies before the notes.
func (c *composer) isRule(end pageEnd, p piece) bool {
	rule := layer.LineEnds(render.Rule(c.Source.Dialect), c.Source.LineEnd)
	return rule != "" && len(end.notes) > 0 && c.Source.Src[end.Start:p.End] == rule
}

// template is the template of a page end, with a placeholder for each note; the notes are named where they are
// printed in another order than they are called in.
func (c *composer) template(end pageEnd) string {
	named := !slices.Equal(end.notes, end.due)
	var b strings.Builder
	at, due := end.Start, 0
	for _, p := range end.pieces {
		if p.Start < at || p.End > end.End {
			continue
		}
		b.WriteString(layer.Encode(c.Source.Src[at:p.Start]))
		at = p.End
		switch {
		case p.kind == layer.Body && named:
			b.WriteString("{." + p.note.Marker + "}")
		case p.kind == layer.Body:
			b.WriteString("{.}")
		case p.kind == layer.Marker && named && c.plainMarker(p):
			b.WriteString("{#" + p.note.Marker + "}")
		case p.kind == layer.Marker && due < len(end.notes) && end.notes[due].Note == p.note && c.plainMarker(p):
			b.WriteString("{#}")
			due++
		default:
			b.WriteString(layer.Encode(c.Source.Src[p.Start:p.End]))
		}
	}
	b.WriteString(layer.Encode(c.Source.Src[at:end.End]))
	if len(end.due) > len(end.notes) {
		b.WriteString("{later}")
	}
	return b.String()
}

// plainMarker reports whether the marker is printed as the dialect prints markers.
func (c *composer) plainMarker(p piece) bool {
	return c.Source.Src[p.Start:p.End] == render.Marker(c.Source.Dialect, p.note.Marker)
}

// foot writes on a note what stands before its text where its page's notes are in order.
func (c *composer) foot(n *layout.Note, e *etree.Element) {
	end := c.pages[n.Page]
	if c.orderly(end) == "" && len(end.pieces) > 0 {
		return
	}
	i := slices.IndexFunc(end.pieces, func(p piece) bool { return p.kind == layer.Marker && p.note == n.Note })
	if i < 0 || i+1 >= len(end.pieces) {
		return
	}
	before := end.Start
	if i > 0 {
		before = end.pieces[i-1].End
	}
	marker, body, src := end.pieces[i], end.pieces[i+1], c.Source.Src
	printed := "{#}"
	if !c.plainMarker(marker) {
		printed = layer.Encode(src[marker.Start:marker.End])
	}
	foot := layer.Encode(src[before:marker.Start]) + printed + layer.Encode(src[marker.End:body.Start])
	implied := layer.LineEnds(render.Foot(c.Source.Dialect), c.Source.LineEnd)
	layer.Put(e, layer.Foot, foot, normal(implied))
}

// normal is a template in the form that [layer.Encode] gives it.
func normal(template string) string {
	var b strings.Builder
	for _, p := range layer.Parse(template) {
		switch p.Kind {
		case layer.Marker:
			b.WriteString("{#}")
		default:
			b.WriteString(layer.Encode(p.Text))
		}
	}
	return b.String()
}
