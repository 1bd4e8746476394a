package akn

import (
	"strings"
	"unicode/utf8"
)

// isChar reports whether XML 1.0 can hold r (Char, section 2.2).
func isChar(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r <= 0xD7FF:
		return true
	default:
		return (r >= 0xE000 && r <= 0xFFFD) || (r >= 0x10000 && r <= 0x10FFFF)
	}
}

// ValidText returns the offset of the first thing in s that XML 1.0 cannot
// hold (a control character, U+FFFE, U+FFFF, or a byte that is not UTF-8),
// or -1.
func ValidText(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if (r == utf8.RuneError && n == 1) || !isChar(r) {
			return i
		}
		i += n
	}
	return -1
}

// The classes of bytes that begin names.
const (
	nameStart = 1 << iota
	nameRest
	space
	textStop // bytes that need a look inside text
)

var byteClass = func() (t [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c] = nameStart | nameRest
		t[c-'a'+'A'] = nameStart | nameRest
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = nameRest
	}
	t['_'] = nameStart | nameRest
	t['-'], t['.'] = nameRest, nameRest
	for c := 0; c < 0x20; c++ {
		t[c] = textStop
	}
	t['\t'], t['\n'], t[' '] = space, space, space
	t['\r'] = space | textStop
	for _, c := range "<&]" {
		t[c] |= textStop
	}
	t[0xEF] |= textStop // may begin U+FFFE or U+FFFF
	return t
}()

// isNameStartRune and isNameRune are NameStartChar and NameChar of XML 1.0
// without the colon, for characters beyond ASCII.
func isNameStartRune(r rune) bool {
	return in(r, 0xC0, 0xD6) || in(r, 0xD8, 0xF6) || in(r, 0xF8, 0x2FF) || in(r, 0x370, 0x37D) ||
		in(r, 0x37F, 0x1FFF) || in(r, 0x200C, 0x200D) || in(r, 0x2070, 0x218F) || in(r, 0x2C00, 0x2FEF) ||
		in(r, 0x3001, 0xD7FF) || in(r, 0xF900, 0xFDCF) || in(r, 0xFDF0, 0xFFFD) || in(r, 0x10000, 0xEFFFF)
}

func isNameRune(r rune) bool {
	return isNameStartRune(r) || r == 0xB7 || in(r, 0x300, 0x36F) || in(r, 0x203F, 0x2040)
}

func in(r, from, to rune) bool { return r >= from && r <= to }

// ncName returns the length of the name without colon that s begins with.
func ncName(s string) int {
	i := 0
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if byteClass[c]&nameRest == 0 || (i == 0 && byteClass[c]&nameStart == 0) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 || !isNameRune(r) || (i == 0 && !isNameStartRune(r)) {
			return i
		}
		i += n
	}
	return i
}

func isNCName(s string) bool { return s != "" && ncName(s) == len(s) }

// normalizeLines turns CRLF and lone CR into LF, as XML 1.0 section 2.11
// says.
func normalizeLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '\r':
			b.WriteByte(s[i])
		case i+1 == len(s) || s[i+1] != '\n':
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func isSpace(c byte) bool { return byteClass[c]&space != 0 }

func onlySpace(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
