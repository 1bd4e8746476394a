package layout

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// Conferences set the verbs of their resolutions on lines of their own, in lower case: "considering", and below it the
// recitals a) and b); "resolves", and below it 1 and 2 without a stop. What stands below a verb is a group.

// maxVerb is the length in letters of the longest line of a verb with those whom it addresses.
const maxVerb = 240

// isVerb reports whether the text is the verb of a group.
func (s *sorter) isVerb(t *Text) bool {
	if t == nil || longer(t.Flat.Text, maxVerb) || s.Source.Dialect.Paged() {
		return false
	}
	text := t.Flat.Text
	if ending(text) != open || !startsLower(text) {
		return false
	}
	_, recital := s.Words.Recital(text)
	_, operative := s.Words.Operative(text)
	return recital || operative
}

// groups takes the recitals where they stand in groups.
func (s *sorter) groups() {
	s.grouped = s.Formula != nil && s.isVerb(s.peek(0))
	for s.grouped && s.next < len(s.texts) && !s.operativeGroup() {
		t := s.take()
		if s.isVerb(t) {
			s.recital(t)
			continue
		}
		if l, ok := s.itemLabel(t); !ok || !s.lists.add(s.Resolution, t, l) {
			s.lastRecital().add(t)
		}
	}
}

// operativeGroup reports whether the next text is the verb of an operative group, or what follows the preamble.
func (s *sorter) operativeGroup() bool {
	t := s.peek(0)
	_, recital := s.Words.Recital(t.Flat.Text)
	return s.isVerb(t) && !recital || s.isAnnex(t) || s.isClosing(t)
}

// add puts a text that is no item into the recital: before its items or behind the last of them.
func (r *Recital) add(t *Text) {
	if len(r.Items) == 0 {
		r.More = append(r.More, t)
		return
	}
	r.Wrap = append(r.Wrap, t)
}

// group takes what belongs to an operative group: the verb, the items and other texts.
func (b *body) group() bool {
	t := b.peek(0)
	switch {
	case !b.grouped:
		return false
	case b.isVerb(t):
		b.paragraph(nil, b.take())
		return true
	case b.last == nil:
		return false
	}
	if l, ok := b.groupLabel(t); ok && b.lists.add(b.Resolution, t, l) {
		b.take()
		return true
	}
	if b.item() {
		return true
	}
	if item := b.lists.last(); item != nil {
		item.More = append(item.More, b.take())
	} else {
		b.last.More = append(b.last.More, b.take())
	}
	return true
}

// groupNumber matches the number of an item in a group: 3, or 3.1 inside it.
var groupNumber = regexp.MustCompile(`^((?:\d+\.)*)(\d+)[ \t\x{a0}]`)

// groupLabel reads the number of an item, if it is the one that is due.
func (b *body) groupLabel(t *Text) (lexicon.Label, bool) {
	m := groupNumber.FindStringSubmatch(t.Flat.Text)
	if m == nil {
		return lexicon.Label{}, false
	}
	n, err := strconv.Atoi(m[2])
	text := m[1] + m[2]
	l := lexicon.Label{Text: text, Value: text, Kind: lexicon.Number, Ordinal: n, Len: len(text)}
	if depth := strings.Count(text, "."); depth > 0 {
		l.Kind = deepNumber + lexicon.LabelKind(min(depth, maxLevels))
	}
	return l, err == nil && b.lists.due(l)
}

// deepNumber is the kind below those of numbers like 3.1 and 3.1.2, each of which has lists of its own.
const deepNumber lexicon.LabelKind = 200
