package layer

import (
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		template string
		want     []Part
	}{
		{"", nil},
		{"a b", []Part{{Literal, "a b"}}},
		{"{6}", []Part{{Literal, "      "}}},
		{"{f}\n{{x}", []Part{{FormFeed, ""}, {Literal, "\n{x}"}}},
		{"{_}{__}{##}{..}{j}{J}{*}{}", []Part{{Rule, "_"}, {Rule, "__"}, {Markers, ""}, {Bodies, ""}, {Job, ""}, {FullJob, ""}, {Barcode, ""}, {Glue, ""}}},
		{"a{notes}b{later}", []Part{{Literal, "a"}, {Notes, ""}, {Literal, "b"}, {Later, ""}}},
		{"{#} {.}{#12}{.*}", []Part{{Marker, ""}, {Literal, " "}, {Body, ""}, {Marker, "12"}, {Body, "*"}}},
		{"{what}{0}{-3}{", []Part{{Literal, "{what}{0}{-3}{"}}}, // no placeholder is literal
		{"{999999999}", []Part{{Literal, "{999999999}"}}},       // no run that long is granted
		{"a{f", []Part{{Literal, "a{f"}}},
	} {
		require.Equal(t, c.want, Parse(c.template), "%q", c.template)
	}
}

func TestEncode(t *testing.T) {
	for _, c := range []struct{ bytes, want string }{
		{"\n\n", "\n\n"},
		{"\n    x", "\n    x"},           // four spaces are shorter than {4}
		{"\n     x", "\n{5}x"},           // five are not
		{"\t\t\t\t\t\t", "\t\t\t\t\t\t"}, // a run of tabs is never a length
		{"\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"},
		{"{f}\f", "{{f}{f}"},
	} {
		require.Equal(t, c.want, Encode(c.bytes))
	}
}

// Whatever the bytes are, their template gives them back.
func TestExpandEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune(" {}#.f5notes\n\f\t\u00a0")), 0, 60, -1).Draw(t, "s")
		require.Equal(t, s, Expand(Encode(s)))
	})
	long := strings.Repeat(" ", 3*maxRun+7)
	require.Equal(t, long, Expand(Encode(long)))
}

func TestAttributes(t *testing.T) {
	doc := etree.NewDocument()
	require.NoError(t, doc.ReadFromString(`<a xmlns:l="`+Namespace+`" sep="own" xmlns:o="urn:other" o:sep="other"><b l:sep="x"/></a>`))
	a := doc.Root()
	_, ok := Get(a, Sep)
	require.False(t, ok, "attributes of no or another namespace are none of the layer's")
	value, ok := Get(a.ChildElements()[0], Sep)
	require.True(t, ok, "the prefix does not matter")
	require.Equal(t, "x", value)

	Put(a, End, "\n", "\n")
	_, ok = Get(a, End)
	require.False(t, ok, "what is implied is not written")

	Strip(a)
	var b strings.Builder
	_, err := doc.WriteTo(&b)
	require.NoError(t, err)
	require.Equal(t, `<a sep="own" xmlns:o="urn:other" o:sep="other"><b/></a>`, b.String())
}

func TestGaps(t *testing.T) {
	require.Equal(t, 0, GapEnd("x", 0))
	require.Equal(t, 7, GapEnd("\uFEFF \r\n\fx", 0), "a byte order mark is a gap")
	require.Equal(t, 9, GapEnd("\u00a0 \u2028\u202bx", 0), "white space of any kind, and marks that cannot be seen")
	require.Equal(t, 0, GapEnd("\u00adx", 0), "a soft hyphen belongs to its word")
	require.Equal(t, 9, GapEnd("\u00a0 \u3000\u200e", 0))
	require.Equal(t, 1, GapStart("x\u202c \u00a0", 7))
	require.Equal(t, 2, GapAt("ab\u00a0c", 0))
	start, end := Trim(" a b\r\n", 0, 6)
	require.Equal(t, []int{1, 4}, []int{start, end})
	require.Equal(t, "a\r\nb\r\n", LineEnds("a\nb\n", "\r\n"))
}
