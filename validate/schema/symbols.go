package schema

// A Symbol is a name that the schema knows, as a small number: the currency between scanner and automata. 0 is every
// name that the schema does not know.
type Symbol int32

// symbols numbers names. Elements, attributes and types share the numbers, for lookups then need no more than one table.
type symbols struct {
	spaces map[string]*Names
	names  []Name // by Symbol
}

// Names are the local names that a schema knows in one namespace. A validator fetches it once for each namespace
// declaration and then looks names up by their local part. A nil *Names knows none.
type Names struct {
	space string
	table map[string]Symbol
}

// Symbol returns the number of a local name, 0 if the schema does not know it. It does not allocate.
func (n *Names) Symbol(local []byte) Symbol {
	if n == nil {
		return 0
	}
	return n.table[string(local)]
}

func newSymbols() *symbols {
	return &symbols{spaces: map[string]*Names{}, names: []Name{{}}}
}

func (t *symbols) intern(n Name) Symbol {
	names := t.spaces[n.Space]
	if names == nil {
		names = &Names{space: n.Space, table: map[string]Symbol{}}
		t.spaces[n.Space] = names
	}
	sym, ok := names.table[n.Local]
	if !ok {
		sym = Symbol(len(t.names))
		names.table[n.Local] = sym
		t.names = append(t.names, n)
	}
	return sym
}

func (t *symbols) lookup(space, local string) Symbol {
	if names := t.spaces[space]; names != nil {
		return names.table[local]
	}
	return 0
}

// Names returns the names that the schema knows in a namespace, nil if none.
func (s *Schema) Names(space []byte) *Names { return s.symbols.spaces[string(space)] }

// Symbol returns the number of a name, 0 if the schema does not know it. It does not allocate.
func (s *Schema) Symbol(space, local []byte) Symbol { return s.Names(space).Symbol(local) }

// NameOf returns the name of a symbol, zero for 0.
func (s *Schema) NameOf(sym Symbol) Name {
	if sym < 0 || int(sym) >= len(s.symbols.names) {
		return Name{}
	}
	return s.symbols.names[sym]
}

// NumSymbols returns how many symbols there are, 0 included: all are less than it.
func (s *Schema) NumSymbols() int { return len(s.symbols.names) }
