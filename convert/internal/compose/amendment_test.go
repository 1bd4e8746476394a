package compose

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQuotations(t *testing.T) {
	for text, want := range map[string][]string{
		"replace “one” with “two”":        {"one", "two"},
		"remplacer « un » par « deux »":   {"un", "deux"},
		"заменить «один «два»» на „три“":  {"один «два»", "три"},
		"将“一”改为“二”":                       {"一", "二"},
		"delete \"one\" and \"two\"":      {"one", "two"},
		"delete “one":                     nil,
		"delete ”one“":                    nil,
		"delete “”, and insert “ ”":       nil,
		"delete “, one\nand two,” at end": {", one\nand two,"},
		"":                                nil,
	} {
		var got []string
		for _, q := range quotations(text) {
			got = append(got, text[q[0]:q[1]])
		}
		assert.Equal(t, want, got, text)
	}
}
