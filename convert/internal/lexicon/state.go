package lexicon

import (
	"fmt"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// State reads the name of a Member State or an observer State, which must be
// all of s, and returns its ISO 3166-1 alpha-3 code. It knows the names of CLDR
// and the spellings of the United Nations, in the language of the lexicon.
func (l *Lexicon) State(s string) (iso3 string, ok bool) {
	f := fold(s, prefixRunes)
	iso3, end, ok := l.states.longest(f, 0)
	if !ok || end != f.len() {
		return "", false
	}
	return iso3, true
}

// States returns the names of States by ISO 3166-1 alpha-3 code: those of CLDR
// first, then the spellings of the United Nations.
func (l *Lexicon) States() []Entry {
	names := display.Regions(language.MustParse(l.lang))
	var all []Entry
	for _, e := range stateCodes()["members"] {
		if region, err := language.ParseRegion(e.Key); err == nil {
			all = append(all, Entry{Key: e.Key, Text: names.Name(region), Seen: "CLDR"})
		}
	}
	return append(all, l.Entries("states")...)
}

// stateCodes are the States by code: data/states.txt, decoded once.
var stateCodes = sync.OnceValue(func() map[string][]Entry {
	data, err := files.ReadFile("data/states.txt")
	if err != nil {
		panic(err)
	}
	sections, err := parseSections(string(data))
	if err != nil {
		panic(fmt.Sprintf("lexicon: data/states.txt: %v", err))
	}
	return sections
})

// newStates makes the table of names: first the spellings of the United
// Nations, then those of CLDR that are not among them.
func newStates(iso string, sections map[string][]Entry) (*table, error) {
	t, err := newTable(sections, "states")
	if err != nil {
		return nil, err
	}
	names := display.Regions(language.MustParse(iso))
	for _, e := range stateCodes()["members"] {
		region, err := language.ParseRegion(e.Key)
		if err != nil {
			return nil, fmt.Errorf("states.txt: %q: %w", e.Key, err)
		}
		if t.trie.add(fold(names.Name(region), -1).r, len(t.keys)) {
			t.keys = append(t.keys, e.Key)
		}
	}
	return t, nil
}
