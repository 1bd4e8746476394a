package xmlscan

import "bytes"

// The namespaces that are bound without a declaration.
const (
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsSpace = "http://www.w3.org/2000/xmlns/"
)

// maxBindings bounds the namespace declarations in force at once, for each name with a prefix is looked up among them.
// Documents have a handful.
const maxBindings = 1024

// binding is a namespace declaration in force.
type binding struct {
	prefix, space span
}

func (s *Scanner) keep(b []byte) span {
	start := len(s.arena)
	s.arena = append(s.arena, b...)
	return span{start, len(s.arena)}
}

// at is a piece of the arena; it is valid until the arena grows or shrinks.
func (s *Scanner) at(p span) []byte { return s.arena[p.start:p.end:p.end] }

// declarations takes the namespace declarations out of Attrs and puts them in force.
func (s *Scanner) declarations() error {
	n, from := 0, len(s.bindings)
	for i := range s.Attrs {
		a := &s.Attrs[i]
		if !bytes.HasPrefix(a.Raw, []byte("xmlns")) || len(a.Raw) > len("xmlns") && a.prefix != len("xmlns:") {
			if n != i {
				s.Attrs[n] = *a
			}
			n++
			continue
		}
		if err := s.declare(a, from); err != nil {
			return err
		}
	}
	s.Attrs = s.Attrs[:n]
	return nil
}

// declare puts one declaration in force. The bindings from an index on are of the same tag.
func (s *Scanner) declare(a *Attr, from int) error {
	prefix := a.Raw[len("xmlns"):]
	if a.prefix > 0 {
		prefix = a.Local()
	}
	at := int(a.NameOffset - s.base)
	if err := s.checkDeclaration(at, prefix, a); err != nil {
		return err
	}
	for _, b := range s.bindings[from:] {
		if bytes.Equal(s.at(b.prefix), prefix) {
			return s.fail(Malformed, at, "the attribute %s stands twice in one tag", quote(a.Raw))
		}
	}
	if len(s.bindings) >= maxBindings {
		return s.overLimit(at, "Namespaces", maxBindings, "too many namespace declarations are in force")
	}
	s.bindings = append(s.bindings, binding{s.keep(prefix), s.keep(a.Value)})
	return nil
}

// checkDeclaration applies the constraints of Namespaces in XML 1.0, sections 3 and 5.
func (s *Scanner) checkDeclaration(at int, prefix []byte, a *Attr) error {
	value := string(a.Value) //nolint:unconvert // compared only, not kept
	switch {
	case string(prefix) == "xmlns":
		return s.fail(Namespaces, at, "the prefix xmlns must not be declared")
	case string(prefix) == "xml" && value != xmlSpace:
		return s.fail(Namespaces, at, "the prefix xml must not be bound to %s", quote(a.Value))
	case string(prefix) != "xml" && value == xmlSpace:
		return s.fail(Namespaces, at, "the namespace %s belongs to the prefix xml alone", quote(a.Value))
	case value == xmlnsSpace:
		return s.fail(Namespaces, at, "the namespace %s must not be declared", quote(a.Value))
	case len(prefix) > 0 && value == "":
		return s.fail(Namespaces, at, "the prefix %s must not be bound to an empty namespace", quote(prefix))
	}
	return nil
}

// resolve finds the namespace of a prefix. The default namespace is for elements.
func (s *Scanner) resolve(prefix []byte, at int, isElement bool) (span, error) {
	if len(prefix) == 0 && !isElement {
		return span{}, nil
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if bytes.Equal(s.at(s.bindings[i].prefix), prefix) {
			return s.bindings[i].space, nil
		}
	}
	switch {
	case len(prefix) == 0:
		return span{}, nil
	case string(prefix) == "xml":
		return s.bindXML(), nil
	case string(prefix) == "xmlns":
		return span{}, s.fail(Namespaces, at, "an element must not have the prefix xmlns")
	}
	return span{}, s.fail(Namespaces, at, "the prefix %s is not declared: xmlns:%s=\"...\" is missing", quote(prefix), prefix[:min(len(prefix), maxQuoted)])
}

// bindXML puts the built-in binding in force for the element being opened, so that its namespace lies in the arena like any other.
func (s *Scanner) bindXML() span {
	b := binding{s.keep([]byte("xml")), s.keep([]byte(xmlSpace))}
	s.bindings = append(s.bindings, b)
	return b.space
}

// fewAttributes is how many are compared pair by pair. Hardly any tag has more.
const fewAttributes = 32

// resolveAttributes gives the attributes their namespaces and refuses two with the same name.
func (s *Scanner) resolveAttributes() error {
	for i := range s.Attrs {
		a := &s.Attrs[i]
		if a.prefix == 0 {
			a.Space = nil
			continue
		}
		space, err := s.resolve(a.Prefix(), int(a.NameOffset-s.base), false)
		if err != nil {
			return err
		}
		a.Space = s.at(space)
	}
	if len(s.Attrs) > fewAttributes {
		return s.distinctMany()
	}
	for i := 1; i < len(s.Attrs); i++ {
		for j := range i {
			if s.Attrs[i].same(&s.Attrs[j]) {
				return s.twice(i, j)
			}
		}
	}
	return nil
}

// same says whether two names are the same, expanded or as written.
func (a *Attr) same(b *Attr) bool {
	return len(a.Raw)-a.prefix == len(b.Raw)-b.prefix && bytes.Equal(a.Local(), b.Local()) && bytes.Equal(a.Space, b.Space)
}

// distinctMany is the test for two equal names in linear time.
func (s *Scanner) distinctMany() error {
	seen := make(map[string]int, len(s.Attrs))
	for i := range s.Attrs {
		a := &s.Attrs[i]
		key := string(a.Local()) + " " + string(a.Space)
		if j, ok := seen[key]; ok {
			return s.twice(i, j)
		}
		seen[key] = i
	}
	return nil
}

func (s *Scanner) twice(i, j int) error {
	a, b := &s.Attrs[i], &s.Attrs[j]
	at := int(a.NameOffset - s.base)
	if bytes.Equal(a.Raw, b.Raw) {
		return s.fail(Malformed, at, "the attribute %s stands twice in one tag", quote(a.Raw))
	}
	return s.fail(Namespaces, at, "the attributes %s and %s are the same: their prefixes are bound to one namespace", quote(b.Raw), quote(a.Raw))
}

// Lookup returns the namespace of a prefix in the scope of the current start tag, as the values of xsi:type and other names need it. The
// empty prefix stands for the default namespace.
func (s *Scanner) Lookup(prefix []byte) (space []byte, ok bool) {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if bytes.Equal(s.at(s.bindings[i].prefix), prefix) {
			return s.at(s.bindings[i].space), true
		}
	}
	if string(prefix) == "xml" {
		return []byte(xmlSpace), true
	}
	return nil, len(prefix) == 0
}

// OpenName returns the name of an open element as written, counted from the outermost. It is valid until the next event.
func (s *Scanner) OpenName(i int) []byte { return s.at(s.open[i].name) }
