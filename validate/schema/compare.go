package schema

import (
	"fmt"
	"slices"
	"strings"
)

// A Difference is a point on which two schemas do not agree.
type Difference struct {
	Where string // such as "element ref, attribute href"
	What  string // such as "required in one schema only"
}

func (d Difference) String() string { return d.Where + ": " + d.What }

// Compare lists the differences of two schemas: their global elements and attributes, and for each type that can be
// reached from them the language of its content model, its attributes, the value spaces of its simple types, its value constraints and
// identity constraints, and the names by which xsi:type can call it. How either is written is of no account, nor are the
// names of groups, of identity constraints and of anonymous types. The list is empty exactly if the same documents are
// valid, but for three things taken as written: wildcards, the sets of bounds of numbers and dates, and the paths of
// identity constraints.
func Compare(a, b *Schema) []Difference {
	c := &comparison{a: a, b: b, seen: map[[2]*Type]bool{}}
	if a.target != b.target {
		c.add("target namespace", "%q and %q", a.target, b.target)
	}
	pairs(c, "element", a.elements, b.elements, func(e *Element) Name { return e.Name }, c.elements)
	pairs(c, "global attribute", a.attrs, b.attrs, func(x *Attr) Name { return x.Name }, c.attribute)
	pairs(c, "type", a.types, b.types, func(t *Type) Name { return t.Name }, c.types)
	pairs(c, "simple type", a.simples, b.simples, func(t *SimpleType) Name { return t.Name }, c.values)
	for len(c.queue) > 0 {
		next := c.queue[0]
		c.queue = c.queue[1:]
		next()
	}
	return c.found
}

type comparison struct {
	a, b  *Schema
	seen  map[[2]*Type]bool
	queue []func()
	found []Difference
}

func (c *comparison) add(where, format string, args ...any) {
	c.found = append(c.found, Difference{where, fmt.Sprintf(format, args...)})
}

// pairs matches the things of two lists by name and compares those that both have.
func pairs[T any](c *comparison, what string, a, b []T, name func(T) Name, compare func(where string, x, y T)) {
	inB := map[Name]T{}
	for _, y := range b {
		inB[name(y)] = y
	}
	inA := map[Name]bool{}
	for _, x := range a {
		inA[name(x)] = true
		where := what + " " + c.short(name(x))
		if y, ok := inB[name(x)]; ok {
			compare(where, x, y)
		} else {
			c.add(where, "only in the first schema")
		}
	}
	for _, y := range b {
		if !inA[name(y)] {
			c.add(what+" "+c.short(name(y)), "only in the second schema")
		}
	}
}

// short leaves the target namespace out.
func (c *comparison) short(n Name) string {
	if n.Space == c.a.target || n.Space == c.b.target {
		return n.Local
	}
	return n.String()
}

func (c *comparison) elements(where string, x, y *Element) {
	if x.Abstract != y.Abstract || x.Nillable != y.Nillable {
		c.add(where, "abstract or nillable in one schema only")
	}
	if x.block != y.block {
		c.add(where, "different types may not take its place")
	}
	c.valueConstraint(where, "default", x.Default, y.Default)
	c.valueConstraint(where, "fixed value", x.Fixed, y.Fixed)
	c.constraints(where, x.Constraints, y.Constraints)
	c.types(where, x.Type, y.Type)
}

func (c *comparison) valueConstraint(where, what string, x, y *string) {
	switch {
	case x == nil && y == nil:
	case x == nil || y == nil:
		c.add(where, "a %s in one schema only", what)
	case *x != *y:
		c.add(where, "the %s is %q and %q", what, *x, *y)
	}
}

// constraints compares sets of identity constraints, their names apart.
func (c *comparison) constraints(where string, x, y []*Constraint) {
	text := func(list []*Constraint) []string {
		var all []string
		for _, k := range list {
			all = append(all, k.text())
		}
		return sortedSet(all)
	}
	p, q := text(x), text(y)
	for _, k := range without(p, q) {
		c.add(where, "only in the first schema: %s", k)
	}
	for _, k := range without(q, p) {
		c.add(where, "only in the second schema: %s", k)
	}
}

// text writes a constraint without its name.
func (k *Constraint) text() string {
	var fields []string
	for _, f := range k.Fields {
		fields = append(fields, pathText(f))
	}
	s := fmt.Sprintf("%s %s of %s", k.Kind, strings.Join(fields, ", "), pathText(k.Selector))
	if k.Refer != nil {
		s += " in " + k.Refer.text()
	}
	return s
}

func pathText(paths []Path) string {
	var all []string
	for _, p := range paths {
		var s []string
		for _, step := range p.Steps {
			s = append(s, step.text())
		}
		if p.Attr != nil {
			s = append(s, "@"+p.Attr.text())
		}
		text := strings.Join(s, "/")
		if text == "" {
			text = "."
		}
		if p.Descend {
			text = ".//" + text
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

func (t Step) text() string {
	if t.AnyName {
		return "*"
	}
	return t.Name.String()
}

// types compares two types, once; those of children wait in the queue.
func (c *comparison) types(where string, x, y *Type) {
	if x.Name != y.Name {
		c.add(where, "the type is %s and %s", typeName(x), typeName(y))
	}
	pair := [2]*Type{x, y}
	if c.seen[pair] {
		return
	}
	c.seen[pair] = true
	if x.Kind != y.Kind {
		c.add(where, "the content is %s and %s", x.Kind, y.Kind)
	}
	if x.Abstract != y.Abstract || x.block != y.block {
		c.add(where, "abstract or blocked in one schema only")
	}
	c.ancestry(where, x, y)
	if x.Simple != nil && y.Simple != nil {
		c.values(where, x.Simple, y.Simple)
	}
	c.language(where, x.Content, y.Content)
	pairs(c, where+", attribute", pointers(x.Attrs), pointers(y.Attrs), func(a *Attr) Name { return a.Name }, c.attribute)
	if !x.AnyAttr.equal(y.AnyAttr) {
		c.add(where, "other attributes: %s and %s", wildText(x.AnyAttr), wildText(y.AnyAttr))
	}
}

func typeName(t *Type) string {
	if t.Name.Local == "" {
		return "anonymous"
	}
	return t.Name.Local
}

func pointers(attrs []Attr) []*Attr {
	var all []*Attr
	for i := range attrs {
		all = append(all, &attrs[i])
	}
	return all
}

func wildText(w *Wildcard) string {
	if w == nil {
		return "none"
	}
	return w.String() + " (" + w.Process.String() + ")"
}

// ancestry compares the named types that two types come from, which is what xsi:type sees.
func (c *comparison) ancestry(where string, x, y *Type) {
	p, q := lineage(x), lineage(y)
	if p != q {
		c.add(where, "it comes from %s and %s", p, q)
	}
}

func lineage(t *Type) string {
	var s []string
	for b := t; b.Base != nil; b = b.Base {
		how := "restricts"
		if b.derivation&byExtension != 0 {
			how = "extends"
		}
		s = append(s, how+" "+typeName(b.Base))
	}
	return strings.Join(s, ", which ")
}

func (c *comparison) attribute(where string, x, y *Attr) {
	if x.Required != y.Required {
		c.add(where, "required in one schema only")
	}
	c.valueConstraint(where, "default", x.Default, y.Default)
	c.valueConstraint(where, "fixed value", x.Fixed, y.Fixed)
	c.values(where, x.Type, y.Type)
}

// ---- languages

// language compares two automata and gives the shortest sequence of children that one of them alone accepts.
func (c *comparison) language(where string, x, y *Automaton) {
	word, first, differ := c.distinguish(where, x, y)
	if !differ {
		return
	}
	only := "second"
	if first {
		only = "first"
	}
	if len(word) == 0 {
		word = []string{"nothing"}
	}
	c.add(where, "only the %s schema lets it hold: %s", only, strings.Join(word, ", "))
}

// distinguish walks both automata at once, breadth first. It also matches the declarations of the children.
func (c *comparison) distinguish(where string, x, y *Automaton) (word []string, first, differ bool) {
	type pair struct{ p, q State }
	type hop struct {
		from pair
		by   string
	}
	labels := x.labels(c)
	for _, l := range y.labels(c) {
		if !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	p, q := x.columns(c), y.columns(c)
	came := map[pair]hop{{0, 0}: {}}
	for queue := []pair{{0, 0}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if x.Accepting(at.p) != y.Accepting(at.q) {
			first = x.Accepting(at.p)
			for at != (pair{0, 0}) {
				word = append([]string{came[at].by}, word...)
				at = came[at].from
			}
			return word, first, true
		}
		for _, l := range labels {
			to := pair{x.follow(at.p, p, l), y.follow(at.q, q, l)}
			if _, seen := came[to]; !seen {
				came[to] = hop{at, l}
				queue = append(queue, to)
			}
			if to.p >= 0 && to.q >= 0 {
				c.children(where, x, y, p[l], q[l])
			}
		}
	}
	return nil, false, false
}

// labels names the columns.
func (a *Automaton) labels(c *comparison) []string {
	var all []string
	for _, e := range a.elems {
		all = append(all, c.short(e.Name))
	}
	for _, w := range a.wilds {
		all = append(all, "an element of "+wildText(w))
	}
	return all
}

func (a *Automaton) columns(c *comparison) map[string]int {
	index := map[string]int{}
	for i, l := range a.labels(c) {
		index[l] = i
	}
	return index
}

func (a *Automaton) follow(st State, cols map[string]int, label string) State {
	col, ok := cols[label]
	if !ok || st < 0 {
		return Dead
	}
	return a.next[int(st)*a.width+col]
}

// children compares the declarations of a child: both global, or both local and alike.
func (c *comparison) children(where string, x, y *Automaton, p, q int) {
	if p >= len(x.elems) || q >= len(y.elems) {
		return
	}
	e, f := x.elems[p], y.elems[q]
	if c.seen[[2]*Type{e.Type, f.Type}] {
		return
	}
	where += ", child " + c.short(e.Name)
	if e.Global != f.Global {
		c.add(where, "declared globally in one schema only")
	}
	if !e.Global {
		c.queue = append(c.queue, func() { c.elements(where, e, f) })
	}
}

// ---- value spaces

func (c *comparison) values(where string, x, y *SimpleType) {
	if x.IDRole() != y.IDRole() {
		c.add(where, "an id or a reference to one in one schema only")
	}
	if what := differentValues(x, y); what != "" {
		c.add(where, "the values are %s", what)
	}
}

// differentValues says how two value spaces differ, empty if they do not.
func differentValues(x, y *SimpleType) string {
	if x == y {
		return ""
	}
	differ := func(format string, p, q any) string { return fmt.Sprintf(format+" and "+format, p, q) }
	switch {
	case x.Variety != y.Variety:
		return x.Describe() + " and " + y.Describe()
	case x.Variety == Atomic && x.nearestBuiltin() != y.nearestBuiltin():
		return differ("%s", x.nearestBuiltin().Name.Local, y.nearestBuiltin().Name.Local)
	case x.White != y.White:
		return differ("white space %d", x.White, y.White)
	case len(x.Members) != len(y.Members):
		return differ("a union of %d", len(x.Members), len(y.Members))
	}
	if x.Variety == List {
		if what := differentValues(x.Item, y.Item); what != "" {
			return "lists whose items are " + what
		}
	}
	for i := range x.Members {
		if what := differentValues(x.Members[i], y.Members[i]); what != "" {
			return fmt.Sprintf("unions whose member %d is %s", i+1, what)
		}
	}
	return differentFacets(&x.facets, &y.facets)
}

func (t *SimpleType) nearestBuiltin() *SimpleType {
	for !t.builtin {
		t = t.Base
	}
	return t
}

func differentFacets(f, g *facets) string {
	p, q := sortedSet(slices.Clone(f.enumKeys)), sortedSet(slices.Clone(g.enumKeys))
	switch {
	case (f.enum == nil) != (g.enum == nil):
		return "listed in one schema only"
	case len(without(p, q)) > 0:
		return "different: only the first schema has " + list(quoted(without(p, q)), "and")
	case len(without(q, p)) > 0:
		return "different: only the second schema has " + list(quoted(without(q, p)), "and")
	}
	if a, b := f.boundsText(), g.boundsText(); a != b {
		return fmt.Sprintf("bound by %s and %s", a, b)
	}
	if s, ok := distinguishPatterns(f.patterns, g.patterns); ok {
		return fmt.Sprintf("different: only one schema has %q", s)
	}
	return ""
}

// boundsText writes the bounds in a fixed order, without patterns.
func (f *facets) boundsText() string {
	g := *f
	g.patterns = nil
	g.bounds = slices.Clone(f.bounds)
	slices.SortFunc(g.bounds, func(a, b bound) int {
		return strings.Compare(a.kind+string(a.value), b.kind+string(b.value))
	})
	g.bounds = slices.CompactFunc(g.bounds, func(a, b bound) bool { return a.kind == b.kind && string(a.value) == string(b.value) })
	return "(" + g.words() + ")"
}

// maxPatternStates bounds the comparison of patterns; beyond it two patterns count as different.
const maxPatternStates = 100_000

// distinguishPatterns finds the shortest string on which two sets of patterns differ, by running all of them at once.
func distinguishPatterns(x, y [][]*pattern) (string, bool) {
	var all []*pattern
	for _, row := range append(slices.Clone(x), y...) {
		all = append(all, row...)
	}
	var letters []rune
	for _, p := range all {
		letters = append(letters, p.starts...)
	}
	slices.Sort(letters)
	letters = slices.Compact(letters)
	type entry struct {
		states []State
		word   string
	}
	seen := map[string]bool{}
	for queue := []entry{{states: make([]State, len(all))}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if accepts(x, at.states) != accepts(y, at.states[count(x):]) {
			return at.word, true
		}
		for _, r := range letters {
			next := entry{make([]State, len(all)), at.word + string(r)}
			key := ""
			for i, p := range all {
				next.states[i] = p.step(at.states[i], r)
				key += string(rune(next.states[i] + 1))
			}
			if len(seen) > maxPatternStates {
				return at.word, true
			}
			if !seen[key] {
				seen[key] = true
				queue = append(queue, next)
			}
		}
	}
	return "", false
}

func count(rows [][]*pattern) int {
	n := 0
	for _, row := range rows {
		n += len(row)
	}
	return n
}

// accepts says whether states, one for each pattern, accept by all rows.
func accepts(rows [][]*pattern, states []State) bool {
	i := 0
	for _, row := range rows {
		any := false
		for _, p := range row {
			any = any || states[i] >= 0 && p.table.accept[states[i]]
			i++
		}
		if !any {
			return false
		}
	}
	return true
}
