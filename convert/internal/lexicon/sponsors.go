package lexicon

import (
	"fmt"
	"unicode"
)

// Sponsors splits a list of sponsors into names, in order. A part is a "state"
// with its ISO 3166-1 alpha-3 code as value, a "group" of States or an "organ"
// with its id, or "other" with its text. An "officer" (the Chair), with the id of the office, is
// the first name or none, and ends the list: what follows says who that is and
// on what occasion. Note calls and remarks in parentheses after a name
// are outside the part; separators inside a name do not cut it.
func (l *Lexicon) Sponsors(s string) []Part {
	f := fold(s, -1)
	if office, start, end, ok := l.sponsors.officer(f); ok {
		return []Part{{Name: "officer", Value: office, Start: f.start[start], End: f.end[end-1]}}
	}
	var all []Part
	for i := 0; i < f.len(); {
		start, part, end := l.sponsors.next(f, i)
		if end > start {
			part.Start, part.End = f.start[start], f.end[end-1]
			if part.Name == "other" {
				part.Value = s[part.Start:part.End]
			}
			all = append(all, part)
		}
		i = l.sponsors.remark(f, max(end, i+1))
	}
	return all
}

// sponsors reads lists of sponsors: names, and what stands between them.
type sponsors struct {
	states, groups *table
	organs         *table
	officers       *table
	articles       *table // before any of these, where the names stand in a sentence
	marks          *table // commas
	words          *table // and, which is a word of its own
	prefixes       *table // and, which is written together with the name
}

func newSponsors(sections map[string][]Entry, states, organs *table) (*sponsors, error) {
	groups, err := newTable(sections, "groups")
	if err != nil {
		return nil, err
	}
	officers, err := newTable(sections, "sponsors.officers")
	if err != nil {
		return nil, err
	}
	empty := func() *table { return &table{trie: newTrie()} }
	s := &sponsors{states: states, groups: groups, organs: organs, officers: officers, articles: empty(), marks: empty(), words: empty(), prefixes: empty()}
	kinds := map[string]*table{"mark": s.marks, "word": s.words, "prefix": s.prefixes, "article": s.articles}
	for _, e := range sections["sponsors.separators"] {
		t := kinds[e.Key]
		if t == nil || !t.trie.add(fold(e.Text, -1).r, len(t.keys)) {
			return nil, fmt.Errorf("[sponsors.separators] %q: unknown kind or twice", e.Text)
		}
		t.keys = append(t.keys, e.Key)
	}
	return s, nil
}

// next reads one name at or after i: where it starts, what it is, where it ends.
func (s *sponsors) next(f *folded, i int) (start int, part Part, end int) {
	i = s.skip(f, i)
	if part, end, ok := s.known(f, i); ok {
		return i, part, end
	}
	if after := s.article(f, i); after > i {
		if part, end, ok := s.known(f, after); ok {
			return after, part, end
		}
	}
	if _, after, ok := s.prefix(f, i); ok {
		if part, end, ok := s.known(f, after); ok {
			return after, part, end
		}
	}
	end = s.untilSeparator(f, i)
	last := end
	for last > i && (f.at(last-1) == ' ' || noteCall(f.at(last-1))) {
		last--
	}
	return i, Part{Name: "other"}, last
}

// officer reads the officer with which a text begins.
func (s *sponsors) officer(f *folded) (office string, start, end int, ok bool) {
	start = s.article(f, 0)
	office, end, ok = s.officers.longest(f, start)
	return office, start, end, ok
}

// article passes over an article at i.
func (s *sponsors) article(f *folded, i int) int {
	if _, end, ok := s.articles.longest(f, i); ok && f.at(end) == ' ' {
		return end + 1
	}
	return i
}

// known reads the name of a State, group or organ that ends where a name may end.
func (s *sponsors) known(f *folded, i int) (Part, int, bool) {
	group, groupEnd, isGroup := s.groups.longest(f, i)
	state, end, isState := s.states.longest(f, i)
	part := Part{Name: "state", Value: state}
	if isGroup && groupEnd > end {
		part, end = Part{Name: "group", Value: group}, groupEnd
	}
	organ, organEnd, isOrgan := s.organs.longest(f, i)
	if isOrgan && organEnd > end {
		part, end = Part{Name: "organ", Value: organ}, organEnd
	}
	return part, end, (isGroup || isState || isOrgan) && s.nameEnds(f, end)
}

// nameEnds reports whether a note call, a remark, a separator or the end of the
// text comes at i.
func (s *sponsors) nameEnds(f *folded, i int) bool {
	for f.at(i) == ' ' || noteCall(f.at(i)) {
		i++
	}
	if i >= f.len() || f.at(i) == '(' || f.at(i) == ':' {
		return true
	}
	if s.separator(f, i) > i {
		return true
	}
	_, after, ok := s.prefix(f, i)
	return ok && after > i
}

// separator passes over one separator at i.
func (s *sponsors) separator(f *folded, i int) int {
	if _, end, ok := s.marks.longest(f, i); ok {
		return end
	}
	if i > 0 && wordRune(f.at(i-1)) {
		return i
	}
	if _, end, ok := s.words.longest(f, i); ok {
		return end
	}
	return i
}

// prefix passes over an and that is written together with the next name.
func (s *sponsors) prefix(f *folded, i int) (string, int, bool) {
	at := int32(0)
	for {
		next, ok := s.prefixes.trie.step(at, f.at(i))
		if !ok {
			return "", i, false
		}
		at = next
		i++
		if v := s.prefixes.trie.nodes[at].value; v >= 0 {
			return s.prefixes.keys[v], i, true
		}
	}
}

// skip passes over separators, spaces and note calls.
func (s *sponsors) skip(f *folded, i int) int {
	for i < f.len() {
		if end := s.separator(f, i); end > i {
			i = end
			continue
		}
		if f.at(i) != ' ' && !noteCall(f.at(i)) {
			break
		}
		i++
	}
	return i
}

// remark passes over note calls and a remark in parentheses.
func (s *sponsors) remark(f *folded, i int) int {
	at := i
	for f.at(at) == ' ' || noteCall(f.at(at)) {
		at++
	}
	if f.at(at) != '(' {
		return i
	}
	for depth, end := 0, min(f.len(), at+maxRemark); at < end; at++ {
		depth += nesting(f.at(at))
		if depth == 0 {
			return at + 1
		}
	}
	return i
}

// maxRemark is the longest remark in runes; a parenthesis that is not closed by
// then is none.
const maxRemark = 400

// untilSeparator finds the next separator outside of parentheses.
func (s *sponsors) untilSeparator(f *folded, i int) int {
	for depth := 0; i < f.len(); i++ {
		depth += nesting(f.at(i))
		if depth <= 0 && (s.separator(f, i) > i || s.joined(f, i)) {
			return i
		}
	}
	return i
}

// joined reports whether the space at i stands before an and that is written together with the name of a State or
// group.
func (s *sponsors) joined(f *folded, i int) bool {
	if f.at(i) != ' ' {
		return false
	}
	_, after, ok := s.prefix(f, i+1)
	if !ok {
		return false
	}
	_, _, ok = s.known(f, after)
	return ok
}

func nesting(r rune) int {
	switch r {
	case '(', '[':
		return 1
	case ')', ']':
		return -1
	}
	return 0
}

// noteCall reports whether r is a superscript digit.
func noteCall(r rune) bool {
	return unicode.Is(unicode.No, r) && r < 0x2090
}
