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
