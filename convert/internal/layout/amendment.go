package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

// An amendment to a draft is a list of instructions, with numbers where there are several. What one inserts or replaces
// stands between quotation marks in it or, where that is a paragraph or more, below it after a colon.

// draftsAmendment reports whether the text is the line of the sponsors of an amendment.
func (r *Resolution) draftsAmendment(text string) bool {
	line, ok := r.known(text)
	return ok && line.Slot == lexicon.DraftResolution && draftClass(line.Value) == "amendment"
}

// amends reports whether the text is a list of amendments.
func (r *Resolution) amends() bool {
	f := r.field(Sponsors)
	return f != nil && draftClass(f.Line.Value) == "amendment"
}

// instruction takes an instruction without a number.
func (b *body) instruction() bool {
	if t := b.peek(0); t.Cell || !b.amends() || !b.Words.Amends(t.Flat.Text) {
		return false
	}
	b.paragraph(nil, b.take())
	return true
}

// instructions finds the instructions among the paragraphs of an amendment, and what they insert or delete below a colon.
func (s *sorter) instructions() {
	if !s.amends() {
		return
	}
	for _, n := range s.Body {
		if n.Text == nil || n.Text.Table != nil || !s.Words.Amends(n.Text.Flat.Text) {
			continue
		}
		n.Kind = Instruction
		if len(n.More) > 0 && endsInColon(n.Text) {
			s.insertion(n)
		}
	}
}

// insertion makes recitals and paragraphs of the texts below an instruction. The items are the last one's.
func (s *sorter) insertion(n *Node) {
	for _, t := range n.More {
		n.Nodes = append(n.Nodes, s.inserted(t))
	}
	last := n.Nodes[len(n.Nodes)-1]
	last.Items, last.Wrap = n.Items, n.Wrap
	n.More, n.Items, n.Wrap = nil, nil, nil
}

// inserted is a paragraph where the text has a number or opens as paragraphs alone do, or a recital.
func (s *sorter) inserted(t *Text) *Node {
	if t.Table != nil {
		return &Node{Kind: Plain, Text: t}
	}
	if l, ok := s.paragraphLabel(t); ok {
		return &Node{Kind: Paragraph, Label: s.cutLabel(t, l), Text: t}
	}
	_, operative := s.Words.Operative(t.Flat.Text)
	_, recital := s.Words.Recital(t.Flat.Text)
	switch {
	case recital && (!operative || ending(t.Flat.Text) == comma):
		return &Node{Kind: Preambular, Text: t}
	case operative:
		return &Node{Kind: Paragraph, Text: t}
	}
	return &Node{Kind: Plain, Text: t}
}
