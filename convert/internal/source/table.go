package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Table is the content of a block whose columns are certain.
type Table struct {
	Rows []Row
	// Continues reports that the rows go on with the table at the end of the page before. The header that is printed
	// again above them is furniture.
	Continues bool
}

// A Row is a row of a table: a cell for each column.
type Row struct {
	// Head reports that the row is the header.
	Head  bool
	Cells []Cell
}

// A Cell is a cell of a table; one without lines is empty.
type Cell struct {
	Lines []Line
	// At has for each line the index of the printed line of the row on which it stands.
	At []int
}

// The bounds of what can be a table.
const (
	minRiver     = 3   // blank columns between two columns of a table
	headGap      = 2   // blank lines below the header, where the rule is drawn
	maxHead      = 6   // lines of a header
	maxLineWidth = 400 // columns of a line
	maxRowLines  = 24  // lines of a row
	minFullRows  = 2   // rows with more than one cell
	alignment    = 2   // columns by which the edges of cells in one column may differ
	maxTableCols = 24
)

// A printed is a line as it is printed, with the parts into which wide gaps cut it.
type printed struct {
	Line
	cut   []Line // by gutters, as text that is no table is cut
	parts []Line // by any gap of a table; nil where the line can be in none
	cells []Line // by column, once the columns are known
}

// printedLines puts the cells of printed lines together.
func (d *Document) printedLines(lines []Line) []printed {
	var all []printed
	for i, l := range lines {
		if n := len(all); n > 0 && lines[i-1].Cell && l.Cell && l.Blank == 0 && strings.Trim(d.Src[lines[i-1].End:l.Start], " ") == "" {
			last := &all[n-1]
			last.End, last.cut = l.End, append(last.cut, l)
			continue
		}
		all = append(all, printed{Line: l, cut: []Line{l}})
	}
	for i := range all {
		all[i].Cell = len(all[i].cut) > 1
		all[i].parts = d.parts(all[i].Line)
	}
	return all
}

// parts cuts a line where blank columns could part two columns of a table.
func (d *Document) parts(l Line) []Line {
	text := d.text(l)
	if strings.ContainsAny(text, "\t\r\n") || l.Indent+utf8.RuneCountInString(text) > maxLineWidth {
		return nil
	}
	var parts []Line
	column := l.Indent
	for at := 0; at < len(text); {
		end := len(text)
		if gap := strings.Index(text[at:], strings.Repeat(" ", minRiver)); gap >= 0 {
			end = at + gap
		}
		parts = append(parts, Line{Span: Span{l.Start + at, l.Start + end}, Indent: column})
		rest := strings.TrimLeft(text[end:], " ")
		column += utf8.RuneCountInString(text[at:end]) + len(text[end:]) - len(rest)
		at = len(text) - len(rest)
	}
	return parts
}

// A draft is what may be a part of a table on one page: the header, a gap, and lines in columns.
type draft struct {
	page     int
	from, to int // its lines among those of the page's text
	head     []printed
	body     []printed
	columns  []column
}

// drafts finds what may be tables in the lines of a page.
func (d *Document) drafts(page int, lines []printed) []*draft {
	var all []*draft
	last := 0
	for i := 1; i < len(lines); i++ {
		if lines[i].Blank < headGap {
			continue
		}
		if t := d.draft(lines, last, i); t != nil {
			t.page = page
			all, last = append(all, t), t.to
			i = max(i, t.to-1)
		}
	}
	return all
}

// draft reads the table whose body begins with the line of the given index, nil where there is none.
func (d *Document) draft(lines []printed, from, body int) *draft {
	g := &grid{Document: d}
	if body <= from || !g.add(lines[body-1]) {
		return nil
	}
	end := g.body(lines, body)
	if end <= body {
		return nil
	}
	if end < len(lines) && lines[end].Blank >= headGap && lines[end].Cell {
		if end = d.nextHeader(lines, body, end); end <= body {
			return nil
		}
	} else if d.rowsFollow(lines, end) {
		return nil
	}
	return g.draft(lines, from, body, end)
}

// nextHeader is where the header of another table begins that ends right before line end: it says the same as the one
// above line body. It is 0 where that is not certain.
func (d *Document) nextHeader(lines []printed, body, end int) int {
	start := end - 1
	for start > body && lines[start].Blank == 0 {
		start--
	}
	n := end - start
	if start <= body || n > body {
		return 0
	}
	for i, l := range lines[start:end] {
		if tight(d.text(l.Line)) != tight(d.text(lines[body-n+i].Line)) {
			return 0
		}
	}
	return start
}

// draft makes a draft of a header that ends before line body and of the lines up to end.
func (g *grid) draft(lines []printed, from, body, end int) *draft {
	g.columns = nil
	for _, l := range lines[body-1 : end] {
		g.add(l)
	}
	top, ok := g.header(lines, from, body-1)
	if !ok || len(g.columns) < 2 || len(g.columns) > maxTableCols {
		return nil
	}
	if top > from && lines[top].Blank < headGap && lines[top-1].Cell {
		return nil // a row of what stands above?
	}
	t := &draft{from: top, to: end, columns: g.columns, head: lines[top:body], body: lines[body:end]}
	if !g.place(t.head) || !g.place(t.body) || !t.headed() || g.listed(t.body) {
		return nil
	}
	return t
}

// listLabel matches the label of an item: what stands below such labels is a list.
var listLabel = regexp.MustCompile(`^(?:[(\[]?[0-9A-Za-z]{1,5}[.)\]]{1,2}|[•·–—-])$`)

// listed reports whether a line begins with the label of an item.
func (d *Document) listed(lines []printed) bool {
	return slices.ContainsFunc(lines, func(l printed) bool { return listLabel.MatchString(d.text(l.cells[0])) })
}

// rowsFollow reports whether lines in columns stand right below the end of a table: it does not end there.
func (d *Document) rowsFollow(lines []printed, end int) bool {
	for _, l := range lines[end:] {
		if l.Blank >= headGap {
			return false
		}
		if l.Cell {
			return true
		}
	}
	return false
}

// A grid is the columns that lines have in common: where any of them has text, with blank columns between.
type grid struct {
	*Document
	columns []column
	lines   int
}

// add adds a line, and reports whether it fits: it joins no two columns.
func (g *grid) add(l printed) bool {
	if l.parts == nil {
		return false
	}
	fits := true
	for _, part := range l.parts {
		fits = g.insert(column{part.Indent, part.Indent + g.width(part)}) && fits
	}
	g.lines++
	return fits
}

func (d *Document) width(l Line) int { return utf8.RuneCountInString(d.text(l)) }

// insert adds a part of a line to the columns, and reports whether it lies in one.
func (g *grid) insert(c column) bool {
	first, last := g.touched(c)
	if last-first > 0 {
		c.left, c.right = min(c.left, g.columns[first].left), max(c.right, g.columns[last-1].right)
	}
	g.columns = slices.Replace(g.columns, first, last, c)
	return last-first <= 1
}

// touched are the columns that no blank columns part from c.
func (g *grid) touched(c column) (first, last int) {
	for first < len(g.columns) && g.columns[first].right+minRiver <= c.left {
		first++
	}
	last = first
	for last < len(g.columns) && g.columns[last].left < c.right+minRiver {
		last++
	}
	return first, last
}

// body is the end of the lines that stand in the columns: before a gap, or before the lines between two blank ones of
// which one does not fit.
func (g *grid) body(lines []printed, from int) int {
	group := from
	for i := from; i < len(lines); i++ {
		if i > from && lines[i].Blank >= headGap {
			return i
		}
		if lines[i].Blank > 0 {
			group = i
		}
		if !g.aligned(lines[i]) || !g.add(lines[i]) {
			return group
		}
	}
	return len(lines)
}

// aligned reports whether the parts of a line that begin left of their columns end where those do.
func (g *grid) aligned(l printed) bool {
	if g.lines < 3 {
		return true // the columns are not known yet
	}
	for _, part := range l.parts {
		c := column{part.Indent, part.Indent + g.width(part)}
		first, last := g.touched(c)
		if last == first {
			continue
		}
		own := g.columns[first]
		if c.left < own.left && (c.right < own.right-alignment || c.right > own.right+alignment) {
			return false
		}
	}
	return true
}

// header is the first line of the header that ends with line last, and false where it is not certain.
func (g *grid) header(lines []printed, from, last int) (int, bool) {
	top := last
	for top > from && lines[top].Blank == 0 {
		above := lines[top-1]
		before := slices.Clone(g.columns)
		if !g.add(above) {
			g.columns = before
			break
		}
		if len(g.columns) != len(before) || len(above.parts) == 1 && above.Indent < g.columns[0].right || last-top == maxHead {
			return 0, false // a title, or a part of the header?
		}
		top--
	}
	return top, true
}

// place puts the parts of the lines into the columns. It reports false where a cell has a gap like those between
// columns.
func (g *grid) place(lines []printed) bool {
	for i := range lines {
		l := &lines[i]
		l.cells = make([]Line, len(g.columns))
		c := 0
		for _, part := range l.parts {
			for part.Indent >= g.columns[c].right {
				c++
			}
			cell := &l.cells[c]
			if cell.Len() > 0 {
				return false
			}
			*cell = part
		}
	}
	return true
}

// headed reports whether the header is one: each column but the first has one, two at least, each has text below it, and
// no more than one line goes through all columns, as rows do.
func (t *draft) headed() bool {
	heads := 0
	for c := range t.columns {
		has := func(l printed) bool { return l.cells[c].Len() > 0 }
		switch {
		case !slices.ContainsFunc(t.body, has):
			return false
		case slices.ContainsFunc(t.head, has):
			heads++
		case c > 0:
			return false
		}
	}
	through := 0
	for _, l := range t.head {
		if !slices.ContainsFunc(l.cells, func(cell Line) bool { return cell.Len() == 0 }) {
			through++
		}
	}
	return heads > 1 && through < 2
}

// A tabler makes tables of the drafts of all pages.
type tabler struct {
	*Document
	pages [][]printed
}

// blocks are the blocks of each page, its tables among them. A table that a page end cuts goes on under the same header.
func (t *tabler) blocks() {
	drafts := make([][]*draft, len(t.pages))
	for i, lines := range t.pages {
		drafts[i] = t.drafts(i, lines)
	}
	tables := map[*draft]*Table{}
	for i := range drafts {
		for n, d := range drafts[i] {
			if n == 0 && i > 0 && t.linked(drafts[i-1], drafts[i]) {
				continue // read with the page before
			}
			chain := []*draft{d}
			for next := i; n == len(drafts[i])-1 && next+1 < len(drafts) && t.linked(drafts[next], drafts[next+1]); next++ {
				chain = append(chain, drafts[next+1][0])
				if len(drafts[next+1]) > 1 {
					break
				}
			}
			t.read(chain, drafts, tables)
		}
	}
	for i, page := range t.Pages {
		t.page(page, i, drafts[i], tables)
	}
}

// linked reports whether a table that ends a page goes on at the start of the next: both have one header.
func (t *tabler) linked(page, next []*draft) bool {
	if len(page) == 0 || len(next) == 0 {
		return false
	}
	last, first := page[len(page)-1], next[0]
	if last.to != len(t.pages[last.page]) || first.from != 0 || len(last.columns) != len(first.columns) {
		return false
	}
	return t.headText(last) == t.headText(first)
}

// headText is the text of a header, column by column.
func (t *tabler) headText(d *draft) string {
	var b strings.Builder
	for c := range d.columns {
		for _, l := range d.head {
			b.WriteString(tight(t.Src[l.cells[c].Start:l.cells[c].End]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// read makes a table of the drafts of successive pages where its rows are certain.
func (t *tabler) read(chain []*draft, drafts [][]*draft, tables map[*draft]*Table) {
	r := newRower(t.Document, chain)
	last := chain[len(chain)-1]
	if !r.read() || last.to == len(t.pages[last.page]) && t.goesOn(last.page+1, drafts) {
		return
	}
	for i, rows := range r.rows {
		if len(rows) == 0 {
			return
		}
		table := &Table{Rows: rows, Continues: i > 0}
		if i == 0 {
			table.Rows = append([]Row{rowOf(chain[0].head, true)}, rows...)
		}
		tables[chain[i]] = table
	}
}

// goesOn reports whether a page begins as a table goes on: in columns that are not another's, or in the middle of a text.
func (t *tabler) goesOn(page int, drafts [][]*draft) bool {
	if page >= len(t.pages) || len(t.pages[page]) == 0 || len(drafts[page]) > 0 && drafts[page][0].from == 0 {
		return false
	}
	first := t.pages[page][0]
	return first.Cell || startsLower(t.text(first.Line))
}

// page makes blocks of a page's text.
func (t *tabler) page(page *Page, i int, drafts []*draft, tables map[*draft]*Table) {
	lines, at := t.pages[i], 0
	for _, d := range drafts {
		table := tables[d]
		if table == nil {
			continue
		}
		page.Blocks = append(page.Blocks, t.Document.blocks(uncut(lines[at:d.from]), i)...)
		from := d.from
		if table.Continues {
			from += len(d.head)
			page.Furniture = append(page.Furniture, Span{d.head[0].Start, d.head[len(d.head)-1].End})
		}
		b := &Block{Page: i, Cell: true, Table: table}
		at = d.from + len(d.head) + table.bodyLines()
		for _, l := range lines[from:at] {
			b.Lines = append(b.Lines, l.Line)
		}
		page.Blocks = append(page.Blocks, b)
	}
	page.Blocks = append(page.Blocks, t.Document.blocks(uncut(lines[at:]), i)...)
}

// uncut are the lines as text that is no table has them.
func uncut(lines []printed) []Line {
	var all []Line
	for _, l := range lines {
		all = append(all, l.cut...)
	}
	return all
}

// bodyLines is the number of printed lines below the header.
func (t *Table) bodyLines() int {
	n := 0
	for _, r := range t.Rows {
		if !r.Head {
			n += r.lines()
		}
	}
	return n
}

// lines is the number of printed lines of the row.
func (r Row) lines() int {
	n := 0
	for _, c := range r.Cells {
		if len(c.At) > 0 {
			n = max(n, c.At[len(c.At)-1]+1)
		}
	}
	return n
}

// rowOf makes a row of printed lines.
func rowOf(lines []printed, head bool) Row {
	row := Row{Head: head, Cells: make([]Cell, len(lines[0].cells))}
	for at, l := range lines {
		for c, cell := range l.cells {
			if cell.Len() > 0 {
				row.Cells[c].Lines = append(row.Cells[c].Lines, cell)
				row.Cells[c].At = append(row.Cells[c].At, at)
			}
		}
	}
	return row
}

// IsFigure reports whether the text of a cell is a figure or the dash that stands for none: it has no letter.
func IsFigure(text string) bool { return !strings.ContainsFunc(text, unicode.IsLetter) }
