package source

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// minGutter is the number of spaces that part two columns; justified text has at most two or three between words.
const minGutter = 5

// maxLabelGap is the widest gap between a label and its text.
const maxLabelGap = 12

// labelled matches a number, letter or resolution number after which a wide gap is no gutter.
var labelled = regexp.MustCompile(`^(?:[(\[]?[0-9A-Za-z]{1,5}[.)\]]{1,2}|[A-Z]{1,3}-?\d*/?\d{1,4}(?: [A-Z])?\.?|\d{1,4}/\d{1,4}(?: [A-Z])?\.?|[•·–—-])$`)

// columns cuts a line at its gutters; a line in one column comes back alone.
func (d *Document) columns(l Line) []Line {
	text := d.Src[l.Start:l.End]
	if !strings.Contains(text, "     ") && !strings.ContainsAny(text, "\t\u00a0") {
		return []Line{l}
	}
	var cells []Line
	from, column := 0, 0                 // of the cell
	for at, n := 0, 0; at < len(text); { // n is the column of at
		end := layer.GapAt(text, at)
		next := layer.GapEnd(text, end)
		n = advance(n, text[at:end])
		gap := advance(l.Indent+n, text[end:next]) - l.Indent - n
		at, n = next, n+gap
		if gap < minGutter || next == len(text) || len(cells) == 0 && gap <= maxLabelGap && labelled.MatchString(text[:end]) {
			continue
		}
		cells = append(cells, l.cell(from, end, column))
		from, column = next, n
	}
	if len(cells) == 0 {
		return []Line{l}
	}
	return append(cells, l.cell(from, len(text), column))
}

// cell is the part of the line from one offset of its text to another; column is its place in the line.
func (l Line) cell(from, end, column int) Line {
	c := Line{Span: Span{l.Start + from, l.Start + end}, Indent: l.Indent + column, Cell: true}
	if from == 0 {
		c.Blank = l.Blank
	}
	return c
}

// A column is where the running text of a page stands, in columns from the left.
type column struct{ left, right int }

// columnOf is the column of the running text: where most long lines begin, and where the longer ones of them end, for
// the last line of a paragraph ends anywhere.
func columnOf(d *Document, lines []Line) column {
	c := column{left: margin(lines)}
	var ends []int
	for _, l := range lines {
		if l.Indent == c.left && l.Len() >= shortLine {
			ends = append(ends, l.Indent+width(d.text(l)))
		}
	}
	if len(ends) > 0 {
		slices.Sort(ends)
		c.right = ends[len(ends)*9/10]
	}
	return c
}

// The slack that justified lines have: how far they may end before the right edge and, where extraction stretches
// them, after it, how far first lines step in, and how wide a gap between their words may be.
const (
	rightSlack = 6
	stretch    = 10
	firstStep  = 8
	maxStretch = 40
)

// fills reports whether a line is a justified line of running text, whose wide gaps are no gutters: it fills the column.
func (c column) fills(d *Document, l Line) bool {
	text := d.text(l)
	end := l.Indent + width(text)
	return l.Indent >= c.left && l.Indent <= c.left+firstStep && end >= c.right-rightSlack && end <= c.right+stretch &&
		!strings.Contains(text, strings.Repeat(" ", maxStretch))
}

// goesOn reports whether running text without gutters stands right above or below line i: in a table there are other
// rows.
func (c column) goesOn(d *Document, lines []Line, i int) bool {
	return i+1 < len(lines) && lines[i+1].Blank == 0 && c.runs(d, lines[i+1]) ||
		i > 0 && lines[i].Blank == 0 && c.runs(d, lines[i-1])
}

// runs reports whether a line begins where running text does and has no gutter.
func (c column) runs(d *Document, l Line) bool {
	return l.Indent >= c.left && l.Indent <= c.left+firstStep && len(d.columns(l)) == 1
}
