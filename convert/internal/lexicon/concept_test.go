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
	"review":   "what was reviewed before is no act of the text (havingConsidered)",
	"examin":   "what was examined before is no act of the text (havingConsidered)",
	"accept":   "Accepting is to concur, Accepts to endorse",
	"renew":    "Renewing is to reaffirm, Renews to extend a mandate",
	"honour":   "who is honoured in a recital is commemorated",
	"believ":   "Believing is being convinced, Believes an opinion",
	"subscrib": "Subscribing is to concur, Subscribes to endorse",
	"appeal":   "an appeal in a recital is a call, as призывая is",
	"resolv":   "Resolves that is a decision, Resolving never",
}

// A participle in a recital and a verb in an operative paragraph that say the same are one act, and so one concept.
func TestOneActIsOneConcept(t *testing.T) {
	verbs := map[string]string{}
	for _, e := range For("eng").Entries("operative") {
		first, rest, _ := strings.Cut(e.Text, " ")
		first = strings.TrimSuffix(strings.TrimSuffix(first, "s"), "e")
		verbs[strings.TrimSpace(first+" "+rest)] = e.Key
	}
	found, used := 0, map[string]bool{}
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
		if concept != e.Key {
			used[strings.ToLower(stem)] = true
			assert.NotEmpty(t, apart[strings.ToLower(stem)], "%s is %s, but %s in operative paragraphs", e.Text, e.Key, concept)
		}
	}
	assert.Greater(t, found, 90)
	for verb := range apart {
		assert.True(t, used[verb], "%s is one concept: take it off the list", verb)
	}
}
