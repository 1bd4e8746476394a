package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
)

// FuzzScan: any bytes are read to the end or to a typed error; reading from memory and from a reader is the same; what
// encoding/xml and this scanner both accept, they read alike; and what encoding/xml refuses is refused, but where it is
// known to be stricter.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		"", "<a/>", "<a xmlns='u' xmlns:p='v' p:q='r&#10;s'>t&lt;\r\n<![CDATA[u]]><!--v--><?w x?></a>", "\ufeff<?xml version='1.0' encoding='UTF-8'?>\n<é/>",
		"<a><b></a>", "<a b='1' b='2'/>", "\xff\xfe<\x00a\x00/\x00>\x00", "<a>]]></a>", "<a>&x;</a>", "<a \x00/>", "<!DOCTYPE a><a/>", "<a></a >x", "<a b=c/>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		limits := Limits{Depth: 100, Attributes: 50, AttributeValue: 1000, Size: 1 << 20}
		var s Scanner
		s.Reset(src, limits)
		inMemory, err := events(&s)
		s.ResetReader(iotest.OneByteReader(bytes.NewReader(src)), limits)
		streamed, streamErr := events(&s)
		sameEnd(t, err, streamErr)
		if err == nil && inMemory != streamed {
			t.Fatalf("in memory:\n%s\nfrom a reader:\n%s", inMemory, streamed)
		}
		if err != nil {
			return
		}
		other, otherErr := standardEvents(src)
		if otherErr != nil {
			if !standardIsStricter(src, otherErr) {
				t.Fatalf("encoding/xml refuses what we accept: %v", otherErr)
			}
			return
		}
		if loose(other) != loose(inMemory) {
			t.Fatalf("encoding/xml:\n%s\nwe:\n%s", other, inMemory)
		}
	})
}

// loose makes white space in attribute values alike, for encoding/xml does not normalise it.
func loose(events string) string {
	lines := strings.SplitAfter(events, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "start") {
			lines[i] = strings.NewReplacer(`\n`, " ", `\t`, " ", `\r`, " ").Replace(line)
		}
	}
	return strings.Join(lines, "")
}

func sameEnd(t *testing.T, a, b error) {
	if (a == nil) != (b == nil) {
		t.Fatalf("in memory: %v, from a reader: %v", a, b)
	}
	if a == nil {
		return
	}
	var x, y *Error
	if !errors.As(a, &x) || !errors.As(b, &y) {
		t.Fatalf("untyped error: %v, %v", a, b)
	}
	if x.Kind == Limit || y.Kind == Limit {
		return // a name that is too long may be broken further on, which the window shows or not
	}
	if x.Kind != y.Kind || x.Position != y.Position {
		t.Fatalf("in memory: %v %v, from a reader: %v %v", x.Kind, x, y.Kind, y)
	}
}

// standardIsStricter: encoding/xml knows UTF-8 alone and the names of XML 1.0 before the fifth edition, and wants the
// version to be 1.0.
func standardIsStricter(src []byte, err error) bool {
	return utf16Order(src) != nil || strings.Contains(err.Error(), "version") || strings.Contains(err.Error(), "invalid XML name") ||
		strings.Contains(err.Error(), "encoding") || !ascii(src) && strings.Contains(err.Error(), "name")
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// standardEvents writes what encoding/xml finds, in the form of events.
func standardEvents(src []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(src, utf8BOM)))
	var out strings.Builder
	w := standardWriter{out: &out}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		w.token(tok)
	}
}

type standardWriter struct {
	out  *strings.Builder
	text []byte
	any  bool // text, perhaps empty, since the last tag
	deep int
}

func (w *standardWriter) token(tok xml.Token) {
	switch tok := tok.(type) {
	case xml.StartElement:
		w.flush()
		w.deep++
		w.out.WriteString("start {" + spaced(tok.Name.Space) + "}" + tok.Name.Local)
		for _, a := range tok.Attr {
			if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
				continue
			}
			w.out.WriteString(" {" + spaced(a.Name.Space) + "}" + a.Name.Local + "=" + strconv.Quote(a.Value))
		}
		w.out.WriteByte('\n')
	case xml.EndElement:
		w.flush()
		w.deep--
		w.out.WriteString("end {" + spaced(tok.Name.Space) + "}" + tok.Name.Local + "\n")
	case xml.CharData:
		if w.deep > 0 {
			w.text, w.any = append(w.text, tok...), true
		}
	}
}

// spaced does for namespaces what encoding/xml does not.
func spaced(namespace string) string {
	return strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(namespace)
}

func (w *standardWriter) flush() {
	if w.any {
		w.out.WriteString("text " + strconv.Quote(string(w.text)) + "\n")
	}
	w.text, w.any = w.text[:0], false
}
