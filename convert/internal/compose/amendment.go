package compose

import (
	"slices"
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
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
			c.amendment(content, n)
		} else {
			if list == nil {
				list = add(content, "blockList")
			}
			item := add(list, "item")
			c.num(item, n.Label)
			c.amendment(item, n)
			if len(item.ChildElements()) == 1 {
				add(item, "p")
			}
		}
		if n.Kind != layout.Instruction && len(n.Nodes) > 0 {
			list = nil
			c.amendmentNodes(content, n.Nodes)
		}
	}
}

// amendment writes the texts and items of a node: an instruction with what it inserts, or another text.
func (c *composer) amendment(parent *etree.Element, n *layout.Node) {
	switch {
	case n.Kind != layout.Instruction:
		if n.Text != nil {
			c.p(parent, n.Text)
		}
		c.rest(parent, n.More, n.Items, n.Wrap)
	case len(n.Nodes) > 0:
		mod := c.instruction(parent, n.Text)
		if mod == nil {
			mod = add(add(parent, "p"), "mod")
		}
		c.quoted(add(mod, "quotedStructure"), n.Nodes)
	default:
		c.instruction(parent, n.Text)
		c.rest(parent, n.More, nil, nil)
		c.blockList(parent, n.Items, func(item *etree.Element, t *layout.Text) { c.instruction(item, t) })
		c.rest(parent, nil, nil, n.Wrap)
	}
}

// instruction writes an instruction, with the words between its quotation marks, and returns the mod; nil where its
// markup had to be left out.
func (c *composer) instruction(parent *etree.Element, t *layout.Text) *etree.Element {
	if t.Table != nil || slices.ContainsFunc(t.Flat.Breaks, func(b inline.Break) bool { return b.First }) {
		c.p(parent, t)
		return nil
	}
	mod := whole(t, "mod")
	var made *etree.Element
	wrap := mod.New
	mod.New = func(parent *etree.Element) *etree.Element {
		made = wrap(parent)
		return made
	}
	ranges := c.withEntities(t, c.semantics(t))
	c.fill(add(parent, "p"), t, slices.Concat(ranges, c.quotedTexts(t.Flat.Text), []inline.Range{mod}))
	return made
}

// plainQuote is the quotation mark of typewriters, in all languages.
const plainQuote = "\""

// quotedTexts are the words that an instruction deletes, inserts or names, without the quotation marks around them.
func (c *composer) quotedTexts(text string) []inline.Range {
	var ranges []inline.Range
	opening, closing := c.Words.Quotes()
	for _, q := range slices.Concat(quotations(text, opening, closing), quotations(text, plainQuote, plainQuote)) {
		r := span(q[0], q[1], "quotedText")
		r.Rank = rankList
		ranges = append(ranges, r)
	}
	return ranges
}

// quotations are the bounds of the texts between quotation marks, without the spaces beside those: the outermost of each.
// Marks that do not pair, and pairs without words, are left alone.
func quotations(text, opening, closing string) [][2]int {
	var found [][2]int
	var open []int // where the texts begin whose marks are open
	for i := 0; i < len(text); {
		switch {
		case strings.HasPrefix(text[i:], closing) && len(open) > 0:
			found = addQuotation(found, text, open[len(open)-1], i)
			open = open[:len(open)-1]
			i += len(closing)
		case strings.HasPrefix(text[i:], opening):
			i += len(opening)
			open = append(open, i)
		default:
			i++
		}
	}
	return found
}

// addQuotation adds a text between quotation marks in place of those in it.
func addQuotation(found [][2]int, text string, start, end int) [][2]int {
	for len(found) > 0 && found[len(found)-1][0] >= start {
		found = found[:len(found)-1]
	}
	inner := strings.TrimSpace(text[start:end])
	if inner == "" {
		return found
	}
	start += strings.Index(text[start:end], inner)
	return append(found, [2]int{start, start + len(inner)})
}

// quoted writes what an instruction inserts or deletes: recitals and paragraphs of the draft, or other texts.
func (c *composer) quoted(structure *etree.Element, nodes []*layout.Node) {
	for _, n := range nodes {
		switch {
		case n.Kind == layout.Preambular:
			c.recital(structure, &layout.Recital{Text: n.Text, More: n.More, Items: n.Items, Wrap: n.Wrap})
		case n.Kind == layout.Paragraph:
			c.paragraph(structure, n)
		default:
			c.p(structure, n.Text)
			c.rest(structure, n.More, n.Items, n.Wrap)
		}
	}
}

// quotedIn is what an instruction in the block quotes below it, nil where there is nothing.
func quotedIn(block *etree.Element) *etree.Element { return block.FindElement(".//quotedStructure") }
