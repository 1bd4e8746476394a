// Measure compares the XML of a converter, whichever it is, with the labels of the conformance set: for each key of a
// label how many documents agree, and where they do not.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/ntoso/ntoso/akn"
)

// A key is what a label says by one of its keys, and how a resolution says it.
type key struct {
	name string
	of   func(akn.Resolution) any
}

var keys = []key{
	{"name", func(r akn.Resolution) any { return r.Class }},
	{"symbol", func(r akn.Resolution) any { return r.Symbol }},
	{"lang", func(r akn.Resolution) any { return r.Language }},
	{"session", func(r akn.Resolution) any { return r.Session }},
	{"committee", func(r akn.Resolution) any { return r.Committee }},
	{"date_issued", func(r akn.Resolution) any { return r.Issued }},
	{"date_adopted", func(r akn.Resolution) any { return r.Adopted }},
	{"title", func(r akn.Resolution) any { return r.Title }},
	{"enacting", func(r akn.Resolution) any { return r.Enacting }},
	{"recitals", func(r akn.Resolution) any { return len(r.Recitals) }},
	{"recital_starts", func(r akn.Resolution) any { return each(r.Recitals, start) }},
	{"operative", func(r akn.Resolution) any { return len(r.Paragraphs) }},
	{"operative_numbers", func(r akn.Resolution) any { return numbers(r.Paragraphs) }},
	{"operative_starts", func(r akn.Resolution) any { return each(r.Paragraphs, start) }},
	{"citations", func(r akn.Resolution) any { return citations(r) }},
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: measure LABELS FOLDER, with NAME.json in the one and NAME.xml in the other")
	}
	labels, err := filepath.Glob(filepath.Join(os.Args[1], "*.json"))
	if err != nil {
		log.Fatal(err)
	}
	judged, agree := map[string]int{}, map[string]int{}
	for _, label := range labels {
		name := strings.TrimSuffix(filepath.Base(label), ".json")
		want, got, err := read(label, filepath.Join(os.Args[2], name+".xml"))
		if err != nil {
			fmt.Println(err) // a document that is missing agrees with nothing
		}
		for _, k := range keys {
			w, ok := want[k.name]
			if !ok {
				continue
			}
			judged[k.name]++
			if err != nil {
				continue
			}
			if w, g := plain(k.name, w), plain(k.name, k.of(got)); same(k.name, w, g) {
				agree[k.name]++
			} else {
				fmt.Printf("%s %s: %s, not %s\n", name, k.name, g, w)
			}
		}
	}
	for _, k := range keys {
		fmt.Printf("%-18s %d of %d\n", k.name, agree[k.name], judged[k.name])
	}
}

// read reads a label and the resolution that it is of.
func read(label, document string) (want map[string]any, got akn.Resolution, err error) {
	data, err := os.ReadFile(label)
	if err != nil {
		return nil, got, err
	}
	if err := json.Unmarshal(data, &want); err != nil {
		return nil, got, err
	}
	data, err = os.ReadFile(document)
	if err != nil {
		return want, got, err
	}
	doc, err := akn.Parse(data)
	if err != nil {
		return want, got, fmt.Errorf("%s: %w", document, err)
	}
	got = doc.Resolution()
	if all := doc.Resolutions(); len(all) > 1 { // the label is of what holds them
		got = akn.Resolution{Class: doc.Statement().Name(), Language: all[0].Language, Session: all[0].Session,
			Committee: all[0].Committee, Issued: all[0].Issued, Adopted: all[0].Adopted, Title: doc.Statement().Title()}
		_, got.Symbol = doc.Statement().Work().Number()
		for _, r := range all {
			got.Recitals, got.Paragraphs = append(got.Recitals, r.Recitals...), append(got.Paragraphs, r.Paragraphs...)
			got.Notes = append(got.Notes, r.Notes...)
		}
	}
	return want, got, nil
}

// each is something of each provision.
func each(list []akn.Provision, of func(akn.Provision) string) []string {
	said := []string{}
	for _, p := range list {
		said = append(said, of(p))
	}
	return said
}

// numbers are the printed numbers, without marks, of the paragraphs that have one.
func numbers(list []akn.Provision) []string {
	all := each(list, func(p akn.Provision) string { return strings.Trim(p.Number, " .,()（）-–．、") })
	return slices.DeleteFunc(all, func(n string) bool { return n == "" })
}

// start is the first four words of a provision; of Chinese the first twelve characters.
func start(p akn.Provision) string {
	text := p.Text
	for _, item := range p.Items {
		text += " " + item.Number + " " + item.Text
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		runes := []rune(strings.Join(strings.Fields(text), ""))
		return string(runes[:min(12, len(runes))])
	}
	words := strings.Fields(text)
	return strings.TrimRight(strings.Join(words[:min(4, len(words))], " "), ",;:.")
}

// citations are the symbols that recitals, paragraphs and their notes cite, each once.
func citations(r akn.Resolution) []string {
	symbols := []string{}
	add := func(list []akn.Citation) {
		for _, c := range list {
			if c.Symbol != "" && !slices.Contains(symbols, c.Symbol) {
				symbols = append(symbols, c.Symbol)
			}
		}
	}
	var below func([]akn.Provision)
	below = func(list []akn.Provision) {
		for _, p := range list {
			add(p.Citations)
			below(p.Items)
		}
	}
	below(r.Recitals)
	below(r.Paragraphs)
	for _, n := range r.Notes {
		add(n.Citations)
	}
	return symbols
}

// same reports whether a document says what its label does. The start in a label ends where the first block does.
func same(key, want, got string) bool {
	if !strings.HasSuffix(key, "_starts") {
		return want == got
	}
	return slices.EqualFunc(strings.Split(want, separator), strings.Split(got, separator), func(w, g string) bool {
		return w == g || w != "" && strings.HasPrefix(g, w)
	})
}

const separator = " | "

// plain is a value as it is compared: case, the form of apostrophes, and marks at the ends do not matter, nor whether
// nothing is null, 0 or empty.
func plain(key string, value any) string {
	var list []string
	switch value := value.(type) {
	case nil:
	case []string:
		list = value
	case []any:
		for _, v := range value {
			list = append(list, strings.TrimRight(fmt.Sprint(v), ",;:."))
		}
	default:
		list = []string{fmt.Sprint(value)}
	}
	if key == "citations" { // a set
		slices.Sort(list)
	}
	s := strings.ToLower(strings.ReplaceAll(strings.Join(list, separator), "’", "'"))
	if s == "0" {
		return ""
	}
	return strings.TrimRight(s, ",，、")
}
