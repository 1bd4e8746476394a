package lexicon

import (
	"fmt"
	"strings"
)

// parseSections reads the notation of the data files.
func parseSections(text string) (map[string][]Entry, error) {
	sections := map[string][]Entry{}
	section := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case isHeader(line):
			section = line[1 : len(line)-1]
			if _, twice := sections[section]; twice {
				return nil, fmt.Errorf("line %d: section %q twice", i+1, section)
			}
			sections[section] = nil
		default:
			e, err := parseEntry(line)
			if err != nil || section == "" {
				return nil, fmt.Errorf("line %d: %q is not an entry of a section", i+1, line)
			}
			sections[section] = append(sections[section], e)
		}
	}
	return sections, nil
}

func isHeader(line string) bool {
	return len(line) > 2 && line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, " | ")
}

func parseEntry(line string) (Entry, error) {
	fields := strings.Split(line, "|")
	if len(fields) < 3 {
		return Entry{}, fmt.Errorf("%d fields", len(fields))
	}
	// Alternatives within a pattern use the bar too, without spaces.
	first := strings.Index(line, "| ")
	last := strings.LastIndex(line, " |")
	if first < 0 || last <= first {
		return Entry{}, fmt.Errorf("no three fields")
	}
	return Entry{
		Key:  strings.TrimSpace(line[:first]),
		Text: strings.TrimSpace(line[first+1 : last]),
		Seen: strings.TrimSpace(line[last+2:]),
	}, nil
}

// table is a trie whose phrases have keys.
type table struct {
	trie *trie
	keys []string
}

// newTable compiles the entries of sections, the first of which wins where two
// have the same text. Within one section a text may stand once.
func newTable(sections map[string][]Entry, names ...string) (*table, error) {
	t := &table{trie: newTrie()}
	for _, name := range names {
		for _, e := range sections[name] {
			f := fold(e.Text, -1)
			if f.len() == 0 {
				return nil, fmt.Errorf("[%s] %q: empty text", name, e.Key)
			}
			if !t.trie.add(f.r, len(t.keys)) {
				return nil, fmt.Errorf("[%s] %q stands twice", name, e.Text)
			}
			t.keys = append(t.keys, e.Key)
		}
	}
	return t, nil
}

// longest finds the longest phrase at f.r[i].
func (t *table) longest(f *folded, i int) (key string, end int, ok bool) {
	v, end, ok := t.trie.longest(f, i)
	if !ok {
		return "", 0, false
	}
	return t.keys[v], end, true
}

// How much of a text is folded to match what stands at its start: more than the
// longest opening phrase with its context, and more than the longest name of an
// organ. The tests hold the data to it.
const (
	phraseRunes = 160
	prefixRunes = 400
)
