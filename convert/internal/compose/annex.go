package compose

import (
	"strconv"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// closing is the markup of a text of the closing: the meeting and the date of adoption.
func (c *composer) closing(t *layout.Text) []inline.Range {
	var ranges []inline.Range
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

func (c *composer) annex(list *etree.Element, a *layout.Annex, n int) {
	attachment := add(list, "attachment")
	if a.Label != nil {
		c.holder(add(attachment, "heading"), a.Label)
	}
	for _, t := range a.Title {
		c.holder(add(attachment, "subheading"), t)
	}
	doc := add(attachment, "doc", "name", "annex")
	c.identification(add(doc, "meta"), "annex_"+strconv.Itoa(n))
	body := add(doc, "mainBody")
	c.nodes(body, a.Body)
	if len(body.ChildElements()) == 0 {
		add(body, "p")
	}
}
