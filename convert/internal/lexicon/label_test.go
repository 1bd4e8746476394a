package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/stretchr/testify/assert"
)

var labelCases = []struct {
	lang, text string
	want       Label // zero if there is none
}{
	{"eng", "12. Decides", Label{"12.", "12", Number, 12, 0, 3}},
	{"eng", "(a) The", Label{"(a)", "a", Letter, 1, 0, 3}},
	{"eng", "(bb) The", Label{"(bb)", "bb", Letter, 28, 0, 4}},
	{"eng", " (iv) The", Label{"(iv)", "iv", Roman, 4, 0, 5}},
	{"eng", "(i) The", Label{"(i)", "i", Roman, 1, 9, 3}},
	{"eng", "IV. General", Label{"IV.", "IV", CapitalRoman, 4, 0, 3}},
	{"eng", "B. General", Label{"B.", "B", Capital, 2, 0, 2}},
	{"eng", "1.5 million", Label{}},
	{"eng", "a matter", Label{}},
	{"eng", "(as amended)", Label{}},
	{"eng", "2021 was", Label{}},
	{"eng", "", Label{}},
	{"fra", "a) De", Label{"a)", "a", Letter, 1, 0, 2}},
	{"fra", "ii)\u00a0De", Label{"ii)", "ii", Roman, 2, 35, 3}},
	{"spa", "3.\tSolicita", Label{"3.", "3", Number, 3, 0, 2}},
	{"rus", "a) что", Label{"a)", "a", Letter, 1, 0, 2}},
	{"rus", "б) что", Label{"б)", "б", CyrillicLetter, 2, 0, 3}},
	{"ara", "1 - تقرر", Label{"1 -", "1", Number, 1, 0, 3}},
	{"ara", "٢١ - ترحب", Label{"٢١ -", "21", Number, 21, 0, 6}},
	{"ara", "(أ) النص", Label{"(أ)", "أ", ArabicLetter, 1, 0, 4}},
	{"ara", "\u200f(ج) النص", Label{"(ج)", "ج", ArabicLetter, 3, 0, 7}},
	{"ara", "(س س) النص", Label{"(س س)", "س س", ArabicLetter, 41, 0, 7}},
	{"ara", "‘1’ النص", Label{"‘1’", "1", Quoted, 1, 0, 7}},
	{"zho", "1. 回顾", Label{"1.", "1", Number, 1, 0, 2}},
	{"zho", "1.回顾", Label{"1.", "1", Number, 1, 0, 2}},
	{"zho", "（一）审查", Label{"（一）", "一", Ideograph, 1, 0, 9}},
	{"zho", "(a) 审查", Label{"(a)", "a", Letter, 1, 0, 3}},
	{"zho", "十二、结论", Label{"十二、", "十二", Ideograph, 12, 0, 9}},
}

func TestLabel(t *testing.T) {
	for _, c := range labelCases {
		got, ok := For(c.lang).Label(c.text)
		assert.Equal(t, c.want, got, "%s: %q", c.lang, c.text)
		assert.Equal(t, c.want.Kind != 0, ok, c.text)
	}
}

func TestNoteCalls(t *testing.T) {
	assert.Equal(t, NoteCalls{Open: "(", Close: ")"}, For("ar").NoteCalls())
	assert.Equal(t, NoteCalls{AfterPunctuation: true}, For("en").NoteCalls())
	assert.Equal(t, NoteCalls{}, For("fr").NoteCalls())
}

// The letters of resolutions that share a number follow one another; what else stands before a title is no such list.
func TestLetters(t *testing.T) {
	for _, c := range []struct{ lang, text, letters, rest string }{
		{"eng", "A and B. Benches", "A-B", ". Benches"},
		{"eng", "B, C and D. Benches", "B-D", ". Benches"},
		{"eng", "A-C. Benches", "A-C", ". Benches"},
		{"eng", "A–C", "A-C", ""},
		{"fra", "A et B. Bancs", "A-B", ". Bancs"},
		{"spa", "A, B y C. Bancos", "A-C", ". Bancos"},
		{"eng", "A and D. Benches", "", ""},
		{"eng", "B and A. Benches", "", ""},
		{"eng", "A. Benches and B", "", ""},
		{"eng", "A and Beta", "", ""},
		{"eng", "a and b", "", ""},
		{"eng", "A et B", "", ""},
		{"eng", "", "", ""},
	} {
		letters, size, ok := For(c.lang).Letters(c.text)
		require.Equal(t, c.letters != "", ok, c.text)
		require.Equal(t, c.letters, letters, c.text)
		if ok {
			require.Equal(t, c.rest, c.text[size:], c.text)
		}
	}
}
