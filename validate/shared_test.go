package validate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/require"
)

// sample is a document of the corpus with the verdict of xmllint.
type sample struct {
	file  string
	valid bool
}

func corpus(t testing.TB) []sample {
	t.Helper()
	dir := shared.Dir(t, "corpus")
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
