package schema

import (
	"bytes"
	"fmt"
)

// A Variety says how the values of a simple type are made.
type Variety uint8

// The varieties of XSD 1.0 part 2, section 2.5.1. The zero value is none of them.
const (
	_      Variety = iota
	Atomic         // one value
	List           // values of Item, white space between them
	Union          // a value of one of Members
)

// Whitespace says what happens to white space before a value is judged.
type Whitespace uint8

// The values of the facet whiteSpace. The zero value is none of them.
const (
	_        Whitespace = iota
	Preserve            // nothing
	Replace             // tabs and line ends become spaces
	Collapse            // and runs of spaces become one, and those at the ends none
)

// A SimpleType is a set of strings, each with a value, as XSD 1.0 part 2 defines it.
type SimpleType struct {
	Name    Name          // zero for an anonymous type
	Base    *SimpleType   // nil for anySimpleType alone
	Variety Variety       // one value, a list or a union
	Item    *SimpleType   // of a list
	Members []*SimpleType // of a union
	White   Whitespace    // what happens to white space first

	primitive *primitive // of an atomic type
	facets    facets
	final     derivations
	builtin   bool
	words     string // of a built-in type: what a value is, with its article
	place     place
}

// facets are the bounds of a type, those of its bases included.
type facets struct {
	enum      []string     // as written, nil for none
	enumKeys  []string     // their canonical forms
	patterns  [][]*pattern // one of each row must match
	length    int          // these three are -1 for none
	minLength int
	maxLength int
	digits    int // totalDigits, -1 for none
	fraction  int // fractionDigits, -1 for none
	bounds    []bound
}

// A bound is one of the four facets of order.
type bound struct {
	kind  string // minInclusive...
	value []byte // as written
}

var noFacets = facets{length: -1, minLength: -1, maxLength: -1, digits: -1, fraction: -1}

// A Problem says which rule a value breaks. The zero value is none of them.
type Problem uint8

// The rules of a value.
const (
	_           Problem = iota
	BadLexical          // it is not written as values of the type are
	BadEnum             // it is none of the values listed
	BadPattern          // it does not match the pattern
	BadLength           // it is too short or too long
	BadRange            // it is too small or too large
	BadFixed            // it is not the value that is fixed
	BadNotation         // the type has no values: NOTATION without a list of them
)

// A Reason says why a string is not a value of a type.
type Reason struct {
	Problem Problem     // which rule is broken
	Type    *SimpleType // the type whose rule it is
	// Detail says in words what is wrong, without naming the value: "there is no month 13". It may be empty.
	Detail string
	// Expected lists the values of an enumeration.
	Expected []string

	at int // how far the value was read
}

// Error says why, as a clause that can follow the value: "is not a date: there is no month 13".
func (r *Reason) Error() string {
	s := "is not " + r.Type.Describe()
	if r.Detail != "" {
		s += ": " + r.Detail
	}
	return s
}

// Check judges a string, given as it stands in the document after the normalisation of XML. It returns nil for a value of
// the type, and allocates nothing then, unless white space in it must be collapsed for a pattern to be tried.
func (t *SimpleType) Check(value []byte) *Reason {
	switch t.Variety {
	case List:
		return t.checkList(value)
	case Union:
		return t.checkUnion(value)
	}
	return t.checkAtomic(value)
}

func (t *SimpleType) checkAtomic(value []byte) *Reason {
	v := t.White.normalize(value)
	if at, detail := t.primitive.valid(v); at >= 0 {
		return &Reason{Problem: BadLexical, Type: t, Detail: detail, at: at}
	}
	f := &t.facets
	if f.patterns != nil && !f.matches(v) {
		return &Reason{Problem: BadPattern, Type: t, Detail: f.patternDetail(v)}
	}
	if f.enum != nil && !t.listed(v) {
		return &Reason{Problem: BadEnum, Type: t, Expected: f.enum}
	}
	if r := t.checkLength(t.primitive.length, v); r != nil {
		return r
	}
	return t.checkOrder(v)
}

func (t *SimpleType) checkLength(length func([]byte) int, v []byte) *Reason {
	f := &t.facets
	if f.length < 0 && f.minLength < 0 && f.maxLength < 0 || length == nil {
		return nil
	}
	n := length(v)
	var detail string
	switch {
	case f.length >= 0 && n != f.length:
		detail = fmt.Sprintf("its length is %d, not %d", n, f.length)
	case f.minLength >= 0 && n < f.minLength:
		detail = fmt.Sprintf("its length is %d, less than %d", n, f.minLength)
	case f.maxLength >= 0 && n > f.maxLength:
		detail = fmt.Sprintf("its length is %d, more than %d", n, f.maxLength)
	default:
		return nil
	}
	return &Reason{Problem: BadLength, Type: t, Detail: detail}
}

func (t *SimpleType) checkOrder(v []byte) *Reason {
	f := &t.facets
	if f.digits >= 0 || f.fraction >= 0 {
		total, fraction := countDigits(v)
		if f.digits >= 0 && total > f.digits {
			return &Reason{Problem: BadRange, Type: t, Detail: fmt.Sprintf("it has more than %d digits", f.digits)}
		}
		if f.fraction >= 0 && fraction > f.fraction {
			return &Reason{Problem: BadRange, Type: t, Detail: fmt.Sprintf("it has more than %d digits after the point", f.fraction)}
		}
	}
	for _, b := range f.bounds {
		if !b.holds(t.primitive.compare, v) {
			return &Reason{Problem: BadRange, Type: t, Detail: b.words()}
		}
	}
	return nil
}

func (b bound) holds(compare func(a, b []byte) (int, bool), v []byte) bool {
	c, ok := compare(v, b.value)
	switch b.kind {
	case "minInclusive":
		return ok && c >= 0
	case "minExclusive":
		return ok && c > 0
	case "maxInclusive":
		return ok && c <= 0
	}
	return ok && c < 0
}

func (b bound) words() string {
	switch b.kind {
	case "minInclusive":
		return "it is less than " + string(b.value)
	case "minExclusive":
		return "it is not more than " + string(b.value)
	case "maxInclusive":
		return "it is more than " + string(b.value)
	}
	return "it is not less than " + string(b.value)
}

// listed says whether a value is in the enumeration; values are equal if their canonical forms are.
func (t *SimpleType) listed(v []byte) bool {
	f := &t.facets
	for _, e := range f.enum {
		if e == string(v) {
			return true
		}
	}
	if t.Variety == Atomic && t.primitive.canonical == nil {
		return false
	}
	var buf [64]byte
	key := t.AppendCanonical(buf[:0], v)
	for _, e := range f.enumKeys {
		if e == string(key) {
			return true
		}
	}
	return false
}

func (t *SimpleType) checkList(value []byte) *Reason {
	v := Collapse.normalize(value)
	n := 0
	for rest := v; ; n++ {
		var item []byte
		if item, rest = field(rest); item == nil {
			break
		}
		if r := t.Item.Check(item); r != nil {
			return &Reason{Problem: r.Problem, Type: t, Detail: fmt.Sprintf("its item %q %s", item, r.Error()), Expected: r.Expected}
		}
	}
	if t.facets.patterns != nil && !t.facets.matches(v) {
		return &Reason{Problem: BadPattern, Type: t, Detail: t.facets.patternDetail(v)}
	}
	if t.facets.enum != nil && !t.listed(v) {
		return &Reason{Problem: BadEnum, Type: t, Expected: t.facets.enum}
	}
	return t.checkLength(func([]byte) int { return n }, v)
}

func (t *SimpleType) checkUnion(value []byte) *Reason {
	if !t.oneOf(value) {
		return t.unionReason(value)
	}
	if t.facets.patterns != nil && !t.facets.matches(value) {
		return &Reason{Problem: BadPattern, Type: t, Detail: t.facets.patternDetail(value)}
	}
	if t.facets.enum != nil && !t.listed(value) {
		return &Reason{Problem: BadEnum, Type: t, Expected: t.facets.enum}
	}
	return nil
}

// oneOf says whether a value is one of a member type.
func (t *SimpleType) oneOf(value []byte) bool { return t.memberOf(value) != nil }

// memberOf returns the first member type that takes a value.
func (t *SimpleType) memberOf(value []byte) *SimpleType {
	for _, m := range t.Members {
		if m.accepts(value) {
			return m
		}
	}
	return nil
}

// accepts is Check without a reason to make.
func (t *SimpleType) accepts(value []byte) bool {
	switch t.Variety {
	case Atomic:
		if at, _ := t.primitive.valid(t.White.normalize(value)); at >= 0 {
			return false
		}
	case Union:
		if !t.oneOf(value) {
			return false
		}
	}
	return t.Check(value) == nil
}

// unionReason takes the detail of the member that the value resembles most: the one whose check got furthest.
func (t *SimpleType) unionReason(value []byte) *Reason {
	best := &Reason{Problem: BadLexical, Type: t, at: -1}
	for _, m := range t.Members {
		r := m.Check(value)
		if r == nil {
			continue
		}
		if len(r.Expected) > 0 {
			best.Expected = append(best.Expected, r.Expected...)
		}
		if r.at > best.at && r.Detail != "" {
			best.Detail, best.at = r.Detail, r.at
		}
	}
	return best
}

func (f *facets) matches(v []byte) bool {
	for _, row := range f.patterns {
		if !matchesOne(row, v) {
			return false
		}
	}
	return true
}

func matchesOne(row []*pattern, v []byte) bool {
	for _, p := range row {
		if p.match(v) {
			return true
		}
	}
	return false
}

// patternDetail says where the first pattern that does not match stops.
func (f *facets) patternDetail(v []byte) string {
	for _, row := range f.patterns {
		if !matchesOne(row, v) {
			return row[0].stops(v)
		}
	}
	return ""
}

// AppendCanonical appends a form that two values of the type share exactly if they are equal: what identity constraints and fixed
// values compare. The value must be valid; an invalid one is appended as it stands.
func (t *SimpleType) AppendCanonical(dst, value []byte) []byte {
	switch t.Variety {
	case List:
		rest := Collapse.normalize(value)
		for first := true; ; first = false {
			var item []byte
			if item, rest = field(rest); item == nil {
				return dst
			}
			if !first {
				dst = append(dst, ' ')
			}
			dst = t.Item.AppendCanonical(dst, item)
		}
	case Union:
		if m := t.memberOf(value); m != nil {
			if m.Variety == Atomic { // values of different primitive types are never equal
				dst = append(append(dst, m.primitive.name...), ':')
			}
			return m.AppendCanonical(dst, value)
		}
		return append(dst, value...)
	}
	v := t.White.normalize(value)
	if t.primitive.canonical == nil {
		return append(dst, v...)
	}
	return t.primitive.canonical(dst, v)
}

// Equal says whether two strings are the same value of the type.
func (t *SimpleType) Equal(a, b []byte) bool {
	return bytes.Equal(t.AppendCanonical(nil, a), t.AppendCanonical(nil, b))
}

// An IDRole says what part a type plays in the ids that are unique in a whole document.
type IDRole uint8

// The roles; the zero value is that of all other types.
const (
	NoID    IDRole = iota
	IsID           // xs:ID: no two such values in a document are equal
	IsIDREF        // xs:IDREF, or a list of them: each is an xs:ID somewhere in the document
)

// IDRole returns the role of a type.
func (t *SimpleType) IDRole() IDRole {
	for u := t; u != nil; u = u.Base {
		if u.Variety == List && u.Item.IDRole() == IsIDREF {
			return IsIDREF
		}
		if u.builtin && u.Name.Local == "ID" {
			return IsID
		}
		if u.builtin && u.Name.Local == "IDREF" {
			return IsIDREF
		}
	}
	return NoID
}

// IsQName says whether values are names with prefixes, whose meaning depends on the namespaces in scope. Check judges their
// form only.
func (t *SimpleType) IsQName() bool {
	return t.Variety == Atomic && (t.primitive.name == "QName" || t.primitive.name == "NOTATION")
}

// Enum returns the values listed, nil where there is no list.
func (t *SimpleType) Enum() []string { return append([]string(nil), t.facets.enum...) }

// derivedFrom says whether a type is base or comes from it; a member of a union comes from the union.
func (t *SimpleType) derivedFrom(base *SimpleType) bool {
	for u := t; u != nil; u = u.Base {
		if u == base {
			return true
		}
	}
	if base.Variety == Union && base.facets.enum == nil && base.facets.patterns == nil {
		for _, m := range base.Members {
			if t.derivedFrom(m) {
				return true
			}
		}
	}
	return false
}
