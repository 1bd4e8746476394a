package convert

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/ntoso/ntoso/akn"
)

// ErrNoDocument is returned where there is no document to work on.
var ErrNoDocument = errors.New("convert: no document")

// ErrNotAKN is returned by [Text] where the root element is not one of Akoma Ntoso 3.0, so that nothing in the document
// is text that it knows.
var ErrNotAKN = errors.New("convert: the document is not Akoma Ntoso 3.0")

// A TextError refuses a text that XML 1.0 cannot hold: invalid UTF-8, or a character outside production [2] Char of
// XML 1.0 (form feed excepted, which becomes a page end). Nothing is replaced.
type TextError struct {
	// Offset is the place of the offending byte, from 0; Line and Column, counted in characters, are from 1.
	Offset, Line, Column int
	// Message says what is wrong there.
	Message string
	// Fix says what the input seems to be instead of text in UTF-8, and how to make text of it. It is empty where
	// nothing shows that.
	Fix string
}

// Error says where the text is wrong, as line:column, what is wrong, and the fix.
func (e *TextError) Error() string {
	s := fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
	if e.Fix != "" {
		s += "; " + e.Fix
	}
	return s
}

// A LimitError refuses a text over a limit, as package akn refuses XML.
type LimitError = akn.LimitError

// An OptionError refuses the value of an option.
type OptionError struct {
	// Option is the name of the field, Value what it holds, Expected what it may hold.
	Option, Value, Expected string
	// Err says more, where it can be said: of a symbol an [*akn.SymbolError]. It may be nil.
	Err error
}

// Error names the option and what was expected.
func (e *OptionError) Error() string {
	return fmt.Sprintf("convert: option %s: %q is not %s", e.Option, e.Value, e.Expected)
}

// Unwrap returns Err.
func (e *OptionError) Unwrap() error { return e.Err }

// check refuses what XML cannot hold.
func check(src []byte, limit int) error {
	if len(src) > limit {
		return &LimitError{Name: akn.LimitSize, Max: limit, Offset: limit, Line: 1, Column: 1}
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return textError(src, i, fmt.Sprintf("byte %#02x is not valid UTF-8", src[i]))
		case !allowed(r):
			return textError(src, i, fmt.Sprintf("XML cannot hold the character U+%04X", r))
		}
		i += n
	}
	return nil
}

func allowed(r rune) bool {
	switch r {
	case '\t', '\n', '\r', '\f':
		return true
	case 0xFFFE, 0xFFFF:
		return false
	}
	return r >= ' '
}

func textError(src []byte, offset int, message string) *TextError {
	line, column := place(string(src), offset)
	return &TextError{offset, line, column, message, remedy(src)}
}
