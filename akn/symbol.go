package akn

import (
	"fmt"
	"strconv"
	"strings"
)

// Symbol is the symbol of a United Nations document: A/RES/79/183,
// A/C.3/76/L.5/Rev.1, S/RES/2231 (2015). It is an immutable value: two symbols
// are the same exactly when they are ==. The zero value is no symbol.
type Symbol struct {
	text     string // canonical
	organ    string // A
	body     string // C.3, HRC, CN.7, CONF.234; several joined by /
	session  string // 79, XXI, S-30, ES-10
	year     int
	serial   string // 183, L.5
	letter   string // of a resolution: A, A-C
	part     string // Part I
	suffixes string // Rev.1/Add.2
	second   string // the canonical text of a second symbol
	kind     SymbolKind
}

// SymbolKind is the kind of document that a symbol is of.
type SymbolKind int

// The kinds. The zero value is that of the zero symbol.
const (
	KindNone                  SymbolKind = iota
	KindResolution                       // A/RES/79/183
	KindDecision                         // A/DEC/79/540
	KindPresidentialStatement            // S/PRST/2001/1
	KindLimited                          // A/C.3/76/L.5: limited distribution, in general a draft
	KindWorkingPaper                     // A/CN.10/2024/WP.1
	KindConferenceRoomPaper              // A/77/CRP.1
	KindRecord                           // A/C.4/74/SR.3, S/PV.7813
	KindInformation                      // S/INF/69
	KindDocument                         // A/79/458: anything else
)

// String returns the name of the kind.
func (k SymbolKind) String() string {
	names := [...]string{"none", "resolution", "decision", "presidential statement", "limited",
		"working paper", "conference room paper", "record", "information", "document"}
	if k < 0 || int(k) >= len(names) {
		return fmt.Sprintf("SymbolKind(%d)", int(k))
	}
	return names[k]
}

// String returns the canonical form.
func (s Symbol) String() string { return s.text }

// IsZero reports whether the symbol is the zero value.
func (s Symbol) IsZero() bool { return s.text == "" }

// Kind returns the kind of document.
func (s Symbol) Kind() SymbolKind { return s.kind }

// Organ returns the first part of the symbol: A for the General Assembly, S
// for the Security Council, E for the Economic and Social Council, ST for the
// Secretariat, CTOC, TD, FCCC, ...
func (s Symbol) Organ() string { return s.organ }

// Body returns the parts between the organ and the session or number, but for
// RES, DEC and PRST: "HRC" of A/HRC/RES/58/21, "CN.7" of E/CN.7/2012/L.2.
func (s Symbol) Body() string { return s.body }

// Committee returns the number of the Main Committee: 3 of A/C.3/76/L.5, 0
// where there is none.
func (s Symbol) Committee() int {
	if s.organ != "A" || !strings.HasPrefix(s.body, "C.") {
		return 0
	}
	n, _ := strconv.Atoi(s.body[len("C."):])
	return n
}

// Session returns the session as it stands in the symbol: "79", "XXI", "S-30",
// "ES-10", "S-VI". It is "" where the symbol has none.
func (s Symbol) Session() string { return s.session }

// Year returns the year in the symbol, 0 where it has none.
func (s Symbol) Year() int { return s.year }

// Serial returns the last number, without letter and suffixes: "183", "L.5".
func (s Symbol) Serial() string { return s.serial }

// Letter returns the letter or letters of a resolution: "A", "A-C".
func (s Symbol) Letter() string { return s.letter }

// Part returns what stands in brackets at the end of the number and is no
// session or year: "Part I", "Sect. 2".
func (s Symbol) Part() string { return s.part }

// Suffixes returns the endings in order: ["Rev.1", "Add.2"].
func (s Symbol) Suffixes() []string {
	if s.suffixes == "" {
		return nil
	}
	return strings.Split(s.suffixes, "/")
}

// Suffix returns the number of the last ending of a kind, such as "Rev" or
// "Corr", and 0 if there is none.
func (s Symbol) Suffix(kind string) int {
	found := 0
	for _, suffix := range s.Suffixes() {
		if n, ok := strings.CutPrefix(suffix, kind+"."); ok {
			found, _ = strconv.Atoi(n)
		}
	}
	return found
}

// Second returns the second symbol of a document that has two, as
// A/48/486-S/26560, or the zero symbol.
func (s Symbol) Second() Symbol {
	if s.second == "" {
		return Symbol{}
	}
	second, err := ParseSymbol(s.second)
	if err != nil { // not reached: it was parsed before
		return Symbol{}
	}
	return second
}

// IsDraft reports whether the document is of limited distribution (/L.), as
// drafts are.
func (s Symbol) IsDraft() bool { return s.kind == KindLimited }

// IsResolution reports whether the document is an adopted resolution.
func (s Symbol) IsResolution() bool { return s.kind == KindResolution }

// IsAdopted reports whether the document is an adopted resolution or decision.
func (s Symbol) IsAdopted() bool { return s.kind == KindResolution || s.kind == KindDecision }

// Base returns the symbol without Rev, Add, Corr and Amend.
func (s Symbol) Base() Symbol {
	if s.suffixes == "" {
		return s
	}
	first := s.text
	if s.second != "" {
		first = strings.TrimSuffix(first, "-"+s.second)
	}
	base, err := ParseSymbol(strings.TrimSuffix(first, "/"+s.suffixes))
	if err != nil { // not reached: what the suffixes follow is a symbol
		return Symbol{}
	}
	return base
}

// WithLetter returns the symbol of one of the resolutions that share a number: A/RES/77/128 B of A/RES/77/128 A-B. It
// returns the zero symbol where s is not of an adopted text, or letter is none.
func (s Symbol) WithLetter(letter string) Symbol {
	if !s.IsAdopted() || letter == "" {
		return Symbol{}
	}
	text := s.Base().text
	at := strings.LastIndexByte(text, '/') + 1 + len(s.serial)
	lettered, err := ParseSymbol(text[:at] + " " + letter + strings.TrimPrefix(text[at:], " "+s.letter))
	if err != nil || lettered.letter != letter {
		return Symbol{}
	}
	return lettered
}

// Number returns the number in the form it has in IRIs (see [NumberStep]):
// "79-183" of A/RES/79/183, "2311_(2016)" of S/RES/2311 (2016), and the whole
// symbol for what is not adopted, "A-C.3-76-L.5".
func (s Symbol) Number() string {
	if s.IsAdopted() {
		for _, mark := range []string{"/RES/", "/DEC/"} {
			if _, number, ok := strings.Cut(s.text, mark); ok {
				return NumberStep(number)
			}
		}
	}
	return NumberStep(s.text)
}

// DocumentSystem is the address of the Official Document System's short form; a symbol without spaces follows it.
const DocumentSystem = "https://undocs.org/"

// URL returns the address of the document in the Official Document System's
// short form, which has no spaces: https://undocs.org/A/RES/79/183. It is ""
// for the zero symbol.
func (s Symbol) URL() string { return s.address("") }

// URLIn is [Symbol.URL] for the language version, by the xml:lang tag of one
// of the six languages: https://undocs.org/fr/A/RES/79/183. Of another
// language the system has no versions: the address is then that of all.
func (s Symbol) URLIn(tag string) string {
	for _, l := range officialLanguages {
		if l.Tag == tag {
			return s.address(tag + "/")
		}
	}
	return s.URL()
}

func (s Symbol) address(version string) string {
	if s.IsZero() {
		return ""
	}
	return DocumentSystem + version + strings.ReplaceAll(s.text, " ", "")
}

// Actor returns the step that stands for the organ in IRIs: "unga", "unsc",
// "ecosoc", "hrc", or the organ's part of the symbol in lower case. It is the
// identifier of the organ as an author, too: both must agree.
func (s Symbol) Actor() string {
	switch {
	case s.organ == "A" && s.body == "HRC":
		return "hrc"
	case s.organ == "A":
		return "unga"
	case s.organ == "S":
		return "unsc"
	case s.organ == "E":
		return "ecosoc"
	}
	return strings.ToLower(strings.Map(keepLetters, s.organ))
}

func keepLetters(r rune) rune {
	if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
		return r
	}
	return -1
}

// WorkIRI returns the name of the work: a statement of the actor (the symbol's
// own, [Symbol.Actor], if empty) with the date, as YYYY-MM-DD.
func (s Symbol) WorkIRI(actor, date string) (IRI, error) {
	return WorkName{Subtype: "deliberation", Actor: or(actor, s.Actor()), Date: date, Number: s.Number()}.IRI()
}

// MarshalText implements encoding.TextMarshaler.
func (s Symbol) MarshalText() ([]byte, error) { return []byte(s.text), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Symbol) UnmarshalText(text []byte) error {
	parsed, err := ParseSymbol(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}

// SymbolError says where a string stops being a document symbol.
type SymbolError struct {
	Input    string // what was parsed
	Offset   int    // in bytes
	Expected string // what should stand there
}

// Error quotes the string and says what was expected where.
func (e *SymbolError) Error() string {
	return fmt.Sprintf("akn: %q is no document symbol: at byte %d, expected %s", clip(e.Input), e.Offset, e.Expected)
}
