package validate

import (
	"fmt"
	"strings"

	"github.com/ntoso/ntoso/akn"
)

var referenceRules = []Rule{
	{
		Code: "AKN2101", Severity: Error, Profile: AKN,
		Title:       "a reference within the document points to nothing",
		Explanation: "A value that begins with # names the eId of an element of this document: of a role or concept in `references`, of a note, of a paragraph. There is no element with that eId.",
		Bad:         "<mainBody><p><ref href=\"#para_9\">paragraph 9</ref></p></mainBody>",
		Good:        "<mainBody><paragraph eId=\"para_9\"><num>9.</num><content><p>See <ref href=\"#para_9\">this paragraph</ref></p></content></paragraph></mainBody>",
		Source:      "Akoma Ntoso 1.0, part 1, section 4.3", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for i := range d.nodes {
				danglingIn(p, d, &d.nodes[i])
			}
		}),
	},
	{
		Code: "AKN2102", Severity: Error, Profile: AKN,
		Title:       "a reference points to a component or element that this document does not have",
		Explanation: "`!annex_1` names an annex or another component of this document, by its FRBRthis; `!main#para_3`, or the document's own IRI with `#para_3`, a place in it.",
		Bad:         "<mainBody><p><ref href=\"!annex_3\">annex III</ref></p></mainBody>",
		Good:        "<mainBody><p><ref href=\"!main\">the present text</ref></p></mainBody>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.6", URL: urlNaming,
		Visit: whole(missingComponent),
	},
	{
		Code: "AKN2103", Severity: Error, Profile: AKN,
		Title:       "a noteRef does not point to a note",
		Explanation: "A noteRef calls a note a second time, or an editor's note in `meta/notes`. Its href must be the eId of an authorialNote or note.",
		Bad:         "<mainBody><p eId=\"p_1\">Text<noteRef href=\"#p_1\" marker=\"1\"/></p></mainBody>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\"><p>Note</p></authorialNote> and more<noteRef href=\"#authorialNote_1\" marker=\"1\"/></p></mainBody>",
		Source:      "Akoma Ntoso 1.0, part 2, noteRef", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("noteRef") {
				if t := d.facts.resolve(n.attr("href")); t != nil && t.local != "authorialNote" && t.local != "note" {
					p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("the noteRef points to %q, which is a <%s>, not a note", clip(n.attr("href")), t.local)})
				}
			}
		}),
	},
	{
		Code: "AKN2104", Severity: Error, Profile: AKN,
		Title:       "a note is called by two markers",
		Explanation: "A noteRef prints the marker of the note that it calls. Where it prints another, one of the two is wrong.",
		Bad:         "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\"><p>Note</p></authorialNote> and more<noteRef href=\"#authorialNote_1\" marker=\"2\"/></p></mainBody>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\"><p>Note</p></authorialNote> and more<noteRef href=\"#authorialNote_1\" marker=\"1\"/></p></mainBody>",
		Source:      "Akoma Ntoso 1.0, part 2, noteRef", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("noteRef") {
				t := d.facts.resolve(n.attr("href"))
				if t == nil || t.local != "authorialNote" || n.attr("marker") == "" || n.attr("marker") == t.attr("marker") {
					continue
				}
				p.Report(d.at(n.elem, "marker"), Finding{
					Message:  fmt.Sprintf("the noteRef has the marker %q, its note %q", clip(n.attr("marker")), clip(t.attr("marker"))),
					Expected: []string{t.attr("marker")},
				})
			}
		}),
	},
	{
		Code: "AKN2105", Severity: Warning, Profile: AKN,
		Title:       "an editor's note is called by nothing",
		Explanation: "A note in `meta/notes` is read where a noteRef calls it. Nothing calls this one, so that no reader will see it.",
		Bad:         "<meta>" + exampleIdentification + "<notes source=\"#ntoso\"><note eId=\"note_1\"><p>Note</p></note></notes></meta>",
		Good:        "<mainBody><p>Text<authorialNote eId=\"authorialNote_1\" marker=\"1\"><p>Note</p></authorialNote></p></mainBody>",
		Source:      "Akoma Ntoso 1.0, part 2, note", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			called := map[string]bool{}
			for _, n := range d.find("noteRef") {
				called[n.attr("href")] = true
			}
			for _, n := range d.find("note") {
				if id := n.attr("eId"); id != "" && !called["#"+id] && d.around(n, "notes") != nil {
					p.Report(d.at(n.elem, "eId"), Finding{Message: fmt.Sprintf("no noteRef calls the note %q", clip(id))})
				}
			}
		}),
	},
}

// exampleIdentification is the beginning of exampleMeta, with the references that it needs, for examples of meta.
var exampleIdentification = func() string {
	identification, _, _ := strings.Cut(exampleMeta[len("<meta>"):], "<references")
	return identification + `<references source="#ntoso"><TLCOrganization eId="ntoso" href="/akn/ontology/organization/un/ntoso" showAs="ntoso"/>` +
		`<TLCOrganization eId="unga" href="/akn/ontology/organization/un/unga" showAs="General Assembly"/>` +
		`<TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="author"/></references>`
}()

// noReference are attributes whose value is text, also where it begins with #.
var noReference = names("eId wId GUID name value showAs shortForm alt title style class marker number date startQuote endQuote")

// danglingIn reports the references of an element that point to nothing.
func danglingIn(p *Pass, d *outline, n *node) {
	for _, a := range n.elem.Attr {
		if noReference[a.Key] || !strings.Contains(a.Value, "#") {
			continue
		}
		for _, ref := range strings.Fields(a.Value) {
			if len(ref) < 2 || ref[0] != '#' || d.facts.resolve(ref) != nil {
				continue
			}
			p.Report(d.at(n.elem, a.Key), dangling(d, a.Key, n, ref))
		}
	}
}

// dangling is the finding about a reference to nothing. Some tools give the targets an xml:id, which is no eId.
func dangling(d *outline, key string, n *node, ref string) Finding {
	if t := d.facts.xmlIDs[ref[1:]]; t != nil {
		return Finding{
			Message: fmt.Sprintf("the %s of <%s> is %q, which is the xml:id of <%s>: references are to eIds", key, n.local, clip(ref), t.local),
			Fix:     fmt.Sprintf("give that element the eId %q, too", clip(ref[1:])),
		}
	}
	return Finding{
		Message: fmt.Sprintf("the %s of <%s> is %q, but no element has this eId", key, n.local, clip(ref)),
		Fix:     "add the element, or an entry in references, or correct the reference",
	}
}

// missingComponent reports references to parts of this document that are not there.
func missingComponent(p *Pass, d *outline) {
	main := d.facts.main()
	components := map[string]bool{}
	for _, doc := range d.facts.documents {
		components[doc.work.thisIRI.Component()] = true
	}
	for _, n := range d.find("ref", "rref", "a", "documentRef", "hasAttachment", "activeRef", "componentRef") {
		for _, key := range []string{"href", "src", "from", "upTo"} {
			value := n.attr(key)
			iri, err := akn.ParseIRI(value)
			own := iri.Level() == akn.LevelLocal && !strings.HasPrefix(value, "#") || iri.SameWork(main.work.uriIRI)
			if err != nil || value == "" || !own {
				continue
			}
			if c := iri.Component(); c != "" && len(components) > 0 && !components[c] {
				p.Report(d.at(n.elem, key), Finding{Message: fmt.Sprintf("%q names the component %q, which this document does not have", clip(value), clip(c))})
			} else if id := iri.Fragment(); id != "" && iri.Language() == "" && d.facts.ids[id] == nil {
				p.Report(d.at(n.elem, key), Finding{Message: fmt.Sprintf("%q points into this document, but no element has the eId %q", clip(value), clip(id))})
			}
		}
	}
}
