package schema

import (
	"fmt"
	"strings"
)

// setEnumKeys computes the canonical forms of an enumeration, for which the type must have all else that it needs.
func (t *SimpleType) setEnumKeys() {
	t.facets.enumKeys = nil
	for _, e := range t.facets.enum {
		t.facets.enumKeys = append(t.facets.enumKeys, string(t.AppendCanonical(nil, []byte(e))))
	}
}

// Describe says in words what values of the type are, with an article: "a date (YYYY-MM-DD)".
func (t *SimpleType) Describe() string {
	if t.words != "" {
		return t.words
	}
	switch len(t.facets.enum) {
	case 0:
	case 1:
		return quoted(t.facets.enum)[0]
	default:
		return "one of " + list(quoted(t.facets.enum), "or")
	}
	s := t.plain()
	bounds := t.facets.words()
	switch {
	case bounds == "" || t.Base != nil && bounds == t.Base.facets.words():
	case strings.HasPrefix(bounds, "without"):
		s += " " + bounds
	default:
		s += ", " + bounds
	}
	return s
}

// plain describes a type without its bounds.
func (t *SimpleType) plain() string {
	switch t.Variety {
	case List:
		return "a list with spaces between, each item " + t.Item.Describe()
	case Union:
		var members []string
		for _, m := range t.Members {
			members = append(members, m.Describe())
		}
		return strings.Join(members, ", or ")
	}
	return t.Base.Describe()
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = `"` + w + `"`
	}
	return out
}

// words lists the bounds: "matching [a-z]+, 8 long at most".
func (f *facets) words() string {
	var all []string
	for _, row := range f.patterns {
		all = append(all, rowWords(row))
	}
	for _, n := range []struct {
		bound int
		words string
	}{
		{f.length, "%d long"}, {f.minLength, "%d long at least"}, {f.maxLength, "%d long at most"},
		{f.digits, "%d digits at most"}, {f.fraction, "%d digits after the point at most"},
	} {
		if n.bound >= 0 {
			all = append(all, fmt.Sprintf(n.words, n.bound))
		}
	}
	for _, b := range f.bounds {
		op := map[string]string{"minInclusive": "from", "minExclusive": "above", "maxInclusive": "to", "maxExclusive": "below"}[b.kind]
		all = append(all, op+" "+string(b.value))
	}
	return strings.Join(all, ", ")
}
