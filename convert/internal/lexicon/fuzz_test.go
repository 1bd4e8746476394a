package lexicon

import (
	"testing"
	"unicode/utf8"
)

// FuzzLexicon gives any text to everything that reads text: nothing panics, and
// every place is inside the text, at the edges of characters, and not empty.
func FuzzLexicon(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff\u200f(أ) ", "*The General Assembly*,\r\n\fRecalling also ", "1. Prie\u00a0instamment",
		"[on the report of the Third Committee (A/76/463, para. 26)]", "Agenda items 13 (a), (b) and 14",
		"Albania, Bolivia (Plurinational State of) and (", "10, 11 and 12 December 2020", "二〇二一年十二月二十日",
		"البند 49 (أ) من جدول الأعمال", "Пункт 71 c) повестки дня", "a\u0301\u0301\u0301", "\xff\xfe1.\xff", "ﷺﷻ ﻻ１２．",
		"Seventy-sixth session¹²", "大会，又回顾", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		inside := func(what string, start, end int) {
			if start < 0 || end > len(s) || start >= end {
				t.Fatalf("%s: [%d:%d] of %q", what, start, end, s)
			}
			if utf8.ValidString(s) && (!utf8.ValidString(s[:start]) || !utf8.ValidString(s[:end])) {
				t.Fatalf("%s: [%d:%d] cuts a character of %q", what, start, end, s)
			}
		}
		if iso, reason := Detect(s); reason == "" || iso != "" && For(iso) == nil {
			t.Fatalf("detected %q because %q", iso, reason)
		}
		for _, l := range All() {
			if p, ok := l.Recital(s); ok {
				inside("recital", 0, p.Len)
			}
			if p, ok := l.Operative(s); ok {
				inside("operative", 0, p.Len)
			}
			if _, n, ok := l.Enacting(s); ok {
				inside("enacting", 0, n)
			}
			if _, n, ok := l.Organ(s); ok {
				inside("organ", 0, n)
			}
			if label, ok := l.Label(s); ok {
				inside("label", 0, label.Len)
			}
			if line, ok := l.Line(s); ok {
				for _, p := range line.Parts {
					inside("line", p.Start, p.End)
				}
			}
			last := 0
			for _, p := range l.Sponsors(s) {
				inside("sponsor", p.Start, p.End)
				if p.Start < last {
					t.Fatalf("sponsors overlap in %q", s)
				}
				last = p.End
			}
			last = 0
			for _, d := range l.Dates(s) {
				inside("date", d.Start, d.End)
				if d.Start < last {
					t.Fatalf("dates overlap in %q", s)
				}
				last = d.End
			}
			l.State(s)
			l.Opens(s)
		}
	})
}
