package layer

import (
	"strconv"
	"strings"
)

// A Kind says what a part of a template is.
type Kind uint8

// The kinds of parts.
const (
	Literal  Kind = iota + 1 // the bytes themselves
	Notes                    // {notes}: the pending notes, each as its own Foot says
	Marker                   // {#}: the marker of the next note, as the dialect prints it; {#5}: of the note marked 5
	Body                     // {.}: the text of the next note up to its end or to the page's end; {.5}: of the note marked 5
	Markers                  // {##}: the markers of all notes that wait
	Bodies                   // {..}: their texts
	Later                    // {later}: the notes that are still pending stay so
	Rule                     // {_}: the rule above the notes, as the dialect draws it; {__}: its shorter form
	Job                      // {j}: the document's job number, without the language
	FullJob                  // {J}: with the language after it, as the first page prints it
	Barcode                  // {*}: the job number as it is printed below a barcode
	FormFeed                 // {f}: a form feed, which XML cannot hold
	Glue                     // {}: nothing, where the dialect implies white space
)

// A Part is a piece of a template.
type Part struct {
	Kind Kind
	// Text is that of a Literal, the marker of the note that a Marker or Body means (empty for the next one), or the
	// word of the placeholder of a Rule.
	Text string
}

// words are the placeholders that are always the same.
var words = map[string]Part{
	"notes": {Kind: Notes}, "##": {Kind: Markers}, "..": {Kind: Bodies}, "later": {Kind: Later}, "f": {Kind: FormFeed}, "*": {Kind: Barcode}, "": {Kind: Glue},
	"_": {Rule, "_"}, "__": {Rule, "__"}, "j": {Kind: Job}, "J": {Kind: FullJob},
}

// Sign is the placeholder of a part that belongs to the page, empty for the others.
func (p Part) Sign() string {
	switch p.Kind {
	case Rule:
		return "{" + p.Text + "}"
	case Job:
		return "{j}"
	case FullJob:
		return "{J}"
	case Barcode:
		return "{*}"
	case FormFeed:
		return "{f}"
	}
	return ""
}

// placeholder reads the word of a placeholder.
func placeholder(word string) (Part, bool) {
	if part, ok := words[word]; ok {
		return part, true
	}
	switch {
	case strings.HasPrefix(word, "#"):
		return Part{Marker, word[1:]}, true
	case strings.HasPrefix(word, "."):
		return Part{Body, word[1:]}, true
	}
	return Part{}, false
}

// minRun is the length from which a run of spaces is written as its length: below it, the spaces are shorter.
const minRun = 5

// maxRun bounds the length of a run of spaces, so that a hostile template cannot ask for gigabytes.
const maxRun = 1 << 16

// Parse reads a template: the bytes themselves, but {12} for twelve spaces, {{ for a brace, and the placeholders of
// [Kind]. An unknown placeholder is literal.
func Parse(s string) []Part {
	var parts []Part
	lit := strings.Builder{}
	flush := func() {
		if lit.Len() > 0 {
			parts = append(parts, Part{Literal, lit.String()})
			lit.Reset()
		}
	}
	for s != "" {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			lit.WriteString(s)
			break
		}
		lit.WriteString(s[:i])
		word, rest, closed := strings.Cut(s[i+1:], "}")
		part, placed := placeholder(word)
		switch {
		case strings.HasPrefix(s[i:], "{{"):
			lit.WriteByte('{')
			rest = s[i+2:]
		case !closed:
			lit.WriteString(s[i:])
			rest = ""
		case placed:
			flush()
			parts = append(parts, part)
		case run(word) > 0:
			lit.WriteString(strings.Repeat(" ", run(word)))
		default:
			lit.WriteString(s[i : i+len(word)+2])
		}
		s = rest
	}
	flush()
	return parts
}

func run(word string) int {
	if n, err := strconv.Atoi(word); err == nil && n <= maxRun {
		return n
	}
	return 0
}

// Expand returns the bytes of a template without the placeholders that only a page end has.
func Expand(s string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	b := strings.Builder{}
	for _, p := range Parse(s) {
		switch p.Kind {
		case Literal:
			b.WriteString(p.Text)
		case FormFeed:
			b.WriteByte('\f')
		}
	}
	return b.String()
}

// Encode writes literal bytes as a template.
func Encode(s string) string {
	b := strings.Builder{}
	for i := 0; i < len(s); {
		n := 0
		for i+n < len(s) && s[i+n] == ' ' && n < maxRun {
			n++
		}
		switch {
		case n >= minRun:
			b.WriteString("{" + strconv.Itoa(n) + "}")
			i += n
			continue
		case s[i] == '{':
			b.WriteString("{{")
		case s[i] == '\f':
			b.WriteString("{f}")
		default:
			b.WriteByte(s[i])
		}
		i++
	}
	return b.String()
}
