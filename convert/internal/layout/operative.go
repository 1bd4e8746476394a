package layout

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// operative takes the body: paragraphs, sections and what stands between them, up to the annexes.
func (s *sorter) operative() {
	b := &body{sorter: s, nodes: &s.Body}
	for s.next < len(s.texts) && !s.isAnnex(s.peek(0)) && !s.closing() && !b.annexBegins() {
		b.step()
	}
}

// operativeItems makes a paragraph without words of its own of the items that the last recital has announced by a colon,
// where they open as paragraphs do and there is no other: a short decision has one sentence, whose verbs are items. Verbs
// that have one form are a decision's of which the recital tells, too; then the paragraphs follow.
func (s *sorter) operativeItems() {
	last := s.lastRecital()
	if len(s.Body) > 0 || last == nil || len(last.Items) == 0 || len(last.More) > 0 || !endsInColon(last.Text) || !s.operate(last.Items) {
		return
	}
	s.Body = []*Node{{Kind: Paragraph, Text: s.nothingBefore(last.Items[0].Label.Printed), Items: last.Items, Wrap: last.Wrap}}
	last.Items, last.Wrap = nil, nil
}

// operate reports whether all items open as operative paragraphs do, and none as recitals.
func (s *sorter) operate(items []*Item) bool {
	return !slices.ContainsFunc(items, func(i *Item) bool {
		_, operative := s.Words.Operative(i.Text.Flat.Text)
		_, recital := s.Words.Recital(i.Text.Flat.Text)
		return !operative || recital || i.Label == nil
	})
}

// A body reads the nodes of a body: the operative part, or that of an annex.
type body struct {
	*sorter
	nodes    *[]*Node
	sections []*Node // that are open, the innermost last
	last     *Node   // the last paragraph, nil after a heading
	lists    *lists
	number   int  // of the last numbered paragraph
	headed   bool // a heading follows it
}

// step takes the next text. Recognisers are tried in order of precedence.
func (b *body) step() {
	for _, recognise := range []func(*body) bool{
		(*body).table,
		(*body).group,
		(*body).item,
		(*body).quotedAfterColon,
		(*body).numbered,
		(*body).instruction,
		(*body).unsigned,
		(*body).inset,
		(*body).heading,
		(*body).continuation,
		(*body).unnumbered,
	} {
		if recognise(b) {
			return
		}
	}
	t := b.take()
	b.add(&Node{Kind: Plain, Text: t})
	b.last = nil
}

func (b *body) add(n *Node) {
	nodes := b.nodes
	if len(b.sections) > 0 {
		nodes = &b.sections[len(b.sections)-1].Nodes
	}
	*nodes = append(*nodes, n)
}

// numbered takes a numbered paragraph.
func (b *body) numbered() bool {
	t := b.peek(0)
	l, ok := b.paragraphLabel(t)
	if !ok {
		l, ok = b.dueLabel(t)
	}
	if !ok || b.number > 0 && !b.plausible(l) {
		return false
	}
	if b.quotes(l) {
		b.take()
		b.lists.append(b.Resolution, b.lists.begin(l), t, l)
		return true
	}
	n, err := strconv.Atoi(l.Value)
	if err != nil {
		n = l.Ordinal
	}
	switch {
	case n != b.number+1 && n != 1:
		b.remark(NumberBreaks, t.Start(), "paragraph "+l.Text+" does not follow the one before it")
	case n == 1 && b.number > 0 && !b.headed:
		b.remark(NumberBreaks, t.Start(), "the numbers begin again, and no heading says why")
	}
	b.number, b.headed = n, false
	b.take()
	b.paragraph(b.cutLabel(t, l), t)
	return true
}

// plausible reports whether the number can be a paragraph's: not far from the last one, or the first of a new part.
func (b *body) plausible(l lexicon.Label) bool {
	const gap = 20
	return l.Ordinal == 1 || l.Ordinal > b.number-gap && l.Ordinal <= b.number+gap
}

func (b *body) paragraph(label *Label, t *Text) {
	b.last = &Node{Kind: Paragraph, Label: label, Text: t}
	b.lists = newLists(&b.last.Items)
	b.add(b.last)
	if inner, ok := b.labelBehind(t); ok && label != nil {
		b.last.Text = b.nothingBefore(t)
		b.lists.push(b.Resolution, t, inner)
	}
}

// item takes a sub-paragraph of the last paragraph.
func (b *body) item() bool {
	t := b.peek(0)
	l, ok := b.itemLabel(t)
	if !ok {
		l, ok = b.numberedItem(t)
	}
	if b.last == nil {
		return false
	}
	last := b.lists.last()
	if ok && b.lacksFirst(l) {
		b.remark(NumberBreaks, t.Start(), "the list begins with item "+l.Text)
		b.lists.push(b.Resolution, t, l)
	} else if !(ok && b.lists.add(b.Resolution, t, l)) && !b.lists.addBare(b.Resolution, t) {
		return false
	}
	if last != nil && len(b.last.Wrap) > 0 { // the list goes on: what stood between belongs to the item before
		last.More, b.last.Wrap = append(last.More, b.last.Wrap...), nil
	}
	b.take()
	return true
}

// lacksFirst reports whether the label is the second of a list whose first item has lost its own: the paragraph has
// announced a list, and the text before the label is printed without one.
func (b *body) lacksFirst(l lexicon.Label) bool {
	return l.Ordinal == 2 && l.Kind == lexicon.Letter && len(b.last.Items) == 0 && len(b.last.More) > 0 && endsInColon(b.last.Text)
}

// numberedItem reads the number of an item whose list is inside another: 1. after an item that ends in a colon, and
// the numbers after it.
func (b *body) numberedItem(t *Text) (lexicon.Label, bool) {
	l, ok := b.paragraphLabel(t)
	if !ok || b.last == nil {
		return lexicon.Label{}, false
	}
	if len(b.last.Items) == 0 {
		return l, b.listed(l)
	}
	if b.lists.innermost(lexicon.Number) {
		return l, b.lists.expects(l)
	}
	last := b.lists.last()
	return l, l.Ordinal == 1 && endsInColon(last.Text) && len(last.Items) == 0
}

// continuation takes a text that goes on with the last paragraph: an inset quotation, what follows its items.
func (b *body) continuation() bool {
	t := b.peek(0)
	if b.last == nil || t.Cell {
		return false
	}
	if len(b.last.Items) == 0 && endsInColon(b.last.Text) && (b.amends() || b.isStatement()) {
		b.last.More = append(b.last.More, b.take()) // what the amendment inserts, or the president says
		return true
	}
	if b.opens(t.Flat.Text) && !b.insideList() {
		return false
	}
	text := t.Flat.Text
	switch {
	case b.beforeSecond(t):
		b.last.More = append(b.last.More, b.take())
	case len(b.last.Items) > 0 && b.isHeading(b.lists.last()) && ending(text) != open:
		item := b.lists.last()
		item.More = append(item.More, b.take())
	case len(b.last.Items) > 0 && (startsInside(text) || b.insideList()):
		b.last.Wrap = append(b.last.Wrap, b.take())
	case len(b.last.Items) == 0 && len(b.last.Wrap) == 0 && quoted(text):
		b.last.More = append(b.last.More, b.take())
	case len(b.last.Items) > 0 && len(b.last.Wrap) == 0 && quoted(text):
		item := b.lists.last()
		item.More = append(item.More, b.take())
	default:
		return false
	}
	return true
}

// beforeSecond reports whether the text is the first item of an announced list, without its label: item (b) follows.
func (b *body) beforeSecond(t *Text) bool {
	if len(b.last.Items) > 0 || len(b.last.More) > 0 || !endsInColon(b.last.Text) || ending(t.Flat.Text) != closed {
		return false
	}
	l, ok := b.itemLabel(b.peek(1))
	return ok && l.Ordinal == 2 && l.Kind == lexicon.Letter
}

// isHeading reports whether the item is a heading for a text of its own.
func (b *body) isHeading(i *Item) bool {
	return ending(i.Text.Flat.Text) == open && len(i.More) == 0 && len(i.Items) == 0
}

// insideList reports whether the text after the next is the next item of a list that is open, or the paragraph with
// the next number: what stands before it and has no label belongs to the list, in the middle or at its end.
func (b *body) insideList() bool {
	next := b.peek(1)
	if len(b.last.Items) == 0 || next == nil {
		return false
	}
	if l, ok := b.itemLabel(next); ok {
		return b.lists.goesOn(l)
	}
	l, ok := b.paragraphLabel(next)
	return ok && b.last.Label != nil && l.Ordinal == b.number+1
}

// quoted reports whether the text begins with an opening quotation mark.
func quoted(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Pi, r) || r == '"' || r == '「' || r == '《' && strings.HasSuffix(text, "》")
}

// unnumbered takes an operative paragraph without a number.
func (b *body) unnumbered() bool {
	if t := b.peek(0); t.Cell || !b.isOperative(t) && !b.tells(t) && !b.introduces(t) && !b.headedAlone(t) {
		return false
	}
	b.paragraph(nil, b.take())
	return true
}

// headedAlone reports whether the text is the paragraph without a number of a section of the operative part, though its
// opening phrase is not known: it is a sentence right below the heading, or below such a paragraph.
func (b *body) headedAlone(t *Text) bool {
	if b.nodes != &b.Body || b.Formula == nil || len(b.sections) == 0 || !startsUpper(t.Flat.Text) || b.Words.Mannered(t.Flat.Text) {
		return false
	}
	above := b.sections[len(b.sections)-1].Nodes
	n := len(above)
	return ending(t.Flat.Text) == closed && !endsInColon(t) && (n == 0 || above[n-1].Kind == Paragraph && above[n-1].Label == nil)
}
