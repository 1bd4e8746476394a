package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

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

// lastParagraph is the concept of the paragraph that ends a resolution: the organ remains seized of the matter.
const lastParagraph = "remainsSeized"

// annexBegins reports whether an annex begins whose heading is missing: after the paragraph that ends a resolution the
// numbers begin anew, or a text introduces items.
func (b *body) annexBegins() bool {
	if b.last == nil || b.last.Label == nil || b.number < 2 || !endsInStop(b.last.Text.Flat.Text) {
		return false
	}
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
