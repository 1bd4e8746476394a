package akn

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NumberPart returns a printed label in the form it has in eIds (AKN4UN,
// section 3): without punctuation at the ends of its words and without the
// spaces between them, with "-" for other punctuation, and the case as it is.
// "a)" gives "a", "(i)" "i", "3 bis." "3bis", "11.2 Rev. A" "11-2RevA".
//
// Digits of all scripts become those of ASCII, Chinese numerals numbers ("三"
// gives "3"), and Arabic letters, as UN documents count with them, Latin ones
// ("ج" gives "c"). The result is "" where a label has no letter and no digit.
func NumberPart(label string) string {
	text := plainLabel(label)
	if n, ok := hanValue(text); ok {
		return strconv.Itoa(n)
	}
	if n, ok := abjadValue(text); ok {
		return letter(n)
	}
	return text
}

// plainLabel does what [NumberPart] does but for counting in other scripts.
func plainLabel(label string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(norm.NFKC.String(strings.ToValidUTF8(label, " ")), separates) {
		word = strings.TrimFunc(word, isPunctuation)
		dash := false
		for _, r := range word {
			switch {
			case !isPunctuation(r):
				if dash {
					b.WriteByte('-')
					dash = false
				}
				b.WriteRune(asciiDigit(r))
			default:
				dash = true
			}
		}
	}
	return norm.NFC.String(b.String()) // what came together may compose
}

// separates reports whether r stands between words, also without being seen.
func separates(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C)
}

// isPunctuation reports whether r is no part of a number. The tatweel only
// stretches the letter before it.
func isPunctuation(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) || r == '\u0640'
}

func asciiDigit(r rune) rune {
	if !unicode.IsDigit(r) || r < 0x80 {
		return r
	}
	// Decimal digits of every script stand in a row from zero (Unicode,
	// section 4.6), and such rows begin at a non-digit or at another zero.
	zero := r
	for unicode.IsDigit(zero-1) && r-(zero-1) < 10 {
		zero--
	}
	return '0' + (r - zero)
}

// labelNumber returns the number that a labelled element has in its eId, ""
// where the label gives none. Labels of scripts that are not Latin are
// brought to what the Latin-script languages print in the same place: roman
// numerals for numerals of points, and for letters what the level has, letters
// and roman numerals by turns.
func labelNumber(element, label string, place, level int) string {
	text := plainLabel(label)
	value, numeral, counted := foreignValue(label, text, place)
	if !counted {
		return text
	}
	switch {
	case (element == "point" || element == "item") && level%2 == 0 && !numeral, element == "indent":
		return letter(value)
	case element == "point" || element == "item":
		return strings.ToLower(roman(min(value, 3999)))
	case element == "section" || element == "part" || element == "chapter":
		return roman(min(value, 3999))
	case element == "title":
		return strings.ToUpper(letter(value))
	}
	return strconv.Itoa(value)
}

// foreignValue returns what a label in another script counts, by its value
// where that is known, else by its place, and whether it is a numeral: a Chinese
// one, or digits in quotation marks, which Arabic texts print for roman numerals.
func foreignValue(label, text string, place int) (value int, numeral, ok bool) {
	if n, ok := hanValue(text); ok {
		return n, true, true
	}
	if n, ok := abjadValue(text); ok {
		return n, false, true
	}
	if n, err := strconv.Atoi(text); err == nil && n > 0 && isQuoted(label) {
		return n, true, true
	}
	if text == "" || !foreignLetters(text) {
		return 0, false, false
	}
	return place, false, true
}

func isQuoted(label string) bool {
	label = strings.TrimFunc(label, separates)
	return strings.TrimFunc(label, isQuote) != label
}

func isQuote(r rune) bool { return strings.ContainsRune("'‘’‛\"“”", r) }

// foreignLetters reports whether s has letters and none of them, nor a digit,
// is of ASCII.
func foreignLetters(s string) bool {
	for _, r := range s {
		if r < 0x80 && r != '-' {
			return false
		}
	}
	return true
}

// abjad are the Arabic letters in the order in which lists count with them.
const abjad = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"

// abjadValue returns the place of an Arabic letter that stands alone.
func abjadValue(s string) (int, bool) {
	s = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ـ", "").Replace(s)
	n := 0
	for _, r := range abjad {
		n++
		if string(r) == s {
			return n, true
		}
	}
	return 0, false
}

// hanValue returns the value of a Chinese numeral up to 99, as lists use it:
// 一, 十二, 二十.
func hanValue(s string) (int, bool) {
	tens, units, ten := strings.Cut(s, "十")
	if !ten {
		n := hanDigit(s)
		return n, n > 0
	}
	t, u := hanDigit(tens), hanDigit(units)
	if tens == "" {
		t = 1
	}
	if t == 0 || (units != "" && u == 0) {
		return 0, false
	}
	return 10*t + u, true
}

// hanDigit returns the value of one Chinese digit, 0 if s is none.
func hanDigit(s string) int {
	n := 0
	for _, r := range "一二三四五六七八九" {
		n++
		if string(r) == s {
			return n
		}
	}
	return 0
}
