package compose

import (
	"testing"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/render"
	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

const twoPages = `
          The General Assembly,

          1.   Decides as follows:

          Post              Number


          Cook                   1
          Driver                 2
` + "\f" + `
          Post              Number


          Keeper                 3
` + "\f"

// tableOfPages is the text with a table, and the table.
func tableOfPages(t *testing.T) (*layout.Resolution, *layout.Table) {
	r := layout.Read(source.Read(twoPages, source.PDFLayout), layout.Options{})
	require.Len(t, r.Body, 1)
	require.Len(t, r.Body[0].More, 1)
	return r, r.Body[0].More[0].Table
}

// Columns are said for each page.
func TestColumns(t *testing.T) {
	r, _ := tableOfPages(t)
	doc, _ := Compose(r, Options{})
	var said []string
	for e := range akn.Find(doc.Root(), "table", "eop") {
		for _, a := range e.Attr {
			if a.Key == "columns" {
				said = append(said, e.Tag+" "+a.Value)
			}
		}
	}
	require.Equal(t, []string{"table 10 28:34", "eop 10 :34"}, said)
	require.Equal(t, twoPages, render.Text(doc.Root()))
}

// A table whose cells do not print their source is kept line by line, and the report says so.
func TestTableAsLines(t *testing.T) {
	r, table := tableOfPages(t)
	table.Rows[1].Cells[0].At = []int{1} // below the figure beside it
	doc, r := Compose(r, Options{})
	require.Equal(t, twoPages, render.Text(doc.Root()))
	require.False(t, r.Whole)
	var lines, numbers []string
	for p := range akn.Find(doc.Root(), "p") {
		lines = append(lines, akn.Text(p))
	}
	for e := range akn.Find(doc.Root(), "eop") {
		numbers = append(numbers, akn.Attr(e, "number"))
	}
	require.Equal(t, []string{"The General Assembly,", "Decides as follows:", "Post              Number",
		"Cook                   1", "Driver                 2", "Keeper                 3"}, lines)
	require.Equal(t, []string{"2", ""}, numbers) // no page follows the last
	require.Equal(t, layout.Verbatim, r.Remarks[len(r.Remarks)-1].Code)
}
