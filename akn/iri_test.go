package akn

import (
	"errors"
	"os"
	"strings"
	"testing"
)

const resolution = "/akn/un/statement/deliberation/unga/2021-12-16/76-187"

func TestParseIRI(t *testing.T) {
	base := IRI{prefix: true, country: "un", docType: "statement", subtype: "deliberation", actor: "unga",
		date: "2021-12-16", number: "76-187"}
	with := func(change func(*IRI)) IRI {
		i := base
		change(&i)
		return i
	}
	fra := func(change func(*IRI)) IRI {
		i := with(func(i *IRI) { i.language, i.mark, i.version = "fra", "@", "2021-12-20" })
		change(&i)
		return i
	}
	original := func(change func(*IRI)) IRI {
		i := with(func(i *IRI) { i.language, i.mark = "fra", "@" })
		change(&i)
		return i
	}
	none := func(*IRI) {}
	for _, c := range []struct {
		in, canonical string // canonical is in where it is empty
		want          IRI
	}{
		{resolution, "", base},
		{resolution + "/", resolution, base},
		{resolution + "/!main", "", with(func(i *IRI) { i.component = "main" })},
		{resolution + "/!main/", resolution + "/!main", with(func(i *IRI) { i.component = "main" })},
		{resolution + "/main", resolution + "/!main", with(func(i *IRI) { i.component = "main" })},
		{resolution + "/!main/annex", "", with(func(i *IRI) { i.component = "main/annex" })},
		{resolution + "/!annex_1", "", with(func(i *IRI) { i.component = "annex_1" })},
		{resolution + "/!main#para_3__list_1", "", with(func(i *IRI) { i.component, i.fragment = "main", "para_3__list_1" })},
		{resolution + "#para_3", "", with(func(i *IRI) { i.fragment = "para_3" })},
		{resolution + "/!main~sec_I->sec_III", "", with(func(i *IRI) { i.component, i.from, i.upTo = "main", "sec_I", "sec_III" })},
		{resolution + "/fra@2021-12-20", "", fra(none)},
		{resolution + "/fra@2021-12-20/", resolution + "/fra@2021-12-20", fra(none)},
		{resolution + "/fra@2021-12-20/!main", "", fra(func(i *IRI) { i.component = "main" })},
		{resolution + "/fra@2021-12-20/!main.xml", "", fra(func(i *IRI) { i.component, i.format = "main", "xml" })},
		{resolution + "/fra@2021-12-20/.xml", "", fra(func(i *IRI) { i.format = "xml" })},
		{resolution + "/fra@2021-12-20.xml", resolution + "/fra@2021-12-20/.xml", fra(func(i *IRI) { i.format = "xml" })},
		{resolution + "/fra@2021-12-20/~sec_I", "", fra(func(i *IRI) { i.from = "sec_I" })},
		{resolution + "/fra@2021-12-20~sec_I", resolution + "/fra@2021-12-20/~sec_I", fra(func(i *IRI) { i.from = "sec_I" })},
		{resolution + "/fra@", "", original(none)},
		{resolution + "/fra@/", resolution + "/fra@", original(none)},
		{resolution + "/fra@!main/", resolution + "/fra@/!main", original(func(i *IRI) { i.component = "main" })},
		{resolution + "/fra@.xml", resolution + "/fra@/.xml", original(func(i *IRI) { i.format = "xml" })},
		{resolution + "/fra@/main.xml", resolution + "/fra@/!main.xml", original(func(i *IRI) { i.component, i.format = "main", "xml" })},
		{resolution + "/fra@/!main/annex.xml", "", original(func(i *IRI) { i.component, i.format = "main/annex", "xml" })},
		{resolution + "/fra", "", with(func(i *IRI) { i.language = "fra" })},
		{resolution + "/fra:2022-01-01", "", with(func(i *IRI) { i.language, i.mark, i.version = "fra", ":", "2022-01-01" })},
		{resolution + "/fra@ver_1.2", "", with(func(i *IRI) { i.language, i.mark, i.version = "fra", "@", "ver_1.2" })},
		{"/akn/un/statement/deliberation/unga/2021-10-08/A-C.3-76-L.5", "", with(func(i *IRI) { i.date, i.number = "2021-10-08", "A-C.3-76-L.5" })},
		{"/akn/un/statement/deliberation/unsc/2016-10-12/2311_(2016)", "", with(func(i *IRI) { i.actor, i.date, i.number = "unsc", "2016-10-12", "2311_(2016)" })},
		{"/akn/un/statement/deliberation/unsc//2820-2026/", "/akn/un/statement/deliberation/unsc/2820-2026",
			with(func(i *IRI) { i.actor, i.date, i.number = "unsc", "", "2820-2026" })},
		{"/us/act/2011-11-29/112-61/eng@/main.xml", "/us/act/2011-11-29/112-61/eng@/!main.xml",
			IRI{country: "us", docType: "act", date: "2011-11-29", number: "112-61", language: "eng", mark: "@", component: "main", format: "xml"}},
		{"/ke/debaterecord/2010-11-12/eng@.akn", "/ke/debaterecord/2010-11-12/eng@/.akn",
			IRI{country: "ke", docType: "debaterecord", date: "2010-11-12", language: "eng", mark: "@", format: "akn"}},
		{"/un/resolution/2012-02-22/E/CN.7/2012/L.2/main", "/un/resolution/2012-02-22/E/CN.7/2012/L.2/!main",
			IRI{country: "un", docType: "resolution", date: "2012-02-22", number: "E/CN.7/2012/L.2", component: "main"}},
		{"/akn/za/act/2009/10/eng", "", IRI{prefix: true, country: "za", docType: "act", date: "2009", number: "10", language: "eng"}},
		{"/akn/za-cpt/act/by-law/2010/parks", "", IRI{prefix: true, country: "za-cpt", docType: "act", subtype: "by-law", date: "2010", number: "parks"}},
		{"/akn/us/usc/title_9/eng@2013-07-26~chp_3/!main.xml", "/akn/us/usc/title_9/eng@2013-07-26/!main~chp_3.xml",
			IRI{prefix: true, country: "us", docType: "usc", number: "title_9", language: "eng", mark: "@", version: "2013-07-26", component: "main", from: "chp_3", format: "xml"}},
		{"/akn/gr/judgment/COS/2003/Α1/!main", "", IRI{prefix: true, country: "gr", docType: "judgment", subtype: "COS", date: "2003", number: "Α1", component: "main"}},
		{"#para_3", "", IRI{local: true, fragment: "para_3"}},
		{"!annex_1", "", IRI{local: true, component: "annex_1"}},
		{"!annex_1#sec_2", "", IRI{local: true, component: "annex_1", fragment: "sec_2"}},
	} {
		got, err := ParseIRI(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if got != c.want {
			t.Errorf("%s: got %+v", c.in, got)
		}
		if s := got.String(); s != or(c.canonical, c.in) {
			t.Errorf("%s: prints %s", c.in, s)
		}
	}
}

func TestParseIRIRefuses(t *testing.T) {
	for _, c := range []struct {
		in       string
		offset   int
		expected string
	}{
		{"", 0, `"/"`},
		{"/", 1, "country"},
		{"/akn", 4, "country"},
		{"/akn/un", 7, "type"},
		{"/akn/un/2021-01-01", 8, "type"},
		{"/akn/un/statement", 17, "date or a number"},
		{"/akn/un/statement/a/b/c/d", 22, "date"},
		{"https://example.org/akn/un/act/2021/1", 0, `"/"`},
		{"urn:lex:eu", 0, `"/"`},
		{"/akn/UN/act/2021/1", 5, "country"},
		{"/akn/un/act /2021/1", 11, "character"},
		{"/akn/un/act/2021/1%2", 18, "hexadecimal"},
		{"/akn/un/act/2021/1\xff", 18, "character"},
		{"/akn/un/act/2021/1/!", 20, "name of a component"},
		{"/akn/un/act/2021/1/eng:", 23, "date"},
		{"/akn/un/act/2021/1/!main~", 25, "eId"},
		{"/akn/un/act/2021/1/!main~a->", 28, "eId"},
		{"/akn/un/act/2021/1/!main~a~b", 26, "eId"},
		{"/akn/un/act/2021/1/eng@2021@2022", 0, ""},
		{"!", 1, "name of a component"},
		{"#", 0, `"#"`},
		{"#a#b", 2, "eId"},
		{"/ab/c/a/en~x", 12, "unambiguous"},
	} {
		_, err := ParseIRI(c.in)
		var ie *IRIError
		if !errors.As(err, &ie) {
			if c.expected != "" {
				t.Errorf("%q: got %v, want an IRIError", c.in, err)
			}
			continue
		}
		if ie.Offset != c.offset || !strings.Contains(ie.Expected, c.expected) {
			t.Errorf("%q: %v", c.in, err)
		}
	}
}

func mustIRI(t *testing.T, s string) IRI {
	t.Helper()
	i, err := ParseIRI(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestIRIRelations(t *testing.T) {
	work := mustIRI(t, resolution)
	expression := mustIRI(t, resolution+"/fra@2021-12-20")
	annex := mustIRI(t, resolution+"/fra@2021-12-20/!annex_1")
	other := mustIRI(t, "/akn/un/statement/deliberation/unga/2021-12-16/76-188/fra@2021-12-20")
	if !work.SameWork(annex) || work.SameWork(other) || (IRI{}).SameWork(IRI{}) {
		t.Error("SameWork")
	}
	if !work.SameWork(mustIRI(t, strings.TrimPrefix(resolution, "/akn"))) {
		t.Error("SameWork of a name without /akn")
	}
	if !annex.IsComponentOf(work) || !annex.IsComponentOf(expression) || work.IsComponentOf(annex) || annex.IsComponentOf(other) {
		t.Error("IsComponentOf")
	}
	if !annex.SameExpression(expression) || annex.SameExpression(work) {
		t.Error("SameExpression")
	}
	newer := mustIRI(t, resolution+"/fra@2022-01-15")
	original := mustIRI(t, resolution+"/fra@")
	for _, c := range []struct {
		a, b IRI
		want bool
	}{
		{newer, expression, true}, {expression, newer, false}, {expression, expression, false},
		{expression, original, true}, {original, expression, false},
		{newer, other, false}, {newer, work, false},
		{newer, mustIRI(t, resolution+"/eng@2021-12-20"), false},
	} {
		if got := c.a.IsNewerThan(c.b); got != c.want {
			t.Errorf("%s newer than %s: %v", c.a, c.b, got)
		}
	}
	if annex.Whole() != expression || annex.Expression() != expression || annex.Work() != work {
		t.Error("Whole, Expression or Work")
	}
}

func TestIRILevel(t *testing.T) {
	for s, want := range map[string]IRILevel{
		resolution: LevelWork, resolution + "/!main": LevelWork, resolution + "/fra@": LevelExpression,
		resolution + "/fra@/.xml": LevelManifestation, "#a": LevelLocal,
	} {
		if got := mustIRI(t, s).Level(); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
	if (IRI{}).Level() != LevelNone {
		t.Error("the zero IRI has a level")
	}
}

func TestIRIBuild(t *testing.T) {
	work, err := WorkName{Subtype: "deliberation", Actor: "unga", Date: "2021-10-08", Number: NumberStep("A/C.3/76/L.5")}.IRI()
	if err != nil {
		t.Fatal(err)
	}
	if work.String() != "/akn/un/statement/deliberation/unga/2021-10-08/A-C.3-76-L.5" {
		t.Error(work)
	}
	i, err := work.WithExpression("fra", "2021-10-08")
	if err != nil {
		t.Fatal(err)
	}
	if i, err = i.WithComponent("main"); err != nil {
		t.Fatal(err)
	}
	if i, err = i.WithFormat("xml"); err != nil {
		t.Fatal(err)
	}
	if want := work.String() + "/fra@2021-10-08/!main.xml"; i.String() != want {
		t.Errorf("got %s", i)
	}
	for _, bad := range []func() (IRI, error){
		func() (IRI, error) { return work.WithFormat("xml") },
		func() (IRI, error) { return work.WithComponent("a b") },
		func() (IRI, error) { return work.WithExpression("french", "") },
		func() (IRI, error) { return work.WithFragment("#") },
		func() (IRI, error) { return work.WithPortion("", "b") },
		func() (IRI, error) { return WorkName{Actor: "unga", Date: "x", Number: "1"}.IRI() },
		func() (IRI, error) { return WorkName{Actor: "a/b", Date: "2021", Number: "1"}.IRI() },
	} {
		if i, err := bad(); err == nil {
			t.Errorf("%s was made", i)
		}
	}
	if s := NumberStep("2311 (2016)"); s != "2311_(2016)" {
		t.Error(s)
	}
}

// The share of the corpus's FRBR IRIs that parse. The others are addresses
// (https://...), names of other conventions (urn:lex) and faulty ones.
func TestCorpusIRIs(t *testing.T) {
	var all, names, parsed int
	for _, file := range corpusXML(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Parse(b)
		if err != nil {
			continue
		}
		for e := range Find(doc.Root(), "FRBRthis", "FRBRuri") {
			s := Attr(e, "value")
			all++
			if !strings.HasPrefix(s, "/") {
				continue
			}
			names++
			i, err := ParseIRI(s)
			if err != nil {
				t.Log(err)
				continue
			}
			parsed++
			again, err := ParseIRI(i.String())
			if err != nil || again != i {
				t.Errorf("%s prints %s: %v", s, i, err)
			}
		}
	}
	t.Logf("%d FRBR IRIs, %d of them paths, %d of these parsed: %.2f %%", all, names, parsed, 100*float64(parsed)/float64(names))
	if float64(parsed) < 0.998*float64(names) {
		t.Error("less than 99.8 % of the corpus's IRIs parse")
	}
}

func FuzzParseIRI(f *testing.F) {
	for _, s := range []string{resolution, resolution + "/fra@2021-12-20/!main.xml", "/us/act/2011/1/eng:2012~a->b#c", "#a", "!a~b", "/un/a//b",
		"/ab/c/2021/main", "/ab/c/2021/eng", "/ab/c/d/eng@.xml", "/ab/c/eng@", "/ab/c/2021/1/eng@1.xml/.xml"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i, err := ParseIRI(s)
		if err != nil {
			var ie *IRIError
			if !errors.As(err, &ie) || ie.Offset < 0 || ie.Offset > len(s) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		again, err := ParseIRI(i.String())
		if err != nil || again != i {
			t.Fatalf("%q prints %q: %v\n%#v\n%#v", s, i, err, i, again)
		}
		if again.String() != i.String() {
			t.Fatalf("%q prints %q, then %q", s, i, again)
		}
	})
}
