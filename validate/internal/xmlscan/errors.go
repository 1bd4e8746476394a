package xmlscan

import (
	"errors"
	"fmt"
)

// Kind says which rule a document breaks.
type Kind uint8

// The kinds of errors. The zero value is none of them.
const (
	_          Kind = iota
	Malformed       // breaks a rule of XML 1.0
	Namespaces      // breaks a rule of Namespaces in XML 1.0
	Truncated       // ends in the middle
	Empty           // holds nothing, or white space alone
	NotXML          // does not look like XML at all
	Version         // XML 1.1
	Encoding        // neither UTF-8 nor UTF-16, or not what it says it is
	Doctype         // has a document type declaration
	Limit           // is over a limit
	Unreadable      // the reader failed
)

func (k Kind) String() string {
	names := [...]string{"", "malformed", "namespaces", "truncated", "empty", "not XML", "version", "encoding", "doctype", "limit", "unreadable"}
	if int(k) < len(names) {
		return names[k]
	}
	return fmt.Sprintf("Kind(%d)", int(k))
}

// An Error says why and where a document cannot be read on.
type Error struct {
	Kind Kind
	Position
	Message string // a sentence without a full stop, the offending text quoted
	Limit   string // the name of the limit where Kind is Limit
	Err     error  // the reader's error where Kind is Unreadable
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
}

// Unwrap gives the reader's error.
func (e *Error) Unwrap() error { return e.Err }

// errShort is internal: the window ends before the construct does. More input may help.
var errShort = errors.New("more input needed")

// fail makes an error at an index of the window.
func (s *Scanner) fail(kind Kind, at int, format string, args ...any) error {
	return &Error{Kind: kind, Position: s.Position(s.base + int64(at)), Message: fmt.Sprintf(format, args...)}
}

// overLimit makes an error at an index of the window.
func (s *Scanner) overLimit(at int, name string, limit int64, what string) error {
	return &Error{
		Kind: Limit, Position: s.Position(s.base + int64(at)), Limit: name,
		Message: fmt.Sprintf("%s: the limit %s is %d", what, name, limit),
	}
}

// maxQuoted bounds what a message quotes from the document.
const maxQuoted = 40

// quote shows a piece of the document in a message.
func quote(b []byte) string {
	if len(b) <= maxQuoted {
		return fmt.Sprintf("%q", b)
	}
	n := maxQuoted
	for n > 0 && b[n]&0xC0 == 0x80 {
		n--
	}
	return fmt.Sprintf("%q...", b[:n])
}

// badChar describes what stands at an index of the window where a character of XML should.
func (s *Scanner) badChar(at int) error {
	c := s.buf[at]
	if c >= 0x80 {
		if r, size := decodeAny(s.buf[at:]); size > 0 {
			return s.fail(Malformed, at, "the character U+%04X is not allowed in XML", r)
		}
		if _, size := decode(s.buf[at:]); size == 0 {
			return s.fail(Truncated, at, "the document ends inside a character: it is cut off")
		}
		return s.fail(Encoding, at, "byte 0x%02X is not valid UTF-8", c)
	}
	return s.fail(Malformed, at, "the control character U+%04X is not allowed in XML", c)
}

// decodeAny recognises U+FFFE and U+FFFF, which are UTF-8 but not XML.
func decodeAny(b []byte) (rune, int) {
	if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBF && b[2] >= 0xBE {
		return 0xFFC0 | rune(b[2]&0x3F), 3
	}
	return 0, -1
}
