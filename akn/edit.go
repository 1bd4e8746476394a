package akn

import (
	"fmt"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// EditError says why a change of text was refused.
type EditError struct {
	Path string // the element path of what was to be changed; empty for the zero view
	Msg  string // why, and where the text could be changed instead
}

// Error gives the path and the reason.
func (e *EditError) Error() string {
	if e.Path == "" {
		return e.Msg
	}
	return fmt.Sprintf("%s: %s", e.Path, e.Msg)
}

// errNoElement refuses to change what a zero view stands for.
func errNoElement() error { return &EditError{Msg: "there is no element to set the text of"} }

// setBlock changes the text of the only block in holder; view is what the
// caller asked to change.
func setBlock(holder, view *etree.Element, text string) error {
	if view == nil {
		return errNoElement()
	}
	if holder == nil {
		return &EditError{Path: Path(view), Msg: "there is no text of its own to set; set that of its points"}
	}
	var blocks []*etree.Element
	for _, c := range Children(holder) {
		if Local(c) != "num" {
			blocks = append(blocks, c)
		}
	}
	if len(blocks) != 1 || Local(blocks[0]) != "p" {
		return &EditError{Path: Path(view), Msg: "it does not hold one single p; set the text of its parts"}
	}
	return setInline(blocks[0], view, text)
}

// setInline changes the text of an element with inline content. The change is
// tried on a copy first.
func setInline(e, view *etree.Element, text string) error {
	if view == nil {
		return errNoElement()
	}
	if e == nil {
		return &EditError{Path: Path(view), Msg: "there is nothing to set the text of"}
	}
	if i := ValidText(text); i >= 0 {
		return &EditError{Path: Path(e), Msg: fmt.Sprintf("XML cannot hold %q, at byte %d of the new text", clip(text[i:]), i)}
	}
	trial := e.Copy()
	inNamespaceOf(trial, e)
	if msg := edit(trial, text); msg != "" {
		return &EditError{Path: Path(e), Msg: msg}
	}
	if Text(trial) != text {
		return &EditError{Path: Path(e), Msg: "a line or page ends within the part to be changed"}
	}
	edit(e, text)
	return nil
}

// inNamespaceOf declares the prefix of e on a copy that stands apart.
func inNamespaceOf(c, e *etree.Element) {
	if c.Space != "" {
		c.CreateAttr("xmlns:"+c.Space, Namespace)
	} else if _, ok := LookupAttr(c, "xmlns"); !ok && Local(e) != "" {
		c.CreateAttr("xmlns", Namespace)
	}
}

// segment is a piece of the text of an element: a token, or the space that a
// line or page end counts as (token is nil).
type segment struct {
	token *etree.CharData
	text  string
	start int // in the text of the element
}

// segments returns the pieces that make up Text(e).
func segments(e *etree.Element) []segment {
	r := textReader{walker: newWalker(e), skipNotes: true, record: true}
	r.read(e)
	return r.segments
}

// edit changes what differs between the text of e and the new text. It says
// why where it must not.
func edit(e *etree.Element, text string) string {
	old := Text(e)
	from, to := difference(old, text)
	inserted := text[from : len(text)-(len(old)-to)]
	if from == to && inserted == "" {
		return ""
	}
	segs := segments(e)
	touched := touchedBy(segs, from, to)
	if msg := mayTouch(segs, touched, from, to); msg != "" {
		return msg
	}
	if len(touched) == 0 {
		insertAt(e, segs, from, inserted)
		return ""
	}
	for i, s := range touched {
		cut(e, s, from, to, inserted, i == 0)
	}
	return ""
}

// difference returns the part [from, to) of old that text has something else
// for, whole characters.
func difference(old, text string) (from, to int) {
	most := min(len(old), len(text))
	for from < most && old[from] == text[from] {
		from++
	}
	for from > 0 && from < len(old) && !utf8.RuneStart(old[from]) || from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from--
	}
	to = len(old)
	for end := len(text); to > from && end > from && old[to-1] == text[end-1]; end-- {
		to--
	}
	for to < len(old) && !utf8.RuneStart(old[to]) {
		to++
	}
	return from, to
}

// touchedBy returns the tokens that have text in [from, to), or, where that is
// empty, the token that an insertion goes to: one that is not in a reference
// or date, if there is a choice.
func touchedBy(segs []segment, from, to int) []segment {
	var touched, beside []segment
	for _, s := range segs {
		end := s.start + len(s.text)
		switch {
		case s.token == nil:
		case s.start < to && end > from:
			touched = append(touched, s)
		case from == to && s.start <= from && end >= from:
			beside = append(beside, s)
		}
	}
	if len(touched) > 0 || len(beside) == 0 {
		return touched
	}
	for _, s := range beside {
		if !inFixed(s.token) {
			return []segment{s}
		}
	}
	if from > beside[0].start && from < beside[0].start+len(beside[0].text) {
		return beside[:1] // within a reference: refused later
	}
	return nil
}

// fixed elements say in attributes what their text says.
var fixed = nameSet("ref rref date docDate docNumber a")

func inFixed(t etree.Token) bool { return fixedAround(t.Parent()) != nil }

func fixedAround(e *etree.Element) *etree.Element {
	for ; e != nil; e = e.Parent() {
		if fixed[e.Tag] && Local(e) != "" {
			return e
		}
		if Is(e, "p", "heading") {
			return nil
		}
	}
	return nil
}

// mayTouch refuses changes to a part of a fixed element.
func mayTouch(segs, touched []segment, from, to int) string {
	for _, s := range touched {
		f := fixedAround(s.token.Parent())
		if f == nil {
			continue
		}
		start, end := extent(f, segs)
		if from > start || to < end || from == to {
			return fmt.Sprintf("the change touches a part of %s %q; change or remove the whole of it", f.Tag, clip(Text(f)))
		}
	}
	return ""
}

// extent returns where the text of x stands among the segments.
func extent(x *etree.Element, segs []segment) (start, end int) {
	start = -1
	for _, s := range segs {
		if s.token != nil && within(s.token.Parent(), x) {
			if start < 0 {
				start = s.start
			}
			end = s.start + len(s.text)
		}
	}
	return start, end
}

func within(e, x *etree.Element) bool {
	for ; e != nil; e = e.Parent() {
		if e == x {
			return true
		}
	}
	return false
}

// cut takes [from, to) out of a token; the first of them gets what is new. An
// element that is left empty goes; its notes and page ends stay.
func cut(e *etree.Element, s segment, from, to int, inserted string, first bool) {
	start, end := max(from-s.start, 0), min(to-s.start, len(s.text))
	if start > end {
		start = end
	}
	f := fixedAround(s.token.Parent())
	if !first {
		inserted = ""
	}
	if f != nil && within(f, e) && f != e {
		insertBefore(f, inserted)
		inserted = ""
	}
	left := s.text[:start] + inserted + s.text[end:]
	if left != "" {
		s.token.SetData(left)
		return
	}
	parent := s.token.Parent()
	s.token.Remove()
	for x := parent; x != nil && x != e && Text(x) == ""; {
		up := x.Parent()
		unwrap(x)
		x = up
	}
}

// insertBefore puts text before an element.
func insertBefore(x *etree.Element, text string) {
	if text == "" {
		return
	}
	x.Parent().InsertChildAt(x.Index(), etree.NewText(text))
}

// unwrap puts the children of x where x is.
func unwrap(x *etree.Element) {
	parent, at := x.Parent(), x.Index()
	children := append([]etree.Token(nil), x.Child...)
	parent.RemoveChildAt(at)
	for i, c := range children {
		parent.InsertChildAt(at+i, c)
	}
}

// insertAt puts text where no token is to take it: between two references, or
// into an empty element.
func insertAt(e *etree.Element, segs []segment, at int, text string) {
	for _, s := range segs {
		if s.token == nil || s.start < at {
			continue
		}
		if f := fixedAround(s.token.Parent()); f != nil && f != e {
			insertBefore(f, text)
			return
		}
	}
	e.AddChild(etree.NewText(text))
}
