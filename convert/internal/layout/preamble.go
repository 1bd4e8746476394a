package layout

import (
	"unicode"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// preamble takes the recitals: what stands between the enacting words and the first operative paragraph or heading.
func (s *sorter) preamble() {
	if s.amends() {
		return // its recitals are what it inserts
	}
	if s.grouped {
		return
	}
	for s.next < len(s.texts) && !s.bodyBegins() {
		t := s.take()
		last := s.lastRecital()
		if l, ok := s.itemLabel(t); ok && last != nil {
			last = s.introducing(last, l)
			if s.lists.add(s.Resolution, t, l) {
				continue
			}
		}
		if last != nil && s.goesOn(last, t) {
			last.add(t)
			continue
		}
		s.recital(t).Plain = s.notRecital(t)
	}
}

// goesOn reports whether a text without a label belongs to the recital before it: what follows its items, or an inset
// quotation.
func (s *sorter) goesOn(last *Recital, t *Text) bool {
	text := t.Flat.Text
	return (len(last.Items) > 0 && startsInside(text) || quoted(text) || last.quotes()) && !s.opens(text)
}

// quotes reports whether the recital has announced, by a colon, a text that has not ended: an inset quotation ends as the
// recital does, and its paragraphs before the last as sentences.
func (r *Recital) quotes() bool {
	n := len(r.More)
	return len(r.Items) == 0 && endsInColon(r.Text) && (n == 0 || endsInStop(r.More[n-1].Flat.Text))
}

// introducing is the recital to which an item belongs. The last text before the first item of a new list is no part of
// the recital before it but one that has items.
func (s *sorter) introducing(last *Recital, l lexicon.Label) *Recital {
	n := len(last.Wrap)
	if n == 0 {
		return last
	}
	if l.Ordinal == 1 {
		intro := last.Wrap[n-1]
		last.Wrap = last.Wrap[:n-1]
		return s.recital(intro)
	}
	item := last.Items[len(last.Items)-1]
	item.More, last.Wrap = append(item.More, last.Wrap...), nil
	return last
}

// recital begins a recital.
func (s *sorter) recital(t *Text) *Recital {
	r := &Recital{Text: t}
	s.Recitals, s.lists = append(s.Recitals, r), newLists(&r.Items)
	return r
}

func (s *sorter) lastRecital() *Recital {
	if n := len(s.Recitals); n > 0 {
		return s.Recitals[n-1]
	}
	return nil
}

// notRecital reports whether a text of the preamble is a heading in it, has no words, or
// belongs to the paragraphs.
func (s *sorter) notRecital(t *Text) bool {
	return firstLetter(t.Flat.Text) == 0 || s.isTitle(t) && !longer(t.Flat.Text, longText) || s.introducesAll(t)
}

// introducesAll reports whether the text is the verb that governs all numbered paragraphs: "Resolves that:".
func (s *sorter) introducesAll(t *Text) bool {
	_, operative := s.Words.Operative(t.Flat.Text)
	_, recital := s.Words.Recital(t.Flat.Text)
	_, numbered := s.paragraphLabel(s.peek(0))
	return operative && !recital && numbered && endsInColon(t)
}

// bodyBegins reports whether the next text is not part of the preamble.
func (s *sorter) bodyBegins() bool {
	t := s.peek(0)
	if _, ok := s.paragraphLabel(t); ok || s.firstUnstopped(t) {
		return true
	}
	if h, ok := s.readHeading(); ok {
		_, numbered := s.paragraphLabel(s.peek(h.taken))
		return h.label != nil || numbered && !s.unstoppedRecital(t)
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

// unstoppedRecital reports whether the text is a recital that has lost its comma, rather than the heading of the paragraphs:
// it opens in the manner of one, and is longer than a line.
func (s *sorter) unstoppedRecital(t *Text) bool {
	return len(s.Recitals) > 0 && longer(t.Flat.Text, maxLine) && s.Words.Mannered(t.Flat.Text)
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
		return s.endsSentence(t)
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

// endsSentence reports whether the text ends, with a stop, the sentence that the enacting words have begun: it is the
// operative paragraph of a resolution that has one alone, though its opening phrase is not known.
func (s *sorter) endsSentence(t *Text) bool {
	last := s.lastRecital()
	if s.Formula == nil || last == nil || len(s.Body) > 0 || len(last.Items)+len(last.More)+len(last.Wrap) > 0 {
		return false
	}
	_, recital := s.Words.Recital(t.Flat.Text)
	return !recital && !t.Cell && ending(last.Text.Flat.Text) == comma && endsInStop(t.Flat.Text) && !quoted(t.Flat.Text) &&
		!unicode.IsDigit(firstLetter(t.Flat.Text)) && !s.Words.Mannered(t.Flat.Text)
}

// paragraphLabel reads the number of a paragraph: digits and a stop, or what the language has instead.
func (s *sorter) paragraphLabel(t *Text) (lexicon.Label, bool) {
	if t == nil {
		return lexicon.Label{}, false
	}
	l, ok := s.label(t)
	return l, ok && s.countsParagraph(l)
}

// itemLabel reads the label of an item: everything but the number of a paragraph.
func (s *sorter) itemLabel(t *Text) (lexicon.Label, bool) {
	if t == nil {
		return lexicon.Label{}, false
	}
	l, ok := s.label(t)
	return l, ok && !s.countsParagraph(l) && !capital(l)
}
