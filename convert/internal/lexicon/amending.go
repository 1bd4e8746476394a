package lexicon

// Amends reports whether s begins as the instructions of an amendment do: with what is to be done ("Delete", "Replace"), or
// with the place where ("In operative paragraph", "After the").
func (l *Lexicon) Amends(s string) bool {
	_, _, ok := l.amending.longest(fold(s, prefixRunes), 0)
	return ok
}
