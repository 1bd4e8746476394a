package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// tabWidth is how far a tab reaches when columns are counted.
const tabWidth = 8

// scan cuts the source into lines without their ends; a form feed ends a line and a page. The result has one slice
// for each page and, beside it, the pages' ranges.
func scan(src string) (pages [][]Line, ranges []Span) {
	var lines []Line
	start, blank, from := 0, 0, 0
	cut := func(end int) {
		if l, ok := trimmed(src, start, end); ok {
			l.Blank = blank
			lines, blank = append(lines, l), 0
		} else {
			blank++
		}
	}
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '\n':
			if i == 0 || src[i-1] != '\r' {
				cut(i)
			}
		case '\r':
			cut(i)
		case lineSeparator[0]:
			if !strings.HasPrefix(src[i:], lineSeparator) {
				continue
			}
			cut(i)
			i += len(lineSeparator) - 1
		case '\f':
			if i > start {
				cut(i)
			}
			pages, ranges = append(pages, lines), append(ranges, Span{from, i + 1})
			lines, blank, from = nil, 0, i+1
		default:
			continue
		}
		start = i + 1
	}
	if start < len(src) {
		cut(len(src))
	}
	return append(pages, lines), append(ranges, Span{from, len(src)})
}

// trimmed is the line's text without the white space around it, and false if there is none.
func trimmed(src string, start, end int) (Line, bool) {
	s, e := layer.Trim(src, start, end)
	if s == e {
		return Line{}, false
	}
	return Line{Span: Span{s, e}, Indent: width(src[start:s])}, true
}

// width is the number of columns that a text takes.
func width(s string) int { return advance(0, s) }

// advance is the column at which a text ends that begins at the given one.
func advance(n int, s string) int {
	for _, r := range s {
		switch {
		case r == '\t':
			n += tabWidth - n%tabWidth
		case r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r):
			n++
		}
	}
	return n
}

// lineSeparator ends lines in texts that were copied from some editors and page descriptions.
const lineSeparator = "\u2028"

// lineEnd is the line end that most lines of the text have.
func lineEnd(src string) string {
	crlf := strings.Count(src, "\r\n")
	lf, cr := strings.Count(src, "\n")-crlf, strings.Count(src, "\r")-crlf
	separators := strings.Count(src, lineSeparator)
	switch {
	case separators > crlf+lf+cr:
		return lineSeparator
	case crlf > lf && crlf >= cr:
		return "\r\n"
	case cr > lf:
		return "\r"
	}
	return "\n"
}
