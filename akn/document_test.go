package akn

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/internal/shared"
)

// same reports the first difference of two trees, "" if there is none.
func same(a, b *etree.Element) string {
	if a.Space != b.Space || a.Tag != b.Tag || len(a.Attr) != len(b.Attr) || len(a.Child) != len(b.Child) {
		return Path(a) + ": the element, the number of its attributes or of its children"
	}
	for i := range a.Attr {
		if a.Attr[i].FullKey() != b.Attr[i].FullKey() || a.Attr[i].Value != b.Attr[i].Value {
			return Path(a) + ": @" + a.Attr[i].FullKey()
		}
	}
	for i := range a.Child {
		if d := sameToken(a.Child[i], b.Child[i]); d != "" {
			return d
		}
	}
	return ""
}

func sameToken(a, b etree.Token) string {
	switch a := a.(type) {
	case *etree.Element:
		if b, ok := b.(*etree.Element); ok {
			return same(a, b)
		}
	case *etree.CharData:
		if b, ok := b.(*etree.CharData); ok && a.Data == b.Data && a.IsWhitespace() == b.IsWhitespace() {
			return ""
		}
	case *etree.Comment:
		if b, ok := b.(*etree.Comment); ok && a.Data == b.Data {
			return ""
		}
	case *etree.ProcInst:
		if b, ok := b.(*etree.ProcInst); ok && a.Target == b.Target && a.Inst == b.Inst {
			return ""
		}
	}
	return placeOf(a) + ": a token"
}

// corpusXML returns the XML files of the shared corpus.
func corpusXML(t testing.TB) []string {
	var files []string
	root := shared.Dir(t, "corpus")
	for _, sub := range []string{"akn", "un-akn"} {
		err := filepath.WalkDir(filepath.Join(root, sub), func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".xml") || strings.HasSuffix(path, ".akn")) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestCorpusRoundTrip(t *testing.T) {
	read := 0
	for _, file := range corpusXML(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Parse(b)
		if err != nil {
			t.Logf("%s: %v", file, err)
			continue
		}
		read++
		out, err := doc.Bytes()
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		again, err := Parse(out)
		if err != nil {
			t.Errorf("%s: written: %v", file, err)
			continue
		}
		if d := same(doc.Root(), again.Root()); d != "" {
			t.Errorf("%s: %s", file, d)
		}
	}
	t.Logf("%d files", read)
	if read == 0 {
		t.Error("no file was read")
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		offset   int
		part     string
	}{
		{"empty", "", 0, "no element"},
		{"white space alone", " \n", 2, "no element"},
		{"doctype", "<!DOCTYPE a><a/>", 0, "document type"},
		{"doctype late", "<a/><!DOCTYPE a>", 4, "document type"},
		{"entity declaration", "<a><!ENTITY x 'y'></a>", 3, "unknown declaration"},
		{"unknown entity", "<a>&nbsp;</a>", 3, "unknown entity"},
		{"bare ampersand", "<a>x & y</a>", 5, "&amp;"},
		{"NUL reference", "<a>&#0;</a>", 3, "reference"},
		{"surrogate reference", "<a>&#xD800;</a>", 3, "reference"},
		{"huge reference", "<a>&#99999999999999999999;</a>", 3, "reference"},
		{"empty reference", "<a>&#x;</a>", 3, "reference"},
		{"control", "<a>x\x01</a>", 4, "U+0001"},
		{"form feed", "<a>\f</a>", 3, "U+000C"},
		{"U+FFFF", "<a>\uFFFF</a>", 3, "U+FFFF"},
		{"control in attribute", "<a b='\x02'/>", 6, "U+0002"},
		{"control in comment", "<a><!--\x03--></a>", 7, "U+0003"},
		{"not UTF-8", "<a>\xff</a>", 3, "not UTF-8"},
		{"UTF-16", "\xff\xfe<\x00a\x00", 0, "UTF-16"},
		{"encoding", "<?xml version='1.0' encoding='latin1'?><a/>", 37, "UTF-8"},
		{"version", "<?xml version='2.0'?><a/>", 19, "1.0"},
		{"no version", "<?xml encoding='UTF-8'?><a/>", 5, "version"},
		{"late declaration", " <?xml version='1.0'?><a/>", 1, "at the very start"},
		{"undeclared prefix", "<p:a/>", 1, "not declared"},
		{"undeclared attribute prefix", "<a p:b=''/>", 3, "not declared"},
		{"prefix out of scope", "<a><b xmlns:p='u'/><p:c/></a>", 20, "not declared"},
		{"prefix unbound", "<a xmlns:p=''/>", 3, "nothing"},
		{"xmlns as prefix", "<xmlns:a/>", 1, "not declared"},
		{"xml rebound", "<a xmlns:xml='u'/>", 3, "belong"},
		{"attribute twice", "<a b='' b=''/>", 8, "twice"},
		{"attribute twice by namespace", "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", 34, "twice"},
		{"declaration twice", "<a xmlns:p='u' xmlns:p='u'/>", 15, "twice"},
		{"two colons", "<a:b:c xmlns:a='u'/>", 4, "white space"},
		{"name", "<1/>", 1, "name"},
		{"less-than in attribute", "<a b='<'/>", 6, "&lt;"},
		{"unquoted", "<a b=c/>", 5, "quoted"},
		{"no value", "<a b/>", 4, "="},
		{"no space between attributes", "<a b=''c=''/>", 7, "white space"},
		{"content after root", "<a/>x", 4, "outside"},
		{"reference after root", "<a/>&#32;", 4, "outside"},
		{"CDATA after root", "<a/><![CDATA[]]>", 4, "outside"},
		{"two roots", "<a/><b/>", 4, "second root"},
		{"]]> in text", "<a>]]></a>", 3, "]]&gt;"},
		{"-- in comment", "<a><!-- -- --></a>", 8, "comment"},
		{"---> ends comment", "<a><!-- ---></a>", 8, "comment"},
		{"wrong end tag", "<a><b></a></b>", 6, "</b>"},
		{"longer end tag", "<a></ab>", 3, "</a>"},
		{"longer end tag, not ASCII", "<a></aé>", 3, "</a>"},
		{"other prefix in end tag", "<p:a xmlns:p='u' xmlns:q='u'></q:a>", 29, "</p:a>"},
		{"stray end tag", "</a>", 0, "without a start"},
		{"open", "<a><b>", 6, "</b>"},
		{"open tag", "<a ", 3, "in a tag"},
		{"open value", "<a b='", 5, "no end"},
		{"open comment", "<a><!--", 3, "no end"},
		{"open CDATA", "<a><![CDATA[", 3, "no end"},
		{"open instruction", "<a><?x", 3, "no end"},
		{"lone less-than", "<a><", 3, "&lt;"},
		{"slash", "<a/ >", 3, ">"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.in))
			var se *SyntaxError
			if !errors.As(err, &se) {
				t.Fatalf("got %v, want a SyntaxError", err)
			}
			if se.Offset != c.offset || !strings.Contains(se.Msg, c.part) {
				t.Errorf("got %d %q, want %d and %q", se.Offset, se.Msg, c.offset, c.part)
			}
		})
	}
}

func TestParseText(t *testing.T) {
	for _, c := range []struct{ name, in, text string }{
		{"CRLF", "<a>x\r\ny</a>", "x\ny"},
		{"CR", "<a>x\ry\r</a>", "x\ny\n"},
		{"CR reference", "<a>x&#13;&#xA;</a>", "x\r\n"},
		{"five entities", "<a>&lt;&gt;&amp;&apos;&quot;</a>", `<>&'"`},
		{"no second expansion", "<a>&#38;lt;</a>", "&lt;"},
		{"CDATA", "<a>x<![CDATA[<b>&amp;\r\n]]>y</a>", "x<b>&amp;\ny"},
		{"astral", "<a>&#x10FFFF;𝄞</a>", "\U0010FFFF𝄞"},
		{"BOM", "\uFEFF<a>\uFEFF</a>", "\uFEFF"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Parse([]byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := Text(doc.Root()); got != c.text {
				t.Errorf("got %q, want %q", got, c.text)
			}
		})
	}
}

func TestParseAttributeValue(t *testing.T) {
	doc, err := Parse([]byte("<a b='x\r\ny\rz\n\t&#10;&#9;&#13;&lt;\"'/>"))
	if err != nil {
		t.Fatal(err)
	}
	want := "x y z  \n\t\r<\""
	if got := Attr(doc.Root(), "b"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if ns := doc.Root().Attr[0].NamespaceURI(); ns != "" {
		t.Errorf("namespace %q", ns)
	}
}

func TestPosition(t *testing.T) {
	in := "<?xml version='1.0'?>\r\n<a>\r é<b/>\n<c>\r\n\r\n<d/></c></a>"
	doc, err := ParseWith([]byte(in), ParseOptions{Positions: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for e := range All(doc.Root()) {
		p, ok := doc.Position(e)
		if !ok || !strings.HasPrefix(in[p.Offset:], "<"+e.Tag) {
			t.Errorf("%s: %+v, %v", e.Tag, p, ok)
		}
		if line, column := position(in, p.Offset); line != p.Line || column != p.Column {
			t.Errorf("%s: %+v, but errors say %d:%d", e.Tag, p, line, column)
		}
		got = append(got, fmt.Sprintf("%s %d:%d", e.Tag, p.Line, p.Column))
	}
	if s := strings.Join(got, ", "); s != "a 2:1, b 3:3, c 4:1, d 6:1" {
		t.Error(s)
	}
	long := "<a>" + strings.Repeat("é<b/>", 3000) + "</a>"
	if doc, err = ParseWith([]byte(long), ParseOptions{Positions: true}); err != nil {
		t.Fatal(err)
	}
	for e := range All(doc.Root()) {
		p, _ := doc.Position(e)
		if line, column := position(long, p.Offset); line != p.Line || column != p.Column {
			t.Fatalf("%+v, but errors say %d:%d", p, line, column)
		}
	}
	if _, ok := doc.Position(etree.NewElement("a")); ok {
		t.Error("a new element has a position")
	}
	if _, ok := sampleDocument(t).Position(nil); ok {
		t.Error("a position that was not kept")
	}
}

func TestLimits(t *testing.T) {
	small := Limits{Size: 200, Depth: 3, Attributes: 2, AttributeValue: 4, OpenAttributes: 3}
	for _, c := range []struct {
		in    string
		limit LimitName
	}{
		{"<a>" + strings.Repeat("x", 200) + "</a>", LimitSize},
		{"<a><a><a/></a></a>", ""},
		{"<a><a><a><a/></a></a></a>", LimitDepth},
		{"<a b='' c='' d=''/>", LimitAttributes},
		{"<a b='12345'/>", LimitAttributeValue},
		{"<a b='' c=''><a b='' c=''/></a>", LimitOpenAttributes},
		{"<a><a b='' c=''/><a b='' c=''/></a>", ""},
	} {
		none := Limits{Size: -1, Depth: -1, Attributes: -1, AttributeValue: -1, OpenAttributes: -1}
		if _, err := ParseReader(strings.NewReader(c.in), ParseOptions{Limits: none}); err != nil {
			t.Errorf("%s: without limits: %v", c.in, err)
		}
		_, err := ParseWith([]byte(c.in), ParseOptions{Limits: small})
		var le *LimitError
		switch {
		case c.limit == "" && err != nil:
			t.Errorf("%s: %v", c.in, err)
		case c.limit != "" && (!errors.As(err, &le) || le.Name != c.limit):
			t.Errorf("%s: got %v, want the limit of %s", c.in, err, c.limit)
		case c.limit != "" && !strings.Contains(err.Error(), "(Limits."+string(c.limit)+")"):
			t.Errorf("%s: %v does not name the limit %s", c.in, err, c.limit)
		}
		_, err = ParseReader(strings.NewReader(c.in), ParseOptions{Limits: small})
		if (err != nil) != (c.limit != "") {
			t.Errorf("%s: from a reader: %v", c.in, err)
		}
	}
	deep := strings.Repeat("<a>", 1_000_000)
	if _, err := Parse([]byte(deep)); err == nil {
		t.Error("a million open elements were accepted")
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(root *etree.Element)
		path  string
	}{
		{"NUL in text", func(r *etree.Element) { r.CreateElement("p").CreateText("x\x00") }, "akomaNtoso/p"},
		{"not UTF-8", func(r *etree.Element) { r.CreateElement("p"); r.CreateElement("p").CreateText("\xff") }, "akomaNtoso/p[2]"},
		{"form feed in attribute", func(r *etree.Element) { r.CreateAttr("a", "\f") }, "akomaNtoso"},
		{"undeclared prefix", func(r *etree.Element) { r.CreateElement("x:p") }, "akomaNtoso/x:p"},
		{"undeclared attribute prefix", func(r *etree.Element) { r.CreateAttr("x:a", "") }, "akomaNtoso"},
		{"no name", func(r *etree.Element) { r.CreateElement("a b") }, "akomaNtoso/a b"},
		{"comment", func(r *etree.Element) { r.CreateComment("a--b") }, "akomaNtoso"},
		{"instruction", func(r *etree.Element) { r.CreateProcInst("x", "?>") }, "akomaNtoso"},
		{"directive", func(r *etree.Element) { r.CreateDirective("DOCTYPE a") }, "akomaNtoso"},
		{"attribute twice", func(r *etree.Element) {
			r.Attr = append(r.Attr, etree.Attr{Key: "a"}, etree.Attr{Key: "a"})
		}, "akomaNtoso"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := etree.NewElement("akomaNtoso")
			c.build(root)
			var out bytes.Buffer
			_, err := New(root).WriteTo(&out)
			var we *WriteError
			if !errors.As(err, &we) {
				t.Fatalf("got %v, want a WriteError", err)
			}
			if we.Path != c.path {
				t.Errorf("path %q, want %q", we.Path, c.path)
			}
			if out.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
	if _, err := New(nil).Bytes(); err == nil {
		t.Error("a document without a root was written")
	}
}

func TestWriteKeepsEveryCharacter(t *testing.T) {
	const hard = " \t\r\n\r x <&>\"' ]]> &amp; \u0085\u00a0\u2028\ufeff\U0010FFFF "
	root := etree.NewElement("akomaNtoso")
	root.CreateAttr("a", hard)
	root.CreateText(hard)
	root.CreateElement("p").CreateCData("a\rb]]>c")
	doc := New(root)
	b, err := doc.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := Attr(again.Root(), "a"); got != hard {
		t.Errorf("attribute: %q", got)
	}
	if got := Text(again.Root()); got != hard+"a\rb]]>c" {
		t.Errorf("text: %q", got)
	}
}

// Who drops to etree to write gets the same characters.
func TestEtreeWritesTheSame(t *testing.T) {
	root := etree.NewElement("akomaNtoso")
	root.CreateAttr("a", " \t\r\n<&>\"' ")
	root.CreateText(" \t\r\n<&>\"' ")
	b, err := New(root).Etree().WriteToBytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if d := same(root, again.Root()); d != "" {
		t.Errorf("%s differs in %s", d, b)
	}
}

func TestIndent(t *testing.T) {
	in := `<akomaNtoso xmlns="` + Namespace + `"><statement><mainBody><paragraph><num>1.</num><content>` +
		`<p><b>a</b><i>b</i></p></content></paragraph><p xml:space="preserve"> </p></mainBody></statement></akomaNtoso>`
	doc, err := Parse([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if _, err := doc.WriteWith(&b, WriteOptions{Indent: " "}); err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="` + Namespace + `">
 <statement>
  <mainBody>
   <paragraph>
    <num>1.</num>
    <content>
     <p><b>a</b><i>b</i></p>
    </content>
   </paragraph>
   <p xml:space="preserve"> </p>
  </mainBody>
 </statement>
</akomaNtoso>
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
	again, err := Parse([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	var second strings.Builder
	if _, err := again.WriteWith(&second, WriteOptions{Indent: " "}); err != nil || second.String() != want {
		t.Errorf("a second time: %v\n%s", err, second.String())
	}
}

func TestLocal(t *testing.T) {
	in := `<a:akomaNtoso xmlns:a="` + Namespace + `" xmlns:f="urn:f" xmlns="urn:g">` +
		`<p>foreign</p><f:p/><a:p eId="x"/><p xmlns="` + Namespace + `"><p/><f:p/></p><p/>` +
		`<a:p xmlns:a="urn:f"/></a:akomaNtoso>`
	doc, err := Parse([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for e, local := range Walk(doc.Root()) {
		if l := Local(e); l != local {
			t.Errorf("%s: Local %q, Walk %q", Path(e), l, local)
		}
		got = append(got, local)
	}
	want := "akomaNtoso,,,p,p,p,,,"
	if strings.Join(got, ",") != want {
		t.Errorf("got %q, want %q", strings.Join(got, ","), want)
	}
	if n := len(Children(doc.Root(), "p")); n != 2 {
		t.Errorf("%d children p", n)
	}
	if doc.ByEID("x") == nil || doc.EIDs()["x"] != doc.ByEID("x") {
		t.Error("eId x was not found")
	}
}

func TestLocalOfFragment(t *testing.T) {
	p := etree.NewElement("p")
	if Local(p) != "p" || !Is(p, "a", "p") {
		t.Error("a fragment's p is not a p")
	}
	plain := etree.NewDocument()
	plain.SetRoot(etree.NewElement("p"))
	if Local(plain.Root()) != "" {
		t.Error("the p of a document without namespaces is a p")
	}
	for _, local := range Walk(plain.Root()) {
		if local != "" {
			t.Error("Walk differs from Local")
		}
	}
	if Local(New(etree.NewElement("akomaNtoso")).Root()) != "akomaNtoso" {
		t.Error("New gives no namespace")
	}
}

func TestText(t *testing.T) {
	in := `<akomaNtoso xmlns="` + Namespace + `"><statement><meta><p>no</p></meta><p>a<eop/> b<eol/>c<authorialNote><p>note</p>` +
		`</authorialNote>,<eol breakAt="2"/> d <eop/>e<f:authorialNote xmlns:f="urn:f">f</f:authorialNote></p></statement></akomaNtoso>`
	doc, err := Parse([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Text(doc.Root()), "a b c, d ef"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := TextWithNotes(doc.Root()), "a b cnote, d ef"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "<a/>", "<?xml version='1.0'?><!--c--><a b='&#10;'>x<?p i?>\r\n&#13;<![CDATA[]]]]><![CDATA[>]]></a><!--d-->",
		"<p:a xmlns:p='u' p:b=''/>", "\uFEFF<a>\r</a>", "<a>&lt;]]&gt;</a>", "<a xmlns='u'><b xmlns=''/></a>",
		"<a b='\x00'/>", "<é·/>", "<a><!----></a>", "<a xml:space='preserve'> </a>", "<!DOCTYPE a><a/>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := Parse(b)
		if err != nil {
			var se *SyntaxError
			var le *LimitError
			if !errors.As(err, &se) && !errors.As(err, &le) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		// What was read can be written.
		out, err := doc.Bytes()
		if err != nil {
			t.Fatalf("read, but not written: %v", err)
		}
		// What was written reads back to an equal tree.
		again, err := Parse(out)
		if err != nil {
			t.Fatalf("written, but not read: %v\n%q", err, out)
		}
		if d := same(&doc.Etree().Element, &again.Etree().Element); d != "" {
			t.Fatalf("%s differs\n%q", d, out)
		}
		// Writing is a function of the tree.
		twice, err := again.Bytes()
		if err != nil || !bytes.Equal(out, twice) {
			t.Fatalf("written twice, %v:\n%q\n%q", err, out, twice)
		}
		// What we accept etree's own reader accepts, too, but for names:
		// encoding/xml has those of the fourth edition of XML, we the fifth's.
		err = etree.NewDocument().ReadFromBytes(out)
		if err != nil && !strings.Contains(err.Error(), "invalid XML name") {
			t.Fatalf("etree: %v\n%q", err, out)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	in := benchmarkDocument()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLocal(b *testing.B) {
	doc, err := Parse(benchmarkDocument())
	if err != nil {
		b.Fatal(err)
	}
	var p *etree.Element
	for e := range Find(doc.Root(), "ref") {
		p = e
	}
	for b.Loop() {
		if Local(p) == "" {
			b.Fatal()
		}
	}
}

func benchmarkDocument() []byte {
	var b strings.Builder
	b.WriteString(`<akomaNtoso xmlns="` + Namespace + `"><statement name="resolution"><mainBody eId="body">`)
	for range 1000 {
		b.WriteString(`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p><term refersTo="#x">Requests</term>` +
			` the Secretariat to report on <ref eId="ref_1" href="/akn/un/x">this &amp; that</ref> as soon as it can be done;</p></content></paragraph>`)
	}
	b.WriteString(`</mainBody></statement></akomaNtoso>`)
	return []byte(b.String())
}
