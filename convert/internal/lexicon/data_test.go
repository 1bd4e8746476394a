package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

func sectionNames(l *Lexicon) []string {
	var names []string
	for name := range l.sections {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestSameSectionsInSixFiles(t *testing.T) {
	want := sectionNames(For("eng"))
	for _, l := range All() {
		assert.Equal(t, want, sectionNames(l), l.Lang())
	}
}

// Every slot has a section with at least one pattern, every language the same
// keys where keys are ids.
func TestSameKeysInSixFiles(t *testing.T) {
	keys := func(l *Lexicon, section string) []string {
		var all []string
		for _, e := range l.Entries(section) {
			all = append(all, e.Key)
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	english := For("eng")
	for _, l := range All() {
		for slot := Publisher; slot < slotEnd; slot++ {
			assert.NotEmpty(t, l.Entries("line."+slot.String()), "%s %s", l.Lang(), slot)
		}
		for _, section := range []string{"enacting", "organs", "languages", "months", "groups", "recital", "operative"} {
			assert.Equal(t, keys(english, section), keys(l, section), "%s [%s]", l.Lang(), section)
		}
	}
}

func TestEntriesAreInNFCAndSayWhereSeen(t *testing.T) {
	for _, l := range All() {
		for _, section := range sectionNames(l) {
			for _, e := range l.Entries(section) {
				assert.True(t, norm.NFC.IsNormalString(e.Text), "%s [%s] %q", l.Lang(), section, e.Text)
				assert.NotEmpty(t, e.Seen, "%s [%s] %q", l.Lang(), section, e.Text)
				assert.NotEmpty(t, e.Text, "%s [%s] %q", l.Lang(), section, e.Key)
				assert.Equal(t, strings.TrimSpace(e.Text), e.Text)
			}
		}
	}
}

// Concepts are identifiers: lower camel case ASCII.
func TestConceptsAreIdentifiers(t *testing.T) {
	for _, l := range All() {
		for _, section := range []string{"recital", "operative"} {
			for _, e := range l.Entries(section) {
				ok := !strings.ContainsFunc(e.Key, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) })
				assert.True(t, ok && unicode.IsLower(rune(e.Key[0])), "%s [%s] %q", l.Lang(), section, e.Key)
			}
		}
	}
}

// Each phrase is what the matcher finds in it: none is hidden by another or by
// the words that may be passed over.
func TestNoPhraseIsShadowed(t *testing.T) {
	for _, l := range All() {
		for section, p := range map[string]*phrases{"recital": l.recital, "operative": l.operative} {
			for _, e := range l.Entries(section) {
				text, context, _ := strings.Cut(e.Text, "~")
				whole := text + context
				text = strings.TrimSpace(text)
				got, ok := p.match(whole)
				if assert.True(t, ok, "%s [%s] %q", l.Lang(), section, e.Text) {
					assert.Equal(t, Phrase{e.Key, len(text)}, got, "%s [%s] %q", l.Lang(), section, e.Text)
				}
				assert.Less(t, fold(whole, -1).len(), phraseRunes/2, "%q is too long", e.Text)
			}
		}
	}
}

// The least numbers of phrases that a language has, in each section.
func TestEnoughPhrases(t *testing.T) {
	least := map[string]int{"eng": 120, "fra": 120, "spa": 80, "rus": 80, "ara": 80, "zho": 80}
	for _, l := range All() {
		for _, section := range []string{"recital", "operative"} {
			seen := 0
			for _, e := range l.Entries(section) {
				if e.Seen != "convention" {
					seen++
				}
			}
			t.Logf("%s [%s] %d phrases, %d of them seen", l.Lang(), section, len(l.Entries(section)), seen)
			assert.GreaterOrEqual(t, seen, least[l.Lang()], "%s [%s]", l.Lang(), section)
		}
	}
}

// Every line pattern's literal form is recognised as its own slot, unless an
// earlier slot has the same words.
func TestOrdinalsAreComplete(t *testing.T) {
	session := map[string]string{
		"eng": "%s session", "fra": "%s session", "spa": "%s período de sesiones",
		"rus": "%s сессия", "ara": "الدورة %s", "zho": "第%s届会议",
	}
	for _, l := range All() {
		texts := map[string][]string{}
		for _, e := range l.Entries("ordinals") {
			texts[e.Key] = append(texts[e.Key], e.Text)
		}
		for n := 1; n <= 120; n++ {
			key := fmt.Sprint(n)
			require.NotEmpty(t, texts[key], "%s %d", l.Lang(), n)
			for _, text := range texts[key] {
				line, ok := l.Line(fmt.Sprintf(session[l.Lang()], text))
				assert.True(t, ok && line.Slot == Session && line.Value == key, "%s: %q is %v", l.Lang(), text, line)
			}
		}
	}
}

func TestNotationFaults(t *testing.T) {
	for _, text := range []string{"a | b | c", "[s]\na | b", "[s]\nno bars", "[s]\n[s]\n"} {
		_, err := parseSections(text)
		assert.Error(t, err, "%q", text)
	}
	sections, err := parseSections("# note\n\n[a.b]\r\nkey | one<, | > two | seen | 3\n | no key | x\n")
	require.NoError(t, err)
	assert.Equal(t, []Entry{{"key", "one<, | > two | seen", "3"}, {"", "no key", "x"}}, sections["a.b"])
	for _, text := range []string{"{unknown}", "{num", "<a|b", "a|b", "{text} and {more:text}"} {
		_, err := compilePattern(text, map[string]reader{"num": readSymbol})
		assert.Error(t, err, "%q", text)
	}
}

// Every name and every pattern without captures is recognised as what its file
// says, so that none is dead.
func TestEveryNameIsRecognised(t *testing.T) {
	for _, l := range All() {
		for _, e := range l.Entries("organs") {
			id, n, ok := l.Organ(e.Text)
			assert.True(t, ok && id == e.Key && n == len(e.Text), "%s [organs] %q is %q", l.Lang(), e.Text, id)
		}
		for _, e := range l.Entries("enacting") {
			organ, n, ok := l.Enacting(e.Text + ",")
			assert.True(t, ok && organ == e.Key && n == len(e.Text)+1, "%s [enacting] %q is %q", l.Lang(), e.Text, organ)
		}
		for _, e := range l.Entries("states") {
			code, ok := l.State(e.Text)
			assert.True(t, ok && code == e.Key, "%s [states] %q is %q", l.Lang(), e.Text, code)
		}
		for _, e := range l.Entries("groups") {
			parts := l.Sponsors(e.Text)
			assert.True(t, len(parts) == 1 && parts[0].Value == e.Key, "%s [groups] %q is %v", l.Lang(), e.Text, parts)
		}
		for slot := Publisher; slot < slotEnd; slot++ {
			for _, e := range l.Entries("line." + slot.String()) {
				if !strings.ContainsAny(e.Text, "{<") {
					line, ok := l.Line(e.Text)
					assert.True(t, ok && line.Slot == slot && line.Value == e.Key, "%s %q is %v", l.Lang(), e.Text, line)
				}
			}
		}
	}
}

// No pattern is a copy of an earlier one.
func TestNoPatternStandsTwice(t *testing.T) {
	for _, l := range All() {
		seen := map[string]bool{}
		for slot := Publisher; slot < slotEnd; slot++ {
			for _, e := range l.Entries("line." + slot.String()) {
				folded := string(fold(e.Text, -1).r)
				assert.False(t, seen[folded], "%s %q", l.Lang(), e.Text)
				seen[folded] = true
			}
		}
	}
}
