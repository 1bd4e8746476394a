package compose

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// closing is the markup of a text of the closing: the meeting and the date of adoption.
func (c *composer) closing(t *layout.Text) []inline.Range {
	var ranges []inline.Range
	if v, ok := c.closingVote(t); ok {
		ranges = append(ranges, c.vote(v))
	}
	if r, ok := c.adoptedAt(t); ok {
		return append(ranges, r)
	}
	at := 0
	for _, l := range t.Lines {
		text := c.Source.Src[l.Start:l.End]
		line, ok := c.Words.Line(text)
		end := min(at+len(text), len(t.Flat.Text))
		switch {
		case !ok:
		case line.Slot == lexicon.Meeting:
			ranges = append(ranges, span(at, end, "inline", "name", "adoptionMeeting"))
		case line.Slot == lexicon.IssueDate:
			ranges = append(ranges, span(at, end, "docDate", "date", line.Value, "refersTo", c.terms.concept("adoptionDate")))
		}
		at = end + 1
	}
	return ranges
}

// adoptedAt is the markup of the meeting in a text that says more of the adoption than that: from its number to the
// vote or the end.
func (c *composer) adoptedAt(t *layout.Text) (inline.Range, bool) {
	text := t.Flat.Text
	line, ok := c.Words.Line(text)
	num, numbered := line.Part("num")
	if !ok || line.Slot != lexicon.Adoption || !numbered {
		return inline.Range{}, false
	}
	end := len(text)
	if v, ok := c.Words.Vote(text); ok && v.Start > num.Start {
		end = v.Start
	}
	end = num.Start + len(strings.TrimRight(text[num.Start:end], " \n.,"))
	return span(num.Start, end, "inline", "name", "adoptionMeeting"), true
}

// attachments writes the annexes.
func (c *composer) attachments() {
	if len(c.Annexes) == 0 {
		return
	}
	list := add(c.main, "attachments")
	for i, a := range c.Annexes {
		c.annex(list, a, i+1)
	}
}

// annexMeta writes the metadata of an annex: what it is, and the document that it belongs to, which names it in turn.
func (c *composer) annexMeta(meta *etree.Element, a *layout.Annex, component string) {
	c.identification(meta, component)
	w := c.work()
	uri := w.iri.String()
	add(add(meta, "references", "source", self), "original", "href", uri+"/!main", "showAs", cmp.Or(w.showAs, c.printedTitle(), inWords(c.Class)))
	if name := annexName(a); name != "" {
		c.terms.attached = append(c.terms.attached, attached{href: uri + "/!" + component, showAs: name})
	}
}

// annexName is the title of an annex or, where it has none, its label.
func annexName(a *layout.Annex) string {
	name := a.Label
	if len(a.Title) > 0 {
		name = a.Title[0]
	}
	if name == nil {
		return ""
	}
	return strings.Join(strings.Fields(name.Flat.Text), " ")
}

// printedTitle is the title of the document.
func (c *composer) printedTitle() string {
	for _, f := range c.Preface {
		if f.Kind == layout.Title {
			return strings.Join(strings.Fields(f.Text.Flat.Text[f.TitleStart:]), " ")
		}
	}
	return ""
}

// annexHeading writes the label and the titles of an annex: number, heading and subheading. A label alone is the heading.
func (c *composer) annexHeading(attachment *etree.Element, a *layout.Annex) {
	names := []string{"num", "heading", "subheading"}
	texts := a.Title
	if a.Label != nil {
		texts = append([]*layout.Text{a.Label}, texts...)
	}
	if len(a.Title) == 0 || a.Label == nil {
		names = names[1:]
	}
	for i, t := range texts {
		c.holder(add(attachment, names[min(i, len(names)-1)]), t)
	}
}

func (c *composer) annex(list *etree.Element, a *layout.Annex, n int) {
	attachment := add(list, "attachment")
	c.annexHeading(attachment, a)
	doc := add(attachment, "doc", "name", "annex")
	c.annexMeta(add(doc, "meta"), a, annexComponent+strconv.Itoa(n))
	body := add(doc, "mainBody")
	c.nodes(body, a.Body)
	if len(body.ChildElements()) == 0 {
		add(body, "p")
	}
}
