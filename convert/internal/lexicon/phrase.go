package lexicon

import (
	"fmt"
	"strings"
)

// Phrase is an opening phrase found at the start of a text: the concept it
// stands for, the same in all languages, and how many bytes of the text it
// covers, leading white space and *also* words included.
type Phrase struct {
	Concept string
	Len     int
}

// Recital finds the longest opening phrase of a recital at the start of s:
// "Réaffirmant également que" gives the concept reaffirming. Words such as
// also and further belong to the phrase but do not change its concept.
func (l *Lexicon) Recital(s string) (Phrase, bool) { return l.recital.match(s) }

// Operative finds the longest opening phrase of an operative paragraph at the
// start of s, which must not begin with the paragraph's number.
func (l *Lexicon) Operative(s string) (Phrase, bool) { return l.operative.match(s) }

// Opens reports whether s begins a recital, an operative paragraph without its
// number, or a text (enacting words), rather than going on from another block.
func (l *Lexicon) Opens(s string) bool {
	if _, _, ok := l.Enacting(s); ok {
		return true
	}
	if _, ok := l.Recital(s); ok {
		return l.recital.cased(s)
	}
	_, ok := l.Operative(s)
	return ok && l.operative.cased(s)
}

// Joins reports whether s begins with a word such as *also* or *at the same time* that joins it to what was said before.
func (l *Lexicon) Joins(s string) bool {
	f := fold(s, phraseRunes)
	if _, _, ok := l.operative.also["prefix"].longest(f, 0); ok {
		return true
	}
	_, end, ok := l.operative.also["before"].longest(f, 0)
	return ok && f.at(end) == ' '
}

// phrases are the opening phrases of recitals or of operative paragraphs.
//
// An entry may end in a context: "Demande ~ au Secrétaire général" is the
// phrase "Demande" where those words follow it. Words of the section *.also
// may stand at the places their keys name: before, within or after a phrase,
// or joined to its first word (prefix).
type phrases struct {
	trie    *trie
	keys    []string
	context []int // runes of context at the end of each phrase
	also    map[string]*table
	capital bool // phrases begin with a capital
}

var alsoPlaces = []string{"before", "prefix", "within", "after"}

func newPhrases(sections map[string][]Entry, name string) (*phrases, error) {
	p := &phrases{trie: newTrie(), also: map[string]*table{}}
	for _, e := range sections[name] {
		text, context, _ := strings.Cut(e.Text, "~")
		f := fold(text+context, -1)
		if f.len() == 0 || !p.trie.add(f.r, len(p.keys)) {
			return nil, fmt.Errorf("[%s] %q is empty or stands twice", name, e.Text)
		}
		p.keys = append(p.keys, e.Key)
		n := fold(context, -1).len()
		if n > 0 && f.at(f.len()-n-1) == ' ' {
			n++
		}
		p.context = append(p.context, n)
	}
	for _, place := range alsoPlaces {
		p.also[place] = &table{trie: newTrie()}
	}
	for _, e := range sections[name+".also"] {
		for place := range strings.FieldsSeq(e.Key) {
			t := p.also[place]
			if t == nil || !t.trie.add(fold(e.Text, -1).r, len(t.keys)) {
				return nil, fmt.Errorf("[%s.also] %q: unknown place or twice", name, e.Text)
			}
			t.keys = append(t.keys, e.Text)
		}
	}
	for _, e := range sections["style"] {
		if e.Key == name+".capital" {
			p.capital = e.Text == "yes"
		}
	}
	return p, nil
}

func (p *phrases) match(s string) (Phrase, bool) {
	f := fold(s, phraseRunes)
	m := phraseMatch{phrases: p, f: f, value: -1}
	m.from(0, 0, 0)
	if m.value < 0 || m.end == 0 {
		return Phrase{}, false
	}
	return Phrase{Concept: p.keys[m.value], Len: f.end[m.end-1]}, true
}

// cased reports whether the first letter of s has the case that phrases of
// this language begin with.
func (p *phrases) cased(s string) bool { return !p.capital || !StartsLower(s) }

// phraseMatch walks the trie along the text, passing over *also* words at
// word boundaries.
type phraseMatch struct {
	*phrases
	f          *folded
	value, end int // best so far
	reach      int // how far the best looked, context included
	skipped    int // *also* words that the best passed over
}

// maxSkips bounds the *also* words in one phrase.
const maxSkips = 3

func (m *phraseMatch) from(node int32, i, skips int) {
	if node == 0 && skips < maxSkips {
		m.skip(node, i, skips, "before", true)
		m.skip(node, i, skips, "prefix", false)
	}
	for {
		if i > 0 && m.f.at(i-1) == ' ' && node != 0 && skips < maxSkips {
			m.skip(node, i, skips, "within", true)
		}
		next, ok := m.trie.step(node, m.f.at(i))
		if !ok {
			return
		}
		node = next
		i++
		if v := m.trie.nodes[node].value; v >= 0 && m.f.boundary(i) && m.f.at(i) != '\'' { // no possessive: States’
			m.accept(int(v), i, skips)
		}
	}
}

// skip passes over one *also* word at i and goes on from the same node.
func (m *phraseMatch) skip(node int32, i, skips int, place string, space bool) {
	t := m.also[place].trie
	if space {
		if _, end, ok := t.longest(m.f, i); ok && m.f.at(end) == ' ' {
			m.from(node, end+1, skips+1)
		}
		return
	}
	at := int32(0)
	for {
		next, ok := t.step(at, m.f.at(i))
		if !ok {
			return
		}
		at = next
		i++
		if t.nodes[at].value >= 0 {
			m.from(node, i, skips+1)
		}
	}
}

// accept keeps a phrase that ends at i if it is longer than the best, or as long
// with fewer words passed over.
func (m *phraseMatch) accept(value, i, skips int) {
	if i < m.reach || i == m.reach && skips >= m.skipped {
		return
	}
	m.reach, m.skipped = i, skips
	m.value, m.end = value, i-m.context[value]
	if m.context[value] > 0 {
		return
	}
	for m.f.at(m.end) == ' ' {
		_, end, ok := m.also["after"].longest(m.f, m.end+1)
		if !ok {
			return
		}
		m.end = end
	}
}
