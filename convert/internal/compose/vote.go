package compose

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// closingVote is the vote that a text of the closing gives.
func (c *composer) closingVote(t *layout.Text) (lexicon.Vote, bool) {
	text := t.Flat.Text
	if line, ok := c.Words.Line(text); !(ok && line.Slot == lexicon.Adoption) && !strings.HasPrefix(text, "[") {
		return lexicon.Vote{}, false
	}
	return c.Words.Vote(text)
}

// bodyVote is the vote that a decision gives where it says who has decided: after a comma, and in counts. Other votes in
// running text are those on amendments, or on documents that are cited.
func (c *composer) bodyVote(t *layout.Text) (lexicon.Vote, bool) {
	if c.Class != "decision" {
		return lexicon.Vote{}, false
	}
	v, ok := c.Words.Vote(t.Flat.Text)
	before := strings.TrimRight(t.Flat.Text[:v.Start], " \n\u00a0")
	return v, ok && len(v.Counts) > 0 && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, "،") || strings.HasSuffix(before, "，"))
}

// vote keeps a vote for the metadata, and marks the words that give it.
func (c *composer) vote(v lexicon.Vote) inline.Range {
	c.votes.all = append(c.votes.all, v)
	return span(v.Start, v.End, "inline", "name", "vote", "refersTo", c.terms.concept(v.Outcome))
}

// decidedBy is the markup of the vote in a decision.
func (c *composer) decidedBy(t *layout.Text) []inline.Range {
	if v, ok := c.bodyVote(t); ok {
		return []inline.Range{c.vote(v)}
	}
	return nil
}

// maxSitting is how far into a decision, in bytes, the date of the meeting stands.
const maxSitting = 200

// dateOfDecision is the date of the meeting with which a decision begins: "At its 46th plenary meeting, on ...".
func (c *composer) dateOfDecision() string {
	if c.Class != "decision" || len(c.Body) == 0 || c.Body[0].Text == nil {
		return ""
	}
	text := c.Body[0].Text.Flat.Text
	dates := c.Words.Dates(text)
	if len(dates) == 0 || dates[0].Start > maxSitting || !isDate(dates[0].ISO) {
		return ""
	}
	around := text[:dates[0].Start] + text[dates[0].End:max(dates[0].End, min(len(text), maxSitting))]
	if !strings.ContainsFunc(around, unicode.IsDigit) {
		return "" // no number of a meeting
	}
	return dates[0].ISO
}

// votes are the votes that a document gives: one, or one for each of lettered resolutions.
type votes struct{ all []lexicon.Vote }

// parliamentary writes the votes that the text prints. A vote without counts has an empty quorum, as in the United
// Nations' files, for the schema wants one of the two.
func (c *composer) parliamentary(analysis *etree.Element) {
	if len(c.votes.all) == 0 {
		return
	}
	block := add(analysis, "parliamentary")
	for _, v := range c.votes.all {
		e := add(block, "voting", "outcome", c.terms.concept(v.Outcome))
		for _, n := range v.Counts {
			add(e, "count", "value", strconv.Itoa(n.Votes), "refersTo", c.terms.concept(n.Choice))
		}
		if len(v.Counts) == 0 {
			add(e, "quorum").CreateAttr("value", "")
		}
	}
}
