package shared

import (
	"regexp"
	"strings"
)

var (
	secondSymbol    = regexp.MustCompile(`-[AES]/\d.*|\((?:SUPP|PARTS?|VOLS?)[^)]*\)`)
	letteredSession = regexp.MustCompile(`^(A/RES/\d+)[A-Z]+\(`)
	lettered        = regexp.MustCompile(`^((?:A/RES|A/DEC|A/HRC/RES)/[S\d-]+/\d+)[A-Z]+$`)
)

// CitedAs is a symbol in the form in which the labels' tool compares citations: case, spaces, letters after the number,
// second symbols and parts do not matter.
func CitedAs(symbol string) string {
	s := strings.Join(strings.Fields(strings.ToUpper(strings.ReplaceAll(symbol, "\u2011", "-"))), "")
	s = secondSymbol.ReplaceAllString(s, "")
	s = letteredSession.ReplaceAllString(s, "$1(")
	return lettered.ReplaceAllString(s, "$1")
}
