package cite

import (
	"strings"
	"testing"
)

// BenchmarkFind runs on a recital full of citations and on one without any.
func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"dense":  strings.Repeat("Recalling its resolutions 64/18 of 2 December 2009, 66/41 and 66/42 of 5 December 2011 (A/75/901), ", 50),
		"sparse": strings.Repeat("Welcoming the efforts of all the ports that keep their lights burning through the longest of nights, ", 50),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text, Context{Lang: "eng"})
			}
		})
	}
}
