package akn

import (
	"sort"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// Position is a place in the input.
type Position struct {
	Offset int // in bytes
	Line   int // counted from 1; CR, LF and CRLF end a line
	Column int // in characters, counted from 1
}

// Position returns where the start tag of e began in the input. It knows that
// of elements that were read with [ParseOptions].Positions, wherever they
// stand by now.
func (d *Document) Position(e *etree.Element) (Position, bool) {
	if d == nil || d.places == nil {
		return Position{}, false
	}
	offset, ok := d.places.offsets[e]
	if !ok {
		return Position{}, false
	}
	return d.places.position(offset), true
}

// places has what positions are made of.
type places struct {
	offsets map[*etree.Element]int
	src     string
	lines   []int // offsets of the beginnings of lines
	runes   []int // characters before each block of the source
}

// A document can be one long line: characters are counted from the beginning
// of a block of so many bytes.
const blockSize = 1 << 12

func newPlaces(offsets map[*etree.Element]int, src string) *places {
	p := &places{offsets: offsets, src: src, lines: lineStarts(src)}
	for start, n := 0, 0; start <= len(src); start += blockSize {
		p.runes = append(p.runes, n)
		n += runeStarts(src[start:min(start+blockSize, len(src))])
	}
	return p
}

// runesBefore counts the characters before the offset.
func (p *places) runesBefore(offset int) int {
	block := offset / blockSize
	return p.runes[block] + runeStarts(p.src[block*blockSize:offset])
}

// runeStarts counts the characters that begin in s, which may itself begin
// within one.
func runeStarts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

func (p *places) position(offset int) Position {
	line := sort.SearchInts(p.lines, offset+1)
	start := p.lines[line-1]
	return Position{Offset: offset, Line: line, Column: p.runesBefore(offset) - p.runesBefore(start) + 1}
}

func lineStarts(src string) []int {
	starts := []int{0}
	for i := 0; i < len(src); i++ {
		if endsLine(src, i) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// endsLine reports whether the byte at i is the last one of a line.
func endsLine(src string, i int) bool {
	return src[i] == '\n' || (src[i] == '\r' && !(i+1 < len(src) && src[i+1] == '\n'))
}
