package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// join puts together the texts that a page end has cut apart, from the first that is running text on.
func (r *Resolution) join(texts []*Text) []*Text {
	j := &joiner{r: r, marked: r.marksOpenings(texts)}
	var out []*Text
	for _, t := range texts {
		if len(out) > 0 && j.continues(out[len(out)-1], t) {
			out[len(out)-1].append(t)
			r.flatten(out[len(out)-1])
			continue
		}
		j.running = j.isRunning(t)
		out = append(out, t)
	}
	return out
}

// append adds the lines of a text that goes on after a page end.
func (t *Text) append(next *Text) {
	last := &t.Lines[len(t.Lines)-1]
	last.Pages += next.Page - t.LastPage
	last.Cut = last.Pages == 0
	t.Lines = append(t.Lines, next.Lines...)
	t.Calls = append(t.Calls, next.Calls...)
	t.LastPage = next.LastPage
}

// endsPage reports whether a page ends right after the text.
func (t *Text) endsPage() bool { return t.Lines[len(t.Lines)-1].Pages > 0 }

// bareTitleNumber matches the number of an adopted text that stands alone: 79/159.
var bareTitleNumber = regexp.MustCompile(`^(?:(?:S|ES)-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?\.$`)

type joiner struct {
	r *Resolution
	// marked reports that the document sets its opening phrases in italics.
	marked bool
	// running reports that the last text is a recital, paragraph or item.
	running bool
}

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
	if _, ok := j.r.label(t); ok {
		return true
	}
	_, _, enacts := j.r.Words.Enacting(t.Flat.Text)
	return !enacts && (j.r.opens(t.Flat.Text) || j.marked && startsEmphasised(t))
}

// longText is the length in bytes from which a text without an end mark is taken for one that was cut.
const longText = 160

// shortText is the length up to which a text without an end mark may be whole.
const shortText = 60

// continues reports whether t goes on where prev was cut.
func (j *joiner) continues(prev, t *Text) bool {
	text := t.Flat.Text
	if j.r.bareNumber(prev) && !t.Cell {
		_, labelled := j.r.label(t)
		return !labelled
	}
	if !j.running || prev.Cell || t.Cell {
		return false
	}
	if _, ok := j.r.label(t); ok || j.opening(t) {
		return false
	}
	lower := startsLower(text)
	switch ending(prev.Flat.Text) {
	case closed:
		return false
	case comma:
		return (prev.endsPage() || j.r.Source.Dialect.Paged()) && (lower || j.marked && !startsUpper(text))
	}
	if _, ok := j.r.Words.Line(text); ok {
		return false
	}
	return lower || prev.endsPage() || len(prev.Flat.Text) > longText ||
		len(prev.Flat.Text) > shortText && ending(text) != open
}

// bareNumber reports whether the text is nothing but the label of a paragraph or item, whose text is printed apart.
func (r *Resolution) bareNumber(t *Text) bool {
	if !r.Source.Dialect.Paged() || len(t.Lines) > 1 {
		return false
	}
	l, ok := r.label(t)
	return ok && l.Len == len(t.Flat.Text) && (l.Kind != lexicon.CapitalRoman && l.Kind != lexicon.Capital) ||
		bareTitleNumber.MatchString(t.Flat.Text)
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
	if !ok || l.Len > t.Lines[0].Len() {
		return lexicon.Label{}, false
	}
	return l, true
}

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
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Pf, r) || unicode.Is(unicode.Pe, r) && r != ')' || r == '"' || unicode.Is(unicode.Cf, r)
	})
	r, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case strings.ContainsRune(",，،、", r):
		return comma
	case strings.ContainsRune(".;:…。；：؛؟?!", r):
		return closed
	}
	return open
}

func firstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return r
		}
		if unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

func startsLower(text string) bool {
	r := firstLetter(text)
	return unicode.IsLower(r) || unicode.IsDigit(r)
}

func startsUpper(text string) bool { return unicode.IsUpper(firstLetter(text)) }
