package compose

import (
	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// workflow writes what the text says of the document's way: who submitted a draft; which committee recommended an adopted
// text, and when it was adopted. There is no lifecycle: AKN4UN has it for modified versions alone.
func (c *composer) workflow(meta *etree.Element) {
	block := etree.NewElement("workflow")
	set(block, "source", self)
	if c.isDraft() {
		c.submission(block)
	} else {
		c.recommendation(block)
		c.adoption(block)
	}
	if len(block.Child) > 0 {
		meta.AddChild(block)
	}
}

// submission is a step for each sponsor of a draft.
func (c *composer) submission(block *etree.Element) {
	date := c.issueDate()
	if date == "" {
		return
	}
	seen := map[string]bool{}
	for _, s := range c.main.FindElements("preface/p/docProponent/organization") {
		by := s.SelectAttrValue("refersTo", "")
		if by == "" || seen[by] {
			continue
		}
		seen[by] = true
		add(block, "step", "date", date, "by", by, "as", c.terms.role("sponsor"),
			"outcome", c.terms.concept(c.Class), "refersTo", c.terms.event("submission"))
	}
}

// recommendation is the step of the Main Committee on whose report a text was adopted. The text does not say when that was.
func (c *composer) recommendation(block *etree.Element) {
	report := c.coverSlot(lexicon.ReportLine)
	if report == nil || report.Line.Value == "" {
		return
	}
	committee := mainCommittee(report.Line.Value)
	href := ""
	if p, ok := report.Line.Part("symbol"); ok {
		if s, err := akn.ParseSymbol(report.Text.Flat.Text[p.Start:p.End]); err == nil {
			href = c.href(s.String(), "")
		}
	}
	add(block, "step", "date", akn.UnknownDate, "by", c.terms.organization(committee, c.nameOf(committee)),
		"outcome", c.terms.concept("recommendedForAdoption"), "href", href)
}

// assembly is the actor of the General Assembly.
const assembly = "unga"

// nameOf is the name of an organ in the document's language.
func (c *composer) nameOf(organ string) string {
	for _, e := range c.Words.Entries("organs") {
		if e.Key == organ {
			return e.Text
		}
	}
	return inWords(organ)
}

// adoption is the step of the organ that adopted the text.
func (c *composer) adoption(block *etree.Element) {
	if w := c.work(); w.event == "adoption" {
		add(block, "step", "date", w.date, "by", c.terms.organization(c.actor(), c.organName()),
			"outcome", c.terms.concept("adopted"), "refersTo", c.terms.event("adoption"))
	}
}
