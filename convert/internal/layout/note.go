package layout

import (
	"fmt"
	"slices"
	"sort"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// matchNotes finds the calls in the texts and gives each its note. A note that nothing calls stays with its page.
func (r *Resolution) matchNotes(texts []*Text) {
	m := newMatcher(r, texts)
	for _, t := range texts {
		m.text(t)
	}
	if r.Source.Dialect.Paged() {
		m.matchPlain()
	}
	m.placeUncalled()
	r.inlineNotes(texts)
}

type matcher struct {
	r      *Resolution
	texts  []*Text
	unread map[string][]*Note // notes not yet called, by marker, in order
	called map[string]*Note   // the last called note of each marker
	calls  map[*Note]*Call
	where  map[*Call]*Text
	parts  [][]part // the texts of each page and their cells, read when they are first needed
}

func newMatcher(r *Resolution, texts []*Text) *matcher {
	m := &matcher{r: r, texts: texts, unread: map[string][]*Note{}, called: map[string]*Note{}, calls: map[*Note]*Call{}, where: map[*Call]*Text{}}
	for _, n := range r.Notes {
		if !n.Called {
			m.unread[n.Marker] = append(m.unread[n.Marker], n)
		}
	}
	return m
}

// text finds the calls in one text.
func (m *matcher) text(t *Text) {
	if len(m.r.Notes) == 0 {
		return
	}
	for _, found := range m.candidates(t) {
		call := &Call{CallSpan: found, Page: pageOf(t, found.Start)}
		if note := m.called[found.Marker]; note != nil && note.Page == call.Page {
			call.Note, call.Again = note, true
		} else if note := m.next(found.Marker, call.Page); note != nil {
			call.Note, note.Called = note, true
			note.At, note.CalledOn = found.Start, call.Page
			m.called[found.Marker], m.calls[note] = note, call
		} else if note := m.called[found.Marker]; note != nil {
			call.Note, call.Again = note, true
		} else {
			m.r.remark(CallWithoutNote, found.Start, fmt.Sprintf("note %s is called here and is not printed", found.Marker))
			continue
		}
		m.where[call] = t
		t.Calls = append(t.Calls, call)
	}
}

// next takes the first note with the marker that has not been called and stands on the page or a later one.
func (m *matcher) next(marker string, page int) *Note {
	notes := m.unread[marker]
	for len(notes) > 0 && notes[0].Page < page {
		notes = notes[1:]
	}
	m.unread[marker] = notes
	if len(notes) == 0 || notes[0].Page > page+1 {
		return nil
	}
	m.unread[marker] = notes[1:]
	return notes[0]
}

// pageOf is the page on which the offset of the text lies.
func pageOf(t *Text, offset int) int {
	page := t.Page
	for _, l := range t.Lines {
		if offset < l.End {
			break
		}
		page += l.Pages
	}
	return page
}

// candidates are the superscript numbers in the text and, where the page has such notes, its asterisks.
func (m *matcher) candidates(t *Text) []inline.CallSpan {
	var found []inline.CallSpan
	for _, l := range t.Lines {
		found = append(found, superscriptCalls(m.r.Source.Src, l)...)
		for _, c := range m.r.Source.NoteCalls(l) {
			if len(m.unread[c.Marker]) > 0 || m.called[c.Marker] != nil {
				found = append(found, inline.CallSpan{Span: c.Span, Marker: c.Marker})
			}
		}
	}
	if calls := m.asterisks(t); len(calls) > 0 {
		found = append(found, calls...)
		slices.SortFunc(found, func(a, b inline.CallSpan) int { return a.Start - b.Start })
	}
	return found
}

// superscriptCalls are the superscript numbers of a line, with the parentheses around them.
func superscriptCalls(src string, l source.Line) []inline.CallSpan {
	var found []inline.CallSpan
	for i := l.Start; i < l.End; {
		if src[i] < 0x80 {
			i++
			continue
		}
		n, marker := source.Superscript(src[i:l.End])
		if n == 0 {
			i++
			continue
		}
		span := source.Span{Start: i, End: i + n}
		if i > l.Start && i+n < l.End && src[i-1] == '(' && src[i+n] == ')' {
			span = source.Span{Start: i - 1, End: i + n + 1}
		}
		found = append(found, inline.CallSpan{Span: span, Marker: marker})
		i = span.End
	}
	return found
}

// asterisks finds the calls of notes marked with asterisks.
func (m *matcher) asterisks(t *Text) []inline.CallSpan {
	var found []inline.CallSpan
	for _, marker := range []string{"*", "**", "***", "****"} {
		if len(m.unread[marker]) == 0 && m.called[marker] == nil {
			continue
		}
		for _, at := range m.asteriskCalls(t, marker) {
			found = append(found, inline.CallSpan{Span: at, Marker: marker})
		}
	}
	return found
}

// asteriskCalls are the calls with the marker. Where there is no emphasis they are the first run of asterisks and those after
// a word; where there are no pages, either, all of them are.
func (m *matcher) asteriskCalls(t *Text, marker string) []source.Span {
	switch m.r.Source.Dialect {
	case source.Markdown:
		return source.AsteriskCalls(m.r.Source.Src, t.Lines, marker)
	case source.Plain:
		return signCalls(m.r.Source.Src, t, marker)
	}
	return source.PlainAsterisks(m.r.Source.Src, t.Lines, marker)
}

// placeUncalled gives the notes that nothing calls a place, so that they stay in their page's order: before the call
// of the page's next note or at the end of the page's text.
func (m *matcher) placeUncalled() {
	var next *Note
	for i := len(m.r.Notes) - 1; i >= 0; i-- {
		n := m.r.Notes[i]
		if n.Called {
			next = n
			continue
		}
		m.r.remark(NoteNotCalled, n.Printed.Start, fmt.Sprintf("note %s is not called on its page", n.Marker))
		if next != nil && next.Page == n.Page {
			m.before(n, next)
		} else {
			m.atPageEnd(n)
		}
		next = n
	}
}

// before places the note right before the call of another.
func (m *matcher) before(n, next *Note) {
	call := m.calls[next]
	if t := m.where[call]; t != nil {
		m.insert(t, slices.Index(t.Calls, call), n, call.Start, call.Page)
	}
}

// atPageEnd places the note at the end of the last text on its page or before it.
func (m *matcher) atPageEnd(n *Note) {
	i := sort.Search(len(m.texts), func(i int) bool { return m.texts[i].Page > n.Page })
	if i > 0 {
		t := m.texts[i-1]
		at := t.endOn(n.Page)
		m.insert(t, sort.Search(len(t.Calls), func(i int) bool { return t.Calls[i].Start > at }), n, at, n.Page)
	}
}

func (m *matcher) insert(t *Text, i int, n *Note, at, page int) {
	call := &Call{
		CallSpan: inline.CallSpan{Span: source.Span{Start: at, End: at}, Marker: n.Marker},
		Note:     n, Page: page,
	}
	n.Called, n.At, n.CalledOn = true, at, page
	m.calls[n], m.where[call] = call, t
	t.Calls = slices.Insert(t.Calls, i, call)
}
