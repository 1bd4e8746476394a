package akn

import "github.com/beevik/etree"

// Elements, texts and attributes are allocated many at a time: most of what
// parsing costs is making them.
const slabSize = 64

type slabs struct {
	elements []etree.Element
	texts    []etree.CharData
	attrs    []etree.Attr
}

func (s *slabs) newElement() *etree.Element {
	if len(s.elements) == 0 {
		s.elements = make([]etree.Element, slabSize)
	}
	e := &s.elements[0]
	s.elements = s.elements[1:]
	return e
}

func (s *slabs) newText() *etree.CharData {
	if len(s.texts) == 0 {
		s.texts = make([]etree.CharData, slabSize)
	}
	c := &s.texts[0]
	s.texts = s.texts[1:]
	return c
}

// newAttrs returns an empty list with room for n attributes, and none for
// those of another element.
func (s *slabs) newAttrs(n int) []etree.Attr {
	if len(s.attrs) < n {
		s.attrs = make([]etree.Attr, max(n, slabSize))
	}
	list := s.attrs[:0:n]
	s.attrs = s.attrs[n:]
	return list
}
