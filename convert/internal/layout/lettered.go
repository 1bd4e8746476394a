package layout

import "github.com/ntoso/ntoso/convert/internal/lexicon"

// Several resolutions can have one symbol: A, B and so on, each below its letter and title, with enacting words,
// numbers and a closing of its own. Where the letters have no enacting words they are parts of one resolution.

// maxLetterTitle is the number of lines that the title between a letter and the enacting words has at the most.
const maxLetterTitle = 6

// A lettering says where lettered resolutions begin, by the offsets of lines.
type lettering struct {
	heads  map[int]bool // the letters
	titles map[int]bool // the first lines of the titles
	cuts   map[int]bool // all lines with which a text begins
}

// A placedLine is a line and the text in which it stands.
type placedLine struct {
	text *Text
	i    int
}

func (l placedLine) start() int { return l.text.Lines[l.i].Start }

// findLettered finds lettered resolutions, and makes texts of their own of the letters, titles and enacting words.
func (r *Resolution) findLettered(texts []*Text) []*Text {
	var lines []placedLine
	for _, t := range texts {
		if t.Table != nil {
			continue
		}
		for i := range t.Lines {
			lines = append(lines, placedLine{t, i})
		}
	}
	found := lettering{map[int]bool{}, map[int]bool{}, map[int]bool{}}
	for i := range lines {
		if n := r.letteredHead(lines[i:], len(found.heads)+1); n > 0 {
			found.add(lines[i:], n)
		}
	}
	if len(found.heads) < 2 {
		return texts
	}
	r.lettering = found
	return r.cutLettered(texts)
}

// add notes a head that begins with the first of the lines and whose enacting words are in line n.
func (f lettering) add(lines []placedLine, n int) {
	f.heads[lines[0].start()] = true
	if n > 1 {
		f.titles[lines[1].start()] = true
	}
	for _, i := range []int{0, 1, n, n + 1} {
		if i < len(lines) {
			f.cuts[lines[i].start()] = true
		}
	}
}

// letteredHead is the index of the line with the enacting words where the first of the lines is the letter with the
// given place in the alphabet; 0 where it is not.
func (r *Resolution) letteredHead(lines []placedLine, ordinal int) int {
	if !r.isLetter(lines[0], ordinal) {
		return 0
	}
	for n := 1; n < min(len(lines), maxLetterTitle+2); n++ {
		text := r.uncalled(lines[n].text, lines[n].i)
		if r.isFormulaText(text) {
			return n
		}
		if _, labelled := r.Words.Label(text); labelled || r.opens(text) || ending(text) == closed {
			return 0
		}
	}
	return 0
}

// maxLetter is the length in bytes of a line with nothing but a letter and the calls of notes.
const maxLetter = 16

func (r *Resolution) isLetter(l placedLine, ordinal int) bool {
	if line := l.text.Lines[l.i]; line.Len() > maxLetter {
		return false
	}
	label, ok := r.Words.HeadingLabel(r.uncalled(l.text, l.i))
	return ok && label.Kind == lexicon.Capital && label.Ordinal == ordinal
}

// cutLettered cuts the texts where the heads of lettered resolutions begin and end.
func (r *Resolution) cutLettered(texts []*Text) []*Text {
	return r.cutWhere(texts, func(t *Text, i int) bool { return r.lettering.cuts[t.Lines[i].Start] })
}

// inHead reports whether the text is the letter or the title of a lettered resolution.
func (r *Resolution) inHead(t *Text) bool {
	return r.lettering.heads[t.Start()] || r.lettering.titles[t.Start()]
}

// heads are the indices of the texts with which lettered resolutions begin.
func (r *Resolution) heads(texts []*Text) []int {
	var at []int
	for i, t := range texts {
		if r.lettering.heads[t.Start()] {
			at = append(at, i)
		}
	}
	return at
}

// sortLettered gives the texts of lettered resolutions, which begin at the given ones, their parts.
func (r *Resolution) sortLettered(texts []*Text, heads []int) {
	s := &sorter{Resolution: r, texts: texts[:heads[0]]}
	s.frontUpTo(len(s.texts))
	for i, from := range heads {
		end := len(texts)
		if i+1 < len(heads) {
			end = heads[i+1]
		}
		r.letter(texts[from:end])
	}
	r.Organ = r.Letters[0].Organ
	class := r.classOf()
	for _, l := range r.Letters {
		l.Class = class
	}
	r.Class = "publication"
}

// letter sorts the texts of one lettered resolution.
func (r *Resolution) letter(texts []*Text) {
	l := &Resolution{Source: r.Source, Lang: r.Lang, Words: r.Words}
	l.Preface = []*Field{{Text: texts[0], Kind: TitleNumber}}
	rest := texts[1:]
	if r.lettering.titles[rest[0].Start()] {
		l.Preface = append(l.Preface, &Field{Text: rest[0], Kind: Title})
		rest = rest[1:]
	}
	(&sorter{Resolution: l, texts: rest}).parts()
	r.Letters = append(r.Letters, l)
	r.Remarks = append(r.Remarks, l.Remarks...)
}
