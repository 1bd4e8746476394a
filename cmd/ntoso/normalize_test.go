package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate"
)

// letters are the characters of the text of a document that are not white space, in order.
func letters(doc *akn.Document) string {
	var b strings.Builder
	for _, part := range akn.Children(doc.Main()) {
		if !akn.Is(part, "meta") {
			b.WriteString(akn.TextWithNotes(part))
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, b.String())
}

// TestNormalize: of the United Nations' own files, those that are valid stay valid and have no error afterwards, no
// letter changes, and a second run changes nothing.
func TestNormalize(t *testing.T) {
	const share = 0.98
	files, err := filepath.Glob(shared.Dir(t, "corpus", "un-akn", "*", "*.xml"))
	require.NoError(t, err)
	valid, good := 0, 0
	codes := map[string]int{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := akn.Parse(src)
		require.NoError(t, err)
		normal := akn.Normalize(doc)
		out, err := normal.Bytes()
		require.NoError(t, err)
		assert.Equal(t, letters(doc), letters(normal), file)
		again, err := akn.Normalize(normal).Bytes()
		require.NoError(t, err)
		assert.Equal(t, string(out), string(again), "%s: a second run changes it", file)
		if !validate.Check(src, validate.Options{Profile: validate.Schema}).OK() {
			continue
		}
		valid++
		report := validate.Check(out, validate.Options{Profile: validate.AKN4UN})
		if report.OK() {
			good++
		}
		for _, f := range report.Findings {
			if codes[f.Code]++; f.Severity == validate.Error && codes[f.Code] < 6 {
				t.Logf("%s: %v", filepath.Base(file), f)
			}
		}
	}
	t.Logf("%d of %d valid files have no error; findings: %v", good, valid, codes)
	require.NotZero(t, valid)
	assert.GreaterOrEqual(t, float64(good), share*float64(valid))
}

// TestNormalizedText: the text of a normalised file, converted again, has the same paragraphs.
func TestNormalizedText(t *testing.T) {
	const share = 0.8 // decisions without numbers, most of all, are not read back as paragraphs
	files, err := filepath.Glob(shared.Dir(t, "corpus", "un-akn", "*", "*.xml"))
	require.NoError(t, err)
	same, total := 0, 0
	for i, file := range files {
		if i%10 != 0 && os.Getenv("NTOSO_ALL") != "true" {
			continue
		}
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := akn.Parse(src)
		require.NoError(t, err)
		want := akn.Normalize(doc)
		text, err := convert.Text(want)
		require.NoError(t, err)
		got, _, err := convert.FromText(text, convert.Options{})
		require.NoError(t, err)
		total++
		w, g := want.Resolution(), got.Resolution()
		if len(w.Recitals) == len(g.Recitals) && len(w.Paragraphs) == len(g.Paragraphs) && len(w.Notes) == len(g.Notes) {
			same++
		} else {
			t.Logf("%s: recitals %d, %d; paragraphs %d, %d; notes %d, %d", filepath.Base(file), len(w.Recitals), len(g.Recitals), len(w.Paragraphs), len(g.Paragraphs), len(w.Notes), len(g.Notes))
		}
	}
	t.Logf("%d of %d texts give the same structure", same, total)
	require.NotZero(t, total)
	assert.GreaterOrEqual(t, float64(same), share*float64(total))
}
