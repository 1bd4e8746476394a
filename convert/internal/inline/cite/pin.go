package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// pin is a pin-point: the provision of a document that a citation means.
type pin struct {
	step  string // "para_3__list_1__point_a"
	to    string // the last of several
	label string // of the first
	next  int
}

// parsePin reads `paragraph 3 (a)`, `paras. 3–5`, `section IV`, `annex II` at token i.
func (w *words) parsePin(toks []token, i int, phrases []phrase) (pin, bool) {
	if w.headAfter {
		return w.parsePinBefore(toks, i)
	}
	for _, p := range phrases {
		if p.class != classPin {
			continue
		}
		return w.pinLabels(toks, p.key, i+p.size)
	}
	return pin{}, false
}

// pinLabels reads the labels after the word for a provision.
func (w *words) pinLabels(toks []token, kind string, i int) (pin, bool) {
	bare := i
	if is(toks, i, ".") {
		i++ // an abbreviation
	}
	if kind == "point" {
		label, j := w.pointLabel(toks, i)
		return pin{step: pinStep(kind, label), next: j}, label != ""
	}
	label, j := w.pinLabel(toks, i, kind)
	if label == "" {
		return pin{step: pinStep(kind, ""), next: bare}, kind == "annex" || kind == "preamble"
	}
	step, j := lettered(toks, pinStep(kind, label), j)
	first, next := w.pinPoints(toks, step, j)
	found := pin{step: first, next: next, label: label}
	for {
		k := w.skipPinGlue(toks, next)
		label, j = w.pinLabel(toks, k, kind)
		if k == next || label == "" || !sameLabels(found.label, label) || w.takesNumber(toks, k) {
			return found, true
		}
		found.to, next = w.pinPoints(toks, pinStep(kind, label), j)
		found.next = next
	}
}

// lettered reads the `.A` of `section II.A`: a title inside the section.
func lettered(toks []token, step string, i int) (string, int) {
	if is(toks, i, ".") && !toks[i].space && i+1 < len(toks) && !toks[i+1].space && latinLabel(toks, i+1) != "" {
		return step + "__title_" + latinLabel(toks, i+1), i + 2
	}
	return step, i
}

// takesNumber reports whether a date or the number of a resolution begins at token i.
func (w *words) takesNumber(toks []token, i int) bool {
	if _, ok := w.parseDay(toks, i); ok {
		return true
	}
	_, ok := w.parseNumber(toks, i)
	return ok
}

// sameLabels reports whether both labels are digits or both are not.
func sameLabels(a, b string) bool {
	return isDigit(rune(a[0])) == isDigit(rune(b[0]))
}

func (w *words) skipPinGlue(toks []token, i int) int {
	for n := 0; n < 2 && i < len(toks); n++ {
		if is(toks, i, ",") || is(toks, i, "-") || is(toks, i, "،") || is(toks, i, "、") {
			i++
			continue
		}
		for _, p := range w.find(w.match, toks, i) {
			if p.class == classAnd || p.class == classRange {
				i += p.size
				break
			}
		}
	}
	return i
}

// maxLabel bounds a provision's number in digits.
const maxLabel = 4

// pinLabel reads digits, a roman numeral, a capital letter or its name, an ordinal word.
func (w *words) pinLabel(toks []token, i int, kind string) (string, int) {
	if i >= len(toks) || is(toks, i+1, "/") {
		return "", i
	}
	raw := toks[i].raw
	switch toks[i].kind {
	case numberToken:
		if len(raw) <= maxLabel && raw[0] != '0' {
			return raw, i + 1
		}
	case wordToken:
		latin := symbolText([]rune(raw))
		if romanValue(latin) > 0 || len(latin) == 1 && latin >= "A" && latin <= "Z" {
			return latin, i + 1
		}
		return w.wordLabel(toks, i, kind)
	}
	return "", i
}

// wordLabel reads the label of a provision in words: `الثاني` is II of a section and 2 of a paragraph.
func (w *words) wordLabel(toks []token, i int, kind string) (string, int) {
	if w.headAfter {
		return "", i
	}
	for _, p := range w.find(w.ordinals, toks, i) {
		v, err := strconv.Atoi(p.key)
		if err == nil {
			return ordinalLabel(kind, v), i + p.size
		}
	}
	for _, p := range w.letters.longest(toks, i, toks[i].text) {
		return p.key, i + p.size
	}
	return "", i
}

// ordinalLabel writes the label that the other languages print: roman for the larger provisions.
func ordinalLabel(kind string, v int) string {
	switch kind {
	case "sec", "part", "chp", "annex":
		return roman(v)
	}
	return strconv.Itoa(v)
}

// pinPoints reads the points after a label: `(a) (ii)`, `a)`.
func (w *words) pinPoints(toks []token, step string, i int) (string, int) {
	if label := w.bareLetter(toks, i); label != "" {
		return step + "__list_1__point_" + label, i + 1
	}
	for range 2 {
		label, j := w.pointLabel(toks, i)
		if label == "" {
			break
		}
		step += "__list_1__point_" + label
		i = j
	}
	return step, i
}

// bareLetter reads the letter of `Article 73 e of the Charter`: one in lower case that is no word, before an "of".
func (w *words) bareLetter(toks []token, i int) string {
	if i+1 >= len(toks) || len(toks[i].raw) != 1 || toks[i].raw < "a" || toks[i].raw > "z" || w.find(w.match, toks, i) != nil {
		return ""
	}
	for _, p := range w.find(w.match, toks, i+1) {
		if p.class == classOf || p.class == classGlue {
			return toks[i].raw
		}
	}
	return ""
}

func (w *words) pointLabel(toks []token, i int) (string, int) {
	j := i
	if is(toks, j, "(") {
		j++
	}
	if j >= len(toks) || toks[j].kind != wordToken || !is(toks, j+1, ")") {
		return "", i
	}
	for _, p := range w.find(w.letters, toks, j) {
		return strings.ToLower(p.key), j + 2
	}
	raw := toks[j].raw
	if utf8.RuneCountInString(raw) == 1 && isLetter([]rune(raw)[0]) || romanValue(strings.ToUpper(raw)) > 0 {
		return raw, j + 2
	}
	return "", i
}

// parsePinBefore reads `第3段`, `第三节`, `B节`, `附件二`, where the word stands after the label, but for annexes.
func (w *words) parsePinBefore(toks []token, i int) (pin, bool) {
	if size := w.pinWord(toks, i, "annex"); size > 0 {
		label, j := hanNumeral(toks, i+size)
		return pin{step: pinStep("annex", label), next: j}, true
	}
	j := i
	if is(toks, i, "第") {
		j++
	} else if w.pinWord(toks, i+1, "sec") == 0 || latinLabel(toks, i) == "" {
		return pin{}, false
	}
	label, j := w.labelBefore(toks, j)
	if label == "" {
		return pin{}, false
	}
	last, j := w.lastBefore(toks, j)
	if j >= len(toks) {
		return pin{}, false
	}
	for _, p := range w.find(w.match, toks, j) {
		if p.class == classPin {
			return pin{step: pinStep(p.key, label), to: pinTo(p.key, last), next: j + p.size}, true
		}
	}
	return pin{}, false
}

// pinWord returns the tokens of a word for that kind of provision at token i, 0 where there is none.
func (w *words) pinWord(toks []token, i int, kind string) int {
	if i >= len(toks) {
		return 0
	}
	for _, p := range w.find(w.match, toks, i) {
		if p.class == classPin && p.key == kind {
			return p.size
		}
	}
	return 0
}

// latinLabel is the single capital letter at token i.
func latinLabel(toks []token, i int) string {
	if raw := toks[i].raw; len(raw) == 1 && raw >= "A" && raw <= "Z" {
		return raw
	}
	return ""
}

func (w *words) labelBefore(toks []token, i int) (string, int) {
	if label, j := w.pinLabel(toks, i, ""); label != "" {
		return label, j
	}
	return hanNumeral(toks, i)
}

// lastBefore reads the labels after the first of several, `、4和6`, and returns the last.
func (w *words) lastBefore(toks []token, j int) (string, int) {
	last := ""
	for k := w.skipPinGlue(toks, j); k > j; k = w.skipPinGlue(toks, j) {
		if is(toks, k, "第") {
			k++
		}
		next, e := w.labelBefore(toks, k)
		if next == "" {
			break
		}
		last, j = next, e
	}
	return last, j
}

func pinTo(kind, label string) string {
	if label == "" {
		return ""
	}
	return pinStep(kind, label)
}

// hanNumeral reads a number of one to three Han numerals.
func hanNumeral(toks []token, i int) (string, int) {
	value, j := 0, i
	for ; j < len(toks) && j < i+3; j++ {
		switch d := strings.Index("一二三四五六七八九", toks[j].raw); {
		case toks[j].raw == "十":
			value = max(value, 1) * 10
		case d >= 0 && len(toks[j].raw) == 3:
			value += d/3 + 1
		default:
			return roman(value), j
		}
	}
	return roman(value), j
}

// pinStep is the eId step of a provision. Annexes are counted, whatever their label.
func pinStep(kind, label string) string {
	switch {
	case kind == "annex":
		return "att_" + strconv.Itoa(annexOrdinal(label))
	case kind == "art":
		kind = "article"
	}
	if label == "" {
		return kind
	}
	return kind + "_" + label
}

func annexOrdinal(label string) int {
	if v, err := strconv.Atoi(label); err == nil {
		return v
	}
	if v := romanValue(label); v > 0 {
		return v
	}
	if len(label) == 1 && label >= "A" && label <= "Z" {
		return int(label[0]-'A') + 1
	}
	return 1
}
