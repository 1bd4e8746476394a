package akn

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// ParseIRI parses an IRI of the naming convention, in the forms of the
// convention, of AKN4UN, of the United Nations' own files and of older
// documents (final slashes, no /akn, no ! before a component, a component
// directly after the @). A host or a scheme is refused.
//
// The error is an *[IRIError].
func ParseIRI(s string) (IRI, error) {
	i, err := parseIRI(s)
	if err != nil {
		return IRI{}, err
	}
	// Older forms are not all unambiguous: what would be read as another name
	// in the canonical form is refused.
	if canonical := i.String(); canonical != s {
		if again, err := parseIRI(canonical); err != nil || again != i {
			return IRI{}, &IRIError{Input: s, Offset: len(s), Expected: "an unambiguous name; read as " + canonical}
		}
	}
	return i, nil
}

func parseIRI(s string) (IRI, error) {
	p := iriParser{src: s}
	if err := p.characters(); err != nil {
		return IRI{}, err
	}
	rest := p.fragment(s)
	if i := strings.IndexByte(p.iri.fragment, '#'); i >= 0 {
		return IRI{}, p.fail(len(rest)+1+i, "an eId")
	}
	if p.iri.local = rest == "" || rest[0] == '!' || rest[0] == '~'; p.iri.local {
		return p.finish(p.localPart(rest))
	}
	if rest[0] != '/' {
		return IRI{}, p.fail(0, `"/"`)
	}
	return p.finish(p.path(rest))
}

type iriParser struct {
	src string
	iri IRI
}

// iriStep is one step of the path and where it begins.
type iriStep struct {
	text  string
	start int
}

func (p *iriParser) fail(offset int, expected string) error {
	return &IRIError{Input: p.src, Offset: offset, Expected: expected}
}

func (p *iriParser) finish(err error) (IRI, error) {
	if err != nil {
		return IRI{}, err
	}
	if p.iri.local && p.iri.component == "" && p.iri.from == "" && p.iri.fragment == "" {
		return IRI{}, p.fail(0, `"/", "#" or "!"`)
	}
	return p.iri, nil
}

// characters refuses what no IRI can hold (RFC 3987).
func (p *iriParser) characters() error {
	for i, r := range p.src {
		switch {
		case r == utf8.RuneError, r <= ' ', r == 0x7F, r >= 0x80 && r <= 0xA0, strings.ContainsRune("\"<>\\^`{|}", r) && !p.arrow(i):
			return p.fail(i, "a character that an IRI can hold")
		case r == '%' && !isEscape(p.src[i:]):
			return p.fail(i, "two hexadecimal digits after %")
		}
	}
	return nil
}

// arrow reports whether the > at the offset belongs to a portion's "->".
func (p *iriParser) arrow(i int) bool {
	return p.src[i] == '>' && i > 0 && p.src[i-1] == '-'
}

func isEscape(s string) bool {
	return len(s) >= 3 && digit(s[1]) >= 0 && digit(s[2]) >= 0
}

// fragment takes in what follows # and returns what stands before it.
func (p *iriParser) fragment(s string) string {
	rest, fragment, _ := strings.Cut(s, "#")
	p.iri.fragment = fragment
	return rest
}

func (p *iriParser) localPart(rest string) error {
	if rest == "" {
		return nil
	}
	return p.part(iriStep{rest, 0})
}

func (p *iriParser) path(rest string) error {
	if strings.Contains(rest, "->") && !strings.Contains(rest, "~") {
		return p.fail(strings.Index(rest, "->"), `"~" before "->"`)
	}
	steps := p.split(rest)
	if len(steps) > 0 && steps[0].text == "akn" {
		p.iri.prefix = true
		steps = steps[1:]
	}
	steps, err := p.work(steps)
	if err != nil {
		return err
	}
	if steps, err = p.expression(steps); err != nil {
		return err
	}
	if err := p.formatOf(steps); err != nil {
		return err
	}
	return p.parts(steps)
}

// split splits a path at its slashes; empty steps, also that of a final
// slash, are left out.
func (p *iriParser) split(rest string) []iriStep {
	var steps []iriStep
	start := 1
	for i := 1; i <= len(rest); i++ {
		if i < len(rest) && rest[i] != '/' {
			continue
		}
		if i > start {
			steps = append(steps, iriStep{rest[start:i], start})
		}
		start = i + 1
	}
	return steps
}

// at returns the step n, or an empty one at the end of the input.
func (p *iriParser) at(steps []iriStep, n int) iriStep {
	if n < len(steps) {
		return steps[n]
	}
	return iriStep{start: len(p.src)}
}

// work takes the steps of the work and returns the others.
func (p *iriParser) work(steps []iriStep) ([]iriStep, error) {
	end := p.endOfWork(steps)
	if end < 1 || !isCountry(steps[0].text) {
		return nil, p.fail(p.at(steps, 0).start, `a country code such as "un"`)
	}
	if end < 2 {
		return nil, p.fail(p.at(steps, 1).start, `a document type such as "statement"`)
	}
	p.iri.country, p.iri.docType = steps[0].text, steps[1].text
	if isIRIDate(p.iri.docType) {
		return nil, p.fail(steps[1].start, `a document type such as "statement"`)
	}
	return steps[end:], p.workDetail(steps[2:end])
}

// workDetail takes subtype, actor, date and number. Without a date, the last
// step is the number.
func (p *iriParser) workDetail(steps []iriStep) error {
	date := dateStep(steps)
	before, after := steps, []iriStep(nil)
	switch {
	case date >= 0:
		p.iri.date = steps[date].text
		before, after = steps[:date], steps[date+1:]
	case len(steps) > 0:
		before, after = steps[:len(steps)-1], steps[len(steps)-1:]
	}
	switch len(before) {
	case 2:
		p.iri.actor = before[1].text
		fallthrough
	case 1:
		p.iri.subtype = before[0].text
	case 0:
	default:
		return p.fail(before[2].start, "a date as YYYY-MM-DD, after the subtype and the actor")
	}
	if len(after) == 0 && date < 0 {
		return p.fail(len(p.src), "a date or a number")
	}
	p.iri.number = joinSteps(after)
	return nil
}

func dateStep(steps []iriStep) int {
	for i, s := range steps {
		if isIRIDate(s.text) {
			return i
		}
	}
	return -1
}

func joinSteps(steps []iriStep) string {
	texts := make([]string, len(steps))
	for i, s := range steps {
		texts[i] = s.text
	}
	return strings.Join(texts, "/")
}

// endOfWork returns the index of the first step that is no part of the work's
// name: a language, a component or a portion.
func (p *iriParser) endOfWork(steps []iriStep) int {
	dated := false
	for i, s := range steps {
		if i < 2 {
			if strings.ContainsAny(s.text, "!~@:") {
				return i
			}
			continue
		}
		if strings.ContainsAny(s.text[:1], "!~") || isExpression(s.text) {
			return i
		}
		if dated && i > 3 && (s.text == "main" || isLanguage(s.text)) {
			return i
		}
		dated = dated || isIRIDate(s.text)
	}
	return len(steps)
}

// isExpression reports whether a step names a language and a version mark.
func isExpression(s string) bool {
	n := letters(s)
	return (n == 2 || n == 3) && len(s) > n && (s[n] == '@' || s[n] == ':' || s[n] == '~')
}

// isLanguage reports whether a step is a language code alone. Most words of
// three letters are a code; this is asked only where a number or an
// expression follows a date.
func isLanguage(s string) bool {
	if letters(s) != 3 || len(s) != 3 {
		return false
	}
	_, err := language.ParseBase(s)
	return err == nil
}

// letters counts the lower-case letters that s begins with.
func letters(s string) int {
	n := 0
	for n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	return n
}

func isCountry(s string) bool {
	n := letters(s)
	return n == 2 && (len(s) == 2 || s[2] == '-' && len(s) > 3)
}

// isIRIDate reports whether s is a date: YYYY-MM-DD, YYYY-MM or YYYY.
func isIRIDate(s string) bool {
	switch len(s) {
	case 4:
		return digits(s)
	case 7:
		return digits(s[:4]) && s[4] == '-' && between(s[5:], "01", "12")
	case 10:
		return isIRIDate(s[:7]) && s[7] == '-' && between(s[8:], "01", "31")
	}
	return false
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// between reports whether s is a number of two digits in the range.
func between(s, from, to string) bool {
	return digits(s) && s >= from && s <= to
}

// expression takes the step of language and version, if it is there.
func (p *iriParser) expression(steps []iriStep) ([]iriStep, error) {
	if len(steps) == 0 || strings.ContainsAny(steps[0].text[:1], "!~") || steps[0].text == "main" {
		return steps, nil
	}
	s := steps[0]
	n := letters(s.text)
	p.iri.language = s.text[:n]
	rest := iriStep{s.text[n:], s.start + n}
	if rest.text == "" {
		return steps[1:], nil
	}
	if rest.text[0] == '@' || rest.text[0] == ':' {
		p.iri.mark = rest.text[:1]
		end := strings.IndexAny(rest.text, "!~")
		if end < 0 {
			end = len(rest.text)
		}
		p.iri.version = rest.text[1:end]
		rest = iriStep{rest.text[end:], rest.start + end}
	}
	if p.iri.mark == ":" && p.iri.version == "" {
		return nil, p.fail(rest.start, "a date after :")
	}
	if rest.text == "" {
		return steps[1:], nil
	}
	// A component or a portion follows directly: eng@!main.
	return append([]iriStep{rest}, steps[1:]...), nil
}

// formatOf takes the format off the last step. Only an expression has one;
// the dots of a work's number are its own.
func (p *iriParser) formatOf(steps []iriStep) error {
	if p.iri.language == "" {
		return nil
	}
	last := &p.iri.version
	if len(steps) > 0 {
		last = &steps[len(steps)-1].text
	}
	dot := strings.LastIndexByte(*last, '.')
	if dot < 0 || !isFormat((*last)[dot+1:]) {
		return nil
	}
	if p.iri.mark == "" && last == &p.iri.version {
		return nil
	}
	p.iri.format = (*last)[dot+1:]
	*last = (*last)[:dot]
	return nil
}

func isFormat(s string) bool {
	n := letters(s)
	return n > 0 && (n == len(s) || digits(s[n:]))
}

// parts takes components and portions.
func (p *iriParser) parts(steps []iriStep) error {
	for _, s := range steps {
		if s.text == "" { // a format alone: /.xml
			continue
		}
		if err := p.part(s); err != nil {
			return err
		}
	}
	return nil
}

// part takes one step: !annex_1, ~art_3, !main~art_3, or, in older forms and
// within a component, a bare name.
func (p *iriParser) part(s iriStep) error {
	name, portion, hasPortion := strings.Cut(s.text, "~")
	start := s.start
	if strings.HasPrefix(name, "!") {
		name, start = name[1:], start+1
		if name == "" {
			return p.fail(start, "the name of a component")
		}
	}
	if i := strings.IndexAny(name, "!@:"); i >= 0 {
		return p.fail(start+i, "the name of a component")
	}
	if name != "" {
		p.addComponent(name)
	}
	if hasPortion {
		return p.portion(portion, start+len(name)+1)
	}
	return nil
}

func (p *iriParser) addComponent(name string) {
	if p.iri.component != "" {
		name = p.iri.component + "/" + name
	}
	p.iri.component = name
}

func (p *iriParser) portion(s string, start int) error {
	if p.iri.from != "" {
		return p.fail(start, "one portion")
	}
	from, upTo, ranged := strings.Cut(s, "->")
	if from == "" {
		return p.fail(start, "an eId")
	}
	if ranged && upTo == "" {
		return p.fail(start+len(s), "the eId that the portion ends with")
	}
	if i := strings.IndexAny(s, "~!@:/"); i >= 0 {
		return p.fail(start+i, "an eId")
	}
	p.iri.from, p.iri.upTo = from, upTo
	return nil
}
