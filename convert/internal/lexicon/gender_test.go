package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// genders are the words of opening phrases that agree with the organ that speaks: the Assembly is feminine, the Councils
// are masculine, and each phrase stands for both.
var genders = map[string][][2]string{
	"fra": {
		{"préoccupée", "préoccupé"}, {"alarmée", "alarmé"}, {"convaincue", "convaincu"}, {"résolue", "résolu"}, {"consciente", "conscient"},
		{"Consciente", "Conscient"}, {"Convaincue", "Convaincu"}, {"Résolue", "Résolu"}, {"Alarmée", "Alarmé"}, {"Préoccupée", "Préoccupé"},
		{"inquiète", "inquiet"}, {"Inquiète", "Inquiet"}, {"reconnaissante", "reconnaissant"}, {"Guidée", "Guidé"}, {"déterminée", "déterminé"},
		{"Désireuse", "Désireux"}, {"Soucieuse", "Soucieux"}, {"saisie", "saisi"}, {"attachée", "attaché"}, {"troublée", "troublé"},
		{"attristée", "attristé"}, {"émue", "ému"}, {"Émue", "Ému"}, {"opposée", "opposé"}, {"qu’elle", "qu’il"}, {"Encouragée", "Encouragé"}, {"Animée", "Animé"},
	},
	"spa": {
		{"preocupada", "preocupado"}, {"alarmada", "alarmado"}, {"convencida", "convencido"}, {"Preocupada", "Preocupado"},
		{"Alarmada", "Alarmado"}, {"Convencida", "Convencido"}, {"Resuelta", "Resuelto"}, {"resuelta", "resuelto"}, {"Guiada", "Guiado"},
		{"Deseosa", "Deseoso"}, {"consternada", "consternado"}, {"Alentada", "Alentado"}, {"dispuesta", "dispuesto"}, {"perturbada", "perturbado"},
	},
	"rus": {
		{"убеждена", "убежден"}, {"обеспокоена", "обеспокоен"}, {"встревожена", "встревожен"}, {"полна", "полон"},
		{"преисполнена", "преисполнен"}, {"преисполненная", "преисполненный"}, {"исполненная", "исполненный"},
	},
}

func TestPhrasesAgreeWithTheOrgan(t *testing.T) {
	for _, l := range All() {
		for _, section := range []string{"recital", "operative"} {
			texts := map[string]bool{}
			for _, e := range l.Entries(section) {
				texts[e.Text] = true
			}
			for _, e := range l.Entries(section) {
				for _, other := range otherGender(l.Lang(), e.Text) {
					assert.True(t, texts[other], "%s [%s] %q stands without %q", l.Lang(), section, e.Text, other)
				}
			}
		}
	}
}

// otherGender is the phrase as an organ of the other gender says it, if the phrase shows a gender.
func otherGender(lang, phrase string) []string {
	var others []string
	for from := range 2 {
		words := strings.Split(phrase, " ")
		changed := false
		for i, w := range words {
			for _, pair := range genders[lang] {
				if w == pair[from] {
					words[i], changed = pair[1-from], true
				}
			}
		}
		if changed {
			others = append(others, strings.Join(words, " "))
		}
	}
	return others
}
