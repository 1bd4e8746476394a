//go:build libxml2

package validate_test

import (
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

// benchmarkOthers is the same document through libxml2 and its binding: parse, validate, free.
func benchmarkOthers(b *testing.B, size string, src []byte) {
	engine := openLibxml2(b, shared.Dir(b, "schema", "akomantoso30.xsd"))
	b.Run("engine=libxml2/"+size, func(b *testing.B) { benchmark(b, src, engine) })
}
