package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestForKnowsBothCodes(t *testing.T) {
	for _, l := range languages {
		require.NotNil(t, For(l.iso), l.iso)
		assert.Same(t, For(l.iso), For(l.short))
		assert.Equal(t, l.iso, For(l.short).Lang())
	}
	assert.Nil(t, For("por"))
	assert.Len(t, All(), len(languages))
}

// lineCases are whole lines and what they mean. The value of a part follows its
// name.
var lineCases = []struct {
	lang, text string
	slot       Slot
	value      string
	parts      []string
}{
	{"eng", "United Nations", Publisher, "", nil},
	{"eng", "General Assembly", Organ, "unga", []string{"organ", "unga"}},
	{"eng", "Distr.: Limited", Distribution, "limited", nil},
	{"eng", "8 October 2021", IssueDate, "2021-10-08", []string{"date", "2021-10-08"}},
	{"eng", "Original: English", Original, "eng", []string{"language", "eng"}},
	{"eng", "Seventy-sixth\nsession", Session, "76", []string{"ord", "76"}},
	{"eng", "Tenth emergency special session", Session, "ES-10", []string{"ord", "10"}},
	{"eng", "Thirtieth special session", Session, "S-30", []string{"ord", "30"}},
	{"eng", "Third Committee", Committee, "3", []string{"committee", "3"}},
	{"eng", "Special Political and Decolonization Committee\n(Fourth Committee)", Committee, "4", nil},
	{"eng", "Agenda items 13 and 14", AgendaItem, "13, 14",
		[]string{"items", "13, 14", "item", "13", "item", "14"}},
	{"eng", "Agenda item 71 (c)", AgendaItem, "71 (c)", []string{"items", "71 (c)", "item", "71 (c)"}},
	{"eng", "Resolution adopted by the General Assembly on 9 December 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-09"}},
	{"eng", "Adopted by the Security Council at its 9527th meeting, on 2 January 2024", AdoptedHeading, "resolution",
		[]string{"organ", "unsc", "meeting", "9527", "date", "2024-01-02"}},
	{"eng", "[on the report of the Third Committee (A/76/463, para. 26)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", ", para. 26"}},
	{"eng", "54th (resumed) plenary meeting", Meeting, "54", []string{"num", "54"}},
	{"eng", "Chad and Fiji: draft resolution", DraftResolution, "draftResolution", []string{"sponsors", "Chad and Fiji"}},
	{"eng", "Draft resolution submitted by the Chair, Rosa Bee (Chad): draft resolution", DraftResolution, "draftResolution",
		[]string{"sponsors", "the Chair, Rosa Bee (Chad)"}},
	{"eng", "Decision", Decision, "", nil},
	{"eng", "Annex II", Annex, "2", []string{"label", "2"}},

	{"fra", "Nations Unies", Publisher, "", nil},
	{"fra", "Distr. limitée", Distribution, "limited", nil},
	{"fra", "1er décembre 2020", IssueDate, "2020-12-01", []string{"date", "2020-12-01"}},
	{"fra", "Original : anglais", Original, "eng", []string{"language", "eng"}},
	{"fra", "Soixante-seizième session", Session, "76", []string{"ord", "76"}},
	{"fra", "Troisième Commission", Committee, "3", []string{"committee", "3"}},
	{"fra", "Point 160 a) de l'ordre du jour", AgendaItem, "160 (a)", []string{"items", "160 (a)", "item", "160 (a)"}},
	{"fra", "Points 20 a) et b) de l’ordre du jour", AgendaItem, "20 (a), 20 (b)",
		[]string{"items", "20 (a), 20 (b)", "item", "20 (a)", "item", "20 (b)"}},
	{"fra", "Résolution adoptée par l’Assemblée générale le 16 décembre 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-16"}},
	{"fra", "62e séance plénière", Meeting, "62", []string{"num", "62"}},
	{"fra", "Italie : projet de résolution", DraftResolution, "draftResolution", []string{"sponsors", "Italie"}},
	{"fra", "Résolution 2526 (2020)", Resolution, "2526 (2020)", []string{"num", "2526", "year", "2020"}},

	{"spa", "Naciones Unidas", Publisher, "", nil},
	{"spa", "Distr. general", Distribution, "general", nil},
	{"spa", "8 de octubre de 2021", IssueDate, "2021-10-08", []string{"date", "2021-10-08"}},
	{"spa", "Original: inglés", Original, "eng", []string{"language", "eng"}},
	{"spa", "Septuagésimo sexto período de sesiones", Session, "76", []string{"ord", "76"}},
	{"spa", "Décimo período extraordinario de sesiones de emergencia", Session, "ES-10", []string{"ord", "10"}},
	{"spa", "Tercera Comisión", Committee, "3", []string{"committee", "3"}},
	{"spa", "Temas 45 y 55 del programa", AgendaItem, "45, 55", []string{"items", "45, 55", "item", "45", "item", "55"}},
	{"spa", "Resolución aprobada por la Asamblea General el 16 de diciembre de 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-16"}},
	{"spa", "Aprobada por el Consejo de Seguridad en su 9527a sesión, celebrada el 2 de enero de 2024", AdoptedHeading, "resolution",
		[]string{"organ", "unsc", "meeting", "9527", "date", "2024-01-02"}},
	{"spa", "[sobre la base del informe de la Tercera Comisión (A/76/463, párr. 26)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", ", párr. 26"}},
	{"spa", "82ª sesión plenaria", Meeting, "82", []string{"num", "82"}},
	{"spa", "Chile y Fiji: proyecto de resolución", DraftResolution, "draftResolution", []string{"sponsors", "Chile y Fiji"}},
	{"spa", "Anexo I", Annex, "1", []string{"label", "1"}},

	{"rus", "Организация Объединенных Наций", Publisher, "", nil},
	{"rus", "Генеральная Ассамблея", Organ, "unga", []string{"organ", "unga"}},
	{"rus", "Distr.: Limited", Distribution, "limited", nil},
	{"rus", "11 January 2022", IssueDate, "2022-01-11", []string{"date", "2022-01-11"}},
	{"rus", "Original: English", Original, "eng", []string{"language", "eng"}},
	{"rus", "Семьдесят шестая сессия", Session, "76", []string{"ord", "76"}},
	{"rus", "Тридцатая специальная сессия", Session, "S-30", []string{"ord", "30"}},
	{"rus", "Третий комитет", Committee, "3", []string{"committee", "3"}},
	{"rus", "Пункт 71 c) повестки дня", AgendaItem, "71 (c)", []string{"items", "71 (c)", "item", "71 (c)"}},
	{"rus", "Резолюция, принятая Генеральной Ассамблеей 16 декабря 2021 года", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-16"}},
	{"rus", "принятая Советом Безопасности на его 9527-м заседании 2 января 2024 года", AdoptedHeading, "resolution",
		[]string{"organ", "unsc", "meeting", "9527", "date", "2024-01-02"}},
	{"rus", "[по докладу Третьего комитета (A/76/463, п. 26)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", ", п. 26"}},
	{"rus", "[без передачи в главные комитеты (A/78/L.4)]", ReportLine, "", []string{"symbol", "A/78/L.4"}},
	{"rus", "82‑е пленарное заседание", Meeting, "82", []string{"num", "82"}},
	{"ara", "الذي اتخذه مجلس الأمن في جلسته 9828، المعقودة في 27 كانون الأول/ ديسمبر 2024", AdoptedHeading, "resolution",
		[]string{"organ", "unsc", "meeting", "9828", "date", "2024-12-27"}}, // with a space in the month
	{"rus", "82-e (возобновленное) пленарное заседание", Meeting, "82", []string{"num", "82"}}, // with a Latin e
	{"rus", "Чили и Фиджи: проект резолюции", DraftResolution, "draftResolution", []string{"sponsors", "Чили и Фиджи"}},
	{"rus", "Приложение", Annex, "", nil},
	{"rus", "Резолюция 2719 (2023),", Resolution, "2719 (2023)", []string{"num", "2719", "year", "2023"}},

	{"ara", "الأمــم المتحـدة", Publisher, "", nil},
	{"ara", "الدورة السادسة والسبعون", Session, "76", []string{"ord", "76"}},
	{"ara", "الدورة الاستثنائية الطارئة العاشرة", Session, "ES-10", []string{"ord", "10"}},
	{"ara", "اللجنة الثالثة", Committee, "3", []string{"committee", "3"}},
	{"ara", "البند 49 (أ) من جدول الأعمال", AgendaItem, "49 (a)", []string{"items", "49 (a)", "item", "49 (a)"}},
	{"ara", "البند 98 (س س) من جدول الأعمال", AgendaItem, "98 (oo)", []string{"items", "98 (oo)", "item", "98 (oo)"}},
	{"ara", "البندان 13 و 14 من جدول الأعمال", AgendaItem, "13, 14", []string{"items", "13, 14", "item", "13", "item", "14"}},
	{"ara", "قرار اتخذته الجمعية العامة في 16 كانون الأول/ديسمبر 2021", AdoptedHeading, "resolution",
		[]string{"organ", "unga", "date", "2021-12-16"}},
	{"ara", "[بناء على تقرير اللجنة الثالثة (A/76/463، الفقرة 26)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", "، الفقرة 26"}},
	{"ara", "[بناء على تقرير لجنة المسائل السياسية الخاصة وإنهاء الاستعمار(اللجنة الرابعة) (A/78/425، الفقرة 14)]", ReportLine, "4",
		[]string{"symbol", "A/78/425", "text", "، الفقرة 14"}},
	{"ara", "الجلسة العامة 82", Meeting, "82", []string{"num", "82"}},
	{"ara", "شيلي وفيجي: مشروع قرار", DraftResolution, "draftResolution", []string{"sponsors", "شيلي وفيجي"}},
	{"ara", "المرفق الأول", Annex, "1", []string{"label", "1"}},

	{"zho", "联合国", Publisher, "", nil},
	{"zho", "大会", Organ, "unga", []string{"organ", "unga"}},
	{"zho", "第七十六届会议", Session, "76", []string{"ord", "76"}},
	{"zho", "第十届紧急特别会议", Session, "ES-10", []string{"ord", "10"}},
	{"zho", "第三委员会", Committee, "3", []string{"committee", "3"}},
	{"zho", "议程项目49", AgendaItem, "49", []string{"items", "49", "item", "49"}},
	{"zho", "议程项目 71(c)和(d)", AgendaItem, "71 (c), 71 (d)",
		[]string{"items", "71 (c), 71 (d)", "item", "71 (c)", "item", "71 (d)"}},
	{"zho", "2021年12月16日大会决议", AdoptedHeading, "resolution", []string{"date", "2021-12-16", "organ", "unga"}},
	{"zho", "[根据第三委员会的报告 (A/76/463，第26段)]", ReportLine, "3",
		[]string{"committee", "3", "symbol", "A/76/463", "text", "，第26段"}},
	{"zho", "第82次全体会议", Meeting, "82", []string{"num", "82"}},
	{"zho", "智利和斐济：决议草案", DraftResolution, "draftResolution", []string{"sponsors", "智利和斐济"}},
	{"zho", "附件一", Annex, "1", []string{"label", "1"}},
	{"zho", "第2526 (2020)号决议", Resolution, "2526 (2020)", []string{"num", "2526", "year", "2020"}},
}

// Sentences and titles are no lines of the masthead.
func TestNoLine(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"eng", ""}, {"eng", "The General Assembly decides to meet"}, {"eng", "Sustainable development"},
		{"eng", "General Assembly resolution"}, {"eng", "8 October"}, {"fra", "Point d’ordre"},
		{"zho", "可持续发展"}, {"eng", strings.Repeat("a", maxLine) + ": draft resolution"},
	} {
		line, ok := For(c.lang).Line(c.text)
		assert.False(t, ok, "%q is %v", c.text, line.Slot)
	}
}

func TestLine(t *testing.T) {
	for _, c := range lineCases {
		line, ok := For(c.lang).Line(c.text)
		if !assert.True(t, ok, "%s: %q", c.lang, c.text) {
			continue
		}
		assert.Equal(t, c.slot, line.Slot, "%q is %v", c.text, line.Slot)
		assert.Equal(t, c.value, line.Value, c.text)
		var parts []string
		for _, p := range line.Parts {
			parts = append(parts, p.Name, p.Value)
		}
		assert.Equal(t, c.parts, parts, c.text)
	}
}
