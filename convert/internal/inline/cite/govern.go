package cite

import "strings"

// candidate is a number or symbol that is cited, before its organ is known.
type candidate struct {
	at         int // item
	kind       Kind
	number     number
	symbol     string // of a document
	organ      string // named organ; "" if none
	own        bool   // "its"
	linked     bool
	nearRights bool // the Human Rights Council is named in the sentence
	sentence   int
	reported   string // the body whose report holds it, by the report's symbol
	day        *day
	unfit      bool // a date stands with it that no resolution of that number can have
	list       int
	head       int // item of the head word, -1 if none
	rng        RangeEnd
	pin        *pin
	pinAt      int
	letter     string // a further letter of the number before
	from       int    // tokens
	next       int
	treaty     treaty
	drop       bool
}

// govern walks the items and keeps what is in force: the head word, its organ, the last number.
type govern struct {
	words *words
	toks  []token
	items []item
	ctx   Context

	found     []candidate
	head      int // item of the head word in force, -1 if none
	headKind  Kind
	organ     string // organ named with the head word
	own       bool
	anchor    int    // item of the last head word or number; the gap to the next is read from here
	anyHead   bool   // a head word stood somewhere before
	mentioned string // the organ that was named last
	economic  bool   // the Economic and Social Council was named somewhere before
	list      int
	lists     int
	link      int    // next link to look at
	sentence  int    // counted
	records   bool   // official records are named in the sentence
	report    string // body whose report in official records is named in the sentence
	rights    int    // the sentence that named the Human Rights Council last, -1 if none
}

func (g *govern) run() {
	g.head, g.anchor, g.list, g.rights = -1, -1, -1, -1
	for k := range g.items {
		switch g.items[k].kind {
		case itemStop:
			g.head, g.list, g.anchor = -1, -1, k
			g.sentence++
			g.report, g.records = "", false
		case itemHead:
			g.takeHead(k)
		case itemOrgan:
			g.takeOrgan(k)
		case itemRecords:
			g.records = true
		case itemNumber:
			g.takeNumber(k)
		case itemSymbol:
			g.takeSymbol(k)
		case itemSelf, itemSame, itemIbid, itemTreaty:
			g.takeOther(k)
		}
	}
	g.shareDates()
}

// takeHead puts a head word in force, with the organ that is named before it.
func (g *govern) takeHead(k int) {
	g.anyHead = true
	if g.words.headAfter {
		return // numbers look ahead for it
	}
	it := g.items[k]
	g.head, g.headKind, g.anchor, g.list = k, it.head, k, -1
	g.organ, g.own = "", it.own
	j := k - 1
	for j >= 0 && g.items[j].kind == itemOwn {
		g.own = true
		j--
	}
	if j >= 0 && g.items[j].kind == itemOrgan && !g.own {
		g.organ = g.items[j].key
		return
	}
	if g.own {
		g.organ = g.subjectBefore(j)
	}
}

// maxSubject bounds the words between an organ and "in its resolution".
const maxSubject = 6

// subjectBefore returns the organ that "its" means where it stands close before: `the Council, in its resolution`.
func (g *govern) subjectBefore(j int) string {
	for n := 0; j >= 0 && n < maxSubject; n++ {
		switch g.items[j].kind {
		case itemOrgan:
			return g.items[j].key
		case itemMark, itemIn, itemOf, itemOwn:
			j--
		default:
			return ""
		}
	}
	return ""
}

// takeOrgan reads an organ inside a list: after a number it is whose the number is (`of the Council`), after the head
// word or between numbers it is whose the next number is.
func (g *govern) takeOrgan(k int) {
	it := g.items[k]
	g.mentioned = it.key
	g.economic = g.economic || it.key == economic
	if it.key == humanRights {
		g.rightsInSentence(k)
	}
	if g.anchor < 0 || !g.lightGap(g.anchor, k) || g.headFollows(k) {
		return
	}
	if g.items[g.anchor].kind == itemNumber && g.list >= 0 {
		if it.of || g.ofBefore(k) {
			g.own4list(it.key)
		}
		return
	}
	if g.items[g.anchor].kind == itemHead && g.organ == "" {
		g.organ, g.own = it.key, false
	}
}

// rightsInSentence notes that the sentence names the Human Rights Council, for the numbers before and after.
func (g *govern) rightsInSentence(k int) {
	g.rights = g.sentence
	for i := len(g.found) - 1; i >= 0 && g.found[i].sentence == g.sentence; i-- {
		g.found[i].nearRights = true
	}
}

// ofBefore reports whether the organ at item k follows a preposition that makes it the owner.
func (g *govern) ofBefore(k int) bool {
	return k > 0 && g.items[k-1].kind == itemOf && !g.words.genitive
}

// headFollows reports whether a head word follows the organ at item k, which then belongs to that.
func (g *govern) headFollows(k int) bool {
	for j := k + 1; j < len(g.items) && j <= k+3; j++ {
		switch g.items[j].kind {
		case itemHead:
			return true
		case itemOwn, itemIn:
			continue
		case itemMark:
			continue
		}
		return false
	}
	return false
}

// own4list gives the organ to the numbers of the list in force that have none.
func (g *govern) own4list(organ string) {
	for i := len(g.found) - 1; i >= 0 && g.found[i].list == g.list; i-- {
		if g.found[i].organ != "" || g.found[i].own {
			return
		}
		g.found[i].organ = organ
	}
}

// lightGap reports whether only light items stand between two items.
func (g *govern) lightGap(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !g.items[i].light() {
			return false
		}
	}
	return true
}

// takeNumber decides whether a number is cited, and under which head word.
func (g *govern) takeNumber(k int) {
	c := candidate{at: k, number: g.items[k].number, from: g.items[k].from, next: g.items[k].next, head: -1, list: -1}
	c.sentence, c.nearRights, c.reported = g.sentence, g.rights == g.sentence, g.report
	c.linked = g.isLinked(c)
	if !c.linked && g.refused(k) {
		return
	}
	ok := false
	if g.words.headAfter {
		ok = g.headAhead(k, &c)
	} else {
		ok = g.headBehind(k, &c)
	}
	c.day, c.unfit = g.dateOf(k, c.number)
	if !ok && !g.stands(c) {
		return
	}
	if c.kind == Invalid {
		c.kind = Resolution
	}
	g.rangeOf(k, &c)
	g.enlist(k, &c)
	g.found = append(g.found, c)
	g.moreLetters(k)
}

// headBehind looks for the head word before the number.
func (g *govern) headBehind(k int, c *candidate) bool {
	if g.head < 0 {
		return false
	}
	c.kind, c.organ, c.own, c.head = g.headKind, g.organ, g.own, g.head
	if g.lightGap(g.anchor, k) {
		return true
	}
	return false
}

// stands reports whether a number without a head word in reach is a citation all the same.
func (g *govern) stands(c candidate) bool {
	switch {
	case c.linked:
		return true
	case c.number.form == romanForm:
		return true
	case c.number.prefix != "":
		return true
	case c.number.form == yearForm && g.head >= 0:
		return true
	case c.day != nil && g.anyHead:
		return true
	}
	return false
}

// refused reports whether a word before the number says that it is something else.
func (g *govern) refused(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		switch g.items[j].kind {
		case itemRefuse:
			return true
		case itemMark:
			if !is(g.toks, g.items[j].from, ".") && !is(g.toks, g.items[j].from, "°") && !is(g.toks, g.items[j].from, "º") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// isLinked reports whether the source printed the number, or part of it, as a link. Links are in text order.
func (g *govern) isLinked(c candidate) bool {
	start, end := g.toks[c.from].start, g.toks[c.next-1].end
	for g.link < len(g.ctx.Links) && g.ctx.Links[g.link].End <= start {
		g.link++
	}
	return g.link < len(g.ctx.Links) && g.ctx.Links[g.link].Start < end
}

// enlist puts the number in the list in force, or begins one.
func (g *govern) enlist(k int, c *candidate) {
	if g.list < 0 || g.anchor < 0 || !g.lightGap(g.anchor, k) {
		g.list = g.lists
		g.lists++
	}
	c.list = g.list
	g.anchor = k
}

// moreLetters reads `and B` after `57/284 A`: further resolutions of the same number.
func (g *govern) moreLetters(k int) {
	base := g.found[len(g.found)-1]
	if base.number.letter == "" {
		return
	}
	j := k + 1
	for j+1 < len(g.items) {
		sep := g.items[j].kind
		if sep != itemAnd && sep != itemRange && !is(g.toks, g.items[j].from, ",") && !is(g.toks, g.items[j].from, "-") {
			return
		}
		t := g.items[j].next
		letter, next := g.words.parseLetter(g.toks, t)
		if letter == "" || next != g.items[j+1].next || letter <= base.number.letter {
			return
		}
		c := base
		c.number.letter, c.letter, c.from, c.next, c.linked = letter, letter, t, next, base.linked
		c.day, c.unfit = g.dateOf(j+1, c.number)
		if sep == itemRange || is(g.toks, g.items[j].from, "-") {
			g.found[len(g.found)-1].rng, c.rng = RangeFrom, RangeTo
		}
		g.items[j+1].kind = itemGlue
		g.found = append(g.found, c)
		base = c
		j += 2
	}
}

// rangeOf reads `60/1 to 60/5`.
func (g *govern) rangeOf(k int, c *candidate) {
	if len(g.found) == 0 || k < 2 {
		return
	}
	last := &g.found[len(g.found)-1]
	between := g.items[k-1]
	to := between.kind == itemRange || is(g.toks, between.from, "-")
	if to && last.at == k-2 && last.number.form == c.number.form {
		last.rng, c.rng = RangeFrom, RangeTo
	}
}

// dateOf returns the date given with the number at item k: the one after it, or before it where the script puts it there.
func (g *govern) dateOf(k int, n number) (d *day, unfit bool) {
	if g.words.headAfter {
		return g.dateBefore(k, n)
	}
	for j := k + 1; j < len(g.items) && j < k+12; j++ {
		switch it := g.items[j]; it.kind {
		case itemDate:
			if fits(n, it.day) {
				return &g.items[j].day, false
			}
			return nil, true
		case itemMark, itemGlue, itemOf, itemOrgan, itemIn, itemQuoted:
		default:
			return nil, false
		}
	}
	return nil, false
}

// maxTopic bounds the words between a date and the number it belongs to, in items.
const maxTopic = 60

// dateBefore looks for the date in the clause before the number: right before it, or before the topic that stands between.
func (g *govern) dateBefore(k int, n number) (d *day, unfit bool) {
	near := true
	for j := k - 1; j >= 0 && j > k-maxTopic; j-- {
		switch it := g.items[j]; {
		case it.kind == itemDate && fits(n, it.day):
			return &g.items[j].day, false
		case it.kind == itemDate:
			return nil, near
		case it.kind == itemStop || it.kind == itemMark && g.endsClause(it):
			return nil, false
		case it.kind == itemNumber && !near, it.kind == itemWord && n.form != slashForm && n.form != yearForm:
			return nil, false
		case it.kind == itemWord:
			near = false
		}
	}
	return nil, false
}

// endsClause reports whether a mark ends the clause that a number's organ and date stand in.
func (g *govern) endsClause(it item) bool {
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
		return n.prefix != "" || ofAssembly(n, d) || ofHumanRights(n, d) || n.session < firstSlash
	case yearSlash:
		return d.year == n.year || d.year == n.year+1
	case yearForm:
		return d.year == n.year
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
		if c.number.form == p.number.form && c.number.session == p.number.session && c.number.prefix == p.number.prefix && c.number.year == p.number.year && fits(p.number, *c.day) {
			p.day = c.day
		}
	}
}

func (g *govern) takeSymbol(k int) {
	it := g.items[k]
	c := candidate{at: k, kind: Document, symbol: g.toks[it.from].raw, from: it.from, next: it.next, list: -1, head: -1}
	c.linked = g.isLinked(c)
	if g.records {
		g.report = reportOf(c.symbol)
	}
	g.found = append(g.found, c)
}

// reportOf is the body whose report in official records has the symbol: a commission of the Economic and Social Council,
// or the Human Rights Council, whose report is supplement 53 of the Assembly's.
func reportOf(symbol string) string {
	parts := strings.Split(symbol, "/")
	switch {
	case len(parts) >= 3 && parts[0] == "E":
		return otherBody
	case len(parts) >= 3 && parts[0] == "A" && parts[2] == "53":
		return humanRights
	}
	return noOrgan
}

func (g *govern) takeOther(k int) {
	it := g.items[k]
	c := candidate{at: k, from: it.from, next: it.next, list: -1, head: -1, treaty: it.treaty}
	switch it.kind {
	case itemSelf:
		c.kind = Self
	case itemSame:
		c.kind = Same
	case itemIbid:
		c.kind = Ibid
	case itemTreaty:
		c.kind = Treaty
	}
	g.found = append(g.found, c)
}
