package layout

import (
	"testing"

	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

// Where the words on who submitted a draft end, and the title begins. Each sponsor line stands in one block with the title.
func TestTitleBelowSponsors(t *testing.T) {
	for _, c := range []struct{ name, sponsors, title string }{
		{"a line that goes on in lower case", "Draft resolution submitted by the Chair of the Committee following\nlong talks", "Bees of the schools"},
		{"one that ends in a particle", "Draft resolution submitted by the Chair on the recommendation of the\nEconomic and Social Council (resolution 2031/15)", "Bees of the schools"},
		{"one that ends in a comma", "Draft resolution submitted by the Vice-Chair of the Committee,\nRosa Bee (Chad)", "Bees of the schools"},
		{"one that is complete", "Draft resolution submitted by the Chair of the Committee", "Bees of the schools"},
		{"the title is an organ's name", "Chad: draft resolution", "Office of the United Nations High Commissioner for Refugees"},
		{"it begins with one", "Chad: draft resolution", "Office of the United Nations High Commissioner for Refugees\nand the bees of the schools"},
	} {
		for dialect, gap := range map[source.Dialect]string{source.PDFFlow: "\n", source.PDFLayout: "\n\n"} {
			t.Run(c.name+", "+dialect.String(), func(t *testing.T) {
				r := Read(source.Read("A/C.3/87/L.12\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n3 November 2032\nOriginal: English\n\nEighty-seventh session\n"+
					"Third Committee\nAgenda item 61\nGardens and those who live in them\n\n"+c.sponsors+gap+c.title+"\nThe General Assembly,\nRecalling the gardens,\n1. "+fullLine1+"\n"+fullLine2+"\n2. Requests two.\n\f", dialect), Options{Lang: "eng"})
				var got []string
				for _, f := range r.Preface {
					got = append(got, f.Text.Flat.Text)
				}
				require.Equal(t, []string{c.sponsors, c.title}, got)
				require.Equal(t, Sponsors, r.Preface[0].Kind)
				require.Equal(t, Title, r.Preface[1].Kind)
			})
		}
	}
}
