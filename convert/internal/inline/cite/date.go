package cite

import (
	"fmt"
	"strconv"
	"time"
)

// day is a date in the text.
type day struct {
	year, month, day int
	from, next       int // tokens
}

func (d day) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// parseDay reads a date at token i: `25 September 2015`, `le 1er mai 1992`, `2015年9月25日`. Of several days that share a
// month or a year each is a date; the shared words belong to the last. A day without any year has year 0.
func (w *words) parseDay(toks []token, i int) (day, bool) {
	if w.headAfter {
		return w.parseYearFirst(toks, i)
	}
	if !isDayNumber(toks, i) || i > 0 && !toks[i].space && gluesNumber(toks[i-1]) {
		return day{}, false
	}
	d := day{from: i, next: i + 1}
	d.day, _ = strconv.Atoi(toks[i].raw)
	month, size := 0, 0
	j := w.skipDateWords(toks, i+1)
	if month, size = w.month(toks, j); month == 0 {
		return w.borrowMonth(toks, d)
	}
	d.month, d.next = month, j+size
	if k := w.skipDateWords(toks, d.next); isYearNumber(toks, k) {
		d.year, _ = strconv.Atoi(toks[k].raw)
		d.next = w.yearWord(toks, k+1)
		return d, d.valid()
	}
	if next, ok := w.nextDay(toks, d.next); ok {
		d.year = next.year
	}
	return d, d.year == 0 || d.valid()
}

// borrowMonth reads the 4 of `4 and 16 November 1948`.
func (w *words) borrowMonth(toks []token, d day) (day, bool) {
	next, ok := w.nextDay(toks, d.next)
	if !ok {
		return day{}, false
	}
	d.month, d.year = next.month, next.year
	return d, d.valid()
}

// nextDay reads the full date that "and" joins to a day before it.
func (w *words) nextDay(toks []token, i int) (day, bool) {
	if i >= len(toks) {
		return day{}, false
	}
	k := i
	for _, p := range w.find(w.match, toks, i) {
		if p.class == classAnd {
			k += p.size
			break
		}
	}
	if k == i && w.joined(w.match, toks, i) == 0 || !isDayNumber(toks, k) {
		return day{}, false
	}
	j := w.skipDateWords(toks, k+1)
	month, size := w.month(toks, j)
	if month == 0 {
		return day{}, false
	}
	j = w.skipDateWords(toks, j+size)
	if !isYearNumber(toks, j) {
		return day{}, false
	}
	d := day{month: month}
	d.day, _ = strconv.Atoi(toks[k].raw)
	d.year, _ = strconv.Atoi(toks[j].raw)
	return d, d.valid()
}

func isDayNumber(toks []token, i int) bool {
	return isNumber(toks, i) && len(toks[i].raw) <= 2 && !is(toks, i+1, "/")
}

func isYearNumber(toks []token, i int) bool { return isNumber(toks, i) && len(toks[i].raw) == 4 }

// yearWord passes the word that some languages put after the year.
func (w *words) yearWord(toks []token, i int) int {
	if i >= len(toks) {
		return i
	}
	for _, p := range w.find(w.match, toks, i) {
		if p.class == classYear {
			return i + p.size
		}
	}
	return i
}

// valid reports whether the day is in the calendar.
func (d day) valid() bool {
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return d.year > 0 && t.Day() == d.day && int(t.Month()) == d.month
}

func (w *words) month(toks []token, i int) (month, size int) {
	if i >= len(toks) {
		return 0, 0
	}
	for _, p := range w.find(w.months, toks, i) {
		m, err := strconv.Atoi(p.key)
		if err == nil {
			return m, p.size
		}
	}
	return 0, 0
}

// skipDateWords passes the small words inside dates: `er`, `º`, `de`, a comma.
func (w *words) skipDateWords(toks []token, i int) int {
	for n := 0; n < 2 && i < len(toks); n++ {
		for _, p := range w.inDates.longest(toks, i, toks[i].text) {
			i += p.size
			break
		}
	}
	return i
}

func (w *words) parseYearFirst(toks []token, i int) (day, bool) {
	if !isNumber(toks, i) || !is(toks, i+1, "年") || !isNumber(toks, i+2) || !is(toks, i+3, "月") || !isNumber(toks, i+4) || !is(toks, i+5, "日") {
		return day{}, false
	}
	d := day{from: i, next: i + 6}
	d.year, _ = strconv.Atoi(toks[i].raw)
	d.month, _ = strconv.Atoi(toks[i+2].raw)
	d.day, _ = strconv.Atoi(toks[i+4].raw)
	return d, d.valid() && d.year < 10000
}
