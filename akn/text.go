package akn

import (
	"strings"

	"github.com/beevik/etree"
)

// Text returns the character data in e: without that of notes and of meta
// (unless e is in one itself), and with a space for each line or page end
// (eol, eop), and before each cell of a table, that has no white space beside
// it.
func Text(e *etree.Element) string { return textOf(e, true) }

// TextWithNotes is [Text] with the text of notes, each where it is called.
func TextWithNotes(e *etree.Element) string { return textOf(e, false) }

func textOf(e *etree.Element, skipNotes bool) string {
	if e == nil {
		return ""
	}
	r := textReader{walker: newWalker(e), skipNotes: skipNotes}
	r.read(e)
	return r.b.String()
}

// textReader gathers character data. It goes through tokens, so that it keeps a
// walker's stack but not its loop.
type textReader struct {
	*walker
	skipNotes bool
	skip      *etree.Element // left out, too
	b         strings.Builder
	pending   bool // a line or page end came last

	record   bool // keep the segments
	segments []segment
}

func (r *textReader) read(e *etree.Element) {
	r.push(e)
	for len(r.stack) > 0 {
		top := &r.stack[len(r.stack)-1]
		if top.next == len(top.e.Child) {
			r.leave()
			continue
		}
		t := top.e.Child[top.next]
		top.next++
		switch t := t.(type) {
		case *etree.CharData:
			r.write(t)
		case *etree.Element:
			r.element(t)
		}
	}
}

func (r *textReader) push(e *etree.Element) {
	r.stack = append(r.stack, frame{e: e, mark: r.scope.enter(e)})
}

func (r *textReader) element(e *etree.Element) {
	r.push(e)
	if e == r.skip {
		r.leave()
		return
	}
	switch r.scope.local(e) {
	case "authorialNote":
		if r.skipNotes {
			r.leave()
		}
	case "meta":
		r.leave()
	case "eol", "eop":
		r.lineEnd(e)
		r.leave()
	case "td", "th":
		r.pending = true
	}
}

// lineEnd notes a line or page end. One with breakAt cuts the word after it
// and is no space.
func (r *textReader) lineEnd(e *etree.Element) {
	if Attr(e, "breakAt") == "" {
		r.pending = true
	}
}

func (r *textReader) write(t *etree.CharData) {
	s := t.Data
	if s == "" {
		return
	}
	if r.pending {
		if !isSpace(s[0]) && !r.endsInSpace() {
			r.keep(nil, " ")
			r.b.WriteByte(' ')
		}
		r.pending = false
	}
	r.keep(t, s)
	r.b.WriteString(s)
}

func (r *textReader) keep(t *etree.CharData, s string) {
	if r.record {
		r.segments = append(r.segments, segment{token: t, text: s, start: r.b.Len()})
	}
}

func (r *textReader) endsInSpace() bool {
	s := r.b.String()
	return s == "" || isSpace(s[len(s)-1])
}
