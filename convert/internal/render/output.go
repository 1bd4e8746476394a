package render

import (
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/convert/internal/layer"
)

// An output takes what the walker prints.
type output interface {
	// enter begins a block.
	enter(block *etree.Element)
	// gap separates texts: as the element's attribute says or, without it, as implied. It returns what it has printed.
	gap(e *etree.Element, name, implied string) string
	// literal prints the given bytes.
	literal(s string)
}

// A writer prints to a buffer.
type writer struct{ strings.Builder }

func (w *writer) enter(*etree.Element) {}

func (w *writer) gap(e *etree.Element, name, implied string) string {
	if value, ok := layer.Get(e, name); ok {
		implied = layer.Expand(value)
	}
	w.WriteString(implied)
	return implied
}

func (w *writer) literal(s string) { w.WriteString(s) }

// A fitter compares what is printed with the source and records in the layer where the gaps deviate from what is implied.
type fitter struct {
	src    string
	at     int
	starts map[*etree.Element]int // where the text of each block begins
	// furniture has the end of each piece of furniture by its start: a piece inside a page's text counts as a gap.
	furniture map[int]int

	gapped gapped           // the last gap
	block  *etree.Element   // the current one
	lost   bool             // the current block does not print its source
	bad    []*etree.Element // the blocks that do not
}

func (f *fitter) enter(block *etree.Element) {
	start, known := f.starts[block]
	if !known {
		return
	}
	if f.lost {
		f.at, f.lost = start, false
	}
	f.block = block
}

func (f *fitter) gap(e *etree.Element, name, implied string) string {
	if f.lost {
		return implied
	}
	f.gapped = gapped{e, name, implied, f.at}
	gap := f.src[f.at:f.gapEnd()]
	f.put(gap)
	f.at += len(gap)
	return gap
}

// A gapped is a gap that has been taken, with the place where it begins.
type gapped struct {
	element       *etree.Element
	name, implied string
	start         int
}

// put writes the last gap where it is not what is implied.
func (f *fitter) put(gap string) {
	layer.Put(f.gapped.element, f.gapped.name, layer.Encode(gap), layer.Encode(f.gapped.implied))
}

// giveBack gives a text that begins with white space its own back, which the gap before it has taken.
func (f *fitter) giveBack(s string) {
	own := s[:layer.GapEnd(s, 0)]
	if own == "" || f.gapped.element == nil || !strings.HasSuffix(f.src[f.gapped.start:f.at], own) {
		return
	}
	f.at -= len(own)
	f.put(f.src[f.gapped.start:f.at])
}

// gapEnd is the end of the white space and furniture that begin here.
func (f *fitter) gapEnd() int {
	end := layer.GapEnd(f.src, f.at)
	for f.furniture[end] > end {
		end = layer.GapEnd(f.src, f.furniture[end])
	}
	return end
}

func (f *fitter) literal(s string) {
	if f.lost {
		return
	}
	if !strings.HasPrefix(f.src[f.at:], s) {
		f.giveBack(s)
	}
	f.gapped = gapped{}
	if !strings.HasPrefix(f.src[f.at:], s) {
		f.lost, f.bad = true, append(f.bad, f.block)
		return
	}
	f.at += len(s)
}
