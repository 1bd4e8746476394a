package validate

// The limits that hold where Limits says nothing. A document that needs more is not like any legal document seen so far.
const (
	// MaxSize bounds the bytes of a document: ten times the longest act with all its annexes.
	MaxSize = 64 << 20
	// MaxDepth bounds elements inside each other: legal texts stay under 40, and readers with a tree recurse.
	MaxDepth = 256
	// MaxAttributes bounds those of one element: the schema has at most about 40 for one.
	MaxAttributes = 256
	// MaxAttributeValue bounds the bytes of one attribute value or name: room for an image in a data URI.
	MaxAttributeValue = 1 << 20
	// MaxFindings bounds the findings: nobody reads more.
	MaxFindings = 10_000
)

// Limits bound what a document may hold. A zero field means the constant of its name (MaxSize...), a negative one no limit, as
// in packages akn and convert.
type Limits struct {
	Size           int // bytes of the document
	Depth          int // elements inside each other
	Attributes     int // of one element
	AttributeValue int // bytes of an attribute value or name
	Findings       int // in the report, those that are suppressed included
}

func (l Limits) withDefaults() Limits {
	return Limits{
		Size: pick(l.Size, MaxSize), Depth: pick(l.Depth, MaxDepth), Attributes: pick(l.Attributes, MaxAttributes),
		AttributeValue: pick(l.AttributeValue, MaxAttributeValue), Findings: pick(l.Findings, MaxFindings),
	}
}

// pick translates "zero is the default, negative is none" to "zero is none".
func pick(set, standard int) int {
	switch {
	case set == 0:
		return standard
	case set < 0:
		return 0
	}
	return set
}
