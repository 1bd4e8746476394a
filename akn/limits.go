package akn

import (
	"fmt"
	"math"
)

// The limits that [Parse] keeps by default. They bound memory and time for
// input of unknown origin; each is far above what documents need.
const (
	// MaxSize is the largest input in bytes. The largest known legal
	// documents (consolidated codes) have about a quarter of it.
	MaxSize = 64 << 20
	// MaxDepth is the deepest nesting of elements. Documents of the
	// corpus stay under 40; whoever walks a tree recursively is safe at 256.
	MaxDepth = 256
	// MaxAttributes is the largest number of attributes of one
	// element, namespace declarations included. The schema knows 40 at most.
	MaxAttributes = 256
	// MaxAttributeValue is the longest attribute value in bytes: an
	// attribute is no place for a text.
	MaxAttributeValue = 1 << 20
	// MaxOpenAttributes is the largest number of attributes of an
	// element and all that it stands in. [Local] looks for declarations
	// among them, so that this bounds what one call can cost.
	MaxOpenAttributes = 1024
)

// Limits bound what is accepted as input. A zero field means the constant of
// its name ([MaxSize]...), a negative one no limit. The limits of packages
// convert and validate have the same names and the same rule.
type Limits struct {
	Size           int // bytes of input
	Depth          int // nested elements
	Attributes     int // attributes of one element
	AttributeValue int // bytes of one attribute value
	OpenAttributes int // attributes of an element and its ancestors together
}

func (l Limits) withDefaults() Limits {
	orDefault(&l.Size, MaxSize)
	orDefault(&l.Depth, MaxDepth)
	orDefault(&l.Attributes, MaxAttributes)
	orDefault(&l.AttributeValue, MaxAttributeValue)
	orDefault(&l.OpenAttributes, MaxOpenAttributes)
	return l
}

func orDefault(n *int, otherwise int) {
	switch {
	case *n == 0:
		*n = otherwise
	case *n < 0:
		*n = math.MaxInt
	}
}

// LimitName names one of the [Limits]: it is the name of the field.
type LimitName string

// The names of the limits.
const (
	LimitSize           LimitName = "Size"
	LimitDepth          LimitName = "Depth"
	LimitAttributes     LimitName = "Attributes"
	LimitAttributeValue LimitName = "AttributeValue"
	LimitOpenAttributes LimitName = "OpenAttributes"
)

// exceeded says of each limit what there was too much of.
var exceeded = map[LimitName]string{
	LimitSize:           "the input has more than %d bytes",
	LimitDepth:          "there are more than %d elements inside each other",
	LimitAttributes:     "an element has more than %d attributes",
	LimitAttributeValue: "an attribute value has more than %d bytes",
	LimitOpenAttributes: "an element and those around it have more than %d attributes",
}

// LimitError says that an input exceeds a limit.
type LimitError struct {
	Name   LimitName // the field of Limits
	Max    int       // the limit that was exceeded
	Offset int       // byte offset of where it was
	Line   int       // counted from 1
	Column int       // in characters, counted from 1
}

// Error says where there was too much of what, and names the field of [Limits].
func (e *LimitError) Error() string {
	what := "the input is over %d"
	if known, ok := exceeded[e.Name]; ok {
		what = known
	}
	return fmt.Sprintf("%d:%d: %s (Limits.%s)", e.Line, e.Column, fmt.Sprintf(what, e.Max), e.Name)
}
