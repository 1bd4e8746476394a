package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

var (
	asterisks = regexp.MustCompile(`^\p{Cf}*(\*{1,4})(?:[\s\p{Zs}]+\S|$)`)
	// noteNumber matches the number of a note: 12, 12., (12), [12], ^12 or in superscript, with what it is printed in.
	noteNumber = regexp.MustCompile(`^(\p{Cf}*(?:(?:[(\[]|\^|\[\^)?(\d{1,3})[)\]]?[.:]?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\p{Cf}*)(?:$|[\s\p{Zs}]+\S)`)
	// gluedNumber matches a number in superscript right before its note.
	gluedNumber = regexp.MustCompile(`^(\p{Cf}*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\S`)
)

// A marker is the number before a note.
type marker struct {
	number  string // in plain digits
	printed int    // bytes up to its end
	bare    bool   // nothing but digits is printed: a stop or brackets may be those of a paragraph
	alone   bool   // nothing follows it on its line
}

// markerAt reads the number of a note at the start of a line.
func markerAt(text string) (marker, bool) {
	if m := noteNumber.FindStringSubmatch(text); m != nil {
		number := m[2] + m[3]
		return marker{PlainDigits(number), len(m[1]), plainly(m[1]) == number, len(m[1]) == len(text)}, true
	}
	if m := gluedNumber.FindStringSubmatch(text); m != nil {
		return marker{PlainDigits(m[2]), len(m[1]), true, false}, true
	}
	return marker{}, false
}

// unruled parts the notes without a rule from the text of a page: lines at its end that begin with asterisks or, where an
// office away from New York has printed the document and draws no rules, with the next number.
func (p *pager) unruled(lines []Line) (text, foot []Line) {
	if i := p.unruledNumber(lines); i > 0 {
		return lines[:i], lines[i:]
	}
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-footLines; i-- {
		m := asterisks.FindStringSubmatch(p.text(lines[i]))
		if m != nil && (lines[i].Blank > 0 || p.calls(lines[:i], m[1])) {
			return lines[:i], lines[i:]
		}
	}
	return lines, nil
}

// unruledNumber is the line at the page's end with which its notes begin: the number that is due, alone or before its
// text, where the lines before it call it; 0 where there is none.
func (p *pager) unruledNumber(lines []Line) int {
	if p.ruled || !p.office {
		return 0
	}
	due := strconv.Itoa(p.marker + 1)
	for i := max(1, len(lines)-footLines); i < len(lines); i++ {
		m, ok := markerAt(p.text(lines[i]))
		if ok && m.bare && m.number == due && !(m.alone && i+1 == len(lines)) && p.callsNumber(lines[:i], due) {
			return i
		}
	}
	return 0
}

// callsNumber reports whether one of the lines calls the note with the number: after a mark, or right after a word.
func (p *pager) callsNumber(lines []Line, number string) bool {
	for _, l := range lines {
		text := p.text(l)
		for at := strings.Index(text, number); at >= 0; {
			before, after := text[:at], text[at+len(number):]
			if next, _ := utf8.DecodeRuneInString(after); after == "" || unicode.IsSpace(next) || next == ',' || next == ';' {
				last, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, " "))
				if strings.ContainsRune(",;.:”)", last) || unicode.IsLower(last) && !strings.HasSuffix(before, " ") {
					return true
				}
			}
			skip := at + len(number)
			if at = strings.Index(text[skip:], number); at >= 0 {
				at += skip
			}
		}
	}
	return false
}

// calls reports whether the marker stands right after a word in the lines.
func (p *pager) calls(lines []Line, marker string) bool {
	for _, l := range lines {
		for _, at := range asteriskRuns(p.Src, l, marker) {
			if at > l.Start && !layer.IsGap(p.Src[at-1]) {
				return true
			}
		}
	}
	return false
}

// PlainAsterisks finds the runs of exactly the given asterisks in lines that have no emphasis: the first that does not
// begin the lines and, after it, those that stand right after a word.
func PlainAsterisks(src string, lines []Line, marker string) []Span {
	var found []Span
	for _, l := range lines {
		for _, at := range asteriskRuns(src, l, marker) {
			if at > lines[0].Start && (len(found) == 0 || at > l.Start && !layer.IsGap(src[at-1])) {
				found = append(found, Span{at, at + len(marker)})
			}
		}
	}
	return found
}

// A footer reads the notes at the foot of a page. Extraction prints a marker before its note or, where the marker
// stands in another column, after others' notes; the notes themselves are always in order.
type footer struct {
	*pager
	segments []*segment
	stray    []*Note // whose markers stand away from their text
	printed  []int   // where their markers are printed
	highest  int
}

// A segment is a run of lines with the notes whose markers stand right before it.
type segment struct {
	notes []*Note
	lines []Line
}

// readFoot makes notes of the lines at the foot of a page.
func (p *pager) readFoot(page *Page, index int, lines []Line) {
	if len(lines) == 0 {
		return
	}
	taken := markersIn(p.Document, lines)
	if lowest, highest := rangeOf(taken); highest > 0 && highest <= p.marker {
		p.marker = lowest - 1 // the pages are out of order
	}
	f := &footer{pager: p, segments: []*segment{{}}, highest: p.marker}
	for _, l := range lines {
		f.line(l, index, taken)
	}
	f.settle()
	for i, s := range f.segments {
		f.share(page, s, i == 0)
	}
	p.marker = max(p.marker, f.highest)
}

// markersIn are the numbers that stand alone on a line.
func markersIn(d *Document, lines []Line) map[string]bool {
	all := map[string]bool{}
	for _, l := range lines {
		if m, ok := markerAt(d.text(l)); ok && m.alone {
			all[m.number] = true
		}
	}
	return all
}

// rangeOf are the lowest and the highest of the numbers.
func rangeOf(numbers map[string]bool) (lowest, highest int) {
	for text := range numbers {
		if n, err := strconv.Atoi(text); err == nil && n > 0 {
			if lowest == 0 || n < lowest {
				lowest = n
			}
			highest = max(highest, n)
		}
	}
	return lowest, highest
}

// maxNotes is the number of notes that one page can have.
const maxNotes = 60

// line adds a line: a marker, a note that begins with its marker, or text.
func (f *footer) line(l Line, page int, taken map[string]bool) {
	text := f.text(l)
	if m := asterisks.FindStringSubmatchIndex(text); m != nil {
		f.marker(l, text[m[2]:m[3]], m[3], page)
		return
	}
	if m, ok := markerAt(text); ok {
		n, _ := strconv.Atoi(m.number)
		due := n > f.pager.marker && n <= f.pager.marker+maxNotes || n == 1
		if m.alone && due || !m.alone && !taken[m.number] && n == f.highest+1 && f.inNumbers() {
			f.marker(l, m.number, m.printed, page)
			return
		}
	}
	last := f.segments[len(f.segments)-1]
	last.lines = append(last.lines, l)
}

// inNumbers reports whether a number can begin a note here: no note is open, or the one that is ends.
func (f *footer) inNumbers() bool {
	last := f.segments[len(f.segments)-1]
	return len(last.lines) == 0 || endsSentence(f.text(last.lines[len(last.lines)-1]))
}

// marker adds a marker, of which so many bytes are printed, and the text that stands on the same line.
func (f *footer) marker(l Line, marker string, printed, page int) {
	note := &Note{Marker: marker, Printed: Span{l.Start, l.Start + printed}, Page: page}
	n, err := strconv.Atoi(marker)
	if err == nil && n < f.highest {
		f.stray, f.printed = append(f.stray, note), append(f.printed, l.Start)
		return
	}
	if err == nil {
		f.highest = n
	}
	last := f.segments[len(f.segments)-1]
	if len(last.lines) > 0 || len(last.notes) == 0 && len(f.segments) > 1 {
		last = &segment{}
		f.segments = append(f.segments, last)
	} else if len(f.segments) == 1 {
		last = &segment{}
		f.segments = append(f.segments, last)
	}
	last.notes = append(last.notes, note)
	if rest := strings.TrimLeft(f.Src[l.Start+printed:l.End], " \t"); rest != "" {
		l.Start = l.End - len(rest)
		last.lines = append(last.lines, l)
	}
}

// settle gives each stray note to the segment in which its text must stand.
func (f *footer) settle() {
	if last := f.segments[len(f.segments)-1]; len(last.lines) == 0 && len(f.segments) > 1 {
		f.stray = append(f.stray, last.notes...)
		f.segments = f.segments[:len(f.segments)-1]
	}
	for _, n := range f.stray {
		f.adopt(n)
	}
}

// adopt puts a stray note in order.
func (f *footer) adopt(n *Note) {
	home := f.segments[0]
	for _, s := range f.segments[1:] {
		if before(s.notes[0], n) {
			home = s
		}
	}
	i := len(home.notes)
	for i > 0 && before(n, home.notes[i-1]) {
		i--
	}
	home.notes = append(home.notes[:i], append([]*Note{n}, home.notes[i:]...)...)
}

// before reports whether note a is printed before note b: asterisks before numbers, numbers in order.
func before(a, b *Note) bool {
	x, errX := strconv.Atoi(a.Marker)
	y, errY := strconv.Atoi(b.Marker)
	switch {
	case errX == nil && errY == nil:
		return x < y
	case errX != nil && errY != nil:
		return len(a.Marker) < len(b.Marker)
	}
	return errX != nil
}

// share deals the lines of a segment out to its notes; in the first segment, those that are left over go on with the
// last note of the page before.
func (f *footer) share(page *Page, s *segment, first bool) {
	parts := len(s.notes)
	tail := first && len(s.lines) > 0 && (parts == 0 || f.unfinished())
	if tail {
		parts++
	}
	runs := f.cut(s.lines, parts)
	if tail && len(runs) > 0 {
		f.tail(page, runs[0])
		runs = runs[1:]
	}
	for i, n := range s.notes {
		if i >= len(runs) { // a marker without a text
			page.Furniture = append(page.Furniture, n.Printed)
			continue
		}
		n.Lines = f.unbroken(page, runs[i])
		f.note = n
		page.Notes = append(page.Notes, n)
	}
}

// unbroken are the lines up to another note's marker, if one stands among them; no note can go on after it.
func (f *footer) unbroken(page *Page, lines []Line) []Line {
	i, _ := slices.BinarySearch(f.printed, lines[0].Start)
	if i == len(f.printed) || f.printed[i] > lines[len(lines)-1].Start {
		return lines
	}
	n := slices.IndexFunc(lines, func(l Line) bool { return l.Start > f.printed[i] })
	for _, l := range lines[n:] {
		page.Furniture = append(page.Furniture, l.Span)
	}
	return lines[:n]
}

// unfinished reports whether the last note of the page before breaks off.
func (f *footer) unfinished() bool {
	if f.note == nil || f.note.Page+1 != len(f.Pages)-1 {
		return false
	}
	return !endsSentence(f.text(f.note.Lines[len(f.note.Lines)-1]))
}

// tail adds the lines with which the last note of an earlier page goes on.
func (f *footer) tail(page *Page, lines []Line) {
	rest := &Note{Lines: lines, Page: len(f.Pages) - 1}
	if f.note == nil || f.note.Page+1 != rest.Page {
		for _, l := range lines { // nothing that it could go on with
			page.Furniture = append(page.Furniture, l.Span)
		}
		return
	}
	f.note.Tail = rest
	rest.Marker = f.note.Marker
	page.Notes = append(page.Notes, rest)
	f.note = rest
}

// cut makes n runs of the lines, cutting where a sentence ends and another begins, at the shortest lines if there
// are more such places than needed.
func (f *footer) cut(lines []Line, n int) [][]Line {
	if n < 2 || len(lines) == 0 {
		if len(lines) == 0 {
			return nil
		}
		return [][]Line{lines}
	}
	var runs [][]Line
	at := 0
	for _, end := range f.cuts(lines, n-1) {
		runs = append(runs, lines[at:end])
		at = end
	}
	return append(runs, lines[at:])
}

// cuts are the n likeliest places, in order, at which a note ends: first those where a sentence ends and another
// begins, then where one ends, then after short lines.
func (f *footer) cuts(lines []Line, n int) []int {
	var places []int
	for _, ends := range []func(l, next Line) bool{f.endsNote, f.endsStop, f.endsShort} {
		places = places[:0]
		for i := 1; i < len(lines); i++ {
			if ends(lines[i-1], lines[i]) {
				places = append(places, i)
			}
		}
		if len(places) >= n {
			break
		}
	}
	for len(places) > n {
		longest := 0
		for j, i := range places {
			if lines[i-1].Len() > lines[places[longest]-1].Len() {
				longest = j
			}
		}
		places = append(places[:longest], places[longest+1:]...)
	}
	return places
}

// endsStop reports whether a sentence ends with the line.
func (f *footer) endsStop(l, _ Line) bool { return strings.HasSuffix(f.text(l), ".") }

// endsShort reports whether a line is not full.
func (f *footer) endsShort(l, next Line) bool { return f.endsStop(l, next) || l.Len() < shortNote }

// shortNote is the length in bytes below which a line at a page's foot is not full.
const shortNote = 80

// endsNote reports whether a note can end with the one line and another begin with the next.
func (f *footer) endsNote(l, next Line) bool {
	r, _ := utf8.DecodeRuneInString(f.text(next))
	return strings.HasSuffix(f.text(l), ".") && !unicode.IsLower(r) && !unicode.IsDigit(r)
}
