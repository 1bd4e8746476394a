package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/ntoso/ntoso/validate"
)

// TextOptions say how text looks.
type TextOptions struct {
	// Color marks severities and carets with ANSI colours.
	Color bool
}

// Text prints findings for people: place, code and message, the line with a caret under the place, the path, and how to
// mend it or, where that cannot be said, what was expected. Where nothing was found it prints nothing.
func Text(w io.Writer, docs []Document, o TextOptions) error {
	var b bytes.Buffer
	for i := range docs {
		d := &docs[i]
		for _, f := range d.Report.Findings {
			writeFinding(&b, d, &f, o)
		}
		if d.Report.Truncated {
			fmt.Fprintf(&b, "%s: more than %d findings: the rest of the document was not read\n", d.Name, len(d.Report.Findings))
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeFinding(b *bytes.Buffer, d *Document, f *validate.Finding, o TextOptions) {
	b.WriteString(d.Name)
	if f.Line > 0 {
		fmt.Fprintf(b, ":%d:%d", f.Line, f.Column)
	}
	fmt.Fprintf(b, ": %s %s: %s\n", paint(f.Severity.String(), severityColor(f.Severity), o), f.Code, f.Message)
	writeExcerpt(b, d.Source, f, o)
	if f.Path != "" {
		fmt.Fprintf(b, "  in %s", f.Path)
		if f.EID != "" {
			fmt.Fprintf(b, " (eId %s)", oneLine(f.EID))
		}
		b.WriteByte('\n')
	}
	if f.Fix != "" {
		fmt.Fprintf(b, "  fix: %s\n", f.Fix)
	} else if len(f.Expected) > 0 {
		fmt.Fprintf(b, "  expected: %s\n", oneLine(strings.Join(f.Expected, ", ")))
	}
}

// The ANSI colours of a terminal.
const (
	red    = "31"
	yellow = "33"
	blue   = "34"
	green  = "32"
)

func severityColor(s validate.Severity) string {
	switch s {
	case validate.Error:
		return red
	case validate.Warning:
		return yellow
	}
	return blue
}

func paint(s, color string, o TextOptions) string {
	if !o.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// oneLine makes what comes from a document safe to print: no control characters.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// excerptBefore and excerptAfter are how many characters of a line are shown around the place.
const (
	excerptBefore = 60
	excerptAfter  = 40
)

// writeExcerpt prints the line of the finding, cut where it is long, with a caret under the place.
func writeExcerpt(b *bytes.Buffer, src []byte, f *validate.Finding, o TextOptions) {
	if f.Line == 0 || f.Offset > int64(len(src)) || len(src) == 0 {
		return
	}
	before, after, ok := lineAround(src, int(f.Offset))
	if !ok {
		return
	}
	if n := utf8.RuneCountInString(before); n > excerptBefore {
		before = "…" + string([]rune(before)[n-excerptBefore:])
	}
	if runes := []rune(after); len(runes) > excerptAfter {
		after = string(runes[:excerptAfter]) + "…"
	}
	number := fmt.Sprintf("%5d", f.Line)
	fmt.Fprintf(b, "%s | %s%s\n", number, oneLine(before), oneLine(after))
	fmt.Fprintf(b, "%s | %s%s\n", strings.Repeat(" ", len(number)), strings.Repeat(" ", columns(before)), paint("^", green, o))
}

// lineAround is the line of an offset, before and after it. It is not ok where the document is not UTF-8.
func lineAround(src []byte, offset int) (before, after string, ok bool) {
	const reach = 4 * (excerptBefore + excerptAfter) // bytes, enough for what is shown
	from, to := max(offset-reach, 0), min(offset+reach, len(src))
	head, tail := src[from:offset], src[offset:to]
	if i := bytes.LastIndexAny(head, "\r\n"); i >= 0 {
		head = head[i+1:]
	}
	if i := bytes.IndexAny(tail, "\r\n"); i >= 0 {
		tail = tail[:i]
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	for len(head) > 0 && !utf8.RuneStart(head[0]) {
		head = head[1:]
	}
	for n := 0; n < utf8.UTFMax && len(tail) > 0 && !utf8.Valid(tail); n++ {
		tail = tail[:len(tail)-1]
	}
	if !utf8.Valid(head) || bytes.IndexByte(head, 0) >= 0 || bytes.IndexByte(tail, 0) >= 0 {
		return "", "", false
	}
	return string(head), string(tail), true
}

// columns is the width of text in a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
