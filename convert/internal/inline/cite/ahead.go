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
		if !it.light() && !isCapitalLetter(g.toks[it.from].raw) {
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
	if is(g.toks, g.items[k].from-1, "第") || k+1 < len(g.items) && g.items[k+1].kind == itemHead {
		return true
	}
	return g.anchor >= 0 && g.items[g.anchor].kind == itemNumber && g.lightGap()
}

// organBefore looks for the organ before the number, its date and its topic: `理事会关于...的1980年7月25日第1980/67号决议`.
func (g *govern) organBefore(k int, c *candidate) {
	for j := k - 1; j >= 0 && j > k-maxTopic; j-- {
		switch it := g.items[j]; {
		case it.kind == itemOrgan && g.acts(j):
			c.organ = it.key
			return
		case it.kind == itemOwn:
			c.own, c.organ = true, g.subjectBefore(j-1)
			return
		case it.kind == itemStop || it.kind == itemMark && g.endsClause(it):
			return
		}
	}
}

// acts reports whether the organ at item j is the owner of what follows: a date, a number or its topic. Organs inside a
// topic are followed by other words.
func (g *govern) acts(j int) bool {
	for j++; j < len(g.items); j++ {
		switch it := g.items[j]; it.kind {
		case itemDate, itemNumber, itemOwn:
			return true
		case itemIn:
			continue
		case itemGlue:
			return it.key != "of"
		default:
			return false
		}
	}
	return false
}
