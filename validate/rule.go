package validate

import (
	"slices"
	"sync"
)

// A Rule is what a document must obey, or should. Rules are values: [Rules] lists them, the command line explains them
// and the documentation prints them.
type Rule struct {
	// Code is stable: it never changes its meaning and is never given to another rule.
	Code string
	// Severity of the findings; Warning where it is none.
	Severity Severity
	// Profile is the smallest that the rule belongs to.
	Profile Profile
	// Title is a short clause without a full stop.
	Title string
	// Explanation says, in whole sentences, what the rule wants and why.
	Explanation string
	// Bad and Good are whole documents, or fragments for [Document] to complete: the one breaks this rule alone, the
	// other keeps all.
	Bad, Good string
	// Source is the clause of the standard or guideline.
	Source string
	// URL is where the source can be read.
	URL string
	// Visit begins a check of one document, for rules that are not part of the schema engine. It may be nil.
	Visit func(*Pass) Visitor
}

// families are the files that rules come in. A new family is a new line here.
var families = [][]Rule{
	xmlRules, elementRules, valueRules, identityRules, eidRules, referenceRules, iriRules, unIdentityRules, unTextRules, suppressRules,
}

var allRules = sync.OnceValue(func() []Rule {
	rules := slices.Concat(families...)
	slices.SortStableFunc(rules, func(a, b Rule) int { return codeOrder(a.Code, b.Code) })
	return rules
})

// codeOrder puts AKN before UN, and numbers in order.
func codeOrder(a, b string) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// Rules returns all rules in the order of their codes.
func Rules() []Rule { return slices.Clone(allRules()) }

// RuleFor returns the rule of a code.
func RuleFor(code string) (Rule, bool) {
	i, ok := slices.BinarySearchFunc(allRules(), code, func(r Rule, code string) int { return codeOrder(r.Code, code) })
	if !ok {
		return Rule{}, false
	}
	return allRules()[i], true
}
