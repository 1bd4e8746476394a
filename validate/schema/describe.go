package schema

import (
	"slices"
	"strings"
)

// Describe says in words, over several lines, what an element may hold, which attributes it may carry and where it may
// stand.
func (s *Schema) Describe(e *Element) string {
	d := &description{s: s}
	d.line(0, e.Name.Local)
	d.line(0, "")
	d.content(e.Type)
	d.attributes(e.Type)
	for i, c := range e.Constraints {
		if i == 0 {
			d.line(0, "")
		}
		d.line(0, c.words())
	}
	d.parents(e)
	return d.b.String()
}

// Describe says in one line what an element of the type holds: "text and elements", "elements in a certain order".
func (k ContentKind) Describe() string {
	switch k {
	case ContentEmpty:
		return "nothing, not even white space"
	case ContentSimple:
		return "text"
	case ContentElements:
		return "elements"
	case ContentMixed:
		return "text and elements"
	}
	return k.String()
}

// A description is text in the making, wrapped at a width that terminals have.
type description struct {
	s *Schema
	b strings.Builder
}

const describeWidth = 100

// line writes a paragraph, its first line indented by depth steps and the others by one more.
func (d *description) line(depth int, text string) {
	indent := strings.Repeat("  ", depth)
	at := len(indent)
	line := indent
	for i, word := range strings.Fields(text) {
		if i > 0 && at+1+len(word) > describeWidth {
			d.b.WriteString(line + "\n")
			line, at = indent+"  ", len(indent)+2
		} else if i > 0 {
			line += " "
			at++
		}
		line += word
		at += len(word)
	}
	d.b.WriteString(strings.TrimRight(line, " ") + "\n")
}

func (d *description) content(t *Type) {
	switch {
	case t.Kind == ContentSimple:
		d.line(0, "Holds "+t.Simple.Describe()+".")
	case t.Kind == ContentMixed && t.model.isEmpty():
		d.line(0, "Holds text.")
	case t.Kind == ContentMixed:
		d.line(0, "Holds text and, between it:")
		d.particle(1, t.model)
	case t.Kind == ContentElements:
		d.line(0, "Holds:")
		d.particle(1, t.model)
	default:
		d.line(0, "Holds "+t.Kind.Describe()+".")
	}
}

// particle writes a content model as an outline.
func (d *description) particle(depth int, p *particle) {
	p = p.unwrap()
	switch p.kind {
	case elementParticle:
		d.line(depth, p.element.Name.Local+often(p))
	case wildcardParticle:
		d.line(depth, "elements "+d.namespaces(p.wildcard)+often(p))
	case sequenceParticle:
		d.line(depth, order(p))
		for _, q := range p.flatten() {
			d.particle(depth+1, q)
		}
	case allParticle:
		d.line(depth, "in any order:")
		for _, q := range p.items {
			d.particle(depth+1, q)
		}
	case choiceParticle:
		d.choice(depth, p)
	}
}

// namespaces says where what a wildcard lets in comes from, and how it is judged.
func (d *description) namespaces(w *Wildcard) string {
	from := "of " + w.String()
	if w.not && slices.Equal(w.spaces, sortedSet([]string{"", d.s.target})) {
		from = "of another namespace"
	}
	switch w.Process {
	case Strict:
		return from + " (which must be known)"
	case Lax:
		return from + " (checked if known)"
	}
	return from
}

// flatten takes sequences out of a sequence.
func (p *particle) flatten() []*particle {
	var items []*particle
	for _, q := range p.items {
		if q.kind == sequenceParticle && q.min == 1 && q.max == 1 {
			items = append(items, q.flatten()...)
		} else {
			items = append(items, q)
		}
	}
	return items
}

// unwrap takes single items out of what holds nothing else.
func (p *particle) unwrap() *particle {
	for len(p.items) == 1 {
		q := p.items[0]
		switch {
		case p.min == 1 && p.max == 1:
			p = q
		case q.min == 1 && q.max == 1:
			c := *q
			c.min, c.max = p.min, p.max
			p = &c
		default:
			return p
		}
	}
	return p
}

func often(p *particle) string {
	switch occurs(p.min, p.max) {
	case "":
		return ""
	case "?":
		return ", at most one"
	case "*":
		return ", any number"
	case "+":
		return ", one or more"
	}
	return ", " + occurs(p.min, p.max) + " times"
}

func order(p *particle) string {
	switch occurs(p.min, p.max) {
	case "":
		return "in this order:"
	case "?":
		return "perhaps, in this order:"
	case "*":
		return "any number of times, in this order:"
	case "+":
		return "once or more, in this order:"
	}
	return occurs(p.min, p.max) + " times, in this order:"
}

func choiceWords(p *particle) string {
	switch occurs(p.min, p.max) {
	case "":
		return "one of:"
	case "?":
		return "at most one of:"
	case "*":
		return "any number, in any order, of:"
	case "+":
		return "one or more, in any order, of:"
	}
	return occurs(p.min, p.max) + " times one of:"
}

// An offer is one line of a choice: the elements of a group, or those of none.
type offer struct {
	group string
	names []string
	block *particle // what cannot be named in a line
}

func (d *description) choice(depth int, p *particle) {
	offers := d.offers(p, "", p.max == unbounded)
	if len(offers) == 1 && offers[0].block == nil {
		d.line(depth, choiceWords(p)+" "+strings.Join(offers[0].names, ", "))
		return
	}
	d.line(depth, choiceWords(p))
	for _, o := range offers {
		switch {
		case o.block != nil:
			d.particle(depth+1, o.block)
		case o.group != "":
			d.line(depth+1, o.group+": "+strings.Join(o.names, ", "))
		default:
			d.line(depth+1, strings.Join(o.names, ", "))
		}
	}
}

// offers flattens a choice, group by group. In a choice that repeats without end it does not matter that an
// alternative may be absent.
func (d *description) offers(p *particle, group string, repeats bool) []offer {
	var out []offer
	add := func(group, name string) {
		i := slices.IndexFunc(out, func(o offer) bool { return o.group == group && o.block == nil })
		if i < 0 {
			out = append(out, offer{group: group})
			i = len(out) - 1
		}
		out[i].names = append(out[i].names, name)
	}
	for _, item := range p.items {
		q := item.unwrap()
		name := group
		if item.group != "" {
			name = item.group
		}
		once := q.min == 1 && q.max == 1 || repeats && (q.max == 1 || q.max == unbounded)
		switch {
		case once && q.kind == elementParticle:
			add(name, q.element.Name.Local)
		case once && q.kind == wildcardParticle:
			add(name, "elements "+d.namespaces(q.wildcard))
		case once && q.kind == choiceParticle:
			if q.group != "" {
				name = q.group
			}
			for _, o := range d.offers(q, name, repeats) {
				if o.block != nil {
					out = append(out, o)
				}
				for _, n := range o.names {
					add(o.group, n)
				}
			}
		default:
			out = append(out, offer{block: q})
		}
	}
	return out
}

func (d *description) attributes(t *Type) {
	d.line(0, "")
	if len(t.Attrs) == 0 && t.AnyAttr == nil {
		d.line(0, "Carries no attributes.")
		return
	}
	d.line(0, "Attributes:")
	for _, required := range []bool{true, false} {
		for i := range t.Attrs {
			if t.Attrs[i].Required == required {
				d.line(1, t.Attrs[i].words())
			}
		}
	}
	if t.AnyAttr != nil {
		d.line(1, "and any attribute "+d.namespaces(t.AnyAttr))
	}
}

// words describes an attribute in a line.
func (a *Attr) words() string {
	name := a.Name.Local
	if a.Name.Space == XMLNamespace {
		name = "xml:" + name
	}
	s := name + ": " + a.Type.Describe()
	if a.Required {
		s = name + " (required): " + a.Type.Describe()
	}
	if a.Default != nil {
		s += `; "` + *a.Default + `" if it is absent`
	}
	if a.Fixed != nil {
		s += `; always "` + *a.Fixed + `"`
	}
	return s
}

// words says what an identity constraint demands.
func (k *Constraint) words() string {
	if _, ok := k.EveryDescendant(); ok && k.Kind == Unique {
		return "No two elements inside have the same " + k.Fields[0][0].Attr.Name.Local + "."
	}
	var fields []string
	for _, f := range k.Fields {
		fields = append(fields, pathText(f))
	}
	what := pathText(k.Selector) + " by " + list(fields, "and")
	switch k.Kind {
	case Unique:
		return "Unique inside: " + what + "."
	case Key:
		return "A key inside: " + what + "."
	}
	return "A reference inside to the key " + k.Refer.Name.Local + ": " + what + "."
}

func (d *description) parents(e *Element) {
	d.line(0, "")
	parents := d.s.Parents(e)
	if len(parents) == 0 {
		d.line(0, "Stands at the root.")
		return
	}
	var names []string
	for _, p := range parents {
		names = append(names, p.Name.Local)
	}
	d.line(0, "May stand in: "+strings.Join(names, ", "))
}

// Parents returns the global elements whose content model names an element, in schema order.
func (s *Schema) Parents(e *Element) []*Element {
	var all []*Element
	for _, p := range s.elements {
		if p.Type.Content.Element(e.Symbol) != nil {
			all = append(all, p)
		}
	}
	return all
}

// Model returns the content model of the type in the notation of the grammar, with groups by their names; empty for content without
// elements.
func (t *Type) Model() string {
	if t.model.isEmpty() {
		return ""
	}
	var b strings.Builder
	t.model.write(&b, true)
	return b.String()
}
