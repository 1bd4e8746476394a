package schema

import "bytes"

// lexURI judges an anyURI: what remains after the escaping of XLink 1.0, section 5.4, must be a URI reference of RFC 2396
// as RFC 2732 amends it. Escaping takes care of every character that a URI may not hold but "#", "%", "[" and "]".
func lexURI(v []byte) (int, string) {
	if isPlainURI(v) {
		return -1, ""
	}
	if at, detail := escapes(v); at >= 0 {
		return at, detail
	}
	ref := v
	if i := bytes.IndexByte(v, '#'); i >= 0 {
		if j := bytes.IndexByte(v[i+1:], '#'); j >= 0 {
			return i + 1 + j, "a second # must be written %23"
		}
		ref = v[:i]
	}
	return uri(ref)
}

// isPlainURI takes at one glance what most references are: a path, with a fragment or without.
func isPlainURI(v []byte) bool {
	fragment := false
	for _, c := range v {
		switch c {
		case '%', '[', ']':
			return false
		case ':', '?':
			if !fragment {
				return false
			}
		case '#':
			if fragment {
				return false
			}
			fragment = true
		}
	}
	return true
}

func escapes(v []byte) (int, string) {
	for i, c := range v {
		if c == '%' && (i+2 >= len(v) || !isHex(v[i+1]) || !isHex(v[i+2])) {
			return i, "after % two hexadecimal digits must follow"
		}
	}
	return -1, ""
}

// uri judges a reference without its fragment.
func uri(v []byte) (int, string) {
	path := v
	if i := bytes.IndexAny(v, ":/?"); i >= 0 && v[i] == ':' {
		if !isScheme(v[:i]) {
			return 0, "before the first colon stands no scheme, such as http"
		}
		path = v[i+1:]
		if len(path) == 0 {
			return len(v), "nothing follows the scheme"
		}
		if path[0] != '/' {
			return -1, "" // opaque: any character goes
		}
	}
	if i := bytes.IndexByte(path, '?'); i >= 0 {
		path = path[:i]
	}
	if bytes.HasPrefix(path, []byte("//")) {
		return authority(path[2:], len(v)-len(path)+2)
	}
	return brackets(path, len(v)-len(path))
}

func isScheme(v []byte) bool {
	for i, c := range v {
		if !isLetter(c) && (i == 0 || !isDigit(c) && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return len(v) > 0
}

// authority judges what follows //: in it alone brackets may stand, around an IPv6 address.
func authority(v []byte, base int) (int, string) {
	end := bytes.IndexByte(v, '/')
	if end < 0 {
		end = len(v)
	}
	host := v[:end]
	if i := bytes.LastIndexByte(host, '@'); i >= 0 {
		if at, detail := brackets(host[:i], base); at >= 0 {
			return at, detail
		}
		host = host[i+1:]
	}
	if len(host) > 0 && host[0] == '[' {
		i := bytes.IndexByte(host, ']')
		if i < 0 || !isIPv6(host[1:i]) {
			return base, "between [ and ] must stand an IPv6 address"
		}
		host = host[i+1:]
		if len(host) > 0 && (host[0] != ':' || digits(host, 1) != len(host)) {
			return base, "after ] only a port may follow"
		}
	} else if at, detail := brackets(host, base); at >= 0 {
		return at, detail
	}
	return brackets(v[end:], base+end)
}

func brackets(v []byte, base int) (int, string) {
	if i := bytes.IndexAny(v, "[]"); i >= 0 {
		return base + i, "brackets may stand only around an IPv6 address, in a query or in a fragment"
	}
	return -1, ""
}

// isIPv6 is as strict as RFC 2373 about characters and groups.
func isIPv6(v []byte) bool {
	groups, gaps, run := 0, 0, 0
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case isHex(c):
			if run == 0 {
				groups++
			}
			if run++; run > 4 {
				return false
			}
		case c == '.' && run > 0:
			return groups <= 7 && isIPv4(v[i-run:]) && (groups == 7 || gaps == 1)
		case c != ':':
			return false
		case i+1 < len(v) && v[i+1] == ':':
			gaps++
			run = 0
			i++
		default:
			if run == 0 || i+1 == len(v) {
				return false
			}
			run = 0
		}
	}
	return gaps == 0 && groups == 8 || gaps == 1 && groups <= 7
}

func isIPv4(v []byte) bool {
	parts := bytes.Split(v, []byte("."))
	for _, p := range parts {
		if len(p) == 0 || len(p) > 3 || digits(p, 0) != len(p) || len(p) == 3 && string(p) > "255" {
			return false
		}
	}
	return len(parts) == 4
}
