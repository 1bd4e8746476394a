package compose

import (
	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/inline"
	"github.com/ntoso/ntoso/convert/internal/inline/cite"
	"github.com/ntoso/ntoso/convert/internal/layout"
)

// semantics is the markup of what a text names: citations and dates.
func (c *composer) semantics(t *layout.Text) []inline.Range {
	return append(c.citationRanges(t), c.dateRanges(t)...)
}

// citationRanges is the markup of the citations in a text.
func (c *composer) citationRanges(t *layout.Text) []inline.Range {
	var ranges []inline.Range
	lists := map[int]bool{}
	for _, found := range c.citations(t) {
		if found.Symbol == "" {
			continue
		}
		ranges = append(ranges, c.ref(found, isLinked(t, found)))
		if found.List >= 0 && !lists[found.List] {
			lists[found.List] = true
			r := span(found.ListStart, found.ListEnd, "mref")
			r.Rank = rankList
			ranges = append(ranges, r)
		}
	}
	return ranges
}

// citations are the citations in a text.
func (c *composer) citations(t *layout.Text) []cite.Citation {
	ctx := cite.Context{Lang: c.Lang, Organ: c.actorOrgan()}
	for _, m := range t.Flat.Marks {
		if m.Link() {
			ctx.Links = append(ctx.Links, cite.Span{Start: m.Start, End: m.End})
		}
	}
	return cite.Find(t.Flat.Text, ctx)
}

func (c *composer) actorOrgan() string { return c.Organ }

// ref is the element of a citation.
func (c *composer) ref(found cite.Citation, linked bool) inline.Range {
	return inline.Range{Start: found.Start, End: found.End, Rank: rankPart, New: func(*etree.Element) *etree.Element {
		e := etree.NewElement("ref")
		title := found.Symbol
		if c.linking && found.Kind == cite.Decision && !linked {
			title = "" // a decision without a document of its own
		}
		set(e, "eId", "ref_"+c.count("ref"), "href", c.href(found.Symbol), "title", title)
		return e
	}}
}

// isLinked reports whether the source prints the citation as a link.
func isLinked(t *layout.Text, found cite.Citation) bool {
	for _, m := range t.Flat.Marks {
		if m.Link() && m.Start < found.End && found.Start < m.End {
			return true
		}
	}
	return false
}

// href is the address of a cited document: its work IRI where the text gives its date anywhere, else the address in
// the document system.
func (c *composer) href(symbol string) string {
	s, err := akn.ParseSymbol(symbol)
	if err != nil {
		return "https://undocs.org/" + akn.NumberStep(symbol)
	}
	if date := c.dates[symbol]; date != "" {
		if iri, err := s.WorkIRI("", date); err == nil {
			return iri.String()
		}
	}
	return s.URL()
}

// collectDates notes the date of each cited document that the text gives with one of its citations.
func (c *composer) collectDates() {
	all, linked := 0, 0
	defer func() { c.linking = linked > 0 && linked*5 >= all*4 }()
	for _, t := range c.Texts() {
		for _, found := range c.citations(t) {
			if found.Symbol != "" {
				all++
			}
			if isLinked(t, found) {
				linked++
			}
			if found.Symbol != "" && found.Date.ISO != "" && c.dates[found.Symbol] == "" {
				c.dates[found.Symbol] = found.Date.ISO
			}
		}
	}
}

// dateRanges is the markup of the dates in running text.
func (c *composer) dateRanges(t *layout.Text) []inline.Range {
	var ranges []inline.Range
	for _, d := range c.Words.Dates(t.Flat.Text) {
		ranges = append(ranges, span(d.Start, d.End, "date", "date", d.ISO))
	}
	return ranges
}
