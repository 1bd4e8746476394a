package akn

import (
	"fmt"
	"unicode/utf8"
)

// SyntaxError says where and why an input is not XML that [Parse] accepts.
type SyntaxError struct {
	Offset int    // byte offset in the input
	Line   int    // counted from 1; CR, LF and CRLF end a line
	Column int    // in characters, counted from 1
	Msg    string // what is wrong, and what was expected
	// Doctype reports that the fault is a document type declaration, which is
	// always refused: it is the door to entity expansion and fetches.
	Doctype bool
}

// Error gives the place as line:column, and what is wrong.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Msg)
}

// WriteError says that a tree holds what XML cannot hold.
type WriteError struct {
	Path string // the element path, as akomaNtoso/statement/mainBody/p[3]
	Msg  string // what is wrong there
}

// Error gives the path and what is wrong.
func (e *WriteError) Error() string {
	return fmt.Sprintf("%s: %s", e.Path, e.Msg)
}

// position returns the line and column, both from 1, of the byte offset.
func position(src string, offset int) (line, column int) {
	line = 1
	start := 0
	for i := 0; i < offset; i++ {
		if endsLine(src, i) {
			line++
			start = i + 1
		}
	}
	if start > offset {
		start = offset
	}
	return line, utf8.RuneCountInString(src[start:offset]) + 1
}
