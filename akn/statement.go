package akn

// Statement is a document proper: the statement of a resolution, or an act,
// amendment, doc and so on. Attachments hold such documents, too.
type Statement struct{ View }

func (Statement) names() []string {
	return []string{"statement", "amendment", "doc", "act", "bill", "judgment", "debate", "debateReport",
		"documentCollection", "officialGazette", "amendmentList", "portion"}
}

// Name returns what the document says it is: "resolution", "draftResolution".
func (s Statement) Name() string { return Attr(s.element, "name") }

// SetName sets the name.
func (s Statement) SetName(name string) { SetAttr(s.element, "name", name) }

// Work returns the identification as a work.
func (s Statement) Work() FRBRWork {
	return firstView[FRBRWork](s.element, "meta", "identification", "FRBRWork")
}

// Expression returns the identification as an expression.
func (s Statement) Expression() FRBRExpression {
	return firstView[FRBRExpression](s.element, "meta", "identification", "FRBRExpression")
}

// Manifestation returns the identification as a manifestation.
func (s Statement) Manifestation() FRBRManifestation {
	return firstView[FRBRManifestation](s.element, "meta", "identification", "FRBRManifestation")
}

// CoverPage returns the cover page, with the masthead and what else stands
// outside the text proper.
func (s Statement) CoverPage() Part { return firstView[Part](s.element, "coverPage") }

// Preface returns the preface: sponsors, number, title.
func (s Statement) Preface() Part { return firstView[Part](s.element, "preface") }

// Preamble returns the preamble: enacting words and recitals.
func (s Statement) Preamble() Part { return firstView[Part](s.element, "preamble") }

// Conclusions returns what closes the text: meeting and date of adoption.
func (s Statement) Conclusions() Part { return firstView[Part](s.element, "conclusions") }

// Body returns the body.
func (s Statement) Body() Part {
	v, _ := As[Part](bodyOf(s.element))
	return v
}

// Attachments returns the annexes of this document, not those within them.
func (s Statement) Attachments() []Attachment {
	return viewsOf[Attachment](First(s.element, "attachments"))
}

// Title returns the title: the first docTitle of the preface, else of the cover page.
func (s Statement) Title() string {
	for _, part := range []Part{s.Preface(), s.CoverPage()} {
		for t := range Find(part.element, "docTitle") {
			return Text(t)
		}
	}
	return ""
}

// Part is a main part of a document: cover page, preface, preamble, body or
// conclusions.
type Part struct{ View }

func (Part) names() []string {
	return []string{"coverPage", "preface", "preamble", "conclusions", "mainBody", "body", "amendmentBody",
		"collectionBody", "debateBody", "judgmentBody", "portionBody"}
}

// Formula returns the formula of the part: the enacting words of a preamble.
func (p Part) Formula() Formula { return firstView[Formula](p.element, "formula") }

// Recitals returns the recitals of a preamble.
func (p Part) Recitals() []Recital {
	if !Is(p.element, "preamble") {
		return nil
	}
	return viewsOf[Recital](p.element)
}

// Paragraphs returns the paragraphs that are children of the part.
func (p Part) Paragraphs() []Paragraph { return viewsOf[Paragraph](p.element) }

// Sections returns the sections that are children of the part.
func (p Part) Sections() []Section { return viewsOf[Section](p.element) }

// Formula is a set text: the enacting words.
type Formula struct{ View }

func (Formula) names() []string { return []string{"formula"} }

// Name returns what the formula is: "enactingFormula".
func (f Formula) Name() string { return Attr(f.element, "name") }

// SetText changes the text, as [Paragraph.SetWords] does.
func (f Formula) SetText(text string) error { return setBlock(f.element, f.element, text) }

// Attachment is an annex or another attachment.
type Attachment struct{ View }

func (Attachment) names() []string { return []string{"attachment"} }

// Heading returns the heading.
func (a Attachment) Heading() string { return Text(First(a.element, "heading")) }

// Statement returns the document that is attached.
func (a Attachment) Statement() Statement {
	docs := viewsOf[Statement](a.element)
	if len(docs) == 0 {
		return Statement{}
	}
	return docs[0]
}

// Href returns what the attachment refers to, where the document itself is
// elsewhere (documentRef).
func (a Attachment) Href() string { return Attr(First(a.element, "documentRef"), "href") }

// Section is a division of the text with a heading: section, part, title,
// division, chapter and so on.
type Section struct{ View }

func (Section) names() []string {
	return []string{"section", "part", "title", "division", "chapter", "book", "tome", "subsection", "subpart",
		"subtitle", "subdivision", "subchapter"}
}

// Num returns the printed number: "I".
func (s Section) Num() string { return Text(First(s.element, "num")) }

// Heading returns the heading.
func (s Section) Heading() string { return Text(First(s.element, "heading")) }

// SetHeading changes the heading, as [Paragraph.SetWords] does. It refuses
// where there is no heading.
func (s Section) SetHeading(text string) error {
	return setInline(First(s.element, "heading"), s.element, text)
}

// Paragraphs returns the paragraphs that are children of the section.
func (s Section) Paragraphs() []Paragraph { return viewsOf[Paragraph](s.element) }

// Sections returns the sections that are children of the section.
func (s Section) Sections() []Section { return viewsOf[Section](s.element) }
