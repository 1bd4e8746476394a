package convert_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the files of testdata/golden")

// TestGolden compares what comes out of testdata/texts with what came out before: the XML, indented so that a change
// can be read, and the report.
func TestGolden(t *testing.T) {
	if *update && os.Getenv("CI") == "true" {
		t.Fatal("CI does not rewrite golden files")
	}
	for _, s := range samples(t, "texts") {
		t.Run(s.name, func(t *testing.T) {
			doc, report := fromText(t, s.src, convert.Options{})
			var xml bytes.Buffer
			_, err := doc.WriteWith(&xml, akn.WriteOptions{Indent: " "})
			require.NoError(t, err)
			golden(t, s.name+".xml", xml.Bytes())
			facts, err := json.MarshalIndent(report, "", " ")
			require.NoError(t, err)
			golden(t, s.name+".json", append(facts, '\n'))
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("..", "testdata", "golden", name)
	if *update {
		require.NoError(t, os.WriteFile(file, got, 0o644))
		return
	}
	want := read(t, file)
	if bytes.Equal(want, got) {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("%s:%d (go test ./convert -run Golden -update rewrites it)\nwant %s\ngot  %s", file, i+1, w[i], g[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", file, len(g), len(w))
}
