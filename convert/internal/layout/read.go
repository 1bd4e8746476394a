package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Options are what the caller knows better than the text.
type Options struct {
	// Lang is the language's ISO 639-2/T code; empty to find it.
	Lang string
	// Symbol is the document's symbol; zero to take the printed one.
	Symbol akn.Symbol
}

// neutral is the language whose labels and punctuation serve a text in none of the six.
const neutral = "eng"

// Read finds the parts of the resolution in a text.
func Read(src *source.Document, opts Options) *Resolution {
	r := &Resolution{Source: src, JobNumber: src.JobNumber, given: opts.Symbol}
	r.findLanguage(opts.Lang)
	r.signNotes()
	texts := r.endNotes(r.texts())
	r.matchNotes(texts)
	r.closeLastPage(texts)
	for _, t := range texts {
		r.flatten(t)
	}
	for _, n := range r.Notes {
		r.flatten(n.Text)
	}
	r.findNumbering(texts)
	r.findOrgan(texts)
	r.sort(r.reorder(r.split(r.findLettered(texts))))
	r.remarkPages()
	r.remarkCharacters()
	r.remarkEnds()
	return r
}

func (r *Resolution) findLanguage(given string) {
	found, reason := lexicon.Detect(r.Source.Src)
	r.Lang, r.Reason = found, reason
	switch {
	case given != "" && found != "" && given != found:
		r.remark(LanguageDoubt, 0, "the language is given as "+given+", but the text looks like "+found+" ("+reason+")")
		fallthrough
	case given != "":
		r.Lang, r.Reason = given, "given"
	case found == "":
		r.Lang = "und"
		if strings.TrimSpace(r.Source.Src) != "" {
			r.remark(LanguageUnknown, 0, "the language is none of the six or could not be found")
		}
	}
	if r.Words = lexicon.For(r.Lang); r.Words == nil {
		r.Words = lexicon.For(neutral)
	}
}

// texts makes a text of each block and a note of each printed one.
func (r *Resolution) texts() []*Text {
	var texts []*Text
	opening := 0
	for i, page := range r.Source.Pages {
		for _, b := range page.Blocks {
			if b.Table != nil {
				texts = r.addTable(texts, b)
				continue
			}
			texts = append(texts, &Text{Lines: b.Lines, Page: i, LastPage: i, Cell: b.Cell})
		}
		for _, n := range page.Notes {
			if n.Printed.Len() == 0 {
				continue // the tail of a note on the page before
			}
			r.Notes = append(r.Notes, &Note{Note: n, Text: noteText(n)})
		}
		if i == len(r.Source.Pages)-1 && !r.endsPage(page) {
			break
		}
		if len(texts) == 0 {
			opening++
			continue
		}
		last := texts[len(texts)-1]
		last.Lines[len(last.Lines)-1].Pages++
		last.LastPage = i + 1
	}
	r.Opening = opening
	return texts
}

// endsPage reports whether the last page is closed by a page end of its own, or has furniture to keep.
func (r *Resolution) endsPage(p *source.Page) bool {
	return strings.Contains(r.Source.Src[p.Start:p.End], "\f") || len(p.Furniture) > 0
}

// closeLastPage ends the last page where its notes are not printed as the dialect implies: not in the order in which they
// are called or, in a printed document, without a rule. Only a page end can say so.
func (r *Resolution) closeLastPage(texts []*Text) {
	last := len(r.Source.Pages) - 1
	if len(texts) == 0 || r.endsPage(r.Source.Pages[last]) {
		return
	}
	printed := slices.DeleteFunc(slices.Clone(r.Notes), func(n *Note) bool { return n.Page != last })
	if slices.IsSortedFunc(printed, CompareCalls) && (len(printed) == 0 || !r.Source.Dialect.Paged()) {
		return
	}
	t := texts[len(texts)-1]
	t.Lines[len(t.Lines)-1].Pages++
	t.LastPage++
}

// CompareCalls orders notes as a page prints them: signs before numbers, then in the order in which they are called.
func CompareCalls(a, b *Note) int {
	return cmp.Or(source.CompareMarkers(a.Marker, b.Marker), cmp.Compare(a.At, b.At))
}

// noteText is the text of a note with its tails on the next pages.
func noteText(n *source.Note) *Text {
	t := &Text{Lines: append([]source.Line(nil), n.Lines...), Page: n.Page, LastPage: n.Page}
	for tail := n.Tail; tail != nil; tail = tail.Tail {
		t.Lines[len(t.Lines)-1].Pages = 1
		t.Lines = append(t.Lines, tail.Lines...)
		t.LastPage++
	}
	return t
}

// flatten reads the inline marks of the text.
func (r *Resolution) flatten(t *Text) {
	if t.Table != nil {
		r.flattenTable(t)
		return
	}
	calls := make([]inline.CallSpan, len(t.Calls))
	for i, c := range t.Calls {
		calls[i] = c.CallSpan
	}
	t.Flat = inline.Flatten(r.Source.Src, t.Lines, calls, r.Source.Dialect)
}

// sub is the part of the text from the line with the given index up to the one before end.
func (r *Resolution) sub(t *Text, from, end int) *Text {
	part := &Text{Lines: t.Lines[from:end:end], Cell: t.Cell, Page: t.Page}
	for _, l := range t.Lines[:from] {
		part.Page += l.Pages
	}
	part.LastPage = part.Page
	for _, l := range part.Lines {
		part.LastPage += l.Pages
	}
	for _, c := range t.Calls {
		if c.Start >= part.Start() && (c.Start < part.End() || c.Start == part.End() && c.Len() == 0) {
			part.Calls = append(part.Calls, c)
		}
	}
	r.flatten(part)
	return part
}

// cutLabel takes the label from the start of the text.
func (r *Resolution) cutLabel(t *Text, l lexicon.Label) *Label {
	first := t.Lines[0]
	end := min(t.Flat.Source(l.Len), first.End)
	if next := t.Flat.Text[l.Len:]; next != "" && layer.GapEnd(next, 0) == 0 { // a mark that follows opens the text
		_, size := utf8.DecodeLastRuneInString(t.Flat.Text[:l.Len])
		end = min(t.Flat.Source(l.Len-size)+size, end)
	}
	if len(t.Lines) == 1 && strings.TrimSpace(t.Flat.Text[l.Len:]) == "" {
		end = first.End // with a note that the label calls
	}
	printed := &Text{Lines: []source.Line{first}, Page: t.Page, LastPage: t.Page, Cell: t.Cell}
	printed.Lines[0].End = end
	rest := append([]source.Line(nil), t.Lines...)
	text := strings.TrimLeft(r.Source.Src[end:first.End], " \t")
	rest[0].Start = first.End - len(text)
	if text == "" { // the page ends after the line are the label's
		printed.LastPage += first.Pages
		t.Page = printed.LastPage
		if rest[0].Pages = 0; len(rest) > 1 {
			rest = rest[1:]
		}
	} else {
		printed.Lines[0].Pages, printed.Lines[0].Cut = 0, false
	}
	t.Lines = rest
	for len(t.Calls) > 0 && t.Calls[0].Start < end {
		printed.Calls, t.Calls = append(printed.Calls, t.Calls[0]), t.Calls[1:]
	}
	r.flatten(printed)
	r.flatten(t)
	return &Label{Label: l, Printed: printed}
}
