package render

import (
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

// document is a document with the given body and, with a dialect, a layer.
func document(t testing.TB, attrs, body string) *etree.Element {
	t.Helper()
	doc := etree.NewDocument()
	require.NoError(t, doc.ReadFromString(`<akomaNtoso xmlns="`+akn.Namespace+`" xmlns:src="`+layer.Namespace+`"><statement><meta><p>none of this</p></meta><mainBody `+
		attrs+`>`+body+`</mainBody></statement></akomaNtoso>`))
	return doc.Root()
}

const oneNote = `<authorialNote marker="1"><p>x</p></authorialNote>`

func TestText(t *testing.T) {
	for _, c := range []struct{ name, attrs, body, want string }{
		{"nothing", "", "", ""},
		{"blocks", "", "<p>a</p><p>b</p>", "a\n\nb\n"},
		{"numbers", "", "<paragraph><num>1.</num><content><p>a</p></content></paragraph>", "1. a\n"},
		{"indentation of another tool", "", "<p>\n  a\n</p>\n  <p>b</p>", "a\n\nb\n"},
		{"emphasis", "", "<p><i>a</i> <b>b</b> <term class=\"italic\">c</term></p>", "*a* **b** *c*\n"},
		{"emphasis of a comma", "", "<p><i>a</i><i>,</i> <b> </b></p>", "*a*,  \n"},
		{"notes at the end", "", "<p>a" + oneNote + "</p><p>b</p>", "a¹\n\nb\n\n¹ x\n"},
		{"a second call", "", "<p>a" + oneNote + "</p><p>b<noteRef marker=\"1\"/></p>", "a¹\n\nb¹\n\n¹ x\n"},
		{"line and page ends of no layer", "", "<p>a<eol/>b<eop/>c<eop/></p>", "a\nb c\n"},
		{"a table's row is a line", "", "<table><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p/></td><td><p>c</p></td></tr></table><p>d</p>", "| a | b |\n| | c |\n\nd\n"},
		{"cells of several blocks", "", "<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>", "a b\n\nc\n"},
		{"columns", `src:dialect="pdf-layout" src:margin="2"`, `<table src:columns="2 8 :16"><tr><th><p>a</p></th><th><p>b</p></th><th><p>c</p></th></tr>` +
			`<tr><td><p>d</p></td><td><p>e<eol/>f</p></td><td><p><eol/>12</p></td></tr><tr><td><p/></td><td><p>too long</p></td><td><p>3</p></td></tr></table>`,
			"  a     b  c\n\n\n  d     e\n        f     12\n        too long  3\n"},
		{"columns that nothing says", `src:dialect="pdf-layout" src:margin="2"`, `<p>x</p><table><tr><td><p>a<eol/>b</p></td><td><p>c</p></td></tr></table>`, "  x\n\n  a  c\n  b\n"},
		{"columns of no numbers", `src:dialect="pdf-layout"`, `<table src:columns="x -1 99999 1:2:3"><tr><td><p>a</p></td><td><p>b</p></td></tr></table>`, "a  b\n"},
		{"notes in a cell", `src:dialect="pdf-layout"`, "<table><tr><td><p>a" + oneNote + "<eol/>b</p></td></tr></table>", "a 1\nb\n__________________\n1\nx\n"},

		{"plain", `src:dialect="plain"`, "<p>a" + oneNote + "</p><p>b</p>", "a1\n\nb\n\n1 x\n"},
		{"sentences", `src:dialect="sentences"`, "<p>a</p><p>b</p>", "a\nb\n"},
		{"a separator", `src:dialect="plain"`, `<p>a</p><p src:sep="&#10;{6}">b</p>`, "a\n      b\n"},
		{"an end", `src:dialect="plain" src:end=""`, "<p>a</p>", "a"},
		{"line ends", `src:dialect="plain" src:eol="&#13;&#10;"`, "<p>a<eol/>b</p><p>c</p>", "a\r\nb\r\n\r\nc\r\n"},
		{"a link", `src:dialect="markdown"`, `<p><ref src:link="#">a</ref> <a href="u">b</a></p>`, "[a](#) [b](u)\n"},
		{"notes at the page's foot", `src:dialect="markdown"`, "<p>a" + oneNote + "<eop/>b</p>", "a¹\n\n¹ x\n\nb\n"},
		{"furniture", `src:dialect="pdf-flow"`, `<p>a<eop src:sep="&#10;1/2&#10;{f}HEAD&#10;"/>b</p>`, "a\n1/2\n\fHEAD\nb\n"},
		{"the parts of a page end, a blank line apart", `src:dialect="pdf-flow"`, `<p>a<eop src:sep="1/2{f}HEAD"/>b</p>`, "a\n\n1/2\n\n\fHEAD\n\nb\n"},
		{"what is written between them", `src:dialect="pdf-flow"`, `<p>a<eop src:sep="{}1/2&#10;{f} HEAD{}"/>b</p>`, "a1/2\n\f HEADb\n"},
		{"the implied page end", `src:dialect="pdf-flow"`, `<p>a<eop/>b</p>`, "a\n\n\fb\n"},
		{"markers before the page number, notes after it", `src:dialect="pdf-flow"`,
			"<p>a" + oneNote + `<authorialNote marker="2"><p>y</p></authorialNote><eop src:sep="{__}{##}1/2{..}{f}"/>b</p>`,
			"a 1 2\n_______________\n1\n2\n\n1/2\nx\ny\n\fb\n"},
		{"a note that nothing places", `src:dialect="pdf-flow"`, "<p>a" + oneNote + `<eop src:sep="1/2{f}"/>b</p>`, "a 1\n__________________\n1\n\nx\n1/2\n\n\fb\n"},
		{"notes where columns are kept", `src:dialect="pdf-layout" src:margin="9"`, "<p>a" + oneNote + `<eop src:margin="2" src:sep="{_}{notes}1/2{f}HEAD"/>b</p>`,
			"         a 1\n __________________\n     1\n         x\n\n1/2\n\fHEAD\n\n  b\n"},
		{"lines go on below each other", `src:dialect="pdf-layout" src:margin="1"`, `<p>a<eol/>b<eol src:sep="&#10;   "/>c<eol/>d</p><p>e<eol/>f</p>`,
			" a\n b\n   c\n   d\n e\n f\n"},
		{"a number of one digit and a longer one", `src:dialect="pdf-layout"`, "<paragraph><num>1.</num><content><p>a</p></content></paragraph><paragraph><num>12.</num><content><p>b</p></content></paragraph>",
			"1.    a\n      12. b\n"},
		{"a recital steps in", `src:dialect="pdf-layout" src:margin="1"`, "<p>a</p><container><p>b</p></container>", " a\n       b\n"},
		{"a note's printed form", `src:dialect="plain"`, `<p>a<authorialNote marker="1" src:call=" ({#})" src:foot="&#10;({#}) "><p>x</p></authorialNote></p>`, "a (1)\n(1) x\n"},
		{"a note that a page cuts", `src:dialect="markdown"`, `<p>a<authorialNote marker="1"><p>x<eop/>y</p></authorialNote><eop/>b</p>`, "a¹\n\n¹ x\n\nb\n\ny\n"},
		{"notes in an order of their own", `src:dialect="markdown"`,
			`<p>a<authorialNote marker="2"><p>x</p></authorialNote><authorialNote marker="1"><p>y</p></authorialNote><eop src:sep="&#10;&#10;{#1} {.1}&#10;&#10;{#2} {.2}&#10;&#10;"/>b</p>`,
			"a²¹\n\n¹ y\n\n² x\n\nb\n"},
		{"notes that come later", `src:dialect="markdown"`, `<p>a` + oneNote + `<eop src:sep="&#10;&#10;{later}"/>b</p>`, "a¹\n\nb\n\n¹ x\n"},
		{"the closing last", `src:dialect="plain"`, "<p>a</p>", "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, Text(document(t, c.attrs, c.body))) })
	}
}

// The job number of a page's foot is that of the metadata.
func TestJobNumber(t *testing.T) {
	root := document(t, `src:dialect="pdf-flow"`, `<p>a<eop src:sep="{J}{*}{f}"/>b<eop src:sep="{j}{f}"/></p>`)
	require.Equal(t, "a\n\n\fb\n\n\f", Text(root), "there is none")
	root.FindElement(".//meta").CreateElement("docketNumber").SetText("32-00001 (F)")
	require.Equal(t, "a\n\n32-00001 (F)\n\n*3200001*\n\n\fb\n\n32-00001\n\n\f", Text(root))
}

// Fit writes what deviates and nothing else; then Text prints the source.
func TestFit(t *testing.T) {
	for _, c := range []struct{ name, src, body, want string }{
		{"as implied", "a\n\nb\n", "<p>a</p><p>b</p>", "<p>a</p><p>b</p>"},
		{"wider", "a\n\n\nb\n", "<p>a</p><p>b</p>", `<p>a</p><p src:sep="&#xA;&#xA;&#xA;">b</p>`},
		{"line ends", "a \nb\n", "<p>a<eol/>b</p>", `<p>a<eol src:sep=" &#xA;"/>b</p>`},
		{"an old separator goes", "a\n\nb\n", `<p>a</p><p src:sep="x">b</p>`, "<p>a</p><p>b</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := document(t, `src:dialect="plain"`, c.body)
			require.Empty(t, Fit(root, source.Read(c.src, source.Plain), nil))
			require.Equal(t, c.src, Text(root))
			require.Equal(t, strings.ReplaceAll(c.want, "&#xA;", "\n"), inner(t, root))
		})
	}
}

// inner is the content of the body as it stands in the tree.
func inner(t *testing.T, root *etree.Element) string {
	var b strings.Builder
	for _, e := range root.FindElements(".//mainBody/*") {
		doc := etree.NewDocumentWithRoot(e.Copy())
		s, err := doc.WriteToString()
		require.NoError(t, err)
		b.WriteString(strings.NewReplacer("&#xA;", "\n", "&#10;", "\n").Replace(s))
	}
	return b.String()
}

// A block that does not print its bytes is found, and so is the next one.
func TestFitFindsTheBad(t *testing.T) {
	root := document(t, `src:dialect="plain"`, "<p>a</p><p>WRONG</p><p>c</p><p>WRONG</p><p>e</p>")
	blocks := root.FindElements(".//mainBody/p")
	starts := map[*etree.Element]int{}
	for i, b := range blocks {
		starts[b] = 3 * i
	}
	bad := Fit(root, source.Read("a\n\nb\n\nc\n\nd\n\ne\n", source.Plain), starts)
	require.Equal(t, []*etree.Element{blocks[1], blocks[3]}, bad)
}

// The layer of a document of unknown origin cannot ask for more than it holds.
func TestHostileLayer(t *testing.T) {
	nested := strings.Repeat(`<p>a<authorialNote marker="1"><p>`, 40) + strings.Repeat(`</p></authorialNote></p>`, 40)
	many := strings.Repeat(`<p>a<authorialNote marker="1"><p>x<eop/>y<eop/>z</p></authorialNote><eop src:sep="{notes}{.}{.1}{#}{later}"/></p>`, 2000)
	cut := `<p>a<authorialNote marker="1"><p>` + strings.Repeat(`x<eop/>`, 5000) + `</p></authorialNote></p>` + strings.Repeat("<p>b<eop/></p>", 5000)
	for _, body := range []string{nested, many, cut} {
		text := Text(document(t, `src:dialect="pdf-layout" src:margin="999999999" src:end="{99999999}"`, body))
		require.Less(t, len(text), 100*len(body))
	}
}
