package cite

import (
	"os"
	"strings"
	"testing"
)

func TestDebugFile(t *testing.T) {
	s := os.Getenv("CITE_FILE")
	if s == "" {
		t.Skip()
	}
	lang, path, _ := strings.Cut(s, ":")
	data, _ := os.ReadFile(path)
	for _, b := range strings.Split(string(data), "\n\n") {
		b, _ = unlink(b)
		for _, c := range Find(b, Context{Lang: lang, Note: reNote.MatchString(b)}) {
			t.Log(describe(b, c), " | ", around(b, c))
		}
	}
}
