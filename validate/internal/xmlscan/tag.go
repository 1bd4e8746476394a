package xmlscan

import (
	"bytes"
	"unicode/utf8"
)

// startTag reads a start tag or an empty-element tag.
func (s *Scanner) startTag() (Event, error) {
	if s.state == inEpilog {
		return 0, s.fail(Malformed, s.pos, "a second element follows the document element: a document has one")
	}
	b, start := s.buf, s.pos+1
	s.Attrs, s.scratch = s.Attrs[:0], s.scratch[:0]
	i, prefix, err := s.name(start, "an element")
	if err != nil {
		return 0, err
	}
	s.Name.Raw, s.Name.prefix = b[start:i], prefix
	for {
		space := i
		for i < len(b) && classes[b[i]]&classSpace != 0 {
			i++
		}
		if i == len(b) {
			return 0, errShort
		}
		if b[i] == '>' {
			return s.openElement(i+1, false)
		}
		if b[i] == '/' {
			return s.emptyTag(i)
		}
		if i == space {
			return 0, s.afterName(i)
		}
		if i, err = s.attribute(i); err != nil {
			return 0, err
		}
	}
}

func (s *Scanner) emptyTag(i int) (Event, error) {
	if i+1 == len(s.buf) {
		return 0, errShort
	}
	if s.buf[i+1] != '>' {
		return 0, s.fail(Malformed, i, "\"/\" in a tag must be followed by \">\"")
	}
	return s.openElement(i+2, true)
}

// afterName explains what stands where white space should, between the parts of a start tag.
func (s *Scanner) afterName(i int) error {
	if s.buf[i] < 0x20 {
		return s.badChar(i)
	}
	if s.buf[i] >= 0x80 {
		if _, size := decode(s.buf[i:]); size == 0 {
			return errShort
		} else if size < 0 {
			return s.badChar(i)
		}
	}
	if s.buf[i] == '<' {
		return s.fail(Malformed, i, "the tag that begins with %s is not closed by \">\"", quote(s.buf[s.pos:i]))
	}
	if len(s.Attrs) > 0 {
		return s.fail(Malformed, i, "white space is missing before %s", quote(s.buf[i:min(i+1, len(s.buf))]))
	}
	return s.fail(Malformed, i, "%s must not stand in a name", quote(s.character(i)))
}

func (s *Scanner) character(i int) []byte {
	_, size := utf8.DecodeRune(s.buf[i:])
	return s.buf[i : i+size]
}

// name reads a qualified name. prefix is the length of its prefix with the colon.
func (s *Scanner) name(start int, of string) (end, prefix int, err error) {
	b, i := s.buf, start
	part := i // where the prefix or the local part begins
	for i < len(b) {
		c := b[i]
		switch {
		case classes[c]&className != 0:
			if i == part && classes[c]&classNameStart == 0 {
				return 0, 0, s.noName(i, prefix > 0, of)
			}
			for i++; i < len(b) && classes[b[i]]&className != 0; i++ {
			}
		case c == ':':
			if i == part || prefix > 0 {
				return 0, 0, s.fail(Namespaces, i, "a colon in the name of %s must stand once, between prefix and name", of)
			}
			i++
			prefix, part = i-start, i
		case c >= 0x80:
			r, size := decode(b[i:])
			switch {
			case size == 0:
				return 0, 0, s.shortName(start, of)
			case size < 0:
				return 0, 0, s.badChar(i)
			case i == part && !isNameStart(r):
				return 0, 0, s.fail(Malformed, i, "the name of %s must not begin with %q", of, r)
			case !isName(r):
				return 0, 0, s.fail(Malformed, i, "%q must not stand in the name of %s", r, of)
			}
			i += size
		case i == part:
			return 0, 0, s.noName(i, prefix > 0, of)
		case s.limits.AttributeValue > 0 && i-start > s.limits.AttributeValue:
			return 0, 0, s.nameLimit(start, of)
		default:
			return i, prefix, nil
		}
	}
	return 0, 0, s.shortName(start, of)
}

// shortName asks for more input for a name that fills the rest of the window, unless it is too long already.
func (s *Scanner) shortName(start int, of string) error {
	if s.limits.AttributeValue > 0 && len(s.buf)-start > s.limits.AttributeValue {
		return s.nameLimit(start, of)
	}
	return errShort
}

func (s *Scanner) nameLimit(start int, of string) error {
	return s.overLimit(start, "AttributeValue", int64(s.limits.AttributeValue), "the name of "+of+" is too long")
}

// noName explains what stands where a name should begin.
func (s *Scanner) noName(i int, afterColon bool, of string) error {
	c := s.buf[i]
	switch {
	case c < 0x20 && !is(c, classSpace):
		return s.badChar(i)
	case afterColon:
		return s.fail(Namespaces, i, "the name of %s ends with its colon", of)
	case s.buf[s.pos] == '<' && i == s.pos+1:
		return s.fail(Malformed, s.pos, "\"<\" must be written \"&lt;\" where it begins no tag")
	}
	return s.fail(Malformed, i, "the name of %s must not begin with %q", of, c)
}

// attribute reads one attribute or namespace declaration and returns the index behind it.
func (s *Scanner) attribute(start int) (int, error) {
	if s.limits.Attributes > 0 && len(s.Attrs) >= s.limits.Attributes {
		return 0, s.overLimit(start, "Attributes", int64(s.limits.Attributes), "the element "+quote(s.Name.Raw)+" has too many attributes")
	}
	b := s.buf
	i, prefix, err := s.name(start, "an attribute")
	if err != nil {
		return 0, err
	}
	name := b[start:i]
	for i < len(b) && is(b[i], classSpace) {
		i++
	}
	if i == len(b) {
		return 0, errShort
	}
	if b[i] != '=' {
		return 0, s.fail(Malformed, start, "the attribute %s has no value", quote(name))
	}
	for i++; i < len(b) && is(b[i], classSpace); i++ {
	}
	if i == len(b) {
		return 0, errShort
	}
	if b[i] != '"' && b[i] != '\'' {
		return 0, s.fail(Malformed, i, "the value of the attribute %s must stand in quotes", quote(name))
	}
	value, end, err := s.value(i)
	if err != nil {
		return 0, err
	}
	s.Attrs = append(s.Attrs, Attr{
		Name: Name{Raw: name, prefix: prefix}, Value: value,
		NameOffset: s.base + int64(start), ValueOffset: s.base + int64(i+1),
	})
	return end, nil
}

// value reads an attribute value from its opening quote and returns it normalised, and the index behind its end.
func (s *Scanner) value(open int) (value []byte, end int, err error) {
	b, quoteMark, i := s.buf, s.buf[open], open+1
	done := i // what lies before has gone into scratch, once something had to be replaced
	from := len(s.scratch)
	for i < len(b) {
		c := b[i]
		switch {
		case classes[c]&classValue != 0:
			i++
			continue
		case c == quoteMark:
			if s.limits.AttributeValue > 0 && i-open-1 > s.limits.AttributeValue {
				return nil, 0, s.valueLimit(open)
			}
			if done == open+1 {
				return b[done:i], i + 1, nil
			}
			s.scratch = append(s.scratch, b[done:i]...)
			return s.scratch[from:], i + 1, nil
		case c >= 0x80:
			_, size := decode(b[i:])
			if size < 0 {
				return nil, 0, s.badChar(i)
			}
			if size == 0 {
				return nil, 0, s.shortValue(open)
			}
			i += size
			continue
		case c == '"' || c == '\'':
			i++
			continue
		}
		s.scratch = append(s.scratch, b[done:i]...)
		if i, err = s.replace(i); err != nil {
			return nil, 0, err
		}
		done = i
	}
	return nil, 0, s.shortValue(open)
}

// shortValue asks for more input for a value that fills the rest of the window, unless it is too long already.
func (s *Scanner) shortValue(open int) error {
	if s.limits.AttributeValue > 0 && len(s.buf)-open-1 > s.limits.AttributeValue {
		return s.valueLimit(open)
	}
	return errShort
}

func (s *Scanner) valueLimit(open int) error {
	return s.overLimit(open, "AttributeValue", int64(s.limits.AttributeValue), "an attribute value is too long")
}

// replace writes what white space or a reference in an attribute value stands for into scratch, and returns the index
// behind it.
func (s *Scanner) replace(i int) (int, error) {
	switch s.buf[i] {
	case '\t', '\n':
		s.scratch = append(s.scratch, ' ')
		return i + 1, nil
	case '\r':
		if i+1 == len(s.buf) {
			return 0, errShort
		}
		if s.buf[i+1] == '\n' {
			i++
		}
		s.scratch = append(s.scratch, ' ')
		return i + 1, nil
	case '&':
		r, end, err := s.reference(i)
		if err != nil {
			return 0, err
		}
		s.scratch = utf8.AppendRune(s.scratch, r)
		return end, nil
	case '<':
		return 0, s.fail(Malformed, i, "\"<\" must be written \"&lt;\" in an attribute value; perhaps a quote is missing before it")
	}
	return 0, s.badChar(i)
}

// openElement accepts a start tag that ends before an index of the window: it resolves its names and opens the element.
func (s *Scanner) openElement(end int, empty bool) (Event, error) {
	if s.limits.Depth > 0 && len(s.open) >= s.limits.Depth {
		return 0, s.overLimit(s.pos, "Depth", int64(s.limits.Depth), "elements are nested too deep")
	}
	el := element{bindings: len(s.bindings), arena: len(s.arena), prefix: s.Name.prefix}
	el.name = s.keep(s.Name.Raw)
	if err := s.declarations(); err != nil {
		return 0, err
	}
	space, err := s.resolve(s.Name.Prefix(), s.pos+1, true)
	if err != nil {
		return 0, err
	}
	el.space = space
	if err := s.resolveAttributes(); err != nil {
		return 0, err
	}
	s.Name.Space = s.at(space)
	s.open = append(s.open, el)
	s.state, s.empty, s.pos = inContent, empty, end
	return Start, nil
}

// endTag reads an end tag.
func (s *Scanner) endTag() (Event, error) {
	if len(s.open) == 0 {
		return 0, s.fail(Malformed, s.pos, "an end tag stands outside of the document element")
	}
	b, i := s.buf, s.pos+2
	name := s.at(s.open[len(s.open)-1].name)
	if i+len(name) >= len(b) {
		return 0, errShort
	}
	if !bytes.Equal(b[i:i+len(name)], name) || !is(b[i+len(name)], classSpace) && b[i+len(name)] != '>' {
		return 0, s.wrongEndTag(i, name)
	}
	for i += len(name); i < len(b) && is(b[i], classSpace); i++ {
	}
	if i == len(b) {
		return 0, errShort
	}
	if b[i] != '>' {
		return 0, s.fail(Malformed, i, "the end tag </%s> is not closed by \">\"", name)
	}
	s.pos = i + 1
	return s.closeElement(), nil
}

func (s *Scanner) wrongEndTag(i int, want []byte) error {
	end, _, err := s.name(i, "an element")
	if err != nil {
		return err
	}
	return s.fail(Malformed, s.pos, "the end tag </%s> does not match the start tag <%s>", s.buf[i:min(end, i+maxQuoted)], want[:min(len(want), maxQuoted)])
}

// closeElement takes the innermost element away. Its name stays in the arena until the next event.
func (s *Scanner) closeElement() Event {
	top := len(s.open) - 1
	el := s.open[top]
	s.Name = Name{Space: s.at(el.space), Raw: s.at(el.name), prefix: el.prefix}
	s.Attrs = s.Attrs[:0]
	s.open, s.bindings, s.arena = s.open[:top], s.bindings[:el.bindings], s.arena[:el.arena]
	if top == 0 {
		s.state = inEpilog
	}
	return End
}

// Depth is the number of open elements.
func (s *Scanner) Depth() int { return len(s.open) }
