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
	margin int            // of the page
	next   int            // the margin of the next one
	pieces []piece        // furniture, markers and notes in source order
	notes  []*layout.Note // that are printed on the page, as printed
	due    []*layout.Note // that wait to be printed, in the order in which they are called
}

// A piece is a part of a page end that is no white space, or its form feed.
type piece struct {
	source.Span
	layer.Part
	note *source.Note // of a marker or body
}

// pageEnds are the ends of the pages of the source, in order; the last is that of the document.
func pageEnds(r *layout.Resolution) []pageEnd {
	f := &furnisher{Resolution: r}
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
		next := pages[min(i+1, len(pages)-1)]
		ends[i] = pageEnd{Span: span, pieces: f.pieces(i, span), margin: p.Margin, next: next.Margin}
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

// A furnisher cuts page ends into pieces.
type furnisher struct {
	*layout.Resolution
	said bool // the job number has been printed with its language: the tree has its letters once
}

// pieces are what stands between the last text of a page and the first of the next.
func (f *furnisher) pieces(page int, end source.Span) []piece {
	var all []piece
	pages := f.Source.Pages
	for _, p := range pages[page:min(page+2, len(pages))] {
		for _, s := range p.Furniture {
			if s.Start >= end.Start && s.End <= end.End {
				all = append(all, f.furniture(s)...)
			}
		}
	}
	for _, n := range pages[page].Notes {
		if n.Printed.Len() > 0 {
			all = append(all, piece{n.Printed, layer.Part{Kind: layer.Marker}, n})
		}
		text := source.Span{Start: n.Lines[0].Start, End: n.Lines[len(n.Lines)-1].End}
		all = append(all, piece{text, layer.Part{Kind: layer.Body}, n})
	}
	if i := strings.LastIndexByte(f.Source.Src[end.Start:end.End], '\f'); i >= 0 {
		all = append(all, piece{source.Span{Start: end.Start + i, End: end.Start + i + 1}, layer.Part{Kind: layer.FormFeed}, nil})
	}
	slices.SortStableFunc(all, func(a, b piece) int { return a.Start - b.Start })
	return all
}

// furniture is a piece of furniture or, where more stands on the line of the job number, two.
func (f *furnisher) furniture(s source.Span) []piece {
	whole := f.literal(s.Start, s.End)
	if whole.Kind != layer.Literal {
		return []piece{whole}
	}
	text := f.Source.Src[s.Start:s.End]
	for _, job := range []string{f.JobNumber, source.PlainJob(f.JobNumber)} {
		if rest, ok := strings.CutPrefix(text, job); ok && job != "" && rest != "" && layer.IsGap(rest[0]) {
			from, _ := layer.Trim(text, len(job), len(text))
			return []piece{f.literal(s.Start, s.Start+len(job)), f.literal(s.Start+from, s.End)}
		}
	}
	return []piece{whole}
}

// literal is furniture that is written as it is printed, or with the placeholder that the dialect has for it.
func (f *furnisher) literal(start, end int) piece {
	p := piece{Span: source.Span{Start: start, End: end}, Part: layer.Part{Kind: layer.Literal}}
	part, ok := render.Furniture(f.Source.Dialect, f.JobNumber, f.Source.Src[start:end])
	if ok && !(f.said && part.Kind == layer.FullJob) {
		p.Part = part
		f.said = f.said || part.Kind == layer.FullJob
	}
	return p
}

// pageEnd writes on an eop what stands at the end of the page with the given index.
func (c *composer) pageEnd(e *etree.Element, page int) {
	if c.begins(page + 1) {
		set(e, "number", c.pageNumber())
	}
	if page >= len(c.pages) {
		return
	}
	c.margin(e, page+1)
	end := c.pages[page]
	template, ok := c.orderly(end)
	if !ok {
		template = c.template(end)
	}
	layer.Put(e, layer.Sep, template, layer.LineEnds(render.PageEnd(c.Source.Dialect), c.Source.LineEnd))
}

// begins reports whether there is a page with the given index: one with something printed, or one before such a page. A form
// feed at the end of a text begins none.
func (c *composer) begins(page int) bool {
	pages := c.Source.Pages
	for _, p := range pages[min(page, len(pages)):] {
		if len(p.Blocks)+len(p.Notes)+len(p.Furniture) > 0 {
			return true
		}
	}
	return false
}

// margin writes on the end of a page the margin of the next one where it is another.
func (c *composer) margin(e *etree.Element, next int) {
	if pages := c.Source.Pages; next < len(pages) {
		layer.Put(e, layer.Margin, strconv.Itoa(pages[next].Margin), strconv.Itoa(pages[next-1].Margin))
	}
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
	layer.Put(e, layer.Sep, sep, layer.LineEnds(render.PageEnd(m.Source.Dialect), m.Source.LineEnd))
	return e
}

// orderly is the template of a page end whose notes come first, each after its marker, and then the furniture; false
// where they come in another order, or where the dialect implies what stands between the parts of a page end. What
// stands before each note is written on the note.
func (c *composer) orderly(end pageEnd) (string, bool) {
	if c.Source.Dialect.Paged() || !slices.Equal(end.notes, end.due) {
		return "", false
	}
	at, seen := end.Start, 0
	for i, p := range end.pieces {
		switch {
		case p.Start < end.Start || p.End > end.End:
			return "", false
		case p.Kind == layer.Literal && seen < 2*len(end.notes):
			return "", false
		case p.Kind == layer.Marker && (i+1 >= len(end.pieces) || end.pieces[i+1].note != p.note):
			return "", false
		case p.Kind == layer.Body && p.note.Printed.Len() == 0:
			return "", false // the tail of a note
		case p.Kind == layer.Body:
			at = p.End
			seen++
		case p.Kind == layer.Marker:
			seen++
		}
	}
	return layer.Encode(c.Source.Src[at:end.End]), true
}

// template is the template of a page end.
func (c *composer) template(end pageEnd) string {
	t := &templater{composer: c, end: end, at: end.Start, before: render.PageText, named: !slices.Equal(end.notes, end.due)}
	for _, p := range end.pieces {
		if p.Start >= t.at && p.End <= end.End {
			t.piece(p)
		}
	}
	if len(end.pieces) > 0 || end.Len() > 0 {
		t.end.margin = end.next
		t.gap(end.End, render.NextPage)
	}
	template := t.String()
	if c.Source.Dialect.Paged() {
		template = together(template, len(end.notes))
	}
	if len(end.due) > len(end.notes) {
		template += "{later}"
	}
	return template
}

// together is the template of a page end on which n notes have markers, with one placeholder for all notes, their
// markers or their texts where they stand together.
func together(template string, n int) string {
	for _, all := range [][2]string{{"{#}{.}", "{notes}"}, {"{#}", "{##}"}, {"{.}", "{..}"}} {
		count := strings.Count(template, all[0])
		if count > 1 && (count == n || all[0] == "{.}") {
			template = strings.Replace(template, strings.Repeat(all[0], count), all[1], 1)
		}
	}
	return template
}

// A templater writes the template of a page end.
type templater struct {
	strings.Builder
	*composer
	end    pageEnd
	at     int        // where the source goes on
	before layer.Kind // of the last piece
	due    int        // how many markers have been written
	named  bool       // the notes are printed in another order than they are called in: each has its marker
}

// piece writes a piece and what stands before it.
func (t *templater) piece(p piece) {
	sign := t.sign(p)
	if sign == "" {
		p.Kind = layer.Literal
		sign = layer.Encode(t.Source.Src[p.Start:p.End])
	}
	t.gap(p.Start, p.Kind)
	t.WriteString(sign)
	t.at = p.End
}

// gap writes what stands before a piece of the given kind, where it is not what the dialect implies. Two texts are
// never without it, for they would be one.
func (t *templater) gap(end int, after layer.Kind) {
	gap := t.Source.Src[t.at:end]
	implied := layer.LineEnds(render.PageGap(t.Source.Dialect, t.end.margin, t.before, after), t.Source.LineEnd)
	switch texts := t.before == layer.Literal && after == layer.Literal; {
	case gap == implied && (gap == "" || !texts):
	case gap == "":
		t.WriteString("{}")
	default:
		t.WriteString(layer.Encode(gap))
	}
	t.before = after
}

// sign is the placeholder for a piece, empty where it must be written as it is printed.
func (t *templater) sign(p piece) string {
	switch {
	case p.Kind == layer.Body && t.named:
		return "{." + p.note.Marker + "}"
	case p.Kind == layer.Body:
		return "{.}"
	case p.Kind == layer.Marker && !t.plainMarker(p):
		return ""
	case p.Kind == layer.Marker && t.named:
		return "{#" + p.note.Marker + "}"
	case p.Kind == layer.Marker && t.due < len(t.end.notes) && t.end.notes[t.due].Note == p.note:
		t.due++
		return "{#}"
	}
	return p.Part.Sign()
}

// plainMarker reports whether the marker is printed as the dialect prints markers.
func (c *composer) plainMarker(p piece) bool {
	return c.Source.Src[p.Start:p.End] == render.Marker(c.Source.Dialect, p.note.Marker)
}

// foot writes on a note what stands before its text where its page's notes are in order.
func (c *composer) foot(n *layout.Note, e *etree.Element) {
	end := c.pages[n.Page]
	if c.Source.Dialect.Paged() {
		return
	}
	if _, ok := c.orderly(end); !ok && len(end.pieces) > 0 {
		return
	}
	i := slices.IndexFunc(end.pieces, func(p piece) bool { return p.Kind == layer.Marker && p.note == n.Note })
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
