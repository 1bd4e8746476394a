package schema

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// judge is the plainest validator over a Schema that can be written: a tree, recursion, strings. It exists to test the
// schema alone, against other validators.
type judge struct {
	s    *Schema
	ids  map[string]bool
	refs []string
}

type tree struct {
	name     Name
	attrs    []xml.Attr
	children []*tree
	text     []string // before each child, and after the last
	scope    map[string]string
	declared map[Name]bool // the attributes that a declaration governs
}

// valid says whether a document is valid, and if not, why.
func valid(s *Schema, doc string) error {
	root, err := parseTree(doc)
	if err != nil {
		return err
	}
	j := &judge{s: s, ids: map[string]bool{}}
	e := s.Root(root.name.Space, root.name.Local)
	if e == nil {
		return fmt.Errorf("no declaration of the root %s", root.name)
	}
	if err := j.element(root, e); err != nil {
		return err
	}
	for _, r := range j.refs {
		if !j.ids[r] {
			return fmt.Errorf("no id %s", r)
		}
	}
	return nil
}

func parseTree(doc string) (*tree, error) {
	dec := xml.NewDecoder(strings.NewReader(doc))
	top := &tree{scope: map[string]string{}}
	stack := []*tree{top}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		at := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &tree{name: Name(tok.Name), scope: at.scope}
			for _, a := range tok.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" && a.Name.Space == "" {
					n.declare(a)
				} else {
					n.attrs = append(n.attrs, a)
				}
			}
			at.children = append(at.children, n)
			at.text = append(at.text, "")
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			for len(at.text) <= len(at.children) {
				at.text = append(at.text, "")
			}
			at.text[len(at.children)] += string(tok)
		}
	}
	if len(top.children) != 1 {
		return nil, errors.New("no root")
	}
	return top.children[0], nil
}

func (n *tree) declare(a xml.Attr) {
	scope := map[string]string{}
	for k, v := range n.scope {
		scope[k] = v
	}
	prefix := a.Name.Local
	if a.Name.Space == "" {
		prefix = ""
	}
	scope[prefix] = a.Value
	n.scope = scope
}

func (n *tree) content() string { return strings.Join(n.text, "") }

func (j *judge) element(n *tree, e *Element) error {
	if e.Abstract {
		return fmt.Errorf("%s is abstract", n.name)
	}
	t, err := j.actualType(n, e.Type, e)
	if err != nil {
		return err
	}
	if nilled, ok := n.attr(XSINamespace, "nil"); ok {
		if !e.Nillable {
			return fmt.Errorf("%s is not nillable", n.name)
		}
		if nilled == "true" || nilled == "1" {
			if len(n.children) > 0 || n.content() != "" {
				return fmt.Errorf("%s is nil and not empty", n.name)
			}
			return j.attributes(n, t)
		}
	}
	if err := j.typed(n, t, e); err != nil {
		return err
	}
	for _, c := range e.Constraints {
		if err := j.constraint(n, c); err != nil {
			return err
		}
	}
	return nil
}

func (j *judge) actualType(n *tree, declared *Type, e *Element) (*Type, error) {
	t := declared
	if q, ok := n.attr(XSINamespace, "type"); ok {
		prefix, local, found := strings.Cut(strings.TrimSpace(q), ":")
		if !found {
			prefix, local = "", prefix
		}
		if t = j.s.TypeNamed([]byte(n.scope[prefix]), []byte(local)); t == nil {
			return nil, fmt.Errorf("no type %s", q)
		}
		if !t.DerivedFrom(declared) || e != nil && e.BlocksType(t) {
			return nil, fmt.Errorf("type %s does not come from the declared one", q)
		}
	}
	if t.Abstract {
		return nil, fmt.Errorf("the type of %s is abstract", n.name)
	}
	return t, nil
}

func (n *tree) attr(space, local string) (string, bool) {
	for _, a := range n.attrs {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value, true
		}
	}
	return "", false
}

func (j *judge) typed(n *tree, t *Type, e *Element) error {
	if err := j.attributes(n, t); err != nil {
		return err
	}
	switch t.Kind {
	case ContentSimple:
		if len(n.children) > 0 {
			return fmt.Errorf("%s has children", n.name)
		}
		return j.simple(n, t.Simple, e)
	case ContentEmpty:
		if len(n.children) > 0 || n.content() != "" {
			return fmt.Errorf("%s is not empty", n.name)
		}
		return nil
	case ContentElements:
		if strings.Trim(n.content(), " \t\r\n") != "" {
			return fmt.Errorf("text in %s", n.name)
		}
	case ContentMixed:
		if e != nil && e.Fixed != nil && (len(n.children) > 0 || n.content() != *e.Fixed && n.content() != "") {
			return fmt.Errorf("%s is not %q", n.name, *e.Fixed)
		}
	}
	return j.children(n, t)
}

func (j *judge) simple(n *tree, t *SimpleType, e *Element) error {
	v := n.content()
	if v == "" && e != nil && e.Default != nil {
		v = *e.Default
	}
	if v == "" && e != nil && e.Fixed != nil {
		v = *e.Fixed
	}
	if err := j.value(n, t, v); err != nil {
		return err
	}
	if e != nil && e.Fixed != nil && !t.Equal([]byte(v), []byte(*e.Fixed)) {
		return fmt.Errorf("%s is not %q", n.name, *e.Fixed)
	}
	return nil
}

func (j *judge) children(n *tree, t *Type) error {
	st := t.Content.Start()
	for _, c := range n.children {
		next, child, wild, ok := t.Content.Step(st, []byte(c.name.Space), []byte(c.name.Local))
		if !ok {
			return fmt.Errorf("%s may not stand in %s", c.name, n.name)
		}
		st = next
		if child != nil {
			if err := j.element(c, child); err != nil {
				return err
			}
		} else if err := j.wild(c, wild); err != nil {
			return err
		}
	}
	if !t.Content.Accepting(st) {
		return fmt.Errorf("%s is not complete", n.name)
	}
	return nil
}

func (j *judge) wild(n *tree, w *Wildcard) error {
	if w.Process == Skipped {
		return nil
	}
	if e := j.s.Root(n.name.Space, n.name.Local); e != nil {
		return j.element(n, e)
	}
	_, typed := n.attr(XSINamespace, "type")
	if w.Process == Strict && !typed {
		return fmt.Errorf("no declaration of %s", n.name)
	}
	t, err := j.actualType(n, j.s.AnyType(), nil)
	if err != nil {
		return err
	}
	return j.typed(n, t, nil)
}

func (j *judge) attributes(n *tree, t *Type) error {
	seen := map[int]bool{}
	for _, a := range n.attrs {
		if IsXSI([]byte(a.Name.Space), []byte(a.Name.Local)) {
			continue
		}
		use := t.Attr([]byte(a.Name.Space), []byte(a.Name.Local))
		if use == nil {
			if t.AnyAttr == nil || !t.AnyAttr.Allows([]byte(a.Name.Space)) {
				return fmt.Errorf("attribute %s of %s", a.Name.Local, n.name)
			}
			if use = j.s.GlobalAttr(j.s.Symbol([]byte(a.Name.Space), []byte(a.Name.Local))); use == nil || t.AnyAttr.Process == Skipped {
				if t.AnyAttr.Process == Strict {
					return fmt.Errorf("no declaration of attribute %s", a.Name.Local)
				}
				continue
			}
		} else {
			seen[use.Index] = true
		}
		if n.declared == nil {
			n.declared = map[Name]bool{}
		}
		n.declared[use.Name] = true
		if err := j.value(n, use.Type, a.Value); err != nil {
			return fmt.Errorf("attribute %s of %s: %w", a.Name.Local, n.name, err)
		}
		if use.Fixed != nil && !use.Type.Equal([]byte(a.Value), []byte(*use.Fixed)) {
			return fmt.Errorf("attribute %s of %s is not %q", a.Name.Local, n.name, *use.Fixed)
		}
	}
	for _, i := range t.Required() {
		if !seen[i] {
			return fmt.Errorf("%s lacks attribute %s", n.name, t.Attrs[i].Name.Local)
		}
	}
	return nil
}

func (j *judge) value(n *tree, t *SimpleType, v string) error {
	if r := t.Check([]byte(v)); r != nil {
		return fmt.Errorf("%q %w", v, r)
	}
	switch t.IDRole() {
	case IsID:
		id := strings.TrimSpace(v)
		if j.ids[id] {
			return fmt.Errorf("id %s twice", id)
		}
		j.ids[id] = true
	case IsIDREF:
		j.refs = append(j.refs, strings.Fields(v)...)
	}
	return nil
}

// constraint knows selectors and fields of attributes and of simple elements, as strings.
func (j *judge) constraint(n *tree, c *Constraint) error {
	rows := map[string]bool{}
	for _, sel := range c.Selector {
		for _, m := range n.follow(sel) {
			row, full := m.fields(c)
			if !full {
				if c.Kind == Key {
					return fmt.Errorf("%s lacks a field of a key", m.name)
				}
				continue
			}
			if c.Kind == KeyRef {
				if !n.keys(c.Refer)[row] {
					return fmt.Errorf("no key %q", row)
				}
				continue
			}
			if rows[row] {
				return fmt.Errorf("%q twice in %s", row, n.name)
			}
			rows[row] = true
		}
	}
	return nil
}

func (n *tree) keys(c *Constraint) map[string]bool {
	rows := map[string]bool{}
	for _, sel := range c.Selector {
		for _, m := range n.follow(sel) {
			if row, full := m.fields(c); full {
				rows[row] = true
			}
		}
	}
	return rows
}

func (n *tree) fields(c *Constraint) (string, bool) {
	var row bytes.Buffer
	for _, f := range c.Fields {
		found := false
		for _, p := range f {
			for _, m := range n.follow(Path{Descend: p.Descend, Steps: p.Steps}) {
				v := strings.TrimSpace(m.content())
				if p.Attr != nil {
					var ok bool
					if v, ok = m.attr(p.Attr.Name.Space, p.Attr.Name.Local); !ok || !m.declared[p.Attr.Name] {
						continue
					}
				}
				row.WriteString(v + "\x00")
				found = true
			}
		}
		if !found {
			return "", false
		}
	}
	return row.String(), true
}

func (n *tree) follow(p Path) []*tree {
	at := []*tree{n}
	if p.Descend {
		at = n.all()
	}
	for _, s := range p.Steps {
		var next []*tree
		for _, m := range at {
			for _, c := range m.children {
				if s.Matches([]byte(c.name.Space), []byte(c.name.Local)) {
					next = append(next, c)
				}
			}
		}
		at = next
	}
	return at
}

func (n *tree) all() []*tree {
	all := []*tree{n}
	for _, c := range n.children {
		all = append(all, c.all()...)
	}
	return all
}
