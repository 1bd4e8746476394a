package validate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A date is that of the citation before it where a word says so, and then both must agree.
func TestCitedDates(t *testing.T) {
	const (
		ref  = `<ref eId="ref_1" href="/akn/un/statement/deliberation/unga/2020-12-01/75-1" title="A/RES/75/1">75/1</ref>`
		date = `<date date="2021-06-30">30 June 2021</date>`
		list = `<mref eId="mref_1"><rref from="/akn/un/statement/deliberation/unga/2020-12-01/75-1" upTo="/akn/un/statement/deliberation/unga/2021-06-30/75-2"><ref eId="ref_1" href="/akn/un/statement/deliberation/unga/2020-12-01/75-1" title="A/RES/75/1">75/1</ref> and <ref eId="ref_2" href="/akn/un/statement/deliberation/unga/2021-06-30/75-2" title="A/RES/75/2">75/2</ref></rref></mref>`
	)
	for _, row := range []struct {
		text  string
		found int
	}{
		{ref + " of " + date, 1},
		{ref + ", dated " + date, 1},
		{ref + " du " + date, 1},
		{ref + " المؤرخ " + date, 1},
		{ref + " until " + date, 0},
		{ref + ", by " + date, 0},
		{list + " of " + date, 0},
	} {
		report := Check([]byte(Document("<mainBody eId=\"body\"><p>"+row.text+"</p></mainBody>")), Options{Profile: AKN4UN})
		n := 0
		for _, f := range report.Findings {
			if f.Code == "UN3405" {
				n++
			}
		}
		assert.Equal(t, row.found, n, row.text)
	}
}
