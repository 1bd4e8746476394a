package lexicon

import "slices"

// Organ finds the longest name of an organ, committee or office at the start of
// s. The id is the same in all languages; n is the bytes of s that it covers.
func (l *Lexicon) Organ(s string) (id string, n int, ok bool) {
	f := fold(s, prefixRunes)
	id, end, ok := l.organs.longest(f, 0)
	if !ok {
		return "", 0, false
	}
	return id, f.end[end-1], true
}

// Enacting finds the words in which an organ begins to speak at the start of s:
// "L'Assemblée générale," gives "unga". The comma, if there is one, belongs to
// them. Where no comma follows, the words must fill the text, and must not be the
// organ's mere name, as the masthead has it and some languages begin with it.
func (l *Lexicon) Enacting(s string) (organ string, n int, ok bool) {
	f := fold(s, prefixRunes)
	organ, end, ok := l.enacting.longest(f, 0)
	if !ok {
		return "", 0, false
	}
	if comma := skipSpace(f, end); f.at(comma) == ',' {
		return organ, f.end[comma], true
	}
	if end < f.len() || slices.Equal(f.r, l.names[organ]) {
		return "", 0, false
	}
	return organ, f.end[end-1], true
}

// mastheadNames are the organs' names as the masthead prints them, folded: the
// first of each in the section [organs].
func mastheadNames(sections map[string][]Entry) map[string][]rune {
	names := map[string][]rune{}
	for _, e := range sections["organs"] {
		if names[e.Key] == nil {
			names[e.Key] = fold(e.Text, -1).r
		}
	}
	return names
}
