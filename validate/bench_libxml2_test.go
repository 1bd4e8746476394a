//go:build libxml2

package validate_test

import (
	"path/filepath"
	"testing"
)

// benchmarkOthers is the same document through libxml2 and its binding: parse, validate, free.
func benchmarkOthers(b *testing.B, size string, src []byte) {
	engine := openLibxml2(b, filepath.Join(shared(b), "schema", "akomantoso30.xsd"))
	b.Run("engine=libxml2/"+size, func(b *testing.B) { benchmark(b, src, engine) })
}
