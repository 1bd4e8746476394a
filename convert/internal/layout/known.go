package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

// A knownLine is what the words of a line say, if they say anything.
type knownLine struct {
	line lexicon.Line
	ok   bool
}

// line0 is what the words of a line or text say. Many parts ask it of the same line: the words are matched once.
func (r *Resolution) line0(text string) (lexicon.Line, bool) {
	known, seen := r.known[text]
	if !seen {
		known.line, known.ok = r.Words.Line(text)
		if r.known == nil {
			r.known = map[string]knownLine{}
		}
		r.known[text] = known
	}
	return known.line, known.ok
}
