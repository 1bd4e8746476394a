package lexicon

import (
	"cmp"
	"fmt"
	"strconv"
	"time"
)

// Date is a day named in running text: s[Start:End] and its ISO 8601 form. Of
// several days that share a month or a year ("10 and 12 December 2020") each
// has its own Date; the words they share belong to the last.
type Date struct {
	Start, End int
	ISO        string // yyyy-mm-dd
}

// Dates finds every full date in s, in order. A day without a year is none.
func (l *Lexicon) Dates(s string) []Date {
	f := fold(s, -1)
	var all []Date
	last := 0 // the end of the date before
	for i := 0; i < f.len(); {
		days, end, ok := l.dates.match(f, i)
		if !ok {
			i++
			continue
		}
		if len(days) > 1 && i > 0 && i == last+1 && f.at(last) == ' ' {
			i = days[0].end // the call of a note: 13 August 1948 4 and 5 January 1949
			continue
		}
		for _, d := range days {
			all = append(all, Date{f.start[d.start], f.end[d.end-1], d.value})
		}
		i, last = end, end
	}
	return all
}

// readDate reads one full date, for patterns.
func (l *Lexicon) readDate(f *folded, i int) (string, int, []capture, bool) {
	days, end, ok := l.dates.match(f, i)
	if !ok || len(days) != 1 {
		return "", i, nil, false
	}
	return days[0].value, end, nil, true
}

// dates are the forms of dates in one language. A form is a pattern of the
// captures d, m and y. A day takes the next month and year of the form, or the
// last ones where none follow; in a form that begins with the year it is the other
// way round.
type dates struct {
	forms []pattern
}

func newDates(sections map[string][]Entry, n *numbers) (*dates, error) {
	months, err := newTable(sections, "months")
	if err != nil {
		return nil, err
	}
	days, err := newTable(sections, "days")
	if err != nil {
		return nil, err
	}
	separators, err := newTable(sections, "dates.separators")
	if err != nil {
		return nil, err
	}
	types := map[string]reader{
		"m":    tableReader(months),
		"mn":   monthReader(n),
		"d":    dayReader(n, days),
		"dw":   tableReader(days),
		"days": dayListReader(dayReader(n, days), separators),
		"y":    func(f *folded, i int) (string, int, []capture, bool) { return n.year(f, i) },
	}
	d := &dates{}
	for _, e := range sections["dates"] {
		p, err := compilePattern(e.Text, types)
		if err != nil {
			return nil, fmt.Errorf("[dates]: %w", err)
		}
		d.forms = append(d.forms, p)
	}
	return d, nil
}

// monthReader reads 1 to 12 in digits or numerals.
func monthReader(n *numbers) reader {
	return func(f *folded, i int) (string, int, []capture, bool) {
		v, end, ok := n.cardinal(f, i)
		return strconv.Itoa(v), end, nil, ok && 1 <= v && v <= 12
	}
}

// dayReader reads 1 to 31 in digits or numerals, or a day in words.
func dayReader(n *numbers, days *table) reader {
	return func(f *folded, i int) (string, int, []capture, bool) {
		if key, end, ok := days.longest(f, i); ok {
			return key, end, nil, true
		}
		v, end, ok := n.cardinal(f, i)
		if !ok || v < 1 || v > 31 || isDigit(f.at(i)) && end-i > 2 {
			return "", i, nil, false
		}
		return strconv.Itoa(v), end, nil, true
	}
}

// maxDays is the most days that one list of days can name. It keeps a long list
// of numbers from being read again from each of them.
const maxDays = 31

// dayListReader reads days with separators between them: 3, 5 and 7. Each is a
// capture "d" of its own.
func dayListReader(day reader, separators *table) reader {
	return func(f *folded, i int) (string, int, []capture, bool) {
		var list []capture
		end := i
		for at := i; len(list) < maxDays; {
			v, after, _, ok := day(f, at)
			if !ok {
				break
			}
			list = append(list, capture{"d", v, at, after})
			end = after
			at = skipSpace(f, after)
			_, after, ok = separators.longest(f, at)
			if !ok {
				break
			}
			if _, more, ok := separators.longest(f, skipSpace(f, after)); ok {
				after = more
			}
			at = skipSpace(f, after)
		}
		return "", end, list, len(list) > 0
	}
}

func skipSpace(f *folded, i int) int {
	if f.at(i) == ' ' {
		return i + 1
	}
	return i
}

// match reads a date expression at i, which must be the start of a number or
// word; a typing error may have lost the space before a number. The captures it returns are the days, with their dates as values.
func (d *dates) match(f *folded, i int) ([]capture, int, bool) {
	if !f.boundary(i) {
		return nil, i, false
	}
	for _, form := range d.forms {
		captures, end, ok := form.match(f, i, false)
		if !ok {
			continue
		}
		if days, ok := resolveDays(captures, i, end); ok {
			return days, end, true
		}
	}
	return nil, i, false
}

// resolveDays gives each day its date and its extent: what stands between two
// days belongs to the first, or to the second in a form that begins with the year.
func resolveDays(captures []capture, start, end int) ([]capture, bool) {
	var days []capture
	begin, last := start, start // of what belongs to the next day; end of the capture before
	for n, c := range captures {
		switch {
		case c.name == "d":
			iso, ok := isoDate(near(captures, n, "y"), near(captures, n, "m"), c.value)
			if !ok {
				return nil, false
			}
			if len(days) > 0 {
				days[len(days)-1].end = last
			}
			if begin < 0 {
				begin = c.start
			}
			days = append(days, capture{"date", iso, begin, end})
			begin, last = -1, c.end
		case c.name == "days":
		case captures[0].name == "y":
			if begin < 0 {
				begin = c.start
			}
		default:
			last = c.end
		}
	}
	return days, len(days) > 0
}

// near is the value of the capture of that name that belongs to the day at n.
func near(captures []capture, n int, name string) string {
	before, after := "", ""
	for i, c := range captures {
		switch {
		case c.name != name:
		case i < n:
			before = c.value
		case after == "":
			after = c.value
		}
	}
	if after == "" || captures[0].name == "y" {
		return cmp.Or(before, after)
	}
	return after
}

func isoDate(year, month, day string) (string, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1 || m < 1 || m > 12 || t.Day() != d {
		return "", false
	}
	return t.Format(time.DateOnly), true
}
