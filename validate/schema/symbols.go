package schema

import (
	"encoding/binary"
	"math/bits"
)

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
	table map[string]Symbol // while the schema is built
	slots []slot            // afterwards: open addressing, its length a power of two
	shift uint8             // leaves of a hash as many bits as slots needs
}

type slot struct {
	local string
	sym   Symbol // 0 for an empty slot
}

// Symbol returns the number of a local name, 0 if the schema does not know it. It does not allocate.
func (n *Names) Symbol(local []byte) Symbol {
	if n == nil || len(local) == 0 {
		return 0
	}
	for i := hash(local) >> n.shift; ; i++ {
		s := &n.slots[i&uint64(len(n.slots)-1)]
		if s.sym == 0 || s.local == string(local) {
			return s.sym
		}
	}
}

// hash mixes the length with the first and the last eight bytes, which tell names apart well and cost less than
// the hash of a map: the names of a document are looked up one by one.
func hash(s []byte) uint64 {
	var h uint64
	switch n := len(s); {
	case n >= 8:
		h = binary.LittleEndian.Uint64(s) ^ bits.RotateLeft64(binary.LittleEndian.Uint64(s[n-8:]), 29)
	case n >= 4:
		h = uint64(binary.LittleEndian.Uint32(s)) | uint64(binary.LittleEndian.Uint32(s[n-4:]))<<32
	default:
		h = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return (h ^ uint64(len(s))) * 0x9E3779B97F4A7C15
}

// seal makes the table that lookups use, half empty at least.
func (n *Names) seal() {
	size := bits.Len(uint(2 * len(n.table)))
	n.slots, n.shift = make([]slot, 1<<size), uint8(64-size)
	for local, sym := range n.table {
		i := hash([]byte(local)) >> n.shift
		for n.slots[i&uint64(len(n.slots)-1)].sym != 0 {
			i++
		}
		n.slots[i&uint64(len(n.slots)-1)] = slot{local, sym}
	}
}

func newSymbols() *symbols {
	return &symbols{spaces: map[string]*Names{}, names: []Name{{}}}
}

func (t *symbols) intern(n Name) Symbol {
	names := t.spaces[n.Space]
	if names == nil {
		names = &Names{table: map[string]Symbol{}}
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
