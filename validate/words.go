package validate

import (
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/validate/schema"
)

// maxQuoted bounds what a message quotes from the document.
const maxQuoted = 60

// maxListed bounds how many names a message lists; Finding.Expected has all.
const maxListed = 8

// clip shortens what a message quotes, and makes it one line.
func clip[T ~string | ~[]byte](quoted T) string {
	s := string(quoted[:min(len(quoted), maxQuoted+utf8.UTFMax)])
	cut := len(quoted) > maxQuoted
	if cut {
		s = s[:maxQuoted]
		for len(s) > 0 && !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
		s += "…"
	}
	return strings.Map(func(r rune) rune {
		if r < 0x20 {
			return ' '
		}
		return r
	}, s)
}

// maybe suggests a name.
func maybe(near string) string {
	if near == "" {
		return ""
	}
	return ": is <" + near + "> meant?"
}

// hereMay says what may stand instead.
func hereMay(expected []string) string {
	switch len(expected) {
	case 0:
		return ": nothing may follow"
	case 1:
		return ": " + mark(expected[0]) + " may"
	}
	return ": here may stand " + list(expected, maxListed)
}

func mark(name string) string {
	if strings.Contains(name, " ") {
		return name
	}
	return "<" + name + ">"
}

// list writes names with "or", and says how many it leaves out.
func list(names []string, most int) string {
	var b strings.Builder
	n := len(names)
	if n > most+1 {
		n = most
	}
	for i, name := range names[:n] {
		if i > 0 && i == len(names)-1 {
			b.WriteString(" or ")
		} else if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(mark(name))
	}
	if n < len(names) {
		b.WriteString(" and others")
	}
	return b.String()
}

// areMissing is "<a> is" or "<a> and <b> are".
func areMissing(names []schema.Name) string {
	if len(names) == 1 {
		return elements(names) + " is"
	}
	return elements(names) + " are"
}

// elements is "<a>, <b> and <c>".
func elements(names []schema.Name) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 && i == len(names)-1 {
			b.WriteString(" and ")
		} else if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("<" + n.Local + ">")
	}
	return b.String()
}

func localNames(names []schema.Name) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n.Local
	}
	return out
}

func inSpace(space []byte) string {
	if len(space) == 0 {
		return "no namespace"
	}
	return "namespace " + clip(space)
}
