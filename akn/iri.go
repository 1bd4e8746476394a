package akn

import (
	"fmt"
	"strings"
)

// IRI is a name of the Akoma Ntoso Naming Convention: of a work, of an
// expression or a manifestation of it, of a component or a portion of these,
// or of an element in them. It is an immutable value: two IRIs are the same
// name exactly when they are ==, whatever the form they were written in. The
// zero value is no name.
//
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187                      work
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187/fra@2021-12-20       expression
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187/fra@2021-12-20/.xml  manifestation
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187/!annex_1             component
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187/!main#para_3         element
//	/akn/un/statement/deliberation/unga/2021-12-16/76-187/!main~sec_I->sec_III portion
//	#para_3, !annex_1#para_3                                                   local
type IRI struct {
	prefix  bool // begins with /akn
	local   bool // names a place in the document that it stands in
	country string
	docType string
	subtype string
	actor   string
	date    string
	number  string

	language string
	mark     string // "", "@" or ":", what stands before the version
	version  string

	component  string
	from, upTo string // of a portion
	fragment   string
	format     string
}

// IRILevel is what an IRI names, in the terms of FRBR.
type IRILevel int

// The levels. The zero value is that of the zero IRI.
const (
	LevelNone IRILevel = iota
	LevelLocal
	LevelWork
	LevelExpression
	LevelManifestation
)

// String returns the name of the level.
func (l IRILevel) String() string {
	names := [...]string{"none", "local", "work", "expression", "manifestation"}
	if l < 0 || int(l) >= len(names) {
		return fmt.Sprintf("IRILevel(%d)", int(l))
	}
	return names[l]
}

// Level returns what the IRI names.
func (i IRI) Level() IRILevel {
	switch {
	case i == IRI{}:
		return LevelNone
	case i.local:
		return LevelLocal
	case i.format != "":
		return LevelManifestation
	case i.language != "":
		return LevelExpression
	}
	return LevelWork
}

// IsZero reports whether the IRI is the zero value.
func (i IRI) IsZero() bool { return i == IRI{} }

// Country returns the country or body the document belongs to: "un", "za-cpt".
func (i IRI) Country() string { return i.country }

// DocType returns the kind of document, the name of an AKN document element.
func (i IRI) DocType() string { return i.docType }

// Subtype returns the subtype, "deliberation" for resolutions. A name with one
// step between the type and the date has a subtype and no actor.
func (i IRI) Subtype() string { return i.subtype }

// Actor returns the emanating actor: "unga".
func (i IRI) Actor() string { return i.actor }

// Date returns the date of the work: "2021-12-16", "2021-12" or "2021".
func (i IRI) Date() string { return i.date }

// Number returns the number or title of the work: "76-187".
func (i IRI) Number() string { return i.number }

// Language returns the language of the expression, "fra".
func (i IRI) Language() string { return i.language }

// Version returns what follows the @ of an expression: a date, another
// version identifier, or "" for the original version.
func (i IRI) Version() string { return i.version }

// VersionKind says which version of a work an expression is.
type VersionKind int

// The kinds of version. The zero value is that of names without a language.
const (
	VersionNone     VersionKind = iota
	VersionCurrent              // "fra": whatever is in force
	VersionOriginal             // "fra@": the first
	VersionNamed                // "fra@2021-12-20": the one of that date or name
	VersionVirtual              // "fra:2021-12-20": as it was seen on that date
)

// VersionKind returns which version the expression is.
func (i IRI) VersionKind() VersionKind {
	switch {
	case i.language == "":
		return VersionNone
	case i.mark == "":
		return VersionCurrent
	case i.mark == ":":
		return VersionVirtual
	case i.version == "":
		return VersionOriginal
	}
	return VersionNamed
}

// Component returns the component without its mark: "main", "annex_1".
func (i IRI) Component() string { return i.component }

// Portion returns the eIds that a portion goes from and up to. The second is
// "" for a portion of one element.
func (i IRI) Portion() (from, upTo string) { return i.from, i.upTo }

// Fragment returns the eId that the IRI links to.
func (i IRI) Fragment() string { return i.fragment }

// Format returns the format of the manifestation: "xml".
func (i IRI) Format() string { return i.format }

// String returns the canonical form: no final slash, "!" before components,
// "~" before portions, and the format as "/.xml" or "/!main.xml".
func (i IRI) String() string {
	var b strings.Builder
	i.writeWork(&b)
	i.writeExpression(&b)
	i.writePart(&b)
	if i.format != "" {
		if i.component == "" && i.from == "" {
			b.WriteByte('/')
		}
		b.WriteString("." + i.format)
	}
	if i.fragment != "" {
		b.WriteString("#" + i.fragment)
	}
	return b.String()
}

func (i IRI) writeWork(b *strings.Builder) {
	if i.prefix {
		b.WriteString("/akn")
	}
	for _, step := range []string{i.country, i.docType, i.subtype, i.actor, i.date, i.number} {
		if step != "" {
			b.WriteString("/" + step)
		}
	}
}

func (i IRI) writeExpression(b *strings.Builder) {
	if i.language != "" {
		b.WriteString("/" + i.language + i.mark + i.version)
	}
}

func (i IRI) writePart(b *strings.Builder) {
	if i.component != "" {
		if !i.local {
			b.WriteByte('/')
		}
		b.WriteString("!" + i.component)
	}
	if i.from == "" {
		return
	}
	if i.component == "" && !i.local {
		b.WriteByte('/')
	}
	b.WriteString("~" + i.from)
	if i.upTo != "" {
		b.WriteString("->" + i.upTo)
	}
}

// Work returns the name of the work, without component, portion or fragment.
func (i IRI) Work() IRI {
	if i.local {
		return IRI{}
	}
	return IRI{prefix: i.prefix, country: i.country, docType: i.docType, subtype: i.subtype,
		actor: i.actor, date: i.date, number: i.number}
}

// Expression returns the name of the expression, without component, portion
// or fragment, or the zero IRI if i names no expression.
func (i IRI) Expression() IRI {
	if i.language == "" {
		return IRI{}
	}
	e := i.Work()
	e.language, e.mark, e.version = i.language, i.mark, i.version
	return e
}

// Whole returns the name without component, portion and fragment: the value
// of FRBRuri where i is that of FRBRthis.
func (i IRI) Whole() IRI {
	i.component, i.from, i.upTo, i.fragment = "", "", "", ""
	if i.local {
		return IRI{}
	}
	return i
}

// WithExpression returns the name of the expression of i's work in the
// language (ISO 639-2), in the version: a date, another identifier, or "" for
// the original version. Component, portion and fragment are kept.
func (i IRI) WithExpression(language, version string) (IRI, error) {
	i.language, i.mark, i.version, i.format = language, "@", version, ""
	return i.verify("a language of two or three letters and a version")
}

// WithComponent returns the name of a component of what i names; "" takes the
// component away.
func (i IRI) WithComponent(name string) (IRI, error) {
	i.component = name
	return i.verify("the name of a component")
}

// WithFragment returns a link to the element with the eId.
func (i IRI) WithFragment(eID string) (IRI, error) {
	i.fragment = eID
	return i.verify("an eId")
}

// WithPortion returns the name of the portion from one eId up to another, or
// of a single element if the second is "".
func (i IRI) WithPortion(from, upTo string) (IRI, error) {
	i.from, i.upTo = from, upTo
	return i.verify("the eIds of a portion")
}

// WithFormat returns the name of the manifestation of i's expression in the
// format, such as "xml".
func (i IRI) WithFormat(format string) (IRI, error) {
	i.format, i.fragment = format, ""
	return i.verify("a format, of an expression")
}

// verify returns i if it is what its own form reads back to.
func (i IRI) verify(expected string) (IRI, error) {
	s := i.String()
	if got, err := ParseIRI(s); err != nil || got != i {
		return IRI{}, &IRIError{Input: s, Expected: expected}
	}
	return i, nil
}

// WorkName has the steps of the name of a work.
type WorkName struct {
	Country string // "un" if empty
	DocType string // "statement" if empty
	Subtype string // "deliberation" for resolutions
	Actor   string // "unga", "unsc"
	Date    string // YYYY-MM-DD, YYYY-MM or YYYY
	Number  string // in the form of IRIs, see [NumberStep]
}

// IRI returns the name as an IRI.
func (w WorkName) IRI() (IRI, error) {
	i := IRI{prefix: true, country: or(w.Country, "un"), docType: or(w.DocType, "statement"),
		subtype: w.Subtype, actor: w.Actor, date: w.Date, number: w.Number}
	if made, err := i.verify(""); err == nil && isIRIDate(w.Date) {
		return made, nil
	}
	return IRI{}, i.wrongStep()
}

// wrongStep says which step of the name of a work cannot stand in one: each is tried in a name that is right.
func (i IRI) wrongStep() error {
	right := IRI{prefix: true, country: "un", docType: "statement", subtype: "deliberation", actor: "unga", date: "2021-12-16", number: "76-187"}
	steps := []struct {
		name, value, expected string
		put                   func(*IRI)
	}{
		{"country", i.country, "a code of letters: un", func(r *IRI) { r.country = i.country }},
		{"document type", i.docType, "the name of a document element: statement", func(r *IRI) { r.docType = i.docType }},
		{"subtype", i.subtype, "a word without spaces and slashes: deliberation", func(r *IRI) { r.subtype = i.subtype }},
		{"actor", i.actor, "a word without spaces and slashes: unga", func(r *IRI) { r.actor = i.actor }},
		{"date", i.date, "a date as YYYY-MM-DD, YYYY-MM or YYYY", func(r *IRI) { r.date = i.date }},
		{"number", i.number, "a number without spaces and slashes: 76-187 (see NumberStep)", func(r *IRI) { r.number = i.number }},
	}
	at := len("/akn")
	for _, s := range steps {
		tried := right
		s.put(&tried)
		if _, err := tried.verify(""); err != nil || s.name == "date" && !isIRIDate(s.value) {
			return &IRIError{Input: i.String(), Offset: at + 1, Step: s.name, Value: s.value, Expected: s.expected}
		}
		if s.value != "" {
			at += 1 + len(s.value)
		}
	}
	return &IRIError{Input: i.String(), Expected: "steps of a work"}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// NumberStep returns a printed number or symbol in the form it has in IRIs:
// "/" becomes "-" and white space "_".
func NumberStep(printed string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(printed), "_"), "/", "-")
}

// SameWork reports whether both name the same work or something of it.
func (i IRI) SameWork(other IRI) bool {
	a, b := i.Work(), other.Work()
	// Names of before the naming convention have no /akn.
	a.prefix, b.prefix = true, true
	return a == b && a.country != ""
}

// SameExpression reports whether both name the same expression or something
// of it.
func (i IRI) SameExpression(other IRI) bool {
	return i.language != "" && i.SameWork(other) &&
		i.language == other.language && i.mark == other.mark && i.version == other.version
}

// IsComponentOf reports whether i names a component of what whole names: the
// whole has no component, or one that i's is within, and names the same work,
// the same expression if it names one, and the same format if it has one.
func (i IRI) IsComponentOf(whole IRI) bool {
	switch {
	case i.component == "" || !i.SameWork(whole):
		return false
	case whole.language != "" && !i.SameExpression(whole):
		return false
	case whole.format != "" && i.format != whole.format:
		return false
	case whole.component == "":
		return true
	}
	return strings.HasPrefix(i.component, whole.component+"/")
}

// IsNewerThan reports whether i names a later version than other: both are
// expressions of the same work in the same language, and of both the dates
// are known. The original version is older than any with a date.
func (i IRI) IsNewerThan(other IRI) bool {
	if !i.SameWork(other) || i.language != other.language || !isIRIDate(i.version) {
		return false
	}
	if other.VersionKind() == VersionOriginal {
		return true
	}
	return isIRIDate(other.version) && i.version > other.version
}

// MarshalText implements encoding.TextMarshaler.
func (i IRI) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (i *IRI) UnmarshalText(text []byte) error {
	parsed, err := ParseIRI(string(text))
	if err == nil {
		*i = parsed
	}
	return err
}

// IRIError says where a string stops being an IRI of the naming convention.
type IRIError struct {
	Input    string // what was parsed, empty where a name was made of steps
	Offset   int    // in bytes
	Expected string // what should stand there
	// Step is the step that is wrong, in words ("actor"), and Value what it was to be, where a name was made of steps.
	Step, Value string
}

// Error quotes the string or the step, and says what was expected.
func (e *IRIError) Error() string {
	if e.Step != "" {
		return fmt.Sprintf("akn: the %s %q cannot stand in an IRI of the naming convention: expected %s", e.Step, clip(e.Value), e.Expected)
	}
	return fmt.Sprintf("akn: %q is no IRI of the naming convention: at byte %d, expected %s", clip(e.Input), e.Offset, e.Expected)
}
