package convert_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
)

// printedDirs are the folders of the corpus with texts taken from printed documents, and their neighbours.
var printedDirs = []string{"ga-drafts", "ga-res", "ga73", "ga-decisions", "itu-pp18", "cr-unsc"}

// corpusFiles is every step-th text of the folders.
func corpusFiles(t *testing.T, step int) []string {
	var files []string
	for _, dir := range printedDirs {
		found, err := filepath.Glob(shared.Dir(t, "corpus", "un", "en", dir, "*.txt"))
		require.NoError(t, err)
		for i := 0; i < len(found); i += step {
			files = append(files, found[i])
		}
	}
	require.NotEmpty(t, files)
	return files
}

// sampleStep is the step of the sample that the quick tests take.
const sampleStep = 15

func TestCorpusIsExact(t *testing.T) {
	for _, file := range corpusFiles(t, sampleStep) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src := read(t, file)
			doc, report := fromText(t, src, convert.Options{})
			faithful(t, src, report, written(t, doc))
		})
	}
}

// fromFile converts a file.
func fromFile(t testing.TB, file string) *akn.Document {
	t.Helper()
	doc, _ := fromText(t, read(t, file), convert.Options{})
	return doc
}

// TestCorpusScores holds the hand-checked labels to the floors that TestSlowCorpus writes: it converts the same texts,
// which are all that have a label, wherever they lie.
func TestCorpusScores(t *testing.T) {
	floor, dir := readFloors(t), t.TempDir()
	labels := shared.Dir(t, "corpus", "labels")
	names, err := filepath.Glob(filepath.Join(labels, "*.json"))
	require.NoError(t, err)
	for _, label := range names {
		name := strings.TrimSuffix(filepath.Base(label), ".json")
		for _, suffix := range []string{".txt", ".layout.txt"} {
			for _, below := range []string{"*", filepath.Join("*", "*")} {
				files, err := filepath.Glob(shared.Dir(t, "corpus", "un", below, name+suffix))
				require.NoError(t, err)
				for _, file := range files {
					xml := filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), ".txt")+".xml")
					require.NoError(t, os.WriteFile(xml, written(t, fromFile(t, file)), 0o600))
				}
			}
		}
	}
	assert.GreaterOrEqual(t, score(t, labels, dir, ""), floor.Labels["pdf-flow"])
	assert.GreaterOrEqual(t, score(t, labels, dir, ".layout"), floor.Labels["pdf-layout"])
}

// score is the number of pairs that agree.
func score(t *testing.T, labels, dir, suffix string) int {
	t.Helper()
	out := tool(t, "python3", nil, shared.Dir(t, "tools", "score.py"), "--present", "--json", "--suffix", suffix, labels, dir)
	var result struct{ Right int }
	require.NoError(t, json.Unmarshal(out, &result))
	return result.Right
}

// TestCorpusParity compares what the two texts of one printed document become.
func TestCorpusParity(t *testing.T) {
	same, all := 0, 0
	for _, file := range corpusFiles(t, 1) {
		other, ok := strings.CutSuffix(file, ".layout.txt")
		if !ok {
			continue
		}
		if all++; all%sampleStep != 0 {
			continue
		}
		a, b := structure(fromFile(t, other+".txt")), structure(fromFile(t, file))
		if a == b {
			same++
		} else {
			t.Logf("%s: %s in reading order, %s with columns", filepath.Base(other), a, b)
		}
	}
	assert.GreaterOrEqual(t, same, readFloors(t).ParitySample)
}

// structure is what both texts of a document must have in common: the numbers of its parts.
func structure(doc *akn.Document) string {
	var b strings.Builder
	for e := range akn.Find(doc.Root(), "container", "paragraph", "point", "item", "section", "part", "title", "division", "attachment", "authorialNote") {
		b.WriteByte(akn.Local(e)[0])
		label := e.SelectElement("num")
		if label == nil && akn.Is(e, "attachment") {
			label = e.SelectElement("heading") // an annex without a title
		}
		if label != nil {
			b.WriteString(strings.TrimSpace(label.Text()))
		}
	}
	return b.String()
}
