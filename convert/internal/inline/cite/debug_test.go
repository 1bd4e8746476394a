package cite

import (
	"os"
	"strings"
	"testing"
)

func TestDebug(t *testing.T) {
	s := os.Getenv("CITE_TEXT")
	if s == "" {
		t.Skip()
	}
	lang, text, _ := strings.Cut(s, ":")
	w := wordsOf(lang)
	toks := tokenize(newFolded(text))
	for _, it := range w.itemize(toks) {
		t.Log(it.kind, it.key, text[toks[it.from].start:toks[it.next-1].end])
	}
	for _, c := range Find(text, Context{Lang: lang}) {
		t.Logf("%q %+v", text[c.Start:c.End], c)
	}
}
