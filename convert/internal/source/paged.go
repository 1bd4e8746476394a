package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// A pager reads the pages of a printed document: it sets furniture and notes apart from the text.
type pager struct {
	*Document
	heads heads
	// total is the number of pages that the document says it has.
	total int
	// numbers is the form in which the pages print their numbers, where it is not the usual one.
	numbers numberForm
	// ruled reports that the document draws rules above its notes.
	ruled bool
	// office reports that an office away from New York has printed the document.
	office bool
	// marker is the number of the last note, note the last note itself.
	marker int
	note   *Note
	// texts are the lines of each page that are no furniture and no notes, where tables are looked for in them.
	texts [][]printed
}

// readPaged reads the pages of a dialect that prints them.
func (d *Document) readPaged(pages [][]Line, ranges []Span) {
	if len(pages) == 1 {
		pages, ranges = d.unmarkedPages(pages[0])
	}
	if last := len(pages) - 1; last > 0 && len(pages[last]) == 0 { // nothing follows the last form feed
		pages = pages[:last]
		ranges[last-1].End = ranges[last].End
	}
	for i, lines := range pages {
		pages[i] = d.cells(lines)
	}
	p := &pager{Document: d, heads: learnHeads(d, pages), total: totalOf(d, pages)}
	p.findNumbers(pages)
	p.ruled = d.some(pages, IsRule)
	p.office = d.some(pages[:min(1, len(pages))], officeJob.MatchString)
	for i, lines := range pages {
		p.page(i, lines, ranges[i])
	}
	if d.Dialect == PDFLayout {
		(&tabler{Document: d, pages: p.texts}).blocks()
	}
}

// some reports whether one of the lines of the pages is such.
func (d *Document) some(pages [][]Line, is func(string) bool) bool {
	for _, lines := range pages {
		if slices.ContainsFunc(lines, func(l Line) bool { return is(d.text(l)) }) {
			return true
		}
	}
	return false
}

// cells cuts the lines of a page at their gutters, where columns are kept, and a rule from the text that it is glued to.
func (d *Document) cells(lines []Line) []Line {
	var all []Line
	column := columnOf(d, lines)
	for i, l := range lines {
		switch text := strings.TrimRight(d.text(l), "_"); {
		case len(text) > 0 && l.Len()-len(text) >= minRule:
			rule := Line{Span: Span{l.Start + len(text), l.End}, Indent: l.Indent + width(text)}
			_, l.End = layer.Trim(d.Src, l.Start, rule.Start)
			all = append(all, l, rule)
		case d.Dialect == PDFLayout && (i < maxTitle && d.endsInMark(l) || !column.fills(d, l) || !column.goesOn(d, lines, i)):
			all = append(all, d.columns(l)...)
		default:
			all = append(all, l)
		}
	}
	return all
}

// endsInMark reports whether the last of a line's columns is a mark, as in a running head.
func (d *Document) endsInMark(l Line) bool {
	cells := d.columns(l)
	return len(cells) > 1 && mark.MatchString(d.text(cells[len(cells)-1]))
}

// minRule is the number of underscores that make a rule; forms to fill in have fewer.
const minRule = 10

// page adds a page.
func (p *pager) page(i int, lines []Line, within Span) {
	page := &Page{Start: within.Start, End: within.End}
	p.Pages = append(p.Pages, page)
	furniture := p.furniture(i, lines)
	text := lines[:0:0]
	var foot []Line
	inFoot := false
	for n, l := range lines {
		switch {
		case furniture[n]:
			page.Furniture = append(page.Furniture, l.Span)
		case IsRule(p.text(l)), !inFoot && likeRule(p.text(l)) && p.notesFollow(lines[n+1:]):
			page.Furniture = append(page.Furniture, l.Span)
			inFoot = true
		case inFoot:
			foot = append(foot, l)
		default:
			text = append(text, l)
		}
	}
	if !inFoot {
		text, foot = p.unruled(text)
	}
	p.readFoot(page, i, foot)
	if p.Dialect == PDFLayout {
		page.Margin = margin(text)
		p.texts = append(p.texts, p.printedLines(text))
		return
	}
	page.Blocks = p.blocks(text, i)
}

func (d *Document) text(l Line) string { return d.Src[l.Start:l.End] }

// IsRule reports whether the text is a rule of underscores, as stands above the notes.
func IsRule(text string) bool {
	for _, r := range text {
		if r != '_' {
			return false
		}
	}
	return len(text) >= minRule
}

// likeRule reports whether the text can be a rule that extraction has shortened or drawn with other signs.
func likeRule(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("_-–—―─━═=‗", first) && strings.Trim(text, string(first)) == "" && utf8.RuneCountInString(text) >= minLike
}

// minLike is the number of signs that may make a rule where notes follow.
const minLike = 4

// notesFollow reports whether the lines below what may be a rule have the markers of notes: of the next one, or asterisks.
func (p *pager) notesFollow(lines []Line) bool {
	if len(lines) > footLines+maxNotes {
		return false
	}
	due := strconv.Itoa(p.marker + 1)
	return slices.ContainsFunc(lines, func(l Line) bool {
		m, ok := markerAt(p.text(l))
		return ok && m.number == due || asterisks.MatchString(p.text(l))
	})
}

// blocks groups the lines of a page by the blank lines between them; a cell is a block of its own.
func (d *Document) blocks(lines []Line, page int) []*Block {
	var blocks []*Block
	for i, l := range lines {
		if i == 0 || l.Blank > 0 || l.Cell || lines[i-1].Cell {
			blocks = append(blocks, &Block{Page: page, Cell: l.Cell})
		}
		b := blocks[len(blocks)-1]
		b.Lines = append(b.Lines, l)
	}
	return blocks
}

// shortLine is the length in bytes below which a line says nothing of the margin.
const shortLine = 40

// margin is the column in which most lines begin.
func margin(lines []Line) int {
	count := map[int]int{}
	best := 0
	for _, l := range lines {
		if l.Len() < shortLine || l.Cell {
			continue
		}
		count[l.Indent]++
		if n := count[l.Indent] - count[best]; n > 0 || n == 0 && l.Indent < best {
			best = l.Indent
		}
	}
	return best
}
