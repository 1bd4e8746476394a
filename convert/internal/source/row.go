package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rower finds the rows of a table. A line below another is a row of its own, or goes on with the cells above it; only
// what its form says counts, and where it says nothing, or both, the table is not certain.
type rower struct {
	*Document
	chain []*draft
	// widths are the columns' widths, as far as the lines show them; wraps says which of them have lines that go on.
	widths []int
	wraps  []bool
	// labels are the texts that are certainly rows of their own with nothing in the other columns; close reports that some
	// of them stand right below another row.
	labels map[string]bool
	close  bool
	rows   [][]Row // by page
}

func newRower(d *Document, chain []*draft) *rower {
	n := len(chain[0].columns)
	r := &rower{Document: d, chain: chain, widths: make([]int, n), wraps: make([]bool, n), labels: map[string]bool{}}
	for _, part := range chain {
		for _, l := range part.head {
			r.measure(part, l)
		}
		for i, l := range part.body {
			r.measure(part, l)
			for c, cell := range l.cells {
				r.wraps[c] = r.wraps[c] || i > 0 && l.Blank == 0 && r.goesOn(cell)
			}
		}
	}
	return r
}

// measure widens the columns to the cells of a line.
func (r *rower) measure(part *draft, l printed) {
	for c, cell := range l.cells {
		if cell.Len() > 0 {
			r.widths[c] = max(r.widths[c], r.reach(part, c, cell))
		}
	}
}

// reach is how far into its column the text of a cell goes.
func (r *rower) reach(part *draft, c int, cell Line) int {
	return cell.Indent - part.columns[c].left + r.width(cell)
}

// goesOn reports whether a cell begins in the middle of a sentence, or with an aside.
func (r *rower) goesOn(cell Line) bool {
	text := r.text(cell)
	if strings.HasPrefix(text, "(") && !IsFigure(text) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "“‘«\""))
	return unicode.IsLower(first)
}

// read finds the rows, and reports whether all of them are certain.
func (r *rower) read() bool {
	r.findLabels()
	full := 0
	for _, part := range r.chain {
		var rows []Row
		from := 0
		for i := 1; i <= len(part.body); i++ {
			if i < len(part.body) {
				switch r.judge(part, from, i, true) {
				case goesOn:
					continue
				case uncertain:
					return false
				}
			}
			rows = append(rows, rowOf(part.body[from:i], false))
			from = i
		}
		if r.anyGoesOn(part.body[0]) {
			return false
		}
		if part == r.chain[len(r.chain)-1] {
			rows = trimmedRows(rows)
		}
		r.rows = append(r.rows, rows)
		for _, row := range rows {
			if row.filled() > 1 {
				full++
			}
		}
	}
	return full >= minFullRows
}

// trimmedRows leaves out the rows at the end that have one cell: what stands there may be no part of the table.
func trimmedRows(rows []Row) []Row {
	for len(rows) > 0 && rows[len(rows)-1].filled() < 2 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// filled is the number of cells that are not empty.
func (r Row) filled() int {
	n := 0
	for _, c := range r.Cells {
		if len(c.Lines) > 0 {
			n++
		}
	}
	return n
}

// findLabels finds the texts that are certainly rows of their own with nothing in the other columns.
func (r *rower) findLabels() {
	for _, part := range r.chain {
		from := 0
		for i := 1; i < len(part.body); i++ {
			v := r.judge(part, from, i, false)
			if v == goesOn {
				continue
			}
			from = i
			if c, ok := part.body[i].only(); ok && v == begins {
				r.labels[r.text(part.body[i].cells[c])] = true
				r.close = r.close || part.body[i].Blank == 0 && part.body[i].cells[c].Indent == part.above(i, c)
			}
		}
	}
}

// above is where the text of a column begins in the line above, -1 where it has none.
func (t *draft) above(i, c int) int {
	if cell := t.body[i-1].cells[c]; cell.Len() > 0 {
		return cell.Indent
	}
	return -1
}

// only is the column of a line that has text in one alone.
func (l printed) only() (column int, ok bool) {
	n := 0
	for c, cell := range l.cells {
		if cell.Len() > 0 {
			column = c
			n++
		}
	}
	return column, n == 1
}

// A verdict says what a line is.
type verdict uint8

const (
	uncertain verdict = iota + 1
	begins            // a row begins with it
	goesOn            // it belongs to the row above it
)

// judge says what line i of a part is below the row that begins with line from.
func (r *rower) judge(part *draft, from, i int, known bool) verdict {
	l := part.body[i]
	if i-from > maxRowLines {
		return uncertain
	}
	if l.Blank > 0 {
		if r.underText(part, i) {
			return uncertain
		}
		return begins
	}
	begun, wrapped := false, false
	for c, cell := range l.cells {
		if cell.Len() == 0 {
			continue
		}
		switch r.cell(part, from, i, c) {
		case begins:
			begun = true
		case goesOn:
			wrapped = true
		}
	}
	switch {
	case begun && wrapped:
		return uncertain
	case begun:
		return begins
	case wrapped:
		return goesOn
	}
	if c, ok := l.only(); ok && known && r.labels[r.text(l.cells[c])] || r.beside(part, i) {
		return begins
	}
	if r.fills(part, from, i) {
		return goesOn
	}
	return uncertain
}

// underText reports whether a line below a blank one goes on in the middle of a sentence.
func (r *rower) underText(part *draft, i int) bool {
	for c, cell := range part.body[i].cells {
		if cell.Len() > 0 && part.above(i, c) >= 0 && r.goesOn(cell) {
			return true
		}
	}
	return false
}

func (r *rower) anyGoesOn(l printed) bool {
	for _, cell := range l.cells {
		if cell.Len() > 0 && r.goesOn(cell) {
			return true
		}
	}
	return false
}

// The parts of a column's width, in per cent: what takes less would have fitted on the line above, what takes more
// would not.
const (
	surelyFits = 80
	hardlyFits = 90
)

// cell says what the text of column c in line i is; 0 where its form does not say it.
func (r *rower) cell(part *draft, from, i, c int) verdict {
	cell, above := part.body[i].cells[c], part.body[i-1].cells[c]
	switch {
	case above.Len() == 0 && r.has(part.body[from:i], c):
		return begins // a cell has no blank lines
	case above.Len() == 0:
		return 0
	case r.goesOn(cell):
		return goesOn
	case IsFigure(r.text(cell)) && IsFigure(r.text(above)):
		return begins
	case cell.Indent-above.Indent >= alignment, above.Indent-cell.Indent >= alignment:
		return begins
	}
	limit := surelyFits
	if _, label := part.body[from].only(); label && i == from+1 && !r.wraps[c] {
		limit = 100
	}
	if r.need(part, c, above, cell)*100 <= r.widths[c]*limit {
		return begins
	}
	return 0
}

// beside reports whether a line has texts below those of the first column and of others, of which one is not full: all of
// them would have to go on at once.
func (r *rower) beside(part *draft, i int) bool {
	l, above := part.body[i], part.body[i-1]
	if _, single := l.only(); single || l.cells[0].Len() == 0 {
		return false
	}
	full := true
	for c, cell := range l.cells {
		switch {
		case cell.Len() == 0:
		case above.cells[c].Len() == 0:
			return false
		default:
			full = full && r.full(part, c, above.cells[c], cell)
		}
	}
	return !full
}

// full reports whether the first word of a cell would hardly have fitted on the line above.
func (r *rower) full(part *draft, c int, above, cell Line) bool {
	return r.need(part, c, above, cell)*100 > r.widths[c]*hardlyFits
}

// has reports whether one of the lines has text in the column.
func (r *rower) has(lines []printed, c int) bool {
	for _, l := range lines {
		if l.cells[c].Len() > 0 {
			return true
		}
	}
	return false
}

// need is how far into the column the text above would go with the first word of the cell.
func (r *rower) need(part *draft, c int, above, cell Line) int {
	return r.reach(part, c, above) + 1 + utf8.RuneCountInString(firstWord(r.text(cell)))
}

// firstWord is what of a text stays on one line: its first word, with the number before it.
func firstWord(text string) string {
	for at := 0; ; at++ {
		space := strings.IndexByte(text[at:], ' ')
		if space < 0 {
			return text
		}
		if at += space; !IsFigure(text[:at]) {
			return text[:at]
		}
	}
}

// fills reports whether a line goes on with the row above it though no cell begins in the middle of a sentence, for the
// cells above are full: it goes on with the label of a row that is complete, or gives it what it lacks and has no label
// itself. Where rows of one cell stand right below others nothing tells them from lines that go on.
func (r *rower) fills(part *draft, from, i int) bool {
	l, first := part.body[i], part.body[from]
	complete, late, all := true, false, true
	for c := range l.cells {
		all = all && l.cells[c].Len() > 0
		switch {
		case first.cells[c].Len() == 0:
			complete = false
			late = late || l.cells[c].Len() > 0 && !r.has(part.body[from:i], c)
		case l.cells[c].Len() > 0 && !r.full(part, c, part.body[i-1].cells[c], l.cells[c]):
			return false
		}
	}
	if _, single := first.only(); single || all || r.close {
		return false
	}
	if l.cells[0].Len() == 0 {
		return late && first.cells[0].Len() > 0
	}
	_, label := l.only()
	return complete && label
}
