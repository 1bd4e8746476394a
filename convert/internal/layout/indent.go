package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/source"
)

// Where texts begin by their indents, and how long lines are.

// stepsIn reports whether the indent of a line shows that a text begins with it.
func (s *splitter) stepsIn(prev, l source.Line) bool {
	return s.Source.Dialect == source.PDFLayout && l.Indent-prev.Indent >= minIndent
}

// stepsOut reports whether a line begins right of the margin as first lines do.
func (s *splitter) stepsOut(t *Text, l source.Line) bool {
	step := l.Indent - s.leftOf(t)
	return step >= minIndent && step <= maxIndent
}

// leftOf is the margin of the text: that of its page or, where first lines are more than others, the column to which most
// of the few others go back.
func (s *splitter) leftOf(t *Text) int {
	if s.measured == t {
		return s.left
	}
	margin := s.Source.Pages[t.Page].Margin
	s.measured, s.left = t, margin
	for _, l := range t.Lines {
		if back := margin - l.Indent; back < minIndent || back > maxIndent {
			continue
		}
		if _, labelled := s.lineLabel(s.line(l)); !labelled { // a section's label hangs to the left
			s.left = min(s.left, l.Indent)
		}
	}
	return s.left
}

// minIndent is the number of columns by which the first line of a text is indented at least.
const minIndent = 3

// maxIndent is the largest indent of a first line; what begins farther right is set in the middle or at the right.
const maxIndent = 12

// indentBegins reports by the indents whether a text begins with line i.
func (s *splitter) indentBegins(t *Text, from, i int) bool {
	prev, l := t.Lines[i-1], t.Lines[i]
	step := l.Indent - prev.Indent
	switch {
	case step >= minIndent:
		return !s.hangs(prev, l)
	case step <= -minIndent && i-from > 1:
		return true // back from an indented block
	case s.inInset(t, from, i):
		return s.beginsInset(t, i)
	case i-from == 1 && s.stepsOut(t, prev) && s.stepsOut(t, l):
		if _, labelled := s.lineLabel(s.line(prev)); !labelled {
			return true // a first line after a first line
		}
	}
	before := s.uncalled(t, i-1)
	return s.opens(s.line(l)) && s.closesText(before) && s.isShort(before, s.line(l))
}

// An inset text has minInset lines at least, which step in equally; its width is that of the next maxInset lines.
const (
	minInset = 3
	maxInset = 40
)

// inInset reports whether the lines from the given one to line i are those of an inset text.
func (s *splitter) inInset(t *Text, from, i int) bool {
	first := t.Lines[from]
	if _, labelled := s.lineLabel(s.line(first)); labelled || !s.stepsOut(t, first) {
		return false
	}
	return t.Lines[i-1].Indent == first.Indent && len(inset(t, i)) >= minInset
}

// inset are the lines from the one before line i on that step in equally.
func inset(t *Text, i int) []source.Line {
	end := i
	for end < min(len(t.Lines), i+maxInset) && t.Lines[end].Indent == t.Lines[i-1].Indent {
		end++
	}
	return t.Lines[i-1 : end]
}

// beginsInset reports whether a text begins with line i of an inset: with an opening phrase, or after a line that is not
// full.
func (s *splitter) beginsInset(t *Text, i int) bool {
	before, text := s.uncalled(t, i-1), s.line(t.Lines[i])
	if s.opens(text) && ending(before) != open {
		return true
	}
	full := 0
	for _, l := range inset(t, i) {
		full = max(full, utf8.RuneCountInString(s.line(l)))
	}
	word, _, _ := strings.Cut(text, " ")
	return startsUpper(text) && utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) <= full
}

// hangs reports whether a line goes on under the text after the label of the line before it.
func (s *splitter) hangs(prev, l source.Line) bool {
	text := s.line(prev)
	label, ok := s.lineLabel(text)
	if !ok {
		return false
	}
	rest := strings.TrimLeft(text[label.Len:], " ")
	column := prev.Indent + utf8.RuneCountInString(text) - utf8.RuneCountInString(rest)
	return l.Indent-column <= 1 && column-l.Indent <= 1
}

// isShort reports whether a line ends before the margin: the first word of the next one would have fitted on it.
func (s *splitter) isShort(line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return (utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word))*100 < s.width*fullLine
}

// isHalf reports whether a line takes so little of the width that no running text goes on after it.
func (s *splitter) isHalf(line string) bool {
	return utf8.RuneCountInString(line)*100 < s.width*halfLine
}

const halfLine = 80

// fullLine is the part of the usual width, in per cent, that a full line with the first word of the next one has at
// least: in nine of ten paragraphs the last line has less, in one of a hundred another line.
const fullLine = 99

// lineWidth is the number of characters that a line of running text usually has.
func lineWidth(src string, texts []*Text) int {
	var widths []int
	for _, t := range texts {
		for _, l := range t.Lines {
			if n := utf8.RuneCountInString(src[l.Start:l.End]); n > shortWidth {
				widths = append(widths, n)
			}
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// shortWidth is the number of characters below which a line says nothing of the width.
const shortWidth = 60
