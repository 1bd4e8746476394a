package lexicon

import (
	"strings"
	"unicode/utf8"
)

// NoteCalls says how a language prints the calls of notes.
type NoteCalls struct {
	Open, Close      string // around the superscript: "(" and ")" in Arabic
	AfterPunctuation bool   // the call follows a comma or full stop: rights,¹
}

// NoteCalls returns the form and place of note calls.
func (l *Lexicon) NoteCalls() NoteCalls {
	var calls NoteCalls
	for _, e := range l.sections["style"] {
		switch e.Key {
		case "note.call":
			calls.Open, calls.Close, _ = strings.Cut(e.Text, "¹")
		case "note.call.after":
			calls.AfterPunctuation = true
		}
	}
	return calls
}

// An InlineNote is a note printed where it is called, with the place of its text.
type InlineNote struct {
	Start, End         int
	TextStart, TextEnd int
}

// maxInlineNote is the longest note in parentheses that is looked for, in bytes.
const maxInlineNote = 4096

// InlineNotes finds the notes that are printed in parentheses after a word that calls them so: "(Footnote: A/79/1.)".
func (l *Lexicon) InlineNotes(text string) []InlineNote {
	var found []InlineNote
	for i := 0; i < len(text); {
		next := strings.IndexAny(text[i:], "(（")
		if next < 0 {
			break
		}
		i += next
		if n, ok := l.inlineNote(text[i:min(len(text), i+maxInlineNote)]); ok {
			found = append(found, InlineNote{i, i + n.End, i + n.TextStart, i + n.TextEnd})
			i += n.End
			continue
		}
		i++
	}
	return found
}

// inlineNote reads a note in the parentheses that the text begins with.
func (l *Lexicon) inlineNote(text string) (InlineNote, bool) {
	_, open := utf8.DecodeRuneInString(text)
	begins := fold(text[open:], noteRunes)
	_, words, ok := l.notes.longest(begins, 0)
	if !ok {
		return InlineNote{}, false
	}
	start := open + begins.end[words-1]
	closing, end := closingParenthesis(text)
	if closing <= start {
		return InlineNote{}, false
	}
	const space = " \t\u00a0"
	start += len(text[start:closing]) - len(strings.TrimLeft(text[start:closing], space))
	closing = start + len(strings.TrimRight(text[start:closing], space))
	return InlineNote{0, end, start, closing}, start < closing
}

// noteRunes is more than the longest word for a note.
const noteRunes = 32

// closingParenthesis is the place of the parenthesis that closes the one at the start, and where it ends.
func closingParenthesis(text string) (at, end int) {
	depth := 0
	for i, r := range text {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			if depth--; depth == 0 {
				return i, i + len(string(r))
			}
		}
	}
	return 0, 0
}
