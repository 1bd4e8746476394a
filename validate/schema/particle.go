package schema

import (
	"strconv"
	"strings"
)

type particleKind uint8

const (
	_ particleKind = iota
	elementParticle
	wildcardParticle
	sequenceParticle
	choiceParticle
	allParticle
	charsParticle // a set of characters, in a pattern
)

// unbounded is the max of a particle that may repeat without end.
const unbounded = -1

// A particle is a content model as written: a tree of sequences and choices, with occurrence bounds. Groups are kept as
// shared nodes, so that what is written once is compiled and described once.
type particle struct {
	kind     particleKind
	min, max int
	element  *Element
	wildcard *Wildcard
	items    []*particle
	// group is the name of the group that the items come from, empty for none.
	group string
	place place

	chars   runeSet
	classes []int32 // that chars consists of
}

func (p *particle) isLeaf() bool {
	return p.kind == elementParticle || p.kind == wildcardParticle || p.kind == charsParticle
}

// times returns the particle repeated: itself if once.
func (p *particle) times(min, max int) *particle {
	if min == 1 && max == 1 {
		return p
	}
	q := *p
	if p.min == 1 && p.max == 1 {
		q.min, q.max = min, max
		return &q
	}
	return &particle{kind: sequenceParticle, min: min, max: max, items: []*particle{p}, place: p.place}
}

// named returns the particle as a group of that name.
func (p *particle) named(group string) *particle {
	if p.isLeaf() || p.group != "" || p.min != 1 || p.max != 1 {
		return &particle{kind: sequenceParticle, min: 1, max: 1, items: []*particle{p}, group: group, place: p.place}
	}
	p.group = group
	return p
}

func once(kind particleKind, items ...*particle) *particle {
	return &particle{kind: kind, min: 1, max: 1, items: items}
}

// isEmpty says whether a particle is one that XSD takes for no content at all, so that not even white space may stand:
// nothing, an empty sequence, or what may occur no times (XSD 1.0 part 1, section 3.4.2, effective content).
func (p *particle) isEmpty() bool {
	if p == nil || p.max == 0 {
		return true
	}
	switch p.kind {
	case sequenceParticle, allParticle:
		return len(p.items) == 0
	case choiceParticle:
		return len(p.items) == 0 && p.min == 0
	}
	return false
}

// weight counts the leaves of a particle, up to a limit, without walking what is shared more than once.
func (p *particle) weight(seen map[*particle]int) int {
	if p == nil || p.max == 0 {
		return 0
	}
	if p.isLeaf() {
		return 1
	}
	if w, ok := seen[p]; ok {
		return w
	}
	w := 1
	for _, q := range p.items {
		if w += q.weight(seen); w > maxNodes {
			w = maxNodes + 1
			break
		}
	}
	seen[p] = w
	return w
}

// leaves calls f for each element declaration and wildcard, in order of writing; an element may come more than once.
func (p *particle) leaves(f func(*particle)) {
	if p == nil || p.max == 0 {
		return
	}
	if p.isLeaf() {
		f(p)
		return
	}
	for _, q := range p.items {
		q.leaves(f)
	}
}

// String writes the particle in the notation of the grammar, groups spelled out.
func (p *particle) String() string {
	var b strings.Builder
	p.write(&b, false)
	return b.String()
}

func (p *particle) write(b *strings.Builder, byGroup bool) {
	switch {
	case byGroup && p.group != "":
		b.WriteString("%" + p.group)
	case p.kind == elementParticle:
		b.WriteString(p.element.Name.Local)
	case p.kind == wildcardParticle:
		b.WriteString("#foreign")
	default:
		p.writeItems(b, byGroup)
	}
	b.WriteString(occurs(p.min, p.max))
}

func (p *particle) writeItems(b *strings.Builder, byGroup bool) {
	sep := ", "
	switch p.kind {
	case choiceParticle:
		sep = " | "
	case allParticle:
		sep = " & "
	}
	b.WriteByte('(')
	for i, q := range p.items {
		if i > 0 {
			b.WriteString(sep)
		}
		q.write(b, byGroup)
	}
	b.WriteByte(')')
}

func occurs(min, max int) string {
	switch {
	case min == 1 && max == 1:
		return ""
	case min == 0 && max == 1:
		return "?"
	case min == 0 && max == unbounded:
		return "*"
	case min == 1 && max == unbounded:
		return "+"
	case max == unbounded:
		return "{" + strconv.Itoa(min) + ",}"
	}
	return "{" + strconv.Itoa(min) + "," + strconv.Itoa(max) + "}"
}
