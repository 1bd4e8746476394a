package xmlscan

// Classes of bytes, one bit each. A byte from 0x80 up is part of a character that decode looks at.
const (
	classSpace     = 1 << iota // S of XML 1.0, production 3
	className                  // NameChar in ASCII, without the colon (production 4a)
	classNameStart             // NameStartChar in ASCII, without the colon (production 4)
	classText                  // ordinary in content: no markup, no control, no "]", which may begin "]]>"
	classValue                 // ordinary in an attribute value: no quote, no markup, no white space but the space
	classPlain                 // ordinary in a comment or processing instruction
)

var classes = func() (t [256]uint8) {
	for c := 0x20; c < 0x80; c++ {
		t[c] |= classText | classValue | classPlain
	}
	for _, c := range "\t\n\r" {
		t[c] |= classPlain
	}
	for _, c := range "\t\n" {
		t[c] |= classText
	}
	for _, c := range " \t\n\r" {
		t[c] |= classSpace
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c] |= className | classNameStart
		t[c-'a'+'A'] |= className | classNameStart
	}
	for c := '0'; c <= '9'; c++ {
		t[c] |= className
	}
	for _, c := range "-." {
		t[c] |= className
	}
	t['_'] |= className | classNameStart
	for _, c := range "<&]" {
		t[c] &^= classText
	}
	for _, c := range "<&\"'" {
		t[c] &^= classValue
	}
	return t
}()

func is(c byte, class uint8) bool { return classes[c]&class != 0 }

// isChar is production 2, Char.
func isChar(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xD800:
		return true
	case r < 0xE000:
		return false
	case r < 0xFFFE:
		return true
	}
	return 0x10000 <= r && r <= 0x10FFFF
}

// decode reads the character from 0x80 up at the start of b. size is 0 where b ends too early, and negative where the
// bytes are no UTF-8 or no Char of XML.
func decode(b []byte) (r rune, size int) {
	c := b[0]
	switch {
	case c < 0xC2:
		return 0, -1
	case c < 0xE0:
		if len(b) < 2 {
			return 0, 0
		}
		if b[1]&0xC0 != 0x80 {
			return 0, -1
		}
		return rune(c&0x1F)<<6 | rune(b[1]&0x3F), 2
	case c < 0xF0:
		return decode3(b)
	case c < 0xF5:
		return decode4(b)
	}
	return 0, -1
}

func decode3(b []byte) (rune, int) {
	if len(b) < 3 {
		return 0, cut(b)
	}
	if b[1]&0xC0 != 0x80 || b[2]&0xC0 != 0x80 {
		return 0, -1
	}
	r := rune(b[0]&0x0F)<<12 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F)
	if r < 0x800 || !isChar(r) {
		return 0, -1
	}
	return r, 3
}

func decode4(b []byte) (rune, int) {
	if len(b) < 4 {
		return 0, cut(b)
	}
	if b[1]&0xC0 != 0x80 || b[2]&0xC0 != 0x80 || b[3]&0xC0 != 0x80 {
		return 0, -1
	}
	r := rune(b[0]&0x07)<<18 | rune(b[1]&0x3F)<<12 | rune(b[2]&0x3F)<<6 | rune(b[3]&0x3F)
	if r < 0x10000 || r > 0x10FFFF {
		return 0, -1
	}
	return r, 4
}

// cut tells a character that ends too early from one that is broken already.
func cut(b []byte) int {
	for _, c := range b[1:] {
		if c&0xC0 != 0x80 {
			return -1
		}
	}
	return 0
}

// isNameStart is production 4, NameStartChar, from 0x80 up.
func isNameStart(r rune) bool {
	switch {
	case r < 0x370:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7 && r < 0x300
	case r < 0x2000:
		return r != 0x37E
	case r < 0x3001:
		return r == 0x200C || r == 0x200D || 0x2070 <= r && r <= 0x218F || 0x2C00 <= r && r <= 0x2FEF
	case r < 0xF900:
		return r <= 0xD7FF
	case r < 0x10000:
		return r <= 0xFDCF || 0xFDF0 <= r && r <= 0xFFFD
	}
	return r <= 0xEFFFF
}

// isName is production 4a, NameChar, from 0x80 up.
func isName(r rune) bool {
	return isNameStart(r) || r == 0xB7 || 0x300 <= r && r <= 0x36F || r == 0x203F || r == 0x2040
}
