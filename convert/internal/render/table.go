package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A column says where the cells of a table's column stand.
type column struct {
	left  int // where texts begin
	right int // where figures end; both -1 where that is not said
}

// The gaps in a table where nothing else is said: below the header, where its rule is drawn, above the first row, and
// between cells that do not keep to their columns.
const (
	belowHead = "\n\n\n"
	aboveHead = "\n\n"
	cellGap   = 2
)

// table prints the rows of a table.
func (w *walker) table(e *etree.Element) {
	columns, first, headed := w.columns, w.first, w.headed
	w.columns, w.first, w.headed = nil, true, false
	w.setColumns(e)
	w.children(e)
	w.columns, w.first, w.headed = columns, first, headed
}

// maxColumns bounds the columns of a table whose places are said.
const maxColumns = 1000

// setColumns makes the columns that the element says, if any, those of the table.
func (w *walker) setColumns(e *etree.Element) {
	if e == nil {
		return
	}
	value, ok := layer.Get(e, layer.Columns)
	if !ok {
		return
	}
	w.columns = w.columns[:0:0]
	for _, field := range strings.Fields(value) {
		left, right, _ := strings.Cut(field, ":")
		w.columns = append(w.columns, column{columnAt(left), columnAt(right)})
		if len(w.columns) == maxColumns {
			return
		}
	}
}

// columnAt reads a column's place, -1 where it is none.
func columnAt(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 1000 {
		return n
	}
	return -1
}

// row prints a row of a table. Where columns are kept its cells stand side by side; else, if each of them is one
// paragraph, between bars.
func (w *walker) row(tr *etree.Element) {
	cells, simple := paragraphs(tr)
	switch {
	case !simple:
		w.looseRow(tr)
	case w.style.margins:
		w.columnRow(cells)
	default:
		w.barRow(cells)
	}
	w.first, w.headed, w.number = false, akn.Is(tr.ChildElements()[0], "th"), false
}

// paragraphs are the paragraphs of the cells of a row, and whether each cell is nothing but one.
func paragraphs(tr *etree.Element) (cells []*etree.Element, simple bool) {
	for _, cell := range tr.ChildElements() {
		inner := cell.ChildElements()
		if !akn.Is(cell, "th", "td") || len(inner) != 1 || !akn.Is(inner[0], "p") {
			return nil, false
		}
		cells = append(cells, inner[0])
	}
	return cells, len(cells) > 0
}

// looseRow prints cells of any content after each other.
func (w *walker) looseRow(tr *etree.Element) {
	for i, cell := range tr.ChildElements() {
		w.number = i > 0 // cells follow each other as text follows a number
		if len(cell.ChildElements()) > 0 && akn.Local(cell.ChildElements()[0]) == "p" {
			w.children(cell)
		} else {
			w.block(cell)
		}
	}
}

// barRow prints a row on one line, with bars around its cells.
func (w *walker) barRow(cells []*etree.Element) {
	w.number = false
	for i, p := range cells {
		w.out.enter(p)
		if i == 0 {
			w.betweenRows(p, w.style.block, w.style.line)
			w.print("|")
		}
		w.print(" ")
		w.line = ""
		w.inline(p)
		if hasText(p) {
			w.print(" ")
		}
		w.print("|")
	}
}

// betweenRows prints what stands before a row: the one gap before the first, the other between rows.
func (w *walker) betweenRows(e *etree.Element, block, line string) {
	if w.skips() || w.glued {
		w.glued = false
		return
	}
	if w.first {
		line = block
	}
	if !w.started {
		line = ""
	}
	w.out.gap(e, layer.Sep, w.implied(line))
}

// maxCellLines bounds the lines of a cell: each of them is found by a walk through it.
const maxCellLines = 32

// columnRow prints a row line by line, its cells side by side.
func (w *walker) columnRow(cells []*etree.Element) {
	if w.skips() {
		return
	}
	all, lines := make([][]cellLine, len(cells)), 0
	for i, p := range cells {
		all[i] = linesOf(p)
		lines = max(lines, len(all[i]))
	}
	w.number = false
	for n := range lines {
		begins := true
		for i, p := range cells {
			if n < len(all[i]) && strings.TrimSpace(all[i][n].text) != "" {
				w.cellLine(p, all[i][n], i, n, begins)
				begins = false
			}
		}
	}
}

// A cellLine is a line of a cell: the element before which it stands, and its text without notes.
type cellLine struct {
	element *etree.Element
	text    string
}

// linesOf are the lines of a cell.
func linesOf(p *etree.Element) []cellLine {
	lines := []cellLine{{element: p}}
	var text strings.Builder
	end := func() {
		lines[len(lines)-1].text = text.String()
		text.Reset()
	}
	var walk func(e *etree.Element)
	walk = func(e *etree.Element) {
		for _, t := range e.Child {
			switch t := t.(type) {
			case *etree.CharData:
				text.WriteString(t.Data)
			case *etree.Element:
				switch name := akn.Local(t); {
				case (name == "eol" || name == "br") && len(lines) < maxCellLines:
					end()
					lines = append(lines, cellLine{element: t})
				case name != "authorialNote":
					walk(t)
				}
			}
		}
	}
	walk(p)
	end()
	return lines
}

// cellLine prints line n of the cell in column i. It begins a printed line, or follows another cell.
func (w *walker) cellLine(p *etree.Element, l cellLine, i, n int, begins bool) {
	w.out.enter(p)
	if w.glued {
		w.glued = false
	} else {
		gap := w.out.gap(l.element, layer.Sep, w.beforeCell(l, i, n, begins))
		w.column = after(w.column, gap)
		w.started = true
	}
	outer := w.cell
	w.cell = &parts{want: n}
	w.inline(p)
	w.cell = outer
}

// beforeCell is what the columns imply before a line of a cell.
func (w *walker) beforeCell(l cellLine, i, n int, begins bool) string {
	left := w.left(l, i)
	if !begins {
		if left < 0 {
			return columns(cellGap)
		}
		return columns(max(left-w.column, cellGap))
	}
	line := "\n"
	switch {
	case !w.started:
		line = ""
	case n > 0:
	case w.first:
		line = aboveHead
	case w.headed:
		line = belowHead
	}
	if left < 0 {
		left = w.margin
	}
	return w.implied(line) + columns(left)
}

// left is the column at which a line of a cell begins, -1 where nothing says it.
func (w *walker) left(l cellLine, i int) int {
	if i >= len(w.columns) {
		return -1
	}
	c := w.columns[i]
	if c.right >= 0 && source.IsFigure(l.text) {
		return c.right - utf8.RuneCountInString(l.text)
	}
	return c.left
}

// after is the column at which a line ends when s is printed after the given one.
func after(column int, s string) int {
	if i := strings.LastIndexAny(s, "\n\r\f"); i >= 0 {
		column, s = 0, s[i+1:]
	}
	return column + utf8.RuneCountInString(s)
}
