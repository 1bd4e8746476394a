package schema

import (
	"bufio"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

// corpus calls f with each Akoma Ntoso document of the corpus and the verdict of xmllint.
func corpus(t testing.TB, f func(name, doc string, valid bool)) {
	files := os.DirFS(shared.Dir(t))
	manifest, err := files.Open("corpus/akn/MANIFEST.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer manifest.Close()
	sc := bufio.NewScanner(manifest)
	for sc.Scan() {
		cols := strings.Split(sc.Text(), "\t")
		if cols[0] == "file" {
			continue
		}
		data, err := fs.ReadFile(files, "corpus/akn/"+cols[0])
		if err != nil {
			t.Fatal(err)
		}
		f(cols[0], string(data), cols[8] == "valid")
	}
}

func TestCorpusVerdicts(t *testing.T) {
	docs, good := 0, 0
	corpus(t, func(name, doc string, want bool) {
		if strings.Contains(doc, "<!DOCTYPE") {
			return
		}
		docs++
		err := valid(AKN(), doc)
		if err == nil {
			good++
		}
		if (err == nil) != want {
			t.Errorf("%s: xmllint finds it valid: %t; we: %v", name, want, err)
		}
	})
	t.Logf("%d documents, %d valid", docs, good)
}
