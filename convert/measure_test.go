package convert_test

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/internal/shared"
)

// Slow names the environment variable that lets the tests measure the whole corpus.
const slow = "NTOSO_SLOW"

// floors are the least that a measure may show. With -update it rises to what is measured; it never falls.
type floors struct {
	// Labels are the pairs of the hand-checked labels that agree, Published those of the United Nations' own files, by
	// the folder and manner of the texts.
	Labels, Published map[string]int
	// Parity are the printed documents whose two texts have the same structure; ParitySample those of the sample of the
	// quick tests.
	Parity, ParitySample int
	// Layer is the most that the median of the layer's share of the source may be, in thousandths of a per cent, by dialect:
	// a little less than what is promised, for it grows with each note that finds its call.
	Layer map[string]int
}

var floorsFile = filepath.Join("testdata", "floors.json")

func readFloors(t *testing.T) *floors {
	data := read(t, floorsFile)
	f := &floors{}
	require.NoError(t, json.Unmarshal(data, f))
	return f
}

// holds demands that a measure is at its floor, or raises the floor.
func holds(t *testing.T, name string, floor *int, measured int) {
	t.Helper()
	t.Logf("%s: %d (floor %d)", name, measured, *floor)
	if *update {
		*floor = max(*floor, measured)
	}
	assert.GreaterOrEqual(t, measured, *floor, name)
}

// holdsAmong is holds for one of several measures of a kind.
func holdsAmong(t *testing.T, kind string, all map[string]int, key string, measured int) {
	t.Helper()
	floor := all[key]
	holds(t, kind+" "+key, &floor, measured)
	all[key] = floor
}

// TestSlowCorpus converts every text of the corpus: each must keep the promises that can be checked one by one, and all
// together must measure no worse than before.
func TestSlowCorpus(t *testing.T) {
	if os.Getenv(slow) == "" {
		t.Skip(slow + " is not set")
	}
	m := &measurer{root: shared.Dir(t, "corpus", "un"), out: t.TempDir(), layers: map[string][]int{}, structures: map[string]string{}}
	t.Run("texts", m.all)
	floor := readFloors(t)
	m.scores(t, floor)
	same, all := m.parity(t)
	t.Logf("of %d printed documents", all)
	holds(t, "the same structure in reading order and with columns", &floor.Parity, same)
	m.medians(t, floor)
	if *update {
		data, err := json.MarshalIndent(floor, "", "  ")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(floorsFile, append(data, '\n'), 0o600))
	}
}

// fidelityStep is the step of the sample that the shared tool takes, which runs the program three times a text.
const fidelityStep = 40

// TestSlowFidelity lets the shared tool judge the command line from outside, on every fidelityStep-th text: exact, no
// letter lost, lean, stable, and valid for xmllint.
func TestSlowFidelity(t *testing.T) {
	if os.Getenv(slow) == "" {
		t.Skip(slow + " is not set")
	}
	program := filepath.Join(t.TempDir(), "ntoso")
	out, err := exec.Command("go", "build", "-o", program, "../cmd/ntoso").CombinedOutput()
	require.NoError(t, err, "%s", out)
	args := []string{shared.Dir(t, "tools", "fidelity.py"), "--json", "--schema", shared.Dir(t, "schema", "akomantoso30.xsd"), program}
	n := 0
	for i, name := range shared.Files(t, shared.Dir(t, "corpus", "un"), ".txt") {
		if i%fidelityStep == 0 {
			args = append(args, name)
			n++
		}
	}
	out = tool(t, "python3", nil, args...)
	t.Logf("%s", out)
	var result struct {
		Files, Clean int
		Verbatim     float64 `json:"verbatim_percent"`
	}
	require.NoError(t, json.Unmarshal(out, &result))
	assert.Equal(t, n, result.Files)
	assert.Equal(t, n, result.Clean, "%s", out)
	assert.Zero(t, result.Verbatim)
}

// A measurer converts texts and keeps what is measured of them.
type measurer struct {
	root, out string

	sync.Mutex
	layers     map[string][]int  // the layer's shares by dialect
	structures map[string]string // by path
}

func (m *measurer) all(t *testing.T) {
	for i, path := range shared.Files(t, m.root, ".txt") {
		name, err := filepath.Rel(m.root, path)
		require.NoError(t, err)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m.measure(t, name, i%steadyStep == 0)
		})
	}
}

// steadyStep is the step of the texts that are converted twice.
const steadyStep = 20

// measure converts a text, checks it and keeps its XML.
func (m *measurer) measure(t *testing.T, name string, twice bool) {
	src := read(t, filepath.Join(m.root, name))
	doc, report := fromText(t, src, convert.Options{})
	xml := written(t, doc)
	doc = faithful(t, src, report, xml)
	require.False(t, verbatim(doc), "a block is kept as it is printed")
	if twice {
		steady(t, src, convert.Options{}, xml)
	}
	size := layerSize(doc.Root(), false)
	require.LessOrEqual(t, size, max(len(src)/10, 200), "bytes of layout")

	out := filepath.Join(m.out, strings.TrimSuffix(name, ".txt")+".xml")
	require.NoError(t, os.MkdirAll(filepath.Dir(out), 0o700))
	require.NoError(t, os.WriteFile(out, xml, 0o600))
	m.Lock()
	defer m.Unlock()
	m.layers[report.Dialect] = append(m.layers[report.Dialect], size*100_000/max(len(src), 1))
	m.structures[name] = structure(doc)
}

// layerSize is the number of bytes that only say how the source was laid out: the values of the layer's attributes and
// all that stands in presentation and proprietary.
func layerSize(e *etree.Element, free bool) int {
	free = free || akn.Is(e, "presentation", "proprietary")
	size := 0
	for i := range e.Attr {
		a := &e.Attr[i]
		if free && a.Space != "xmlns" || a.Space != "" && a.NamespaceURI() == layer.Namespace {
			size += len(a.Value)
		}
	}
	for _, token := range e.Child {
		switch token := token.(type) {
		case *etree.CharData:
			if free {
				size += len(strings.TrimSpace(token.Data))
			}
		case *etree.Element:
			size += layerSize(token, free)
		}
	}
	return size
}

// scores compares the XML of all folders with their labels.
func (m *measurer) scores(t *testing.T, floor *floors) {
	printed := filepath.Join(m.out, "printed")
	require.NoError(t, os.Mkdir(printed, 0o700))
	for _, folder := range []string{"en/ga-drafts", "en/ga-res", "fr"} {
		files, err := filepath.Glob(filepath.Join(m.out, filepath.FromSlash(folder), "*.xml"))
		require.NoError(t, err)
		for _, file := range files {
			require.NoError(t, os.Link(file, filepath.Join(printed, filepath.Base(file))))
		}
	}
	hand, published := shared.Dir(t, "corpus", "labels"), shared.Dir(t, "corpus", "labels-un")
	holdsAmong(t, "labels", floor.Labels, "pdf-flow", score(t, hand, printed, ""))
	holdsAmong(t, "labels", floor.Labels, "pdf-layout", score(t, hand, printed, ".layout"))
	holdsAmong(t, "published", floor.Published, "pdf-flow", score(t, published, printed, ""))
	holdsAmong(t, "published", floor.Published, "pdf-layout", score(t, published, printed, ".layout"))
	for _, lang := range sixLanguages {
		dir := filepath.Join(m.out, lang.short, "markdown")
		holdsAmong(t, "published", floor.Published, lang.short, score(t, published, dir, ""))
	}
}

// parity is the number of printed documents of which both texts have the same structure, of all.
func (m *measurer) parity(t *testing.T) (same, all int) {
	for _, name := range slices.Sorted(maps.Keys(m.structures)) {
		flow, ok := strings.CutSuffix(name, ".layout.txt")
		if !ok {
			continue
		}
		all++
		if m.structures[name] == m.structures[flow+".txt"] {
			same++
		} else {
			t.Logf("%s: the structure differs", flow)
		}
	}
	return same, all
}

// medians compares the layer's shares with what they may be at most.
func (m *measurer) medians(t *testing.T, floor *floors) {
	require.ElementsMatch(t, slices.Collect(maps.Keys(floor.Layer)), slices.Collect(maps.Keys(m.layers)), "the dialects of the corpus")
	for dialect, shares := range m.layers {
		slices.Sort(shares)
		median, most := shares[len(shares)/2], floor.Layer[dialect]
		t.Logf("layer %s: median %.3f %% of %d texts (at most %.3f)", dialect, float64(median)/1000, len(shares), float64(most)/1000)
		assert.LessOrEqual(t, median, most, "layer of %s", dialect)
	}
}
