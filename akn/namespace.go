package akn

import (
	"iter"

	"github.com/beevik/etree"
)

// Namespace is the namespace of Akoma Ntoso 3.0.
const Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

const (
	xmlNamespace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsNamespace = "http://www.w3.org/2000/xmlns/"
)

// Local returns the local name of e if e is an element of [Namespace], else
// "". An unprefixed element of a fragment that is not yet part of a document,
// and in which no default namespace is declared, counts as Akoma Ntoso: that
// is what it becomes where it is put in.
func Local(e *etree.Element) string {
	if e == nil || e.Tag == "" {
		return ""
	}
	for s := e; s != nil; s = s.Parent() {
		for i := range s.Attr {
			a := &s.Attr[i]
			if declares(a, e.Space) {
				return nameIf(e, a.Value == Namespace)
			}
		}
		if s.Parent() == nil {
			return nameIf(e, e.Space == "" && s.Tag != "")
		}
	}
	return ""
}

func nameIf(e *etree.Element, akn bool) string {
	if akn {
		return e.Tag
	}
	return ""
}

// declares reports whether a is the declaration of prefix ("" for the default
// namespace).
func declares(a *etree.Attr, prefix string) bool {
	if prefix == "" {
		return a.Key == "xmlns" && a.Space == ""
	}
	return a.Space == "xmlns" && a.Key == prefix
}

// Is reports whether e is an Akoma Ntoso element with one of the names.
func Is(e *etree.Element, names ...string) bool {
	if e == nil || !contains(names, e.Tag) {
		return false
	}
	return Local(e) != ""
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// Attr returns the value of the attribute of e that has the name and no
// namespace, or "".
func Attr(e *etree.Element, name string) string {
	v, _ := LookupAttr(e, name)
	return v
}

// LookupAttr is [Attr], and reports whether the attribute is there.
func LookupAttr(e *etree.Element, name string) (value string, ok bool) {
	if e == nil {
		return "", false
	}
	for i := range e.Attr {
		if a := &e.Attr[i]; a.Space == "" && a.Key == name {
			return a.Value, true
		}
	}
	return "", false
}

// SetAttr sets the attribute of e that has the name and no namespace. An
// empty value removes it. It does nothing where e is nil.
func SetAttr(e *etree.Element, name, value string) {
	switch {
	case e == nil:
	case value == "":
		e.RemoveAttr(name)
	default:
		e.CreateAttr(name, value)
	}
}

// Children returns the Akoma Ntoso child elements of e, only those with one of
// the names if names are given.
func Children(e *etree.Element, names ...string) []*etree.Element {
	if e == nil {
		return nil
	}
	var found []*etree.Element
	for _, t := range e.Child {
		if c, ok := t.(*etree.Element); ok && matches(c, names) {
			found = append(found, c)
		}
	}
	return found
}

func matches(e *etree.Element, names []string) bool {
	if len(names) == 0 {
		return Local(e) != ""
	}
	return Is(e, names...)
}

// First follows the path of names from e, taking the first child of each
// name, and returns the element it ends at, or nil.
func First(e *etree.Element, path ...string) *etree.Element {
	for _, name := range path {
		if e = firstChild(e, name); e == nil {
			return nil
		}
	}
	return e
}

func firstChild(e *etree.Element, name string) *etree.Element {
	if e == nil {
		return nil
	}
	for _, t := range e.Child {
		if c, ok := t.(*etree.Element); ok && c.Tag == name && Local(c) != "" {
			return c
		}
	}
	return nil
}

// Up returns the nearest ancestor of e, or e itself, that is an Akoma Ntoso
// element with one of the names, or nil.
func Up(e *etree.Element, names ...string) *etree.Element {
	for ; e != nil; e = e.Parent() {
		if Is(e, names...) {
			return e
		}
	}
	return nil
}

// All returns e and all elements below it, of any namespace, in document
// order. The tree may be changed below the element last given, not above or
// beside it.
func All(e *etree.Element) iter.Seq[*etree.Element] {
	return func(yield func(*etree.Element) bool) {
		for x := range Walk(e) {
			if !yield(x) {
				return
			}
		}
	}
}

// Find returns the Akoma Ntoso elements with one of the names at or below e,
// in document order.
func Find(e *etree.Element, names ...string) iter.Seq[*etree.Element] {
	return func(yield func(*etree.Element) bool) {
		for x, local := range Walk(e) {
			if local != "" && contains(names, local) && !yield(x) {
				return
			}
		}
	}
}

// Walk is [All] with the answer of [Local] for each element. It keeps the
// namespaces in scope as it goes, so that a walk costs time in proportion to
// the tree, however deep the tree.
func Walk(e *etree.Element) iter.Seq2[*etree.Element, string] {
	return func(yield func(*etree.Element, string) bool) {
		if e == nil {
			return
		}
		newWalker(e).walk(e, yield)
	}
}

// frame is an element that a walk is inside of.
type frame struct {
	e    *etree.Element
	next int // index of the child to look at next
	mark int // what to undo when the walk leaves the element
}

type walker struct {
	stack []frame
	scope scope
}

func newWalker(e *etree.Element) *walker {
	w := &walker{}
	var above []*etree.Element
	for p := e.Parent(); p != nil; p = p.Parent() {
		above = append(above, p)
	}
	for i := len(above) - 1; i >= 0; i-- {
		w.scope.enter(above[i])
	}
	return w
}

func (w *walker) walk(e *etree.Element, yield func(*etree.Element, string) bool) {
	if !w.enter(e, yield) {
		return
	}
	for len(w.stack) > 0 {
		c := w.nextChild()
		if c == nil {
			w.leave()
		} else if !w.enter(c, yield) {
			return
		}
	}
}

// nextChild returns the next child element of the innermost frame, nil at its end.
func (w *walker) nextChild() *etree.Element {
	top := &w.stack[len(w.stack)-1]
	for top.next < len(top.e.Child) {
		t := top.e.Child[top.next]
		top.next++
		if c, ok := t.(*etree.Element); ok {
			return c
		}
	}
	return nil
}

func (w *walker) enter(e *etree.Element, yield func(*etree.Element, string) bool) bool {
	mark := w.scope.enter(e)
	if !yield(e, w.scope.local(e)) {
		return false
	}
	w.stack = append(w.stack, frame{e: e, mark: mark})
	return true
}

func (w *walker) leave() {
	last := len(w.stack) - 1
	w.scope.leave(w.stack[last].mark)
	w.stack = w.stack[:last]
}

// scope says which prefixes ("" is the default namespace) stand for
// [Namespace] at one place of a walk, and how to go back to the place before.
type scope struct {
	prefixes map[string]binding
	undo     []undo
}

// binding is what a prefix stands for; its zero value is an undeclared prefix.
type binding uint8

const (
	undeclared binding = iota
	foreign
	aknBinding
)

type undo struct {
	prefix string
	was    binding
}

// enter takes in the declarations of e and returns the mark to leave it with.
func (s *scope) enter(e *etree.Element) (mark int) {
	mark = len(s.undo)
	if e.Tag == "" {
		s.bind("", foreign)
	}
	for i := range e.Attr {
		a := &e.Attr[i]
		switch {
		case a.Space == "xmlns":
			s.bind(a.Key, bindingOf(a.Value))
		case a.Space == "" && a.Key == "xmlns":
			s.bind("", bindingOf(a.Value))
		}
	}
	return mark
}

func bindingOf(namespace string) binding {
	if namespace == Namespace {
		return aknBinding
	}
	return foreign
}

func (s *scope) bind(prefix string, b binding) {
	if s.prefixes == nil {
		s.prefixes = map[string]binding{}
	}
	s.undo = append(s.undo, undo{prefix, s.prefixes[prefix]})
	s.prefixes[prefix] = b
}

func (s *scope) leave(mark int) {
	for i := len(s.undo) - 1; i >= mark; i-- {
		s.prefixes[s.undo[i].prefix] = s.undo[i].was
	}
	s.undo = s.undo[:mark]
}

func (s *scope) local(e *etree.Element) string {
	b := s.prefixes[e.Space]
	return nameIf(e, b == aknBinding || (b == undeclared && e.Space == ""))
}
