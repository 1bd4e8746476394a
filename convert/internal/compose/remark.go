package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	if c.work().date == unknownDate {
		c.remark(layout.NoDate, 0, "the text has no date of issue or adoption; the date in the IRI is "+unknownDate)
	}
	for _, list := range [][]*layout.Field{c.Cover, c.Preface} {
		for _, f := range list {
			if f.Kind == layout.Unknown && f.Text.Table == nil {
				c.remark(layout.NotRecognised, f.Text.Start(), "a line of the masthead is not recognised: "+quote(f.Text))
			}
		}
	}
	c.commentParts(c.Resolution)
	for _, l := range c.Letters {
		c.commentParts(l)
	}
	slices.SortStableFunc(c.Remarks, func(a, b layout.Remark) int { return cmp.Compare(a.Offset, b.Offset) })
}

// commentParts remarks on the recitals and the body of a resolution.
func (c *composer) commentParts(part *layout.Resolution) {
	for _, r := range part.Recitals {
		if p, ok := c.known(r.Text.Flat.Text, true); !r.Plain && (!ok || p.Concept == "") {
			c.remark(layout.PhraseUnknown, r.Text.Start(), "the opening phrase of the recital is not known: "+quote(r.Text))
		}
	}
	c.commentBody(part.Body)
}

// commentBody remarks on the plain texts of the body, unless all of it is plain.
func (c *composer) commentBody(nodes []*layout.Node) {
	if c.Class == "document" {
		return
	}
	for _, n := range nodes {
		if n.Kind == layout.Plain && n.Text.Table == nil {
			c.remark(layout.NotRecognised, n.Text.Start(), "a text of the body is no paragraph, item or heading: "+quote(n.Text))
		}
		c.commentBody(n.Nodes)
	}
}

func (c *composer) remark(code layout.Code, offset int, message string) {
	c.Remarks = append(c.Remarks, layout.Remark{Code: code, Offset: offset, Message: message})
}

// quoted is how much of a text a remark quotes, in characters.
const quoted = 40

// quote is the beginning of a text in quotation marks.
func quote(t *layout.Text) string {
	text := []rune(strings.Join(strings.Fields(t.Flat.Text), " "))
	if len(text) > quoted {
		text = append(text[:quoted-1], '…')
	}
	return fmt.Sprintf("%q", string(text))
}
