package layout

// sort gives each text its part. The parts come in a fixed order; each recogniser takes the texts that belong to
// its part and leaves the others.
func (r *Resolution) sort(texts []*Text) {
	if heads := r.heads(texts); len(heads) > 0 {
		r.sortLettered(texts, heads)
		return
	}
	s := &sorter{Resolution: r, texts: texts}
	s.front()
	s.parts()
	r.classify()
}

// parts takes what follows the front.
func (s *sorter) parts() {
	for _, part := range []func(*sorter){
		(*sorter).formula,
		(*sorter).joinRest,
		(*sorter).groups,
		(*sorter).preamble,
		(*sorter).operative,
		(*sorter).operativeItems,
		(*sorter).annexes,
		(*sorter).lateClosing,
	} {
		part(s)
	}
}

// A sorter goes through the texts.
type sorter struct {
	*Resolution
	texts []*Text
	next  int
	// firstNumbered is the index of the first numbered paragraph, -1 where there is none, 0 before it is looked for.
	firstNumbered int
	// labelled is the index of the first text after some text that has a paragraph's number; it is none before it is looked for.
	labelled int
	// grouped reports that the paragraphs stand in groups, each below its verb.
	grouped bool
	lists   *lists // of the last recital
}

// joinRest puts together the texts after the front that page ends have cut apart.
func (s *sorter) joinRest() {
	s.texts, s.next = s.join(s.texts[s.next:]), 0
}

// peek is the text n places ahead, nil where there is none.
func (s *sorter) peek(n int) *Text {
	if i := s.next + n; i < len(s.texts) {
		return s.texts[i]
	}
	return nil
}

func (s *sorter) take() *Text {
	s.next++
	return s.texts[s.next-1]
}
