package convert_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

// TestRemarkKinds: the kinds are those that package layout declares, and each says all there is to say.
func TestRemarkKinds(t *testing.T) {
	var codes []string
	for _, k := range convert.RemarkKinds() {
		codes = append(codes, k.Code)
		assert.NotEmpty(t, k.Title, k.Code)
		assert.False(t, strings.HasSuffix(k.Title, "."), k.Code)
		for _, sentences := range []string{k.Meaning, k.Advice} {
			assert.True(t, strings.HasSuffix(sentences, "."), k.Code)
		}
	}
	assert.True(t, slices.IsSorted(codes), "%v", codes)
	assert.ElementsMatch(t, declaredCodes(t), codes)
}

// declaredCodes are the constants of type Code in package layout.
func declaredCodes(t *testing.T) (codes []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("internal", "layout", "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && fmt.Sprint(spec.Type) == "Code" {
				code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				codes = append(codes, code)
			}
			return true
		})
	}
	require.NotEmpty(t, codes)
	return codes
}

// TestRemarksPage holds docs/remarks.md to the kinds; -update rewrites it.
func TestRemarksPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Remarks\n\nWhat the report of a conversion can say, by code. A remark is no error: the document is there, and its text comes back.\n" +
		"`ntoso explain CODE` prints one of them. This page is written by `go test ./convert -run RemarksPage -update`.\n\n" +
		"| code | what was found | what was made of it | what to do |\n|---|---|---|---|\n")
	for _, k := range convert.RemarkKinds() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.Code, k.Title, k.Meaning, k.Advice)
	}
	path := filepath.Join("..", "docs", "remarks.md")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
	}
	assert.Equal(t, b.String(), string(read(t, path)), "run: go test ./convert -run RemarksPage -update")
}
