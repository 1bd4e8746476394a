package layout

import (
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// isAnnex reports whether the text is the heading of an annex.
func (s *sorter) isAnnex(t *Text) bool {
	line, ok := s.Words.Line(t.Flat.Text)
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

// annexTitle takes the title of the annex, up to two texts.
func (s *sorter) annexTitle(a *Annex) {
	for len(a.Title) < 2 && s.next < len(s.texts) && s.isTitle(s.peek(0)) && !s.headingAhead() {
		a.Title = append(a.Title, s.take())
	}
}

// lostAnnex reports whether the next text is the first of an annex that has lost its heading: the last paragraph ends the
// resolution with a stop, and the numbers begin again with one that does not open as the resolution's do.
func (b *body) lostAnnex() bool {
	t := b.peek(0)
	l, ok := b.paragraphLabel(t)
	if !ok || l.Ordinal != 1 || b.number < 2 || b.headed || b.Formula == nil || b.last == nil || b.last.Label == nil || b.listed(l) {
		return false
	}
	if len(b.last.Items)+len(b.last.More) > 0 || !endsInStop(b.last.Text.Flat.Text) || b.opens(strings.TrimSpace(t.Flat.Text[l.Len:])) {
		return false
	}
	b.remark(NumberBreaks, t.Start(), "the numbers begin again, and no heading says why: what follows is taken for an annex")
	return true
}
