package schema

import (
	"slices"
	"strings"
)

// language compares two automata and gives the shortest sequence of children that one of them alone accepts.
func (c *comparison) language(where string, x, y *Automaton) {
	word, first, differ := c.distinguish(where, x, y)
	if !differ {
		return
	}
	only := "second"
	if first {
		only = "first"
	}
	if len(word) == 0 {
		word = []string{"nothing"}
	}
	c.add(where, "only the %s schema lets it hold: %s", only, strings.Join(word, ", "))
}

// distinguish walks both automata at once, breadth first. It also matches the declarations of the children.
func (c *comparison) distinguish(where string, x, y *Automaton) (word []string, first, differ bool) {
	type pair struct{ p, q State }
	type hop struct {
		from pair
		by   string
	}
	labels := x.labels(c)
	for _, l := range y.labels(c) {
		if !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	p, q := x.columns(c), y.columns(c)
	came := map[pair]hop{{0, 0}: {}}
	for queue := []pair{{0, 0}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if x.Accepting(at.p) != y.Accepting(at.q) {
			first = x.Accepting(at.p)
			for at != (pair{0, 0}) {
				word = append([]string{came[at].by}, word...)
				at = came[at].from
			}
			return word, first, true
		}
		for _, l := range labels {
			to := pair{x.follow(at.p, p, l), y.follow(at.q, q, l)}
			if _, seen := came[to]; !seen {
				came[to] = hop{at, l}
				queue = append(queue, to)
			}
			if to.p >= 0 && to.q >= 0 {
				c.children(where, x, y, p[l], q[l])
			}
		}
	}
	return nil, false, false
}

// labels names the columns.
func (a *Automaton) labels(c *comparison) []string {
	var all []string
	for _, e := range a.elems {
		all = append(all, c.short(e.Name))
	}
	for _, w := range a.wilds {
		all = append(all, "an element of "+wildText(w))
	}
	return all
}

func (a *Automaton) columns(c *comparison) map[string]int {
	index := map[string]int{}
	for i, l := range a.labels(c) {
		index[l] = i
	}
	return index
}

func (a *Automaton) follow(st State, cols map[string]int, label string) State {
	col, ok := cols[label]
	if !ok || st < 0 {
		return Dead
	}
	return a.next[int(st)*a.width+col]
}

// children compares the declarations of a child: both global, or both local and alike.
func (c *comparison) children(where string, x, y *Automaton, p, q int) {
	if p >= len(x.elems) || q >= len(y.elems) {
		return
	}
	e, f := x.elems[p], y.elems[q]
	if c.seen[[2]*Type{e.Type, f.Type}] {
		return
	}
	where += ", child " + c.short(e.Name)
	if e.Global != f.Global {
		c.add(where, "declared globally in one schema only")
	}
	if !e.Global {
		c.queue = append(c.queue, func() { c.elements(where, e, f) })
	}
}
