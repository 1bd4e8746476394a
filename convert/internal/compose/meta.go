package compose

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// self is the reference to this library, which has made the markup.
const self = "#ntoso"

// organ is the organ that speaks, by its identifier: as the text names it, as the symbol of an adopted text says, or as the
// name of one that the lexicon does not know gives it.
func (c *composer) organ() string {
	if c.Organ != "" {
		return c.Organ
	}
	return cmp.Or(c.symbolOrgan(), identifier(c.unknownOrgan()))
}

// symbolOrgan is the organ that adopts what has the document's symbol; empty where it is no symbol of adopted texts.
func (c *composer) symbolOrgan() string {
	switch s, _ := c.symbol(); s.Kind() {
	case akn.KindResolution, akn.KindDecision, akn.KindPresidentialStatement:
		return s.Actor()
	}
	return ""
}

// unknownOrgan is the name, without its article, of an organ that enacts and that neither the lexicon nor the symbol knows.
func (c *composer) unknownOrgan() string {
	if c.Organ != "" || c.symbolOrgan() != "" {
		return ""
	}
	return c.Words.WithoutArticle(c.OrganName)
}

// actor is that of IRIs: as the caller has it, or the organ that speaks, by its identifier.
func (c *composer) actor() string {
	if c.opts.Actor != "" {
		return c.opts.Actor
	}
	organ := c.organ()
	if f := c.coverSlot(lexicon.Organ); organ == "" && f != nil {
		organ = f.Line.Value
	}
	return cmp.Or(organ, assembly)
}

// meta writes the metadata.
func (c *composer) meta(meta *etree.Element) {
	c.terms.organization("ntoso", "ntoso")
	c.identification(meta, "main")
	c.publication(meta)
	c.classification(meta)
	c.workflow(meta)
	c.analysis(meta)
	c.terms.write(meta, self)
	c.presentation(meta)
}

// A work is what identifies the document.
type work struct {
	iri    akn.IRI
	number string // the number in IRIs
	showAs string // the symbol as printed
	date   string
	event  string // what the date is that of
}

// work is what identifies the document.
func (c *composer) work() work {
	if c.identity == nil {
		w := c.findWork()
		c.identity = &w
	}
	return *c.identity
}

func (c *composer) findWork() work {
	w := c.adoptedWork()
	docType := c.element()
	switch {
	case len(c.Letters) > 0:
		w, docType = c.collected(), "collection"
	case c.letter() != "":
		w = c.lettered(w)
	}
	name := akn.WorkName{DocType: docType, Subtype: c.subtype(), Actor: c.actor(), Date: w.date, Number: w.number}
	w.iri, _ = name.IRI()
	return w
}

// unknownNumber stands in IRIs where the symbol is not known.
const unknownNumber = "nn"

// adoptedWork is what identifies a resolution, without its IRI.
func (c *composer) adoptedWork() work {
	w := work{date: akn.UnknownDate, event: "unknown", number: unknownNumber}
	if date := c.adoptionDate(); date != "" && !c.isDraft() {
		w.date, w.event = date, "adoption"
	} else if date := c.issueDate(); date != "" {
		w.date, w.event = date, "issuance"
	}
	if s, ok := c.symbol(); ok {
		w.number, w.showAs = s.Number(), c.showSymbol(s)
	}
	return w
}

// symbol is the document's symbol: as given, as printed, or made of the number before the title.
func (c *composer) symbol() (akn.Symbol, bool) {
	s, ok := c.issuedSymbol()
	if one := s.WithLetter(c.letter()); !one.IsZero() {
		return one, true
	}
	return s, ok
}

// issuedSymbol is the symbol of the whole document.
func (c *composer) issuedSymbol() (akn.Symbol, bool) {
	if c.opts.Symbol != "" {
		s, err := akn.ParseSymbol(c.opts.Symbol)
		return s, err == nil
	}
	if s, ok := c.issued.Symbol(); ok {
		return s, ok
	}
	return c.issued.NumberedSymbol()
}

// showSymbol is the symbol as the masthead prints it.
func (c *composer) showSymbol(s akn.Symbol) string {
	if printed := c.issued.PrintedSymbol(); c.opts.Symbol == "" && printed != "" && c.letter() == "" {
		return printed
	}
	return s.String()
}

func (c *composer) isDraft() bool {
	return strings.HasPrefix(c.Class, "draft") || c.Class == "amendment"
}

func (c *composer) subtype() string {
	switch {
	case len(c.Letters) > 0:
		return "publication"
	case c.Class == "amendment":
		return "modification"
	}
	return "deliberation"
}

// identification writes the FRBR metadata of the document or of one of its components.
func (c *composer) identification(meta *etree.Element, component string) {
	w := c.work()
	author := c.terms.organization(c.actor(), c.organName())
	id := add(meta, "identification", "source", self)
	uri := w.iri.String()
	c.level1(id, w, uri, component, author)
	version, event := c.version(w)
	expression := uri + "/" + c.Lang + "@" + version
	e := add(id, "FRBRExpression")
	add(e, "FRBRthis", "value", expression+"/!"+component)
	add(e, "FRBRuri", "value", expression)
	c.frbrDate(e, version, event)
	add(e, "FRBRauthor", "href", author, "as", c.terms.role("issuer"))
	add(e, "FRBRlanguage", "language", c.Lang)
	if original := c.original(); original != "" && original != c.Lang {
		add(e, "FRBRtranslation", "href", uri+"/"+original+"@"+version, "fromLanguage", original, "by", author)
	}
	m := add(id, "FRBRManifestation")
	add(m, "FRBRthis", "value", expression+"/!"+component+".xml")
	add(m, "FRBRuri", "value", expression+"/.xml")
	c.frbrDate(m, version, "markup")
	add(m, "FRBRauthor", "href", self, "as", c.terms.role("editor"))
	add(m, "FRBRformat", "value", "xml")
}

func (c *composer) level1(id *etree.Element, w work, uri, component, author string) {
	e := add(id, "FRBRWork")
	add(e, "FRBRthis", "value", uri+"/!"+component)
	add(e, "FRBRuri", "value", uri)
	if s, ok := c.symbol(); ok && component == "main" {
		add(e, "FRBRalias", "value", s.URL(), "name", "undocs")
	}
	add(e, "FRBRdate", "date", w.date, "name", w.event)
	add(e, "FRBRauthor", "href", author, "as", c.terms.role("author"))
	add(e, "FRBRcountry", "value", "un")
	add(e, "FRBRsubtype", "value", c.subtype())
	if w.showAs != "" {
		add(e, "FRBRnumber", "value", w.number, "showAs", w.showAs)
	}
	add(e, "FRBRprescriptive", "value", "false")
	add(e, "FRBRauthoritative", "value", "false")
}

func (c *composer) frbrDate(e *etree.Element, date, name string) {
	if date == "" {
		date, name = akn.UnknownDate, "unknown"
	}
	add(e, "FRBRdate", "date", date, "name", name)
}

// version is the date of the expression and what it is that of: the publication where the masthead has one, else the event
// that dates the work. A work without a date has no version.
func (c *composer) version(w work) (date, event string) {
	switch {
	case w.date == akn.UnknownDate:
		return "", ""
	case c.issueDate() != "":
		return c.issueDate(), "publication"
	}
	return w.date, w.event
}

// publication says when the document was issued; there is none without the date.
func (c *composer) publication(meta *etree.Element) {
	date := c.issueDate()
	if date == "" {
		return
	}
	showAs, number := c.Class, ""
	if s, ok := c.symbol(); ok {
		showAs, number = c.showSymbol(s), c.showSymbol(s)
	}
	add(meta, "publication", "date", date, "name", "document", "showAs", showAs, "number", number)
}

// classification writes a keyword for each agenda item.
func (c *composer) classification(meta *etree.Element) {
	items := c.agendaItems()
	if len(items) == 0 {
		return
	}
	block := add(meta, "classification", "source", self)
	for _, i := range items {
		add(block, "keyword", "refersTo", c.terms.concept("agendaItem"), "value", i.number, "showAs", i.title, "dictionary", c.terms.concept("agenda"))
	}
}

// analysis gives the votes, and the citations that are AKN works the address of the document system, too.
func (c *composer) analysis(meta *etree.Element) {
	var refs []*etree.Element
	for e := range akn.Find(c.main, "ref") {
		if strings.HasPrefix(akn.Attr(e, "href"), "/akn/") && c.targets[e] != "" {
			refs = append(refs, e)
		}
	}
	if len(refs)+len(c.votes.all) == 0 {
		return
	}
	analysis := add(meta, "analysis", "source", self)
	c.parliamentary(analysis)
	if len(refs) == 0 {
		return
	}
	other := add(analysis, "otherReferences", "source", self)
	for _, e := range refs {
		if s, err := akn.ParseSymbol(c.targets[e]); err == nil {
			add(other, "alternativeReference", "for", "#"+akn.Attr(e, "eId"), "href", s.URL())
		}
	}
}

// presentation keeps the job number.
func (c *composer) presentation(meta *etree.Element) {
	if c.JobNumber == "" {
		return
	}
	p := add(meta, "presentation", "source", self)
	add(add(p, "akn4un:footerFirstPage"), "docketNumber").SetText(c.JobNumber)
}

// An agendaItem is an item of the agenda with its title, or with what it is where none is printed.
type agendaItem struct{ number, title string }

func (c *composer) agendaItems() []agendaItem {
	var items []agendaItem
	titles := 0
	for _, f := range c.issued.Cover {
		switch {
		case f.Kind == layout.Slot && f.Line.Slot == lexicon.AgendaItem:
			for _, p := range f.Line.Parts {
				if p.Name == "item" {
					items = append(items, agendaItem{number: p.Value, title: "agenda item " + p.Value})
				}
			}
		case f.Kind == layout.AgendaName && titles < len(items):
			items[titles].title = strings.Join(strings.Fields(f.Text.Flat.Text), " ")
			titles++
		}
	}
	return items
}

func (c *composer) coverSlot(slot lexicon.Slot) *layout.Field {
	for _, f := range c.issued.Cover {
		if f.Kind == layout.Slot && f.Line.Slot == slot {
			return f
		}
	}
	return nil
}

// sessionNumber is the number of the session in the masthead, 0 where it has none.
func (c *composer) sessionNumber() int {
	if f := c.coverSlot(lexicon.Session); f != nil {
		if n, err := strconv.Atoi(f.Line.Value); err == nil {
			return n
		}
	}
	return 0
}

func (c *composer) issueDate() string {
	if f := c.coverSlot(lexicon.IssueDate); f != nil {
		return f.Line.Value
	}
	return ""
}

// adoptionDate is the date of adoption in the heading or the closing.
func (c *composer) adoptionDate() string {
	for _, list := range [][]*layout.Field{c.issued.Cover, c.issued.Preface} {
		for _, f := range list {
			if p, ok := f.Line.Part("date"); ok && (f.Line.Slot == lexicon.AdoptedHeading || f.Kind == layout.NumberedAs) && isDate(p.Value) {
				return p.Value
			}
		}
	}
	for _, t := range c.Closing {
		for _, l := range t.Lines {
			if line, ok := c.Words.Line(c.Source.Src[l.Start:l.End]); ok && line.Slot == lexicon.IssueDate {
				return line.Value
			}
		}
	}
	return c.dateOfDecision()
}

func (c *composer) original() string {
	if f := c.coverSlot(lexicon.Original); f != nil {
		return f.Line.Value
	}
	return ""
}

func (c *composer) organName() string {
	if f := c.coverSlot(lexicon.Organ); f != nil {
		return f.Text.Flat.Text
	}
	if name := c.unknownOrgan(); name != "" {
		return name
	}
	return c.nameOf(cmp.Or(c.organ(), assembly))
}
