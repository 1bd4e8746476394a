package akn_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
)

// The JSON of every golden document is what docs/resolution.schema.json says.
func TestResolutionJSONIsValid(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "docs", "resolution.schema.json"))
	require.NoError(t, err)
	for file, doc := range goldens(t) {
		data, err := json.Marshal(doc.Resolution())
		require.NoError(t, err)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		require.NoError(t, schema.Validate(value), file)
	}
	require.Error(t, schema.Validate(map[string]any{"session": "first"}))
}

// goldens are the documents that this module's converter has written, by file.
func goldens(t *testing.T) map[string]*akn.Document {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "golden", "*.xml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	docs := map[string]*akn.Document{}
	for _, file := range files {
		xml, err := os.ReadFile(file)
		require.NoError(t, err)
		docs[file], err = akn.Parse(xml)
		require.NoError(t, err)
	}
	return docs
}
