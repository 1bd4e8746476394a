package schema

import "bytes"

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// normalize does to white space what the facet says. It returns a part of the value itself where it can.
func (w Whitespace) normalize(v []byte) []byte {
	switch w {
	case Collapse:
		for len(v) > 0 && isSpace(v[0]) {
			v = v[1:]
		}
		for len(v) > 0 && isSpace(v[len(v)-1]) {
			v = v[:len(v)-1]
		}
		if collapsed(v) {
			return v
		}
		return bytes.Join(fields(v), []byte(" "))
	case Replace:
		if !bytes.ContainsAny(v, "\t\n\r") {
			return v
		}
		return replaceSpace(v)
	}
	return v
}

func replaceSpace(v []byte) []byte {
	out := append([]byte(nil), v...)
	for i, c := range out {
		if isSpace(c) {
			out[i] = ' '
		}
	}
	return out
}

func collapsed(v []byte) bool {
	for i, c := range v {
		if c <= ' ' && isSpace(c) && (c != ' ' || v[i-1] == ' ') {
			return false
		}
	}
	return true
}

// field cuts the first item off a list; nil if there is none.
func field(v []byte) (item, rest []byte) {
	for len(v) > 0 && isSpace(v[0]) {
		v = v[1:]
	}
	if len(v) == 0 {
		return nil, nil
	}
	n := 0
	for n < len(v) && !isSpace(v[n]) {
		n++
	}
	return v[:n], v[n:]
}

func fields(v []byte) [][]byte {
	var all [][]byte
	for {
		item, rest := field(v)
		if item == nil {
			return all
		}
		all, v = append(all, item), rest
	}
}
