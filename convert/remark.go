package convert

// A RemarkKind is a kind of [Remark].
type RemarkKind struct {
	// Code is the one that its remarks have.
	Code string `json:"code"`
	// Title is a short clause without a full stop.
	Title string `json:"title"`
	// Meaning says what was made of what was found.
	Meaning string `json:"meaning"`
	// Advice says what a person can look at, or which option to give.
	Advice string `json:"advice"`
}

// RemarkKinds returns all kinds of remarks, in the order of their codes. The list is the caller's.
func RemarkKinds() []RemarkKind {
	return []RemarkKind{
		{"breaks-off", "the text ends in the middle",
			"The preamble has no paragraph after it, or the last paragraph no stop.",
			"See whether the last pages are there."},
		{"call-without-note", "a note is called and is not printed",
			"The call stays in the text as it is.",
			"See whether the foot of the page is there."},
		{"damaged-text", "characters are left over from another encoding",
			"They stay as they are.",
			"Take the text from its source again, as UTF-8."},
		{"language-doubt", "the language that was given is not the one that the text looks like",
			"The one that was given counts.",
			"Leave Options.Language (--lang) out, or correct it."},
		{"language-unknown", "the language is none of the six, or could not be found",
			"The structure comes from numbers and layout alone.",
			"Give Options.Language (--lang) where it is one of the six."},
		{"no-date", "the text has no date of issue or adoption",
			"The date in its name is 0001-01-01.",
			"Take the masthead or the closing along with the text, or set the date in the XML."},
		{"no-resolution", "nothing shows that the text is a resolution or a decision",
			"It is a document, and its texts are plain.",
			"Nothing, where it is none; else give Options.Symbol (--symbol), which says what the text is."},
		{"no-symbol", "the text has no symbol",
			"The number in its name is nn, or is made of the number before its title.",
			"Give Options.Symbol (--symbol)."},
		{"no-text", "a number or letter has no text after it",
			"It is a paragraph or an item without words.",
			"See whether its text stands in another column or place."},
		{"not-recognised", "a line of the masthead, or a text of the body, is none of the parts that are known",
			"It is a plain p; what follows the closing is an annex.",
			"Read it: its words are all there, but not what they are."},
		{"note-not-called", "a note is printed and nothing calls it",
			"It stands before the next note's call, or at the end of its page's text.",
			"Move the authorialNote to where it is called."},
		{"number-breaks", "a number or letter does not follow the one before it",
			"It stays as it is printed; where the numbers begin again after the end of a resolution, an annex begins.",
			"See whether a paragraph is missing, or an annex has lost its heading."},
		{"organ-unknown", "the enacting words name an organ that is not known",
			"Its name becomes its identifier, which is not the same in other languages, and the actor in the document's name.",
			"Give Options.Actor (--actor), or report the organ."},
		{"pages-missing", "the printed page numbers are not in order",
			"The text stays in its order.",
			"Put the pages in order, or get those that are missing."},
		{"phrase-unknown", "the opening phrase of a recital is not known",
			"The recital has the phrase, or its first word, for a name, and refers to no concept.",
			"Report the phrase: the lexicon may lack it."},
		{"sponsor-unknown", "who submitted the draft is no State, organ or officer that is known",
			"The words stay in the line of the sponsors, without a name for them.",
			"See whether the name is spelt as the United Nations spell it."},
		{"symbol-doubt", "the symbol that was given is not of the class that the text is printed as",
			"The symbol counts.",
			"Correct Options.Symbol (--symbol)."},
		{"verbatim", "the bytes of a block do not come back from its markup",
			"It is kept as it is printed, with xml:space=\"preserve\".",
			"Nothing for the text, which comes back; what is inside the block is not marked up."},
	}
}
