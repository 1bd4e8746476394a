package cite

import (
	"strconv"
	"strings"
)

// The organs whose resolutions have a symbol rule.
const (
	assembly    = "unga"
	security    = "unsc"
	economic    = "ecosoc"
	humanRights = "hrc"
	someCouncil = "council" // "the Council": the number's form says which
	otherBody   = "other"   // a body without a symbol rule
	noOrgan     = ""
)

// organOf decides whose number a candidate is; "" means a body without a symbol rule, or nobody.
func (g *govern) organOf(c candidate) string {
	n := c.number
	if c.organ == otherBody {
		return pick(c.ofSpeakingAssembly(), assembly, noOrgan)
	}
	switch n.form {
	case yearForm:
		return security
	case yearSlash:
		return pick(g.mayBeEconomic(c), economic, noOrgan)
	case romanForm:
		if c.kind == Decision {
			return noOrgan // decisions had no numbers then
		}
		if c.organ != economic && romanValue(strings.TrimLeft(n.roman, "ES-")) > lastRoman {
			return noOrgan
		}
		return pick(c.organ == economic || c.organ == noOrgan && c.own && g.ctx.Organ == economic, economic, assembly)
	}
	if n.prefix != "" {
		return pick(c.organ == humanRights || c.organ == someCouncil, humanRights, assembly)
	}
	if c.day != nil {
		if organ := byDate(c); organ != noOrgan {
			return organ
		}
	}
	return g.bySession(c)
}

// ofSpeakingAssembly reports whether "its" resolution is that of the Assembly, which speaks, and not that of the body named
// before, `the Special Committee, contained in its resolution 47/120 B of 20 September 1993`: the date is of the session.
func (c candidate) ofSpeakingAssembly() bool {
	return c.own && c.number.form == slashForm && c.number.prefix == "" && c.day != nil && ofAssembly(c.number, *c.day)
}

// assumed reports whether nothing but a possessive says whose the number is, which may mean the organ that speaks or the
// one that was spoken of.
func (c candidate) assumed() bool {
	return c.number.form == slashForm && c.number.prefix == "" && c.organ == noOrgan && c.day == nil
}

func pick(cond bool, yes, no string) string {
	if cond {
		return yes
	}
	return no
}

// byDate uses that a session number and a date together fit one organ at most.
func byDate(c candidate) string {
	switch {
	case ofAssembly(c.number, *c.day):
		return assembly
	case ofHumanRights(c.number, *c.day):
		return humanRights
	}
	return noOrgan
}

// bySession decides by the organ named, then by which sessions an organ can have had.
func (g *govern) bySession(c candidate) string {
	organ, n := c.organ, c.number
	if organ == noOrgan && c.unfit && smallNumber(n) {
		return noOrgan // the date fits neither organ: the number is another body's, of which "its" is said
	}
	if organ == noOrgan && c.own {
		organ = g.speaker()
	}
	if organ == someCouncil || organ == economic || organ == security {
		organ = humanRights // neither of the others numbers by session
	}
	if organ == noOrgan && !c.own && c.reported != noOrgan {
		organ = c.reported
		if organ == otherBody {
			return noOrgan
		}
	}
	if organ == noOrgan && !c.own && !c.unfit && c.nearRights && n.session >= firstSlash && g.mayBeHumanRights(c.kind, n) && c.day == nil && !g.ctx.Note {
		return humanRights
	}
	if organ == humanRights && g.mayBeHumanRights(c.kind, n) {
		return humanRights
	}
	if organ == humanRights {
		organ = assembly
	}
	if organ != noOrgan && organ != assembly {
		return noOrgan
	}
	if c.number.session < firstSlash {
		return pick((g.mentioned == humanRights || c.mentioned == humanRights || c.linked) && g.mayBeHumanRights(c.kind, n), humanRights, noOrgan)
	}
	if g.ctx.Session > 0 && c.number.session > g.ctx.Session {
		return noOrgan
	}
	return assembly
}

// smallNumber reports whether another body can have given the number: they adopt few resolutions a session. A larger
// one with an impossible date is the Assembly's, misdated.
func smallNumber(n number) bool {
	value, err := strconv.Atoi(n.value)
	return err == nil && value <= maxHumanRightsValue
}

// mayBeEconomic reports whether a number by year is the Economic and Social Council's. Commissions number likewise, so
// the Council must be named, speak, or be marked by the source's link.
func (g *govern) mayBeEconomic(c candidate) bool {
	switch c.organ {
	case economic, someCouncil:
		return true
	case noOrgan:
		return c.linked && !c.own || g.ctx.Organ == economic || g.mentioned == economic || g.mentioned == someCouncil || g.economic && !c.own
	}
	return false
}

// Bounds of the Human Rights Council's numbers: it has three sessions a year since 2006, none adopted as many as 70
// resolutions. Its decisions count from 101.
const (
	maxHumanRightsValue = 70
	humanRightsSlack    = 60 // sessions of the Assembly before the Council's first year
	foundingSessions    = 5  // in which it built itself and adopted few
	maxFoundingValue    = 10
	firstDecision       = 101
)

// mayBeHumanRights reports whether the Council can have given the number by now.
func (g *govern) mayBeHumanRights(kind Kind, n number) bool {
	value, err := strconv.Atoi(n.value)
	switch {
	case err != nil:
		return false
	case kind == Decision:
		value -= firstDecision - 1
	case n.session <= foundingSessions && value > maxFoundingValue:
		return false
	}
	if value < 1 || value > maxHumanRightsValue {
		return false
	}
	return g.ctx.Session == 0 || n.session <= 3*(g.ctx.Session-humanRightsSlack)+3
}

// speaker is the organ that speaks.
func (g *govern) speaker() string {
	if g.ctx.Organ == noOrgan {
		return assembly
	}
	return g.ctx.Organ
}

var symbolHeads = map[string]string{assembly: "A", security: "S", economic: "E", humanRights: "A/HRC"}

// symbolOf is the canonical symbol of an organ's resolution or decision.
func symbolOf(organ string, kind Kind, n number) string {
	head := symbolHeads[organ]
	if head == "" {
		return ""
	}
	if kind == Decision {
		return head + "/DEC/" + n.text()
	}
	return head + "/RES/" + n.text()
}

// canonicalSymbol is a printed symbol in canonical form: the words in its parentheses are English ones.
func canonicalSymbol(printed string) string {
	s := strings.Join(strings.Fields(printed), " ")
	head, rest, ok := strings.Cut(s, "(")
	word := firstWord(rest)
	part := documentParts()[foldWord(word)]
	if !ok || part == "" {
		return s
	}
	if isASCII(word) {
		return head + "(" + word + joinParts(rest[len(word):])
	}
	return head + "(" + part + joinParts(strings.TrimPrefix(rest[len(word):], "."))
}

// joinParts writes the "and" between the numbers of parts in English: ` I和II)` is ` I and II)`.
func joinParts(s string) string {
	parts, tail, _ := strings.Cut(s, ")")
	parts = documentAnds().Replace(parts)
	if joined := strings.Join(strings.Fields(parts), " "); strings.HasPrefix(parts, " ") {
		parts = " " + joined
	}
	return parts + ")" + tail
}
