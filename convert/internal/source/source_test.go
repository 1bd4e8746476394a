package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      Dialect
	}{
		{"nothing", "", Plain},
		{"paragraphs", "One\ntwo.\n\nThree.\n", Plain},
		{"links", "See [70/1](#).\n", Markdown},
		{"a note", "A text.\n\n¹ A note.\n", Markdown},
		{"openings", "*Recalling* it,\n\n*Noting* that,\n", Markdown},
		{"openings in bold", "**Recalling** it,\n\n1. **Notes** that;\n", Markdown},
		{"legends", "** Reissued * for all.\n\n*** Corrected * again.\n", Plain},
		{"one asterisk", "5 * 3 is 15.\n\nSo it is.\n", Plain},
		{"sentences", "Recalling it,\nNoting that,\n1. Decides:\n(a) This;\n", Sentences},
		{"verse", "The moon\nis up\nand\nnobody sleeps\n", Plain},
		{"pages", "One\n\fTwo\n\f", PDFFlow},
		{"columns", "          One          two\n          three\n\f", PDFLayout},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, Detect(c.src), "%s", Detect(c.src)) })
	}
}

func TestDialectNames(t *testing.T) {
	for d := Markdown; d <= PDFLayout; d++ {
		got, ok := ParseDialect(d.String())
		require.True(t, ok)
		require.Equal(t, d, got)
	}
	for _, name := range []string{"", "word"} {
		_, ok := ParseDialect(name)
		require.False(t, ok, "%q", name)
	}
	require.Empty(t, Dialect(0).String())
	require.Empty(t, Dialect(99).String())
}

// blocks are the texts of the blocks, page by page; a note is printed with its marker in brackets.
func blocks(d *Document) string {
	var b strings.Builder
	for i, p := range d.Pages {
		if i > 0 {
			b.WriteString(" | ")
		}
		var texts []string
		for _, block := range p.Blocks {
			texts = append(texts, strings.ReplaceAll(block.Text(d.Src), "\n", "/"))
		}
		for _, n := range p.Notes {
			texts = append(texts, "["+n.Marker+"]"+(&Block{Lines: n.Lines}).Text(d.Src))
		}
		b.WriteString(strings.Join(texts, ", "))
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name    string
		dialect Dialect
		src     string
		want    string
	}{
		{"hard lines", Plain, "a\nb\n\nc", "a/b, c"},
		{"CR ends a line", Plain, "a\rb\r\rc", "a/b, c"},
		{"CRLF ends one line", Plain, "a\r\nb\r\n\r\nc", "a/b, c"},
		{"byte order mark", Plain, "\uFEFFa", "a"},
		{"a line of spaces is blank", Plain, "a\n \t \nb", "a, b"},
		{"a line with a no-break space is blank", Plain, "a\n\u00a0\nb", "a, b"},
		{"every line", Sentences, "a\nb\n\nc", "a, b, c"},
		{"notes end a page", Markdown, "a¹\n\n¹ x\n\nb", "a¹, [1]x | b"},
		{"a legend is no note", Markdown, "a\n\n* x\n\nb", "a, * x, b"},
		{"an asterisk that is called is one", Markdown, "a*\n\n* x\n\nb", "a*, [*]x | b"},
		{"a superscript without text", Markdown, "a\n\n¹\n\nb", "a, ¹, b"},
		{"form feeds end pages", PDFFlow, "a\n\fb\n\f", "a | b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Read(c.src, c.dialect)
			require.Equal(t, c.want, blocks(d))
			require.NoError(t, d.Tiles())
		})
	}
}

// Justified lines are stretched where extraction counts columns; a gap in them is no gutter.
func TestStretchedLine(t *testing.T) {
	full := "          " + strings.Repeat("all the bees of the town ", 3) + "fly\n"
	page := full + full + full + "%s" + full + "\f"
	for line, want := range map[string]int{
		"               the bees of the schools of         this          town    fly too and\n":           1,
		"          the bees of the schools of the town" + strings.Repeat(" ", 32) + "fly    not so far\n": 1, // beyond the edge
		"          1.   the bees                                   the roses\n":                           2, // columns: they end before it
	} {
		d := Read(strings.ReplaceAll(page, "%s", line), PDFLayout)
		cells := 0
		for _, b := range d.Pages[0].Blocks {
			for _, l := range b.Lines {
				if text := d.Src[l.Start:l.End]; !strings.HasPrefix(text, "all") {
					cells++
				}
			}
		}
		require.Equal(t, want, cells, line)
	}
}

func TestJobNumbers(t *testing.T) {
	for number, want := range map[string][2]string{
		"32-10442 (E)":  {"32-10442", "*3210442*"},
		"32-10442":      {"32-10442", "*3210442*"},
		"32-10442* (E)": {"32-10442", "*3210442*"},
		"":              {"", ""},
	} {
		require.Equal(t, want, [2]string{PlainJob(number), Barcode(number)})
	}
}

func TestLineEnd(t *testing.T) {
	for src, want := range map[string]string{"": "\n", "a\nb\r\nc\r\n": "\r\n", "a\rb\rc\n": "\r", "a\nb\r": "\n", "\r\n": "\r\n"} {
		require.Equal(t, want, lineEnd(src), "%q", src)
	}
}

func TestSuperscript(t *testing.T) {
	n, plain := Superscript("¹⁰²a")
	require.Equal(t, len("¹⁰²"), n)
	require.Equal(t, "102", plain)
	require.Equal(t, "¹⁰²", SuperscriptDigits("102"))
	n, _ = Superscript("ª1")
	require.Zero(t, n, "an ordinal is no number")
}

// Whatever the text and dialect, the spans tile it.
func TestTiles(t *testing.T) {
	for _, folder := range []string{"texts", "odd"} {
		files, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", folder, "*.txt"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			src, err := os.ReadFile(file)
			require.NoError(t, err)
			for d := Markdown; d <= PDFLayout; d++ {
				require.NoError(t, Read(string(src), d).Tiles(), "%s as %s", file, d)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		src := rapid.StringOfN(rapid.RuneFrom([]rune("aB1¹*.,_/ \t\n\r\f\uFEFF\u00a0")), 0, 80, -1).Draw(t, "src")
		d := Dialect(rapid.IntRange(int(Markdown), int(PDFLayout)).Draw(t, "dialect"))
		require.NoError(t, Read(src, d).Tiles(), "%q as %s", src, d)
	})
}

// The check finds what it looks for.
func TestTilesFails(t *testing.T) {
	line := func(start, end int) *Block { return &Block{Lines: []Line{{Span: Span{start, end}}}} }
	for _, c := range []struct {
		blocks []*Block
		want   string
	}{
		{[]*Block{line(0, 1)}, "source: byte 2 belongs to no span"},
		{[]*Block{line(2, 3)}, "source: byte 0 belongs to no span"},
		{[]*Block{line(0, 3), line(2, 3)}, "source: spans overlap at byte 2"},
	} {
		d := &Document{Src: "a b", Pages: []*Page{{Blocks: c.blocks}}}
		require.EqualError(t, d.Tiles(), c.want)
	}
}
