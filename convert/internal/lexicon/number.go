package lexicon

import (
	"fmt"
	"strconv"
)

// numbers reads ordinals in words and cardinals in digits or numerals.
type numbers struct {
	ordinals *table
	numerals map[rune]int // Chinese numerals: digits, and the powers 10 and 100
}

func newNumbers(sections map[string][]Entry) (*numbers, error) {
	ordinals, err := newTable(sections, "ordinals")
	if err != nil {
		return nil, err
	}
	n := &numbers{ordinals: ordinals, numerals: map[rune]int{}}
	for _, e := range sections["numerals"] {
		v, err := strconv.Atoi(e.Key)
		r := []rune(e.Text)
		if err != nil || len(r) != 1 {
			return nil, fmt.Errorf("[numerals] %q is not one character with a number", e.Text)
		}
		n.numerals[r[0]] = v
	}
	return n, nil
}

// maxDigits bounds a number in digits: no session, item or paragraph is longer.
const maxDigits = 6

// cardinal reads a number in digits or numerals at i.
func (n *numbers) cardinal(f *folded, i int) (value, end int, ok bool) {
	if value, end, ok = n.digits(f, i); ok {
		return value, end, ok
	}
	return n.numeral(f, i)
}

// digits reads a number in digits at i.
func (n *numbers) digits(f *folded, i int) (value, end int, ok bool) {
	for end = i; isDigit(f.at(end)); end++ {
		if end-i == maxDigits {
			return 0, i, false
		}
		value = value*10 + int(f.r[end]-'0')
	}
	return value, end, end > i
}

// year reads four digits or four numerals.
func (n *numbers) year(f *folded, i int) (string, int, []capture, bool) {
	v, end, ok := n.cardinal(f, i)
	return strconv.Itoa(v), end, nil, ok && end-i == 4 && v >= 1000
}

// numeral reads Chinese numerals: positional (二〇二一) or with powers (二十一).
func (n *numbers) numeral(f *folded, i int) (value, end int, ok bool) {
	total, last, digits, powers := 0, 0, 0, false
	for end = i; end-i < maxDigits+2; end++ {
		v, found := n.numerals[f.at(end)]
		if !found {
			break
		}
		switch {
		case v < 10:
			last = last*10 + v
			digits++
		case digits == 0:
			total, powers = total+v, true
		default:
			total, last, digits, powers = total+last*v, 0, 0, true
		}
		if powers && digits > 2 || digits > 4 {
			return 0, i, false
		}
	}
	return total + last, end, end > i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
