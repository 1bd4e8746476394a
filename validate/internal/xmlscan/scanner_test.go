package xmlscan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// events writes what a scanner finds, one line for each event, adjacent texts joined.
func events(s *Scanner) (string, error) {
	var out strings.Builder
	var text []byte
	inText := false
	flush := func() {
		if inText {
			fmt.Fprintf(&out, "text %q\n", text)
		}
		text, inText = text[:0], false
	}
	for {
		event, err := s.Next()
		if err != nil {
			flush()
			return out.String(), err
		}
		if event != Text {
			flush()
		}
		switch event {
		case Start:
			fmt.Fprintf(&out, "start {%s}%s", s.Name.Space, s.Name.Local())
			for _, a := range s.Attrs {
				fmt.Fprintf(&out, " {%s}%s=%q", a.Space, a.Local(), a.Value)
			}
			out.WriteByte('\n')
		case End:
			fmt.Fprintf(&out, "end {%s}%s\n", s.Name.Space, s.Name.Local())
		case Text:
			text, inText = append(text, s.Text...), true
		case EOF:
			return out.String(), nil
		}
	}
}

// scanAll scans in memory, and byte by byte from a reader: both must find the same.
func scanAll(t *testing.T, src []byte, limits Limits) (string, error) {
	t.Helper()
	var s Scanner
	s.Reset(src, limits)
	inMemory, err := events(&s)
	s.ResetReader(iotest.OneByteReader(bytes.NewReader(src)), limits)
	streamed, streamErr := events(&s)
	require.Equal(t, inMemory, streamed)
	if err == nil {
		require.NoError(t, streamErr)
		return inMemory, nil
	}
	var a, b *Error
	require.ErrorAs(t, err, &a)
	require.ErrorAs(t, streamErr, &b)
	require.Equal(t, a.Kind, b.Kind, "%v / %v", a, b)
	require.Equal(t, a.Position, b.Position, "%v / %v", a, b)
	return inMemory, err
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"empty element", "<a/>", "start {}a\nend {}a\n"},
		{"declaration", "<?xml version='1.0' encoding=\"utf-8\" standalone='no' ?>\n<a ></a >\n", "start {}a\nend {}a\n"},
		{"namespaces", "<a xmlns='urn:1' xmlns:p='urn:2' p:x='1' x='2'><p:b xmlns=''><c/></p:b></a>",
			"start {urn:1}a {urn:2}x=\"1\" {}x=\"2\"\nstart {urn:2}b\nstart {}c\nend {}c\nend {urn:2}b\nend {urn:1}a\n"},
		{"scope", "<a><b xmlns='urn:1'/><b/></a>", "start {}a\nstart {urn:1}b\nend {urn:1}b\nstart {}b\nend {}b\nend {}a\n"},
		{"xml prefix", "<a xml:lang='fr'><xml:b/></a>", "start {}a {" + xmlSpace + "}lang=\"fr\"\nstart {" + xmlSpace + "}b\nend {" + xmlSpace + "}b\nend {}a\n"},
		{"line ends", "<a>1\r\n2\r3\n\r4</a>", "start {}a\ntext \"1\\n2\\n3\\n\\n4\"\nend {}a\n"},
		{"attribute normalisation", "<a b='1\r\n2\t3\n4 &#10;&#x9;&lt;&amp;&quot;&apos;&gt;\"'/>", "start {}a {}b=\"1 2 3 4 \\n\\t<&\\\"'>\\\"\"\nend {}a\n"},
		{"references", "<a>&lt;b&gt; &#65;&#x1F4A9;</a>", "start {}a\ntext \"<b> A💩\"\nend {}a\n"},
		{"CDATA", "<a>x<![CDATA[<&]]]>]]&gt;<![CDATA[]]></a>", "start {}a\ntext \"x<&]]]>\"\nend {}a\n"},
		{"empty CDATA is an event", "<a><![CDATA[]]></a>", "start {}a\ntext \"\"\nend {}a\n"},
		{"comments and instructions", "<!-- - --><?p?><a><!----><?q r ?? ?>1<!-- <b> -->2</a><!--\u00e9--> <?x ]]>?>", "start {}a\ntext \"12\"\nend {}a\n"},
		{"letters", "<é ü='ö'>ï中\U00010000</é>", "start {}é {}ü=\"ö\"\ntext \"ï中𐀀\"\nend {}é\n"},
		{"byte order mark", "\ufeff<a/>", "start {}a\nend {}a\n"},
		{"later version", "<?xml version='1.7'?><a/>", "start {}a\nend {}a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := scanAll(t, []byte(c.src), Limits{})
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			for _, order := range []string{"be", "le"} {
				if strings.Contains(c.src, "encoding") {
					continue
				}
				got, err := scanAll(t, toUTF16(strings.TrimPrefix(c.src, "\ufeff"), order), Limits{})
				require.NoError(t, err)
				assert.Equal(t, c.want, got, order)
			}
		})
	}
}

func toUTF16(s, order string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if order == "be" {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		src  string
		kind Kind
		at   string
		want string
	}{
		{"", Empty, "1:1", "the document is empty"},
		{" \n ", Empty, "2:2", "the document is empty"},
		{"\ufeff", Empty, "1:1", "the document is empty"},
		{"PK\x03\x04", NotXML, "1:1", "this is not XML"},
		{"plain text", NotXML, "1:1", "this is not XML: it begins with \"plain text\""},
		{"<?xml version='1.0'?>x<a/>", Malformed, "1:22", "text stands before"},
		{"<?xml version='1.1'?><a/>", Version, "1:16", "XML 1.1 is not supported"},
		{"<?xml version='2.0'?><a/>", Malformed, "1:16", "\"2.0\""},
		{"<?xml encoding='UTF-8'?><a/>", Malformed, "1:6", "version"},
		{"<?xml version='1.0' standalone='maybe'?><a/>", Malformed, "1:33", "maybe"},
		{"<?xml version='1.0' encoding='latin1'?><a/>", Encoding, "1:31", "latin1"},
		{"<?xml version='1.0' encoding='UTF-16'?><a/>", Encoding, "1:31", "but it is not"},
		{"<?xml version='1.0' encoding=''?><a/>", Malformed, "1:31", "no name of an encoding"},
		{" <?xml version='1.0'?><a/>", Malformed, "1:2", "must be the first thing"},
		{"<?XML ?><a/>", Malformed, "1:1", "must be the first thing"},
		{"<!DOCTYPE a><a/>", Doctype, "1:1", "DOCTYPE"},
		{"<a><!DOCTYPE a></a>", Malformed, "1:4", "DOCTYPE"},
		{"<a>", Truncated, "1:4", "before </a>"},
		{"<a><b", Truncated, "1:6", "inside the markup"},
		{"<a b='x", Truncated, "1:8", "inside the markup"},
		{"<a><![CDATA[", Truncated, "1:13", "inside a CDATA section"},
		{"<a><!-- ", Truncated, "1:9", "inside a comment"},
		{"<a><?p x", Truncated, "1:9", "inside a processing instruction"},
		{"<a>&am", Truncated, "1:7", "inside the markup"},
		{"<a>\xc3", Truncated, "1:4", "inside a character"},
		{"<!-- x -->", Truncated, "1:11", "before its first element"},
		{"<a></b>", Malformed, "1:4", "</b> does not match the start tag <a>"},
		{"<a></ab>", Malformed, "1:4", "</ab> does not match the start tag <a>"},
		{"<a/><b/>", Malformed, "1:5", "second element"},
		{"<a/>x", Malformed, "1:5", "text follows"},
		{"</a>", Malformed, "1:1", "outside of the document element"},
		{"<a b='1' b='2'/>", Malformed, "1:10", "stands twice"},
		{"<a b='1'c='2'/>", Malformed, "1:9", "white space is missing"},
		{"<a b/>", Malformed, "1:4", "has no value"},
		{"<a b=1/>", Malformed, "1:6", "must stand in quotes"},
		{"<a b='<'/>", Malformed, "1:7", "&lt;"},
		{"<a b='&x;'/>", Malformed, "1:7", "not declared"},
		{"<a>&nbsp;</a>", Malformed, "1:4", "not declared"},
		{"<a>a & b</a>", Malformed, "1:6", "&amp;"},
		{"<a>&#0;</a>", Malformed, "1:4", "not allowed in XML"},
		{"<a>&#99999999999999999999;</a>", Malformed, "1:4", "not allowed in XML"},
		{"<a>&#;</a>", Malformed, "1:4", "not complete"},
		{"<a>]]></a>", Malformed, "1:4", "]]&gt;"},
		{"<a>\x01</a>", Malformed, "1:4", "U+0001"},
		{"<a>\x00</a>", Malformed, "1:4", "U+0000"},
		{"<a>\ufffe</a>", Malformed, "1:4", "U+FFFE"},
		{"<a>\xff</a>", Encoding, "1:4", "0xFF"},
		{"<a>\xed\xa0\x80</a>", Encoding, "1:4", "0xED"},
		{"<a>\xc0\x80</a>", Encoding, "1:4", "0xC0"},
		{"<a>\n é<1/></a>", Malformed, "2:3", "&lt;"},
		{"<a>1 < 2</a>", Malformed, "1:6", "&lt;"},
		{"<a><!-- -- --></a>", Malformed, "1:9", "\"--\""},
		{"<a><!ELEMENT></a>", Malformed, "1:4", "neither a comment"},
		{"<a><?p:q ?></a>", Namespaces, "1:6", "colon"},
		{"<p:a/>", Namespaces, "1:2", "\"p\" is not declared"},
		{"<a p:b=''/>", Namespaces, "1:4", "\"p\" is not declared"},
		{"<a:b:c/>", Namespaces, "1:5", "colon"},
		{"<a:/>", Namespaces, "1:4", "colon"},
		{"<a xmlns:p=''/>", Namespaces, "1:4", "empty namespace"},
		{"<a xmlns:xml='urn:x'/>", Namespaces, "1:4", "prefix xml"},
		{"<a xmlns:xmlns='urn:x'/>", Namespaces, "1:4", "xmlns"},
		{"<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", Namespaces, "1:4", "belongs to the prefix xml"},
		{"<a xmlns:p='urn:1' xmlns:q='urn:1' p:x='' q:x=''/>", Namespaces, "1:43", "are the same"},
		{"<a xmlns='urn:1' xmlns='urn:1'/>", Malformed, "1:18", "stands twice"},
		{"<xmlns:a/>", Namespaces, "1:2", "xmlns"},
		{"\xff\xfe<\x00a\x00/\x00>", Encoding, "1:4", "half a UTF-16 unit"},
		{"\xff\xfe<\x00\x00\xd8>\x00", Encoding, "1:2", "lone surrogate"},
		{"<\x00a\x00/\x00>\x00", Encoding, "1:1", "no byte order mark"},
		{"\xff\xfe\x00\x00<\x00\x00\x00", Encoding, "1:1", "UTF-32"},
	} {
		t.Run(fmt.Sprintf("%.40q", c.src), func(t *testing.T) {
			_, err := scanAll(t, []byte(c.src), Limits{})
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, c.kind, e.Kind, e)
			assert.Equal(t, c.at, fmt.Sprintf("%d:%d", e.Line, e.Column), e)
			assert.Contains(t, e.Message, c.want)
		})
	}
}

func TestLimits(t *testing.T) {
	limits := Limits{Size: 200, Depth: 3, Attributes: 4, AttributeValue: 10}
	_, err := scanAll(t, []byte("<a b='1234567890' c='' d='' e=''><b><c/></b></a>"), limits)
	require.NoError(t, err)
	for _, c := range []struct{ limit, src string }{
		{"Size", "<a>" + strings.Repeat(" ", 200) + "</a>"},
		{"Depth", "<a><b><c><d/></c></b></a>"},
		{"Attributes", "<a b='' c='' d='' e='' f=''/>"},
		{"AttributeValue", "<a b='12345678901'/>"},
		{"AttributeValue", "<aaaaaaaaaaaaaaaa/>"},
	} {
		var s Scanner
		s.Reset([]byte(c.src), limits)
		_, err := events(&s)
		assertLimit(t, c.limit, err)
		s.ResetReader(strings.NewReader(c.src), limits)
		_, err = events(&s)
		assertLimit(t, c.limit, err)
	}
	var many strings.Builder
	many.WriteString("<a")
	for i := range maxBindings + 1 {
		fmt.Fprintf(&many, " xmlns:p%d='urn:x'", i)
	}
	many.WriteString("/>")
	_, err = scanAll(t, []byte(many.String()), Limits{})
	assertLimit(t, "Namespaces", err)
}

func assertLimit(t *testing.T, name string, err error) {
	t.Helper()
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, Limit, e.Kind, e)
	assert.Equal(t, name, e.Limit, e)
}

func TestReaderError(t *testing.T) {
	var s Scanner
	for _, head := range []string{"", "<a>", "<a", "<a>text", "<a><!-- ", "<a><![CDATA[", "<a/>"} {
		s.ResetReader(io.MultiReader(strings.NewReader(head), iotest.ErrReader(io.ErrUnexpectedEOF)), Limits{})
		_, err := events(&s)
		assert.ErrorIs(t, err, io.ErrUnexpectedEOF, head)
		var e *Error
		require.True(t, errors.As(err, &e))
		assert.Equal(t, Unreadable, e.Kind, head)
		_, again := s.Next()
		assert.Equal(t, err, again)
	}
}

// TestPositions compares the lazy positions with a plain count, in both directions.
func TestPositions(t *testing.T) {
	src := "\ufeff<a>\r\n<é b='1'\r c='\U0001F600'/>\n\n\r中<d x='\u00e9'/>\r\n</a>"
	var s Scanner
	check := func() {
		for {
			event, err := s.Next()
			require.NoError(t, err)
			if event == EOF {
				return
			}
			for i := len(s.Attrs) - 1; i >= 0 && event == Start; i-- {
				assertPosition(t, src, s.Attrs[i].NameOffset, s.Position(s.Attrs[i].NameOffset))
			}
			assertPosition(t, src, s.Offset, s.Position(s.Offset))
		}
	}
	s.Reset([]byte(src), Limits{})
	check()
	s.ResetReader(iotest.OneByteReader(strings.NewReader(src)), Limits{})
	check()
}

func assertPosition(t *testing.T, src string, offset int64, got Position) {
	t.Helper()
	before := strings.TrimPrefix(src[:offset], "\ufeff")
	lines := strings.NewReplacer("\r\n", "\n\n", "\r", "\n").Replace(before)
	lines = strings.ReplaceAll(lines, "\n\n", "\n\n")
	n := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(before), "\n")
	last := []rune(lines[strings.LastIndexByte(lines, '\n')+1:])
	assert.Equal(t, Position{offset, n + 1, len(last) + 1, len(utf16.Encode(last)) + 1}, got)
}

// TestUTF16Offset: offsets are of the bytes as given.
func TestUTF16Offset(t *testing.T) {
	src := toUTF16("<a>\U0001F600é<", "le")
	var s Scanner
	s.Reset(src, Limits{})
	_, err := events(&s)
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, int64(len(src)), e.Offset)
}

// TestSteadyState: once the buffers have grown, a document costs no allocation.
func TestSteadyState(t *testing.T) {
	doc := []byte("<a xmlns='urn:x' xmlns:p='urn:y'>" + strings.Repeat("<p:b c='1&amp;2' p:d='é'>text &lt; é\r\n<![CDATA[x]]></p:b>\n", 200) + "</a>")
	var s Scanner
	run := func() {
		s.Reset(doc, Limits{})
		for {
			if event, err := s.Next(); err != nil || event == EOF {
				return
			}
		}
	}
	assert.Zero(t, testing.AllocsPerRun(10, run))
	r := bytes.NewReader(nil)
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		r.Reset(doc)
		s.ResetReader(r, Limits{})
		for {
			if event, err := s.Next(); err != nil || event == EOF {
				return
			}
		}
	}))
}

// TestSmallPortions: a tag that does not fit is scanned again, but not once for every byte that comes in.
func TestSmallPortions(t *testing.T) {
	for _, src := range []string{
		"<a" + strings.Repeat(" ", 2<<20) + "/>",
		"<?xml version='1.0'" + strings.Repeat(" ", 2<<20) + "?><a/>",
		"<a b='" + strings.Repeat("x", 2<<20) + "'/>",
		"<a>&#" + strings.Repeat("0", 2<<20) + "65;</a>",
	} {
		var s Scanner
		s.ResetReader(iotest.OneByteReader(strings.NewReader(src)), Limits{})
		_, err := events(&s)
		require.NoError(t, err)
	}
}

func BenchmarkScan(b *testing.B) {
	doc := []byte("<a xmlns='urn:x' xmlns:p='urn:y'>" + strings.Repeat("<p:paragraph eId='para_1__content'><p:num>1.</p:num>\n  <content>Some text with a <i>word</i> or two, and about as long as a line of text in a document.</content></p:paragraph>\n", 20000) + "</a>")
	var s Scanner
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		s.Reset(doc, Limits{})
		for {
			event, err := s.Next()
			if err != nil {
				b.Fatal(err)
			}
			if event == EOF {
				break
			}
		}
	}
}
