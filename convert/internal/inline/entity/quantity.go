package entity

// units are the identifiers of what quantities are counted in, by their keys in the lexicon.
var units = map[string]string{"usd": "usDollar", "eur": "euro", "percent": "percent"}

// quantities finds shares and sums of money.
func (n *names) quantities(text string) []Entity {
	var found []Entity
	for _, a := range n.words.Amounts(text) {
		found = append(found, Entity{Start: a.Start, End: a.End, Class: Quantity, ID: units[a.Key], Value: a.Value})
	}
	return found
}
