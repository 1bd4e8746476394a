package cite

import "strings"

// ResolveIbid gives every Ibid the document of the note before. Notes are in document order, each with the citations
// that Find returned for it; the citations are changed in place.
//
// `Ibid., Seventieth Session, Supplement No. 53 (A/70/53)` repeats the series alone and names its own document: it stays
// without a symbol. `Ibid., vol. 660, No. 9464` keeps its own volume.
func ResolveIbid(notes [][]Citation) {
	var last Citation
	for _, note := range notes {
		for i := range note {
			if note[i].Kind == Ibid && !namesDocument(note[i+1:]) {
				resolveIbid(&note[i], last)
			}
		}
		if c, ok := lastTarget(note); ok {
			last = c
		} else if len(note) == 0 {
			last = Citation{} // a note without a citation stands between
		}
	}
}

// namesDocument reports whether a document follows in the same note.
func namesDocument(rest []Citation) bool {
	for _, c := range rest {
		if c.Kind == Document || c.Kind == OfficialRecord {
			return true
		}
	}
	return false
}

func resolveIbid(c *Citation, last Citation) {
	if c.Volume != "" || c.Number != "" {
		return
	}
	c.Symbol, c.Name, c.Volume, c.Number = last.Symbol, last.Name, last.Volume, last.Number
}

// lastTarget is the citation of a note that the next note's Ibid means: the last or, where that is a corrigendum or addendum to
// the one before, that one.
func lastTarget(note []Citation) (Citation, bool) {
	last, ok := Citation{}, false
	for i := len(note) - 1; i >= 0; i-- {
		c := note[i]
		switch {
		case c.Symbol == "" && c.Name == "" && c.Volume == "" && c.Number == "":
		case !ok, c.Symbol != "" && supplements(last.Symbol, c.Symbol):
			last, ok = c, true
		}
	}
	return last, ok
}

// supplements reports whether a symbol is that of a corrigendum or addendum to a document.
func supplements(symbol, document string) bool {
	rest, ok := strings.CutPrefix(symbol, document+"/")
	return ok && (strings.HasPrefix(rest, "Corr.") || strings.HasPrefix(rest, "Add."))
}
