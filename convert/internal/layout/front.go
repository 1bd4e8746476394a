package layout

import (
	"regexp"
	"strings"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// maxFront is the number of texts within which the enacting words are looked for.
const maxFront = 80

// front takes the masthead and the preface: everything before the enacting words or, where there are none, as long
// as it is recognised.
func (s *sorter) front() { s.frontUpTo(s.frontEnd()) }

// frontUpTo takes the texts up to the one with the given index as the front.
func (s *sorter) frontUpTo(end int) {
	f := &fronter{sorter: s}
	for s.next < end {
		f.field(s.take())
	}
	f.finish()
}

// frontEnd is the index of the first text after the front.
func (s *sorter) frontEnd() int {
	if i, ok := s.formulaIndex(); ok {
		return i
	}
	for i, t := range s.texts[:min(len(s.texts), maxFront)] {
		if s.isNumberedTitle(t) {
			if numbered.FindString(t.Flat.Text) == t.Flat.Text {
				return min(i+2, len(s.texts))
			}
			return i + 1
		}
		if _, ok := s.label(t); ok || longer(t.Flat.Text, maxHeading) {
			break
		}
	}
	last, title := s.beforeSymbol(), false
	for i, t := range s.texts[:min(len(s.texts), maxFront)] {
		switch {
		case i < last:
		case s.isFrontLine(t):
			last, title = i+1, false
		case i > 0 && i == last && s.slotOf(s.texts[i-1]) == lexicon.AgendaItem && (s.isTitle(t) || s.canBeTitle(t) && i+1 < len(s.texts) && s.isFrontLine(s.texts[i+1])):
			last = i + 1 // of the agenda item
		case title && s.slotOf(s.texts[last-1]) == lexicon.DraftResolution:
			return i // the title follows the sponsors
		case s.opens(t.Flat.Text) || title || last == 0:
			return last
		default:
			title = true // one text between two known lines is a title
		}
	}
	return last
}

// beforeSymbol is the number of lines above the symbol of the document, 0 where there is none near the start: a symbol is
// the same in languages that are not known.
func (s *sorter) beforeSymbol() int {
	for i, t := range s.texts[:min(len(s.texts), maxAboveSymbol+1)] {
		switch {
		case isSymbol(t.Flat.Text):
			return i
		case !s.isFrontLine(t) && !s.isTitle(t):
			return 0
		}
	}
	return 0
}

// maxAboveSymbol is how many lines a masthead has above the symbol at most: the publisher and the organ.
const maxAboveSymbol = 2

func (s *sorter) isFrontLine(t *Text) bool {
	if isSymbol(t.Flat.Text) {
		return true
	}
	line, ok := s.known(t.Flat.Text)
	return ok && line.Slot != lexicon.PartHeading && line.Slot != lexicon.Annex && line.Slot != lexicon.Meeting && line.Slot != lexicon.Adoption
}

// formulaIndex is the index of the enacting words: the first that end in a comma or, without one, the first that no
// line of the masthead follows, for the masthead names the organ, too. Where the language has no article to tell the
// two apart, what follows does.
func (s *sorter) formulaIndex() (int, bool) {
	bare := -1
	for i, t := range s.texts[:min(len(s.texts), maxFront)] {
		switch {
		case !s.isFormula(t) && !s.isLoneOrgan(i):
			if s.isFrontLine(t) || s.isNumberedTitle(t) {
				bare = -1
			}
		case ending(t.Flat.Text) == comma:
			return i, true
		case bare < 0 && (s.slotOf(t) == 0 || s.paragraphFollows(i+1-s.next)) || s.followsTitle(i):
			bare = i
		}
	}
	return bare, bare >= 0
}

// followsTitle reports whether a title with its number stands right before the text with the given index.
func (s *sorter) followsTitle(i int) bool { return i > 0 && s.isNumberedTitle(s.texts[i-1]) }

// isLoneOrgan reports whether the text with the given index is an organ's name as the masthead prints it, too, and
// stands where only enacting words do: between the title and the first paragraph.
func (s *sorter) isLoneOrgan(i int) bool {
	return s.followsTitle(i) && s.slotOf(s.texts[i]) == lexicon.Organ && s.paragraphFollows(i+1-s.next)
}

// isFormula reports whether the text is nothing but the enacting words of an organ.
func (s *sorter) isFormula(t *Text) bool { return s.isFormulaText(t.Flat.Text) }

func (r *Resolution) isFormulaText(text string) bool {
	_, rest, ok := r.enacting(text)
	return ok && !startsLower(text) && strings.Trim(rest, " \t\n,،，:") == ""
}

// enacting reads the enacting words with which the text begins, and returns the organ and what follows. The place and
// year of a conference belong to its name.
func (r *Resolution) enacting(text string) (organ, rest string, ok bool) {
	text = sitting.ReplaceAllString(text, "$1")
	organ, n, ok := r.Words.Enacting(text)
	if !ok && r.isOrgan(text) {
		return "", "", true
	}
	return organ, text[n:], ok
}

// sitting matches the place and year of a conference after its name: (Dubai, 2018).
var sitting = regexp.MustCompile(`[\s\x{a0}]\([^()]{1,40}\d{4}\)(,?)$`)

// numbered matches the number that stands before the title of an adopted text: 76/82. or ES-10/24. A draft leaves room for
// it: 68/... . An Arabic dash after the number stays with the title, where the United Nations' files have it.
var numbered = regexp.MustCompile(`^(?:(?:S|ES)-)?\d{1,4}/(?:\d{1,4}(?: ?[A-Z])?(?:\.?[\s\x{a0}]+|\.$)|(?:…|\.{3,4}|__+)\.?(?:[\s\x{a0}]+|$))`)

func (r *Resolution) isNumberedTitle(t *Text) bool { return numbered.MatchString(t.Flat.Text) }

func isSymbol(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "*")
	if len(text) > 80 || !strings.Contains(text, "/") {
		return false
	}
	_, err := akn.ParseSymbol(text)
	return err == nil
}

// A fronter goes through the front; what a line without a form of its own means follows from the line before it.
type fronter struct {
	*sorter
	agenda  bool // an agenda item has been seen, and its title has not
	titled  bool
	adopted bool // the adopted heading or a sponsor line has been seen: a title is due
	drafted bool // a sponsor line has been seen
}

// field gives a text of the front its kind. A block of several lines that are fields of their own is cut up.
func (f *fronter) field(t *Text) {
	if len(t.Lines) > 1 && t.Table == nil && !f.Source.Dialect.Paged() && !f.whole(t) {
		for i := 0; i < len(t.Lines); {
			end := f.run(t, i)
			f.single(f.sub(t, i, end))
			i = end
		}
		return
	}
	f.single(t)
}

// whole reports whether the lines of a block belong together.
func (f *fronter) whole(t *Text) bool {
	if _, ok := f.known(t.Flat.Text); ok || f.isNumberedTitle(t) {
		return true
	}
	for i := range t.Lines {
		if f.isLine(f.lineText(t, i, i+1)) {
			return false
		}
	}
	return true
}

// run is the end of the lines from i on that make up one field: a known line alone, or all up to the next known one.
func (f *fronter) run(t *Text, i int) int {
	if f.isLine(f.lineText(t, i, i+1)) {
		return i + 1
	}
	for end := i + 1; end < len(t.Lines); end++ {
		if f.isLine(f.lineText(t, i, end)) || f.isLine(f.lineText(t, end, end+1)) {
			return end
		}
	}
	return len(t.Lines)
}

func (f *fronter) lineText(t *Text, from, end int) string {
	b := source.Block{Lines: t.Lines[from:end]}
	return b.Text(f.Source.Src)
}

func (f *fronter) isLine(text string) bool {
	_, ok := f.known(text)
	return ok || isSymbol(text)
}

// single gives one text its kind.
func (f *fronter) single(t *Text) {
	text := t.Flat.Text
	line, known := f.known(text)
	field := &Field{Text: t, Kind: Unknown, Line: line}
	switch {
	case t.Table != nil:
	case f.isNumberedTitle(t):
		f.numberedTitle(field)
		return
	case isSymbol(text):
		field.Kind = Symbol
	case f.drafted && !f.titled && line.Slot == lexicon.Organ:
		f.title(field)
		return
	case f.agenda && line.Slot == lexicon.Organ && symbolHeads[line.Value] == "":
		field.Kind = AgendaName // the item is about an agency, whose name is its title
	case known && !f.prefaceLine(field):
		field.Kind = Slot
	case f.onlyDates(t) && len(f.Preface) == 0:
		field.Kind = Period
	case field.Kind != Unknown:
		f.Preface = append(f.Preface, field)
		return
	case f.agenda:
		field.Kind = AgendaName
	case f.adopted && !f.titled && !strings.HasPrefix(text, "[") && !startsLower(text):
		f.title(field)
		return
	}
	f.agenda = known && line.Slot == lexicon.AgendaItem
	f.adopted = f.adopted || known && (line.Slot == lexicon.AdoptedHeading || line.Slot == lexicon.ReportLine)
	if len(f.Preface) > 0 {
		f.Preface = append(f.Preface, field)
		return
	}
	f.Cover = append(f.Cover, field)
}

// title makes the field the title.
func (f *fronter) title(field *Field) {
	field.Kind, f.titled = Title, true
	f.Preface = append(f.Preface, field)
}

// onlyDates reports whether the text is the days on which a session is held.
func (f *fronter) onlyDates(t *Text) bool {
	dates := f.Words.Dates(t.Flat.Text)
	if len(dates) == 0 {
		return false
	}
	rest := t.Flat.Text[:dates[0].Start] + t.Flat.Text[dates[len(dates)-1].End:]
	return strings.TrimSpace(rest) == "" && strings.ContainsAny(t.Flat.Text, "-–—")
}

// prefaceLine gives a line that belongs to the preface its kind.
func (f *fronter) prefaceLine(field *Field) bool {
	switch field.Line.Slot {
	case lexicon.DraftResolution:
		field.Kind, f.adopted, f.drafted = Sponsors, true, true
	case lexicon.DocumentKind:
		if f.adopted || len(f.Preface) > 0 {
			return false
		}
		field.Kind = Kind
		f.titleAbove()
	case lexicon.Resolution, lexicon.Decision:
		if _, numbered := field.Line.Part("num"); !numbered && field.Line.Slot == lexicon.Decision {
			return false
		}
		field.Kind = NumberedAs
	case lexicon.AdoptedHeading:
		if _, meeting := field.Line.Part("meeting"); len(f.Preface) == 0 && !meeting {
			return false
		}
		field.Kind = AdoptedAt
	default:
		return false
	}
	return true
}

// titleAbove makes the last unknown line of the masthead the title: that of a note stands above the words for its kind.
func (f *fronter) titleAbove() {
	if n := len(f.Cover); n > 0 && f.Cover[n-1].Kind == Unknown && f.Cover[n-1].Text.Table == nil {
		title := f.Cover[n-1]
		f.Cover = f.Cover[:n-1]
		f.title(title)
	}
}

// numberedTitle reads the number that stands before the title in the same text, or alone before the title's own.
func (f *fronter) numberedTitle(field *Field) {
	text := field.Text.Flat.Text
	field.TitleStart = len(numbered.FindString(text))
	if end, symbol := f.lettersOfNumber(text); end > 0 {
		field.TitleStart, field.symbol = end, symbol
	}
	field.TitleStart += f.letterBefore(text[field.TitleStart:])
	field.Number = strings.TrimRight(text[:field.TitleStart], " \t\n\u00a0")
	f.Preface = append(f.Preface, field)
	if field.TitleStart == len(text) {
		field.Kind, f.adopted, f.titled = TitleNumber, true, false
		return
	}
	field.Kind, f.titled = Title, true
}

// lettersOfNumber reads a number that several texts share, with their letters: 79/548 A and B. It returns where what follows
// it begins, 0 where there is no such number, and the number as symbols have it: 79/548 A-B.
func (r *Resolution) lettersOfNumber(text string) (end int, symbol string) {
	number := beforeLetters.FindString(text)
	if number == "" {
		return 0, ""
	}
	letters, size, ok := r.Words.Letters(text[len(number):])
	if !ok {
		return 0, ""
	}
	rest := text[len(number)+size:]
	after := strings.TrimLeft(strings.TrimPrefix(rest, "."), " \t\n\u00a0")
	if len(after) == len(rest) && rest != "" { // the last letter begins a word
		return 0, ""
	}
	return len(text) - len(after), strings.TrimSpace(number) + " " + letters
}

// beforeLetters matches the number of texts that have letters behind it.
var beforeLetters = regexp.MustCompile(`^(?:(?:S|ES)-)?\d{1,4}/\d{1,4}[ \t\n\x{a0}]?`)

// letterBefore is the length of the letter of a resolution between its number and its title, where the script has no
// capitals: the letter is printed as its name.
func (f *fronter) letterBefore(text string) int {
	name, rest, ok := strings.Cut(text, " ")
	if !ok || !startsCaseless(name) {
		return 0
	}
	if l, ok := f.Words.HeadingLabel(name); !ok || l.Kind != lexicon.Capital || l.Len != len(name) {
		return 0
	}
	return len(text) - len(strings.TrimLeft(rest, " "))
}

// finish makes the last unknown text before the enacting words the title where there is no other.
func (f *fronter) finish() {
	if f.titled || f.next >= len(f.texts) || !f.isFormula(f.texts[f.next]) {
		return
	}
	list := &f.Cover
	if len(f.Preface) > 0 {
		list = &f.Preface
	}
	if n := len(*list); n > 0 && (*list)[n-1].Kind == Unknown && (*list)[n-1].Text.Table == nil {
		title := (*list)[n-1]
		*list = (*list)[:n-1]
		title.Kind = Title
		f.Preface = append(f.Preface, title)
	}
}

// formula takes the enacting words.
func (s *sorter) formula() {
	t := s.peek(0)
	switch {
	case t == nil:
		return
	case s.isFormula(t):
		s.Organ, _, _ = s.enacting(t.Flat.Text)
	case s.isLoneOrgan(s.next):
		line, _ := s.known(t.Flat.Text)
		s.Organ = line.Value
	default:
		return
	}
	s.Formula = s.take()
}
