package schema

import (
	"testing"
)

func TestAKNLoads(t *testing.T) {
	s, err := parseGrammar("akn.grammar", aknGrammar)
	if err != nil {
		t.Fatal(err)
	}
	states, automata := 0, map[*Automaton]bool{}
	for _, e := range s.Elements() {
		if e.Type == nil {
			t.Errorf("%s has no type", e.Name)
			continue
		}
		if !automata[e.Type.Content] {
			automata[e.Type.Content] = true
			states += e.Type.Content.States()
		}
	}
	t.Logf("%d elements, %d types, %d automata, %d states, %d symbols", len(s.Elements()), len(s.Types()), len(automata), states, s.NumSymbols())
}

func BenchmarkCompileAKN(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parseGrammar("akn.grammar", aknGrammar); err != nil {
			b.Fatal(err)
		}
	}
}
