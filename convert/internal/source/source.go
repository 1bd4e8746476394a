// Package source turns the bytes of a text into lines, pages and blocks. It knows the dialects of plain text and
// nothing of the United Nations: what a block means is decided after it.
//
// Every part is a span of the source. The spans of all lines, note markers and furniture are disjoint, and what they
// leave out is white space: together they tile the source ([Document.Tiles] checks it).
package source

import (
	"fmt"
	"slices"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// A Span is a range of bytes of the source.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// A Line is the text of a line, or of one column of it, without the white space around it.
type Line struct {
	Span
	// Indent is the number of columns before the text.
	Indent int
	// Pages is the number of pages that end after this line, before the block's next one.
	Pages int
	// Cut reports that a page which the source does not mark ends after this line.
	Cut bool
	// First reports a line that is printed before all lines of its text that stand before it.
	First bool
	// Blank is the number of blank lines before this line.
	Blank int
	// Cell reports that the text shares its printed line with another column.
	Cell bool
}

// A Block is a run of lines that belong together.
type Block struct {
	Lines []Line
	// Page is the index of the page on which the block begins.
	Page int
	// Cell reports that the block shares its printed line with another block (columns).
	Cell bool
	// Table has the rows of a table, whose lines are the block's; nil where the block is none.
	Table *Table
}

// Span is the range of the source from the block's first line to its last.
func (b *Block) Span() Span {
	return Span{b.Lines[0].Start, b.Lines[len(b.Lines)-1].End}
}

// Text is the source of the block's lines, white space between them as one line feed.
func (b *Block) Text(src string) string {
	if len(b.Lines) == 1 {
		return src[b.Lines[0].Start:b.Lines[0].End]
	}
	var out []byte
	for i, l := range b.Lines {
		if i > 0 {
			out = append(out, '\n')
		}
		out = append(out, src[l.Start:l.End]...)
	}
	return string(out)
}

// A Note is a note at a page's foot.
type Note struct {
	// Marker is the marker in plain characters: "12", "*".
	Marker string
	// Printed is where the marker stands; empty in the tail of a split note.
	Printed Span
	Lines   []Line
	Page    int
	// Tail is the part of the note that is printed on the next page, nil if there is none.
	Tail *Note
}

// A Page holds what is printed on one page.
type Page struct {
	Blocks []*Block
	Notes  []*Note
	// Furniture is what belongs to the page and not to the text: running heads, page numbers, rules, in source order.
	Furniture []Span
	// Number is the number that the page says it has, of Of pages; 0 where it says nothing.
	Number, Of int
	// Margin is the column in which the lines of running text begin, where columns are kept.
	Margin int
	// Start and End are the page's range of the source; the page's form feed belongs to it.
	Start, End int
}

// A Document is a text as its dialect lays it out.
type Document struct {
	Src     string
	Dialect Dialect
	// LineEnd is the line end that most lines have.
	LineEnd string
	Pages   []*Page
	// JobNumber is the number under which the document was printed, empty where no page has it.
	JobNumber string

	linewise bool      // each line is a block: nothing stands between blocks but line ends
	notes    *noteForm // how notes are marked where it is neither with superscripts nor with asterisks
}

// Tiles checks that the spans of the document are disjoint and that nothing but white space lies between them.
func (d *Document) Tiles() error {
	at := 0
	for _, s := range d.spans() {
		if s.Start < at {
			return fmt.Errorf("source: spans overlap at byte %d", s.Start)
		}
		if end := layer.GapEnd(d.Src, at); end < s.Start {
			return fmt.Errorf("source: byte %d belongs to no span", end)
		}
		at = s.End
	}
	if end := layer.GapEnd(d.Src, at); end < len(d.Src) {
		return fmt.Errorf("source: byte %d belongs to no span", end)
	}
	return nil
}

func (d *Document) spans() []Span {
	var all []Span
	add := func(lines []Line) {
		for _, l := range lines {
			all = append(all, l.Span)
		}
	}
	for _, p := range d.Pages {
		for _, b := range p.Blocks {
			add(b.Lines)
		}
		for _, n := range p.Notes {
			if n.Printed.Len() > 0 {
				all = append(all, n.Printed)
			}
			add(n.Lines)
		}
		all = append(all, p.Furniture...)
	}
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	return all
}
