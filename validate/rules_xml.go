package validate

import "github.com/ntoso/ntoso/validate/internal/xmlscan"

// Where the standards can be read.
const (
	urlXML        = "https://www.w3.org/TR/2008/REC-xml-20081126/"
	urlNamespaces = "https://www.w3.org/TR/2009/REC-xml-names-20091208/"
	urlAKN        = "https://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/akn-core-v1.0-os-part2-specs.html"
	urlXSD1       = "https://www.w3.org/TR/2004/REC-xmlschema-1-20041028/structures.html"
	urlXSD2       = "https://www.w3.org/TR/2004/REC-xmlschema-2-20041028/datatypes.html"
)

// xmlCode is the rule for an error of the scanner.
func xmlCode(k xmlscan.Kind) string {
	switch k {
	case xmlscan.Namespaces:
		return "AKN1002"
	case xmlscan.Truncated:
		return "AKN1003"
	case xmlscan.Empty:
		return "AKN1004"
	case xmlscan.NotXML:
		return "AKN1005"
	case xmlscan.Version:
		return "AKN1006"
	case xmlscan.Encoding:
		return "AKN1007"
	case xmlscan.Doctype:
		return "AKN1008"
	case xmlscan.Limit:
		return "AKN1009"
	}
	return "AKN1001"
}

// xmlFix says what to do about an error of the scanner, where its message does not.
func xmlFix(e *xmlscan.Error) string {
	switch e.Kind {
	case xmlscan.Truncated:
		return "get the whole document again"
	case xmlscan.Encoding:
		return "save the document as UTF-8"
	case xmlscan.Doctype:
		return "take the DOCTYPE away: Akoma Ntoso has a schema, and entities are written as characters"
	case xmlscan.Limit:
		return "if the document is sound, divide it, or raise that field of validate.Limits"
	}
	return ""
}

// CodeOther is the code of what another engine says.
const CodeOther = "AKN1000"

var xmlRules = []Rule{
	{
		Code: CodeOther, Severity: Error, Profile: Schema,
		Title:       "another engine does not accept the document",
		Explanation: "The message is libxml2's own. Check the document with the default engine, which says where and why.",
		Source:      "package libxml2", URL: urlXSD1,
	},
	{
		Code: "AKN1001", Severity: Error, Profile: Schema,
		Title:       "the document is not well-formed XML",
		Explanation: "Akoma Ntoso documents are XML. A program cannot read on behind a break of the rules of XML, so this is the last finding of a report; others may show once it is mended.",
		Bad:         "<p>Rights & duties</p>", Good: "<p>Rights &amp; duties</p>",
		Source: "XML 1.0 (fifth edition)", URL: urlXML,
	},
	{
		Code: "AKN1002", Severity: Error, Profile: Schema,
		Title:       "a prefix or namespace declaration breaks the rules",
		Explanation: "A prefix must be declared before it is used, on the element or around it, and stands for one namespace. The prefixes xml and xmlns are reserved.",
		Bad:         "<p un:note=\"x\">Text</p>", Good: "<p xmlns:un=\"urn:example\" un:note=\"x\">Text</p>",
		Source: "Namespaces in XML 1.0 (third edition)", URL: urlNamespaces,
	},
	{
		Code: "AKN1003", Severity: Error, Profile: Schema,
		Title:       "the document is cut off",
		Explanation: "The document ends before its elements do: a download or a disk was cut short.",
		Bad:         "<p>The General Ass", Good: "<p>The General Assembly</p>",
		Source: "XML 1.0 (fifth edition), section 2.1", URL: urlXML + "#sec-well-formed",
	},
	{
		Code: "AKN1004", Severity: Error, Profile: Schema,
		Title:       "the document is empty",
		Explanation: "There is nothing to judge: the file has no bytes, or white space alone.",
		Bad:         " ", Good: "<p/>",
		Source: "XML 1.0 (fifth edition), section 2.1", URL: urlXML + "#sec-well-formed",
	},
	{
		Code: "AKN1005", Severity: Error, Profile: Schema,
		Title:       "this is not XML",
		Explanation: "The first character of an XML document is \"<\". What begins otherwise is a file of another kind: plain text, a PDF, a Word document, an archive.",
		Bad:         "The General Assembly,", Good: "<p>The General Assembly,</p>",
		Source: "XML 1.0 (fifth edition), section 2.1", URL: urlXML + "#sec-well-formed",
	},
	{
		Code: "AKN1006", Severity: Error, Profile: Schema,
		Title:       "the document is XML 1.1",
		Explanation: "XML 1.1 has other rules for characters and line ends, and hardly any program reads it. Akoma Ntoso is built on XML 1.0.",
		Bad:         "<?xml version=\"1.1\"?><p/>", Good: "<?xml version=\"1.0\"?><p/>",
		Source: "XML 1.0 (fifth edition), section 2.8", URL: urlXML + "#sec-prolog-dtd",
	},
	{
		Code: "AKN1007", Severity: Error, Profile: Schema,
		Title:       "the encoding is neither UTF-8 nor UTF-16",
		Explanation: "Every program that reads XML knows UTF-8 and UTF-16, and need not know others. A document must also be in the encoding that it declares.",
		Bad:         "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p/>", Good: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><p/>",
		Source: "XML 1.0 (fifth edition), section 4.3.3", URL: urlXML + "#charencoding",
	},
	{
		Code: "AKN1008", Severity: Error, Profile: Schema,
		Title:       "the document has a DOCTYPE",
		Explanation: "A document type declaration can make a reader fetch files and multiply text without bounds. Akoma Ntoso documents need none, and this program refuses them all.",
		Bad:         "<!DOCTYPE p><p/>", Good: "<p/>",
		Source: "ntoso, limits", URL: urlXML + "#dt-doctype",
	},
	{
		Code: "AKN1009", Severity: Error, Profile: Schema,
		Title:       "the document is over a limit",
		Explanation: "Length, depth, attributes of one element and the length of a value are bounded, so that hostile documents cannot exhaust a service. The message names the limit; all can be set.",
		Source:      "ntoso, limits", URL: urlXML,
	},
	{
		Code: "AKN1010", Severity: Error, Profile: Schema,
		Title:       "the document is not Akoma Ntoso 3.0",
		Explanation: "The namespace of the document element says which standard and version a document follows. Earlier versions and drafts have namespaces of their own and other rules; a document must be converted, not only renamed.",
		Bad:         "<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"/>", Good: "<p>Text</p>",
		Source: "Akoma Ntoso 1.0, part 2, section 4.1", URL: urlAKN,
	},
	{
		Code: "AKN1011", Severity: Error, Profile: Schema,
		Title:       "the document element is not an element of Akoma Ntoso",
		Explanation: "The namespace is right, but there is no element of this name. Whole documents begin with akomaNtoso.",
		Bad:         "<document/>", Good: "<p/>",
		Source: "Akoma Ntoso 1.0, part 2, section 4.1", URL: urlAKN,
	},
}
