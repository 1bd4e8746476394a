package schema

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// An oracle is another validator: it says which documents are valid by the XSD in a file.
type oracle struct {
	name string
	run  func(t testing.TB, xsd string, docs []string) []bool
}

var oracles = []oracle{{"xmllint", xmllint}, {"java", jdk}}

// save writes documents to files and returns their paths.
func save(t testing.TB, docs []string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, d := range docs {
		path := filepath.Join(dir, strconv.Itoa(i)+".xml")
		if err := os.WriteFile(path, []byte(d), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func xmllint(t testing.TB, xsd string, docs []string) []bool {
	t.Helper()
	args := append([]string{"--noout", "--nonet", "--huge", "--schema", xsd}, save(t, docs)...)
	out, _ := exec.Command(tool(t, "xmllint"), args...).CombinedOutput()
	if strings.Contains(string(out), "failed to compile") {
		t.Fatalf("xmllint does not compile %s:\n%s", xsd, out)
	}
	verdicts := make([]bool, len(docs))
	for _, line := range strings.Split(string(out), "\n") {
		if path, ok := strings.CutSuffix(line, " validates"); ok {
			i, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".xml"))
			if err != nil {
				t.Fatal(err)
			}
			verdicts[i] = true
		}
	}
	return verdicts
}

func jdk(t testing.TB, xsd string, docs []string) []bool {
	t.Helper()
	paths := save(t, docs)
	cmd := exec.Command(tool(t, "java"), filepath.Join("testdata", "Verdicts.java"), xsd)
	cmd.Stdin = strings.NewReader(strings.Join(paths, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("java: %v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(docs) {
		t.Fatalf("java gives %d verdicts on %d documents", len(lines), len(docs))
	}
	verdicts := make([]bool, len(docs))
	for i, line := range lines {
		verdicts[i] = strings.HasPrefix(line, "valid")
	}
	return verdicts
}
