package compose

import (
	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// amendmentContent writes the body of an amendment to a draft. The schema gives it blocks alone: what has a number is an
// item, what has none a p.
func (c *composer) amendmentContent(nodes []*layout.Node) {
	content := add(c.body, "amendmentContent")
	c.blocks(content, nodes)
	if len(content.ChildElements()) == 0 {
		add(content, "p")
	}
}

// blocks writes nodes as blocks, those inside sections after the section's heading.
func (c *composer) blocks(parent *etree.Element, nodes []*layout.Node) {
	for _, n := range nodes {
		holder := parent
		if n.Label != nil {
			holder = add(add(parent, "blockList"), "item")
			c.num(holder, n.Label)
		}
		if n.Text != nil {
			c.p(holder, n.Text)
		} else if holder != parent {
			add(holder, "p")
		}
		for _, t := range n.More {
			c.p(holder, t)
		}
		if len(n.Items) > 0 {
			c.blockList(holder, n.Items)
		}
		for _, t := range n.Wrap {
			c.p(holder, t)
		}
		c.blocks(parent, n.Nodes)
	}
}
