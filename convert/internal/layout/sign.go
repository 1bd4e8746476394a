package layout

import (
	"regexp"
	"slices"

	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Notes marked with asterisks stand at the end of a page's text or, where there are no pages, below the text that calls them,
// with a rule above them or without one. One asterisk comes before two: so they are told from the items of a list. They are
// often called many times, by the names in a list, each by its number of asterisks.

// signNotes takes the notes that are marked with asterisks from the pages' texts. In a text without pages they end a page, as
// notes do where emphasis is kept.
func (r *Resolution) signNotes() {
	if d := r.Source.Dialect; d == source.Markdown || d == source.Sentences {
		return
	}
	var pages []*source.Page
	for _, p := range r.Source.Pages {
		s := newSigner(r, p, len(pages))
		s.cut()
		pages = append(pages, s.pages...)
	}
	r.Source.Pages = pages
}

// A signer cuts a page below its notes.
type signer struct {
	*Resolution
	lines []signLine
	pages []*source.Page // those that the page is cut into
	index int            // of the last of them
	from  int            // its first line
}

// A signLine is a line of a page's text, with its block and its place there.
type signLine struct {
	source.Line
	block *source.Block
	n     int
}

func newSigner(r *Resolution, page *source.Page, index int) *signer {
	s := &signer{Resolution: r, pages: []*source.Page{page}, index: index}
	for _, b := range page.Blocks {
		for n, l := range b.Lines {
			s.lines = append(s.lines, signLine{l, b, n})
		}
	}
	return s
}

// cut takes all runs of notes up to one that is not certain.
func (s *signer) cut() {
	for start, end := s.run(); start >= 0; start, end = s.run() {
		if !s.certain(start, end) {
			s.remark(NotRecognised, s.lines[start].Start, "what looks like notes marked with asterisks is not called as notes are")
			break
		}
		s.take(start, end)
		if end == len(s.lines) {
			return
		}
		s.split(end)
	}
	if s.from > 0 {
		s.page().Blocks = s.blocks(s.from, len(s.lines))
	}
}

// page is the last page.
func (s *signer) page() *source.Page { return s.pages[len(s.pages)-1] }

// signed matches the asterisks before the text of a note.
var signed = regexp.MustCompile(`^(\*{1,4})[ \t\x{a0}]+\S`)

// marker is the marker of the note that begins with line i, empty where none does.
func (s *signer) marker(i int) string {
	if s.lines[i].block.Table != nil || s.lines[i].block.Cell {
		return ""
	}
	if m := signed.FindStringSubmatch(s.text(i)); m != nil {
		return m[1]
	}
	return ""
}

func (s *signer) text(i int) string { return s.Source.Src[s.lines[i].Start:s.lines[i].End] }

// maxSignLines is the number of lines that the notes at the end of a page have at the most.
const maxSignLines = 16

// run is the first run of lines that look like notes on the last page, -1 where there is none: from one with asterisks to the
// page's end or, in a text without pages, to the next text.
func (s *signer) run() (start, end int) {
	from := s.from + 1
	if s.Source.Dialect.Paged() {
		from = max(from, len(s.lines)-maxSignLines)
	}
	for start = from; start < len(s.lines) && s.marker(start) == ""; {
		start++
	}
	if start >= len(s.lines) {
		return -1, 0
	}
	end = start + 1
	for end < len(s.lines) && (s.marker(end) != "" || s.lines[end].Blank == 0) {
		end++
	}
	return start, end
}

// certain reports whether the lines are notes: each has more asterisks than the one before it, and is called by a text above.
// On a printed page nothing follows them.
func (s *signer) certain(start, end int) bool {
	last := 0
	for i := start; i < end; i++ {
		marker := s.marker(i)
		if marker == "" {
			continue
		}
		if len(marker) <= last || !s.calls(start, marker) {
			return false
		}
		last = len(marker)
	}
	for _, n := range s.page().Notes {
		if n.Marker[0] == '*' && len(n.Marker) <= last {
			return false
		}
	}
	return end == len(s.lines) || s.Source.Dialect == source.Plain
}

// calls reports whether one of the lines above calls the note with the marker: right after a word or a mark.
func (s *signer) calls(start int, marker string) bool {
	for i := s.from; i < start; i++ {
		for _, at := range signRuns(s.text(i), marker) {
			if at > 0 && !layer.IsGap(s.text(i)[at-1]) {
				return true
			}
		}
	}
	return false
}

// take makes notes of the lines.
func (s *signer) take(start, end int) {
	var notes []*source.Note
	for i := start; i < end; i++ {
		l := s.lines[i].Line
		if marker := s.marker(i); marker != "" {
			printed := source.Span{Start: l.Start, End: l.Start + len(marker)}
			notes = append(notes, &source.Note{Marker: marker, Page: s.index, Printed: printed})
			l.Start, _ = layer.Trim(s.Source.Src, printed.End, l.End)
		}
		last := notes[len(notes)-1]
		last.Lines = append(last.Lines, l)
	}
	page := s.page()
	page.Notes = append(notes, page.Notes...)
	if source.IsRule(s.text(start - 1)) {
		start--
		page.Furniture = append(page.Furniture, s.lines[start].Span)
		slices.SortFunc(page.Furniture, func(a, b source.Span) int { return a.Start - b.Start })
	}
	page.Blocks = s.blocks(s.from, start)
}

// split makes a page of the lines from the given one on; its blocks follow when it is known where it ends.
func (s *signer) split(at int) {
	s.from = at
	s.index++
	start, last := s.lines[at].Start, s.page()
	s.pages = append(s.pages, &source.Page{Start: start, End: last.End})
	last.End = start
}

// blocks are the blocks with the lines in a range, on the last page.
func (s *signer) blocks(from, to int) []*source.Block {
	var in []*source.Block
	for i := from; i < to; {
		block, first := s.lines[i].block, s.lines[i].n
		for i < to && s.lines[i].block == block {
			i++
		}
		part := *block
		part.Lines, part.Page = part.Lines[first:s.lines[i-1].n+1], s.index
		in = append(in, &part)
	}
	return in
}

// signs matches a run of asterisks.
var signs = regexp.MustCompile(`\*+`)

// signRuns are where the line has exactly the given asterisks.
func signRuns(line, marker string) []int {
	var found []int
	for _, at := range signs.FindAllStringIndex(line, -1) {
		if at[1]-at[0] == len(marker) {
			found = append(found, at[0])
		}
	}
	return found
}

// signCalls are where a text calls the notes with the marker, and where it does so again: all runs of its asterisks but one
// that begins the text. In lists of names a space can stand before them.
func signCalls(src string, t *Text, marker string) []source.Span {
	var found []source.Span
	for i, l := range t.Lines {
		for _, at := range signRuns(src[l.Start:l.End], marker) {
			if i > 0 || at > 0 {
				found = append(found, source.Span{Start: l.Start + at, End: l.Start + at + len(marker)})
			}
		}
	}
	return found
}
