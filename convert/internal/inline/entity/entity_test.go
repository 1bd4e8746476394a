package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

var languages = []string{"eng", "fra", "spa", "rus", "ara", "zho"}

func find(lang, text string, ctx Context) []string {
	var got []string
	for _, e := range Find(text, lexicon.For(lang), ctx) {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", e.Class, e.ID, e.Value)))
	}
	return got
}

// The same paragraph names the same in six languages.
func TestSameEntitiesInSixLanguages(t *testing.T) {
	want := []string{
		"event ungaSession91", "organization fao", "organization hrc", "organization isl", "organization ken", "organization unga",
		"location nairobi", "quantity percent 12.5", "quantity usDollar 2450000", "role highCommissionerForHumanRights",
		"role secretaryGeneral", "event wsis",
	}
	slices.Sort(want)
	for lang, text := range map[string]string{
		"eng": "Requests the Secretary-General and the United Nations High Commissioner for Human Rights, with the Food and Agriculture Organization of the United Nations, Iceland and the Human Rights Council, to pay 2,450,000 dollars, or 12.5 per cent, for the tide clocks set up in Nairobi, Kenya, after the World Summit on the Information Society, and to report to the General Assembly at its ninety-first session;",
		"fra": "Prie le Secrétaire général et le Haut-Commissaire des Nations Unies aux droits de l’homme de payer avec l’Organisation des Nations Unies pour l’alimentation et l’agriculture, l’Islande et le Conseil des droits de l’homme 2 450 000 dollars, soit 12,5 %, pour les horloges des marées posées à Nairobi (Kenya) après le Sommet mondial sur la société de l’information, et d’en rendre compte à l’Assemblée générale à sa quatre-vingt-onzième session ;",
		"spa": "Solicita al Secretario General y al Alto Comisionado de las Naciones Unidas para los Derechos Humanos que, con la Organización de las Naciones Unidas para la Alimentación y la Agricultura, Islandia y el Consejo de Derechos Humanos, paguen 2.450.000 dólares, el 12,5 %, por los relojes de mareas instalados en Nairobi (Kenya) después de la Cumbre Mundial sobre la Sociedad de la Información, e informen a la Asamblea General en su nonagésimo primer período de sesiones;",
		"rus": "просит Генерального секретаря и Верховного комиссара Организации Объединенных Наций по правам человека совместно с Продовольственной и сельскохозяйственной организацией Объединенных Наций, Исландией и Советом по правам человека выплатить 2 450 000 долл. США, или 12,5 процента, за часы приливов, установленные в Найроби, Кения, после Всемирной встречи на высшем уровне по вопросам информационного общества, и доложить Генеральной Ассамблее на ее девяносто первой сессии;",
		"ara": "تطلب إلى الأمين العام ومفوض الأمم المتحدة السامي لحقوق الإنسان أن يدفعا، مع منظمة الأغذية والزراعة للأمم المتحدة وآيسلندا ومجلس حقوق الإنسان، 000 450 2 دولار، أي 12.5 في المائة، لساعات المد التي نصبت في نيروبي، كينيا، بعد مؤتمر القمة العالمي لمجتمع المعلومات، وأن يقدما تقريرا إلى الجمعية العامة في دورتها الحادية والتسعين؛",
		"zho": "请秘书长和联合国人权事务高级专员与联合国粮食及农业组织、冰岛和人权理事会一道，为信息社会世界峰会后在内罗毕(肯尼亚)安装的潮汐钟支付2 450 000美元，即12.5%，并向大会第九十一届会议报告；",
	} {
		got := find(lang, text, Context{Session: 90})
		slices.Sort(got)
		assert.Equal(t, want, got, lang)
	}
}

// What looks like an entity and is none, or is another than it looks like.
func TestTraps(t *testing.T) {
	ctx := Context{Organ: "unga", Session: 80}
	for _, row := range []struct {
		lang, text string
		want       []string
	}{
		{"eng", "turkey and china, and the sale of chile", nil},
		{"eng", "the Gulf of Guinea, American Samoa and the Jordan Valley", nil},
		{"eng", "Guinea, Guinea-Bissau and Equatorial Guinea", []string{"organization gin", "organization gnb", "organization gnq"}},
		{"eng", "the Mexico City office of a Congo Basin bank", nil},
		{"eng", "the Secretary-General of the League of Arab States", []string{"organization leagueOfArabStates"}},
		{"eng", "the Under-Secretary-General for Harbours", nil},
		{"eng", "a general assembly of the shareholders", nil},
		{"eng", "the Common Harbours and Docks (CHAD) Compact, and the CHAD Compact", nil},
		{"eng", "the fund called common harbours and docks (CHAD), of late", nil},
		{"eng", "common harbours, also docks (CHAD)", []string{"organization tcd"}},
		{"eng", "the compact on Coastal Unions By Agreement (CUBA), and COMMON HARBOURS (CHAD) COMPACT", nil},
		{"eng", "elected KENYA, CUBA and SAMOA, and Ms. Quill (CHAD) and Mr. Nib (MALI), members", []string{"organization ken", "organization cub", "organization wsm", "organization tcd", "organization mli"}},
		{"eng", "the Nairobi Programme, made known in Nairobi", []string{"location nairobi"}},
		{"eng", "at the fifth session of the Human Rights Council", []string{"event hrcSession5", "organization hrc"}},
		{"eng", "at its twelfth session, and at its eighty-second session", []string{"event ungaSession82"}},
		{"eng", "the Conference of the Parties, at its eighty-first meeting", nil},
		{"eng", "the Third Committee at its seventy-ninth session", []string{"organization unga-c3", "event ungaSession79"}},
		{"eng", "the Economic and Social Council, and so on, and later still at its eightieth session", []string{"organization ecosoc"}},
		{"eng", "the Harbour Union General Assembly, the United Nations General Assembly. General Assembly members", []string{"organization unga", "organization unga"}},
		{"eng", "of the Human Rights Council at its thirty -first session", []string{"organization hrc"}},
		{"eng", "the Tide Board of the United Nations Conference on Trade and Development at its ninth session", []string{"organization unctad"}},
		{"eng", "the report of the Human Rights Council at its ninth session", []string{"organization hrc", "event hrcSession9"}},
		{"eng", "by the Human Rights Council, as heard at the ninth session of the Tide Board", []string{"organization hrc"}},
		{"eng", "at the seventy-ninth session of the Assembly, and the eightieth session of the Tide Board", []string{"event ungaSession79"}},
		{"eng", "the International Criminal Court at its ninth session", []string{"organization icc"}},
		{"eng", "of the International Maritime Organization at its eightieth session", []string{"organization imo"}},
		{"eng", "Report of the Human Rights Council on its ninth session", []string{"organization hrc", "event hrcSession9"}},
		{"rus", "на семьдесят девятой сессии Ассамблеи", []string{"event ungaSession79"}},
		{"fra", "le Secrétaire général de lui rendre compte", []string{"role secretaryGeneral"}},
		{"fra", "le Secrétaire général de la Ligue des États arabes", []string{"organization leagueOfArabStates"}},
		{"fra", "l’Assemblée générale, à sa dixième session extraordinaire", []string{"organization unga"}},
		{"fra", "adopté par l’Assemblée générale de l’Organisation des États américains", []string{"organization oas"}},
		{"eng", "the Council of the League of Arab States, at its ninth session", []string{"organization leagueOfArabStates"}},
		{"eng", "asks the Human Rights Council to report at its eightieth session", []string{"organization hrc"}},
		{"fra", "du maïs d’Haïti", []string{"organization hti"}},
		{"spa", "las guineas y el Secretario General de la Liga de los Estados Árabes", []string{"organization leagueOfArabStates"}},
		{"rus", "с Нигером, Нигерией и Мали", []string{"organization ner", "organization nga", "organization mli"}},
		{"rus", "Генеральным секретарем Лиги арабских государств", []string{"organization leagueOfArabStates"}},
		{"rus", "иракский народ", nil},
		{"ara", "وللجمعية العامة وبالسودان", []string{"organization unga", "organization sdn"}},
		{"ara", "الأمين العام لجامعة الدول العربية", []string{"organization leagueOfArabStates"}},
		{"ara", "العبء المالي في العام مالي", nil},
		{"zho", "发展中国家和其中国际组织", nil},
		{"zho", "缔约方大会和世界卫生大会", []string{"organization wha"}},
		{"zho", "索马里和马里", []string{"organization som", "organization mli"}},
		{"zho", "副秘书长和伊斯兰合作组织秘书长", []string{"organization oic"}},
	} {
		assert.Equal(t, row.want, find(row.lang, row.text, ctx), "%s: %s", row.lang, row.text)
	}
}

// An office without its organization is that of the organization which speaks.
func TestOfficesElsewhere(t *testing.T) {
	text := "instructs the Secretary-General to write to the Secretary-General of the United Nations"
	assert.Equal(t, []string{"role secretaryGeneral"}, find("eng", text, Context{Organ: "tide-union"}))
	assert.Equal(t, []string{"role secretaryGeneral", "role secretaryGeneral"}, find("eng", text, Context{Organ: "ecosoc"}))
}

// A State is called as the United Nations call it, not as others do.
func TestNamesOfStates(t *testing.T) {
	for lang, want := range map[string]string{"eng": "Republic of Korea", "fra": "République de Corée", "rus": "Республика Корея"} {
		found := Find(want, lexicon.For(lang), Context{})
		if assert.Len(t, found, 1, lang) {
			assert.Equal(t, want, found[0].Name)
		}
	}
}

// Names end where words do, and hug them.
func TestPlaces(t *testing.T) {
	for _, row := range []struct{ lang, text, want string }{
		{"eng", "by Iceland’s harbour", "Iceland"},
		{"eng", "the Human Rights\nCouncil, too", "Human Rights\nCouncil"},
		{"fra", "à l’Assemblée générale.", "Assemblée générale"},
		{"ara", "والأمين العام", "الأمين العام"},
	} {
		got := Find(row.text, lexicon.For(row.lang), Context{})
		if assert.Len(t, got, 1, row.text) {
			assert.Equal(t, row.want, row.text[got[0].Start:got[0].End])
		}
	}
}

// Every identifier has a name in all six languages, and every name of the lexicon an identifier.
func TestEveryIdentifierHasItsNames(t *testing.T) {
	for _, lang := range languages {
		words := lexicon.For(lang)
		named := map[string]bool{"none": true}
		for _, section := range []string{"organs", "entities"} {
			for _, e := range words.Entries(section) {
				named[e.Key] = true
			}
		}
		for key := range kinds() {
			assert.True(t, named[key], "%s: %s has no name", lang, key)
		}
		for _, e := range words.Entries("entities") {
			_, known := kinds()[e.Key]
			assert.True(t, known || e.Key == "none", "%s: %q means nothing", lang, e.Text)
		}
	}
}

// Texts of all sorts are read without a fault, and nothing overlaps.
func FuzzFind(f *testing.F) {
	for _, lang := range languages {
		f.Add(lang, "the General Assembly at its eightieth session, وللجمعية 12 500 دولار")
	}
	f.Add("ara", "\u0640و\u064bللل")
	f.Add("xxx", "General Assembly")
	f.Fuzz(func(t *testing.T, lang, text string) {
		end := 0
		for _, e := range Find(text, lexicon.For(lang), Context{Session: 80}) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) || e.Class == Invalid || e.ID == "" {
				t.Fatalf("%+v in %q", e, text)
			}
			end = e.End
		}
	})
}
