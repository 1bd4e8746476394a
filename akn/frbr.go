package akn

import (
	"strings"

	"github.com/beevik/etree"
)

// UnknownDate stands where the schema requires a date and nobody knows it: in FRBRdate, then with the name "unknown", and
// in IRIs, as the United Nations' own files write it.
const UnknownDate = "0001-01-01"

// frbrOrder is the order of the children of the FRBR elements in the schema.
var frbrOrder = strings.Fields(`FRBRthis FRBRuri FRBRalias FRBRdate FRBRauthor componentInfo preservation
	FRBRcountry FRBRsubtype FRBRnumber FRBRname FRBRprescriptive FRBRversionNumber FRBRauthoritative
	FRBRmasterExpression FRBRlanguage FRBRtranslation FRBRportion FRBRformat`)

func frbrRank(name string) int {
	for i, n := range frbrOrder {
		if n == name {
			return i
		}
	}
	return len(frbrOrder)
}

// frbrChild returns the first child with the name; it makes one where the
// schema wants it if there is none.
func frbrChild(e *etree.Element, name string) *etree.Element {
	if c := firstChild(e, name); c != nil {
		return c
	}
	c := etree.NewElement(name)
	c.Space = e.Space
	for _, t := range e.Child {
		if s, ok := t.(*etree.Element); ok && frbrRank(s.Tag) > frbrRank(name) {
			e.InsertChildAt(s.Index(), c)
			return c
		}
	}
	e.AddChild(c)
	return c
}

// frbr is what the three levels have in common.
func frbrGet(e *etree.Element, child, attr string) string { return Attr(First(e, child), attr) }

// frbrSet sets attributes of a child; an empty first value removes the child.
func frbrSet(e *etree.Element, child string, pairs ...string) {
	switch {
	case e == nil:
	case pairs[1] == "":
		if c := firstChild(e, child); c != nil {
			e.RemoveChild(c)
		}
	default:
		c := frbrChild(e, child)
		for i := 0; i+1 < len(pairs); i += 2 {
			SetAttr(c, pairs[i], pairs[i+1])
		}
	}
}

// FRBRWork is the identification of a document as a work. An empty value given
// to a setter removes the element.
type FRBRWork struct{ View }

func (FRBRWork) names() []string { return []string{"FRBRWork"} }

// This returns FRBRthis, the name of this component.
func (f FRBRWork) This() string { return frbrGet(f.element, "FRBRthis", "value") }

// SetThis sets FRBRthis.
func (f FRBRWork) SetThis(iri string) { frbrSet(f.element, "FRBRthis", "value", iri) }

// URI returns FRBRuri, the name of the whole document.
func (f FRBRWork) URI() string { return frbrGet(f.element, "FRBRuri", "value") }

// SetURI sets FRBRuri.
func (f FRBRWork) SetURI(iri string) { frbrSet(f.element, "FRBRuri", "value", iri) }

// IRI returns FRBRuri as a name of the naming convention.
func (f FRBRWork) IRI() (IRI, error) { return ParseIRI(f.URI()) }

// Alias returns the other name of the given kind, "" if there is none.
func (f FRBRWork) Alias(name string) string {
	for _, a := range Children(f.element, "FRBRalias") {
		if Attr(a, "name") == name {
			return Attr(a, "value")
		}
	}
	return ""
}

// Date returns the date of the work as YYYY-MM-DD, and what it is the date of:
// "adoption", "issuance".
func (f FRBRWork) Date() (date, name string) { return frbrDate(f.element) }

// SetDate sets the date.
func (f FRBRWork) SetDate(date, name string) {
	frbrSet(f.element, "FRBRdate", "date", date, "name", name)
}

// Author returns the references to the author and the role: "#unga", "#author".
func (f FRBRWork) Author() (href, as string) { return frbrAuthor(f.element) }

// SetAuthor sets the author.
func (f FRBRWork) SetAuthor(href, as string) {
	frbrSet(f.element, "FRBRauthor", "href", href, "as", as)
}

// Country returns the country, always "un" for the United Nations.
func (f FRBRWork) Country() string { return frbrGet(f.element, "FRBRcountry", "value") }

// SetCountry sets the country.
func (f FRBRWork) SetCountry(country string) { frbrSet(f.element, "FRBRcountry", "value", country) }

// Subtype returns the subtype: "deliberation".
func (f FRBRWork) Subtype() string { return frbrGet(f.element, "FRBRsubtype", "value") }

// SetSubtype sets the subtype.
func (f FRBRWork) SetSubtype(subtype string) { frbrSet(f.element, "FRBRsubtype", "value", subtype) }

// Number returns the number as IRIs have it, and as printed.
func (f FRBRWork) Number() (value, showAs string) {
	n := First(f.element, "FRBRnumber")
	return Attr(n, "value"), Attr(n, "showAs")
}

// SetNumber sets the number.
func (f FRBRWork) SetNumber(value, showAs string) {
	frbrSet(f.element, "FRBRnumber", "value", value, "showAs", showAs)
}

// Symbol returns the symbol, from the printed number, and whether there is one.
func (f FRBRWork) Symbol() (Symbol, bool) {
	_, showAs := f.Number()
	s, err := ParseSymbol(showAs)
	return s, err == nil
}

// SetSymbol sets the number from a symbol.
func (f FRBRWork) SetSymbol(s Symbol) { f.SetNumber(s.Number(), s.String()) }

// FRBRExpression is the identification of a document as an expression.
type FRBRExpression struct{ View }

func (FRBRExpression) names() []string { return []string{"FRBRExpression"} }

// This returns FRBRthis.
func (f FRBRExpression) This() string { return frbrGet(f.element, "FRBRthis", "value") }

// SetThis sets FRBRthis.
func (f FRBRExpression) SetThis(iri string) { frbrSet(f.element, "FRBRthis", "value", iri) }

// URI returns FRBRuri.
func (f FRBRExpression) URI() string { return frbrGet(f.element, "FRBRuri", "value") }

// SetURI sets FRBRuri.
func (f FRBRExpression) SetURI(iri string) { frbrSet(f.element, "FRBRuri", "value", iri) }

// IRI returns FRBRuri as a name of the naming convention.
func (f FRBRExpression) IRI() (IRI, error) { return ParseIRI(f.URI()) }

// Date returns the date of the expression, and what it is the date of.
func (f FRBRExpression) Date() (date, name string) { return frbrDate(f.element) }

// SetDate sets the date.
func (f FRBRExpression) SetDate(date, name string) {
	frbrSet(f.element, "FRBRdate", "date", date, "name", name)
}

// Author returns the references to the author and the role.
func (f FRBRExpression) Author() (href, as string) { return frbrAuthor(f.element) }

// SetAuthor sets the author.
func (f FRBRExpression) SetAuthor(href, as string) {
	frbrSet(f.element, "FRBRauthor", "href", href, "as", as)
}

// Language returns the language in ISO 639-2: "fra".
func (f FRBRExpression) Language() string { return frbrGet(f.element, "FRBRlanguage", "language") }

// SetLanguage sets the language.
func (f FRBRExpression) SetLanguage(code string) {
	frbrSet(f.element, "FRBRlanguage", "language", code)
}

// Translation returns the expression that this one is translated from and its
// language, "" if it is an original.
func (f FRBRExpression) Translation() (href, fromLanguage string) {
	t := First(f.element, "FRBRtranslation")
	return Attr(t, "href"), Attr(t, "fromLanguage")
}

// SetTranslation sets what this expression is translated from, and by whom.
func (f FRBRExpression) SetTranslation(href, fromLanguage, by string) {
	frbrSet(f.element, "FRBRtranslation", "href", href, "fromLanguage", fromLanguage, "by", by)
}

// FRBRManifestation is the identification of a document as a manifestation.
type FRBRManifestation struct{ View }

func (FRBRManifestation) names() []string { return []string{"FRBRManifestation"} }

// This returns FRBRthis.
func (f FRBRManifestation) This() string { return frbrGet(f.element, "FRBRthis", "value") }

// SetThis sets FRBRthis.
func (f FRBRManifestation) SetThis(iri string) { frbrSet(f.element, "FRBRthis", "value", iri) }

// URI returns FRBRuri.
func (f FRBRManifestation) URI() string { return frbrGet(f.element, "FRBRuri", "value") }

// SetURI sets FRBRuri.
func (f FRBRManifestation) SetURI(iri string) { frbrSet(f.element, "FRBRuri", "value", iri) }

// IRI returns FRBRuri as a name of the naming convention.
func (f FRBRManifestation) IRI() (IRI, error) { return ParseIRI(f.URI()) }

// Date returns the date of the manifestation, and what it is the date of.
func (f FRBRManifestation) Date() (date, name string) { return frbrDate(f.element) }

// SetDate sets the date.
func (f FRBRManifestation) SetDate(date, name string) {
	frbrSet(f.element, "FRBRdate", "date", date, "name", name)
}

// Author returns the references to the editor and the role.
func (f FRBRManifestation) Author() (href, as string) { return frbrAuthor(f.element) }

// SetAuthor sets the editor.
func (f FRBRManifestation) SetAuthor(href, as string) {
	frbrSet(f.element, "FRBRauthor", "href", href, "as", as)
}

// Format returns the format: "xml".
func (f FRBRManifestation) Format() string { return frbrGet(f.element, "FRBRformat", "value") }

// SetFormat sets the format.
func (f FRBRManifestation) SetFormat(format string) {
	frbrSet(f.element, "FRBRformat", "value", format)
}

func frbrDate(e *etree.Element) (date, name string) {
	d := First(e, "FRBRdate")
	return Attr(d, "date"), Attr(d, "name")
}

func frbrAuthor(e *etree.Element) (href, as string) {
	a := First(e, "FRBRauthor")
	return Attr(a, "href"), Attr(a, "as")
}
