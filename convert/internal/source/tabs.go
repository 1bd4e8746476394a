package source

import (
	"regexp"
	"strings"
)

// tabLabel matches what stands before a tab where it is the label of a paragraph or item: "9.", "(a)", "Item 4.", "1 -", or a
// sign: "**".
var tabLabel = regexp.MustCompile(`^(?:(?:\S+ )?[(\[（]?[\p{L}\p{N}]{1,5}[.)\]．。、）]{1,2}|\p{N}{1,3}(?: ?[-–])?|[*†‡•·–—-]{1,4})$`)

// tabs makes a table of lines whose cells are parted by tabs: each line has the same number, and a line without a first
// cell begins with one. Labels before tabs make a list, and a line that goes on in lower case may be more of the one above.
func (d *Document) tabs(lines []Line) *Table {
	t := &Table{Tabs: true}
	full := 0
	for _, l := range lines {
		row, ok := d.tabRow(l)
		if !ok || len(t.Rows) > 0 && len(row.Cells) != len(t.Rows[0].Cells) {
			return nil
		}
		if row.filled() > 1 {
			full++
		}
		t.Rows = append(t.Rows, row)
	}
	if full < minFullRows {
		return nil
	}
	return t
}

// tabRow reads a row.
func (d *Document) tabRow(l Line) (Row, bool) {
	var row Row
	line := l
	lead := d.leadingTab(l)
	if lead {
		line.Start--
		if startsLower(d.text(l)) {
			return row, false
		}
	}
	if !lead && l.Indent > 0 || !strings.Contains(d.text(line), "\t") {
		return row, false
	}
	at := line.Start
	for text := range strings.SplitSeq(d.text(line), "\t") {
		cell := Cell{}
		if trimmed := strings.Trim(text, " "); trimmed != "" {
			start := at + strings.Index(text, trimmed)
			cell = Cell{Lines: []Line{{Span: Span{start, start + len(trimmed)}}}, At: []int{0}}
		}
		row.Cells = append(row.Cells, cell)
		at += len(text) + len("\t")
	}
	for _, cell := range row.Cells[:len(row.Cells)-1] {
		if len(cell.Lines) > 0 && tabLabel.MatchString(d.text(cell.Lines[0])) {
			return row, false
		}
	}
	return row, true
}

// leadingTab reports whether a tab and nothing else stands before the line.
func (d *Document) leadingTab(l Line) bool {
	return l.Start > 0 && d.Src[l.Start-1] == '\t' && (l.Start == 1 || strings.ContainsRune("\n\r\f", rune(d.Src[l.Start-2])))
}
