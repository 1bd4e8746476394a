package layout

import (
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Where texts begin: on which of its lines a block of a printed page is another text.

// begins reports whether a new text begins with line i of a text whose last beginning was line from.
func (s *splitter) begins(t *Text, from, i int) bool {
	return s.beginsText(t, from, i) && !s.inAdoption(t, from, i)
}

// The words of adoption have the meeting in their first lines; with a list of all States they have maxAdoption at most.
const (
	maxSitting  = 4
	maxAdoption = 200
)

// inAdoption reports whether line i goes on with the words of adoption: they are not complete, or their list of States is
// still open.
func (s *splitter) inAdoption(t *Text, from, i int) bool {
	if i-from > maxAdoption {
		return false
	}
	if s.slotOfLineText(s.lineOf(t, from, min(i, from+maxSitting))) == lexicon.Adoption {
		text := s.lineOf(t, from, i)
		return strings.Count(text, "(") > strings.Count(text, ")")
	}
	return i-from <= 2 && s.slotOfLineText(s.lineOf(t, from, i+1)) == lexicon.Adoption
}

func (s *splitter) beginsText(t *Text, from, i int) bool {
	prev, l := t.Lines[i-1], t.Lines[i]
	before, text := s.uncalled(t, i-1), s.line(l)
	if s.standsAlone(before, text) || s.beginsUnstopped(t, i) || s.beginsVote(before, text) || s.quotesOn(t, from, before, text) {
		return true
	}
	if s.endsAnnexTitle(t, from, i) {
		return true
	}
	if label, ok := s.lineLabel(text); ok {
		return s.labelBegins(label, before, text, s.stepsIn(prev, l)) || s.headsBelow(label, before, text) ||
			s.hangsOut(label, prev, l) || label.Kind == lexicon.Number && label.Ordinal == 1 && s.inHeading(t, from)
	}
	if i-from <= maxLabelLines && s.bareLabel(s.lineOf(t, from, i)) || s.isUnstopped(t, from, i) {
		return false
	}
	if s.amending && !startsLower(text) && endsInColonMark(before) {
		return true // what the amendment inserts
	}
	if s.Source.Dialect == source.PDFLayout {
		return s.indentBegins(t, from, i)
	}
	if s.inHeading(t, from) && s.numberFollows(t, i) {
		return false // the title goes on
	}
	return s.wordsBegin(t, from, i) || s.endsHeading(t, from, i) || s.headsNext(t, i)
}

// firstStep is about as many characters as first lines step in, where columns are not kept.
const firstStep = 6

// stepped is a line as long as it is printed: the first line of a text steps in.
func (s *splitter) stepped(line string, first bool) string {
	if first && s.running {
		return strings.Repeat(" ", firstStep) + line
	}
	return line
}

// endsHeading reports whether the title of a section ends before line i: a recital or paragraph opens with it, or the
// title fills so little of its last line that no text went on after it.
func (s *splitter) endsHeading(t *Text, from, i int) bool {
	text := s.line(t.Lines[i])
	if !s.inHeading(t, from) {
		return false
	}
	if s.opens(text) {
		return true
	}
	last := s.line(t.Lines[i-1])
	return startsUpper(text) && s.isShort(last, text) && (s.isHalf(last) || !s.isHalf(text))
}

// inHeading reports whether the text that begins with line from is the title of a section: the section's label stands
// alone before it.
func (s *splitter) inHeading(t *Text, from int) bool {
	if _, labelled := s.lineLabel(s.line(t.Lines[from])); labelled {
		return false
	}
	before := s.lineAbove(t, from)
	if _, _, ok := s.Resolution.bareLabel(before); ok {
		return true
	}
	if l, ok := s.Words.Label(before); ok && l.Len == len(before) && labelsSection(l) {
		return true
	}
	return s.slotOfLineText(before) == lexicon.PartHeading
}

// lineAbove is the line before the text that begins with line from.
func (s *splitter) lineAbove(t *Text, from int) string {
	switch {
	case from > 0:
		return s.line(t.Lines[from-1])
	case len(s.out) > 0:
		lines := s.out[len(s.out)-1].Lines
		return s.line(lines[len(lines)-1])
	}
	return ""
}

// numberFollows reports whether the lines from i on are the rest of a title: none ends a sentence, and the number of a
// paragraph follows them.
func (s *splitter) numberFollows(t *Text, i int) bool {
	for end := i; end < len(t.Lines) && end < i+maxTitleLines; end++ {
		if _, _, ok := s.paragraphNumber(s.line(t.Lines[end])); ok {
			return true
		}
		if text := s.line(t.Lines[end]); ending(text) != open || s.opens(text) {
			return false
		}
	}
	return false
}

// maxHeadingLines is the number of lines over which a heading between paragraphs runs at the most.
const maxHeadingLines = 3

// headsNext reports whether a heading begins with line i: the paragraph before it has ended, and after the heading's
// lines, none of which ends a sentence, the next number follows.
func (s *splitter) headsNext(t *Text, i int) bool {
	if ending(s.uncalled(t, i-1)) != closed || !startsUpper(s.line(t.Lines[i])) {
		return false
	}
	for end := i + 1; end < len(t.Lines) && end <= i+maxHeadingLines; end++ {
		if ending(s.line(t.Lines[end-1])) != open {
			return false
		}
		if n, _, ok := s.paragraphNumber(s.line(t.Lines[end])); ok {
			return n == s.number+1
		}
	}
	return false
}

func (s *splitter) lineOf(t *Text, from, end int) string {
	part := &source.Block{Lines: t.Lines[from:end]}
	return part.Text(s.Source.Src)
}

// lineLabel reads the label or sign with which a line begins.
func (s *splitter) lineLabel(text string) (lexicon.Label, bool) {
	if sign, ok := bulletOf(text); ok {
		return sign, true
	}
	l, ok := s.Words.Label(text)
	return l, ok && !isYear(l)
}

// isYear reports whether the label is a year in parentheses, as it follows the number of a resolution.
func isYear(l lexicon.Label) bool {
	return l.Kind == lexicon.Number && parenthesised(l) && l.Ordinal >= 1000
}

// maxLabelLines is more than the number of lines that extraction cuts a label into.
const maxLabelLines = 4

// bareLabel reports whether the text is nothing but the label of a paragraph or item.
func (s *splitter) bareLabel(text string) bool {
	l, ok := s.lineLabel(text)
	return ok && l.Len == len(text)
}

// headsBelow reports whether a line is the heading of a section right below another's: A. Officers after I. Organization.
func (s *splitter) headsBelow(l lexicon.Label, before, text string) bool {
	if !labelsSection(l) || l.Len == len(text) {
		return false
	}
	above, ok := s.Words.Label(before)
	return ok && above.Kind != l.Kind && capital(above) && s.isShort(before, text)
}

// hangsOut reports whether the label of a section stands left of the lines above, and its title below them.
func (s *splitter) hangsOut(label lexicon.Label, prev, l source.Line) bool {
	return s.Source.Dialect == source.PDFLayout && labelsSection(label) && s.hangs(l, prev)
}

// quotesOn reports whether a paragraph of a quotation begins with the line: each has an opening quotation mark, the last
// alone a closing one.
func (s *splitter) quotesOn(t *Text, from int, before, text string) bool {
	return quoted(text) && quoted(s.line(t.Lines[from])) && startsUpper(text) && ending(before) == closed && trimEnd(before) == before
}

// beginsVote reports whether a vote in brackets begins with the line.
func (s *splitter) beginsVote(before, text string) bool {
	return ending(before) == closed && s.isVote(text)
}

// standsAlone reports whether a line is a text of its own: a heading's number, the word Annex, the meeting.
func (s *splitter) standsAlone(before, text string) bool {
	if s.isLoneLine(text) || s.slotOfLineText(text) == lexicon.Adoption {
		return s.closesText(before) || s.isLoneLine(before) || s.isShort(before, text)
	}
	return s.isLoneLine(before)
}

func (s *splitter) slotOfLineText(text string) lexicon.Slot {
	line, _ := s.known(text)
	return line.Slot
}

func (s *splitter) isLoneLine(text string) bool {
	if _, _, ok := s.Resolution.bareLabel(text); ok {
		return true
	}
	line, ok := s.known(text)
	if !ok {
		return false
	}
	switch line.Slot {
	case lexicon.Annex:
		return ending(text) == open
	case lexicon.PartHeading, lexicon.Meeting:
		return true
	}
	return false
}

// labelBegins reports whether a label begins a text rather than being a number or letter in running text.
func (s *splitter) labelBegins(l lexicon.Label, before, text string, indented bool) bool {
	if s.countsParagraph(l) {
		n, bare, ok := s.paragraphNumber(text)
		if !ok || n > s.number+maxSkip && n != 1 || n < 1 {
			return false
		}
		if n == s.number+1 && startsUpper(text[l.Len:]) {
			return true
		}
		return bare || indented || s.closesText(before) || s.isShort(before, text)
	}
	return indented || s.closesText(before) || parenthesised(l) && s.isShort(before, text)
}

// maxSkip is how many numbers may be missing between two paragraphs.
const maxSkip = 5

// wordsBegin reports by the words whether a text begins with line i.
func (s *splitter) wordsBegin(t *Text, from, i int) bool {
	before, text := s.stepped(s.uncalled(t, i-1), i-from == 1), s.line(t.Lines[i])
	switch {
	case startsLower(text):
		return false
	case s.opens(text):
		return ending(before) != open || s.isHalf(before) || s.closesText(before) && s.isShort(before, text)
	case !startsUpper(text):
		return false
	case ending(before) == comma:
		// An opening phrase that is not known is rarer than a list of names.
		return s.isHalf(before) || s.number == 0 && s.mannered(s.lineOf(t, max(from, i-maxTitleLines), i), text)
	}
	return ending(before) == closed && s.isShort(before, text)
}

// closesText reports whether a text can end with the line.
func (s *splitter) closesText(line string) bool {
	return ending(line) != open || s.Words.EndsInConjunction(line)
}
