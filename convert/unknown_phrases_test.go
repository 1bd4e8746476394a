package convert_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unknownFile holds how many of the texts keep their structure where opening phrases are words that no lexicon knows.
var unknownFile = filepath.Join("testdata", "unknown.json")

// unknownShares are the shares of the opening words that are made unknown, in per cent, and unknownSeeds what else chooses them.
var (
	unknownShares = []int{10, 25}
	unknownSeeds  = []int{1, 2}
)

// madeUnknown puts, for some of the words with which recitals and paragraphs open, words that no language has. They are as
// long, and begin in the same case and end alike, so that only the lexicon can tell.
func madeUnknown(doc *akn.Document, text string, share, seed int) string {
	for word := range openingWords(doc) {
		h := fnv.New32a()
		fmt.Fprint(h, seed, word)
		if int(h.Sum32()/7%100) < share {
			text = strings.ReplaceAll(text, word+" ", invented(word)+" ")
		}
	}
	return text
}

// openingWords are the first words of the opening phrases that the converter has found, with a capital where the script has.
func openingWords(doc *akn.Document) map[string]bool {
	words := map[string]bool{}
	for _, term := range doc.Root().FindElements("//term") {
		fields := strings.Fields(akn.Text(term))
		if len(fields) == 0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(fields[0]); len(fields[0]) > 5 && unicode.IsUpper(r) {
			words[fields[0]] = true
		}
	}
	return words
}

// invented is a word that no language has: the first letter and the ending are kept, the letters between are others.
func invented(word string) string {
	const ending = 4
	runes := []rune(word)
	for i := 1; i < len(runes)-ending; i++ {
		runes[i] = []rune("vw")[i%2]
	}
	return string(runes)
}

// TestUnknownPhrases makes opening phrases of texts unknown. No fewer texts than before may keep their structure.
func TestUnknownPhrases(t *testing.T) {
	var specimens []*specimen
	for _, o := range own {
		s := &specimen{name: o.name, manner: o.manner, lang: o.lang, text: string(text(t, o.name))}
		s.read(t)
		specimens = append(specimens, s)
	}
	holdUnknown(t, "Own", specimens)
}

// TestSlowUnknownPhrases is TestUnknownPhrases for a sample of the corpus.
func TestSlowUnknownPhrases(t *testing.T) {
	if os.Getenv(slow) == "" {
		t.Skip(slow + " is not set")
	}
	var specimens []*specimen
	for _, manner := range []string{flow, columns, starred, unadorned, record} {
		specimens = append(specimens, specimensOf(t, manner, 4*specimensPerManner)...)
	}
	holdUnknown(t, "Corpus", specimens)
}

func holdUnknown(t *testing.T, key string, specimens []*specimen) {
	data, err := os.ReadFile(unknownFile)
	require.NoError(t, err)
	floors := map[string]map[string]int{}
	require.NoError(t, json.Unmarshal(data, &floors))
	for _, share := range unknownShares {
		name, same, all := fmt.Sprint(share, "%"), 0, 0
		for _, seed := range unknownSeeds {
			for _, s := range specimens {
				doc, _, err := convert.FromText([]byte(s.text), convert.Options{})
				require.NoError(t, err)
				changed := madeUnknown(doc, s.text, share, seed)
				if changed == s.text {
					continue
				}
				all++
				if differ := structureDiffers(t, s, changed); len(differ) == 0 {
					same++
				} else {
					t.Logf("%s, %s: %v differ", s.name, name, differ)
				}
			}
		}
		t.Logf("%s: %d of %d texts keep their structure", name, same, all)
		if *update {
			floors[key][name] = max(floors[key][name], same)
		}
		assert.GreaterOrEqual(t, same, floors[key][name], "%s of the opening words, %d texts", name, all)
	}
	if *update {
		data, err := json.MarshalIndent(floors, "", "  ")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(unknownFile, append(data, '\n'), 0o600))
	}
}

// structureDiffers are the structural facts, but for the words themselves, that a changed text has otherwise.
func structureDiffers(t *testing.T, s *specimen, changed string) []string {
	doc, _, err := convert.FromText([]byte(changed), convert.Options{})
	require.NoError(t, err)
	found := alikeAll(facts(doc))
	var differ []string
	for _, key := range structural {
		if !strings.HasSuffix(key, "_starts") && found[key] != s.facts[key] {
			differ = append(differ, key)
		}
	}
	return differ
}
