package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// phraseCases are openings of recitals (r) and operative paragraphs (o): the
// concept, and the part of the text that is the phrase.
var phraseCases = []struct{ lang, kind, text, concept, phrase string }{
	{"eng", "r", "Recalling its resolution", "recalling", "Recalling"},
	{"eng", "r", "*Recalling also* its resolution", "recalling", "*Recalling also"},
	{"eng", "r", "Taking note also with\nappreciation of the report", "takingNoteWithAppreciation", "Taking note also with\nappreciation of"},
	{"eng", "r", "Recallings", "", ""},
	{"eng", "r", "Having met", "havingMet", "Having met"},
	{"eng", "o", "Further encourages States", "encourages", "Further encourages"},
	{"eng", "o", "Encourages further efforts", "encourages", "Encourages"},
	{"eng", "o", "Decides to remain seized of the matter", "remainsSeized", "Decides to remain seized"},
	{"eng", "o", "Once again also further urges", "urges", "Once again also further urges"},
	{"fra", "r", "Réaffirmant également que", "reaffirming", "Réaffirmant également"},
	{"fra", "r", "Re\u0301affirmant en outre que", "reaffirming", "Re\u0301affirmant en outre"},
	{"fra", "r", "Conscient que", "recognizing", "Conscient"},
	{"fra", "r", "Consciente que", "recognizing", "Consciente"},
	{"fra", "r", "Ayant également à l'esprit le", "bearingInMind", "Ayant également à l'esprit"},
	{"fra", "o", "Prend également note avec satisfaction du", "takesNoteWithAppreciation", "Prend également note avec satisfaction"},
	{"fra", "o", "Prie instamment les États", "urges", "Prie instamment"},
	{"fra", "o", "Prie de nouveau le Secrétaire général", "requests", "Prie de nouveau"},
	{"fra", "o", "Prie\u202fles États de", "callsUpon", "Prie"}, // the words after it decide
	{"spa", "r", "Profundamente preocupada por", "expressingConcern", "Profundamente preocupada"},
	{"spa", "o", "Hace suyas las conclusiones", "endorses", "Hace suyas"},
	{"rus", "r", "вновь подтверждая также свою", "reaffirming", "вновь подтверждая также"},
	{"rus", "r", "будучи глубоко обеспокоен тем", "expressingConcern", "будучи глубоко обеспокоен"},
	{"rus", "o", "Просит также Генерального секретаря", "requests", "Просит также"},
	{"ara", "r", "وإذ تشير أيضاً إلى", "recalling", "وإذ تشير أيضاً"},
	{"ara", "r", "إذ يؤكّد من جديد", "reaffirming", "إذ يؤكّد من جديد"},
	{"ara", "o", "تطلــب إلى الأمين العام", "requests", "تطلــب"},
	{"zho", "r", "又回顾其2019年", "recalling", "又回顾"},
	{"zho", "r", "在这方面，还赞赏地注意到", "takingNoteWithAppreciation", "在这方面，还赞赏地注意到"},
	{"zho", "o", "强 调\n指出必须", "emphasizes", "强 调\n指出"},

	// What lawyers keep apart, and all six languages with them.
	{"eng", "o", "Determines that the situation", "determines", "Determines"},
	{"eng", "o", "Determines once more that the measures", "determines", "Determines"},
	{"eng", "o", "Determines to take further steps", "decides", "Determines"},
	{"eng", "o", "Decides that the measures", "decides", "Decides"},
	{"eng", "o", "Reiterates its demand that all parties", "demands", "Reiterates its demand"},
	{"eng", "o", "Reiterates its call upon all parties", "callsUpon", "Reiterates its call upon"},
	{"eng", "o", "Commits to strengthening", "commits", "Commits"},
	{"eng", "o", "Recommits to strengthening", "commits", "Recommits"},
	{"eng", "r", "Recommitting to strengthening", "reaffirming", "Recommitting"},
	{"eng", "r", "Urging all parties", "urging", "Urging"},
	{"eng", "o", "Reminds all States of", "reminds", "Reminds"},
	{"eng", "o", "Resolves to bridge", "isDetermined", "Resolves"},
	{"eng", "o", "Resolves that the", "decides", "Resolves"},
	{"fra", "r", "Constatant que la situation qui règne", "determining", "Constatant"},
	{"fra", "o", "Constate que la situation qui règne", "determines", "Constate"},
	{"fra", "o", "Constate que le nombre", "recognizes", "Constate"},
	{"fra", "o", "Rappelle aux États Membres", "reminds", "Rappelle"},
	{"fra", "o", "Rappelle également à tous les États", "reminds", "Rappelle également"},
	{"fra", "o", "Rappelle à cet égard sa résolution", "recalls", "Rappelle à cet égard"},
	{"fra", "o", "Exige une fois de plus", "demands", "Exige une fois de plus"},
	{"fra", "r", "Exhortant les parties", "urging", "Exhortant"},
	{"spa", "o", "Determina que la situación", "determines", "Determina"},
	{"spa", "o", "Determina adoptar", "decides", "Determina"},
	{"spa", "o", "Recuerda a los Estados", "reminds", "Recuerda"},
	{"spa", "o", "Recuerda a este respecto", "recalls", "Recuerda a este respecto"},
	{"spa", "o", "Se compromete nuevamente a", "commits", "Se compromete nuevamente"},
	{"spa", "r", "Comprometiéndose nuevamente a", "reaffirming", "Comprometiéndose nuevamente"},
	{"rus", "o", "определяет, что положение", "determines", "определяет"},
	{"rus", "o", "напоминает государствам-членам", "reminds", "напоминает"},
	{"rus", "o", "напоминает о своей резолюции", "recalls", "напоминает"},
	{"rus", "r", "настоятельно призывая стороны", "urging", "настоятельно призывая"},
	{"ara", "o", "يقرر أن الحالة", "determines", "يقرر"},
	{"ara", "o", "يقرر أن يبقي", "decides", "يقرر"},
	{"ara", "o", "تذكّر الدول الأعضاء", "reminds", "تذكّر"},
	{"ara", "r", "وإذ يحث الأطراف", "urging", "وإذ يحث"},
	{"zho", "o", "认定该局势", "determines", "认定"},
	{"zho", "o", "提醒会员国", "reminds", "提醒"},
	{"zho", "o", "再次承诺加强", "commits", "再次承诺"},
	{"zho", "r", "再次承诺加强", "reaffirming", "再次承诺"},
}

func TestPhrases(t *testing.T) {
	for _, c := range phraseCases {
		match := For(c.lang).Recital
		if c.kind == "o" {
			match = For(c.lang).Operative
		}
		got, ok := match(c.text)
		assert.Equal(t, c.concept != "", ok, c.text)
		assert.Equal(t, c.concept, got.Concept, c.text)
		assert.Equal(t, c.phrase, c.text[:got.Len], c.text)
	}
}

func TestEnacting(t *testing.T) {
	for _, c := range []struct{ lang, text, organ, words string }{
		{"eng", "The General Assembly,", "unga", "The General Assembly,"},
		{"eng", "*The General\nAssembly*, Recalling", "unga", "*The General\nAssembly*,"},
		{"eng", "The Security Council", "unsc", "The Security Council"},
		{"eng", "The General Assembly decided", "", ""},
		{"eng", "General Assembly", "", ""},
		{"fra", "L'Assemblée générale,", "unga", "L'Assemblée générale,"},
		{"fra", "Le Conseil des droits de l’homme,", "hrc", "Le Conseil des droits de l’homme,"},
		{"spa", "El Consejo Económico y Social,", "ecosoc", "El Consejo Económico y Social,"},
		{"rus", "Генеральная Ассамблея,", "unga", "Генеральная Ассамблея,"},
		{"rus", "Генеральная Ассамблея", "", ""}, // the masthead
		{"ara", "إن الجمعية العامة ،", "unga", "إن الجمعية العامة ،"},
		{"zho", "大会，", "unga", "大会，"},
		{"zho", "大会", "", ""},
		{"zho", "大会决定", "", ""},
	} {
		organ, n, ok := For(c.lang).Enacting(c.text)
		assert.Equal(t, c.organ, organ, c.text)
		assert.Equal(t, c.words, c.text[:n], c.text)
		assert.Equal(t, c.organ != "", ok, c.text)
	}
}

func TestOrgan(t *testing.T) {
	for _, c := range []struct{ lang, text, id, name string }{
		{"eng", "the Security Council on", "unsc", "the Security Council"},
		{"eng", "United Nations Children's Fund", "unicef", "United Nations Children's Fund"},
		{"rus", "Советом Безопасности", "unsc", "Советом Безопасности"},
		{"zho", "联合国大会决议", "unga", "联合国大会"},
		{"spa", "Comisión", "", ""},
	} {
		id, n, ok := For(c.lang).Organ(c.text)
		assert.Equal(t, c.id, id, c.text)
		assert.Equal(t, c.name, c.text[:n], c.text)
		assert.Equal(t, c.id != "", ok, c.text)
	}
}

func TestOpens(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       bool
	}{
		{"eng", "Recalling its resolution", true}, {"eng", "recalling its resolution", false},
		{"eng", "Requests the Secretary-General", true}, {"eng", "and the report", false},
		{"eng", "The General Assembly,", true}, {"fra", "Notant que", true}, {"fra", "notant que", false},
		{"rus", "ссылаясь на", true}, {"rus", "а также", false},
		{"ara", "وإذ تشير إلى", true}, {"zho", "回顾", true}, {"zho", "的决议", false},
	} {
		assert.Equal(t, c.want, For(c.lang).Opens(c.text), c.text)
	}
}
