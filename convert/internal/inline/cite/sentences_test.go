package cite

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected citations of testdata/sentences.txt")

// sentence is one case of testdata/sentences.txt: `lang organ | text`, then one indented line for each citation.
type sentence struct {
	line        int
	lang, organ string
	text        string
	want        []string
}

func readSentences(t testing.TB) (header []string, list []sentence) {
	t.Helper()
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			header = append(header, line)
		case strings.HasPrefix(line, "\t"):
			list[len(list)-1].want = append(list[len(list)-1].want, strings.TrimSpace(line))
		case line != "":
			head, text, _ := strings.Cut(line, " | ")
			lang, organ, _ := strings.Cut(head, " ")
			list = append(list, sentence{line: n + 1, lang: lang, organ: organ, text: strings.ReplaceAll(text, `\n`, "\n")})
		}
	}
	return header, list
}

// TestSentences checks every form of citation in six languages, on sentences written for this test.
func TestSentences(t *testing.T) {
	header, list := readSentences(t)
	if len(list) < 100 {
		t.Errorf("%d sentences, want 100 or more", len(list))
	}
	var out bytes.Buffer
	for _, line := range header {
		fmt.Fprintln(&out, line)
	}
	for _, s := range list {
		note := strings.HasSuffix(s.organ, "+note")
		got := describeAll(s.text, Find(s.text, Context{Lang: s.lang, Organ: strings.TrimSuffix(s.organ, "+note"), Session: 80, Note: note}))
		if strings.ReplaceAll(strings.Join(got, ""), "\n", `\n`) != strings.Join(s.want, "") && !*update {
			t.Errorf("sentences.txt:%d: %s\n got  %s\n want %s", s.line, s.text, strings.Join(got, "\n      "), strings.Join(s.want, "\n      "))
		}
		fmt.Fprintf(&out, "%s %s | %s\n", s.lang, s.organ, strings.ReplaceAll(s.text, "\n", `\n`))
		for _, line := range got {
			fmt.Fprintln(&out, "\t"+strings.ReplaceAll(line, "\n", `\n`))
		}
	}
	if *update {
		if err := os.WriteFile("testdata/sentences.txt", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func describeAll(text string, list []Citation) []string {
	var out []string
	for _, c := range list {
		out = append(out, describe(text, c))
	}
	return out
}

// describe prints all that is known of a citation: `75/196 = A/RES/75/196, date, list, pin-point`.
func describe(text string, c Citation) string {
	target := c.Symbol
	if target == "" || c.Kind == Same || c.Kind == OfficialRecord {
		target = strings.TrimSpace(c.Kind.String() + " " + c.Symbol + c.Name)
	}
	if c.Short != "" {
		target = "the " + c.Short
	}
	if c.Other {
		target = "another " + c.Short
	}
	s := text[c.Start:c.End] + " = " + target
	if c.Volume != "" || c.Number != "" {
		s += " vol " + c.Volume + " no " + c.Number
	}
	if c.Date.ISO != "" {
		s += ", " + c.Date.ISO + " (" + text[c.Date.Start:c.Date.End] + ")"
	}
	if c.List >= 0 {
		s += fmt.Sprintf(", list %d", c.List)
	}
	if c.Range != NoRange {
		s += [...]string{"", ", range from", ", range to"}[c.Range]
	}
	if c.Fragment != "" {
		s += ", #" + c.Fragment
		if c.FragmentTo != "" {
			s += "->" + c.FragmentTo
		}
		s += " (" + text[c.Pin.Start:c.Pin.End] + ")"
	}
	return s
}
