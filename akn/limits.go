package akn

import "fmt"

// The limits that [Parse] keeps by default. They bound memory and time for
// input of unknown origin; each is far above what documents need.
const (
	// DefaultMaxSize is the largest input in bytes. The largest known legal
	// documents (consolidated codes) have about a quarter of it.
	DefaultMaxSize = 64 << 20
	// DefaultMaxDepth is the deepest nesting of elements. Documents of the
	// corpus stay under 40; whoever walks a tree recursively is safe at 256.
	DefaultMaxDepth = 256
	// DefaultMaxAttributes is the largest number of attributes of one
	// element, namespace declarations included. The schema knows 40 at most.
	DefaultMaxAttributes = 256
	// DefaultMaxAttributeValue is the longest attribute value in bytes: an
	// attribute is no place for a text.
	DefaultMaxAttributeValue = 1 << 20
	// DefaultMaxOpenAttributes is the largest number of attributes of an
	// element and all that it stands in. [Local] looks for declarations
	// among them, so that this bounds what one call can cost.
	DefaultMaxOpenAttributes = 1024
)

// Limits bound what is accepted as input. A zero field means the default.
type Limits struct {
	Size           int // bytes of input
	Depth          int // nested elements
	Attributes     int // attributes of one element
	AttributeValue int // bytes of one attribute value
	OpenAttributes int // attributes of an element and its ancestors together
}

func (l Limits) withDefaults() Limits {
	orDefault(&l.Size, DefaultMaxSize)
	orDefault(&l.Depth, DefaultMaxDepth)
	orDefault(&l.Attributes, DefaultMaxAttributes)
	orDefault(&l.AttributeValue, DefaultMaxAttributeValue)
	orDefault(&l.OpenAttributes, DefaultMaxOpenAttributes)
	return l
}

func orDefault(n *int, otherwise int) {
	if *n <= 0 {
		*n = otherwise
	}
}

// LimitName names one of the [Limits].
type LimitName string

// The names of the limits.
const (
	LimitSize           LimitName = "size"
	LimitDepth          LimitName = "depth"
	LimitAttributes     LimitName = "attributes"
	LimitAttributeValue LimitName = "attribute value"
	LimitOpenAttributes LimitName = "open attributes"
)

// LimitError says that an input exceeds a limit.
type LimitError struct {
	Name   LimitName
	Max    int // the limit that was exceeded
	Offset int // byte offset of where it was
	Line   int // counted from 1
	Column int // in characters, counted from 1
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%d:%d: the document exceeds the limit of %s, %d", e.Line, e.Column, e.Name, e.Max)
}
