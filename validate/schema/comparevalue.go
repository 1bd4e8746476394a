package schema

import (
	"fmt"
	"slices"
	"strings"
)

func (c *comparison) values(where string, x, y *SimpleType) {
	if x.IDRole() != y.IDRole() {
		c.add(where, "an id or a reference to one in one schema only")
	}
	if what := differentValues(x, y); what != "" {
		c.add(where, "the values are %s", what)
	}
}

// differentValues says how two value spaces differ, empty if they do not.
func differentValues(x, y *SimpleType) string {
	if x == y {
		return ""
	}
	differ := func(format string, p, q any) string { return fmt.Sprintf(format+" and "+format, p, q) }
	switch {
	case x.Variety != y.Variety:
		return x.Describe() + " and " + y.Describe()
	case x.Variety == Atomic && x.nearestBuiltin() != y.nearestBuiltin():
		return differ("%s", x.nearestBuiltin().Name.Local, y.nearestBuiltin().Name.Local)
	case x.White != y.White:
		return differ("white space %d", x.White, y.White)
	case len(x.Members) != len(y.Members):
		return differ("a union of %d", len(x.Members), len(y.Members))
	}
	if x.Variety == List {
		if what := differentValues(x.Item, y.Item); what != "" {
			return "lists whose items are " + what
		}
	}
	for i := range x.Members {
		if what := differentValues(x.Members[i], y.Members[i]); what != "" {
			return fmt.Sprintf("unions whose member %d is %s", i+1, what)
		}
	}
	return differentFacets(&x.facets, &y.facets)
}

func (t *SimpleType) nearestBuiltin() *SimpleType {
	for !t.builtin {
		t = t.Base
	}
	return t
}

func differentFacets(f, g *facets) string {
	p, q := sortedSet(slices.Clone(f.enumKeys)), sortedSet(slices.Clone(g.enumKeys))
	switch {
	case (f.enum == nil) != (g.enum == nil):
		return "listed in one schema only"
	case len(without(p, q)) > 0:
		return "different: only the first schema has " + list(quoted(without(p, q)), "and")
	case len(without(q, p)) > 0:
		return "different: only the second schema has " + list(quoted(without(q, p)), "and")
	}
	if a, b := f.boundsText(), g.boundsText(); a != b {
		return fmt.Sprintf("bound by %s and %s", a, b)
	}
	if s, ok := distinguishPatterns(f.patterns, g.patterns); ok {
		return fmt.Sprintf("different: only one schema has %q", s)
	}
	return ""
}

// boundsText writes the bounds in a fixed order, without patterns.
func (f *facets) boundsText() string {
	g := *f
	g.patterns = nil
	g.bounds = slices.Clone(f.bounds)
	slices.SortFunc(g.bounds, func(a, b bound) int {
		return strings.Compare(a.kind+string(a.value), b.kind+string(b.value))
	})
	g.bounds = slices.CompactFunc(g.bounds, func(a, b bound) bool { return a.kind == b.kind && string(a.value) == string(b.value) })
	return "(" + g.words() + ")"
}

// maxPatternStates bounds the comparison of patterns; beyond it two patterns count as different.
const maxPatternStates = 100_000

// distinguishPatterns finds the shortest string on which two sets of patterns differ, by running all of them at once.
func distinguishPatterns(x, y [][]*pattern) (string, bool) {
	var all []*pattern
	for _, row := range append(slices.Clone(x), y...) {
		all = append(all, row...)
	}
	var letters []rune
	for _, p := range all {
		letters = append(letters, p.starts...)
	}
	slices.Sort(letters)
	letters = slices.Compact(letters)
	type entry struct {
		states []State
		word   string
	}
	seen := map[string]bool{}
	for queue := []entry{{states: make([]State, len(all))}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if accepts(x, at.states) != accepts(y, at.states[count(x):]) {
			return at.word, true
		}
		for _, r := range letters {
			next := entry{make([]State, len(all)), at.word + string(r)}
			key := ""
			for i, p := range all {
				next.states[i] = p.step(at.states[i], r)
				key += string(rune(next.states[i] + 1))
			}
			if len(seen) > maxPatternStates {
				return at.word, true
			}
			if !seen[key] {
				seen[key] = true
				queue = append(queue, next)
			}
		}
	}
	return "", false
}

func count(rows [][]*pattern) int {
	n := 0
	for _, row := range rows {
		n += len(row)
	}
	return n
}

// accepts says whether states, one for each pattern, accept by all rows.
func accepts(rows [][]*pattern, states []State) bool {
	i := 0
	for _, row := range rows {
		any := false
		for _, p := range row {
			any = any || states[i] >= 0 && p.table.accept[states[i]]
			i++
		}
		if !any {
			return false
		}
	}
	return true
}
