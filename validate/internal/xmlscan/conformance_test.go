package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// conformanceCase is one entry of the W3C XML Conformance Test Suite.
type conformanceCase struct {
	ID             string `xml:"ID,attr"`
	Type           string `xml:"TYPE,attr"`
	URI            string `xml:"URI,attr"`
	Recommendation string `xml:"RECOMMENDATION,attr"`
	Edition        string `xml:"EDITION,attr"`
	Namespace      string `xml:"NAMESPACE,attr"`
	Version        string `xml:"VERSION,attr"`
	file           string
}

// conformanceCases reads the lists of cases, each a file of its own with paths relative to it.
func conformanceCases(t *testing.T, root string) []conformanceCase {
	t.Helper()
	var cases []conformanceCase
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xml" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(src[:min(len(src), 4000)], []byte("<TEST")) {
			return err
		}
		cases = append(cases, casesOf(path, src)...)
		return nil
	})
	require.NoError(t, err)
	return cases
}

func casesOf(path string, src []byte) (cases []conformanceCase) {
	d := xml.NewDecoder(bytes.NewReader(src))
	d.Strict = false
	for {
		tok, err := d.Token()
		if err != nil {
			return cases
		}
		el, ok := tok.(xml.StartElement)
		if !ok || el.Name.Local != "TEST" {
			continue
		}
		var c conformanceCase
		if d.DecodeElement(&c, &el) == nil {
			c.file = filepath.Join(filepath.Dir(path), c.URI)
			cases = append(cases, c)
		}
	}
}

// otherEdition says whether a case holds for editions of XML 1.0 before the fifth alone, or not for namespace-aware
// readers.
func (c *conformanceCase) otherEdition() bool {
	return c.Edition != "" && !strings.Contains(c.Edition, "5")
}

func (c *conformanceCase) is11() bool {
	return strings.Contains(c.Recommendation, "1.1") || c.Version == "1.1"
}

// TestConformance: every not-wf case of XML 1.0 without a DOCTYPE is refused, every valid one accepted, XML 1.1 is refused as such.
func TestConformance(t *testing.T) {
	root := shared.Dir(t, "xmlconf")
	count := map[string]int{}
	for _, c := range conformanceCases(t, root) {
		src, err := os.ReadFile(c.file)
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		if kind := conformanceKind(&c, src); kind != "" {
			count[kind]++
			t.Run(c.ID, func(t *testing.T) { checkCase(t, kind, src) })
		}
	}
	t.Log(count)
	assert.Greater(t, count["not-wf"], 100)
	assert.Greater(t, count["valid"], 2)
	assert.Greater(t, count["1.1"], 10)
}

// notMarkup is what may say DOCTYPE without being one.
var notMarkup = regexp.MustCompile(`(?s)<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>`)

// conformanceKind is what must become of a case, empty where it does not concern this scanner.
func conformanceKind(c *conformanceCase, src []byte) string {
	switch {
	case bytes.Contains(notMarkup.ReplaceAll(bytes.ReplaceAll(src, []byte{0}, nil), nil), []byte("<!DOCTYPE")):
		return "doctype"
	case c.otherEdition():
		return ""
	case bytes.Contains(src[:min(len(src), 40)], []byte("1.1")) && c.is11():
		return "1.1"
	case c.Namespace == "no" && c.Type != "not-wf":
		return ""
	case c.Type == "valid" || c.Type == "invalid": // invalid against a DTD, but well formed
		return "valid"
	case c.Type == "not-wf":
		return c.Type
	}
	return ""
}

func checkCase(t *testing.T, kind string, src []byte) {
	var s Scanner
	s.Reset(src, Limits{})
	_, err := events(&s)
	s.ResetReader(io.MultiReader(bytes.NewReader(src[:len(src)/2]), bytes.NewReader(src[len(src)/2:])), Limits{})
	_, streamErr := events(&s)
	assert.Equal(t, err == nil, streamErr == nil, "%v / %v", err, streamErr)
	var e *Error
	switch kind {
	case "valid":
		assert.NoError(t, err)
	case "1.1":
		require.True(t, errors.As(err, &e))
		assert.Equal(t, Version, e.Kind, e)
	default:
		assert.Error(t, err, "%q", src[:min(len(src), 300)])
	}
}
