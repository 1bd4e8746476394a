package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// comment remarks on what the text does not say and on what was left alone, and puts all remarks in the order of the
// text.
func (c *composer) comment() {
	if s, ok := c.symbol(); !ok {
		c.remark(layout.NoSymbol, 0, "the text has no symbol; the number in the IRI is nn")
	} else if c.opts.Symbol == "" && c.issued.PrintedSymbol() == "" {
		c.remark(layout.NoSymbol, 0, "the text has no symbol; "+s.String()+" is made of the number before its title")
	}
	if c.work().date == akn.UnknownDate {
		c.remark(layout.NoDate, 0, "the text has no date of issue or adoption; the date in the IRI is "+akn.UnknownDate)
	}
	for _, list := range [][]*layout.Field{c.Cover, c.Preface} {
		for _, f := range list {
			if f.Kind == layout.Unknown && f.Text.Table == nil {
				c.remark(layout.NotRecognised, f.Text.Start(), "a line of the masthead is not recognised: "+quote(f.Text))
			}
		}
	}
	c.commentSponsors()
	c.commentParts(c.Resolution)
	for _, l := range c.Letters {
		c.commentParts(l)
	}
	if name := c.unknownOrgan(); name != "" && c.Formula != nil {
		c.remark(layout.OrganUnknown, c.Formula.Start(), "the organ that enacts is not known: "+quoteWords(name))
	}
	slices.SortStableFunc(c.Remarks, func(a, b layout.Remark) int { return cmp.Compare(a.Offset, b.Offset) })
}

// commentSponsors remarks on each of those who submitted a draft that is neither a State, a group of States, an organ nor
// an officer that is known. What is said after an officer is not looked at.
func (c *composer) commentSponsors() {
	for _, f := range c.Preface {
		p, ok := f.Line.Part("sponsors")
		if f.Kind != layout.Sponsors || !ok {
			continue
		}
		text := f.Text.Flat.Text[p.Start:p.End]
		for _, s := range c.Words.Sponsors(text) {
			if s.Name == "other" {
				c.remark(layout.SponsorUnknown, f.Text.Start(), "who submitted the draft is no State, organ or officer that is known: "+quoteWords(text[s.Start:s.End]))
			}
		}
	}
}

// commentParts remarks on the recitals and the body of a resolution.
func (c *composer) commentParts(part *layout.Resolution) {
	for _, r := range part.Recitals {
		if p, ok := c.known(r.Text.Flat.Text, true); !r.Plain && (!ok || p.Concept == "") {
			c.remark(layout.PhraseUnknown, r.Text.Start(), "the opening phrase of the recital is not known: "+quote(r.Text))
		}
	}
	if c.Class != "document" {
		c.commentBody(part.Body, false)
	}
}

// commentBody remarks on the plain texts of the body, once for those that follow each other. A section may have recitals.
func (c *composer) commentBody(nodes []*layout.Node, inSection bool) {
	run := 0
	for i, n := range nodes {
		if c.isUnexplained(n, inSection) {
			run++
		}
		if last := i+1 == len(nodes) || !c.isUnexplained(nodes[i+1], inSection); last && run > 0 {
			c.commentRun(nodes[i+1-run : i+1])
			run = 0
		}
		c.commentBody(n.Nodes, true)
	}
}

// isUnexplained reports whether a node of the body is a text of which nothing is known.
func (c *composer) isUnexplained(n *layout.Node, inSection bool) bool {
	return n.Kind == layout.Plain && n.Text.Table == nil && !(inSection && c.isRecital(n.Text))
}

// commentRun remarks on plain texts that follow each other.
func (c *composer) commentRun(run []*layout.Node) {
	first := run[0].Text
	if len(run) == 1 {
		c.remark(layout.NotRecognised, first.Start(), "a text of the body is no paragraph, item or heading: "+quote(first))
		return
	}
	c.remark(layout.NotRecognised, first.Start(), fmt.Sprintf("%d texts of the body are no paragraphs, items or headings, from %s on", len(run), quote(first)))
}

// isRecital reports whether a text of the body opens like a recital and ends like one.
func (c *composer) isRecital(t *layout.Text) bool {
	text := strings.TrimRight(t.Flat.Text, " \n")
	_, ok := c.Words.Recital(text)
	return ok && (strings.HasSuffix(text, ",") || strings.HasSuffix(text, ";"))
}

func (c *composer) remark(code layout.Code, offset int, message string) {
	c.Remarks = append(c.Remarks, layout.Remark{Code: code, Offset: offset, Message: message})
}

// quoted is how much of a text a remark quotes, in characters.
const quoted = 40

// quote is the beginning of a text in quotation marks.
func quote(t *layout.Text) string { return quoteWords(t.Flat.Text) }

func quoteWords(s string) string {
	text := []rune(strings.Join(strings.Fields(s), " "))
	if len(text) > quoted {
		text = append(text[:quoted-1], '…')
	}
	return fmt.Sprintf("%q", string(text))
}
