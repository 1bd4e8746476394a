package validate_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// largestMutant keeps the tests short: larger documents are judged as they are, but not mutated.
const largestMutant = 60_000

// A mutator breaks documents in the ways that people and programs do, by a seed: the same seed, the same mutant.
type mutator struct {
	rand     *rand.Rand
	src      []byte
	elements []elementSpan
	names    []string // of elements of Akoma Ntoso
}

// elementSpan is where an element stands in the source.
type elementSpan struct {
	start, startEnd, endStart, end int
	parent                         int // index, -1 for the root
	next                           int // index of the next sibling, -1 for none
	depth                          int
}

// spans finds the elements of a well-formed document.
func spans(src []byte) (out []elementSpan) {
	d := xml.NewDecoder(bytes.NewReader(src))
	var open []int
	last := map[int]int{} // parent -> its last child
	for {
		from := int(d.InputOffset())
		tok, err := d.RawToken()
		if err != nil {
			return out
		}
		switch tok.(type) {
		case xml.StartElement:
			e := elementSpan{start: from, startEnd: int(d.InputOffset()), parent: -1, next: -1, depth: len(open)}
			if len(open) > 0 {
				e.parent = open[len(open)-1]
			}
			if prev, ok := last[e.parent]; ok {
				out[prev].next = len(out)
			}
			last[e.parent] = len(out)
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			top := open[len(open)-1]
			open = open[:len(open)-1]
			out[top].endStart, out[top].end = from, int(d.InputOffset())
			if bytes.HasSuffix(src[out[top].start:out[top].startEnd], []byte("/>")) {
				out[top].endStart, out[top].end = out[top].startEnd, out[top].startEnd
			}
		}
	}
}

// A mutation changes the source of one element; it returns nil where it does not apply.
type mutation struct {
	name  string
	apply func(m *mutator, e elementSpan) []byte
}

var attributePattern = regexp.MustCompile(`\s([A-Za-z_][\w.:-]*)\s*=\s*("[^"]*"|'[^']*')`)

// splice replaces a part of the source.
func (m *mutator) splice(from, to int, by string) []byte {
	out := make([]byte, 0, len(m.src)+len(by))
	out = append(out, m.src[:from]...)
	out = append(out, by...)
	return append(out, m.src[to:]...)
}

func (m *mutator) text(e elementSpan) string { return string(m.src[e.start:e.end]) }

func (m *mutator) any() elementSpan { return m.elements[m.rand.IntN(len(m.elements))] }

func (m *mutator) pick(of ...string) string { return of[m.rand.IntN(len(of))] }

// attribute picks one attribute of a start tag: the bounds of name and value in the source.
func (m *mutator) attribute(e elementSpan) (nameFrom, nameTo, valueFrom, valueTo int, ok bool) {
	all := attributePattern.FindAllSubmatchIndex(m.src[e.start:e.startEnd], -1)
	for range 4 {
		if len(all) == 0 {
			return 0, 0, 0, 0, false
		}
		a := all[m.rand.IntN(len(all))]
		if !bytes.HasPrefix(m.src[e.start+a[2]:], []byte("xmlns")) {
			return e.start + a[2], e.start + a[3], e.start + a[4] + 1, e.start + a[5] - 1, true
		}
	}
	return 0, 0, 0, 0, false
}

// within is a place inside an element: after its start tag, before its end tag, or around a child.
func (m *mutator) within(e elementSpan) (int, bool) {
	if e.endStart == e.end {
		return 0, false
	}
	if m.rand.IntN(2) == 0 {
		return e.startEnd, true
	}
	return e.endStart, true
}

func (m *mutator) insert(e elementSpan, text string) []byte {
	at, ok := m.within(e)
	if !ok {
		return nil
	}
	return m.splice(at, at, text)
}

func (m *mutator) rename(e elementSpan, name string) []byte {
	tag := string(m.src[e.start:e.startEnd])
	old := regexp.MustCompile(`^<([^\s/>]+)`).FindStringSubmatch(tag)[1]
	if i := strings.IndexByte(old, ':'); i >= 0 {
		name = old[:i+1] + name
	}
	tag = "<" + name + tag[1+len(old):]
	inner := string(m.src[e.startEnd:e.endStart])
	if e.endStart == e.end {
		return m.splice(e.start, e.end, tag)
	}
	return m.splice(e.start, e.end, tag+inner+"</"+name+">")
}

func (m *mutator) setValue(e elementSpan, value string) []byte {
	_, _, from, to, ok := m.attribute(e)
	if !ok {
		return nil
	}
	return m.splice(from, to, value)
}

func (m *mutator) addAttribute(e elementSpan, text string) []byte {
	at := e.startEnd - 1
	if e.endStart == e.end {
		at--
	}
	return m.splice(at, at, " "+text)
}

// setNamed gives the first attribute of a kind another value.
func (m *mutator) setNamed(e elementSpan, name *regexp.Regexp, value string) []byte {
	for _, a := range attributePattern.FindAllSubmatchIndex(m.src[e.start:e.startEnd], -1) {
		if name.Match(m.src[e.start+a[2] : e.start+a[3]]) {
			return m.splice(e.start+a[4]+1, e.start+a[5]-1, value)
		}
	}
	return nil
}

var (
	dateName     = regexp.MustCompile(`^(date|start|end)$`)
	languageName = regexp.MustCompile(`^(language|xml:lang)$`)
	eidName      = regexp.MustCompile(`^eId$`)
	hrefName     = regexp.MustCompile(`^(href|src|refersTo|source|value)$`)
)

var mutations = []mutation{
	{"drop", func(m *mutator, e elementSpan) []byte { return m.splice(e.start, e.end, "") }},
	{"double", func(m *mutator, e elementSpan) []byte { return m.splice(e.end, e.end, m.text(e)) }},
	{"swap", func(m *mutator, e elementSpan) []byte {
		if e.next < 0 {
			return nil
		}
		n := m.elements[e.next]
		return m.splice(e.start, n.end, m.text(n)+string(m.src[e.end:n.start])+m.text(e))
	}},
	{"rename to known", func(m *mutator, e elementSpan) []byte { return m.rename(e, m.pick(m.names...)) }},
	{"misspell", func(m *mutator, e elementSpan) []byte {
		return m.rename(e, m.pick("contnt", "paragrph", "P", "nmu", "xyz"))
	}},
	{"foreign", func(m *mutator, e elementSpan) []byte {
		return m.insert(e, m.pick(`<x xmlns="urn:x"/>`, `<x xmlns="urn:x">text<y z="1"/></x>`, `<f:x xmlns:f="urn:f"/>`, `<x xmlns=""/>`))
	}},
	{"foreign around known", func(m *mutator, e elementSpan) []byte {
		return m.insert(e, `<x xmlns="urn:x">`+m.text(m.any())+`</x>`)
	}},
	{"insert known", func(m *mutator, e elementSpan) []byte { return m.insert(e, m.text(m.any())) }},
	{"insert empty", func(m *mutator, e elementSpan) []byte { return m.insert(e, "<"+m.pick(m.names...)+"/>") }},
	{"unwrap", func(m *mutator, e elementSpan) []byte {
		return m.splice(e.start, e.end, string(m.src[e.startEnd:e.endStart]))
	}},
	{"wrap", func(m *mutator, e elementSpan) []byte {
		name := m.pick(m.names...)
		return m.splice(e.start, e.end, "<"+name+">"+m.text(e)+"</"+name+">")
	}},
	{"empty", func(m *mutator, e elementSpan) []byte { return m.splice(e.startEnd, e.endStart, "") }},
	{"drop attribute", func(m *mutator, e elementSpan) []byte {
		from, _, _, to, ok := m.attribute(e)
		if !ok {
			return nil
		}
		return m.splice(from, to+1, "")
	}},
	{"unknown attribute", func(m *mutator, e elementSpan) []byte {
		return m.addAttribute(e, m.pick(`colour="red"`, `eid="x"`, `xmlns:f="urn:f" f:x="1"`, `xml:space="preserve"`, `xml:lang="fr"`, `xml:base="a b"`, `xml:other="1"`, `xml:id="one"`))
	}},
	{"rename attribute", func(m *mutator, e elementSpan) []byte {
		from, to, _, _, ok := m.attribute(e)
		if !ok {
			return nil
		}
		return m.splice(from, to, m.pick("name", "value", "href", "xyz", "class", "date"))
	}},
	{"malformed value", func(m *mutator, e elementSpan) []byte {
		return m.setValue(e, m.pick("", " ", "a b", "%zz", "#a", "http://a b", "&#9;x", "é", "::", "-1", "1.5", "{}", "http://[", "a%20b", "\\", "x&#xA;"))
	}},
	{"date", func(m *mutator, e elementSpan) []byte {
		return m.setNamed(e, dateName, m.pick("2021-02-29", "2020-02-29", "2021-13-01", "2021-1-1", "0000-01-01", "-0001-01-01", "2021-10-08Z", "2021-10-08+14:00", "2021-10-08+14:01",
			"2021-10-08T10:00:00", "2021-10-08T24:00:00", "2021-10-08T24:00:01", "2021-10-08T10:00", "2021-10-08T10:00:00.123Z", " 2021-10-08 ", "20211008", "12021-10-08", "", "8 October 2021", "2021-10-08T10:00:00.123456789012345678901", "123456789012345-01-01", "99999999999999999999-01-01", "-2021-10-08", "2021-10-08T10:00:00+13:60", "2021-10-08T10:00:60", "2021-10-08T10:00:00."))
	}},
	{"language", func(m *mutator, e elementSpan) []byte {
		return m.setNamed(e, languageName, m.pick("", "fr", "fra", "french-language", "x", "fr_FR", "zh-Hant-TW", "123", "fr-", " fr ", "abcdefghi"))
	}},
	{"eId", func(m *mutator, e elementSpan) []byte {
		return m.setNamed(e, eidName, m.pick("", " ", "a b", "a&#10;", "é", " a", "a\tb", "1"))
	}},
	{"duplicate eId", func(m *mutator, e elementSpan) []byte {
		other := m.any()
		for _, a := range attributePattern.FindAllSubmatch(m.src[other.start:other.startEnd], -1) {
			if string(a[1]) == "eId" || string(a[1]) == "GUID" {
				return m.setNamed(e, regexp.MustCompile("^"+string(a[1])+"$"), string(a[2][1:len(a[2])-1]))
			}
		}
		return nil
	}},
	{"reference", func(m *mutator, e elementSpan) []byte {
		return m.setNamed(e, hrefName, m.pick("", "#", "#a", "a b", "http://example.org/a b", "%", "%41", "//", "http://", "x:y", "1:2", "<>", "a|b", "{a}", "é", "http://é.example/", "[", "a[b]", "http://[::1]/", "http://[x]/", "http://a:b/", "http://a:80/", "mailto:a@b", "?", "a?b?c", "\"", "^", "`", "..//..", ":a", "a:", "#a#b", "a#b#", "a%2", "http://example.org:port/"))
	}},
	{"text", func(m *mutator, e elementSpan) []byte {
		return m.insert(e, m.pick("stray", "&#32;", "&amp;", "\u00a0", "\n"))
	}},
	{"CDATA", func(m *mutator, e elementSpan) []byte {
		return m.insert(e, m.pick("<![CDATA[]]>", "<![CDATA[ ]]>", "<![CDATA[x]]>"))
	}},
	{"comment", func(m *mutator, e elementSpan) []byte { return m.insert(e, m.pick("<!-- c -->", "<?p i?>", "<!---->")) }},
	{"no namespace", func(m *mutator, e elementSpan) []byte {
		return m.addAttribute(e, m.pick(`xmlns=""`, `xmlns="urn:x"`, `xmlns="http://www.akomantoso.org/2.0"`))
	}},
	{"instance", func(m *mutator, e elementSpan) []byte {
		return m.addAttribute(e, `xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:d="http://www.w3.org/2001/XMLSchema" xmlns:k="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" `+
			m.pick(`i:nil="true"`, `i:nil="false"`, `i:nil="x"`, `i:type="k:inline"`, `i:type="k:xyz"`, `i:type="d:string"`, `i:type="z:a"`, `i:type="k:hierarchy"`, `i:schemaLocation="a b"`, `i:other="x"`))
	}},
	{"cut off", func(m *mutator, e elementSpan) []byte { return m.src[:e.start+m.rand.IntN(max(len(m.src)-e.start, 1))] }},
	{"markup", func(m *mutator, e elementSpan) []byte {
		return m.insert(e, m.pick("<", "&", "]]>", "</x>", "<x>", "&nbsp;", "\x01", "<!DOCTYPE a>", "<a b=c/>", "&#0;", "\xff"))
	}},
}

// mutate makes the mutant of a seed, and says how. It is nil where the mutation drawn does not apply.
func mutate(src []byte, elements []elementSpan, names []string, seed uint64) (mutant []byte, how string) {
	m := &mutator{rand: rand.New(rand.NewPCG(1, seed)), src: src, elements: elements, names: names}
	change := mutations[m.rand.IntN(len(mutations))]
	e := m.any()
	return change.apply(m, e), fmt.Sprintf("%s at byte %d", change.name, e.start)
}
