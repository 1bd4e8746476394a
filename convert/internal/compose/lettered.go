package compose

import (
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// collection writes lettered resolutions: the publication that they share has a component for each.
func (c *composer) collection() {
	c.body = add(c.main, "collectionBody", "eId", "body")
	for _, l := range c.Letters {
		c.component(l)
	}
}

// component writes one lettered resolution as a statement with a name of its own. What it refers to is listed by the
// collection.
func (c *composer) component(l *layout.Resolution) {
	one := *c
	one.Resolution, one.identity = l, nil
	one.main = add(add(c.body, "component"), "statement", "name", l.Class, "contains", "originalVersion")
	meta := add(one.main, "meta")
	one.preface()
	one.parts()
	one.identification(meta, "main")
}

// collected is what identifies the publication that lettered resolutions share.
func (c *composer) collected() work {
	w := work{date: akn.UnknownDate, event: "unknown", number: unknownNumber}
	if date := c.issueDate(); date != "" {
		w.date, w.event = date, "issuance"
	} else if date := c.adoptionDate(); date != "" {
		w.date, w.event = date, "adoption"
	}
	if s, ok := c.symbol(); ok {
		w.number, w.showAs = akn.NumberStep(s.String()), c.showSymbol(s)
	}
	return w
}

// letter is the letter of a lettered resolution, empty for others.
func (c *composer) letter() string {
	if c.issued == c.Resolution {
		return ""
	}
	return akn.NumberStep(c.Preface[0].Text.Flat.Text)
}

// lettered gives the work of a lettered resolution a number of its own where its symbol has no place for the letter.
func (c *composer) lettered(w work) work {
	if s, ok := c.symbol(); ok && s.Letter() == c.letter() {
		return w
	}
	w.number += "_" + c.letter()
	if w.showAs != "" {
		w.showAs += " " + c.letter()
	}
	return w
}
