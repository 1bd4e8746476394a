package lexicon

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// LabelKind is the kind of a paragraph's or item's label.
type LabelKind uint8

// The kinds of labels.
const (
	_              LabelKind = iota
	Number                   // 1. 12. (1)
	Letter                   // (a) a) aa)
	Roman                    // (i) ii) iv.
	Capital                  // A. (B)
	CapitalRoman             // II. XIV.
	Ideograph                // （一） 二、
	ArabicLetter             // (أ) (ب)
	CyrillicLetter           // а) б)
	Quoted                   // ‘1’, the third level in Arabic
)

var labelKinds = map[string]LabelKind{"number": Number, "letter": Letter, "roman": Roman,
	"capital": Capital, "capitalRoman": CapitalRoman, "ideograph": Ideograph,
	"arabicLetter": ArabicLetter, "cyrillicLetter": CyrillicLetter, "quoted": Quoted}

// Label is the number or letter at the start of a paragraph or item.
type Label struct {
	Text    string    // as printed, punctuation included: "(a)", "12."
	Value   string    // without punctuation: "a", "12", "iv"
	Kind    LabelKind // Roman is preferred where a letter is a roman numeral too
	Ordinal int       // position in its sequence: 1 for "a", "i", "أ" and "一"
	Letter  int       // position as a Latin letter where Kind is Roman, CapitalRoman or CyrillicLetter and it may be one, else 0
	Len     int       // bytes of the text up to the end of the label, without the white space after it
}

// Label reads the label at the start of s. It must be followed by white space,
// by the end of s, or by a Han character.
func (l *Lexicon) Label(s string) (Label, bool) {
	f := fold(s, maxLabel)
	for _, form := range l.labels.forms {
		captures, end, ok := form.pattern.match(f, 0, false)
		if !ok || len(captures) == 0 || !labelEnds(f, s, end) && !l.glued(f, s, end) || isRange(f, end) {
			continue
		}
		c := captures[0]
		v := s[f.start[c.start]:f.end[c.end-1]]
		label := Label{Text: s[f.start[0]:f.end[end-1]], Value: v, Kind: form.kind, Len: f.end[end-1]}
		label.Ordinal, _ = strconv.Atoi(c.value)
		if form.kind == Number || form.kind == Quoted {
			label.Value = c.value
		}
		if !form.kind.cased(v) {
			continue
		}
		if form.kind == Roman || form.kind == CapitalRoman {
			label.Letter = l.labels.position("letter", strings.ToLower(v))
		}
		if form.kind == CyrillicLetter {
			label.Letter = l.labels.position("letter", lookalikes.Replace(v))
		}
		return label, true
	}
	return Label{}, false
}

// lookalikes are the Cyrillic letters that look like Latin ones: Russian texts, which count with Latin letters, often
// print these instead.
var lookalikes = strings.NewReplacer("а", "a", "с", "c", "е", "e", "о", "o", "р", "p", "х", "x", "у", "y")

// cased reports whether a label has the case of its kind. Letters of scripts without case always have it.
func (k LabelKind) cased(s string) bool {
	if k == Capital || k == CapitalRoman {
		return s == strings.ToUpper(s)
	}
	return s == strings.ToLower(s)
}

// HeadingLabel reads a text that is nothing but the label of a section, without punctuation: a roman numeral or a
// capital letter, or what the language has instead.
func (l *Lexicon) HeadingLabel(s string) (Label, bool) {
	f := fold(s, maxLabel)
	for _, form := range l.labels.bareForms {
		captures, end, ok := form.pattern.match(f, 0, true)
		if !ok || end != f.len() || len(captures) == 0 {
			continue
		}
		text := s[f.start[0]:f.end[end-1]]
		if strings.TrimSpace(s) != text || !form.kind.cased(text) {
			continue
		}
		label := Label{Text: text, Value: text, Kind: form.kind, Len: len(text)}
		label.Ordinal, _ = strconv.Atoi(captures[0].value)
		return label, true
	}
	return Label{}, false
}

// Letters reads the letters that several resolutions with one number have, at the start of s: "A and B", "B, C and D",
// "A-C". They follow one another in the alphabet. It returns their range, "B-D", and the bytes that they take in s.
func (l *Lexicon) Letters(s string) (letters string, size int, ok bool) {
	f := fold(s, maxLabel)
	capital := func(i int) byte {
		if r := f.at(i); r < 'a' || r > 'z' || !f.boundary(i+1) || s[f.start[i]] < 'A' || s[f.start[i]] > 'Z' {
			return 0
		}
		return s[f.start[i]]
	}
	first := capital(0)
	if first == 0 {
		return "", 0, false
	}
	last, end := first, 1
	for {
		i, listed := l.labels.separator(f, end)
		to := !listed && f.at(i) == '-'
		if to {
			i++
		}
		next := capital(i)
		if next <= last || !to && next != last+1 || !to && !listed {
			break
		}
		if last, end = next, i+1; to {
			break
		}
	}
	if last == first {
		return "", 0, false
	}
	return string([]byte{first, '-', last}), f.end[end-1], true
}

// maxLabel is the longest label in runes, with room for what follows.
const maxLabel = 24

// labelEnds reports whether a label may end before f.r[i].
func labelEnds(f *folded, s string, i int) bool {
	if i >= f.len() || f.r[i] == ' ' {
		return true
	}
	return f.start[i] > f.end[i-1] || unspaced(f.r[i]) || unspaced(lastRune(s[:f.end[i-1]]))
}

// glued reports whether extraction has lost the space between a label that ends before f.r[i] and its text: a letter in
// parentheses and a word, (a)To, or a number and an opening phrase, 1.Decides. Any other text may be a note's.
func (l *Lexicon) glued(f *folded, s string, i int) bool {
	rest := strings.TrimLeft(s[f.end[i-1]:], "*")
	first, n := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[n:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && (second != ' ' || first < utf8.RuneSelf) {
		return false
	}
	if f.at(i-1) == '.' && isDigit(f.at(i-2)) {
		_, opens := l.Operative(rest)
		return opens
	}
	return f.at(i-1) == ')' && f.at(0) == '('
}

// isRange reports whether what looks like a number and its dash is the first half of a range: 17 - 25 February.
func isRange(f *folded, i int) bool {
	next := f.at(i)
	if next == ' ' {
		next = f.at(i + 1)
	}
	return f.at(i-1) == '-' && isDigit(next)
}

// labels are the forms of labels and the sequences they count by.
type labels struct {
	forms      []labelForm
	bareForms  []labelForm // of headings, alone on their lines
	sequences  map[string]*table
	separators *table
}

type labelForm struct {
	kind    LabelKind
	pattern pattern
}

// newLabels compiles [sequences], [labels] and [items.separators].
func newLabels(sections map[string][]Entry, n *numbers) (*labels, error) {
	l := &labels{sequences: map[string]*table{}}
	types := map[string]reader{"num": func(f *folded, i int) (string, int, []capture, bool) {
		v, end, ok := n.digits(f, i)
		return strconv.Itoa(v), end, nil, ok
	}}
	for _, e := range sections["sequences"] {
		t, err := newSequence(e)
		if err != nil {
			return nil, err
		}
		l.sequences[e.Key] = t
		types[e.Key] = tableReader(t)
	}
	var err error
	if l.forms, err = newForms(sections, "labels", types); err != nil {
		return nil, err
	}
	if l.bareForms, err = newForms(sections, "labels.heading", types); err != nil {
		return nil, err
	}
	l.separators, err = newTable(sections, "items.separators")
	return l, err
}

// newForms compiles the forms of labels in a section.
func newForms(sections map[string][]Entry, name string, types map[string]reader) ([]labelForm, error) {
	var forms []labelForm
	for _, e := range sections[name] {
		kind, ok := labelKinds[e.Key]
		p, err := compilePattern(e.Text, types)
		if err != nil || !ok {
			return nil, fmt.Errorf("[%s] %q: unknown kind or %w", name, e.Key, err)
		}
		forms = append(forms, labelForm{kind, p})
	}
	return forms, nil
}

// newSequence makes a table from a list of labels in order. A slash stands
// between labels of the same position, an underscore for a space in a label.
func newSequence(e Entry) (*table, error) {
	t := &table{trie: newTrie()}
	for i, texts := range strings.Fields(e.Text) {
		for text := range strings.SplitSeq(texts, "/") {
			text = strings.ReplaceAll(text, "_", " ")
			if !t.trie.add(fold(text, -1).r, len(t.keys)) {
				return nil, fmt.Errorf("[sequences] %s: %q stands twice", e.Key, text)
			}
			t.keys = append(t.keys, strconv.Itoa(i+1))
		}
	}
	return t, nil
}

// position is the place of a label in a sequence, or 0.
func (l *labels) position(sequence, text string) int {
	t := l.sequences[sequence]
	if t == nil {
		return 0
	}
	f := fold(text, -1)
	key, end, ok := t.longest(f, 0)
	if !ok || end != f.len() {
		return 0
	}
	n, _ := strconv.Atoi(key)
	return n
}

// letter reads a letter of any sequence that is no roman numeral, as agenda
// items have them, and returns it as the Latin letter of the same position.
func (l *labels) letter(f *folded, i int) (string, int, bool) {
	for _, name := range []string{"letter", "arabicLetter", "cyrillicLetter", "ideograph"} {
		t := l.sequences[name]
		if t == nil {
			continue
		}
		if key, end, ok := t.longest(f, i); ok {
			n, _ := strconv.Atoi(key)
			return latin(n), end, true
		}
	}
	return "", i, false
}

// bare reads a label without punctuation: a roman numeral, whose value is its
// number, or one Latin letter.
func (l *labels) bare(f *folded, i int) (string, int, bool) {
	if t := l.sequences["roman"]; t != nil {
		if key, end, ok := t.longest(f, i); ok {
			return key, end, true
		}
	}
	if r := f.at(i); 'a' <= r && r <= 'z' && f.boundary(i+1) {
		return strings.ToUpper(string(r)), i + 1, true
	}
	return "", i, false
}

// separator passes over the words and marks between two items of a list, and
// the spaces around them.
func (l *labels) separator(f *folded, i int) (int, bool) {
	found := false
	for {
		if f.at(i) == ' ' {
			i++
		}
		_, end, ok := l.separators.longest(f, i)
		if !ok {
			return i, found
		}
		found, i = true, end
	}
}

// latin is the nth letter: a to z, then aa, bb.
func latin(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
