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

// annexMeta names the annex as a component of its document, which it refers to as its original.
func (c *composer) annexMeta(meta *etree.Element, n int) {
	c.identification(meta, annexComponent+strconv.Itoa(n))
	w := c.work()
	if w.iri.IsZero() {
		return
	}
	block := add(meta, "references", "source", self)
	add(block, "original", "eId", "att_"+strconv.Itoa(n)+"__original", "href", w.iri.String(), "showAs", cmp.Or(w.showAs, c.Class))
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
	c.annexMeta(add(doc, "meta"), n)
	body := add(doc, "mainBody")
	c.nodes(body, a.Body)
	if len(body.ChildElements()) == 0 {
		add(body, "p")
	}
}
