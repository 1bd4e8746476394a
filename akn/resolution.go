package akn

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/beevik/etree"
)

// Resolution is what a resolution says, read from its XML once: a copy for programs that want the meaning and not the
// tree. It reads documents of AKN4UN, those that this module writes and those of the United Nations themselves, also
// drafts, decisions and presidential statements. What a document does not say is empty, never guessed.
//
// Its JSON form is described by docs/resolution.schema.json. Texts have single spaces, no notes and no line ends; dates
// are YYYY-MM-DD.
type Resolution struct {
	// Class is what the document is: resolution, draftResolution, decision, draftDecision, presidentialStatement,
	// amendment, document.
	Class string `json:"class"`
	// IRI is the name of the work, without a component; empty where the document has none.
	IRI string `json:"iri,omitempty"`
	// Symbol is as printed: A/RES/76/187.
	Symbol string `json:"symbol,omitempty"`
	// Number stands before the title of an adopted text: 76/187.
	Number string `json:"number,omitempty"`
	// Title is the title of the text, without the number.
	Title string `json:"title,omitempty"`
	// Language is by ISO 639-2; Original is the language that it was translated from, empty for an original.
	Language string `json:"language,omitempty"`
	Original string `json:"original,omitempty"`
	// Organ is the actor in the IRI: unga, unsc.
	Organ string `json:"organ,omitempty"`
	// Session and Committee are numbers, 0 where there is none.
	Session   int `json:"session,omitempty"`
	Committee int `json:"committee,omitempty"`
	// Agenda has the items of the agenda.
	Agenda []AgendaItem `json:"agenda,omitempty"`
	// Sponsors are those who submitted a draft, as printed.
	Sponsors []string `json:"sponsors,omitempty"`
	// Issued is the date in the masthead, Adopted that of adoption.
	Issued  string `json:"issued,omitempty"`
	Adopted string `json:"adopted,omitempty"`
	// JobNumber is that of the printed document.
	JobNumber string `json:"jobNumber,omitempty"`
	// Enacting are the words before the recitals: "The General Assembly,".
	Enacting string `json:"enacting,omitempty"`
	// Recitals are the paragraphs of the preamble, Paragraphs those of the operative part, of all its sections.
	Recitals   []Provision `json:"recitals,omitempty"`
	Paragraphs []Provision `json:"paragraphs,omitempty"`
	// Headings are those of the sections, in order.
	Headings []Heading `json:"headings,omitempty"`
	// Notes are those of the text, in the order of their calls; annexes have their own.
	Notes []ResolutionNote `json:"notes,omitempty"`
	// Closing is nil where nothing stands at the end, as in drafts.
	Closing *Closing `json:"closing,omitempty"`
	// Annexes are the attachments, in order.
	Annexes []Annex `json:"annexes,omitempty"`
}

// AgendaItem is an item of the agenda: its number as "71 (c)", and its title.
type AgendaItem struct {
	Number string `json:"number"`
	Title  string `json:"title,omitempty"`
}

// Provision is a recital, a paragraph or a part of one.
type Provision struct {
	// EID is its identifier, which [Document.ByEID] finds.
	EID string `json:"eId,omitempty"`
	// Number is as printed: "12.", "(a)".
	Number string `json:"number,omitempty"`
	// Phrase is the opening phrase as printed, Concept what it means: the last step of its name in the ontology, the
	// same in all languages.
	Phrase  string `json:"phrase,omitempty"`
	Concept string `json:"concept,omitempty"`
	// Text is without the number, the items and what follows them.
	Text string `json:"text"`
	// Notes are the markers called in Text, Citations what it cites.
	Notes     []string   `json:"notes,omitempty"`
	Citations []Citation `json:"citations,omitempty"`
	// Items are the sub-items of the first level, with items of their own.
	Items []Provision `json:"items,omitempty"`
	// After is the text after the items.
	After string `json:"after,omitempty"`
	// Section is the place of its heading in Headings, from 1; 0 where it stands before the first.
	Section int `json:"section,omitempty"`
}

// Citation is a document that is cited. Symbol is the canonical one, empty where it has none, as treaties; Href is the
// name of the work, or an address; Text is what is printed.
type Citation struct {
	Symbol string `json:"symbol,omitempty"`
	Href   string `json:"href"`
	Text   string `json:"text,omitempty"`
}

// Heading is a heading of a section: Text, and Number as printed, "II", where it has one.
type Heading struct {
	Number string `json:"number,omitempty"`
	Text   string `json:"text"`
}

// ResolutionNote is a note with its marker in plain digits ("1" for ¹) or as printed ("*"), and what it cites.
type ResolutionNote struct {
	Marker    string     `json:"marker"`
	Text      string     `json:"text"`
	Citations []Citation `json:"citations,omitempty"`
}

// Closing is what stands at the end of an adopted text: all of it is Text, and Meeting what names the meeting in it.
type Closing struct {
	Meeting string `json:"meeting,omitempty"`
	Text    string `json:"text"`
}

// Annex is an annex with its heading, the whole text of its body, the paragraphs in it and its notes.
type Annex struct {
	Heading    string           `json:"heading,omitempty"`
	Text       string           `json:"text,omitempty"`
	Paragraphs []Provision      `json:"paragraphs,omitempty"`
	Notes      []ResolutionNote `json:"notes,omitempty"`
}

// Resolution reads what the document says. It is a value of its own: changes to the document do not show in it. Of a
// collection it reads the first resolution; [Document.Resolutions] reads all.
func (d *Document) Resolution() Resolution { return d.resolution(d.resolutionStatements()[0]) }

// Resolutions reads the resolutions of a document: one or, of a collection, all that are in it, such as the lettered
// resolutions A and B of one symbol. Each has the session, the agenda and the dates that the masthead gives for all.
func (d *Document) Resolutions() []Resolution {
	var all []Resolution
	for _, s := range d.resolutionStatements() {
		all = append(all, d.resolution(s))
	}
	return all
}

func (d *Document) resolution(s Statement) Resolution {
	r := resolutionReader{doc: d, statement: s}
	r.identity()
	r.front()
	r.body()
	return r.Resolution
}

// resolutionStatements are the main document or, where it is a collection, the statements in it.
func (d *Document) resolutionStatements() []Statement {
	main := d.Statement()
	if !Is(main.element, "documentCollection", "officialGazette") {
		return []Statement{main}
	}
	var inner []Statement
	for e := range Find(d.Root(), "statement") {
		inner = append(inner, Statement{View{e}})
	}
	if len(inner) == 0 {
		return []Statement{main}
	}
	return inner
}

type resolutionReader struct {
	Resolution
	doc       *Document
	statement Statement
}

// tidy is a text with single spaces.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// JSON returns the resolution as indented JSON, without escapes for HTML.
func (r Resolution) JSON() ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return []byte(b.String()), err
}

func (r *resolutionReader) identity() {
	s := r.statement
	if r.Class = s.Name(); Is(s.element, "amendment") {
		r.Class = "amendment"
	}
	if iri, err := ParseIRI(s.Work().URI()); err == nil {
		r.IRI, r.Organ = iri.Whole().String(), iri.Actor()
	}
	_, r.Symbol = s.Work().Number()
	r.Language = s.Expression().Language()
	_, r.Original = s.Expression().Translation()
	for _, k := range r.keywords() {
		if concept := strings.TrimPrefix(k.Concept(), "#"); concept == "agendaItem" || concept == "agenda" {
			r.Agenda = append(r.Agenda, AgendaItem{Number: k.Value(), Title: tidy(k.ShowAs())})
		}
	}
	for _, meta := range []*etree.Element{First(s.element, "meta"), r.doc.Meta()} {
		for e := range Find(meta, "docketNumber") {
			setIfEmpty(&r.JobNumber, tidy(Text(e)))
		}
	}
}

// keywords are those of the document that is read, or, in a collection, of the whole.
func (r *resolutionReader) keywords() []Keyword {
	if own := collect[Keyword](First(r.statement.element, "meta")); len(own) > 0 {
		return own
	}
	return collect[Keyword](r.doc.Meta())
}

// front reads cover page, preface and closing, in a collection those around the text, too.
func (r *resolutionReader) front() {
	parts := []*etree.Element{r.statement.CoverPage().element, r.statement.Preface().element}
	if main := r.doc.Statement(); main.element != r.statement.element {
		parts = append(parts, main.CoverPage().element, main.Preface().element)
	}
	for _, part := range parts {
		for e, local := range Walk(part) {
			r.frontElement(e, local, part)
		}
	}
	if c := r.statement.Conclusions(); c.Exists() {
		r.Closing = &Closing{Text: tidy(Text(c.element))}
		for e := range Find(c.element, "inline") {
			if Attr(e, "name") == "adoptionMeeting" {
				r.Closing.Meeting = tidy(Text(e))
			}
		}
		for e := range Find(c.element, "docDate") {
			r.date(e)
		}
	}
}

func (r *resolutionReader) frontElement(e *etree.Element, local string, part *etree.Element) {
	concept := strings.TrimPrefix(Attr(e, "refersTo"), "#")
	switch local {
	case "docNumber":
		switch {
		case concept == "symbol":
			setIfEmpty(&r.Symbol, tidy(Text(e)))
		case concept == "resolutionNumber":
			setIfEmpty(&r.Number, numberInHeading(Text(e)))
		case Is(part, "preface"):
			setIfEmpty(&r.Number, strings.TrimRight(tidy(Text(e)), "."))
		}
	case "docTitle":
		if Is(part, "preface") && concept != "resolutionNumber" && concept != "adoption" {
			setIfEmpty(&r.Title, tidy(Text(e)))
		} else if concept == "resolutionNumber" {
			setIfEmpty(&r.Number, numberInHeading(Text(e)))
		}
	case "docDate":
		r.date(e)
	case "session":
		if r.Session == 0 {
			r.Session, _ = strconv.Atoi(Attr(e, "value"))
		}
	case "docCommittee":
		if r.Committee == 0 {
			r.Committee, _ = strconv.Atoi(Attr(e, "value"))
		}
	case "docProponent":
		if n := committees[concept]; n > 0 && r.Committee == 0 {
			r.Committee = n
		}
	case "organization":
		if Is(part, "preface") && Up(e, "docProponent") != nil {
			r.Sponsors = append(r.Sponsors, tidy(Text(e)))
		}
	}
}

// committees are the Main Committees by the concepts of the United Nations' files.
var committees = map[string]int{"firstCommittee": 1, "secondCommittee": 2, "thirdCommittee": 3, "fourthCommittee": 4,
	"fifthCommittee": 5, "sixthCommittee": 6}

func setIfEmpty(s *string, value string) {
	if *s == "" {
		*s = value
	}
}

// numberInHeading is the part of a heading that begins with its first digit, "2231 (2015)" of "Resolution 2231 (2015)".
func numberInHeading(s string) string {
	s = tidy(s)
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		return s[i:]
	}
	return ""
}

func (r *resolutionReader) date(e *etree.Element) {
	switch strings.TrimPrefix(Attr(e, "refersTo"), "#") {
	case "dateOfIssuance":
		setIfEmpty(&r.Issued, Attr(e, "date"))
	case "adoptionDate":
		setIfEmpty(&r.Adopted, Attr(e, "date"))
	}
}

// body reads the text proper.
func (r *resolutionReader) body() {
	s := r.statement
	r.Enacting = tidy(Text(s.Preamble().Formula().element))
	// A file of the United Nations can have a preamble and a body for each section.
	for _, c := range Children(s.element, "preamble") {
		for _, recital := range viewsOf[Recital](c) {
			r.Recitals = append(r.Recitals, r.recital(recital))
		}
	}
	for _, c := range Children(s.element) {
		if Is(c, bodyNames...) {
			r.Paragraphs = append(r.Paragraphs, r.paragraphs(c, &r.Headings)...)
		}
	}
	for _, a := range s.Attachments() {
		r.Annexes = append(r.Annexes, r.annex(a))
	}
	for _, part := range Children(s.element) {
		if !Is(part, "meta", "attachments", "components") {
			r.Notes = append(r.Notes, notesIn(part)...)
		}
	}
}

// bodyNames are the elements that are a body.
var bodyNames = []string{"mainBody", "body", "amendmentBody", "collectionBody", "debateBody", "judgmentBody", "portionBody"}

func (r *resolutionReader) recital(c Recital) Provision {
	p := r.provision(c.element)
	p.Phrase = tidy(c.Phrase())
	if t := firstTerm(c.element); p.Concept == "" && t.Exists() {
		p.Concept = r.concept(t.Concept())
	}
	return p
}

func notesIn(e *etree.Element) (notes []ResolutionNote) {
	for n := range Each[Note](e) {
		notes = append(notes, ResolutionNote{Marker: n.Marker(), Text: tidy(n.Text()), Citations: citationsIn(n.element)})
	}
	return notes
}

func (r *resolutionReader) annex(a Attachment) Annex {
	var headings []Heading
	heading := tidy(strings.Join([]string{Text(First(a.element, "num")), a.Heading(), Text(First(a.element, "subheading"))}, " "))
	body := a.Statement().Body().element
	return Annex{Heading: heading, Text: tidy(blockText(body)), Paragraphs: r.paragraphs(body, &headings), Notes: notesIn(a.element)}
}

// blockText is the text of an element with a space between its blocks.
func blockText(e *etree.Element) string {
	var words []string
	for b := range Find(e, "num", "heading", "subheading", "p") {
		if Up(b.Parent(), "p", "authorialNote") == nil {
			words = append(words, Text(b))
		}
	}
	return strings.Join(words, " ")
}

// sectioned are the levels that have headings.
var sectioned = Section{}.names()

// paragraphs reads the paragraphs below an element, those in sections and those in none. A paragraph that is only a
// heading, as in the United Nations' files, is a heading.
func (r *resolutionReader) paragraphs(e *etree.Element, headings *[]Heading) (found []Provision) {
	numbered := hasNumbers(e)
	for _, c := range Children(e) {
		switch {
		case Is(c, "paragraph"):
			if h := headingOf(c, numbered); h != nil {
				*headings = append(*headings, Heading{Number: tidy(Text(First(c, "num"))), Text: tidy(Text(h))})
				continue
			}
			if isOrnament(c) {
				continue
			}
			p := r.provision(c)
			p.Section = len(*headings)
			found = append(found, p)
		case Is(c, sectioned...):
			*headings = append(*headings, Heading{Number: tidy(Text(First(c, "num"))), Text: tidy(Text(First(c, "heading")))})
			found = append(found, r.paragraphs(c, headings)...)
		}
	}
	return found
}

// hasNumbers reports whether a paragraph below e is numbered.
func hasNumbers(e *etree.Element) bool {
	for _, c := range Children(e, "paragraph") {
		if First(c, "num") != nil {
			return true
		}
	}
	return false
}

// headingOf returns what holds the heading where a paragraph is only that: one with heading or subheading and nothing
// else, or one without a number among those that have one, whose text is one line and does not end as sentences do.
func headingOf(p *etree.Element, numbered bool) *etree.Element {
	content := First(p, "content")
	if First(p, "list") != nil {
		return nil
	}
	for _, h := range Children(p, "heading", "subheading") {
		if content == nil {
			return h
		}
	}
	if !numbered || First(p, "num") != nil || len(Children(content)) != 1 {
		return nil
	}
	text := tidy(Text(content))
	if text == "" || strings.HasSuffix(text, "]") || strings.TrimRight(text, ".;:,،؛؟。；，：") != text || First(content, "p") == nil {
		return nil
	}
	return content
}

// isOrnament reports whether a paragraph prints signs alone, such as an asterisk between two parts.
func isOrnament(p *etree.Element) bool {
	text := Text(p)
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// provision reads a recital, paragraph or point.
func (r *resolutionReader) provision(e *etree.Element) Provision {
	p := Provision{EID: Attr(e, "eId"), Number: tidy(Text(First(e, "num"))), Concept: r.concept(Attr(e, "refersTo"))}
	var text, after []string
	for _, c := range Children(e) {
		switch {
		case Is(c, "num", "heading", "subheading"):
		case Is(c, "list", "blockList", "sublist"):
			text, after = r.list(&p, c, text, after)
		default:
			text = r.block(&p, c, text)
		}
	}
	p.Text, p.After = tidy(strings.Join(text, " ")), tidy(strings.Join(after, " "))
	if t := firstTerm(firstBlock(e)); t.Exists() {
		p.Phrase = tidy(t.Text())
		if p.Concept == "" {
			p.Concept = r.concept(t.Concept())
		}
	} else if phrase := tidy(Text(firstItalic(firstBlock(e)))); phrase != "" && strings.HasPrefix(p.Text, phrase) {
		p.Phrase = phrase
	}
	return p
}

// block adds the text of a content, intro or p to a provision. Lists in it are its items.
func (r *resolutionReader) block(p *Provision, e *etree.Element, text []string) []string {
	if Is(e, "content", "intro") {
		for _, c := range Children(e) {
			if Is(c, "blockList") {
				var after []string
				text, after = r.list(p, c, text, nil)
				text = append(text, after...)
				continue
			}
			text = r.block(p, c, text)
		}
		return text
	}
	p.Citations = append(p.Citations, citationsOutsideNotes(e)...)
	for n := range Find(e, "authorialNote", "noteRef") {
		p.Notes = append(p.Notes, Attr(n, "marker"))
	}
	return append(text, Text(e))
}

// list adds the items of a list to a provision. The United Nations' files put the items of the second level into a
// sublist that follows the point they belong to.
func (r *resolutionReader) list(p *Provision, list *etree.Element, text, after []string) ([]string, []string) {
	for _, c := range Children(list) {
		switch {
		case Is(c, "intro", "listIntroduction"):
			text = r.block(p, c, text)
		case Is(c, "wrapUp", "listWrapUp"):
			after = r.block(p, c, after)
		case Is(c, "sublist", "list") && len(p.Items) > 0:
			last := &p.Items[len(p.Items)-1]
			var t, a []string
			t, a = r.list(last, c, t, a)
			last.After = tidy(strings.Join(append(append([]string{last.After}, t...), a...), " "))
		default:
			if item := r.provision(c); item.Number != "" || item.Text != "" || len(item.Items) > 0 {
				p.Items = append(p.Items, item)
			}
		}
	}
	return text, after
}

// concept is the last step of the name of a concept in the ontology, or its eId where it has no entry.
func (r *resolutionReader) concept(ref string) string {
	id, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return ""
	}
	if r.doc != nil {
		if href := r.doc.TLC(ref).Href(); href != "" {
			return href[strings.LastIndexByte(href, '/')+1:]
		}
	}
	return id
}

// firstBlock is the first p of a provision.
func firstBlock(e *etree.Element) *etree.Element {
	for p := range Find(e, "p") {
		return p
	}
	return nil
}

// firstItalic is the first element of a block that is printed in italics.
func firstItalic(e *etree.Element) *etree.Element {
	for x := range Find(e, "span", "i", "authorialNote") {
		if Is(x, "i") || Is(x, "span") && Attr(x, "class") == "italic" {
			return x
		}
		return nil
	}
	return nil
}

// citationsOutsideNotes are the citations of a block, without those of its notes.
func citationsOutsideNotes(e *etree.Element) []Citation { return citationsOf(e, false) }

// citationsIn are the citations in a note.
func citationsIn(note *etree.Element) []Citation { return citationsOf(note, true) }

// citationsOf reads references and, in the United Nations' files, links to documents.
func citationsOf(e *etree.Element, inNote bool) (found []Citation) {
	for x := range Find(e, "ref", "a") {
		if !inNote && Up(x.Parent(), "authorialNote") != nil && Up(e, "authorialNote") == nil {
			continue
		}
		c := Citation{Symbol: Attr(x, "title"), Href: Attr(x, "href"), Text: tidy(Text(x))}
		if c.Symbol == "" {
			if s, ok := SymbolOfURL(c.Href); ok {
				c.Symbol = s.String()
			}
		}
		found = append(found, c)
	}
	return found
}

// SymbolOfURL returns the symbol in an address of the Official Document System: https://undocs.org/fr/A/RES/46/152,
// with the language or without.
func SymbolOfURL(address string) (Symbol, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "undocs.org" && u.Host != "docs.un.org" && u.Host != "www.undocs.org" {
		return Symbol{}, false
	}
	path := strings.Trim(u.Path, "/")
	// The language is that of xml:lang, but for Chinese, where it can be "ch".
	if tag, rest, ok := strings.Cut(path, "/"); ok && len(tag) == 2 && strings.ToLower(tag) == tag {
		path = rest
	}
	s, err := ParseSymbol(path)
	return s, err == nil
}
