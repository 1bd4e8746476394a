package validate

import (
	"fmt"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
)

const (
	expressionTop = `<FRBRExpression><FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main"/>` +
		`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@"/>`
	expressionEnd = `<FRBRdate date="2021-10-08" name="adoption"/><FRBRauthor href="#unga"/><FRBRlanguage language="eng"/></FRBRExpression>`
	goodExpr      = expressionTop + expressionEnd
	manifestEnd   = `<FRBRdate date="2021-10-08" name="markup"/><FRBRauthor href="#ntoso"/><FRBRformat value="xml"/></FRBRManifestation>`
	goodManifest  = `<FRBRManifestation><FRBRthis value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/!main.xml"/>` +
		`<FRBRuri value="/akn/un/statement/deliberation/unga/2021-10-08/76-1/eng@/.xml"/>` + manifestEnd
)

var iriRules = []Rule{
	{
		Code: "AKN2201", Severity: Error, Profile: AKN,
		Title:       "FRBRthis or FRBRuri is not an IRI of the naming convention",
		Explanation: "The names of a document are /akn/country/type/…/date/number, then the language and version of the expression, then the format of the manifestation. They begin with a slash, never with a host. Documents without such a name cannot be cited or found by one. In documents that are not of the United Nations, names that do not begin with a slash are judged by AKN2209 instead.",
		Bad:         "<FRBRthis value=\"/akn/un/statement/deliberation/unga/8-October-2021/76-1/!main\"/>",
		Good:        "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for e, err := range d.strangeNames {
				if !p.foreign(e) {
					p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("the %s %q is no IRI of the naming convention%s", e.Tag, clip(attr(e, "value")), expectedBy(err))})
				}
			}
		}),
	},
	{
		Code: "AKN2202", Severity: Error, Profile: AKN,
		Title:       "FRBRthis is not a part of FRBRuri",
		Explanation: "FRBRuri names the whole document; FRBRthis is the same with the component: /!main, /!annex_1. Here they name different documents. A manifestation of the format akn is a package, whose components are files of other formats.",
		Bad:         "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-2/!main\"/>",
		Good:        "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>",
		Source:      "Akoma Ntoso 1.0, part 1, section 5.2", URL: urlNaming,
		Visit: eachLevel(func(p *Pass, d *outline, doc *document, l *level, _ int) {
			if !l.named() || l.partly() {
				return
			}
			p.Report(d.at(l.this, "value"), Finding{
				Message:  fmt.Sprintf("the FRBRthis %q is not a part of the FRBRuri %q", clip(attr(l.this, "value")), clip(attr(l.uri, "value"))),
				Expected: []string{l.uriIRI.Whole().String()},
			})
		}),
	},
	{
		Code: "AKN2203", Severity: Error, Profile: AKN,
		Title:       "the expression is not one of the work",
		Explanation: "The name of an expression is that of the work with a language and a version after it.",
		Bad:         strings.ReplaceAll(goodExpr, "76-1", "76-2"),
		Good:        goodExpr,
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.4", URL: urlNaming,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			work, expr := doc.work.uriIRI, doc.expr.uriIRI
			if !work.IsZero() && !expr.IsZero() && (!expr.SameWork(work) || expr.Level() != akn.LevelExpression) {
				p.Report(d.at(doc.expr.uri, "value"), Finding{Message: fmt.Sprintf("%q is not an expression of the work %q", clip(attr(doc.expr.uri, "value")), clip(attr(doc.work.uri, "value")))})
			}
		}),
	},
	{
		Code: "AKN2204", Severity: Error, Profile: AKN,
		Title:       "the manifestation is not one of the expression",
		Explanation: "The name of a manifestation is that of the expression with a format after it.",
		Bad:         strings.ReplaceAll(goodManifest, "eng@", "fra@"),
		Good:        goodManifest,
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.5", URL: urlNaming,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			expr, m := doc.expr.uriIRI, doc.manifst.uriIRI
			if !m.IsZero() && expr.Level() == akn.LevelExpression && expr.SameWork(doc.work.uriIRI) && (!m.SameExpression(expr) || m.Level() != akn.LevelManifestation) {
				p.Report(d.at(doc.manifst.uri, "value"), Finding{Message: fmt.Sprintf("%q is not a manifestation of the expression %q", clip(attr(doc.manifst.uri, "value")), clip(attr(doc.expr.uri, "value")))})
			}
		}),
	},
	{
		Code: "AKN2205", Severity: Error, Profile: AKN,
		Title:       "the IRI and FRBRlanguage name different languages",
		Explanation: "The language in the name of the expression is one of its FRBRlanguage.",
		Bad:         "<FRBRlanguage language=\"fra\"/>",
		Good:        "<FRBRlanguage language=\"eng\"/>",
		Source:      "Akoma Ntoso 1.0, part 1, section 5.2", URL: urlNaming,
		Visit: eachDocument(wrongLanguage),
	},
	{
		Code: "AKN2206", Severity: Error, Profile: AKN,
		Title:       "the IRI and FRBRdate give different dates of the work",
		Explanation: "The date in the name of the work is the first FRBRdate of the work, or the year or month of it.",
		Bad:         "<FRBRdate date=\"2021-10-09\" name=\"adoption\"/>",
		Good:        "<FRBRdate date=\"2021-10-08\" name=\"adoption\"/>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.3", URL: urlNaming,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			sameDate(p, d, &doc.work, doc.work.uriIRI.Date(), "the FRBRdate of the work is %s, the date in its IRI %s")
		}),
	},
	{
		Code: "AKN2207", Severity: Error, Profile: AKN,
		Title:       "the IRI and FRBRcountry name different countries",
		Explanation: "The first step of the name after /akn is the value of FRBRcountry.",
		Bad:         "<FRBRcountry value=\"it\"/>",
		Good:        "<FRBRcountry value=\"un\"/>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.3", URL: urlNaming,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			sameStep(p, d, &doc.work, "FRBRcountry", "country", doc.work.uriIRI.Country())
		}),
	},
	{
		Code: "AKN2208", Severity: Warning, Profile: AKN,
		Title:       "the IRI and FRBRdate give different dates of the expression",
		Explanation: "Where the version in the name of the expression is a date, it is the one of its FRBRdate. Versions without a date have another identifier after the @, or nothing.",
		Bad:         strings.ReplaceAll(exampleNamed("un/statement/deliberation/unga/2021-10-08/76-1", exampleNumber, "eng"), "eng@", "eng@2021-10-09"),
		Good:        strings.ReplaceAll(exampleNamed("un/statement/deliberation/unga/2021-10-08/76-1", exampleNumber, "eng"), "eng@", "eng@2021-10-08"),
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4.4", URL: urlNaming,
		Visit: eachDocument(func(p *Pass, d *outline, doc *document) {
			if version := doc.expr.uriIRI.Version(); isDate(version) {
				sameDate(p, d, &doc.expr, version, "the FRBRdate of the expression is %s, the date of the version in its IRI %s")
			}
		}),
	},
	{
		Code: "AKN2209", Severity: Warning, Profile: AKN,
		Title:       "FRBRthis or FRBRuri is a name of another convention",
		Explanation: "The standard has a naming convention, /akn/country/type/…/date/number, and does not require it: addresses of the web, urn:lex and names of a publisher's own are valid, too. But what this library does with names (finding the work of an expression, resolving a citation) it can only do with those of the convention, so this is a warning, given once in a document. In documents of the United Nations it is an error (AKN2201).",
		Bad:         "<FRBRthis value=\"http://example.org/76-1\"/>",
		Good:        "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2021-10-08/76-1/!main\"/>",
		Source:      "Akoma Ntoso Naming Convention 1.0, section 4", URL: urlNaming,
		Visit: whole(foreignNames),
	},
	{
		Code: "AKN2301", Severity: Warning, Profile: AKN,
		Title:       "the printed date is not the one of the attribute",
		Explanation: "What is printed in a date, in one of the six languages of the United Nations, gives a day, month or year that @date contradicts. Numbers and names of months are compared; a date without them is not judged.",
		Bad:         "<mainBody><p>Until <date date=\"2021-10-09\">8 October 2021</date></p></mainBody>",
		Good:        "<mainBody><p>Until <date date=\"2021-10-08\">8 October 2021</date></p></mainBody>",
		Source:      "Akoma Ntoso 1.0, part 2, date", URL: urlNaming,
		Visit: whole(func(p *Pass, d *outline) {
			for _, n := range d.find("date", "docDate") {
				if text := d.words(n.elem); contradicts(text, n.attr("date")) {
					p.Report(d.at(n.elem, "date"), Finding{Message: fmt.Sprintf("%q is printed, but the date is %s", clip(text), clip(n.attr("date")))})
				}
			}
		}),
	},
}

// eachDocument makes the visit of a rule that judges the identification of each document.
func eachDocument(judge func(*Pass, *outline, *document)) func(*Pass) Visitor {
	return whole(func(p *Pass, d *outline) {
		for i := range d.facts.documents {
			judge(p, d, &d.facts.documents[i])
		}
	})
}

// eachLevel makes the visit of a rule that judges each level of the identification; the last argument counts them.
func eachLevel(judge func(*Pass, *outline, *document, *level, int)) func(*Pass) Visitor {
	return eachDocument(func(p *Pass, d *outline, doc *document) {
		for i, l := range []*level{&doc.work, &doc.expr, &doc.manifst} {
			if l.elem != nil {
				judge(p, d, doc, l, i)
			}
		}
	})
}

// strangeNames are the names of the documents that are no IRIs of the convention, with what the parser says.
func (d *outline) strangeNames(yield func(*etree.Element, error) bool) {
	for i := range d.facts.documents {
		doc := &d.facts.documents[i]
		for _, l := range []*level{&doc.work, &doc.expr, &doc.manifst} {
			for _, e := range []*etree.Element{l.this, l.uri} {
				if e == nil {
					continue
				}
				if _, err := akn.ParseIRI(attr(e, "value")); err != nil && !yield(e, err) {
					return
				}
			}
		}
	}
}

// foreignNames reports the names of another convention once, at the first: who has one has it everywhere.
func foreignNames(p *Pass, d *outline) {
	var first *etree.Element
	others := 0
	for e := range d.strangeNames {
		switch {
		case !p.foreign(e):
		case first == nil:
			first = e
		default:
			others++
		}
	}
	if first == nil {
		return
	}
	message := fmt.Sprintf("the %s %q is not a name of the naming convention, which begins with /akn/", first.Tag, clip(attr(first, "value")))
	if attr(first, "value") == "" {
		message = fmt.Sprintf("the %s is empty: by the naming convention it begins with /akn/", first.Tag)
	}
	if others > 0 {
		message += fmt.Sprintf("; nor are %d other names of the document", others)
	}
	p.Report(d.at(first, "value"), Finding{Message: message})
}

// foreign says whether a name is of another convention, in a document that may have one.
func (p *Pass) foreign(e *etree.Element) bool {
	return p.c.profile() < AKN4UN && !strings.HasPrefix(attr(e, "value"), "/")
}

// sameDate compares the first FRBRdate of a level with a date of its IRI; the message says both.
func sameDate(p *Pass, d *outline, l *level, iri, message string) {
	date := child(l.elem, "FRBRdate")
	if got := attr(date, "date"); iri != "" && got != "" && !datesAgree(l.elem, iri) {
		p.Report(d.at(date, "date"), Finding{Message: fmt.Sprintf(message, clip(got), iri), Expected: []string{iri}})
	}
}

// sameStep compares the value of an element of a level with the step of its IRI that says the same.
func sameStep(p *Pass, d *outline, l *level, element, what, iri string) {
	e := child(l.elem, element)
	if got := attr(e, "value"); e != nil && iri != "" && got != "" && got != iri {
		p.Report(d.at(e, "value"), Finding{Message: fmt.Sprintf("%s is %q, the %s in the IRI %q", element, clip(got), what, iri), Expected: []string{iri}})
	}
}

// partly says whether FRBRthis names a part of what FRBRuri names. A manifestation can be a package of the format akn, with
// its components in files of others; and older names have the component behind a slash alone.
func (l *level) partly() bool {
	return l.thisIRI.Whole() == l.uriIRI.Whole() ||
		l.uriIRI.Format() == packageFormat && l.thisIRI.SameExpression(l.uriIRI) && l.thisIRI.Level() == akn.LevelManifestation ||
		strings.HasPrefix(attr(l.this, "value"), strings.TrimSuffix(attr(l.uri, "value"), "/")+"/")
}

// packageFormat is the format of a manifestation that holds the files of its components.
const packageFormat = "akn"

// named says whether both names of the level are IRIs.
func (l *level) named() bool { return !l.thisIRI.IsZero() && !l.uriIRI.IsZero() }

// expectedBy says what a parser of IRIs expected, and where.
func expectedBy(err error) string {
	if e, ok := err.(*akn.IRIError); ok {
		return fmt.Sprintf(": at byte %d, expected %s", e.Offset, e.Expected)
	}
	return ""
}

func wrongLanguage(p *Pass, d *outline, doc *document) {
	iri := doc.expr.uriIRI.Language()
	first := child(doc.expr.elem, "FRBRlanguage")
	if iri == "" || first == nil || iri == "mul" {
		return
	}
	for _, l := range doc.expr.elem.SelectElements("FRBRlanguage") {
		if sameLanguage(attr(l, "language"), iri) {
			return
		}
	}
	p.Report(d.at(first, "language"), Finding{Message: fmt.Sprintf("FRBRlanguage is %q, the language in the IRI %q", clip(attr(first, "language")), iri), Expected: []string{iri}})
}

// sameLanguage compares codes of two and of three letters.
func sameLanguage(a, b string) bool {
	x, okX := akn.LanguageOf(a)
	y, okY := akn.LanguageOf(b)
	if okX && okY {
		return x == y
	}
	return strings.EqualFold(a, b)
}

// datesAgree says whether one of the FRBRdates of a level begins with a date of an IRI.
func datesAgree(level *etree.Element, iri string) bool {
	for _, e := range level.SelectElements("FRBRdate") {
		if strings.HasPrefix(attr(e, "date"), iri) {
			return true
		}
	}
	return false
}

func isDate(s string) bool { return len(s) == len("2021-10-08") && s[4] == '-' && s[7] == '-' }
