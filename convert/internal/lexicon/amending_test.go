package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAmends(t *testing.T) {
	for lang, texts := range map[string][]string{
		"eng": {"Delete operative paragraph 4.", "In the second preambular paragraph, insert", "After operative\nparagraph 2"},
		"fra": {"Supprimer le paragraphe 4.", "Au deuxième alinéa du préambule", "Après le paragraphe 2"},
		"spa": {"Suprímase el párrafo 4.", "En el párrafo 2", "Después del párrafo 3"},
		"rus": {"Исключить пункт 4", "В пункте 2", "После пункта 3"},
		"ara": {"تحذف الفقرة 4", "في الفقرة 2", "بعد الفقرة 3"},
		"zho": {"删除执行部分第4段", "在序言部分第二段中"},
	} {
		for _, text := range texts {
			assert.True(t, For(lang).Amends(text), text)
		}
	}
	for _, text := range []string{"", "Deleted files", "Rights of the child", "Indeed", "Calls upon all States"} {
		assert.False(t, For("eng").Amends(text), text)
	}
}

// What an amendment amends can be a draft that a committee recommends: it has a number and no symbol.
func TestAmendmentsToRecommendedDrafts(t *testing.T) {
	for lang, text := range map[string]string{
		"eng": "Chad and Fiji:* amendment to draft\nresolution 6 recommended by the Second Committee in its report contained in document A/91/555",
		"fra": "Fidji et Tchad : amendement au projet de résolution VI recommandé par la Deuxième Commission dans son rapport (A/91/555)",
		"spa": "Chad y Fiji: enmienda al proyecto de resolución VI recomendado por la Segunda Comisión en su informe (A/91/555)",
		"rus": "Фиджи и Чад: поправка к проекту резолюции VI, рекомендованному Вторым комитетом в его докладе (A/91/555)",
		"ara": "تشاد وفيجي: تعديل على مشروع القرار 6 الذي أوصت به اللجنة الثانية في تقريرها (A/91/555)",
		"zho": "斐济和乍得：对第二委员会在其报告(A/91/555)中建议的决议草案六的修正案",
	} {
		line, ok := For(lang).Line(text)
		assert.True(t, ok, text)
		assert.Equal(t, DraftResolution, line.Slot, text)
		assert.Equal(t, "amendment", line.Value, text)
		symbol, _ := line.Part("symbol")
		assert.Equal(t, "A/91/555", symbol.Value, text)
	}
}
