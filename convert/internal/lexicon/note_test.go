package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInlineNotes(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"eng", "took note (Footnote: A/86/3.) and went on", []string{"A/86/3."}},
		{"eng", "x (footnote:\tSee decision 77/416 (b).  )", []string{"See decision 77/416 (b)."}},
		{"eng", "x (Footnote: a) y ( z ) (Footnote: b)", []string{"a", "b"}},
		{"eng", "(Footnote: )", nil},
		{"eng", "(Footnote: never closed", nil},
		{"eng", "a footnote: not in parentheses", nil},
		{"eng", "(Footnotes: no such word)", nil},
		{"fra", "a (Note de bas de page : Résolution 86/3.)", []string{"Résolution 86/3."}},
		{"zho", "注意到（脚注：第86/3号决议。）", []string{"第86/3号决议。"}},
		{"eng", strings.Repeat("(Footnote: ", 5000), nil},
	} {
		var got []string
		for _, n := range For(c.lang).InlineNotes(c.text) {
			require.True(t, strings.HasPrefix(c.text[n.Start:], "(") || strings.HasPrefix(c.text[n.Start:], "（"))
			require.True(t, strings.HasSuffix(c.text[:n.End], ")") || strings.HasSuffix(c.text[:n.End], "）"))
			got = append(got, c.text[n.TextStart:n.TextEnd])
		}
		require.Equal(t, c.want, got, "%.60s", c.text)
	}
}
