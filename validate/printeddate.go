package validate

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/ntoso/ntoso/akn"
)

//go:embed months.txt
var monthNames string

//go:embed datesfirst.txt
var dateFirstNames string

// datesFirst are the languages, by their codes, in which a date stands before what it is the date of.
var datesFirst = sync.OnceValue(func() map[string]bool {
	codes := map[string]bool{}
	for line := range strings.Lines(dateFirstNames) {
		if !strings.HasPrefix(line, "#") {
			codes[strings.TrimSpace(line)] = true
		}
	}
	return codes
})

// months gives the number of a month by its name. Names of two words are left out: their files print the other name
// beside them.
var months = sync.OnceValue(func() map[string]int {
	byName := map[string]int{}
	month := 0
	for line := range strings.Lines(monthNames) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		month++
		for _, name := range strings.Fields(line) {
			if !strings.Contains(name, "-") {
				byName[name] = month
			}
		}
	}
	return byName
})

// printed is what can be read of a printed date without knowing its language.
type printed struct {
	year, month int   // 0 where it is not printed
	days        []int // numbers that can be days
}

// contradicts says whether a printed date cannot be the one of an attribute.
func contradicts(text, iso string) bool {
	if !isDate(iso[:min(len(iso), len("2021-10-08"))]) || iso == akn.UnknownDate || strings.Contains(text, ":") {
		return false
	}
	year, _ := strconv.Atoi(iso[:4])
	month, _ := strconv.Atoi(iso[5:7])
	day, _ := strconv.Atoi(iso[8:10])
	p := readPrinted(text)
	if p.year != 0 && p.year != year || p.month != 0 && p.month != month {
		return true
	}
	for _, d := range p.days {
		if d == day {
			return false
		}
	}
	return len(p.days) > 0
}

// readPrinted reads numbers and names of months. A number before the Chinese signs for year and month is one; a number
// of four digits is a year.
func readPrinted(text string) (p printed) {
	for _, t := range tokens(text) {
		n, err := strconv.Atoi(t.digits)
		switch {
		case err != nil:
			if m := months()[t.word]; m != 0 {
				p.month = m
			}
		case t.next == '年' || len(t.digits) == 4:
			p.year = n
		case t.next == '月':
			p.month = n
		case n >= 1 && n <= 31:
			p.days = append(p.days, n)
		}
	}
	return p
}

// token is a word or a number of a text.
type token struct {
	word   string // in small letters
	digits string // of ASCII
	next   rune   // what follows a number
}

func tokens(text string) (all []token) {
	var cur token
	flush := func(next rune) {
		if cur.word != "" || cur.digits != "" {
			cur.next = next
			all = append(all, cur)
		}
		cur = token{}
	}
	for _, r := range text {
		switch digit, ok := decimal(r); {
		case ok:
			if cur.word != "" {
				flush(r)
			}
			cur.digits += string(rune('0' + digit))
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if cur.digits != "" {
				flush(r)
			}
			cur.word += string(unicode.ToLower(r))
		default:
			flush(r)
		}
	}
	flush(0)
	return all
}

// decimal reads a digit of ASCII, an Arabic one or a wide one.
func decimal(r rune) (int, bool) {
	for _, zero := range []rune{'0', '٠', '۰', '０'} {
		if r >= zero && r < zero+10 {
			return int(r - zero), true
		}
	}
	return 0, false
}
