package cite

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind holds what is true of every text: spans lie in it, on rune boundaries, in order, apart; what has a symbol says so.
func FuzzFind(f *testing.F) {
	_, list := readSentences(f)
	for _, s := range list {
		f.Add(s.text, s.lang, s.organ)
	}
	f.Add("resolution 75/\n196, A/76/\n122 (A/71/53/ Add.1) \u200f(\u0662/\u0663) “resolution 1/2", "eng", "")
	f.Add("第第第号号《第70/1号", "zho", "unga")
	f.Add("(د-", "ara", "")
	f.Fuzz(func(t *testing.T, text, lang, organ string) {
		links := []Span{{0, len(text) / 2}, {len(text) / 2, len(text)}}
		for _, ctx := range []Context{{Lang: lang, Organ: organ}, {Lang: lang, Organ: organ, Links: links, Session: 75, Note: true}} {
			first := Find(text, ctx)
			checkCitations(t, text, first)
			if second := Find(text, ctx); !reflect.DeepEqual(first, second) {
				t.Fatalf("not steady: %v, then %v", first, second)
			}
		}
	})
}

func checkCitations(t *testing.T, text string, list []Citation) {
	t.Helper()
	end := 0
	for _, c := range list {
		if c.Start < end || c.End <= c.Start || c.End > len(text) {
			t.Fatalf("span %d-%d after %d in %d bytes", c.Start, c.End, end, len(text))
		}
		end = c.End
		if utf8.ValidString(text) {
			for _, s := range []Span{{c.Start, c.End}, c.Pin, c.Date.Span, {c.ListStart, c.ListEnd}} {
				if s.Start > s.End || !utf8.ValidString(text[s.Start:s.End]) {
					t.Fatalf("span %v cuts a character", s)
				}
			}
		}
		if c.Kind == Invalid || (c.Kind == Resolution || c.Kind == Decision || c.Kind == Document || c.Kind == OfficialRecord) && c.Symbol == "" {
			t.Fatalf("%+v has no kind or symbol", c)
		}
		if c.List >= 0 && (c.ListStart > c.Start || c.ListEnd < c.End) {
			t.Fatalf("%+v lies outside its list", c)
		}
		if (c.Date.ISO == "") != c.Date.IsZero() {
			t.Fatalf("%+v: date without place", c)
		}
	}
}

// hostile are pieces of text that start a citation, or look like one, again and again.
var hostile = []string{
	"resolution ", "70/1, ", "第70/1号、", "(", "«", "A/", "A/1/", "217 A (", "S-", "paragraph 3 and ", "قرار 70/1 و ", "of the ", "Ibid., vol. 1, ", "2015年9月25日", "*", "\n",
}

// TestHostile checks that what repeats 8,000 times is read to its end; BenchmarkHostile shows how the time grows.
func TestHostile(t *testing.T) {
	for _, unit := range hostile {
		for _, lang := range []string{"eng", "zho", "ara"} {
			text := strings.Repeat(unit, 8000) + ". See resolution 70/1."
			found := Find(text, Context{Lang: lang})
			checkCitations(t, text, found)
			if lang == "eng" && !slices.ContainsFunc(found, func(c Citation) bool { return c.End >= len(text)-1 }) {
				t.Errorf("%q: the citation after the repetition is not found", unit)
			}
		}
	}
}

// BenchmarkHostile finds the citations of 500 and of 8,000 repetitions: linear time is 16 times as long.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		for _, n := range []int{500, 8000} {
			text := strings.Repeat(unit, n)
			b.Run(fmt.Sprintf("%q/%d", unit, n), func(b *testing.B) {
				for b.Loop() {
					Find(text, Context{Lang: "eng"})
				}
			})
		}
	}
}

func TestResolveIbid(t *testing.T) {
	texts := []string{
		"A/66/204, annex.",
		"Ibid., para. 4.",
		"United Nations, Treaty Series, vol. 1833, No. 31363.",
		"Ibid., vol. 2167, No. 37924.",
		"Ibid.",
		"Official Records of the General Assembly, Sixty-sixth Session, Supplement No. 19 (A/66/19).",
		"Ibid., Sixty-seventh Session, Supplement No. 19 (A/67/19), chap. II.",
		"Ibid.",
		"Words alone.",
		"Ibid.",
		"A/66/205 and A/66/205/Corr.1.",
		"Ibid.",
	}
	want := []string{"A/66/204", "A/66/204", " 1833 31363", " 2167 37924", " 2167 37924", "A/66/19", "", "A/67/19", "", "", "A/66/205", "A/66/205"}
	notes := make([][]Citation, len(texts))
	for i, text := range texts {
		notes[i] = Find(text, Context{Lang: "eng", Note: true})
	}
	ResolveIbid(notes)
	for i, note := range notes {
		got := ""
		if len(note) > 0 {
			got = strings.TrimRight(strings.Join([]string{note[0].Symbol, note[0].Volume, note[0].Number}, " "), " ")
		}
		if got != want[i] {
			t.Errorf("note %d %q: got %q, want %q", i, texts[i], got, want[i])
		}
	}
}

func TestSettle(t *testing.T) {
	var blocks [][]Citation
	for _, text := range []string{
		"Recalling Human Rights Council resolution 34/24 of 24 March 2017 and its resolution 46/17 of 10 December 1991,",
		"submitted pursuant to resolutions 34/24 and 46/17;",
		"as it decided in its resolution 34/24;",
		"and in its decision 75/564, of which the Charter of the United Nations says nothing;",
	} {
		blocks = append(blocks, Find(text, Context{Lang: "eng", Organ: "unga"}))
	}
	Settle(blocks)
	if got := blocks[1][0].Symbol + " " + blocks[1][1].Symbol; got != "A/HRC/RES/34/24 A/RES/46/17" {
		t.Errorf("got %s", got)
	}
	if got := blocks[3][0].Symbol; got != "A/DEC/75/564" {
		t.Errorf("decision: got %q", got)
	}
	if got := blocks[2][0].Symbol; got != "A/HRC/RES/34/24" {
		t.Errorf("its: got %s", got)
	}
}

func TestLinks(t *testing.T) {
	text := "It spoke of harbours (71/305) and of 2018/14."
	if got := Find(text, Context{Lang: "eng"}); len(got) != 0 {
		t.Errorf("without links: %v", got)
	}
	var links []Span
	for _, s := range []string{"71/305", "2018/14"} {
		i := strings.Index(text, s)
		links = append(links, Span{i, i + len(s)})
	}
	var got []string
	for _, c := range Find(text, Context{Lang: "eng", Links: links}) {
		got = append(got, fmt.Sprint(c.Symbol, c.Linked))
	}
	if fmt.Sprint(got) != "[A/RES/71/305true E/RES/2018/14true]" {
		t.Errorf("with links: %v", got)
	}
}

// TestWrongLinks reads numbers that a source has linked and that are nobody's.
func TestWrongLinks(t *testing.T) {
	for _, c := range []struct{ text, number string }{
		{"a balance of 50/50 of all harbours", "50/50"},
		{"document LC 32/15 of that Organization", "32/15"},
		{"as decision 16/35 says", "16/35"},
		{"See resolution 1/70.", "1/70"},
		{"the Conference and its resolution 10/4 of 16 October 2020", "10/4"},
		{"the Commission recalls its resolution 2013/1 of 26 April 2013", "2013/1"},
		{"general recommendation 39 (2022) on harbours", "39 (2022)"},
	} {
		i := strings.Index(c.text, c.number)
		got := Find(c.text, Context{Lang: "eng", Organ: "unga", Session: 78, Links: []Span{{i, i + len(c.number)}}})
		if len(got) != 0 {
			t.Errorf("%s: %v", c.text, got)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	got := Find("res 70/1 (A/76/122)", Context{Lang: "deu"})
	if len(got) != 1 || got[0].Symbol != "A/76/122" {
		t.Errorf("got %v", got)
	}
}

// TestWords checks the data files: every entry is where it can be found, no phrase is entered twice in a section.
func TestWords(t *testing.T) {
	for _, lang := range []string{"eng", "fra", "spa", "rus", "ara", "zho", "mul"} {
		data, err := dataFiles.ReadFile("data/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		list, err := parseEntries(string(data))
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		seen := map[string]bool{}
		for _, e := range list {
			if e.seen == "" {
				t.Errorf("%s: %q does not say where it was seen", lang, e.text)
			}
			for _, text := range e.texts() {
				k := e.section + " " + foldWord(text)
				if seen[k] {
					t.Errorf("%s: [%s] %q stands twice", lang, e.section, text)
				}
				seen[k] = true
			}
		}
	}
}
