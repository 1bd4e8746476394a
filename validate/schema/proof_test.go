package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns the folder of the shared material; without it the test is skipped, and fails in CI.
func shared(t testing.TB) fs.FS {
	t.Helper()
	dir := os.Getenv("NTOSO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared folder is absent, and CI needs it: %v", err)
		}
		t.Skipf("the shared folder is absent (set NTOSO_SHARED): %v", err)
	}
	return os.DirFS(dir)
}

// The proof: the built-in grammar and the OASIS schema agree in every point.
func TestBuiltInGrammarIsTheOASISSchema(t *testing.T) {
	oasis, err := CompileXSD(shared(t), "schema/akomantoso30.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Compare(AKN(), oasis) {
		t.Error(d)
	}
	if len(oasis.Elements()) != 315 {
		t.Errorf("%d elements in the OASIS schema, want 315", len(oasis.Elements()))
	}
}

var _ = strings.TrimSpace
