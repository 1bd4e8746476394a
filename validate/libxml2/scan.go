//go:build libxml2

package libxml2

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// scan measures a document before libxml2 sees it. It is no parser: it knows tags, quoted values, comments, CDATA
// sections and processing instructions, and on text that is not well formed it may measure anything, because libxml2
// refuses such text before it checks it. It shares no code with the project's own scanner, so that the two engines stay
// independent opinions.
type scan struct {
	src       []byte
	facts     *facts
	name      part // longest name
	namespace part // longest namespace
	value     part // longest value that can be quoted
	open      []element
}

// part is the longest of its kind so far.
type part struct {
	what   string
	name   string
	bytes  int
	offset int
}

type element struct {
	textual bool
	text    int // bytes of text so far
	start   int
	name    string
}

// tooLong measures UTF-8 text and returns the error for a document that could overrun the message buffer.
func tooLong(src []byte, f *facts) error {
	s := scan{src: src, facts: f}
	if err := s.run(); err != nil {
		return err
	}
	return s.verdict()
}

func (s *scan) run() error {
	for i := 0; i < len(s.src); {
		j := bytes.IndexByte(s.src[i:], '<')
		if j < 0 {
			j = len(s.src) - i
		}
		s.text(i, j)
		if i += j; i == len(s.src) {
			break
		}
		rest := s.src[i:]
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			i = s.after(i+4, "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			end := s.after(i, "]]>")
			s.text(i+9, max(end-i-12, 0))
			i = end
		case bytes.HasPrefix(rest, []byte("<?")):
			i = s.after(i, "?>")
		case bytes.HasPrefix(rest, []byte("<!")):
			return &DoctypeError{Offset: int64(i)}
		case bytes.HasPrefix(rest, []byte("</")):
			i = s.endTag(i)
		default:
			i = s.startTag(i + 1)
		}
	}
	return nil
}

// after is the offset behind the next end mark, or the end of the text.
func (s *scan) after(i int, mark string) int {
	i = min(i, len(s.src))
	if j := bytes.Index(s.src[i:], []byte(mark)); j >= 0 {
		return i + j + len(mark)
	}
	return len(s.src)
}

func (s *scan) text(start, n int) {
	if len(s.open) == 0 || n == 0 {
		return
	}
	top := &s.open[len(s.open)-1]
	if !top.textual {
		return
	}
	if top.text == 0 {
		top.start = start
	}
	top.text += n
	s.value.longer("text", []byte(top.name), top.text, top.start)
}

func (s *scan) endTag(i int) int {
	if len(s.open) > 0 {
		s.open = s.open[:len(s.open)-1]
	}
	return s.after(i, ">")
}

// startTag measures the tag whose name starts at i and returns the offset behind it.
func (s *scan) startTag(i int) int {
	end := s.nameEnd(i)
	name := s.measureName(i, end)
	el := element{textual: s.facts.textual[name], name: name}
	i = end
	for i < len(s.src) && s.src[i] != '>' {
		if isSpace(s.src[i]) || s.src[i] == '/' || s.src[i] == '=' {
			i++
			continue
		}
		i = s.attribute(i, &el)
	}
	if i > 0 && i < len(s.src) && s.src[i-1] != '/' {
		s.open = append(s.open, el)
	}
	return min(i+1, len(s.src))
}

// attribute measures one attribute and returns the offset behind it.
func (s *scan) attribute(i int, el *element) int {
	start, end := i, s.nameEnd(i)
	raw := s.src[start:end]
	name := s.measureName(start, end)
	i = end
	for i < len(s.src) && (isSpace(s.src[i]) || s.src[i] == '=') {
		i++
	}
	if i == len(s.src) || (s.src[i] != '"' && s.src[i] != '\'') {
		return max(i, start+1)
	}
	quote := s.src[i]
	n := bytes.IndexByte(s.src[i+1:], quote)
	if n < 0 {
		n = len(s.src) - i - 1
	}
	switch {
	case bytes.HasPrefix(raw, []byte("xmlns")):
		s.namespace.longer("namespace", raw, n, i+1)
	case s.facts.loud[name]:
		s.value.longer("attribute value", raw, n, i+1)
	}
	// A type named in the document makes text a value, whatever the schema says.
	el.textual = el.textual || name == "type" && bytes.IndexByte(raw, ':') >= 0
	return min(i+1+n+1, len(s.src))
}

func (s *scan) nameEnd(i int) int {
	for i < len(s.src) && !isSpace(s.src[i]) && !strings.ContainsRune("=/>\"'<", rune(s.src[i])) {
		i++
	}
	return i
}

// measureName returns the local name.
func (s *scan) measureName(start, end int) string {
	raw := s.src[start:end]
	s.name.longer("name", raw, len(raw), start)
	return string(raw[bytes.IndexByte(raw, ':')+1:])
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// quotedName bounds a name in an error.
const quotedName = 64

func (p *part) longer(what string, name []byte, n, offset int) {
	if n > p.bytes {
		*p = part{what: what, name: string(name[:min(len(name), quotedName)]), bytes: n, offset: offset}
	}
}

// verdict adds up the longest message that this document and schema can produce together.
func (s *scan) verdict() error {
	f := s.facts
	name := max(s.name.bytes, f.longestName) + max(s.namespace.bytes, f.longestNamespace) + nameMarks
	rest := max(f.expectation(), name+f.longestFacet+f.fields*(s.value.bytes+nameMarks))
	over := messageWords + name + rest - messageRoom
	if over <= 0 {
		return nil
	}
	worst := s.value
	for _, p := range []part{s.name, s.namespace} {
		if p.bytes > worst.bytes {
			worst = p
		}
	}
	return &TooLongError{What: worst.what, Name: worst.name, Bytes: worst.bytes, Room: max(worst.bytes-over, 0), Offset: int64(worst.offset)}
}

var declaredEncoding = regexp.MustCompile(`^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]*)["']`)

// toUTF8 returns the document as UTF-8, which is what messages are made of. The bytes are the caller's own where they
// are UTF-8 already.
func toUTF8(src []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(src, []byte("\xfe\xff")), bytes.HasPrefix(src, []byte("\x00<\x00?")):
		return fromUTF16(src, binary.BigEndian)
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("<\x00?\x00")):
		return fromUTF16(src, binary.LittleEndian)
	}
	m := declaredEncoding.FindSubmatch(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")))
	if m != nil && !strings.EqualFold(string(m[1]), "utf-8") && !strings.EqualFold(string(m[1]), "us-ascii") {
		return nil, &EncodingError{Encoding: string(m[1])}
	}
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		return nil, &EncodingError{Encoding: "binary"}
	}
	return src, nil
}

func fromUTF16(src []byte, order binary.ByteOrder) ([]byte, error) {
	if len(src)%2 != 0 {
		return nil, &EncodingError{Encoding: "UTF-16 with half a character"}
	}
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16(src[2*i:])
	}
	return []byte(string(utf16.Decode(units))), nil
}
