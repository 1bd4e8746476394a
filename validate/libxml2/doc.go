// Package libxml2 checks XML documents against any XSD with libxml2, the C library, through its Go binding
// github.com/lestrrat-go/libxml2. It is the second engine of this project: an independent opinion for tests and for
// users who must agree with libxml2. The default engine, package validate, needs no cgo and says far more.
//
// The engine is built only with the tag libxml2, which needs cgo and libxml2's headers:
//
//	go build -tags libxml2 ./...
//
// # What the binding cannot do, and what this package does about it
//
// The binding writes each of libxml2's messages into a buffer of 1,024 bytes and trusts the length that the message
// would have had: a longer message (an invalid attribute value of 8 KB is enough) reads and writes past the buffer and
// ends the process. Open therefore measures what the schema can put into a message, and Check measures, before libxml2
// sees the document, its longest name, namespace and value that could stand beside it. A document that could overrun
// the buffer is refused with a *[TooLongError]; a schema that leaves no room is refused by Open with one, too.
// Text in mixed content and values of attributes that the schema does not constrain never reach a message, so their length
// is free.
//
// The binding keeps no line numbers and stops at 32 messages: [Result.Truncated] says so. It fetches whatever a schema
// imports: Open resolves imports itself, from local files only, and hands libxml2 a closed set of files.
// A document with a DOCTYPE is refused with a *[DoctypeError], one in another encoding than UTF-8 or UTF-16 with an
// *[EncodingError].
package libxml2
