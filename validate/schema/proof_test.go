package schema

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ntoso/ntoso/internal/shared"
)

// The proof: the built-in grammar and the OASIS schema agree in every point.
func TestBuiltInGrammarIsTheOASISSchema(t *testing.T) {
	oasis, err := CompileXSD(os.DirFS(shared.Dir(t)), "schema/akomantoso30.xsd")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Compare(AKN(), oasis) {
		t.Error(d)
	}
	if len(oasis.Elements()) != 315 {
		t.Errorf("%d elements in the OASIS schema, want 315", len(oasis.Elements()))
	}
}

// A mutation of the grammar changes one token. The proof is worth something only if it sees every one that matters.
type mutation struct {
	line     int
	was, now string
	text     string
}

// mutations changes each token of the grammar in turn.
func mutations(src string) []mutation {
	var all []mutation
	offset := 0
	for i, line := range strings.SplitAfter(src, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, span := range tokenSpans(line) {
				was := line[span[0]:span[1]]
				for _, now := range changes(was) {
					text := src[:offset+span[0]] + now + src[offset+span[1]:]
					all = append(all, mutation{i + 1, was, now, text})
				}
			}
		}
		offset += len(line)
	}
	return all
}

var tokenPattern = regexp.MustCompile(`"[^"]*"|#\w+|[%@][\w.-]+|[\w.-]+(?::[\w.-]+)?|[?*+!]`)

func tokenSpans(line string) [][]int { return tokenPattern.FindAllStringIndex(line, -1) }

func changes(token string) []string {
	switch token {
	case "?":
		return []string{"", "*"}
	case "*":
		return []string{"+", "?"}
	case "+":
		return []string{"*", ""}
	case "!":
		return []string{""}
	case `"[^\s]+"`:
		return []string{`"[^\s]*"`, `"\S{1,9}"`, `"[^ ]+"`}
	case `"1"`, `"originalVersion"`:
		return []string{"", `"2"`}
	case "string", "anyURI", "integer", "boolean", "dateTime", "ID", "NCName":
		return []string{"token", "duration"}
	case "#text":
		return []string{""}
	}
	if len(token) > 3 && token[0] != '#' {
		return []string{token + "X"}
	}
	return nil
}

// equivalent tells the mutations that leave the same grammar: what may repeat anyway may as well be optional.
func equivalent(m mutation) bool {
	for _, same := range []string{"basehierarchy = (num"} {
		if strings.Contains(strings.Split(m.text, "\n")[m.line-1], same) && strings.Contains("?*", m.was) {
			return true
		}
	}
	return false
}

func TestProofSeesEveryMutation(t *testing.T) {
	oasis, err := CompileXSD(os.DirFS(shared.Dir(t)), "schema/akomantoso30.xsd")
	if err != nil {
		t.Fatal(err)
	}
	all := mutations(aknGrammar)
	step := 1
	if testing.Short() || slow {
		step = 17
	}
	refused := 0
	for i := 0; i < len(all); i += step {
		s, err := parseGrammar("mutant", all[i].text)
		if err != nil {
			refused++
			continue
		}
		if len(Compare(s, oasis)) == 0 && !equivalent(all[i]) {
			t.Errorf("line %d: %q for %q makes no difference", all[i].line, all[i].now, all[i].was)
		}
	}
	t.Logf("%d mutations, %d of them no grammar", (len(all)+step-1)/step, refused)
}

var xsdChanges = []struct {
	pattern *regexp.Regexp
	now     string
}{
	{regexp.MustCompile(`<xsd:(element|group|attributeGroup|attribute) ref="[^"]*"[^>]*/>`), ""},
	{regexp.MustCompile(`<xsd:enumeration [^>]*/>`), ""},
	{regexp.MustCompile(`<xsd:attribute name="[^"]*" type="[^"]*"[^>]*/>`), ""},
	{regexp.MustCompile(` (minOccurs|maxOccurs|use|default|mixed|processContents)="[^"]*"`), ""},
	{regexp.MustCompile(`xpath="@?[^"]*"`), `xpath="*"`},
	{regexp.MustCompile(`<xsd:unique name="GUID-(\w*)">[\s\S]*?</xsd:unique>`), ""},
	{regexp.MustCompile(`namespace="##other"`), `namespace="##any"`},
	{regexp.MustCompile(`type="xsd:(string|anyURI|integer|boolean|date|dateTime|duration)"`), `type="xsd:NMTOKEN"`},
	{regexp.MustCompile(`memberTypes="[^"]*"`), `memberTypes="xsd:date"`},
	{regexp.MustCompile(`<xsd:pattern [^>]*/>`), ""},
	{regexp.MustCompile(`<xsd:anyAttribute [^>]*/>`), ""},
	{regexp.MustCompile(`<xsd:any [^>]*/>`), ""},
}

// unmoved are the changes to the OASIS schema that leave the same grammar: bounds inside what repeats anyway, groups
// that nothing uses, and mixed on a derivation of what is mixed.
func unmoved(src string, span []int) bool {
	before := src[:span[0]]
	change := src[span[0]:span[1]]
	line := src[strings.LastIndex(before, "\n")+1 : span[1]+strings.IndexByte(src[span[1]:], '\n')]
	component := before[strings.LastIndex(before, "\n\t<xsd:")+1:]
	switch {
	case strings.HasPrefix(change, " mixed="):
		return strings.Contains(component, "<xsd:extension") || strings.Contains(line, "complexContent") || strings.HasPrefix(component, "\t<xsd:element")
	case strings.HasPrefix(change, " minOccurs"):
		return strings.Contains(component, `name="basehierarchy"`)
	}
	return false
}

func TestProofSeesChangesOfTheXSD(t *testing.T) {
	files := os.DirFS(shared.Dir(t))
	data, err := fs.ReadFile(files, "schema/akomantoso30.xsd")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := fs.ReadFile(files, "schema/xml.xsd")
	if err != nil {
		t.Fatal(err)
	}
	src := regexp.MustCompile(`(?s)<xsd:annotation>.*?</xsd:annotation>`).ReplaceAllString(string(data), "")
	src = regexp.MustCompile(`(?s)<!--.*?-->`).ReplaceAllString(src, "")
	step := 11
	if testing.Short() || slow {
		step = 101
	}
	if os.Getenv("NTOSO_ALL") != "" {
		step = 1
	}
	tried, refused, n := 0, 0, 0
	for _, c := range xsdChanges {
		for _, span := range c.pattern.FindAllStringIndex(src, -1) {
			if n++; n%step != 0 || unmoved(src, span) {
				continue
			}
			tried++
			mutant := src[:span[0]] + c.now + src[span[1]:]
			s, err := CompileXSD(fstest.MapFS{"a.xsd": {Data: []byte(mutant)}, "xml.xsd": {Data: xml}}, "a.xsd")
			if err != nil {
				refused++
				continue
			}
			if len(Compare(AKN(), s)) == 0 {
				line := strings.Count(src[:span[0]], "\n")
				t.Errorf("no difference without %s in %s", src[span[0]:span[1]], strings.TrimSpace(strings.Join(strings.Split(src, "\n")[max(0, line-4):line+1], "|")))
			}
		}
	}
	t.Logf("%d changes, %d of them no schema", tried, refused)
}
