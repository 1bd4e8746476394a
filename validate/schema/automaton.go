package schema

import "fmt"

// A State is a state of an Automaton. The states of each count from 0, the start.
type State int32

// Dead is the state from which nothing is accepted: what Step gives for a child that may not stand.
const Dead State = -1

// An Automaton is the content model of a type as a minimal deterministic automaton over the names of children and the
// wildcards. It takes one step per child and allocates nothing.
type Automaton struct {
	cols   []uint16    // by Symbol: 1 + column of the element
	elems  []*Element  // by column
	wilds  []*Wildcard // their columns follow those of the elements
	width  int         // columns in all
	next   []State     // state*width + column
	accept []bool      // by state
	names  *symbols
}

// Start returns the state before the first child.
func (a *Automaton) Start() State { return 0 }

// States returns the number of states.
func (a *Automaton) States() int { return len(a.accept) }

// Accepting says whether the content may end in a state.
func (a *Automaton) Accepting(st State) bool { return st >= 0 && a.accept[st] }

// Step takes a child. If it may stand here, ok is true, and either child is its declaration or wild is the wildcard that
// let it in. Otherwise next is Dead.
func (a *Automaton) Step(st State, space, local []byte) (next State, child *Element, wild *Wildcard, ok bool) {
	return a.StepSymbol(st, a.names.spaces[string(space)].Symbol(local), space)
}

// StepSymbol is Step for a name that is a symbol already; the namespace is for the wildcards.
func (a *Automaton) StepSymbol(st State, sym Symbol, space []byte) (next State, child *Element, wild *Wildcard, ok bool) {
	if st < 0 {
		return Dead, nil, nil, false
	}
	row := a.next[int(st)*a.width : (int(st)+1)*a.width]
	if int(sym) < len(a.cols) {
		if c := a.cols[sym]; c > 0 {
			if to := row[c-1]; to >= 0 {
				return to, a.elems[c-1], nil, true
			}
		}
	}
	for i, w := range a.wilds {
		if to := row[len(a.elems)+i]; to >= 0 && w.Allows(space) {
			return to, nil, w, true
		}
	}
	return Dead, nil, nil, false
}

// Expected returns the elements that may stand next, in schema order, and the wildcards that may.
func (a *Automaton) Expected(st State) ([]Name, []*Wildcard) {
	if st < 0 {
		return nil, nil
	}
	var names []Name
	var wilds []*Wildcard
	for c := range a.width {
		switch {
		case a.next[int(st)*a.width+c] < 0:
		case c < len(a.elems):
			names = append(names, a.elems[c].Name)
		default:
			wilds = append(wilds, a.wilds[c-len(a.elems)])
		}
	}
	return names, wilds
}

// Element returns the declaration that a child of this name has anywhere in the content model, nil if it has none: a child
// that may not stand where it is, but is not strange to its parent, is misplaced.
func (a *Automaton) Element(sym Symbol) *Element {
	if int(sym) < len(a.cols) {
		if c := a.cols[sym]; c > 0 {
			return a.elems[c-1]
		}
	}
	return nil
}

// Empty says whether the content model takes no child at all.
func (a *Automaton) Empty() bool {
	for _, to := range a.next {
		if to >= 0 {
			return false
		}
	}
	return true
}

// Reach returns the shortest sequence of children that must be put in at a state before a child of this name may stand,
// and the state after that child: what is missing. An empty sequence means that the child may stand at once; ok is
// false where no sequence helps. Of sequences equally short the one that comes first in the schema is taken.
func (a *Automaton) Reach(st State, sym Symbol) (missing []Name, after State, ok bool) {
	if int(sym) >= len(a.cols) || a.cols[sym] == 0 {
		return nil, Dead, false
	}
	col := int(a.cols[sym]) - 1
	missing, at, ok := a.search(st, func(s State) bool { return a.next[int(s)*a.width+col] >= 0 })
	if !ok {
		return nil, Dead, false
	}
	return missing, a.next[int(at)*a.width+col], true
}

// Finish returns the shortest sequence of children that must follow before the content may end.
func (a *Automaton) Finish(st State) (missing []Name, ok bool) {
	missing, _, ok = a.search(st, func(s State) bool { return a.accept[s] })
	return missing, ok
}

// search walks breadth first, by elements alone, to the nearest state that is good.
func (a *Automaton) search(st State, good func(State) bool) (path []Name, at State, ok bool) {
	if st < 0 {
		return nil, Dead, false
	}
	type hop struct {
		from State
		col  int
	}
	came := map[State]hop{st: {Dead, 0}}
	for queue := []State{st}; len(queue) > 0; queue = queue[1:] {
		s := queue[0]
		if good(s) {
			for s != st {
				path = append([]Name{a.elems[came[s].col].Name}, path...)
				s = came[s].from
			}
			return path, queue[0], true
		}
		for c := range a.elems {
			to := a.next[int(s)*a.width+c]
			if _, seen := came[to]; to >= 0 && !seen && !a.elems[c].Abstract {
				came[to] = hop{s, c}
				queue = append(queue, to)
			}
		}
	}
	return nil, Dead, false
}

// maxStates bounds the automaton of one content model. Only large maxOccurs and xs:all come near.
const maxStates = 5000

// A ContentError reports a content model that cannot become an automaton.
type ContentError struct {
	File   string
	Line   int
	Reason string
}

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

// A dfa is a table of states, the start first.
type dfa struct {
	width  int
	next   []State
	accept []bool
}

// determinise makes the sets of nodes states; it returns nil for too many.
func (n *nfa) determinise(start int32) *dfa {
	b := &subsets{n: n, d: &dfa{width: n.width()}, index: map[string]State{}, mark: make([]int, len(n.edges))}
	b.state([]int32{start})
	b.dest = make([][]int32, b.d.width)
	for st := 0; st < len(b.sets); st++ {
		if st > maxStates {
			return nil
		}
		b.expand(State(st))
	}
	return b.d
}

type subsets struct {
	n     *nfa
	d     *dfa
	index map[string]State
	sets  [][]int32 // by state: its nodes that have edges, and the final one
	mark  []int     // by node: the closure that reached it last
	turn  int
	dest  [][]int32 // by column, while a state is expanded
}

// state returns the state of the closure of some nodes.
func (b *subsets) state(nodes []int32) State {
	set := b.closure(nodes)
	key := make([]byte, 0, 4*len(set))
	for _, x := range set {
		key = append(key, byte(x), byte(x>>8), byte(x>>16))
	}
	st, ok := b.index[string(key)]
	if !ok {
		st = State(len(b.sets))
		b.index[string(key)] = st
		b.sets = append(b.sets, set)
		b.d.accept = append(b.d.accept, b.mark[b.n.final] == b.turn)
		for range b.d.width {
			b.d.next = append(b.d.next, Dead)
		}
	}
	return st
}

func (b *subsets) closure(nodes []int32) []int32 {
	b.turn++
	stack := append([]int32(nil), nodes...)
	for _, x := range nodes {
		b.mark[x] = b.turn
	}
	for len(stack) > 0 {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, y := range b.n.eps[x] {
			if b.mark[y] != b.turn {
				b.mark[y] = b.turn
				stack = append(stack, y)
			}
		}
	}
	var set []int32
	for x := range b.mark {
		if b.mark[x] == b.turn && (len(b.n.edges[x]) > 0 || int32(x) == b.n.final) {
			set = append(set, int32(x))
		}
	}
	return set
}

func (b *subsets) expand(st State) {
	var edges []edge
	for _, x := range b.sets[st] {
		edges = append(edges, b.n.edges[x]...)
	}
	if len(edges) == 1 { // the common case: a repeated choice
		to := b.state([]int32{edges[0].to})
		for _, c := range edges[0].on {
			b.d.next[int(st)*b.d.width+b.n.index(c)] = to
		}
		return
	}
	for c := range b.dest {
		b.dest[c] = b.dest[c][:0]
	}
	for _, e := range edges {
		for _, c := range e.on {
			i := b.n.index(c)
			b.dest[i] = append(b.dest[i], e.to)
		}
	}
	var last []int32
	var to State
	for c, dest := range b.dest {
		if len(dest) == 0 {
			continue
		}
		if !same(dest, last) {
			last, to = dest, b.state(dest)
		}
		b.d.next[int(st)*b.d.width+c] = to
	}
}

func same(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// index turns a column as edges write it into one of the table.
func (n *nfa) index(c int32) int {
	if c >= 0 {
		return int(c)
	}
	return len(n.elems) - 1 - int(c)
}

// trim cuts the steps to states from which the end cannot be reached.
func (d *dfa) trim() {
	live := append([]bool(nil), d.accept...)
	for changed := true; changed; {
		changed = false
		for st := len(live) - 1; st >= 0; st-- { // the end is most often last
			if !live[st] && d.anyLive(st, live) {
				live[st], changed = true, true
			}
		}
	}
	for i, to := range d.next {
		if to >= 0 && !live[to] {
			d.next[i] = Dead
		}
	}
}

func (d *dfa) anyLive(st int, live []bool) bool {
	for _, to := range d.next[st*d.width : (st+1)*d.width] {
		if to >= 0 && live[to] {
			return true
		}
	}
	return false
}

// minimise merges the states that no continuation tells apart (Moore's partition refinement), and numbers them in the
// order in which a walk from the start meets them, so that equal languages over equal columns have equal tables.
func (d *dfa) minimise() {
	class := make([]State, len(d.accept))
	for st, acc := range d.accept {
		if acc {
			class[st] = 1
		}
	}
	for count := 0; ; {
		next, n := d.refine(class)
		class = next
		if n == count {
			break
		}
		count = n
	}
	d.merge(class)
}

func (d *dfa) refine(class []State) ([]State, int) {
	index := map[string]State{}
	next := make([]State, len(class))
	key := make([]byte, 0, 4*(d.width+1))
	for st := range class {
		key = appendState(key[:0], class[st])
		for _, to := range d.next[st*d.width : (st+1)*d.width] {
			if to >= 0 {
				to = class[to]
			}
			key = appendState(key, to)
		}
		c, ok := index[string(key)]
		if !ok {
			c = State(len(index))
			index[string(key)] = c
		}
		next[st] = c
	}
	return next, len(index)
}

func appendState(b []byte, s State) []byte { return append(b, byte(s), byte(s>>8)) }

func (d *dfa) merge(class []State) {
	number := map[State]State{class[0]: 0}
	old := []int{0} // by new number: one old state
	for i := 0; i < len(old); i++ {
		for _, to := range d.next[old[i]*d.width : (old[i]+1)*d.width] {
			if to < 0 {
				continue
			}
			if _, ok := number[class[to]]; !ok {
				number[class[to]] = State(len(old))
				old = append(old, int(to))
			}
		}
	}
	m := dfa{width: d.width}
	for _, st := range old {
		m.accept = append(m.accept, d.accept[st])
		for _, to := range d.next[st*d.width : (st+1)*d.width] {
			if to >= 0 {
				to = number[class[to]]
			}
			m.next = append(m.next, to)
		}
	}
	*d = m
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
