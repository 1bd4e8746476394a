// Package inline reads and builds what is inside a block: emphasis, links, line and page ends, note calls, and the
// ranges that other packages recognise in its text.
package inline

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A Flat is the text of a block without marks: line ends are single line feeds, note calls and the delimiters of
// emphasis and links are taken out.
type Flat struct {
	Text   string
	Breaks []Break
	Calls  []Call
	Marks  []Mark

	lines []origin // where the lines' text begins before the marks were taken out
	holes []hole   // the delimiters that were taken out, in the text before that
}

// An origin says at which offset of the text the source at another begins.
type origin struct{ text, source int }

// A hole is a delimiter that was taken out of the text.
type hole struct{ start, end int }

// Source is the offset of the source at which the text up to the offset ends, the delimiters that end there included.
func (f *Flat) Source(at int) int {
	for _, h := range f.holes {
		if h.start > at {
			break
		}
		at += h.end - h.start
	}
	i, _ := slices.BinarySearchFunc(f.lines, at, func(o origin, at int) int { return o.text - at })
	if i == len(f.lines) || i > 0 && f.lines[i].text >= at {
		i--
	}
	return f.lines[i].source + at - f.lines[i].text
}

// A Break is a line end at the line feed at offset At.
type Break struct {
	At int
	// Pages is the number of pages that end here.
	Pages int
	// Cut reports the end of a page that the source does not mark; Source is where the text before it ends there.
	Cut    bool
	Source source.Span
	// First reports that the line after the break is printed before all lines of the text before it.
	First bool
}

// A Call is a note call at offset At.
type Call struct {
	At int
	// Form is how the call is printed, with the white space before it, as a template of the layout layer.
	Form string
	// Index is the call's index among those given to [Flatten].
	Index int
	// Inside reports that the call stands before the marks that end at its offset.
	Inside bool
}

// A Mark is emphasis or a link.
type Mark struct {
	Start, End int
	// Delimiter is the asterisks of an emphasis, empty for a link.
	Delimiter string
	// Target is the target of a link.
	Target string
}

// Link reports whether the mark is a link.
func (m Mark) Link() bool { return m.Delimiter == "" }

// WithMarks is the end of a part of the text that would cut a mark in two, moved to the end of the mark where no more
// than punctuation comes in: a link that begins in a symbol and takes the comma after it.
func (f *Flat) WithMarks(start, end int) int {
	first, _ := slices.BinarySearchFunc(f.Marks, start+1, func(m Mark, at int) int { return m.Start - at })
	for _, m := range f.Marks[first:] {
		if m.Start >= end {
			break
		}
		if m.End > end && strings.TrimFunc(f.Text[end:m.End], isMark) == "" {
			return m.End
		}
	}
	return end
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// A CallSpan says where a note call is printed and with which marker.
type CallSpan struct {
	source.Span
	Marker string
	// Body is the note's text where it is printed inside the call, else empty.
	Body source.Span
}

// Flatten reads the lines of a block. Calls are the note calls in it, in order.
func Flatten(src string, lines []source.Line, calls []CallSpan, dialect source.Dialect) *Flat {
	f := &flattener{src: src, superscript: dialect == source.Markdown}
	for i, l := range lines {
		if i > 0 {
			f.breakLine(lines[i-1], l)
		}
		calls = f.line(l, calls)
	}
	if last := lines[len(lines)-1].Pages; last > 0 {
		f.flat.Breaks = append(f.flat.Breaks, Break{At: len(f.text), Pages: last})
	}
	f.flat.Text = string(f.text)
	if dialect == source.Markdown {
		f.flat.readMarks()
	}
	return &f.flat
}

type flattener struct {
	src         string
	superscript bool
	flat        Flat
	text        []byte
	index       int // of the next call
}

func (f *flattener) breakLine(before, after source.Line) {
	f.flat.Breaks = append(f.flat.Breaks, Break{
		At: len(f.text), Pages: before.Pages, Cut: before.Cut, Source: source.Span{Start: before.End, End: after.Start}, First: after.First,
	})
	f.text = append(f.text, '\n')
}

// line adds a line and the calls in it; it returns the calls that are left.
func (f *flattener) line(l source.Line, calls []CallSpan) []CallSpan {
	at := l.Start
	f.origin(at)
	for len(calls) > 0 && (calls[0].Start < l.End || calls[0].Start == l.End && calls[0].Len() == 0) {
		c := calls[0]
		calls = calls[1:]
		f.index++
		if c.Start < at || c.End > l.End {
			continue
		}
		f.call(at, c)
		at = c.End
		f.origin(at)
	}
	f.text = append(f.text, f.src[at:l.End]...)
	return calls
}

func (f *flattener) origin(source int) {
	f.flat.lines = append(f.flat.lines, origin{len(f.text), source})
}

// call adds a call; the white space before it, a line end too, becomes part of its form. The place of a note that is
// not called is an empty span.
func (f *flattener) call(at int, c CallSpan) {
	if c.Len() == 0 {
		f.text = append(f.text, f.src[at:c.Start]...)
		f.flat.Calls = append(f.flat.Calls, Call{At: len(f.text), Index: f.index - 1})
		return
	}
	before := strings.TrimRight(f.src[at:c.Start], " \t\n\r")
	f.text = append(f.text, before...)
	gap := f.src[at+len(before) : c.Start]
	if n := len(f.text); before == "" && n > 0 && f.text[n-1] == '\n' && f.lastBreak().Pages == 0 && !f.lastBreak().Cut {
		f.text = f.text[:n-1]
		f.flat.Breaks = f.flat.Breaks[:len(f.flat.Breaks)-1]
		gap = f.src[f.gapStart(c.Start):c.Start]
	}
	f.flat.Calls = append(f.flat.Calls, Call{
		At: len(f.text), Form: layer.Encode(gap) + f.form(c), Index: f.index - 1,
	})
}

func (f *flattener) lastBreak() Break { return f.flat.Breaks[len(f.flat.Breaks)-1] }

// gapStart is where the white space before i begins.
func (f *flattener) gapStart(i int) int {
	for i > 0 && layer.IsGap(f.src[i-1]) {
		i--
	}
	return i
}

// form is the printed form of the call with a placeholder for its marker or, where it is printed inside, for the note.
func (f *flattener) form(c CallSpan) string {
	if c.Body.Len() > 0 {
		return layer.Encode(f.src[c.Start:c.Body.Start]) + "{.}" + layer.Encode(f.src[c.Body.End:c.End])
	}
	printed, marker := f.src[c.Start:c.End], c.Marker
	if f.superscript {
		marker = source.SuperscriptDigits(marker)
	}
	before, after, ok := strings.Cut(printed, marker)
	if !ok {
		return layer.Encode(printed)
	}
	return layer.Encode(before) + "{#}" + layer.Encode(after)
}
