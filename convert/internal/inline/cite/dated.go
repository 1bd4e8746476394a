package cite

// dateOf returns the date given with the number at item k: the one after it, or before it where the script puts it there.
func (g *govern) dateOf(k int, num number) (d *day, unfit bool) {
	if g.words.headAfter {
		return g.dateBefore(k, num)
	}
	for j, n := k+1, 0; j < len(g.items) && n < maxDateGap; j++ {
		if g.toks[g.items[j].from].quoted {
			continue // the title of what is cited
		}
		n++
		switch it := g.items[j]; it.kind {
		case itemDate:
			return dateFor(num, *it.day)
		case itemMark, itemGlue, itemOf, itemOrgan, itemIn, itemQuoted:
		default:
			return nil, false
		}
	}
	return nil, false
}

// maxDateGap bounds the items between a number and its date; titles do not count.
const maxDateGap = 12

// dateFor gives a number its date, or says that it cannot be its. A day without a year has the number's own year.
func dateFor(n number, d day) (given *day, unfit bool) {
	if d.year == 0 {
		if n.form != yearForm {
			return nil, false
		}
		d.year = n.year
	}
	if !d.valid() || !fits(n, d) {
		return nil, true
	}
	return &d, false
}

// maxTopic bounds the words between a date and the number it belongs to, in items.
const maxTopic = 160

// dateBefore looks for the date before the number: right before it, or before the topic that stands between,
// `2015年9月25日题为《...》的第70/1号`.
func (g *govern) dateBefore(k int, n number) (d *day, unfit bool) {
	organ := false
	for j := g.beforeTopic(k) - 1; j >= 0 && j > k-maxTopic; j-- {
		if g.toks[g.items[j].from].quoted {
			continue
		}
		switch it := g.items[j]; it.kind {
		case itemDate:
			return dateFor(n, *it.day)
		case itemOrgan:
			organ = true
		case itemNumber:
			if !g.sharesDate(*it.number, n, j, k) {
				return nil, false
			}
		case itemGlue:
			if it.key == "about" && organ {
				return nil, false // the number is in the topic of another
			}
		case itemMark, itemOf, itemIn, itemAnd, itemOwn, itemQuoted:
			if it.kind == itemMark && g.endsClause(it) {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// beforeTopic returns the item where the topic before the number at item k begins, k if there is none.
func (g *govern) beforeTopic(k int) int {
	j := k - 1
	for j >= 0 && g.items[j].kind == itemGlue && g.items[j].key == "glue" {
		j--
	}
	if j < 0 || g.items[j].key != "of" {
		return k
	}
	for ; j >= 0 && j > k-maxTopic; j-- {
		it := g.items[j]
		if it.key == "about" && !g.toks[it.from].quoted {
			return j
		}
		if it.kind == itemStop || it.kind == itemMark && g.endsClause(it) {
			break
		}
	}
	return k
}

// sharesDate reports whether the numbers a and b, at items i and k, share the date before the first: those of one session, or the
// two halves of a pair of different organs.
func (g *govern) sharesDate(a, b number, i, k int) bool {
	if a.form == b.form {
		return a.form != yearForm && a.session == b.session && a.year == b.year && a.prefix == b.prefix && a.roman == b.roman
	}
	for j := i + 1; j < k; j++ {
		if g.items[j].kind == itemAnd {
			return true
		}
	}
	return false
}

// endsClause reports whether a mark ends the clause that a number's organ and date stand in.
func (g *govern) endsClause(it item) bool {
	if g.toks[it.from].quoted {
		return false
	}
	switch g.toks[it.from].raw {
	case "，", ",", "；", ";", "：", ":":
		return true
	}
	return false
}

// fits reports whether a resolution with that number can have that date.
func fits(n number, d day) bool {
	switch n.form {
	case slashForm:
		return n.prefix != "" || ofAssembly(n, d) || ofHumanRights(n, d)
	case yearSlash:
		return d.year == n.year || d.year == n.year+1
	case yearForm:
		return d.year == n.year
	}
	if v := romanValue(n.roman); v > 0 && v <= lastRoman {
		return d.year == 1945+v || d.year == 1946+v
	}
	return d.year >= firstYear && d.year < 1990
}

// ofAssembly reports whether the Assembly's session was in the year of the date: session 1 began in 1946.
func ofAssembly(n number, d day) bool {
	return n.session >= firstSlash && (d.year == 1945+n.session || d.year == 1946+n.session)
}

// ofHumanRights reports whether the Human Rights Council's session was in that year: three a year since 2006.
func ofHumanRights(n number, d day) bool {
	return d.year == 2005+(n.session+2)/3
}

// respectiveDates reads `resolutions 1 and 2, of 12 June 2003 and 9 December 2015`: as many dates as numbers.
func (g *govern) respectiveDates() {
	if g.words.headAfter {
		return
	}
	for i := 0; i < len(g.found); {
		j := i + 1
		for j < len(g.found) && g.found[j-1].list >= 0 && g.found[j].list == g.found[i].list && g.found[j-1].day == nil {
			j++
		}
		g.giveDates(g.found[i:j])
		i = j
	}
}

// giveDates gives the dates after the last of the numbers to all of them in order, where there is one for each and each fits.
func (g *govern) giveDates(list []candidate) {
	if len(list) < 2 {
		return
	}
	var days []*day // all that follow, one too many at most
	for j := list[len(list)-1].at + 1; j < len(g.items) && len(days) <= len(list); j++ {
		it := &g.items[j]
		if g.toks[it.from].quoted {
			continue
		}
		if it.kind == itemDate {
			d := *it.day
			days = append(days, &d)
		} else if !it.light() || it.kind == itemNumber {
			break
		}
	}
	if len(days) != len(list) {
		return
	}
	given := make([]*day, len(list))
	for i := range list {
		if given[i], _ = dateFor(list[i].number, *days[i]); given[i] == nil {
			return
		}
	}
	for i := range list {
		list[i].day = given[i]
	}
}

// shareDates gives the date of a number to the numbers before it in the list that have none and the same session.
func (g *govern) shareDates() {
	if g.words.headAfter {
		return
	}
	for i := len(g.found) - 1; i > 0; i-- {
		c, p := &g.found[i], &g.found[i-1]
		if c.day == nil || p.day != nil || p.list != c.list || c.list < 0 || p.kind == Document {
			continue
		}
		if g.sharesDate(p.number, c.number, p.at, c.at) && (c.number.form == p.number.form || i < 2 || g.found[i-2].list != c.list) && fits(p.number, *c.day) {
			p.day = c.day
		}
	}
}
