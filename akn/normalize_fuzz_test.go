package akn_test

import (
	"testing"

	"github.com/ntoso/ntoso/akn"
)

// FuzzNormalize: whatever the XML, Normalize and Resolution take it, and what comes out can be written and read again.
func FuzzNormalize(f *testing.F) {
	for _, tt := range normalizeTests {
		f.Add([]byte(inStatement(tt.body)))
	}
	f.Add([]byte(`<akomaNtoso xmlns="` + akn.Namespace + `"><statement><meta><identification source="x"><FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/"/><FRBRauthor href="ga"/></FRBRWork><FRBRExpression><FRBRuri value=""/></FRBRExpression><FRBRManifestation/></identification></meta><coverPage><p><docNumber refersTo="#symbol">A/RES/76/1</docNumber></p></coverPage><preamble><container name="x"><p>y</p></container></preamble><mainBody/><attachments><attachment><doc/></attachment></attachments></statement></akomaNtoso>`))
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, err := akn.Parse(src)
		if err != nil {
			return
		}
		doc.Resolution()
		normal := akn.Normalize(doc)
		out, err := normal.Bytes()
		if err != nil {
			t.Fatalf("it cannot be written: %v", err)
		}
		if _, err := akn.Parse(out); err != nil {
			t.Fatalf("it cannot be read: %v\n%s", err, out)
		}
		normal.Resolution()
	})
}
