package compose

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		text, opening, closing string
		want                   []string
	}{
		{"replace “one” with “two”", "“", "”", []string{"one", "two"}},
		{"remplacer « un » par « deux »", "«", "»", []string{"un", "deux"}},
		{"заменить «один «два»» на «три»", "«", "»", []string{"один «два»", "три"}},
		{"将“一”改为“二”", "“", "”", []string{"一", "二"}},
		{"يستعاض عن ”واحد“ بـ ”اثنين“", "”", "“", []string{"واحد", "اثنين"}},
		{"delete \"one\" and \"two\"", "\"", "\"", []string{"one", "two"}},
		{"delete “one", "“", "”", nil},
		{"delete ”one“", "“", "”", nil},
		{"delete “”, and insert “ ”", "“", "”", nil},
		{"delete “, one\nand two,” at end", "“", "”", []string{", one\nand two,"}},
		{"", "“", "”", nil},
	} {
		var got []string
		for _, q := range quotations(c.text, c.opening, c.closing) {
			got = append(got, c.text[q[0]:q[1]])
		}
		assert.Equal(t, c.want, got, c.text)
	}
}
