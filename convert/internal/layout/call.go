package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A candidate is a number in plain digits that may call a note.
type candidate struct {
	inline.CallSpan
	text  *Text
	score int // how well its surroundings fit a call; none where it is not positive
}

// matchPlain finds the calls of the notes that are called by plain digits. The calls of a page are in the order of
// its notes, so that the best of all orderly choices is taken, page by page.
func (m *matcher) matchPlain() {
	uncalled := map[int][]*Note{}
	for _, n := range m.r.Notes {
		if !n.Called && n.Marker[0] != '*' {
			uncalled[n.Page] = append(uncalled[n.Page], n)
		}
	}
	for page := range m.r.Source.Pages {
		if notes := uncalled[page]; len(notes) > 0 {
			m.choose(notes, m.plainCandidates(page, notes))
		}
	}
	for _, t := range m.texts {
		slices.SortStableFunc(t.Calls, byStart)
	}
}

// plainCandidates are the numbers on the page that are the marker of one of the notes.
func (m *matcher) plainCandidates(page int, notes []*Note) []candidate {
	wanted := map[string]bool{}
	for _, n := range notes {
		wanted[n.Marker] = true
	}
	var found []candidate
	for _, p := range m.onPage(page) {
		found = append(found, m.candidatesIn(p, wanted)...)
	}
	return found
}

// A part is a text or a cell of the text that is a table.
type part struct {
	*Text
	owner *Text
}

// onPage are the texts that begin on the page, and the cells of its tables.
func (m *matcher) onPage(page int) []part {
	if m.parts == nil {
		m.parts = make([][]part, len(m.r.Source.Pages))
		for _, t := range m.texts {
			for _, p := range t.parts() {
				m.parts[p.Page] = append(m.parts[p.Page], part{p, t})
			}
		}
	}
	return m.parts[page]
}

// candidatesIn are the wanted numbers in a text or in a cell of a table. Figures call no notes.
func (m *matcher) candidatesIn(p part, wanted map[string]bool) []candidate {
	var found []candidate
	dates := m.datesIn(p.Text)
	for i, l := range p.Lines {
		if p.Text != p.owner && source.IsFigure(m.r.Source.Src[l.Start:l.End]) {
			continue
		}
		for _, s := range numbersIn(m.r.Source.Src, l) {
			c := candidate{CallSpan: inline.CallSpan{Span: s, Marker: m.r.Source.Src[s.Start:s.End]}, text: p.owner}
			if !wanted[c.Marker] || dates(s) {
				continue
			}
			if c.score = m.fitness(p.Text, i, s); c.score > 0 {
				found = append(found, c)
			}
		}
	}
	return found
}

// datesIn reports of a span of the text whether it is part of a date.
func (m *matcher) datesIn(t *Text) func(source.Span) bool {
	flat := inline.Flatten(m.r.Source.Src, t.Lines, nil, source.Plain)
	dates := m.r.Words.Dates(flat.Text)
	return func(s source.Span) bool {
		at := flatOffset(t.Lines, s.Start)
		return slices.ContainsFunc(dates, func(d lexicon.Date) bool { return d.Start <= at && at < d.End })
	}
}

// flatOffset is the offset in the flat text without marks of an offset of the source.
func flatOffset(lines []source.Line, offset int) int {
	at := 0
	for _, l := range lines {
		if offset < l.End {
			return at + offset - l.Start
		}
		at += l.Len() + 1
	}
	return at
}

// numbersIn are the numbers of up to three digits in a line that are part of no other number.
func numbersIn(src string, l source.Line) []source.Span {
	var found []source.Span
	for i := l.Start; i < l.End; {
		n := digitsAt(src[i:l.End])
		if n > 0 && n <= 3 && src[i] != '0' && !bound(src, l, i, i+n) {
			found = append(found, source.Span{Start: i, End: i + n})
		}
		i += max(n, 1)
	}
	return found
}

func digitsAt(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// bound reports whether the number is part of another number, of a symbol or of a word.
func bound(src string, l source.Line, start, end int) bool {
	before, after := src[l.Start:start], src[end:l.End]
	if last, _ := utf8.DecodeLastRuneInString(before); before != "" && strings.ContainsRune("/-–‑.$€£#", last) {
		return true
	}
	if len(before) > 1 && before[len(before)-1] == ',' && isDigit(before[len(before)-2]) && len(after) > 0 && isDigit(after[0]) {
		return true
	}
	next, n := utf8.DecodeRuneInString(after)
	if strings.ContainsRune("/-–‑%°", next) && after != "" {
		return true
	}
	return strings.ContainsRune(".,", next) && len(after) > n && isDigit(after[n])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// The worth of what stands around a call.
const (
	afterMark    = 8 // a comma, stop or closing quote before it, and a space
	afterNumber  = 4 // a year
	afterWord    = 3
	glued        = 3
	gluedToMark  = 6
	beforeUpper  = -2
	beforeLetter = -1
	lineStart    = -1
)

// fitness says how well the surroundings of a number fit a call.
func (m *matcher) fitness(t *Text, line int, s source.Span) int {
	src, l := m.r.Source.Src, t.Lines[line]
	before, after := src[l.Start:s.Start], src[s.End:l.End]
	score := 0
	if strings.TrimSpace(before) == "" {
		if _, label := m.r.Words.Label(src[l.Start:l.End]); label || line == 0 {
			return 0
		}
		score += lineStart
		before = src[t.Lines[line-1].Start:t.Lines[line-1].End] + " "
	}
	score += beforeCall(before)
	return score + afterCall(after)
}

// beforeCall says how well a call fits after the text.
func beforeCall(before string) int {
	trimmed := before[:layer.GapStart(before, len(before))]
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	apart := len(trimmed) < len(before)
	switch {
	case strings.ContainsRune("([“‘«", last):
		return -afterMark
	case unicode.IsPunct(last) && apart:
		return afterMark
	case unicode.IsPunct(last):
		return gluedToMark
	case unicode.IsDigit(last):
		return afterNumber
	case apart:
		return afterWord
	case unicode.IsLower(last):
		return glued
	}
	return -afterMark // A5, L.5
}

// afterCall says how well the text fits after a call.
func afterCall(after string) int {
	if after == "" {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(after)
	if unicode.IsLetter(next) {
		if ordinal(after) {
			return -afterMark
		}
		return beforeLetter
	}
	next, _ = utf8.DecodeRuneInString(after[layer.GapEnd(after, 0):])
	if unicode.IsUpper(next) {
		return beforeUpper
	}
	return 0
}

// ordinal reports whether the text goes on as the ending of an ordinal number.
func ordinal(after string) bool {
	for _, end := range []string{"st", "nd", "rd", "th", "er", "e"} {
		rest, ok := strings.CutPrefix(after, end)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && !unicode.IsLetter(next) {
			return true
		}
	}
	return false
}

// choose calls the notes from the candidates that fit best in the order of both.
func (m *matcher) choose(notes []*Note, candidates []candidate) {
	// best[i][j] is the worth of the best choice for the notes from i on among the candidates from j on.
	best := make([][]int, len(notes)+1)
	for i := range best {
		best[i] = make([]int, len(candidates)+1)
	}
	for i := len(notes) - 1; i >= 0; i-- {
		for j := len(candidates) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if candidates[j].Marker == notes[i].Marker {
				best[i][j] = max(best[i][j], candidates[j].score+called+best[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(notes) && j < len(candidates); {
		switch {
		case best[i][j] == best[i][j+1]:
			j++
		case best[i][j] == best[i+1][j]:
			i++
		default:
			m.call(notes[i], candidates[j])
			i, j = i+1, j+1
		}
	}
}

// called is what it is worth that a note is called at all.
const called = 20

// call makes the candidate the call of the note.
func (m *matcher) call(n *Note, c candidate) {
	call := &Call{CallSpan: c.CallSpan, Note: n, Page: n.Page}
	n.Called, n.At, n.CalledOn = true, c.Start, n.Page
	m.called[n.Marker], m.calls[n], m.where[call] = n, call, c.text
	c.text.Calls = append(c.text.Calls, call)
}
