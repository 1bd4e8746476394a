package convert_test

import (
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
)

// The labels of citations are what the United Nations linked in one language version of a document: much of what a text
// cites carries no link, and some links lead elsewhere. So what differs from a label is judged here by evidence that owes
// nothing to the converter: what the other versions of the document link, and what the text prints, found by means as
// simple as can be.

// A judgement counts the citations of a set of documents.
type judgement struct {
	found, cited, hit int // ours, the labels', both
	linked            int // ours alone, which another version of the document links
	printed           int // ours alone, which the text prints
	mistaken          int // the label's alone, which the text contradicts
	unexplained       []string
}

func (j judgement) String() string {
	return fmt.Sprintf("precision %.4f, recall %.4f; with evidence %.4f, %.4f (%d found, %d labelled, %d both; of ours %d are linked elsewhere, %d printed; of the labels' %d are contradicted)",
		ratio(j.hit, j.found), ratio(j.hit, j.cited), j.precision(), j.recall(), j.found, j.cited, j.hit, j.linked, j.printed, j.mistaken)
}

func (j judgement) precision() float64 { return ratio(j.hit+j.linked+j.printed, j.found) }
func (j judgement) recall() float64    { return ratio(j.hit, j.cited-j.mistaken) }

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// unexplainedCitations are the differences that the evidence does not explain, each with what was seen in the text.
var unexplainedCitations = map[string]string{
	"A_RES_76_49-ru lacks NPT/CONF.2000/28/CORR.3)": "the label has a parenthesis too many",
	"A_RES_78_113 lacks A/C.6/64/SR.1":              "printed as A/C.6/64/SR.1–28/Corrigendum, which is cited; the link stops at the dash",
	"A_RES_79_105-ar lacks A/RES/92/78":             "printed the wrong way round; no session 92 has been, so it is not cited",
	"S_RES_2642-zh lacks S/RES/25853(2021)":         "2585 (2021) with a digit too many, which is no number of the Council",
	"S_RES_2756-ar lacks S/RES/2602(2121)":          "2602 (2021), which is cited, with a wrong year",
}

// TestCitationsHaveEvidence: what we cite and the label does not is linked by another version, or printed; what the label
// cites and we do not is not what the text prints. It takes all texts in six languages and every fourth printed one, all
// where NTOSO_SLOW is set.
func TestCitationsHaveEvidence(t *testing.T) {
	if testing.Short() {
		t.Skip("a measure of the corpus, for one goroutine")
	}
	const precision, recall = 0.985, 0.975
	seen, v := map[string]bool{}, versions{}
	judged := map[string]bool{}
	for _, l := range sixLanguages {
		j := judge(t, v, judged, 1, filepath.Join("un", l.short, "markdown"), ".txt")
		t.Logf("%s: %v", l.iso, j)
		checkJudgement(t, l.iso, j, precision, recall, seen)
	}
	printed, step := []string{".txt"}, 4
	if os.Getenv("NTOSO_SLOW") != "" {
		printed, step = append(printed, ".layout.txt"), 1
	}
	for _, suffix := range printed {
		j := judge(t, v, judged, step, filepath.Join("un", "en", "ga-res"), suffix)
		t.Logf("eng *%s: %v", suffix, j)
		checkJudgement(t, "eng"+suffix, j, precision, recall, seen)
	}
	for what := range unexplainedCitations {
		name, _, _ := strings.Cut(what, " ")
		assert.True(t, seen[what] || !judged[name], "%s is explained now: take it off the list", what)
	}
}

func checkJudgement(t *testing.T, name string, j judgement, precision, recall float64, seen map[string]bool) {
	t.Helper()
	assert.GreaterOrEqual(t, j.precision(), precision, name)
	assert.GreaterOrEqual(t, j.recall(), recall, name)
	for _, u := range j.unexplained {
		seen[u] = true
		assert.Contains(t, unexplainedCitations, u)
	}
}

// judge converts every step-th text of a folder that has a label and compares what they cite.
func judge(t *testing.T, v versions, judged map[string]bool, step int, dir, suffix string) judgement {
	t.Helper()
	files, err := filepath.Glob(corpusPath(t, dir, "*"+suffix))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var j judgement
	labels := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), suffix)
		want, ok := labelled(t, name)
		if !ok || strings.HasSuffix(name, ".layout") {
			continue
		}
		if labels++; labels%step != 0 {
			continue
		}
		judged[name] = true
		src := read(t, file)
		doc, _ := fromText(t, src, convert.Options{})
		got := citedIn(doc)
		j.add(name, evidence{text: newPrinted(src), linked: v.linked(t, name), got: got}, want)
	}
	return j
}

func (j *judgement) add(name string, e evidence, want map[string]bool) {
	j.found, j.cited = j.found+len(e.got), j.cited+len(want)
	for c := range e.got {
		switch {
		case want[c]:
			j.hit++
		case e.linked[c]:
			j.linked++
		case e.text.prints(c):
			j.printed++
		default:
			j.unexplained = append(j.unexplained, name+" gives "+c)
		}
	}
	for c := range want {
		if e.got[c] {
			continue
		}
		if e.contradicts(c) {
			j.mistaken++
		} else {
			j.unexplained = append(j.unexplained, name+" lacks "+c)
		}
	}
	slices.Sort(j.unexplained)
}

// citedIn are the citations of a document as they are compared.
func citedIn(doc *akn.Document) map[string]bool {
	cited := map[string]bool{}
	for _, c := range facts(doc)["citations"].([]string) {
		cited[shared.CitedAs(c)] = true
	}
	return cited
}

// labelled are the citations of a label; it is false where there is none.
func labelled(t *testing.T, name string) (map[string]bool, bool) {
	t.Helper()
	path := corpusPath(t, "labels-un", name+".json")
	if _, err := os.Stat(path); err != nil {
		return nil, false
	}
	var l struct{ Citations *[]string }
	require.NoError(t, json.Unmarshal(read(t, path), &l), path)
	if l.Citations == nil {
		return nil, false
	}
	cited := map[string]bool{}
	for _, c := range *l.Citations {
		cited[shared.CitedAs(c)] = true
	}
	return cited, true
}

// versions are the links in all versions of the documents, by the name of the document, each read once.
type versions map[string]map[string]bool

// linked are the documents that any version of a document links, by its labels and by the files of the United Nations,
// which hold the annexes, too.
func (v versions) linked(t *testing.T, name string) map[string]bool {
	t.Helper()
	for _, l := range sixLanguages {
		name = strings.TrimSuffix(name, "-"+l.short)
	}
	if linked, ok := v[name]; ok {
		return linked
	}
	v[name] = map[string]bool{}
	for _, l := range sixLanguages {
		version := name + "-" + l.short
		own, _ := labelled(t, version)
		maps.Copy(v[name], own)
		xml, err := os.ReadFile(corpusPath(t, "un-akn", l.short, version+".xml"))
		if err != nil {
			continue
		}
		for _, m := range undocsLink.FindAllStringSubmatch(string(xml), -1) {
			if target, err := url.PathUnescape(html.UnescapeString(m[1])); err == nil {
				v[name][shared.CitedAs(target)] = true
			}
		}
	}
	return v[name]
}

var undocsLink = regexp.MustCompile(`href="https?://undocs\.org/(?:(?:ar|en|es|fr|ru|zh)/)?([^"]+)"`)

// printedText is a text in capitals, with single spaces, without marks and what does not print, in one kind of hyphen and
// parenthesis.
type printedText string

func newPrinted(src []byte) printedText { return printedText(bare(string(src))) }

var spaces = regexp.MustCompile(`\s+`)

var linkMarks = strings.NewReplacer("](#)", "", "[", "", "]", "", "*", "")

// bare writes a text as printedText is.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '¹', r == '²', r == '³', r >= '⁰' && r <= '⁹', r == 0xAD, unicode.Is(unicode.Cf, r):
			return -1
		case unicode.Is(unicode.Pd, r), r == '−':
			return '-'
		}
		if i := strings.IndexRune("АВСЕНКМОРТХ", r); i >= 0 {
			return rune("ABCEHKMOPTX"[i/2])
		}
		return r
	}, linkMarks.Replace(s))
	return strings.ToUpper(spaces.ReplaceAllString(norm.NFKC.String(s), " "))
}

// bareWords are words as printedText has them.
func bareWords(words ...string) []string {
	for i, w := range words {
		words[i] = bare(w)
	}
	return words
}

// organNames are names in the six languages of what numbers its resolutions like others.
var organNames = map[string][]string{
	"E": bareWords("Economic and Social Council", "Conseil économique et social", "Consejo Económico y Social", "Экономического и Социального Совета",
		"Экономический и Социальный Совет", "المجلس الاقتصادي والاجتماعي", "经济及社会理事会", "经社理事会"),
	"A/HRC": bareWords("Human Rights Council", "Conseil des droits de l’homme", "Consejo de Derechos Humanos", "Совета по правам человека",
		"Совет по правам человека", "Советом по правам человека", "مجلس حقوق الإنسان", "人权理事会"),
}

// decisionWords are the words for decisions.
var decisionWords = bareWords("decision", "décision", "decisión", "decisiones", "решени", "مقرر", "决定")

var adopted = regexp.MustCompile(`^(A|S|E|A/HRC)/(RES|DEC)/(.+)$`)

// prints reports whether the text prints what a citation says: a symbol as it is; of a resolution or decision its number,
// near a year of its session, or the name of its organ, or where it can be no other's: no other body is named, or none has had
// as many sessions.
func (p printedText) prints(symbol string) bool {
	if p.has(symbolPattern(symbol), nil) {
		return true
	}
	m := adopted.FindStringSubmatch(symbol)
	return m != nil && p.has(numberPattern(m[3]), func(near string) bool {
		return (m[2] == "RES" || containsAny(near, decisionWords)) && ofOrgan(m[1], m[3], near)
	})
}

// What is read around a number: the head of a list can stand far before it.
const (
	windowBefore = 400
	windowAfter  = 200
)

// has reports whether the text prints the pattern, with what is required around it.
func (p printedText) has(pattern *regexp.Regexp, around func(string) bool) bool {
	for _, at := range pattern.FindAllStringIndex(string(p), -1) {
		if around == nil || around(string(p[max(0, at[0]-windowBefore):min(len(p), at[1]+windowAfter)])) {
			return true
		}
	}
	return false
}

// delimited matches a text that nothing stands beside which would make it part of a longer number.
func delimited(pattern, notAfter string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^0-9/.-]|[0-9]-)` + pattern + `(?:$|[^0-9` + notAfter + `])`)
}

// symbolPattern matches a printed symbol: a line may end in it, and a part be named in parentheses.
func symbolPattern(symbol string) *regexp.Regexp {
	var b strings.Builder
	for _, r := range symbol {
		quoted := regexp.QuoteMeta(string(r))
		switch r {
		case '/':
			b.WriteString(`(?: ?\([^()]*\))?/ ?`)
		case '-', '.':
			b.WriteString(quoted + " ?")
		case '(', ')':
			b.WriteString(" ?" + quoted)
		default:
			b.WriteString(quoted)
		}
	}
	return delimited(b.String(), `/`)
}

var (
	romanNumber   = regexp.MustCompile(`^(\d+)\(((?:E?S-)?)([IVXL]+)\)$`)
	specialNumber = regexp.MustCompile(`^(E?S)-(\d+)/(\d+)$`)
	yearNumber    = regexp.MustCompile(`^(\d+)\((\d{4})\)$`)
	slashNumber   = regexp.MustCompile(`^(\d+)/(\d+)`)
	letterRange   = regexp.MustCompile(`^(\d+/)(\d+)([A-Z])-([A-Z])$`)
)

// numberPattern matches how a number is printed; Arabic has signs of its own for sessions, and writes their number
// before or after that of the resolution.
func numberPattern(number string) *regexp.Regexp {
	if m := romanNumber.FindStringSubmatch(number); m != nil {
		session := strconv.Itoa(fromRoman(m[3]))
		arabic := map[string]string{"": "د", "S-": "دإ", "ES-": "دإط"}[m[2]]
		return delimited(m[1]+`(?: ?[A-Z]| ?\p{Arabic}+)? ?\( ?(?:`+m[2]+m[3]+`|`+arabic+` ?- ?`+session+`) ?\)`, "")
	}
	if m := specialNumber.FindStringSubmatch(number); m != nil {
		arabic := map[string]string{"S": "دإ", "ES": "دإط"}[m[1]]
		return delimited(`(?:`+m[1]+` ?- ?`+m[2]+`/ ?`+m[3]+`|`+arabic+` ?- ?(?:`+m[2]+`/`+m[3]+`|`+m[3]+`/`+m[2]+`))`, "")
	}
	if m := yearNumber.FindStringSubmatch(number); m != nil {
		return delimited(m[1]+` ?\( ?`+m[2]+` ?\)`, "")
	}
	if m := letterRange.FindStringSubmatch(number); m != nil {
		return delimited(m[1]+` ?`+m[2]+` ?(?:`+m[3]+` ?- ?`+m[4]+`|\p{Arabic}+ ?- ?\p{Arabic}+)`, "")
	}
	return delimited(strings.Replace(regexp.QuoteMeta(number), "/", "/ ?", 1), "/")
}

func fromRoman(s string) int {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	sum := 0
	for i := range len(s) {
		if i+1 < len(s) && value[s[i]] < value[s[i+1]] {
			sum -= value[s[i]]
		} else {
			sum += value[s[i]]
		}
	}
	return sum
}

// lastCouncilSession is the Human Rights Council's in 2026: later numbers are the Assembly's.
const lastCouncilSession = 62

// ofOrgan reports whether what stands around a number says that it is the organ's.
func ofOrgan(organ, number, near string) bool {
	m := slashNumber.FindStringSubmatch(number)
	if m == nil {
		return true // the form says whose it is
	}
	session, _ := strconv.Atoi(m[1])
	year := func(y int) bool { return strings.Contains(near, strconv.Itoa(y)) }
	switch organ {
	case "A":
		return year(1945+session) || year(1946+session) || !containsAny(near, otherBodies) && (session > lastCouncilSession || !containsAny(near, organNames["A/HRC"]))
	case "A/HRC":
		return session <= lastCouncilSession && (year(2005+(session+2)/3) || containsAny(near, organNames[organ]))
	}
	return containsAny(near, organNames[organ])
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// evidence is what is known of the citations of one text.
type evidence struct {
	text   printedText
	linked map[string]bool // by any version
	got    map[string]bool
}

// otherBodies are words for bodies whose resolutions have no symbol.
var otherBodies = bareWords(
	"Commission on Population and Development", "Commission de la population et du développement", "Comisión de Población y Desarrollo",
	"لجنة السكان والتنمية", "مؤتمر الأطراف", "人口与发展委员会", "预防犯罪和刑事司法委员会", "亚洲及太平洋经济社会委员会", "Assembly/AU",
)

// contradicts reports whether a link of the label is none that the text prints: its symbol or number is not there; or the
// number is another organ's or another class's, which we cite and which has evidence of its own; or another body's.
func (e evidence) contradicts(symbol string) bool {
	m := adopted.FindStringSubmatch(symbol)
	if m == nil {
		return !e.text.prints(symbol) || e.inDoubleSymbol(symbol)
	}
	pattern := numberPattern(m[3])
	if !e.text.has(pattern, nil) || e.citesLetters(symbol) {
		return true
	}
	for _, organ := range []string{"A", "S", "E", "A/HRC"} {
		for _, class := range []string{"RES", "DEC"} {
			other := organ + "/" + class + "/" + m[3]
			if other != symbol && e.got[other] && (e.linked[other] || e.text.prints(other)) {
				return true
			}
		}
	}
	return e.text.has(pattern, func(near string) bool { return containsAny(near, otherBodies) })
}

// citesLetters reports whether we cite letters of the number, where the link is to the number alone.
func (e evidence) citesLetters(symbol string) bool {
	for c := range e.got {
		if rest, ok := strings.CutPrefix(c, symbol); ok && letterRange.MatchString("0/0"+rest) && e.text.prints(c) {
			return true
		}
	}
	return false
}

// inDoubleSymbol reports whether the text prints the symbol as half of a double one.
func (e evidence) inDoubleSymbol(symbol string) bool {
	quoted := regexp.QuoteMeta(symbol)
	return e.text.has(regexp.MustCompile(`\d ?- ?`+quoted+`(?:$|[^0-9/])|(?:^|[^0-9/.])`+quoted+` ?- ?[AES]/`), nil)
}
