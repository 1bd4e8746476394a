package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQuotes(t *testing.T) {
	want := map[string][2]string{
		"ara": {"”", "“"}, "zho": {"“", "”"}, "eng": {"“", "”"}, "fra": {"«", "»"}, "rus": {"«", "»"}, "spa": {"“", "”"},
	}
	for _, l := range All() {
		opening, closing := l.Quotes()
		assert.Equal(t, want[l.Lang()], [2]string{opening, closing}, l.Lang())
	}
}

func TestEndsInConjunction(t *testing.T) {
	for lang, text := range map[string]string{"en": "the wells and", "fr": "les puits ou", "ru": "колодцы и", "es": "los pozos y"} {
		assert.True(t, For(lang).EndsInConjunction(text), text)
	}
	for lang, text := range map[string]string{"en": "the island", "fr": "le cou", "es": "los pozos and", "zh": "水井和"} {
		assert.False(t, For(lang).EndsInConjunction(text), text)
	}
}

func TestWithoutArticle(t *testing.T) {
	for _, c := range []struct{ lang, name, want string }{
		{"en", "The Meeting of Keepers", "Meeting of Keepers"}, {"fr", "La Réunion", "Réunion"}, {"fr", "L’Assemblée", "Assemblée"},
		{"es", "El Consejo", "Consejo"}, {"en", "Theory of Lamps", ""}, {"en", "Meeting", ""}, {"en", "The", ""}, {"ru", "Генеральная Ассамблея", ""},
	} {
		assert.Equal(t, c.want, For(c.lang).WithoutArticle(c.name), c.name)
	}
}
