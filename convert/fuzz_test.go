package convert_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// oddTexts are the ways in which a text can be unlike what a converter expects.
var oddTexts = []string{
	"",
	" ",
	"\n",
	"\r",
	"\f",
	"\uFEFF",
	"\uFEFF\uFEFFx",
	"no final newline",
	"The General Assembly,\r\n\r\nRecalling its resolution 70/1,\r\n\r\n1. Decides.\r\n",
	"The General Assembly,\r\rRecalling its resolution 70/1,\r\r1. Decides.\r",
	"\uFEFFL\u2019Assemblée générale,\n\n\tRappelant sa résolution 70/1,\n\n\t1.\tDécide\u00a0;\n",
	"*L'Assemblée générale*,\n\n*Rappelant* sa résolution [70/1](#) du 25 septembre 2015¹,\n\n¹ A/70/1.\n\n\n2. *Décide* de rien.\n",
	"1. Decides\f2. Decides\n\fagain\f\f",
	"one\f\ntwo\n\f\nthree\n\n\f",
	"إن الجمعية العامة،\n\n\u200fإذ تشير إلى قرارها 70/1\u200e،\n\n1 - \u2067تقرر\u2069 ذلك.\n",
	"大会，\n\n回顾其2015年9月25日第70/1号决议，\n\n1. 决定如此。\n",
	"called¹ and ² again¹ and never³\n\n² two\n\n¹ one\n\n⁴ four",
	"* a\n\n* b\n\n** c **d** e* [f](g) [h](\n\n*i*",
	"(a) one\n\n(i) two\n\n(b) three\n\n(h) four\n\n(i) five\n\n(A) six",
	"a [b *c](d) e* f **g *h** i*",
	"{#} {notes} {f} {12} {{ } {.}",
	"Annex\n\n1. One.\n\n62nd plenary meeting\n16 December 2021\n",
	"I\nHeading\n\n1. One.\n\nII\n\nOther\n\n1. Two.",
	"\u2028\u0085\u00a0\u00ad",
	"          Post        Number\n\n\n          Cook             1\n          Keeper of        2\n          the lamps\n\n          None\n\f" +
		"          Post        Number\n\n\n          Driver          30\n\f",
	"          The General Assembly,\n\n          1.   Decides:\n\n          Post        Number of\n                      posts\n\n\n" +
		"          Cook 1           1\n          Driver*          2\n\n     __________________\n     1\n          x\n          y\n\f",
	"1. Decides:\n\na\tb (Footnote: c.)\n\tD\ne \t f\n\n2. Ends.\n",
	"1. Decides:\n\n| a | b |\n| | *c* |\n| (a) d¹ | |\n\n¹ x\n\n| e |\n| f |\n",
	"<p>&amp;]]></p><!-- -->\n\n&#10;",
}

func FuzzFromText(f *testing.F) {
	for _, folder := range []string{"texts", "odd"} {
		for _, s := range samples(f, folder) {
			if len(s.src) < maxFuzzed {
				f.Add(s.src, "")
			}
		}
	}
	for _, s := range oddTexts {
		for _, dialect := range []string{"", "markdown", "plain", "sentences", "pdf-flow", "pdf-layout"} {
			f.Add([]byte(s), dialect)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, dialect string) {
		if len(src) > maxFuzzed {
			t.Skip("long texts are slow and find nothing that short ones do not")
		}
		opts := convert.Options{Dialect: dialect}
		if _, _, err := convert.FromText(nil, opts); err != nil {
			opts.Dialect = ""
		}
		ladder(t, src, opts)
	})
}

// maxFuzzed is the length in bytes up to which texts are fuzzed; [TestLadder] climbs with the longer ones.
const maxFuzzed = 8 << 10

// FuzzText demands that any document has a text, or a typed error, and that its text is a text that converts.
func FuzzText(f *testing.F) {
	for _, name := range []string{"fr-draft", "en-resolution", "six-ar", "en-letters", "en-pdf-draft", "en-amendment"} {
		_, doc := converted(f, name)
		f.Add(written(f, doc))
	}
	for _, xml := range oddDocuments {
		f.Add([]byte(xml))
	}
	f.Fuzz(func(t *testing.T, xml []byte) {
		doc, err := akn.Parse(xml)
		if err != nil {
			return
		}
		for _, d := range []*akn.Document{doc, convert.Strip(doc)} {
			src, err := convert.Text(d)
			if errors.Is(err, convert.ErrNotAKN) && akn.Local(doc.Root()) == "" {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			// What a document prints is a text, however odd its layer is: it converts, unless it is over the limit.
			if len(src) < maxFuzzed && forbidden(src) < 0 {
				if _, _, err := convert.FromText(src, convert.Options{}); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

// oddDocuments are documents that this library does not write.
var oddDocuments = []string{
	`<p/>`,
	`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta/><body><article><num>1</num><heading>x</heading></article></body></act></akomaNtoso>`,
	layered(`<p src:sep="{99999}{f}{notes}{.}{#}">a<eop src:sep="{notes}{.5}{#5}{later}"/>b<eol src:sep="{"/></p>`),
	layered(`<p>a<authorialNote marker="1" src:call="{#}{notes}" src:foot="{.}"><p>b<eop/>c<authorialNote marker="1"><p>d</p></authorialNote></p></authorialNote><eop/><eop/></p>`),
	layered(`<p src:margin="999999" src:mark="*" src:link="x">a</p><noteRef href="#x"/><table><tr><td><p>b</p></td><td>c</td></tr></table>`),
	layered(`<table src:columns="1 -1 99999 5:x 7:3"><tr><th><p>a<eol/><eol src:sep="{3}"/>b</p></th><td><p><b>c<eol/>d</b><authorialNote marker="1"><p>e<eol/>f</p>` +
		`<table><tr><td><p>g</p></td></tr></table></authorialNote><eop src:columns=""/></p></td><td/></tr><tr/><tr><td><p>` + strings.Repeat("h<eol/>", 100) + `</p></td></tr></table>`),
	layered(strings.Repeat(`<table><tr><td><p>a</p>`, 20) + strings.Repeat(`</td></tr></table>`, 20)),
	layered(strings.Repeat(`<p>a<authorialNote marker="1"><p>`, 20) + strings.Repeat(`</p></authorialNote></p>`, 20)),
	`<a:akomaNtoso xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:b="https://github.com/ntoso/ntoso/ns/layout"><a:doc><a:mainBody b:dialect="pdf-layout" b:margin="4" b:eol="&#13;"><a:p>a<a:eol/>b</a:p></a:mainBody></a:doc></a:akomaNtoso>`,
}

// layered is a document with a layer of its own.
func layered(body string) string {
	return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:src="https://github.com/ntoso/ntoso/ns/layout">` +
		`<statement name="resolution"><meta/><mainBody src:dialect="pdf-layout" src:end="{f}">` + body + `</mainBody></statement></akomaNtoso>`
}
