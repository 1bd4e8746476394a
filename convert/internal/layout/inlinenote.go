package layout

import (
	"slices"
	"strconv"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// inlineNotes finds the notes that are printed where they are called, in parentheses after a word that says so:
// "(Footnote: A/79/1.)". Word processors' exports have them. They have no marker: they are numbered after the others.
func (r *Resolution) inlineNotes(texts []*Text) {
	for _, t := range texts {
		for _, l := range t.Lines {
			r.inlineNotesOf(t, l)
		}
		slices.SortStableFunc(t.Calls, func(a, b *Call) int { return a.Start - b.Start })
	}
}

func (r *Resolution) inlineNotesOf(t *Text, l source.Line) {
	for _, found := range r.Words.InlineNotes(r.Source.Src[l.Start:l.End]) {
		call := source.Span{Start: l.Start + found.Start, End: l.Start + found.End}
		body := source.Span{Start: l.Start + found.TextStart, End: l.Start + found.TextEnd}
		if call.Start == t.Start() && call.End == t.End() || slices.ContainsFunc(t.Calls, func(c *Call) bool { return c.Start < call.End && c.End > call.Start }) {
			continue // a text of its own, or one that calls other notes
		}
		note := &Note{
			Note:   &source.Note{Marker: strconv.Itoa(r.lastMarker() + 1), Page: t.Page},
			Text:   &Text{Lines: []source.Line{{Span: body}}, Page: t.Page, LastPage: t.Page},
			Called: true, At: call.Start, CalledOn: t.Page,
		}
		r.Notes = append(r.Notes, note)
		t.Calls = append(t.Calls, &Call{CallSpan: inline.CallSpan{Span: call, Marker: note.Marker, Body: body}, Note: note, Page: t.Page})
	}
}

// lastMarker is the highest number of a note.
func (r *Resolution) lastMarker() int {
	last := 0
	for _, n := range r.Notes {
		if number, err := strconv.Atoi(n.Marker); err == nil {
			last = max(last, number)
		}
	}
	return last
}
