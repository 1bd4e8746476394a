package schema

import "strings"

// link joins what could not be joined before all was read: substitution groups, keyrefs, default values.
func (x *xsd) link() {
	if x.err != nil {
		return
	}
	x.substitutions()
	for _, e := range x.elements {
		for _, c := range e.Constraints {
			if c.Kind == KeyRef {
				x.refer(c)
			}
		}
		if e.Type.Simple != nil {
			n := &node{doc: &document{file: e.place.file}, line: e.place.line}
			x.checkValue(n, e.Type.Simple, e.Default)
			x.checkValue(n, e.Type.Simple, e.Fixed)
		}
	}
}

func (x *xsd) refer(c *Constraint) {
	c.Refer = x.keys[c.refer]
	if c.Refer == nil || c.Refer.Kind == KeyRef || len(c.Refer.Fields) != len(c.Fields) {
		x.fail(&XSDError{File: c.place.file, Line: c.place.line, Reason: "keyref " + c.Name.Local + " refers to no key of as many fields"})
	}
}

// substitutions tells each head the elements that may stand for it, at any remove (XSD 1.0 part 1, section 3.3.6).
func (x *xsd) substitutions() {
	for _, e := range x.s.elements {
		if name, ok := x.heads[e]; ok {
			if e.head = x.globals[name]; e.head == nil {
				x.fail(&XSDError{File: e.place.file, Line: e.place.line, Reason: "there is no element " + name.String() + " to stand for"})
				return
			}
		}
	}
	for _, e := range x.s.elements {
		steps := 0
		for h := e.head; h != nil; h = h.head {
			if steps++; h == e || steps > maxXSDChain {
				x.fail(&XSDError{File: e.place.file, Line: e.place.line, Reason: "element " + e.Name.Local + " stands for itself, or for others over too many steps"})
				return
			}
			if h.block&bySubstitution == 0 && e.Type.derivedBy(h.Type, h.block|h.Type.block) {
				h.members = append(h.members, e)
			}
		}
	}
}

// constraint reads xs:unique, xs:key or xs:keyref.
func (x *xsd) constraint(n *node) *Constraint {
	c := &Constraint{
		Kind:  map[string]ConstraintKind{"unique": Unique, "key": Key, "keyref": KeyRef}[n.name],
		Name:  Name{n.doc.target, n.attrs["name"]},
		place: n.place(),
	}
	if c.Kind == KeyRef {
		c.refer = x.qname(n, "refer")
	}
	for _, child := range n.children {
		paths := x.paths(child)
		switch {
		case child.name == "selector":
			c.Selector = paths
		case child.name == "field":
			c.Fields = append(c.Fields, paths)
		default:
			x.fault(child, "xs:%s may not stand in xs:%s", child.name, n.name)
		}
	}
	if c.Selector == nil || c.Fields == nil {
		x.fault(n, "xs:%s has no selector or no field", n.name)
	}
	if x.keys[c.Name] != nil {
		x.fault(n, "identity constraint %s is declared twice", c.Name.Local)
	}
	x.keys[c.Name] = c
	return c
}

// paths reads the small XPath of selectors and fields (XSD 1.0 part 1, section 3.11.6).
func (x *xsd) paths(n *node) []Path {
	var all []Path
	for _, alternative := range strings.Split(n.attrs["xpath"], "|") {
		all = append(all, x.path(n, strings.Join(strings.Fields(alternative), "")))
	}
	return all
}

func (x *xsd) path(n *node, s string) Path {
	var p Path
	if rest, ok := strings.CutPrefix(s, ".//"); ok {
		p.Descend, s = true, rest
	}
	for i, step := range strings.Split(s, "/") {
		last := i == strings.Count(s, "/")
		step = strings.TrimPrefix(step, "child::")
		name, isAttr := strings.CutPrefix(step, "@")
		if !isAttr {
			name, isAttr = strings.CutPrefix(step, "attribute::")
		}
		switch {
		case step == ".":
		case isAttr && last && n.name == "field":
			t := x.nameTest(n, name)
			p.Attr = &t
		case isAttr:
			x.fault(n, "in %q an attribute stands where none may", n.attrs["xpath"])
		default:
			p.Steps = append(p.Steps, x.nameTest(n, name))
		}
	}
	return p
}

// nameTest reads a step. A name without prefix has no namespace, whatever the default is.
func (x *xsd) nameTest(n *node, s string) Step {
	if s == "*" {
		return Step{AnyName: true}
	}
	prefix, local, ok := strings.Cut(s, ":")
	if !ok {
		prefix, local = "", s
	}
	var t Step
	if ok {
		uri, declared := n.scope.lookup(prefix)
		if !declared {
			x.fault(n, "prefix %s is not declared", prefix)
		}
		t.Name.Space = uri
	}
	if at, _ := lexNCName([]byte(local)); at >= 0 && local != "*" || local == "*" && !ok {
		x.fault(n, "%q is beyond the XPath of identity constraints", n.attrs["xpath"])
	}
	t.Name.Local = local
	return t
}
