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

// WithoutArticle returns the name of an organ without the article that stands before it; "" where none does. Languages
// without articles have none.
func (l *Lexicon) WithoutArticle(name string) string {
	for _, e := range l.sections["style"] {
		if e.Key != "article" {
			continue
		}
		rest, ok := strings.CutPrefix(name, e.Text)
		if ok && (strings.HasPrefix(rest, " ") || strings.HasSuffix(e.Text, "’") || strings.HasSuffix(e.Text, "'")) {
			return strings.TrimSpace(rest)
		}
	}
	return ""
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
