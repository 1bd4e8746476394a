package schema

import "fmt"

// A builder turns what a grammar or an XSD declares into a Schema.
type builder struct {
	s        *Schema
	all      []*Type // the anonymous ones included
	elements []*Element
	automata map[*particle]*Automaton
	wrapped  map[*SimpleType]*Type
	weights  map[*particle]int
}

func newBuilder() *builder {
	b := &builder{
		s:        &Schema{symbols: newSymbols(), builtins: map[string]*Type{}},
		automata: map[*particle]*Automaton{},
		wrapped:  map[*SimpleType]*Type{},
		weights:  map[*particle]int{},
	}
	any := &Wildcard{Process: Lax, not: true}
	anyType := &Type{
		Name: Name{XSDNamespace, "anyType"}, Kind: ContentMixed, Mixed: true, AnyAttr: any, derivation: byRestriction,
		model: &particle{kind: wildcardParticle, min: 0, max: unbounded, wildcard: any},
	}
	b.s.builtins["anyType"] = anyType
	b.all = append(b.all, anyType)
	for _, row := range builtinTable() {
		b.s.builtins[row.name] = b.wrap(builtinTypes()[row.name])
	}
	return b
}

// wrap dresses a simple type as the type of an element.
func (b *builder) wrap(st *SimpleType) *Type {
	t := b.wrapped[st]
	if t == nil {
		t = &Type{Name: st.Name, Base: b.s.builtins["anyType"], Kind: ContentSimple, Simple: st, final: st.final}
		b.wrapped[st] = t
		b.all = append(b.all, t)
	}
	return t
}

// extend gives a type the content and the attributes of its base, and then its own (XSD 1.0 part 1, section 3.4.2).
func (b *builder) extend(t *Type, own *particle, attrs []Attr, any *Wildcard) {
	base := t.Base
	t.own = own
	switch {
	case own.isEmpty() && !t.Mixed || own.isEmpty() && base.Kind == ContentMixed:
		t.Kind, t.Mixed, t.model, t.Simple = base.Kind, base.Mixed, base.model, base.Simple
	case base.model.isEmpty():
		t.model = own
		t.Kind = elementsOrMixed(t.Mixed)
	default:
		t.model = base.model
		if !own.isEmpty() {
			t.model = once(sequenceParticle, base.model, own)
			t.model.place = t.place
		}
		t.Kind = elementsOrMixed(t.Mixed)
	}
	t.Attrs = append(append([]Attr(nil), base.Attrs...), attrs...)
	t.AnyAttr = unite(base.AnyAttr, any)
}

// define gives a type that starts from nothing, or restricts another, its content and attributes.
func (b *builder) define(t *Type, own *particle, attrs []Attr, any *Wildcard) {
	t.own = own
	t.Attrs, t.AnyAttr = attrs, any
	switch {
	case !own.isEmpty() || t.Mixed:
		t.model, t.Kind = own, elementsOrMixed(t.Mixed)
	default:
		t.Kind = ContentEmpty
	}
}

func elementsOrMixed(mixed bool) ContentKind {
	if mixed {
		return ContentMixed
	}
	return ContentElements
}

// finish numbers the names and compiles the content models.
func (b *builder) finish() (*Schema, error) {
	for _, e := range b.elements {
		e.Symbol = b.s.symbols.intern(e.Name)
		b.constraints(e)
	}
	for _, a := range b.s.attrs {
		a.Symbol = b.s.symbols.intern(a.Name)
	}
	for _, t := range b.all {
		if t.Name.Local != "" {
			b.s.symbols.intern(t.Name)
		}
		for i := range t.Attrs {
			t.Attrs[i].Symbol = b.s.symbols.intern(t.Attrs[i].Name)
			t.Attrs[i].Index = i
		}
	}
	for _, t := range b.all {
		if err := b.compile(t); err != nil {
			return nil, err
		}
	}
	b.globals()
	for _, names := range b.s.symbols.spaces {
		names.seal()
	}
	return b.s, nil
}

func (b *builder) compile(t *Type) error {
	a := b.automata[t.model]
	if a == nil {
		if t.model.weight(b.weights) > maxNodes {
			return &ContentError{t.place.file, t.place.line, fmt.Sprintf("the content model, with every group spelled out, has more than %d parts", maxNodes)}
		}
		var err error
		if a, err = compile(t.model, b.s.symbols); err != nil {
			return err
		}
		b.automata[t.model] = a
	}
	t.Content, t.s = a, b.s
	for i := range t.Attrs {
		if t.Attrs[i].Required {
			t.required = append(t.required, i)
		}
	}
	t.attrAt = attrIndex(t.Attrs)
	return nil
}

func attrIndex(attrs []Attr) []uint16 {
	var last Symbol
	for i := range attrs {
		last = max(last, attrs[i].Symbol)
	}
	at := make([]uint16, last+1)
	for i := range attrs {
		at[attrs[i].Symbol] = uint16(i + 1)
	}
	return at
}

// constraints looks up the names that the paths of an element's identity constraints test.
func (b *builder) constraints(e *Element) {
	symbol := func(s *Step) {
		if !s.AnyName && s.Name.Local != "*" {
			s.Symbol = b.s.symbols.intern(s.Name)
		}
	}
	for _, c := range e.Constraints {
		paths := append([][]Path{c.Selector}, c.Fields...)
		for _, alternatives := range paths {
			for i := range alternatives {
				for j := range alternatives[i].Steps {
					symbol(&alternatives[i].Steps[j])
				}
				if a := alternatives[i].Attr; a != nil {
					symbol(a)
				}
			}
		}
	}
}

// globals fills the table of what each name declares.
func (b *builder) globals() {
	s := b.s
	s.bySymbol = make([]globals, len(s.symbols.names))
	for _, e := range s.elements {
		s.bySymbol[e.Symbol].element = e
	}
	for _, a := range s.attrs {
		s.bySymbol[a.Symbol].attr = a
	}
	for _, t := range s.types {
		s.bySymbol[s.symbols.intern(t.Name)].typ = t
	}
	for _, st := range s.simples {
		s.bySymbol[s.symbols.intern(st.Name)].typ = b.wrapped[st]
	}
}

// unite is the wildcard of an extension: what the base's or the extension's own lets in (XSD 1.0 part 1, section 3.10.6).
func unite(base, own *Wildcard) *Wildcard {
	switch {
	case base == nil:
		return own
	case own == nil, base.equal(own):
		return base
	}
	w := &Wildcard{Process: own.Process}
	switch {
	case base.not && own.not:
		w.not, w.spaces = true, both(base.spaces, own.spaces)
	case base.not:
		w.not, w.spaces = true, without(base.spaces, own.spaces)
	case own.not:
		w.not, w.spaces = true, without(own.spaces, base.spaces)
	default:
		w.spaces = sortedSet(append(append([]string(nil), base.spaces...), own.spaces...))
	}
	return w
}

// intersect is the wildcard of several attribute groups in one type: what all let in; the first says how it is processed.
func intersect(a, b *Wildcard) *Wildcard {
	switch {
	case a == nil:
		return b
	case b == nil, a.equal(b):
		return a
	}
	w := &Wildcard{Process: a.Process}
	switch {
	case a.not && b.not:
		w.not, w.spaces = true, sortedSet(append(append([]string(nil), a.spaces...), b.spaces...))
	case a.not:
		w.spaces = without(b.spaces, a.spaces)
	case b.not:
		w.spaces = without(a.spaces, b.spaces)
	default:
		w.spaces = both(a.spaces, b.spaces)
	}
	return w
}
