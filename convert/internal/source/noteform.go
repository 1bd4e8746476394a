package source

import (
	"regexp"
	"strconv"

	"github.com/ntoso/ntoso/convert/internal/layer"
)

// Notes in texts without pages have superscript numbers. Other converters write the numbers otherwise: in brackets, as
// footnotes of some markdown, or in plain digits, glued to the word before.

// A noteForm is a manner of marking notes.
type noteForm struct {
	// note matches the marker before the text of a note, and captures its number.
	note *regexp.Regexp
	// call matches a call, and captures the number and, before it, all that is printed of the call.
	call *regexp.Regexp
}

// noteForms are the manners beside superscripts, those that leave less doubt first.
var noteForms = []noteForm{
	{regexp.MustCompile(`^\[\^(\d{1,3})\]:?[\s\p{Zs}]`), regexp.MustCompile(`(\[\^(\d{1,3})\])`)},
	{regexp.MustCompile(`^\\?\[(\d{1,3})\\?\][\s\p{Zs}]`), regexp.MustCompile(`(\\?\[(\d{1,3})\\?\])(?:[^(]|$)`)},
	{regexp.MustCompile(`^\^(\d{1,3})\^?[\s\p{Zs}]`), regexp.MustCompile(`(\^(\d{1,3})\b\^?)`)},
	{regexp.MustCompile(`^<sup>(\d{1,3})</sup>[\s\p{Zs}]`), regexp.MustCompile(`(<sup>(\d{1,3})</sup>)`)},
	{regexp.MustCompile(`^\((\d{1,3})\)[\s\p{Zs}]`), regexp.MustCompile(`[\pL\pP]( ?\((\d{1,3})\))`)},
	{regexp.MustCompile(`^(\d{1,3})[\s\p{Zs}]`), regexp.MustCompile(`(?:\pL|[,;:.)”»"、，。；：》】）،؛])((\d{1,3}))(?:[\s,;:.)、，。；：）،؛]|\p{Han}|\p{Arabic}|$)`)},
}

// A NoteCall is the call of a note as it is printed, with the number in it.
type NoteCall struct {
	Span
	Marker string
}

// findNoteForm finds the form in which the blocks mark notes, whose numbers follow one another. Nothing is found where notes
// have superscripts.
func (d *Document) findNoteForm(blocks []*Block) {
	for _, b := range blocks {
		if superscripts(d.text(b.Lines[0])) > 0 {
			return
		}
	}
	for i := range noteForms {
		if d.inForm(blocks, &noteForms[i]) {
			d.notes = &noteForms[i]
			return
		}
	}
}

// inForm reports whether the blocks have notes in the form: most are called before their text, for some calls are glued to
// other digits.
func (d *Document) inForm(blocks []*Block, form *noteForm) bool {
	called, last, found := map[string]bool{}, 0, 0
	for _, b := range blocks {
		if b.Table != nil {
			continue
		}
		number, _ := form.marker(d.text(b.Lines[0]))
		if n, err := strconv.Atoi(number); err == nil && n == last+1 {
			last = n
			if called[number] {
				found++
			}
			continue
		}
		for _, l := range b.Lines {
			for _, c := range form.calls(d.Src, l) {
				called[c.Marker] = true
			}
		}
	}
	return found*2 > last
}

// marker reads the number before a note, and returns how many bytes are printed of it.
func (f *noteForm) marker(text string) (number string, printed int) {
	m := f.note.FindStringSubmatchIndex(text)
	if m == nil {
		return "", 0
	}
	return text[m[2]:m[3]], layer.GapStart(text, m[1])
}

// calls are the calls in a line.
func (f *noteForm) calls(src string, l Line) []NoteCall {
	text := src[l.Start:l.End]
	var found []NoteCall
	for at := 0; at < len(text); {
		m := f.call.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		span := Span{l.Start + at + m[2], l.Start + at + m[3]}
		if at+m[2] > 0 { // what stands at the start of a line marks a note
			found = append(found, NoteCall{span, text[at+m[4] : at+m[5]]})
		}
		at += m[3]
	}
	return found
}

// NoteCalls are the calls in a line of a text that marks its notes neither with superscripts nor with asterisks.
func (d *Document) NoteCalls(l Line) []NoteCall {
	if d.notes == nil {
		return nil
	}
	return d.notes.calls(d.Src, l)
}
