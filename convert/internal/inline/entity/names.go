package entity

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

//go:embed entities.txt
var entitiesFile string

// A kind is what a key of the lexicon means.
type kind struct {
	class Class
	id    string
}

// An index is what is known of the entities: by their keys in the lexicon, and who of them holds numbered sessions.
type index struct {
	kinds map[string]kind
	meets map[string]bool // by identifier
}

var known = sync.OnceValue(func() index {
	all := index{map[string]kind{}, map[string]bool{}}
	section := ""
	for line := range strings.Lines(entitiesFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			all.add(section, strings.Split(line, " | "))
		}
	}
	return all
})

func (x index) add(section string, fields []string) {
	if section == "sessions" {
		x.meets[fields[1]] = true
		return
	}
	x.kinds[fields[0]] = kind{Class(slices.Index(classNames[:], section)), fields[1]}
}

func kinds() map[string]kind { return known().kinds }

// names are the names of one language.
type names struct {
	words    *lexicon.Lexicon
	root     *node
	first    map[string]string // the first name of each identifier
	endings  []string          // the longer first
	prefixes []string          // particles written together with the next word
	articles []string          // particles that have taken in the article of the next word
	article  string            // that article
	of       *node
	place    *node
	notAfter []string        // what stands before names that are part of longer ones
	organs   map[string]bool // identifiers of the organs of the United Nations and their like
	short    string          // the Assembly's name without its adjective, where cases say "of"
	before   map[string]bool // words that can stand before a name without being part of a longer one
}

// A node of the tree of names, one level a word.
type node struct {
	next map[string]*node
	name *name
}

// A name is a way to write what an entity is called.
type name struct {
	kind
	state bool
	alone bool // part of many other names
	small bool // begins with a small letter
	own   bool // an office that is called without its organization
}

var loaded sync.Map // of *names by language

// namesOf are the names of a language, nil for none.
func namesOf(words *lexicon.Lexicon) *names {
	if words == nil {
		return nil
	}
	if n, ok := loaded.Load(words.Lang()); ok {
		return n.(*names)
	}
	n, _ := loaded.LoadOrStore(words.Lang(), newNames(words))
	return n.(*names)
}

func newNames(words *lexicon.Lexicon) *names {
	n := &names{words: words, root: &node{}, first: map[string]string{}, before: map[string]bool{}, organs: map[string]bool{}, of: &node{}, place: &node{}}
	n.endings = texts(words, "entities.endings")
	slices.SortStableFunc(n.endings, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, e := range words.Entries("entities.prefixes") {
		switch e.Key {
		case "article":
			n.article = plain(e.Text)
		case "joined":
			n.articles = append(n.articles, plain(e.Text))
		default:
			n.prefixes = append(n.prefixes, plain(e.Text))
		}
	}
	n.notAfter = texts(words, "entities.notAfter")
	for _, e := range words.Entries("organs") {
		if toks := n.tokenize(e.Text); e.Key == "un" && len(toks) > 0 {
			n.before[toks[len(toks)-1].text] = true // United Nations General Assembly
		}
	}
	for _, text := range texts(words, "entities.of") {
		n.enter(n.of, text).name = &name{}
	}
	for _, text := range texts(words, "entities.place") {
		n.enter(n.place, text).name = &name{}
	}
	n.load()
	if toks := n.tokenize(n.first[assembly]); len(n.endings) > 0 && len(toks) > 0 {
		n.short = toks[len(toks)-1].text
	}
	return n
}

func texts(words *lexicon.Lexicon, section string) []string {
	var all []string
	for _, e := range words.Entries(section) {
		all = append(all, e.Text)
	}
	return all
}

// load enters the names of States, organs and others, and last the names that only look like one.
func (n *names) load() {
	n.loadStates()
	for _, e := range n.words.Entries("organs") {
		if k, ok := kinds()[e.Key]; ok && !beginsSmall(e.Text) {
			n.add(e.Text, &name{kind: k, own: k.class == Role})
			n.organs[k.id] = true
		}
	}
	for _, e := range n.words.Entries("entities") {
		if k, ok := kinds()[e.Key]; ok {
			n.add(e.Text, &name{kind: k, small: beginsSmall(e.Text)})
		}
	}
	for _, e := range n.words.Entries("entities") {
		if e.Key == "none" {
			n.add(e.Text, &name{})
		}
	}
	for _, text := range texts(n.words, "entities.alone") {
		if at := n.enter(n.root, text); at.name != nil {
			at.name.alone = true
		}
	}
}

// loadStates enters the names of States: those that the lexicon gives, the first of which is the name in the United Nations,
// before those of CLDR.
func (n *names) loadStates() {
	states := n.words.States()
	slices.SortStableFunc(states, func(a, b lexicon.Entry) int { return cmp.Compare(others(a), others(b)) })
	for _, e := range states {
		n.add(e.Text, &name{kind: kind{Organization, strings.ToLower(e.Key)}, state: true})
	}
}

// others is 1 where a name is what others call a State.
func others(e lexicon.Entry) int {
	if e.Seen == "CLDR" {
		return 1
	}
	return 0
}

// beginsSmall reports whether a name begins with a small letter. That of an organ begins with an article then, and stands in
// the lexicon without one, too.
func beginsSmall(text string) bool {
	toks := (&names{}).tokenize(text)
	return len(toks) > 0 && toks[0].lower
}

func (n *names) add(text string, nm *name) {
	n.enter(n.root, text).name = nm
	if n.first[nm.id] == "" {
		n.first[nm.id] = text
	}
}

// enter returns the node at the end of the words of a text.
func (n *names) enter(at *node, text string) *node {
	for _, t := range n.tokenize(text) {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[t.text] == nil {
			at.next[t.text] = &node{}
		}
		at = at.next[t.text]
	}
	return at
}

// A match is the name at a token.
type match struct {
	*name
	next   int // token after it
	prefix int // bytes of particles before it
}

// find returns the names in the tokens, those that only look like one as well.
func (n *names) find(text string, toks []token, ctx Context) []Entity {
	var found []Entity
	for i := 0; i < len(toks); {
		m, ok := n.match(text, toks, i)
		if !ok {
			i++
			continue
		}
		e := Entity{Start: toks[i].start + m.prefix, End: toks[m.next-1].end}
		if n.stands(text, toks, i, m) && !(m.own && ctx.elsewhere()) {
			e.Class, e.ID, e.Name, e.State = m.class, m.id, n.first[m.id], m.state
		}
		found = append(found, e)
		i = m.next
	}
	return found
}

// match finds the longest name at token i, after particles that are written together with it.
func (n *names) match(text string, toks []token, i int) (match, bool) {
	if !toks[i].word && !toks[i].digits {
		return match{}, false
	}
	if m, ok := longest(n.root, toks, i, toks[i].text); ok || len(n.prefixes) == 0 {
		return m, ok
	}
	word := text[toks[i].start:toks[i].end]
	for rest, ok := word, true; ok; rest, ok = withoutAny(rest, n.prefixes) {
		joined, hasArticle := withoutAny(rest, n.articles)
		m, found := longest(n.root, toks, i, plain(rest))
		if !found && hasArticle {
			m, found = longest(n.root, toks, i, n.article+plain(joined))
		}
		if found {
			m.prefix = len(word) - len(rest)
			return m, true
		}
	}
	return match{}, false
}

func withoutAny(word string, prefixes []string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 2*len(p) {
			return rest, true
		}
	}
	return word, false
}

// longest finds the longest name from token i on, the first word of which is given.
func longest(at *node, toks []token, i int, first string) (m match, ok bool) {
	for at = at.next[first]; at != nil; at = at.next[toks[i].text] {
		i++
		if at.name != nil {
			m, ok = match{name: at.name, next: i}, true
		}
		if i >= len(toks) {
			break
		}
	}
	return m, ok
}
