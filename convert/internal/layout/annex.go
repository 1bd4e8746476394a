package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// isAnnex reports whether the text is the heading of an annex.
func (r *Resolution) isAnnex(t *Text) bool {
	line, ok := r.known(t.Flat.Text)
	return ok && line.Slot == lexicon.Annex
}

// annexes takes the annexes, each with its title and body.
func (s *sorter) annexes() {
	for s.next < len(s.texts) && !s.closingAhead() {
		a := &Annex{}
		if s.isAnnex(s.peek(0)) {
			a.Label = s.take()
			s.annexTitle(a)
		} else if len(s.Closing) > 0 {
			s.remark(NotRecognised, s.peek(0).Start(), "what follows the closing has no heading and is taken for an annex")
		}
		b := &body{sorter: s, nodes: &a.Body}
		for s.next < len(s.texts) && !s.isAnnex(s.peek(0)) && !s.closingAhead() {
			b.step()
		}
		s.Annexes = append(s.Annexes, a)
	}
}

func (s *sorter) closingAhead() bool {
	return len(s.Closing) == 0 && s.isClosing(s.peek(0))
}

// maxAnnexTitles is how many titles an annex has at the most: its own, and one below it.
const maxAnnexTitles = 2

// annexTitle takes the titles of the annex: what stands between its label and running text, a table or a label. Where more
// such lines follow they may be names in a list.
func (s *sorter) annexTitle(a *Annex) {
	titles := 0
	for titles <= maxAnnexTitles && s.isTitle(s.peek(titles)) && s.isWrapped(s.peek(titles)) {
		titles++
	}
	switch {
	case titles == 0, titles > maxAnnexTitles && !s.figuresAhead():
		return
	case titles == maxAnnexTitles && s.isSubtitle(s.peek(1)) && !s.paragraphFollows(maxAnnexTitles):
		a.Title = append(a.Title, s.take())
	}
	a.Title = append(a.Title, s.take())
}

// isWrapped reports whether all lines of the text but the last are full ones of a title; names in a list have lines of
// their own.
func (s *sorter) isWrapped(t *Text) bool {
	return !slices.ContainsFunc(t.Lines[:len(t.Lines)-1], func(l source.Line) bool { return !longer(s.Source.Src[l.Start:l.End], titleLine) })
}

// titleLine is the number of letters that a full line of a title has more than.
const titleLine = 44

// isSubtitle reports whether the text can be a second title of an annex rather than the first heading in it, which is shorter.
func (s *sorter) isSubtitle(t *Text) bool { return longer(t.Flat.Text, minSubtitle) }

// minSubtitle is the length in letters below which a title below that of an annex is a heading in it.
const minSubtitle = 30

// figuresAhead reports whether one of the next texts is a figure, as in a table whose cells are read one by one.
func (s *sorter) figuresAhead() bool {
	for n := range maxHeader {
		t := s.peek(n)
		if t == nil {
			return false
		}
		if t.Table != nil || len(t.Lines) == 1 && source.IsFigure(s.firstLine(t)) {
			return true
		}
	}
	return false
}

// maxHeader is the number of texts within which the first figure of a table stands.
const maxHeader = 16

// endsAnnexTitle reports whether one of the titles of an annex ends before line i: the number of its first section or running
// text follows, or the first word of the line would have fitted on the one before it, though titles are set in larger letters.
func (s *splitter) endsAnnexTitle(t *Text, from, i int) bool {
	if s.annexTitles == 0 || i-from > maxTitleLines {
		return false
	}
	before, text := s.line(t.Lines[i-1]), s.line(t.Lines[i])
	if s.isSectionLine(text) || s.Source.Dialect == source.PDFLayout && t.Lines[i].Blank > 0 {
		return true
	}
	steps := i-from == 1 && s.runsFrom(t, from) // it is no title, but the first line of a text
	if ending(before) != open || !startsUpper(text) || !s.isShort(s.stepped(before, steps), text) {
		return false
	}
	return s.runsFrom(t, i) || s.isLoose(before, text) && s.runsSoon(t, i)
}

// isSectionLine reports whether the line is, or begins with, the label of the first section of a body.
func (s *splitter) isSectionLine(text string) bool {
	if s.slotOfLineText(text) == lexicon.PartHeading {
		return true
	}
	l, ok := s.Words.Label(text)
	return ok && labelsSection(l) && (l.Len == len(text) || l.Ordinal == 1 && strings.HasSuffix(text[:l.Len], "."))
}

// isLoose reports whether a line is so short that no title went on after it.
func (s *splitter) isLoose(line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return (utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word))*100 <= s.width*looseLine
}

// looseLine is the part of the usual width, in per cent, that a full line of a title has at least.
const looseLine = 65

// runsSoon reports whether running text, or the label of a section, follows the title that begins with line i.
func (s *splitter) runsSoon(t *Text, i int) bool {
	for next := i + 1; next < len(t.Lines) && next <= i+maxHeadingLines+1; next++ {
		if _, labelled := s.lineLabel(s.line(t.Lines[next])); labelled || s.runsFrom(t, next) {
			return true
		}
	}
	return false
}

// runsFrom reports whether running text begins with line i: the line is full, and one of the next two goes on in lower case.
func (s *splitter) runsFrom(t *Text, i int) bool {
	if i+1 >= len(t.Lines) || s.isShort(s.stepped(s.line(t.Lines[i]), true), s.line(t.Lines[i+1])) {
		return false
	}
	for next := i + 1; next < len(t.Lines) && next <= i+2; next++ {
		if s.isHalf(s.line(t.Lines[next])) {
			return false
		}
		if startsLower(s.line(t.Lines[next])) {
			return true
		}
	}
	return false
}

// annexBegins reports whether an annex begins whose heading is missing.
func (b *body) annexBegins() bool {
	if b.number < 2 || b.last == nil || b.last.Label == nil || !endsInStop(b.last.Text.Flat.Text) || !b.lostAnnex() && !b.afterLast() {
		return false
	}
	b.remark(NumberBreaks, b.peek(0).Start(), "the resolution has ended, and no heading says why the text goes on: what follows is taken for an annex")
	return true
}

// lostAnnex reports whether the next text is the first of an annex that has lost its heading: the last paragraph ends the
// resolution with a stop, and the numbers begin again with one that does not open as the resolution's do.
func (b *body) lostAnnex() bool {
	t := b.peek(0)
	l, ok := b.paragraphLabel(t)
	if !ok || l.Ordinal != 1 || b.headed || b.Formula == nil || b.listed(l) {
		return false
	}
	return len(b.last.Items)+len(b.last.More) == 0 && !b.opens(strings.TrimSpace(t.Flat.Text[l.Len:]))
}

// lastParagraph is the concept of the paragraph that ends a resolution: the organ remains seized of the matter.
const lastParagraph = "remainsSeized"

// afterLast reports whether the numbers begin anew, or a text introduces items, after the paragraph that ends a resolution.
func (b *body) afterLast() bool {
	if p, ok := b.Words.Operative(b.last.Text.Flat.Text); !ok || p.Concept != lastParagraph {
		return false
	}
	t := b.peek(0)
	if l, ok := b.label(t); ok {
		_, number := b.paragraphLabel(t)
		return number && l.Ordinal == 1
	}
	next, ok := b.itemLabel(b.peek(1))
	return ok && next.Ordinal == 1 && next.Kind != bullet && endsInColon(t)
}
