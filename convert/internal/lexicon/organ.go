package lexicon

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
// them. Where no comma follows, the name must fill the text.
func (l *Lexicon) Enacting(s string) (organ string, n int, ok bool) {
	f := fold(s, prefixRunes)
	organ, end, ok := l.enacting.longest(f, 0)
	if !ok {
		return "", 0, false
	}
	if f.at(end) == ',' {
		return organ, f.end[end], true
	}
	if end < f.len() {
		return "", 0, false
	}
	return organ, f.end[end-1], true
}
