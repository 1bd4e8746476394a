package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A manner is how recitals open in a language, whatever the phrase: with a participle, which has one of a few endings, and
// perhaps with an adverb before it, or with one of a few words. A language without such forms has an empty one.
type manner struct {
	adverbs     []string // endings
	participles []string // endings
	openings    []string // whole words
	joining     []string // words that join the items of a list
}

func newManner(sections map[string][]Entry) (*manner, error) {
	m := &manner{}
	lists := map[string]*[]string{"adverb": &m.adverbs, "participle": &m.participles, "opening": &m.openings}
	for _, e := range sections["recital.manner"] {
		list := lists[e.Key]
		if list == nil {
			return nil, fmt.Errorf("[recital.manner] %q: unknown key", e.Key)
		}
		*list = append(*list, e.Text)
	}
	for _, e := range sections["style"] {
		if e.Key == "list.and" || e.Key == "list.or" {
			m.joining = append(m.joining, e.Text)
		}
	}
	return m, nil
}

// Mannered reports whether s opens in the manner of a recital, though perhaps with a phrase that the lexicon does not know:
// "Deeply disturbed by ...", "Honouring the memory ...". What can as well be a name is none: in languages with
// capitals the word after the participle is written without one, and does not go on with a list.
func (l *Lexicon) Mannered(s string) bool {
	m, words := l.manner, firstWords(s)
	if len(words) == 0 {
		return false
	}
	if slices.Contains(m.openings, words[0]) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(words[0]); !unicode.IsUpper(r) {
		return false
	}
	if endsInOne(words[0], m.adverbs) {
		words = words[1:]
	}
	if len(words) < 2 || !endsInOne(strings.TrimSuffix(words[0], ","), m.participles) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[1])
	return unicode.IsLower(r) && !slices.Contains(m.joining, words[1])
}

// firstWords are the first words of s, three at the most: an adverb, a participle and what follows.
func firstWords(s string) []string {
	const most, longest = 3, 200 // words, bytes
	words := strings.Fields(s[:min(len(s), longest)])
	return words[:min(len(words), most)]
}

func endsInOne(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return len(word) > len(e)+1 && strings.HasSuffix(word, e) })
}
