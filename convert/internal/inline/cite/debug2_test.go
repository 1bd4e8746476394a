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
	organ := ""
	if strings.Contains(path, "unsc") || strings.Contains(path, "S_RES") {
		organ = "unsc"
	}
	data, _ := os.ReadFile(path)
	for _, b := range strings.Split(string(data), "\n\n") {
		b, _ = unlink(b)
		for _, c := range Find(b, Context{Lang: lang, Organ: organ}) {
			t.Log(describe(b, c), " | ", around(b, c))
		}
	}
}
