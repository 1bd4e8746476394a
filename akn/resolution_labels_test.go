package akn_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/internal/shared"
)

// label has the facts of a label that a Resolution has, too. A nil pointer is a fact that the label leaves out or does
// not know.
type label struct {
	Name            *string   `json:"name"`
	Symbol          *string   `json:"symbol"`
	Lang            *string   `json:"lang"`
	Session         *int      `json:"session"`
	Issued          *string   `json:"date_issued"`
	Adopted         *string   `json:"date_adopted"`
	Title           *string   `json:"title"`
	Number          *string   `json:"number_in_title"`
	Enacting        *string   `json:"enacting"`
	Recitals        *int      `json:"recitals"`
	RecitalStarts   *[]string `json:"recital_starts"`
	Operative       *int      `json:"operative"`
	OperativeNumber *[]string `json:"operative_numbers"`
	OperativeStarts *[]string `json:"operative_starts"`
	Footnotes       *int      `json:"footnotes"`
	Markers         *[]string `json:"footnote_markers"`
	NoteStarts      *[]string `json:"footnote_starts"`
	Citations       *[]string `json:"citations"`
}

// TestResolutionAgainstLabels compares what a Resolution says of the United Nations' own files with the labels made
// from them: at least 99 % of the pairs of document and fact agree.
func TestResolutionAgainstLabels(t *testing.T) {
	const floor = 0.99
	corpus := shared.Dir(t, "corpus")
	files, err := filepath.Glob(filepath.Join(corpus, "un-akn", "*", "*.xml"))
	require.NoError(t, err)
	right, total := map[string]int{}, map[string]int{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".xml")
		data, err := os.ReadFile(filepath.Join(corpus, "labels-un", name+".json"))
		if err != nil {
			continue // the label checker leaves some out
		}
		var want label
		require.NoError(t, json.Unmarshal(data, &want))
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := akn.Parse(src)
		require.NoError(t, err, file)
		for key, wrong := range disagreements(want, doc.Resolution()) {
			total[key]++
			if wrong == "" {
				right[key]++
			} else {
				t.Logf("%s %s: %s", name, key, wrong)
			}
		}
	}
	pairs, agree := 0, 0
	for key := range total {
		t.Logf("%s: %d of %d", key, right[key], total[key])
		pairs, agree = pairs+total[key], agree+right[key]
	}
	t.Logf("%d of %d pairs agree", agree, pairs)
	require.NotZero(t, pairs)
	assert.GreaterOrEqual(t, float64(agree), floor*float64(pairs))
}

// disagreements says for each fact of a label how a Resolution differs from it, "" where it does not.
func disagreements(want label, got akn.Resolution) map[string]string {
	found := map[string]string{}
	compare(found, "name", want.Name, got.Class)
	compare(found, "symbol", want.Symbol, got.Symbol)
	compare(found, "lang", want.Lang, got.Language)
	compare(found, "session", want.Session, got.Session)
	compare(found, "issued", want.Issued, got.Issued)
	compare(found, "adopted", want.Adopted, got.Adopted)
	compareText(found, "title", want.Title, got.Title)
	compareText(found, "number", want.Number, got.Number)
	compareText(found, "enacting", want.Enacting, got.Enacting)
	compare(found, "recitals", want.Recitals, len(got.Recitals))
	compareStarts(found, "recital starts", want.RecitalStarts, provisionTexts(got.Recitals))
	compare(found, "operative", want.Operative, len(got.Paragraphs))
	compareStarts(found, "operative starts", want.OperativeStarts, provisionTexts(got.Paragraphs))
	compareList(found, "operative numbers", want.OperativeNumber, numbersOf(got.Paragraphs))
	compare(found, "notes", want.Footnotes, len(got.Notes))
	var markers, notes, cited []string
	for _, n := range got.Notes {
		markers, notes = append(markers, n.Marker), append(notes, n.Text)
	}
	compareList(found, "markers", want.Markers, markers)
	compareStarts(found, "note starts", want.NoteStarts, notes)
	// The citations of a label are those of all languages of the document; a file does not link all of them.
	for _, c := range allCitations(got) {
		cited = append(cited, citedAs(c.Symbol))
	}
	if want.Citations != nil {
		wanted := []string{}
		for _, c := range *want.Citations {
			wanted = append(wanted, citedAs(c))
		}
		compareList(found, "citations", ptr(set(wanted)), set(cited))
	}
	return found
}

func ptr[T any](v T) *T { return &v }

func set(list []string) []string {
	list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	slices.Sort(list)
	return slices.Compact(list)
}

func compare[T comparable](found map[string]string, key string, want *T, got T) {
	if want == nil {
		return
	}
	found[key] = ""
	if *want != got {
		found[key] = fmt.Sprintf("%v, not %v", got, *want)
	}
}

var spaceBefore = regexp.MustCompile(`\s+([),;:.])|(\()\s+`)

// plainText is a text for comparison: quotes, case and final punctuation do not matter.
func plainText(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer("’", "'", "\u2011", "-", "\u00ad", "").Replace(s)), " "))
	return strings.TrimRight(spaceBefore.ReplaceAllString(s, "$1$2"), ",.，、، ")
}

func compareText(found map[string]string, key string, want *string, got string) {
	if want != nil {
		w, g := plainText(*want), plainText(got)
		compare(found, key, &w, g)
	}
}

func compareList(found map[string]string, key string, want *[]string, got []string) {
	if want == nil {
		return
	}
	found[key] = ""
	if !slices.Equal(*want, got) {
		found[key] = fmt.Sprintf("%v, not %v", got, *want)
	}
}

// compareStarts compares the beginnings of texts: words, or characters in Chinese, without spaces.
func compareStarts(found map[string]string, key string, want *[]string, got []string) {
	if want == nil {
		return
	}
	found[key] = ""
	if len(*want) != len(got) {
		found[key] = fmt.Sprintf("%d, not %d", len(got), len(*want))
		return
	}
	for i, w := range *want {
		if g := squeezed(got[i]); !strings.HasPrefix(g, squeezed(w)) {
			found[key] = fmt.Sprintf("%q, not %q", g[:min(len(g), 40)], squeezed(w))
			return
		}
	}
}

var notInStarts = regexp.MustCompile(`[\s\x{ad}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{b9}\x{b2}\x{b3}\x{2070}-\x{2079}]+`)

func squeezed(s string) string {
	return strings.ToLower(strings.TrimRight(notInStarts.ReplaceAllString(s, ""), ",;:."))
}

func provisionTexts(provisions []akn.Provision) (texts []string) {
	for _, p := range provisions {
		text := p.Text
		for _, i := range p.Items {
			text += " " + i.Number + " " + i.Text
		}
		texts = append(texts, text)
	}
	return texts
}

func numbersOf(provisions []akn.Provision) []string {
	numbers := []string{}
	for _, p := range provisions {
		if p.Number != "" {
			numbers = append(numbers, strings.Trim(p.Number, " .()（）-–．、"))
		}
	}
	return numbers
}

// allCitations are those of preamble and operative part, with their notes.
func allCitations(r akn.Resolution) (all []akn.Citation) {
	var of func([]akn.Provision)
	of = func(provisions []akn.Provision) {
		for _, p := range provisions {
			all = append(all, p.Citations...)
			of(p.Items)
		}
	}
	of(r.Recitals)
	of(r.Paragraphs)
	for _, n := range r.Notes {
		all = append(all, n.Citations...)
	}
	return all
}

var (
	secondSymbol = regexp.MustCompile(`-[AES]/\d.*|\((?:SUPP|PARTS?|VOLS?)[^)]*\)`)
	lettered     = regexp.MustCompile(`^(A/RES/\d+)[A-Z]+\(`)
	letteredNew  = regexp.MustCompile(`^((?:A/RES|A/DEC|A/HRC/RES)/[S\d-]+/\d+)[A-Z]+$`)
)

// citedAs is a symbol for comparison: case, spaces, letters after the number, second symbols and parts do not matter.
func citedAs(symbol string) string {
	s := notInStarts.ReplaceAllString(strings.ToUpper(strings.ReplaceAll(symbol, "\u2011", "-")), "")
	s = secondSymbol.ReplaceAllString(s, "")
	s = lettered.ReplaceAllString(s, "$1(")
	return letteredNew.ReplaceAllString(s, "$1")
}
