package lexicon

import "strings"

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
