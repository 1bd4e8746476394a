package schema

import (
	"strings"
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

// A schema is safe for concurrent use; the race detector judges.
func TestConcurrentUse(t *testing.T) {
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			s := AKN()
			for _, e := range s.Elements()[:60] {
				if s.Describe(e) == "" {
					t.Error(e.Name)
				}
				for _, a := range e.Type.Attrs {
					a.Type.Check([]byte("2024-13-01"))
				}
				e.Type.Content.Reach(0, e.Symbol)
			}
			if err := valid(s, "<p xmlns='"+AKNNamespace+"' eId='a'>x<b/></p>"); err != nil {
				t.Error(err)
			}
		})
	}
}

// Nothing in the grammar stands idle, and every name means one thing.
func TestGrammarUsesWhatItDeclares(t *testing.T) {
	used := map[string]int{}
	var declared []string
	for _, line := range strings.Split(aknGrammar, "\n") {
		tokens, _ := tokenize(line)
		if len(tokens) == 0 || line[0] == '#' {
			continue
		}
		if line[0] != ' ' {
			prefix := map[string]string{"value": "", "attributes": "@", "group": "%", "type": ""}[tokens[0]]
			for i := 1; i < len(tokens) && tokens[i] != "=" && tokens[i] != ":"; i++ {
				if tokens[0] == "value" || tokens[0] == "attributes" || tokens[0] == "group" || tokens[0] == "type" {
					declared = append(declared, prefix+tokens[i])
					used[prefix+tokens[i]]--
				}
			}
		}
		for i, w := range tokens {
			used[w]++
			if i > 0 && (tokens[i-1] == "@" || tokens[i-1] == "%") {
				used[tokens[i-1]+w]++
			}
		}
	}
	for _, name := range declared {
		if strings.ContainsAny(name[:1], "@%") {
			used[name]++ // its declaration has no sign
		}
		if used[name] < 1 {
			t.Errorf("%s is declared and not used", name)
		}
	}
}
