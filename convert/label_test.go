package convert_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/require"
)

// mismatches lists what differs from the labels and is known to: text and key. The test fails where something else
// differs, and where something listed no longer does, so that the list only shrinks.
const mismatches = "../testdata/golden/mismatches.txt"

func TestLabels(t *testing.T) {
	var got []string
	details := map[string]string{}
	for _, s := range samples(t, "texts") {
		want, short := labelFor(t, s.name)
		doc, _ := fromText(t, s.src, convert.Options{})
		found := facts(doc)
		for _, key := range slices.Sorted(maps.Keys(want)) {
			if key == "notes" || key == "pages" || short && withoutNotes[key] {
				continue
			}
			if w, g := normal(key, want[key]), normal(key, found[key]); !agree(key, w, g) {
				entry := s.name + " " + key
				got = append(got, entry)
				details[entry] = fmt.Sprintf("want %s\ngot  %s", clip(w), clip(g))
			}
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(mismatches, []byte(strings.Join(got, "\n")+"\n"), 0o644))
	}
	b := read(t, mismatches)
	known := strings.Split(strings.TrimSpace(string(b)), "\n")
	for _, entry := range got {
		if !slices.Contains(known, entry) {
			t.Errorf("%s differs from the label\n%s", entry, details[entry])
		}
	}
	for _, entry := range known {
		if entry != "" && !slices.Contains(got, entry) {
			t.Errorf("%s agrees with the label now: take it from %s", entry, mismatches)
		}
	}
}

// withoutNotes are the keys that are not judged of a text without marks, notes and pages.
var withoutNotes = map[string]bool{
	"footnotes": true, "footnote_markers": true, "footnote_starts": true, "citations": true,
	"recitals_cut_by_page": true, "operative_cut_by_page": true, "pages": true,
}

// unlabelled are the texts that have no label, with the reason.
var unlabelled = map[string]string{"en-tables": "a page of tables, which TestTable reads row by row"}

// labelFor reads the label of a text; short reports a text without notes.
func labelFor(t *testing.T, name string) (want map[string]any, short bool) {
	short = strings.HasSuffix(name, ".plain")
	base := strings.TrimSuffix(strings.TrimSuffix(name, ".plain"), ".layout")
	if unlabelled[base] == "" {
		require.NoError(t, json.Unmarshal(read(t, filepath.Join("..", "testdata", "labels", base+".json")), &want))
	}
	return want, short
}

// normal is a value in the form in which it is compared.
func normal(key string, value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return plain(value)
	case []string:
		return normalList(key, value)
	case []any:
		return normalAny(key, value)
	case map[string][]string:
		return normalMap(value)
	case map[string]any:
		m := map[string][]string{}
		for k, v := range value {
			m[k] = toStrings(v.([]any))
		}
		return normalMap(m)
	case [][2]string:
		var out []string
		for _, s := range value {
			out = append(out, plain(s[0])+"|"+plain(s[1]))
		}
		return strings.Join(out, "\n")
	}
	return fmt.Sprint(value)
}

func normalAny(key string, list []any) string {
	switch key {
	case "annexes":
		return fmt.Sprint(len(list))
	case "sections":
		var out [][2]string
		for _, s := range list {
			m := s.(map[string]any)
			num, _ := m["num"].(string)
			heading, _ := m["heading"].(string)
			out = append(out, [2]string{strings.Trim(num, "."), heading})
		}
		return normal(key, out)
	}
	return normalList(key, toStrings(list))
}

func toStrings(list []any) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = fmt.Sprint(v)
	}
	return out
}

func normalList(key string, list []string) string {
	list = slices.Clone(list)
	switch {
	case key == "annexes":
		return fmt.Sprint(len(list))
	case key == "citations": // a set: notes are read where they are called
		slices.Sort(list)
	case strings.HasSuffix(key, "_starts"):
		for i, s := range list {
			list[i] = firstWords(s)
		}
	case key == "sponsors":
		for i, s := range list {
			list[i] = plain(s)
		}
	}
	return strings.Join(list, "\n")
}

func normalMap(m map[string][]string) string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, k+": "+strings.Join(m[k], " "))
	}
	return strings.Join(out, "\n")
}

// agree compares two values in their normal form. A label without a value says nothing of some keys.
func agree(key, want, got string) bool {
	switch key {
	case "closing_meeting":
		return strings.Contains(got, want)
	case "date_adopted", "original_language":
		return want == "" || want == got
	case "enacting": // some are printed without the comma
		return strings.TrimRight(want, ",，、") == strings.TrimRight(got, ",，、")
	case "recital_starts", "operative_starts", "footnote_starts":
		w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
		return slices.EqualFunc(w, g, func(w, g string) bool { return w == g || w != "" && strings.HasPrefix(g, w) })
	case "recitals", "operative", "footnotes", "recitals_cut_by_page", "operative_cut_by_page", "annexes":
		return want == got || want == "" && got == "0"
	}
	return want == got
}

var beforePunctuation = regexp.MustCompile(`\s+([),;:.])|(\()\s+`)

// plain leaves out what does not matter in titles and formulas: the form of apostrophes and hyphens, spaces, case.
func plain(s string) string {
	s = strings.NewReplacer("\u2019", "'", "\u2011", "-").Replace(squeeze(s))
	return strings.ToLower(beforePunctuation.ReplaceAllString(s, "$1$2"))
}

// firstWords are the first four words, without note calls; of Chinese the first twelve characters.
func firstWords(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			return -1
		}
		return r
	}, s)
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		r := []rune(strings.Join(strings.Fields(s), ""))
		return string(r[:min(12, len(r))])
	}
	fields := strings.Fields(squeeze(s))
	return strings.ToLower(strings.TrimRight(strings.Join(fields[:min(4, len(fields))], " "), ",;:."))
}

func clip(s string) string {
	if r := []rune(strings.ReplaceAll(s, "\n", " | ")); len(r) > 300 {
		return string(r[:300]) + "…"
	}
	return strings.ReplaceAll(s, "\n", " | ")
}
