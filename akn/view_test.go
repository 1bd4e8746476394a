package akn

import (
	"errors"
	"strings"
	"testing"
)

// sample is a small document with all that the views are for.
const sample = `<akomaNtoso xmlns="` + Namespace + `" xmlns:f="urn:foreign"><statement name="draftResolution" contains="originalVersion">
<meta><identification source="#ntoso"><FRBRWork><FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/A-C.3-76-L.5/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/A-C.3-76-L.5"/><FRBRalias value="https://undocs.org/A/C.3/76/L.5" name="undocs"/>
<FRBRdate date="2021-10-08" name="issuance"/><FRBRauthor href="#unga" as="#author"/><FRBRcountry value="un"/>
<FRBRnumber value="A-C.3-76-L.5" showAs="A/C.3/76/L.5"/></FRBRWork>
<FRBRExpression><FRBRthis value=""/><FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/A-C.3-76-L.5/fra@2021-10-08"/><FRBRdate date="2021-10-08" name="publication"/>
<FRBRauthor href="#unga"/><FRBRlanguage language="fra"/><FRBRtranslation href="/x" fromLanguage="eng" by="#unga"/></FRBRExpression>
<FRBRManifestation><FRBRthis value=""/><FRBRuri value=""/><FRBRdate date="2021-10-08" name="markup"/><FRBRauthor href="#ntoso"/><FRBRformat value="xml"/></FRBRManifestation></identification>
<publication date="2021-10-08" name="document" showAs="A/C.3/76/L.5" number="A/C.3/76/L.5"/>
<classification source="#ntoso"><keyword eId="keyword_1" refersTo="#agendaItem" value="108" showAs="Crime prevention" dictionary="#agenda"/></classification>
<workflow source="#ntoso"><step eId="step_1" date="2021-10-08" by="#ita" as="#sponsor" outcome="#draft" refersTo="#submission"/></workflow>
<analysis source="#ntoso"><otherReferences source="#ntoso"><alternativeReference for="#ref_1" href="https://undocs.org/A/RES/75/196"/></otherReferences></analysis>
<references source="#ntoso"><TLCOrganization eId="unga" href="/akn/ontology/organization/un/unga" showAs="General Assembly"/></references></meta>
<coverPage><p><docDate date="2021-10-08" refersTo="#dateOfIssuance">8 October 2021</docDate></p></coverPage>
<preface><p><organization refersTo="#ita">Italy</organization>: draft resolution</p><p><docTitle>A title</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="Recalling" refersTo="#recalling"><p><term refersTo="#recalling">Recalling</term> its <ref eId="ref_1" href="/akn/un/statement/deliberation/unga/2020-12-16/75-196" title="A/RES/75/196">resolution 75/196</ref>,<authorialNote eId="authorialNote_1" marker="1" placement="bottom"><p>See <ref href="https://undocs.org/A/CONF.234/16" title="A/CONF.234/16">A/CONF.234/16</ref>.</p></authorialNote> and others,</p></container>
<container name="Noting" refersTo="#noting"><p>Noting:</p><blockList><item><num>(a)</num><p>one;</p></item></blockList></container></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content><p><term refersTo="#requests">Requests</term> the Secretary-<eol/>General<noteRef href="#authorialNote_1" marker="1" placement="bottom"/> to <f:p>act</f:p><eop number="2"/> on <date date="2021-10-08">8 October 2021</date>;</p></content></paragraph>
<section eId="sec_I"><num>I</num><heading>Follow-up</heading><paragraph eId="sec_I__para_2"><num>2.</num><list><intro><p><term refersTo="#urges">Urges</term> all:</p></intro>
<point><num>(a)</num><content><p>To do;</p></content></point><point><num>(b)</num><list><intro><p>To be:</p></intro><point><num>(i)</num><content><p>So;</p></content></point></list></point></list></paragraph></section></mainBody>
<attachments><attachment><heading>Annex</heading><doc name="annex"><meta/><mainBody><paragraph><content><p>Annexed.</p></content></paragraph></mainBody></doc></attachment></attachments>
</statement></akomaNtoso>`

func sampleDocument(t testing.TB) *Document {
	t.Helper()
	doc, err := Parse([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestStatementView(t *testing.T) {
	doc := sampleDocument(t)
	s := doc.Statement()
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	check("name", s.Name(), "draftResolution")
	check("title", s.Title(), "A title")
	check("formula", s.Preamble().Formula().Text(), "The General Assembly,")
	check("keyword", collect[Keyword](doc.Meta())[0].Value(), "108")
	check("TLC", doc.TLC("#unga").ShowAs()+doc.TLC("#unga").Class(), "General AssemblyOrganization")
	check("publication", doc.Publication().Number(), "A/C.3/76/L.5")
	check("annex", s.Attachments()[0].Heading()+s.Attachments()[0].Statement().Body().Paragraphs()[0].Words(), "AnnexAnnexed.")
	check("section", s.Body().Sections()[0].Num()+s.Body().Sections()[0].Heading(), "IFollow-up")
	check("organization", collect[Organization](doc.Root())[0].Concept(), "#ita")
	check("dates", collect[Date](doc.Root())[0].Concept()+collect[Date](doc.Root())[1].ISO(), "#dateOfIssuance2021-10-08")
	check("page end", collect[PageEnd](doc.Root())[0].Number(), "2")
	for step := range doc.Steps() {
		check("step", step.Date()+step.By()+step.As()+step.Outcome()+step.Concept(), "2021-10-08#ita#sponsor#draft#submission")
	}
	var phrases, numbers, refs []string
	for r := range doc.Recitals() {
		phrases = append(phrases, r.Phrase()+r.Concept())
	}
	for p := range doc.Paragraphs() {
		numbers = append(numbers, p.Num()+p.Phrase().Text())
	}
	for r := range doc.Refs() {
		refs = append(refs, r.Symbol().String())
	}
	check("recitals", strings.Join(phrases, " "), "Recalling#recalling Noting#noting")
	check("paragraphs", strings.Join(numbers, " "), "1.Requests 2.Urges ")
	check("refs", strings.Join(refs, " "), "A/RES/75/196 A/CONF.234/16")
}

func TestParagraphView(t *testing.T) {
	doc := sampleDocument(t)
	one, _ := As[Paragraph](doc.ByEID("para_1"))
	if got, want := one.Words(), "Requests the Secretary- General to act on 8 October 2021;"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	two, ok := As[Paragraph](doc.ByEID("sec_I__para_2"))
	if !ok || two.Intro() != "Urges all:" || len(two.Points()) != 2 {
		t.Fatalf("%q, %d points", two.Intro(), len(two.Points()))
	}
	if b := two.Points()[1]; b.Num() != "(b)" || b.Intro() != "To be:" || b.Points()[0].Num() != "(i)" {
		t.Errorf("point %q %q", b.Num(), b.Intro())
	}
	if _, ok := As[Paragraph](doc.Body()); ok {
		t.Error("a body is a paragraph")
	}
	var none Paragraph
	if none.Exists() || none.Text()+none.Num()+none.Words()+none.EID()+none.Phrase().Text() != "" || none.SetWords("x") == nil {
		t.Error("the paragraph that is not there has something")
	}
}

func TestNoteView(t *testing.T) {
	doc := sampleDocument(t)
	for n := range doc.Notes() {
		if n.Marker() != "1" || n.Text() != "See A/CONF.234/16." || len(n.Calls()) != 2 || Attr(n.Block(), "name") != "Recalling" {
			t.Errorf("%q %q %d %v", n.Marker(), n.Text(), len(n.Calls()), n.Block())
		}
		n.SetMarker("7")
		if err := n.SetText("See A/CONF.234/16, annex."); err != nil {
			t.Error(err)
		}
	}
	for r := range Each[NoteRef](doc.Root()) {
		if r.Marker() != "7" || r.Note().Text() != "See A/CONF.234/16, annex." {
			t.Errorf("%q %q", r.Marker(), r.Note().Text())
		}
	}
}

func TestFRBRViews(t *testing.T) {
	doc := sampleDocument(t)
	w := doc.Statement().Work()
	symbol, ok := w.Symbol()
	if !ok || symbol.String() != "A/C.3/76/L.5" || w.Alias("undocs") == "" || w.Country() != "un" {
		t.Error(symbol)
	}
	w.SetSubtype("deliberation")
	w.SetDate("2021-10-09", "issuance")
	w.SetAuthor("#unga", "")
	s, _ := ParseSymbol("A/C.3/76/L.5/Rev.1")
	w.SetSymbol(s)
	var names []string
	for _, c := range Children(w.Element()) {
		names = append(names, strings.TrimPrefix(c.Tag, "FRBR"))
	}
	if got, want := strings.Join(names, " "), "this uri alias date author country subtype number"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, as := w.Author(); as != "" {
		t.Error("the role stays")
	}
	if value, showAs := w.Number(); value != "A-C.3-76-L.5-Rev.1" || showAs != "A/C.3/76/L.5/Rev.1" {
		t.Error(value, showAs)
	}
	w.SetSubtype("")
	if First(w.Element(), "FRBRsubtype") != nil {
		t.Error("the subtype stays")
	}
	e := doc.Statement().Expression()
	if i, err := e.IRI(); err != nil || i.Language() != "fra" || e.Language() != "fra" {
		t.Error(i, err)
	}
	if href, from := e.Translation(); href != "/x" || from != "eng" {
		t.Error(href, from)
	}
	if doc.Statement().Manifestation().Format() != "xml" {
		t.Error("format")
	}
	var none FRBRWork
	none.SetCountry("un")
	if none.Country() != "" {
		t.Error("a work that is not there has a country")
	}
}

func TestSetText(t *testing.T) {
	for _, c := range []struct {
		name, p, text, want string // want is the p's content, "" if refused
	}{
		{"a word", `a b c`, "a x c", `a x c`},
		{"none", `a`, "a", `a`},
		{"to nothing", `a`, "", ``},
		{"from nothing", ``, "a", `a`},
		{"keeps a note", `a b<authorialNote><p>n</p></authorialNote> c`, "a x c", `a x<authorialNote><p>n</p></authorialNote> c`},
		{"over a note", `a b<authorialNote><p>n</p></authorialNote> c d`, "a x d", `a x<authorialNote><p>n</p></authorialNote> d`},
		{"after a ref", `a <ref href="u">75/1</ref> c`, "a 75/1 d", `a <ref href="u">75/1</ref> d`},
		{"within a ref", `a <ref href="u">75/1</ref> c`, "a 75/2 c", ""},
		{"into a ref", `a <ref href="u">75/1</ref> c`, "a 75/x1 c", ""},
		{"at the end of a ref", `a <ref href="u">75/1</ref> c`, "a 75/1, c", `a <ref href="u">75/1</ref>, c`},
		{"between refs", `<ref href="u">1</ref><ref href="v">2</ref>`, "1, 2", `<ref href="u">1</ref>, <ref href="v">2</ref>`},
		{"removes a ref", `a <ref href="u">75/1</ref> c`, "a  c", `a  c`},
		{"replaces a ref", `a <ref href="u">75/1</ref> c`, "a that c", `a that c`},
		{"replaces a ref with a note", `a <ref href="u">75/1<authorialNote><p>n</p></authorialNote></ref> c`, "a that c",
			`a that<authorialNote><p>n</p></authorialNote> c`},
		{"in emphasis", `a <i>b</i> c`, "a bx c", `a <i>bx</i> c`},
		{"emphasis goes", `a <i>b</i> c`, "a  c", `a  c`},
		{"date", `a <date date="2021-10-08">8 October</date>`, "a 9 October", ""},
		{"keeps a page end", `a <eop/>b c`, "a b x", `a <eop/>b x`},
		{"over a page end that is a space", `a<eop/>b`, "a-b", ""},
		{"not UTF-8", `a`, "\xff", ""},
		{"form feed", `a`, "\f", ""},
		{"two-byte letters", `é`, "è", `è`},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := `<akomaNtoso xmlns="` + Namespace + `"><statement><mainBody><paragraph><num>1.</num><content><p>` + c.p +
				`</p></content></paragraph></mainBody></statement></akomaNtoso>`
			doc, err := Parse([]byte(in))
			if err != nil {
				t.Fatal(err)
			}
			before, _ := doc.Bytes()
			err = doc.Statement().Body().Paragraphs()[0].SetWords(c.text)
			after, werr := doc.Bytes()
			if werr != nil {
				t.Fatal(werr)
			}
			var ee *EditError
			if err != nil && (!errors.As(err, &ee) || string(before) != string(after)) {
				t.Fatalf("refused with %v, changed: %v", err, string(before) != string(after))
			}
			refused := c.want == "" && c.text != ""
			if refused != (err != nil) {
				t.Fatalf("error %v\n%s", err, after)
			}
			want := strings.Replace(string(before), "<p>"+c.p+"</p>", "<p>"+c.want+"</p>", 1)
			want = strings.Replace(strings.Replace(want, "<p/>", "<p>"+c.want+"</p>", 1), "<p></p>", "<p/>", 1)
			if err == nil && string(after) != want {
				t.Errorf("got %s\nwant %s", after, want)
			}
		})
	}
}

func TestSetTextRefusesStructure(t *testing.T) {
	doc := sampleDocument(t)
	var ee *EditError
	two, _ := As[Paragraph](doc.ByEID("sec_I__para_2"))
	if err := two.SetWords("x"); !errors.As(err, &ee) || !strings.Contains(ee.Path, "paragraph") {
		t.Errorf("paragraph with points: %v", err)
	}
	if err := two.SetIntro("Urges everyone:"); err != nil || two.Intro() != "Urges everyone:" || two.Phrase().Text() != "Urges" {
		t.Errorf("intro: %v, %q", err, two.Intro())
	}
	if err := two.Points()[0].SetWords("To do it;"); err != nil || two.Points()[0].Words() != "To do it;" {
		t.Error(err)
	}
	var recitals []Recital
	for r := range doc.Recitals() {
		recitals = append(recitals, r)
	}
	if err := recitals[0].SetText("Recalling also its resolution 75/196, and others,"); err != nil {
		t.Error(err)
	}
	if recitals[0].Phrase() != "Recalling" || !strings.HasPrefix(recitals[0].Text(), "Recalling also its") {
		t.Errorf("%q %q", recitals[0].Phrase(), recitals[0].Text())
	}
	if err := recitals[1].SetText("x"); err == nil {
		t.Error("a recital with sub-items was set")
	}
	if err := doc.Statement().Body().Sections()[0].SetHeading("Means"); err != nil {
		t.Error(err)
	}
}

func TestSetIntro(t *testing.T) {
	doc := sampleDocument(t)
	para, _ := As[Paragraph](doc.ByEID("sec_I__para_2"))
	point := para.Points()[1]
	if err := point.SetWords("x"); err == nil {
		t.Error("a point with points of its own was set")
	}
	if err := point.SetIntro("To become:"); err != nil || point.Intro() != "To become:" || point.Points()[0].Words() != "So;" {
		t.Errorf("%v, %q, %q", err, point.Intro(), point.Points()[0].Words())
	}
	for r := range doc.Recitals() {
		if len(r.Points()) == 0 {
			continue
		}
		if err := r.SetIntro("Noting also:"); err != nil || r.Intro() != "Noting also:" || r.Points()[0].Words() != "one;" {
			t.Errorf("%v, %q, %q", err, r.Intro(), r.Points()[0].Words())
		}
		if err := r.Points()[0].SetIntro("two;"); err != nil || r.Points()[0].Words() != "two;" {
			t.Errorf("%v, %q", err, r.Points()[0].Words())
		}
	}
}

// TestReferenceViews: the address that stands for a reference in other systems, and a reference to a range.
func TestReferenceViews(t *testing.T) {
	doc := sampleDocument(t)
	n := 0
	for a := range Each[AlternativeReference](doc.Root()) {
		n++
		if a.For() != "#ref_1" || a.Href() != "https://undocs.org/A/RES/75/196" {
			t.Errorf("%q %q", a.For(), a.Href())
		}
	}
	if n != 1 {
		t.Errorf("%d other addresses", n)
	}
	ranges, err := Parse([]byte(`<p xmlns="` + Namespace + `">See <rref from="#para_1" upTo="#para_3">paragraphs 1 to 3</rref>.</p>`))
	if err != nil {
		t.Fatal(err)
	}
	n = 0
	for r := range Each[RRef](ranges.Root()) {
		n++
		if from, upTo := r.Range(); from != "#para_1" || upTo != "#para_3" {
			t.Errorf("%q %q", from, upTo)
		}
	}
	if n != 1 {
		t.Errorf("%d ranges", n)
	}
}

// TestNoDocument: what stands for no document or element answers with nothing or an error.
func TestNoDocument(t *testing.T) {
	for _, doc := range []*Document{nil, {}, New(nil)} {
		var we *WriteError
		if _, err := doc.Bytes(); !errors.As(err, &we) {
			t.Errorf("Bytes: %v", err)
		}
		if _, err := doc.WriteTo(nil); !errors.As(err, &we) {
			t.Errorf("WriteTo: %v", err)
		}
		if _, ok := doc.Position(nil); ok {
			t.Error("nothing has a position")
		}
		doc.Etree()
		doc.Copy()
		doc.Resolution()
		doc.Statement().Work().SetNumber("1", "1")
		AssignEIDs(doc)
		Normalize(doc)
	}
	for _, err := range []error{
		Paragraph{}.SetWords("x"), Paragraph{}.SetIntro("x"), Point{}.SetWords("x"), Point{}.SetIntro("x"), Recital{}.SetText("x"),
		Recital{}.SetIntro("x"), Note{}.SetText("x"), Formula{}.SetText("x"), Section{}.SetHeading("x"),
	} {
		var ee *EditError
		if !errors.As(err, &ee) || err.Error() != "there is no element to set the text of" {
			t.Errorf("a zero view: %v", err)
		}
	}
}

func FuzzSetText(f *testing.F) {
	f.Add("Requests the Secretary- General to act on 8 October 2021;")
	f.Add("")
	f.Add("Requests 8 October 2021")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, text string) {
		doc := sampleDocument(t)
		p, _ := As[Paragraph](doc.ByEID("para_1"))
		before, _ := doc.Bytes()
		err := p.SetWords(text)
		after, werr := doc.Bytes()
		if werr != nil {
			t.Fatal(werr)
		}
		if err != nil {
			if string(before) != string(after) {
				t.Fatalf("refused (%v), but changed:\n%s", err, after)
			}
			return
		}
		if p.Words() != text {
			t.Fatalf("set %q, got %q", text, p.Words())
		}
		for _, mark := range []string{"<noteRef ", "<eop ", "<eol/>"} {
			if strings.Count(string(before), mark) != strings.Count(string(after), mark) {
				t.Fatalf("%s is gone:\n%s", mark, after)
			}
		}
	})
}
