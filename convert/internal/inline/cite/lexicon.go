package cite

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// words holds the words of one language, by section, ready for matching.
type words struct {
	match     *trie // all sections but months and letters
	months    *trie
	letters   *trie
	inDates   *trie
	ordinals  *trie
	prefixes  []string // particles written together with the next word
	and       []string // those of them that mean "and"
	headAfter bool     // the head word stands after the numbers, the date before them
	genitive  bool     // the organ after a number is marked by its case, not by a preposition
}

// class is the section that a phrase comes from: its part in a citation.
type class string

// The sections of the data files.
const (
	classResolution class = "resolution" // head words
	classDecision   class = "decision"
	classOrgan      class = "organ"    // names of organs; key = identifier
	classOrganOf    class = "organ-of" // the same in the case that means "of"
	classOf         class = "of"       // prepositions before an organ that owns the number before
	classOwn        class = "own"      // possessives that name the organ that speaks
	classIn         class = "in"       // words between an organ and "its resolution"
	classAnd        class = "and"
	classGlue       class = "glue"  // words inside a list, around dates and numbers
	classRange      class = "range" // "to" between the ends of a range
	classSelf       class = "self"
	classSame       class = "same"
	classIbid       class = "ibid"
	classRefuse     class = "refuse" // what stands before a number that is not a citation
	classPin        class = "pin"    // kinds of provision; key = type of eId step
	classRecords    class = "records"
	classSeries     class = "series" // treaty series
	classVolume     class = "volume"
	classNumber     class = "number"
	classYear       class = "year"         // a word after the year in a date
	classTreaty     class = "treaty"       // treaties named by title; key = identifier
	classShort      class = "treaty-short" // words that stand for the title of a treaty; key = section of treaties.txt
	classTitle      class = "treaty-title" // forms of these words in titles alone
	classTitleOn    class = "treaty-on"    // words that go on with a title after them
	classSession    class = "session"      // special sessions; key = S or ES
)

// phrase is an entry of a data file.
type phrase struct {
	class class
	key   string
	size  int // tokens
}

// trie matches phrases token by token.
type trie struct {
	next    map[string]*trie
	phrases []phrase
}

func (t *trie) add(toks []token, p phrase) {
	p.size = len(toks)
	for _, tok := range toks {
		if t.next == nil {
			t.next = map[string]*trie{}
		}
		n := t.next[tok.text]
		if n == nil {
			n = &trie{}
			t.next[tok.text] = n
		}
		t = n
	}
	t.phrases = append(t.phrases, p)
}

// longest returns the phrases that match the most tokens from i on. The first token may lack its prefix.
func (t *trie) longest(toks []token, i int, first string) []phrase {
	n := t.next[first]
	var found []phrase
	for n != nil {
		if len(n.phrases) > 0 {
			found = n.phrases
		}
		i++
		if i >= len(toks) {
			break
		}
		n = n.next[toks[i].text]
	}
	return found
}

// find returns the phrases at token i, without particles where the whole word is not known.
func (w *words) find(t *trie, toks []token, i int) []phrase {
	if i >= len(toks) {
		return nil
	}
	first := toks[i].text
	if found := t.longest(toks, i, first); found != nil || toks[i].kind != wordToken {
		return found
	}
	for range 3 { // at most three particles: and + for + the
		rest, ok := w.withoutPrefix(first)
		if !ok {
			return nil
		}
		if found := t.longest(toks, i, rest); found != nil {
			return found
		}
		first = rest
	}
	return nil
}

func (w *words) withoutPrefix(s string) (string, bool) {
	for _, p := range w.prefixes {
		if strings.HasPrefix(s, p) && len(s) > len(p) {
			return s[len(p):], true
		}
	}
	return s, false
}

// joined returns the bytes of the "and" that is written together with the phrase at token i, 0 if there is none.
func (w *words) joined(t *trie, toks []token, i int) int {
	tok := toks[i]
	if len(tok.raw) != tok.end-tok.start || t.longest(toks, i, tok.text) != nil {
		return 0
	}
	for _, p := range w.and {
		if strings.HasPrefix(tok.raw, p) && w.find(t, toks, i) != nil {
			return len(p)
		}
	}
	return 0
}

// wordsOf returns the words of a language; those of an unknown language are empty.
func wordsOf(lang string) *words {
	if w := allWords()[lang]; w != nil {
		return w
	}
	return newWords()
}

func newWords() *words {
	return &words{match: &trie{}, months: &trie{}, letters: &trie{}, inDates: &trie{}, ordinals: &trie{}}
}

// allWords decodes the data files once. They are part of the program: a fault in them is a fault of the program,
// and the tests load them all.
var allWords = sync.OnceValue(func() map[string]*words {
	all := map[string]*words{}
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		if f.Name() == "mul.txt" {
			continue // of no language; see documentSeries
		}
		data, err := dataFiles.ReadFile("data/" + f.Name())
		if err != nil {
			panic(err)
		}
		w, err := parseWords(string(data))
		if err != nil {
			panic(fmt.Sprintf("cite: data/%s: %v", f.Name(), err))
		}
		all[strings.TrimSuffix(f.Name(), ".txt")] = w
	}
	return all
})

// documentSeries are the first parts of document symbols, the same in all languages.
var documentSeries = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, e := range commonWords("document") {
		for _, text := range e.texts() {
			known[text] = true
		}
	}
	return known
})

// documentParts are the words for parts of documents in the parentheses of their symbols, with what a canonical symbol
// has in their place.
var documentParts = sync.OnceValue(func() map[string]string {
	parts := map[string]string{}
	for _, e := range commonWords("part") {
		for _, text := range e.texts() {
			parts[foldWord(text)] = e.key
		}
	}
	return parts
})

// documentAnds replaces the words for "and" between the numbers of parts.
var documentAnds = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, e := range commonWords("and") {
		for _, text := range e.texts() {
			if isASCII(text) {
				text = " " + text + " " // not inside a word
			}
			pairs = append(pairs, text, " "+e.key+" ")
		}
	}
	return strings.NewReplacer(pairs...)
})

// commonWords are the entries of a section of the words that are of no language.
func commonWords(section string) []entry {
	data, err := dataFiles.ReadFile("data/mul.txt")
	if err != nil {
		panic(err)
	}
	list, err := parseEntries(string(data))
	if err != nil {
		panic("cite: data/mul.txt: " + err.Error())
	}
	return slices.DeleteFunc(list, func(e entry) bool { return e.section != section })
}

// entry is one line of a data file: `key | text | where seen` under `[section]`.
type entry struct{ section, key, text, seen string }

// texts are the ways to write what the entry means: `text ; text`.
func (e entry) texts() []string {
	list := strings.Split(e.text, " ; ")
	for i, text := range list {
		list[i] = strings.TrimSpace(text)
	}
	return list
}

func parseEntries(data string) ([]entry, error) {
	var list []entry
	section := ""
	for n, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
		default:
			parts := strings.Split(line, " | ")
			if len(parts) != 3 || section == "" {
				return nil, fmt.Errorf("line %d: want `key | text | where seen` under a [section], have %q", n+1, line)
			}
			list = append(list, entry{section, strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])})
		}
	}
	return list, nil
}

func parseWords(data string) (*words, error) {
	list, err := parseEntries(data)
	if err != nil {
		return nil, err
	}
	w := newWords()
	for _, e := range list {
		for _, text := range e.texts() {
			w.enter(e, text)
		}
	}
	return w, nil
}

func (w *words) enter(e entry, text string) {
	toks := tokenize(newFolded(text))
	switch e.section {
	case "month":
		w.months.add(toks, phrase{key: e.key})
	case "date":
		w.inDates.add(toks, phrase{key: e.key})
	case "ordinal":
		w.ordinals.add(toks, phrase{key: e.key})
	case "letter":
		w.letters.add(toks, phrase{key: e.key})
	case "prefix":
		w.prefixes = append(w.prefixes, foldWord(text))
		if e.key == "and" {
			w.and = append(w.and, foldWord(text))
		}
	case "order":
		w.headAfter = w.headAfter || e.key == "head-after"
		w.genitive = w.genitive || e.key == "genitive"
	default:
		w.match.add(toks, phrase{class: class(e.section), key: e.key})
	}
}
