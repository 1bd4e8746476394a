package cite

import "slices"

// citations turns candidates into what Find returns.
func (g *govern) citations() []Citation {
	list := make([]Citation, 0, len(g.found))
	kept := make([]candidate, 0, len(g.found))
	last := "" // the resolution that "the same resolution" means
	for _, c := range g.found {
		r, ok := g.citation(c, last)
		if !ok {
			continue
		}
		if r.Kind == Resolution {
			last = r.Symbol
		}
		list = append(list, r)
		kept = append(kept, c)
	}
	g.pins(list, kept)
	g.closeLists(list, kept)
	return slices.DeleteFunc(list, func(c Citation) bool { return c.Short != "" && !c.Other && c.Pin.IsZero() })
}

// citation composes one; it is false where the number turns out to be nobody's.
func (g *govern) citation(c candidate, last string) (Citation, bool) {
	r := Citation{
		Start: g.toks[c.from].start + c.trim, End: g.toks[c.next-1].end,
		Kind: c.kind, List: c.list, Range: c.rng, Linked: c.linked,
	}
	if c.day != nil {
		r.Date = Date{Span: Span{g.toks[c.day.from].start, g.toks[c.day.next-1].end}, ISO: c.day.iso()}
	}
	switch c.kind {
	case Resolution, Decision:
		r.Symbol = symbolOf(g.organOf(c), c.kind, c.number)
		r.Assumed = c.assumed()
		return r, r.Symbol != ""
	case Document:
		r.Symbol = canonicalSymbol(c.symbol)
		r.Kind = g.documentKind(c)
	case Treaty, Ibid:
		r.Volume, r.Number = c.treaty.volume, c.treaty.number
	case Convention:
		r.Name, r.Short, r.Other = c.name, c.short, c.other
	case Same:
		r.Symbol = last
		return r, r.Symbol != ""
	}
	return r, true
}

// closeLists numbers the lists from 0, drops lists of one, and sets their extent.
func (g *govern) closeLists(list []Citation, kept []candidate) {
	next := 0
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[i].List >= 0 && list[j].List == list[i].List {
			j++
		}
		if j-i < 2 {
			list[i].List = -1
			i = j
			continue
		}
		start := list[i].Start
		if h := kept[i].head; h >= 0 && !g.words.headAfter {
			start = g.toks[g.items[h].from].start
		}
		for n := i; n < j; n++ {
			list[n].List, list[n].ListStart, list[n].ListEnd = next, start, list[j-1].End
		}
		next++
		i = j
	}
}
