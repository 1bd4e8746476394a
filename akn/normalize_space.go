package akn

import (
	"slices"
	"strings"

	"github.com/beevik/etree"
)

// emphasis puts the white space at the ends of emphasis outside of it.
func (n *normalizer) emphasis() {
	for _, e := range slices.Collect(Find(n.doc.Root(), "i", "b", "span")) {
		if Up(e, "meta") != nil || e.Parent() == nil || Is(e, "span") && Attr(e, "class") != "italic" && Attr(e, "class") != "bold" || len(e.Child) == 0 {
			continue
		}
		if first, ok := e.Child[0].(*etree.CharData); ok {
			if rest := strings.TrimLeft(first.Data, layoutSpace); rest != first.Data && rest != "" {
				first.SetData(rest)
				e.Parent().InsertChildAt(e.Index(), etree.NewText(" "))
			}
		}
		if last, ok := e.Child[len(e.Child)-1].(*etree.CharData); ok {
			if rest := strings.TrimRight(last.Data, layoutSpace); rest != last.Data && rest != "" {
				last.SetData(rest)
				e.Parent().InsertChildAt(e.Index()+1, etree.NewText(" "))
			}
		}
	}
}

// spaces tidies the white space of all blocks of text outside meta.
func (n *normalizer) spaces() {
	for e := range Find(n.doc.Root(), "p", "num", "heading", "subheading", "caption", "block") {
		if Up(e, "meta") == nil {
			t := tidier{space: true}
			t.element(e)
			t.end()
		}
	}
}

// tidier makes runs of white space in a block one space. No-break spaces are letters here.
type tidier struct {
	space bool            // what came last was a space, or nothing
	last  *etree.CharData // what ends in that space
}

const layoutSpace = " \t\r\n"

func (t *tidier) element(e *etree.Element) {
	for _, token := range slices.Clone(e.Child) {
		switch token := token.(type) {
		case *etree.CharData:
			t.text(token)
		case *etree.Element:
			switch {
			case Is(token, "p", "block", "num", "heading"): // tidied by itself
				t.end()
				t.space, t.last = true, nil
			case Is(token, "eol", "br"):
				t.end()
				t.space, t.last = true, nil
			case Is(token, "authorialNote", "noteRef"):
				t.space, t.last = false, nil
			case Local(token) != "":
				t.element(token)
			}
		}
	}
}

func (t *tidier) text(c *etree.CharData) {
	var b strings.Builder
	for _, r := range c.Data {
		if !strings.ContainsRune(layoutSpace, r) {
			b.WriteRune(r)
			t.space = false
		} else if !t.space {
			b.WriteByte(' ')
			t.space = true
		}
	}
	if tidied := b.String(); tidied != c.Data {
		c.SetData(tidied)
	}
	if strings.HasSuffix(c.Data, " ") {
		t.last = c
	} else if c.Data != "" {
		t.last = nil
	}
}

// end takes away the space at the end.
func (t *tidier) end() {
	if t.space && t.last != nil {
		t.last.SetData(strings.TrimRight(t.last.Data, " "))
	}
}
