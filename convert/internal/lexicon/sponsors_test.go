package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

var sponsorCases = []struct {
	lang, text string
	want       []string // name, value
	spans      []string // the parts' text, where it differs in more than the name
}{
	{"eng", "Albania, Bolivia (Plurinational State of), Bosnia and Herzegovina, Iran (Islamic Republic of),¹ Trinidad and Tobago, " +
		"Saint Vincent and the Grenadines and United Kingdom of Great Britain and Northern Ireland",
		[]string{"state", "ALB", "state", "BOL", "state", "BIH", "state", "IRN", "state", "TTO", "state", "VCT", "state", "GBR"},
		[]string{"Albania", "Bolivia (Plurinational State of)", "Bosnia and Herzegovina", "Iran (Islamic Republic of)",
			"Trinidad and Tobago", "Saint Vincent and the Grenadines", "United Kingdom of Great Britain and Northern Ireland"}},
	{"eng", "Egypt*", []string{"state", "EGY"}, []string{"Egypt"}},
	{"eng", "Cuba (on behalf of the Group of 77 and China)", []string{"state", "CUB"}, []string{"Cuba"}},
	{"eng", "France,\nGuinea and State of\nPalestine", []string{"state", "FRA", "state", "GIN", "state", "PSE"},
		[]string{"France", "Guinea", "State of\nPalestine"}},
	{"eng", "Guinea-Bissau, Equatorial Guinea, Guinea, Niger and Nigeria",
		[]string{"state", "GNB", "state", "GNQ", "state", "GIN", "state", "NER", "state", "NGA"}, nil},
	{"eng", "European Union and Ruritania (Kingdom of, and dominions)",
		[]string{"group", "eu", "other", "Ruritania (Kingdom of, and dominions)"}, nil},
	{"eng", "the European Union, the Third Committee and the Netherlands (Kingdom of the)",
		[]string{"group", "eu", "organ", "unga-c3", "state", "NLD"}, []string{"European Union", "Third Committee", "Netherlands (Kingdom of the)"}},
	{"eng", "the Vice-Chair of the Committee, Rosa Bee (Chad), on the basis of talks", []string{"officer", "viceChair"},
		[]string{"Vice-Chair of the Committee"}},
	{"eng", "Chair following talks with France", []string{"officer", "chair"}, []string{"Chair"}},
	{"eng", "Chairs of schools", []string{"other", "Chairs of schools"}, nil},
	{"fra", "le Président de la Commission", []string{"officer", "chair"}, []string{"Président de la Commission"}},
	{"spa", "la Relatora, Rosa Bee (Chad)", []string{"officer", "rapporteur"}, []string{"Relatora"}},
	{"rus", "Докладчиком Комитета", []string{"officer", "rapporteur"}, nil},
	{"ara", "رئيسة الجمعية العامة", []string{"officer", "presidentOfTheGeneralAssembly"}, nil},
	{"zho", "委员会副主席", []string{"officer", "viceChair"}, nil},
	{"fra", "Antigua-et-Barbuda, Iran (République islamique d’), Royaume-Uni de Grande-Bretagne et d’Irlande du Nord et Türkiye",
		[]string{"state", "ATG", "state", "IRN", "state", "GBR", "state", "TUR"}, nil},
	{"spa", "Bosnia y Herzegovina, España, Trinidad y Tabago y Estados Unidos de América",
		[]string{"state", "BIH", "state", "ESP", "state", "TTO", "state", "USA"}, nil},
	{"spa", "Trinidad y Tobago e Irlanda", []string{"state", "TTO", "state", "IRL"}, nil},
	{"rus", "Босния и Герцеговина, Венесуэла (Боливарианская Республика), Папуа-Новая Гвинея и Сент-Винсент и Гренадины",
		[]string{"state", "BIH", "state", "VEN", "state", "PNG", "state", "VCT"}, nil},
	{"ara", "إسبانيا، والبوسنة والهرسك، وجمهورية كوريا وفرنسا(¹)",
		[]string{"state", "ESP", "state", "BIH", "state", "KOR", "state", "FRA"},
		[]string{"إسبانيا", "البوسنة والهرسك", "جمهورية كوريا", "فرنسا"}},
	{"zho", "安提瓜和巴布达、波斯尼亚和黑塞哥维那、中非共和国、圣文森特和格林纳丁斯和大不列颠及北爱尔兰联合王国",
		[]string{"state", "ATG", "state", "BIH", "state", "CAF", "state", "VCT", "state", "GBR"}, nil},
}

func TestSponsors(t *testing.T) {
	for _, c := range sponsorCases {
		var got, spans []string
		for _, p := range For(c.lang).Sponsors(c.text) {
			got = append(got, p.Name, p.Value)
			spans = append(spans, c.text[p.Start:p.End])
		}
		assert.Equal(t, c.want, got, c.text)
		if c.spans != nil {
			assert.Equal(t, c.spans, spans, c.text)
		}
	}
}

func TestState(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"eng", "Türkiye", "TUR"}, {"eng", "Turkey", "TUR"}, {"eng", "Côte d'Ivoire", "CIV"},
		{"eng", "Bolivia (Plurinational State of)", "BOL"}, {"eng", "Holy See", "VAT"},
		{"eng", "Palestinian Territories", ""}, {"eng", "France and Spain", ""},
		{"fra", "République centrafricaine", "CAF"}, {"fra", "Bélarus", "BLR"},
		{"spa", "República Árabe Siria", "SYR"}, {"spa", "Côte d’Ivoire", "CIV"},
		{"rus", "Кыргызстан", "KGZ"}, {"rus", "Киргизия", "KGZ"},
		{"ara", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "GBR"}, {"ara", "عُمان", "OMN"},
		{"zho", "中非共和国", "CAF"}, {"zho", "朝鲜民主主义人民共和国", "PRK"},
	} {
		got, ok := For(c.lang).State(c.text)
		assert.Equal(t, c.want, got, c.text)
		assert.Equal(t, c.want != "", ok, c.text)
	}
}

// Every State has a name in every language, and no name is two States'.
func TestEveryStateHasANameInEveryLanguage(t *testing.T) {
	for _, l := range All() {
		named := map[string]bool{}
		for _, key := range l.states.keys {
			named[key] = true
		}
		for _, section := range []string{"members", "observers"} {
			for _, e := range stateCodes()[section] {
				assert.True(t, named[e.Key], "%s: %s", l.Lang(), e.Key)
			}
		}
	}
	assert.Len(t, stateCodes()["members"], 193)
}
