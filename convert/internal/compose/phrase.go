package compose

import (
	"cmp"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// A phrase is the opening phrase of a recital or paragraph.
type phrase struct {
	name   string // as printed
	ref    string // to its concept, empty where it is not known
	ranges []inline.Range
}

// maxName is the length in bytes of the longest name that is made of words that the lexicon does not know.
const maxName = 60

// opening finds the opening phrase: what is emphasised at the start of the text or, without emphasis, what the
// lexicon knows.
func (c *composer) opening(t *layout.Text, recital bool) phrase {
	text := t.Flat.Text
	known, ok := c.known(text, recital)
	end := known.Len
	if m, marked := leadMark(t); marked {
		if !ok {
			known, ok = c.known(strings.TrimLeft(text[m.Start:], " \u00a0"), recital)
		}
		end = m.End
	}
	p := phrase{name: name(text, end)}
	if !ok {
		return p
	}
	p.ref = c.terms.concept(known.Concept)
	start := len(text) - len(strings.TrimLeft(text, " \t\u00a0"))
	end = start + len(strings.TrimRight(text[start:max(start, end)], phraseEnd+" \t\n\u00a0"))
	if start < end {
		p.ranges = []inline.Range{span(start, end, "term", "refersTo", p.ref)}
	}
	return p
}

func (c *composer) known(text string, recital bool) (lexicon.Phrase, bool) {
	if recital {
		if p, ok := c.Words.Recital(text); ok {
			return p, true
		}
	}
	return c.Words.Operative(text)
}

// leadMark is the emphasis with which the text begins.
func leadMark(t *layout.Text) (inline.Mark, bool) {
	for _, m := range t.Flat.Marks {
		if !m.Link() && m.End > m.Start {
			return m, strings.TrimSpace(t.Flat.Text[:m.Start]) == "" && m.End-m.Start <= maxName*4
		}
	}
	return inline.Mark{}, false
}

// phraseEnd are the marks after an opening phrase, which are no part of it though they may be printed as it is.
const phraseEnd = ",;:.，；،؛"

// unnamed is the name of a recital without text.
const unnamed = "recital"

// name is the name of a container: the opening phrase as printed or, where it is not known, the first word.
func name(text string, end int) string {
	words := strings.Fields(text[:end])
	if end == 0 {
		words = strings.Fields(strings.ToValidUTF8(text[:min(len(text), maxName)], ""))
		words = words[:min(len(words), 1)]
	}
	printed := strings.Join(words, " ")
	return cmp.Or(strings.TrimRight(printed, phraseEnd), printed, unnamed)
}
