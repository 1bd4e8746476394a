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
	last := r.lastMarker()
	for _, t := range texts {
		for _, call := range r.inlineCalls(t) {
			last++
			call.Marker = strconv.Itoa(last)
			note := &Note{
				Note:   &source.Note{Marker: call.Marker, Page: t.Page},
				Text:   &Text{Lines: []source.Line{{Span: call.Body}}, Page: t.Page, LastPage: t.Page},
				Called: true, At: call.Start, CalledOn: t.Page,
			}
			r.Notes = append(r.Notes, note)
			t.Calls = append(t.Calls, &Call{CallSpan: call, Note: note, Page: t.Page})
		}
		slices.SortStableFunc(t.Calls, byStart)
	}
}

func byStart(a, b *Call) int { return a.Start - b.Start }

// inlineCalls are the notes printed in the text, but for one that is the whole text or calls other notes.
func (r *Resolution) inlineCalls(t *Text) []inline.CallSpan {
	var calls []inline.CallSpan
	others := t.Calls // in the order of the text
	if t.Table != nil {
		return nil
	}
	for _, l := range t.Lines {
		for _, found := range r.Words.InlineNotes(r.Source.Src[l.Start:l.End]) {
			call := source.Span{Start: l.Start + found.Start, End: l.Start + found.End}
			for len(others) > 0 && others[0].End <= call.Start {
				others = others[1:]
			}
			if call.Start == t.Start() && call.End == t.End() || len(others) > 0 && others[0].Start < call.End {
				continue
			}
			body := source.Span{Start: l.Start + found.TextStart, End: l.Start + found.TextEnd}
			calls = append(calls, inline.CallSpan{Span: call, Body: body})
		}
	}
	return calls
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
