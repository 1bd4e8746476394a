package schema

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An oracle is another validator: it says which documents are valid.
type oracle struct {
	name string
	run  func(t testing.TB, jobs []job) []bool
}

// A job is a document and the path of an XSD.
type job struct{ xsd, doc string }

var oracles = []oracle{{"xmllint", xmllint}, {"java", jdk}}

func jobs(xsd string, docs []string) []job {
	var all []job
	for _, d := range docs {
		all = append(all, job{xsd, d})
	}
	return all
}

// save writes the documents to files and returns their paths.
func save(t testing.TB, jobs []job) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, j := range jobs {
		path := filepath.Join(dir, strconv.Itoa(i)+".xml")
		if err := os.WriteFile(path, []byte(j.doc), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// xmllint runs once for each schema and thousand documents.
func xmllint(t testing.TB, jobs []job) []bool {
	t.Helper()
	program := tool(t, "xmllint")
	bySchema := map[string][]string{}
	for i, path := range save(t, jobs) {
		bySchema[jobs[i].xsd] = append(bySchema[jobs[i].xsd], path)
	}
	verdicts := make([]bool, len(jobs))
	for xsd, paths := range bySchema {
		for chunk := range slices.Chunk(paths, 1000) {
			args := append([]string{"--noout", "--nonet", "--huge", "--schema", xsd}, chunk...)
			out, _ := exec.Command(program, args...).CombinedOutput()
			if strings.Contains(string(out), "failed to compile") {
				t.Fatalf("xmllint does not compile %s:\n%s", xsd, out)
			}
			markValid(t, string(out), verdicts)
		}
	}
	return verdicts
}

func markValid(t testing.TB, out string, verdicts []bool) {
	t.Helper()
	for _, line := range strings.Split(out, "\n") {
		if path, ok := strings.CutSuffix(line, " validates"); ok {
			i, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".xml"))
			if err != nil {
				t.Fatal(err)
			}
			verdicts[i] = true
		}
	}
}

func jdk(t testing.TB, jobs []job) []bool {
	t.Helper()
	var in strings.Builder
	for i, path := range save(t, jobs) {
		in.WriteString(jobs[i].xsd + "\t" + path + "\n")
	}
	cmd := exec.Command(tool(t, "java"), filepath.Join("testdata", "Verdicts.java"))
	cmd.Stdin = strings.NewReader(in.String())
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("java: %v\n%s", err, stderr.String())
	}
	lines := strings.Fields(string(out))
	if len(lines) != len(jobs) {
		t.Fatalf("java gives %d verdicts on %d documents", len(lines), len(jobs))
	}
	verdicts := make([]bool, len(jobs))
	for i, line := range lines {
		verdicts[i] = line == "valid"
	}
	return verdicts
}
