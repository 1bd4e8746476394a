package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// tables are the tables of a document, a row on each line: cells between bars, their lines with a slash between, and
// before each the number of the printed line where it is not the next one. A header has an asterisk, and a plus sign
// stands where a table goes on.
func tables(d *Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		for _, block := range p.Blocks {
			if block.Table == nil {
				continue
			}
			if block.Table.Continues {
				b.WriteString("+\n")
			}
			for _, row := range block.Table.Rows {
				if row.Head {
					b.WriteByte('*')
				}
				for _, cell := range row.Cells {
					b.WriteString("|" + cellText(d, cell))
				}
				b.WriteString("|\n")
			}
		}
	}
	return b.String()
}

func cellText(d *Document, c Cell) string {
	var lines []string
	for i, l := range c.Lines {
		text := d.Src[l.Start:l.End]
		if c.At[i] != i {
			text = fmt.Sprint(c.At[i], ":", text)
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "/")
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"rows", `
   Post              Level     Number


   Legal Officer     P-4            1
   Risk Officer      P-3           12
`, "*|Post|Level|Number|\n|Legal Officer|P-4|1|\n|Risk Officer|P-3|12|\n"},
		{"a wrapped header", `
                               Number
   Post              Level     of posts


   Legal Officer     P-4              1
   Risk Officer      P-3             12
`, "*|1:Post|1:Level|Number/of posts|\n|Legal Officer|P-4|1|\n|Risk Officer|P-3|12|\n"},
		{"cells that go on in lower case", `
   Lamp                       Keeper


   The lamp above the door    Norway and
   of the first wagon         the States
                              of the north
   The other lamp             Malta
`, "*|Lamp|Keeper|\n|The lamp above the door/of the first wagon|Norway and/the States/of the north|\n|The other lamp|Malta|\n"},
		{"full cells that go on below a complete row", `
   Action                       Post


   Transfer from the Office     Clerk
   Coordination Unit
   Transfer                     Cook
`, "*|Action|Post|\n|Transfer from the Office/Coordination Unit|Clerk|\n|Transfer|Cook|\n"},
		{"a cell that comes late", `
   Level     Criterion                      Share


   A         All that is not said below     Nothing
   B         What those States lend that
             Lend nothing else                   20
`, "*|Level|Criterion|Share|\n|A|All that is not said below|Nothing|\n|B|What those States lend that/Lend nothing else|1:20|\n"},
		{"groups of rows", `
   Category                  Posts


   Expenditure
   Advisers                      1
   Assistant Secretaries         2

     Subtotal                    3

   Other
   Guards                        4
`, "*|Category|Posts|\n|Expenditure||\n|Advisers|1|\n|Assistant Secretaries|2|\n|Subtotal|3|\n|Other||\n|Guards|4|\n"},
		{"figures right of their header", `
   Post              Number


   Legal Officer            1
   Risk Officer             2
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n"},
		{"what follows a table", `
   Post              Number


   Legal Officer          1
   Risk Officer           2

   Abbreviations: none, for the posts are written out in full here.
   1.    Decides so.
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n"},
		{"a legend", `
   Post              Number


   Legal Officer          1
   Risk Officer           2

 a
     See above.
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n"},
		{"a page end under one header", `
   Post              Number


   Legal Officer          1
   Risk Officer           2
` + "\f" + `
      Post              Number


      Cook                   3
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n+\n|Cook|3|\n"},
		{"another table on the next page", `
   Post              Number


   Legal Officer          1
   Risk Officer           2
` + "\f" + `
      Lamp              Number


      Green                  3
      Red                    1
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n*|Lamp|Number|\n|Green|3|\n|Red|1|\n"},
		{"the next table right below", `
   Post              Number


   Legal Officer          1
   Risk Officer           2

   Of the other

   Post              Number


   Cook                   1
   Driver                 2
`, "*|Post|Number|\n|Legal Officer|1|\n|Risk Officer|2|\n*|Post|Number|\n|Cook|1|\n|Driver|2|\n"},

		{"no header", "\n   Legal Officer     P-4     1\n   Risk Officer      P-3     2\n", ""},
		{"no gap below the header", "\n   Post              Level   Number\n   Legal Officer     P-4     1\n   Risk Officer      P-3     2\n", ""},
		{"one row", "\n   Post              Number\n\n\n   Legal Officer          1\n", ""},
		{"one header", "\n                     Number\n\n\n   Legal Officer          1\n   Risk Officer           2\n", ""},
		{"a list below two headings", "\n   Item   Title\n\n\n   1.     Opening of the session\n   2.     Adoption of the agenda\n", ""},
		{"a header across columns", `
   Posts             Gross     Net
                     (United States dollars)


   Legal Officer     1         1
   Risk Officer      2         2
`, ""},
		{"a row across columns", `
   Post              Number


   Legal Officer          1
   Posts that nobody has ever held
   Risk Officer           2
   Cook                   3
`, ""},
		{"two columns without a river", `
   Post              P-3 P-4


   Legal Officer      1    –
   Risk Officer         –    2
`, ""},
		{"a line that may be a row or more of one", `
   Date              Title


   12 October        The protection of lamps in wagons
                     Administration of the wagons
                     The lamps
   13 October        The stoves
`, ""},
		{"a label or more of one, at a column's edge", `
   Post              Number


   Officer of the
   Wagon                  1
   Cook of
   the wagon              2
`, ""},
		{"in the middle of a sentence after a blank line", `
   Post              Number


   Officer of the         1

   wagon                  2
`, ""},
		{"on the next page without a header", `
   Post              Number


   Legal Officer          1
   Risk Officer           2
` + "\f" + `
   Cook                   3
`, ""},
		{"rows that go on below a gap", `
   Post              Number


   Legal Officer          1
   Risk Officer           2


   Cook                   3
   Driver                 4
`, ""},
		{"tabs", "\n   Post\tNumber\n\n\n   Legal Officer\t1\n   Risk Officer\t2\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Read(c.src+"\n\f", PDFLayout)
			require.NoError(t, d.Tiles())
			require.Equal(t, c.want, tables(d))
		})
	}
}

// Bars are read as canonical text has them, and only so.
func TestBars(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"rows", "One.\n\n| Post | Number |\n| Cook | |\n\nTwo.\n", "|Post|Number|\n|Cook||\n"},
		{"a bar in a word", "| a|b | c |\n| | |\n", "|a|b|c|\n|||\n"},
		{"one line", "| a | b |\n", ""},
		{"different numbers of cells", "| a | b |\n| c |\n", ""},
		{"no last bar", "| a | b |\n| c | d\n", ""},
		{"other gaps", "|a|b|\n|c|d|\n", ""},
		{"more spaces", "| a  | b |\n| c | d |\n", ""},
		{"a text above", "x\n| a | b |\n| c | d |\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, dialect := range []Dialect{Plain, Markdown} {
				require.Equal(t, c.want, tables(Read(c.src, dialect)), "%s", dialect)
			}
		})
	}
}

// Whatever the lines, the spans tile the source, the cells are parts of their lines, and no row has a cell more or less.
func TestTablesTile(t *testing.T) {
	words := rapid.SampledFrom([]string{"Post", "legal", "P-4", "1", "–", "(a)", "of the wagon", "\f", "\n", "\n\n", "\n\n\n", "   ", "        ", "\t", "| "})
	rapid.Check(t, func(t *rapid.T) {
		src := strings.Join(rapid.SliceOfN(words, 0, 60).Draw(t, "words"), rapid.SampledFrom([]string{" ", "   ", "      "}).Draw(t, "gap"))
		for _, dialect := range []Dialect{PDFLayout, Plain} {
			d := Read(src, dialect)
			require.NoError(t, d.Tiles())
			for _, p := range d.Pages {
				for _, b := range p.Blocks {
					if b.Table != nil {
						requireTable(t, d, b)
					}
				}
			}
		}
	})
}

func requireTable(t require.TestingT, d *Document, b *Block) {
	for _, row := range b.Table.Rows {
		require.Len(t, row.Cells, len(b.Table.Rows[0].Cells))
		for _, cell := range row.Cells {
			require.Len(t, cell.At, len(cell.Lines))
			for _, l := range cell.Lines {
				require.NotEmpty(t, strings.TrimSpace(d.text(l)))
				require.GreaterOrEqual(t, l.Start, b.Span().Start)
				require.LessOrEqual(t, l.End, b.Span().End)
			}
		}
	}
}
