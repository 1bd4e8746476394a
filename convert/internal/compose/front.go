package compose

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/inline/person"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// cover writes the cover page: the masthead.
func (c *composer) cover() {
	if len(c.Cover) == 0 && c.Opening == 0 {
		return
	}
	cover := add(c.main, "coverPage", "eId", "coverPage")
	if c.Opening > 0 {
		p := add(cover, "p")
		for i := range c.Opening {
			c.pageEnd(add(p, "eop"), i)
		}
	}
	c.fields(cover, c.Cover)
}

// preface writes the preface: sponsors, number and title.
func (c *composer) preface() {
	if len(c.Preface) == 0 {
		return
	}
	c.fields(add(c.main, "preface"), c.Preface)
}

// fields writes the lines of the masthead or preface.
func (c *composer) fields(parent *etree.Element, fields []*layout.Field) {
	for _, f := range fields {
		if f.Text.Table != nil {
			c.table(parent, f.Text)
			continue
		}
		c.fill(add(parent, "p"), f.Text, c.field(f))
	}
}

// field is the markup of a line of the masthead or preface.
func (c *composer) field(f *layout.Field) []inline.Range {
	t := f.Text
	switch f.Kind {
	case layout.Symbol:
		return []inline.Range{whole(t, "docNumber", "refersTo", c.terms.concept("symbol"))}
	case layout.AgendaName:
		return []inline.Range{whole(t, "inline", "name", "agenda item name", "refersTo", c.terms.concept("agendaItem"))}
	case layout.Title:
		return c.title(f)
	case layout.TitleNumber:
		return []inline.Range{whole(f.Text, "docNumber")}
	case layout.Kind:
		return append(c.semantics(t), whole(t, "docType"))
	case layout.Sponsors:
		return c.sponsors(f)
	case layout.NumberedAs:
		return append(c.adopted(f), whole(t, c.numberElement(), "refersTo", c.terms.concept("resolutionNumber")))
	case layout.AdoptedAt:
		return append(c.adopted(f), whole(t, "docTitle", "refersTo", c.terms.event("adoption")))
	case layout.Slot:
		return c.slot(f)
	}
	return nil
}

// numberElement is the element of a line with the number: the title where there is no other.
func (c *composer) numberElement() string {
	for _, f := range c.Preface {
		if f.Kind == layout.Title {
			return "docNumber"
		}
	}
	return "docTitle"
}

// title is the markup of a title and the number before it.
func (c *composer) title(f *layout.Field) []inline.Range {
	title := span(f.TitleStart, len(f.Text.Flat.Text), "docTitle", "refersTo", c.terms.concept(c.titleConcept()))
	title.Rank = rankWhole
	ranges := append(c.semantics(f.Text), title)
	if f.Number != "" {
		ranges = append(ranges, span(0, len(f.Number), "docNumber"))
	}
	return ranges
}

// titleConcept is what the title is that of: a resolution, a decision or another document. An amendment has the title of the
// resolution that it amends.
func (c *composer) titleConcept() string {
	switch c.Class {
	case "decision", "draftDecision":
		return "decisionTitle"
	case "presidentialStatement":
		return "statementTitle"
	case "document":
		return "documentTitle"
	}
	return "resolutionTitle"
}

// slot is the markup of a line whose form says what it is.
func (c *composer) slot(f *layout.Field) []inline.Range {
	t, line := f.Text, f.Line
	switch line.Slot {
	case lexicon.Publisher:
		return []inline.Range{whole(t, "docAuthority", "refersTo", c.terms.concept("publisher"))}
	case lexicon.Organ:
		return []inline.Range{whole(t, "docAuthority", "refersTo", c.terms.organization(line.Value, t.Flat.Text))}
	case lexicon.Distribution:
		return []inline.Range{whole(t, "docStatus", "refersTo", c.terms.concept(line.Value+"Distribution"))}
	case lexicon.IssueDate:
		return []inline.Range{whole(t, "docDate", "date", line.Value, "refersTo", c.terms.concept("dateOfIssuance"))}
	case lexicon.LanguageName:
		return []inline.Range{whole(t, "inline", "name", "language")}
	case lexicon.Original:
		if p, ok := line.Part("language"); ok {
			return []inline.Range{span(p.Start, p.End, "inline", "name", "originalLanguage")}
		}
	case lexicon.Session:
		return []inline.Range{whole(t, "session", "value", sessionValue(line.Value))}
	case lexicon.Committee:
		return []inline.Range{whole(t, "docCommittee", "value", line.Value)}
	case lexicon.AgendaItem:
		return []inline.Range{whole(t, "inline", "name", "agenda item", "refersTo", c.terms.concept("agendaItem"))}
	case lexicon.AdoptedHeading:
		return append(c.adopted(f), whole(t, "docTitle"))
	case lexicon.ReportLine:
		return c.report(f)
	case lexicon.PresidentialStatement:
		return []inline.Range{whole(t, "docTitle")}
	}
	return nil
}

// sessionValue is the number of a session. One that is called by its year has none.
func sessionValue(value string) string {
	if year, err := strconv.Atoi(value); err == nil && year > 1000 {
		return ""
	}
	return value
}

// adopted is the markup of the date in the adopted heading.
func (c *composer) adopted(f *layout.Field) []inline.Range {
	if p, ok := f.Line.Part("date"); ok && isDate(p.Value) {
		return []inline.Range{span(p.Start, p.End, "docDate", "date", p.Value, "refersTo", c.terms.concept("adoptionDate"))}
	}
	return nil
}

// report is the markup of the line that names the committee's report.
func (c *composer) report(f *layout.Field) []inline.Range {
	ranges := append(c.citationRanges(f.Text), whole(f.Text, "docProponent"))
	if p, ok := c.committee(f); ok && f.Line.Value != "" {
		ranges = append(ranges, span(p.Start, p.End, "docCommittee", "value", f.Line.Value))
	}
	if p, ok := f.Line.Part("symbol"); ok {
		ranges = append(ranges, span(p.Start, p.End, "inline", "name", "originating document"))
	}
	return ranges
}

// committee is the part of the report line that names the Main Committee, the whole name: the one around the number, or
// where the number is not said, the first. What is left is the number alone.
func (c *composer) committee(f *layout.Field) (lexicon.Part, bool) {
	number, said := f.Line.Part("committee")
	text := f.Text.Flat.Text
	found := number
	for i := range text {
		if said && i > number.Start {
			break
		}
		organ, n, ok := c.Words.Organ(text[i:])
		if !ok || organ != mainCommittee(f.Line.Value) || text[i] == ' ' {
			continue
		}
		name := lexicon.Part{Start: i, End: i + n}
		if !said {
			return name, true
		}
		if name.End >= number.End {
			found = name // the last one has no article
		}
	}
	return found, said
}

// mainCommittee is the identifier of a Main Committee of the Assembly, by its number.
func mainCommittee(number string) string { return assembly + "-c" + number }

// sponsors is the markup of the sponsor line.
func (c *composer) sponsors(f *layout.Field) []inline.Range {
	text := f.Text.Flat.Text
	p, ok := f.Line.Part("sponsors")
	if !ok {
		return []inline.Range{whole(f.Text, "docType")}
	}
	ranges, end := c.proponent(text, p)
	for _, r := range c.citationRanges(f.Text) { // the draft on which there were consultations, or that is amended
		if r.Start >= end {
			ranges = append(ranges, r)
		}
	}
	start, typeEnd := typeStart(text, p.End), len(text)
	if start == typeEnd {
		start, typeEnd = 0, c.typeBefore(text[:p.Start])
	}
	if start < typeEnd {
		docType := span(start, typeEnd, "docType", "refersTo", c.terms.concept(c.Class))
		docType.Rank = rankWhole
		ranges = append(ranges, docType)
	}
	return ranges
}

// proponent is the markup of those who submitted a draft, and where they end: what can follow them says on what occasion.
func (c *composer) proponent(text string, p lexicon.Part) ([]inline.Range, int) {
	var names []inline.Range
	listed, end := p.Start == 0, p.End
	for _, s := range c.Words.Sponsors(text[p.Start:p.End]) {
		from, to := p.Start+s.Start, p.Start+s.End
		name := text[from:to]
		if s.Name == "officer" {
			names = append(names, span(from, to, "role", "refersTo", c.terms.role(s.Value)))
			end = officerEnd(text, to, p.End)
			names = append(names, c.officer(text, to, end, s.Value)...)
			break
		}
		listed = listed || s.Name != "other"
		if s.Name == "other" && (!listed || lexicon.StartsLower(name)) {
			continue // prose: the Bureau, after consultations
		}
		names = append(names, span(from, to, "organization", "refersTo", c.sponsor(s, name)))
	}
	all := span(p.Start, end, "docProponent")
	all.Rank = rankList
	return append([]inline.Range{all}, names...), end
}

// officerEnd is where an officer ends, whose office ends at i: after the name that can follow, with the country in
// parentheses.
func officerEnd(text string, i, limit int) int {
	return i + len(namedOfficer.FindString(text[i:limit]))
}

// officer is the markup of the name between an office, which ends at i, and the country in parentheses.
func (c *composer) officer(text string, i, end int, office string) []inline.Range {
	start := i + len(text[i:end]) - len(strings.TrimLeft(text[i:end], ",，، \n\u00a0"))
	stop := person.Name(text[:end], start)
	if stop == start {
		return nil
	}
	return []inline.Range{c.person(text, person.Person{Start: start, End: stop, Office: office})}
}

// namedOfficer matches a name after an office: words in capitals, and a country in parentheses.
var namedOfficer = regexp.MustCompile(`^[,，،][\s\x{a0}]*\p{Lu}[^,，(]{0,80}\([^()]{1,80}\)`)

// sponsor is the reference to a sponsor: a State by its code, an organ by its identifier, else a name made of its letters.
func (c *composer) sponsor(s lexicon.Part, name string) string {
	switch s.Name {
	case "state":
		return c.terms.organization(strings.ToLower(s.Value), name)
	case "organ":
		return c.terms.organization(s.Value, name)
	}
	return c.terms.named("TLCOrganization", "organization", name)
}

// typeBefore is where the words for the kind of document end with which the text before the sponsors begins: Draft decision
// submitted by. It is 0 where there are none.
func (c *composer) typeBefore(text string) int {
	for end := strings.LastIndexAny(text, " \n"); end > 0; end = strings.LastIndexAny(text[:end], " \n") {
		if line, ok := c.Words.Line(text[:end]); ok && line.Slot == lexicon.DraftResolution {
			if _, sponsors := line.Part("sponsors"); !sponsors {
				return len(strings.TrimRight(text[:end], " \n"))
			}
		}
	}
	return 0
}

// typeStart is where the words for the kind of document begin after the sponsors.
func typeStart(text string, i int) int {
	rest := strings.TrimLeft(text[i:], " \n\t\u00a0\u202f:：")
	return len(text) - len(rest)
}

// isDate reports whether s is a date as XML Schema writes it.
func isDate(s string) bool {
	return len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-'
}

// preamble writes the enacting words and the recitals.
func (c *composer) preamble() {
	if c.Formula == nil && len(c.Recitals) == 0 {
		return
	}
	preamble := add(c.main, "preamble")
	if c.Formula != nil {
		formula := add(preamble, "formula", "name", "enactingFormula")
		c.p(formula, c.Formula)
	}
	for _, r := range c.Recitals {
		c.recital(preamble, r)
	}
}

// recital writes a preambular paragraph.
func (c *composer) recital(preamble *etree.Element, r *layout.Recital) {
	if r.Plain {
		c.p(preamble, r.Text)
		return
	}
	phrase := c.opening(r.Text, true)
	container := add(preamble, "container", "name", phrase.name, "refersTo", phrase.ref)
	c.p(container, r.Text, phrase.ranges...)
	c.rest(container, r.More, r.Items, r.Wrap)
}

// rest writes what follows the first text of a recital or item: more of it, its sub-items, and what is after those.
func (c *composer) rest(parent *etree.Element, more []*layout.Text, items []*layout.Item, wrap []*layout.Text) {
	for _, t := range more {
		c.p(parent, t)
	}
	c.blockList(parent, items, func(item *etree.Element, t *layout.Text) { c.p(item, t) })
	for _, t := range wrap {
		c.p(parent, t)
	}
}

// blockList writes sub-items outside paragraphs, if there are any, each with its first text as write does.
func (c *composer) blockList(parent *etree.Element, items []*layout.Item, write func(item *etree.Element, t *layout.Text)) {
	if len(items) == 0 {
		return
	}
	list := add(parent, "blockList")
	for _, i := range items {
		item := add(list, "item")
		c.num(item, i.Label)
		write(item, i.Text)
		c.rest(item, i.More, i.Items, i.Wrap)
	}
}
