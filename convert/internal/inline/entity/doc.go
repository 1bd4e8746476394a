// Package entity finds what the running text of a resolution names: organs, States and other organisations, offices,
// events, places, sessions of the Assembly, shares and sums of money.
//
// It is precise before it is complete. It knows official names alone, from the lexicon and a list of identifiers, and of
// those the ones that are unambiguous: not "the Council" or "the Secretariat", and no names of persons. At each word the
// longest name wins; a name that is part of a longer one which it does not know (Gulf of Guinea, Secretary-General of the
// League of Arab States) is left alone, as far as capital letters and the lists of the language tell. A name means the same
// in all languages and has one identifier for all.
//
// # Words
//
// Which names there are, and what each is, says entities.txt; how they are written says the lexicon of each language, in its
// sections organs, states and those that begin with "entities":
//
//	entities           names; key = identifier in entities.txt, or "none" for names that only look like one
//	entities.endings   endings of words that are one word (cases)
//	entities.prefixes  particles written together with the next word
//	entities.of        words that give an office before them to the body named after them
//	entities.alone     names that are parts of many others
//	entities.notAfter  the words of those others that stand before them
//	entities.place     words before the name of a city that make it a place
//
// Each text is read once, and at each word no further than the longest name: the time is linear.
package entity
