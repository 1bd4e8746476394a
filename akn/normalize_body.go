package akn

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// sublists puts the items of a sublist under the point that it follows.
func (n *normalizer) sublists() {
	for _, sub := range slices.Backward(slices.Collect(Find(n.doc.Root(), "sublist"))) { // those inside others first
		n.sublist(sub)
	}
}

func (n *normalizer) sublist(sub *etree.Element) {
	point := elementBefore(sub)
	content := First(point, "content")
	if !Is(point, "point") || content == nil || First(point, "list") != nil || len(Children(sub, "point")) != len(Children(sub, "point", "sublist")) {
		return
	}
	for _, c := range Children(sub) {
		if !Is(c, "point", "sublist") {
			return
		}
	}
	content.Tag = "intro"
	sub.Tag = "list"
	at := content.Index()
	sub.Parent().RemoveChildAt(sub.Index())
	point.RemoveChildAt(at)
	sub.InsertChildAt(0, content)
	point.InsertChildAt(at, sub)
}

// elementBefore is the element before e among its siblings, nil if there is none.
func elementBefore(e *etree.Element) *etree.Element {
	if e.Parent() == nil {
		return nil
	}
	var last *etree.Element
	for _, c := range e.Parent().ChildElements() {
		if c == e {
			return last
		}
		last = c
	}
	return nil
}

// recitals names the recitals whose name is not how they begin: by the words in italics there, else by the first word.
func (n *normalizer) recitals() {
	for r := range n.doc.Recitals() {
		name, text := tidy(r.Phrase()), tidy(Text(r.element))
		if text != "" && !strings.HasPrefix(text, name) && !Is(r.element, "recital") {
			SetAttr(r.element, "name", recitalName(name, r.element))
		}
	}
}

// recitalName is a name that a recital begins with: the words in italics, those of its name in the case of the text, or
// the first word.
func recitalName(name string, e *etree.Element) string {
	text := tidy(Text(e))
	if phrase := tidy(Text(firstItalic(firstBlock(e)))); phrase != "" && strings.HasPrefix(text, phrase) {
		return phrase
	}
	if printed := text[:min(len(name), len(text))]; name != "" && strings.EqualFold(printed, name) {
		return printed
	}
	return firstWord(text)
}

// firstWord is the first word of a text, at most sixteen characters of one that has no spaces.
func firstWord(text string) string {
	word := []rune(strings.Fields(text)[0])
	return string(word[:min(len(word), 16)])
}

// headings makes the paragraphs of a body that are only a heading divisions, each with the paragraphs up to the next
// heading of its level. Classes H1, H23, H4 say the level in the United Nations' files; without one all are of one.
func (n *normalizer) headings(body *etree.Element) {
	numbered := hasNumbers(body)
	type open struct {
		division *etree.Element
		level    string
	}
	var stack []open
	for _, p := range Children(body) {
		h := (*etree.Element)(nil)
		if Is(p, "paragraph") {
			h = headingOf(p, numbered)
		}
		if h == nil {
			if len(stack) > 0 && Is(p, "paragraph") {
				moveTo(stack[len(stack)-1].division, p)
			} else {
				stack = nil
			}
			continue
		}
		level := Attr(p, "class")
		if !followed(p, numbered) {
			continue
		}
		for len(stack) > 0 && stack[len(stack)-1].level >= level {
			stack = stack[:len(stack)-1]
		}
		toDivision(p, h)
		if len(stack) > 0 {
			moveTo(stack[len(stack)-1].division, p)
		}
		stack = append(stack, open{p, level})
	}
}

// followed reports whether a paragraph with text comes after a heading, directly or after headings of lower levels: a
// division is not empty.
func followed(p *etree.Element, numbered bool) bool {
	after := false
	for _, c := range p.Parent().ChildElements() {
		if !after {
			after = c == p
			continue
		}
		if !Is(c, "paragraph") {
			return false
		}
		if headingOf(c, numbered) == nil {
			return true
		}
		if Attr(c, "class") <= Attr(p, "class") {
			return false
		}
		p = c
	}
	return false
}

// toDivision makes a paragraph a division whose heading is what h holds.
func toDivision(p, h *etree.Element) {
	p.Tag = "division"
	if !Is(h, "content") {
		h.Tag = "heading"
		return
	}
	block := First(h, "p")
	at := h.Index()
	p.RemoveChildAt(at)
	block.Tag = "heading"
	p.InsertChildAt(at, block)
}

// moveTo puts an element, with the white space before it, at the end of another.
func moveTo(to, e *etree.Element) {
	if parent := e.Parent(); parent != nil {
		at := e.Index()
		if at > 0 {
			if space, ok := parent.Child[at-1].(*etree.CharData); ok && strings.TrimSpace(space.Data) == "" {
				parent.RemoveChildAt(at - 1)
				to.AddChild(space)
				at--
			}
		}
		parent.RemoveChildAt(at)
	}
	to.AddChild(e)
}

// letters puts the letter of a lettered resolution before its title into a block of its own.
func (n *normalizer) letters() {
	for preface := range Find(n.doc.Root(), "preface") {
		for _, p := range Children(preface, "p") {
			number := First(p, "docNumber")
			if number == nil || First(p, "docTitle") == nil || Up(preface, "component") == nil || !isLetterName(tidy(Text(number))) {
				continue
			}
			own := etree.NewElement("p")
			own.Space = p.Space
			preface.InsertChildAt(p.Index(), own)
			p.RemoveChildAt(number.Index())
			own.AddChild(number)
		}
	}
}

// isLetterName reports whether a text is the letter of a resolution: a capital, or its name in Arabic.
func isLetterName(s string) bool {
	if utf8.RuneCountInString(s) == 1 {
		return unicode.IsUpper([]rune(s)[0])
	}
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Arabic, r) })
}

// labelInText is a label that stands in the text of a paragraph: a number with its stop or dash, a letter in parentheses. A
// number can lack its stop where emphasis follows.
var labelInText = regexp.MustCompile(`^[ \t\r\n]*([0-9]{1,3}[ \x{a0}]*[.\-\x{2013}\x{2014}]?|\(?\pL\))(?:[ \t\r\n\x{a0}]+|$)`)

// labels makes the labels in the texts of paragraphs elements, where they are the next to come: after the number of the
// paragraph before, or the first letter after a colon.
func (n *normalizer) labels() {
	for body := range Find(n.doc.Root(), bodyNames...) {
		number, letters, colon := 0, 0, false
		for _, p := range slices.Collect(Find(body, "paragraph")) {
			if First(p, "num") == nil && Up(p, "authorialNote") == nil {
				splitLabel(p, number, letters, colon)
			}
			switch label := Text(First(p, "num")); {
			case letterValue(label) > 0:
				letters = letterValue(label)
			case labelValue(label) > 0:
				number, letters = labelValue(label), 0
			default:
				letters = 0
			}
			colon = announces(p)
		}
	}
}

// splitLabel takes the label out of the text of a paragraph where it is the next number or letter.
func splitLabel(p *etree.Element, number, letters int, colon bool) {
	text := firstData(firstBlock(p))
	if text == nil {
		return
	}
	m := labelInText.FindStringSubmatchIndex(text.Data)
	if m == nil {
		return
	}
	label := text.Data[m[2]:m[3]]
	if last := label[len(label)-1]; last >= '0' && last <= '9' && m[1] < len(text.Data) {
		return
	}
	if v := letterValue(label); labelValue(label) != number+1 && (v == 0 || v != letters+1 || v == 1 && !colon) {
		return
	}
	text.SetData(text.Data[m[1]:])
	num := etree.NewElement("num")
	num.Space = p.Space
	num.SetText(label)
	p.InsertChildAt(0, num)
}

// firstData is the text that a block begins with, nil where it begins with an element.
func firstData(block *etree.Element) *etree.CharData {
	if block == nil || len(block.Child) == 0 {
		return nil
	}
	text, _ := block.Child[0].(*etree.CharData)
	return text
}

// labelValue is the number that a label of a paragraph has, 0 where it has none: "12.", "12 -".
func labelValue(label string) int {
	v, err := strconv.Atoi(plainLabel(label))
	if err != nil || strings.ContainsAny(label, "()") {
		return 0
	}
	return v
}

// branches are the characters by which Chinese texts count items in parentheses.
const branches = "子丑寅卯辰巳午未申酉戌亥"

// letterValue is the place of the letter in a label like (a), b) or (ج), 0 where it has none.
func letterValue(label string) int {
	if !strings.HasSuffix(strings.TrimSpace(label), ")") {
		return 0
	}
	text := plainLabel(label)
	if len(text) == 1 && text[0] >= 'a' && text[0] <= 'z' {
		return int(text[0]-'a') + 1
	}
	if n, ok := abjadValue(text); ok {
		return n
	}
	if i := strings.Index(branches, text); text != "" && i >= 0 {
		return i/len("子") + 1
	}
	return 0
}

// announces reports whether a paragraph ends in a colon, as before a list.
func announces(p *etree.Element) bool {
	text := tidy(Text(p))
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// lettered makes the paragraphs (a), (b) ... points of the paragraph before them, where that announces them or is numbered.
func (n *normalizer) lettered() {
	for body := range Find(n.doc.Root(), bodyNames...) {
		var head, list *etree.Element // the paragraph that announces, and its list once it has one
		next := 1
		for _, p := range Children(body) {
			value := letterValue(Text(First(p, "num")))
			switch {
			case !Is(p, "paragraph") || value == 0:
				head, list, next = nil, nil, 1
				if Is(p, "paragraph") && First(p, "content") != nil && First(p, "list") == nil &&
					(announces(p) || labelValue(Text(First(p, "num"))) > 0) {
					head = p
				}
			case head != nil && value == next:
				if list == nil {
					list = listOf(head)
				}
				p.Tag = "point"
				moveTo(list, p)
				next++
			default:
				head = nil
			}
		}
	}
}

// strays makes the last point of a paragraph the next one, where it has the number that is missing between this paragraph
// and the one after it.
func (n *normalizer) strays() {
	for body := range Find(n.doc.Root(), bodyNames...) {
		for parent := range Find(body, append([]string{"paragraph"}, sectioned...)...) {
			n.stray(parent)
		}
	}
}

func (n *normalizer) stray(p *etree.Element) {
	number, next := labelValue(Text(First(p, "num"))), 0
	for after := elementAfter(p); after != nil && next == 0; after = elementAfter(after) {
		next = labelValue(Text(First(after, "num")))
	}
	points := slices.Collect(Find(p, "point"))
	if !Is(p, "paragraph") || number == 0 || next != number+2 || len(points) == 0 {
		return
	}
	last := points[len(points)-1]
	if labelValue(Text(First(last, "num"))) != number+1 {
		return
	}
	list := last.Parent()
	list.RemoveChildAt(last.Index())
	last.Tag = "paragraph"
	p.Parent().InsertChildAt(p.Index()+1, last)
	if intro := First(list, "intro"); intro != nil && len(Children(list)) == 1 { // it was the only point
		at := list.Index()
		list.Parent().InsertChildAt(at, intro)
		list.Parent().RemoveChild(list)
		intro.Tag = "content"
	}
}

// elementAfter is the element after e among its siblings, nil if there is none.
func elementAfter(e *etree.Element) *etree.Element {
	if e.Parent() == nil {
		return nil
	}
	siblings := e.Parent().ChildElements()
	if i := slices.Index(siblings, e); i+1 < len(siblings) {
		return siblings[i+1]
	}
	return nil
}

// listOf makes the content of a paragraph the intro of a list.
func listOf(p *etree.Element) *etree.Element {
	content := First(p, "content")
	at := content.Index()
	list := etree.NewElement("list")
	list.Space = p.Space
	content.Tag = "intro"
	p.RemoveChildAt(at)
	list.AddChild(content)
	p.InsertChildAt(at, list)
	return list
}

// leadingRecitals makes recitals of the paragraphs at the start of a body that have no number and end in a comma, where
// a preamble stands before it.
func (n *normalizer) leadingRecitals() {
	for body := range Find(n.doc.Root(), "mainBody") {
		preamble := elementBefore(body)
		if !Is(preamble, "preamble") || len(Children(preamble, "container", "formula")) == 0 {
			continue
		}
		for _, p := range Children(body) {
			if !isRecital(p) || len(Children(body)) < 2 {
				break
			}
			content := First(p, "content")
			p.Tag = "container"
			p.RemoveAttr("eId")
			at := content.Index()
			p.RemoveChildAt(at)
			for _, block := range Children(content) {
				p.InsertChildAt(at, block)
				at++
			}
			SetAttr(p, "name", recitalName("", p))
			moveTo(preamble, p)
		}
	}
}

// isRecital reports whether a paragraph has no number and one text that ends in a comma.
func isRecital(p *etree.Element) bool {
	text := tidy(Text(p))
	return Is(p, "paragraph") && len(Children(p)) == 1 && len(Children(First(p, "content"), "p")) == 1 &&
		(strings.HasSuffix(text, ",") || strings.HasSuffix(text, "،") || strings.HasSuffix(text, "，"))
}
