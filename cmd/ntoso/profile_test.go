package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate"
)

// convertFile converts a text as the command does, nil where it is refused.
func convertFile(t testing.TB, file string) []byte {
	t.Helper()
	doc, _, err := convert.FromText(mustRead(t, file), convert.Options{})
	if err != nil {
		return nil
	}
	xml, err := doc.Bytes()
	require.NoError(t, err)
	return xml
}

// TestOwnOutput: what the converter writes has no finding that is an error. It tries 300 texts, all with
// NTOSO_ALL=true.
func TestOwnOutput(t *testing.T) {
	if testing.Short() {
		t.Skip("a measure of the corpus, for one goroutine")
	}
	files := shared.Files(t, shared.Dir(t, "corpus", "un"), ".txt")
	step := max(1, len(files)/300)
	if os.Getenv("NTOSO_ALL") == "true" {
		step = 1
	}
	count := map[string]int{}
	for i := 0; i < len(files); i += step {
		src := convertFile(t, files[i])
		report := validate.Check(src, validate.Options{Profile: validate.AKN4UN})
		shown := 0
		for _, f := range report.Findings {
			if count[f.Code]++; f.Severity == validate.Error && shown < 3 {
				shown++
				assert.Fail(t, "an error", "%s: %v", filepath.Base(files[i]), f)
			} else if count[f.Code] <= 8 {
				t.Logf("%s: %v", filepath.Base(files[i]), f)
			}
		}
	}
	t.Logf("findings by code: %v", count)
}
