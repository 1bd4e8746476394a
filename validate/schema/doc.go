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
// Values are judged by XSD 1.0 part 2, second edition. Common engines differ from it, and from each other:
//
//   - a year may have any number of digits from four up (3.2.7.1), a second any number of decimals, and hour 24 is good
//     with 00:00 (3.2.7.1); year 0000 is not (3.2.7.1), nor a time zone beyond 14:00 (3.2.7.3);
//   - an anyURI is judged after the escaping of XLink 1.0, section 5.4 (3.2.17): spaces and other characters that a URI
//     may not hold are good, a second # is not, nor % without two hexadecimal digits;
//   - names (of ids, of xml:id) are those of XML 1.0, second edition (3.3.6, 3.3.7), as in all engines.
package schema
