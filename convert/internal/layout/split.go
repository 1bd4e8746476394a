package layout

import (
	"slices"
	"strconv"
	"strings"

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
func (r *Resolution) splitLines(texts []*Text) []*Text { return r.cutWhere(texts, r.beginsLine) }

// cutWhere cuts the texts before each line but the first with which a text begins. Tables stay whole.
func (r *Resolution) cutWhere(texts []*Text, begins func(t *Text, i int) bool) []*Text {
	var out []*Text
	for _, t := range texts {
		from := 0
		for i := 1; t.Table == nil && i < len(t.Lines); i++ {
			if begins(t, i) {
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
