// Package schema holds the grammar of Akoma Ntoso 3.0 as data, compiles it, and any XSD of its family, to automata, and
// says in words what an element may hold.
//
// [AKN] is the built-in grammar; [CompileXSD] reads others. What both return, a [Schema], is immutable and safe for
// concurrent use. A validator walks it like this:
//
//	names := s.Names(namespace)          // once for each namespace in scope; nil if the schema knows none of its names
//	root := s.Global(names.Symbol(local)) // the declaration of the root element, nil if there is none
//	st := root.Type.Content.Start()
//	// for each child:
//	sym := names.Symbol(local)
//	st, child, wild, ok := root.Type.Content.StepSymbol(st, sym, namespace)
//	// at the end tag:
//	complete := root.Type.Content.Accepting(st)
//
// A child that a wildcard lets in has no declaration of its own: [Wildcard.Process] says whether it must have a global
// one ([Schema.Global]); without one, it has [Schema.AnyType]. [Type.Kind] says what text may stand in an element.
// Attributes are found by [Type.AttrSymbol], and where that is nil, by [Type.AnyAttr] and [Schema.GlobalAttr]; their
// values are judged by [SimpleType.Check]. Four attributes may always stand ([IsXSI]). Nothing of this allocates as long
// as the document is valid.
//
// After a fault, [Automaton.Expected] lists what may stand, in schema order; [Automaton.Reach] finds the children that
// are missing before one, [Automaton.Finish] those missing at the end; [Automaton.Element] tells a child that is out of
// place from one that is strange to its parent.
//
// # Values
//
// Values are judged by XSD 1.0 part 2, second edition. Where libxml2 or the JDK's validator differ from it, the standard
// decides; the tests hold the values in dispute with their clauses:
//
//   - Dates: a year has any number of digits from four up, a second any number of decimals, hour 24 is good with 00:00,
//     year 0000 is not good, nor is a time zone beyond 14:00 (3.2.7 to 3.2.14). libxml2 and the JDK give up on large years.
//   - Durations: each number has as many digits as it likes (3.2.6.1); both give up. After a point a digit must follow;
//     libxml2 does without.
//   - Numbers: integers and decimals have any number of digits (3.2.3, 3.3.13); libxml2 stops at 24. Unsigned types have
//     no sign (3.3.21.1); the JDK takes one. An exponent has digits (3.2.4.1); libxml2 does without.
//   - White space is collapsed before a date or number is judged (4.3.6); libxml2 forgets this for some types.
//   - anyURI: after the escaping of XLink 1.0, section 5.4, a value must be a reference of RFC 2396 with RFC 2732
//     (3.2.17). So spaces and what else a URI may not hold are good, a second # is not, nor % without two hexadecimal
//     digits; something follows a scheme; brackets stand around an IPv6 address, in a query or in a fragment only; an
//     authority may be empty, and so may a port. libxml2 goes by RFC 3986, the JDK refuses an empty authority.
//   - Lists of name tokens and of references to ids have one item at least (3.3.5, 3.3.10); libxml2 takes none.
//   - Names (of xs:ID, and so of xml:id) are those of XML 1.0, second edition (3.3.6, 3.3.7), as in both engines, though a scanner may
//     know the names of the fifth.
//
// # Documents
//
// Part 1 of the standard leaves the validator some traps, which the types of this package mark: an empty content model
// takes no white space ([ContentEmpty]); ##other shuts out names without a namespace as well ([Wildcard]); a field of an
// identity constraint counts only where a declaration governs it ([Constraint]); every descendant of a document counts
// for the uniqueness of its eIds, those of documents inside it too.
package schema
