package compose

import (
	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// amendments writes the body of an amendment: blocks in one amendmentContent, for an amendmentBody takes neither
// paragraphs nor sections. What is numbered is an item of a list.
func (c *composer) amendments(nodes []*layout.Node) {
	content := add(c.body, "amendmentContent")
	c.amendmentNodes(content, nodes)
	if len(content.ChildElements()) == 0 {
		add(content, "p")
	}
}

func (c *composer) amendmentNodes(content *etree.Element, nodes []*layout.Node) {
	var list *etree.Element
	for _, n := range nodes {
		if n.Label == nil {
			list = nil
			c.amendmentTexts(content, n)
		} else {
			if list == nil {
				list = add(content, "blockList")
			}
			item := add(list, "item")
			c.num(item, n.Label)
			c.amendmentTexts(item, n)
			if len(item.ChildElements()) == 1 {
				add(item, "p")
			}
		}
		if len(n.Nodes) > 0 {
			list = nil
			c.amendmentNodes(content, n.Nodes)
		}
	}
}

// amendmentTexts writes the texts and items of a node.
func (c *composer) amendmentTexts(parent *etree.Element, n *layout.Node) {
	if n.Text != nil {
		c.p(parent, n.Text)
	}
	c.rest(parent, n.More, n.Items, n.Wrap)
}
