//go:build libxml2

package libxml2

import (
	"errors"
	"os"
	"runtime"
	"sync"

	"github.com/lestrrat-go/libxml2/clib"
	"github.com/lestrrat-go/libxml2/parser"
	"github.com/lestrrat-go/libxml2/xsd"
)

// MaxMessages is how many messages the binding keeps for one document.
const MaxMessages = 32

// parseOptions: never the network, nothing on standard error.
const parseOptions = parser.XMLParseNoNet | parser.XMLParseNoError | parser.XMLParseNoWarning

// Result is libxml2's verdict on one document.
type Result struct {
	WellFormed bool     // it is XML
	Valid      bool     // well formed and valid
	Messages   []string // libxml2's words, without places; empty where valid
	Truncated  bool     // there were MaxMessages messages, perhaps more
}

// Schema is a compiled XSD. It is safe for concurrent use; Close must come after the last Check.
type Schema struct {
	schema *xsd.Schema
	facts  facts
}

// compiling serialises the compilation of schemas: libxml2 sets up its built-in types, shared by all, on the first one.
var compiling sync.Mutex

// Open compiles an XSD file and everything it imports. Imports are read from local files only: one given by an address
// is looked for, by its last part, beside the importing file, and the xml namespace needs no file at all. Errors are
// *[SchemaError], or *[TooLongError] where the schema leaves no room in the binding's message buffer.
func Open(file string) (*Schema, error) {
	b, err := newBundle(file)
	if err != nil {
		return nil, err
	}
	if err := b.facts.finish(); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "ntoso-xsd-")
	if err != nil {
		return nil, &SchemaError{File: file, Reason: "no temporary directory", Err: err}
	}
	defer func() { _ = os.RemoveAll(dir) }()
	root, err := b.writeTo(dir)
	if err != nil {
		return nil, err
	}
	s, err := compile(root)
	if err != nil {
		return nil, &SchemaError{File: file, Reason: "libxml2 does not accept it (xmllint --schema says why)", Err: err}
	}
	return &Schema{schema: s, facts: b.facts}, nil
}

func compile(root string) (schema *xsd.Schema, err error) {
	compiling.Lock()
	defer compiling.Unlock()
	quietly(func() { schema, err = xsd.ParseFromFile(root) })
	return schema, err
}

// quietly keeps libxml2's complaints off standard error. Where they go is a setting of the thread; not even the parse
// option NoError covers them all (duplicates of xml:id).
func quietly(f func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	clib.ReportErrors(false)
	defer clib.ReportErrors(true)
	f()
}

// Close frees the schema.
func (s *Schema) Close() { s.schema.Free() }

// CheckFile checks a file. Errors are those of [os.ReadFile] and of Check.
func (s *Schema) CheckFile(file string) (Result, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return Result{}, err
	}
	return s.Check(src)
}

// Check checks a document. A document that is not well formed or not valid is a result, not an error; errors are
// *[TooLongError], *[DoctypeError] and *[EncodingError], for documents that libxml2 never saw.
func (s *Schema) Check(src []byte) (Result, error) {
	text, err := toUTF8(src)
	if err != nil {
		return Result{}, err
	}
	if err := tooLong(text, &s.facts); err != nil {
		return Result{}, err
	}
	if len(src) == 0 {
		return Result{Messages: []string{"Document is empty"}}, nil // the binding has no parser for nothing
	}
	var r Result
	quietly(func() { r = s.check(src) }) // the bytes as they are, so that libxml2 judges the encoding itself
	return r, nil
}

func (s *Schema) check(src []byte) Result {
	doc, err := parser.New(parseOptions).Parse(src)
	if err != nil {
		return Result{Messages: []string{err.Error()}}
	}
	defer doc.Free()
	return result(s.schema.Validate(doc))
}

func result(err error) Result {
	if err == nil {
		return Result{WellFormed: true, Valid: true}
	}
	r := Result{WellFormed: true, Messages: []string{err.Error()}}
	var list xsd.SchemaValidationError
	if errors.As(err, &list) {
		r.Messages = nil
		for _, e := range list.Errors() {
			r.Messages = append(r.Messages, e.Error())
		}
		r.Truncated = len(r.Messages) >= MaxMessages
	}
	return r
}
