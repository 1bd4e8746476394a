package validate

import (
	"bytes"
	"iter"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
)

// A Visitor sees a document go by, for one rule. Any function may be nil. What it is given is valid during the call only.
type Visitor struct {
	Start func(*Element)    // at each start tag
	Text  func(text []byte) // at each piece of character data
	End   func(*Element)    // at each end tag, without attributes
	Done  func()            // at the end of a well-formed document
}

// A Pass is the check of one document by one rule.
type Pass struct {
	rule *Rule
	c    *checker
}

// An Element is what a visitor sees of an element.
type Element struct {
	c    *checker
	name *xmlscan.Name
}

// Is says whether the element is the one of Akoma Ntoso that is so named.
func (e *Element) Is(local string) bool {
	return string(e.name.Local()) == local && string(e.name.Space) == e.c.schema.TargetNamespace()
}

// Local returns the name without its prefix.
func (e *Element) Local() string { return string(e.name.Local()) }

// Space returns the namespace.
func (e *Element) Space() string { return string(e.name.Space) }

// Foreign says whether the element is not one of Akoma Ntoso.
func (e *Element) Foreign() bool { return string(e.name.Space) != e.c.schema.TargetNamespace() }

// Attr returns the value of an attribute without a namespace.
func (e *Element) Attr(local string) (string, bool) {
	for i := range e.c.scan.Attrs {
		a := &e.c.scan.Attrs[i]
		if len(a.Space) == 0 && string(a.Local()) == local {
			return string(a.Value), true
		}
	}
	return "", false
}

// Attrs goes through the attributes without a namespace, in the order of the document: name and value.
func (e *Element) Attrs() iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		for i := range e.c.scan.Attrs {
			a := &e.c.scan.Attrs[i]
			if len(a.Space) == 0 && !yield(string(a.Local()), string(a.Value)) {
				return
			}
		}
	}
}

// Depth counts the elements around this one.
func (e *Element) Depth() int { return len(e.c.frames) - 1 }

// Parent returns the local name of the nth element around this one (1 is its parent), empty if there is none.
func (e *Element) Parent(n int) string {
	i := len(e.c.frames) - 1 - n
	if i < 0 || n < 0 {
		return ""
	}
	raw := e.c.nameOf(i)
	return string(raw[bytes.IndexByte(raw, ':')+1:])
}

// A Place is where a finding is: keep it to report later, in Done. It has Line, Column, UTF16Column and Offset, as a
// [Finding] has them.
type Place struct {
	xmlscan.Position
	Path, EID string // as a Finding has them
}

// Here is the place of the current event.
func (p *Pass) Here() Place { return p.c.place(p.c.scan.Offset) }

// At is the place of an attribute of the current start tag: of its value.
func (p *Pass) At(attribute string) Place {
	for i := range p.c.scan.Attrs {
		a := &p.c.scan.Attrs[i]
		if len(a.Space) == 0 && string(a.Local()) == attribute {
			return p.c.place(a.ValueOffset)
		}
	}
	return p.Here()
}

// Report adds a finding of the rule. Fields of f that the place or the rule gives need not be set.
func (p *Pass) Report(at Place, f Finding) {
	f.Code, f.Severity, f.URL = p.rule.Code, p.rule.Severity, p.rule.URL
	p.c.add(at, f)
}
