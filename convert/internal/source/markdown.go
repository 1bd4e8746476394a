package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// maxPageNotes is how many notes a page can have; what looks like more is text. The longest page of notes has under forty.
const maxPageNotes = 1000

// readMarkdown makes pages of the blocks: a run of notes ends a page.
func (d *Document) readMarkdown(lines []Line, within Span) {
	page := d.newPage(within.Start)
	blocks := d.paragraphs(lines, 0)
	d.findNoteForm(blocks)
	due := 1 // the number of the next note in another form
	for _, b := range blocks {
		note, ok := d.markdownNote(b)
		if !ok {
			if note, ok = d.formedNote(b, due); ok {
				due++
			}
		}
		if ok && (len(page.Blocks) > 0 || len(d.Pages) > 1) && len(page.Notes) < maxPageNotes && (note.Marker[0] != '*' || page.calls(d.Src, note.Marker) && !page.endsInRule(d.Src)) {
			note.Page = len(d.Pages) - 1
			if len(page.Notes) == 0 {
				d.takeTail(page)
			}
			page.Notes = append(page.Notes, note)
			continue
		}
		if len(page.Notes) > 0 {
			page.End = b.Lines[0].Start
			page = d.newPage(page.End)
		}
		b.Page = len(d.Pages) - 1
		page.Blocks = append(page.Blocks, b)
	}
	page.End = within.End
}

func (d *Document) newPage(start int) *Page {
	p := &Page{Start: start}
	d.Pages = append(d.Pages, p)
	return p
}

// markdownNote reads a block that begins with a superscript number, or an asterisk, and a space as a note.
func (d *Document) markdownNote(b *Block) (*Note, bool) {
	first := b.Lines[0]
	text := d.Src[first.Start:first.End]
	n := superscripts(text)
	marker := PlainDigits(text[:n])
	if n == 0 {
		n = len(text) - len(strings.TrimLeft(text, "*"))
		marker = text[:n]
	}
	rest := strings.TrimLeft(text[n:], " \t")
	if n == 0 || strings.TrimLeft(rest, "\u00a0") == "" || len(rest) == len(text)-n && !strings.HasPrefix(rest, "\u00a0") {
		return nil, false
	}
	lines := append([]Line(nil), b.Lines...)
	lines[0].Start = first.End - len(rest)
	return &Note{Marker: marker, Printed: Span{first.Start, first.Start + n}, Lines: lines}, true
}

// formedNote reads a block that begins with the number that is due, in the form that the text has for notes, as a note.
func (d *Document) formedNote(b *Block, due int) (*Note, bool) {
	if d.notes == nil || b.Table != nil {
		return nil, false
	}
	first := b.Lines[0]
	number, printed := d.notes.marker(d.text(first))
	if number != strconv.Itoa(due) {
		return nil, false
	}
	lines := append([]Line(nil), b.Lines...)
	lines[0].Start, _ = layer.Trim(d.Src, first.Start+printed, first.End)
	return &Note{Marker: number, Printed: Span{first.Start, first.Start + printed}, Lines: lines}, true
}

// calls reports whether a text of the page calls the note with the asterisks; without a call they mark a legend.
func (p *Page) calls(src, marker string) bool {
	for _, b := range p.Blocks {
		if len(AsteriskCalls(src, b.Lines, marker)) > 0 {
			return true
		}
	}
	return false
}

// takeTail makes the text right before the page's notes the tail of the last page's last note where that note breaks
// off and the text goes on in the middle of a sentence.
func (d *Document) takeTail(page *Page) {
	n := len(page.Blocks)
	if len(d.Pages) < 2 || n < 2 {
		return
	}
	before := d.Pages[len(d.Pages)-2].Notes
	tail := page.Blocks[n-1]
	if len(before) == 0 || tail.Table != nil || !startsLower(tail.Text(d.Src)) {
		return
	}
	note := before[len(before)-1]
	if text := d.Src[note.Lines[0].Start:note.Lines[len(note.Lines)-1].End]; endsSentence(text) || strings.HasSuffix(text, "*") {
		return
	}
	note.Tail = &Note{Marker: note.Marker, Lines: tail.Lines, Page: len(d.Pages) - 1}
	page.Blocks, page.Notes = page.Blocks[:n-1], append(page.Notes, note.Tail)
}

// startsLower reports whether the first letter of the text is a small one.
func startsLower(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

// endsInRule reports whether a rule, or a legend under one, is the last text on the page: what follows explains a
// table or list and stays where it is.
func (p *Page) endsInRule(src string) bool {
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		text := p.Blocks[i].Text(src)
		if strings.Trim(text, "_") == "" {
			return true
		}
		if text[0] != '*' {
			return false
		}
	}
	return false
}

// AsteriskCalls finds the calls of notes marked with asterisks: runs of them after a word. Where some of the runs can
// open an emphasis they pair up, and only the last may be left over.
func AsteriskCalls(src string, lines []Line, marker string) []Span {
	var calls []Span
	opens := false
	for _, l := range lines {
		for _, at := range asteriskRuns(src, l, marker) {
			next, _ := utf8.DecodeRuneInString(src[at+len(marker) : l.End])
			opens = opens || unicode.IsLetter(next) || unicode.IsDigit(next) || at == l.Start
			calls = append(calls, Span{at, at + len(marker)})
		}
	}
	switch {
	case !opens:
		return calls
	case len(calls)%2 == 1 && calls[len(calls)-1].Start > lines[0].Start:
		return calls[len(calls)-1:]
	}
	return nil
}

// asteriskRuns is where runs of exactly the marker begin in the line.
func asteriskRuns(src string, l Line, marker string) []int {
	var at []int
	for i := l.Start; i < l.End; {
		n := len(src[i:l.End]) - len(strings.TrimLeft(src[i:l.End], "*"))
		if n == len(marker) {
			at = append(at, i)
		}
		i += max(n, 1)
	}
	return at
}

const superscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// superscripts returns the length of the superscript number at the start of s.
func superscripts(s string) int {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune(superscriptDigits, r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

// Superscript is the length of the superscript number at the start of s, and the number in plain digits.
func Superscript(s string) (int, string) {
	n := superscripts(s)
	return n, PlainDigits(s[:n])
}

// EndsInSuperscript reports whether the last character of s is a superscript digit.
func EndsInSuperscript(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(superscriptDigits, r)
}

// PlainDigits writes superscript digits as plain ones.
func PlainDigits(s string) string {
	return mapDigits(s, superscriptDigits, "0123456789")
}

// SuperscriptDigits writes plain digits as superscript ones.
func SuperscriptDigits(s string) string {
	return mapDigits(s, "0123456789", superscriptDigits)
}

func mapDigits(s, from, to string) string {
	source, target := []rune(from), []rune(to)
	return strings.Map(func(r rune) rune {
		for i, f := range source {
			if r == f {
				return target[i]
			}
		}
		return r
	}, s)
}
