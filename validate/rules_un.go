package validate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

var unIdentityRules = []Rule{
	{
		Code: "UN3101", Severity: Error, Profile: AKN4UN,
		Title:       "the IRI does not name a document of the United Nations",
		Explanation: "The name of a work is /akn/un/, the element of the document, the subtype, the organ, the date and the number. A year or month stands for its first day: the date is written in full.",
		Bad:         exampleNamed("un/statement/deliberation/unga/2021/76-1", exampleNumber, "eng"),
		Good:        exampleNamed("un/statement/deliberation/unga/2021-10-08/76-1", exampleNumber, "eng"),
		Source:      "AKN4UN, naming convention: work", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			iri := doc.work.uriIRI
			if iri.IsZero() || iri.Country() == "un" && iri.Subtype() != "" && iri.Actor() != "" && isDate(iri.Date()) && iri.Number() != "" {
				return
			}
			p.Report(d.at(doc.work.uri, "value"), Finding{
				Message: fmt.Sprintf("%q is not /akn/un/type/subtype/organ/YYYY-MM-DD/number", clip(attr(doc.work.uri, "value")))})
		}),
	},
	{
		Code: "UN3102", Severity: Error, Profile: AKN4UN,
		Title:       "the type in the IRI is not the element of the document",
		Explanation: "The step after /akn/un is the name of the element under akomaNtoso: `statement` for a resolution, `amendment` for an amendment to a draft.",
		Bad:         "<amendment name=\"amendment\"><amendmentBody><amendmentContent><p/></amendmentContent></amendmentBody></amendment>",
		Good:        "<statement name=\"resolution\"><mainBody><p/></mainBody></statement>",
		Source:      "AKN4UN, naming convention: work", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			doc := d.facts.main()
			iri := doc.work.uriIRI
			if iri.Country() != "un" || iri.DocType() == doc.local || iri.DocType() == "collection" && doc.local == "documentCollection" || doc.local == "component" {
				return
			}
			p.Report(d.at(doc.work.uri, "value"), Finding{Message: fmt.Sprintf("the IRI says %q, the document is a <%s>", iri.DocType(), doc.local), Expected: []string{doc.local}})
		}),
	},
	{
		Code: "UN3103", Severity: Error, Profile: AKN4UN,
		Title:       "FRBRsubtype is missing or not the one in the IRI",
		Explanation: "The subtype of resolutions, decisions and their drafts is `deliberation`, that of amendments `modification`; FRBRsubtype and the name say the same.",
		Bad:         "<FRBRsubtype value=\"report\"/>", Good: "<FRBRsubtype value=\"deliberation\"/>",
		Source: "AKN4UN, document classes", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			sub, iri := child(doc.work.elem, "FRBRsubtype"), doc.work.uriIRI
			switch got := attr(sub, "value"); {
			case doc.work.elem == nil || iri.Country() != "un" || got == iri.Subtype():
			case sub == nil:
				p.Report(d.at(doc.work.elem, ""), Finding{Message: "FRBRsubtype is missing: its value is " + quoted(iri.Subtype()), Expected: []string{iri.Subtype()}})
			default:
				p.Report(d.at(sub, "value"), Finding{Message: fmt.Sprintf("FRBRsubtype is %q, the subtype in the IRI %q", clip(got), iri.Subtype()), Expected: []string{iri.Subtype()}})
			}
		}),
	},
	{
		Code: "UN3104", Severity: Error, Profile: AKN4UN,
		Title:       "the organ in the IRI is not the author",
		Explanation: "The organ in the name of the work is the last step of the href of the organization that the FRBRauthor of the work points to.",
		Bad:         "<FRBRauthor href=\"#ntoso\"/>", Good: "<FRBRauthor href=\"#unga\"/>",
		Source: "AKN4UN, naming convention: actor", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			author, actor := child(doc.work.elem, "FRBRauthor"), doc.work.uriIRI.Actor()
			if entry := d.facts.resolve(attr(author, "href")); actor != "" && entry != nil && lastPart(entry.attr("href")) != actor {
				p.Report(d.at(author, "href"), Finding{Message: fmt.Sprintf("the author is %q, the organ in the IRI %q", clip(entry.attr("href")), actor), Expected: []string{actor}})
			}
		}),
	},
	{
		Code: "UN3105", Severity: Error, Profile: AKN4UN,
		Title:       "FRBRnumber is not the number in the IRI",
		Explanation: "The last step of the name of the work is FRBRnumber/@value. A document whose symbol is not known has `nn` there and no FRBRnumber.",
		Bad:         "<FRBRnumber value=\"76-2\" showAs=\"A/RES/76/2\"/>", Good: "<FRBRnumber value=\"76-1\" showAs=\"A/RES/76/1\"/>",
		Source: "AKN4UN, naming convention: number", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			number, iri := child(doc.work.elem, "FRBRnumber"), doc.work.uriIRI.Number()
			if number != nil && iri != "" && !slices.ContainsFunc(doc.work.elem.SelectElements("FRBRnumber"), func(e *etree.Element) bool { return attr(e, "value") == iri }) {
				p.Report(d.at(number, "value"), Finding{Message: fmt.Sprintf("FRBRnumber is %q, the number in the IRI %q", clip(attr(number, "value")), iri), Expected: []string{iri}})
			}
		}),
	},
	{
		Code: "UN3106", Severity: Error, Profile: AKN4UN,
		Title:       "the value of FRBRnumber is not that of its symbol",
		Explanation: "@showAs is the symbol as printed, @value its form in names: the number of an adopted text (`76-1` of A/RES/76/1), the whole symbol of others, with - for / and _ for a space.",
		Bad:         "<FRBRnumber value=\"76-1\" showAs=\"A/RES/76/2\"/>", Good: "<FRBRnumber value=\"76-1\" showAs=\"A/RES/76/1\"/>",
		Source: "AKN4UN, naming convention: number", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			number := child(doc.work.elem, "FRBRnumber")
			value, show := attr(number, "value"), attr(number, "showAs")
			if number == nil || show == "" || value == doc.symbol.Number() || value == akn.NumberStep(doc.symbol.String()) || value == akn.NumberStep(strings.TrimRight(show, "*")) {
				return
			}
			p.Report(d.at(number, "showAs"), Finding{Message: fmt.Sprintf("the symbol is %q, but its value in names %q", clip(show), clip(value)), Expected: []string{doc.symbol.Number()}})
		}),
	},
	{
		Code: "UN3107", Severity: Note, Profile: AKN4UN,
		Title:       "the symbol of the document is not known",
		Explanation: "There is no FRBRnumber, so that the document has `nn` for a number. That is no mistake: when the symbol is known, put it in, and keep the old name as an FRBRalias.",
		Bad:         exampleNamed("un/statement/deliberation/unga/2021-10-08/nn", "", "eng"), Good: "<FRBRnumber value=\"76-1\" showAs=\"A/RES/76/1\"/>",
		Source: "AKN4UN, naming convention: number", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			if doc := d.facts.main(); doc.work.elem != nil && child(doc.work.elem, "FRBRnumber") == nil {
				p.Report(d.at(doc.work.elem, ""), Finding{Message: "the document has no FRBRnumber: its symbol is not known"})
			}
		}),
	},
	{
		Code: "UN3108", Severity: Error, Profile: AKN4UN,
		Title:       "FRBRformat is not the format in the IRI",
		Explanation: "What follows the dot in the name of the manifestation is the value of FRBRformat.",
		Bad:         "<FRBRformat value=\"pdf\"/>", Good: "<FRBRformat value=\"xml\"/>",
		Source: "AKN4UN, naming convention: manifestation", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			sameStep(p, d, &doc.manifst, "FRBRformat", "format", doc.manifst.uriIRI.Format())
		}),
	},
	{
		Code: "UN3109", Severity: Warning, Profile: AKN4UN,
		Title:       "an IRI is not in its canonical form",
		Explanation: "Names have no slash at the end, a slash and an exclamation mark before the component, and a slash before the format: …/76-1/eng@/!main, …/76-1/eng@/.xml. Other forms are read, but two forms of a name are two names for programs that compare text.",
		Bad:         "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main/\"/>",
		Good:        "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>",
		Source:      "AKN4UN, naming convention: components", URL: url4UN,
		Visit: eachLevel(func(p *Pass, d *outline, doc *document, l *level, _ int) {
			canonical(p, d, l.this, l.thisIRI)
			canonical(p, d, l.uri, l.uriIRI)
		}),
	},
	{
		Code: "UN3110", Severity: Error, Profile: AKN4UN,
		Title:       "FRBRthis does not name the component",
		Explanation: "FRBRthis names the component that it stands in: /!main in the main document, /!annex_1 in the first annex. The three levels name the same one, the whole document is FRBRuri and has none.",
		Bad:         "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!annex_1\"/>",
		Good:        "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>",
		Source:      "AKN4UN, naming convention: components", URL: url4UN,
		Visit: eachDocument(wrongComponent),
	},
	{
		Code: "UN3111", Severity: Warning, Profile: AKN4UN,
		Title:       "the language is not one that the United Nations' documents have",
		Explanation: "FRBRlanguage is one of the six official languages by ISO 639-2 (ara, zho, eng, fra, rus, spa), or mul or und. It is a warning: some documents are translated into other languages, too, German among them.",
		Bad:         exampleNamed("un/statement/deliberation/unga/2021-10-08/76-1", exampleNumber, "ita"),
		Good:        goodExpr,
		Source:      "AKN4UN, language codes", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			l := child(doc.expr.elem, "FRBRlanguage")
			if code := attr(l, "language"); l != nil && !strings.Contains(" ara zho eng fra rus spa mul und ", " "+code+" ") {
				p.Report(d.at(l, "language"), Finding{Message: fmt.Sprintf("the language is %q", clip(code)), Expected: strings.Fields("ara zho eng fra rus spa mul und")})
			}
		}),
	},
	{
		Code: "UN3112", Severity: Error, Profile: AKN4UN,
		Title:       "a document is translated from its own language",
		Explanation: "FRBRtranslation stands in a translation alone, names the expression that it was made from, and its language, which is another.",
		Bad:         expressionTop + strings.Replace(expressionEnd, "</FRBRE", `<FRBRtranslation href="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@" fromLanguage="eng" by="#unga"/></FRBRE`, 1),
		Good:        expressionTop + strings.Replace(expressionEnd, "</FRBRE", `<FRBRtranslation href="/akn/un/statement/deliberation/unga/2021-10-08/76-1/fra@" fromLanguage="fra" by="#unga"/></FRBRE`, 1),
		Source:      "AKN4UN, metadata: identification", URL: url4UN,
		Visit: eachDocument(wrongTranslation),
	},
	{
		Code: "UN3113", Severity: Warning, Profile: AKN4UN,
		Title:       "the other address of the document is not that of its symbol",
		Explanation: "An FRBRalias named undocs is the address of the document in the Official Document System, by its symbol.",
		Bad:         exampleAlias("A/RES/76/2"), Good: exampleAlias("A/RES/76/1"),
		Source: "AKN4UN, metadata: identification", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			for _, e := range selectElements(doc.work.elem, "FRBRalias") {
				if !doc.symbol.IsZero() && attr(e, "name") == "undocs" && !sameAddress(attr(e, "value"), doc.symbol) {
					p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("%q is not the address of %s", clip(attr(e, "value")), doc.symbol), Expected: []string{doc.symbol.URL()}})
				}
			}
		}),
	},
	{
		Code: "UN3114", Severity: Warning, Profile: AKN4UN,
		Title:       "publication contradicts the symbol or date of the document",
		Explanation: "@number and @showAs of publication are the symbol as it was published, @date the date of issue that the masthead prints.",
		Bad:         "<publication date=\"2021-10-08\" name=\"document\" showAs=\"A/RES/76/1\" number=\"A/RES/76/2\"/>",
		Good:        "<publication date=\"2021-10-08\" name=\"document\" showAs=\"A/RES/76/1\" number=\"A/RES/76/1\"/>",
		Source:      "AKN4UN, metadata: publication", URL: url4UN,
		Visit: whole(wrongPublication),
	},
	{
		Code: "UN3115", Severity: Error, Profile: AKN4UN,
		Title:       "the printed symbol is not FRBRnumber",
		Explanation: "The docNumber of the cover page that refers to #symbol prints the symbol that FRBRnumber/@showAs has; an asterisk of a reissue does not matter.",
		Bad:         "<coverPage><p><docNumber refersTo=\"#symbol\">A/RES/76/11</docNumber></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Good:        "<coverPage><p><docNumber refersTo=\"#symbol\">A/RES/76/1</docNumber></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Source:      "AKN4UN, cover page", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			main := d.facts.main()
			want := attr(child(main.work.elem, "FRBRnumber"), "showAs")
			e := descend(child(main.elem, "coverPage"), "docNumber", func(e *etree.Element) bool { return attr(e, "refersTo") == "#symbol" })
			if got := d.words(e); e != nil && want != "" && bare(got) != bare(want) {
				p.Report(d.at(e, ""), Finding{Message: fmt.Sprintf("the symbol %q is printed, FRBRnumber has %q", clip(got), clip(want)), Expected: []string{want}})
			}
		}),
	},
	{
		Code: "UN3116", Severity: Error, Profile: AKN4UN,
		Title:       "the date of the work is not the printed one",
		Explanation: "The FRBRdate of the work that is named adoption is the docDate that refers to #adoptionDate, the one named issuance that of #dateOfIssuance in the masthead. A date that the text does not give is 0001-01-01 with the name unknown.",
		Bad:         "<coverPage><p><docDate date=\"2021-10-09\" refersTo=\"#adoptionDate\">9 October 2021</docDate></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Good:        "<coverPage><p><docDate date=\"2021-10-08\" refersTo=\"#adoptionDate\">8 October 2021</docDate></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Source:      "AKN4UN, metadata: identification", URL: url4UN,
		Visit: whole(wrongWorkDate),
	},
	{
		Code: "UN3117", Severity: Warning, Profile: AKN4UN,
		Title:       "a date is unknown, but named otherwise",
		Explanation: "A date that nobody knows is 0001-01-01 and is named unknown; a date named unknown is no other.",
		Bad:         "<FRBRManifestation>" + strings.Replace(goodManifest[len("<FRBRManifestation>"):], `date="2021-10-08"`, `date="0001-01-01"`, 1),
		Good:        goodManifest,
		Source:      "AKN4UN, metadata: identification", URL: url4UN,
		Visit: eachLevel(func(p *Pass, d *outline, doc *document, l *level, _ int) {
			for _, e := range selectElements(l.elem, "FRBRdate") {
				if (attr(e, "date") == akn.UnknownDate) != (attr(e, "name") == "unknown") {
					p.Report(d.at(e, "date"), Finding{Message: fmt.Sprintf("the date %s is named %q", clip(attr(e, "date")), clip(attr(e, "name")))})
				}
			}
		}),
	},
	{
		Code: "UN3118", Severity: Warning, Profile: AKN4UN,
		Title:       "a name that ought to be a reference has no #",
		Explanation: "@source, @by, @as, @outcome and @refersTo, and the @href of an FRBRauthor, name an entry of `references` by its eId, with # before it. A word alone points to nothing.",
		Bad:         "<FRBRauthor href=\"unga\"/>", Good: "<FRBRauthor href=\"#unga\"/>",
		Source: "AKN4UN, metadata: references", URL: url4UN,
		Visit: whole(withoutHash),
	},
	{
		Code: "UN3119", Severity: Warning, Profile: AKN4UN,
		Title:       "an entry of the references has an unusual name in the ontology",
		Explanation: "The href is /akn/ontology/, the class in the singular, /un/, and the eId of the entry: `/akn/ontology/concept/un/recalling`. The class is that of the element.",
		Bad:         "<TLCRole eId=\"author\" href=\"/akn/ontology/person/un/author\" showAs=\"author\"/>", Good: "<TLCRole eId=\"author\" href=\"/akn/ontology/role/un/author\" showAs=\"author\"/>",
		Source: "AKN4UN, ontology", URL: url4UN,
		Visit: whole(wrongOntology),
	},
	{
		Code: "UN3120", Severity: Warning, Profile: AKN4UN,
		Title:       "session or committee are not those of the symbol",
		Explanation: "The number of the session and of the Main Committee stand in the symbol of a document of the General Assembly: A/C.3/76/L.5 is of the Third Committee at the seventy-sixth session.",
		Bad:         "<coverPage><p><session value=\"75\">Seventy-sixth session</session></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Good:        "<coverPage><p><session value=\"76\">Seventy-sixth session</session></p></coverPage><preface><p><docTitle>Title</docTitle></p></preface>",
		Source:      "AKN4UN, cover page", URL: url4UN,
		Visit: whole(wrongSession),
	},
	{
		Code: "UN3121", Severity: Warning, Profile: AKN4UN,
		Title:       "the class of the document is not one of the known",
		Explanation: "A statement is a resolution, draftResolution, decision, draftDecision, presidentialStatement, or a document; an amendment to a draft is an amendment.",
		Bad:         "<statement name=\"resolutionDraft\"><mainBody><p/></mainBody></statement>", Good: "<statement name=\"draftResolution\"><mainBody><p/></mainBody></statement>",
		Source: "AKN4UN, document classes", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			main := d.facts.main()
			if got := attr(main.elem, "name"); main.local == "statement" && !classes[got] {
				p.Report(d.at(main.elem, "name"), Finding{Message: fmt.Sprintf("a statement is named %q", clip(got)), Expected: strings.Fields(classNames)})
			}
		}),
	},
	{
		Code: "UN3122", Severity: Warning, Profile: AKN4UN,
		Title:       "a step of the workflow has not the date of the document",
		Explanation: "A draft was submitted on the date of the work, an adopted text adopted on it: the steps that say so have this date.",
		Bad:         "<workflow source=\"#ntoso\"><step eId=\"step_1\" date=\"2021-10-09\" by=\"#unga\" refersTo=\"#adoption\"/></workflow>",
		Good:        "<workflow source=\"#ntoso\"><step eId=\"step_1\" date=\"2021-10-08\" by=\"#unga\" refersTo=\"#adoption\"/></workflow>",
		Source:      "AKN4UN, metadata: workflow", URL: url4UN,
		Visit: whole(func(p *Pass, d *outline) {
			main := d.facts.main()
			concept := "#adoption"
			if strings.HasPrefix(attr(main.elem, "name"), "draft") {
				concept = "#submission"
			}
			date := main.work.get("FRBRdate", "date")
			for _, n := range d.find("step") {
				if got := n.attr("date"); n.attr("refersTo") == concept && date != "" && got != date && got != akn.UnknownDate {
					p.Report(d.at(n.elem, "date"), Finding{Message: fmt.Sprintf("the step has the date %s, the work %s", clip(got), clip(date)), Expected: []string{date}})
				}
			}
		}),
	},
	{
		Code: "UN3123", Severity: Warning, Profile: AKN4UN,
		Title:       "an expression is older than its work, or a manifestation than its expression",
		Explanation: "A text is published when it has been adopted or submitted, and marked up after that, on the same day or later.",
		Bad:         strings.Replace(goodManifest, "2021-10-08\" name", "2020-10-08\" name", 1),
		Good:        goodManifest,
		Source:      "AKN4UN, metadata: identification", URL: url4UN,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			before := ""
			for _, l := range []level{doc.work, doc.expr, doc.manifst} {
				e := child(l.elem, "FRBRdate")
				date := attr(e, "date")
				if date == "" || date == akn.UnknownDate {
					continue
				}
				if date < before {
					p.Report(d.at(e, "date"), Finding{Message: fmt.Sprintf("the date of the %s is %s, the level before has %s", l.elem.Tag, clip(date), before)})
				}
				before = date
			}
		}),
	},
}

const classNames = "resolution draftResolution decision draftDecision presidentialStatement document"

var classes = names(classNames)

// exampleNamed is an identification with the name of a work and a language.
func exampleNamed(work, number, language string) string {
	named := func(name, expression, format, inner string) string {
		uri := "/akn/" + work + expression
		this := uri + "/!main" + format
		if format != "" {
			uri += "/" + format
		}
		return "<" + name + "><FRBRthis value=\"" + this + "\"/><FRBRuri value=\"" + uri + "\"/>" + inner + "</" + name + ">"
	}
	date := "<FRBRdate date=\"2021-10-08\" name=\"adoption\"/><FRBRauthor href=\"#unga\"/>"
	return "<identification source=\"#ntoso\">" +
		named("FRBRWork", "", "", date+"<FRBRcountry value=\"un\"/><FRBRsubtype value=\"deliberation\"/>"+number) +
		named("FRBRExpression", "/"+language+"@", "", date+"<FRBRlanguage language=\""+language+"\"/>") +
		named("FRBRManifestation", "/"+language+"@", ".xml", date+"<FRBRformat value=\"xml\"/>") + "</identification>"
}

const exampleNumber = `<FRBRnumber value="76-1" showAs="A/RES/76/1"/>`

func exampleAlias(symbol string) string {
	return "<FRBRWork><FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>" +
		"<FRBRuri value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1\"/>" +
		"<FRBRalias value=\"https://undocs.org/" + symbol + "\" name=\"undocs\"/>" +
		"<FRBRdate date=\"2021-10-08\" name=\"adoption\"/><FRBRauthor href=\"#unga\"/><FRBRcountry value=\"un\"/>" +
		"<FRBRsubtype value=\"deliberation\"/>" + exampleNumber + "</FRBRWork>"
}

func quoted(s string) string { return fmt.Sprintf("%q", clip(s)) }

func lastPart(href string) string { return href[strings.LastIndexByte(href, '/')+1:] }

func selectElements(e *etree.Element, name string) []*etree.Element {
	if e == nil {
		return nil
	}
	return e.SelectElements(name)
}

// bare is a symbol without what does not matter when it is compared: spaces and the asterisk of a reissue.
func bare(symbol string) string {
	return strings.Map(func(r rune) rune {
		if r == '*' || r == ' ' || r == '\u00a0' {
			return -1
		}
		return r
	}, symbol)
}

func canonical(p *Pass, d *outline, e *etree.Element, iri akn.IRI) {
	if e != nil && !iri.IsZero() && iri.String() != attr(e, "value") {
		p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("the canonical form of %q is %q", clip(attr(e, "value")), iri), Expected: []string{iri.String()}})
	}
}

// wrongComponent wants the same component on all levels, main in the main document and another elsewhere.
func wrongComponent(p *Pass, d *outline, doc *document) {
	for _, l := range []level{doc.work, doc.expr, doc.manifst} {
		if l.thisIRI.IsZero() || l.thisIRI.Country() != "un" {
			continue
		}
		own := l.uriIRI.SameWork(d.facts.main().work.uriIRI)
		component, want := l.thisIRI.Component(), doc.work.thisIRI.Component()
		if doc.main {
			want = "main"
		}
		if component == want && (doc.main || !own || component != "main") && component != "" {
			continue
		}
		p.Report(d.at(l.this, "value"), Finding{Message: fmt.Sprintf("FRBRthis names the component %q", clip(component)), Expected: []string{want}})
		return
	}
}

func wrongTranslation(p *Pass, d *outline, doc *document) {
	t := child(doc.expr.elem, "FRBRtranslation")
	if t == nil {
		return
	}
	from, lang := attr(t, "fromLanguage"), doc.expr.get("FRBRlanguage", "language")
	iri, err := akn.ParseIRI(attr(t, "href"))
	switch {
	case from != "" && from == lang:
		p.Report(d.at(t, "fromLanguage"), Finding{Message: fmt.Sprintf("the document is in %q and translated from %q", lang, from)})
	case err == nil && iri.Language() != "" && iri.Language() != from:
		p.Report(d.at(t, "href"), Finding{Message: fmt.Sprintf("the translation is from %q, the IRI of its original says %q", clip(from), iri.Language())})
	case err == nil && !iri.SameWork(doc.work.uriIRI):
		p.Report(d.at(t, "href"), Finding{Message: fmt.Sprintf("the original %q is not of the work %q", clip(attr(t, "href")), clip(attr(doc.work.uri, "value")))})
	}
}

// sameAddress says whether an address is that of a symbol in the Official Document System, with or without a language.
func sameAddress(address string, s akn.Symbol) bool {
	if address == s.URL() {
		return true
	}
	for _, l := range akn.OfficialLanguages() {
		if address == s.URLIn(l.Tag) {
			return true
		}
	}
	return false
}

func wrongPublication(p *Pass, d *outline) {
	main := d.facts.main()
	for _, n := range d.find("publication") {
		want := attr(child(main.work.elem, "FRBRnumber"), "showAs")
		for _, key := range []string{"number", "showAs"} {
			if got := n.attr(key); want != "" && got != "" && strings.Contains(got, "/") && bare(got) != bare(want) {
				p.Report(d.at(n.elem, key), Finding{Message: fmt.Sprintf("the %s of publication is %q, FRBRnumber %q", key, clip(got), clip(want)), Expected: []string{want}})
			}
		}
		issued := d.printedDate(main, "#dateOfIssuance")
		if got := n.attr("date"); issued != nil && got != "" && got != attr(issued, "date") && main.elem == n.elem.Parent().Parent() {
			p.Report(d.at(n.elem, "date"), Finding{Message: fmt.Sprintf("publication has the date %s, the masthead %s", clip(got), clip(attr(issued, "date"))), Expected: []string{attr(issued, "date")}})
		}
	}
}

// printedDate finds the date of a kind outside the body of a document.
func (d *outline) printedDate(doc document, concept string) *etree.Element {
	for _, part := range []string{"coverPage", "preface", "conclusions"} {
		if e := descend(child(doc.elem, part), "docDate", func(e *etree.Element) bool { return attr(e, "refersTo") == concept }); e != nil {
			return e
		}
	}
	return nil
}

func wrongWorkDate(p *Pass, d *outline) {
	main := d.facts.main()
	for name, concept := range map[string]string{"adoption": "#adoptionDate", "issuance": "#dateOfIssuance"} {
		date, e := child(main.work.elem, "FRBRdate"), d.printedDate(main, concept)
		if e != nil && attr(date, "name") == name && attr(e, "date") != attr(date, "date") {
			p.Report(d.at(e, "date"), Finding{Message: fmt.Sprintf("the printed date is %s, the FRBRdate named %s %s", clip(attr(e, "date")), name, clip(attr(date, "date"))), Expected: []string{attr(date, "date")}})
		}
	}
}

// references are the attributes that name an entry of the references.
var references = map[string]string{"source": "", "by": "", "as": "", "outcome": "", "refersTo": "", "for": ""}

func withoutHash(p *Pass, d *outline) {
	for i := range d.nodes {
		n := &d.nodes[i]
		for _, a := range n.elem.Attr {
			_, is := references[a.Key]
			is = is || a.Key == "href" && n.local == "FRBRauthor"
			if is && a.Value != "" && !strings.HasPrefix(a.Value, "#") && n.local != "publication" && n.local != "eventRef" {
				p.Report(d.at(n.elem, a.Key), Finding{Message: fmt.Sprintf("the %s of <%s> is %q, not #id", a.Key, n.local, clip(a.Value))})
			}
		}
	}
}

func wrongOntology(p *Pass, d *outline) {
	for i := range d.nodes {
		n := &d.nodes[i]
		class, ok := strings.CutPrefix(n.local, "TLC")
		if !ok {
			continue
		}
		want := "/akn/ontology/" + strings.ToLower(class) + "/un/" + n.attr("eId")
		if got := n.attr("href"); got != want && strings.HasPrefix(got, "/") {
			p.Report(d.at(n.elem, "href"), Finding{Message: fmt.Sprintf("the href of %s %q is %q", n.local, clip(n.attr("eId")), clip(got)), Expected: []string{want}})
		}
	}
}

func wrongSession(p *Pass, d *outline) {
	main := d.facts.main()
	if main.symbol.Organ() != "A" || main.symbol.Body() == "HRC" {
		return
	}
	cover := child(main.elem, "coverPage")
	if e := descend(cover, "session", func(*etree.Element) bool { return true }); e != nil {
		got, want := attr(e, "value"), main.symbol.Session()
		if got != "" && isNumber(got) && isNumber(want) && got != want {
			p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("the session is %s, the symbol %s says %s", got, main.symbol, want), Expected: []string{want}})
		}
	}
	e := descend(cover, "docCommittee", func(*etree.Element) bool { return true })
	if want := main.symbol.Committee(); e != nil && want > 0 && attr(e, "value") != "" && attr(e, "value") != fmt.Sprint(want) {
		p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("the committee is %s, the symbol %s says %d", clip(attr(e, "value")), main.symbol, want), Expected: []string{fmt.Sprint(want)}})
	}
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
