package compose

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

var sepRE = regexp.MustCompile(`,\s+|\s+et\s+|\s+and\s+`)

func sponsorsTmp(s string) []lexicon.Part {
	var out []lexicon.Part
	at := 0
	for _, m := range append(sepRE.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		e := len(strings.TrimRightFunc(s[:m[0]], unicode.IsSpace))
		if e > at {
			out = append(out, lexicon.Part{Start: at, End: e})
		}
		at = m[1]
	}
	return out
}

func stateTmp(s string) (string, bool) { return "", false }
