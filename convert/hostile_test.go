package convert_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/convert"
)

// A repetition is a text that repeats one thing.
type repetition struct{ head, unit, tail string }

// text repeats it up to about so many bytes.
func (r repetition) text(size int) string {
	return r.head + strings.Repeat(r.unit, size/len(r.unit)) + r.tail
}

// hostile are the texts that would take hours where some step is not linear (P4, P8).
var hostile = map[string]repetition{
	"emphasis":          {unit: "*a "},
	"pairs":             {unit: "*a* b* "},
	"brackets":          {unit: "["},
	"links":             {unit: "[a](#) "},
	"link ends":         {unit: "[", tail: strings.Repeat("](#)", 10_000)},
	"lines":             {unit: "a\n"},
	"printed lines":     {head: "The General Assembly,\n\n1.\n\nDecides to\n", unit: "aaa bbb ccc ddd eee fff ggg\n", tail: "\f"},
	"blocks":            {unit: "a\n\n"},
	"paragraphs":        {head: "The General Assembly,\n\n", unit: "1. Decides;\n\n"},
	"items":             {head: "The General Assembly,\n\n1. Decides:\n\n", unit: "(a) x:\n\n(i) y;\n\n"},
	"first items":       {head: "The General Assembly,\n\n1. Decides:\n\n", unit: "(a) x:\n\n"},
	"form feeds":        {unit: "\f"},
	"pages":             {unit: "a\f"},
	"notes":             {head: "x¹\n\n", unit: "¹ a\n\n"},
	"calls":             {unit: "x¹ ", tail: "\n\n¹ a\n"},
	"inline notes":      {unit: "x (Footnote: a) "},
	"parentheses":       {unit: "("},
	"citations":         {unit: "resolution 75/196 of 16 December 2020, "},
	"numbers":           {unit: "75/196, "},
	"headings":          {head: "The General Assembly,\n\n1. Decides.\n\n", unit: "I\n\nTitle\n\n"},
	"sponsors":          {unit: "France, ", tail: ": draft resolution\n"},
	"annexes":           {head: "The General Assembly,\n\n1. Decides.\n\n", unit: "Annex\n\n"},
	"digits":            {unit: "1"},
	"plain numbers":     {unit: "a 1 b 2\n", tail: "\f__________________\n1\n\nx\n\f"},
	"rules":             {unit: "__________________\n1\nx\n\f"},
	"spaces":            {unit: " ", tail: "a\f" + strings.Repeat("   a    b\n", 3_000)},
	"rows":              {head: "          Post          Number\n\n\n", unit: "          Cook               1\n", tail: "\f"},
	"long cells":        {head: "          Post          Number\n\n\n", unit: "          of the        wagon\n", tail: "\f"},
	"headers":           {unit: "          Post          Number\n\n\n", tail: "\f"},
	"table pages":       {unit: "          Post          Number\n\n\n          Cook               1\n          Driver            2\n\f"},
	"tables":            {unit: "          Post          Number\n\n\n          Cook               1\n          Driver            2\n\n\n", tail: "\f"},
	"columns":           {head: "          a", unit: "     b", tail: "\n\n\n          c     d\n\f"},
	"bars":              {unit: "| a | b |\n"},
	"tabs":              {unit: "a\tb (Footnote: c)\n"},
	"called cells":      {head: "          Post          Number\n\n\n", unit: "          Cook* x            1\n", tail: "\n\n          * a\n\f"},
	"unmarked pages":    {unit: "a\n12-34567\n2/9\n"},
	"bracketed notes":   {head: "*x* [a](#)[1]\n\n", unit: "[1] a\n\n"},
	"stray markers":     {head: "__________________\n9\nx\n", unit: "2\nx\n", tail: "\f"},
	"page rulers":       {unit: "\f- 2 -\n"},
	"no-break spaces":   {unit: "\u00a0 a"},
	"unstopped numbers": {head: "The General Assembly,\n\n", unit: "1 Decides to\n\n"},
	"bracketed numbers": {head: "The General Assembly,\n\n", unit: "1) Decides;\n\n"},
	"closings":          {head: "The General Assembly,\n\n1. Decides.\n\n", unit: "1st plenary meeting\n\n1 May 2031\n\n"},
	"signed notes":      {head: "The General Assembly,\n\n1. Decides.\n\n", unit: "ab* c\n\n* note\n\n"},
	"end notes":         {head: "The General Assembly,\n\n1. Decides.\n\n", unit: "a 1 b\n\f", tail: "1st plenary meeting\n\n1 May 2031\n\n1 Ibid., p. 5.\n"},
}

func TestHostileTexts(t *testing.T) {
	size := 100_000
	if testing.Short() {
		size = 20_000
	}
	for name, h := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			src := h.text(size)
			doc, _ := fromText(t, src, convert.Options{})
			exact(t, src, doc)
		})
	}
}

// BenchmarkHostile converts each text in two lengths: their bytes a second are alike where every step is linear.
func BenchmarkHostile(b *testing.B) {
	for name, h := range hostile {
		for _, size := range []int{20_000, 200_000} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "_"), size), func(b *testing.B) {
				src := []byte(h.text(size))
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					fromText(b, src, convert.Options{})
				}
			})
		}
	}
}
