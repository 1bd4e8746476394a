package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

// preamble takes the recitals: what stands between the enacting words and the first operative paragraph or heading.
func (s *sorter) preamble() {
	if f := s.field(Sponsors); f != nil && draftClass(f.Line.Value) == "amendment" {
		return // its recitals are what it inserts
	}
	for s.next < len(s.texts) && !s.bodyBegins() {
		t := s.take()
		last := s.lastRecital()
		if l, ok := s.itemLabel(t); ok && last != nil {
			if lists := newLists(&last.Items); lists.add(s.Resolution, t, l) {
				s.moreItems(lists)
				continue
			}
		}
		if last != nil && len(last.Items) > 0 && startsLower(t.Flat.Text) && !s.opens(t.Flat.Text) {
			last.Wrap = append(last.Wrap, t)
			continue
		}
		if last != nil && quoted(t.Flat.Text) && !s.opens(t.Flat.Text) {
			last.Wrap = append(last.Wrap, t)
			continue
		}
		s.Recitals = append(s.Recitals, &Recital{Text: t, Plain: s.notRecital(t)})
	}
}

func (s *sorter) lastRecital() *Recital {
	if n := len(s.Recitals); n > 0 {
		return s.Recitals[n-1]
	}
	return nil
}

// moreItems takes the items that follow in the same lists.
func (s *sorter) moreItems(lists *lists) {
	for s.next < len(s.texts) {
		t := s.peek(0)
		l, ok := s.itemLabel(t)
		if !ok || !lists.add(s.Resolution, t, l) {
			return
		}
		s.next++
	}
}

// notRecital reports whether a text of the preamble is a heading in it or has no words.
func (s *sorter) notRecital(t *Text) bool {
	return firstLetter(t.Flat.Text) == 0 || s.isTitle(t) && len(t.Flat.Text) < longText
}

// bodyBegins reports whether the next text is not part of the preamble.
func (s *sorter) bodyBegins() bool {
	t := s.peek(0)
	if _, ok := s.paragraphLabel(t); ok {
		return true
	}
	if h, ok := s.readHeading(); ok {
		_, numbered := s.paragraphLabel(s.peek(h.taken))
		return h.label != nil || numbered
	}
	if s.isAnnex(t) || s.isClosing(t) {
		return true
	}
	if s.Formula == nil && !s.isLooseRecital(t) {
		return true
	}
	if s.numberedAhead() {
		return false
	}
	return s.isOperative(t)
}

// isLooseRecital reports whether a text that no enacting words govern is a recital, as excerpts have it: it opens like
// one or follows one, and the sentence goes on after it.
func (s *sorter) isLooseRecital(t *Text) bool {
	if endsInStop(t.Flat.Text) {
		return false
	}
	if _, recital := s.Words.Recital(t.Flat.Text); recital {
		return true
	}
	_, operative := s.Words.Operative(t.Flat.Text)
	return !operative && len(s.Recitals) > 0 && ending(t.Flat.Text) != open
}

// numberedAhead reports whether numbered paragraphs follow: the recitals go on up to the first of them.
func (s *sorter) numberedAhead() bool {
	if s.firstNumbered == 0 {
		s.firstNumbered = s.findNumbered()
	}
	return s.next < s.firstNumbered
}

// findNumbered is the index of the first numbered paragraph before the annexes, or -1. An excerpt may begin with any
// number.
func (s *sorter) findNumbered() int {
	for i := s.next; i < len(s.texts); i++ {
		if s.isAnnex(s.texts[i]) || s.isClosing(s.texts[i]) {
			return -1
		}
		if l, ok := s.paragraphLabel(s.texts[i]); ok && (l.Ordinal == 1 || s.Formula == nil) {
			return i
		}
	}
	return -1
}

// isOperative reports whether a text without a number is an operative paragraph: it opens like one, and where it
// opens like a recital, too, it ends like a paragraph.
func (s *sorter) isOperative(t *Text) bool {
	if _, ok := s.Words.Operative(t.Flat.Text); !ok {
		return false
	}
	if s.Formula == nil && (endsInStop(t.Flat.Text) || ending(t.Flat.Text) == open) {
		return false // any sentence or title may begin with such a word
	}
	if _, both := s.Words.Recital(t.Flat.Text); !both {
		return true
	}
	if l, ok := s.itemLabel(s.peek(1)); ok && l.Ordinal == 1 {
		return false
	}
	return ending(t.Flat.Text) == closed
}

// paragraphLabel reads the number of a paragraph: digits and a stop, or what the language has instead.
func (s *sorter) paragraphLabel(t *Text) (lexicon.Label, bool) {
	if t == nil {
		return lexicon.Label{}, false
	}
	l, ok := s.label(t)
	return l, ok && l.Kind == lexicon.Number && !parenthesised(l)
}

// itemLabel reads the label of an item: everything but the number of a paragraph.
func (s *sorter) itemLabel(t *Text) (lexicon.Label, bool) {
	if t == nil {
		return lexicon.Label{}, false
	}
	l, ok := s.label(t)
	return l, ok && (l.Kind != lexicon.Number || parenthesised(l)) && l.Kind != lexicon.CapitalRoman && l.Kind != lexicon.Capital
}
