package xmlscan

import "bytes"

// A Position is a place in a document.
type Position struct {
	Offset      int64 // in bytes of the document as it was given, from 0
	Line        int   // from 1; lines end with LF, CR LF or CR alone
	Column      int   // in characters, from 1
	UTF16Column int   // in UTF-16 code units, from 1
}

// anchor is a place already counted, from which the next one is counted on.
type anchor struct {
	offset int64 // in bytes of the UTF-8 text
	line   int   // lines ended before
	column int   // characters since
	utf16  int   // UTF-16 units since
	units  int64 // UTF-16 units since the start of the document, counted for UTF-16 documents only
	cr     bool  // the byte before was CR
}

// Position converts an offset in the UTF-8 text, which must lie in the current event or in the window after it.
func (s *Scanner) Position(offset int64) Position {
	s.settle(s.Offset)
	if offset < s.last.offset {
		s.last = s.mark
	}
	s.last.advance(s.window(s.last.offset, offset), s.utf16 != nil)
	a := &s.last
	p := Position{Offset: a.offset, Line: a.line + 1, Column: a.column + 1, UTF16Column: a.utf16 + 1}
	if s.utf16 != nil {
		p.Offset = 2 * a.units
	}
	return p
}

// settle moves the mark, the earliest place that Position can still be asked for.
func (s *Scanner) settle(offset int64) {
	s.mark.advance(s.window(s.mark.offset, offset), s.utf16 != nil)
}

func (s *Scanner) window(from, to int64) []byte {
	from, to = max(from, s.base), min(max(to, s.base), s.base+int64(len(s.buf)))
	if from >= to {
		return nil
	}
	return s.buf[from-s.base : to-s.base]
}

func (a *anchor) advance(b []byte, units bool) {
	a.offset += int64(len(b))
	if units {
		a.units += int64(utf16Len(b))
	}
	a.lines(&b)
	a.column += len(b)
	for _, c := range b {
		if c&0xC0 == 0x80 {
			a.column--
		}
	}
	a.utf16 += utf16Len(b)
}

// lines counts the lines that b ends and leaves the rest of the last one in it.
func (a *anchor) lines(b *[]byte) {
	if len(*b) == 0 {
		return
	}
	if a.cr && (*b)[0] == '\n' {
		*b = (*b)[1:] // the line was counted with its CR
	}
	a.cr = len(*b) > 0 && (*b)[len(*b)-1] == '\r'
	n := bytes.Count(*b, []byte{'\n'})
	end := bytes.LastIndexByte(*b, '\n')
	for rest := *b; ; {
		i := bytes.IndexByte(rest, '\r')
		if i < 0 {
			break
		}
		if at := len(*b) - len(rest) + i; i+1 == len(rest) || rest[i+1] != '\n' {
			n++
			end = max(end, at)
		}
		rest = rest[i+1:]
	}
	if n > 0 {
		a.line += n
		a.column, a.utf16 = 0, 0
		*b = (*b)[end+1:]
	}
}

// utf16Len is the number of UTF-16 units of valid UTF-8 text.
func utf16Len(b []byte) int {
	n := len(b)
	for _, c := range b {
		switch {
		case c&0xC0 == 0x80:
			n--
		case c >= 0xF0:
			n++
		}
	}
	return n
}

// Line is the line of an offset, which must not be less than at the last call. It is cheaper than Position.
func (s *Scanner) Line(offset int64) int {
	b := s.window(s.quick.offset, offset)
	s.quick.offset += int64(len(b))
	s.quick.lines(&b)
	return s.quick.line + 1
}
