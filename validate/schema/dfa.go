package schema

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
