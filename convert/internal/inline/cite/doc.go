// Package cite finds the citations of documents in the running text of a resolution.
//
// The input is one flat text: a recital, a paragraph, a note. The output says for each citation where its
// printed number stands, which document it names, which date and which pin-point words go with it, and
// which list it belongs to. Two questions need the whole document and have a function each: [ResolveIbid] gives a note's
// "Ibid." the document of the note before, [Settle] decides whose a resolution is that is cited by number alone.
//
// A text passes four stages, each linear in its length: newFolded maps it to a plain form with a way back to
// the source, tokenize cuts that into tokens, itemize reads tokens as what they are in a citation (head word, organ,
// number, date, glue), and govern decides which number belongs to which head word and organ.
//
// A number is never promoted to a citation because it looks like one: it needs a head word that governs it, a
// form that only resolutions have, a date that fits its session, or a link in the source. Whose it is, is decided by the
// organ that is named, else by what only one organ can have given: the form (1325 (2000) is the Security Council's), the
// session and the date together, the bounds of an organ's sessions. Resolutions of bodies without a symbol rule of their
// own (commissions, conferences of parties) are left alone. No date is invented: one that is shared in a list belongs to
// the numbers of one session, or to a pair of two organs, and only where it fits each.
//
// # Words
//
// Words live in data/<ISO 639-2/T code>.txt, decoded once; the grammar of numbers, lists and organs is written once in Go.
// A line is an entry `key | text ; text | where seen` under a `[section]`, empty, or a comment (#). Case, typographic
// apostrophes and hyphens, vowel signs and the variants of Arabic alif do not matter. The sections are the constants of the type class, and:
//
//	month      key = number
//	date       small words inside dates
//	letter     names of the letters of lettered resolutions; key = Latin letter
//	ordinal    ordinal words of provisions; key = number
//	prefix     particles written together with the next word; key and = "and"
//	order      key head-after: head word after the number, date before it; key genitive: "of" is a case
//
// treaties.txt says where the treaties that have a title in these files are deposited. data/mul.txt holds the series of document symbols, the same in all languages.
package cite
