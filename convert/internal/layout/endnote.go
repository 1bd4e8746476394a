package layout

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Old records print their notes once, after the closing. They are notes where it is certain which place of the text calls
// each of them first, in order; else nothing says where they belong, and they stay a part of the closing.

// endNotes takes the notes from the end of the text, and returns the texts before them.
func (r *Resolution) endNotes(texts []*Text) []*Text {
	switch r.Source.Dialect {
	case source.Plain, source.Sentences, source.PDFFlow:
	default:
		return texts
	}
	if len(r.Notes) > 0 {
		return texts
	}
	f := &endNoter{Resolution: r, page: len(r.Source.Pages) - 1}
	for _, t := range texts {
		for i := range t.Lines {
			f.lines = append(f.lines, placedLine{t, i})
		}
	}
	start := f.start()
	if start < 0 {
		return texts
	}
	notes, left := f.notes(start), f.before(texts, start)
	m := newMatcher(r, left)
	calls, ok := m.endCalls(notes, r.enactedAt(left))
	if !ok {
		return texts
	}
	f.take(start, notes)
	for i, n := range notes {
		note := &Note{Note: n, Text: noteText(n)}
		r.Notes = append(r.Notes, note)
		m.endCall(note, calls[i])
	}
	for _, t := range left {
		slices.SortStableFunc(t.Calls, byStart)
	}
	return left
}

// enactedAt is where the text of the resolution begins, after the enacting words: no masthead calls a note of the end.
func (r *Resolution) enactedAt(texts []*Text) int {
	s := &splitter{Resolution: r}
	if i := s.formulaIn(texts); i >= 0 {
		_, end := s.formulaLines(texts[i])
		return texts[i].Lines[end-1].End
	}
	return 0
}

// An endNoter goes through the lines of a text.
type endNoter struct {
	*Resolution
	lines []placedLine
	page  int // the last one
}

func (f *endNoter) line(i int) source.Line { return f.lines[i].text.Lines[f.lines[i].i] }

func (f *endNoter) text(i int) string { return f.Source.Src[f.line(i).Start:f.line(i).End] }

// maxEndNotes bounds the lines of the closing and the notes; the longest have about a hundred.
const maxEndNotes = 1000

// start is the line with which the notes begin: the first after the closing that has a marker, -1 where there is none.
func (f *endNoter) start() int {
	closing := len(f.lines) - 1
	for closing >= 0 && !f.closes(closing) {
		if closing--; len(f.lines)-closing > maxEndNotes {
			return -1
		}
	}
	if closing < 0 {
		return -1
	}
	start := -1
	for i := closing + 1; i < len(f.lines); i++ {
		if f.lines[i].text.Page < f.page {
			continue
		}
		line, known := f.known(f.text(i))
		if known && line.Slot == lexicon.Annex {
			return -1
		}
		if start < 0 && !known && f.beginsNotes(i) {
			start = i
		}
	}
	return start
}

// closes reports whether the words of adoption or the meeting begin with line i.
func (f *endNoter) closes(i int) bool {
	l := f.lines[i]
	for end := l.i + 1; end <= min(l.i+maxSitting, len(l.text.Lines)); end++ {
		part := source.Block{Lines: l.text.Lines[l.i:end]}
		if line, ok := f.known(part.Text(f.Source.Src)); ok && (line.Slot == lexicon.Adoption || line.Slot == lexicon.Meeting) {
			return true
		}
	}
	return false
}

// leastNote is the number of letters and digits of the shortest text that is a note: Ibid.
const leastNote = 4

// saysEnough reports whether a text can be that of a note.
func saysEnough(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n >= leastNote
}

// beginsNotes reports whether the first note begins with line i: it has a marker and words, and the line before it has
// ended.
func (f *endNoter) beginsNotes(i int) bool {
	printed, _ := endMarker(f.text(i))
	if printed == "" || !saysEnough(f.text(i)[len(printed):]) {
		return false
	}
	return f.line(i).Blank > 0 || f.lines[i].i == 0 || ending(f.text(i-1)) == closed || strings.HasSuffix(f.text(i-1), ")")
}

// endMarkers matches the marker before the text of a note: 12, (12), [12], 12/ or asterisks.
var endMarkers = regexp.MustCompile(`^(\d{1,3}|\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}/|\*{1,3})(?:[\s\p{Zs}\p{Cf}]+\S|[A-Z][a-z])`)

// endMarker reads the marker before the text of a note, as it is printed and without its punctuation.
func endMarker(text string) (printed, marker string) {
	if m := endMarkers.FindStringSubmatch(text); m != nil {
		return m[1], unadorned(m[1])
	}
	return "", ""
}

// unadorned is the marker without its punctuation.
func unadorned(printed string) string { return strings.Trim(printed, "()[]/") }

// notes are the notes from the line on. Each begins with the number after the last one's, or with asterisks.
func (f *endNoter) notes(start int) []*source.Note {
	var notes []*source.Note
	last := 0
	for i := start; i < len(f.lines); i++ {
		l := f.line(i)
		printed, marker := endMarker(f.text(i))
		n, err := strconv.Atoi(marker)
		if marker != "" && (err != nil || last == 0 || n == last+1) {
			if err == nil {
				last = n
			}
			note := &source.Note{Marker: marker, Page: f.page, Printed: source.Span{Start: l.Start, End: l.Start + len(printed)}}
			notes = append(notes, note)
			l.Start, _ = layer.Trim(f.Source.Src, note.Printed.End, l.End)
		}
		note := notes[len(notes)-1]
		note.Lines = append(note.Lines, l)
	}
	return notes
}

// before are the texts before the line with the given index.
func (f *endNoter) before(texts []*Text, start int) []*Text {
	at := f.lines[start]
	left := slices.Clone(texts[:slices.Index(texts, at.text)])
	if at.i > 0 {
		part := *at.text
		part.Lines = part.Lines[:at.i:at.i]
		left = append(left, &part)
	}
	return left
}

// take moves the lines from the given one on from the page's text to its notes.
func (f *endNoter) take(start int, notes []*source.Note) {
	page, from := f.Source.Pages[f.page], f.line(start).Start
	var blocks []*source.Block
	for _, b := range page.Blocks {
		end := slices.IndexFunc(b.Lines, func(l source.Line) bool { return l.Start >= from })
		if end < 0 {
			end = len(b.Lines)
		}
		if end > 0 {
			part := *b
			part.Lines = b.Lines[:end:end]
			blocks = append(blocks, &part)
		}
	}
	page.Blocks, page.Notes = blocks, notes
}

// endCalls are the calls of the notes from the given offset on, of each the first and those that call it again; false
// where it is not certain for one of them which call is the first.
func (m *matcher) endCalls(notes []*source.Note, start int) ([][]candidate, bool) {
	found := m.endCandidates(notes)
	for i := range found {
		found[i] = slices.DeleteFunc(found[i], func(c candidate) bool { return c.Start < start })
	}
	latest := len(m.r.Source.Src) + 1
	for i := len(notes) - 1; i >= 0; i-- {
		if notes[i].Marker[0] != '*' {
			latest = lastBefore(found[i], latest)
		}
	}
	calls := make([][]candidate, len(notes))
	from := 0
	for i, n := range notes {
		sign := n.Marker[0] == '*'
		if !sign {
			found[i] = slices.DeleteFunc(found[i], func(c candidate) bool { return c.Start < from })
		}
		ok := false
		if calls[i], ok = certain(found[i]); !ok {
			return nil, false
		}
		if !sign {
			from = calls[i][0].End
		}
	}
	return calls, latest >= 0
}

// lastBefore is where the last candidate before the offset begins, -1 where there is none.
func lastBefore(found []candidate, offset int) int {
	for i := len(found) - 1; i >= 0; i-- {
		if found[i].Start < offset {
			return found[i].Start
		}
	}
	return -1
}

// certain are the candidates that are calls: those after a mark or, where there is none, the only one. The first of them
// may be called again by the others.
func certain(found []candidate) ([]candidate, bool) {
	strong := slices.DeleteFunc(slices.Clone(found), func(c candidate) bool { return c.score < gluedToMark })
	switch {
	case len(strong) > 0:
		return strong, true
	case len(found) == 1:
		return found, true
	}
	return nil, false
}

// endCall makes the candidates calls of the note.
func (m *matcher) endCall(n *Note, calls []candidate) {
	for i, c := range calls {
		call := &Call{CallSpan: c.CallSpan, Note: n, Again: i > 0, Page: c.text.Page}
		c.text.Calls = append(c.text.Calls, call)
		if i == 0 {
			n.Called, n.At, n.CalledOn = true, c.Start, c.text.Page
		}
	}
}

// endCandidates are the places that may call each of the notes, in the order of the text.
func (m *matcher) endCandidates(notes []*source.Note) [][]candidate {
	at, wanted := map[string]int{}, map[string]bool{}
	for i, n := range notes {
		at[m.printed(n)], wanted[n.Marker] = i, true
	}
	found := make([][]candidate, len(notes))
	add := func(c candidate) {
		if i, ok := at[m.r.Source.Src[c.Start:c.End]]; ok {
			found[i] = append(found[i], c)
		}
	}
	for page := range m.r.Source.Pages {
		for _, p := range m.onPage(page) {
			for _, c := range m.candidatesIn(p, wanted) {
				add(c)
			}
		}
	}
	for _, t := range m.texts {
		for i, l := range t.Lines {
			for _, s := range endSigns.FindAllStringIndex(m.r.Source.Src[l.Start:l.End], -1) {
				if i > 0 || s[0] > 0 {
					span := source.Span{Start: l.Start + s[0], End: l.Start + s[1]}
					add(candidate{CallSpan: inline.CallSpan{Span: span, Marker: unadorned(m.r.Source.Src[span.Start:span.End])}, text: t, score: afterMark})
				}
			}
		}
	}
	return found
}

func (m *matcher) printed(n *source.Note) string {
	return m.r.Source.Src[n.Printed.Start:n.Printed.End]
}

// endSigns matches the calls that are no plain numbers.
var endSigns = regexp.MustCompile(`\(\d{1,3}\)|\[\d{1,3}\]|\b\d{1,3}/|\*+`)
