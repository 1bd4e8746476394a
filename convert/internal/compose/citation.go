package compose

import (
	"net/url"
	"strings"

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
	found := c.citations(t)
	for i, f := range found {
		href := c.address(f)
		if href == "" {
			continue
		}
		ranges = append(ranges, c.ref(f, href))
		if f.List >= 0 && !lists[f.List] {
			lists[f.List] = true
			r := span(f.ListStart, f.ListEnd, "mref")
			r.Rank = rankList
			ranges = append(ranges, r)
		}
		if f.Range == cite.RangeFrom && i+1 < len(found) && found[i+1].Range == cite.RangeTo {
			r := span(f.Start, found[i+1].End, "rref", "from", href, "upTo", c.address(found[i+1]))
			r.Rank = rankList
			ranges = append(ranges, r)
		}
	}
	return ranges
}

// cite finds the citations of the whole document, because one mention says what another leaves open: whose resolution
// it is, its date, what Ibid. stands for.
func (c *composer) cite() {
	var all, notes [][]cite.Citation
	isNote := map[*layout.Text]bool{}
	for _, n := range c.Notes {
		isNote[n.Text] = true
	}
	for _, t := range c.Texts() {
		found := c.find(t, isNote[t])
		c.cited[t] = found
		all = append(all, found)
		if isNote[t] {
			notes = append(notes, found)
		}
	}
	cite.Settle(all)
	cite.ResolveIbid(notes)
	c.collectDates(all)
}

// citations are the citations in a text.
func (c *composer) citations(t *layout.Text) []cite.Citation {
	if found, ok := c.cited[t]; ok {
		return found
	}
	return c.find(t, false)
}

func (c *composer) find(t *layout.Text, note bool) []cite.Citation {
	ctx := cite.Context{Lang: c.Lang, Organ: c.organ(), Session: c.sessionNumber(), Note: note}
	for _, m := range t.Flat.Marks {
		if m.Link() {
			ctx.Links = append(ctx.Links, cite.Span{Start: m.Start, End: m.End})
		}
	}
	found := cite.Find(t.Flat.Text, ctx)
	for i := len(found) - 1; i >= 0; i-- {
		f := &found[i]
		f.End = t.Flat.WithMarks(f.Start, f.End)
		f.ListEnd = max(f.ListEnd, f.End, f.Date.End) // a date after the last number belongs to the list
		if i+1 < len(found) && f.List >= 0 && found[i+1].List == f.List {
			f.ListEnd = max(f.ListEnd, found[i+1].ListEnd)
		}
	}
	return found
}

// collectDates notes the date of each cited document that the text gives with one of its citations, and whether the
// source links what it cites: most of its citations but decisions.
func (c *composer) collectDates(all [][]cite.Citation) {
	linked, plain := 0, 0
	for _, list := range all {
		for _, f := range list {
			switch {
			case f.Symbol == "" || f.Kind == cite.Decision:
			case f.Linked:
				linked++
			default:
				plain++
			}
			if f.Symbol != "" && f.Date.ISO != "" && c.dates[f.Symbol] == "" {
				c.dates[f.Symbol] = f.Date.ISO
			}
		}
	}
	c.linking = linked > plain
}

// ref is the element of a citation. The title is the symbol of the target; a decision that a text which links all else
// does not link is told by its address alone.
func (c *composer) ref(f cite.Citation, href string) inline.Range {
	title := f.Symbol
	if c.linking && f.Kind == cite.Decision && !f.Linked {
		title = ""
	}
	return inline.Range{Start: f.Start, End: f.End, Rank: rankPart, New: func(*etree.Element) *etree.Element {
		e := etree.NewElement("ref")
		set(e, "eId", "ref_"+c.count("ref"), "href", href, "title", title)
		c.targets[e] = f.Symbol
		return e
	}}
}

// address is where the target of a citation is found, empty where it has no address.
func (c *composer) address(f cite.Citation) string {
	switch {
	case f.Symbol != "":
		return c.href(f.Symbol, f.Fragment)
	case f.Kind == cite.Self:
		if iri := c.work().iri; !iri.IsZero() {
			return iri.String()
		}
	case isNumber(f.Volume):
		return cite.VolumeAddress(f.Volume)
	case f.Name != "":
		return cite.TreatyAddress(f.Name)
	}
	return ""
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// href is the address of a cited document: its work IRI, with the provision that is meant, where the text gives its
// date anywhere, else the address in the document system.
func (c *composer) href(symbol, fragment string) string {
	s, err := akn.ParseSymbol(symbol)
	if err != nil {
		return akn.DocumentSystem + (&url.URL{Path: strings.ReplaceAll(symbol, " ", "")}).EscapedPath()
	}
	if date := c.dates[symbol]; date != "" {
		if iri, err := s.WorkIRI("", date); err == nil {
			return withFragment(iri, fragment)
		}
	}
	return s.URL()
}

// The first step of the eId of an annex, and the name of its component, each before its place.
const (
	annexStep      = "att_"
	annexComponent = "annex_"
)

// withFragment is the IRI of a provision of the work: of the main component or, for what is in an annex, of the annex's.
func withFragment(iri akn.IRI, fragment string) string {
	if fragment == "" {
		return iri.String()
	}
	component := "main"
	step, rest, _ := strings.Cut(fragment, "__")
	if place, ok := strings.CutPrefix(step, annexStep); ok {
		component = annexComponent + place
	}
	part, err := iri.WithComponent(component)
	if err != nil {
		return iri.String()
	}
	if component != "main" && rest == "" {
		return part.String() // the whole annex
	}
	if part, err = part.WithFragment(fragment); err != nil {
		return iri.String()
	}
	return part.String()
}

// dateRanges is the markup of the dates in running text, and of those of citations whose year stands with the number
// ("186 (1964) of 4 March").
func (c *composer) dateRanges(t *layout.Text) []inline.Range {
	var ranges []inline.Range
	seen := map[int]bool{}
	for _, d := range c.Words.Dates(t.Flat.Text) {
		seen[d.Start] = true
		ranges = append(ranges, span(d.Start, d.End, "date", "date", d.ISO))
	}
	for _, f := range c.citations(t) {
		if d := f.Date; !d.IsZero() && isDate(d.ISO) && !seen[d.Start] {
			seen[d.Start] = true
			ranges = append(ranges, span(d.Start, d.End, "date", "date", d.ISO))
		}
	}
	return ranges
}
