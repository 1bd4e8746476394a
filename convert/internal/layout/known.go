package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

// A knownLine is what the words of a line say, if they say anything.
type knownLine struct {
	line lexicon.Line
	ok   bool
}

// known is what the words of a line or text say. Many parts ask it of the same line: its words are matched once.
func (r *Resolution) known(text string) (lexicon.Line, bool) {
	says, seen := r.knownLines[text]
	if !seen {
		says.line, says.ok = r.Words.Line(text)
		if r.knownLines == nil {
			r.knownLines = map[string]knownLine{}
		}
		r.knownLines[text] = says
	}
	return says.line, says.ok
}
