package render_test

import (
	"os"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/render"
)

// Print findings for people: where, what, the line, and how to mend it.
func ExampleText() {
	src := []byte("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n <resolution/>\n</akomaNtoso>\n")
	docs := []render.Document{{Name: "lamps.xml", Source: src, Report: validate.Check(src, validate.Options{Profile: validate.Schema})}}
	if err := render.Text(os.Stdout, docs, render.TextOptions{}); err != nil {
		panic(err)
	}
	// Output:
	// lamps.xml:2:2: error AKN1101: <resolution> is not an element of Akoma Ntoso: is <resolutions> meant?
	//     2 |  <resolution/>
	//       |  ^
	//   in /akomaNtoso/resolution
	//   fix: write <resolutions>
}
