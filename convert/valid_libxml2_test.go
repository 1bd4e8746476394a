//go:build libxml2

package convert_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate/libxml2"
	"github.com/stretchr/testify/require"
)

// oasis compiles the schema of OASIS once; nil where the shared material is absent.
var oasis struct {
	sync.Once
	schema *libxml2.Schema
	err    error
}

// validByLibxml2 checks that libxml2 accepts the document by the schema of OASIS.
func validByLibxml2(t testing.TB, xml []byte) {
	t.Helper()
	oasis.Do(func() {
		oasis.schema, oasis.err = libxml2.Open(shared.Dir(t, "schema", "akomantoso30.xsd"))
	})
	require.NoError(t, oasis.err)
	if oasis.schema == nil {
		t.Skip("no schema")
	}
	result, err := oasis.schema.Check(xml)
	var long *libxml2.TooLongError
	if errors.As(err, &long) {
		return // libxml2's binding cannot judge it; the engine of our own has
	}
	require.NoError(t, err)
	require.True(t, result.Valid, "libxml2: %q\n%s", result.Messages, xml)
}
