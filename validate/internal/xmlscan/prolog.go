package xmlscan

import (
	"bytes"
	"encoding/binary"
	"io"
)

var (
	utf8BOM      = []byte("\xef\xbb\xbf")
	doctypeStart = []byte("<!DOCTYPE")
	commentStart = []byte("<!--")
	declStart    = []byte("<?xml")
)

// utf16Order recognises UTF-16 by its byte order mark or by its first "<".
func utf16Order(b []byte) binary.ByteOrder {
	if len(b) < 2 {
		return nil
	}
	if bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")) {
		return nil // UTF-32
	}
	switch [2]byte(b) {
	case [2]byte{0xFE, 0xFF}, [2]byte{0, '<'}:
		return binary.BigEndian
	case [2]byte{0xFF, 0xFE}, [2]byte{'<', 0}:
		return binary.LittleEndian
	}
	return nil
}

// begin recognises the encoding and reads the XML declaration.
func (s *Scanner) begin() error {
	if s.eof && s.limits.Size > 0 && int64(len(s.buf)) > s.limits.Size {
		return s.overLimit(0, "Size", s.limits.Size, "the document is too long")
	}
	const first = 4 // bytes that tell every encoding
	for len(s.buf) < first && s.fill(0) {
	}
	if order := utf16Order(s.buf); order != nil {
		s.transcode(order)
	} else if err := s.foreignEncoding(); err != nil {
		return err
	}
	for len(s.buf) < len(utf8BOM) && s.fill(0) {
	}
	bom := bytes.HasPrefix(s.buf, utf8BOM)
	if bom {
		s.pos = len(utf8BOM)
		s.mark = anchor{offset: int64(s.pos), units: 1}
		s.last, s.quick, s.Offset = s.mark, s.mark, int64(s.pos)
	}
	return s.xmlDeclaration(bom)
}

// transcode puts a UTF-16 decoder between the input and the window.
func (s *Scanner) transcode(order binary.ByteOrder) {
	head := s.buf
	if s.in.r == nil { // a document in memory
		s.source.Reset(head)
		s.utf16 = &transcoder{r: &s.source, order: order}
	} else {
		s.source.Reset(bytes.Clone(head))
		s.utf16 = &transcoder{r: io.MultiReader(&s.source, &s.rest), order: order}
		s.rest = s.in
	}
	s.in = limited{r: s.utf16}
	s.startReader()
}

// foreignEncoding recognises encodings by their first bytes that are neither UTF-8 nor UTF-16.
func (s *Scanner) foreignEncoding() error {
	for _, e := range []struct{ prefix, name string }{
		{"\x00\x00\xfe\xff", "UTF-32"}, {"\xff\xfe\x00\x00", "UTF-32"}, {"\x4c\x6f\xa7\x94", "EBCDIC"},
	} {
		if bytes.HasPrefix(s.buf, []byte(e.prefix)) {
			return s.fail(Encoding, 0, "the document is in %s: UTF-8 and UTF-16 can be read", e.name)
		}
	}
	return nil
}

// xmlDeclaration reads the XML declaration, if there is one.
func (s *Scanner) xmlDeclaration(bom bool) error {
	for len(s.buf) < s.pos+len(declStart)+1 && s.fill(s.pos) {
	}
	b := s.buf[s.pos:]
	if !bytes.HasPrefix(b, declStart) || len(b) == len(declStart) || !is(b[len(declStart)], classSpace) {
		return s.checkEncoding(s.pos, nil, bom)
	}
	s.marked = true
	end := -1
	for {
		if end = bytes.Index(s.buf[s.pos:], []byte("?>")); end >= 0 {
			break
		}
		if !s.more() {
			return s.ended()
		}
	}
	d := declaration{s: s, at: s.pos + len(declStart), end: s.pos + end}
	if err := d.read(bom); err != nil {
		return err
	}
	s.pos = d.end + len("?>")
	return nil
}

// declaration is the inside of an XML declaration, productions 23 to 32 and 80.
type declaration struct {
	s       *Scanner
	at, end int
	value   []byte
	valueAt int
}

func (d *declaration) read(bom bool) error {
	s := d.s
	if found, err := d.pair("version"); err != nil || !found {
		return d.or(err, "the XML declaration must say version=\"1.0\"")
	}
	if err := d.version(); err != nil {
		return err
	}
	found, err := d.pair("encoding")
	if err != nil {
		return err
	}
	var encoding []byte
	if found {
		if encoding = d.value; !encodingName(encoding) {
			return s.fail(Malformed, d.valueAt, "%s is no name of an encoding", quote(encoding))
		}
	}
	if err := s.checkEncoding(d.valueAt, encoding, bom); err != nil {
		return err
	}
	if found, err = d.pair("standalone"); err != nil {
		return err
	}
	if found && string(d.value) != "yes" && string(d.value) != "no" {
		return s.fail(Malformed, d.valueAt, "standalone must be \"yes\" or \"no\", not %s", quote(d.value))
	}
	if d.space(); d.at != d.end {
		return s.fail(Malformed, d.at, "the XML declaration holds version, encoding and standalone, in this order, and nothing else")
	}
	return nil
}

func (d *declaration) or(err error, message string) error {
	if err != nil {
		return err
	}
	return d.s.fail(Malformed, d.at, "%s", message)
}

func (d *declaration) space() bool {
	from := d.at
	for d.at < d.end && is(d.s.buf[d.at], classSpace) {
		d.at++
	}
	return d.at > from
}

// pair reads white space, a name and a quoted value, if that name comes next.
func (d *declaration) pair(name string) (bool, error) {
	from := d.at
	spaced := d.space()
	if !bytes.HasPrefix(d.s.buf[d.at:d.end], []byte(name)) {
		d.at = from
		return false, nil
	}
	if !spaced {
		return false, d.s.fail(Malformed, d.at, "white space is missing before %s", name)
	}
	d.at += len(name)
	d.space()
	if d.at == d.end || d.s.buf[d.at] != '=' {
		return false, d.s.fail(Malformed, d.at, "\"=\" is missing after %s", name)
	}
	d.at++
	d.space()
	if d.at == d.end || d.s.buf[d.at] != '"' && d.s.buf[d.at] != '\'' {
		return false, d.s.fail(Malformed, d.at, "the value of %s must stand in quotes", name)
	}
	n := bytes.IndexByte(d.s.buf[d.at+1:d.end], d.s.buf[d.at])
	if n < 0 {
		return false, d.s.fail(Malformed, d.at, "the value of %s is not closed", name)
	}
	d.valueAt = d.at + 1
	d.value = d.s.buf[d.valueAt : d.valueAt+n]
	d.at = d.valueAt + n + 1
	return true, nil
}

// version accepts 1.0, and 1.x as a document that an XML 1.0 processor reads as 1.0 (section 2.8), but for 1.1, which
// has other rules for characters and line ends.
func (d *declaration) version() error {
	v := string(d.value)
	if v == "1.1" {
		return d.s.fail(Version, d.valueAt, "XML 1.1 is not supported: Akoma Ntoso documents are XML 1.0")
	}
	if len(v) < 3 || v[:2] != "1." {
		return d.s.fail(Malformed, d.valueAt, "the XML version must be \"1.0\", not %s", quote(d.value))
	}
	for _, c := range v[2:] {
		if c < '0' || c > '9' {
			return d.s.fail(Malformed, d.valueAt, "the XML version must be \"1.0\", not %s", quote(d.value))
		}
	}
	return nil
}

// encodingName is production 81.
func encodingName(b []byte) bool {
	for i, c := range b {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || !is(c, className)) {
			return false
		}
	}
	return len(b) > 0
}

// checkEncoding compares what a document says about its encoding with what it is in.
func (s *Scanner) checkEncoding(at int, declared []byte, bom bool) error {
	name := string(bytes.ToUpper(declared))
	is16 := name == "UTF-16" || name == "UTF-16LE" || name == "UTF-16BE"
	switch {
	case name != "" && !is16 && name != "UTF-8":
		return s.fail(Encoding, at, "the encoding %s is not supported: UTF-8 and UTF-16 are", quote(declared))
	case s.utf16 == nil && is16:
		return s.fail(Encoding, at, "the document says it is %s, but it is not", quote(declared))
	case s.utf16 != nil && name == "UTF-8":
		return s.fail(Encoding, at, "the document says it is %s, but it is UTF-16", quote(declared))
	case s.utf16 != nil && name == "" && !bom:
		return s.fail(Encoding, at, "the document seems to be UTF-16, but has no byte order mark and does not declare it")
	case name == "UTF-16LE" && s.utf16.order != binary.LittleEndian, name == "UTF-16BE" && s.utf16.order != binary.BigEndian:
		return s.fail(Encoding, at, "the document says it is %s, but its byte order is the other one", quote(declared))
	}
	return nil
}

// outside reads the next event before or after the document element.
func (s *Scanner) outside() (Event, error) {
	for {
		for s.pos < len(s.buf) && is(s.buf[s.pos], classSpace) {
			s.pos++
		}
		if s.pos == len(s.buf) {
			if s.more() {
				continue
			}
			return s.ending()
		}
		if s.buf[s.pos] != '<' {
			return 0, s.strayText()
		}
		if s.pos > 0 || s.base > 0 {
			s.marked = s.marked || s.state == inEpilog
		}
		if event, err := s.markup(); event != 0 || err != nil {
			return event, err
		}
		s.marked = true
	}
}

// ending tells the end of a whole document from the end of one that never began.
func (s *Scanner) ending() (Event, error) {
	s.Offset = s.base + int64(s.pos)
	switch {
	case s.readErr != nil:
		return 0, s.readError()
	case s.state == inEpilog:
		return EOF, nil
	case !s.marked:
		return 0, s.fail(Empty, s.pos, "the document is empty")
	}
	return 0, s.ended()
}

// strayText explains text outside of the document element.
func (s *Scanner) strayText() error {
	s.Offset = s.base + int64(s.pos)
	for len(s.buf)-s.pos <= maxQuoted && s.more() { // so that the message does not depend on the reader
	}
	text := s.buf[s.pos:]
	if end := bytes.IndexAny(text, "<\r\n"); end > 0 {
		text = text[:end]
	}
	switch {
	case s.state == inEpilog && s.buf[s.pos] < 0x20:
		return s.badChar(s.pos)
	case s.state == inEpilog:
		return s.fail(Malformed, s.pos, "text follows the document element: %s", quote(text))
	case s.marked:
		return s.fail(Malformed, s.pos, "text stands before the document element: %s", quote(text))
	}
	return s.fail(NotXML, s.pos, "this is not XML: it begins with %s", quote(text))
}

// declaration reads what begins with "<!": a comment, or the beginning of a CDATA section.
func (s *Scanner) declaration() error {
	b := s.buf[s.pos:]
	switch {
	case bytes.HasPrefix(b, commentStart):
		return s.comment()
	case bytes.HasPrefix(b, cdataStart):
		if s.state != inContent {
			return s.fail(Malformed, s.pos, "a CDATA section stands outside of the document element")
		}
		s.pos += len(cdataStart)
		s.cdata, s.seen = true, false
		return nil
	case bytes.HasPrefix(b, doctypeStart):
		if s.state != inProlog {
			return s.fail(Malformed, s.pos, "a DOCTYPE must stand before the document element")
		}
		return s.fail(Doctype, s.pos, "a document type declaration (DOCTYPE) is refused")
	case bytes.HasPrefix(commentStart, b), bytes.HasPrefix(cdataStart, b), bytes.HasPrefix(doctypeStart, b):
		return errShort
	}
	return s.fail(Malformed, s.pos, "%s begins neither a comment nor a CDATA section", quote(b[:min(len(b), len("<!X"))]))
}

// comment reads a comment, productions 15.
func (s *Scanner) comment() error {
	s.pos += len(commentStart)
	for {
		if err := s.plain('-'); err != nil {
			return err
		}
		if len(s.buf)-s.pos < len("-->") {
			if !s.more() {
				return s.unclosed("a comment")
			}
			continue
		}
		if s.buf[s.pos+1] != '-' {
			s.pos++
			continue
		}
		if s.buf[s.pos+2] != '>' {
			return s.fail(Malformed, s.pos, "\"--\" must not stand inside a comment")
		}
		s.pos += len("-->")
		return nil
	}
}

// plain moves to the next byte of a kind, over characters of XML, or to the end of the document.
func (s *Scanner) plain(stop byte) error {
	for {
		b, i := s.buf, s.pos
		for i < len(b) && b[i] != stop {
			if classes[b[i]]&classPlain != 0 {
				i++
				continue
			}
			size := -1
			if b[i] >= 0x80 {
				_, size = decode(b[i:])
			}
			if size < 0 || size == 0 && s.eof {
				return s.badChar(i)
			}
			if size == 0 {
				break
			}
			i += size
		}
		s.pos = i
		if i < len(b) && b[i] == stop {
			return nil
		}
		if !s.more() && s.pos == len(s.buf) {
			return nil
		}
	}
}

func (s *Scanner) unclosed(what string) error {
	if s.readErr != nil {
		return s.readError()
	}
	return s.fail(Truncated, len(s.buf), "the document ends inside %s", what)
}

// instruction reads a processing instruction, production 16.
func (s *Scanner) instruction() error {
	start := s.pos + len("<?")
	end, prefix, err := s.name(start, "a processing instruction")
	if err != nil {
		return err
	}
	target := s.buf[start:end]
	switch {
	case bytes.EqualFold(target, []byte("xml")):
		return s.fail(Malformed, s.pos, "%s must be the first thing in a document, once, in small letters", quote(s.buf[s.pos:end]))
	case prefix > 0:
		return s.fail(Namespaces, start, "the target %s of a processing instruction must not have a colon", quote(target))
	case end+1 >= len(s.buf):
		return errShort
	case !is(s.buf[end], classSpace) && (s.buf[end] != '?' || s.buf[end+1] != '>'):
		return s.fail(Malformed, end, "white space is missing after the target %s", quote(target))
	}
	s.pos = end
	for {
		if err := s.plain('?'); err != nil {
			return err
		}
		if len(s.buf)-s.pos < len("?>") {
			if !s.more() {
				return s.unclosed("a processing instruction")
			}
			continue
		}
		if s.buf[s.pos+1] == '>' {
			s.pos += len("?>")
			return nil
		}
		s.pos++
	}
}
