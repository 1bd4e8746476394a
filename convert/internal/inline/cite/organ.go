package cite

import "strings"

// The organs whose resolutions have a symbol rule.
const (
	assembly     = "unga"
	security     = "unsc"
	economic     = "ecosoc"
	humanRights  = "hrc"
	someCouncil  = "council" // "the Council": the number's form says which
	otherBody    = "other"   // a body without a symbol rule
	noOrgan      = ""
	symbolFormat = "/RES/"
)

// organOf decides whose number a candidate is; "" means a body without a symbol rule, or nobody.
func (g *govern) organOf(c candidate) string {
	if c.organ == otherBody {
		return noOrgan
	}
	n := c.number
	switch n.form {
	case yearForm:
		return security
	case yearSlash:
		return pick(c.organ == humanRights || c.organ == assembly, noOrgan, economic)
	case romanForm:
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
	organ := c.organ
	if organ == noOrgan && c.own {
		organ = g.speaker()
	}
	if organ == someCouncil || organ == economic || organ == security {
		organ = humanRights // neither of the others numbers by session
	}
	if organ == noOrgan && c.day != nil {
		return noOrgan // the date fits neither organ
	}
	if organ == humanRights {
		return humanRights
	}
	if organ != noOrgan && organ != assembly {
		return noOrgan
	}
	if c.number.session < firstSlash {
		return pick(g.mentioned == humanRights || c.linked, humanRights, noOrgan)
	}
	if g.ctx.Session > 0 && c.number.session > g.ctx.Session {
		return noOrgan
	}
	return assembly
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
	return head + symbolFormat + n.text()
}

// canonicalSymbol is a printed symbol in canonical form.
func canonicalSymbol(printed string) string {
	return strings.Join(strings.Fields(printed), " ")
}
