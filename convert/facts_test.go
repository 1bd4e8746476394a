package convert_test

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
)

// facts are what a document says of itself, by the keys of the labels (testdata/conformance/README.md, "Labels").
func facts(doc *akn.Document) map[string]any {
	f := map[string]any{}
	statement := doc.Statement()
	f["name"] = statement.Name()
	_, f["symbol"] = statement.Work().Number()
	f["lang"] = statement.Expression().Language()
	frontFacts(f, doc)
	preambleFacts(f, doc)
	operativeFacts(f, doc)
	noteFacts(f, doc)
	return f
}

// frontFacts are those of the metadata, cover page, preface and closing.
func frontFacts(f map[string]any, doc *akn.Document) {
	s := doc.Statement()
	cover, preface, closing := s.CoverPage().Element(), s.Preface().Element(), s.Conclusions().Element()
	front := append(find(cover, "session", "docCommittee"), find(preface, "session", "docCommittee")...)
	for _, e := range front {
		if n, err := strconv.Atoi(akn.Attr(e, "value")); err == nil {
			key := map[bool]string{true: "session", false: "committee"}[akn.Is(e, "session")]
			if _, known := f[key]; !known {
				f[key] = n
			}
		}
	}
	var items []string
	for k := range doc.Keywords() {
		if k.Concept() == "#agendaItem" {
			items = append(items, k.Value())
		}
	}
	f["agenda_items"] = items
	keys := map[string]string{"#dateOfIssuance": "date_issued", "#adoptionDate": "date_adopted"}
	for _, part := range []*etree.Element{cover, preface, closing} {
		for _, e := range find(part, "docDate") {
			if key := keys[akn.Attr(e, "refersTo")]; key != "" {
				f[key] = akn.Attr(e, "date")
			}
		}
	}
	f["original_language"] = s.Expression().Language()
	if _, from := s.Expression().Translation(); from != "" {
		f["original_language"] = from
	}
	if e := one(doc.Main(), "docketNumber"); e != nil {
		f["job_number"] = regexp.MustCompile(`\s*\([A-Z]\)$`).ReplaceAllString(squeezed(e), "")
	}
	f["sponsors"] = texts(find(preface, "organization"))
	f["title"] = squeezed(one(preface, "docTitle"))
	f["number_in_title"] = strings.TrimRight(squeezed(one(preface, "docNumber")), ".")
	f["closing_meeting"] = squeezed(closing)
	var annexes []string
	for a := range doc.Attachments() {
		annexes = append(annexes, squeezed(akn.First(a.Element(), "heading")))
	}
	f["annexes"] = annexes
}

func preambleFacts(f map[string]any, doc *akn.Document) {
	preamble := doc.Statement().Preamble().Element()
	f["enacting"] = squeezed(akn.First(preamble, "formula"))
	recitals := akn.Children(preamble, "container")
	f["recitals"], f["recitals_cut_by_page"] = len(recitals), cut(recitals)
	f["recital_starts"] = texts(recitals)
	sub := map[string][]string{}
	for i, r := range recitals {
		if list := inner(r, "item", "point"); len(list) > 0 {
			sub["preamble:"+strconv.Itoa(i+1)] = labelsOf(list)
		}
	}
	f["subparagraphs"] = sub
}

func operativeFacts(f map[string]any, doc *akn.Document) {
	body := doc.Body()
	paragraphs := inner(body, "paragraph")
	f["operative"], f["operative_cut_by_page"] = len(paragraphs), cut(paragraphs)
	var numbers, starts []string
	sub, subsub := f["subparagraphs"].(map[string][]string), map[string][]string{}
	for _, p := range paragraphs {
		number := label(p)
		if akn.First(p, "num") != nil {
			numbers = append(numbers, number)
		}
		starts = append(starts, afterNum(p))
		items := inner(p, "point", "item")
		if len(items) > 0 {
			sub[number] = labelsOf(items)
		}
		for _, i := range items {
			if below := inner(i, "point", "item"); len(below) > 0 {
				subsub[number+"."+label(i)] = labelsOf(below)
			}
		}
	}
	f["operative_numbers"], f["operative_starts"], f["subsub"] = numbers, starts, subsub
	sections := [][2]string{}
	for _, s := range find(body, "section", "part", "title", "division", "chapter") {
		sections = append(sections, [2]string{strings.TrimRight(squeezed(akn.First(s, "num")), "."), squeezed(akn.First(s, "heading"))})
	}
	f["sections"] = sections
}

func noteFacts(f map[string]any, doc *akn.Document) {
	var markers, starts, cited []string
	for n := range doc.Notes() {
		markers, starts = append(markers, n.Marker()), append(starts, squeeze(akn.Text(n.Element())))
	}
	f["footnotes"], f["footnote_markers"], f["footnote_starts"] = len(markers), markers, starts
	seen := map[string]bool{}
	for _, part := range []*etree.Element{doc.Statement().Preamble().Element(), doc.Body()} {
		for _, e := range find(part, "ref") {
			if title := akn.Attr(e, "title"); title != "" && !seen[title] {
				seen[title] = true
				cited = append(cited, title)
			}
		}
	}
	f["citations"] = cited
}

func find(e *etree.Element, names ...string) []*etree.Element {
	var list []*etree.Element
	if e != nil {
		for found := range akn.Find(e, names...) {
			list = append(list, found)
		}
	}
	return list
}

func one(e *etree.Element, name string) *etree.Element {
	if list := find(e, name); len(list) > 0 {
		return list[0]
	}
	return nil
}

// inner are the nearest elements of the names below e: not those in a note or inside another of them.
func inner(e *etree.Element, names ...string) []*etree.Element {
	var list []*etree.Element
	if e == nil {
		return nil
	}
	for _, c := range e.ChildElements() {
		switch {
		case akn.Is(c, names...):
			list = append(list, c)
		case !akn.Is(c, "authorialNote", "attachments", "quotedStructure"):
			list = append(list, inner(c, names...)...)
		}
	}
	return list
}

func labelsOf(items []*etree.Element) []string {
	list := make([]string, len(items))
	for i, e := range items {
		list[i] = label(e)
	}
	return list
}

func label(e *etree.Element) string {
	return strings.Trim(squeezed(akn.First(e, "num")), " .()（）-–．、")
}

func afterNum(e *etree.Element) string {
	var parts []string
	for _, c := range e.ChildElements() {
		if !akn.Is(c, "num", "heading", "subheading") {
			parts = append(parts, squeezed(c))
		}
	}
	return strings.Join(parts, " ")
}

func texts(list []*etree.Element) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = squeezed(e)
	}
	return out
}

// cut counts the elements in whose running text a page ends.
func cut(list []*etree.Element) int {
	n := 0
	for _, e := range list {
		for _, eop := range find(e, "eop") {
			if akn.Up(eop, "authorialNote") == nil && goesOn(eop) {
				n++
				break
			}
		}
	}
	return n
}

// goesOn reports whether text follows the element in its block.
func goesOn(e *etree.Element) bool {
	for ; e != nil && !akn.Is(e, "p", "num"); e = e.Parent() {
		for _, token := range e.Parent().Child[e.Index()+1:] {
			switch token := token.(type) {
			case *etree.CharData:
				if strings.TrimSpace(token.Data) != "" {
					return true
				}
			case *etree.Element:
				if strings.TrimSpace(akn.Text(token)) != "" {
					return true
				}
			}
		}
	}
	return false
}

// squeezed is the text of the element, blocks a space apart, without notes, with single spaces.
func squeezed(e *etree.Element) string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	var walk func(*etree.Element)
	walk = func(e *etree.Element) {
		for _, token := range e.Child {
			switch token := token.(type) {
			case *etree.CharData:
				b.WriteString(token.Data)
			case *etree.Element:
				if !akn.Is(token, "authorialNote", "noteRef") {
					walk(token)
				}
			}
		}
		if akn.Is(e, "eol", "eop", "p", "num", "item", "point") {
			b.WriteByte(' ')
		}
	}
	walk(e)
	return squeeze(b.String())
}

var afterHyphen = regexp.MustCompile(`([\pL\pN][-\x{2010}\x{2011}]) ([\pL\pN])`)

// squeeze writes white space as single spaces, none after a hyphen inside a word, and leaves invisible marks out.
func squeeze(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\u00ad' || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
	return afterHyphen.ReplaceAllString(strings.Join(strings.Fields(s), " "), "$1$2")
}
