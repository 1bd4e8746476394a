package validate

import (
	"strings"

	"github.com/ntoso/ntoso/validate/schema"
)

// exampleMeta are the metadata of examples, without remarks.
const exampleMeta = `<meta><identification source="#ntoso"><FRBRWork>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1"/>` +
	`<FRBRdate date="2021-10-08" name="adoption"/><FRBRauthor href="#unga"/><FRBRcountry value="un"/></FRBRWork><FRBRExpression>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@"/>` +
	`<FRBRdate date="2021-10-08" name="adoption"/><FRBRauthor href="#unga"/><FRBRlanguage language="eng"/></FRBRExpression><FRBRManifestation>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main.xml"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@.xml"/>` +
	`<FRBRdate date="2021-10-08" name="markup"/><FRBRauthor href="#ntoso"/></FRBRManifestation></identification></meta>`

// Document completes an example of a [Rule] to a document. What begins with mainBody, or a part that stands before it,
// gets metadata and a statement around it; what begins with meta, a statement with an empty body; any other
// fragment that begins with an element of no namespace gets that of Akoma Ntoso.
func Document(example string) string {
	space := " xmlns=\"" + schema.AKNNamespace + "\""
	frame := "<akomaNtoso" + space + "><statement name=\"resolution\">"
	const end = "</statement></akomaNtoso>"
	for _, part := range []string{"<coverPage", "<preface", "<preamble", "<mainBody"} {
		if strings.HasPrefix(example, part) {
			return frame + exampleMeta + example + end
		}
	}
	switch {
	case strings.HasPrefix(example, "<meta"):
		return frame + example + "<mainBody><p/></mainBody>" + end
	case !strings.HasPrefix(example, "<"), strings.HasPrefix(example, "<!"), strings.HasPrefix(example, "<?"):
		return strings.Replace(example, "<p", "<p"+space, 1)
	}
	at := strings.IndexAny(example, " />")
	if at < 0 || strings.Contains(example[:strings.IndexByte(example+">", '>')], "xmlns=") {
		return example
	}
	return example[:at] + space + example[at:]
}
