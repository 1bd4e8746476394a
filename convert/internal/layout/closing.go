package layout

import (
	"regexp"
	"strings"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// isClosing reports whether the text begins the closing: the meeting, or the date where the meeting follows it.
func (s *sorter) isClosing(t *Text) bool {
	if t.Table != nil {
		return false
	}
	line, ok := s.known(s.firstLine(t))
	if !ok {
		line, ok = s.known(t.Flat.Text)
	}
	if !ok {
		return false
	}
	if line.Slot == lexicon.IssueDate {
		next := s.peek(1)
		return next != nil && s.slotOf(next) == lexicon.Meeting || len(t.Lines) > 1 && s.slotOfLine(t, 1) == lexicon.Meeting
	}
	return line.Slot == lexicon.Meeting || line.Slot == lexicon.Adoption
}

func (s *sorter) firstLine(t *Text) string {
	l := t.Lines[0]
	return s.Source.Src[l.Start:l.End]
}

func (s *sorter) slotOf(t *Text) lexicon.Slot {
	line, _ := s.known(t.Flat.Text)
	return line.Slot
}

func (s *sorter) slotOfLine(t *Text, i int) lexicon.Slot {
	l := t.Lines[i]
	line, _ := s.known(s.Source.Src[l.Start:l.End])
	return line.Slot
}

// closing takes the closing: the meeting and the date of adoption, in either order.
func (s *sorter) closing() bool {
	if len(s.Closing) > 0 {
		return false
	}
	if next := s.peek(0); next != nil && s.isVote(next.Flat.Text) && s.vote() {
		return true
	}
	if !s.isClosing(s.peek(0)) {
		return false
	}
	t := s.take()
	s.Closing = append(s.Closing, t)
	want := lexicon.IssueDate
	if s.slotOf(t) == lexicon.IssueDate {
		want = lexicon.Meeting
	}
	if next := s.peek(0); next != nil && s.slotOf(next) == want {
		s.Closing = append(s.Closing, s.take())
	}
	for s.vote() { // one on the whole may follow those on its parts
	}
	s.printedNotes()
	return true
}

// vote takes the vote that is printed in brackets.
func (s *sorter) vote() bool {
	n := s.voteAhead()
	for range n {
		s.Closing = append(s.Closing, s.take())
	}
	return n > 0
}

// maxVote is the number of texts that a vote with the names of all States has at the most.
const maxVote = 60

// voteAhead is the number of texts in the brackets that begin with the next one, in which the vote is printed.
func (s *sorter) voteAhead() int {
	if next := s.peek(0); next == nil || !strings.HasPrefix(next.Flat.Text, "[") {
		return 0
	}
	for n := range maxVote {
		t := s.peek(n)
		if t == nil || n > 0 && (s.isAnnex(t) || strings.HasPrefix(t.Flat.Text, "[")) {
			return 0
		}
		if strings.HasSuffix(strings.TrimSpace(t.Flat.Text), "]") {
			return n + 1
		}
	}
	return 0
}

// isVote reports whether the text begins the vote that is printed in brackets after the last paragraph.
func (r *Resolution) isVote(text string) bool {
	if !strings.HasPrefix(text, "[") {
		return false
	}
	v, ok := r.Words.Vote(text)
	return ok && v.Start <= maxBeforeVote
}

// maxBeforeVote is how far into the brackets, in bytes, the words of the vote begin: after "Adopted".
const maxBeforeVote = 20

// printedNotes takes the notes at the end of a text without pages.
func (s *sorter) printedNotes() {
	if next := s.peek(0); next == nil || !s.isPrintedNote(next) {
		return
	}
	for next := s.peek(0); next != nil && !s.isAnnex(next); next = s.peek(0) {
		s.Closing = append(s.Closing, s.take())
	}
}

// printedNote matches the number of a note that is printed as it is in a book, without a stop.
var printedNote = regexp.MustCompile(`^\d{1,3}[ \n]\S`)

// lastNote matches a number that begins no annex, and the word after it.
var lastNote = regexp.MustCompile(`^(?:[2-9]|[1-9]\d{1,2})\.?[ \n]?\pL`)

// isPrintedNote reports whether the text is a note at the end of a text without pages, or the last text of all with a
// number that begins no annex.
func (s *sorter) isPrintedNote(t *Text) bool {
	if s.peek(1) == nil && lastNote.MatchString(t.Flat.Text) {
		return true
	}
	dialect := s.Source.Dialect
	return len(s.Source.Pages) == 1 && (dialect == source.Plain || dialect == source.PDFFlow) && printedNote.MatchString(t.Flat.Text)
}

// lateClosing takes a closing that is printed after the annexes.
func (s *sorter) lateClosing() {
	if s.next < len(s.texts) && s.closing() {
		s.ClosingLast = true
	}
	for s.next < len(s.texts) { // nothing is lost, whatever follows
		s.Closing = append(s.Closing, s.take())
	}
}
