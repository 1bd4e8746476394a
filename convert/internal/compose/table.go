package compose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// table adds a table to parent: a paragraph in each cell, with a line end for each printed line of the row before its
// last one.
func (c *composer) table(parent *etree.Element, t *layout.Text) *etree.Element {
	table := add(parent, "table")
	c.tables[table] = t
	for n, row := range t.Table.Rows {
		tr, name := add(table, "tr"), "td"
		if row.Head {
			name = "th"
		}
		for _, cell := range row.Cells {
			if p := add(add(tr, name), "p"); cell.Text != nil {
				c.cell(p, cell)
			}
		}
		if c.Source.Dialect != source.PDFLayout { // a bar stands before the first cell
			c.starts[tr.ChildElements()[0].ChildElements()[0]] = t.Lines[n].Start
		}
	}
	if c.Source.Dialect == source.PDFLayout {
		c.columns(table, t.Table.Rows)
	}
	return table
}

// cell fills the paragraph of a cell.
func (c *composer) cell(p *etree.Element, cell layout.Cell) {
	t := cell.Text
	c.starts[p], c.texts[p] = t.Start(), t
	ranges := c.withMarks(t.Flat, c.withEntities(t, c.semantics(t)))
	inline.Build(p, t.Flat, ranges, &cellMaker{maker: maker{composer: c, text: t}, at: cell.At})
	for range cell.At[0] {
		p.InsertChildAt(0, etree.NewElement("eol"))
	}
}

// A cellMaker makes what stands at a point of a cell's text.
type cellMaker struct {
	maker
	at []int // the printed lines of the row on which the cell's lines stand, from the one that is being written on
}

// Break makes the line ends up to the printed line on which the cell goes on.
func (m *cellMaker) Break(b inline.Break) []*etree.Element {
	if b.Pages > 0 || b.Cut || len(m.at) < 2 {
		return m.maker.Break(b)
	}
	ends := make([]*etree.Element, m.at[1]-m.at[0])
	for i := range ends {
		ends[i] = etree.NewElement("eol")
	}
	m.at = m.at[1:]
	return ends
}

// columns writes where the columns stand: on the table, and on each page end in it for the page that begins there.
func (c *composer) columns(table *etree.Element, rows []layout.Row) {
	holder, said := table, ""
	var ends []*etree.Element
	for e := range akn.Find(table, "eop") {
		ends = append(ends, e)
	}
	for from := 0; from < len(rows) && holder != nil; {
		end := from + 1
		for end < len(rows) && rows[end].Page == rows[from].Page {
			end++
		}
		now := c.columnsOf(rows[from:end])
		layer.Put(holder, layer.Columns, now, said)
		holder, said, from = nil, now, end
		if len(ends) > 0 {
			holder, ends = ends[0], ends[1:]
		}
	}
}

// columnsOf says of each column where its texts begin and, after a colon, where its figures end: most of them.
func (c *composer) columnsOf(rows []layout.Row) string {
	columns := make([]string, len(rows[0].Cells))
	for i := range columns {
		var left, right tally
		for _, row := range rows {
			if cell := row.Cells[i].Text; cell != nil {
				for _, l := range cell.Lines {
					text := c.Source.Src[l.Start:l.End]
					if source.IsFigure(text) {
						right.add(l.Indent + utf8.RuneCountInString(text))
					} else {
						left.add(l.Indent)
					}
				}
			}
		}
		if left.count != nil {
			columns[i] = strconv.Itoa(left.best)
		}
		if right.count != nil {
			columns[i] += ":" + strconv.Itoa(right.best)
		}
	}
	return strings.Join(columns, " ")
}

// A tally finds the commonest number, the smallest of several.
type tally struct {
	count map[int]int
	best  int
}

func (t *tally) add(n int) {
	if t.count == nil {
		t.count, t.best = map[int]int{}, n
	}
	t.count[n]++
	if more := t.count[n] - t.count[t.best]; more > 0 || more == 0 && n < t.best {
		t.best = n
	}
}

// tableOf is the table in which the element stands, and whether it stands in one.
func (c *composer) tableOf(e *etree.Element) (*etree.Element, bool) {
	for ; e != nil; e = e.Parent() {
		if _, ok := c.tables[e]; ok {
			return e, true
		}
	}
	return nil, false
}

// asLines writes the lines of a table as paragraphs, as they are printed, where its cells do not print their source.
func (c *composer) asLines(table *etree.Element) bool {
	t := c.tables[table]
	if t == nil {
		return true // it has been done
	}
	if len(t.Calls) > 0 {
		return false // the notes are in the tree already
	}
	c.tables[table] = nil
	parent, at := table.Parent(), table.Index()
	var numbers []string
	for e := range akn.Find(table, "eop") {
		numbers = append(numbers, akn.Attr(e, "number"))
	}
	parent.RemoveChildAt(at)
	for i, line := range c.Resolution.TableLines(t) {
		p := etree.NewElement("p")
		parent.InsertChildAt(at+i, p)
		c.fill(p, line, nil)
		for e := range akn.Find(p, "eop") {
			if len(numbers) > 0 {
				set(e, "number", numbers[0])
				numbers = numbers[1:]
			}
		}
	}
	c.Remarks = append(c.Remarks, layout.Remark{Code: layout.Verbatim, Offset: t.Start(), Message: "the table is kept as it is printed"})
	return true
}
