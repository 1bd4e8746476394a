package akn

import "github.com/beevik/etree"

// Recital is a paragraph of the preamble.
type Recital struct{ View }

func (Recital) names() []string { return []string{"container", "recital"} }

// Phrase returns the opening phrase as printed: "Recalling also".
func (r Recital) Phrase() string { return Attr(r.element, "name") }

// Concept returns what the recital does, as a reference: "#recalling".
func (r Recital) Concept() string { return Attr(r.element, "refersTo") }

// SetConcept sets the concept, a reference to an entry of the metadata.
func (r Recital) SetConcept(ref string) { SetAttr(r.element, "refersTo", ref) }

// Points returns the sub-items.
func (r Recital) Points() []Point { return pointsOf(r.element) }

// SetText changes the text, as [Paragraph.SetWords] does. Where the opening
// phrase is a term and the name of the recital, the name follows. The text
// before sub-items is set by [Recital.SetIntro].
func (r Recital) SetText(text string) error {
	return r.set(func() error { return setBlock(r.element, r.element, text) })
}

// Intro returns the text that stands before the sub-items, or the whole text
// where there are none.
func (r Recital) Intro() string { return Text(introOf(r.element)) }

// SetIntro changes the text before the sub-items, as [Recital.SetText] does.
func (r Recital) SetIntro(text string) error {
	return r.set(func() error { return setIntro(r.element, text) })
}

// set changes the text, and the name with it where that is the opening phrase.
func (r Recital) set(change func() error) error {
	term := First(r.element, "p", "term")
	named := term != nil && Text(term) == r.Phrase()
	if err := change(); err != nil {
		return err
	}
	if named && Text(term) != "" {
		SetAttr(r.element, "name", Text(term))
	}
	return nil
}

// Paragraph is a paragraph of the body, as the operative paragraphs are.
type Paragraph struct{ View }

func (Paragraph) names() []string { return []string{"paragraph"} }

// Num returns the printed number, "12.", or "" if it has none.
func (p Paragraph) Num() string { return Text(First(p.element, "num")) }

// Words returns the text without the number, but with the sub-items.
func (p Paragraph) Words() string { return textAfterNum(p.element) }

// Intro returns the text that stands before the sub-items, or the whole text
// where there are none, without the number.
func (p Paragraph) Intro() string { return Text(introOf(p.element)) }

// Phrase returns the opening phrase, the first term: "Requests".
func (p Paragraph) Phrase() Term { return firstTerm(introOf(p.element)) }

// Points returns the sub-items of the first level.
func (p Paragraph) Points() []Point { return pointsOf(p.element) }

// Notes returns the notes that are called in the paragraph.
func (p Paragraph) Notes() []Note { return collect[Note](p.element) }

// Refs returns the references in the paragraph, those in its notes included.
func (p Paragraph) Refs() []Ref { return collect[Ref](p.element) }

// SetWords changes the text of the paragraph, without the number. Only the
// part of the tree is touched where the old text and the new one differ, so
// that notes, references and emphasis elsewhere stay; notes and page ends
// within the part stay, after what replaces the text before them.
//
// It refuses, with an *[EditError] and without a change, where the paragraph
// has sub-items or several blocks, where the change touches a part of a
// reference or a date, whose meaning would no longer be that of its text, and
// where XML cannot hold the text. The intro and the points of a paragraph
// with sub-items are set by [Paragraph.SetIntro] and [Point.SetWords], or
// [Point.SetIntro] where a point has sub-items of its own.
func (p Paragraph) SetWords(text string) error {
	return setBlock(First(p.element, "content"), p.element, text)
}

// SetIntro changes the text before the sub-items, as [Paragraph.SetWords] does.
func (p Paragraph) SetIntro(text string) error { return setIntro(p.element, text) }

// Point is a sub-item: point in a list, item in a blockList.
type Point struct{ View }

func (Point) names() []string { return []string{"point", "item"} }

// Num returns the printed label: "(a)".
func (p Point) Num() string { return Text(First(p.element, "num")) }

// Words returns the text without the label, but with the sub-items.
func (p Point) Words() string { return textAfterNum(p.element) }

// Intro returns the text that stands before the sub-items, or the whole text
// where there are none, without the label.
func (p Point) Intro() string { return Text(introOf(p.element)) }

// Points returns the sub-items of the next level.
func (p Point) Points() []Point { return pointsOf(p.element) }

// SetWords changes the text, as [Paragraph.SetWords] does.
func (p Point) SetWords(text string) error {
	if Is(p.element, "item") {
		return setBlock(p.element, p.element, text)
	}
	return setBlock(First(p.element, "content"), p.element, text)
}

// SetIntro changes the text before the sub-items, as [Paragraph.SetWords] does.
func (p Point) SetIntro(text string) error { return setIntro(p.element, text) }

// introOf returns the element that holds the text before the sub-items of a
// paragraph or point: the intro of its list, its own, its content, or the
// first block of an item.
func introOf(e *etree.Element) *etree.Element {
	for _, path := range [][]string{{"list", "intro"}, {"intro"}, {"content"}, {"blockList", "listIntroduction"}, {"p"}} {
		if found := First(e, path...); found != nil {
			return found
		}
	}
	return nil
}

// setIntro changes the text that introOf finds: of an element that holds one
// block, or of a block itself.
func setIntro(e *etree.Element, text string) error {
	holder := introOf(e)
	if Is(holder, "p", "listIntroduction") {
		return setInline(holder, e, text)
	}
	return setBlock(holder, e, text)
}

// pointsOf returns the sub-items of the next level below e.
func pointsOf(e *etree.Element) []Point {
	points := viewsOf[Point](e)
	for _, holder := range Children(e, "list", "blockList", "sublist", "content") {
		points = append(points, pointsOf(holder)...)
	}
	return points
}

func textAfterNum(e *etree.Element) string {
	if e == nil {
		return ""
	}
	r := textReader{walker: newWalker(e), skipNotes: true, skip: First(e, "num")}
	r.read(e)
	return r.b.String()
}

func collect[V Viewer](e *etree.Element) []V {
	var views []V
	for v := range Each[V](e) {
		views = append(views, v)
	}
	return views
}

// Term is a word or phrase with a meaning: an opening phrase.
type Term struct{ View }

func (Term) names() []string { return []string{"term"} }

// Concept returns what the term means, as a reference: "#requests".
func (t Term) Concept() string { return Attr(t.element, "refersTo") }

// SetConcept sets what the term means.
func (t Term) SetConcept(ref string) { SetAttr(t.element, "refersTo", ref) }

func firstTerm(e *etree.Element) Term {
	for t := range Each[Term](e) {
		return t
	}
	return Term{}
}
