package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// maxHeading is the length in letters of the longest heading.
const maxHeading = 400

// heading takes the heading of a section, part, lettered part or division.
func (b *body) heading() bool {
	h, ok := b.readHeading()
	if !ok {
		return false
	}
	n := &Node{Kind: h.kind, Text: h.title}
	b.next += h.taken
	if h.label != nil {
		n.Label = b.cutLabel(h.labelText, *h.label)
		if h.title == h.labelText && h.labelText.Flat.Text == "" && len(h.labelText.Calls) == 0 {
			n.Text = nil
		}
	}
	b.openSection(n)
	return true
}

// openSection closes the sections of the same and lower levels and opens a new one.
func (b *body) openSection(n *Node) {
	for i, open := range b.sections {
		if rank(open.Kind) >= rank(n.Kind) {
			b.sections = b.sections[:i]
			break
		}
	}
	b.add(n)
	b.sections = append(b.sections, n)
	b.last, b.headed = nil, true
}

// rank orders the levels, the highest first.
func rank(k NodeKind) int {
	switch k {
	case Part:
		return 0
	case Section:
		return 1
	case Letter:
		return 2
	}
	return 3
}

// A heading is what stands at a heading: a label, a title or both, in one or two texts.
type heading struct {
	kind      NodeKind
	label     *lexicon.Label
	labelText *Text
	title     *Text
	taken     int
}

// readHeading reads the heading that the next texts are, if they are one.
func (s *sorter) readHeading() (heading, bool) {
	t := s.peek(0)
	if t == nil || t.Cell || longer(t.Flat.Text, maxHeading) {
		return heading{}, false
	}
	if h, ok := s.labelledHeading(t); ok {
		return h, true
	}
	if s.isTitle(t) && s.paragraphFollows(1) {
		return heading{kind: Division, title: t, taken: 1}, true
	}
	return heading{}, false
}

// labelledHeading reads a heading with a roman numeral, a capital letter or the word for part or section.
func (s *sorter) labelledHeading(t *Text) (heading, bool) {
	l, kind, ok := s.headingLabel(t)
	if !ok {
		return heading{}, false
	}
	h := heading{kind: kind, label: &l, labelText: t, title: t, taken: 1}
	rest := strings.TrimSpace(t.Flat.Text[l.Len:])
	switch {
	case rest != "":
		return h, ending(rest) == open && (!longer(rest, longText) || !s.opens(rest))
	case s.isTitle(s.peek(1)) && (!s.inTable(l) || s.paragraphFollows(2)) ||
		(s.opensLikeText(s.peek(1)) || s.startsWithNumber(s.peek(1))) && s.paragraphFollows(2):
		h.title, h.taken = s.peek(1), 2
	case (kind == Part || kind == Letter && s.decides()) && s.isProse(s.peek(1)): // an article without a title, or decisions A and B
	case !s.paragraphFollows(1):
		return heading{}, false
	}
	return h, true
}

// startsWithNumber reports whether the text can be a title that begins with a number.
func (s *sorter) startsWithNumber(t *Text) bool {
	if t == nil || t.Cell || len(t.Flat.Text) > shortText || !unicode.IsDigit(firstLetter(t.Flat.Text)) {
		return false
	}
	_, labelled := s.label(t)
	return !labelled && ending(t.Flat.Text) == open
}

// isProse reports whether the text is made of sentences.
func (s *sorter) isProse(t *Text) bool {
	return t != nil && !t.Cell && startsUpper(t.Flat.Text) && (endsInStop(t.Flat.Text) || endsInColon(t)) && len(t.Flat.Text) > shortText
}

// inTable reports whether a letter without a stop may be the cell of a table: in reading order its rows are texts like
// any others.
func (s *sorter) inTable(l lexicon.Label) bool {
	return s.Source.Dialect == source.PDFFlow && l.Kind != lexicon.Number && len(l.Text) == 1
}

// headingLabel reads the label of a heading.
func (s *sorter) headingLabel(t *Text) (lexicon.Label, NodeKind, bool) {
	text := t.Flat.Text
	if l, kind, ok := s.bareLabel(text); ok {
		return l, kind, true
	}
	if line, ok := s.known(text); ok && line.Slot == lexicon.PartHeading {
		return lexicon.Label{Text: text, Value: line.Value, Len: len(text)}, Part, len(t.Lines) == 1
	}
	if l, ok := s.label(t); ok {
		switch l.Kind {
		case lexicon.CapitalRoman:
			return l, Section, true
		case lexicon.Capital:
			return l, Letter, !parenthesised(l)
		}
		return l, 0, false
	}
	return lexicon.Label{}, 0, false
}

// bareLabel reads a text that is nothing but the label of a section: a roman numeral, a capital letter or the like.
func (r *Resolution) bareLabel(text string) (lexicon.Label, NodeKind, bool) {
	l, ok := r.Words.HeadingLabel(text)
	if !ok {
		return l, 0, false
	}
	if l.Kind == lexicon.CapitalRoman {
		return l, Section, true
	}
	return l, Letter, true
}

// titles are the slots of lines that can be the title of a section, too: the name of a body, or what it has written.
var titles = map[lexicon.Slot]bool{lexicon.Organ: true, lexicon.Publisher: true, lexicon.Committee: true, lexicon.DocumentKind: true}

// leader is a part of the dots that lead from a text to a figure: lines with them are a table.
const leader = "....."

// isTitle reports whether the text can be the title of a section.
func (s *sorter) isTitle(t *Text) bool { return s.canBeTitle(t) && !s.opens(t.Flat.Text) }

// opensLikeText reports whether the text can be a title though a recital or paragraph can begin with its first word.
func (s *sorter) opensLikeText(t *Text) bool {
	return s.canBeTitle(t) && !longer(t.Flat.Text, longText) && s.opens(t.Flat.Text)
}

func (s *sorter) canBeTitle(t *Text) bool {
	if t == nil || t.Cell || strings.Contains(t.Flat.Text, leader) || longer(t.Flat.Text, maxHeading) || utf8.RuneCountInString(t.Flat.Text) < 2 || firstLetter(t.Flat.Text) == 0 {
		return false
	}
	if _, ok := s.label(t); ok || s.spacedOut(t.Flat.Text) {
		return false
	}
	if line, ok := s.known(t.Flat.Text); ok && !titles[line.Slot] {
		return false
	}
	return ending(t.Flat.Text) == open && (!startsInside(t.Flat.Text) || startsWithDate(t.Flat.Text))
}

// spacedOut reports whether the text is an opening phrase whose letters extraction has set apart: "R ec al ls".
func (s *sorter) spacedOut(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && len(text) <= shortText && !s.opens(text) && s.opens(strings.Join(words, ""))
}

// startsWithDate reports whether the text begins with a year in a script without case: a place and a time are a title
// there, too, but the time stands first.
func startsWithDate(text string) bool {
	rest := strings.TrimLeftFunc(text, unicode.IsDigit)
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(text) && unicode.Is(unicode.Lo, r)
}

// paragraphFollows reports whether the text n places ahead is a numbered paragraph, a recital or a section's label.
func (s *sorter) paragraphFollows(n int) bool {
	t := s.peek(n)
	if t == nil {
		return false
	}
	if _, ok := s.paragraphLabel(t); ok {
		return true
	}
	return s.opens(t.Flat.Text)
}
