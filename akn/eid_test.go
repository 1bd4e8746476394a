package akn

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/internal/shared"
)

func TestNumberPart(t *testing.T) {
	for label, want := range map[string]string{
		"1.": "1", "12.": "12", "a)": "a", "(a)": "a", "(i)": "i", "(iv)": "iv", "IV.": "IV", "A": "A",
		"3 bis.": "3bis", "11.2 Rev. A": "11-2RevA", "4.1": "4-1", "1°": "1", "n° 3": "n3", "5 –": "5", "•": "", "": "", " ": "",
		"1 -": "1", "(أ)": "a", "(ب)": "b", "(ج)": "c", "(د)": "d", "(هـ)": "e", "(ه)": "e", "(و)": "f", "١٢ -": "12",
		"’2‘": "2", "(一)": "1", "㈠": "1", "㈩": "10", "(十二)": "12", "二十一、": "21", "三、": "3", "（a）": "a", "①": "1",
		"\u200f1\u200f -": "1", "\u20661.\u2069": "1", "۱۲": "12", "१.": "1",
	} {
		if got := NumberPart(label); got != want {
			t.Errorf("%q: got %q, want %q", label, got, want)
		}
	}
}

func TestAbbreviation(t *testing.T) {
	for name, want := range map[string]string{"paragraph": "para", "section": "sec", "blockList": "list", "attachment": "att",
		"mainBody": "body", "point": "point", "organization": "org", "container": "container"} {
		if got := Abbreviation(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := EID("para_1__list_1", "point", "a"); got != "para_1__list_1__point_a" {
		t.Error(got)
	}
}

// Each name of the tables is an element that is named in one way only.
func TestEIDTables(t *testing.T) {
	for name := range abbreviations {
		// componentRef is known to the convention, but gets no eId here.
		if !NeedsEID(name) && name != "componentRef" {
			t.Errorf("%s has an abbreviation, but gets no eId", name)
		}
	}
	for name := range transparent {
		if kind := eIDKinds[name]; kind != uniqueEID {
			t.Errorf("%s is transparent, but of kind %d", name, kind)
		}
	}
	src, err := os.ReadFile("eid.go")
	if err != nil {
		t.Fatal(err)
	}
	table := string(src[bytes.Index(src, []byte("var eIDKinds")):bytes.Index(src, []byte("// NeedsEID"))])
	seen := map[string]bool{}
	for i, piece := range strings.Split(table, "`") {
		if i%2 == 0 {
			continue
		}
		for _, name := range strings.Fields(piece) {
			if seen[name] {
				t.Errorf("%s stands twice in the table", name)
			}
			seen[name] = true
		}
	}
}

func TestEIDBuilder(t *testing.T) {
	var b EIDBuilder
	b.Reserve("unga")
	got := []string{b.Claim("unga"), b.Claim("unga"), b.Numbered("", "paragraph", "1"), b.Numbered("", "paragraph", "1"),
		b.Next("", "ref"), b.Next("", "ref"), b.Next("att_1", "ref"), b.Claim("para_1_3"), b.Numbered("", "paragraph", "1")}
	want := "unga_2 unga_3 para_1 para_1_2 ref_1 ref_2 att_1__ref_1 para_1_3 para_1_4"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

// assigned wraps a body, assigns eIds and returns them in document order.
func assigned(t *testing.T, main string) string {
	t.Helper()
	doc, err := Parse([]byte(`<akomaNtoso xmlns="` + Namespace + `"><statement>` + main + `</statement></akomaNtoso>`))
	if err != nil {
		t.Fatal(err)
	}
	AssignEIDs(doc)
	var ids []string
	for e := range All(doc.Root()) {
		if id := Attr(e, "eId"); id != "" {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, " ")
}

func TestAssignEIDs(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"numbered", `<mainBody><paragraph><num>1.</num><content><p/></content></paragraph></mainBody>`, "body para_1 para_1__content"},
		{"lone", `<mainBody><paragraph><content/></paragraph></mainBody>`, "body para_1 para_1__content"},
		{"unnumbered before numbered", `<mainBody><paragraph/><paragraph><num>1.</num></paragraph></mainBody>`, "body para_1_2 para_1"},
		{"twice", `<mainBody><paragraph><num>1</num></paragraph><paragraph><num>1</num></paragraph></mainBody>`, "body para_1 para_1_2"},
		{"lettered parts", `<mainBody><part><num>A</num><paragraph><num>1</num></paragraph></part><part><num>B</num><paragraph><num>1</num></paragraph></part></mainBody>`,
			"body part_A part_A__para_1 part_B part_B__para_1"},
		{"sections start over", `<mainBody><section><heading/><paragraph/></section><section><paragraph/></section></mainBody>`,
			"body sec_1 sec_1__heading sec_1__para_1 sec_2 sec_2__para_1"},
		{"Arabic", `<mainBody><section><num>أولا -</num><paragraph><num>1 -</num><list><point><num>(أ)</num><list><point><num>’1‘</num></point>` +
			`<point><num>’2‘</num></point></list></point></list></paragraph></section></mainBody>`,
			"body sec_I sec_I__para_1 sec_I__para_1__list_1 sec_I__para_1__list_1__point_a sec_I__para_1__list_1__point_a__list_1 " +
				"sec_I__para_1__list_1__point_a__list_1__point_i sec_I__para_1__list_1__point_a__list_1__point_ii"},
		{"Chinese", `<mainBody><section><num>一、</num><paragraph><num>1.</num><list><point><num>(a)</num><list><point><num>㈠</num></point>` +
			`<point><num>(二)</num></point></list></point></list></paragraph></section></mainBody>`,
			"body sec_I sec_I__para_1 sec_I__para_1__list_1 sec_I__para_1__list_1__point_a sec_I__para_1__list_1__point_a__list_1 " +
				"sec_I__para_1__list_1__point_a__list_1__point_i sec_I__para_1__list_1__point_a__list_1__point_ii"},
		{"numerals at the first level", `<mainBody><list><point><num>’1‘</num></point></list><list><point><num>㈡</num></point><point><num>(ب)</num></point></list></mainBody>`,
			"body list_1 list_1__point_i list_2 list_2__point_ii list_2__point_b"},
		{"Cyrillic", `<mainBody><point><num>а)</num></point><point><num>б)</num></point></mainBody>`, "body point_a point_b"},
		{"bullets", `<mainBody><point><num>•</num></point><point><num>•</num></point></mainBody>`, "body point_1 point_2"},
		{"hcontainer", `<mainBody><hcontainer name="goal"><num>4</num></hcontainer></mainBody>`, "body goal_4"},
		{"preface containers", `<preface><container/></preface><preamble><container><p><term/></p></container></preamble>`,
			"preface__container_1 container_1 container_1__term_1"},
		{"annex", `<mainBody><p><ref/></p></mainBody><attachments><attachment><heading/><doc><preface/><mainBody><paragraph><num>1.</num>` +
			`<content><p><ref/><authorialNote><p><ref/></p></authorialNote></p></content></paragraph></mainBody></doc></attachment></attachments>`,
			"body ref_1 att_1 att_1__heading att_1__body att_1__para_1 att_1__para_1__content att_1__ref_1 att_1__authorialNote_1 att_1__ref_2"},
		{"term in intro", `<mainBody><paragraph><num>2.</num><list><intro><p><term/></p></intro><point><num>a)</num><content><p><term/></p></content></point></list></paragraph></mainBody>`,
			"body para_2 para_2__list_1 para_2__list_1__intro para_2__term_1 para_2__list_1__point_a para_2__list_1__point_a__content para_2__list_1__point_a__term_1"},
		{"meta keeps", `<meta><references><TLCConcept eId="body" href="/o/x"/><TLCRole href="/akn/ontology/role/un/author"/></references></meta><mainBody/>`,
			"body author body_2"},
		{"kept", `<mainBody><paragraph><num eId="para_1">1.</num></paragraph></mainBody>`, "body para_1_2 para_1"},
		{"foreign", `<mainBody><f:paragraph xmlns:f="urn:f"><num/></f:paragraph></mainBody>`, "body"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := assigned(t, c.in); got != c.want {
				t.Errorf("got\n%s, want\n%s", got, c.want)
			}
		})
	}
}

func TestAssignEIDsRenamesReferences(t *testing.T) {
	doc, err := Parse([]byte(`<akomaNtoso xmlns="` + Namespace + `"><statement><mainBody><paragraph eId="x"><num>1.</num>` +
		`<content><p><ref href="#x"/><rref from="#x" upTo="#y"/><term refersTo="#y #x #z" title="#x"/></p></content></paragraph>` +
		`<paragraph eId="y"><num>2.</num></paragraph></mainBody></statement></akomaNtoso>`))
	if err != nil {
		t.Fatal(err)
	}
	AssignEIDs(doc)
	b, _ := doc.Bytes()
	for _, want := range []string{`href="#para_1"`, `from="#para_1" upTo="#para_2"`, `refersTo="#para_2 #para_1 #z" title="#x"`} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("no %s in\n%s", want, b)
		}
	}
}

// The skeleton's eIds are what AssignEIDs gives.
func TestSkeleton(t *testing.T) {
	b, err := os.ReadFile(shared.Dir(t, "samples", "skeleton.xml"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	want := map[*etree.Element]string{}
	for e := range All(doc.Root()) {
		if id := Attr(e, "eId"); id != "" {
			want[e] = id
			if Up(e, "meta") == nil {
				e.CreateAttr("eId", "was-"+id)
			}
		}
	}
	AssignEIDs(doc)
	for e := range All(doc.Root()) {
		got := Attr(e, "eId")
		switch {
		case want[e] != "" && got != want[e]:
			t.Errorf("%s: got %s, want %s", Path(e), got, want[e])
		case want[e] == "" && got != "":
			t.Logf("%s: also %s", Path(e), got)
		}
	}
}

func TestCorpusEIDs(t *testing.T) {
	byDocument := map[string]map[string]string{}
	for _, file := range corpusXML(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Parse(b)
		if err != nil {
			continue
		}
		AssignEIDs(doc)
		seen := map[string]bool{}
		var ids []string
		for e, local := range Walk(doc.Root()) {
			id := Attr(e, "eId")
			if local == "" || id == "" {
				continue
			}
			if seen[id] && eIDKinds[local] != metaEID && eIDKinds[local] != noEID {
				t.Errorf("%s: %s twice", file, id)
			}
			if strings.ContainsAny(id, " \t\n") {
				t.Errorf("%s: %q", file, id)
			}
			seen[id] = true
			if local == "paragraph" || local == "point" || local == "container" {
				ids = append(ids, id)
			}
		}
		first, _ := doc.Bytes()
		AssignEIDs(doc)
		if second, _ := doc.Bytes(); !bytes.Equal(first, second) {
			t.Errorf("%s: a second time changes the document", file)
		}
		if base := filepath.Base(file); strings.Contains(file, "un-akn") {
			stem := base[:len(base)-len("-en.xml")]
			if byDocument[stem] == nil {
				byDocument[stem] = map[string]string{}
			}
			byDocument[stem][base[len(stem)+1:len(stem)+3]] = strings.Join(ids, " ")
		}
	}
	compareLanguages(t, byDocument)
}

// compareLanguages says how many translations have the eIds of the English.
func compareLanguages(t *testing.T, byDocument map[string]map[string]string) {
	equal, all := 0, 0
	for stem, languages := range byDocument {
		for lang, ids := range languages {
			if lang == "en" || languages["en"] == "" {
				continue
			}
			all++
			if ids == languages["en"] {
				equal++
			} else {
				t.Logf("%s differs in %s: %s", stem, lang, firstDifference(ids, languages["en"]))
			}
		}
	}
	t.Logf("%d of %d translations have the eIds of the English text", equal, all)
}

func firstDifference(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + " for " + y[i]
		}
	}
	return "number of elements"
}

func FuzzNumberPart(f *testing.F) {
	for _, s := range []string{"1.", "(a)", "(هـ)", "㈠", "11.2 Rev. A", "\xff", "十", "十十", "\xf5ʸ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, label string) {
		n := NumberPart(label)
		if NumberPart(n) != n && !strings.Contains(n, "-") {
			t.Errorf("%q gives %q, and that %q", label, n, NumberPart(n))
		}
		if strings.ContainsAny(n, " \t\r\n.()") {
			t.Errorf("%q gives %q", label, n)
		}
	})
}

// treeOf builds a document from bytes: each opens an element, gives it a
// label or a text, or closes one.
func treeOf(b []byte) *Document {
	names := []string{"paragraph", "point", "list", "content", "p", "ref", "term", "authorialNote", "section", "attachment",
		"doc", "mainBody", "container", "blockList", "item", "hcontainer", "intro", "meta", "TLCConcept", "eop", "sublist", "f:x"}
	labels := []string{"1.", "(a)", "(أ)", "㈠", "•", "", "A B", "para"}
	root := etree.NewElement("akomaNtoso")
	root.CreateAttr("xmlns:f", "urn:f")
	e := root.CreateElement("statement")
	for _, c := range b {
		switch {
		case int(c) < len(names):
			e = e.CreateElement(names[c])
		case c < 64:
			e.CreateElement("num").CreateText(labels[int(c)%len(labels)])
		case c < 96:
			e.CreateAttr("eId", "x"+string(rune('a'+c%8)))
		case c < 128:
			e.CreateAttr("refersTo", "#x"+string(rune('a'+c%8)))
		case e.Parent() != root && e.Parent() != nil:
			e = e.Parent()
		}
	}
	return New(root)
}

func FuzzAssignEIDs(f *testing.F) {
	f.Add([]byte{11, 0, 30, 3, 4, 5, 200, 200, 200, 200, 0, 31})
	f.Add([]byte{17, 18, 64, 200, 200, 11, 0, 64, 30, 200, 0, 64, 30, 97, 200})
	f.Add([]byte{9, 10, 11, 0, 24, 2, 1, 26, 2, 1, 27, 4, 6, 7, 4, 5})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 2000 {
			return
		}
		doc := treeOf(b)
		text := TextWithNotes(doc.Root())
		AssignEIDs(doc)
		// Every element that needs an eId has one, and it is its own.
		owner := map[string]*etree.Element{}
		for e, local := range Walk(doc.Root()) {
			id := Attr(e, "eId")
			if local == "" || Up(e, "meta") != nil || !NeedsEID(local) || eIDKinds[local] == metaEID || eIDKinds[local] == sponsorEID {
				continue
			}
			if id == "" || owner[id] != nil || strings.ContainsAny(id, " ()") {
				t.Fatalf("%s: eId %q", Path(e), id)
			}
			owner[id] = e
		}
		if TextWithNotes(doc.Root()) != text {
			t.Fatal("the text changed")
		}
		// A second time changes nothing.
		first, err := doc.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		AssignEIDs(doc)
		if second, _ := doc.Bytes(); !bytes.Equal(first, second) {
			t.Fatalf("a second time:\n%s\n%s", first, second)
		}
	})
}

// TestAssignEIDsForeign: a document of no namespace or another one is none of Akoma Ntoso, and stays as it is.
func TestAssignEIDsForeign(t *testing.T) {
	for _, src := range []string{`<html><body><p>x</p></body></html>`, `<x xmlns="urn:x"><body><p>x</p></body></x>`} {
		doc, err := Parse([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		AssignEIDs(doc)
		out, err := doc.Bytes()
		if err != nil || !strings.Contains(string(out), src) {
			t.Errorf("%v\n%s", err, out)
		}
	}
}
