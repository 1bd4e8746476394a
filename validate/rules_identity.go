package validate

var identityRules = []Rule{
	{
		Code: "AKN1401", Severity: Error, Profile: Schema,
		Title:       "an eId or GUID stands twice",
		Explanation: "References point to elements by their eId, so it must be unique in its document; GUID likewise. The finding is at the second element and says where the first is.",
		Bad:         "<mainBody><p eId=\"p_1\">One</p><p eId=\"p_1\">Two</p></mainBody>",
		Good:        "<mainBody><p eId=\"p_1\">One</p><p eId=\"p_2\">Two</p></mainBody>",
		Source:      "XML Schema part 1, section 3.11.4", URL: urlXSD1 + "#cvc-identity-constraint",
	},
	{
		Code: "AKN1402", Severity: Error, Profile: Schema,
		Title:       "an xml:id stands twice",
		Explanation: "Values of the type xs:ID, such as those of xml:id, are unique in the whole document.",
		Bad:         "<content eId=\"c\"><p xml:id=\"a\">One</p><p xml:id=\"a\">Two</p></content>",
		Good:        "<content eId=\"c\"><p xml:id=\"a\">One</p><p xml:id=\"b\">Two</p></content>",
		Source:      "XML Schema part 1, section 3.3.4", URL: urlXSD1 + "#cvc-id",
	},
	{
		Code: "AKN1403", Severity: Error, Profile: Schema,
		Title:       "a reference of type xs:IDREF has no target",
		Explanation: "Values of the type xs:IDREF name an xs:ID of the same document. Akoma Ntoso has no such attribute; schemas built on it may.",
		Source:      "XML Schema part 1, section 3.3.4", URL: urlXSD1 + "#cvc-id",
	},
	{
		Code: "AKN1404", Severity: Error, Profile: Schema,
		Title:       "a key is missing, or refers to nothing",
		Explanation: "A schema can demand that certain elements have a key (xs:key), and that others refer to one (xs:keyref). Akoma Ntoso does so nowhere; schemas built on it may.",
		Source:      "XML Schema part 1, section 3.11.4", URL: urlXSD1 + "#cvc-identity-constraint",
	},
}
