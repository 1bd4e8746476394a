package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared returns the folder of the shared material; without it the test is skipped, and fails in CI.
func shared(t testing.TB) fs.FS {
	t.Helper()
	dir := sharedDir()
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared folder is absent, and CI needs it: %v", err)
		}
		t.Skipf("the shared folder is absent (set NTOSO_SHARED): %v", err)
	}
	return os.DirFS(dir)
}

func sharedDir() string {
	if dir := os.Getenv("NTOSO_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}

// The proof: the built-in grammar and the OASIS schema agree in every point.
func TestBuiltInGrammarIsTheOASISSchema(t *testing.T) {
	oasis, err := CompileXSD(shared(t), "schema/akomantoso30.xsd")
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
	oasis, err := CompileXSD(shared(t), "schema/akomantoso30.xsd")
	if err != nil {
		t.Fatal(err)
	}
	all := mutations(aknGrammar)
	step := 1
	if testing.Short() {
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
