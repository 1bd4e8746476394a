package validate

var valueRules = []Rule{
	{
		Code: "AKN1201", Severity: Error, Profile: Schema,
		Title:       "an element has no such attribute",
		Explanation: "The type of the element names its attributes. Attributes of other namespaces may stand on most elements, but not on akomaNtoso, the document types, meta, doc and attachments.",
		Bad:         "<p clas=\"x\">Text</p>", Good: "<p class=\"x\">Text</p>",
		Source: "XML Schema part 1, section 3.4.4", URL: urlXSD1 + "#cvc-complex-type",
	},
	{
		Code: "AKN1202", Severity: Error, Profile: Schema,
		Title:       "an attribute is missing",
		Explanation: "The type of the element demands the attribute.",
		Bad:         "<p>On <date>8 October 2021</date></p>", Good: "<p>On <date date=\"2021-10-08\">8 October 2021</date></p>",
		Source: "XML Schema part 1, section 3.4.4", URL: urlXSD1 + "#cvc-complex-type",
	},
	{
		Code: "AKN1203", Severity: Error, Profile: Schema,
		Title:       "the value of an attribute is not one of its type",
		Explanation: "Dates, languages, numbers, addresses and ids have a form; some attributes take one of a few words.",
		Bad:         "<p>On <date date=\"2021-13-08\">8 October 2021</date></p>", Good: "<p>On <date date=\"2021-10-08\">8 October 2021</date></p>",
		Source: "XML Schema part 2, section 4.1.4", URL: urlXSD2 + "#cvc-datatype-valid",
	},
	{
		Code: "AKN1204", Severity: Error, Profile: Schema,
		Title:       "the value of an attribute is not the one that is fixed",
		Explanation: "A schema can fix the value of an attribute. Akoma Ntoso does so nowhere; schemas built on it may.",
		Source:      "XML Schema part 1, section 3.2.4", URL: urlXSD1 + "#cvc-attribute",
	},
	{
		Code: "AKN1301", Severity: Error, Profile: Schema,
		Title:       "the text of an element is not a value of its type",
		Explanation: "A schema can demand that the text of an element be a number or a date. Akoma Ntoso does so nowhere; schemas built on it may.",
		Source:      "XML Schema part 1, section 3.4.4", URL: urlXSD1 + "#cvc-complex-type",
	},
	{
		Code: "AKN1302", Severity: Error, Profile: Schema,
		Title:       "xsi:type or xsi:nil says what cannot be",
		Explanation: "A document can name the type of an element with xsi:type, but only one derived from the declared type; xsi:nil is for elements whose declaration allows it, which none of Akoma Ntoso does. Both are best left out.",
		Bad:         "<p xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>", Good: "<p/>",
		Source: "XML Schema part 1, section 3.3.4", URL: urlXSD1 + "#cvc-elt",
	},
}
