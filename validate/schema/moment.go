package schema

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
)

// A moment is a date, a time, or a part of one, read from its lexical form (XSD 1.0 part 2, sections 3.2.7 to 3.2.14).
type moment struct {
	negative bool
	year     []byte // its digits, nil where the type has none
	month    int
	day      int
	hour     int
	minute   int
	second   int
	fraction []byte // digits after the point
	zoned    bool
	offset   int // of the time zone, in minutes
}

// The parts of a moment that a type has.
const (
	hasYear = 1 << iota
	hasMonth
	hasDay
	hasTime
)

// A reader walks over a value and remembers the first thing that is wrong.
type reader struct {
	v      []byte
	i      int
	detail string
	failed bool
}

func (r *reader) fail(detail string) bool {
	r.detail, r.failed = detail, true
	return false
}

func (r *reader) literal(c byte) bool {
	if r.i < len(r.v) && r.v[r.i] == c {
		r.i++
		return true
	}
	return r.fail("")
}

// dashes reads those that stand for a year, or a year and a month, that the type does not have.
func (r *reader) dashes(n int) bool {
	for range n {
		if !r.literal('-') {
			return false
		}
	}
	return true
}

// two reads exactly two digits.
func (r *reader) two(n *int) bool {
	if len(r.v)-r.i < 2 || !isDigit(r.v[r.i]) || !isDigit(r.v[r.i+1]) {
		return r.fail("")
	}
	*n = int(r.v[r.i]-'0')*10 + int(r.v[r.i+1]-'0')
	r.i += 2
	return true
}

func (r *reader) year(m *moment) bool {
	if r.i < len(r.v) && r.v[r.i] == '-' {
		m.negative = true
		r.i++
	}
	end := digits(r.v, r.i)
	m.year = r.v[r.i:end]
	switch {
	case len(m.year) < 4:
		return r.fail("a year has four digits at least")
	case len(m.year) > 4 && m.year[0] == '0':
		return r.fail("a year of more than four digits begins with none that is zero")
	case string(m.year) == "0000":
		return r.fail("there is no year 0000")
	}
	r.i = end
	return true
}

func (r *reader) month(m *moment) bool {
	if !r.two(&m.month) {
		return false
	}
	if m.month < 1 || m.month > 12 {
		return r.fail(fmt.Sprintf("there is no month %02d", m.month))
	}
	return true
}

func (r *reader) day(m *moment) bool {
	if !r.two(&m.day) {
		return false
	}
	if m.day < 1 || m.day > m.daysInMonth() {
		return r.fail(fmt.Sprintf("there is no day %02d in that month", m.day))
	}
	return true
}

var monthDays = [13]int{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// daysInMonth follows appendix E of part 2. A year's last four digits decide on leap years, as 10,000 is a multiple of 400.
func (m *moment) daysInMonth() int {
	if m.month == 2 && m.year != nil {
		if y, _ := strconv.Atoi(string(m.year[len(m.year)-4:])); y%4 != 0 || y%100 == 0 && y%400 != 0 {
			return 28
		}
	}
	return monthDays[m.month]
}

func (r *reader) time(m *moment) bool {
	if !r.two(&m.hour) || !r.literal(':') || !r.two(&m.minute) || !r.literal(':') || !r.two(&m.second) {
		return false
	}
	if r.i < len(r.v) && r.v[r.i] == '.' {
		end := digits(r.v, r.i+1)
		if m.fraction = r.v[r.i+1 : end]; len(m.fraction) == 0 {
			return r.fail("digits must follow the point")
		}
		r.i = end
	}
	switch {
	case m.hour == 24 && m.minute == 0 && m.second == 0 && len(bytes.TrimLeft(m.fraction, "0")) == 0:
	case m.hour == 24:
		return r.fail("hour 24 has no minutes and seconds but 00:00")
	case m.hour > 24:
		return r.fail(fmt.Sprintf("there is no hour %02d", m.hour))
	case m.minute > 59:
		return r.fail(fmt.Sprintf("there is no minute %02d", m.minute))
	case m.second > 59:
		return r.fail(fmt.Sprintf("there is no second %02d", m.second))
	}
	return true
}

func (r *reader) zone(m *moment) bool {
	if r.i == len(r.v) {
		return true
	}
	c := r.v[r.i]
	r.i++
	m.zoned = true
	var hours, minutes int
	switch c {
	case 'Z':
		return true
	case '+', '-':
		if !r.two(&hours) || !r.literal(':') || !r.two(&minutes) {
			return false
		}
	default:
		r.i--
		return r.fail("")
	}
	if minutes > 59 || hours > 14 || hours == 14 && minutes > 0 {
		return r.fail("a time zone is 14:00 at most")
	}
	if m.offset = hours*60 + minutes; c == '-' {
		m.offset = -m.offset
	}
	return true
}

// readMoment reads a value with the given parts.
func readMoment(v []byte, parts int) (m moment, r reader) {
	r.v = v
	m.month, m.day = 1, 1
	ok := true
	switch parts &^ hasTime {
	case hasYear:
		ok = r.year(&m)
	case hasYear | hasMonth:
		ok = r.year(&m) && r.literal('-') && r.month(&m)
	case hasYear | hasMonth | hasDay:
		ok = r.year(&m) && r.literal('-') && r.month(&m) && r.literal('-') && r.day(&m)
	case hasMonth:
		ok = r.dashes(2) && r.month(&m)
	case hasMonth | hasDay:
		ok = r.dashes(2) && r.month(&m) && r.literal('-') && r.day(&m)
	case hasDay:
		ok = r.dashes(3) && r.day(&m)
	}
	if parts&hasTime != 0 {
		ok = ok && (parts == hasTime || r.literal('T')) && r.time(&m)
	}
	if ok = ok && r.zone(&m); ok && r.i < len(v) {
		r.fail("")
	}
	return m, r
}

func lexMoment(parts int) lexical {
	return func(v []byte) (int, string) {
		if _, r := readMoment(v, parts); r.failed {
			return r.i, r.detail
		}
		return -1, ""
	}
}

// An instant is a moment on the line of time: its day, the second of the day, and the digits of the fraction.
type instant struct {
	day      *big.Int
	second   int64
	fraction []byte
	zoned    bool
}

func (m *moment) instant(shift int) instant {
	year := new(big.Int)
	if m.year != nil {
		year.SetString(string(m.year), 10)
		if m.negative {
			year.Neg(year)
		}
	}
	seconds := int64(m.hour)*3600 + int64(m.minute-m.offset+shift)*60 + int64(m.second)
	day := dayNumber(year, m.month, m.day)
	for ; seconds < 0; seconds += 86400 {
		day.Sub(day, big.NewInt(1))
	}
	for ; seconds >= 86400; seconds -= 86400 {
		day.Add(day, big.NewInt(1))
	}
	return instant{day, seconds, bytes.TrimRight(m.fraction, "0"), m.zoned}
}

// dayNumber counts days in the proleptic Gregorian calendar, with years that begin in March.
func dayNumber(year *big.Int, month, day int) *big.Int {
	y := new(big.Int).Set(year)
	if month < 3 {
		y.Sub(y, big.NewInt(1))
		month += 12
	}
	n := new(big.Int).Mul(y, big.NewInt(365))
	for _, d := range []int64{4, -100, 400} {
		q := new(big.Int).Div(y, big.NewInt(max(d, -d)))
		if d < 0 {
			q.Neg(q)
		}
		n.Add(n, q)
	}
	return n.Add(n, big.NewInt(int64((153*(month-3)+2)/5+day)))
}

func (a instant) compare(b instant) int {
	if c := a.day.Cmp(b.day); c != 0 {
		return c
	}
	if a.second != b.second {
		if a.second < b.second {
			return -1
		}
		return 1
	}
	return bytes.Compare(a.fraction, b.fraction)
}

// compareMoments orders as section 3.2.7.4 does: against a value without a time zone, one with counts only if it is before or after
// in every zone.
func compareMoments(parts int) func(a, b []byte) (int, bool) {
	return func(a, b []byte) (int, bool) {
		p, _ := readMoment(a, parts)
		q, _ := readMoment(b, parts)
		if p.zoned == q.zoned {
			return p.instant(0).compare(q.instant(0)), true
		}
		var early, late int
		if p.zoned {
			early, late = p.instant(0).compare(q.instant(-14*60)), p.instant(0).compare(q.instant(14*60))
		} else {
			early, late = p.instant(-14*60).compare(q.instant(0)), p.instant(14*60).compare(q.instant(0))
		}
		return early, early == late
	}
}

func canonicalMoment(parts int) func(dst, v []byte) []byte {
	return func(dst, v []byte) []byte {
		m, r := readMoment(v, parts)
		if r.failed {
			return append(dst, v...)
		}
		i := m.instant(0)
		dst = i.day.Append(dst, 10)
		dst = strconv.AppendInt(append(dst, '/'), i.second, 10)
		dst = append(append(dst, '.'), i.fraction...)
		if i.zoned {
			dst = append(dst, 'Z')
		}
		return dst
	}
}

// lexDuration judges PnYnMnDTnHnMnS (section 3.2.6).
func lexDuration(v []byte) (int, string) {
	_, at, detail := readDuration(v)
	return at, detail
}

// readDuration returns the numbers of a duration by their unit, as written.
func readDuration(v []byte) (parts [6][]byte, at int, detail string) {
	i := 0
	if i < len(v) && v[i] == '-' {
		i++
	}
	if i == len(v) || v[i] != 'P' {
		return parts, i, "a duration begins with P"
	}
	i++
	units, next, inTime, count := "YMDHMS", 0, false, 0
	for i < len(v) {
		if v[i] == 'T' && !inTime {
			if i++; i == len(v) {
				return parts, i, "nothing follows T"
			}
			inTime, next = true, 3
			continue
		}
		end := digits(v, i)
		digitsEnd := end
		if end < len(v) && v[end] == '.' && inTime {
			if end = digits(v, end+1); end == digitsEnd+1 {
				return parts, end, "digits must follow the point"
			}
		}
		if end == i || end == len(v) {
			return parts, end, ""
		}
		last := 3
		if inTime {
			last = 6
		}
		unit := next
		for unit < last && units[unit] != v[end] {
			unit++
		}
		if unit == last || end > digitsEnd && unit != 5 {
			return parts, end, ""
		}
		parts[unit] = v[i:end]
		next, i = unit+1, end+1
		count++
	}
	if count == 0 {
		return parts, i, "it has no number"
	}
	return parts, -1, ""
}

// canonicalDuration writes a duration as months and seconds, which alone make two durations equal.
func canonicalDuration(dst, v []byte) []byte {
	parts, at, _ := readDuration(v)
	if at >= 0 {
		return append(dst, v...)
	}
	whole, fraction, _ := bytes.Cut(parts[5], []byte("."))
	months := sum([]int64{12, 1}, parts[0], parts[1])
	seconds := sum([]int64{86400, 3600, 60, 1}, parts[2], parts[3], parts[4], whole)
	fraction = bytes.TrimRight(fraction, "0")
	if v[0] == '-' && (months.Sign() != 0 || seconds.Sign() != 0 || len(fraction) > 0) {
		dst = append(dst, '-')
	}
	dst = months.Append(dst, 10)
	dst = seconds.Append(append(dst, '/'), 10)
	return append(append(dst, '.'), fraction...)
}

func sum(weights []int64, numbers ...[]byte) *big.Int {
	total := new(big.Int)
	for i, n := range numbers {
		if x, ok := new(big.Int).SetString(string(n), 10); ok {
			total.Add(total, x.Mul(x, big.NewInt(weights[i])))
		}
	}
	return total
}
