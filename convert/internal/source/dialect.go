package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Dialect is a manner of plain text.
type Dialect uint8

// The dialects.
const (
	Markdown  Dialect = iota + 1 // emphasis and links, a blank line between blocks, notes at the (unmarked) page's foot
	Plain                        // a blank line between blocks, no marks
	Sentences                    // one sentence or paragraph a line
	PDFFlow                      // reading order, hard lines, a form feed after each page
	PDFLayout                    // as PDFFlow, with the columns kept by spaces
)

var dialectNames = [...]string{Markdown: "markdown", Plain: "plain", Sentences: "sentences", PDFFlow: "pdf-flow", PDFLayout: "pdf-layout"}

// String is the name of the dialect; the zero value has none.
func (d Dialect) String() string {
	if int(d) < len(dialectNames) {
		return dialectNames[d]
	}
	return ""
}

// ParseDialect returns the dialect with the given name, and false if there is none.
func ParseDialect(name string) (Dialect, bool) {
	for d := Markdown; int(d) < len(dialectNames); d++ {
		if dialectNames[d] == name {
			return d, true
		}
	}
	return 0, false
}

// Paged reports whether the dialect prints pages with form feeds and furniture.
func (d Dialect) Paged() bool { return d == PDFFlow || d == PDFLayout }

// Detect names the dialect of a text from its marks.
func Detect(src string) Dialect {
	d := &Document{Src: src}
	pages, _ := scan(src)
	lines := slices.Concat(pages...)
	fed := len(pages) > 1
	switch {
	case !fed && d.marked(lines):
		return Markdown
	case fed || d.printsPages(lines):
		if indented(lines) {
			return PDFLayout
		}
		return PDFFlow
	case d.sentences(lines):
		return Sentences
	}
	return Plain
}

// deepIndent is how many columns a line steps in at least where columns are kept.
const deepIndent = 8

// indented reports whether columns are kept by spaces: a good part of the lines begins with many of them.
func indented(lines []Line) bool {
	deep := 0
	for _, l := range lines {
		if l.Indent >= deepIndent {
			deep++
		}
	}
	return deep*4 > len(lines)
}

// marked reports whether the text has the marks of the markdown dialect.
func (d *Document) marked(lines []Line) bool {
	if strings.Contains(d.Src, "](") {
		return true
	}
	starred := 0
	for i, l := range lines {
		text := d.text(l)
		if (i == 0 || l.Blank > 0) && superscripts(text) > 0 {
			return true
		}
		if opensEmphasis(text) && !barcode.MatchString(text) {
			starred++
		}
	}
	return starred > 1
}

// opensEmphasis reports whether a line has `*words*` or `**words**` at its start, after a short label at the most.
func opensEmphasis(line string) bool {
	open := strings.IndexByte(line, '*')
	if open < 0 || open > 12 {
		return false
	}
	words := strings.TrimLeft(line[open:], "*")
	return !strings.HasPrefix(words, " ") && strings.IndexByte(words, '*') > 0
}

// sentences reports whether each line is a block of its own: no blank lines between them, and ends that are ends, or
// lengths that no margin has made.
func (d *Document) sentences(lines []Line) bool {
	blank, whole, numbered := 0, 0, 0
	lengths := make([]int, len(lines))
	for i, l := range lines {
		text := d.text(l)
		blank += l.Blank
		lengths[i] = utf8.RuneCountInString(text)
		if endsSentence(text) {
			whole++
		}
		if numberedLine.MatchString(text) {
			numbered++
		}
	}
	return len(lines) > 1 && blank*4 < len(lines) && (whole*2 > len(lines) || blank == 0 && uneven(lengths, numbered > 1))
}

// uneven reports whether the lengths of lines are not those of lines that were broken at a margin: most of those
// would come near the longest. Where several lines begin with numbers a few are enough.
func uneven(lengths []int, numbered bool) bool {
	full, longest := 0, slices.Max(lengths)
	for _, n := range lengths {
		if n*4 >= longest*3 {
			full++
		}
	}
	return (longest > maxWidth || len(lengths) >= manyLines || numbered && len(lengths) >= fewLines) && full*2 <= len(lengths)
}

// manyLines is how many lines show by their lengths that there is no margin, however short they are.
const manyLines = 5

// numberedLine matches a line that begins with the number of a paragraph: "7. ", "7 - " in Arabic.
var numberedLine = regexp.MustCompile(`^\p{Nd}{1,3}(?:\.| ?[-–]) `)

// fewLines is how many do where several of them have numbers.
const fewLines = 4

// maxWidth is the length in characters that lines broken at a margin do not exceed.
const maxWidth = 130

// endsSentence reports whether the text ends as a heading, clause or sentence may.
func endsSentence(text string) bool {
	if bare := strings.TrimRight(text, "0123456789"); bare != text && len(bare) > 0 && strings.ContainsAny(lastRunes(bare, 1), ";:,.،؛。；：，") {
		return true // a note is called at the end
	}
	return strings.HasSuffix(text, ".") || len(text) > 0 && strings.ContainsAny(lastRunes(text, 1), ";:,،؛。；：，)]”»\"")
}

// lastRunes returns the last n characters of s.
func lastRunes(s string, n int) string {
	r := []rune(s[max(0, len(s)-4*n):])
	return string(r[max(0, len(r)-n):])
}
