package lexicon

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSessions(t *testing.T) {
	for lang, text := range map[string]string{
		"eng": "decides to take the matter up at its ninety-first session, and not before;",
		"fra": "décide d’y revenir à sa quatre-vingt-onzième session, et pas avant ;",
		"spa": "decide volver a examinarlo en su nonagésimo primer período de sesiones;",
		"rus": "постановляет вернуться к этому на своей девяносто первой сессии;",
		"ara": "تقرر أن تعود إليه في دورتها الحادية والتسعين؛",
		"zho": "决定在第九十一届会议上再作审议；",
	} {
		got := For(lang).Sessions(text)
		if assert.Len(t, got, 1, "%s: %v", lang, got) {
			assert.Equal(t, "91", got[0].Value, lang)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, row := range []struct{ lang, text, want string }{
		{"eng", "an amount of 12,500,300 dollars and 1.75 million United States dollars, or 0.5 per cent of 20 boats",
			"12,500,300 dollars = 12500300 usd; 1.75 million United States dollars = 1750000 usd; 0.5 per cent = 0.5 percent; "},
		{"eng", "in 2031, 12 dollars", "12 dollars = 12 usd; "},
		{"fra", "un montant de 12 500 300 dollars et 1,75 million de dollars des États-Unis, soit 0,5 % de 20 bateaux",
			"12 500 300 dollars = 12500300 usd; 1,75 million de dollars des États-Unis = 1750000 usd; 0,5 % = 0.5 percent; "},
		{"spa", "la suma de 12.500.300 dólares y 2.000 millones de dólares de los Estados Unidos, el 0,5 % de 20 barcos",
			"12.500.300 dólares = 12500300 usd; 2.000 millones de dólares de los Estados Unidos = 2000000000 usd; 0,5 % = 0.5 percent; "},
		{"rus", "сумма в размере 12 500 300 долл. США и 1,75 млн долл. США, или 5 процентов",
			"12 500 300 долл. США = 12500300 usd; 1,75 млн долл. США = 1750000 usd; 5 процентов = 5 percent; "},
		{"ara", "مبلغ قدره 300 500 12 دولار و 3 ملايين دولار، أي 5 في المائة",
			"300 500 12 دولار = 12500300 usd; 3 ملايين دولار = 3000000 usd; 5 في المائة = 5 percent; "},
		{"zho", "批款12 500 300美元和1.75亿美元，占百分之5",
			"12 500 300美元 = 12500300 usd; 1.75亿美元 = 175000000 usd; 百分之5 = 5 percent; "},
		{"eng", "the year 2031 2500 dollars", "2500 dollars = 2500 usd; "},
		{"fra", "en 2031 2 500 dollars, 12 34 dollars", ""},
	} {
		got := ""
		for _, m := range For(row.lang).Amounts(row.text) {
			got += fmt.Sprintf("%s = %s %s; ", row.text[m.Start:m.End], m.Value, m.Key)
		}
		assert.Equal(t, row.want, got, "%s: %s", row.lang, row.text)
	}
}

func TestScaled(t *testing.T) {
	assert.Equal(t, "1250000", scaled("1.25", 6))
	assert.Equal(t, "1.5", scaled("0.0015", 3))
	assert.Equal(t, "0", scaled("0", 3))
}
