package convert_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/validate"
)

// draft is a resolution as a tool for PDF files gives it.
const draft = `The General Assembly,

Recalling its resolution 84/302 of 3 May 2030,¹

1. Asks the keepers of wells to hang a lamp
above the rope;

2. Decides to return to the matter.

¹ See A/84/77.
`

// must ends an example that has an error.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// There and back, as the README has it; errors are looked at together here.
func Example() {
	src := []byte(draft)
	doc, report, err := convert.FromText(src, convert.Options{})
	must(err)
	xml, err := doc.Bytes()
	must(err)
	doc, err = akn.Parse(xml)
	must(err)
	for p := range doc.Paragraphs() {
		fmt.Println(p.Num(), p.Words())
	}
	src, err = convert.Text(doc)
	must(err)
	findings := validate.Check(xml, validate.Options{}).Findings
	fmt.Println(report.Class, string(src) == draft, len(findings))
	// Output:
	// 1. Asks the keepers of wells to hang a lamp above the rope;
	// 2. Decides to return to the matter.
	// resolution true 1
}

// Convert a text and look at what was recognised.
func ExampleFromText() {
	doc, report, err := convert.FromText([]byte(draft), convert.Options{Symbol: "A/86/L.3"})
	must(err)
	fmt.Println(report.Class, report.Language, report.Symbol)
	for p := range doc.Paragraphs() {
		fmt.Println(p.Num(), p.Words())
	}
	for ref := range doc.Refs() {
		fmt.Println(ref.Title(), ref.Href())
	}
	// Output:
	// draftResolution eng A/86/L.3
	// 1. Asks the keepers of wells to hang a lamp above the rope;
	// 2. Decides to return to the matter.
	// A/RES/84/302 /akn/un/statement/deliberation/unga/2030-05-03/84-302
	// A/84/77 https://undocs.org/A/84/77
}

// A text that XML cannot hold is refused with the place.
func ExampleFromText_refused() {
	_, _, err := convert.FromText([]byte("The General\x00Assembly,"), convert.Options{})
	var bad *convert.TextError
	if errors.As(err, &bad) {
		fmt.Printf("%d:%d: %s\n", bad.Line, bad.Column, bad.Message)
	}
	// Output: 1:12: XML cannot hold the character U+0000
}

// Write the XML, read it again, and get the text: it is the same, byte for byte.
func ExampleText() {
	doc, _, err := convert.FromText([]byte(draft), convert.Options{})
	must(err)
	xml, err := doc.Bytes()
	must(err)
	read, err := akn.Parse(xml)
	must(err)
	text, err := convert.Text(read)
	must(err)
	fmt.Println(string(text) == draft)
	// Output: true
}

// Edit one paragraph: the text changes there alone, and its hard line end stays where it was.
func ExampleText_edit() {
	doc, _, err := convert.FromText([]byte(draft), convert.Options{})
	must(err)
	for p := range doc.Paragraphs() {
		if p.Num() == "1." {
			must(p.SetWords(strings.Replace(p.Words(), "lamp", "lantern", 1)))
		}
	}
	text, err := convert.Text(doc)
	must(err)
	os.Stdout.Write(text)
	// Output:
	// The General Assembly,
	//
	// Recalling its resolution 84/302 of 3 May 2030,¹
	//
	// 1. Asks the keepers of wells to hang a lantern
	// above the rope;
	//
	// 2. Decides to return to the matter.
	//
	// ¹ See A/84/77.
}

// Add a paragraph: its text gets the layout that the neighbours have, and eIds are given anew.
func ExampleText_insert() {
	doc, _, err := convert.FromText([]byte(draft), convert.Options{})
	must(err)
	second := doc.ByEID("para_2")
	added := etree.NewElement("paragraph")
	added.CreateElement("num").SetText("1 bis.")
	added.CreateElement("content").CreateElement("p").SetText("Thanks the keepers;")
	second.Parent().InsertChildAt(second.Index(), added)
	akn.AssignEIDs(doc)
	text, err := convert.Text(doc)
	must(err)
	fmt.Println(akn.Attr(added, "eId"))
	os.Stdout.Write(text)
	// Output:
	// para_1bis
	// The General Assembly,
	//
	// Recalling its resolution 84/302 of 3 May 2030,¹
	//
	// 1. Asks the keepers of wells to hang a lamp
	// above the rope;
	//
	// 1 bis. Thanks the keepers;
	//
	// 2. Decides to return to the matter.
	//
	// ¹ See A/84/77.
}

// Take the layout layer off: the text is canonical then, without the source's line ends.
func ExampleStrip() {
	doc, _, err := convert.FromText([]byte(draft), convert.Options{})
	must(err)
	text, err := convert.Text(convert.Strip(doc))
	must(err)
	os.Stdout.Write(text)
	// Output:
	// The General Assembly,
	//
	// Recalling its resolution 84/302 of 3 May 2030,¹
	//
	// 1. Asks the keepers of wells to hang a lamp above the rope;
	//
	// 2. Decides to return to the matter.
	//
	// ¹ See A/84/77.
}

// Print the remarks as a compiler prints its messages.
func ExampleRemark_String() {
	_, report, err := convert.FromText([]byte("The moon is up\n\nand nobody sleeps\n"), convert.Options{})
	must(err)
	for _, r := range report.Remarks {
		if r.Code == "no-resolution" {
			fmt.Println(r)
		}
	}
	// Output: 1:1: the text is no resolution or decision; its texts are plain [no-resolution]
}

// Pair the paragraphs of two language versions.
func ExampleAlign() {
	english, _, err := convert.FromText([]byte("The General Assembly,\n\n1. Decides to return to the matter.\n"), convert.Options{})
	must(err)
	french, _, err := convert.FromText([]byte("L’Assemblée générale,\n\n1. Décide de revenir sur la question.\n"), convert.Options{})
	must(err)
	aligned, err := convert.Align(english, french)
	must(err)
	for _, a := range aligned {
		for _, s := range a.Segments {
			fmt.Println(a.EID, s.Language, s.Text)
		}
	}
	// Output:
	// formula_1 eng The General Assembly,
	// formula_1 fra L’Assemblée générale,
	// para_1 eng Decides to return to the matter.
	// para_1 fra Décide de revenir sur la question.
}
