package layout

import (
	"slices"

	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A Table is a text in rows and cells. It is one text in the order of the parts, and its words are those of its cells:
// no label, heading or opening phrase is looked for in it.
type Table struct {
	Rows []Row
}

// A Row is a row of a table.
type Row struct {
	// Head reports that the row is the header.
	Head  bool
	Cells []Cell
	// Page is the page on which the row is printed.
	Page int
}

// A Cell is a cell of a table.
type Cell struct {
	// Text is nil in an empty cell.
	Text *Text
	// At has for each line of the text the index of the printed line of the row on which it stands.
	At []int
}

// addTable makes the text of a block a table or, where the block goes on with the table at the end of the page before,
// adds its rows to that.
func (r *Resolution) addTable(texts []*Text, b *source.Block) []*Text {
	if n := len(texts); n > 0 && b.Table.Continues && texts[n-1].Table != nil {
		last := texts[n-1]
		last.Lines = append(last.Lines, b.Lines...)
		last.Table.add(b)
		return texts
	}
	t := &Text{Lines: b.Lines, Page: b.Page, LastPage: b.Page, Cell: true, Table: &Table{}}
	t.Table.add(b)
	return append(texts, t)
}

// add adds the rows of a block.
func (t *Table) add(b *source.Block) {
	for _, row := range b.Table.Rows {
		added := Row{Head: row.Head, Page: b.Page}
		for _, c := range row.Cells {
			cell := Cell{At: c.At}
			if len(c.Lines) > 0 {
				cell.Text = &Text{Lines: c.Lines, Page: b.Page, LastPage: b.Page, Cell: true}
			}
			added.Cells = append(added.Cells, cell)
		}
		t.Rows = append(t.Rows, added)
	}
}

// texts are the texts of the cells that are not empty, row by row.
func (t *Table) texts() []*Text {
	var all []*Text
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Text != nil {
				all = append(all, c.Text)
			}
		}
	}
	return all
}

// parts are the cells of a table, or the text itself.
func (t *Text) parts() []*Text {
	if t.Table != nil {
		return t.Table.texts()
	}
	return []*Text{t}
}

// flattenTable reads the inline marks of the cells. Calls and page ends belong to the cells in which they stand; the
// text itself has no words.
func (r *Resolution) flattenTable(t *Text) {
	t.shareCalls()
	ends := t.pageEnds()
	for _, cell := range t.Table.texts() {
		last := &cell.Lines[len(cell.Lines)-1]
		if last.Pages = ends[last.End]; last.Pages > 0 {
			cell.LastPage = cell.Page + last.Pages
		}
		r.flatten(cell)
	}
	t.Flat = &inline.Flat{}
}

// pageEnds are the numbers of pages that end after the text's lines, by the lines' ends.
func (t *Text) pageEnds() map[int]int {
	ends := map[int]int{}
	for _, l := range t.Lines {
		if l.Pages > 0 {
			ends[l.End] = l.Pages
		}
	}
	return ends
}

// shareCalls gives the calls of notes in a table to its cells.
func (t *Text) shareCalls() {
	type cellLine struct {
		start int
		cell  *Text
	}
	var lines []cellLine
	for _, cell := range t.Table.texts() {
		cell.Calls = nil
		for _, l := range cell.Lines {
			lines = append(lines, cellLine{l.Start, cell})
		}
	}
	slices.SortFunc(lines, func(a, b cellLine) int { return a.start - b.start })
	for _, c := range t.Calls {
		i, found := slices.BinarySearchFunc(lines, c.Start, func(l cellLine, at int) int { return l.start - at })
		if !found {
			i--
		}
		cell := lines[max(i, 0)].cell
		cell.Calls = append(cell.Calls, c)
	}
}

// endOn is where the part of the text on a page ends: a table can go on over several.
func (t *Text) endOn(page int) int {
	if t.Table == nil {
		return t.End()
	}
	for _, l := range t.Lines {
		if page -= l.Pages; page < t.Page {
			return l.End
		}
	}
	return t.End()
}

// TableLines are the printed lines of a table as texts of their own.
func (r *Resolution) TableLines(t *Text) []*Text {
	var all []*Text
	page := t.Page
	for _, l := range t.Lines {
		line := &Text{Lines: []source.Line{l}, Page: page, LastPage: page + l.Pages}
		page = line.LastPage
		r.flatten(line)
		all = append(all, line)
	}
	return all
}

// table takes a table: into the paragraph that announces it with a colon, or as a text of its own.
func (b *body) table() bool {
	t := b.peek(0)
	if t.Table == nil {
		return false
	}
	b.take()
	if b.last != nil && len(b.last.Items) == 0 && len(b.last.Wrap) == 0 && b.last.announces() {
		b.last.More = append(b.last.More, t)
		return true
	}
	b.add(&Node{Kind: Plain, Text: t})
	b.last = nil
	return true
}

// announces reports whether the paragraph ends in a colon.
func (n *Node) announces() bool { return len(n.More) == 0 && endsInColon(n.Text) }
