package schema

import "fmt"

// maxStates bounds the automaton of one content model. Only large maxOccurs and xs:all come near.
const maxStates = 5000

// A ContentError reports a content model that cannot become an automaton.
type ContentError struct {
	File   string // the name by which it was asked for
	Line   int    // from 1
	Reason string // why it cannot
}

// Error gives file, line and reason.
func (e *ContentError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason) }

// compile turns a content model into its minimal automaton.
func compile(p *particle, names *symbols) (*Automaton, error) {
	n := &nfa{byName: map[Symbol]int32{}}
	if p != nil {
		p.leaves(n.column)
	}
	start := n.node()
	end := start
	if p != nil {
		end = n.repeat(p, start)
	}
	n.final = end
	if n.err == nil && len(n.edges) > maxStates {
		n.fail(p, "the content model needs more than %d states", maxStates)
	}
	if n.err != nil {
		return nil, n.err
	}
	d := n.determinise(start)
	if d == nil {
		n.fail(p, "the content model needs more than %d states", maxStates)
		return nil, n.err
	}
	d.trim()
	d.minimise()
	a := n.automaton(d)
	a.names = names
	return a, nil
}

// An nfa is a content model on the way: nodes with empty moves and with edges on sets of columns. A choice of a hundred
// inline elements is one edge.
type nfa struct {
	byName map[Symbol]int32
	elems  []*Element
	wilds  []*Wildcard
	edges  [][]edge
	eps    [][]int32
	final  int32
	err    error
	// classes is the number of columns of a pattern, which are of characters
	classes int
}

func (n *nfa) width() int { return len(n.elems) + len(n.wilds) + n.classes }

type edge struct {
	on []int32 // columns; those of wildcards count down from -1 until all elements are known
	to int32
}

func (n *nfa) fail(p *particle, format string, args ...any) {
	if n.err != nil {
		return
	}
	var at place
	if p != nil {
		at = p.place
	}
	n.err = &ContentError{at.file, at.line, fmt.Sprintf(format, args...)}
}

func (n *nfa) node() int32 {
	n.edges = append(n.edges, nil)
	n.eps = append(n.eps, nil)
	return int32(len(n.edges) - 1)
}

func (n *nfa) move(from, to int32) { n.eps[from] = append(n.eps[from], to) }

// column gives each element and wildcard a column, in order of writing.
func (n *nfa) column(p *particle) {
	if p.kind == wildcardParticle {
		n.wild(p.wildcard)
		return
	}
	n.element(p, p.element)
	for _, m := range p.element.members {
		n.element(p, m)
	}
}

func (n *nfa) wild(w *Wildcard) int32 {
	for i, v := range n.wilds {
		if v.equal(w) {
			return int32(-1 - i)
		}
	}
	n.wilds = append(n.wilds, w)
	return int32(-len(n.wilds))
}

func (n *nfa) element(p *particle, e *Element) int32 {
	col, ok := n.byName[e.Symbol]
	if !ok {
		col = int32(len(n.elems))
		n.byName[e.Symbol] = col
		n.elems = append(n.elems, e)
	} else if n.elems[col].Type != e.Type {
		n.fail(p, "element %s stands twice in one content model, with different types (XSD 1.0 part 1, section 3.8.6)", e.Name)
	}
	return col
}

// columns returns the columns of one leaf: an element, with those that may stand for it, or a wildcard.
func (n *nfa) columns(p *particle) []int32 {
	switch p.kind {
	case wildcardParticle:
		return []int32{n.wild(p.wildcard)}
	case charsParticle:
		return p.classes
	}
	var cols []int32
	if !p.element.Abstract {
		cols = append(cols, n.element(p, p.element))
	}
	for _, m := range p.element.members {
		if !m.Abstract {
			cols = append(cols, n.element(p, m))
		}
	}
	return cols
}

// repeat builds a particle as often as it may occur, from a node on, and returns the node after it.
func (n *nfa) repeat(p *particle, from int32) int32 {
	if p.max == unbounded {
		return n.loop(p, from)
	}
	at := from
	for range p.min {
		was := at
		if at = n.single(p, at); at == was || n.tooLarge(p) {
			break // what is empty may come as often as it likes
		}
	}
	if p.max <= p.min || n.err != nil {
		return at
	}
	end := n.node()
	for range p.max - p.min {
		n.move(at, end)
		was := at
		if at = n.single(p, at); at == was || n.tooLarge(p) {
			break
		}
	}
	n.move(at, end)
	return end
}

func (n *nfa) loop(p *particle, from int32) int32 {
	for range p.min - 1 {
		was := from
		if from = n.single(p, from); from == was || n.tooLarge(p) {
			break
		}
	}
	entry, end := n.node(), n.node()
	n.move(from, entry)
	last := n.single(p, entry)
	n.move(last, entry)
	n.move(last, end)
	if p.min == 0 {
		n.move(entry, end)
	}
	return end
}

// maxNodes bounds the work before the states are known.
const maxNodes = 8 * maxStates

func (n *nfa) tooLarge(p *particle) bool {
	if len(n.edges) > maxNodes {
		n.fail(p, "the content model, with every maxOccurs spelled out, needs more than %d places", maxNodes)
	}
	return n.err != nil
}

// single builds a particle once.
func (n *nfa) single(p *particle, from int32) int32 {
	switch p.kind {
	case sequenceParticle:
		for _, q := range p.items {
			if from = n.repeat(q, from); n.tooLarge(p) {
				break
			}
		}
		return from
	case choiceParticle:
		return n.choice(p, from)
	case allParticle:
		return n.all(p, from)
	}
	to := n.node()
	n.edges[from] = append(n.edges[from], edge{n.columns(p), to})
	return to
}

// choice makes one edge of all alternatives that are a name, and a path of each other.
func (n *nfa) choice(p *particle, from int32) int32 {
	to := n.node()
	var on []int32
	var rest []*particle
	n.alternatives(p, &on, &rest)
	if len(on) > 0 {
		n.edges[from] = append(n.edges[from], edge{on, to})
	}
	for _, q := range rest {
		n.move(n.repeat(q, from), to)
	}
	return to
}

func (n *nfa) alternatives(p *particle, on *[]int32, rest *[]*particle) {
	for _, q := range p.items {
		for q.kind == sequenceParticle && len(q.items) == 1 && q.min == 1 && q.max == 1 {
			q = q.items[0]
		}
		switch {
		case q.min != 1 || q.max != 1:
			*rest = append(*rest, q)
		case q.isLeaf():
			*on = append(*on, n.columns(q)...)
		case q.kind == choiceParticle:
			n.alternatives(q, on, rest)
		default:
			*rest = append(*rest, q)
		}
	}
}

// maxAll bounds xs:all, whose automaton has a state for each set of members.
const maxAll = 10

// all makes a node for each set of members that have come.
func (n *nfa) all(p *particle, from int32) int32 {
	if len(p.items) > maxAll {
		n.fail(p, "xs:all with %d members (at most %d are supported)", len(p.items), maxAll)
		return from
	}
	to := n.node()
	nodes := make([]int32, 1<<len(p.items))
	nodes[0] = from
	for set := 1; set < len(nodes); set++ {
		nodes[set] = n.node()
	}
	for set, at := range nodes {
		done := true
		for i, q := range p.items {
			if set&(1<<i) == 0 {
				done = done && q.min == 0
				n.edges[at] = append(n.edges[at], edge{n.columns(q), nodes[set|1<<i]})
			}
		}
		if done {
			n.move(at, to)
		}
	}
	return to
}

func (n *nfa) automaton(d *dfa) *Automaton {
	a := &Automaton{elems: n.elems, wilds: n.wilds, width: d.width, next: d.next, accept: d.accept}
	var last Symbol
	for _, e := range n.elems {
		last = max(last, e.Symbol)
	}
	a.cols = make([]uint16, last+1)
	for i, e := range n.elems {
		a.cols[e.Symbol] = uint16(i + 1)
	}
	return a
}
