package source

import "strings"

// bars makes a table of lines whose cells stand between bars, each with one space around it, as canonical text has them.
// Lines with different numbers of cells are none.
func (d *Document) bars(lines []Line) *Table {
	if len(lines) < minFullRows {
		return nil
	}
	t := &Table{}
	for _, l := range lines {
		row, ok := d.barRow(l)
		if !ok || len(t.Rows) > 0 && len(row.Cells) != len(t.Rows[0].Cells) {
			return nil
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// barRow reads a row: "| Legal Officer | | 1 |".
func (d *Document) barRow(l Line) (Row, bool) {
	var row Row
	text := d.text(l)
	if !strings.HasPrefix(text, "| ") || !strings.HasSuffix(text, " |") {
		return row, false
	}
	for at := len("|"); at < len(text); {
		if strings.HasPrefix(text[at:], " |") {
			row.Cells = append(row.Cells, Cell{})
			at += len(" |")
			continue
		}
		end := strings.Index(text[at:], " |")
		if end < 2 || text[at] != ' ' || text[at+1] == ' ' || text[at+end-1] == ' ' {
			return row, false
		}
		cell := Line{Span: Span{l.Start + at + 1, l.Start + at + end}}
		row.Cells = append(row.Cells, Cell{Lines: []Line{cell}, At: []int{0}})
		at += end + len(" |")
	}
	return row, true
}
