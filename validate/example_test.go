package validate_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/render"
)

// Check a document and print what was found.
func ExampleCheck() {
	src := []byte(`<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">On <date date="2021-02-30">30 February</date></p>`)
	report := validate.Check(src, validate.Options{})
	for _, f := range report.Findings {
		fmt.Printf("%d:%d %s %s\n", f.Line, f.Column, f.Code, f.Message)
	}
	// Output:
	// 1:76 AKN1203 the value "2021-02-30" of the attribute date of <date> is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): there is no day 30 in that month
}

// Print findings for people, with the line and a caret.
func Example_text() {
	src := []byte("<point xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n  <nmu>(a)</nmu>\n</point>\n")
	doc := render.Document{Name: "point.xml", Source: src, Report: validate.Check(src, validate.Options{})}
	if err := render.Text(os.Stdout, []render.Document{doc}, render.TextOptions{}); err != nil {
		panic(err)
	}
	// Output:
	// point.xml:2:3: error AKN1101: <nmu> is not an element of Akoma Ntoso: is <num> meant?
	//     2 |   <nmu>(a)</nmu>
	//       |   ^
	//   in /point/nmu
	//   fix: write <num>
}

// Give a check a rule of one's own.
func Example_rule() {
	noTables := validate.Rule{
		Code: "XY1001", Severity: validate.Warning, Profile: validate.AKN, Title: "a table is hard to read aloud",
		Visit: func(p *validate.Pass) validate.Visitor {
			return validate.Visitor{Start: func(e *validate.Element) {
				if e.Is("table") {
					p.Report(p.Here(), validate.Finding{Message: "a table stands in <" + e.Parent(1) + ">"})
				}
			}}
		},
	}
	src := `<content xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><table><tr><td><p/></td></tr></table></content>`
	report, err := validate.CheckReader(strings.NewReader(src), validate.Options{Extra: []validate.Rule{noTables}})
	fmt.Println(report.Findings, err)
	// Output:
	// [1:67: warning XY1001: a table stands in <content>] <nil>
}
