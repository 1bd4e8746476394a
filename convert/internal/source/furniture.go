package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headLines bounds the lines within which a running head is looked for, footLines those of a page's foot.
const (
	headLines = 10
	footLines = 40
)

// The forms of what is printed at a page's foot.
var (
	jobNumber  = regexp.MustCompile(`^((?:[A-Z]{1,2}\.)?\d{2}-\d{5}\*?(?: ?\([A-Z]\))?)(?: +\d{6})*$`)
	officeJob  = regexp.MustCompile(`^[A-Z]{1,2}\.\d{2}-\d{5}`)
	pageNumber = regexp.MustCompile(`^(\d{1,3})/(\d{1,3})$`)
	barcode    = regexp.MustCompile(`^\*\d{7,}\*$`)
	dateCode   = regexp.MustCompile(`^\d{6}$`)
	mark       = regexp.MustCompile(`^[A-Z][A-Z0-9]*(?:/[A-Za-z0-9().-]+)+` + markTail + `\*{0,3}$`)
)

// markTail is what stands in a mark after a space: the letters of resolutions, a year or a session.
const markTail = `(?: [A-Z](?:(?:-|–| and )[A-Z])?)?(?: \([A-Za-z0-9-]+\))?`

// PlainJob is a job number without the language that is printed after it, and without the asterisk of a text that was
// issued again: "21-14440" of "21-14440* (F)".
func PlainJob(number string) string {
	plain, _, _ := strings.Cut(number, "(")
	return strings.TrimRight(plain, " *")
}

// Barcode is what is printed below the barcode of a job number: "*2114440*"; nothing where there is none.
func Barcode(job string) string {
	if job == "" {
		return ""
	}
	_, digits, ok := strings.Cut(PlainJob(job), ".") // GE.35-05512: the office has no digits
	if !ok {
		digits = PlainJob(job)
	}
	return "*" + strings.ReplaceAll(digits, "-", "") + "*"
}

// heads is what the running heads of a document say.
type heads struct {
	mark   string          // the document's own mark, its symbol
	titles map[string]bool // the titles, and their lines where columns are kept, without spaces
	first  int             // the first page that has lines
}

// firstPage is the index of the first page that has lines.
func firstPage(pages [][]Line) int {
	for i, lines := range pages {
		if len(lines) > 0 {
			return i
		}
	}
	return 0
}

// learnHeads finds the mark on the first page and the titles that are printed beside it on the others.
func learnHeads(d *Document, pages [][]Line) heads {
	h := heads{titles: map[string]bool{}, first: firstPage(pages)}
	if len(pages) < h.first+2 {
		return h
	}
	h.mark = firstMark(d, pages[h.first])
	if h.mark == "" {
		return h
	}
	first := titleRuns(d, pages[h.first])
	seen := map[string]int{}
	for _, lines := range pages[h.first+1:] {
		for _, title := range h.candidates(d, lines) {
			if title == "" {
				continue
			}
			seen[title]++
			if seen[title] > 1 || first[title] {
				h.titles[title] = true
			}
		}
	}
	printed := 0
	for title := range h.titles {
		printed += len(title) * seen[title]
	}
	if printed*100 > len(d.Src)*maxHeads {
		h.titles = nil
	}
	return h
}

// maxHeads is the part of the text, in per cent, that the titles in running heads take at the most: what is set apart
// is kept beside the text, and no more than a tenth of a document may be. In a shorter text the title stays a text.
const maxHeads = 7

// firstMark is the mark in the masthead.
func firstMark(d *Document, lines []Line) string {
	for _, l := range lines[:min(len(lines), headLines)] {
		if text := plainly(d.text(l)); mark.MatchString(text) {
			return strings.TrimRight(text, "*")
		}
	}
	return ""
}

// maxTitle is the number of lines over which the title in a running head runs at the most.
const maxTitle = 4

// maxFirstTitle is the number of lines over which the title runs at the most where it is set in larger letters.
const maxFirstTitle = 8

// titleRuns are the runs of lines on the first page that can be a title, without spaces.
func titleRuns(d *Document, lines []Line) map[string]bool {
	runs := map[string]bool{}
	for i := range lines {
		run := ""
		for _, l := range lines[i:min(i+maxFirstTitle, len(lines))] {
			run += tight(d.text(l))
			runs[run] = true
		}
	}
	return runs
}

// isMark reports whether the line is the document's mark.
func (h heads) isMark(text string) bool {
	return h.mark != "" && strings.TrimRight(plainly(text), "*") == h.mark
}

// candidates are the texts beside the mark in a page's head.
func (h heads) candidates(d *Document, lines []Line) []string {
	var found []string
	groups := groupLines(lines[:min(len(lines), headLines)])
	for g, group := range groups {
		at := h.markIn(d, group)
		if at < 0 {
			continue
		}
		if d.Dialect == PDFLayout { // columns are kept: the lines of the group are the head
			if len(group) > 1 {
				found = append(found, tightLines(d, without(group, at))...)
			}
			return found
		}
		found = append(found, runsBeside(d, group, at)...)
		if g > 0 {
			found = append(found, title(d, groups[g-1]))
		} else if g+1 < len(groups) {
			found = append(found, title(d, groups[g+1]))
		}
		return found
	}
	return found
}

// runsBeside are the runs of lines right below the mark and right above it that can be a title, where no blank line is
// between them.
func runsBeside(d *Document, lines []Line, at int) []string {
	var found []string
	for n := 1; n <= maxTitle; n++ {
		if at+n < len(lines) {
			found = append(found, title(d, lines[at+1:at+1+n]))
		}
		if at-n >= 0 {
			found = append(found, title(d, lines[at-n:at]))
		}
	}
	return found
}

func (h heads) markIn(d *Document, lines []Line) int {
	for i, l := range lines {
		if h.isMark(d.text(l)) {
			return i
		}
	}
	return -1
}

// title is a group of lines as a title, or nothing where it cannot be one.
func title(d *Document, group []Line) string {
	run := ""
	for _, l := range group {
		run += tight(d.text(l))
	}
	if len(group) > maxTitle || letters(run) < 5 {
		return ""
	}
	return run
}

func tightLines(d *Document, lines []Line) []string {
	var all []string
	for _, l := range lines {
		if t := tight(d.text(l)); letters(t) >= 3 {
			all = append(all, t)
		}
	}
	return all
}

func without(lines []Line, i int) []Line {
	return append(append([]Line(nil), lines[:i]...), lines[i+1:]...)
}

// groupLines cuts lines at the blank lines.
func groupLines(lines []Line) [][]Line {
	var groups [][]Line
	for i, l := range lines {
		if i == 0 || l.Blank > 0 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], l)
	}
	return groups
}

// tight is the text without its spaces: extraction puts some where there are none. Marks that cannot be seen and the form of
// hyphens make no difference.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r):
			return -1
		case r == '\u2010' || r == '\u2011':
			return '-'
		}
		return r
	}, s)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// furniture says of each line of a page whether it belongs to the page's head or foot.
func (p *pager) furniture(page int, lines []Line) []bool {
	is := make([]bool, len(lines))
	p.markFoot(page, lines, is)
	if page > p.heads.first {
		p.markHead(lines, is)
	}
	return is
}

// markHead marks the running head.
func (p *pager) markHead(lines []Line, is []bool) {
	at := 0
	for _, group := range groupLines(lines[:min(len(lines), headLines)]) {
		if !slices.Contains(is[at:at+len(group)], false) { // the page's number stands above its head
			at += len(group)
			continue
		}
		if p.isHead(group) {
			for i := range group {
				is[at+i] = true
			}
		} else {
			p.markLines(group, is[at:])
		}
		at += len(group)
		if p.Dialect == PDFLayout {
			return
		}
	}
}

// markLines marks the lines of a head that no blank line parts from the text: where columns are kept the first ones, up to
// the last that is known, in reading order the mark with the title above or below it.
func (p *pager) markLines(group []Line, is []bool) {
	if p.Dialect == PDFLayout {
		n := p.known(group)
		if p.heads.markIn(p.Document, group[:n]) < 0 {
			return
		}
		markAll(is[:n])
		return
	}
	for i, l := range group {
		if !p.heads.isMark(p.text(l)) {
			continue
		}
		is[i] = true
		for n := maxTitle; n > 0; n-- {
			if i+n < len(group) && p.heads.titles[title(p.Document, group[i+1:i+1+n])] {
				markAll(is[i+1 : i+1+n])
				break
			}
			if i-n >= 0 && p.heads.titles[title(p.Document, group[i-n:i])] {
				markAll(is[i-n : i])
				break
			}
		}
	}
}

// known is the number of lines at the start of the group that are the mark or a title.
func (p *pager) known(group []Line) int {
	for i, l := range group {
		if text := p.text(l); !p.heads.isMark(text) && !p.heads.titles[tight(text)] {
			return i
		}
	}
	return len(group)
}

func markAll(is []bool) {
	for i := range is {
		is[i] = true
	}
}

// isHead reports whether the group of lines is a running head or, in reading order, a part of one.
func (p *pager) isHead(group []Line) bool {
	if p.Dialect == PDFFlow {
		return p.heads.titles[title(p.Document, group)] || len(group) == 1 && p.heads.isMark(p.text(group[0]))
	}
	if len(group) > headLines-2 {
		return false
	}
	return p.heads.markIn(p.Document, group) >= 0 || p.known(group) == len(group)
}

// markFoot marks page numbers, the job number with its date code, and the barcode.
func (p *pager) markFoot(page int, lines []Line, is []bool) {
	from := max(0, len(lines)-footLines)
	job := false
	for i, l := range lines[from:] {
		text := plainly(p.text(l))
		switch m := pageNumber.FindStringSubmatch(text); {
		case m != nil:
			is[from+i] = is[from+i] || p.isPageNumber(page, m)
		case jobNumber.MatchString(text):
			is[from+i], job = true, true
			if p.JobNumber == "" {
				p.JobNumber = jobNumber.FindStringSubmatch(text)[1]
			}
		case barcode.MatchString(text), job && dateCode.MatchString(text):
			is[from+i] = true
		}
	}
	p.markBareNumber(page, lines, is)
	p.markOtherNumber(page, lines, is)
}

// isPageNumber reports whether the match is the number of a page: this one's or, where pages are out of order or missing,
// one of as many pages as other pages say. It notes what the page says.
func (p *pager) isPageNumber(page int, m []string) bool {
	n, _ := strconv.Atoi(m[1])
	of, _ := strconv.Atoi(m[2])
	if n != page-p.heads.first+1 && (of != p.total || n > of || n == 0) {
		return false
	}
	here := p.Pages[page]
	here.Number, here.Of = n, of
	return true
}

// totalOf is the number of pages that the document says it has, at the foot of two pages or more; 0 where it does not.
func totalOf(d *Document, pages [][]Line) int {
	said := map[int]int{}
	total := 0
	for _, lines := range pages {
		for _, l := range lines[max(0, len(lines)-footLines):] {
			if m := pageNumber.FindStringSubmatch(plainly(d.text(l))); m != nil {
				of, _ := strconv.Atoi(m[2])
				if said[of]++; said[of] > 1 && said[of] > said[total] {
					total = of
				}
			}
		}
	}
	return total
}

// markBareNumber marks a page number that stands alone, without the number of pages, beside the job number: as the offices
// away from New York print it or, where no page has its number in another form, as any, unless it can be that of a note.
func (p *pager) markBareNumber(page int, lines []Line, is []bool) {
	number := page - p.heads.first + 1
	beside := officeJob
	if p.total == 0 && p.numbers.around == "" && number <= p.marker {
		beside = jobNumber
	}
	if page == p.heads.first {
		return
	}
	for i := len(lines) - 1; i > 0 && i >= len(lines)-maxBare; i-- {
		if plainly(p.text(lines[i])) != strconv.Itoa(number) {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j < len(lines) && beside.MatchString(plainly(p.text(lines[j]))) {
				is[i] = true
				return
			}
		}
	}
}

// maxBare is the number of lines at a page's end in which its number can stand alone.
const maxBare = 4
