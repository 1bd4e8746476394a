package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ntoso/ntoso/convert/internal/lexicon"
)

// masthead cuts a block of the front of a printed document into its fields: known lines, sponsors over many lines,
// and what stands between them.
func (s *splitter) masthead(t *Text) []*Text {
	if t.Table != nil {
		return []*Text{t}
	}
	var fields []*Text
	for from := 0; from < len(t.Lines); {
		end := s.fieldEnd(t, from)
		field := s.sub(t, from, end)
		slot := s.slotOfText(field)
		s.agendaDue = slot == lexicon.AgendaItem
		s.drafted = s.drafted || slot == lexicon.DraftResolution
		s.amending = s.amending || s.draftsAmendment(field.Flat.Text)
		s.titleDue = s.titleDue || slot == lexicon.AdoptedHeading || s.drafted
		fields = append(fields, field)
		from = end
	}
	return fields
}

func (r *Resolution) slotOfText(t *Text) lexicon.Slot {
	line, _ := r.known(t.Flat.Text)
	return line.Slot
}

// fieldEnd is the end of the field that begins with line i.
func (s *splitter) fieldEnd(t *Text, i int) int {
	if end := s.knownEnd(t, i); end > i && !(s.drafted && s.slotOfText(s.sub(t, i, end)) == lexicon.Organ) {
		return end
	}
	if s.titleDue || s.isNumberedTitle(s.sub(t, i, len(t.Lines))) {
		return len(t.Lines) // the title, which can end in the name of an organ
	}
	draft := s.draftLine(t, i)
	for end := i + 1; end < len(t.Lines); end++ {
		if known := s.knownEnd(t, end); end <= draft && (known == end || s.slotOfText(s.sub(t, end, known)) != lexicon.AgendaItem) {
			continue
		}
		if s.knownEnd(t, end) > end {
			if end <= draft {
				return end // an agenda item, whose title and sponsors follow it
			}
			return s.beforeSponsors(t, i, end, draft)
		}
		if draft >= 0 {
			return s.beforeSponsors(t, i, s.draftEnd(t, draft), draft)
		}
	}
	return s.beforeSponsors(t, i, len(t.Lines), draft)
}

// maxKnown is the number of lines over which a line of the masthead can run.
const maxKnown = 4

// spreads are the fields that can run over several lines, of which the first is one, too.
var spreads = map[lexicon.Slot]bool{
	lexicon.AdoptedHeading: true, lexicon.ReportLine: true, lexicon.Committee: true, lexicon.Session: true,
}

// knownEnd is the end of the line with a form of its own that begins with line i, or i where there is none. Sponsor
// lines are not among them, nor is an organ's name with a small letter before it, which ends a title.
func (s *splitter) knownEnd(t *Text, i int) int {
	var slot lexicon.Slot
	found := i
	for end := i + 1; end <= min(i+maxKnown, len(t.Lines)); end++ {
		field := s.sub(t, i, end)
		if isSymbol(field.Flat.Text) {
			return end
		}
		switch now := s.slotOfText(field); {
		case now == 0 || now == lexicon.DraftResolution || now == lexicon.Organ && startsLower(field.Flat.Text):
		case found == i:
			slot, found = now, end
			if !spreads[slot] {
				return found
			}
		case now == slot:
			found = end
		}
	}
	return found
}

// maxSponsorLines is the number of lines that the longest lists of sponsors have, with room.
const maxSponsorLines = 60

// draftLine is the line on which the words for a draft stand, from line i on, or -1.
func (s *splitter) draftLine(t *Text, i int) int {
	_, end := s.draftWords(t, i)
	return end - 1
}

// draftWords are the lines on which the words for a draft stand, from line i on; end is 0 where there are none.
func (s *splitter) draftWords(t *Text, i int) (from, end int) {
	for from := i; from < min(len(t.Lines), i+maxSponsorLines); from++ {
		for end := from + 1; end <= min(from+maxDraftLines, len(t.Lines)); end++ {
			if s.slotOfText(s.sub(t, from, end)) == lexicon.DraftResolution {
				return from, end
			}
		}
	}
	return 0, 0
}

// maxDraftLines is the number of lines over which the words for a draft run, from the last of the sponsors on: an amendment
// names what it amends.
const maxDraftLines = 4

// draftEnd is the end of the sponsor line whose words for a draft stand on the given line: where they come first,
// the names after them can run on.
func (s *splitter) draftEnd(t *Text, draft int) int {
	end := draft + 1
	if line, ok := s.known(s.sub(t, draft, end).Flat.Text); ok {
		if p, named := line.Part("sponsors"); named && p.Start > 0 {
			for end < len(t.Lines) && s.sponsorsGoOn(s.line(t.Lines[end-1]), s.line(t.Lines[end])) {
				end++
			}
		}
	}
	return end
}

// sponsorsGoOn reports whether the names after the words for a draft go on from one line to the next: the line is full, ends
// in a comma or a particle (of the), or the next one begins in lower case. A line can be cut short before a long name.
func (s *splitter) sponsorsGoOn(line, next string) bool {
	return !s.isShort(line, next) || startsLower(next) || ending(line) == comma || endsInParticle(line)
}

// maxParticle is the number of letters of the longest article or preposition at which a line is taken to be unfinished.
const maxParticle = 3

// endsInParticle reports whether the last word is short and in lower case, as articles and prepositions are.
func endsInParticle(line string) bool {
	word := line[strings.LastIndexFunc(line, unicode.IsSpace)+1:]
	for _, r := range word {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return word != "" && utf8.RuneCountInString(word) <= maxParticle
}

// beforeSponsors is the end of the field from line i on: that of the agenda item's title where sponsors follow it, up
// to the words for a draft, else the given end.
func (s *splitter) beforeSponsors(t *Text, i, end, draft int) int {
	if draft < 0 {
		return end
	}
	end = s.draftEnd(t, draft)
	start := s.sponsorStart(t, i, draft)
	if start > i {
		return start
	}
	return end
}

// sponsorStart is the line, from line i on, with which the list of sponsors begins that ends with the draft line: the
// first that begins with the name of a State.
func (s *splitter) sponsorStart(t *Text, i, draft int) int {
	for at := i; at <= draft; at++ {
		if at == i && s.agendaDue && draft > i {
			continue
		}
		text := s.sub(t, at, draft+1).Flat.Text
		line, ok := s.known(text)
		if !ok || line.Slot != lexicon.DraftResolution {
			continue
		}
		p, named := line.Part("sponsors")
		if !named || p.Start > 0 {
			return at
		}
		names := s.Words.Sponsors(text[p.Start:p.End])
		if len(names) > 0 && names[0].Start == 0 && names[0].Name != "other" {
			return at
		}
	}
	if s.agendaDue && draft > i {
		return draft
	}
	return i
}

// bareTitleNumber matches the number of an adopted text that stands alone: 79/159.
var bareTitleNumber = regexp.MustCompile(`^(?:(?:S|ES)-)?\d{1,4}/(?:\d{1,4}(?: ?[A-Z])?\.|…|\.{3,4})$`)

// joinTitle puts the number of an adopted text, which can stand in a column of its own, together with the title after it.
func (s *splitter) joinTitle() {
	for i := range s.out[:max(0, min(len(s.out)-1, maxFront))] {
		number, title := s.out[i], s.out[i+1]
		if bareTitleNumber.MatchString(number.Flat.Text) && !s.isFormulaText(title.Flat.Text) && title.Table == nil {
			s.extend(number, title)
			s.out = append(s.out[:i+1], s.out[i+2:]...)
			return
		}
	}
}
