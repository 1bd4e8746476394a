package schema

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
