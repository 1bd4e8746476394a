package cite

import (
	"cmp"
	"strings"
)

// Settle decides the organ of resolutions that are cited by number alone, by what the rest of the document says of the
// same number: `resolution 34/24` is the Human Rights Council's where another paragraph cites `Human Rights Council
// resolution 34/24 of 24 March 2017` and none cites the Assembly's. It decides, too, which treaty "the Convention" is.
// Blocks are in document order; the citations are changed in place.
func Settle(blocks [][]Citation) {
	settleOrgans(blocks)
	settleTreaties(blocks)
}

func settleOrgans(blocks [][]Citation) {
	said := map[string]bool{}
	for _, block := range blocks {
		for _, c := range block {
			if !c.Assumed {
				said[c.Symbol] = true
			}
		}
	}
	for _, block := range blocks {
		for i, c := range block {
			if other := otherOrgan(c.Symbol); c.Assumed && other != "" && !said[c.Symbol] && said[other] {
				block[i].Symbol = other
			}
		}
	}
}

// otherOrgan is the symbol of the resolution of the same number of the other organ that numbers by session.
func otherOrgan(symbol string) string {
	if rest, ok := strings.CutPrefix(symbol, "A/RES/"); ok {
		return "A/HRC/RES/" + rest
	}
	if rest, ok := strings.CutPrefix(symbol, "A/HRC/RES/"); ok {
		return "A/RES/" + rest
	}
	return ""
}

// settleTreaties gives the short forms of treaties' titles the treaty that they stand for: the one of that kind that the
// document names. Where it names several, or one that is not known, they stand for none.
func settleTreaties(blocks [][]Citation) {
	const several = "?"
	named := map[string]string{}
	for _, block := range blocks {
		for _, c := range block {
			noun := cmp.Or(c.Short, treaties()[c.Name].noun)
			switch before := named[noun]; {
			case c.Other || c.Name != "" && before != "" && before != c.Name:
				named[noun] = several
			case c.Name != "":
				named[noun] = c.Name
			}
		}
	}
	for _, block := range blocks {
		for i, c := range block {
			if name := named[c.Short]; c.Short != "" && !c.Other && name != several {
				block[i].Name = name
			}
		}
	}
}
