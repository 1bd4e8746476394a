package convert

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// A Report says what a conversion recognised, what it left alone and why.
type Report struct {
	// Dialect is the manner of the plain text.
	Dialect string `json:"dialect"`
	// Language is the text's language, ISO 639-2/T, and LanguageReason says how it was found.
	Language       string `json:"language"`
	LanguageReason string `json:"languageReason,omitempty"`
	// Class is the document's class: resolution, draftResolution, decision, ...
	Class string `json:"class"`
	// Symbol is the document's symbol, empty where it has none.
	Symbol string `json:"symbol,omitempty"`
	// What follows are counts of what was recognised: pages of the source, recitals and paragraphs (those of annexes
	// included), their items at all levels, headings of sections, notes, references to documents, annexes.
	Pages      int `json:"pages"`
	Recitals   int `json:"recitals"`
	Paragraphs int `json:"paragraphs"`
	Items      int `json:"items"`
	Sections   int `json:"sections"`
	Notes      int `json:"notes"`
	Citations  int `json:"citations"`
	Annexes    int `json:"annexes"`
	// Tables is the number of tables whose rows are certain.
	Tables int `json:"tables,omitempty"`
	// Plain is the number of blocks that are none of these.
	Plain int `json:"plain"`
	// Remarks say what was not understood or left alone, in the order of the text.
	Remarks []Remark `json:"remarks"`
}

// A Remark is one thing that was not understood or was left alone.
type Remark struct {
	// Code names the kind of remark, one of [RemarkKinds]; it is stable.
	Code string `json:"code"`
	// Offset is the place in the text, in bytes from 0; Line and Column, in characters, are from 1.
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
	// Message says what was found and what was done.
	Message string `json:"message"`
}

// String is the remark on one line.
func (r Remark) String() string {
	return fmt.Sprintf("%d:%d: %s [%s]", r.Line, r.Column, r.Message, r.Code)
}

func newReport(r *layout.Resolution, doc *akn.Document) *Report {
	report := &Report{
		Dialect: r.Source.Dialect.String(), Language: r.Lang, LanguageReason: r.Reason, Class: r.Class,
		Pages: len(r.Source.Pages), Notes: len(r.Notes), Annexes: annexes(r),
		Remarks: []Remark{},
	}
	for e := range akn.All(doc.Root()) {
		if akn.Is(e, "ref", "table") || akn.Up(e, "quotedStructure") == nil { // an amendment quotes paragraphs of a draft
			report.count(akn.Local(e))
		}
	}
	for _, part := range append([]*layout.Resolution{r}, r.Letters...) {
		report.Plain += plain(part.Body)
		for _, a := range part.Annexes {
			report.Plain += plain(a.Body)
		}
	}
	if n := akn.First(doc.Meta(), "identification", "FRBRWork", "FRBRnumber"); n != nil {
		report.Symbol = akn.Attr(n, "showAs")
	}
	places := newPlaces(r.Source.Src)
	for _, remark := range r.Remarks {
		line, column := places.of(remark.Offset)
		if remark.Code == layout.NoResolution && markup.MatchString(r.Source.Src) {
			remark.Message += "; it begins as XML, HTML, RTF or a PDF do, whose tags are words here: convert the text itself"
		}
		report.Remarks = append(report.Remarks, Remark{string(remark.Code), remark.Offset, line, column, remark.Message})
	}
	return report
}

// annexes is the number of annexes, those of lettered resolutions included.
func annexes(r *layout.Resolution) int {
	n := len(r.Annexes)
	for _, l := range r.Letters {
		n += len(l.Annexes)
	}
	return n
}

// plain is the number of plain texts among the nodes.
func plain(nodes []*layout.Node) int {
	n := 0
	for _, node := range nodes {
		if node.Kind == layout.Plain {
			n++
		}
		n += plain(node.Nodes)
	}
	return n
}

func (r *Report) count(name string) {
	switch name {
	case "container":
		r.Recitals++
	case "paragraph":
		r.Paragraphs++
	case "point", "item":
		r.Items++
	case "section", "part", "title", "division":
		r.Sections++
	case "table":
		r.Tables++
	case "ref":
		r.Citations++
	}
}

// place is the line and column, from 1, of the offset. Columns are characters.
func place(src string, offset int) (line, column int) {
	return newPlaces(src).of(offset)
}

// places finds lines and columns. Questions in ascending order cost one pass over the text in all.
type places struct {
	src          string
	offset, line int
	start        int // of the line
}

func newPlaces(src string) *places { return &places{src: src, line: 1} }

func (p *places) of(offset int) (line, column int) {
	offset = min(offset, len(p.src))
	if offset < p.offset {
		*p = *newPlaces(p.src)
	}
	for ; p.offset < offset; p.offset++ {
		c := p.src[p.offset]
		if c == '\n' || c == '\f' || c == '\r' && !strings.HasPrefix(p.src[p.offset+1:], "\n") {
			p.line, p.start = p.line+1, p.offset+1
		}
	}
	return p.line, utf8.RuneCountInString(p.src[p.start:offset]) + 1
}
