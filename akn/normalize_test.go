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
	{"number in the text", `<paragraph><num>1.</num><content><p>x;</p></content></paragraph><paragraph><content><p>2 – <i>Asks</i> y</p></content></paragraph><paragraph><content><p>3 <i>Asks</i> z</p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p>x;</p></content></paragraph><paragraph eId="para_2"><num>2 –</num><content eId="para_2__content"><p><i>Asks</i> y</p></content></paragraph><paragraph eId="para_3"><num>3</num><content eId="para_3__content"><p><i>Asks</i> z</p></content></paragraph>`},
	{"no number: not the next", `<paragraph><num>1.</num><content><p>x;</p></content></paragraph><paragraph><content><p>3. y.</p></content></paragraph><paragraph><content><p>2 lights of the harbour.</p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p>x;</p></content></paragraph><paragraph eId="para_2"><content eId="para_2__content"><p>3. y.</p></content></paragraph><paragraph eId="para_3"><content eId="para_3__content"><p>2 lights of the harbour.</p></content></paragraph>`},
	{"lettered paragraphs", `<paragraph><content><p>On that day the Assembly:</p></content></paragraph><paragraph><num>(a)</num><content><p>a;</p></content></paragraph><paragraph><content><p>(b) b.</p></content></paragraph><paragraph><content><p>End.</p></content></paragraph>`,
		`<paragraph eId="para_1"><list eId="para_1__list_1"><intro eId="para_1__list_1__intro"><p>On that day the Assembly:</p></intro><point eId="para_1__list_1__point_a"><num>(a)</num><content eId="para_1__list_1__point_a__content"><p>a;</p></content></point><point eId="para_1__list_1__point_b"><num>(b)</num><content eId="para_1__list_1__point_b__content"><p>b.</p></content></point></list></paragraph><paragraph eId="para_2"><content eId="para_2__content"><p>End.</p></content></paragraph>`},
	{"letters without a paragraph that announces them", `<paragraph><content><p>On that day.</p></content></paragraph><paragraph><num>(a)</num><content><p>a;</p></content></paragraph>`,
		`<paragraph eId="para_1"><content eId="para_1__content"><p>On that day.</p></content></paragraph><paragraph eId="para_a"><num>(a)</num><content eId="para_a__content"><p>a;</p></content></paragraph>`},
	{"paragraph among the points of the one before", `<paragraph><num>1.</num><list><intro><p>i:</p></intro><point><num>(a)</num><content><p>a;</p></content></point><point><num>2.</num><content><p>b;</p></content></point></list></paragraph><paragraph><num>3.</num><content><p>c.</p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><list eId="para_1__list_1"><intro eId="para_1__list_1__intro"><p>i:</p></intro><point eId="para_1__list_1__point_a"><num>(a)</num><content eId="para_1__list_1__point_a__content"><p>a;</p></content></point></list></paragraph><paragraph eId="para_2"><num>2.</num><content eId="para_2__content"><p>b;</p></content></paragraph><paragraph eId="para_3"><num>3.</num><content eId="para_3__content"><p>c.</p></content></paragraph>`},
	{"the only point is the next paragraph", `<paragraph><num>1.</num><list><intro><p>i;</p></intro><point><num>2.</num><content><p>b;</p></content></point></list></paragraph><paragraph><num>3.</num><content><p>c.</p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p>i;</p></content></paragraph><paragraph eId="para_2"><num>2.</num><content eId="para_2__content"><p>b;</p></content></paragraph><paragraph eId="para_3"><num>3.</num><content eId="para_3__content"><p>c.</p></content></paragraph>`},
	{"space at the ends of emphasis", `<paragraph><num>1.</num><content><p><span class="italic">Asks </span>for<i> more</i></p></content></paragraph>`,
		`<paragraph eId="para_1"><num>1.</num><content eId="para_1__content"><p><span class="italic">Asks</span> for <i>more</i></p></content></paragraph>`},
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

// TestNormalizeRecitals: what begins the body and ends in a comma is a recital, named by its words in italics.
func TestNormalizeRecitals(t *testing.T) {
	const head, tail = `<akomaNtoso xmlns="` + akn.Namespace + `"><statement name="resolution">`, `</statement></akomaNtoso>`
	doc, err := akn.Parse([]byte(head + `<preamble><formula name="enactingFormula"><p>The Assembly,</p></formula></preamble><mainBody>` +
		`<paragraph><content><p><i>Noting</i> the tides,</p></content></paragraph><paragraph><content><p>so be it,</p></content></paragraph>` +
		`<paragraph><num>1.</num><content><p>Asks, in vain,</p></content></paragraph></mainBody>` + tail))
	require.NoError(t, err)
	got, err := akn.Normalize(doc).Bytes()
	require.NoError(t, err)
	assert.Contains(t, string(got), `<container eId="container_1" name="Noting"><p><i>Noting</i> the tides,</p></container><container eId="container_2" name="so"><p>so be it,</p></container></preamble><mainBody eId="body"><paragraph eId="para_1"><num>1.</num>`)
}

// TestNormalizeLettered: the letter of a resolution is a block of its own; a collection is a publication.
func TestNormalizeLettered(t *testing.T) {
	doc, err := akn.Parse([]byte(`<akomaNtoso xmlns="` + akn.Namespace + `"><documentCollection name="publication"><meta><identification source="#x"><FRBRWork>` +
		`<FRBRthis value="/akn/un/statement/deliberation/unga/2029-12-01/84-7/!main"/><FRBRuri value="/akn/un/statement/deliberation/unga/2029-12-01/84-7"/>` +
		`</FRBRWork></identification></meta><collectionBody><component><statement name="resolution"><preface><p><docNumber>B</docNumber> <docTitle>Wells</docTitle></p></preface>` +
		`<mainBody><paragraph><content><p>x</p></content></paragraph></mainBody></statement></component></collectionBody></documentCollection></akomaNtoso>`))
	require.NoError(t, err)
	normal := akn.Normalize(doc)
	got, err := normal.Bytes()
	require.NoError(t, err)
	assert.Contains(t, string(got), `<p><docNumber>B</docNumber></p><p><docTitle>Wells</docTitle></p>`)
	assert.Equal(t, "/akn/un/collection/publication/unga/2029-12-01/84-7", normal.Statement().Work().URI())
	assert.Equal(t, "/akn/un/statement/deliberation/unga/2029-12-01/84-7", normal.Statement().Work().Alias("former"))
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
