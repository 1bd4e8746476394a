package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stands reports whether a name means what it says where it stands, and is not part of a longer one.
func (n *names) stands(text string, toks []token, i int, m match) bool {
	switch {
	case m.class == Invalid:
		return false
	case m.alone && (n.inLonger(text, toks, i) || m.class == Organization && (n.ofOther(toks, m.next) || n.afterName(toks, i))):
		return false
	case toks[i].lower && !m.small:
		return false
	case m.class == Location:
		return n.isPlace(toks, i)
	case m.class == Role:
		return !n.ofOther(toks, m.next)
	case m.state && n.isAcronym(text, toks, i, m.next):
		return false
	case m.state:
		return !beside(toks, i-1, i) && !beside(toks, m.next, m.next) && !(i == 0 && len(n.endings) > 0 && m.next == 1)
	}
	return true
}

// beside reports whether token j is a word with a capital letter, and is next to another without a mark; the one that
// begins the text is not counted.
func beside(toks []token, j, later int) bool {
	return j > 0 && j < len(toks) && toks[j].upper && toks[later].space
}

// isAcronym reports whether what reads like the name of a State in capitals, tokens i to next, stands for something else:
// it is in parentheses inside a longer name, or behind the words whose initials it is.
func (n *names) isAcronym(text string, toks []token, i, next int) bool {
	if next != i+1 || i == 0 || next >= len(toks) || toks[i-1].text != "(" || toks[next].text != ")" {
		return false
	}
	name := []rune(text[toks[i].start:toks[i].end])
	return inCapitals(name) && (beside(toks, next+1, next+1) || initials(text, toks[:i-1], name))
}

// inCapitals reports whether a word has no letter that is not a capital.
func inCapitals(word []rune) bool {
	return !slices.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

// initials reports whether the last words of the tokens begin with the letters of the acronym.
func initials(text string, toks []token, acronym []rune) bool {
	for i := len(toks) - 1; i >= 0; i-- {
		if !toks[i].word {
			return false
		}
		last := len(acronym) - 1
		if r, _ := utf8.DecodeRuneInString(text[toks[i].start:]); unicode.ToUpper(r) != acronym[last] {
			return false
		}
		if acronym = acronym[:last]; last == 0 {
			return true
		}
	}
	return false
}

// inLonger reports whether a name that is part of many others has one of their words before it.
func (n *names) inLonger(text string, toks []token, i int) bool {
	return slices.ContainsFunc(n.notAfter, func(word string) bool { return strings.HasSuffix(text[:toks[i].start], word) })
}

// afterName reports whether a word in capitals stands before token i, so that both are the name of another body, unless it
// begins a sentence or is of the United Nations.
func (n *names) afterName(toks []token, i int) bool {
	if !beside(toks, i-1, i) || n.before[toks[i-1].text] {
		return false
	}
	return toks[i-2].word || toks[i-2].digits
}

// isPlace reports whether the name of a city has a word for "in" before it, and no name goes on with it.
func (n *names) isPlace(toks []token, i int) bool {
	if i == 0 {
		return false
	}
	m, ok := longest(n.place, toks, i-1, toks[i-1].text)
	return ok && m.next == i
}

// ofOther reports whether words that give an office to another body follow: "of the League of Arab States".
func (n *names) ofOther(toks []token, i int) bool {
	if i >= len(toks) {
		return false
	}
	if toks[i].upper && toks[i].space {
		return true
	}
	m, ok := longest(n.of, toks, i, toks[i].text)
	if !ok {
		return false
	}
	return m.next < len(toks) && (toks[m.next].upper || !toks[m.next].lower && toks[m.next].word)
}
