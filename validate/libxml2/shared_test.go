//go:build libxml2

package libxml2

import (
	"os"
	"path/filepath"
	"testing"
)

// shared returns the folder of material shared beside the repository, or skips the test where it is absent. In CI its
// absence is a failure.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("NTOSO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("shared material is missing: %v", err)
		}
		t.Skipf("no shared material (set NTOSO_SHARED): %v", err)
	}
	return dir
}
