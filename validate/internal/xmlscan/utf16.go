package xmlscan

import (
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// transcoder reads UTF-16 and gives UTF-8. A lone surrogate is an error.
type transcoder struct {
	r       io.Reader
	order   binary.ByteOrder
	raw     [4096]byte
	n       int // bytes in raw
	pending []byte
	err     error
	encoded [3 * 4096]byte
}

// errSurrogate is what a transcoder stops with.
var errSurrogate = fmt.Errorf("a lone surrogate is not valid UTF-16")

// errHalf is what a transcoder stops with at an odd byte.
var errHalf = fmt.Errorf("the document ends in half a UTF-16 unit")

func (t *transcoder) Read(p []byte) (int, error) {
	if len(t.pending) == 0 {
		if t.err == nil {
			t.more()
		}
		if len(t.pending) == 0 {
			return 0, t.err
		}
	}
	n := copy(p, t.pending)
	t.pending = t.pending[n:]
	return n, nil
}

func (t *transcoder) more() {
	n, err := t.r.Read(t.raw[t.n:])
	t.n += n
	out, used := t.encoded[:0], 0
	for used+2 <= t.n {
		r := rune(t.order.Uint16(t.raw[used:]))
		size := 2
		if utf16.IsSurrogate(r) {
			if used+4 > t.n {
				break
			}
			r = utf16.DecodeRune(r, rune(t.order.Uint16(t.raw[used+2:])))
			size = 4
			if r == utf8.RuneError {
				err = errSurrogate
				break
			}
		}
		out = utf8.AppendRune(out, r)
		used += size
	}
	t.n = copy(t.raw[:], t.raw[used:t.n])
	if err == io.EOF && t.n > 0 {
		err = errHalf
		if t.n > 1 {
			err = errSurrogate
		}
	}
	t.pending, t.err = out, err
}
