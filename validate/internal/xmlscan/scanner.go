package xmlscan

import (
	"bytes"
	"errors"
	"io"
)

// Limits bound what a document may hold. A zero means no limit.
type Limits struct {
	Size           int64 // bytes of the document
	Depth          int   // elements inside each other
	Attributes     int   // attributes of one element, namespace declarations included
	AttributeValue int   // bytes of one attribute value or name
}

// Event is what Next found.
type Event uint8

// The events. The zero value is none of them.
const (
	_ Event = iota
	// Start is a start tag or the first half of an empty-element tag: Name, Attrs.
	Start
	// End is an end tag or the second half of an empty-element tag: Name.
	End
	// Text is a run of characters, or a part of one: Text, White, FromCDATA.
	Text
	// EOF is the end of a well-formed document.
	EOF
)

// Name is an expanded name as it stands in the document. Its slices are valid until the next call of Next.
type Name struct {
	Space  []byte // the namespace, empty for none
	Raw    []byte // prefix and local part as written
	prefix int    // bytes of Raw before the local part, the colon included
}

// Local is the part behind the colon.
func (n *Name) Local() []byte { return n.Raw[n.prefix:] }

// Prefix is the part before the colon, empty if there is none.
func (n *Name) Prefix() []byte { return n.Raw[:max(n.prefix-1, 0)] }

// Attr is an attribute that is no namespace declaration.
type Attr struct {
	Name
	Value       []byte // normalised as CDATA (XML 1.0, section 3.3.3)
	NameOffset  int64  // of the name, in bytes of the UTF-8 text
	ValueOffset int64  // behind the opening quote
}

// Scanner reads one document after another, each begun with Reset or ResetReader. The zero value is not ready.
// It is not safe for concurrent use.
type Scanner struct {
	// Name of the element, after Start and End.
	Name Name
	// Attrs of the element, after Start, without namespace declarations; empty after End.
	Attrs []Attr
	// Text is a piece of character data, after Text: line ends are normalised, references replaced.
	Text []byte
	// White says whether Text is white space alone.
	White bool
	// FromCDATA says whether Text stands in a CDATA section. Such a Text may be empty.
	FromCDATA bool
	// Offset is where the event begins, in bytes of the UTF-8 text.
	Offset int64

	limits  Limits
	buf     []byte // the window: the whole document, or what is left of what was read
	pos     int    // in buf, behind the current event
	base    int64  // offset of buf[0]
	own     []byte // buffer of this scanner, for readers
	in      limited
	eof     bool
	readErr error // what the reader stopped with, but for io.EOF
	failed  error // what the scan stopped with
	utf16   *transcoder
	source  bytes.Reader // what was read before the encoding was known
	rest    limited      // what was not

	mark, last anchor // see Position
	quick      anchor // see Line

	state   state
	started bool
	marked  bool // there was markup before the document element
	empty   bool // an End is due for the empty-element tag just read
	cdata   bool // within a CDATA section
	seen    bool // that section has given a Text already

	arena    []byte // names of open elements, prefixes and namespaces in force
	open     []element
	bindings []binding
	scratch  []byte // normalised values, replaced references
}

type state uint8

const (
	inProlog state = iota
	inContent
	inEpilog
)

// element is an open element. Its name lies in the arena.
type element struct {
	name     span
	prefix   int
	space    span
	bindings int // how many were in force outside
	arena    int // length of the arena outside
}

// span is a piece of the arena.
type span struct{ start, end int }

// windowSize is enough for any common tag, and small enough to stay in the cache.
const windowSize = 64 << 10

// Reset starts on a document in memory, which must not change until the last event.
func (s *Scanner) Reset(src []byte, limits Limits) {
	s.reset(limits)
	s.buf, s.eof = src, true
}

// ResetReader starts on a document from a reader.
func (s *Scanner) ResetReader(r io.Reader, limits Limits) {
	s.reset(limits)
	s.in = limited{r: r, left: limits.Size, bounded: limits.Size > 0}
	s.startReader()
}

func (s *Scanner) reset(limits Limits) {
	*s = Scanner{
		limits: limits, Attrs: s.Attrs[:0], own: s.own, arena: s.arena[:0], open: s.open[:0],
		bindings: s.bindings[:0], scratch: s.scratch[:0],
	}
}

func (s *Scanner) startReader() {
	if s.own == nil {
		s.own = make([]byte, windowSize)
	}
	s.buf, s.eof = s.own[:0], false
}

// fill reads more of the document behind the window, which loses what lies before index keep. It says whether there was
// more. Indexes into buf move by keep where it has read. It at least doubles what is kept, for a tag is scanned again from
// its beginning when it did not fit: however small the reader's portions are, the work stays linear.
func (s *Scanner) fill(keep int) bool {
	if s.eof {
		return false
	}
	s.discard(keep)
	before := len(s.buf)
	want := max(2*before, 1)
	if want > len(s.own) {
		s.own = append(s.own, make([]byte, len(s.own))...)
	}
	const patience = 100 // as bufio
	for tries := 0; len(s.buf) < want && !s.eof; tries++ {
		n, err := s.in.Read(s.own[len(s.buf):])
		s.buf = s.own[:len(s.buf)+n]
		if n > 0 {
			tries = 0
		}
		if err == nil && tries == patience {
			err = io.ErrNoProgress
		}
		if err != nil {
			s.eof = true
			if !errors.Is(err, io.EOF) {
				s.readErr = err
			}
		}
	}
	return len(s.buf) > before
}

func (s *Scanner) discard(keep int) {
	if keep == 0 {
		return
	}
	s.settle(s.base + int64(keep))
	s.Line(s.base + int64(keep))
	n := copy(s.own, s.buf[keep:])
	s.buf = s.own[:n]
	s.base += int64(keep)
	s.pos -= keep
	if s.last.offset < s.base {
		s.last = s.mark
	}
}

// more is fill at the current position.
func (s *Scanner) more() bool { return s.fill(s.pos) }

// errInputLimit is what a limited reader stops with.
var errInputLimit = errors.New("input limit")

// limited stops with errInputLimit where there is more than it may read.
type limited struct {
	r       io.Reader
	left    int64
	bounded bool
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if !l.bounded {
		return n, err
	}
	if l.left -= int64(n); l.left < 0 {
		return max(n+int(l.left), 0), errInputLimit
	}
	return n, err
}

// Next reads the next event. After an error, and after EOF, it gives the same again.
func (s *Scanner) Next() (Event, error) {
	if s.failed != nil {
		return 0, s.failed
	}
	event, err := s.next()
	if err != nil {
		s.failed = err
		return 0, err
	}
	return event, nil
}

func (s *Scanner) next() (Event, error) {
	if s.empty {
		s.empty = false
		s.Offset = s.base + int64(s.pos-len("/>"))
		return s.closeElement(), nil
	}
	if s.state == inContent {
		return s.content()
	}
	if !s.started {
		s.started = true
		if err := s.begin(); err != nil {
			return 0, err
		}
	}
	return s.outside()
}

// content reads the next event inside the document element.
func (s *Scanner) content() (Event, error) {
	for {
		if s.cdata {
			if found, err := s.cdataText(); found || err != nil {
				return Text, err
			}
			continue
		}
		if s.pos == len(s.buf) && !s.more() {
			return 0, s.ended()
		}
		if s.buf[s.pos] != '<' {
			return Text, s.text()
		}
		if event, err := s.markup(); event != 0 || err != nil {
			return event, err
		}
	}
}

// markup reads what begins with "<" in content. Comments, processing instructions and the beginning of a CDATA section
// give no event.
func (s *Scanner) markup() (Event, error) {
	for {
		event, err := s.tryMarkup()
		if err != errShort { //nolint:errorlint // internal, never wrapped
			return event, err
		}
		if !s.more() {
			return 0, s.ended()
		}
	}
}

// tryMarkup is markup on the window as it is. It changes nothing where it returns errShort, but for skipping what is
// done with.
func (s *Scanner) tryMarkup() (Event, error) {
	if s.pos+1 >= len(s.buf) {
		return 0, errShort
	}
	s.Offset = s.base + int64(s.pos)
	switch s.buf[s.pos+1] {
	case '/':
		return s.endTag()
	case '!':
		return 0, s.declaration()
	case '?':
		return 0, s.instruction()
	}
	return s.startTag()
}

// ended explains an end of the input in the middle of the document.
func (s *Scanner) ended() error {
	if s.readErr != nil {
		return s.readError()
	}
	if s.cdata {
		return s.fail(Truncated, len(s.buf), "the document ends inside a CDATA section")
	}
	if s.pos < len(s.buf) {
		return s.fail(Truncated, len(s.buf), "the document ends inside the markup that begins with %s", quote(s.buf[s.pos:]))
	}
	if n := len(s.open); n > 0 {
		return s.fail(Truncated, len(s.buf), "the document ends before </%s>: it is cut off", s.at(s.open[n-1].name))
	}
	return s.fail(Truncated, len(s.buf), "the document ends before its first element")
}

// readError turns the reader's error into one of ours.
func (s *Scanner) readError() error {
	at := len(s.buf)
	switch {
	case errors.Is(s.readErr, errInputLimit):
		return s.overLimit(at, "Size", s.limits.Size, "the document is too long")
	case errors.Is(s.readErr, errSurrogate), errors.Is(s.readErr, errHalf):
		return s.fail(Encoding, at, "%v", s.readErr)
	}
	err := s.fail(Unreadable, at, "the document cannot be read: %v", s.readErr)
	err.(*Error).Err = s.readErr
	return err
}
