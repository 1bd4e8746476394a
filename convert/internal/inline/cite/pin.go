package cite

import (
	"strings"
	"unicode/utf8"
)

// pin is a pin-point: the provision of a document that a citation means.
type pin struct {
	step string // "para_3__list_1__point_a"
	to   string // the last of several
	next int
}

// parsePin reads `paragraph 3 (a)`, `paras. 3–5`, `section IV`, `annex II` at token i.
func (w *words) parsePin(toks []token, i int) (pin, bool) {
	if w.headAfter {
		return w.parsePinBefore(toks, i)
	}
	for _, p := range w.find(w.match, toks, i) {
		if p.class != classPin {
			continue
		}
		return w.pinLabels(toks, p.key, i+p.size)
	}
	return pin{}, false
}

// pinLabels reads the labels after the word for a provision.
func (w *words) pinLabels(toks []token, kind string, i int) (pin, bool) {
	if is(toks, i, ".") {
		i++
	}
	label, j := pinLabel(toks, i)
	if label == "" {
		return pin{step: pinStep(kind, ""), next: i}, kind == "annex" || kind == "preamble"
	}
	first, next := w.pinPoints(toks, pinStep(kind, label), j)
	found := pin{step: first, next: next}
	for {
		k := w.skipPinGlue(toks, next)
		label, j = pinLabel(toks, k)
		if k == next || label == "" || !sameLabels(toks[i].raw, label) || w.takesNumber(toks, k) {
			return found, true
		}
		found.to, next = w.pinPoints(toks, pinStep(kind, label), j)
		found.next = next
	}
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

// pinLabel reads digits, a roman numeral or a capital letter.
func pinLabel(toks []token, i int) (string, int) {
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
	}
	return "", i
}

// pinPoints reads the points after a label: `(a) (ii)`, `a)`.
func (w *words) pinPoints(toks []token, step string, i int) (string, int) {
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

// parsePinBefore reads `第3段`, `第三节`, `附件`, where the label stands before the word.
func (w *words) parsePinBefore(toks []token, i int) (pin, bool) {
	for _, p := range w.find(w.match, toks, i) {
		if p.class == classPin && p.key == "annex" {
			return pin{step: pinStep(p.key, ""), next: i + p.size}, true
		}
	}
	if !is(toks, i, "第") {
		return pin{}, false
	}
	label, j := pinLabel(toks, i+1)
	if label == "" {
		label, j = hanNumeral(toks, i+1)
	}
	if label == "" {
		return pin{}, false
	}
	last := ""
	for k := w.skipPinGlue(toks, j); k > j; k = w.skipPinGlue(toks, j) {
		if is(toks, k, "第") {
			k++
		}
		next, e := pinLabel(toks, k)
		if next == "" {
			break
		}
		last, j = next, e
	}
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

// pinStep is the eId step of a provision.
func pinStep(kind, label string) string {
	switch {
	case kind == "annex" && label == "":
		return "att_1"
	case kind == "annex":
		return "att_" + label
	case label == "":
		return kind
	}
	return kind + "_" + label
}
