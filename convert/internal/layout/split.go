package layout

// split cuts blocks in which several texts follow each other without a blank line: a line that begins with the
// number or label of a paragraph or item begins a text.
func (r *Resolution) split(texts []*Text) []*Text {
	return texts
}
