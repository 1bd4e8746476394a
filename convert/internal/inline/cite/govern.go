package cite

// candidate is a number or symbol that is cited, before its organ is known.
type candidate struct {
	at         int // item
	kind       Kind
	number     number
	symbol     string // of a document
	name       string // of a treaty named by its title
	short      string // the word that stands for the title of a treaty
	other      bool   // that word is one of another title
	organ      string // named organ; "" if none
	own        bool   // "its"
	linked     bool
	nearRights bool   // the Human Rights Council is named in the sentence
	mentioned  string // the organ that was named last before it
	sentence   int
	reported   string // the body whose report holds it, by the report's symbol
	day        *day
	unfit      bool // a date stands with it that no resolution of that number can have
	list       int
	head       int // item of the head word, -1 if none
	rng        RangeEnd
	trim       int // bytes of a particle before a further letter of a number
	from       int // tokens
	next       int
	treaty     treaty
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
	heavy     int    // the last item before the one at hand that is not light
	sentence  int    // counted
	records   bool   // official records are named in the sentence
	report    string // body whose report in official records is named in the sentence
	rights    int    // the sentence that named the Human Rights Council last, -1 if none
}

func (g *govern) run() {
	g.head, g.anchor, g.list, g.rights = -1, -1, -1, -1
	g.heavy = -1
	for k := range g.items {
		if k > 0 && !g.items[k-1].light() && !g.isCall(k-1) {
			g.heavy = k - 1
		}
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
		case itemSelf, itemSame, itemIbid, itemTreaty, itemConvention, itemShort:
			g.takeOther(k)
		}
	}
	g.respectiveDates()
	g.shareDates()
}

// isCall reports whether item k is the call of a note that was not told from a number: `7/34 of 28 March 2008, 6 18/15`.
func (g *govern) isCall(k int) bool {
	return k > 0 && k+1 < len(g.items) && g.items[k+1].kind == itemNumber && g.items[k-1].kind == itemMark &&
		isNumber(g.toks, g.items[k].from) && len(g.toks[g.items[k].from].raw) <= maxCall
}

// maxCall bounds the digits of a note's call.
const maxCall = 2

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
	if g.anchor < 0 || !g.lightGap() || g.headFollows(k) {
		return
	}
	if g.items[g.anchor].kind == itemNumber && g.list >= 0 {
		if it.of || g.ofBefore(k) {
			g.ownList(it.key)
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
	for i := len(g.found) - 1; i >= 0 && g.found[i].sentence == g.sentence && !g.found[i].nearRights; i-- {
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
		case itemOwn, itemIn, itemMark:
			continue
		}
		return false
	}
	return false
}

// ownList gives the organ to the numbers of the list in force that have none.
func (g *govern) ownList(organ string) {
	for i := len(g.found) - 1; i >= 0 && g.found[i].list == g.list; i-- {
		if g.found[i].organ != "" || g.found[i].own {
			return
		}
		g.found[i].organ = organ
	}
}

// lightGap reports whether only light items stand between the anchor and the item at hand.
func (g *govern) lightGap() bool { return g.heavy <= g.anchor }
