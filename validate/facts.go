package validate

import (
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

// facts are what several rules ask of an outline.
type facts struct {
	ids       map[string]*node
	documents []document
	notes     []*node
	odd       map[*etree.Element]bool // their eId has a finding of its own
}

// document is a document with its identification: the main one, or one attached or collected.
type document struct {
	elem                *etree.Element
	local               string
	work, expr, manifst level
	symbol              akn.Symbol // of FRBRnumber
	main                bool
}

// level is one of the three of FRBR.
type level struct {
	elem      *etree.Element
	this, uri *etree.Element
	thisIRI   akn.IRI // zero where it does not parse
	uriIRI    akn.IRI
}

func gather(d *outline) facts {
	f := facts{ids: map[string]*node{}, odd: map[*etree.Element]bool{}}
	for i := range d.nodes {
		n := &d.nodes[i]
		if id := n.attr("eId"); id != "" && f.ids[id] == nil {
			f.ids[id] = n
		}
		switch n.local {
		case "identification":
			f.documents = append(f.documents, identify(n.elem, len(f.documents) == 0))
		case "authorialNote":
			f.notes = append(f.notes, n)
		}
	}
	return f
}

func identify(identification *etree.Element, main bool) document {
	doc := document{main: main}
	if meta := identification.Parent(); meta != nil && meta.Parent() != nil {
		doc.elem = meta.Parent()
		doc.local = doc.elem.Tag
	}
	doc.work = levelOf(identification, "FRBRWork")
	doc.expr = levelOf(identification, "FRBRExpression")
	doc.manifst = levelOf(identification, "FRBRManifestation")
	doc.symbol, _ = akn.ParseSymbol(attr(child(doc.work.elem, "FRBRnumber"), "showAs"))
	return doc
}

func levelOf(identification *etree.Element, name string) level {
	l := level{elem: child(identification, name)}
	l.this, l.uri = child(l.elem, "FRBRthis"), child(l.elem, "FRBRuri")
	l.thisIRI, _ = akn.ParseIRI(attr(l.this, "value"))
	l.uriIRI, _ = akn.ParseIRI(attr(l.uri, "value"))
	return l
}

// get is the value of an attribute of a child of the level.
func (l level) get(name, attribute string) string { return attr(child(l.elem, name), attribute) }

// child returns the first child of a name, nil if there is none.
func child(e *etree.Element, name string) *etree.Element {
	if e == nil {
		return nil
	}
	for _, t := range e.Child {
		if c, ok := t.(*etree.Element); ok && c.Tag == name {
			return c
		}
	}
	return nil
}

// descend returns the first element of a name below e that the test accepts.
func descend(e *etree.Element, name string, accept func(*etree.Element) bool) *etree.Element {
	if e == nil {
		return nil
	}
	for _, c := range e.ChildElements() {
		if c.Tag == name && accept(c) {
			return c
		}
		if found := descend(c, name, accept); found != nil {
			return found
		}
	}
	return nil
}

// main is the main document, the zero value where there is no identification.
func (f *facts) main() document {
	if len(f.documents) == 0 {
		return document{}
	}
	return f.documents[0]
}

// resolve follows a reference to an id of the document.
func (f *facts) resolve(ref string) *node {
	id, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return nil
	}
	return f.ids[id]
}
