package inline

import (
	"cmp"
	"slices"

	"github.com/beevik/etree"
)

// A Range is an element to build around a part of the flat text.
type Range struct {
	Start, End int
	// Rank orders ranges with the same bounds, the lower outside.
	Rank int
	// Fixed ranges are never given up: the marks of the source.
	Fixed bool
	// New makes the element; parent is where it will stand.
	New func(parent *etree.Element) *etree.Element

	dropped bool
}

// A Maker makes the elements that stand at a point of the text.
type Maker interface {
	// Break returns the marks of a line end or of page ends.
	Break(b Break) []*etree.Element
	// Call returns the note or reference that is called.
	Call(c Call) *etree.Element
}

// Build fills parent with the flat text and the elements of the ranges. Where two ranges cross, the one that is not
// fixed, or else the later one, is left out.
func Build(parent *etree.Element, f *Flat, ranges []Range, maker Maker) {
	b := &builder{flat: f, maker: maker}
	b.fill(parent, 0, len(f.Text), nest(ranges))
	b.calls(parent, len(f.Text), false)
	b.breaks(parent, len(f.Text)+1)
}

// Unbroken are the ranges without those in which the text is not printed as it reads: an element around a line that is
// printed before the one above it would be printed in two pieces.
func (f *Flat) Unbroken(ranges []Range) []Range {
	for _, b := range f.Breaks {
		if b.First {
			ranges = slices.DeleteFunc(ranges, func(r Range) bool { return r.Start <= b.At && r.End > b.At })
		}
	}
	return ranges
}

// nest sorts the ranges, outer ones first, and takes out those that cross others.
func nest(ranges []Range) []Range {
	slices.SortStableFunc(ranges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Rank, b.Rank))
	})
	var open []*Range
	for i := range ranges {
		r := &ranges[i]
		for len(open) > 0 && !r.dropped {
			top := open[len(open)-1]
			switch {
			case top.dropped || top.End <= r.Start && !(top.Start == top.End && top.Start == r.Start):
				open = open[:len(open)-1]
				continue
			case top.End >= r.End:
			case r.Fixed && !top.Fixed:
				top.dropped = true
				continue
			default:
				r.dropped = true
			}
			break
		}
		if !r.dropped {
			open = append(open, r)
		}
	}
	return slices.DeleteFunc(ranges, func(r Range) bool { return r.dropped })
}

type builder struct {
	flat      *Flat
	maker     Maker
	nextBreak int
	nextCall  int
}

// fill adds text[start:end] and the ranges within it.
func (b *builder) fill(parent *etree.Element, start, end int, ranges []Range) {
	at := start
	for len(ranges) > 0 {
		r := ranges[0]
		inner := 1
		for inner < len(ranges) && ranges[inner].End <= r.End && ranges[inner].Start < max(r.End, r.Start+1) {
			inner++
		}
		b.text(parent, at, r.Start)
		b.calls(parent, r.Start, false)
		e := r.New(parent)
		parent.AddChild(e)
		b.fill(e, r.Start, r.End, ranges[1:inner])
		b.calls(e, r.End, true)
		at, ranges = r.End, ranges[inner:]
	}
	b.text(parent, at, end)
}

// text adds text[start:end] with the line ends and calls before its end.
func (b *builder) text(parent *etree.Element, start, end int) {
	for start < end {
		stop, isBreak := b.nextPoint(end)
		if stop > start {
			parent.CreateText(b.flat.Text[start:stop])
			start = stop
		}
		switch {
		case stop == end:
			return
		case isBreak:
			b.breaks(parent, stop+1)
			start = stop + 1
		default:
			b.calls(parent, stop, false)
		}
	}
}

// nextPoint is the offset of the next call or line end before end; a call comes first.
func (b *builder) nextPoint(end int) (at int, isBreak bool) {
	at = end
	if b.nextBreak < len(b.flat.Breaks) && b.flat.Breaks[b.nextBreak].At < at {
		at, isBreak = b.flat.Breaks[b.nextBreak].At, true
	}
	if b.nextCall < len(b.flat.Calls) && b.flat.Calls[b.nextCall].At < end && b.flat.Calls[b.nextCall].At <= at {
		at, isBreak = b.flat.Calls[b.nextCall].At, false
	}
	return at, isBreak
}

// calls adds the calls up to the offset; with inside, those alone that stand before the marks that end there.
func (b *builder) calls(parent *etree.Element, upTo int, inside bool) {
	for b.nextCall < len(b.flat.Calls) {
		c := b.flat.Calls[b.nextCall]
		if c.At > upTo || inside && !c.Inside {
			return
		}
		b.nextCall++
		if e := b.maker.Call(c); e != nil {
			parent.AddChild(e)
		}
	}
}

// breaks adds the line ends before the offset.
func (b *builder) breaks(parent *etree.Element, before int) {
	for b.nextBreak < len(b.flat.Breaks) && b.flat.Breaks[b.nextBreak].At < before {
		for _, e := range b.maker.Break(b.flat.Breaks[b.nextBreak]) {
			parent.AddChild(e)
		}
		b.nextBreak++
	}
}
