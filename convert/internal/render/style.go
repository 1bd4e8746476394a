package render

import (
	"strings"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A style is what the rules of a dialect imply where the layout layer says nothing. Line ends are line feeds here;
// the layer's line end replaces them.
type style struct {
	block string // before a block
	num   string // between a number and its text
	// shortNum stands after a number of one digit, where that is set apart from num to align the text.
	shortNum string
	line     string // at a line end inside a block
	page     string // at a page end, after the notes (template)
	rules    rules  // above the notes of a page
	foot     string // before the text of a note (template)
	call     string // a note's call (template)

	superscript bool // note markers are superscript digits
	emphasis    bool // emphasised text stands between asterisks
	links       bool // links are printed
	margins     bool // line ends and blocks are followed by the page's margin
	canonical   bool // there is no source: page ends are not printed

	gaps gaps // between the parts of a page end, nil where nothing is implied

	// places say where blocks stand whose first line is not at the page's margin right below the text before, by the names
	// of the parent and the element; for a line of the front, that of its first element, too.
	places map[[2]string]place
}

// A place is what stands before a block: line ends, and the columns right of the margin at which it begins.
type place struct {
	lines string
	step  int
}

// The columns by which blocks stand right of the margin.
const (
	firstStep  = 6     // first lines of recitals, paragraphs and items
	numberStep = 14    // the number of an adopted text, to the left
	leftEdge   = -1000 // the masthead, at the page's edge
)

// placeOf is the place of a block, false where it is not among the places.
func (s style) placeOf(e *etree.Element) (place, bool) {
	parent, name := akn.Local(e.Parent()), akn.Local(e)
	if inner := e.ChildElements(); len(inner) > 0 {
		if place, ok := s.places[[2]string{parent, name + "/" + akn.Local(inner[0])}]; ok {
			return place, true
		}
	}
	place, ok := s.places[[2]string{parent, name}]
	return place, ok
}

// flowPlaces are the places in reading order: what extraction takes for paragraphs is a blank line apart.
var flowPlaces = map[[2]string]place{
	{"coverPage", "p/docAuthority"}: {"\n\n", 0},
	{"coverPage", "p/docStatus"}:    {"\n\n", 0},
	{"coverPage", "p/session"}:      {"\n\n", 0},
	{"coverPage", "p/docCommittee"}: {"\n\n", 0},
	{"coverPage", "p/docTitle"}:     {"\n\n", 0},
	{"preface", "p"}:                {"\n\n", 0},
}

// layoutPlaces are where the blocks of a resolution stand.
var layoutPlaces = map[[2]string]place{
	{"coverPage", "p/session"}:      {"\n\n\n\n\n", leftEdge},
	{"coverPage", "p/docCommittee"}: {"\n", leftEdge},
	{"coverPage", "p/inline"}:       {"\n", leftEdge},
	{"coverPage", "p/docTitle"}:     {"\n\n\n", 0},
	{"preface", "p/docNumber"}:      {"\n\n", -numberStep},
	{"formula", "p"}:                {"\n\n", firstStep - 1},
	{"container", "p"}:              {"\n", firstStep},
	{"paragraph", "num"}:            {"\n", firstStep},
	{"point", "num"}:                {"\n", firstStep},
	{"item", "num"}:                 {"\n", firstStep},
	{"section", "num"}:              {"\n\n", 0},
	{"part", "num"}:                 {"\n\n", 0},
	{"title", "num"}:                {"\n\n", 0},
	{"division", "heading"}:         {"\n\n", 0},
}

// A gaps says what separates two parts of a page end on a page whose text begins in the column margin; before the next
// page's text that is the margin of that page.
type gaps func(margin int, before, after layer.Kind) string

// The ends of a page end, as kinds of parts.
const (
	PageText layer.Kind = 254 // the text before it
	NextPage layer.Kind = 255 // the first text of the next page
)

var styles = map[source.Dialect]style{
	source.Markdown: {
		block: "\n\n", num: " ", line: "\n", page: "\n\n", foot: "\n\n{#} ", call: "{#}",
		superscript: true, emphasis: true, links: true,
	},
	source.Plain: {
		block: "\n\n", num: " ", line: "\n", page: "\n\n", foot: "\n\n{#} ", call: "{#}",
	},
	source.Sentences: {
		block: "\n", num: " ", line: "\n", page: "\n", foot: "\n{#} ", call: "{#}",
	},
	source.PDFFlow: {
		block: "\n", num: " ", shortNum: "\n", line: "\n", page: "{f}", rules: drawn, foot: "{#}", call: " {#}",
		gaps: flowGap, places: flowPlaces,
	},
	source.PDFLayout: {
		block: "\n", num: " ", shortNum: "    ", line: "\n", page: "{f}", rules: drawn, foot: "{#}", call: " {#}",
		margins: true, gaps: layoutGap, places: layoutPlaces,
	},
}

// Rules are the rules above the notes of printed pages, by the words of their placeholders.
type rules map[string]string

// drawn are the rules that extraction makes of the one that is drawn: two lengths of it are in use.
var drawn = rules{"_": "__________________", "__": "_______________"}

// flowGap separates the parts of a page end in reading order.
func flowGap(_ int, before, after layer.Kind) string {
	switch {
	case before == layer.FormFeed, after == NextPage && before != layer.Literal:
		return ""
	case before == layer.Body, after == layer.Rule, after == layer.Marker, before == layer.Literal && after == layer.Body:
		return "\n"
	}
	return "\n\n"
}

// The columns by which the rule, a note's marker and its text stand left of the running text.
const (
	ruleStep   = 8
	markerStep = 4
)

// layoutGap separates the parts of a page end where columns are kept: what is not furniture stands at its column, and
// the foot below what is left blank of the page.
func layoutGap(margin int, before, after layer.Kind) string {
	furniture := after == layer.Literal || after == layer.Job
	switch {
	case after == layer.Rule:
		return "\n" + columns(margin-ruleStep)
	case after == layer.Marker:
		return "\n" + columns(margin-markerStep)
	case after == layer.Body:
		return "\n" + columns(margin)
	case after == NextPage && before == layer.Literal:
		return "\n\n" + columns(margin)
	case after == NextPage, before == layer.FormFeed:
		return ""
	case after == layer.FullJob && (before == PageText || before == layer.Body):
		return "\n\n\n\n\n "
	case after == layer.Barcode:
		return "\n "
	case before == PageText && furniture:
		return "\n\n\n\n\n"
	case before == layer.Body && furniture:
		return "\n\n"
	}
	return "\n"
}

func columns(n int) string { return strings.Repeat(" ", max(0, n)) }

// canonical is the style of a document without a layout layer.
var canonical = style{
	block: "\n\n", num: " ", line: "\n", page: "", foot: "\n\n{#} ", call: "{#}",
	superscript: true, emphasis: true, canonical: true,
}

// PageEnd is the template that a dialect implies for a page end, after the page's notes.
func PageEnd(d source.Dialect) string { return styles[d].page }

// PageGap is what a dialect implies between two parts of a page end on a page with the given margin.
func PageGap(d source.Dialect, margin int, before, after layer.Kind) string {
	return styles[d].gap(margin, before, after)
}

func (s style) gap(margin int, before, after layer.Kind) string {
	if s.gaps == nil {
		return ""
	}
	return s.gaps(margin, before, after)
}

// Furniture is the placeholder for a piece of furniture in a dialect, false where it must be written as it is printed.
// The job number is that of the document, with the language after it.
func Furniture(d source.Dialect, job, text string) (layer.Part, bool) {
	for word, rule := range styles[d].rules {
		if text == rule {
			return layer.Part{Kind: layer.Rule, Text: word}, true
		}
	}
	switch {
	case job == "":
	case text == job:
		return layer.Part{Kind: layer.FullJob}, true
	case text == source.PlainJob(job):
		return layer.Part{Kind: layer.Job}, true
	case text == source.Barcode(job):
		return layer.Part{Kind: layer.Barcode}, true
	}
	return layer.Part{}, false
}

// Foot is the template that a dialect implies before the text of a note.
func Foot(d source.Dialect) string { return styles[d].foot }

// Marker is a note's marker as the dialect prints it.
func Marker(d source.Dialect, marker string) string { return styles[d].marker(marker) }

func (s style) marker(marker string) string {
	if s.superscript {
		return source.SuperscriptDigits(marker)
	}
	return marker
}
