package schema

import (
	"slices"
	"unicode"
)

// A runeRange is a range of characters, both ends included.
type runeRange struct{ lo, hi rune }

// A runeSet is a set of characters as sorted ranges that neither touch nor overlap.
type runeSet []runeRange

// newSet sorts and joins ranges.
func newSet(ranges ...runeRange) runeSet {
	slices.SortFunc(ranges, func(a, b runeRange) int { return int(a.lo - b.lo) })
	var s runeSet
	for _, r := range ranges {
		if n := len(s); n > 0 && r.lo <= s[n-1].hi+1 {
			s[n-1].hi = max(s[n-1].hi, r.hi)
		} else {
			s = append(s, r)
		}
	}
	return s
}

func union(sets ...runeSet) runeSet {
	var all []runeRange
	for _, s := range sets {
		all = append(all, s...)
	}
	return newSet(all...)
}

func (s runeSet) negate() runeSet {
	var out runeSet
	next := rune(0)
	for _, r := range s {
		if r.lo > next {
			out = append(out, runeRange{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, runeRange{next, unicode.MaxRune})
	}
	return out
}

func (s runeSet) minus(t runeSet) runeSet { return union(s.negate(), t).negate() }

func (s runeSet) contains(r rune) bool {
	i, found := slices.BinarySearchFunc(s, r, func(x runeRange, r rune) int { return int(x.lo - r) })
	return found || i > 0 && r <= s[i-1].hi
}

// fromTable turns one of Go's Unicode tables into a set.
func fromTable(t *unicode.RangeTable) runeSet {
	var all []runeRange
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			all = append(all, runeRange{lo, hi})
			return
		}
		for r := lo; r <= hi; r += stride {
			all = append(all, runeRange{r, r})
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return newSet(all...)
}

var spaceSet = newSet(runeRange{'\t', '\n'}, runeRange{'\r', '\r'}, runeRange{' ', ' '})

// multiEscape returns the set of \s, \i, \c, \d and \w (XSD 1.0 part 2, appendix F.1.1).
func multiEscape(c byte) (runeSet, bool) {
	switch c {
	case 's':
		return spaceSet, true
	case 'i':
		return nameStarts, true
	case 'c':
		return union(nameStarts, nameOthers), true
	case 'd':
		return fromTable(unicode.Nd), true
	case 'w':
		return union(fromTable(unicode.L), fromTable(unicode.M), fromTable(unicode.N), fromTable(unicode.S)), true
	}
	return nil, false
}

// blocks are those of Unicode's blocks that patterns name most; the others are not supported.
var blocks = map[string]runeRange{
	"BasicLatin":                 {0, 0x7F},
	"Latin-1Supplement":          {0x80, 0xFF},
	"LatinExtended-A":            {0x100, 0x17F},
	"LatinExtended-B":            {0x180, 0x24F},
	"IPAExtensions":              {0x250, 0x2AF},
	"SpacingModifierLetters":     {0x2B0, 0x2FF},
	"CombiningDiacriticalMarks":  {0x300, 0x36F},
	"Greek":                      {0x370, 0x3FF},
	"Cyrillic":                   {0x400, 0x4FF},
	"Armenian":                   {0x530, 0x58F},
	"Hebrew":                     {0x590, 0x5FF},
	"Arabic":                     {0x600, 0x6FF},
	"Devanagari":                 {0x900, 0x97F},
	"Thai":                       {0xE00, 0xE7F},
	"Georgian":                   {0x10A0, 0x10FF},
	"LatinExtendedAdditional":    {0x1E00, 0x1EFF},
	"GreekExtended":              {0x1F00, 0x1FFF},
	"GeneralPunctuation":         {0x2000, 0x206F},
	"CurrencySymbols":            {0x20A0, 0x20CF},
	"LetterlikeSymbols":          {0x2100, 0x214F},
	"NumberForms":                {0x2150, 0x218F},
	"CJKSymbolsandPunctuation":   {0x3000, 0x303F},
	"Hiragana":                   {0x3040, 0x309F},
	"Katakana":                   {0x30A0, 0x30FF},
	"CJKUnifiedIdeographs":       {0x4E00, 0x9FFF},
	"HangulSyllables":            {0xAC00, 0xD7A3},
	"PrivateUse":                 {0xE000, 0xF8FF},
	"HalfwidthandFullwidthForms": {0xFF00, 0xFFEF},
}

// category returns the set of \p{name}.
func category(name string) (runeSet, bool) {
	if len(name) > 2 && name[:2] == "Is" {
		r, ok := blocks[name[2:]]
		return runeSet{r}, ok
	}
	switch name {
	case "C", "Cn": // Go's tables do not list what is unassigned
		rest := union(fromTable(unicode.L), fromTable(unicode.M), fromTable(unicode.N), fromTable(unicode.P), fromTable(unicode.S), fromTable(unicode.Z))
		if name == "Cn" {
			rest = union(rest, fromTable(unicode.Cc), fromTable(unicode.Cf), fromTable(unicode.Cs), fromTable(unicode.Co))
		}
		return rest.negate(), true
	}
	t, ok := unicode.Categories[name]
	if !ok || len(name) > 2 {
		return nil, false
	}
	return fromTable(t), true
}
