package cite

import (
	"unicode"
	"unicode/utf8"
)

// readShort reads the word that stands for the title of a treaty, `the Convention`, outside the titles that are known. It
// has a capital letter where there are such. It is a word of another title where one goes on with it, `the Convention on
// Quiet Harbours`, and where it has a form that only titles have.
func (w *words) readShort(toks []token, i int, phrases []phrase) (item, bool) {
	if beginsLower(toks, i) {
		return item{}, false
	}
	for _, p := range phrases {
		it := item{kind: itemShort, from: i, next: i + p.size, key: p.key}
		switch {
		case p.class == classTitle:
			it.other = true
			return it, true
		case p.class != classShort:
		case w.endsName(toks, i, it.next):
			return it, true
		case w.inTitle(toks, i, it.next):
			it.other = true
			return it, true
		}
	}
	return item{}, false
}

// endsName reports whether a name can be the tokens from i to next: a mark, an "and" or the end follows, and no name
// stands before; in scripts without capital letters it stands in marks of its own.
func (w *words) endsName(toks []token, i, next int) bool {
	switch {
	case w.headAfter:
		return is(toks, i-1, "《") && is(toks, next, "》")
	case i > 1 && beginsUpper(toks, i-1):
		return false
	case next >= len(toks):
		return true
	case toks[next].kind == punctToken:
		return toks[next].raw != "-"
	}
	return w.hasClass(toks, next, classAnd)
}

// inTitle reports whether the tokens from i to next are in a longer title: a capital letter stands beside them, or one
// word further, or words that go on with a title follow.
func (w *words) inTitle(toks []token, i, next int) bool {
	if w.headAfter {
		return !is(toks, i-1, "《")
	}
	return i > 1 && beginsUpper(toks, i-1) || beginsUpper(toks, next) || beginsUpper(toks, next+1) || w.hasClass(toks, next, classTitleOn)
}

func (w *words) hasClass(toks []token, i int, c class) bool {
	for _, p := range w.find(w.match, toks, i) {
		if p.class == c {
			return true
		}
	}
	return false
}

func beginsUpper(toks []token, i int) bool { return unicode.IsUpper(firstRune(toks, i)) }

func beginsLower(toks []token, i int) bool { return unicode.IsLower(firstRune(toks, i)) }

// firstRune is the first character of token i, a space where there is no such token.
func firstRune(toks []token, i int) rune {
	if i < 0 || i >= len(toks) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(toks[i].raw)
	return r
}
