package libxml2

import "fmt"

// TooLongError reports a part of a document or schema that is too long for the message buffer of libxml2's Go binding.
// The document may well be valid; this engine cannot say so safely.
type TooLongError struct {
	What   string // "attribute value", "text", "name", "namespace" or "schema"
	Name   string // the attribute's or element's name, where there is one, cut to 64 bytes
	Bytes  int    // its length in UTF-8
	Room   int    // the bytes that were left for it
	Offset int64  // where it starts, in bytes of the UTF-8 text; 0 for schemas
}

// Error says what is too long, where, and how much room there is.
func (e *TooLongError) Error() string {
	if e.What == "schema" {
		return fmt.Sprintf("libxml2: the schema's names, enumerations or patterns need %d bytes of a message, %d are safe in the Go binding", e.Bytes, e.Room)
	}
	return fmt.Sprintf("libxml2: %s of %q at offset %d has %d bytes, %d are safe in the Go binding: use the default engine", e.What, e.Name, e.Offset, e.Bytes, e.Room)
}

// DoctypeError reports a document type declaration, which no entry point of this project accepts.
type DoctypeError struct {
	Offset int64 // of "<!DOCTYPE", in bytes of the UTF-8 text
}

// Error gives the place.
func (e *DoctypeError) Error() string {
	return fmt.Sprintf("libxml2: DOCTYPE at offset %d is refused", e.Offset)
}

// EncodingError reports a document that is neither UTF-8 nor UTF-16, or that is broken as such.
type EncodingError struct {
	Encoding string // the declared encoding, or what the bytes seemed to be
}

// Error names the encoding.
func (e *EncodingError) Error() string {
	return fmt.Sprintf("libxml2: encoding %q is refused: UTF-8 and UTF-16 are accepted", e.Encoding)
}

// SchemaError reports a schema that could not be loaded.
type SchemaError struct {
	File   string // the schema file, as it was named
	Reason string // what is wrong with it
	Err    error  // the cause, or nil
}

// Error names the file and what is wrong with it.
func (e *SchemaError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("libxml2: schema %s: %s: %v", e.File, e.Reason, e.Err)
	}
	return fmt.Sprintf("libxml2: schema %s: %s", e.File, e.Reason)
}

// Unwrap gives the cause.
func (e *SchemaError) Unwrap() error { return e.Err }
