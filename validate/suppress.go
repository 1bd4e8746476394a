package validate

import (
	"fmt"
	"strings"
)

// Namespace is that of the elements by which a document speaks to its judge. There is one, suppress, which stands in
// `proprietary`, where Akoma Ntoso has a place for elements of others:
//
//	<proprietary source="#editor" xmlns:v="https://github.com/ntoso/ntoso/ns/validate">
//	  <v:suppress code="UN3208" for="#para_7" reason="paragraph 6 was deleted by the corrigendum"/>
//	</proprietary>
//
// It leaves out the findings of a rule, in the whole document or in the element with the eId that `for` names. Findings of
// the schema (AKN1xxx) cannot be left out: a document that breaks it is not Akoma Ntoso, whatever the reason.
const Namespace = "https://github.com/ntoso/ntoso/ns/validate"

// The rules about suppressions: those that do not say enough, and those that left nothing out.
const (
	incompleteSuppression = "AKN2901"
	unusedSuppression     = "AKN2902"
)

var suppressRules = []Rule{
	{
		Code: incompleteSuppression, Severity: Warning, Profile: AKN,
		Title:       "a suppression does not say what it leaves out, and why",
		Explanation: "A suppress element in `proprietary` has the code of a rule, not one of the schema, and a reason; `for`, where it is there, is # and an eId. One that has not leaves nothing out.",
		Bad:         withSuppression(Document("<mainBody><p/></mainBody>"), `code="AKN2101"`),
		Good:        suppressionExample(`code="AKN2101" reason="paragraph 9 comes later"`),
		Source:      "ntoso, suppression", URL: Namespace,
		Visit: func(p *Pass) Visitor {
			return Visitor{Start: p.keep}
		},
	},
	{
		Code: unusedSuppression, Severity: Note, Profile: AKN,
		Title:       "a suppression leaves nothing out",
		Explanation: "The rule that it names has no finding there: what it was written for was mended, or stands elsewhere. Take it out, so that it does not hide the next mistake.",
		Bad:         withSuppression(Document("<mainBody><p/></mainBody>"), `code="AKN2101" reason="paragraph 9 comes later"`),
		Good:        suppressionExample(`code="AKN2101" for="#body" reason="paragraph 9 comes later"`),
		Source:      "ntoso, suppression", URL: Namespace,
	},
}

// suppressionExample is a text that points to nothing, with a suppression.
func suppressionExample(attributes string) string {
	body := Document(`<mainBody eId="body"><p>See <ref eId="ref_1" href="#para_9">paragraph 9</ref></p></mainBody>`)
	return withSuppression(body, attributes)
}

// withSuppression puts a suppress element into the metadata of a document.
func withSuppression(document, attributes string) string {
	return strings.Replace(document, "</meta>", `<proprietary source="#ntoso"><v:suppress xmlns:v="`+Namespace+`" `+attributes+`/></proprietary></meta>`, 1)
}

// A suppression says why findings are left out.
type suppression struct {
	code, target, reason string
	partial              bool   // it has a target
	path                 string // of the element that it is for; empty for the whole document
	place                Place
	used                 bool
}

// maxSuppressions bounds the suppressions of a document, for each finding is held against those of its rule.
const maxSuppressions = 1000

// keep keeps the suppression that an element is, or the place of the element that one is for.
func (p *Pass) keep(e *Element) {
	if e.Space() == Namespace && e.Local() == "suppress" && e.Parent(1) == "proprietary" {
		s := &suppression{place: p.Here()}
		s.code, _ = e.Attr("code")
		s.reason, _ = e.Attr("reason")
		s.target, s.partial = e.Attr("for")
		p.c.ask(s)
		return
	}
	if len(p.c.targets) == 0 {
		return
	}
	eid, _ := e.Attr("eId")
	for _, s := range p.c.targets[eid] {
		s.path = p.c.path()
	}
}

// ask keeps a suppression until the document is read.
func (c *checker) ask(s *suppression) {
	c.asked = append(c.asked, s)
	eid, ok := strings.CutPrefix(s.target, "#")
	if !ok || eid == "" || len(c.asked) > maxSuppressions {
		return
	}
	if c.targets == nil {
		c.targets = map[string][]*suppression{}
	}
	c.targets[eid] = append(c.targets[eid], s)
}

// readSuppressions puts what the document asks for in force, and reports what does not say enough.
func (c *checker) readSuppressions() {
	for i, s := range c.asked {
		switch {
		case i >= maxSuppressions:
			c.incomplete(s, fmt.Sprintf("there are more than %d suppressions", maxSuppressions))
			return
		case !c.suppressible(s.code):
			c.incomplete(s, fmt.Sprintf("%q is not the code of a rule that can be suppressed", clip(s.code)))
		case strings.TrimSpace(s.reason) == "":
			c.incomplete(s, fmt.Sprintf("the suppression of %s gives no reason", s.code))
		case s.partial && s.path == "":
			c.incomplete(s, fmt.Sprintf("the suppression of %s is for %q, which is no element of the document", s.code, clip(s.target)))
		default:
			c.suppressed = append(c.suppressed, s)
		}
	}
}

func (c *checker) incomplete(s *suppression, message string) {
	c.find(incompleteSuppression, s.place, Finding{Message: message})
}

// suppressible says whether a document may leave out the findings of a rule.
func (c *checker) suppressible(code string) bool {
	for i := range c.opts.Extra {
		if c.opts.Extra[i].Code == code {
			return true
		}
	}
	rule, ok := RuleFor(code)
	return ok && rule.Profile != Schema
}

// covers says whether a finding is one that the suppression is for.
func (s *suppression) covers(f Finding) bool {
	rest, ok := strings.CutPrefix(f.Path, s.path)
	return s.code == f.Code && ok && (s.path == "" || rest == "" || rest[0] == '/')
}

// reasonFor says why a finding is left out, if it is: what the caller says of its rule, or the document.
func (c *checker) reasonFor(f Finding) (string, bool) {
	if reason, ok := c.opts.Suppress[f.Code]; ok {
		return reason, true
	}
	if c.opts.Strict {
		return "", false
	}
	for _, s := range c.suppressed {
		if s.covers(f) {
			s.used = true
			return strings.TrimSpace(s.reason), true
		}
	}
	return "", false
}

// unused reports the suppressions of rules that were applied and left nothing out.
func (c *checker) unused(profile Profile) {
	for _, s := range c.suppressed {
		if !s.used && !c.opts.Strict && s.code != unusedSuppression && c.profileOf(s.code) <= profile {
			c.find(unusedSuppression, s.place, Finding{Message: fmt.Sprintf("no finding of %s is left out here", s.code)})
		}
	}
}
