package akn

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"
)

// Normalize returns a copy of a document of the United Nations that meets their profile as far as that is certain, and
// keeps every letter of the text:
//
//   - names and metadata are completed from what the document says: canonical IRIs, FRBRsubtype, FRBRnumber, FRBRformat,
//     an alias; authors, sources and concepts are references with entries;
//   - links to documents (a) become citations (ref) with a symbol;
//   - a paragraph that is only a heading becomes a division, with the paragraphs that follow; a sublist becomes the list
//     of the point before it;
//   - numbers and letters that stand in the text of paragraphs become their labels where they are the next to come;
//     paragraphs (a), (b) become points of the paragraph that announces them with a colon; what begins the body
//     without a number and ends in a comma becomes a recital;
//   - annexes have names of their own;
//   - white space that is only layout goes: tabs and runs of spaces become one space, none stands at the ends of a
//     block or of emphasis.
//
// In the end all eIds are those of the convention ([AssignEIDs]). Documents with a layout layer of this module keep their
// white space and their parts.
//
// What contradicts itself is left as it is: it is for the validator to say so. A document that is already normal is
// copied; so is one that is not of AKN4UN, with its eIds assigned.
func Normalize(doc *Document) *Document {
	n := normalizer{doc: doc.Copy()}
	if n.doc.Root() == nil {
		return n.doc
	}
	n.identification()
	n.references()
	n.citations()
	n.sublists()
	layered := hasLayer(n.doc.Root())
	if !layered {
		n.letters()
		n.labels()
		n.lettered()
		n.strays()
		n.leadingRecitals()
	}
	n.recitals()
	for body := range Find(n.doc.Root(), bodyNames...) {
		n.headings(body)
	}
	if !layered {
		n.emphasis()
		n.spaces()
	}
	AssignEIDs(n.doc)
	return n.doc
}

type normalizer struct {
	doc  *Document
	meta *etree.Element // where entries are added
}

// identification completes the names of the main document and of those in it.
func (n *normalizer) identification() {
	main := n.doc.Statement()
	n.documentNames(main, "main")
	annexes := 0
	for e := range Find(n.doc.Root(), Statement{}.names()...) {
		if e == main.element {
			continue
		}
		s, _ := As[Statement](e)
		if Is(e, "doc") && Up(e.Parent(), "attachment") != nil {
			annexes++
			n.annexNames(main, s, annexes)
			continue
		}
		n.documentNames(s, "main")
	}
}

// documentNames puts the names of the three levels into their canonical form and adds what they imply.
func (n *normalizer) documentNames(s Statement, component string) {
	work, err := s.Work().IRI()
	if err != nil || work.Country() != "un" {
		return
	}
	if main := n.doc.Statement(); s.element != main.element {
		if iri, err := ParseIRI(s.Work().This()); err == nil && iri.Component() != "" {
			component = iri.Component()
		}
	}
	work = n.published(s, n.numbered(s, work.Whole()))
	n.workNames(s, work, component)
	n.expressionNames(s, work, component)
}

// numbered returns the name of a work with the number that its symbol has in names; the old one stays as an alias. A
// number that is another one is kept.
func (n *normalizer) numbered(s Statement, work IRI) IRI {
	symbol, err := ParseSymbol(n.printedSymbol(s))
	if err != nil || symbol.Number() == work.Number() || s.element != n.doc.Statement().element ||
		!strings.HasPrefix(lettersAndDigits(symbol.Number()), lettersAndDigits(work.Number())) {
		return work
	}
	name := WorkName{Country: work.Country(), DocType: work.DocType(), Subtype: work.Subtype(), Actor: work.Actor(), Date: work.Date(), Number: symbol.Number()}
	better, err := name.IRI()
	if err != nil {
		return work
	}
	n.alias(s.Work(), work.String(), "former")
	return better
}

// published gives a collection the name of a publication; that of a statement, which the United Nations' files give it, stays
// as an alias.
func (n *normalizer) published(s Statement, work IRI) IRI {
	if !Is(s.element, "documentCollection") || work.DocType() != "statement" {
		return work
	}
	better, err := WorkName{Country: work.Country(), DocType: "collection", Subtype: "publication", Actor: work.Actor(), Date: work.Date(), Number: work.Number()}.IRI()
	if err != nil {
		return work
	}
	n.alias(s.Work(), work.String(), "former")
	s.Work().SetSubtype("publication")
	return better
}

// sameNumber reports whether a printed symbol has the number of a name.
func sameNumber(work IRI, printed string) bool {
	symbol, err := ParseSymbol(printed)
	return err == nil && symbol.Number() == work.Number() || printed != "" && NumberStep(printed) == work.Number()
}

func lettersAndDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s)
}

// alias adds another name of a work, after its IRI.
func (n *normalizer) alias(w FRBRWork, value, name string) {
	uri := First(w.element, "FRBRuri")
	if uri == nil || w.Alias(name) != "" {
		return
	}
	alias := etree.NewElement("FRBRalias")
	alias.Space = w.element.Space
	SetAttr(alias, "value", value)
	SetAttr(alias, "name", name)
	w.element.InsertChildAt(uri.Index()+1, alias)
}

func (n *normalizer) workNames(s Statement, work IRI, component string) {
	w := s.Work()
	w.SetURI(work.String())
	w.SetThis(work.String() + "/!" + component)
	if w.Subtype() == "" && work.Subtype() != "" {
		w.SetSubtype(work.Subtype())
	}
	if _, shown := w.Number(); shown == "" {
		if printed := n.printedSymbol(s); sameNumber(work, printed) {
			w.SetNumber(work.Number(), printed)
		}
	}
	if symbol, ok := w.Symbol(); ok && component == "main" {
		n.alias(w, symbol.URL(), "undocs")
	}
	n.author(s, w.element, work.Actor(), "author")
}

// printedSymbol is the symbol on the cover page, where its number is the one in the IRI.
func (n *normalizer) printedSymbol(s Statement) string {
	for _, part := range []Part{s.CoverPage(), n.doc.Statement().CoverPage(), s.Preface()} {
		for e := range Find(part.element, "docNumber") {
			if strings.TrimPrefix(Attr(e, "refersTo"), "#") == "symbol" {
				return tidy(Text(e))
			}
		}
	}
	return ""
}

func (n *normalizer) expressionNames(s Statement, work IRI, component string) {
	e, m := s.Expression(), s.Manifestation()
	if !e.Exists() {
		return
	}
	version := ""
	if iri, err := e.IRI(); err == nil {
		version = iri.Version()
	}
	if iri, err := work.WithExpression(e.Language(), version); err == nil {
		e.SetURI(iri.String())
		e.SetThis(iri.String() + "/!" + component)
		n.author(s, e.element, work.Actor(), "issuer")
		if m.Exists() {
			format := or(m.Format(), "xml")
			m.SetURI(iri.String() + "/." + format)
			m.SetThis(iri.String() + "/!" + component + "." + format)
			m.SetFormat(format)
			n.author(s, m.element, "", "editor")
		}
	}
	for _, level := range []*etree.Element{s.Work().element, e.element, m.element} {
		for _, d := range Children(level, "FRBRdate") {
			if Attr(d, "date") == UnknownDate {
				SetAttr(d, "name", "unknown")
			}
		}
	}
}

// author makes the author of a level a reference: to the actor of the work where one is given, else to what it names.
func (n *normalizer) author(s Statement, level *etree.Element, actor, role string) {
	for i, a := range Children(level, "FRBRauthor") {
		id := strings.TrimPrefix(Attr(a, "href"), "#")
		if i == 0 && actor != "" && level == s.Work().element {
			id = actor
		}
		if isNCName(id) {
			SetAttr(a, "href", "#"+id)
		}
		if as := strings.TrimPrefix(or(Attr(a, "as"), role), "#"); isNCName(as) {
			SetAttr(a, "as", "#"+as)
		}
	}
}

// annexNames gives an annex the name of the main document with its own component.
func (n *normalizer) annexNames(main, annex Statement, place int) {
	work, err := main.Work().IRI()
	own, ownErr := annex.Work().IRI()
	if err != nil || ownErr == nil && !own.SameWork(work) && own.Number() != "" && own.Country() == "un" && own.Component() == "" && own.Date() != work.Date() {
		return // a work of its own
	}
	if annex.Name() == "" {
		annex.SetName("annex")
	}
	component := "annex_" + strconv.Itoa(place)
	if annex.Work().Exists() {
		n.workNames(annex, work.Whole(), component)
		if number, shown := main.Work().Number(); number != "" {
			annex.Work().SetNumber(number, shown)
		}
	}
	if annex.Expression().Exists() {
		n.expressionNames(annex, work.Whole(), component)
	}
}

// renamedConcepts are words of the United Nations' files for concepts that have another name here.
var renamedConcepts = map[string]string{"agenda": "agendaItem"}

// references makes the words that name an entry references, and adds the entries that are missing.
func (n *normalizer) references() {
	n.meta = n.doc.Meta()
	if n.meta == nil {
		for m := range Find(n.doc.Root(), "meta") {
			n.meta = m
			break
		}
	}
	known := n.doc.EIDs()
	var wanted []entryWanted
	for e, local := range Walk(n.doc.Root()) {
		if local == "" {
			continue
		}
		for _, key := range []string{"source", "refersTo", "as", "by", "outcome", "href", "dictionary"} {
			if id, ok := n.reference(e, local, key); ok && known[id] == nil {
				known[id] = e
				wanted = append(wanted, entryWanted{classOf(local, key), id})
			}
		}
	}
	for _, w := range wanted {
		n.addEntry(w)
	}
}

type entryWanted struct{ class, id string }

// reference returns the id that an attribute names. A word in an attribute that is for references becomes one.
func (n *normalizer) reference(e *etree.Element, local, key string) (string, bool) {
	value := Attr(e, key)
	id, isRef := strings.CutPrefix(value, "#")
	if !isRef && (key == "href" || key == "dictionary" || value == "" || local == "eventRef" || local == "publication") {
		return "", false
	}
	if key == "href" && local != "FRBRauthor" || !isNCName(id) {
		return "", false
	}
	if to, ok := renamedConcepts[id]; ok && key == "refersTo" {
		id = to
	}
	SetAttr(e, key, "#"+id)
	return id, true
}

// classOf is the class of the entry that an attribute of an element needs.
func classOf(local, key string) string {
	switch {
	case key == "source", local == "FRBRauthor" && key == "href", key == "by":
		return "Organization"
	case key == "as":
		return "Role"
	case key == "refersTo" && (local == "docProponent" || local == "session" || local == "organization"):
		return "Organization"
	}
	return "Concept"
}

// addEntry adds an entry to the references; it makes them where there are none.
func (n *normalizer) addEntry(w entryWanted) {
	if n.meta == nil {
		return
	}
	refs := First(n.meta, "references")
	if refs == nil {
		refs = etree.NewElement("references")
		refs.Space = n.meta.Space
		at := len(n.meta.Child)
		for _, c := range Children(n.meta, "notes", "proprietary", "presentation") {
			at = min(at, c.Index())
		}
		n.meta.InsertChildAt(at, refs)
		SetAttr(refs, "source", or(Attr(First(n.meta, "identification"), "source"), "#un"))
	}
	e := refs.CreateElement("TLC" + w.class)
	e.Space = refs.Space
	e.CreateAttr("eId", w.id)
	e.CreateAttr("href", "/akn/ontology/"+strings.ToLower(w.class)+"/un/"+w.id)
	e.CreateAttr("showAs", w.id)
}

// citations makes links to documents references with a symbol.
func (n *normalizer) citations() {
	for _, a := range slices.Collect(Find(n.doc.Root(), "a")) {
		s, ok := SymbolOfURL(Attr(a, "href"))
		if !ok || strings.TrimSpace(Text(a)) == "" {
			continue
		}
		a.Tag = "ref"
		a.RemoveAttr("target")
		SetAttr(a, "href", s.URL())
		SetAttr(a, "title", s.String())
	}
}

// layoutNamespace is that of the attributes by which this module keeps the layout of a source text.
const layoutNamespace = "https://github.com/ntoso/ntoso/ns/layout"

func hasLayer(root *etree.Element) bool {
	for _, a := range root.Attr {
		if (a.Space == "xmlns" || a.Key == "xmlns") && a.Value == layoutNamespace {
			return true
		}
	}
	return false
}
