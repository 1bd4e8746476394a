package cite

import (
	"slices"
	"strings"
)

// pins gives pin-points to citations.
func (g *govern) pins(list []Citation, kept []candidate) {
	for i, c := range kept {
		if c.kind == Treaty || c.kind == Same {
			continue
		}
		if i > 0 && kept[i-1].list == c.list && c.list >= 0 {
			g.pinAfter(&list[i], c)
			continue
		}
		if g.words.headAfter || !g.pinBefore(&list[i], c) {
			g.pinAfter(&list[i], c)
		}
	}
}

// pinBefore reads `paragraph 3 of section II of its resolution` back from the head word.
func (g *govern) pinBefore(r *Citation, c candidate) bool {
	j := c.at - 1
	if c.head >= 0 && c.head < c.at {
		j = c.head - 1
	}
	var found []item
	joined := false // a preposition stands between here and the head word
	for n := 0; j >= 0 && n < maxPinWords && g.joinsPin(g.items[j]); n++ {
		switch g.items[j].kind {
		case itemPin:
			found = append([]item{g.items[j]}, found...)
		case itemOf, itemIn, itemGlue, itemRange:
			joined = true
		case itemMark:
			if len(found) == 0 && !joined {
				return false // `paras. 3 to 5, resolution 60/1`: the paragraphs are of something else
			}
		}
		j--
	}
	g.setPins(r, found)
	return len(found) > 0
}

// maxPinWords bounds the items of pin-point words.
const maxPinWords = 14

// joinsPin reports whether an item can stand between pin-point words and the head word.
func (g *govern) joinsPin(it item) bool {
	switch it.kind {
	case itemPin, itemOf, itemOwn, itemOrgan, itemGlue, itemIn, itemRange:
		return true
	case itemMark:
		return is(g.toks, it.from, ",") || is(g.toks, it.from, "،") || is(g.toks, it.from, "'")
	}
	return false
}

// pinAfter reads `, annex, sect. II` or `, paras. 3–5` after a number and its date.
func (g *govern) pinAfter(r *Citation, c candidate) {
	comma := g.words.headAfter
	var found []item
	for j := c.at + 1; j < len(g.items) && j < c.at+maxPinWords; j++ {
		it := g.items[j]
		if it.kind == itemPin && comma && (g.ownsNext(j) || g.words.joined(g.words.match, g.toks, it.from) > 0) {
			break
		}
		if it.kind == itemPin && comma {
			found = append(found, it)
			continue
		}
		comma = comma || is(g.toks, it.from, ",") || is(g.toks, it.from, "،")
		if !g.joinsPinAfter(it) {
			break
		}
	}
	g.setPins(r, found)
}

// ownsNext reports whether the pin-point at item j is of the resolution that follows it.
func (g *govern) ownsNext(j int) bool {
	if g.words.headAfter {
		return false
	}
	for j++; j < len(g.items); j++ {
		switch g.items[j].kind {
		case itemOf, itemIn, itemGlue, itemOwn, itemOrgan, itemPin:
		case itemHead, itemSelf, itemSame, itemConvention, itemShort:
			return true
		default:
			return false
		}
	}
	return false
}

func (g *govern) joinsPinAfter(it item) bool {
	switch it.kind {
	case itemDate, itemOf, itemOrgan, itemGlue:
		return true
	case itemHead:
		return g.words.headAfter
	case itemMark:
		switch g.toks[it.from].raw {
		case ";", ".", "؛", "(", "；":
			return false
		}
		return true
	}
	return false
}

// pinRank orders provisions from the outside in.
func pinRank(step string) int {
	for i, kind := range [...]string{"att", "preamble", "part", "chp", "sec", "art", "para", "point"} {
		if strings.HasPrefix(step, kind) {
			return i
		}
	}
	return 0
}

// setPins joins provisions to a fragment, the outer first.
func (g *govern) setPins(r *Citation, found []item) {
	if len(found) == 0 {
		return
	}
	start := found[0].from
	r.Pin = Span{g.toks[start].start + g.words.joined(g.words.match, g.toks, start), g.toks[found[len(found)-1].next-1].end}
	slices.SortStableFunc(found, func(a, b item) int { return pinRank(a.pin.step) - pinRank(b.pin.step) })
	last := ""
	for _, it := range found {
		last = joinSteps(r.Fragment, it.pin.to)
		r.Fragment = joinSteps(r.Fragment, it.pin.step)
	}
	if found[len(found)-1].pin.to != "" {
		r.FragmentTo = last
	}
}

func joinSteps(outer, step string) string {
	switch {
	case outer == "":
		return step
	case strings.HasPrefix(step, "point_"):
		return outer + "__list_1__" + step
	}
	return outer + "__" + step
}
