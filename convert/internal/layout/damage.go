package layout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/source"
)

// What is missing or damaged in the source is left as it is, and remarked.

// remarkPages remarks on pages that are missing or out of order, by the numbers that they print.
func (r *Resolution) remarkPages() {
	var before *source.Page
	for _, p := range r.Source.Pages {
		if p.Number == 0 {
			continue
		}
		if before != nil && p.Number != before.Number+1 {
			r.remark(PagesMissing, p.Start, fmt.Sprintf("page %d of %d follows page %d", p.Number, p.Of, before.Number))
		}
		before = p
	}
	if before != nil && before.Number < before.Of && before == r.Source.Pages[len(r.Source.Pages)-1] {
		r.remark(PagesMissing, before.Start, fmt.Sprintf("the last page is page %d of %d", before.Number, before.Of))
	}
}

// remarkCharacters remarks on the characters that are left over from another encoding.
func (r *Resolution) remarkCharacters() {
	first, count := -1, 0
	for i, c := range r.Source.Src {
		if c >= 0x80 && c < 0xa0 && c != 0x85 || c == utf8.RuneError {
			if count++; first < 0 {
				first = i
			}
		}
	}
	if count > 0 {
		c, _ := utf8.DecodeRuneInString(r.Source.Src[first:])
		r.remark(DamagedText, first, fmt.Sprintf("%d characters are left over from another encoding, the first is %U", count, c))
	}
}

// remarkEnds remarks on a resolution that breaks off, and on numbers and letters without a text.
func (r *Resolution) remarkEnds() {
	for _, part := range append([]*Resolution{r}, r.Letters...) {
		part.remarkEmpty(part.Body, r)
		for _, a := range part.Annexes {
			part.remarkEmpty(a.Body, r)
		}
		if n := len(part.Recitals); n > 0 && len(part.Body) == 0 && part.Formula != nil {
			r.remark(BreaksOff, part.Recitals[n-1].Text.Start(), "the text breaks off in the preamble: no paragraph follows it")
		}
	}
	if t := lastText(r.Body); t != nil && !endsInStop(t.Flat.Text) && r.Formula != nil && len(r.Annexes) == 0 && len(r.Closing) == 0 {
		r.remark(BreaksOff, t.Start(), "the last paragraph does not end with a stop")
	}
}

// lastText is the text with which the last paragraph ends, nil where the nodes end in anything else.
func lastText(nodes []*Node) *Text {
	if len(nodes) == 0 {
		return nil
	}
	last := nodes[len(nodes)-1]
	switch {
	case len(last.Nodes) > 0:
		return lastText(last.Nodes)
	case last.Kind != Paragraph || len(last.More)+len(last.Wrap) > 0:
		return nil
	case len(last.Items) > 0:
		return lastItemText(last.Items)
	}
	return last.Text
}

func lastItemText(items []*Item) *Text {
	last := items[len(items)-1]
	switch {
	case len(last.More)+len(last.Wrap) > 0:
		return nil
	case len(last.Items) > 0:
		return lastItemText(last.Items)
	}
	return last.Text
}

// remarkEmpty remarks on paragraphs and items that have a number or letter and no text.
func (r *Resolution) remarkEmpty(nodes []*Node, to *Resolution) {
	for _, n := range nodes {
		if n.Kind == Paragraph && n.Label != nil && len(n.Items)+len(n.More)+len(n.Wrap) == 0 && isEmpty(n.Text) {
			to.remark(NoText, n.Label.Printed.Start(), "no text follows the number "+n.Label.Text)
		}
		remarkEmptyItems(n.Items, to)
		r.remarkEmpty(n.Nodes, to)
	}
}

func remarkEmptyItems(items []*Item, to *Resolution) {
	for _, i := range items {
		if len(i.Items)+len(i.More)+len(i.Wrap) == 0 && isEmpty(i.Text) {
			to.remark(NoText, i.Label.Printed.Start(), "no text follows the label "+i.Label.Text)
		}
		remarkEmptyItems(i.Items, to)
	}
}

func isEmpty(t *Text) bool { return t == nil || strings.TrimSpace(t.Flat.Text) == "" }
