package source

import "strconv"

// Pages of printed documents whose ends nothing marks, for form feeds are lost where a text is copied from a viewer. What
// is printed at a page's foot shows where it ends: each page has a job number and its own number, the first a barcode.

// A feet cuts lines into pages after the feet that are printed on them.
type feet struct {
	*Document
	lines    []Line
	pages    [][]Line
	ranges   []Span
	from     int  // where the page begins
	job      int  // where it ends if its foot ends with the job number; 0 where there is none yet
	numbered bool // its number has been seen or, on the first page, the barcode
}

// unmarkedPages cuts the lines into pages where their feet are complete.
func (d *Document) unmarkedPages(lines []Line) (pages [][]Line, ranges []Span) {
	f := d.feet(lines)
	if f.from < len(lines) || len(f.pages) == 0 {
		f.cut(len(lines))
	}
	f.ranges[len(f.ranges)-1].End = len(d.Src)
	return f.pages, f.ranges
}

// feet reads lines up to the last foot that is complete.
func (d *Document) feet(lines []Line) *feet {
	f := &feet{Document: d, lines: lines}
	for i, l := range lines {
		for _, cell := range f.columns(l) {
			f.cell(plainly(f.text(cell)), i+1)
		}
		if f.job > 0 && f.numbered {
			f.cut(i + 1)
		}
	}
	return f
}

// cell reads what stands on a line, or in one column of it; end is the next line.
func (f *feet) cell(text string, end int) {
	page := strconv.Itoa(len(f.pages) + 1)
	switch m := pageNumber.FindStringSubmatch(text); {
	case jobNumber.MatchString(text):
		if f.job > 0 {
			f.cut(f.job) // its page has no number
		}
		f.job = end
	case m != nil && m[1] == page:
		f.numbered = true
	case m != nil && f.job > 0 && m[1] == strconv.Itoa(len(f.pages)+2):
		f.cut(f.job)
		f.numbered = true
	case barcode.MatchString(text) && len(f.pages) == 0:
		f.numbered = true
	case dateCode.MatchString(text) && f.job > 0:
		f.job = end
	}
}

// cut ends a page before line end.
func (f *feet) cut(end int) {
	start := 0
	if n := len(f.ranges); n > 0 {
		start = f.ranges[n-1].End
	}
	stop := start
	if end > 0 {
		stop = f.lines[end-1].End
	}
	f.pages, f.ranges = append(f.pages, f.lines[f.from:end]), append(f.ranges, Span{start, stop})
	f.from, f.job, f.numbered = end, 0, false
}

// printsPages reports whether the lines have feet of pages that are complete.
func (d *Document) printsPages(lines []Line) bool {
	return len(d.feet(lines).pages) > 0
}
