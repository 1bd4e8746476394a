package lexicon

import (
	"fmt"
	"strconv"
	"strings"
)

// Vote is how a text was adopted.
type Vote struct {
	// Outcome is the concept: adoptedRecordedVote, adoptedUnanimously, adoptedWithoutVote, adoptedByConsensus.
	Outcome string
	// Counts are the votes that the text gives.
	Counts     []Count
	Start, End int // in the text
}

// Count is how many voted in one way: inFavour, against or abstaining.
type Count struct {
	Choice string
	Votes  int
}

// Vote finds in s the words that say how a text was adopted.
func (l *Lexicon) Vote(s string) (Vote, bool) {
	f := fold(s, maxVote)
	for i := range f.len() {
		if !f.boundary(i) {
			continue
		}
		for _, p := range l.votes {
			if captures, end, ok := p.pattern.match(f, i, false); ok && p.outcome != abstentions {
				v := Vote{Outcome: p.outcome, Counts: p.counts(captures), Start: f.start[i], End: f.end[end-1]}
				l.abstentions(f, end, &v)
				return v, true
			}
		}
	}
	return Vote{}, false
}

// maxVote is how much of a text, in runes, is looked at: the vote stands at its beginning.
const maxVote = 1000

// abstentions is the key of words that go on a vote: with 2 abstentions. Names may stand before them.
const abstentions = "abstentions"

func (l *Lexicon) abstentions(f *folded, i int, v *Vote) {
	if len(v.Counts) != 2 {
		return
	}
	for ; i < f.len(); i++ {
		for _, p := range l.votes {
			if p.outcome != abstentions || !f.boundary(i) {
				continue
			}
			if captures, end, ok := p.pattern.match(f, i, false); ok {
				v.Counts, v.End = append(v.Counts, p.counts(captures)...), f.end[end-1]
				return
			}
		}
	}
}

// votePattern is a form of words with the counts that it gives in words: "against=0".
type votePattern struct {
	outcome string
	given   []Count
	pattern pattern
}

// counts are the counts that the pattern gives and captures, in the order of [choices].
func (p votePattern) counts(captures []capture) []Count {
	var all []Count
	for _, choice := range choices {
		for _, c := range p.given {
			if c.Choice == choice {
				all = append(all, c)
			}
		}
		for _, c := range captures {
			if n, err := strconv.Atoi(c.value); err == nil && c.name == choice {
				all = append(all, Count{choice, n})
			}
		}
	}
	return all
}

var choices = []string{"inFavour", "against", "abstaining"}

// newVotes compiles [votes]. A key is an outcome and the counts that the words imply: "adoptedRecordedVote against=0".
func newVotes(sections map[string][]Entry, types map[string]reader) ([]votePattern, error) {
	var all []votePattern
	for _, e := range sections["votes"] {
		fields := strings.Fields(e.Key)
		if len(fields) == 0 {
			return nil, fmt.Errorf("[votes] %q: no outcome", e.Text)
		}
		v := votePattern{outcome: fields[0]}
		for _, given := range fields[1:] {
			choice, n, _ := strings.Cut(given, "=")
			votes, err := strconv.Atoi(n)
			if err != nil {
				return nil, fmt.Errorf("[votes] %q: %w", e.Key, err)
			}
			v.given = append(v.given, Count{choice, votes})
		}
		var err error
		if v.pattern, err = compilePattern(e.Text, types); err != nil {
			return nil, fmt.Errorf("[votes]: %w", err)
		}
		all = append(all, v)
	}
	return all, nil
}
