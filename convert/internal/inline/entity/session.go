package entity

import (
	"sort"
	"strconv"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// assembly is the identifier of the General Assembly.
const assembly = "unga"

// How far a session is from the one at which the Assembly speaks where a text does not say whose it is, and at most.
const (
	nearSessions = 3
	maxSessions  = 40
)

// sessions finds the sessions of organs: where the organ is named beside, or the Assembly speaks and names one of its own.
func (n *names) sessions(text string, toks []token, named []Entity, ctx Context) []Entity {
	var found []Entity
	for _, s := range n.words.Sessions(text) {
		number, err := strconv.Atoi(s.Value)
		if err != nil || s.Key != "session" {
			continue // special sessions have numbers of their own
		}
		h := holding{names: n, text: text, toks: toks, named: named, session: s}
		if h.cut() {
			continue
		}
		organ := h.organ(ctx.speaks(number))
		if organ == "" || organ == assembly && ctx.Session > 0 && distance(number, ctx.Session) > maxSessions {
			continue
		}
		found = append(found, Entity{
			Start: s.Start, End: s.End, Class: Event,
			ID: organ + "Session" + s.Value, Name: n.first[organ] + ", " + s.Value,
		})
	}
	return found
}

func distance(a, b int) int { return max(a-b, b-a) }

// speaks reports whether the Assembly speaks, at about that session.
func (ctx Context) speaks(session int) bool {
	return (ctx.Organ == "" || ctx.Organ == assembly) && ctx.Session > 0 && distance(session, ctx.Session) <= nearSessions
}

// A holding is the question whose session one is.
type holding struct {
	*names
	text    string
	toks    []token
	named   []Entity
	session lexicon.Mention
}

// How far from a session its organ can stand, in tokens, and how many entities a sentence is looked at for one.
const (
	maxGap      = 5
	maxEntities = 16
)

// cut reports whether the number has lost its first half, as extraction does: "thirty -first".
func (h holding) cut() bool {
	at := tokenAt(h.toks, h.session.Start)
	return at > 0 && h.toks[at-1].text == "-"
}

// organ is the organ of a session: the one that it is said to be of, the one named close before or, where no other is named in
// the sentence, the Assembly if it speaks.
func (h holding) organ(speaks bool) string {
	next := sort.Search(len(h.named), func(i int) bool { return h.named[i].Start >= h.session.End })
	if next < len(h.named) && h.meets(next) && h.ownedBy(h.named[next]) {
		return holds(h.named[next].ID)
	}
	if after := tokenAt(h.toks, h.session.End); h.ofOther(h.toks, after) {
		return h.unmarked(after)
	}
	at := tokenAt(h.toks, h.session.Start)
	for i := next - 1; i >= max(0, next-maxEntities); i-- {
		end := tokenAt(h.toks, h.named[i].End)
		if endsBetween(h.toks, end, at) {
			break
		}
		if h.isOrgan(i) && at-end <= maxGap {
			organ := holds(h.named[i].ID)
			if organ == assembly || !speaks && h.meets(i) && !h.partOf(h.named[i]) {
				return organ
			}
			return "" // "its" may be the organ's, that of a body of the organ or the Assembly's
		}
		if h.isOrgan(i) && h.named[i].ID != assembly {
			return ""
		}
	}
	if speaks {
		return assembly
	}
	return ""
}

// unmarked is the organ of a session that has the words for "of" after it, at token i, and an organ's name that is too short to
// be marked: that of the Assembly.
func (h holding) unmarked(i int) string {
	m, _ := longest(h.of, h.toks, i, h.toks[i].text)
	for last := min(max(i, m.next), len(h.toks)-1); i <= last; i++ {
		if organ, _, ok := h.words.Organ(h.text[h.toks[i].start:]); ok && organ == assembly || h.toks[i].text == h.short {
			return assembly
		}
	}
	return ""
}

// partOf reports whether a named organ is what another body is of: the Executive Board of ...
func (h holding) partOf(organ Entity) bool {
	at := tokenAt(h.toks, organ.Start)
	for i := max(0, at-maxOf); i < at; i++ {
		if m, ok := longest(h.of, h.toks, i, h.toks[i].text); ok && m.next == at {
			return i > 1 && h.toks[i-1].upper && h.toks[i-2].word // a title can begin with "Report of"
		}
	}
	return false
}

// maxOf is the length of the words for "of", in tokens.
const maxOf = 3

// holds is the organ that holds the sessions of an organ: a Main Committee meets at those of the Assembly.
func holds(organ string) string {
	if strings.HasPrefix(organ, assembly) {
		return assembly
	}
	return organ
}

func (h holding) isOrgan(i int) bool {
	return h.named[i].Class == Organization && h.organs[h.named[i].ID]
}

// meets reports whether an entity is an organ that holds numbered sessions.
func (h holding) meets(i int) bool { return h.isOrgan(i) && known().meets[h.named[i].ID] }

// ownedBy reports whether nothing but words for "of" stands between the session and an organ after it.
func (h holding) ownedBy(organ Entity) bool {
	from, to := tokenAt(h.toks, h.session.End), tokenAt(h.toks, organ.Start)
	if from >= to {
		return len(h.endings) > 0 // the case says "of"
	}
	m, ok := longest(h.of, h.toks, from, h.toks[from].text)
	return ok && m.next == to
}

// tokenAt is the first token that begins at or after an offset.
func tokenAt(toks []token, at int) int {
	return sort.Search(len(toks), func(i int) bool { return toks[i].start >= at })
}

// endsBetween reports whether a sentence or clause ends between two tokens.
func endsBetween(toks []token, from, to int) bool {
	for _, t := range toks[from:max(from, to)] {
		switch t.text {
		case ".", ";", "؛", "。", "；":
			return true
		}
	}
	return false
}
