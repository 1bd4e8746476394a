package akn

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

var (
	testElement = regexp.MustCompile(`<TEST\s([^>]*)>`)
	testAttr    = regexp.MustCompile(`([A-Z]+)\s*=\s*["']([^"']*)["']`)
)

// conformanceCases returns the cases of the W3C XML Conformance Test Suite
// that are about XML 1.0, fifth edition, and namespaces 1.0, without a
// document type: type and file of each.
func conformanceCases(t *testing.T) map[string]string {
	root := shared.Dir(t, "xmlconf")
	cases := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".xml") {
			return err
		}
		list, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(list, []byte("<TESTCASES")) {
			return err
		}
		for _, m := range testElement.FindAllSubmatch(list, -1) {
			addCase(cases, filepath.Dir(path), string(m[1]))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func addCase(cases map[string]string, dir, attrs string) {
	a := map[string]string{}
	for _, m := range testAttr.FindAllStringSubmatch(attrs, -1) {
		a[m[1]] = m[2]
	}
	edition := a["EDITION"]
	if strings.Contains(a["RECOMMENDATION"], "1.1") || (edition != "" && !strings.Contains(edition, "5")) || a["NAMESPACE"] == "no" {
		return
	}
	cases[filepath.Join(dir, a["URI"])] = a["TYPE"]
}

func TestConformance(t *testing.T) {
	count := map[string]int{}
	for file, kind := range conformanceCases(t) {
		src, err := os.ReadFile(file)
		if err != nil || bytes.Contains(src, []byte("<!DOCTYPE")) {
			continue
		}
		_, err = Parse(src)
		switch {
		case kind == "not-wf" && err == nil:
			t.Errorf("%s is not well-formed, but was accepted", file)
		case (kind == "valid" || kind == "invalid") && err != nil && !otherEncoding(src):
			t.Errorf("%s was refused: %v", file, err)
		}
		count[kind]++
	}
	t.Logf("cases without a document type: %v", count)
	if count["not-wf"] < 100 {
		t.Error("less than 100 cases that are not well-formed were found")
	}
}

// otherEncoding reports whether src is not in UTF-8, which Parse refuses.
func otherEncoding(src []byte) bool {
	head := strings.ToLower(string(src[:min(len(src), 200)]))
	return strings.HasPrefix(head, "\xfe\xff") || strings.HasPrefix(head, "\xff\xfe") || bytes.IndexByte(src, 0) >= 0 ||
		strings.Contains(head, "encoding") && !strings.Contains(head, "utf-8")
}
