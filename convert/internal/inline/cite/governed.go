package cite

import (
	"slices"
	"strings"
)

// takeNumber decides whether a number is cited, and under which head word.
func (g *govern) takeNumber(k int) {
	c := candidate{at: k, number: *g.items[k].number, from: g.items[k].from, next: g.items[k].next, head: -1, list: -1}
	c.sentence, c.nearRights, c.reported, c.mentioned = g.sentence, g.rights == g.sentence, g.report, g.mentioned
	c.linked = g.isLinked(c)
	if g.ofOtherSeries(k) || !c.linked && g.refused(k) {
		return
	}
	ok := false
	if g.words.headAfter {
		ok = g.headAhead(k, &c)
	} else {
		ok = g.headBehind(k, &c)
	}
	c.day, c.unfit = g.dateOf(k, c.number)
	if !ok && !g.stands(c) {
		return
	}
	if c.kind == Invalid {
		c.kind = Resolution
	}
	g.rangeOf(k, &c)
	g.enlist(k, &c)
	g.found = append(g.found, c)
	g.moreLetters(k)
}

// headBehind looks for the head word before the number.
func (g *govern) headBehind(k int, c *candidate) bool {
	if g.head < 0 {
		return false
	}
	c.kind, c.organ, c.own, c.head = g.headKind, g.organ, g.own, g.head
	return g.lightGap()
}

// stands reports whether a number without a head word in reach is a citation all the same.
func (g *govern) stands(c candidate) bool {
	switch {
	case c.linked:
		return !c.number.isRatio()
	case g.goesOn(c):
		return true
	case c.number.form == romanForm:
		return true
	case c.number.prefix != "":
		return true
	case c.number.form == yearForm && g.head >= 0:
		return true
	case c.day != nil && (g.anyHead || c.number.form == slashForm && c.number.session >= firstSlash && ofAssembly(c.number, *c.day)):
		return true
	}
	return false
}

// goesOn reports whether a number goes on with a list that words about the number before have interrupted: `resolutions
// 5/1 on the former and 5/2 on the latter`.
func (g *govern) goesOn(c candidate) bool {
	if len(g.found) == 0 || c.at == 0 || g.items[c.at-1].kind != itemAnd {
		return false
	}
	last := g.found[len(g.found)-1]
	return last.sentence == c.sentence && last.head >= 0 && last.number.form == slashForm && c.number.form == slashForm &&
		last.number.session == c.number.session && last.number.prefix == c.number.prefix
}

// ofOtherSeries reports whether the number belongs to the initials before it: documents of another body are numbered so.
func (g *govern) ofOtherSeries(k int) bool {
	if k == 0 || g.items[k-1].kind != itemWord {
		return false
	}
	raw := g.toks[g.items[k-1].from].raw
	return len(raw) > 1 && len(raw) <= maxInitials && strings.Trim(raw, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// maxInitials bounds the initials of a body.
const maxInitials = 6

// refused reports whether a word before the number says that it is something else.
func (g *govern) refused(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		switch g.items[j].kind {
		case itemRefuse:
			return true
		case itemMark:
			if !is(g.toks, g.items[j].from, ".") && !is(g.toks, g.items[j].from, "°") && !is(g.toks, g.items[j].from, "º") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// isLinked reports whether the source printed the number, or part of it, as a link. Links are in text order.
func (g *govern) isLinked(c candidate) bool {
	start, end := g.toks[c.from].start, g.toks[c.next-1].end
	for g.link < len(g.ctx.Links) && g.ctx.Links[g.link].End <= start {
		g.link++
	}
	return g.link < len(g.ctx.Links) && g.ctx.Links[g.link].Start < end
}

// enlist puts the number in the list in force, or begins one.
func (g *govern) enlist(k int, c *candidate) {
	if g.list < 0 || g.anchor < 0 || !g.lightGap() {
		g.list = g.lists
		g.lists++
	}
	c.list = g.list
	g.anchor = k
}

// moreLetters reads `and B` after `57/284 A`: further resolutions of the same number.
func (g *govern) moreLetters(k int) {
	base := g.found[len(g.found)-1]
	if base.number.letter == "" {
		return
	}
	for j := k + 1; j < len(g.items); j++ {
		at, to := g.nextLetter(j)
		if at < 0 {
			return
		}
		letter, next := g.words.parseLetter(g.toks, g.items[at].from)
		if letter == "" || next != g.items[at].next || letter <= base.number.letter {
			return
		}
		c := base
		c.number.letter, c.from, c.next = letter, g.items[at].from, next
		c.trim = g.words.joined(g.words.letters, g.toks, c.from)
		c.day, c.unfit = g.dateOf(at, c.number)
		if g.words.headAfter {
			c.day, c.unfit = base.day, base.unfit
		}
		if to {
			g.found[len(g.found)-1].rng, c.rng = RangeFrom, RangeTo
		}
		g.items[at].kind = itemGlue
		g.found = append(g.found, c)
		base, j = c, at
	}
}

// nextLetter returns the item of the letter that item j joins to the one before, and whether it ends a range; -1 if none.
func (g *govern) nextLetter(j int) (at int, to bool) {
	it := g.items[j]
	if g.words.joined(g.words.letters, g.toks, it.from) > 0 {
		return j, false
	}
	to = g.joinsRange(it)
	if it.kind != itemAnd && !to && !is(g.toks, it.from, ",") && !is(g.toks, it.from, "،") && !is(g.toks, it.from, "、") || j+1 >= len(g.items) {
		return -1, false
	}
	return j + 1, to
}

// joinsRange reports whether an item can stand between the ends of a range; its word may have other uses, too.
func (g *govern) joinsRange(it item) bool {
	return is(g.toks, it.from, "-") || slices.ContainsFunc(g.words.find(g.words.match, g.toks, it.from), func(p phrase) bool {
		return p.class == classRange && it.from+p.size == it.next
	})
}

// rangeOf reads `60/1 to 60/5`.
func (g *govern) rangeOf(k int, c *candidate) {
	if len(g.found) == 0 || k < 2 {
		return
	}
	last := &g.found[len(g.found)-1]
	between := g.items[k-1]
	to := g.joinsRange(between)
	if to && last.at == k-2 && last.number.form == c.number.form {
		last.rng, c.rng = RangeFrom, RangeTo
	}
}
