package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// small compiles a grammar of one-letter elements whose root r holds the given content.
func small(t testing.TB, content string) *Schema {
	t.Helper()
	src := "namespace urn:t\nelement r = " + content + "\nelement a b c d e =\n"
	s, err := parseGrammar("small", src)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// walk steps through children, and says whether each could stand.
func walk(s *Schema, children string) (*Automaton, State) {
	a := s.Root("urn:t", "r").Type.Content
	st := a.Start()
	for _, c := range children {
		st, _, _, _ = a.Step(st, []byte("urn:t"), []byte(string(c)))
	}
	return a, st
}

func locals(names []Name) string {
	var s strings.Builder
	for _, n := range names {
		s.WriteString(n.Local)
	}
	return s.String()
}

func TestAutomata(t *testing.T) {
	for _, c := range []struct {
		content  string
		states   int
		yes, not []string
	}{
		{"a", 2, []string{"a"}, []string{"", "b", "aa"}},
		{"(a?, b*)", 2, []string{"", "a", "ab", "bb"}, []string{"ba", "aa"}},
		{"(a, b)+", 3, []string{"ab", "abab"}, []string{"", "a", "aba"}},
		{"(a | b)*", 1, []string{"", "ab", "ba"}, []string{"c"}},
		{"(a?, a?)", 3, []string{"", "a", "aa"}, []string{"aaa"}},
		{"((a, b) | (a, c))", 3, []string{"ab", "ac"}, []string{"a", "abc"}},
		{"(a*, a)", 2, []string{"a", "aaa"}, []string{""}},
		{"(a? | b?)*", 1, []string{"", "aab"}, []string{"c"}},
	} {
		s := small(t, c.content)
		a, _ := walk(s, "")
		if a.States() != c.states {
			t.Errorf("%s has %d states, want %d", c.content, a.States(), c.states)
		}
		for i, w := range append(append([]string(nil), c.yes...), c.not...) {
			if _, st := walk(s, w); a.Accepting(st) != (i < len(c.yes)) {
				t.Errorf("%s accepts %q: %t", c.content, w, a.Accepting(st))
			}
		}
	}
}

// Random content models agree with Go's regular expressions on random words.
func TestAutomataAgainstRegexp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := genContent(t, 3)
		s, err := parseGrammar("small", "namespace urn:t\nelement r = "+content+"\nelement a b c =\n")
		if err != nil {
			t.Fatal(err)
		}
		re := regexp.MustCompile("^(?:" + strings.NewReplacer(", ", "", " | ", "|", "(", "(?:").Replace(content) + ")$")
		for range 20 {
			word := rapid.StringMatching("[abc]{0,6}").Draw(t, "word")
			a, st := walk(s, word)
			if a.Accepting(st) != re.MatchString(word) {
				t.Fatalf("%s accepts %q: %t", content, word, a.Accepting(st))
			}
			checkRecovery(t, a, st)
		}
	})
}

func genContent(t *rapid.T, depth int) string {
	occurs := rapid.SampledFrom([]string{"", "?", "*", "+"}).Draw(t, "occurs")
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name") + occurs
	}
	sep := rapid.SampledFrom([]string{", ", " | "}).Draw(t, "sep")
	var items []string
	for range rapid.IntRange(1, 3).Draw(t, "items") {
		items = append(items, genContent(t, depth-1))
	}
	return "(" + strings.Join(items, sep) + ")" + occurs
}

// checkRecovery checks what the automaton says of a state against the automaton itself.
func checkRecovery(t *rapid.T, a *Automaton, st State) {
	if st < 0 {
		return
	}
	step := func(st State, n Name) State {
		next, _, _, _ := a.Step(st, []byte(n.Space), []byte(n.Local))
		return next
	}
	names, _ := a.Expected(st)
	for _, n := range names {
		if step(st, n) < 0 {
			t.Fatalf("%s is expected and may not stand", n)
		}
	}
	missing, ok := a.Finish(st)
	at := st
	for _, n := range missing {
		at = step(at, n)
	}
	if !ok || !a.Accepting(at) {
		t.Fatalf("after %v the content may not end", missing)
	}
	for _, e := range a.elems {
		missing, after, ok := a.Reach(st, e.Symbol)
		if !ok {
			continue
		}
		at := st
		for _, n := range append(missing, e.Name) {
			at = step(at, n)
		}
		if at != after || at < 0 {
			t.Fatalf("Reach leads to %d by %v, not %d", at, missing, after)
		}
	}
}

func TestRecovery(t *testing.T) {
	s := small(t, "a, (b | c), d?, e+")
	sym := func(n string) Symbol { return s.Symbol([]byte("urn:t"), []byte(n)) }
	for _, c := range []struct{ before, child, missing string }{
		{"", "a", ""}, {"", "b", "a"}, {"", "d", "ab"}, {"", "e", "ab"}, {"ab", "e", ""}, {"ac", "d", ""}, {"a", "d", "b"},
		{"abe", "d", "-"}, {"abd", "b", "-"}, {"ab", "r", "-"},
	} {
		a, st := walk(s, c.before)
		missing, _, ok := a.Reach(st, sym(c.child))
		if got := locals(missing); ok != (c.missing != "-") || ok && got != c.missing {
			t.Errorf("after %q, before %s is missing %q (%t), want %q", c.before, c.child, got, ok, c.missing)
		}
	}
	for before, want := range map[string]string{"": "abe", "a": "be", "ab": "e", "abd": "e", "abe": ""} {
		a, st := walk(s, before)
		missing, ok := a.Finish(st)
		if !ok || locals(missing) != want {
			t.Errorf("after %q the end lacks %q, want %q", before, locals(missing), want)
		}
	}
	a, st := walk(s, "ab")
	names, wilds := a.Expected(st)
	if locals(names) != "de" || wilds != nil {
		t.Errorf("expected %v and %v", names, wilds)
	}
	if a.Element(sym("b")) == nil || a.Element(sym("r")) != nil {
		t.Error("b is part of the content model, r is not")
	}
}

func TestExpectedIsInSchemaOrder(t *testing.T) {
	a := AKN().Root(AKNNamespace, "statement").Type.Content
	st, _, _, _ := a.Step(a.Start(), []byte(AKNNamespace), []byte("meta"))
	names, _ := a.Expected(st)
	if got := fmt.Sprint(locals(names)); got != "coverPageprefacepreamblemainBody" {
		t.Error(got)
	}
}

// The automata cannot be smaller: from any two states some word tells them apart.
func TestAutomataAreMinimal(t *testing.T) {
	c := &comparison{a: AKN(), b: AKN(), seen: map[[2]*Type]bool{}}
	for _, e := range AKN().Elements() {
		a := e.Type.Content
		for p := range a.States() {
			for q := range p {
				x, y := a.from(State(p)), a.from(State(q))
				if _, _, differ := c.distinguish("", x, y); !differ {
					t.Errorf("%s: states %d and %d are one", e.Name.Local, p, q)
				}
			}
		}
	}
}

// from returns the automaton with another start.
func (a *Automaton) from(st State) *Automaton {
	b := *a
	b.next = slices.Clone(a.next)
	b.accept = slices.Clone(a.accept)
	swap := func(s State) State {
		switch s {
		case 0:
			return st
		case st:
			return 0
		}
		return s
	}
	for s := range a.States() {
		b.accept[swap(State(s))] = a.accept[s]
		for col := range a.width {
			b.next[int(swap(State(s)))*a.width+col] = swap(a.next[s*a.width+col])
		}
	}
	return &b
}

// Steps, attributes and values cost no memory.
func TestNoAllocations(t *testing.T) {
	s := AKN()
	space, p, b := []byte(AKNNamespace), []byte("p"), []byte("b")
	eID, id, date, refs, href := []byte("eId"), []byte("para_1__content"), []byte("2024-02-29T12:00:00Z"), []byte("#a #b #c"), []byte("/akn/un#x")
	allocs := testing.AllocsPerRun(100, func() {
		e := s.RootBytes(space, p)
		names := s.Names(space)
		st, child, _, ok := e.Type.Content.StepSymbol(e.Type.Content.Start(), names.Symbol(b), space)
		a := e.Type.Attr(nil, eID)
		link := s.Root(AKNNamespace, "ref").Type.Attr(nil, []byte("href"))
		day := s.Root(AKNNamespace, "date").Type.Attr(nil, []byte("date"))
		about := e.Type.Attr(nil, []byte("refersTo"))
		if !ok || child == nil || !e.Type.Content.Accepting(st) || a.Type.Check(id) != nil || link.Type.Check(href) != nil ||
			day.Type.Check(date) != nil || about.Type.Check(refs) != nil || !e.Type.AnyAttr.Allows([]byte("urn:x")) {
			t.Fatal("a valid document is refused")
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func BenchmarkStep(b *testing.B) {
	s := AKN()
	e := s.Root(AKNNamespace, "p")
	space, local := []byte(AKNNamespace), []byte("authorialNote")
	names := s.Names(space)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, _, ok := e.Type.Content.StepSymbol(0, names.Symbol(local), space); !ok {
			b.Fatal("refused")
		}
	}
}

func BenchmarkCheckID(b *testing.B) {
	t := AKN().Root(AKNNamespace, "p").Type.Attr(nil, []byte("eId")).Type
	v := []byte("part_II__sec_3__para_12__list_1__point_a")
	b.ReportAllocs()
	for b.Loop() {
		if t.Check(v) != nil {
			b.Fatal("refused")
		}
	}
}
