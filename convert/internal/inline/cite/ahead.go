package cite

// maxAhead bounds how far a number looks ahead for its head word, in items.
const maxAhead = 120

// headAhead looks for the head word after the number, as in `第70/1号决议`. Other numbers of the list may stand between.
func (g *govern) headAhead(k int, c *candidate) bool {
	numbered := g.ordinal(k)
	for j := k + 1; j < len(g.items) && j < k+maxAhead; j++ {
		it := g.items[j]
		if it.kind == itemHead {
			c.kind, c.head = it.head, j
			g.organBefore(k, c)
			return numbered
		}
		if !it.light() {
			break
		}
	}
	g.organBefore(k, c)
	return numbered && c.number.form == slashForm
}

// ordinal reports whether the number stands after the ordinal sign or goes on in a list after it.
func (g *govern) ordinal(k int) bool {
	if k == 0 {
		return false
	}
	if is(g.toks, g.items[k].from-1, "第") {
		return true
	}
	return g.anchor >= 0 && g.items[g.anchor].kind == itemNumber && g.lightGap(g.anchor, k)
}

// maxClause bounds how far back an organ is looked for, in items.
const maxClause = 60

// organBefore looks for the organ in the clause before the number.
func (g *govern) organBefore(k int, c *candidate) {
	for j := k - 1; j >= 0 && j > k-maxClause; j-- {
		it := g.items[j]
		switch it.kind {
		case itemOrgan:
			if !it.of {
				c.organ = it.key
				return
			}
		case itemOwn:
			c.own = true
			c.organ = g.subjectBefore(j - 1)
			return
		case itemStop:
			return
		case itemMark:
			if is(g.toks, it.from, "，") || is(g.toks, it.from, ",") || is(g.toks, it.from, "；") || is(g.toks, it.from, ";") {
				return
			}
		}
	}
}
