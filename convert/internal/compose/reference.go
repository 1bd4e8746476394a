package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/beevik/etree"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// references collects what the document refers to: the entries of the ontology in its metadata.
type references struct {
	entries  map[string]entry
	order    []string
	attached []attached
}

// An attached is an annex to which the document refers by its title.
type attached struct{ href, showAs string }

// An entry is a top-level class entry (TLC) of the ontology.
type entry struct {
	element, class, id, showAs string
}

func newReferences() *references { return &references{entries: map[string]entry{}} }

// add makes the entry, unless there is one with its id, and returns the reference to it. An id that another class
// has already taken gets the class as its suffix.
func (r *references) add(element, class, id, showAs string) string {
	if id == "" {
		return ""
	}
	if old, ok := r.entries[id]; ok && old.class != class {
		id += "_" + class
	}
	if _, ok := r.entries[id]; !ok {
		r.entries[id] = entry{element, class, id, showAs}
		r.order = append(r.order, id)
	}
	return "#" + id
}

// concept is the reference to a concept, which is shown by its words in English.
func (r *references) concept(id string) string {
	return r.add("TLCConcept", "concept", id, inWords(id))
}

func (r *references) organization(id, showAs string) string {
	return r.add("TLCOrganization", "organization", id, strings.Join(strings.Fields(showAs), " "))
}

func (r *references) role(id string) string { return r.add("TLCRole", "role", id, inWords(id)) }

func (r *references) event(id string) string { return r.add("TLCEvent", "event", id, inWords(id)) }

// named is the reference to something that has no identifier but its name.
func (r *references) named(element, class, name string) string {
	return r.add(element, class, identifier(name), strings.Join(strings.Fields(name), " "))
}

// write writes the entries, sorted by class and id so that the order of the text does not matter.
func (r *references) write(meta *etree.Element, source string) {
	block := add(meta, "references", "source", source)
	for _, a := range r.attached {
		add(block, "hasAttachment", "href", a.href, "showAs", a.showAs)
	}
	rank := []string{"person", "organization", "concept", "event", "location", "role"}
	slices.SortStableFunc(r.order, func(a, b string) int {
		x, y := r.entries[a], r.entries[b]
		return cmp.Or(cmp.Compare(slices.Index(rank, x.class), slices.Index(rank, y.class)), cmp.Compare(a, b))
	})
	for _, id := range r.order {
		e := r.entries[id]
		add(block, e.element, "eId", e.id, "href", "/akn/ontology/"+e.class+"/un/"+e.id, "showAs", e.showAs)
	}
}

// inWords is a lowerCamelCase identifier as words.
func inWords(id string) string {
	var b strings.Builder
	for _, r := range id {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// identifier makes a lowerCamelCase identifier of a name: its letters and digits without accents.
func identifier(name string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		plain = name
	}
	var b strings.Builder
	for i, word := range strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for j, r := range []rune(word) {
			switch {
			case j == 0 && i > 0:
				r = unicode.ToUpper(r)
			case j == 0 || i == 0:
				r = unicode.ToLower(r)
			}
			b.WriteRune(r)
		}
	}
	id := b.String()
	if id != "" && unicode.IsDigit([]rune(id)[0]) {
		id = "n" + id
	}
	return id
}
