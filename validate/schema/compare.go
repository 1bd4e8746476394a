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

// String says where the schemas differ, and in what.
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
		all = append(all, p.text(Step.text))
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

// text writes a path, with a function for the name tests.
func (p Path) text(step func(Step) string) string {
	var s []string
	for _, t := range p.Steps {
		s = append(s, step(t))
	}
	if p.Attr != nil {
		s = append(s, "@"+step(*p.Attr))
	}
	text := strings.Join(s, "/")
	if text == "" {
		text = "."
	}
	if p.Descend {
		text = ".//" + text
	}
	return text
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
