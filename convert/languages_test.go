package convert_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
)

// sixLanguages are the folders of the corpus, English first: the others are compared with it.
var sixLanguages = []struct{ short, iso string }{
	{"en", "eng"}, {"fr", "fra"}, {"es", "spa"}, {"ru", "rus"}, {"ar", "ara"}, {"zh", "zho"},
}

// corpusPath is a path in the shared corpus.
func corpusPath(t *testing.T, path ...string) string {
	t.Helper()
	return shared.Dir(t, append([]string{"corpus"}, path...)...)
}

// A share counts on how many of all things languages agree.
type share struct{ agree, all int }

func (s *share) add(agree bool) {
	s.all++
	if agree {
		s.agree++
	}
}

func (s share) of() float64 { return float64(s.agree) / float64(max(s.all, 1)) }
func (s share) String() string {
	return fmt.Sprintf("%4d of %4d  %6.2f %%", s.agree, s.all, 100*s.of())
}

// Detection is right for every text that this project wrote; a text in none of the six languages has its structure all
// the same, and says so.
func TestLanguageOfOwnTexts(t *testing.T) {
	others := map[string]string{"portuguese": "und", "swahili": "und"}
	for _, s := range samples(t, "texts") {
		name, want := strings.TrimSuffix(strings.TrimSuffix(s.name, ".layout"), ".plain"), others[s.name]
		for _, l := range sixLanguages {
			if strings.HasSuffix(name, "-"+l.short) || strings.HasPrefix(name, l.short+"-") {
				want = l.iso
			}
		}
		if want == "" {
			want = "eng"
		}
		_, report := fromText(t, s.src, convert.Options{})
		assert.Equal(t, want, report.Language, "%s: %s", name, report.LanguageReason)
	}
}

func remarkCodes(report *convert.Report) []string {
	var codes []string
	for _, r := range report.Remarks {
		codes = append(codes, r.Code)
	}
	return codes
}

func TestUnknownLanguage(t *testing.T) {
	for _, name := range []string{"portuguese", "swahili"} {
		src := text(t, name)
		doc, report := fromText(t, src, convert.Options{})
		assert.Equal(t, "und", report.Language, name)
		assert.Contains(t, remarkCodes(report), "language-unknown", name)
		assert.Positive(t, report.Paragraphs, name)
		assert.Equal(t, "und", doc.Statement().Expression().Language())
		doc, report = fromText(t, src, convert.Options{Language: "por"})
		assert.Equal(t, "por", report.Language)
		xml := written(t, doc)
		requireValid(t, xml) // what is not one of the six is doubtful, and no error
	}
}

func TestWrongLanguage(t *testing.T) {
	for _, l := range sixLanguages {
		given := "fra"
		if l.iso == given {
			given = "rus"
		}
		_, report := fromText(t, text(t, "six-"+l.short), convert.Options{Language: given})
		assert.Equal(t, given, report.Language)
		assert.Contains(t, remarkCodes(report), "language-doubt", l.short)
	}
}
