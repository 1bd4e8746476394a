package schema

import (
	"bytes"
	"math"
	"strconv"
)

// A decimalValue is a decimal with the zeros that mean nothing gone.
type decimalValue struct {
	negative        bool
	whole, fraction []byte
}

func readDecimal(v []byte) decimalValue {
	var d decimalValue
	if len(v) > 0 && (v[0] == '-' || v[0] == '+') {
		d.negative = v[0] == '-'
		v = v[1:]
	}
	whole, fraction, _ := bytes.Cut(v, []byte("."))
	d.whole, d.fraction = bytes.TrimLeft(whole, "0"), bytes.TrimRight(fraction, "0")
	if len(d.whole) == 0 && len(d.fraction) == 0 {
		d.negative = false
	}
	return d
}

func compareDecimals(a, b []byte) (int, bool) {
	x, y := readDecimal(a), readDecimal(b)
	if x.negative != y.negative {
		if x.negative {
			return -1, true
		}
		return 1, true
	}
	c := len(x.whole) - len(y.whole)
	if c == 0 {
		c = bytes.Compare(x.whole, y.whole)
	}
	if c == 0 {
		c = bytes.Compare(x.fraction, y.fraction)
	}
	if x.negative {
		c = -c
	}
	return c, true
}

func canonicalDecimal(dst, v []byte) []byte {
	d := readDecimal(v)
	if d.negative {
		dst = append(dst, '-')
	}
	dst = append(dst, d.whole...)
	if len(d.fraction) > 0 {
		dst = append(append(dst, '.'), d.fraction...)
	}
	if len(d.whole) == 0 && len(d.fraction) == 0 {
		dst = append(dst, '0')
	}
	return dst
}

// countDigits counts the digits of a decimal that mean something: all, and those after the point.
func countDigits(v []byte) (total, fraction int) {
	d := readDecimal(v)
	return len(d.whole) + len(d.fraction), len(d.fraction)
}

// parseFloat reads what lexFloat has judged; a number too large for its width is an infinity.
func parseFloat(v []byte, bits int) float64 {
	f, _ := strconv.ParseFloat(string(v), bits)
	return f
}

func compareFloats(bits int) func(a, b []byte) (int, bool) {
	return func(a, b []byte) (int, bool) {
		x, y := parseFloat(a, bits), parseFloat(b, bits)
		switch {
		case math.IsNaN(x) || math.IsNaN(y):
			return 0, math.IsNaN(x) && math.IsNaN(y)
		case x < y:
			return -1, true
		case x > y:
			return 1, true
		}
		return 0, true
	}
}

func canonicalFloat(bits int) func(dst, v []byte) []byte {
	return func(dst, v []byte) []byte { return strconv.AppendFloat(dst, parseFloat(v, bits), 'E', -1, bits) }
}

func canonicalBoolean(dst, v []byte) []byte {
	switch string(v) {
	case "1":
		return append(dst, "true"...)
	case "0":
		return append(dst, "false"...)
	}
	return append(dst, v...)
}

func canonicalHex(dst, v []byte) []byte { return append(dst, bytes.ToUpper(v)...) }

func canonicalBase64(dst, v []byte) []byte {
	for _, c := range v {
		if c != ' ' {
			dst = append(dst, c)
		}
	}
	return dst
}
