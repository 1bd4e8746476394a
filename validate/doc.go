// Package validate judges Akoma Ntoso documents: their XML, the grammar of Akoma Ntoso 3.0 (OASIS Standard of 29 August
// 2018), and the rules of profiles such as AKN4UN.
//
// [Check] takes a document and gives a [Report] of findings; [CheckReader] does so from a reader. A [Finding] is data:
// a stable code, a message that names the offending thing and what was expected, the place as line and column and as
// the path of elements, and where possible how to mend it. One mistake gives one finding. Package render prints them.
//
//	report := validate.Check(src, validate.Options{})
//	for _, f := range report.Findings {
//		fmt.Println(f.Line, f.Column, f.Code, f.Message)
//	}
//
// Documents are read in UTF-8 and UTF-16, as every reader of XML does; package akn, and with it convert, reads UTF-8 alone.
//
// The check is one pass without recursion. By the schema alone (profile [Schema]) it keeps no tree, and its memory does
// not grow with the document, but for the ids whose uniqueness must be judged (at most 32 bytes each). The rules of the
// profiles [AKN] and [AKN4UN] ask about the whole document, and share an outline of it: some 10 to 20 times the bytes of
// the document, for at most 2^19 elements. A larger document is judged by the schema alone, and a note says so (AKN2000).
//
// All functions are safe for concurrent use. No input makes them panic, and hostile input meets [Limits]. To end a check
// early, give CheckReader a reader that fails, as one does whose context has ended.
//
// # Codes
//
//   - AKN10xx: the document cannot be read as XML, or is not Akoma Ntoso 3.0
//   - AKN11xx: elements and text in the wrong place
//   - AKN12xx, AKN13xx: attributes and values
//   - AKN14xx: identity: eId, GUID, xml:id
//   - AKN2xxx: ids and references; UN3xxx: the profile of the United Nations
//
// A code never changes its meaning. [Rules] lists all rules with explanations and examples; `ntoso explain CODE` prints
// one of them.
//
// # One mistake, one finding
//
// After a fault the check goes on, and does not report what follows from the fault: a child that is missing is put in,
// one that is misplaced is left out, a misspelt name is read as the one that is meant. An element that stands where it
// may not could be another that was misnamed, so its own attributes and children are not judged by its name; what is in
// them is. Of the eIds in a part that was copied, the one at its head is reported.
//
// # More rules
//
// A [Rule] that is not part of the schema engine has a function Visit: it begins a [Visitor] for one document, which
// sees its elements and text go by and reports with [Pass.Report], at the current place ([Pass.Here], [Pass.At]) or
// later at one that it kept. Options.Extra holds rules of the caller. Rules of the project stand in a slice of their
// own file, named once in rule.go; tests demand that each bad example breaks its rule alone, and each good one none.
package validate
