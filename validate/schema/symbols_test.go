package schema

import (
	"strings"
	"testing"
)

func TestSymbols(t *testing.T) {
	s := AKN()
	for sym := 1; sym < s.NumSymbols(); sym++ {
		n := s.NameOf(Symbol(sym))
		if got := s.Symbol([]byte(n.Space), []byte(n.Local)); got != Symbol(sym) {
			t.Errorf("%s is %d, want %d", n, got, sym)
		}
		for _, strange := range []string{n.Local + "x", n.Local[:len(n.Local)-1], strings.ToUpper(n.Local), "x" + n.Local} {
			if got := s.Symbol([]byte(n.Space), []byte(strange)); s.NameOf(got) != (Name{}) && s.NameOf(got).Local != strange {
				t.Errorf("%s is taken for %s", strange, s.NameOf(got))
			}
		}
	}
	if s.Symbol([]byte("urn:x"), []byte("p")) != 0 || s.Symbol(nil, nil) != 0 || s.Names([]byte("urn:x")) != nil {
		t.Error("a strange name has a symbol")
	}
	if s.NameOf(-1) != (Name{}) || s.NameOf(1e6) != (Name{}) {
		t.Error("a strange symbol has a name")
	}
}

// No lookup takes many steps: the hash spreads the names of the grammar.
func TestNamesAreSpread(t *testing.T) {
	for space, n := range AKN().symbols.spaces {
		run, longest := 0, 0
		for _, s := range append(n.slots, n.slots...) {
			if run++; s.sym == 0 {
				run = 0
			}
			longest = max(longest, run)
		}
		if longest > 16 {
			t.Errorf("%q: %d full slots in a row of %d", space, longest, len(n.slots))
		}
	}
}
