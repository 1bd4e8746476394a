package akn

import (
	"fmt"
	"strings"

	"github.com/beevik/etree"
)

// check refuses a tree that XML cannot hold.
func (d *Document) check() error {
	if d == nil || d.tree == nil {
		return &WriteError{Path: "/", Msg: "there is no document"}
	}
	roots := 0
	for _, t := range d.tree.Child {
		switch t := t.(type) {
		case *etree.Element:
			roots++
		case *etree.CharData:
			if !onlySpace(t.Data) {
				return &WriteError{Path: "/", Msg: "text stands outside the root element"}
			}
		}
	}
	if roots != 1 {
		return &WriteError{Path: "/", Msg: fmt.Sprintf("%d root elements; a document has one", roots)}
	}
	c := checker{prefixes: map[string]string{"xml": xmlNamespace}}
	return c.all(&d.tree.Element)
}

type checkFrame struct {
	e    *etree.Element
	next int
	mark int
}

// checker goes through a tree with the prefixes in scope.
type checker struct {
	stack    []checkFrame
	prefixes map[string]string
	undo     []prefixUndo
}

func (c *checker) all(tree *etree.Element) error {
	c.stack = append(c.stack, checkFrame{e: tree})
	for len(c.stack) > 0 {
		top := &c.stack[len(c.stack)-1]
		if top.next == len(top.e.Child) {
			c.leave(top.mark)
			continue
		}
		t := top.e.Child[top.next]
		top.next++
		if msg := c.token(t); msg != "" {
			return &WriteError{Path: placeOf(t), Msg: msg}
		}
	}
	return nil
}

func placeOf(t etree.Token) string {
	if e, ok := t.(*etree.Element); ok {
		return Path(e)
	}
	if p := Path(t.Parent()); p != "" {
		return p
	}
	return "/"
}

func (c *checker) leave(mark int) {
	c.stack = c.stack[:len(c.stack)-1]
	for i := len(c.undo) - 1; i >= mark; i-- {
		c.prefixes[c.undo[i].prefix] = c.undo[i].was
	}
	c.undo = c.undo[:mark]
}

// token says what is wrong with t, "" if nothing is.
func (c *checker) token(t etree.Token) string {
	switch t := t.(type) {
	case *etree.Element:
		return c.element(t)
	case *etree.CharData:
		return badText("text", t.Data)
	case *etree.Comment:
		return badComment(t.Data)
	case *etree.ProcInst:
		return c.procInst(t)
	case *etree.Directive:
		return "a document type or other declaration is refused"
	}
	return fmt.Sprintf("unknown token %T", t)
}

func badText(what, s string) string {
	i := ValidText(s)
	if i < 0 {
		return ""
	}
	return fmt.Sprintf("%s holds %q at byte %d, which XML cannot hold", what, clip(s[i:]), i)
}

// badComment also refuses CR: there are no references in comments, and a
// parser would turn it into LF.
func badComment(s string) string {
	switch {
	case strings.Contains(s, "--") || strings.HasSuffix(s, "-"):
		return "a comment holds -- or ends in -"
	case strings.Contains(s, "\r"):
		return "a comment holds a carriage return, which does not survive in XML"
	}
	return badText("a comment", s)
}

func (c *checker) procInst(p *etree.ProcInst) string {
	switch {
	case isDeclaration(p) && len(c.stack) == 1:
		return "" // the writer writes its own
	case !isNCName(p.Target) || strings.EqualFold(p.Target, "xml"):
		return fmt.Sprintf("%q is no name of a processing instruction", clip(p.Target))
	case strings.Contains(p.Inst, "?>") || strings.Contains(p.Inst, "\r"):
		return "a processing instruction holds ?> or a carriage return"
	case p.Inst != "" && isSpace(p.Inst[0]):
		return "a processing instruction begins with white space, which does not survive in XML"
	}
	return badText("a processing instruction", p.Inst)
}

func (c *checker) element(e *etree.Element) string {
	mark := len(c.undo)
	if msg := c.declare(e); msg != "" {
		return msg
	}
	if msg := c.name("element", e.Space, e.Tag); msg != "" {
		return msg
	}
	if msg := c.attributes(e); msg != "" {
		return msg
	}
	c.stack = append(c.stack, checkFrame{e: e, mark: mark})
	return ""
}

func (c *checker) declare(e *etree.Element) string {
	for i := range e.Attr {
		a := rawAttr{space: e.Attr[i].Space, key: e.Attr[i].Key, value: e.Attr[i].Value}
		switch {
		case a.space == "xmlns":
			if msg := wrongDeclaration(&a); msg != "" {
				return msg
			}
			c.undo = append(c.undo, prefixUndo{a.key, c.prefixes[a.key]})
			c.prefixes[a.key] = a.value
		case a.space == "" && a.key == "xmlns":
			if a.value == xmlNamespace || a.value == xmlnsNamespace {
				return a.value + " cannot be the default namespace"
			}
		}
	}
	return ""
}

// name checks the name of an element or attribute.
func (c *checker) name(what, space, local string) string {
	if !isNCName(local) || (space != "" && !isNCName(space)) {
		return fmt.Sprintf("%q is no name for an %s", clip(joinName(space, local)), what)
	}
	if space != "" && c.prefixes[space] == "" {
		return fmt.Sprintf("the prefix of the %s %s is not declared", what, joinName(space, local))
	}
	return ""
}

func joinName(space, local string) string {
	if space == "" {
		return local
	}
	return space + ":" + local
}

func (c *checker) attributes(e *etree.Element) string {
	type name struct{ namespace, key string }
	var seen map[name]bool
	if len(e.Attr) > 1 {
		seen = make(map[name]bool, len(e.Attr))
	}
	for i := range e.Attr {
		a := &e.Attr[i]
		n := name{key: a.Key}
		switch a.Space {
		case "":
		case "xmlns":
			n.namespace = xmlnsNamespace
		default:
			n.namespace = c.prefixes[a.Space]
		}
		if a.Space != "xmlns" {
			if msg := c.name("attribute", a.Space, a.Key); msg != "" {
				return msg
			}
		}
		if seen[n] {
			return fmt.Sprintf("the attribute %s stands twice", a.FullKey())
		}
		if seen != nil {
			seen[n] = true
		}
		if msg := badText("the attribute "+a.FullKey(), a.Value); msg != "" {
			return msg
		}
	}
	return ""
}
