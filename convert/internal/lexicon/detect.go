package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Detect finds the main language of a whole text. The reason says what speaks
// for it, or, where iso is "", why none of the six was found.
//
// The script decides first: the one in which most of the text is written. Then
// the language's commonest words must have the share of the text that they have
// in it, less the words that betray a neighbour (Portuguese beside Spanish). A
// text too short for that is known by its masthead, its enacting words or its
// opening phrases.
func Detect(text string) (iso, reason string) {
	words := newWordCount(text)
	if words.script == "" {
		return "", "no letters"
	}
	l := likeliest(words)
	iso, reason = l.judge(text, words)
	if head := newWordCount(beginning(text)); iso == "" && head.script == words.script && head.total >= fewWords {
		return likeliest(head).judge(text, head)
	}
	return iso, reason
}

// beginning is the part of a text that may speak for all of it, where lists of
// names follow: an annex of participants, of sponsors, of candidates.
func beginning(text string) string {
	end := 0
	for i, r := range text {
		if end = i; i > maxBeginning && unicode.IsSpace(r) {
			return text[:end]
		}
	}
	return text
}

const maxBeginning = 1200

// likeliest is the language of the text's script whose common words have the
// greatest share, in proportion.
func likeliest(words *wordCount) *Lexicon {
	best, bestScore := (*Lexicon)(nil), 0.0
	for _, l := range All() {
		if l.detect.script != words.script {
			continue
		}
		if score := words.share(l) / l.detect.minimum; best == nil || score > bestScore {
			best, bestScore = l, score
		}
	}
	return best
}

// fewWords is how many words make a share meaningful, veryFew how many make
// none at all. fewMarks is how many signs of a resolution make up for a low
// share, as lists of names have it.
const (
	veryFew  = 5
	fewWords = 30
	fewMarks = 3
)

// judge says whether a text is in the language of l, the likeliest of its
// script.
func (l *Lexicon) judge(text string, words *wordCount) (iso, reason string) {
	share, signs := words.share(l), l.countMarks(text)
	known := false
	switch {
	case share >= l.detect.minimum && words.total >= veryFew:
		known = true
	case signs.total() >= fewMarks && (share > 0 || words.total < fewWords):
		known = true
	case words.total < fewWords:
		known = signs.total() > 0 || l.detect.alone && words.foreign(l) == 0
	}
	if !known {
		return "", fmt.Sprintf("script %s, but the words of none of the six languages", words.script)
	}
	return l.lang, fmt.Sprintf("script %s, common words %.0f %%%s", words.script, 100*share, signs)
}

// marks are the signs of a resolution in one language.
type marks struct {
	masthead, openings int
	enacting           string
}

func (m marks) total() int {
	n := m.masthead + m.openings
	if m.enacting != "" {
		n += 2
	}
	return n
}

// maxMarkLines is how many lines are looked at for signs; they stand at the
// beginning of a document.
const maxMarkLines = 300

// maxMark is the longest line that is taken for one of the masthead here.
const maxMark = 300

func (l *Lexicon) countMarks(text string) marks {
	var m marks
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if n++; n > maxMarkLines {
			break
		}
		if label, ok := l.Label(line); ok {
			line = strings.TrimSpace(line[label.Len:])
		}
		if _, length, ok := l.Enacting(line); ok && m.enacting == "" {
			m.enacting = line[:length]
		} else if _, ok := l.Line(line[:min(len(line), maxMark)]); ok {
			m.masthead++
		} else if l.Opens(line) {
			m.openings++
		}
	}
	return m
}

// String says in words which signs a text has.
func (m marks) String() string {
	var b strings.Builder
	if m.masthead > 0 {
		fmt.Fprintf(&b, ", masthead lines %d", m.masthead)
	}
	if m.enacting != "" {
		fmt.Fprintf(&b, ", enacting words %q", m.enacting)
	}
	if m.openings > 0 {
		fmt.Fprintf(&b, ", opening phrases %d", m.openings)
	}
	return b.String()
}

// detection is what Detect knows of one language.
type detection struct {
	script  string
	minimum float64 // share that the common words have at least
	alone   bool    // no other language is written in the script alone
	weight  map[string]int
	letters []string // letters and sequences that the language does not have
}

// Words that betray another language weigh more than common ones, for
// neighbours share the latter.
const (
	commonWeight  = 1
	foreignWeight = -2
)

// newDetection reads the section [detect]: script, share, common and foreign
// words.
func newDetection(sections map[string][]Entry) (*detection, error) {
	d := &detection{weight: map[string]int{}}
	for _, e := range sections["detect"] {
		word := string(fold(e.Text, -1).r)
		switch e.Key {
		case "script":
			d.script = e.Text
		case "share":
			share, err := strconv.ParseFloat(e.Text, 64)
			if err != nil {
				return nil, fmt.Errorf("[detect] share: %w", err)
			}
			d.minimum = share
		case "common", "foreign":
			if d.weight[word] != 0 {
				return nil, fmt.Errorf("[detect] %q stands twice", e.Text)
			}
			d.weight[word] = map[string]int{"common": commonWeight, "foreign": foreignWeight}[e.Key]
		case "alone":
			d.alone = e.Text == "yes"
		case "letters":
			d.letters = strings.Fields(norm.NFC.String(e.Text))
		default:
			return nil, fmt.Errorf("[detect] unknown key %q", e.Key)
		}
	}
	for _, e := range sections["months"] {
		if word := string(fold(e.Text, -1).r); d.weight[word] == 0 {
			d.weight[word] = commonWeight
		}
	}
	if d.script == "" || d.minimum <= 0 {
		return nil, fmt.Errorf("[detect] lacks script or share")
	}
	return d, nil
}

// wordCount is a text as a bag of words. A Han character, kana or hangul
// syllable is a word.
type wordCount struct {
	count  map[string]int
	total  int    // words in the main script
	script string // main script
}

// scripts are those of the six languages. A Han character says more than a
// letter does, hence its weight.
var scripts = []struct {
	name   string
	tables []*unicode.RangeTable
	weight int
}{
	{"Latin", []*unicode.RangeTable{unicode.Latin}, 1},
	{"Cyrillic", []*unicode.RangeTable{unicode.Cyrillic}, 1},
	{"Arabic", []*unicode.RangeTable{unicode.Arabic}, 1},
	{"Han", []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}, 3},
}

func scriptOf(r rune) int {
	for i, s := range scripts {
		if unicode.In(r, s.tables...) {
			return i
		}
	}
	return -1
}

func newWordCount(text string) *wordCount {
	w := &wordCount{count: map[string]int{}}
	f := fold(text, -1)
	letters := make([]int, len(scripts))
	words := make([]int, len(scripts))
	for i := 0; i < f.len(); {
		if f.r[i] == ' ' {
			i++
			continue
		}
		script := scriptOf(f.r[i])
		if script < 0 {
			i++
			continue
		}
		end := i + 1
		for scripts[script].weight == 1 && (scriptOf(f.at(end)) == script || unicode.IsMark(f.at(end))) {
			end++
		}
		w.count[string(f.r[i:end])]++
		words[script]++
		letters[script] += (end - i) * scripts[script].weight
		i = end
	}
	for i, n := range letters {
		if n > 0 && (w.script == "" || n > letters[scriptIndex(w.script)]) {
			w.script, w.total = scripts[i].name, words[i]
		}
	}
	return w
}

func scriptIndex(name string) int {
	for i, s := range scripts {
		if s.name == name {
			return i
		}
	}
	return -1
}

// share is the part of the words that are common in a language, less those
// that are foreign to it.
func (w *wordCount) share(l *Lexicon) float64 {
	n := 0
	for word, weight := range l.detect.weight {
		n += weight * w.count[word]
	}
	n += foreignWeight * w.foreign(l)
	return float64(max(n, 0)) / float64(max(w.total, 1))
}

// foreign counts the words with letters that the language does not have.
func (w *wordCount) foreign(l *Lexicon) int {
	n := 0
	for word, count := range w.count {
		word = norm.NFC.String(word)
		if slices.ContainsFunc(l.detect.letters, func(s string) bool { return strings.Contains(word, s) }) {
			n += count
		}
	}
	return n
}
