// Package convert goes from the plain text of United Nations resolutions to Akoma Ntoso (AKN4UN), and back.
//
// [FromText] reads a text as people have it (taken from a PDF, pasted from a page, one sentence a line) and returns the
// document and a [Report]. [Text] returns the text of a document. The law of the package is
//
//	Text(FromText(t)) == t
//
// for every text that FromText accepts, from the document or from its XML alone. The text is not stored beside the
// markup: where the rules of a text's dialect do not already say how it was laid out, attributes in a namespace of the
// project's own do, and [Strip] takes them off.
//
// # P1: exact
//
// The text comes back byte for byte: CRLF, lone CR, tabs, byte order mark, no final newline, runs of blank lines,
// trailing spaces, no-break spaces, bidirectional marks, form feeds. A form feed, which XML cannot hold, ends a page
// (eop). What else XML 1.0 cannot hold is refused with a [*TextError], never replaced.
//
// # P2: whole
//
// No word of the source is lost and none is said twice. Notes stand where they are called, paragraphs that a page cut
// are whole; running heads, job numbers and page numbers are kept on the page end, apart from the text.
//
// # P3: valid
//
// Every document is valid Akoma Ntoso 3.0 and has no error-level finding of the profile of the United Nations. Nothing
// that the text does not say is invented: a date that it does not give is 0001-01-01, as the United Nations' own files
// write it, and a citation without a date has no work IRI.
//
// # P4: total
//
// Every UTF-8 text converts, in time and memory that grow with its length. What is not recognised is a plain p, or a
// whole text of them, and a remark; a block whose bytes do not come back from its markup is kept as it is printed
// (xml:space="preserve"). A guess is never dressed as a fact.
//
// # P5: steady
//
// The same text and options give the same bytes on any day and machine.
//
// # P6: frank
//
// The [Report] says what was recognised, and for everything that was left alone why, with offset, line and column.
// The codes of remarks are stable ([RemarkKinds]). A remark is no error: the document is there.
//
// # P7: local
//
// After an edit through the views of package akn, or through etree, Text changes where the edit is, and nowhere else.
// A new paragraph or note gets the layout that its neighbours' dialect implies. White space that another tool adds
// between block elements changes nothing.
//
// # P8: guarded
//
// Texts over a limit are refused with a [*LimitError], bad options with an [*OptionError]. The layer of a document of
// unknown origin is read with bounds: it cannot ask for more than it holds. All functions may be called at the same
// time; those that take a document only read it.
//
// # Cost
//
// A resolution of thirty pages takes a fifth of a second of one processor, a megabyte of text some two seconds and 50 MB
// of memory, ten megabytes ten times as much. A call cannot be ended early: who converts texts of unknown origin bounds
// its time and memory by [Limits], and calls it for as many texts at a time as there are processors.
package convert
