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

// organBefore looks for the organ before the number, its date and its topic: `理事会关于...的1980年7月25日第1980/67号决议`.
func (g *govern) organBefore(k int, c *candidate) {
	topic := false // inside the words between "about" and the number: organs there are not the owner
	for j := k - 1; j >= 0 && j > k-maxTopic; j-- {
		switch it := g.items[j]; {
		case it.kind == itemOrgan && !topic:
			c.organ = it.key
			return
		case it.kind == itemOwn:
			c.own, c.organ = true, g.subjectBefore(j-1)
			return
		case it.kind == itemStop || it.kind == itemMark && g.endsClause(it):
			return
		case it.key == "about":
			topic = false
		case it.kind == itemWord:
			topic = topic || g.opensTopic(j)
		}
	}
}

// opensTopic reports whether the word at item j, met on the way back, is the last of a topic: the particle follows it.
func (g *govern) opensTopic(j int) bool {
	return j+1 < len(g.items) && g.items[j+1].key == "of"
}
