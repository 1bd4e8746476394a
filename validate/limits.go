package validate

// The limits that hold where Limits says nothing. A document that needs more is not like any legal document seen so far.
const (
	// MaxInput bounds the bytes of a document: ten times the longest act with all its annexes.
	MaxInput = 64 << 20
	// MaxDepth bounds elements inside each other: legal texts stay under 40, and readers with a tree recurse.
	MaxDepth = 256
	// MaxAttributes bounds those of one element: the schema has at most about 40 for one.
	MaxAttributes = 256
	// MaxValue bounds the bytes of one attribute value or name: room for an image in a data URI.
	MaxValue = 1 << 20
	// MaxFindings bounds the findings: nobody reads more.
	MaxFindings = 10_000
)

// Limits bound what a document may hold. A zero field means the constant of its name (MaxInput...); a negative one means no
// limit.
type Limits struct {
	Input      int64 // bytes
	Depth      int   // elements inside each other
	Attributes int   // of one element
	Value      int   // bytes of an attribute value or name
	Findings   int
}

func (l Limits) withDefaults() Limits {
	return Limits{
		Input: pick(l.Input, MaxInput), Depth: pick(l.Depth, MaxDepth), Attributes: pick(l.Attributes, MaxAttributes),
		Value: pick(l.Value, MaxValue), Findings: pick(l.Findings, MaxFindings),
	}
}

// pick translates "zero is the default, negative is none" to "zero is none".
func pick[T int | int64](set, standard T) T {
	switch {
	case set == 0:
		return standard
	case set < 0:
		return 0
	}
	return set
}
