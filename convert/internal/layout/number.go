package layout

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// Numbers that are no paragraphs' own, and paragraphs whose numbers are damaged.

// unstopped matches a number that has lost its stop, or has a comma instead.
var unstopped = regexp.MustCompile(`^(\d{1,3}),?(?:[ \t\n\x{a0}]+|$)`)

// dueLabel reads a number without its stop where it is the next one and what follows opens a paragraph.
func (b *body) dueLabel(t *Text) (lexicon.Label, bool) {
	if b.number == 0 && len(*b.nodes) > 0 {
		return lexicon.Label{}, false
	}
	return b.unstoppedLabel(t.Flat.Text, b.number+1)
}

// firstUnstopped reports whether the text is the first paragraph, whose number has lost its stop: the next number is 2.
func (s *sorter) firstUnstopped(t *Text) bool {
	if _, ok := s.unstoppedLabel(t.Flat.Text, 1); !ok {
		return false
	}
	for s.numberedFrom = max(s.numberedFrom, s.next+1); s.numberedFrom < len(s.texts); s.numberedFrom++ {
		if l, ok := s.paragraphLabel(s.texts[s.numberedFrom]); ok {
			return l.Ordinal == 2
		}
	}
	return false
}

// unstoppedLabel reads the given number without its stop before an opening phrase.
func (r *Resolution) unstoppedLabel(text string, due int) (lexicon.Label, bool) {
	m := unstopped.FindStringSubmatchIndex(text)
	if m == nil || !r.opensUnstopped(text) {
		return lexicon.Label{}, false
	}
	if n, _ := strconv.Atoi(text[m[2]:m[3]]); n != due {
		return lexicon.Label{}, false
	}
	end := m[3]
	if strings.HasPrefix(text[end:], ",") {
		end++
	}
	return lexicon.Label{Text: text[:end], Value: text[:m[3]], Kind: lexicon.Number, Ordinal: due, Len: end}, true
}

// opensUnstopped reports whether the text is a number without its stop and an opening phrase.
func (r *Resolution) opensUnstopped(text string) bool {
	m := unstopped.FindStringIndex(text)
	if m == nil || startsInside(text[m[1]:]) {
		return false
	}
	_, opens := r.Words.Operative(text[m[1]:])
	return opens
}

// beginsUnstopped reports whether a paragraph begins with line i whose number has lost its stop, alone on its line or not.
func (s *splitter) beginsUnstopped(t *Text, i int) bool {
	if i > 0 && !s.closesText(s.uncalled(t, i-1)) {
		return false
	}
	_, ok := s.unstoppedLabel(s.lineOf(t, i, min(i+2, len(t.Lines))), s.number+1)
	return ok
}

// isUnstopped reports whether the lines are nothing but a number that has lost its stop, and the text goes on.
func (s *splitter) isUnstopped(t *Text, from, i int) bool {
	if first := s.line(t.Lines[from]); i != from+1 || unstopped.FindString(first) != first {
		return false
	}
	_, ok := s.unstoppedLabel(s.lineOf(t, from, i+1), s.number)
	return ok
}

// quotedAfterColon takes the numbered texts that the last paragraph, which ends in a colon, quotes: an amendment replaces
// paragraph 7. The paragraphs' own numbers go on after them.
func (b *body) quotedAfterColon() bool {
	if b.last == nil || b.last.Label == nil || len(b.last.Items)+len(b.last.More) > 0 || !endsInColon(b.last.Text) {
		return false
	}
	l, ok := b.paragraphLabel(b.peek(0))
	if !ok || l.Ordinal == 1 {
		return false
	}
	n := b.quotedNumbers(0)
	for range n {
		b.last.More = append(b.last.More, b.take())
	}
	return n > 0
}

// inset takes a text that ends in a colon and the numbered ones that it quotes: their numbers are not the next of the
// paragraphs', which go on after them.
func (b *body) inset() bool {
	t := b.peek(0)
	if b.last == nil || b.last.Label == nil || len(b.last.Items) > 0 || !endsInColon(t) {
		return false
	}
	if _, labelled := b.label(t); labelled {
		return false
	}
	n := b.quotedNumbers(1)
	if n == 0 {
		return false
	}
	for range n + 1 {
		b.last.More = append(b.last.More, b.take())
	}
	return true
}

// quotedNumbers is how many numbered texts from the one n places ahead on are not the paragraphs' own: they run on from
// a number that is not due, up to the one that is.
func (b *body) quotedNumbers(n int) int {
	first, ok := b.paragraphLabel(b.peek(n))
	if !ok || first.Ordinal == b.number+1 {
		return 0
	}
	for count := 1; ; count++ {
		next := b.peek(n + count)
		l, ok := b.paragraphLabel(next)
		switch {
		case ok && l.Ordinal == first.Ordinal+count && l.Ordinal != b.number+1:
		case ok && l.Ordinal == b.number+1, b.headingBeforeDue(n + count):
			return count
		default:
			return 0
		}
	}
}

// headingBeforeDue reports whether the text n places ahead is a heading, and the paragraph that is due follows it.
func (b *body) headingBeforeDue(n int) bool {
	ahead := *b.sorter
	ahead.next += n
	h, ok := ahead.readHeading()
	if !ok {
		return false
	}
	l, ok := ahead.paragraphLabel(ahead.peek(h.taken))
	return ok && l.Ordinal == b.number+1
}

// listed reports whether the number begins a list inside the last paragraph: 1. after a paragraph that ends in a colon,
// where the numbers of paragraphs go on after the list.
func (b *body) listed(l lexicon.Label) bool {
	return l.Ordinal == 1 && b.number > 1 && b.last.Label != nil && len(b.last.Items) == 0 && endsInColon(b.last.Text) &&
		b.quotedNumbers(0) > 1
}

// findNumbering finds how the paragraphs are numbered: with a stop or, where nothing with a stop opens as a paragraph does,
// as items are elsewhere, 1) or (1).
func (r *Resolution) findNumbering(texts []*Text) {
	var one lexicon.Label // that stands alone at the end of the text before
	for _, t := range texts {
		if t.Table != nil {
			continue
		}
		for _, line := range t.Lines {
			text := r.Source.Src[line.Start:line.End]
			if l, ok := r.Words.Label(text); ok && l.Kind == lexicon.Number && l.Ordinal == 1 {
				one, text = l, strings.TrimLeft(text[l.Len:], " \t")
			}
			if one.Len == 0 || text == "" {
				continue
			}
			_, opens := r.Words.Operative(text)
			switch {
			case opens && !parenthesised(one):
				r.numbering = ""
				return
			case opens && r.numbering == "":
				r.numbering = form(one)
			}
			one = lexicon.Label{}
		}
	}
}

// countsParagraph reports whether the label is the number of a paragraph.
func (r *Resolution) countsParagraph(l lexicon.Label) bool {
	return l.Kind == lexicon.Number && (!parenthesised(l) || r.numbering != "" && form(l) == r.numbering)
}
