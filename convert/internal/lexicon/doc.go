// Package lexicon holds the words of United Nations documents in the six
// official languages, and recognises them.
//
// Its law is one sentence: logic is written once, words are data. Each language
// is one file, data/<iso>.txt, with the same sections in all six; nothing in
// the code asks which language it is working in. A [Lexicon] is the compiled
// form of one file. It is decoded on first use, never changes afterwards and is
// safe for concurrent use.
//
// # What is compared
//
// All functions take text as it stands in a document and return byte offsets
// into it. Matching is by folded text (see fold.go): a run of white space of
// any kind, line ends included, is one space, and is no space at all beside a
// Han character or before an opening parenthesis; apostrophes are equal, hyphens
// are equal, full-width and Arabic punctuation and digits equal their ASCII
// counterparts; case, normalisation form, bidi marks, soft hyphens, tatweel,
// Arabic vowel signs and the asterisks of emphasis make no difference.
//
// # The notation of the data files
//
// A line is empty, a comment (#), a section header in brackets, or an entry of
// three fields separated by " | ": key, text, and where it was seen. The key is
// what the text means, in no language. The last field is a number (times seen
// in the United Nations' own files), a source, or "convention" where it follows
// from grammar or editorial rules but was not seen.
//
// Sections whose names begin with "line." hold patterns for whole lines:
//
//	[line.agendaItem]
//	{items} | Agenda item<s|> {items} | un-akn
//
// Braces name a capture ({name} or {name:type}), angle brackets hold
// alternatives, of which one may be empty. The key is a template for the value.
//
// In the sections recital and operative a text may end in a context after a
// tilde: "Prie ~ les États" is the phrase "Prie" before those words, and means
// something else there. The sections recital.also and operative.also hold the
// words that may stand before, within or after any phrase, or joined to it
// (prefix), without changing its concept.
//
// The section amending holds the words with which the instructions of amendments to drafts begin.
//
// The section votes holds the words that say how a text was adopted; its keys are the outcome and the counts that the
// words imply ("adoptedRecordedVote against=0").
//
// # Concepts
//
// A concept is the act that an opening phrase performs, under the name of its
// commonest English form: the participle in a recital (recalling, urging), the
// verb in an operative paragraph (recalls, urges). To each act of the
// paragraphs belongs one of the recitals at the most, and the other way round.
//
// Concepts are as fine as all six languages keep them apart in parallel texts,
// and no finer. So determines (a finding) is not decides, demands not
// callsUpon, commits not reaffirms, urges not callsUpon, reminds (somebody) not
// recalls (something). But stresses, emphasizes, underlines, underscores and
// highlights are one (emphasizes), for French and Russian use one verb for all five; so
// are recognizes, acknowledges, considers and believes (recognizes); commends and
// congratulates (commends); looks forward to and expects (looksForward); the
// many degrees of concern (expressesConcern); a request and its repetition
// (requests). Notes and takes note are one (takesNote): the General Assembly
// itself says, in its decision 55/488, that both are neutral. With appreciation,
// with satisfaction and with gratitude are one as well. Gender and number of the
// organ make no difference.
//
// No choice of concepts makes translations agree everywhere: where English
// "calls upon", French may have "demande", "engage", "invite" or "prie". The
// tests print how often each language agrees with English, and hold it there.
package lexicon
