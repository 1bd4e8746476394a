package compose

import (
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/render"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// fit fits the tree to the source. A block that does not print its bytes is composed again without its marks and,
// where that does not help, kept verbatim. It returns false where the text is still not exact.
func (c *composer) fit() bool {
	for _, again := range []func(*etree.Element) bool{c.unmarked, c.asPrinted, nil} {
		bad := render.Fit(c.root, c.Source, c.starts)
		if len(bad) == 0 {
			return true
		}
		if again == nil {
			return false
		}
		for _, e := range bad {
			if table, ok := c.tableOf(e); ok {
				if !c.asLines(table) {
					return false
				}
				continue
			}
			if e == nil || !again(e) {
				return false
			}
		}
	}
	return false
}

// unmarked composes the block again with the marks of the source as plain characters.
func (c *composer) unmarked(e *etree.Element) bool {
	t := c.texts[e]
	if t == nil {
		return false
	}
	calls := make([]inline.CallSpan, len(t.Calls))
	for i, call := range t.Calls {
		calls[i] = call.CallSpan
	}
	t.Flat = inline.Flatten(c.Source.Src, t.Lines, calls, source.Plain)
	restore := takeQuoted(e)
	inline.Build(e, t.Flat, nil, &maker{composer: c, text: t})
	restore()
	return true
}

// asPrinted keeps a block as it is printed.
func (c *composer) asPrinted(e *etree.Element) bool {
	t := c.texts[e]
	if t == nil || len(t.Calls) > 0 || t.Page != t.LastPage {
		return false
	}
	restore := takeQuoted(e)
	e.CreateAttr("xml:space", "preserve")
	e.CreateText(c.Source.Src[t.Start():t.End()])
	restore()
	c.Remarks = append(c.Remarks, layout.Remark{Code: layout.Verbatim, Offset: t.Start(), Message: "the block is kept as it is printed"})
	return true
}

// takeQuoted empties the block, and returns what puts the blocks back that an instruction in it quotes.
func takeQuoted(e *etree.Element) (restore func()) {
	quoted := quotedIn(e)
	e.Child = nil
	return func() {
		if quoted != nil {
			add(e, "mod").AddChild(quoted)
		}
	}
}

// verbatimBody keeps the whole text in one block; a form feed, which XML cannot hold, is a page end.
func (c *composer) verbatimBody() {
	p := add(c.body, "p")
	p.CreateAttr("xml:space", "preserve")
	src := c.Source.Src
	start, end := layer.Trim(src, layer.GapEnd(src, 0), len(src))
	c.starts[p] = start
	for i, piece := range strings.Split(src[start:end], "\f") {
		if i > 0 {
			layer.Set(add(p, "eop"), layer.Sep, "{}{f}")
		}
		p.CreateText(piece)
	}
}
