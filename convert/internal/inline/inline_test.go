package inline

import (
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ntoso/ntoso/convert/internal/source"
)

// flat reads one block of markdown.
func flat(src string, calls ...CallSpan) *Flat {
	d := source.Read(src, source.Plain)
	return Flatten(src, d.Pages[0].Blocks[0].Lines, calls, source.Markdown)
}

// built is the XML of a block with its marks and the given ranges.
func built(f *Flat, ranges ...Range) string {
	p := etree.NewElement("p")
	for _, m := range f.Marks {
		name := map[string]string{"": "a", "*": "i", "**": "b"}[m.Delimiter]
		ranges = append(ranges, Range{Start: m.Start, End: m.End, Fixed: true, New: element(name)})
	}
	Build(p, f, ranges, marker{})
	doc := etree.NewDocumentWithRoot(p)
	s, err := doc.WriteToString()
	if err != nil {
		panic(err)
	}
	return s
}

func element(name string) func(*etree.Element) *etree.Element {
	return func(*etree.Element) *etree.Element { return etree.NewElement(name) }
}

// marker makes the elements of line ends and calls.
type marker struct{}

func (marker) Break(Break) []*etree.Element { return []*etree.Element{etree.NewElement("eol")} }
func (marker) Call(Call) *etree.Element     { return etree.NewElement("note") }

func TestMarks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a", "<p>a</p>"},
		{"*a* b", "<p><i>a</i> b</p>"},
		{"**a** *b*", "<p><b>a</b> <i>b</i></p>"},
		{"*a\nb* c", "<p><i>a<eol/>b</i> c</p>"},
		{"[a](#)", "<p><a>a</a></p>"},
		{"*a [b](#) c*", "<p><i>a <a>b</a> c</i></p>"},
		{"[*a*](#)", "<p><a><i>a</i></a></p>"},
		{"*a", "<p>*a</p>"},
		{"a * b * c", "<p>a * b * c</p>"},
		{"5*3*2", "<p>5<i>3</i>2</p>"},
		{"[a] (b)", "<p>[a] (b)</p>"},
		{"[a](b c)", "<p>[a](b c)</p>"},
		{"a](b)", "<p>a](b)</p>"},
		{"*a [b* c](#)", "<p><i>a [b</i> c](#)</p>"},
		{"[](#)a", "<p>[](#)a</p>"}, // nothing to link
		{"[7](#)[ ](#)[(8)](#) b", `<p><a>7</a><a> </a><a>(8)</a> b</p>`},
		{"[7 ](#)[B](#)", `<p><a>7 </a><a>B</a></p>`},
		{"[ ](#)a", "<p>[ ](#)a</p>"}, // a text begins with no space
		{"[a ](#)", "<p>[a ](#)</p>"},
		{"a\n[ b](#) [c](#)", "<p>a<eol/>[ b](#) <a>c</a></p>"},
	} {
		require.Equal(t, c.want, built(flat(c.src)), "%q", c.src)
	}
}

func TestWithMarks(t *testing.T) {
	f := flat("see 7[1/2;](#) and 8[1/3 b](#)")
	require.Equal(t, len("see 71/2;"), f.WithMarks(len("see "), len("see 71/2")))
	third := len("see 71/2; and 81/3")
	require.Equal(t, third, f.WithMarks(len("see 71/2; and "), third), "words stay outside")
}

func TestCalls(t *testing.T) {
	src := "*word*¹ end"
	f := flat(src, CallSpan{Span: source.Span{Start: 6, End: 8}, Marker: "1"})
	require.Equal(t, "word end", f.Text)
	require.Equal(t, []Call{{At: 4, Form: "{#}"}}, f.Calls)
	require.Equal(t, "<p><i>word</i><note/> end</p>", built(f))

	src = "word\n 1 end" // a call that has slipped to the next line
	f = flat(src, CallSpan{Span: source.Span{Start: 6, End: 7}, Marker: "1"})
	require.Equal(t, "word end", f.Text)
	require.Empty(t, f.Breaks)
	require.Equal(t, "\n 1", f.Calls[0].Form, "a digit that is not as the dialect prints markers is literal")
}

// Ranges that cross a mark of the source give way to it; of two others the later one does.
func TestCrossing(t *testing.T) {
	f := flat("a *b c* d")
	require.Equal(t, "a b c d", f.Text)
	require.Equal(t, "<p>a <i>b c</i> d</p>", built(f, Range{Start: 4, End: 7, New: element("ref")}))
	require.Equal(t, "<p>a <i><ref>b</ref> c</i> d</p>", built(f, Range{Start: 2, End: 3, New: element("ref")}))
	require.Equal(t, "<p><x>a <i>b</i></x> d</p>", built(flat("a *b* d"),
		Range{Start: 0, End: 3, New: element("x")}, Range{Start: 2, End: 5, New: element("y")}))
}

// Whatever the marks are, no letter is lost and none is said twice, and every offset lies in the text.
func TestMarksKeepText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := "x" + rapid.StringOfN(rapid.RuneFrom([]rune("ab *[]()\n#.")), 0, 40, -1).Draw(t, "src") + "x"
		d := source.Read(src, source.Plain)
		for _, b := range d.Pages[0].Blocks {
			f := Flatten(src, b.Lines, nil, source.Markdown)
			for _, m := range f.Marks {
				require.True(t, 0 <= m.Start && m.Start <= m.End && m.End <= len(f.Text), "%q: %v", src, m)
			}
			for _, br := range f.Breaks {
				require.True(t, br.At < len(f.Text) && f.Text[br.At] == '\n', "%q: %v", src, br)
			}
			built(f)
		}
	})
}
