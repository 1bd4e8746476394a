package source

import "slices"

// Read lays a text out in the given dialect; the zero dialect is found from the text. Src must be valid UTF-8.
func Read(src string, dialect Dialect) *Document {
	if dialect == 0 {
		dialect = Detect(src)
	}
	d := &Document{Src: src, Dialect: dialect, LineEnd: lineEnd(src)}
	pages, ranges := scan(src)
	if dialect.Paged() {
		d.readPaged(pages, ranges)
		return d
	}
	d.linewise = dialect == Sentences || dialect == Markdown && d.sentences(slices.Concat(pages...))
	for i, lines := range pages {
		if len(lines) == 0 && i == len(pages)-1 && i > 0 {
			d.Pages[i-1].End = ranges[i].End // nothing follows the last form feed
			break
		}
		d.readPage(lines, ranges[i])
	}
	return d
}

// readPage adds the page or, where the dialect leaves page ends unmarked, the pages that the lines make up.
func (d *Document) readPage(lines []Line, within Span) {
	switch d.Dialect {
	case Markdown:
		d.readMarkdown(lines, within)
	default:
		d.Pages = append(d.Pages, &Page{
			Blocks: d.paragraphs(lines, len(d.Pages)),
			Start:  within.Start, End: within.End,
		})
	}
}

// paragraphs groups lines by the blank lines between them; where each line is a block it stands alone but for
// the rows of a table.
func (d *Document) paragraphs(lines []Line, page int) []*Block {
	var blocks []*Block
	for i, l := range lines {
		if i == 0 || l.Blank > 0 || d.linewise && !(d.isBarRow(lines[i-1]) && d.isBarRow(l)) {
			blocks = append(blocks, &Block{Page: page})
		}
		b := blocks[len(blocks)-1]
		b.Lines = append(b.Lines, l)
	}
	for _, b := range blocks {
		if b.Table = d.bars(b.Lines); b.Table == nil {
			b.Table = d.tabs(b.Lines)
		}
		b.Cell = b.Table != nil
	}
	return blocks
}
