// Package cite finds the citations of documents in the running text of a resolution.
//
// The input is one flat text: a recital, a paragraph, a note. The output says for each citation where its
// printed number stands, which document it names, which date and which pin-point words go with it, and
// which list it belongs to. Words live in the data files, one for each language; the grammar of numbers,
// lists and organs is written once.
//
// A text passes four stages, each linear in its length: [newFolded] maps it to a plain form with a way back to
// the source, tokenize cuts that into tokens, itemize reads tokens as what they are in a citation (head word, organ,
// number, date, glue), and govern decides which number belongs to which head and organ.
//
// A number is never promoted to a citation because it looks like one: it needs a head word that governs it, a
// form that only resolutions have, a date that fits its session, or a link in the source.
package cite
