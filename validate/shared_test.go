package validate_test

import (
	"os"
	"path/filepath"
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
	dir := filepath.Join(shared(t), "corpus", "akn")
	manifest, err := os.ReadFile(filepath.Join(dir, "MANIFEST.tsv"))
	require.NoError(t, err)
	var samples []sample
	for _, line := range strings.Split(strings.TrimSpace(string(manifest)), "\n")[1:] {
		columns := strings.Split(line, "\t")
		samples = append(samples, sample{filepath.Join(dir, columns[0]), columns[8] == "valid"})
	}
	return samples
}
