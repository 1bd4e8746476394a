package lexicon

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slot is the place of a line in a document.
type Slot uint8

// The slots, in the order in which they are tried. The comment gives the value
// of a line, then its parts.
const (
	_                     Slot = iota
	Publisher                  // ""
	Committee                  // "1" to "6"; committee
	Organ                      // organ id
	Distribution               // "limited", "general", "restricted", "provisional"
	IssueDate                  // yyyy-mm-dd (section line.date); date
	LanguageName               // language the text is printed in; language
	Original                   // language of the original; language
	Session                    // "76", "S-30", "ES-10"; ord
	AgendaItem                 // "71 (c)", several separated by ", "; items, item for each
	AdoptedHeading             // "resolution" or "decision"; organ, date
	ReportLine                 // number of the committee or ""; committee, symbol
	Meeting                    // number of the meeting; num
	Adoption                   // number of the meeting, with the vote; num
	Resolution                 // "2526 (2020)"; num, year
	Decision                   // "78/507", or "" for the word alone; symbol
	PresidentialStatement      // ""
	Annex                      // label of the annex or ""; label
	PartHeading                // label of the part, section or chapter; label
	DraftResolution            // kind; sponsors
	DocumentKind               // "note", "workingPaper"
	slotEnd
)

var slotNames = [...]string{"", "publisher", "committee", "organ", "distribution", "date",
	"languageName", "original", "session", "agendaItem", "adoptedHeading", "reportLine", "meeting", "adoption",
	"resolution", "decision", "presidentialStatement", "annex", "partHeading", "draftResolution", "documentKind"}

// String is the name of the slot's section in the data files, without "line.".
func (s Slot) String() string {
	if s == 0 || s >= slotEnd {
		return fmt.Sprintf("Slot(%d)", uint8(s))
	}
	return slotNames[s]
}

// Line is a whole line or block of the masthead, a heading or the closing.
type Line struct {
	Slot  Slot
	Value string
	Parts []Part // in the order of the text
}

// Part is a part of a text that means something: text[Start:End].
type Part struct {
	Name       string
	Start, End int
	Value      string
}

// Part returns the first part of that name.
func (l Line) Part(name string) (Part, bool) {
	for _, p := range l.Parts {
		if p.Name == name {
			return p, true
		}
	}
	return Part{}, false
}

// maxLine is the longest block that can be a line of the masthead: the sponsors
// of a draft with nearly all Member States take less than half of it.
const maxLine = 16 << 10

// Line recognises a whole line or block. Superscript note calls at its end are
// passed over.
func (l *Lexicon) Line(s string) (Line, bool) {
	s = strings.TrimRightFunc(s, noteCallOrSpace)
	if s == "" || len(s) > maxLine {
		return Line{}, false
	}
	f := fold(s, -1)
	for _, p := range l.lines {
		if !p.pattern.possible(f) {
			continue
		}
		if captures, _, ok := p.pattern.match(f, 0, true); ok {
			found := parts(s, f, captures)
			return Line{p.slot, expand(p.value, found), found}, true
		}
	}
	return Line{}, false
}

func noteCallOrSpace(r rune) bool {
	return r == '*' || unicode.IsSpace(r) || unicode.Is(unicode.No, r) && r < 0x2090
}

type linePattern struct {
	slot    Slot
	value   string
	pattern pattern
}

func newLines(sections map[string][]Entry, types map[string]reader) ([]*linePattern, error) {
	var all []*linePattern
	for slot := Publisher; slot < slotEnd; slot++ {
		for _, e := range sections["line."+slot.String()] {
			p, err := compilePattern(e.Text, types)
			if err != nil {
				return nil, fmt.Errorf("[line.%s]: %w", slot, err)
			}
			all = append(all, &linePattern{slot, e.Key, p})
		}
	}
	return all, nil
}

// expand fills the parts into a template. A part that the text left out is
// empty.
func expand(template string, parts []Part) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		if p, ok := (Line{Parts: parts}).Part(name); ok {
			b.WriteString(p.Value)
		}
		template = after
	}
}

// parts places the captures in s. The value of a capture without one of its own
// is its text.
func parts(s string, f *folded, captures []capture) []Part {
	var all []Part
	for _, c := range captures {
		if c.end <= c.start {
			continue
		}
		p := Part{c.name, f.start[c.start], f.end[c.end-1], c.value}
		if p.Value == "" {
			p.Value = s[p.Start:p.End]
		}
		all = append(all, p)
	}
	return all
}

// captureTypes are the readers that patterns may name.
func (l *Lexicon) captureTypes() map[string]reader {
	types := map[string]reader{
		"num":      l.readNumber,
		"ord":      l.readOrdinal,
		"date":     l.readDate,
		"organ":    tableReader(l.organs),
		"language": tableReader(l.languages),
		"items":    l.readItems,
		"symbol":   readSymbol,
		"label":    l.readLabel,
		"year":     l.numbers.year,
	}
	for name, t := range l.labels.sequences {
		types[name] = tableReader(t)
	}
	return types
}

func tableReader(t *table) reader {
	return func(f *folded, i int) (string, int, []capture, bool) {
		key, end, ok := t.longest(f, i)
		return key, end, nil, ok
	}
}

func (l *Lexicon) readNumber(f *folded, i int) (string, int, []capture, bool) {
	n, end, ok := l.numbers.cardinal(f, i)
	return strconv.Itoa(n), end, nil, ok
}

func (l *Lexicon) readOrdinal(f *folded, i int) (string, int, []capture, bool) {
	if key, end, ok := l.numbers.ordinals.longest(f, i); ok {
		return key, end, nil, true
	}
	return l.readNumber(f, i)
}

// readSymbol reads a document symbol: no spaces, at least one slash.
func readSymbol(f *folded, i int) (string, int, []capture, bool) {
	end, slash := i, false
	for r := f.at(end); r != 0 && (r < utf8.RuneSelf && (wordRune(r) || strings.ContainsRune("/.-", r))); r = f.at(end) {
		slash = slash || r == '/'
		end++
	}
	return "", end, nil, slash
}

// readLabel reads what stands after the word Annex or Part: a number in any
// form (2, II, second, 二), whose value is the number, or one letter.
func (l *Lexicon) readLabel(f *folded, i int) (string, int, []capture, bool) {
	if v, end, ok := l.labels.bare(f, i); ok {
		return v, end, nil, true
	}
	return l.readOrdinal(f, i)
}

// readItems reads a list of agenda items: 71 (c), 13 and 14, 20 a) et b).
func (l *Lexicon) readItems(f *folded, i int) (string, int, []capture, bool) {
	var items []string
	var inner []capture
	number, at := "", i
	for {
		start := at
		n, end, ok := l.numbers.cardinal(f, at)
		if ok {
			number = strconv.Itoa(n)
		} else if number == "" {
			break
		} else {
			end = at
		}
		letter, after := l.readItemLetter(f, end)
		if !ok && letter == "" {
			break
		}
		item := number
		if letter != "" {
			item, end = number+" ("+letter+")", after
		}
		items = append(items, item)
		inner = append(inner, capture{"item", item, start, end})
		i = end
		next, ok := l.labels.separator(f, end)
		if !ok {
			break
		}
		at = next
	}
	return strings.Join(items, ", "), i, inner, len(items) > 0
}

// readItemLetter reads the letter of a sub-item, in or before a parenthesis,
// with or without a space before it.
func (l *Lexicon) readItemLetter(f *folded, i int) (letter string, end int) {
	if f.at(i) == ' ' {
		i++
	}
	open := f.at(i) == '('
	if open {
		i++
	}
	letter, end, ok := l.labels.letter(f, i)
	if !ok || f.at(end) != ')' {
		return "", i
	}
	return letter, end + 1
}
