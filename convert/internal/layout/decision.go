package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// tells reports whether the text is a paragraph of a decision: a decision has no enacting words, and tells in full
// sentences what the organ did, and when.
func (b *body) tells(t *Text) bool {
	first, _ := utf8.DecodeRuneInString(t.Flat.Text)
	begins := unicode.IsLetter(first) && !unicode.IsLower(first) || startsWithDate(t.Flat.Text)
	whole := strings.TrimRight(t.Flat.Text, "*") // names in it call notes with asterisks
	if b.isStatement() && (begins || quoted(t.Flat.Text)) {
		return endsInStop(t.Flat.Text) || endsInColon(t)
	}
	return (b.decides() || b.draftsDecision()) && begins && (endsInStop(whole) || endsInColon(t))
}

// decides reports whether the text has the form of a decision: a number before its title, and no enacting words.
func (r *Resolution) decides() bool { return r.Formula == nil && r.numberedTitle() }

// isStatement reports whether the text is a statement of a president.
func (r *Resolution) isStatement() bool { return r.slot(lexicon.PresidentialStatement) != nil }

// draftsDecision reports whether the text is the draft of a decision, without enacting words.
func (r *Resolution) draftsDecision() bool {
	f := r.field(Sponsors)
	return r.Formula == nil && f != nil && draftClass(f.Line.Value) == "draftDecision"
}

// introduces reports whether the text introduces the first item that follows it. Among numbered paragraphs none is
// without a number.
func (b *body) introduces(t *Text) bool {
	next, ok := b.itemLabel(b.peek(1))
	return ok && b.number == 0 && endsInColon(t) && next.Ordinal == 1 && next.Kind != bullet
}

// quotes reports whether a number is that of an item, from a list elsewhere, such as the agenda: no paragraph has a
// number, the text before it ends in a colon, and the list does not begin with one or goes on from one that did not.
func (b *body) quotes(l lexicon.Label) bool {
	if b.number > 0 || b.last == nil || b.last.Label != nil {
		return false
	}
	if b.lists.quoted {
		return l.Ordinal > b.lists.open[0].last
	}
	return l.Ordinal > 1 && endsInColon(b.last.Text) && len(b.last.Items) == 0
}
