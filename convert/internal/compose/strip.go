package compose

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
)

// Strip takes the layout layer from the tree: its attributes, the line and page ends, which become a space where the
// words on both sides need one, and the spaces at the ends of a paragraph.
func Strip(root *etree.Element) {
	layer.Strip(root)
	var ends []*etree.Element
	for e := range akn.Find(root, "eol", "eop") {
		ends = append(ends, e)
	}
	for _, e := range slices.Backward(ends) { // of several ends in a row the last decides what stands there
		replace(e)
	}
	for e := range akn.Find(root, "p", "num", "heading", "subheading") {
		if attr := e.SelectAttr("xml:space"); attr != nil && attr.Value == "preserve" {
			e.RemoveAttr("xml:space")
		}
		trim(slices.All[[]etree.Token], strings.TrimLeft, e)
		trim(slices.Backward[[]etree.Token], strings.TrimRight, e)
	}
}

// trim takes away the spaces before the first word of an element or after the last, which a link or emphasis can have
// kept. It reports whether it has come to a word or call.
func trim(order func([]etree.Token) iter.Seq2[int, etree.Token], cut func(s, cutset string) string, e *etree.Element) bool {
	for _, t := range order(e.Child) {
		switch t := t.(type) {
		case *etree.CharData:
			if t.SetData(cut(t.Data, " \t")); t.Data != "" {
				return true
			}
		case *etree.Element:
			if akn.Is(t, "authorialNote", "noteRef") || trim(order, cut, t) {
				return true
			}
		}
	}
	return false
}

// replace puts a space in the place of a line or page end, or nothing where the text needs none.
func replace(e *etree.Element) {
	parent, i := e.Parent(), e.Index()
	parent.RemoveChildAt(i)
	if i == 0 || i >= len(parent.Child) || joins(textBefore(parent, i), textAfter(parent, i)) {
		return
	}
	parent.InsertChildAt(i, etree.NewText(" "))
}

func textBefore(parent *etree.Element, i int) string {
	if t, ok := parent.Child[i-1].(*etree.CharData); ok {
		return t.Data
	}
	return ""
}

func textAfter(parent *etree.Element, i int) string {
	if t, ok := parent.Child[i].(*etree.CharData); ok {
		return t.Data
	}
	return ""
}

// joins reports whether two texts go together without a space: after a hyphen inside a word, between characters of a
// script that has no spaces, or beside a space that is there already.
func joins(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	wide := func(r rune) bool {
		return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
	}
	return strings.HasSuffix(before, " ") || strings.HasPrefix(after, " ") ||
		(last == '-' || last == '\u2010' || last == '\u2011') && unicode.IsLetter(first) && len(before) > 1 && before[len(before)-2] != ' ' ||
		wide(last) || wide(first)
}
