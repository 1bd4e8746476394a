package convert_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A sample is a text of the project's own testdata.
type sample struct {
	name string // without .txt
	src  []byte
}

// samples are the texts of a folder of testdata, in the order of their names.
func samples(t testing.TB, folder string) []sample {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", folder, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files, "testdata/%s is empty", folder)
	list := make([]sample, len(files))
	for i, file := range files {
		src := read(t, file)
		list[i] = sample{strings.TrimSuffix(filepath.Base(file), ".txt"), src}
	}
	return list
}

// text is one text of testdata/texts.
func text(t testing.TB, name string) []byte {
	t.Helper()
	return read(t, filepath.Join("..", "testdata", "texts", name+".txt"))
}

// A row is a line of a table in testdata: the values by the names of its columns.
type row struct {
	line   int
	values map[string]string
}

// table reads a file of tab-separated values with a heading line.
func table(t testing.TB, file string) []row {
	t.Helper()
	b := read(t, filepath.Join("..", "testdata", file))
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	names := strings.Split(lines[0], "\t")
	var rows []row
	for i, line := range lines[1:] {
		values := map[string]string{}
		for j, v := range strings.Split(line, "\t") {
			values[names[j]] = v
		}
		rows = append(rows, row{i + 2, values})
	}
	return rows
}
