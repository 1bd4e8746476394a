package schema

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern   string
		good, bad []string
	}{
		{`[^\s]+`, []string{"a", "é", "\u00a0", "𝄞"}, []string{"", " ", "a b", "a\n"}},
		{`\d{3}-[A-Z]{1,2}`, []string{"123-A", "١٢٣-AB"}, []string{"12-A", "123-", "123-ABC", "123-a"}},
		{`a|b|`, []string{"a", "b", ""}, []string{"ab", "c"}},
		{`(a|bc)*d?`, []string{"", "abcd", "bca"}, []string{"b", "dd"}},
		{`[a-z-[aeiou]]+`, []string{"xyz"}, []string{"a", "xay", ""}},
		{`[^a-z-[A]]`, []string{"B", "1"}, []string{"A", "b"}},
		{`[a\-z]+`, []string{"a-z"}, []string{"b"}},
		{`[-a]+[b-]`, []string{"-ab", "a-"}, []string{"b"}},
		{`\i\c*`, []string{"a-1", "_x", "é"}, []string{"1a", "-"}},
		{`\I\C`, []string{"1!", "-*"}, []string{"a1"}},
		{`\w\W`, []string{"a-", "1 ", "$."}, []string{"ab", "--"}},
		{`\p{Lu}\p{Ll}\P{L}`, []string{"Aé1"}, []string{"aA1", "Abc"}},
		{`\p{IsGreek}+`, []string{"αβγ"}, []string{"abc", ""}},
		{`.`, []string{"a", " ", "𝄞"}, []string{"", "\n", "\r", "ab"}},
		{`a{2}b{0,1}c{1,}`, []string{"aac", "aabcc"}, []string{"ac", "aabbc"}},
		{`\.\\\?\*\+\{\}\(\)\[\]\|\^\-`, []string{`.\?*+{}()[]|^-`}, []string{"a"}},
		{`\n\r\t`, []string{"\n\r\t"}, []string{"nrt"}},
		{`a^$b`, []string{"a^$b"}, []string{"ab"}},
		{`(){1000000000}a`, []string{"a"}, []string{""}},
		{`\p{Cn}`, []string{"\U0010fffe"}, []string{"a"}},
	} {
		p, err := compilePattern(c.pattern)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		for i, v := range append(append([]string(nil), c.good...), c.bad...) {
			if p.match([]byte(v)) != (i < len(c.good)) {
				t.Errorf("%s matches %q: %t", c.pattern, v, i >= len(c.good))
			}
		}
	}
}

func TestBadPatterns(t *testing.T) {
	for _, bad := range []string{`(`, `)`, `a)`, `[`, `[a`, `[b-a]`, `a**`, `*`, `a{2,1}`, `a{x}`, `a{`, `\`, `\q`, `\p`, `\p{`, `\p{No such}`, `]`, `[a-[b]`,
		`[a-[b]c]`, strings.Repeat("(", 200), `(a{1000}){1000}`, `((((a?){99}){99}){99}){99}`} {
		_, err := compilePattern(bad)
		var fault *PatternError
		if !errors.As(err, &fault) {
			t.Errorf("%.40s: %v", bad, err)
		}
	}
}

// Patterns that mean the same in both languages agree with Go's regular expressions.
func TestPatternsAgainstRegexp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringMatching(`([ab]|\[ab\]|\(a\|b\)|[^ab]|\(ab\?\)\*|a\+|b\{1,2\}){1,6}`).Filter(func(s string) bool {
			return !strings.ContainsAny(strings.NewReplacer("[ab]", "", "(a|b)", "", "(ab?)*", "", "a+", "", "b{1,2}", "").Replace(s), `\.[]()*+?{}^$|`)
		}).Draw(t, "pattern")
		p, err := compilePattern(source)
		if err != nil {
			t.Fatal(err)
		}
		re := regexp.MustCompile(`^(?:` + source + `)$`)
		for range 10 {
			v := rapid.StringMatching(`[abé]{0,8}`).Draw(t, "value")
			if strings.ToValidUTF8(source, "") == source && p.match([]byte(v)) != re.MatchString(v) {
				t.Fatalf("%s matches %q: %t", source, v, p.match([]byte(v)))
			}
		}
	})
}

func FuzzPattern(f *testing.F) {
	for _, s := range []string{`[^\s]+`, `\p{Lu}-[a-z-[aeiou]]{1,3}|\d*`, `(a|b)?.\.`} {
		f.Add(s, "abc")
	}
	f.Fuzz(func(t *testing.T, source, v string) {
		p, err := compilePattern(source)
		if err != nil {
			return
		}
		p.match([]byte(v))
		if word, differ := distinguishPatterns([][]*pattern{{p}}, [][]*pattern{{p}}); differ {
			t.Errorf("%q differs from itself on %q", source, word)
		}
		if _, st := p.run([]byte(v)); st > len(v) {
			t.Error("it reads beyond the value")
		}
		p.plain()
		p.stops([]byte(v))
	})
}
