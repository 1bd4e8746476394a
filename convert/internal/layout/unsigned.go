package layout

// leastUnsigned is how many texts without labels make a list: fewer may be a quotation, or what goes on.
const leastUnsigned = 3

// unsigned takes the items of a list that has lost its signs: the texts between a numbered paragraph that ends in a colon
// and the paragraph with the next number. The last of them is no item where a word joins it to the paragraph.
func (b *body) unsigned() bool {
	if b.last == nil || b.last.Label == nil || len(b.last.Items)+len(b.last.More) > 0 || !endsInColon(b.last.Text) {
		return false
	}
	n := b.unsignedAhead()
	if n < leastUnsigned {
		return false
	}
	for i := range n {
		t := b.take()
		if i == n-1 && b.Words.Joins(t.Flat.Text) {
			b.last.Wrap = append(b.last.Wrap, t)
			continue
		}
		b.lists.unsigned(t)
	}
	return true
}

// unsigned adds an item without a label to the only list.
func (ls *lists) unsigned(t *Text) {
	if len(ls.open) == 0 {
		ls.open = []*level{{items: ls.root, kind: bullet}}
	}
	*ls.root = append(*ls.root, &Item{Text: t})
}

// unsignedAhead is how many texts without labels, none of them a heading, stand before the paragraph with the next number.
func (b *body) unsignedAhead() int {
	for n := 0; ; n++ {
		t := b.peek(n)
		if t == nil || t.Cell {
			return 0
		}
		if l, ok := b.label(t); ok {
			_, number := b.paragraphLabel(t)
			if number && l.Ordinal == b.number+1 {
				return n
			}
			return 0
		}
		if ending(t.Flat.Text) == open || endsInColon(t) || b.slotOf(t) != 0 {
			return 0
		}
	}
}
