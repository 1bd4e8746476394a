package compose

import (
	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// mainBody writes the operative part.
func (c *composer) mainBody() {
	name := "mainBody"
	if c.Class == "amendment" {
		name = "amendmentBody"
	}
	c.body = add(c.main, name, "eId", "body")
	if c.Whole {
		c.verbatimBody()
		return
	}
	if name == "amendmentBody" {
		c.amendments(c.Body)
		return
	}
	c.nodes(c.body, c.Body)
	if len(c.body.ChildElements()) == 0 {
		add(c.body, "p")
	}
}

// levels are the elements of the levels of the body.
var levels = map[layout.NodeKind]string{
	layout.Section: "section", layout.Part: "part", layout.Letter: "title", layout.Division: "division",
}

func (c *composer) nodes(parent *etree.Element, nodes []*layout.Node) {
	for _, n := range nodes {
		switch n.Kind {
		case layout.Paragraph:
			c.paragraph(parent, n)
		case layout.Plain:
			c.plain(parent, n)
		default:
			c.level(parent, n)
		}
	}
}

// level writes a section or the like. What stands in it without a number is held by an unnumbered paragraph, because
// the schema lets a level hold either levels or content.
func (c *composer) level(parent *etree.Element, n *layout.Node) {
	level := add(parent, levels[n.Kind])
	c.num(level, n.Label)
	if n.Text != nil {
		c.holder(add(level, "heading"), n.Text)
	}
	c.nodes(level, n.Nodes)
	if len(n.Nodes) == 0 {
		add(add(level, "content"), "p")
	}
}

// plain writes a text that is no paragraph; between levels, inside one that holds levels, it needs a level around it.
func (c *composer) plain(parent *etree.Element, n *layout.Node) {
	if parent.Tag == "mainBody" || parent.Tag == "amendmentBody" {
		c.p(parent, n.Text, c.decidedBy(n.Text)...)
		return
	}
	c.p(add(add(parent, "hcontainer", "name", "text"), "content"), n.Text)
}

// paragraph writes an operative paragraph.
func (c *composer) paragraph(parent *etree.Element, n *layout.Node) {
	e := add(parent, "paragraph")
	c.num(e, n.Label)
	phrase := c.opening(n.Text, false)
	if len(n.Items) == 0 {
		content := add(e, "content")
		c.p(content, n.Text, append(phrase.ranges, c.decidedBy(n.Text)...)...)
		for _, t := range append(n.More, n.Wrap...) {
			c.p(content, t)
		}
		return
	}
	list := add(e, "list")
	intro := add(list, "intro")
	c.p(intro, n.Text, append(phrase.ranges, c.decidedBy(n.Text)...)...)
	for _, t := range n.More {
		c.p(intro, t)
	}
	c.points(list, n.Items, n.Wrap)
}

// points writes the items of a list and the text after them.
func (c *composer) points(list *etree.Element, items []*layout.Item, wrap []*layout.Text) {
	for _, i := range items {
		c.point(list, i)
	}
	if len(wrap) == 0 {
		return
	}
	w := add(list, "wrapUp")
	for _, t := range wrap {
		c.p(w, t)
	}
}

func (c *composer) point(list *etree.Element, i *layout.Item) {
	e := add(list, "point")
	c.num(e, i.Label)
	if len(i.Items) == 0 {
		content := add(e, "content")
		c.p(content, i.Text)
		for _, t := range append(i.More, i.Wrap...) {
			c.p(content, t)
		}
		return
	}
	inner := add(e, "list")
	intro := add(inner, "intro")
	c.p(intro, i.Text)
	for _, t := range i.More {
		c.p(intro, t)
	}
	c.points(inner, i.Items, i.Wrap)
}

// conclusions writes the closing.
func (c *composer) conclusions() {
	if len(c.Closing) == 0 {
		return
	}
	e := add(c.main, "conclusions")
	if c.ClosingLast && len(c.Annexes) > 0 {
		layer.Set(e, layer.Order, layer.Last)
	}
	for _, t := range c.Closing {
		if t.Table != nil {
			c.table(e, t)
			continue
		}
		c.fill(add(e, "p"), t, c.closing(t))
	}
}
