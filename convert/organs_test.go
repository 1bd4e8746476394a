package convert_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// What a text of one of the Councils says, in whatever language and dialect.
type organText struct {
	class, symbol, organ     string
	issued, adopted, session string
	number, items            string
	recitals, paragraphs     string // the concepts of their opening phrases
	numbers                  string // of the paragraphs, with the items of each
	sponsors, vote, notes    string
	cites                    string
}

const hrcRecitals, hrcParagraphs = "guided recalling expressingConcern", "urges requests remainsSeized"

var organTexts = map[string]organText{
	"hrc-resolution": {class: "resolution", symbol: "A/HRC/RES/61/14", organ: "hrc", issued: "2026-04-09", adopted: "2026-04-02", session: "61",
		number: "61/14", items: "3", recitals: hrcRecitals, paragraphs: hrcParagraphs, numbers: "1[2] 2 3",
		vote: "adoptedRecordedVote 29 6 12", notes: "1", cites: "A/HRC/RES/55/12 A/HRC/55/2"},
	"hrc-draft": {class: "draftResolution", symbol: "A/HRC/61/L.9", organ: "hrc", issued: "2026-04-02", session: "61",
		number: "61/", items: "3", recitals: hrcRecitals, paragraphs: hrcParagraphs, numbers: "1[2] 2 3",
		sponsors: "alb ben chl", notes: "*", cites: "A/HRC/RES/55/12"},
	"ecosoc-resolution": {class: "resolution", symbol: "E/RES/2026/14", organ: "ecosoc", issued: "2026-08-05", adopted: "2026-07-23",
		number: "2026/14", items: "18 (b)", recitals: "recalling convinced", paragraphs: "takesNote invites encourages", numbers: "1 2 3",
		cites: "A/RES/70/1 E/RES/2024/9"},
	"sc-resolution": {class: "resolution", symbol: "S/RES/2851 (2026)", organ: "unsc", issued: "2026-06-12", adopted: "2026-06-12",
		recitals: "recalling expressingConcern determining acting", paragraphs: "demands condemns remainsSeized", numbers: "1 2 3",
		cites: "S/RES/2231 (2015) S/RES/2796 (2025) S/PRST/2025/2"},
	"sc-draft": {class: "draftResolution", symbol: "S/2026/415", organ: "unsc", issued: "2026-06-12",
		recitals: "recalling expressingConcern determining acting", paragraphs: "demands condemns remainsSeized", numbers: "1 2 3",
		sponsors: "alb are gha", cites: "S/RES/2231 (2015) S/RES/2796 (2025) S/PRST/2025/2"},
	"sc-statement": {class: "presidentialStatement", symbol: "S/PRST/2026/7", organ: "unsc", issued: "2026-06-12", cites: "S/RES/2851 (2026)"},
}

// dialects print a text in other ways, as word processors and extraction do.
var dialects = []struct {
	name  string
	print func(src string) string
}{
	{"markdown", func(src string) string { return src }},
	{"plain", unmarked},
	{"wrapped", func(src string) string { return wrapped(unmarked(src)) }},
	{"CRLF", func(src string) string { return strings.ReplaceAll(src, "\n", "\r\n") }},
}

var (
	emphasis = regexp.MustCompile(`\*([^*\n ][^*\n]*)\*`)
	linkMark = regexp.MustCompile(`\[([^\]\n]*)\]\(#\)`)
)

func unmarked(src string) string {
	return linkMark.ReplaceAllString(emphasis.ReplaceAllString(src, "$1"), "$1")
}

// wrapped breaks the lines of a text after words, or characters where it has no spaces.
func wrapped(src string) string {
	const width = 58
	var out strings.Builder
	at := 0
	for _, r := range src {
		switch {
		case r == '\n':
			at = 0
		case at > width && r == ' ':
			r, at = '\n', 0
		case at > width/2 && unicode.Is(unicode.Han, r):
			out.WriteByte('\n')
			at = 0
		}
		out.WriteRune(r)
		at++
	}
	return out.String()
}

// The forms of the other principal organs and of the Human Rights Council give one structure in six languages.
func TestTextsOfTheCouncils(t *testing.T) {
	for name, want := range organTexts {
		archive, err := txtar.ParseFile(filepath.Join("..", "testdata", "organs", name+".txtar"))
		require.NoError(t, err)
		require.Len(t, archive.Files, len(sixLanguages), name)
		for _, file := range archive.Files {
			for _, d := range dialects {
				t.Run(name+"/"+file.Name+"/"+d.name, func(t *testing.T) {
					src := d.print(string(file.Data))
					doc, report := fromText(t, src, convert.Options{})
					assert.Equal(t, want, organTextOf(doc))
					short, _, _ := strings.Cut(file.Name, ".")
					assert.Equal(t, akn.Attr(one(doc.Root(), "FRBRlanguage"), "language"), report.Language)
					assert.Contains(t, fmt.Sprint(sixLanguages), "{"+short+" "+report.Language+"}")
					exact(t, src, doc)
				})
			}
		}
	}
}

func organTextOf(doc *akn.Document) organText {
	f := facts(doc)
	s := doc.Statement()
	value := func(key string) string {
		if v, ok := f[key]; ok {
			return fmt.Sprint(v)
		}
		return ""
	}
	o := organText{class: s.Name(), symbol: value("symbol"), issued: value("date_issued"), adopted: value("date_adopted"),
		session: value("session"), number: strings.TrimRight(value("number_in_title"), "…."), items: strings.Join(f["agenda_items"].([]string), " "),
		notes: strings.Join(f["footnote_markers"].([]string), " "), cites: strings.Join(f["citations"].([]string), " ")}
	o.organ = strings.TrimPrefix(akn.Attr(one(doc.Root(), "FRBRauthor"), "href"), "#")
	var recitals, paragraphs, numbers, sponsors, vote []string
	for _, e := range akn.Children(s.Preamble().Element(), "container") {
		recitals = append(recitals, strings.TrimPrefix(akn.Attr(e, "refersTo"), "#"))
	}
	for _, p := range inner(doc.Body(), "paragraph") {
		paragraphs = append(paragraphs, strings.TrimPrefix(firstConcept(p), "#"))
		n := label(p)
		if items := inner(p, "point", "item"); len(items) > 0 {
			n += fmt.Sprintf("[%d]", len(items))
		}
		numbers = append(numbers, n)
	}
	for _, e := range find(s.Preface().Element(), "organization") {
		sponsors = append(sponsors, strings.TrimPrefix(akn.Attr(e, "refersTo"), "#"))
	}
	slices.Sort(sponsors) // each language has its alphabet
	if v := one(doc.Root(), "voting"); v != nil {
		vote = append(vote, strings.TrimPrefix(akn.Attr(v, "outcome"), "#"))
		for _, n := range find(v, "count") {
			vote = append(vote, akn.Attr(n, "value"))
		}
	}
	o.recitals, o.paragraphs, o.numbers = strings.Join(recitals, " "), strings.Join(paragraphs, " "), strings.Join(numbers, " ")
	o.sponsors, o.vote = strings.Join(sponsors, " "), strings.Join(vote, " ")
	return o
}
