package cite

// treaty is a place in a treaty series.
type treaty struct {
	volume, number string
	from, next     int // tokens of `vol. 2225, No. 39574`
}

// parseTreaty reads `United Nations, Treaty Series, vol. 2225, No. 39574` from the name of the series on.
func (w *words) parseTreaty(toks []token, i int, phrases []phrase) (treaty, bool) {
	j := 0
	for _, p := range phrases {
		if p.class == classSeries {
			j = i + p.size
		}
	}
	if j == 0 {
		return treaty{}, false
	}
	t := w.seriesPlace(toks, j, maxSeriesGap)
	t.from = i
	return t, t.next > 0
}

// maxSeriesGap bounds the tokens between the name of a series and its last number.
const maxSeriesGap = 12

// seriesPlace reads volume and number from token j on, passing up to gap tokens that are neither.
func (w *words) seriesPlace(toks []token, j, gap int) treaty {
	t := treaty{}
	for gap >= 0 && j < len(toks) {
		next, class, value := w.numbered(toks, j)
		switch {
		case value == "":
			j++
			gap--
			continue
		case class == classVolume && t.volume == "":
			t.volume, t.next = value, next
		case class == classNumber && t.number == "":
			t.number, t.next = value, next
		}
		j = next
	}
	return t
}

// ibidPlace reads `Ibid., vol. 660, No. 9464`: another place in the series of the note before.
func (w *words) ibidPlace(toks []token, j int) treaty {
	if next, class, _ := w.numbered(toks, j+1); next == j+1 || class != classVolume {
		return treaty{}
	}
	return w.seriesPlace(toks, j+1, maxSeriesGap/2)
}

// numbered reads `vol. 2225` or `No. 39574`; scripts differ in whether the number stands before the word.
func (w *words) numbered(toks []token, i int) (next int, c class, value string) {
	if w.headAfter {
		return w.numberedBefore(toks, i)
	}
	for _, p := range w.find(w.match, toks, i) {
		if p.class != classVolume && p.class != classNumber && p.class != classRefuse {
			continue
		}
		j := i + p.size
		for j < len(toks) && (is(toks, j, ".") || is(toks, j, "°") || is(toks, j, "º")) {
			j++
		}
		if isNumber(toks, j) {
			return j + 1, volumeOrNumber(p), toks[j].raw
		}
	}
	return i, "", ""
}

func volumeOrNumber(p phrase) class {
	if p.class == classVolume {
		return classVolume
	}
	return classNumber
}

func (w *words) numberedBefore(toks []token, i int) (next int, c class, value string) {
	if !is(toks, i, "第") || !isNumber(toks, i+1) || i+2 >= len(toks) {
		return i, "", ""
	}
	for _, p := range w.find(w.match, toks, i+2) {
		if p.class == classVolume || p.class == classNumber {
			return i + 2 + p.size, p.class, toks[i+1].raw
		}
	}
	return i, "", ""
}
