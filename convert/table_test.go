package convert_test

import (
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/require"
)

// rowsIn are the rows of all tables of a document: the texts of the cells with bars between, a header in angles.
func rowsIn(doc *akn.Document) []string {
	var rows []string
	for tr := range akn.Find(doc.Main(), "tr") {
		var cells []string
		open, end := "", ""
		for _, cell := range tr.ChildElements() {
			cells = append(cells, akn.Text(cell))
			if akn.Is(cell, "th") {
				open, end = "<", ">"
			}
		}
		rows = append(rows, open+strings.Join(cells, "|")+end)
	}
	return rows
}

// A table that a page cuts is one, without the header that is printed again; the paragraph that announces it holds it.
func TestTable(t *testing.T) {
	_, doc := converted(t, "en-tables.layout")
	require.Equal(t, []string{
		"<Measure|Name of the post|Grade and service|Number of posts>",
		"New post|Librarian, Maps and Timetables|P-3|1",
		"New post|Keeper of the Lamps|GS (OL)|2",
		"New post|Reader Aloud|GS (OL)|4",
		"Total new posts|||7",
		"Transfer from the wagon on the northern line to the wagon on the coast|Binder|GS (PL)|1",
		"Upgrading|Chief Librarian, for the length of the journey|P-5|1",
		"Upgrading|Driver|GS (PL)|2",
		"Abolition|Keeper of the Stove|GS (OL)|1",
		"Net change|||6",
		"<Days|Line|Wagon>",
		"Mondays and Thursdays|The northern line, up to the last station before the ice|First wagon",
		"Saturdays|The coast|Second wagon",
	}, rowsIn(doc))
	second := paragraph(t, doc, "2.")
	require.Contains(t, second.Words(), "Transfer from the wagon on the northern line to the wagon on the coast Binder GS (PL) 1")
	require.Len(t, second.Notes(), 1)
}

// A cell that becomes longer leaves the columns where they are; one that is too long for its column pushes the others.
func TestEditCell(t *testing.T) {
	src, doc := converted(t, "en-tables.layout")
	cell := func(text string) *etree.Element {
		for p := range akn.Find(doc.Main(), "p") {
			if akn.Text(p) == text {
				return p
			}
		}
		t.Fatalf("there is no cell %q", text)
		return nil
	}
	cell("Keeper of the Lamps").SetText("Keeper of the Green Lamps")
	was, is := changed(string(src), textAfterWriting(t, doc))
	require.Equal(t, []string{strings.Repeat(" ", 16) + "New post                            Keeper of the Lamps               GS (OL)                2"}, was)
	require.Equal(t, []string{strings.Repeat(" ", 16) + "New post                            Keeper of the Green Lamps         GS (OL)                2"}, is)

	cell("Keeper of the Green Lamps").SetText("Keeper of the Lamps")
	cell("Driver").SetText("Driver of the first of the three wagons")
	_, is = changed(string(src), textAfterWriting(t, doc))
	require.Equal(t, []string{strings.Repeat(" ", 12) + "Upgrading                          Driver of the first of the three wagons  GS (PL)       2"}, is)
}

// A row that is added stands in the columns of the others.
func TestAddRow(t *testing.T) {
	src, doc := converted(t, "en-tables.layout")
	for tr := range akn.Find(doc.Main(), "tr") {
		if strings.HasPrefix(akn.Text(tr), "Abolition") {
			row := tr.Copy()
			tr.Parent().InsertChildAt(tr.Index(), row)
			row.FindElement("./td[2]/p").SetText("Stoker")
			break
		}
	}
	_, is := changed(string(src), textAfterWriting(t, doc))
	require.Equal(t, []string{strings.Repeat(" ", 12) + "Abolition                          Stoker                           GS (OL)               1"}, is)
}

// Canonical text has a table's rows between bars, and is read as a table again.
func TestCanonicalTable(t *testing.T) {
	_, doc := converted(t, "en-tables.layout")
	clean := convert.Strip(doc)
	canonical := textOf(t, clean)
	require.Contains(t, string(canonical), "\n\n| Measure | Name of the post | Grade and service | Number of posts |\n| New post |")
	require.Contains(t, string(canonical), "\n| Total new posts | | | 7 |\n")
	again, _ := fromText(t, canonical, convert.Options{})
	require.Equal(t, strings.NewReplacer("<", "", ">", "").Replace(strings.Join(rowsIn(doc), "\n")), strings.Join(rowsIn(again), "\n"))
	require.Equal(t, "2.", paragraph(t, again, "2.").Num())
	require.Contains(t, paragraph(t, again, "2.").Words(), "Keeper of the Lamps")
}

// What stands in cells is no paragraph, item, heading, closing or annex.
func TestCellsAreNoParagraphs(t *testing.T) {
	const src = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides as follows:\n\n" +
		"| 1. | Decides |\n| (a) | The first; |\n| 2. | Annex |\n| 62nd plenary meeting | 16 December 2031 |\n\n2. Requests the rest.\n"
	doc, report := fromText(t, src, convert.Options{})
	require.Equal(t, 2, report.Paragraphs)
	require.Zero(t, report.Items)
	require.Zero(t, report.Annexes)
	require.Equal(t, []string{"1.|Decides", "(a)|The first;", "2.|Annex", "62nd plenary meeting|16 December 2031"}, rowsIn(doc))
	exact(t, src, doc)
}

// Tabs part the cells of texts without columns: they come back, and a row that is added has its own.
func TestTabs(t *testing.T) {
	const src = "The General Assembly,\n\n1. Approves the programme of work below:\n\n" +
		"5 October\tThe lamps \n\tThe wagons (Footnote: See A/88/9.)\n7 October\tReserved\n\n2. Decides to meet.\n"
	doc, report := fromText(t, src, convert.Options{})
	require.Equal(t, 2, report.Paragraphs)
	require.Equal(t, 1, report.Notes)
	require.Equal(t, []string{"5 October|The lamps", "|The wagons", "7 October|Reserved"}, rowsIn(doc))
	require.Equal(t, src, textAfterWriting(t, doc))
	for tr := range akn.Find(doc.Main(), "tr") {
		if strings.HasPrefix(akn.Text(tr), "7") {
			tr.Parent().AddChild(tr.Copy())
			break
		}
	}
	_, is := changed(src, textAfterWriting(t, doc))
	require.Equal(t, []string{"7 October\tReserved"}, is)
}
