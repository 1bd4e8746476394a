package validate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

const (
	urlNaming = "https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/akn-nc-v1.0.html"
	url4UN    = "https://unsceb-hlcm.github.io/"
)

// tooLarge is the rule about documents that the others of its kind do not judge.
const tooLarge = "AKN2000"

var eidRules = []Rule{
	{
		Code: tooLarge, Severity: Note, Profile: AKN,
		Title:       "a document is too large for the rules of its whole",
		Explanation: "Rules on ids, references and metadata look at a document as a whole and remember its elements. A document with more than half a million elements is judged by the schema alone; divide it into components.",
		Source:      "ntoso, limits", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			if d.full {
				p.Report(Place{}, Finding{Message: fmt.Sprintf("the document has more than %d elements: ids, references and metadata were not judged", maxOutline)})
			}
		}),
	},
	{
		Code: "AKN2001", Severity: Warning, Profile: AKN,
		Title:       "an eId does not have the form of the naming convention",
		Explanation: "An eId is one step or several with two underscores between them; a step is a kind of element, then, after one underscore, its number: `sec_2__para_3`. Names in `meta` are free.",
		Bad:         "<mainBody><paragraph eId=\"3-para\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Good:        "<mainBody><paragraph eId=\"para_3\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 5", URL: urlNaming,
		Visit: eachEID(func(d *outline, n *node, id string) string {
			if eidForm.MatchString(id) {
				return ""
			}
			return "has not the form kind_number, with two underscores between steps"
		}),
	},
	{
		Code: "AKN2002", Severity: Warning, Profile: AKN,
		Title:       "an eId says that its element is of another kind",
		Explanation: "The last step of an eId begins with the name of the element or with an abbreviation of it (`para` for paragraph, `sec` for section), or, for an hcontainer, with its @name.",
		Bad:         "<mainBody><paragraph eId=\"sec_3\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Good:        "<mainBody><paragraph eId=\"para_3\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 5", URL: urlNaming,
		Visit: eachEID(func(d *outline, n *node, id string) string {
			step := lastStep(id)
			kind, _, _ := strings.Cut(step, "_")
			number := step[strings.LastIndex(step, "_")+1:]
			if number == step {
				number = ""
			}
			if !eidForm.MatchString(id) || kind == n.local || kind == akn.Abbreviation(n.local) || kind == n.attr("name") || abbreviates(kind, n.local) {
				return ""
			}
			return fmt.Sprintf("names in its last step another kind, %q: by the convention it is %s", kind, ofKind(id, kind, akn.Abbreviation(n.local), number))
		}),
	},
	{
		Code: "AKN2003", Severity: Warning, Profile: AKN,
		Title:       "an eId begins with that of an element which is not around it",
		Explanation: "What stands before the last step of an eId is the eId of an element around this one: `sec_2__para_3` is in `sec_2`. An element that there is once in its place counts with the eId that it would have: `preface__p_1` is in a preface. After an edit the old prefix may have been left.",
		Bad:         "<mainBody><section eId=\"sec_1\"><num>1</num><paragraph eId=\"sec_2__para_3\"><num>3.</num><content><p>Text</p></content></paragraph></section></mainBody>",
		Good:        "<mainBody><section eId=\"sec_1\"><num>1</num><paragraph eId=\"sec_1__para_3\"><num>3.</num><content><p>Text</p></content></paragraph></section></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 5", URL: urlNaming,
		Visit: eachEID(func(d *outline, n *node, id string) string {
			last := strings.LastIndex(id, "__")
			if last < 0 || !eidForm.MatchString(id) || d.isAround(n, id[:last]) || d.implies(n, id[:last]) {
				return ""
			}
			return fmt.Sprintf("begins with %q, which is not the eId of an element around it", id[:last])
		}),
	},
	{
		Code: "AKN2004", Severity: Warning, Profile: AKN,
		Title:       "the number in an eId is not the one that is printed",
		Explanation: "The number in the last step of an eId is what <num> prints, without punctuation and spaces: `(a)` gives `a`, `3 bis.` gives `3bis`. A second element of the same number has `_2` after it.",
		Bad:         "<mainBody><paragraph eId=\"para_4\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Good:        "<mainBody><paragraph eId=\"para_3\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 5", URL: urlNaming,
		Visit: eachEID(wrongNumber),
	},
	{
		Code: "AKN2005", Severity: Warning, Profile: AKN,
		Title:       "a wId repeats the eId",
		Explanation: "A wId keeps the name that an element had in the first version, once the eId is another. Where both are equal the wId says nothing and goes stale with the next edit.",
		Bad:         "<mainBody><paragraph eId=\"para_3\" wId=\"para_3\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Good:        "<mainBody><paragraph eId=\"para_3\" wId=\"para_2\"><num>3.</num><content><p>Text</p></content></paragraph></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 5", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for i := range d.nodes {
				if n := &d.nodes[i]; n.attr("wId") != "" && n.attr("wId") == n.attr("eId") {
					p.Report(d.at(n.elem, "wId"), Finding{Message: fmt.Sprintf("the wId of <%s> is its eId %q", n.local, clip(n.attr("eId"))), Fix: "leave the wId out"})
				}
			}
		}),
	},
	{
		Code: "UN3001", Severity: Error, Profile: AKN4UN,
		Title:       "an eId is not the one of the convention",
		Explanation: "In documents of the United Nations an eId follows from the place and the printed number of its element alone: `para_12__list_1__point_a`. So it is the same in all languages, and a citation of a paragraph can be written without looking. References follow when ids are assigned anew (`ntoso normalize`).",
		Bad:         "<preamble><container eId=\"container_2\" name=\"Recalling\"><p>Recalling it,</p></container></preamble>",
		Good:        "<preamble><container eId=\"container_1\" name=\"Recalling\"><p>Recalling it,</p></container></preamble>",
		Source:      "AKN4UN, naming convention: eId", URL: url4UN,
		Visit: whole(unconventional),
	},
	{
		Code: "UN3002", Severity: Warning, Profile: AKN4UN,
		Title:       "an element that is cited or counted has no eId",
		Explanation: "Paragraphs, sections, points, recitals, notes, references and their like have an eId, so that others can point to them.",
		Bad:         "<mainBody><paragraph><num>1.</num><content eId=\"para_1__content\"><p>Text</p></content></paragraph></mainBody>",
		Good:        "<mainBody eId=\"body\"><paragraph eId=\"para_1\"><num>1.</num><content eId=\"para_1__content\"><p>Text</p></content></paragraph></mainBody>",
		Source:      "AKN4UN, naming convention: eId", URL: url4UN,
		Visit: whole(nameless),
	},
}

// eidForm is the form of eIds: steps of a kind and a number, which may hold one underscore before the count of a
// repetition.
var eidForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9.-]*(_[^_]+)*(__[A-Za-z][A-Za-z0-9.-]*(_[^_]+)*)*$`)

// abbreviates says whether the letters of an abbreviation stand in a name, in order and from the first on: lvl in level.
func abbreviates(short, name string) bool {
	if len(short) < 2 || name == "" || short[0] != name[0] {
		return false
	}
	i := 0
	for j := 0; i < len(short) && j < len(name); j++ {
		if short[i] == name[j] {
			i++
		}
	}
	return i == len(short)
}

func lastStep(id string) string {
	if i := strings.LastIndex(id, "__"); i >= 0 {
		return id[i+2:]
	}
	return id
}

// eachEID makes the visit of a rule that judges an eId by its element. It leaves to the stricter rule of the United
// Nations what that judges.
func eachEID(judge func(d *outline, n *node, id string) string) func(*Pass) Visitor {
	return whole(func(p *Pass, d *outline) {
		if p.c.profile() == AKN4UN {
			return
		}
		for i := range d.nodes {
			n := &d.nodes[i]
			id := n.attr("eId")
			if id == "" || d.around(n, "meta") != nil {
				continue
			}
			if wrong := judge(d, n, id); wrong != "" {
				p.Report(d.at(n.elem, "eId"), Finding{Message: fmt.Sprintf("the eId %q of <%s> %s", clip(id), n.local, wrong)})
			}
		}
	})
}

// ofKind is, quoted, an eId whose last step names another kind, with the same number. The digits at the end of the step are
// one, too; where there are none, the number is left to the reader.
func ofKind(id, was, kind, number string) string {
	if number == "" {
		number = was[len(strings.TrimRight(was, "0123456789")):]
	}
	prefix := id[:len(id)-len(lastStep(id))]
	if number == "" {
		return fmt.Sprintf("%q, with a number where there are several", prefix+kind)
	}
	return strconv.Quote(prefix + kind + "_" + number)
}

// isAround says whether an element around n has the eId.
func (d *outline) isAround(n *node, id string) bool {
	for i := n.parent; i >= 0; i = d.nodes[i].parent {
		if d.nodes[i].attr("eId") == id {
			return true
		}
	}
	return false
}

// implies says whether an element around n that has no eId would have this one: the preface, or the end of a list. What
// there is once in its place is named without a number.
func (d *outline) implies(n *node, id string) bool {
	for i := n.parent; i >= 0; i = d.nodes[i].parent {
		a := &d.nodes[i]
		step := lastStep(id)
		if a.attr("eId") != "" || step != a.local && step != akn.Abbreviation(a.local) {
			continue
		}
		if step == id {
			return true
		}
		prefix := id[:len(id)-len("__")-len(step)]
		return d.isAround(a, prefix) || d.implies(a, prefix)
	}
	return false
}

// wrongNumber compares the number of an eId with the one that is printed, where both are of letters that eIds have.
func wrongNumber(d *outline, n *node, id string) string {
	num := child(n.elem, "num")
	if num == nil || !eidForm.MatchString(id) {
		return ""
	}
	want := akn.NumberPart(d.words(num))
	_, got, ok := strings.Cut(lastStep(id), "_")
	base, _, _ := strings.Cut(got, "_")
	if want == "" || !ok || !plainASCII(want) || strings.EqualFold(base, want) ||
		len(got) > 0 && strings.HasSuffix(strings.ToLower(want), strings.ToLower(got)) { // the label can have the kind before it: Part 2
		return ""
	}
	if printed := d.words(num); got != printed {
		return fmt.Sprintf("has the number %q, but %q is printed", got, clip(printed))
	}
	return fmt.Sprintf("has its number as it is printed, %q: by the convention it is %q", got, want)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// unconventional compares each eId with the one that the convention gives.
func unconventional(p *Pass, d *outline) {
	for n, want := range conventional(d) {
		if got := n.attr("eId"); got != "" && got != want {
			p.Report(d.at(n.elem, "eId"), Finding{
				Message:  fmt.Sprintf("the eId %q of <%s> is not %q, which its place and number give", clip(got), n.local, clip(want)),
				Expected: []string{want}, Fix: "assign the ids anew: ntoso normalize",
			})
		}
	}
}

// nameless reports an element that ought to have an eId and has none. Bodies are not cited by themselves.
func nameless(p *Pass, d *outline) {
	for n, want := range conventional(d) {
		if n.attr("eId") == "" && cited[n.local] {
			p.Report(d.at(n.elem, ""), Finding{
				Message:  fmt.Sprintf("<%s> has no eId: it would be %q", n.local, clip(want)),
				Expected: []string{want}, Fix: "assign the ids: ntoso normalize",
			})
		}
	}
}

// cited are the elements that others point to.
var cited = names(`alinea article authorialNote blockList chapter container division formula hcontainer item list
	paragraph part point recital ref section sublist subparagraph table title attachment keyword step`)

// conventional goes through the elements that have an eId by the convention, with that eId.
func conventional(d *outline) func(yield func(*node, string) bool) {
	return func(yield func(*node, string) bool) {
		if len(d.nodes) == 0 {
			return
		}
		named := d.doc.Copy()
		akn.AssignEIDs(named)
		i := 0
		var walk func(e *etree.Element) bool
		walk = func(e *etree.Element) bool {
			n := &d.nodes[i]
			i++
			if want := attr(e, "eId"); want != "" && akn.NeedsEID(n.local) && !yield(n, want) {
				return false
			}
			for _, c := range e.ChildElements() {
				if !walk(c) {
					return false
				}
			}
			return true
		}
		if root := named.Root(); d.nodes[0].local == "akomaNtoso" {
			walk(root)
		} else {
			for _, c := range root.ChildElements() { // a fragment
				walk(c)
			}
		}
	}
}
