package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// TestKinds: documents of all organs and kinds, as they are taken from their PDFs, and damaged ones. Beside each text of
// testdata/kinds stands its outline; go test ./convert -run Kinds -update rewrites it.
func TestKinds(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "kinds", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src := read(t, file)
			doc, report := fromText(t, src, convert.Options{})
			got := outline(doc, report)
			want := strings.TrimSuffix(file, ".txt") + ".outline"
			if *update {
				require.NoError(t, os.WriteFile(want, []byte(got), 0o600))
			}
			expected := read(t, want)
			assert.Equal(t, string(expected), got)
			exact(t, src, doc)
		})
	}
}

// TestOperativeItems: the verbs of a short decision that stand as items after its last recital are a paragraph's points,
// and their text comes back, with the layout layer and without it.
func TestOperativeItems(t *testing.T) {
	src := read(t, filepath.Join("testdata", "kinds", "draft-decision-items.txt"))
	doc, report := fromText(t, src, convert.Options{})
	assert.Equal(t, "draftDecision", report.Class)
	assert.Empty(t, report.Remarks)
	ladder(t, src, convert.Options{})
	r := doc.Resolution()
	assert.Len(t, r.Recitals, 2)
	require.Len(t, r.Paragraphs, 1)
	assert.Len(t, r.Paragraphs[0].Items, 2)

	canonical := textOf(t, convert.Strip(doc))
	assert.NotContains(t, string(canonical), "\n\n\n", "the paragraph without words is no block")
	again, _ := fromText(t, canonical, convert.Options{})
	require.Len(t, again.Resolution().Paragraphs, 1)
	assert.Len(t, again.Resolution().Paragraphs[0].Items, 2)
}

// outline is the structure of a document on a line for each part, and the report's remarks.
func outline(doc *akn.Document, report *convert.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", report.Class, report.Symbol)
	outlineOf(&b, doc.Main(), "")
	for _, r := range report.Remarks {
		fmt.Fprintf(&b, "remark %d %s: %s\n", r.Line, r.Code, r.Message)
	}
	return b.String()
}

// outlined are the elements of which an outline says something: their attribute, or their first words.
var outlined = map[string]string{
	"docNumber": "", "docTitle": "", "docProponent": "", "docType": "", "quotedText": "", "quotedStructure": "", "docStatus": "refersTo", "docDate": "date", "docAuthority": "refersTo",
	"session": "value", "docCommittee": "value", "organization": "", "inline": "name", "formula": "", "container": "name",
	"paragraph": "num", "point": "num", "item": "num", "section": "num", "part": "num", "title": "num", "division": "num",
	"heading": "", "subheading": "", "authorialNote": "marker", "noteRef": "marker", "attachment": "", "conclusions": "", "p": "",
}

func outlineOf(b *strings.Builder, e *etree.Element, indent string) {
	for _, c := range e.ChildElements() {
		name := akn.Local(c)
		key, said := outlined[name]
		switch {
		case name == "meta" || name == "organization" && akn.Up(e, "docProponent") == nil:
			continue
		case !said || name == "inline" && akn.Attr(c, "name") == "":
			outlineOf(b, c, indent)
			continue
		}
		fmt.Fprintf(b, "%s%s %s\n", indent, name, outlineText(c, key))
		outlineOf(b, c, indent+" ")
	}
}

func outlineText(e *etree.Element, key string) string {
	switch key {
	case "":
		text := []rune(squeezed(e))
		return string(text[:min(len(text), 30)])
	case "num":
		return squeezed(akn.First(e, "num"))
	}
	return akn.Attr(e, key)
}
