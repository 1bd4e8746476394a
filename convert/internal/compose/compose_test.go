package compose

import (
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/stretchr/testify/require"
)

func TestStrip(t *testing.T) {
	for _, c := range []struct{ name, inside, want string }{
		{"a line end is a space", `a<eol/>b`, `a b`},
		{"with what the layer says of it", `a<eol src:sep=" x "/>b`, `a b`},
		{"a page end, too", `a<eop number="2"/>b`, `a b`},
		{"several are one", `a<eop/><eop/>b`, `a b`},
		{"none at the end", `a<eop/><eop/>`, `a`},
		{"none beside a space", `a <eol/>b<eol/> c`, `a b c`},
		{"a hyphen joins", `night-<eol/>train`, `night-train`},
		{"a dash does not", `night -<eol/>train`, `night - train`},
		{"nor a hyphen before a number", `A-<eol/>1`, `A- 1`},
		{"Chinese has no spaces", `大<eol/>会`, `大会`},
		{"attributes of the layer", `<i src:mark="***">a</i><ref src:link="#" href="x">b</ref>`, `<i>a</i><ref href="x">b</ref>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := etree.NewDocument()
			require.NoError(t, doc.ReadFromString(`<p xmlns="`+akn.Namespace+`" xmlns:src="`+layer.Namespace+`" xml:space="preserve">`+c.inside+`</p>`))
			Strip(doc.Root())
			got, err := doc.WriteToString()
			require.NoError(t, err)
			require.Equal(t, `<p xmlns="`+akn.Namespace+`">`+c.want+`</p>`, got)
		})
	}
}

func TestIdentifier(t *testing.T) {
	for name, want := range map[string]string{
		"Bénin":                            "benin",
		"Bolivia (Plurinational State of)": "boliviaPlurinationalStateOf",
		"Côte d’Ivoire":                    "coteDIvoire",
		"埃及":                               "埃及",
		"2030 Agenda":                      "n2030Agenda",
		"...":                              "",
	} {
		require.Equal(t, want, identifier(name), name)
	}
	require.Equal(t, "takes note of", inWords("takesNoteOf"))
}

// Two classes that claim one identifier get one each, whichever comes first; the entries are in an order of their own.
func TestReferences(t *testing.T) {
	r := newReferences()
	require.Equal(t, "#unga", r.organization("unga", "General  Assembly"))
	require.Equal(t, "#unga_concept", r.concept("unga"))
	require.Equal(t, "#unga", r.organization("unga", "another name"))
	require.Empty(t, r.concept(""))
	require.Equal(t, "#author", r.role("author"))
	meta := etree.NewElement("meta")
	r.write(meta, "#ntoso")
	doc := etree.NewDocumentWithRoot(meta)
	got, err := doc.WriteToString()
	require.NoError(t, err)
	require.Equal(t, `<meta><references source="#ntoso">`+
		`<TLCOrganization eId="unga" href="/akn/ontology/organization/un/unga" showAs="General Assembly"/>`+
		`<TLCConcept eId="unga_concept" href="/akn/ontology/concept/un/unga_concept" showAs="unga"/>`+
		`<TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="author"/></references></meta>`, got)
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		text string
		end  int
		want string
	}{
		{"Taking note of it", 14, "Taking note of"},
		{"Taking\nnote of it", 14, "Taking note of"},
		{"Unheard, of words", 0, "Unheard"},
		{"", 0, "recital"},
	} {
		require.Equal(t, c.want, name(c.text, c.end))
	}
}
