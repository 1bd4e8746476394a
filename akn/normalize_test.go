package akn_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
)

// inStatement puts a body into a document of the United Nations' manner.
func inStatement(body string) string {
	return `<akomaNtoso xmlns="` + akn.Namespace + `"><statement name="resolution"><mainBody>` + body + `</mainBody></statement></akomaNtoso>`
}

var normalizeTests = []struct{ name, body, want string }{
	{"eIds", `<paragraph eId="para_9"><num>3.</num><content><p>x</p></content></paragraph>`,
		`<paragraph eId="para_3"><num>3.</num><content eId="para_3__content"><p>x</p></content></paragraph>`},
	{"citation", `<paragraph><num>1.</num><content><p>See <a href="https://undocs.org/fr/A/RES/46/152">46/152</a> and <a href="https://example.org">more</a></p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p>See <ref eId="ref_1" href="https://undocs.org/A/RES/46/152" title="A/RES/46/152">46/152</ref> and <a href="https://example.org">more</a></p></content></paragraph>`},
	{"sublist", `<paragraph><num>1.</num><list><intro><p>i</p></intro><point><num>(a)</num><content><p>a</p></content></point><sublist><point><num>(i)</num><content><p>b</p></content></point></sublist></list></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><list eId="para_1__list_1"><intro eId="para_1__list_1__intro"><p>i</p></intro><point eId="para_1__list_1__point_a"><num>(a)</num><list eId="para_1__list_1__point_a__list_1"><intro eId="para_1__list_1__point_a__list_1__intro"><p>a</p></intro><point eId="para_1__list_1__point_a__list_1__point_i"><num>(i)</num><content eId="para_1__list_1__point_a__list_1__point_i__content"><p>b</p></content></point></list></point></list></paragraph>`},
	{"heading", `<paragraph class="H23"><subheading>Means</subheading></paragraph><paragraph><num>1.</num><content><p>x.</p></content></paragraph>`,
		`<division eId="dvs_1" class="H23"><heading eId="dvs_1__heading">Means</heading><paragraph eId="dvs_1__para_1"><num>1.</num><content eId="dvs_1__para_1__content"><p>x.</p></content></paragraph></division>`},
	{"heading in bold", `<paragraph><content><p>Means</p></content></paragraph><paragraph><num>1.</num><content><p>x.</p></content></paragraph>`,
		`<division eId="dvs_1"><heading eId="dvs_1__heading">Means</heading><paragraph eId="dvs_1__para_1"><num>1.</num><content eId="dvs_1__para_1__content"><p>x.</p></content></paragraph></division>`},
	{"levels of headings", `<paragraph class="H1"><subheading>A</subheading></paragraph><paragraph class="H23"><subheading>B</subheading></paragraph><paragraph><num>1.</num><content><p>x.</p></content></paragraph>`,
		`<division eId="dvs_1" class="H1"><heading eId="dvs_1__heading">A</heading><division eId="dvs_1__dvs_1" class="H23"><heading eId="dvs_1__dvs_1__heading">B</heading><paragraph eId="dvs_1__dvs_1__para_1"><num>1.</num><content eId="dvs_1__dvs_1__para_1__content"><p>x.</p></content></paragraph></division></division>`},
	{"no heading: a single paragraph", `<paragraph><content><p>x</p></content></paragraph>`,
		`<paragraph eId="para_1"><content eId="para_1__content"><p>x</p></content></paragraph>`},
}

func TestNormalize(t *testing.T) {
	for _, tt := range normalizeTests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := akn.Parse([]byte(inStatement(tt.body)))
			require.NoError(t, err)
			before, err := doc.Bytes()
			require.NoError(t, err)
			normal := akn.Normalize(doc)
			got, err := normal.Bytes()
			require.NoError(t, err)
			want := inStatement(tt.want)
			assert.Contains(t, string(got), want[len(`<akomaNtoso xmlns="`+akn.Namespace+`"><statement name="resolution"><mainBody>`):len(want)-len(`</mainBody></statement></akomaNtoso>`)])
			again, err := akn.Normalize(normal).Bytes()
			require.NoError(t, err)
			assert.Equal(t, string(got), string(again))
			after, err := doc.Bytes()
			require.NoError(t, err)
			assert.Equal(t, string(before), string(after), "the original is left as it is")
		})
	}
}

// TestNormalizeOwn: what this module writes is normal.
func TestNormalizeOwn(t *testing.T) {
	for file, doc := range goldens(t) {
		want, err := doc.Bytes()
		require.NoError(t, err)
		got, err := akn.Normalize(doc).Bytes()
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), file)
	}
}

// TestNormalizeNothing: any XML is taken.
func TestNormalizeNothing(t *testing.T) {
	for _, src := range []string{`<a/>`, `<sublist xmlns="` + akn.Namespace + `"/>`, inStatement(`<paragraph><subheading/></paragraph><paragraph/>`), inStatement(``)} {
		doc, err := akn.Parse([]byte(src))
		require.NoError(t, err)
		_, err = akn.Normalize(doc).Bytes()
		assert.NoError(t, err)
	}
}
