package validate

import (
	"strings"

	"github.com/ntoso/ntoso/validate/schema"
)

// exampleMeta are the metadata of examples, without remarks.
const exampleMeta = `<meta><identification source="#ntoso"><FRBRWork>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1"/>` +
	`<FRBRdate date="2021-10-08" name="adoption"/><FRBRauthor href="#unga" as="#author"/><FRBRcountry value="un"/>` +
	`<FRBRsubtype value="deliberation"/><FRBRnumber value="76-1" showAs="A/RES/76/1"/></FRBRWork><FRBRExpression>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@"/>` +
	`<FRBRdate date="2021-10-08" name="adoption"/><FRBRauthor href="#unga"/><FRBRlanguage language="eng"/></FRBRExpression><FRBRManifestation>` +
	`<FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main.xml"/>` +
	`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/.xml"/>` +
	`<FRBRdate date="2021-10-08" name="markup"/><FRBRauthor href="#ntoso"/><FRBRformat value="xml"/></FRBRManifestation></identification>` +
	`<references source="#ntoso"><TLCOrganization eId="ntoso" href="/akn/ontology/organization/un/ntoso" showAs="ntoso"/>` +
	`<TLCOrganization eId="unga" href="/akn/ontology/organization/un/unga" showAs="General Assembly"/>` +
	`<TLCConcept eId="adoptionDate" href="/akn/ontology/concept/un/adoptionDate" showAs="adoption date"/>` +
	`<TLCConcept eId="agendaItem" href="/akn/ontology/concept/un/agendaItem" showAs="agenda item"/>` +
	`<TLCConcept eId="dateOfIssuance" href="/akn/ontology/concept/un/dateOfIssuance" showAs="date of issuance"/>` +
	`<TLCConcept eId="noting" href="/akn/ontology/concept/un/noting" showAs="noting"/>` +
	`<TLCConcept eId="recalling" href="/akn/ontology/concept/un/recalling" showAs="recalling"/>` +
	`<TLCEvent eId="adoption" href="/akn/ontology/event/un/adoption" showAs="adoption"/>` +
	`<TLCConcept eId="symbol" href="/akn/ontology/concept/un/symbol" showAs="symbol"/>` +
	`<TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="author"/></references></meta>`

const exampleEnd = "</statement></akomaNtoso>"

// Document completes an example of a [Rule] to a document. What begins with mainBody, or a part that stands before it,
// gets metadata and a statement around it; what begins with meta, a statement with an empty body; an element of meta
// takes its place among complete metadata; any other fragment that begins with an element of no namespace gets that of
// Akoma Ntoso.
func Document(example string) string {
	space := " xmlns=\"" + schema.AKNNamespace + "\""
	frame := "<akomaNtoso" + space + "><statement name=\"resolution\">"
	switch name := exampleName(example); {
	case name == "coverPage" || name == "preface" || name == "preamble" || name == "mainBody":
		if !strings.Contains(example, "<mainBody") {
			example += "<mainBody><p/></mainBody>"
		}
		return frame + exampleMeta + example + exampleEnd
	case name == "meta":
		return frame + example + "<mainBody><p/></mainBody>" + exampleEnd
	case name == "statement" || name == "amendment":
		return "<akomaNtoso" + space + ">" + strings.Replace(strings.Replace(example, "<mainBody", exampleMeta+"<mainBody", 1), "<amendmentBody", exampleMeta+"<amendmentBody", 1) + "</akomaNtoso>"
	case inMeta(name):
		return frame + metaWith(name, example) + "<mainBody><p/></mainBody>" + exampleEnd
	case name == "":
		return strings.Replace(example, "<p", "<p"+space, 1)
	case strings.Contains(example[:strings.IndexByte(example+">", '>')], "xmlns="):
		return example
	default:
		return "<" + name + space + example[1+len(name):]
	}
}

// exampleName is the name that an example begins with, empty if it begins otherwise.
func exampleName(example string) string {
	at := strings.IndexAny(example, " />")
	if at < 1 || example[0] != '<' || example[1] == '!' || example[1] == '?' {
		return ""
	}
	return example[1:at]
}

// inMeta says whether an example is an element that takes its place in exampleMeta.
func inMeta(name string) bool {
	switch name {
	case "identification", "publication", "classification", "workflow", "analysis", "references":
		return true
	}
	return strings.HasPrefix(name, "FRBR")
}

// metaWith puts an element into the metadata of examples: in the place of the first of its name, else after the
// identification.
func metaWith(name, element string) string {
	before, after, found := strings.Cut(exampleMeta, "<"+name+" ")
	tag, rest, _ := strings.Cut(after, ">")
	if !found {
		before, after, found = strings.Cut(exampleMeta, "<"+name+">")
		tag = ""
	}
	if !found {
		return strings.Replace(exampleMeta, "</identification>", "</identification>"+element, 1)
	}
	if !strings.HasSuffix(tag, "/") {
		_, rest, _ = strings.Cut(after, "</"+name+">")
	}
	return before + element + rest
}
