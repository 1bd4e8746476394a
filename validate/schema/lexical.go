package schema

import (
	"fmt"
	"unicode/utf8"
)

// A lexical judges how a value is written, white space already normalised. It returns -1, or the offset up to which the
// value was good and what is wrong there. It does not allocate for good values.
type lexical func(v []byte) (at int, detail string)

func anything([]byte) (int, string) { return -1, "" }

func lexBoolean(v []byte) (int, string) {
	switch string(v) {
	case "true", "false", "1", "0":
		return -1, ""
	}
	return 0, ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// digits returns the offset after a run of digits.
func digits(v []byte, i int) int {
	for i < len(v) && isDigit(v[i]) {
		i++
	}
	return i
}

func sign(v []byte) int {
	if len(v) > 0 && (v[0] == '+' || v[0] == '-') {
		return 1
	}
	return 0
}

func lexInteger(v []byte) (int, string) {
	start := sign(v)
	i := digits(v, start)
	if i == len(v) && i > start {
		return -1, ""
	}
	return i, ""
}

func lexUnsigned(v []byte) (int, string) {
	if i := digits(v, 0); i < len(v) || i == 0 {
		return i, ""
	}
	return -1, ""
}

func lexDecimal(v []byte) (int, string) {
	if i, ok := decimal(v); !ok || i < len(v) {
		return i, ""
	}
	return -1, ""
}

// decimal returns the offset after a decimal, and whether there is one.
func decimal(v []byte) (int, bool) {
	start := sign(v)
	i := digits(v, start)
	n := i - start
	if i < len(v) && v[i] == '.' {
		j := digits(v, i+1)
		n += j - i - 1
		i = j
	}
	return i, n > 0
}

func lexFloat(v []byte) (int, string) {
	switch string(v) {
	case "INF", "-INF", "NaN":
		return -1, ""
	}
	i, ok := decimal(v)
	if !ok {
		return i, ""
	}
	if i < len(v) && v[i]|0x20 == 'e' {
		start := i + 1 + sign(v[i+1:])
		if i = digits(v, start); i == start {
			return i, "the exponent has no digits"
		}
	}
	if i < len(v) {
		return i, ""
	}
	return -1, ""
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

func lexHex(v []byte) (int, string) {
	for i, c := range v {
		if !isHex(c) {
			return i, ""
		}
	}
	if len(v)%2 == 1 {
		return len(v), "the number of digits is odd"
	}
	return -1, ""
}

func isBase64(c byte) bool { return isLetter(c) || isDigit(c) || c == '+' || c == '/' }

// lexBase64 follows the grammar of XSD 1.0 part 2, section 3.2.16: groups of four, spaces between any two characters, and
// before = only such characters as leave no bits over.
func lexBase64(v []byte) (int, string) {
	n, pad, last := 0, 0, byte(0)
	for i, c := range v {
		switch {
		case c == ' ':
		case c == '=':
			pad++
		case !isBase64(c) || pad > 0:
			return i, ""
		default:
			n++
			last = c
		}
	}
	switch {
	case (n+pad)%4 != 0 || pad > 2:
		return len(v), "the number of characters is not a multiple of four"
	case pad == 1 && base64Value(last)&3 != 0, pad == 2 && base64Value(last)&15 != 0:
		return len(v), "the last character has bits to spare"
	}
	return -1, ""
}

func base64Value(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case isDigit(c):
		return int(c-'0') + 52
	case c == '+':
		return 62
	}
	return 63
}

// lexLanguage follows RFC 3066: subtags of one to eight letters, after the first digits too.
func lexLanguage(v []byte) (int, string) {
	n, first := 0, true
	for i, c := range v {
		switch {
		case c == '-' && n > 0:
			n, first = 0, false
			continue
		case isLetter(c) || !first && isDigit(c):
			n++
		default:
			return i, ""
		}
		if n > 8 {
			return i, "a subtag has more than eight characters"
		}
	}
	if n == 0 {
		return len(v), ""
	}
	return -1, ""
}

// lexNames returns a judge of names; colon says whether colons may stand in them, start whether the first character must
// be one that starts a name.
func lexName(colon, start bool) lexical {
	return func(v []byte) (int, string) {
		if len(v) == 0 {
			return 0, "it is empty"
		}
		for i := 0; i < len(v); {
			r, n := rune(v[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRune(v[i:])
			}
			switch {
			case r == ':' && !colon:
				return i, "a colon may not stand in it"
			case i == 0 && start && !isNameStart(r):
				return 0, fmt.Sprintf("it may not begin with %q", r)
			case !isNameChar(r):
				return i, fmt.Sprintf("%q may not stand in it", r)
			}
			i += n
		}
		return -1, ""
	}
}

var lexNCName = lexName(false, true)

func lexQName(v []byte) (int, string) {
	for i, c := range v {
		if c == ':' {
			if at, detail := lexNCName(v[:i]); at >= 0 {
				return at, detail
			}
			at, detail := lexNCName(v[i+1:])
			if at >= 0 {
				at += i + 1
			}
			return at, detail
		}
	}
	return lexNCName(v)
}

func runeCount(v []byte) int { return utf8.RuneCount(v) }

func hexLength(v []byte) int { return len(v) / 2 }

func base64Length(v []byte) int {
	n := 0
	for _, c := range v {
		if isBase64(c) {
			n++
		}
	}
	return n * 3 / 4
}
