package lexicon

import "strings"

// style is the first text of the section style with the key.
func (l *Lexicon) style(key string) string {
	for _, e := range l.sections["style"] {
		if e.Key == key {
			return e.Text
		}
	}
	return ""
}

// Quotes returns the outer quotation marks of the language.
func (l *Lexicon) Quotes() (opening, closing string) {
	return l.style("quote.open"), l.style("quote.close")
}

// EndsInConjunction reports whether the text ends in the word that stands before the last item of a list: and, or.
func (l *Lexicon) EndsInConjunction(text string) bool {
	for _, key := range [...]string{"list.and", "list.or"} {
		if strings.HasSuffix(text, " "+l.style(key)) {
			return true
		}
	}
	return false
}
