package schema

import (
	_ "embed"
	"sync"
)

//go:embed akn.grammar
var aknGrammar string

// AKN returns the grammar of Akoma Ntoso 3.0, compiled at the first call.
func AKN() *Schema { return akn() }

var akn = sync.OnceValue(func() *Schema {
	s, err := parseGrammar("akn.grammar", aknGrammar)
	if err != nil {
		panic(err) // the grammar is part of the program, and a test compiles it
	}
	return s
})

// AKNGrammar returns the grammar of Akoma Ntoso 3.0 as it is written, with an explanation of the notation at its head.
func AKNGrammar() string { return aknGrammar }
