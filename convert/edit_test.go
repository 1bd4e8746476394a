package convert_test

import (
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/require"
)

// paragraph is the operative paragraph with the number.
func paragraph(t *testing.T, doc *akn.Document, num string) akn.Paragraph {
	t.Helper()
	for p := range doc.Paragraphs() {
		if p.Num() == num {
			return p
		}
	}
	t.Fatalf("there is no paragraph %s", num)
	return akn.Paragraph{}
}

// changed returns the lines that are only in a and those that are only in b, between the parts that they share.
func changed(a, b string) (was, is []string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return x, y
}

// A paragraph is changed through its view: the text changes in its line, and nowhere else.
func TestEditThroughView(t *testing.T) {
	src, doc := converted(t, "fr-draft")
	p := paragraph(t, doc, "2.")
	body := p.Words()
	require.NoError(t, p.SetWords(strings.Replace(body, "texte", "vieux texte", 1)))
	was, is := changed(string(src), textAfterWriting(t, doc))
	require.Len(t, was, 1)
	require.Len(t, is, 1)
	require.Equal(t, strings.Replace(was[0], "texte", "vieux texte", 1), is[0])
	require.True(t, strings.HasPrefix(is[0], "2. "), is[0])
}

// Through etree, a whole paragraph is taken out: what is left is the text without its block.
func TestRemoveParagraph(t *testing.T) {
	src, doc := converted(t, "en-plain")
	var last *etree.Element
	for p := range doc.Paragraphs() {
		last = p.Element()
	}
	last.Parent().RemoveChild(last)
	was, is := changed(string(src), textAfterWriting(t, doc))
	require.Empty(t, strings.Join(is, ""))
	require.NotEmpty(t, was)
	require.Less(t, len(was), 8, "only the paragraph's lines go: %q", was)
}

// A new paragraph without any layer gets the layout that the dialect implies.
func TestAddParagraph(t *testing.T) {
	src, doc := converted(t, "fr-draft")
	p := paragraph(t, doc, "2.").Element()
	added := etree.NewElement("paragraph")
	added.CreateElement("num").SetText("2 bis.")
	added.CreateElement("content").CreateElement("p").SetText("Se tait ;")
	p.Parent().InsertChildAt(p.Index()+1, added)
	was, is := changed(string(src), textAfterWriting(t, doc))
	require.Empty(t, strings.Join(was, ""))
	require.Equal(t, "2 bis. Se tait ;", strings.Join(is, ""))
}

// A note's text changes where the note is printed: at its page's foot.
func TestEditNote(t *testing.T) {
	src, doc := converted(t, "fr-draft")
	for n := range doc.Notes() {
		if n.Marker() == "4" {
			require.NoError(t, n.SetText(strings.Replace(n.Text(), "annexe", "annexe I", 1)))
		}
	}
	was, is := changed(string(src), textAfterWriting(t, doc))
	require.Equal(t, []string{"⁴ Résolution 84/7, annexe."}, was)
	require.Equal(t, []string{"⁴ Résolution 84/7, annexe I."}, is)
}

// A note that is added to a page is printed after those that are there.
func TestAddNote(t *testing.T) {
	src, doc := converted(t, "fr-draft")
	var first *etree.Element
	for n := range doc.Notes() {
		if n.Marker() == "4" {
			first = n.Element()
		}
	}
	note := etree.NewElement("authorialNote")
	note.CreateAttr("marker", "99")
	note.CreateAttr("placement", "bottom")
	note.CreateElement("p").SetText("Ajout.")
	first.Parent().InsertChildAt(first.Index()+1, note)
	back := textAfterWriting(t, doc)
	require.Contains(t, back, "⁴⁹⁹", "the call")
	require.Contains(t, back, "⁴ Résolution 84/7, annexe.\n\n⁹⁹ Ajout.", "the note")
	require.Equal(t, string(src), strings.Replace(strings.Replace(back, "⁹⁹ Ajout.\n\n", "", 1), "⁹⁹", "", 1))
}

// protect marks the blocks in which nothing but white space stands between two elements: xmllint takes it for
// indentation otherwise. What a tool does inside mixed content is its own affair.
func protect(doc *akn.Document) {
	for p := range akn.Find(doc.Root(), "p") {
		for _, token := range p.Child {
			if data, ok := token.(*etree.CharData); ok && strings.TrimSpace(data.Data) == "" {
				p.CreateAttr("xml:space", "preserve")
				break
			}
		}
	}
}

// What another tool does to white space between block elements changes nothing.
func TestForeignIndentation(t *testing.T) {
	for _, s := range samples(t, "texts") {
		t.Run(s.name, func(t *testing.T) {
			doc, _ := fromText(t, s.src, convert.Options{})
			protect(doc)
			xml := written(t, doc)
			formatted := tool(t, "xmllint", xml, "--format", "--nonet", "-")
			require.NotEqual(t, string(xml), string(formatted))
			exact(t, s.src, reparse(t, formatted))
		})
	}
}

// etree's own writer and another prefix for the layer's namespace change nothing either.
func TestForeignWriter(t *testing.T) {
	src, doc := converted(t, "en-draft")
	xml, err := doc.Etree().WriteToBytes()
	require.NoError(t, err)
	exact(t, src, reparse(t, xml))

	xml = written(t, doc)
	prefixed := strings.NewReplacer("<src:", "<l:", " src:", " l:", "xmlns:src=", "xmlns:l=").Replace(string(xml))
	exact(t, src, reparse(t, []byte(prefixed)))
}

func TestStrip(t *testing.T) {
	src, doc := converted(t, "fr-draft")
	clean := convert.Strip(doc)
	exact(t, src, doc) // the document itself is as it was
	xml := written(t, clean)
	for _, gone := range []string{"src:", "xmlns:src", "<eop", "<eol", "xml:space"} {
		require.NotContains(t, string(xml), gone)
	}
	back := textOf(t, clean)
	canonical := string(back)
	require.NotContains(t, canonical, "\n\n\n", "blocks are one blank line apart")
	require.NotContains(t, canonical, "](", "links are no part of canonical text")
	require.Contains(t, canonical, "collectivités locales, qui sont souvent", "a paragraph that a page cut is whole")
	notes := strings.Index(canonical, "\n\n¹ ")
	require.Greater(t, notes, strings.Index(canonical, "\n\n18. "), "notes stand at the end")
}

// Of a document that this library did not make, the text is canonical.
func TestTextOfOthers(t *testing.T) {
	doc := reparse(t, []byte(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act><meta/><body>
    <article eId="art_1"><num>Art. 1</num><heading>Scope</heading>
      <paragraph><num>1.</num><content><p>This <i>Act</i> applies<authorialNote marker="1"><p>From 2031.</p></authorialNote>
        to bridges.</p></content></paragraph>
      <paragraph><num>2.</num><list><intro><p>It does not apply to:</p></intro>
        <point><num>(a)</num><content><p>tunnels;</p></content></point></list></paragraph>
    </article>
  </body></act>
</akomaNtoso>`))
	back := textOf(t, doc)
	require.Equal(t, "Art. 1 Scope\n\n1. This *Act* applies¹ to bridges.\n\n2. It does not apply to:\n\n(a) tunnels;\n\n¹ From 2031.\n", string(back))
}
