package layout

import (
	"github.com/ntoso/ntoso/convert/internal/source"
)

// reorder puts the lines of a paragraph of two lines in their order where extraction in reading order printed the second
// first: it takes the second line for the text of the number, and the first for a block of its own.
func (r *Resolution) reorder(texts []*Text) []*Text {
	if r.Source.Dialect != source.PDFFlow {
		return texts
	}
	s := &splitter{Resolution: r, width: lineWidth(r.Source.Src, texts)}
	var out []*Text
	for i := 0; i < len(texts); i++ {
		t := texts[i]
		if i+1 < len(texts) && r.isSecondLine(t) && s.isFirstLine(texts, i+1) {
			t = r.swapped(t, texts[i+1])
			i++
		}
		out = append(out, t)
	}
	return out
}

// isSecondLine reports whether the text is a label and, on a line of its own, the end of a sentence whose beginning is
// elsewhere.
func (r *Resolution) isSecondLine(t *Text) bool {
	if len(t.Lines) != 2 || len(t.Calls) > 0 || t.Page != t.LastPage {
		return false
	}
	label, ok := r.label(t)
	if !ok || label.Len != t.Lines[0].Len() {
		return false
	}
	text := r.uncalled(t, 1)
	return ending(text) != open && !r.opens(text)
}

// isFirstLine reports whether the text with the given index is a full line that has a beginning and no end.
func (s *splitter) isFirstLine(texts []*Text, i int) bool {
	t := texts[i]
	if _, labelled := s.label(t); labelled || len(t.Lines) != 1 || t.Page != texts[i-1].LastPage {
		return false
	}
	text := s.uncalled(t, 0)
	return startsUpper(text) && ending(text) == open && !s.isHalf(text) && (i+1 == len(texts) || !s.goesBelow(texts[i+1]))
}

// goesBelow reports whether the text can only be what goes on from the one above it.
func (r *Resolution) goesBelow(t *Text) bool {
	_, labelled := r.label(t)
	return !labelled && startsLower(t.Flat.Text)
}

// swapped is the text of a label whose second line is printed before the first.
func (r *Resolution) swapped(t, first *Text) *Text {
	second := t.Lines[1]
	second.First = true
	second.Pages = first.Lines[0].Pages // the page ends below both
	line := first.Lines[0]
	line.Pages = 0
	out := &Text{Lines: []source.Line{t.Lines[0], line, second}, Calls: first.Calls, Page: t.Page, LastPage: first.LastPage}
	r.flatten(out)
	return out
}
