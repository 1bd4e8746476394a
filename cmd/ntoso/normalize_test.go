package main

import (
	"os"
	"path/filepath"
	"slices"
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
		src := mustRead(t, file)
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

// normalizedText is the least share of texts that give the same structure, of the sample and of all; it may only rise.
var normalizedText = map[string]float64{"every fifth": 0.932, "all": 0.945}

// TestNormalizedText: the text of a normalised file, converted again, has the same recitals, the same numbers of paragraphs
// and labels of items, and as many notes. It takes every fifth file, or all where NTOSO_ALL is true.
func TestNormalizedText(t *testing.T) {
	sample, step := "every fifth", 5
	if os.Getenv("NTOSO_ALL") == "true" {
		sample, step = "all", 1
	}
	files, err := filepath.Glob(shared.Dir(t, "corpus", "un-akn", "*", "*.xml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	same, total := 0, 0
	for i := 0; i < len(files); i += step {
		doc, err := akn.Parse(mustRead(t, files[i]))
		require.NoError(t, err)
		want := akn.Normalize(doc)
		text, err := convert.Text(want)
		require.NoError(t, err)
		got, _, err := convert.FromText(text, convert.Options{})
		require.NoError(t, err)
		total++
		if a, b := outline(want), outline(got); slices.Equal(a, b) {
			same++
		} else {
			at := 0
			for at < min(len(a), len(b)) && a[at] == b[at] {
				at++
			}
			t.Logf("%s: %d parts, then %d; first %q, then %q", filepath.Base(files[i]), len(a), len(b), part(a, at), part(b, at))
		}
	}
	require.NotZero(t, total, "no normalised file")
	t.Logf("%d of %d texts (%s) give the same structure", same, total, sample)
	assert.GreaterOrEqual(t, float64(same), normalizedText[sample]*float64(total))
}

func mustRead(t testing.TB, file string) []byte {
	t.Helper()
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	return src
}

func part(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

// outline lists the parts of all resolutions of a document: recitals, paragraphs and items by their labels, notes.
func outline(doc *akn.Document) []string {
	var parts []string
	var add func(kind string, list []akn.Provision)
	add = func(kind string, list []akn.Provision) {
		for _, p := range list {
			parts = append(parts, kind+" "+akn.NumberPart(p.Number))
			add("item", p.Items)
		}
	}
	for _, r := range doc.Resolutions() {
		add("recital", r.Recitals)
		add("paragraph", r.Paragraphs)
		for range r.Notes {
			parts = append(parts, "note")
		}
	}
	return parts
}
