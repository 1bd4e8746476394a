package convert_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// manners are the folders of the corpus by the kind of their texts, and what the names of the texts end in.
var manners = []struct {
	name    string
	folders []string
	suffix  string
}{
	{flow, []string{"en/ga-drafts", "en/ga-res"}, ".txt"},
	{columns, []string{"en/ga-drafts", "en/ga-res"}, ".layout.txt"},
	{starred, []string{"en/markdown", "fr/markdown", "es/markdown", "ru/markdown", "zh/markdown", "ar/markdown"}, ".txt"},
	{unadorned, []string{"en/plain", "fr/plain", "es/plain", "ru/plain", "zh/plain", "ar/plain"}, ".plain.txt"},
	{record, []string{"en/cr-unsc"}, ".txt"},
	{itu, []string{"en/itu-pp18"}, ".txt"},
	{decision, []string{"en/ga-decisions"}, ".txt"},
	{excerpt, []string{"en/unpc", "fr/unpc", "zh/unpc", "ar/unpc"}, ".txt"},
}

// own are the project's own texts that stand for the manners in the quick test.
var own = []struct{ name, manner, lang string }{
	{"en-pdf-draft", flow, "en"}, {"en-pdf-resolution", flow, "en"}, {"en-pdf-draft.layout", columns, "en"},
	{"en-pdf-resolution.layout", columns, "en"}, {"fr-resolution", starred, "fr"}, {"six-ar", starred, "ar"}, {"six-zh", starred, "zh"},
	{"en-resolution", starred, "en"}, {"en-resolution.plain", unadorned, "en"}, {"sc-old", record, "en"}, {"en-decision", decision, "en"},
}

// extractionFloors are, by the name of a change, how many of the changed texts have the structure of the unchanged ones:
// of the own texts, and of a sample of the corpus.
type extractionFloors struct{ Own, Corpus map[string]int }

var extractionFile = filepath.Join("testdata", "extractions.json")

// lossy are the changes after which notes may be lost, with the reason: nothing in such a text says what is a note.
var lossy = map[string]string{
	"no rules":                "nothing parts the notes from the text, and extraction prints markers before and after them",
	"numbers before notes":    "extraction has mixed markers before their notes with others that stand away from them",
	"quoted as in mail":       "what a mail quotes is text with signs before it",
	"calls glued":             "a call that is glued to other digits is a number",
	"calls glued, notes 1.":   "the notes are numbered as paragraphs are",
	"thin space before marks": "the words of notes in parentheses are looked for as they are printed",
	"page numbers 2":          "a page number that stands among the markers of notes is one of them",
}

// TestExtractions changes the project's own texts as other extractors, editors and mailers would. What holds for every text
// must hold for all of them, and no fewer than before may keep their structure.
func TestExtractions(t *testing.T) {
	var specimens []*specimen
	for _, o := range own {
		s := &specimen{name: o.name, manner: o.manner, lang: o.lang, text: string(text(t, o.name))}
		s.read(t)
		specimens = append(specimens, s)
	}
	f := readExtractionFloors(t)
	f.hold(t, f.Own, specimens)
}

// specimensPerManner is how many texts of each manner the slow test takes from the corpus, or one of each language.
const specimensPerManner = 6

// TestSlowExtractions is TestExtractions for a sample of the corpus.
func TestSlowExtractions(t *testing.T) {
	if os.Getenv(slow) == "" {
		t.Skip(slow + " is not set")
	}
	var specimens []*specimen
	for _, m := range manners {
		specimens = append(specimens, specimensOf(t, m.name, specimensPerManner)...)
	}
	f := readExtractionFloors(t)
	f.hold(t, f.Corpus, specimens)
}

func readExtractionFloors(t *testing.T) *extractionFloors {
	data, err := os.ReadFile(extractionFile)
	require.NoError(t, err)
	f := &extractionFloors{}
	require.NoError(t, json.Unmarshal(data, f))
	return f
}

// hold holds what all changes do to the specimens against the floors, or with -update raises them.
func (f *extractionFloors) hold(t *testing.T, floors map[string]int, specimens []*specimen) {
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			same, all := 0, 0
			for _, s := range specimens {
				if !c.occurs(s) || c.apply(s.text) == s.text {
					continue
				}
				e := s.undergo(t, c)
				assert.Empty(t, e.faultsBut(lossy[c.name]), s.name)
				if all++; e.sameStructure() {
					same++
				} else {
					t.Logf("%s: %v differ", s.name, e.differ)
				}
			}
			if *update {
				floors[c.name] = max(floors[c.name], same)
			}
			assert.GreaterOrEqual(t, same, floors[c.name], "of %d texts", all)
		})
	}
	if *update {
		data, err := json.MarshalIndent(f, "", "  ")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(extractionFile, append(data, '\n'), 0o600))
	}
}

// faultsBut are the faults but for lost notes, where there is a reason for them.
func (e *effect) faultsBut(reason string) []string {
	return slices.DeleteFunc(e.faults, func(fault string) bool { return reason != "" && strings.HasPrefix(fault, "notes") })
}

// A specimen is a text with what is known of it.
type specimen struct {
	name, manner, lang string
	text               string
	label              map[string]any
	facts              map[string]string
	right              int // keys of the label that agree
}

// specimensOf are about n texts of a manner, from all over its folders.
func specimensOf(t testing.TB, manner string, n int) []*specimen {
	var all []*specimen
	for _, m := range manners {
		if m.name != manner {
			continue
		}
		for _, folder := range m.folders {
			files, err := filepath.Glob(filepath.Join(shared.Dir(t, "corpus", "un"), filepath.FromSlash(folder), "*"+m.suffix))
			require.NoError(t, err)
			files = slices.DeleteFunc(files, func(f string) bool { return m.suffix == ".txt" && strings.HasSuffix(f, ".layout.txt") })
			per := max(1, n/len(m.folders))
			for i := range min(per, len(files)) {
				all = append(all, newSpecimen(t, files[(2*i+1)*len(files)/(2*per)%len(files)], manner, m.suffix, folder[:2]))
			}
		}
	}
	return all
}

func newSpecimen(t testing.TB, file, manner, suffix, lang string) *specimen {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	s := &specimen{name: strings.TrimSuffix(filepath.Base(file), suffix), manner: manner, lang: lang, text: string(src)}
	s.read(t)
	s.judge(t)
	return s
}

// read converts the text as it is.
func (s *specimen) read(t testing.TB) {
	doc, _, err := convert.FromText([]byte(s.text), convert.Options{})
	require.NoError(t, err)
	s.facts = alikeAll(facts(doc))
}

// judge compares the text as it is with its label, if it has one.
func (s *specimen) judge(t testing.TB) {
	for _, labels := range []string{"labels", "labels-un"} {
		data, err := os.ReadFile(filepath.Join(shared.Dir(t, "corpus", labels), s.name+".json"))
		if err == nil {
			require.NoError(t, json.Unmarshal(data, &s.label))
			break
		}
	}
	doc, _, err := convert.FromText([]byte(s.text), convert.Options{})
	require.NoError(t, err)
	s.right, _ = s.agrees(facts(doc))
}

// agrees counts the keys of the label that agree with what was found, of all that are judged.
func (s *specimen) agrees(found map[string]any) (right, all int) {
	for key, want := range s.label {
		if key == "notes" || key == "pages" || s.manner == unadorned && withoutNotes[key] {
			continue
		}
		all++
		if agree(key, alike(key, normal(key, want)), alike(key, normal(key, found[key]))) {
			right++
		}
	}
	return right, all
}

// occurs reports whether the change is one for texts like this.
func (c change) occurs(s *specimen) bool {
	return len(c.manners) == 0 || slices.Contains(c.manners, s.manner) || slices.Contains(c.manners, s.lang) && s.lang != "en"
}

// structural are the facts that make up the structure: where one differs, something is in another place.
var structural = []string{"name", "enacting", "recitals", "recital_starts", "operative", "operative_numbers", "operative_starts",
	"subparagraphs", "subsub", "sections", "footnotes", "footnote_markers", "annexes"}

// An effect is what a change has done to a text.
type effect struct {
	specimen *specimen
	text     string
	// faults are promises that do not hold.
	faults []string
	// differ are the facts that are not those of the unchanged text.
	differ []string
	found  map[string]string
	// right of all keys of the label agree.
	right, all int
}

// sameStructure reports whether the structure is that of the unchanged text.
func (e *effect) sameStructure() bool {
	return !slices.ContainsFunc(e.differ, func(key string) bool { return slices.Contains(structural, key) })
}

// undergo converts the changed text and compares it with the unchanged one.
func (s *specimen) undergo(t testing.TB, c change) *effect {
	e := &effect{specimen: s, text: c.apply(s.text)}
	src := []byte(e.text)
	doc, _, err := convert.FromText(src, convert.Options{})
	if err != nil {
		e.faults = append(e.faults, err.Error())
		return e
	}
	xml, err := doc.Bytes()
	if err != nil {
		e.faults = append(e.faults, err.Error())
		return e
	}
	again := reparse(t, xml)
	e.promises(t, src, again, xml)
	found := facts(again)
	e.right, e.all = s.agrees(found)
	e.found = alikeAll(found)
	for _, key := range sortedKeys(s.facts) {
		if !strings.HasSuffix(key, "_by_page") && key != "lang" && key != "original_language" && e.found[key] != s.facts[key] {
			e.differ = append(e.differ, key)
		}
	}
	was, _ := strconv.Atoi(s.facts["footnotes"])
	if is, _ := strconv.Atoi(e.found["footnotes"]); !c.partial && is < was {
		e.faults = append(e.faults, fmt.Sprintf("notes: %d of %d", is, was))
	}
	return e
}

// promises notes what does not hold of those that hold for every text.
func (e *effect) promises(t testing.TB, src []byte, doc *akn.Document, xml []byte) {
	for name, test := range map[string]func(testing.TB){
		"exact":   func(t testing.TB) { exact(t, src, doc) },
		"letters": func(t testing.TB) { requireLetters(t, src, doc) },
		"valid":   func(t testing.TB) { requireValid(t, xml) },
	} {
		if fails(t, test) {
			e.faults = append(e.faults, name)
		}
	}
	if verbatim(doc) {
		e.faults = append(e.faults, "verbatim")
	}
}

// alikeAll are facts in a form in which texts can be compared that are printed otherwise.
func alikeAll(found map[string]any) map[string]string {
	all := map[string]string{}
	for key, value := range found {
		all[key] = alike(key, normal(key, value))
	}
	return all
}

// alike leaves out of a value what may be printed otherwise: spaces and hyphens, marks of emphasis, the forms of
// quotation marks and letters.
func alike(key, value string) string {
	value = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(norm.NFKC.String(value))
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("*_#>[]^\\", r) && key != "footnote_markers":
			return -1
		case unicode.Is(unicode.Nd, r):
			return digitOf(r)
		}
		return r
	}, value))
}

// digitOf is a decimal digit of any script as one of ours: they come in runs of ten.
func digitOf(r rune) rune {
	for _, zero := range []rune{'0', '٠', '۰', '０'} {
		if r >= zero && r < zero+10 {
			return '0' + r - zero
		}
	}
	return r
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// A quiet test notes that it failed and says nothing.
type quiet struct {
	testing.TB
	failed bool
}

func (q *quiet) Helper()               {}
func (q *quiet) Errorf(string, ...any) { q.failed = true }
func (q *quiet) FailNow()              { q.failed = true; runtime.Goexit() }
func (q *quiet) Fatalf(string, ...any) { q.FailNow() }
func (q *quiet) Skipf(string, ...any)  { q.FailNow() }

// fails reports whether the test fails, without a word to t.
func fails(t testing.TB, test func(testing.TB)) bool {
	q, done := &quiet{TB: t}, make(chan struct{})
	go func() {
		defer close(done)
		test(q)
	}()
	<-done
	return q.failed
}
