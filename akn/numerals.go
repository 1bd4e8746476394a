package akn

import "strings"

// romanValue returns the value of a roman numeral in capitals, as it is
// properly written.
func romanValue(s string) (int, bool) {
	n := 0
	rest := s
	for _, r := range romanSteps {
		for strings.HasPrefix(rest, r.text) {
			n += r.value
			rest = rest[len(r.text):]
			if n > 3999 {
				return 0, false
			}
		}
	}
	return n, rest == "" && s != "" && roman(n) == s
}

var romanSteps = []struct {
	text  string
	value int
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40},
	{"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

// roman writes n, which is positive, as a roman numeral in capitals.
func roman(n int) string {
	var b strings.Builder
	for _, r := range romanSteps {
		for n >= r.value {
			b.WriteString(r.text)
			n -= r.value
		}
	}
	return b.String()
}

// letter writes n, counted from 1, as the label of a list: a to z, then aa,
// bb, as United Nations documents go on.
func letter(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
