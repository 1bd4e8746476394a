package schema

import (
	"errors"
	"strconv"
	"strings"
)

// content reads the one model group in a type or a derivation, nil if there is none.
func (x *xsd) content(n *node) *particle {
	var found *node
	for _, c := range n.children {
		switch c.name {
		case "sequence", "choice", "all", "group":
			if found != nil {
				x.fault(c, "a second content model stands in xs:%s", n.name)
			}
			found = c
		}
	}
	if found == nil {
		return nil
	}
	return x.particle(found)
}

// particle reads a term with its bounds.
func (x *xsd) particle(n *node) *particle {
	min, max := x.occurs(n)
	var p *particle
	switch n.name {
	case "element":
		p = x.elementParticle(n)
	case "any":
		p = &particle{kind: wildcardParticle, min: 1, max: 1, wildcard: x.wildcard(n)}
	case "group":
		p = x.groupRef(n)
	case "sequence":
		p = x.model(n, sequenceParticle)
	case "choice":
		p = x.model(n, choiceParticle)
	case "all":
		p = x.model(n, allParticle)
	default:
		x.fault(n, "xs:%s may not stand in a content model", n.name)
	}
	if p == nil || x.err != nil {
		return nil
	}
	p.place = n.place()
	return p.times(min, max)
}

func (x *xsd) model(n *node, kind particleKind) *particle {
	p := once(kind)
	for _, c := range n.children {
		q := x.particle(c)
		if q == nil {
			return nil
		}
		if kind == allParticle && (c.name != "element" || q.max > 1 || q.max == unbounded) {
			x.fault(c, "in xs:all only elements may stand, each once at most")
		}
		if q.max != 0 {
			p.items = append(p.items, q)
		}
	}
	return p
}

func (x *xsd) occurs(n *node) (min, max int) {
	min, max = 1, 1
	var err1, err2 error
	if v, ok := n.attrs["minOccurs"]; ok {
		min, err1 = strconv.Atoi(strings.TrimSpace(v))
	}
	if v, ok := n.attrs["maxOccurs"]; ok {
		if strings.TrimSpace(v) == "unbounded" {
			max = unbounded
		} else {
			max, err2 = strconv.Atoi(strings.TrimSpace(v))
		}
	}
	if errors.Join(err1, err2) != nil || min < 0 || max != unbounded && max < min {
		x.fault(n, "minOccurs %q and maxOccurs %q do not fit", n.attrs["minOccurs"], n.attrs["maxOccurs"])
	}
	return min, max
}

func (x *xsd) elementParticle(n *node) *particle {
	p := &particle{kind: elementParticle, min: 1, max: 1}
	if _, ok := n.attrs["ref"]; ok {
		name := x.qname(n, "ref")
		if x.find(n, "element", name) == nil {
			return nil
		}
		p.element = x.globals[name]
		return p
	}
	if n.attrs["name"] == "" {
		x.fault(n, "xs:element has neither name nor ref")
		return nil
	}
	space := ""
	if form, ok := n.attrs["form"]; ok && form == "qualified" || !ok && n.doc.qualifiedE {
		space = n.doc.target
	}
	p.element = &Element{Name: Name{space, n.attrs["name"]}, place: n.place()}
	x.elements = append(x.elements, p.element)
	x.element(n, p.element)
	return p
}

func (x *xsd) groupRef(n *node) *particle {
	name := x.qname(n, "ref")
	def := x.find(n, "group", name)
	if def == nil {
		return nil
	}
	p := x.group(def, name)
	if p == nil {
		return nil
	}
	q := *p
	return &q
}

func (x *xsd) group(n *node, name Name) *particle {
	if p := x.groups[name]; p != nil {
		return p
	}
	if !x.enter(n) {
		return nil
	}
	defer x.leave(n)
	p := x.content(n)
	if p == nil {
		x.fault(n, "group %s holds no content model", name.Local)
		return nil
	}
	p = p.named(name.Local)
	x.groups[name] = p
	return p
}

// wildcard reads xs:any or xs:anyAttribute.
func (x *xsd) wildcard(n *node) *Wildcard {
	w := &Wildcard{Process: Strict}
	switch n.attrs["processContents"] {
	case "lax":
		w.Process = Lax
	case "skip":
		w.Process = Skipped
	case "", "strict":
	default:
		x.fault(n, "processContents %q is none of strict, lax and skip", n.attrs["processContents"])
	}
	ns, ok := n.attrs["namespace"]
	switch strings.TrimSpace(ns) {
	case "##other":
		w.not, w.spaces = true, sortedSet([]string{"", n.doc.target})
	case "##any":
		w.not = true
	default:
		w.not = !ok
		for _, s := range strings.Fields(ns) {
			switch s {
			case "##targetNamespace":
				s = n.doc.target
			case "##local":
				s = ""
			}
			w.spaces = append(w.spaces, s)
		}
		w.spaces = sortedSet(w.spaces)
	}
	return w
}
