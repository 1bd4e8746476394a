package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// join puts together the texts that a page end has cut apart, from the first that is running text on.
func (r *Resolution) join(texts []*Text) []*Text {
	if r.Source.Dialect == source.Sentences {
		return texts // each line is whole
	}
	j := &joiner{r: r, marked: r.marksOpenings(texts), enacted: r.Source.Dialect.Paged() && r.Formula != nil}
	var out []*Text
	for i, t := range texts {
		j.next = nil
		if i+1 < len(texts) {
			j.next = texts[i+1]
		}
		if len(out) > 0 && j.continues(out[len(out)-1], t) {
			r.extend(out[len(out)-1], t)
			continue
		}
		j.titled = j.r.isAnnex(t) || j.titled && ending(t.Flat.Text) == open && !t.endsPage()
		j.running = j.isRunning(t) || j.enacted && len(t.Flat.Text) > maxLine && !j.titled
		out = append(out, t)
	}
	return out
}

// extend adds the lines of a text that goes on after a page end or, in a printed document, after a gap.
func (r *Resolution) extend(t, next *Text) {
	last := &t.Lines[len(t.Lines)-1]
	last.Pages += next.Page - t.LastPage
	last.Cut = last.Pages == 0 && !r.Source.Dialect.Paged()
	t.Lines = append(t.Lines, next.Lines...)
	t.Calls = append(t.Calls, next.Calls...)
	t.LastPage = next.LastPage
	r.flatten(t)
}

// endsPage reports whether a page ends right after the text.
func (t *Text) endsPage() bool { return t.Lines[len(t.Lines)-1].Pages > 0 }

type joiner struct {
	r *Resolution
	// marked reports that the document sets its opening phrases in italics.
	marked bool
	// running reports that the last text is a recital, paragraph or item.
	running bool
	// enacted reports that the document is printed and has enacting words: what follows them is running text.
	enacted bool
	// titled reports that the last text is the label of an annex or a title below it.
	titled bool
	// next is the text after the one that is looked at, nil where there is none.
	next *Text
}

// maxLine is the length in bytes from which a text has more than one line.
const maxLine = 100

// marksOpenings reports whether most recitals and paragraphs begin with emphasis.
func (r *Resolution) marksOpenings(texts []*Text) bool {
	marked, opened := 0, 0
	for _, t := range texts {
		if !r.opens(t.Flat.Text) {
			continue
		}
		opened++
		if startsEmphasised(t) {
			marked++
		}
	}
	return marked*5 > opened*4
}

func startsEmphasised(t *Text) bool {
	for _, m := range t.Flat.Marks {
		if !m.Link() {
			return strings.TrimSpace(t.Flat.Text[:m.Start]) == ""
		}
	}
	return false
}

func (j *joiner) isRunning(t *Text) bool {
	if _, ok := j.r.label(t); ok || j.r.opensUnstopped(t.Flat.Text) {
		return true
	}
	_, _, enacts := j.r.Words.Enacting(t.Flat.Text)
	return !enacts && (j.r.opens(t.Flat.Text) || j.marked && startsEmphasised(t))
}

// longText is the length in letters from which a text without an end mark is taken for one that was cut.
const longText = 160

// shortText is the length in letters up to which a text without an end mark may be whole.
const shortText = 60

// continues reports whether t goes on where prev was cut.
func (j *joiner) continues(prev, t *Text) bool {
	text := t.Flat.Text
	if j.r.bareNumber(prev) && !t.Cell {
		_, labelled := j.r.label(t)
		return !labelled
	}
	if !j.running || prev.Cell || t.Cell || noteMark.MatchString(text) {
		return false
	}
	if j.belowHeading(prev, t) {
		return false
	}
	if j.scrambled(prev, t) || j.scattered(prev, t) {
		return true
	}
	cut := prev.endsPage() && ending(prev.Flat.Text) == open && longer(prev.Flat.Text, shortText)
	if j.r.breaksOff(prev) && (closesAside(prev, t) || j.opening(t)) {
		return true
	}
	if _, ok := j.r.label(t); ok || j.opening(t) && !j.cutBefore(prev, t) && (!cut || j.marked || startsUpper(text)) {
		return false
	}
	inside := startsInside(text)
	switch ending(prev.Flat.Text) {
	case closed:
		return j.enacted && prev.endsPage() && (startsLower(text) || j.r.atMargin(t) && !j.heads(t))
	case comma:
		if j.mannered(prev, t) {
			return false
		}
		if j.enacted && prev.endsPage() && !j.r.indented(t) {
			return true // an opening phrase that is not known is rarer than a list that a page end cuts
		}
		return (prev.endsPage() || j.r.Source.Dialect.Paged()) && (inside || j.marked && !startsUpper(text) || startsCaseless(text))
	}
	if _, ok := j.r.known(text); ok {
		return false
	}
	return inside || prev.endsPage() || longer(prev.Flat.Text, longText) ||
		longer(prev.Flat.Text, shortText) && ending(text) != open
}

// mannered reports whether, after the comma of a recital, the text opens as recitals do, though the phrase is not known: with
// emphasis where all of them do, else with a participle.
func (j *joiner) mannered(prev, t *Text) bool {
	if _, ok := j.r.label(prev); ok {
		return false
	}
	if j.marked {
		return startsEmphasised(t) && (startsLower(prev.Flat.Text) || !startsLower(t.Flat.Text))
	}
	return j.r.mannered(prev.Flat.Text, t.Flat.Text)
}

// maxQuoted is how far before a recital, in bytes, it is looked whether a quotation is open there.
const maxQuoted = 1000

// mannered reports whether a text opens in the manner of a recital, and not within a quotation that the text before it has
// begun, such as the title of another document.
func (r *Resolution) mannered(before, text string) bool {
	if !r.Words.Mannered(text) {
		return false
	}
	opening, closing := r.Words.Quotes()
	before = before[max(0, len(before)-maxQuoted):]
	return strings.LastIndex(before, opening) <= strings.LastIndex(before, closing)
}

// noteMark matches the superscript number before a note: where it is none of its page it goes on nowhere either.
var noteMark = regexp.MustCompile(`^[⁰¹²³⁴-⁹]{1,3}\s`)

// breaksOff reports whether the text is a numbered paragraph that ends in the middle of a sentence.
func (r *Resolution) breaksOff(t *Text) bool {
	l, ok := r.Words.Label(t.Flat.Text)
	return ok && l.Kind == lexicon.Number && !parenthesised(l) && longer(t.Flat.Text, longText) && ending(t.Flat.Text) == open
}

// closesAside reports whether the text begins with the second of two dashes, of which prev has the first.
func closesAside(prev, t *Text) bool {
	sign, ok := bulletOf(t.Flat.Text)
	return ok && strings.Count(prev.Flat.Text, " "+sign.Text+" ")%2 == 1
}

// cutBefore reports whether a page end has cut a paragraph before words that could also open one: where columns are
// kept the indent says it, else the open end of a paragraph.
func (j *joiner) cutBefore(prev, t *Text) bool {
	if !j.enacted || !prev.endsPage() || ending(prev.Flat.Text) != open {
		return false
	}
	if j.r.Source.Dialect == source.PDFLayout {
		return !j.r.indented(t)
	}
	return len(prev.Flat.Text) > maxLine
}

// heads reports whether the text can be the heading of the numbered paragraph that follows it.
func (j *joiner) heads(t *Text) bool {
	if j.next == nil || ending(t.Flat.Text) != open {
		return false
	}
	l, ok := j.r.label(j.next)
	return ok && l.Kind == lexicon.Number && !parenthesised(l)
}

// scrambled reports whether extraction has put the last line of a paragraph before its first: a label, the end of a
// sentence, and then the text that has none.
func (j *joiner) scrambled(prev, t *Text) bool {
	if !j.r.Source.Dialect.Paged() || prev.LastPage != t.Page || ending(prev.Flat.Text) != closed || ending(t.Flat.Text) != open {
		return false
	}
	l, ok := j.r.label(prev)
	if !ok || len(prev.Flat.Text) > shortWidth {
		return false
	}
	if startsInside(prev.Flat.Text[l.Len:]) && j.r.opens(t.Flat.Text) {
		return true
	}
	return j.r.tailBelowLabel(prev, l) && startsUpper(t.Flat.Text) && len(t.Flat.Text) > shortText
}

// belowHeading reports whether columns are kept and the text steps in below the lines of a section's heading.
func (j *joiner) belowHeading(prev, t *Text) bool {
	l, ok := j.r.label(prev)
	return ok && labelsSection(l) && !prev.endsPage() && len(prev.Lines) > 1 && j.r.indented(t) &&
		prev.Lines[len(prev.Lines)-1].Len() < shortWidth
}

// scattered reports whether the text is a word or two of a line that extraction has taken apart, because it is stretched
// to the margin.
func (j *joiner) scattered(prev, t *Text) bool {
	text := t.Flat.Text
	r, _ := utf8.DecodeRuneInString(text)
	if j.r.Source.Dialect != source.PDFFlow || len(t.Lines) > 1 || t.Page != prev.LastPage || !unicode.IsLower(r) || len(text) < 2 || len(text) > maxScattered {
		return false
	}
	_, labelled := j.r.label(t)
	return !labelled && ending(text) == open && strings.Count(text, " ") < 2
}

// maxScattered is the length in bytes up to which a text can be such words.
const maxScattered = 30

// tailBelowLabel reports whether the text is a label and, on the line right below it, the end of a sentence: in reading
// order a text of one line stands a blank line below its label, and one of more lines does not end there.
func (r *Resolution) tailBelowLabel(t *Text, l lexicon.Label) bool {
	return r.Source.Dialect == source.PDFFlow && len(t.Lines) == 2 && t.Lines[1].Blank == 0 && t.Lines[0].Len() == l.Len
}

// indented reports whether columns are kept and the text begins right of the margin.
func (r *Resolution) indented(t *Text) bool {
	return r.Source.Dialect == source.PDFLayout && t.Lines[0].Indent >= r.Source.Pages[t.Page].Margin+minIndent
}

// atMargin reports whether columns are kept and the text has lines at the margin from the first on, as only what goes
// on from another page has.
func (r *Resolution) atMargin(t *Text) bool {
	return r.Source.Dialect == source.PDFLayout && !r.indented(t) && t.Lines[0].Len() > shortWidth
}

// bareNumber reports whether the text is nothing but the label of a paragraph or item, whose text is printed apart.
func (r *Resolution) bareNumber(t *Text) bool {
	if !r.Source.Dialect.Paged() || len(t.Lines) > 1 {
		return false
	}
	l, ok := r.label(t)
	return ok && l.Len == len(t.Flat.Text) && !capital(l)
}

// opening reports whether the text begins a recital or paragraph.
func (j *joiner) opening(t *Text) bool {
	if j.marked {
		return startsEmphasised(t) && j.r.opens(t.Flat.Text)
	}
	return j.r.opens(t.Flat.Text)
}

func (r *Resolution) opens(text string) bool { return r.Words.Opens(text) }

// label reads the number or letter at the start of the text.
func (r *Resolution) label(t *Text) (lexicon.Label, bool) {
	if sign, ok := bulletOf(t.Flat.Text); ok {
		return sign, true
	}
	l, ok := r.Words.Label(t.Flat.Text)
	if !ok || l.Len > t.Lines[0].Len() || isYear(l) || lexicon.For(r.Lang) == nil && dayAndYear.MatchString(t.Flat.Text) {
		return lexicon.Label{}, false
	}
	return l, true
}

// dayAndYear matches a date as languages beside the six print it, with a stop after the day: 3. Dezember 2026.
var dayAndYear = regexp.MustCompile(`^\d{1,2}\. \pL+\.? \d{4}\.?$`)

// bulletOf reads the sign that labels an item.
func bulletOf(text string) (lexicon.Label, bool) {
	sign, n := utf8.DecodeRuneInString(text)
	if n == len(text) || !strings.ContainsRune(bullets, sign) {
		return lexicon.Label{}, false
	}
	next, _ := utf8.DecodeRuneInString(text[n:])
	return lexicon.Label{Text: text[:n], Value: text[:n], Kind: bullet, Ordinal: 1, Len: n}, unicode.IsSpace(next)
}

// How a text ends.
type end uint8

const (
	open   end = iota // in the middle of a sentence
	comma             // after a comma
	closed            // after a stop, semicolon or colon
)

// ending says how the text ends; closing quotes and parentheses do not count.
func ending(text string) end {
	r, _ := utf8.DecodeLastRuneInString(trimEnd(text))
	switch {
	case strings.ContainsRune(",，،、", r):
		return comma
	case strings.ContainsRune(".;:…。；：؛؟?!", r):
		return closed
	}
	return open
}

// trimEnd is the text without what may stand after its end mark.
func trimEnd(text string) string {
	return strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Pf, r) || unicode.Is(unicode.Pe, r) && r != ')' || r == '"' || unicode.Is(unicode.Cf, r)
	})
}

// longer reports whether the text has more than so many letters. Letters of all alphabets count alike; a Han character
// says what three of them do.
func longer(text string, letters int) bool {
	const most, han = 3, 3 // bytes of a letter, letters of a character
	if len(text) <= letters || len(text) > most*letters {
		return len(text) > letters
	}
	for _, r := range text {
		if letters--; unicode.Is(unicode.Han, r) {
			letters -= han - 1
		}
		if letters < 0 {
			return true
		}
	}
	return false
}

// endsInStop reports whether the text ends with a full stop, as the last text of a sentence does.
func endsInStop(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(trimEnd(text))
	return strings.ContainsRune(".。؟?!", r)
}

// firstLetter is the first letter or digit of the text, 0 where it has none.
func firstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

func startsLower(text string) bool { return unicode.IsLower(firstLetter(text)) }

// startsInside reports whether the text begins as the middle of a sentence does, with a small letter or a number.
func startsInside(text string) bool { return startsLower(text) || unicode.IsDigit(firstLetter(text)) }

// startsCaseless reports whether the text begins with a letter of a script without case. What does not open there like
// a recital or paragraph goes on from the text before.
func startsCaseless(text string) bool { return unicode.Is(unicode.Lo, firstLetter(text)) }

func startsUpper(text string) bool { return unicode.IsUpper(firstLetter(text)) }
