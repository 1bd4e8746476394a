package akn_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

const small = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>` +
	`<paragraph><num>1.</num><content><p><term refersTo="#welcomes">Welcomes</term> the report<authorialNote marker="1" placement="bottom">` +
	`<p><ref href="https://undocs.org/A/79/458" title="A/79/458">A/79/458</ref>.</p></authorialNote> of the panel;</p></content></paragraph>` +
	`</mainBody></statement></akomaNtoso>`

// List the notes of a document with the paragraphs that call them.
func ExampleDocument_Notes() {
	doc, err := akn.Parse([]byte(small))
	if err != nil {
		fmt.Println(err)
		return
	}
	for note := range doc.Notes() {
		paragraph, _ := akn.As[akn.Paragraph](note.Block())
		fmt.Printf("paragraph %s note %s: %s\n", paragraph.Num(), note.Marker(), note.Text())
	}
	// Output: paragraph 1. note 1: A/79/458.
}

// Change the text of a paragraph: its note stays where it is.
func ExampleParagraph_SetWords() {
	doc, _ := akn.Parse([]byte(small))
	for p := range doc.Paragraphs() {
		if err := p.SetWords("Welcomes the report of the independent panel;"); err != nil {
			fmt.Println(err)
		}
		fmt.Println(akn.TextWithNotes(p.Element()))
	}
	// Output: 1.Welcomes the reportA/79/458. of the independent panel;
}

// A reference cannot be changed by half.
func ExampleEditError() {
	doc, _ := akn.Parse([]byte(small))
	for note := range doc.Notes() {
		fmt.Println(note.SetText("A/79/459."))
	}
	// Output: akomaNtoso/statement/mainBody/paragraph/content/p/authorialNote/p: the change touches a part of ref "A/79/458"; change or remove the whole of it
}

// Build a document, name its elements and write it.
func ExampleNew() {
	root := etree.NewElement("akomaNtoso")
	body := root.CreateElement("statement").CreateElement("mainBody")
	for _, label := range []string{"1.", "2."} {
		p := body.CreateElement("paragraph")
		p.CreateElement("num").CreateText(label)
		p.CreateElement("content").CreateElement("p").CreateText("Decides so.")
	}
	doc := akn.New(root)
	akn.AssignEIDs(doc)
	doc.WriteWith(os.Stdout, akn.WriteOptions{Indent: "  "})
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
	//   <statement>
	//     <mainBody eId="body">
	//       <paragraph eId="para_1">
	//         <num>1.</num>
	//         <content eId="para_1__content">
	//           <p>Decides so.</p>
	//         </content>
	//       </paragraph>
	//       <paragraph eId="para_2">
	//         <num>2.</num>
	//         <content eId="para_2__content">
	//           <p>Decides so.</p>
	//         </content>
	//       </paragraph>
	//     </mainBody>
	//   </statement>
	// </akomaNtoso>
}

// Say where the input is wrong.
func ExampleSyntaxError() {
	_, err := akn.Parse([]byte("<a>\n<b x='1' x='2'/></a>"))
	var se *akn.SyntaxError
	if errors.As(err, &se) {
		fmt.Println(se.Offset, se)
	}
	// Output: 13 2:10: the attribute x stands twice
}

// Read names in the forms that documents have, and compare them.
func ExampleParseIRI() {
	published, err := akn.ParseIRI("/akn/un/statement/deliberation/unga/2021-12-16/76-187/fra@!main/")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(published)
	fmt.Println(published.Level(), published.Language(), published.Component())
	work, _ := akn.ParseIRI("/akn/un/statement/deliberation/unga/2021-12-16/76-187")
	fmt.Println(published.SameWork(work), published.IsComponentOf(work))
	_, err = akn.ParseIRI("https://example.org/akn/un/act/2021/1")
	fmt.Println(err)
	// Output:
	// /akn/un/statement/deliberation/unga/2021-12-16/76-187/fra@/!main
	// expression fra main
	// true true
	// akn: "https://example.org/akn/un/act/2021/1" is no IRI of the naming convention: at byte 0, expected "/"
}

// From a printed symbol to the names of the document.
func ExampleParseSymbol() {
	for _, printed := range []string{"A/RES/79/183", "A/RES/2200A(XXI)", "S/RES/2231(2015)", "A/C.3/76/L.5/Rev.1"} {
		s, err := akn.ParseSymbol(printed)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(s, "|", s.Kind(), "|", s.Number(), "|", s.URL())
	}
	s, _ := akn.ParseSymbol("A/RES/79/183")
	work, _ := s.WorkIRI("unga", "2024-12-17")
	fmt.Println(work)
	// Output:
	// A/RES/79/183 | resolution | 79-183 | https://undocs.org/A/RES/79/183
	// A/RES/2200 A (XXI) | resolution | 2200_A_(XXI) | https://undocs.org/A/RES/2200A(XXI)
	// S/RES/2231 (2015) | resolution | 2231_(2015) | https://undocs.org/S/RES/2231(2015)
	// A/C.3/76/L.5/Rev.1 | limited | A-C.3-76-L.5-Rev.1 | https://undocs.org/A/C.3/76/L.5/Rev.1
	// /akn/un/statement/deliberation/unga/2024-12-17/79-183
}

// Labels of all languages give the same form.
func ExampleNumberPart() {
	var numbers []string
	for _, label := range []string{"12.", "3 bis.", "(a)", "(ج)", "㈢", "11.2 Rev. A"} {
		numbers = append(numbers, akn.NumberPart(label))
	}
	fmt.Println(strings.Join(numbers, " "))
	// Output: 12 3bis a c 3 11-2RevA
}

func ExampleLanguageOf() {
	l, _ := akn.LanguageOf("fr")
	fmt.Println(l.Code, l.Tag, l.Name, l.Letter)
	// Output: fra fr French F
}

// Read what a resolution says, without the tree: citations of a paragraph, notes, dates.
func ExampleDocument_Resolution() {
	doc, err := akn.Parse([]byte(`<akomaNtoso xmlns="` + akn.Namespace + `"><statement name="resolution"><meta/>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content><p><term refersTo="#recalls">Recalls</term> its resolution
<ref href="https://undocs.org/A/RES/84/302" title="A/RES/84/302">84/302</ref>.</p></content></paragraph></mainBody></statement></akomaNtoso>`))
	if err != nil {
		panic(err)
	}
	for _, p := range doc.Resolution().Paragraphs {
		fmt.Println(p.EID, p.Number, p.Text)
		for _, c := range p.Citations {
			fmt.Println(c.Symbol, c.Href)
		}
	}
	// Output:
	// para_1 1. Recalls its resolution 84/302.
	// A/RES/84/302 https://undocs.org/A/RES/84/302
}
