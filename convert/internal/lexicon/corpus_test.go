package lexicon

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, paths, pattern)
	slices.Sort(paths)
	return paths
}

// label is what the corpus knows of one document in one language.
type label struct {
	Session         *int     `json:"session"`
	DateIssued      string   `json:"date_issued"`
	DateAdopted     string   `json:"date_adopted"`
	Enacting        string   `json:"enacting"`
	RecitalStarts   []string `json:"recital_starts"`
	OperativeStarts []string `json:"operative_starts"`
}

func readLabel(t *testing.T, name, short string) label {
	t.Helper()
	var l label
	text := readFile(t, shared.Dir(t, "corpus", "labels-un", name+"-"+short+".json"))
	require.NoError(t, json.Unmarshal([]byte(text), &l), name)
	return l
}

// documents are the names of the documents that the corpus has in all six
// languages.
func documents(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, path := range glob(t, shared.Dir(t, "corpus", "un", "en", "markdown", "*-en.txt")) {
		names = append(names, strings.TrimSuffix(filepath.Base(path), "-en.txt"))
	}
	return names
}

var (
	blankLine   = regexp.MustCompile(`\n\s*\n`)
	link        = regexp.MustCompile(`\[([^\]]*)\]\(#\)`)
	paragraphNo = regexp.MustCompile(`^\*?\d+\*?\s*[.\-–]?\s*`)
	notCompared = regexp.MustCompile(`[\s*¹²³⁰-⁹()` + "\u064b-\u0652\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad" + `]`)
)

func blocks(t *testing.T, name, short string) []string {
	t.Helper()
	text := readFile(t, shared.Dir(t, "corpus", "un", short, "markdown", name+"-"+short+".txt"))
	return blankLine.Split(link.ReplaceAllString(text, "$1"), -1)
}

// starting finds, in order, the blocks that begin as the label says; a block
// that is not found is its first words.
func starting(blocks, starts []string) []string {
	found := slices.Clone(starts)
	from := 0
	for i, start := range starts {
		want := notCompared.ReplaceAllString(start, "")
		for j := from; j < len(blocks) && want != ""; j++ {
			block := paragraphNo.ReplaceAllString(strings.TrimSpace(blocks[j]), "")
			if strings.HasPrefix(notCompared.ReplaceAllString(block, ""), want) {
				found[i], from = block, j+1
				break
			}
		}
	}
	return found
}

// tally counts pairs of paragraphs and on how many of them two languages agree.
type tally struct{ pairs, agree, unknown int }

func (c *tally) add(want, got string) {
	c.pairs++
	switch got {
	case want:
		c.agree++
	case "":
		c.unknown++
	}
}

func (c tally) share() float64 { return float64(c.agree) / float64(max(c.pairs, 1)) }

// agreement holds what was measured; the floors may only rise.
type agreement map[string]float64

var (
	// markdownFloors are for the 204 documents in six languages.
	markdownFloors = agreement{
		"fra recital": .937, "fra operative": .928,
		"spa recital": .994, "spa operative": .997,
		"rus recital": .943, "rus operative": .936,
		"ara recital": .978, "ara operative": .975,
		"zho recital": .979, "zho operative": .985,
	}
	// excerptFloors are for texts that the phrases were not taken from.
	excerptFloors = agreement{"fra": .90, "spa": .97, "rus": .90, "ara": .95, "zho": .97}
)

// check prints the table and compares it with the floors.
func (floors agreement) check(t *testing.T, counts map[string]*tally) {
	t.Helper()
	for _, l := range All() {
		for _, kind := range []string{"", " recital", " operative"} {
			c := counts[l.Lang()+kind]
			if c == nil {
				continue
			}
			t.Logf("%s%-10s %5d pairs  %6.2f %% agree  %d unknown", l.Lang(), kind, c.pairs, 100*c.share(), c.unknown)
			assert.GreaterOrEqual(t, c.share(), floors[l.Lang()+kind], "%s%s", l.Lang(), kind)
		}
	}
}

// Where English knows the concept of a paragraph, the other languages know the
// same one.
func TestConceptsAgreeInSixLanguages(t *testing.T) {
	if testing.Short() {
		t.Skip("a measure of the corpus, for one goroutine")
	}
	counts := map[string]*tally{}
	for _, name := range documents(t) {
		english := readLabel(t, name, "en")
		for _, l := range languages {
			if l.iso == "eng" {
				continue
			}
			other := readLabel(t, name, l.short)
			count := func(kind string, recital bool, en, xx []string) {
				if len(en) != len(xx) {
					return
				}
				key := l.iso + " " + kind
				if counts[key] == nil {
					counts[key] = &tally{}
				}
				en, xx = starting(blocks(t, name, "en"), en), starting(blocks(t, name, l.short), xx)
				for i := range en {
					if want := concept(For("eng"), recital, en[i]); want != "" {
						counts[key].add(want, concept(For(l.iso), recital, xx[i]))
					}
				}
			}
			count("recital", true, english.RecitalStarts, other.RecitalStarts)
			count("operative", false, english.OperativeStarts, other.OperativeStarts)
		}
	}
	markdownFloors.check(t, counts)
}

func concept(l *Lexicon, recital bool, s string) string {
	p, _ := l.Operative(s)
	if recital {
		p, _ = l.Recital(s)
	}
	return p.Concept
}

// anyConcept is the concept of a line that may be a recital or a numbered
// paragraph.
func anyConcept(l *Lexicon, s string) string {
	if label, ok := l.Label(s); ok && label.Kind == Number {
		return concept(l, false, s[label.Len:])
	}
	if c := concept(l, true, s); c != "" {
		return c
	}
	return concept(l, false, s)
}

// The same on excerpts of other texts, line by line.
func TestConceptsAgreeInExcerpts(t *testing.T) {
	counts := map[string]*tally{}
	for _, path := range glob(t, shared.Dir(t, "corpus", "un", "en", "unpc", "*.txt")) {
		english := strings.Split(readFile(t, path), "\n")
		for _, l := range languages {
			other := filepath.Join(filepath.Dir(path), "..", "..", l.short, "unpc", filepath.Base(path))
			if _, err := os.Stat(other); err != nil || l.iso == "eng" {
				continue
			}
			lines := strings.Split(readFile(t, other), "\n")
			if counts[l.iso] == nil {
				counts[l.iso] = &tally{}
			}
			for i, line := range english {
				if want := anyConcept(For("eng"), line); want != "" && i < len(lines) {
					counts[l.iso].add(want, anyConcept(For(l.iso), lines[i]))
				}
			}
		}
	}
	excerptFloors.check(t, counts)
}

// The masthead gives the session, the dates and the enacting words that the
// labels know.
func TestMastheadsOfTheCorpus(t *testing.T) {
	for _, l := range languages {
		counts := map[string]*tally{"session": {}, "issued": {}, "adopted": {}, "enacting": {}}
		for _, name := range documents(t) {
			known := readLabel(t, name, l.short)
			got := masthead(For(l.iso), blocks(t, name, l.short))
			if known.Session != nil {
				counts["session"].add(fmt.Sprint(*known.Session), got["session"])
			}
			if known.DateIssued != "" {
				counts["issued"].add(known.DateIssued, got["issued"])
			}
			if known.DateAdopted != "" && got["adopted"] != "" {
				counts["adopted"].add(known.DateAdopted, got["adopted"])
			}
			if known.Enacting != "" {
				counts["enacting"].add("true", got["enacting"])
			}
		}
		for _, what := range []string{"session", "issued", "adopted", "enacting"} {
			c := counts[what]
			t.Logf("%s %-8s %d of %d", l.iso, what, c.agree, c.pairs)
			assert.GreaterOrEqual(t, c.share(), .98, "%s %s", l.iso, what)
		}
	}
}

func masthead(l *Lexicon, blocks []string) map[string]string {
	got := map[string]string{}
	set := func(key, value string) {
		if got[key] == "" {
			got[key] = value
		}
	}
	for _, block := range blocks {
		if _, _, ok := l.Enacting(block); ok {
			set("enacting", "true")
		}
		line, ok := l.Line(block)
		if !ok {
			continue
		}
		switch line.Slot {
		case Session:
			set("session", line.Value)
		case IssueDate:
			set("issued", line.Value)
		case AdoptedHeading:
			if date, ok := line.Part("date"); ok {
				set("adopted", date.Value)
			}
		}
	}
	return got
}

// Detection is right for every text of the corpus, whose folder says the
// language. The exceptions are what the texts themselves are.
func TestDetectTheCorpus(t *testing.T) {
	exceptions := map[string]string{"fr/markdown/S_RES_2636-fr.txt": "eng"} // English under a French name
	root := shared.Dir(t, "corpus", "un")
	paths := append(glob(t, filepath.Join(root, "*", "*.txt")), glob(t, filepath.Join(root, "*", "*", "*.txt"))...)
	for i, path := range paths {
		if testing.Short() && i%10 != 0 {
			continue
		}
		name, err := filepath.Rel(root, path)
		require.NoError(t, err)
		want := For(name[:2]).Lang()
		if iso, ok := exceptions[filepath.ToSlash(name)]; ok {
			want = iso
		}
		iso, reason := Detect(readFile(t, path))
		assert.Equal(t, want, iso, "%s: %s", name, reason)
	}
}
