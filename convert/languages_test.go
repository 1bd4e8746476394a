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
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
)

// sixLanguages are the folders of the corpus, English first: the others are compared with it.
var sixLanguages = []struct{ short, iso string }{
	{"en", "eng"}, {"fr", "fra"}, {"es", "spa"}, {"ru", "rus"}, {"ar", "ara"}, {"zh", "zho"},
}

// corpusPath is a path in the shared corpus.
func corpusPath(t *testing.T, path ...string) string {
	t.Helper()
	return shared.Dir(t, append([]string{"corpus"}, path...)...)
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// A unit is what one line of a text became.
type unit struct {
	kind    string // recital, paragraph 12, item, heading, other
	concept string
	cites   []string
}

// unitsOf converts a text and says what each of its lines became: the kind and concept of the element in which the
// line begins, and all that the line cites.
func unitsOf(t *testing.T, src []byte, lang string) []unit {
	t.Helper()
	doc, _, err := convert.FromText(src, convert.Options{Language: lang})
	require.NoError(t, err)
	lines := strings.Split(strings.TrimRight(string(src), "\n"), "\n")
	units := make([]unit, len(lines))
	p := &placer{units: units}
	for _, line := range lines {
		p.ends = append(p.ends, p.end()+len(compact(line)))
	}
	p.walk(doc.Root())
	for i := range units {
		slices.Sort(units[i].cites)
		units[i].cites = slices.Compact(units[i].cites)
	}
	return units
}

// compact is a text without white space and emphasis.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' {
			return -1
		}
		return r
	}, s)
}

// A placer finds for each element the line in which it begins.
type placer struct {
	units []unit
	ends  []int // of the lines in the compact text
	at    int   // in the compact text
}

func (p *placer) end() int {
	if len(p.ends) == 0 {
		return 0
	}
	return p.ends[len(p.ends)-1]
}

func (p *placer) line() int {
	for i, end := range p.ends {
		if p.at < end {
			return i
		}
	}
	return len(p.ends) - 1
}

func (p *placer) walk(e *etree.Element) {
	switch akn.Local(e) {
	case "meta", "authorialNote":
		return
	case "ref":
		u := &p.units[p.line()]
		if symbol := akn.Attr(e, "title"); symbol != "" {
			u.cites = append(u.cites, symbol)
		}
	case "p", "num", "heading", "subheading":
		if u := &p.units[p.line()]; u.kind == "" {
			u.kind, u.concept = kindOf(e)
		}
	}
	for _, child := range e.Child {
		switch c := child.(type) {
		case *etree.Element:
			p.walk(c)
		case *etree.CharData:
			p.at += len(compact(c.Data))
		}
	}
}

// kindOf is the kind of line that begins with the element, and the concept of its opening phrase.
func kindOf(e *etree.Element) (kind, concept string) {
	if name := akn.Local(e); name == "heading" || name == "subheading" {
		return "heading", ""
	}
	for up := e.Parent(); up != nil; up = up.Parent() {
		switch akn.Local(up) {
		case "container":
			return "recital", akn.Attr(up, "refersTo")
		case "point", "item":
			return "item", ""
		case "paragraph":
			return strings.TrimSpace("paragraph " + number(up)), firstConcept(up)
		case "section", "part", "title", "division":
			if akn.Local(e) == "num" {
				return "heading", ""
			}
			return "other", ""
		case "mainBody", "coverPage", "preface", "preamble", "conclusions":
			return "other", ""
		}
	}
	return "other", ""
}

// number is the number of a paragraph in Western digits, without what is printed around it.
func number(paragraph *etree.Element) string {
	var b strings.Builder
	for _, r := range akn.Text(akn.First(paragraph, "num")) {
		if n := digit(r); n >= 0 {
			fmt.Fprint(&b, n)
		}
	}
	return b.String()
}

func digit(r rune) int {
	for _, zero := range []rune{'0', '٠', '۰', '０'} {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

func firstConcept(e *etree.Element) string {
	for child := range akn.All(e) {
		if akn.Local(child) == "term" {
			return akn.Attr(child, "refersTo")
		}
	}
	return ""
}

// kindAlone is a kind without the number.
func kindAlone(kind string) string {
	name, _, _ := strings.Cut(kind, " ")
	return name
}

// A share counts on how many of all things languages agree.
type share struct{ agree, all int }

func (s *share) add(agree bool) {
	s.all++
	if agree {
		s.agree++
	}
}

func (s share) of() float64 { return float64(s.agree) / float64(max(s.all, 1)) }
func (s share) String() string {
	return fmt.Sprintf("%4d of %4d  %6.2f %%", s.agree, s.all, 100*s.of())
}

// leadingNumber matches the number that is printed before a line.
var leadingNumber = regexp.MustCompile(`^[\s\x{200e}\x{200f}]*([0-9٠-٩０-９]+)(?:[.)．）]| ?[-–] ?\D)`)

// numbersDiffer reports whether some of the texts print a number before the line and others none: several of the
// excerpts have lost them in French or Spanish.
func numbersDiffer(texts [][]string, line int) bool {
	with, without := 0, 0
	for _, lines := range texts {
		switch first, _ := utf8.DecodeRuneInString(lines[line]); {
		case leadingNumber.MatchString(lines[line]):
			with++
		case unicode.IsLetter(first):
			without++
		}
	}
	return with > 0 && without > 0
}

// The floors of TestExcerptsAgreeInSixLanguages may only rise.
const (
	kindFloor     = .986
	everyFloor    = .904 // the others have lost a number in French, Spanish or Arabic
	conceptFloor  = .92
	citationFloor = .95
)

// The same line in six languages becomes the same: recital, paragraph with its number, item, heading or other. Where
// English knows the concept of its opening phrase, the others know the same one, and all cite the same. SIX_SHOW=kind,
// concept or cite lists the lines that differ.
func TestExcerptsAgreeInSixLanguages(t *testing.T) {
	paths, err := filepath.Glob(corpusPath(t, "un", "en", "unpc", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	all, differ := struct{ kind, every, cite share }{}, 0
	kinds, concepts, cites := map[string]*share{}, map[string]*share{}, map[string]*share{}
	for _, l := range sixLanguages {
		kinds[l.short], concepts[l.short], cites[l.short] = &share{}, &share{}, &share{}
	}
	for _, path := range paths {
		name := filepath.Base(path)
		var texts [][]string
		var units [][]unit
		for _, l := range sixLanguages {
			src := mustRead(t, corpusPath(t, "un", l.short, "unpc", name))
			texts = append(texts, strings.Split(string(src), "\n"))
			units = append(units, unitsOf(t, src, ""))
		}
		for line, english := range units[0] {
			comparable := !numbersDiffer(texts, line)
			if !comparable {
				differ++
			}
			same, every, sameCites, cited := true, true, true, false
			for _, u := range units {
				cited = cited || len(u[line].cites) > 0
			}
			for i, l := range sixLanguages[1:] {
				other := units[i+1][line]
				show := func(what string, want, got any) {
					if os.Getenv("SIX_SHOW") == what {
						t.Logf("%s:%d %s: en %v, %v\n    %.150s\n    %.150s", name, line+1, l.short, want, got, texts[0][line], texts[i+1][line])
					}
				}
				every = every && kindAlone(other.kind) == kindAlone(english.kind)
				if comparable {
					agree := other.kind == english.kind
					kinds[l.short].add(agree)
					if same = same && agree; !agree {
						show("kind", english.kind, other.kind)
					}
				}
				if english.concept != "" {
					concepts[l.short].add(english.concept == other.concept)
					if english.concept != other.concept {
						show("concept", english.concept, other.concept)
					}
				}
				if cited {
					agree := slices.Equal(english.cites, other.cites)
					cites[l.short].add(agree)
					if sameCites = sameCites && agree; !agree {
						show("cite", english.cites, other.cites)
					}
				}
			}
			all.every.add(every)
			if comparable {
				all.kind.add(same)
			}
			if cited {
				all.cite.add(sameCites)
			}
		}
	}
	t.Logf("    %-22s %-22s %s", "kind", "concept", "citations")
	for _, l := range sixLanguages[1:] {
		t.Logf("%s  %s  %s  %s", l.short, kinds[l.short], concepts[l.short], cites[l.short])
		assert.GreaterOrEqual(t, concepts[l.short].of(), conceptFloor, l.short)
	}
	t.Logf("all %s  %22s %s; %d lines left out, whose number is not printed in all six", all.kind, "", all.cite, differ)
	t.Logf("no line left out, numbers not compared: %s", all.every)
	assert.GreaterOrEqual(t, all.kind.of(), kindFloor)
	assert.GreaterOrEqual(t, all.every.of(), everyFloor)
	assert.GreaterOrEqual(t, all.cite.of(), citationFloor)
}

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
		require.NoError(t, json.Unmarshal(mustRead(t, corpusPath(t, "labels-un", name+"-"+l.short+".json")), &label))
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
		doc, _, err := convert.FromText(mustRead(t, corpusPath(t, "un", l.short, "markdown", name+"-"+l.short+".txt")), convert.Options{})
		require.NoError(t, err)
		all = append(all, skeletonOf(doc))
	}
	return all
}

// Detection is right for every text that this project wrote; a text in none of the six languages has its structure all
// the same, and says so.
func TestLanguageOfOwnTexts(t *testing.T) {
	others := map[string]string{"portuguese": "und", "swahili": "und"}
	for _, s := range samples(t, "texts") {
		name, want := strings.TrimSuffix(strings.TrimSuffix(s.name, ".layout"), ".plain"), others[s.name]
		for _, l := range sixLanguages {
			if strings.HasSuffix(name, "-"+l.short) || strings.HasPrefix(name, l.short+"-") {
				want = l.iso
			}
		}
		if want == "" {
			want = "eng"
		}
		_, report, err := convert.FromText(s.src, convert.Options{})
		require.NoError(t, err)
		assert.Equal(t, want, report.Language, "%s: %s", name, report.LanguageReason)
	}
}

func remarkCodes(report *convert.Report) []string {
	var codes []string
	for _, r := range report.Remarks {
		codes = append(codes, r.Code)
	}
	return codes
}

func TestUnknownLanguage(t *testing.T) {
	for _, name := range []string{"portuguese", "swahili"} {
		src := text(t, name)
		doc, report, err := convert.FromText(src, convert.Options{})
		require.NoError(t, err)
		assert.Equal(t, "und", report.Language, name)
		assert.Contains(t, remarkCodes(report), "language-unknown", name)
		assert.Positive(t, report.Paragraphs, name)
		assert.Equal(t, "und", doc.Statement().Expression().Language())
		doc, report, err = convert.FromText(src, convert.Options{Language: "por"})
		require.NoError(t, err)
		assert.Equal(t, "por", report.Language)
		xml, err := doc.Bytes()
		require.NoError(t, err)
		requireValid(t, xml) // what is not one of the six is doubtful, and no error
	}
}

func TestWrongLanguage(t *testing.T) {
	for _, l := range sixLanguages {
		given := "fra"
		if l.iso == given {
			given = "rus"
		}
		_, report, err := convert.FromText(text(t, "six-"+l.short), convert.Options{Language: given})
		require.NoError(t, err)
		assert.Equal(t, given, report.Language)
		assert.Contains(t, remarkCodes(report), "language-doubt", l.short)
	}
}
