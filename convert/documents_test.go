package convert_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// differentTexts are the documents that differ in the files of the United Nations themselves, so that no converter can
// give them one structure; TestDocumentsAgreeInSixLanguages fails where one of them agrees.
var differentTexts = map[string]string{
	"A_RES_75_298": "Arabic and Chinese lack a recital",
	"A_RES_75_299": "Arabic and Chinese lack a recital",
	"A_RES_75_305": "Arabic and Chinese lack a recital",
	"A_RES_75_306": "Arabic lacks a recital",
	"A_RES_76_70":  "Russian lacks a note",
	"A_RES_78_308": "Russian has two notes more",
	"A_RES_79_257": "Spanish prints item (e) as c)",
	"A_RES_79_258": "Russian and Chinese number a paragraph that has no number in the others",
	"A_RES_80_113": "Spanish prints paragraph 82 as 80.",
	"A_RES_80_123": "Spanish has a recital twice",
	"A_RES_80_131": "English lacks recitals and notes that Spanish, Russian and Arabic have in part",
	"A_RES_80_48":  "Arabic lacks a recital",
	"S_RES_2628":   "Arabic lacks the enacting words and five recitals",
	"S_RES_2657":   "Arabic lacks a recital",
	"S_RES_2806":   "all but English have lost headings, numbers or letters in the annex",
	"S_RES_2820":   "Chinese lacks the signs of a list, Arabic one item",
}

// differentCitations are the documents that cite differently in the files of the United Nations.
var differentCitations = map[string]string{
	"A_RES_77_4":   "the Russian text prints the letters of 76/247 as a range, one document; the others name first and last",
	"A_RES_78_276": "the Russian text prints 57/284 A-B, one document; the others A and B",
	"A_RES_76_49":  "Chinese prints 1 (I) as 一㈠",
	"A_RES_78_282": "French prints A/78/L.67 without Rev.1",
	"A_RES_78_62":  "Spanish prints a comma before the letters of resolutions",
}

// A skeleton is what a document has in every language: how many parts of each kind, the identifiers, the citations.
type skeleton struct {
	counts map[string]int
	ids    []string
	cites  []string
	text   string
	// headings are counted apart: several of the files have lost theirs.
	headings int
}

// localID is the identifier of a paragraph, item or note without that of the section or annex around it.
func localID(e *etree.Element) string {
	id := akn.Attr(e, "eId")
	for _, own := range []string{"para_", "container_", "authorialNote_"} {
		if i := strings.Index(id, own); i >= 0 {
			return id[i:]
		}
	}
	return id
}

// citedNumber matches what a text prints at least of a symbol that it cites: the number of a resolution or decision, with
// the year where it has one.
var citedNumber = regexp.MustCompile(`^(?:[AES]|A/HRC)/(?:RES|DEC)/(\S+?)(?: ?[A-Z]+| ?[A-Z]* ?\([SIVXLE-]+\))?$`)

// prints reports whether the text prints the number of a symbol.
func (s skeleton) prints(symbol string) bool {
	number := symbol
	if m := citedNumber.FindStringSubmatch(symbol); m != nil {
		number = m[1]
	}
	return regexp.MustCompile(`(?:^|\D)` + regexp.QuoteMeta(compact(number)) + `(?:\D|$)`).MatchString(s.text)
}

// cite notes a symbol. Chinese prints no space before a parenthesis.
func (s *skeleton) cite(symbol string) {
	if symbol != "" {
		s.cites = append(s.cites, compact(symbol))
	}
}

// citeAddress notes the symbol in an address of the document system: a decision may have no other.
func (s *skeleton) citeAddress(href string) {
	if symbol, ok := strings.CutPrefix(href, "https://undocs.org/"); ok {
		s.cite(symbol)
	}
}

func skeletonOf(doc *akn.Document) skeleton {
	s := skeleton{counts: map[string]int{}, text: compact(akn.TextWithNotes(doc.Main()))}
	for e := range akn.All(doc.Main()) {
		switch name := akn.Local(e); name {
		case "section", "part", "title", "division", "attachment":
			s.headings++
		case "container", "paragraph", "authorialNote":
			s.counts[name]++
			s.ids = append(s.ids, localID(e))
		case "point", "item":
			s.counts["item"]++
			s.ids = append(s.ids, localID(e))
		case "ref":
			s.cite(akn.Attr(e, "title"))
			s.citeAddress(akn.Attr(e, "href"))
		case "alternativeReference":
			s.citeAddress(akn.Attr(e, "href"))
		}
	}
	slices.Sort(s.ids)
	slices.Sort(s.cites)
	s.cites = slices.Compact(s.cites)
	return s
}

// differs says how two documents differ: by counts, by identifiers, by citations. A citation counts where the other
// text prints its number.
func (s skeleton) differs(other skeleton) (structure, citations string) {
	for _, kind := range []string{"container", "paragraph", "item", "authorialNote"} {
		if s.counts[kind] != other.counts[kind] {
			structure += fmt.Sprintf(" %s %d, %d;", kind, s.counts[kind], other.counts[kind])
		}
	}
	if only, lacks := minus(s.ids, other.ids), minus(other.ids, s.ids); structure == "" && len(only)+len(lacks) > 0 {
		structure = fmt.Sprintf(" identifiers -%v +%v", only, lacks)
	}
	only := slices.DeleteFunc(minus(s.cites, other.cites), func(c string) bool { return !other.prints(c) })
	lacks := slices.DeleteFunc(minus(other.cites, s.cites), func(c string) bool { return !s.prints(c) })
	if len(only)+len(lacks) > 0 {
		citations = fmt.Sprintf(" citations -%v +%v", only, lacks)
	}
	return structure, citations
}

func minus(a, b []string) []string {
	var only []string
	for _, s := range a {
		if !slices.Contains(b, s) {
			only = append(only, s)
		}
	}
	return only
}

// The same document has the same structure and citations in six languages, but where its texts differ. SIX_SHOW=document
// lists how those differ.
func TestDocumentsAgreeInSixLanguages(t *testing.T) {
	paths, err := filepath.Glob(corpusPath(t, "un", "en", "markdown", "*-en.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	var structure, labelled, citations, headings share
	for i, path := range paths {
		if testing.Short() && i%10 != 0 {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(path), "-en.txt")
		skeletons := skeletonsOf(t, name)
		sameStructure, sameCitations, sameHeadings := true, true, true
		for i, s := range skeletons[1:] {
			a, b := skeletons[0].differs(s)
			sameHeadings = sameHeadings && s.headings == skeletons[0].headings
			sameStructure, sameCitations = sameStructure && a == "", sameCitations && b == ""
			if a+b != "" && os.Getenv("SIX_SHOW") == "document" {
				t.Logf("%s %s:%.200s%.200s", name, sixLanguages[i+1].short, a, b)
			}
		}
		structure.add(sameStructure)
		if labelsAgree(t, name) {
			labelled.add(sameStructure)
		}
		citations.add(sameCitations)
		headings.add(sameHeadings)
		assert.Equal(t, differentTexts[name] == "", sameStructure, "%s: structure: %s", name, differentTexts[name])
		assert.Equal(t, differentCitations[name] == "", sameCitations, "%s: citations: %s", name, differentCitations[name])
	}
	t.Logf("structure %s; citations %s; headings %s", structure, citations, headings)
	t.Logf("structure of the documents whose labels agree in six languages %s", labelled)
	assert.GreaterOrEqual(t, labelled.of(), labelledFloor)
}

// labelledFloor is the share of the documents with one structure, of those that have one in the files of the United Nations.
const labelledFloor = .97

// labelsAgree reports whether the files of the United Nations give the document as many recitals and paragraphs, with
// the same numbers, and notes in all six languages. A key that contradicts the other five is left out of a label.
func labelsAgree(t *testing.T, name string) bool {
	t.Helper()
	var first string
	for _, l := range sixLanguages {
		var label map[string]any
		require.NoError(t, json.Unmarshal(read(t, corpusPath(t, "labels-un", name+"-"+l.short+".json")), &label))
		facts := ""
		for _, key := range []string{"recitals", "operative", "operative_numbers", "footnotes"} {
			if label[key] == nil {
				return false
			}
			facts += fmt.Sprint(label[key], ";")
		}
		if first == "" {
			first = facts
		} else if facts != first {
			return false
		}
	}
	return true
}

// skeletonsOf are the skeletons of a document in six languages.
func skeletonsOf(t *testing.T, name string) []skeleton {
	t.Helper()
	var all []skeleton
	for _, l := range sixLanguages {
		doc, _ := fromText(t, read(t, corpusPath(t, "un", l.short, "markdown", name+"-"+l.short+".txt")), convert.Options{})
		all = append(all, skeletonOf(doc))
	}
	return all
}
