package schema

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/ntoso/ntoso/internal/shared"
)

// writeAll puts a schema's files into a file system.
func writeAll(t testing.TB, s *Schema) fstest.MapFS {
	t.Helper()
	files, err := XSDFiles(s)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, f := range files {
		out[f.Name] = &fstest.MapFile{Data: f.Content}
	}
	return out
}

func TestWrittenXSDIsTheGrammar(t *testing.T) {
	files := writeAll(t, AKN())
	back, err := CompileXSD(files, "schema.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Compare(AKN(), back) {
		t.Error(d)
	}
	again := writeAll(t, back)
	if !bytes.Equal(files["xml.xsd"].Data, again["xml.xsd"].Data) {
		t.Error("xml.xsd changes when it is written again")
	}
}

// dump writes a schema's files into a folder and returns the path of the main one.
func dump(t testing.TB, s *Schema) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range writeAll(t, s) {
		if err := os.WriteFile(filepath.Join(dir, name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "schema.xsd")
}

// tool returns the path of an outside program; without it the test is skipped, and fails in CI.
func tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		shared.Missing(t, name, err)
	}
	return path
}
