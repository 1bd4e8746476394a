package validate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// shared returns the folder of material shared beside the repository, or skips the test where it is absent. In CI its
// absence is a failure.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("NTOSO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("shared material is missing: %v", err)
		}
		t.Skipf("no shared material (set NTOSO_SHARED): %v", err)
	}
	return dir
}

// sample is a document of the corpus with the verdict of xmllint.
type sample struct {
	file  string
	valid bool
}

func corpus(t testing.TB) []sample {
	t.Helper()
	dir := filepath.Join(shared(t), "corpus")
	return append(manifest(t, dir, "akn", "xsd_valid"), manifest(t, dir, "un-akn", "xmllint")...)
}

// manifest reads the list of one folder. Names are relative to the folder, or to the corpus.
func manifest(t testing.TB, dir, folder, verdict string) (samples []sample) {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(dir, folder, "MANIFEST.tsv"))
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	column := slices.Index(strings.Split(lines[0], "\t"), verdict)
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		file := filepath.Join(dir, folder, strings.TrimPrefix(cells[0], folder+"/"))
		samples = append(samples, sample{file, strings.HasPrefix(cells[column], "valid")})
	}
	return samples
}
