package xmlscan

import (
	"bytes"
	"unicode/utf8"
)

// text reads character data up to the next markup, reference, CR or end of the window. The current byte is not "<".
func (s *Scanner) text() error {
	for {
		done, err := s.tryText()
		if done || err != nil {
			return err
		}
		if !s.more() && s.readErr != nil {
			return s.readError()
		}
	}
}

// tryText is text on the window as it is. It is not done where the first character needs more input. What comes before an
// error is a piece of its own, so that the events do not depend on the reader.
func (s *Scanner) tryText() (done bool, err error) {
	b, start := s.buf, s.pos
	s.Offset, s.FromCDATA = s.base+int64(start), false
	i := whiteEnd(b, start)
	if i == len(b) || b[i] == '<' {
		return s.piece(start, i, i > start), nil
	}
	white := i
	for i < len(b) {
		c := b[i]
		if classes[c]&classText != 0 {
			i++
			continue
		}
		if c >= 0x80 {
			_, size := decode(b[i:])
			if size > 0 {
				i += size
				continue
			}
			if i > start || size == 0 && !s.eof {
				break
			}
			return true, s.badChar(i)
		}
		if c == ']' {
			if i+2 < len(b) || s.eof {
				if bytes.HasPrefix(b[i:], cdataEnd) {
					if i > start {
						break
					}
					return true, s.fail(Malformed, i, "\"]]>\" must not stand in text: write \"]]&gt;\"")
				}
				i++
				continue
			}
			break
		}
		if c == '<' || i > start {
			break
		}
		return s.special(c)
	}
	return s.piece(start, i, i == white), nil
}

var (
	cdataStart = []byte("<![CDATA[")
	cdataEnd   = []byte("]]>")
)

// whiteEnd skips white space that needs no normalisation.
func whiteEnd(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t') {
		i++
	}
	return i
}

// piece gives a part of the window as Text, if there is any.
func (s *Scanner) piece(start, end int, white bool) bool {
	s.Text, s.White, s.pos = s.buf[start:end], white, end
	return end > start
}

// special gives what a single byte of character data stands for that does not stand for itself.
func (s *Scanner) special(c byte) (done bool, err error) {
	switch c {
	case '\r':
		return s.lineEnd(), nil
	case '&':
		return s.referenceText()
	}
	return true, s.badChar(s.pos)
}

var newline = []byte("\n")

// lineEnd gives CR and CR LF as LF (XML 1.0, section 2.11).
func (s *Scanner) lineEnd() bool {
	if s.pos+1 == len(s.buf) && !s.eof {
		return false
	}
	s.pos++
	if s.pos < len(s.buf) && s.buf[s.pos] == '\n' {
		s.pos++
	}
	s.Text, s.White = newline, true
	return true
}

func (s *Scanner) referenceText() (done bool, err error) {
	r, end, err := s.reference(s.pos)
	if err == errShort { //nolint:errorlint // internal, never wrapped
		if s.eof {
			return true, s.ended()
		}
		return false, nil
	}
	if err != nil {
		return true, err
	}
	s.pos = end
	s.scratch = utf8.AppendRune(s.scratch[:0], r)
	s.Text, s.White = s.scratch, r < 0x80 && is(byte(r), classSpace)
	return true, nil
}

// reference reads the reference at an index of the window and returns its character and the index behind it.
func (s *Scanner) reference(at int) (r rune, end int, err error) {
	b, i := s.buf, at+1
	if i < len(b) && b[i] == '#' {
		return s.charReference(at)
	}
	for i < len(b) && (is(b[i], className) || b[i] >= 0x80 || b[i] == ':') {
		i++
	}
	if i == len(b) {
		return 0, 0, errShort
	}
	if b[i] != ';' || i == at+1 {
		return 0, 0, s.fail(Malformed, at, "\"&\" must be written \"&amp;\" where it begins no reference")
	}
	switch string(b[at+1 : i]) {
	case "amp":
		r = '&'
	case "lt":
		r = '<'
	case "gt":
		r = '>'
	case "apos":
		r = '\''
	case "quot":
		r = '"'
	default:
		return 0, 0, s.fail(Malformed, at, "the entity %s is not declared: without a DOCTYPE there are amp, lt, gt, apos and quot", quote(b[at:i+1]))
	}
	return r, i + 1, nil
}

func (s *Scanner) charReference(at int) (r rune, end int, err error) {
	b, i, radix := s.buf, at+2, rune(10)
	if i < len(b) && b[i] == 'x' {
		i, radix = i+1, 16
	}
	first := i
	for ; i < len(b); i++ {
		d := digit(b[i])
		if d >= radix {
			break
		}
		r = min(r*radix+d, 0x110000) // beyond Unicode is beyond Unicode
	}
	if i == len(b) {
		return 0, 0, errShort
	}
	if b[i] != ';' || i == first {
		return 0, 0, s.fail(Malformed, at, "the character reference %s is not complete", quote(b[at:min(i+1, len(b))]))
	}
	if !isChar(r) {
		return 0, 0, s.fail(Malformed, at, "the reference %s is to a character that is not allowed in XML", quote(b[at:i+1]))
	}
	return r, i + 1, nil
}

// noDigit is larger than any radix.
const noDigit = 99

func digit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	}
	return noDigit
}

// cdataText reads on in a CDATA section. found is false where the section has ended and has given a Text before, or
// where more input was needed.
func (s *Scanner) cdataText() (found bool, err error) {
	b, start := s.buf, s.pos
	s.Offset, s.FromCDATA = s.base+int64(start), true
	i := whiteEnd(b, start)
	white := i
	for i < len(b) {
		c := b[i]
		switch {
		case c == ']':
			if bytes.HasPrefix(b[i:], cdataEnd) {
				return s.endCDATA(start, i, i == white), nil
			}
			if i+2 >= len(b) {
				return s.cdataPiece(start, i, i == white)
			}
			i++
		case classes[c]&classText != 0 || c == '<' || c == '&':
			i++
		case c >= 0x80:
			_, size := decode(b[i:])
			if size < 0 && i == start {
				return true, s.badChar(i)
			}
			if size <= 0 {
				return s.cdataPiece(start, i, i == white)
			}
			i += size
		case c == '\r' && i == start:
			if s.lineEnd() {
				s.seen = true
				return true, nil
			}
			return s.cdataPiece(start, i, true)
		case i > start: // what comes before a line end, or before an error, is a piece of its own
			return s.cdataPiece(start, i, i == white)
		default:
			return true, s.badChar(i)
		}
	}
	return s.cdataPiece(start, i, i == white)
}

// cdataPiece gives what there is so far; where that is nothing, it reads more.
func (s *Scanner) cdataPiece(start, end int, white bool) (bool, error) {
	if s.piece(start, end, white) {
		s.seen = true
		return true, nil
	}
	if !s.more() {
		if s.pos < len(s.buf) && s.buf[s.pos] >= 0x80 {
			return true, s.badChar(s.pos)
		}
		return true, s.ended()
	}
	return false, nil
}

// endCDATA gives the last piece of a section, which is empty only where the whole section is.
func (s *Scanner) endCDATA(start, end int, white bool) bool {
	s.cdata = false
	found := s.piece(start, end, white) || !s.seen
	s.pos = end + len(cdataEnd)
	return found
}
