// Package layer is the vocabulary of the layout layer: the attributes in the project's own namespace that say
// how the source text was laid out where the rules of its dialect do not already say it.
//
// The layer never repeats the text. It holds separators (white space), page furniture, the printed form of note
// calls and the targets of links, each on the element that it concerns. Eleven names make up the whole vocabulary.
package layer

import (
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// Namespace is the namespace of the layout layer, and Prefix the prefix that it is written with.
const (
	Namespace = "https://github.com/ntoso/ntoso/ns/layout"
	Prefix    = "src"
)

// The names of the layer's attributes. Values marked (template) are in the notation of [Parse].
const (
	// Sep (template) stands before the element's text: what separates it from the text before. On eol it is the
	// line end with its indents, on eop everything from the last text of the page to the first of the next.
	Sep = "sep"
	// Call (template) is the printed form of a note's call; empty where the note is not called.
	Call = "call"
	// Foot (template) is what is printed at the page's foot before the text of a note, its marker included.
	Foot = "foot"
	// Link is the target of a link that the source prints around the element's text.
	Link = "link"
	// Mark is the delimiter printed on both sides of emphasised text.
	Mark = "mark"
	// Margin is the left margin of a page in columns (on eop: of the page that begins there).
	Margin = "margin"
	// Columns, on a table, are the columns at which the texts of its cells begin and, after a colon, at which their
	// figures end (on an eop in it: on the page that begins there).
	Columns = "columns"
	// Tabs is the value of Columns where tabs part the cells.
	Tabs = "tabs"
	// Dialect, on mainBody, names the dialect of the source.
	Dialect = "dialect"
	// LineEnd, on mainBody, is the line end of the source where it is not a line feed.
	LineEnd = "eol"
	// End (template), on mainBody, is what follows the last text.
	End = "end"
	// Order, on conclusions, is [Last] where the closing is printed after the attachments. On eol it is [First] where what
	// follows in the block is printed before what stands before.
	Order = "order"
)

// The values of [Order].
const (
	First = "first"
	Last  = "last"
)

// Get returns the value of the layer's attribute with the given name, and whether the element has it.
func Get(e *etree.Element, name string) (string, bool) {
	for i := range e.Attr {
		a := &e.Attr[i]
		if a.Key == name && a.Space != "" && a.NamespaceURI() == Namespace {
			return a.Value, true
		}
	}
	return "", false
}

// Set gives the element the layer's attribute.
func Set(e *etree.Element, name, value string) {
	e.CreateAttr(Prefix+":"+name, value)
}

// Unset takes the layer's attribute from the element.
func Unset(e *etree.Element, name string) {
	for i := range e.Attr {
		if a := &e.Attr[i]; a.Key == name && a.Space != "" && a.NamespaceURI() == Namespace {
			e.Attr = append(e.Attr[:i], e.Attr[i+1:]...)
			return
		}
	}
}

// Put sets the attribute where the value differs from what is implied and removes it where it does not.
func Put(e *etree.Element, name, value, implied string) {
	if value == implied {
		Unset(e, name)
		return
	}
	Set(e, name, value)
}

// IsGap reports whether the byte is white space that may separate texts.
func IsGap(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'
}

// isGap reports whether the character is one that may separate texts: white space of any kind, or a mark that cannot be
// seen, as extraction puts around lines of Arabic.
func isGap(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return IsGap(byte(r))
	case r < 0x2000:
		return r == '\u00a0' || r == '\u0085' || r == '\u061c'
	case r <= 0x206f:
		return r <= 0x200f || 0x2028 <= r && r <= 0x202f || r >= 0x205f
	}
	return r == '\u3000' || r == '\ufeff'
}

// Trim returns the span of s[start:end] without the gaps at both ends.
func Trim(s string, start, end int) (int, int) {
	trimmed := strings.TrimLeftFunc(s[start:end], isGap)
	start = end - len(trimmed)
	return start, start + len(strings.TrimRightFunc(trimmed, isGap))
}

// BOM is the byte order mark.
const BOM = "\uFEFF"

// GapEnd returns the end of the gap that begins at i.
func GapEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isGap(r) {
			break
		}
		i += n
	}
	return i
}

// GapAt returns where the first gap from i on begins, the end of s if there is none.
func GapAt(s string, i int) int {
	if n := strings.IndexFunc(s[i:], isGap); n >= 0 {
		return i + n
	}
	return len(s)
}

// GapStart returns the start of the gap that ends at i.
func GapStart(s string, i int) int {
	return len(strings.TrimRightFunc(s[:i], isGap))
}

// Strip removes every attribute and element of the layer below e, and the declarations of its namespace.
func Strip(e *etree.Element) {
	stack := []*etree.Element{e}
	for len(stack) > 0 {
		e := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		stripAttrs(e)
		stack = append(stack, e.ChildElements()...)
	}
	undeclare(e)
}

func stripAttrs(e *etree.Element) {
	kept := e.Attr[:0]
	for i := range e.Attr {
		if a := &e.Attr[i]; a.Space == "" || a.Space == "xmlns" || a.NamespaceURI() != Namespace {
			kept = append(kept, *a)
		}
	}
	e.Attr = kept
}

func undeclare(root *etree.Element) {
	kept := root.Attr[:0]
	for _, a := range root.Attr {
		if a.Space != "xmlns" || a.Value != Namespace {
			kept = append(kept, a)
		}
	}
	root.Attr = kept
}

// LineEnds writes s, which has line feeds, with the given line end.
func LineEnds(s, end string) string {
	if end == "" || end == "\n" {
		return s
	}
	return strings.ReplaceAll(s, "\n", end)
}
