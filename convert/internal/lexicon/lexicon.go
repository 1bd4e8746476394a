package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// languages are the six official languages, in the order of their English
// names, with the two-letter codes that file names and links use.
var languages = []struct{ iso, short string }{
	{"ara", "ar"}, {"zho", "zh"}, {"eng", "en"}, {"fra", "fr"}, {"rus", "ru"}, {"spa", "es"},
}

// Entry is one line of a data file: what a text means, the text, and where it
// was seen.
type Entry struct {
	Key, Text, Seen string
}

// Lexicon is the words of one language. The zero value is of no use; take one
// from [For] or [All].
type Lexicon struct {
	lang      string
	sections  map[string][]Entry
	recital   *phrases
	operative *phrases
	manner    *manner // of recitals
	enacting  *table
	organs    *table
	notes     *table            // the words for a note
	names     map[string][]rune // of organs in the masthead
	languages *table
	numbers   *numbers
	dates     *dates
	lines     []*linePattern
	votes     []votePattern
	amending  *table // the first words of the instructions of an amendment
	labels    *labels
	states    *table
	sponsors  *sponsors
	detect    *detection
	sessions  *mentions
	amounts   *mentions
}

var loaders = func() []func() *Lexicon {
	all := make([]func() *Lexicon, len(languages))
	for i, l := range languages {
		all[i] = sync.OnceValue(func() *Lexicon { return mustLoad(l.iso) })
	}
	return all
}()

// For returns the lexicon of a language, given by its ISO 639-2/T or ISO 639-1
// code ("fra" or "fr"), or nil if it is not one of the six.
func For(iso string) *Lexicon {
	iso = strings.ToLower(iso)
	for i, l := range languages {
		if iso == l.iso || iso == l.short {
			return loaders[i]()
		}
	}
	return nil
}

// All returns the six lexicons, always in the same order.
func All() []*Lexicon {
	all := make([]*Lexicon, len(loaders))
	for i, load := range loaders {
		all[i] = load()
	}
	return all
}

// Lang is the language's ISO 639-2/T code.
func (l *Lexicon) Lang() string { return l.lang }

// Entries returns the entries of a section in the order of the file, or nil.
// The slice is the caller's own.
func (l *Lexicon) Entries(section string) []Entry {
	return append([]Entry(nil), l.sections[section]...)
}

// mustLoad panics on a fault in the embedded data: the tests load all six, so
// such a fault is never released.
func mustLoad(iso string) *Lexicon {
	data, err := files.ReadFile("data/" + iso + ".txt")
	if err != nil {
		panic(err)
	}
	sections, err := parseSections(string(data))
	if err != nil {
		panic(fmt.Sprintf("lexicon: data/%s.txt: %v", iso, err))
	}
	l, err := compile(iso, sections)
	if err != nil {
		panic(fmt.Sprintf("lexicon: data/%s.txt: %v", iso, err))
	}
	return l
}
