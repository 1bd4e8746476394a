package source

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A page's number is printed as 2/10 in the documents of the United Nations. Where it was printed anew, or by another
// office, it has another form, which the pages have in common.

//go:embed pagewords.txt
var pageWords string

// otherNumber matches a page number in other forms: - 2 -, Page 2 of 10, 2 / 10, 第2页.
var otherNumber = sync.OnceValue(func() *regexp.Regexp {
	words := map[string][]string{}
	for line := range strings.Lines(pageWords) {
		if place, word, ok := strings.Cut(strings.TrimSpace(line), " | "); ok && !strings.HasPrefix(line, "#") {
			words[place] = append(words[place], regexp.QuoteMeta(word))
		}
	}
	return regexp.MustCompile(`(?i)^([-–—|=* ]{0,6}(?:(?:` + strings.Join(words["before"], "|") + `)[ :]?)?)` +
		`(\d{1,4})((?: ?(?:/|\||` + strings.Join(words["of"], "|") + `) ?\d{1,4})?[-–—|=* 页]{0,6})$`)
})

// maxNumberLines is the number of lines at a page's head in which its number can stand.
const maxNumberLines = 3

// A numberForm is what is printed around the numbers of pages, with the number of the first page.
type numberForm struct {
	around string
	first  int
}

// bare reports whether nothing but the number is printed.
func (f numberForm) bare() bool { return f.around == "#" }

// numberForms counts the pages that have a number in each form.
func (d *Document) numberForms(pages [][]Line, from int) map[numberForm]int {
	count := map[numberForm]int{}
	for i, lines := range pages[min(from, len(pages)):] {
		here := map[numberForm]bool{}
		for n, l := range lines {
			if form, number, ok := d.numberAt(lines, n, l); ok {
				here[numberForm{form, number - i}] = true
			}
		}
		for form := range here {
			count[form]++
		}
	}
	return count
}

// numberAt reads line n of a page as its number in another form than the usual.
func (d *Document) numberAt(lines []Line, n int, l Line) (form string, number int, ok bool) {
	if n >= maxNumberLines && n < len(lines)-footLines {
		return "", 0, false
	}
	text := plainly(d.text(l))
	m := otherNumber().FindStringSubmatch(text)
	if m == nil || pageNumber.MatchString(text) {
		return "", 0, false
	}
	form = m[1] + "#" + m[3]
	if form == "#" && n > 0 && n < len(lines)-maxBare {
		return "", 0, false // the marker of a note
	}
	number, _ = strconv.Atoi(m[2])
	return strings.ReplaceAll(form, " ", ""), number, true
}

// findNumbers finds the form in which the pages after the first print their numbers, where it is not the usual one: at
// least half of them have one, and more than one of them unless two pages are all there is.
func (p *pager) findNumbers(pages [][]Line) {
	from := p.heads.first
	best := 0
	for form, n := range p.numberForms(pages, from) {
		if n >= p.leastNumbers(form, len(pages)-from) && (n > best || n == best && form.around < p.numbers.around) && form.first >= 0 && form.first <= maxFirst {
			best, p.numbers = n, form
		}
	}
}

// leastNumbers is how many of the pages must have a number in the form.
func (p *pager) leastNumbers(form numberForm, pages int) int {
	switch {
	case form.bare() && p.total > 0:
		return pages + 1 // never: the pages have numbers
	case form.bare():
		return max(minBarePages, pages/2)
	case pages == 2 && form.first == 1:
		return 1
	}
	return max(2, pages/2)
}

// minBarePages is the number of pages that must print their numbers alone, maxFirst the number that the first page of a part
// of a document has at the most.
const (
	minBarePages = 3
	maxFirst     = 1000
)

// markOtherNumber marks the number of a page in the form that the pages have in common.
func (p *pager) markOtherNumber(page int, lines []Line, is []bool) {
	if p.numbers.around == "" {
		return
	}
	for n := len(lines) - 1; n >= 0; n-- {
		form, number, ok := p.numberAt(lines, n, lines[n])
		if ok && form == p.numbers.around && number == p.numbers.first+page-p.heads.first {
			is[n] = true
			if p.numbers.bare() {
				return
			}
		}
	}
}
