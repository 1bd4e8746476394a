package render

import (
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// A style is what the rules of a dialect imply where the layout layer says nothing. Line ends are line feeds here;
// the layer's line end replaces them.
type style struct {
	block string // before a block
	num   string // between a number and its text
	line  string // at a line end inside a block
	page  string // at a page end, after the notes (template)
	rule  string // before the first note of a page
	foot  string // before the text of a note (template)
	call  string // a note's call (template)

	superscript bool // note markers are superscript digits
	emphasis    bool // emphasised text stands between asterisks
	links       bool // links are printed
	margins     bool // line ends and blocks are followed by the page's margin
	canonical   bool // there is no source: page ends are not printed
}

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
		block: "\n", num: " ", line: "\n", page: "\n\n{f}", rule: "\n__________________", foot: "\n{#}\n", call: " {#}",
	},
	source.PDFLayout: {
		block: "\n", num: "    ", line: "\n", page: "\n{f}", rule: "\n        __________________", foot: "\n            {#}\n                ", call: " {#}",
		margins: true,
	},
}

// canonical is the style of a document without a layout layer.
var canonical = style{
	block: "\n\n", num: " ", line: "\n", page: "", foot: "\n\n{#} ", call: "{#}",
	superscript: true, emphasis: true, canonical: true,
}

// PageEnd is what a dialect implies at the end of a page, after its notes.
func PageEnd(d source.Dialect) string { return layer.Expand(styles[d].page) }

// Rule is what a dialect implies before the first note of a page.
func Rule(d source.Dialect) string { return styles[d].rule }

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
