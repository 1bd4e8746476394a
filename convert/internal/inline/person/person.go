// Package person finds the names of persons in running text: those that stand after a title (Mr., Judge) or an office (the
// Special Representative of the Secretary-General), and the one after the officer who submitted a draft.
//
// It knows no names. What it takes for one are at least two words in capitals after such words, and so it misses persons who
// are named otherwise rather than take something else for one.
package person

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Person is the name of a person in a text.
type Person struct {
	Start, End int    // the name, without title and office
	Office     string // that the text gives with it, by its identifier; empty if none
}

//go:embed persons.txt
var data string

// A word of the data: what may stand before a name.
type word struct {
	lang, kind, office, text string
}

// A vocabulary is the words of the data.
type vocabulary struct {
	before    []word              // titles and offices, the longest first
	particles map[string]bool     // between the words of a name
	of        map[string][]string // before the name of another, by language
}

var words = sync.OnceValue(func() vocabulary {
	known := vocabulary{particles: map[string]bool{}, of: map[string][]string{}}
	for line := range strings.Lines(data) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		kind, id, _ := strings.Cut(fields[1], " ")
		switch kind {
		case "particle":
			known.particles[fields[2]] = true
		case "of":
			known.of[fields[0]] = append(known.of[fields[0]], fields[2])
		default:
			known.before = append(known.before, word{fields[0], kind, id, fields[2]})
		}
	}
	slices.SortStableFunc(known.before, func(a, b word) int { return len(b.text) - len(a.text) })
	return known
})

// Find finds the persons in a text in a language, by its ISO 639-2/T code, in order.
func Find(text, lang string) []Person {
	before := words().before
	var all []Person
	for i := 0; i < len(text); {
		p, end := at(text, i, lang, before)
		if end > i {
			all = append(all, p)
			i = end
			continue
		}
		i = next(text, i)
	}
	return all
}

// next is the beginning of the word after the one at i.
func next(text string, i int) int {
	space := strings.IndexAny(text[i:], " \n\u00a0(")
	if space < 0 {
		return len(text)
	}
	_, n := utf8.DecodeRuneInString(text[i+space:])
	return i + space + n
}

// at reads a title or office at i and the name after it, and returns where that ends; i if there is none.
func at(text string, i int, lang string, before []word) (Person, int) {
	for _, w := range before {
		if w.lang != lang {
			continue
		}
		end, ok := phrase(text, i, w.text)
		if !ok || w.office != "" && partOfAnother(text, i, lang) {
			continue
		}
		if w.office != "" {
			end = separated(text, end)
		}
		start := titles(text, end, lang, before)
		if w.kind == "titled" && start == space(text, end) {
			continue
		}
		if stop := Name(text, start); start > end && stop > start {
			return Person{Start: start, End: stop, Office: w.office}, stop
		}
	}
	return Person{}, i
}

// maxTitles bounds the titles after another: Judge Sir ...
const maxTitles = 2

// titles passes over white space and the titles that stand at i.
func titles(text string, i int, lang string, before []word) int {
	at := space(text, i)
	for range maxTitles {
		w := slices.IndexFunc(before, func(w word) bool {
			end, ok := phrase(text, at, w.text)
			return ok && w.lang == lang && w.kind == "title" && space(text, end) > end
		})
		if w < 0 {
			break
		}
		end, _ := phrase(text, at, before[w].text)
		at = space(text, end)
	}
	return at
}

// partOfAnother reports whether the office at i belongs to the name of another: of the Secretary-General.
func partOfAnother(text string, i int, lang string) bool {
	head := strings.Fields(text[max(0, i-len("of the xx")):i])
	return slices.ContainsFunc(head, func(w string) bool { return slices.Contains(words().of[lang], w) })
}

// phrase reports whether a phrase stands at i, and where it ends. White space of any kind is equal.
func phrase(text string, i int, phrase string) (int, bool) {
	for j := 0; j < len(phrase); {
		if phrase[j] == ' ' {
			after := space(text, i)
			if after == i {
				return 0, false
			}
			i, j = after, j+1
			continue
		}
		if i >= len(text) || text[i] != phrase[j] {
			return 0, false
		}
		i, j = i+1, j+1
	}
	return i, true
}

// separated passes over a comma.
func separated(text string, i int) int {
	if i < len(text) && text[i] == ',' {
		return i + 1
	}
	return i
}

// space passes over white space, if there is some.
func space(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// maxWords bounds the words of a name.
const maxWords = 6

// Name is where a name ends that begins at i: two words with capitals at least, in Latin letters, with initials and particles
// among them. It is i if there is none.
func Name(text string, i int) int {
	particles := words().particles
	end, full := i, 0
	for at, n := i, 0; n < maxWords; n++ {
		stop, initial := nameWord(text, at)
		if stop == at {
			stop = wordEnd(text, at)
			if full == 0 || !particles[text[at:stop]] {
				break
			}
		} else {
			end = stop
			if !initial {
				full++
			}
		}
		after := space(text, stop)
		if after == stop {
			break
		}
		at = after
	}
	if full < 2 {
		return i
	}
	return end
}

// nameWord is where a word with a capital ends, without the sign of the genitive, and whether it is an initial.
func nameWord(text string, i int) (end int, initial bool) {
	first, n := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsUpper(first) || !unicode.Is(unicode.Latin, first) {
		return i, false
	}
	if strings.HasPrefix(text[i+n:], ".") {
		return i + n + 1, true
	}
	end = wordEnd(text, i)
	for _, s := range []string{"’s", "'s"} {
		if cut, ok := strings.CutSuffix(text[i:end], s); ok {
			end = i + len(cut)
		}
	}
	if end == i+n || strings.ToUpper(text[i:end]) == text[i:end] {
		return i, false // a letter, or the initials of an organization
	}
	return end, false
}

// wordEnd is where the letters of a word end, hyphens and apostrophes within it included.
func wordEnd(text string, i int) int {
	end := i
	for j, r := range text[i:] {
		letter := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
		if !letter && r != '-' && r != '’' && r != '\'' {
			break
		}
		if letter {
			end = i + j + utf8.RuneLen(r)
		}
	}
	return end
}
