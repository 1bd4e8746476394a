package cite

import (
	"strings"
)

func (g *govern) takeSymbol(k int) {
	it := g.items[k]
	c := candidate{at: k, kind: Document, symbol: g.toks[it.from].raw, from: it.from, next: it.next, list: -1, head: -1}
	c.sentence, c.nearRights = g.sentence, g.rights == g.sentence
	c.linked = g.isLinked(c)
	if g.records {
		g.report = reportOf(c.symbol)
	}
	g.found = append(g.found, c)
}

// reportOf is the body whose report in official records has the symbol: a commission of the Economic and Social Council,
// or the Human Rights Council, whose report is supplement 53 of the Assembly's.
func reportOf(symbol string) string {
	parts := strings.Split(symbol, "/")
	switch {
	case len(parts) >= 3 && parts[0] == "E":
		return otherBody
	case len(parts) >= 3 && parts[0] == "A" && parts[2] == "53":
		return humanRights
	}
	return noOrgan
}

// documentKind tells supplements of official records from other documents: the records are named before the parenthesis.
func (g *govern) documentKind(c candidate) Kind {
	for j := c.at - 1; j >= 0 && j > c.at-40; j-- {
		switch g.items[j].kind {
		case itemRecords:
			return OfficialRecord
		case itemStop, itemNumber:
			return Document
		}
	}
	return Document
}

func (g *govern) takeOther(k int) {
	it := g.items[k]
	c := candidate{at: k, from: it.from, next: it.next, list: -1, head: -1, sentence: g.sentence, nearRights: g.rights == g.sentence}
	c.linked = g.isLinked(c)
	switch it.kind {
	case itemSelf:
		c.kind = Self
	case itemSame:
		c.kind = Same
	case itemIbid:
		c.kind = Ibid
		c.treaty = g.words.ibidPlace(g.toks, it.next)
	case itemTreaty:
		c.kind, c.treaty = Treaty, *it.treaty
	case itemConvention:
		c.kind, c.name = Convention, it.key
	case itemShort:
		c.kind, c.short, c.other = Convention, it.key, it.other
	}
	g.found = append(g.found, c)
}
