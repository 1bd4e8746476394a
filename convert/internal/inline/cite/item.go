package cite

import (
	"unicode"
	"unicode/utf8"
)

type itemKind int

const (
	itemWord   itemKind = iota + 1 // anything that means nothing in a citation
	itemStop                       // end of a sentence
	itemMark                       // comma, parenthesis, quotation mark
	itemQuoted                     // words inside quotation marks: the title of what is cited
	itemAnd
	itemGlue
	itemOf
	itemIn
	itemOwn
	itemRange
	itemHead
	itemOrgan
	itemNumber
	itemDate
	itemSymbol
	itemPin
	itemSelf
	itemSame
	itemIbid
	itemRefuse
	itemRecords
	itemTreaty     // a place in a treaty series
	itemConvention // a treaty named by its title
	itemShort      // a treaty that was named before: the Convention
)

// item is a stretch of tokens that has one part in a citation.
type item struct {
	kind   itemKind
	from   int // token
	next   int // token after it
	key    string
	head   Kind // of itemHead
	own    bool // of itemHead: the word says whose
	of     bool // of itemOrgan: the organ owns what stands before
	other  bool // of itemShort: a word of another title
	number *number
	day    *day
	pin    *pin
	treaty *treaty
}

var classKinds = map[class]itemKind{
	classOrgan: itemOrgan, classOrganOf: itemOrgan, classOf: itemOf, classOwn: itemOwn, classIn: itemIn,
	classAnd: itemAnd, classGlue: itemGlue, classRange: itemRange, classSelf: itemSelf, classSame: itemSame,
	classIbid: itemIbid, classTreaty: itemConvention, classRefuse: itemRefuse, classRecords: itemRecords,
	classResolution: itemHead, classDecision: itemHead,
}

// itemize reads tokens as items. The order of the readers is their precedence.
func (w *words) itemize(toks []token) []item {
	items := make([]item, 0, len(toks)/2+1)
	for i := 0; i < len(toks); {
		it := w.readItem(toks, i)
		items = append(items, it)
		i = it.next
	}
	return items
}

func (w *words) readItem(toks []token, i int) item {
	if toks[i].kind == symbolToken {
		return item{kind: itemSymbol, from: i, next: i + 1}
	}
	if d, ok := w.parseDay(toks, i); ok {
		return item{kind: itemDate, from: i, next: d.next, day: &d}
	}
	if n, ok := w.parseNumber(toks, i); ok {
		return item{kind: itemNumber, from: i, next: n.next, number: &n}
	}
	phrases := w.find(w.match, toks, i)
	if t, ok := w.parseTreaty(toks, i, phrases); ok {
		return item{kind: itemTreaty, from: i, next: t.next, treaty: &t}
	}
	if p, ok := w.parsePin(toks, i, phrases); ok {
		return item{kind: itemPin, from: i, next: p.next, pin: &p}
	}
	if it, ok := w.readShort(toks, i, phrases); ok {
		return it
	}
	if it, ok := readPhrase(toks, i, phrases); ok {
		return it
	}
	if toks[i].kind == punctToken {
		return item{kind: punctKind(toks, i), from: i, next: i + 1}
	}
	if toks[i].quoted {
		return item{kind: itemQuoted, from: i, next: i + 1}
	}
	return item{kind: itemWord, from: i, next: i + 1}
}

func readPhrase(toks []token, i int, phrases []phrase) (item, bool) {
	for _, p := range phrases {
		kind, ok := classKinds[p.class]
		if !ok {
			continue
		}
		it := item{kind: kind, from: i, next: i + p.size, key: p.key}
		if kind == itemAnd && p.size > 1 && isCapitalLetter(toks[it.next-1].raw) {
			it.next-- // `A и В`: a letter of a resolution that looks like a preposition
		}
		switch p.class {
		case classResolution:
			it.head, it.own = Resolution, p.key == "own"
		case classDecision:
			it.head, it.own = Decision, p.key == "own"
		case classOrganOf:
			it.of = true
		}
		return it, true
	}
	return item{}, false
}

// isCapitalLetter reports whether a word is one capital letter.
func isCapitalLetter(raw string) bool {
	r, n := utf8.DecodeRuneInString(raw)
	return n == len(raw) && unicode.IsUpper(r)
}

// punctKind tells the end of a sentence from other marks.
func punctKind(toks []token, i int) itemKind {
	switch toks[i].raw {
	case "。", "?", "!", "؟":
		return itemStop
	case ".":
		if endsSentence(toks, i) {
			return itemStop
		}
		return itemMark
	case "/", "+", "=", "%", "$", "€", "@":
		return itemWord
	}
	return itemMark
}

// endsSentence reports whether the full stop at token i ends a sentence: a capital follows and no abbreviation stands before.
func endsSentence(toks []token, i int) bool {
	if i+1 >= len(toks) {
		return true
	}
	next := toks[i+1]
	if !next.space || next.kind != wordToken {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next.raw)
	if unicode.IsLower(r) {
		return false
	}
	return i == 0 || utf8.RuneCountInString(toks[i-1].raw) > 3 || toks[i-1].kind != wordToken
}

// light reports whether an item may stand between a head word and its number, or between numbers of one list.
func (it item) light() bool {
	switch it.kind {
	case itemMark, itemQuoted, itemAnd, itemGlue, itemOf, itemOrgan, itemOwn, itemIn, itemDate, itemPin, itemRange, itemNumber, itemRecords, itemSymbol:
		return true
	}
	return false
}
