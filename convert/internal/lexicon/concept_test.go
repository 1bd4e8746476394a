package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// apart are the phrases that the six languages do not translate alike in recitals and operative paragraphs, or whose participle
// means something else.
var apart = map[string]string{
	"recommit": "in recitals a repeated commitment is a commitment reaffirmed (reaffirms), in four of the six languages",
	"confirm":  "подтверждая is both confirming and reaffirming",
	"endors":   "in recitals nothing is endorsed by the text itself (supports)",
	"renew":    "Renewing is to reaffirm, Renews to extend a mandate",
	"honour":   "who is honoured in a recital is commemorated",
	"believ":   "Believing is being convinced, Believes an opinion",
	"appeal":   "an appeal in a recital is a call, as призывая is",
	"resolv":   "Resolves that is a decision, Resolving never",
}

// A participle in a recital and a verb in an operative paragraph that say the same are one act: where one phrase pairs two
// concepts, all phrases do.
func TestActsOfRecitalsAndParagraphsPair(t *testing.T) {
	verbs := map[string]string{}
	for _, e := range For("eng").Entries("operative") {
		first, rest, _ := strings.Cut(e.Text, " ")
		first = strings.TrimSuffix(strings.TrimSuffix(first, "s"), "e")
		verbs[strings.TrimSpace(first+" "+rest)] = e.Key
	}
	found, used := 0, map[string]bool{}
	paragraph, recital := map[string]string{}, map[string]string{}
	for _, e := range For("eng").Entries("recital") {
		first, rest, _ := strings.Cut(e.Text, " ")
		stem, ok := strings.CutSuffix(first, "ing")
		if strings.HasSuffix(stem, "tt") {
			stem = stem[:len(stem)-1] // Committing
		}
		concept, known := verbs[strings.TrimSpace(stem+" "+rest)]
		if !ok || !known {
			continue
		}
		found++
		if paragraph[e.Key] == "" && recital[concept] == "" {
			paragraph[e.Key], recital[concept] = concept, e.Key
		}
		if paragraph[e.Key] != concept || recital[concept] != e.Key {
			used[strings.ToLower(stem)] = true
			assert.NotEmpty(t, apart[strings.ToLower(stem)], "%s is %s, but %s in operative paragraphs", e.Text, e.Key, concept)
		}
	}
	assert.Greater(t, found, 90)
	for verb := range apart {
		assert.True(t, used[verb], "%s is one act: take it off the list", verb)
	}
}
