package layout

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Lists keeps the lists that are open while items are read, the innermost last.
type lists struct {
	root *[]*Item
	open []*level
	// quoted reports that the items have the numbers that they have elsewhere: some are left out.
	quoted bool
}

// maxLevels is how deep lists may stand in lists: resolutions have four levels at the most.
const maxLevels = 8

// A level is an open list.
type level struct {
	items *[]*Item
	kind  lexicon.LabelKind
	form  string // the punctuation around the label
	last  int    // ordinal of the last item
	gaps  bool   // the items so far leave some out
}

func newLists(root *[]*Item) *lists { return &lists{root: root} }

// add gives the text its place as an item: the next of an open list, or the first of a new one inside the last item.
// It returns false, and leaves the text alone, where it can be neither.
func (ls *lists) add(r *Resolution, t *Text, l lexicon.Label) bool {
	if l.Kind == bullet {
		return ls.bullet(r, t, l)
	}
	for _, reading := range readings(l, ls) {
		if ls.next(r, t, reading) {
			return true
		}
	}
	for _, reading := range readings(l, ls) {
		if ls.resumes(reading) {
			return ls.resume(r, t, reading)
		}
	}
	for _, reading := range readings(l, ls) {
		if (reading.Ordinal == 1 || ls.quoted && ls.deeper(reading)) && len(ls.open) < maxLevels {
			ls.push(r, t, reading)
			return true
		}
	}
	if len(ls.open) == 0 {
		return false
	}
	return ls.resume(r, t, l)
}

// addBare adds an item of the innermost list whose label has lost its punctuation, where the script shows that it is
// one: a Latin letter before a word in a script without case.
func (ls *lists) addBare(r *Resolution, t *Text) bool {
	if !ls.innermost(lexicon.Letter) {
		return false
	}
	lv := ls.open[len(ls.open)-1]
	label, rest, ok := strings.Cut(t.Flat.Text, " ")
	if !ok || len(label) != 1 || int(label[0]-'a') != lv.last || !startsCaseless(rest) {
		return false
	}
	ls.append(r, lv, t, lexicon.Label{Text: label, Value: label, Kind: lexicon.Letter, Ordinal: lv.last + 1, Len: 1})
	return true
}

// bullet adds an item with a sign for a label to the innermost list of such items, or opens one.
func (ls *lists) bullet(r *Resolution, t *Text, l lexicon.Label) bool {
	if ls.innermost(bullet) && ls.open[len(ls.open)-1].form == l.Text {
		ls.append(r, ls.open[len(ls.open)-1], t, l)
		return true
	}
	if len(ls.open) == maxLevels {
		return false
	}
	ls.push(r, t, l)
	return true
}

// readings are the kinds that the label can have, the likelier first: (i) is a letter after (h), else a numeral.
func readings(l lexicon.Label, ls *lists) []lexicon.Label {
	if l.Letter == 0 {
		return []lexicon.Label{l}
	}
	letter := l
	letter.Kind, letter.Ordinal = lexicon.Letter, l.Letter
	if l.Kind == lexicon.CapitalRoman {
		letter.Kind = lexicon.Capital
	}
	if ls.innermost(l.Kind) {
		return []lexicon.Label{l, letter}
	}
	return []lexicon.Label{letter, l}
}

// innermost reports whether the innermost list is of the kind.
func (ls *lists) innermost(kind lexicon.LabelKind) bool {
	return len(ls.open) > 0 && ls.open[len(ls.open)-1].kind == kind
}

// next adds the item to the innermost list of which it is the next one.
func (ls *lists) next(r *Resolution, t *Text, l lexicon.Label) bool {
	for i := len(ls.open) - 1; i >= 0; i-- {
		lv := ls.open[i]
		if !sameSequence(lv.kind, l.Kind) || lv.form != form(l) || lv.last+1 != l.Ordinal {
			continue
		}
		if ls.opensInside(lv, l) {
			return false
		}
		ls.open = ls.open[:i+1]
		ls.append(r, lv, t, l)
		return true
	}
	return false
}

// sameSequence reports whether labels of the two kinds can stand in one list. Latin and Cyrillic letters can: those that
// look alike are printed for each other.
func sameSequence(a, b lexicon.LabelKind) bool {
	letters := func(k lexicon.LabelKind) bool { return k == lexicon.Letter || k == lexicon.CyrillicLetter }
	return a == b || letters(a) && letters(b)
}

// opensInside reports whether a letter that may be a numeral begins a list inside the item before it: (i) after an
// (h) that ends in a colon.
func (ls *lists) opensInside(lv *level, l lexicon.Label) bool {
	items := *lv.items
	last := items[len(items)-1]
	return l.Kind == lexicon.Letter && l.Value == "i" && len(last.Items) == 0 && endsInColon(last.Text)
}

func endsInColon(t *Text) bool { return endsInColonMark(t.Flat.Text) }

func endsInColonMark(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// resumes reports whether the label, which can be the first of a list, is one more of the innermost list, although not the
// next: (i) after the (d) of a list that leaves letters out, or (a) again after a (c). The item before it ends as items do,
// and introduces none.
func (ls *lists) resumes(l lexicon.Label) bool {
	if len(ls.open) == 0 {
		return false
	}
	lv, last := ls.open[len(ls.open)-1], ls.last()
	if !sameSequence(lv.kind, l.Kind) || lv.form != form(l) || len(last.More) > 0 || !endsItem(last.Text) {
		return false
	}
	return l.Ordinal == 1 || lv.gaps && l.Kind == lexicon.Letter && l.Value == "i" && l.Ordinal > lv.last
}

// endsItem reports whether the text ends with a mark that more items can follow, but does not introduce.
func endsItem(t *Text) bool { return ending(t.Flat.Text) == closed && !endsInColon(t) }

// goesOn reports whether the label is the next of an open list.
func (ls *lists) goesOn(l lexicon.Label) bool {
	for _, lv := range ls.open {
		for _, reading := range readings(l, ls) {
			if sameSequence(lv.kind, reading.Kind) && lv.form == form(l) && lv.last+1 == reading.Ordinal {
				return true
			}
		}
	}
	return false
}

// expects reports whether the label is the next of the innermost list.
func (ls *lists) expects(l lexicon.Label) bool {
	return len(ls.open) > 0 && ls.open[len(ls.open)-1].last+1 == l.Ordinal
}

// due reports whether the label is the next of an open list, or the first of one inside the last item.
func (ls *lists) due(l lexicon.Label) bool {
	for _, lv := range ls.open {
		if lv.kind == l.Kind && lv.form == form(l) {
			return lv.last+1 == l.Ordinal
		}
	}
	return l.Ordinal == 1
}

// begin makes the list whose items have the numbers that they have elsewhere, or closes what is open inside it.
func (ls *lists) begin(l lexicon.Label) *level {
	if !ls.quoted {
		ls.quoted, ls.open = true, []*level{{items: ls.root, kind: l.Kind, form: form(l)}}
	}
	ls.open = ls.open[:1]
	return ls.open[0]
}

// deeper reports whether no list of the label's kind is open.
func (ls *lists) deeper(l lexicon.Label) bool {
	return !slices.ContainsFunc(ls.open, func(lv *level) bool { return sameSequence(lv.kind, l.Kind) })
}

// push opens a list inside the last item of the innermost one.
func (ls *lists) push(r *Resolution, t *Text, l lexicon.Label) {
	items := ls.root
	if n := len(ls.open); n > 0 {
		inner := *ls.open[n-1].items
		items = &inner[len(inner)-1].Items
	}
	lv := &level{items: items, kind: l.Kind, form: form(l)}
	ls.open = append(ls.open, lv)
	ls.append(r, lv, t, l)
}

// resume adds an item whose label skips some, or goes back, to the list it looks like.
func (ls *lists) resume(r *Resolution, t *Text, l lexicon.Label) bool {
	for i := len(ls.open) - 1; i >= 0; i-- {
		if lv := ls.open[i]; sameSequence(lv.kind, l.Kind) && lv.form == form(l) && l.Ordinal != lv.last {
			if !ls.quoted {
				r.remark(NumberBreaks, t.Start(), "item "+l.Text+" does not follow the one before it")
			}
			ls.open = ls.open[:i+1]
			ls.append(r, lv, t, l)
			return true
		}
	}
	return false
}

func (ls *lists) append(r *Resolution, lv *level, t *Text, l lexicon.Label) {
	lv.gaps = lv.gaps || l.Ordinal != lv.last+1
	lv.last = l.Ordinal
	item := &Item{Label: r.cutLabel(t, l), Text: t}
	*lv.items = append(*lv.items, item)
	if inner, ok := r.labelBehind(t); ok && len(ls.open) < maxLevels && ls.deeper(inner) {
		item.Text = r.nothingBefore(t)
		ls.push(r, t, inner)
	}
}

// labelBehind reads the label of the first item of a list that begins right behind the label before it: (a) (i).
func (r *Resolution) labelBehind(t *Text) (lexicon.Label, bool) {
	l, ok := r.label(t)
	return l, ok && l.Ordinal == 1 && parenthesised(l) && l.Len < len(t.Flat.Text)
}

// nothingBefore is the empty text between two labels.
func (r *Resolution) nothingBefore(t *Text) *Text {
	line := source.Line{Span: source.Span{Start: t.Start(), End: t.Start()}}
	nothing := &Text{Lines: []source.Line{line}, Page: t.Page, LastPage: t.Page, Cell: t.Cell}
	r.flatten(nothing)
	return nothing
}

// last is the innermost last item, nil where there is none.
func (ls *lists) last() *Item {
	if len(ls.open) == 0 {
		return nil
	}
	items := *ls.open[len(ls.open)-1].items
	return items[len(items)-1]
}

// bullet is the kind of a label that is a sign.
const bullet lexicon.LabelKind = 255

// bullets are the signs that label items.
const bullets = "•·–—-"

// form is the label's punctuation, or the sign that it is. A numeral in parentheses that is one character (㈠) has that of
// one that is three.
func form(l lexicon.Label) string {
	if l.Kind == bullet {
		return l.Text
	}
	before, after, _ := strings.Cut(norm.NFKC.String(l.Text), strings.Trim(norm.NFKC.String(l.Value), "()"))
	return before + "_" + after
}

func parenthesised(l lexicon.Label) bool { return strings.ContainsAny(l.Text, "()（）") }

// capital reports whether the label is a roman numeral or letter in capitals.
func capital(l lexicon.Label) bool {
	return l.Kind == lexicon.CapitalRoman || l.Kind == lexicon.Capital
}

// labelsSection reports whether the label can be that of a section: I. or A.
func labelsSection(l lexicon.Label) bool { return capital(l) && !parenthesised(l) }
