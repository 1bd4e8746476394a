package convert

import (
	"bytes"
	"regexp"
	"unicode/utf8"
)

// signatures are the first bytes of files that are given in place of their text, with what to do.
var signatures = []struct{ begin, fix string }{
	{"%PDF-", "this is a PDF: take the text out of it first (pdftotext -layout)"},
	{"PK\x03\x04", "this is a ZIP file, as Word documents (.docx) are: save it as plain text in UTF-8 first"},
	{"\xD0\xCF\x11\xE0", "this is a file of Word or another Office program: save it as plain text in UTF-8 first"},
	{"\x1F\x8B", "this is a gzip file: unpack it first"},
	{"\xFF\xFE", fixUTF16},
	{"\xFE\xFF", fixUTF16},
}

const (
	fixUTF16 = "this is UTF-16: write it in UTF-8 first (iconv -f UTF-16 -t UTF-8)"
	fixOld   = "nothing in it is UTF-8 beyond ASCII: it may be in an older encoding, such as Windows-1252; write it in UTF-8 first (iconv)"
)

// remedy says what to do with a refused input, where its bytes show what it is.
func remedy(src []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(src, []byte(s.begin)) {
			return s.fix
		}
	}
	switch {
	case alternatesNUL(src):
		return fixUTF16
	case isOldEncoding(src):
		return fixOld
	}
	return ""
}

// alternatesNUL reports whether one byte of each of the first pairs is NUL, as it is in Latin letters of UTF-16.
func alternatesNUL(src []byte) bool {
	const pairs = 4
	if len(src) < 2*pairs {
		return false
	}
	big, little := 0, 0
	for i := 0; i < 2*pairs; i += 2 {
		if src[i] == 0 && src[i+1] != 0 {
			big++
		}
		if src[i] != 0 && src[i+1] == 0 {
			little++
		}
	}
	return big == pairs || little == pairs
}

// isOldEncoding reports whether an input has bytes that are not UTF-8, no character of UTF-8 beyond ASCII, and nothing
// that a text cannot have.
func isOldEncoding(src []byte) bool {
	broken := false
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			broken = true
		case n > 1, !allowed(r):
			return false
		}
		i += n
	}
	return broken
}

// markup matches the beginning of files that are text, but not the text that is meant.
var markup = regexp.MustCompile(`(?i)^\x{FEFF}?\s*(?:<\?xml\b|<!doctype\b|<html\b|<akomaNtoso\b|\{\\rtf|%PDF-)`)
