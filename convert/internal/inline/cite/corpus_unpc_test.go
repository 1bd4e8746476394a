package cite

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

// agreementFloor is the share of lines in six languages that cite the same documents; it may only rise.
const agreementFloor = 0.98

// documentFloor is the share, in each language, of the citations with their dates that are as in most languages.
const documentFloor = 0.983

// TestCorpusLanguagesAgree reads excerpts whose lines say the same in six languages: they must cite the same. CITE_SHOW=unpc lists
// the lines that do not.
func TestCorpusLanguagesAgree(t *testing.T) {
	dir := corpusDir(t)
	files, err := filepath.Glob(filepath.Join(dir, "un", "en", "unpc", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no excerpts (%v)", err)
	}
	agree, total := 0, 0
	for _, f := range files {
		lines := map[string][]string{}
		for lang, folder := range folderOf {
			lines[lang] = strings.Split(strings.TrimRight(read(t, dir, "un", folder, "unpc", filepath.Base(f)), "\n"), "\n")
		}
		for i := range lines["eng"] {
			a, n := agreement(t, filepath.Base(f), i, lines)
			agree, total = agree+a, total+n
		}
	}
	t.Logf("%d of %d line pairs agree with English (%.4f)", agree, total, float64(agree)/float64(max(total, 1)))
	if float64(agree) < agreementFloor*float64(total) {
		t.Errorf("below the floor of %.4f", agreementFloor)
	}
}

// TestCorpusDocumentsAgree does the same with whole documents: what is cited in one language and not in another, or with
// another date, is a fault of either text or of ours. CITE_SHOW=agree lists them.
func TestCorpusDocumentsAgree(t *testing.T) {
	dir := corpusDir(t)
	names := documentNames(t, dir)
	per := map[string][2]int{}
	for _, name := range names {
		cited := map[string]map[string]string{}
		for lang, folder := range folderOf {
			cited[lang] = citedIn(t, dir, name, lang, folder)
		}
		compareDocuments(t, name, cited, per)
	}
	for _, lang := range []string{"eng", "fra", "spa", "rus", "ara", "zho"} {
		n := per[lang]
		share := float64(n[0]) / float64(max(n[1], 1))
		t.Logf("%s: %d of %d citations as in most languages (%.4f)", lang, n[0], n[1], share)
		if share < documentFloor {
			t.Errorf("%s fell under the floor of %.4f", lang, documentFloor)
		}
	}
}

func documentNames(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "un", "en", "markdown", "*-en.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents (%v)", err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(f), "-en.txt"))
	}
	return names
}

// citedIn maps the symbols cited in the body of a document to their dates.
func citedIn(t *testing.T, dir, name, lang, folder string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "un", folder, "markdown", name+"-"+folder+".txt"))
	if err != nil {
		return nil
	}
	path := filepath.Join(dir, "labels-un", name+"-"+folder+".json")
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	dates := map[string]string{}
	for _, b := range bodyBlocks(string(text), readLabel(t, path)) {
		flat, _ := unlink(b.text)
		for _, c := range Find(flat, Context{Lang: lang, Organ: organByName(name), Note: b.note}) {
			if c.Symbol != "" && (dates[shared.CitedAs(c.Symbol)] == "" || c.Date.ISO != "") {
				dates[shared.CitedAs(c.Symbol)] = c.Date.ISO
			}
		}
	}
	return dates
}

// compareDocuments counts, for each language, the symbols with their dates that most languages have, and those that it has or lacks alone.
func compareDocuments(t *testing.T, name string, cited map[string]map[string]string, per map[string][2]int) {
	t.Helper()
	votes, langs := map[string]int{}, 0
	for _, m := range cited {
		if m != nil {
			langs++
		}
		for s, d := range m {
			votes[s+" "+d]++
		}
	}
	for lang, m := range cited {
		if m == nil {
			continue
		}
		n := per[lang]
		for k, v := range votes {
			s, d, _ := strings.Cut(k, " ")
			date, ok := m[s]
			has := ok && date == d
			if most := 2*v > langs; most || has {
				n[1]++
				if most == has {
					n[0]++
				} else if os.Getenv("CITE_SHOW") == "agree" {
					t.Logf("%s %s: %s has=%v votes=%d/%d here %v", name, lang, k, has, v, langs, date)
				}
			}
		}
		per[lang] = n
	}
}

// agreement compares the citations of one line in the other languages with those in English, where any language has some.
func agreement(t *testing.T, name string, i int, lines map[string][]string) (agree, total int) {
	t.Helper()
	want := symbolsOf(lines["eng"][i], "eng")
	for _, lang := range []string{"fra", "spa", "rus", "ara", "zho"} {
		if i >= len(lines[lang]) {
			continue
		}
		got := symbolsOf(lines[lang][i], lang)
		if len(want) == 0 && len(got) == 0 {
			continue
		}
		total++
		if slices.Equal(want, got) {
			agree++
		} else if os.Getenv("CITE_SHOW") == "unpc" {
			t.Logf("%s:%d %s\n   %v\n   %v\n   %s\n   %s", name, i+1, lang, want, got, lines["eng"][i], lines[lang][i])
		}
	}
	return agree, total
}

// symbolsOf are the symbols cited in a line with their dates and fragments, sorted.
func symbolsOf(line, lang string) []string {
	var out []string
	for _, c := range Find(line, Context{Lang: lang}) {
		if c.Symbol != "" {
			out = append(out, strings.TrimSpace(shared.CitedAs(c.Symbol)+" "+c.Date.ISO+" "+c.Fragment))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
