package layout

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Notes marked with asterisks stand at the end of a page's text, or of a text that has no pages, with a rule above them or
// without one. One asterisk comes before two: so they are told from the items of a list. They are often called many times,
// by the names in a list, each by its number of asterisks.

// signNotes takes the notes that are marked with asterisks from the ends of the pages' texts.
func (r *Resolution) signNotes() {
	if d := r.Source.Dialect; d == source.Markdown || d == source.Sentences {
		return
	}
	for i, page := range r.Source.Pages {
		s := &signer{Resolution: r, page: page}
		for _, b := range page.Blocks {
			for _, l := range b.Lines {
				s.lines = append(s.lines, signLine{l, b})
			}
		}
		s.take(i)
	}
}

// A signer looks for the notes of a page.
type signer struct {
	*Resolution
	page  *source.Page
	lines []signLine
}

// A signLine is a line of a page's text with its block.
type signLine struct {
	source.Line
	block *source.Block
}

// maxSignLines is the number of lines that the notes at the end of a page have at the most.
const maxSignLines = 16

// signed matches the asterisks before the text of a note.
var signed = regexp.MustCompile(`^(\*{1,4})[ \t\x{a0}]+\S`)

// marker is the marker of the note that begins with line i, empty where none does.
func (s *signer) marker(i int) string {
	if m := signed.FindStringSubmatch(s.text(i)); m != nil {
		return m[1]
	}
	return ""
}

func (s *signer) text(i int) string { return s.Source.Src[s.lines[i].Start:s.lines[i].End] }

// take makes notes of the last lines of the page.
func (s *signer) take(page int) {
	start := s.start()
	if start < 0 {
		return
	}
	if !s.certain(start) {
		s.remark(NotRecognised, s.lines[start].Start, "what looks like notes marked with asterisks is not called as notes are")
		return
	}
	var notes []*source.Note
	for i := start; i < len(s.lines); i++ {
		l := s.lines[i].Line
		if marker := s.marker(i); marker != "" {
			printed := source.Span{Start: l.Start, End: l.Start + len(marker)}
			notes = append(notes, &source.Note{Marker: marker, Page: page, Printed: printed})
			l.Start, _ = layer.Trim(s.Source.Src, printed.End, l.End)
		}
		last := notes[len(notes)-1]
		last.Lines = append(last.Lines, l)
	}
	s.page.Notes = append(notes, s.page.Notes...)
	if start > 0 && isRule(s.text(start-1)) {
		start--
		s.page.Furniture = append(s.page.Furniture, s.lines[start].Span)
		slices.SortFunc(s.page.Furniture, func(a, b source.Span) int { return a.Start - b.Start })
	}
	s.cut(start)
}

// isRule reports whether the line is a rule of underscores.
func isRule(text string) bool { return len(text) >= minRule && strings.Trim(text, "_") == "" }

// minRule is the number of underscores that make a rule.
const minRule = 10

// start is the line with which the notes begin: the highest of the page's last lines that begins with asterisks, -1 where
// there is none.
func (s *signer) start() int {
	start := -1
	for i := len(s.lines) - 1; i >= max(1, len(s.lines)-maxSignLines); i-- {
		if s.lines[i].block.Table != nil || s.lines[i].block.Cell {
			break
		}
		if s.marker(i) != "" {
			start = i
		}
	}
	return start
}

// certain reports whether the lines from the given one on are notes: each has more asterisks than the one before it, and is
// called by a text above; no other line of the page begins as they do.
func (s *signer) certain(start int) bool {
	last := 0
	for i := start; i < len(s.lines); i++ {
		marker := s.marker(i)
		if marker == "" {
			continue
		}
		if len(marker) <= last || !s.calls(start, marker) {
			return false
		}
		last = len(marker)
	}
	for _, n := range s.page.Notes {
		if n.Marker[0] == '*' && len(n.Marker) <= last {
			return false
		}
	}
	for i := range start {
		if s.marker(i) != "" {
			return false
		}
	}
	return true
}

// calls reports whether one of the lines above calls the note with the marker: right after a word or a mark.
func (s *signer) calls(start int, marker string) bool {
	for i := range start {
		for _, at := range signRuns(s.text(i), marker) {
			if at > 0 && !layer.IsGap(s.text(i)[at-1]) {
				return true
			}
		}
	}
	return false
}

// cut takes the lines from the given one on out of the page's text.
func (s *signer) cut(start int) {
	from := s.lines[start].Start
	var blocks []*source.Block
	for _, b := range s.page.Blocks {
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
	s.page.Blocks = blocks
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
