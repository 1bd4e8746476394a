// Package akn holds Akoma Ntoso documents: it parses and writes them, walks
// them, and names what is in them.
//
// The tree is that of github.com/beevik/etree. A [Document] wraps it, small
// views such as [Paragraph], [Note] and [FRBRWork] wrap its elements, and a
// caller may drop to etree at any time: a view holds an element and nothing
// else, so that what one changes the other sees. A view's zero value stands for an element that is
// not there; its getters answer with zero values.
//
// # Parse and write
//
// The law of this package is
//
//	Parse(Write(Parse(b))) == Parse(b)
//
// for every b that [Parse] accepts: no character, attribute, comment or
// processing instruction is lost or changed between the two, and prefixes
// stay as they are. Parse is stricter than encoding/xml, which etree reads
// with: it accepts XML 1.0 with namespaces, without a document type, in
// UTF-8, and nothing else. (Package validate judges documents in UTF-16, too;
// to parse one, write it in UTF-8 first.) [Document.WriteTo] refuses a tree that XML cannot
// hold. Neither repairs anything.
//
// # Namespaces
//
// An element counts as Akoma Ntoso by its namespace, never by its prefix or
// its local name alone. [Local], [Is], [Children] and the views see only
// elements of [Namespace]; a foreign p is not a p.
//
// # Names
//
// [IRI] is a name of the AKN naming convention, [Symbol] the symbol of a
// United Nations document, and [AssignEIDs] names the elements of a document.
// All are deterministic.
//
// # Concurrency
//
// All functions and read methods may be called at the same time, also on one
// document, as long as nobody changes that document.
package akn
