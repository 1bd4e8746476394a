package validate

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

var unTextRules = []Rule{
	{
		Code: "UN3201", Severity: Warning, Profile: AKN4UN,
		Title:       "the document has no title",
		Explanation: "The title is a docTitle in the preface; the one of the cover page is the heading of adoption. An amendment has none of its own.",
		Bad:         "<coverPage><p><docNumber refersTo=\"#symbol\">A/RES/76/1</docNumber></p></coverPage>",
		Good:        "<coverPage><p><docNumber refersTo=\"#symbol\">A/RES/76/1</docNumber></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Source:      "AKN4UN, preface", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			main := d.facts.main()
			cover := child(main.elem, "coverPage")
			any := func(*etree.Element) bool { return true }
			if cover != nil && main.elem.Tag != "amendment" && descend(child(main.elem, "preface"), "docTitle", any) == nil && descend(cover, "docTitle", any) == nil {
				p.Report(d.at(cover, ""), Finding{Message: "neither preface nor cover page has a docTitle"})
			}
		}),
	},
	{
		Code: "UN3202", Severity: Warning, Profile: AKN4UN,
		Title:       "the preamble does not begin with the enacting words",
		Explanation: "The first element of a preamble is a formula named enactingFormula. An excerpt that begins in the middle has none.",
		Bad:         "<preamble><formula name=\"words\" eId=\"formula_1\"><p>The General Assembly,</p></formula></preamble>",
		Good:        "<preamble><formula name=\"enactingFormula\" eId=\"formula_1\"><p>The General Assembly,</p></formula></preamble>",
		Source:      "AKN4UN, preamble", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("formula") {
				if n.elem.Parent().Tag == "preamble" && n.attr("name") != "enactingFormula" {
					p.Report(d.at(n.elem, "name"), Finding{Message: fmt.Sprintf("the formula of the preamble is named %q", clip(n.attr("name"))), Expected: []string{"enactingFormula"}})
				}
			}
		}),
	},
	{
		Code: "UN3203", Severity: Warning, Profile: AKN4UN,
		Title:       "a preamble has recitals that are not containers",
		Explanation: "Each paragraph of a preamble is a container of its own, named by its opening words; recitals are for texts with \"Whereas\", a block or p alone says nothing.",
		Bad:         "<preamble><p>Recalling it,</p></preamble>",
		Good:        "<preamble><container eId=\"container_1\" name=\"Recalling\"><p>Recalling it,</p></container></preamble>",
		Source:      "AKN4UN, preamble", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("p", "recitals", "block") {
				if n.elem.Parent().Tag == "preamble" {
					p.Report(d.at(n.elem, ""), Finding{Message: fmt.Sprintf("<%s> stands in the preamble", n.local), Expected: []string{"container"}})
				}
			}
		}),
	},
	{
		Code: "UN3204", Severity: Error, Profile: AKN4UN,
		Title:       "a recital does not begin with the words that it is named by",
		Explanation: "@name of a container in the preamble is its opening phrase as printed, in the language of the document.",
		Bad:         "<preamble><container eId=\"container_1\" name=\"Recalling\"><p>Noting it,</p></container></preamble>",
		Good:        "<preamble><container eId=\"container_1\" name=\"Recalling\"><p>Recalling it,</p></container></preamble>",
		Source:      "AKN4UN, preamble", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("container") {
				name, text := tight(n.attr("name")), tight(d.words(n.elem))
				if n.elem.Parent().Tag == "preamble" && text != "" && !strings.HasPrefix(text, name) && !strings.Contains(text[:min(len(text), len(name)+16)], name) {
					p.Report(d.at(n.elem, "name"), Finding{Message: fmt.Sprintf("the recital is named %q and begins %q", clip(n.attr("name")), clip(d.words(n.elem)))})
				}
			}
		}),
	},
	{
		Code: "UN3205", Severity: Error, Profile: AKN4UN,
		Title:       "a recital and its opening phrase have different concepts",
		Explanation: "The container of a recital and the term around its opening phrase refer to one TLCConcept, the same for all languages.",
		Bad:         "<preamble><container eId=\"container_1\" name=\"Recalling\" refersTo=\"#noting\"><p><term eId=\"container_1__term_1\" refersTo=\"#recalling\">Recalling</term> it,</p></container></preamble>",
		Good:        "<preamble><container eId=\"container_1\" name=\"Recalling\" refersTo=\"#recalling\"><p><term eId=\"container_1__term_1\" refersTo=\"#recalling\">Recalling</term> it,</p></container></preamble>",
		Source:      "AKN4UN, preamble", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("term") {
				c := n.elem.Parent()
				for c != nil && c.Tag != "container" && c.Tag != "item" && c.Tag != "authorialNote" {
					c = c.Parent()
				}
				if c == nil || c.Tag != "container" || attr(c, "refersTo") == "" || d.words(n.elem) != attr(c, "name") {
					continue
				}
				if attr(c, "refersTo") != n.attr("refersTo") {
					p.Report(d.at(n.elem, "refersTo"), Finding{Message: fmt.Sprintf("the recital refers to %q, its opening phrase to %q", clip(attr(c, "refersTo")), clip(n.attr("refersTo")))})
				}
			}
		}),
	},
	{
		Code: "UN3206", Severity: Error, Profile: AKN4UN,
		Title:       "ul or ol stands in a document of deliberation",
		Explanation: "Items of a paragraph are points of a list, those of a recital items of a blockList, with the printed label in num: labels are text and are not made by the reader.",
		Bad:         "<mainBody><p>Of these:</p><ul><li>one</li></ul></mainBody>",
		Good:        "<mainBody><p>Of these:</p><blockList eId=\"list_1\"><item eId=\"list_1__item_a\"><num>(a)</num><p>one</p></item></blockList></mainBody>",
		Source:      "AKN4UN, lists", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("ul", "ol") {
				p.Report(d.at(n.elem, ""), Finding{Message: fmt.Sprintf("<%s> is not for documents of deliberation", n.local), Expected: []string{"list", "blockList"}})
			}
		}),
	},
	{
		Code: "UN3207", Severity: Warning, Profile: AKN4UN,
		Title:       "a heading stands as a paragraph",
		Explanation: "A heading with what follows is a section (roman numeral), a title (capital letter), a part, or a division (no number). A paragraph with nothing but a heading cuts the text at the wrong level: no program can say what belongs to it.",
		Bad:         "<mainBody eId=\"body\"><paragraph eId=\"para_1\"><subheading eId=\"para_1__subheading\">Means</subheading><content eId=\"para_1__content\"><p/></content></paragraph></mainBody>",
		Good:        "<mainBody eId=\"body\"><division eId=\"dvs_1\"><heading eId=\"dvs_1__heading\">Means</heading><paragraph eId=\"dvs_1__para_1\"><num>1.</num><content eId=\"dvs_1__para_1__content\"><p>Text</p></content></paragraph></division></mainBody>",
		Source:      "AKN4UN, main body", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("paragraph") {
				if child(n.elem, "num") == nil && (child(n.elem, "subheading") != nil || child(n.elem, "heading") != nil) {
					p.Report(d.at(n.elem, ""), Finding{Message: "a paragraph without a number has a heading", Expected: []string{"section", "title", "part", "division"}})
				}
			}
		}),
	},
	{
		Code: "UN3208", Severity: Warning, Profile: AKN4UN,
		Title:       "paragraph numbers do not go on by one",
		Explanation: "Paragraphs are numbered through the text, or from 1 in each section; a number that is missing or stands twice is a mistake of the text, of its copy or of its reading.",
		Bad:         "<mainBody eId=\"body\"><paragraph eId=\"para_1\"><num>1.</num><content eId=\"para_1__content\"><p/></content></paragraph><paragraph eId=\"para_3\"><num>3.</num><content eId=\"para_3__content\"><p/></content></paragraph></mainBody>",
		Good:        "<mainBody eId=\"body\"><paragraph eId=\"para_1\"><num>1.</num><content eId=\"para_1__content\"><p/></content></paragraph><paragraph eId=\"para_2\"><num>2.</num><content eId=\"para_2__content\"><p/></content></paragraph></mainBody>",
		Source:      "AKN4UN, main body", URL: url4UN,
		Visit: whole(paragraphNumbers),
	},
	{
		Code: "UN3209", Severity: Warning, Profile: AKN4UN,
		Title:       "a draft has a closing or a vote",
		Explanation: "Meeting and date of adoption, and votes, belong to adopted texts. A document named a draft has neither.",
		Bad:         "<statement name=\"draftResolution\"><mainBody><p/></mainBody><conclusions eId=\"conclusions\"><p><docDate date=\"2021-10-08\" refersTo=\"#adoptionDate\">8 October 2021</docDate></p></conclusions></statement>",
		Good:        "<statement name=\"resolution\"><mainBody><p/></mainBody><conclusions eId=\"conclusions\"><p><docDate date=\"2021-10-08\" refersTo=\"#adoptionDate\">8 October 2021</docDate></p></conclusions></statement>",
		Source:      "AKN4UN, conclusions", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			main := d.facts.main()
			if !strings.HasPrefix(attr(main.elem, "name"), "draft") {
				return
			}
			for _, n := range d.find("voting", "docDate") {
				if n.local == "voting" || n.attr("refersTo") == "#adoptionDate" && d.around(n, "conclusions") != nil {
					p.Report(d.at(n.elem, ""), Finding{Message: fmt.Sprintf("a document named %q has a <%s> of adoption", attr(main.elem, "name"), n.local)})
				}
			}
		}),
	},
	{
		Code: "UN3210", Severity: Warning, Profile: AKN4UN,
		Title:       "a mark-up takes in space or punctuation beside the words",
		Explanation: "What a semantic element says holds for the words alone: space, commas and the like stay outside, before and after it.",
		Bad:         "<mainBody><p>See <ref eId=\"ref_1\" href=\"https://undocs.org/A/75/1\">A/75/1,</ref> page 3</p></mainBody>",
		Good:        "<mainBody><p>See <ref eId=\"ref_1\" href=\"https://undocs.org/A/75/1\">A/75/1</ref>, page 3</p></mainBody>",
		Source:      "AKN4UN, principles of content", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("ref", "term", "organization", "person", "role", "date", "location", "concept") {
				text := string(n.text)
				if text == "" || len(text) >= maxOutlineText {
					continue
				}
				first, last := []rune(text)[0], []rune(text)[len([]rune(text))-1]
				if unicode.IsSpace(first) || unicode.IsSpace(last) || strings.ContainsRune(",;:،؛，；：", last) || strings.ContainsRune(",;:،؛，；：", first) {
					p.Report(d.at(n.elem, ""), Finding{Message: fmt.Sprintf("<%s> takes in more than its words: %q", n.local, clip(text))})
				}
			}
		}),
	},
	{
		Code: "UN3301", Severity: Error, Profile: AKN4UN,
		Title:       "a note has no marker, or one that is not printed so",
		Explanation: "A note has the mark that it is called by: a number in plain digits, or asterisks. It stands where it is called.",
		Bad:         "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"n1\" placement=\"bottom\"><p>Note</p></authorialNote></p></mainBody>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"bottom\"><p>Note</p></authorialNote></p></mainBody>",
		Source:      "AKN4UN, notes", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.facts.notes {
				if m := n.attr("marker"); !isNumber(m) && !(m != "" && strings.Trim(m, "*†‡") == "") && !oneLetter(m) {
					p.Report(d.at(n.elem, "marker"), Finding{Message: fmt.Sprintf("the marker of the note is %q", clip(m)), Expected: []string{"a number", "*"}})
				}
			}
		}),
	},
	{
		Code: "UN3302", Severity: Warning, Profile: AKN4UN,
		Title:       "notes are not numbered one after the other",
		Explanation: "Numbers of notes go through the resolution and its annexes by one; an annex may begin at 1. A number that is missing or stands twice is a mistake, or a note that was not found.",
		Bad:         "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"bottom\"><p>Note</p></authorialNote> and<authorialNote eId=\"authorialNote_2\" marker=\"3\" placement=\"bottom\"><p>Note</p></authorialNote></p></mainBody>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"bottom\"><p>Note</p></authorialNote> and<authorialNote eId=\"authorialNote_2\" marker=\"2\" placement=\"bottom\"><p>Note</p></authorialNote></p></mainBody>",
		Source:      "AKN4UN, notes", URL: url4UN,
		Visit: whole(noteNumbers),
	},
	{
		Code: "UN3303", Severity: Warning, Profile: AKN4UN,
		Title:       "a note is not placed at the bottom",
		Explanation: "Notes of the United Nations stand at the foot of the page: placement is bottom.",
		Bad:         "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"side\"><p>Note</p></authorialNote></p></mainBody>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"bottom\"><p>Note</p></authorialNote></p></mainBody>",
		Source:      "AKN4UN, notes", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("authorialNote", "noteRef") {
				if got := n.attr("placement"); got != "bottom" {
					p.Report(d.at(n.elem, "placement"), Finding{Message: fmt.Sprintf("the placement of <%s> is %q", n.local, clip(got)), Expected: []string{"bottom"}})
				}
			}
		}),
	},
	{
		Code: "UN3401", Severity: Warning, Profile: AKN4UN,
		Title:       "the title of a reference is not a canonical symbol",
		Explanation: "@title of a ref is the symbol of the document that it points to, in the form of the symbol's organ: A/RES/79/183, S/RES/2231 (2015). Treaties and places in the document itself have none.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"resolution 75/1\">75/1</ref></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations; ntoso design, section 7", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("ref") {
				title := n.attr("title")
				if s, err := akn.ParseSymbol(title); title != "" && (err != nil || tight(s.String()) != tight(title)) {
					f := Finding{Message: fmt.Sprintf("the title %q is not a canonical symbol", clip(title))}
					if err == nil {
						f.Expected = []string{s.String()}
					}
					p.Report(d.at(n.elem, "title"), f)
				}
			}
		}),
	},
	{
		Code: "UN3402", Severity: Error, Profile: AKN4UN,
		Title:       "a reference points to another document than its title says",
		Explanation: "The href is the name of the work with the number of the symbol, by the organ of the symbol, or the address of the symbol in the Official Document System.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/2\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations; ntoso design, section 7", URL: url4UN,
		Visit: eachCitation(func(p *Pass, d *outline, n *node, s akn.Symbol) {
			if !pointsTo(n.attr("href"), s) {
				p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("%q is not %s, which the title names", clip(n.attr("href")), s), Expected: []string{s.URL()}})
			}
		}),
	},
	{
		Code: "UN3403", Severity: Warning, Profile: AKN4UN,
		Title:       "the title of a reference is not what is printed",
		Explanation: "A ref is around the symbol or number that is printed; its numbers are numbers of the title.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/11</ref></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations", URL: url4UN,
		Visit: eachCitation(func(p *Pass, d *outline, n *node, _ akn.Symbol) {
			if printed, title := d.words(n.elem), n.attr("title"); !numbersIn(printed, title) {
				p.Report(d.at(n.elem, "title"), Finding{Message: fmt.Sprintf("%q is printed, the title is %q", clip(printed), clip(title))})
			}
		}),
	},
	{
		Code: "UN3404", Severity: Warning, Profile: AKN4UN,
		Title:       "a document is cited with two dates",
		Explanation: "All references to a document have one name, and with it one date.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref> and <ref eId=\"ref_2\" href=\"/akn/un/statement/deliberation/unga/2020-12-02/75-1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref> and <ref eId=\"ref_2\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations", URL: url4UN,
		Visit: whole(twoDates),
	},
	{
		Code: "UN3405", Severity: Warning, Profile: AKN4UN,
		Title:       "the date printed after a citation is not the one in its name",
		Explanation: "The name of a work has its date. Where the text gives the date of a cited document beside it, both are the same.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref> of <date date=\"2020-12-02\">2 December 2020</date></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref> of <date date=\"2020-12-01\">1 December 2020</date></p></mainBody>",
		Source:      "AKN4UN, citations", URL: url4UN,
		Visit: whole(citedDates),
	},
	{
		Code: "UN3406", Severity: Warning, Profile: AKN4UN,
		Title:       "the other address of a reference is not that of its document",
		Explanation: "An alternativeReference names by @for a ref of this document, and gives the address of the same document in the Official Document System.",
		Bad:         "<analysis source=\"#ntoso\"><otherReferences source=\"#ntoso\"><alternativeReference for=\"#unga\" href=\"https://undocs.org/A/RES/75/1\"/></otherReferences></analysis>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, metadata: analysis", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("alternativeReference") {
				target := d.facts.resolve(n.attr("for"))
				if target == nil {
					continue
				}
				s, err := akn.ParseSymbol(target.attr("title"))
				if target.local != "ref" && target.local != "rref" {
					p.Report(d.at(n.elem, "for"), Finding{Message: fmt.Sprintf("%q is a <%s>, not a reference", clip(n.attr("for")), target.local)})
				} else if err == nil && !sameAddress(n.attr("href"), s) {
					p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("%q is not the address of %s", clip(n.attr("href")), s), Expected: []string{s.URL()}})
				}
			}
		}),
	},
	{
		Code: "UN3407", Severity: Warning, Profile: AKN4UN,
		Title:       "a document of the United Nations is cited by a link alone",
		Explanation: "`a` is for pages of the web. A citation of a document is a ref, with its symbol for a title: programs follow citations, and a link does not say that it is one.",
		Bad:         "<mainBody><p><a href=\"https://undocs.org/en/A/RES/75/1\">75/1</a></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"https://undocs.org/A/RES/75/1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("a") {
				if href := n.attr("href"); strings.Contains(href, "//undocs.org/") || strings.Contains(href, "//docs.un.org/") {
					p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("the document at %q is cited by a link", clip(href)), Expected: []string{"ref"}, Fix: "write a ref: ntoso normalize"})
				}
			}
		}),
	},
	{
		Code: "UN3408", Severity: Warning, Profile: AKN4UN,
		Title:       "a document is cited without its symbol",
		Explanation: "A ref to another document of the United Nations has its symbol for a title. The document itself, and places in it, need none.",
		Bad:         "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\">75/1</ref></p></mainBody>",
		Good:        "<mainBody><p><ref eId=\"ref_1\" href=\"/akn/un/statement/deliberation/unga/2020-12-01/75-1\" title=\"A/RES/75/1\">75/1</ref></p></mainBody>",
		Source:      "AKN4UN, citations; ntoso design, section 5", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			own := d.facts.main().work.uriIRI
			for _, n := range d.find("ref") {
				iri, err := akn.ParseIRI(n.attr("href"))
				if err == nil && n.attr("title") == "" && iri.Country() == "un" && !iri.SameWork(own) {
					p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("the reference to %q has no title", clip(n.attr("href")))})
				}
			}
		}),
	},
	{
		Code: "UN3501", Severity: Error, Profile: AKN4UN,
		Title:       "an annex does not have the name of its document",
		Explanation: "An annex that is no work of its own has the FRBRuri of the document it belongs to, and the component !annex_1, !annex_2 and so on, by its place.",
		Bad:         exampleAnnex("2"),
		Good:        exampleAnnex("1"),
		Source:      "AKN4UN, annexes", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			place, main := 0, d.facts.main()
			for _, doc := range d.facts.documents {
				if doc.local != "doc" || attr(doc.elem, "name") != "annex" || !doc.work.named() {
					continue
				}
				place++
				want := fmt.Sprintf("annex_%d", place)
				if doc.work.uriIRI.SameWork(main.work.uriIRI) && doc.work.thisIRI.Component() != want {
					p.Report(d.at(doc.work.this, "value"), Finding{Message: fmt.Sprintf("the annex in place %d is named %q", place, clip(doc.work.thisIRI.Component())), Expected: []string{want}})
				}
			}
		}),
	},
}

func exampleAnnex(place string) string {
	identification := strings.ReplaceAll(exampleNamed("un/statement/deliberation/unga/2021-10-08/76-1", exampleNumber, "eng"), "!main", "!annex_"+place)
	return `<mainBody><p/></mainBody><attachments><attachment eId="att_1"><doc name="annex"><meta>` + identification +
		`</meta><mainBody><p/></mainBody></doc></attachment></attachments>`
}

// tight is a text for comparison: without spaces and marks of direction or joining.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func oneLetter(s string) bool { return len(s) == 1 && (s[0]|0x20) >= 'a' && (s[0]|0x20) <= 'z' }

// paragraphNumbers wants plain numbers of sibling paragraphs to go on by one. Where paragraphs do not begin at 1, they go
// on from those before their section.
func paragraphNumbers(p *Pass, d *outline) {
	last := map[*etree.Element]int{}
	for _, n := range d.find("paragraph") {
		label := akn.NumberPart(d.words(child(n.elem, "num")))
		number, err := strconv.Atoi(label)
		if err != nil || d.around(n, "quotedStructure", "embeddedStructure") != nil {
			continue
		}
		parent := n.elem.Parent()
		if before := last[parent]; before != 0 && number != before+1 {
			p.Report(d.at(n.elem, ""), Finding{Message: fmt.Sprintf("paragraph %d follows paragraph %d", number, before), Expected: []string{strconv.Itoa(before + 1)}})
		}
		last[parent] = number
	}
}

// noteNumbers wants the numbers of notes to go on by one.
func noteNumbers(p *Pass, d *outline) {
	last := 0
	var scope *node
	for _, n := range d.facts.notes {
		number, err := strconv.Atoi(n.attr("marker"))
		if err != nil {
			continue
		}
		in := d.around(n, "attachment", "component")
		if number != last+1 && !(number == 1 && in != scope) {
			message := fmt.Sprintf("note %d follows note %d", number, last)
			if last == 0 {
				message = fmt.Sprintf("the first note is %d", number)
			}
			p.Report(d.at(n.elem, "marker"), Finding{Message: message, Expected: []string{strconv.Itoa(last + 1)}})
		}
		last, scope = number, in
	}
}

// realDate says whether a date of an IRI is one of the calendar.
func realDate(s string) bool {
	_, err := time.Parse("2006-01-02", s)
	return err == nil
}

// pointsTo says whether an href is the name or the address of the document with a symbol.
func pointsTo(href string, s akn.Symbol) bool {
	if iri, err := akn.ParseIRI(href); err == nil && iri.Level() != akn.LevelLocal {
		return iri.Country() == "un" && iri.Number() == s.Number() && realDate(iri.Date()) &&
			(!s.IsAdopted() || iri.Actor() == s.Actor() && iri.DocType() == "statement" && iri.Subtype() == "deliberation")
	}
	return sameAddress(href, s)
}

// numbersIn says whether all numbers of a text are numbers of a symbol.
func numbersIn(text, symbol string) bool {
	have := map[string]bool{}
	for _, t := range tokens(symbol) {
		have[t.digits] = true
	}
	text, _, _ = strings.Cut(text, "(") // a session or year: Arabic writes roman numerals as numbers
	for _, t := range tokens(text) {
		if t.digits != "" && !have[t.digits] {
			return false
		}
	}
	return true
}

// eachCitation makes the visit of a rule that judges each ref with the symbol that is its title.
func eachCitation(judge func(*Pass, *outline, *node, akn.Symbol)) func(*Pass) Visitor {
	return whole(func(p *Pass, d *outline) {
		for _, n := range d.find("ref") {
			if s, err := akn.ParseSymbol(n.attr("title")); err == nil {
				judge(p, d, n, s)
			}
		}
	})
}

func twoDates(p *Pass, d *outline) {
	dates := map[akn.IRI]string{}
	for _, n := range d.find("ref") {
		iri, err := akn.ParseIRI(n.attr("href"))
		if err != nil || iri.Date() == "" {
			continue
		}
		key, err := akn.WorkName{Country: iri.Country(), DocType: iri.DocType(), Subtype: iri.Subtype(), Actor: iri.Actor(), Date: "1900", Number: iri.Number()}.IRI()
		if err != nil {
			continue
		}
		if before := dates[key]; before != "" && before != iri.Date() {
			p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("%q was cited with the date %s before", clip(n.attr("href")), before), Expected: []string{before}})
			continue
		}
		dates[key] = iri.Date()
	}
}

// citedDates compares the date that follows references, with no other element between, with those in their names.
func citedDates(p *Pass, d *outline) {
	if datesFirst()[d.facts.main().expr.get("FRBRlanguage", "language")] {
		return
	}
	for _, n := range d.find("date") {
		cited := d.citedBefore(n)
		if cited == nil || strings.Contains(" "+strings.Join(cited, " ")+" ", " "+n.attr("date")+" ") {
			continue
		}
		p.Report(d.at(n.elem, "date"), Finding{Message: fmt.Sprintf("the date is %s, the document cited before it has %s", clip(n.attr("date")), strings.Join(cited, ", "))})
	}
}

// maxBetween bounds the text that is kept between the end tag of a reference and a date.
const maxBetween = 48

// dated are the words between a reference and the date of its document, in five languages; other words say something
// else of the date, "until" or "by".
var dated = names("of dated du de от المؤرخ المؤرخة المؤرخين")

// citedBefore gives the dates in the names of the references that stand directly before a date: one, or those of an mref,
// whose dates are often printed together.
func (d *outline) citedBefore(date *node) []string {
	siblings := date.elem.Parent().ChildElements()
	for i, e := range siblings {
		if e != date.elem || i == 0 {
			continue
		}
		before := siblings[i-1]
		if !dated[date.before] {
			return nil
		}
		if before.Tag == "mref" {
			return citedIn(before.ChildElements())
		}
		return citedIn([]*etree.Element{before})
	}
	return nil
}

// citedIn gives the dates in the names of references; nil where the last has none.
func citedIn(refs []*etree.Element) (dates []string) {
	for _, ref := range refs {
		if ref.Tag == "rref" {
			dates = append(dates, citedIn(ref.ChildElements())...)
		}
		if ref.Tag != "ref" {
			continue
		}
		iri, err := akn.ParseIRI(attr(ref, "href"))
		if err != nil || iri.Date() == "" || iri.Date() == akn.UnknownDate {
			return nil
		}
		dates = append(dates, iri.Date())
	}
	return dates
}
