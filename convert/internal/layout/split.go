package layout

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// split cuts blocks in which several texts follow each other without a blank line, as they do in what is taken from
// a printed document.
func (r *Resolution) split(texts []*Text) []*Text {
	switch {
	case r.Source.Dialect.Paged(), r.hardWrapped(texts):
	case r.Source.Dialect == source.Plain:
		return r.splitLines(texts)
	default:
		return texts
	}
	s := &splitter{Resolution: r, width: lineWidth(r.Source.Src, texts)}
	return s.all(texts)
}

// splitLines cuts the texts whose lines are paragraphs: items below what introduces them, and sentences of many words.
func (r *Resolution) splitLines(texts []*Text) []*Text {
	var out []*Text
	for _, t := range texts {
		from := 0
		for i := 1; t.Table == nil && i < len(t.Lines); i++ {
			if r.beginsLine(t, i) {
				out = append(out, r.sub(t, from, i))
				from = i
			}
		}
		if from > 0 {
			t = r.sub(t, from, len(t.Lines))
		}
		out = append(out, t)
	}
	return out
}

// beginsLine reports whether a text begins with line i: after the end of a sentence an item does, or a sentence where the line
// before it is longer than those of a page.
func (r *Resolution) beginsLine(t *Text, i int) bool {
	before, text := r.uncalled(t, i-1), r.uncalled(t, i)
	if ending(before) != closed {
		return false
	}
	if l, ok := r.Words.Label(text); ok && parenthesised(l) && !isYear(l) {
		return true
	}
	return endsInStop(before) && startsUpper(text) && longer(before, longLine)
}

// longLine is the number of letters that no line of a page has. Where more than one line in mostLong is as long, no lines are
// those of a page.
const (
	longLine = 200
	mostLong = 4
)

// hardWrapped reports whether the lines of a plain text end where the page did: it was taken from a printed document, too.
func (r *Resolution) hardWrapped(texts []*Text) bool {
	wrapped, lines, long := 0, 0, 0
	for _, t := range texts {
		if len(t.Lines) > 1 && t.Table == nil {
			wrapped++
		}
		for _, l := range t.Lines {
			lines++
			if longer(r.Source.Src[l.Start:l.End], longLine) {
				long++
			}
		}
	}
	return long*mostLong <= lines && r.Source.Dialect == source.Plain && len(texts) > 2 && wrapped*3 > len(texts)
}

// A splitter goes through the lines of the texts.
type splitter struct {
	*Resolution
	width   int  // of a full line in characters
	running bool // the enacting words have been seen
	number  int  // of the last paragraph
	out     []*Text
	// agendaDue reports that the last field was an agenda item: its title follows.
	agendaDue bool
	// titleDue reports that the adopted heading or the sponsors have been seen.
	titleDue bool
	// drafted reports that the sponsors have been seen.
	drafted bool
	// amending reports that the sponsors submit an amendment.
	amending bool
	// annexTitles is how many titles of an annex may still follow.
	annexTitles int
	// measured is the text whose margin is left.
	measured *Text
	left     int
}

func (s *splitter) all(texts []*Text) []*Text {
	front := s.formulaIn(texts)
	if front < 0 {
		n := s.frontOnly(texts)
		for _, t := range texts[:n] {
			s.frontText(t)
		}
		texts = texts[n:]
	}
	for i, t := range texts {
		switch {
		case s.inHead(t), t.Table != nil:
			s.out = append(s.out, t)
		case i < front:
			s.out = append(s.out, s.masthead(t)...)
		case i == front:
			s.first(t)
		case i == 0 && s.titleDue:
			s.titled(t)
		default:
			s.text(t)
		}
	}
	s.joinTitle()
	return s.out
}

// frontText cuts a text of the front. What stands below the heading of a statement or note, or says what an organ does, is
// the body's.
func (s *splitter) frontText(t *Text) {
	end, drafted := len(t.Lines), s.titleDue
	from, draft := s.draftWords(t, 0)
	s.amending = s.amending || draft > 0 && s.draftsAmendment(s.lineOf(t, from, draft))
	for i := range t.Lines {
		text := s.line(t.Lines[i])
		if (drafted || draft > 0 && i >= draft) && i > 0 && s.beginsBody(text) {
			end = i
			break
		}
		if slot := s.slotOfLineText(text); slot == lexicon.PresidentialStatement || slot == lexicon.DocumentKind {
			end = i + 1
			break
		}
	}
	s.out = append(s.out, s.masthead(s.sub(t, 0, end))...)
	if end < len(t.Lines) {
		s.text(s.sub(t, end, len(t.Lines)))
	}
}

// titled cuts the text below the sponsors: the title, and what an organ does or an amendment says.
func (s *splitter) titled(t *Text) {
	for i := 1; i <= min(len(t.Lines)-1, maxTitleLines); i++ {
		if s.beginsBody(s.line(t.Lines[i])) {
			s.text(s.sub(t, 0, i))
			t = s.sub(t, i, len(t.Lines))
			break
		}
	}
	s.text(t)
}

// beginsBody reports whether the body begins with a line below the sponsors: it says what an organ does or, in an amendment,
// what is to be done.
func (s *splitter) beginsBody(line string) bool {
	return s.organActs(line) || s.amending && !startsLower(line) && s.Words.Amends(line)
}

// maxTitleLines is the number of lines that the longest titles of documents and sections have, with room.
const maxTitleLines = 8

// formulaIn is the index of the text in which the enacting words stand. Where they stand nowhere, it is -1.
func (s *splitter) formulaIn(texts []*Text) int {
	for i, t := range texts[:min(len(texts), maxFront)] {
		if _, end := s.formulaLines(t); end > 0 && t.Table == nil {
			return i
		}
	}
	return -1
}

// frontOnly is the number of texts, of which none has enacting words, that are fields of the masthead.
func (s *splitter) frontOnly(texts []*Text) int {
	last := 0
	for i, t := range texts[:min(len(texts), maxFront)] {
		if t.Table != nil {
			continue
		}
		if s.isNumberedTitle(t) {
			return i + 1
		}
		if _, ok := s.label(t); ok || s.opens(t.Flat.Text) {
			return last
		}
		for n := range t.Lines[:min(len(t.Lines), 8)] {
			if slot := s.slotOfText(s.sub(t, n, n+1)); slot != 0 && slot < lexicon.Meeting || slot == lexicon.DraftResolution || slot == lexicon.PresidentialStatement || slot == lexicon.DocumentKind {
				last = i + 1
			}
		}
	}
	return last
}

// formulaLines are the lines of the text that are nothing but the enacting words.
func (s *splitter) formulaLines(t *Text) (start, end int) {
	for i := range t.Lines {
		for end := i + 1; end <= min(i+3, len(t.Lines)); end++ {
			part := &source.Block{Lines: t.Lines[i:end]}
			if text := part.Text(s.Source.Src); s.isFormulaText(text) || s.introducesItems(text) {
				return i, end
			}
		}
	}
	return 0, 0
}

// introducesItems reports whether the text is the name of the organ that decides and a colon, after which a draft
// decision lists what it does.
func (s *splitter) introducesItems(text string) bool {
	name, ok := strings.CutSuffix(text, ":")
	return ok && s.isFormulaText(name+",")
}

// first cuts the text with the enacting words: what stands before them is the front's.
func (s *splitter) first(t *Text) {
	start, end := s.formulaLines(t)
	if start > 0 {
		s.out = append(s.out, s.masthead(s.sub(t, 0, start))...)
	}
	s.out = append(s.out, s.sub(t, start, end))
	s.running = true
	if end < len(t.Lines) {
		s.text(s.sub(t, end, len(t.Lines)))
	}
}

// text cuts a text of the body.
func (s *splitter) text(t *Text) {
	from := 0
	for i := range t.Lines {
		begins := i == 0 || s.begins(t, from, i)
		if begins && i > 0 {
			s.add(s.sub(t, from, i))
			from = i
		}
		if begins && s.beginsUnstopped(t, i) {
			s.number++
		}
		s.count(t.Lines[i], begins)
	}
	if from > 0 {
		t = s.sub(t, from, len(t.Lines))
	}
	s.add(t)
}

// add adds a text of the body.
func (s *splitter) add(t *Text) {
	s.out = append(s.out, t)
	switch {
	case s.isAnnex(t):
		s.annexTitles = maxAnnexTitles
	case ending(t.Flat.Text) != open:
		s.annexTitles = 0
	case s.annexTitles > 0:
		s.annexTitles--
	}
}

// count notes the number of the paragraph that begins with the line. Where a text begins there, some may be missing.
func (s *splitter) count(l source.Line, begins bool) {
	n, _, ok := s.paragraphNumber(s.line(l))
	if ok && (n == s.number+1 || n == 1 || begins && n > s.number && n <= s.number+maxSkip) {
		s.number = n
	}
}

func (s *splitter) line(l source.Line) string { return s.Source.Src[l.Start:l.End] }

// uncalled is the text of line i without the calls of notes.
func (r *Resolution) uncalled(t *Text, i int) string {
	l := t.Lines[i]
	if !slices.ContainsFunc(t.Calls, func(c *Call) bool { return c.Start >= l.Start && c.Start < l.End }) {
		return r.Source.Src[l.Start:l.End]
	}
	return r.sub(t, i, i+1).Flat.Text
}

// paragraphNumber reads the number of a paragraph, alone on its line or not.
func (s *splitter) paragraphNumber(text string) (n int, bare, ok bool) {
	l, ok := s.Words.Label(text)
	if !ok || !s.countsParagraph(l) {
		return 0, false, false
	}
	n, err := strconv.Atoi(l.Value)
	return n, l.Len == len(text), err == nil
}

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
	return s.wordsBegin(s.stepped(before, i-from == 1), text) || s.endsHeading(t, from, i) || s.headsNext(t, i)
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
		return closesText(before) || s.isLoneLine(before) || s.isShort(before, text)
	}
	return s.isLoneLine(before)
}

func (s *splitter) slotOfLineText(text string) lexicon.Slot {
	line, _ := s.Words.Line(text)
	return line.Slot
}

func (s *splitter) isLoneLine(text string) bool {
	if _, _, ok := s.Resolution.bareLabel(text); ok {
		return true
	}
	line, ok := s.Words.Line(text)
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
		return bare || indented || closesText(before) || s.isShort(before, text)
	}
	return indented || closesText(before) || parenthesised(l) && s.isShort(before, text)
}

// maxSkip is how many numbers may be missing between two paragraphs.
const maxSkip = 5

// stepsIn reports whether the indent of a line shows that a text begins with it.
func (s *splitter) stepsIn(prev, l source.Line) bool {
	return s.Source.Dialect == source.PDFLayout && l.Indent-prev.Indent >= minIndent
}

// stepsOut reports whether a line begins right of the margin as first lines do.
func (s *splitter) stepsOut(t *Text, l source.Line) bool {
	step := l.Indent - s.leftOf(t)
	return step >= minIndent && step <= maxIndent
}

// leftOf is the margin of the text: that of its page or, where first lines are more than others, the column to which most
// of the few others go back.
func (s *splitter) leftOf(t *Text) int {
	if s.measured == t {
		return s.left
	}
	margin := s.Source.Pages[t.Page].Margin
	s.measured, s.left = t, margin
	for _, l := range t.Lines {
		if back := margin - l.Indent; back < minIndent || back > maxIndent {
			continue
		}
		if _, labelled := s.lineLabel(s.line(l)); !labelled { // a section's label hangs to the left
			s.left = min(s.left, l.Indent)
		}
	}
	return s.left
}

// minIndent is the number of columns by which the first line of a text is indented at least.
const minIndent = 3

// maxIndent is the largest indent of a first line; what begins farther right is set in the middle or at the right.
const maxIndent = 12

// indentBegins reports by the indents whether a text begins with line i.
func (s *splitter) indentBegins(t *Text, from, i int) bool {
	prev, l := t.Lines[i-1], t.Lines[i]
	step := l.Indent - prev.Indent
	switch {
	case step >= minIndent:
		return !s.hangs(prev, l)
	case step <= -minIndent && i-from > 1:
		return true // back from an indented block
	case s.inInset(t, from, i):
		return s.beginsInset(t, i)
	case i-from == 1 && s.stepsOut(t, prev) && s.stepsOut(t, l):
		if _, labelled := s.lineLabel(s.line(prev)); !labelled {
			return true // a first line after a first line
		}
	}
	before := s.uncalled(t, i-1)
	return s.opens(s.line(l)) && closesText(before) && s.isShort(before, s.line(l))
}

// An inset text has minInset lines at least, which step in equally; its width is that of the next maxInset lines.
const (
	minInset = 3
	maxInset = 40
)

// inInset reports whether the lines from the given one to line i are those of an inset text.
func (s *splitter) inInset(t *Text, from, i int) bool {
	first := t.Lines[from]
	if _, labelled := s.lineLabel(s.line(first)); labelled || !s.stepsOut(t, first) {
		return false
	}
	return t.Lines[i-1].Indent == first.Indent && len(inset(t, i)) >= minInset
}

// inset are the lines from the one before line i on that step in equally.
func inset(t *Text, i int) []source.Line {
	end := i
	for end < min(len(t.Lines), i+maxInset) && t.Lines[end].Indent == t.Lines[i-1].Indent {
		end++
	}
	return t.Lines[i-1 : end]
}

// beginsInset reports whether a text begins with line i of an inset: with an opening phrase, or after a line that is not
// full.
func (s *splitter) beginsInset(t *Text, i int) bool {
	before, text := s.uncalled(t, i-1), s.line(t.Lines[i])
	if s.opens(text) && ending(before) != open {
		return true
	}
	full := 0
	for _, l := range inset(t, i) {
		full = max(full, utf8.RuneCountInString(s.line(l)))
	}
	word, _, _ := strings.Cut(text, " ")
	return startsUpper(text) && utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) <= full
}

// hangs reports whether a line goes on under the text after the label of the line before it.
func (s *splitter) hangs(prev, l source.Line) bool {
	text := s.line(prev)
	label, ok := s.lineLabel(text)
	if !ok {
		return false
	}
	rest := strings.TrimLeft(text[label.Len:], " ")
	column := prev.Indent + utf8.RuneCountInString(text) - utf8.RuneCountInString(rest)
	return l.Indent-column <= 1 && column-l.Indent <= 1
}

// wordsBegin reports by the words whether a text begins with a line.
func (s *splitter) wordsBegin(before, text string) bool {
	switch {
	case startsLower(text):
		return false
	case s.opens(text):
		return ending(before) != open || s.isHalf(before) || closesText(before) && s.isShort(before, text)
	case !startsUpper(text):
		return false
	case ending(before) == comma:
		return s.isHalf(before) // an opening phrase that is not known is rarer than a list of names
	}
	return ending(before) == closed && s.isShort(before, text)
}

// closesText reports whether a text can end with the line.
func closesText(line string) bool {
	if ending(line) != open {
		return true
	}
	return strings.HasSuffix(line, " and") || strings.HasSuffix(line, " or")
}

// isShort reports whether a line ends before the margin: the first word of the next one would have fitted on it.
func (s *splitter) isShort(line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return (utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word))*100 < s.width*fullLine
}

// isHalf reports whether a line takes so little of the width that no running text goes on after it.
func (s *splitter) isHalf(line string) bool {
	return utf8.RuneCountInString(line)*100 < s.width*halfLine
}

const halfLine = 80

// fullLine is the part of the usual width, in per cent, that a full line with the first word of the next one has at
// least: in nine of ten paragraphs the last line has less, in one of a hundred another line.
const fullLine = 99

// lineWidth is the number of characters that a line of running text usually has.
func lineWidth(src string, texts []*Text) int {
	var widths []int
	for _, t := range texts {
		for _, l := range t.Lines {
			if n := utf8.RuneCountInString(src[l.Start:l.End]); n > shortWidth {
				widths = append(widths, n)
			}
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// shortWidth is the number of characters below which a line says nothing of the width.
const shortWidth = 60
