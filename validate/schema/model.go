package schema

import "strconv"

// The namespaces that every schema knows.
const (
	// AKNNamespace is the target namespace of Akoma Ntoso 3.0.
	AKNNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	// XMLNamespace is the namespace of xml:lang and its kin.
	XMLNamespace = "http://www.w3.org/XML/1998/namespace"
	// XSDNamespace is the namespace of XML Schema itself and of its built-in types.
	XSDNamespace = "http://www.w3.org/2001/XMLSchema"
	// XSINamespace is the namespace of xsi:type, xsi:nil and the schema locations, which any element may carry.
	XSINamespace = "http://www.w3.org/2001/XMLSchema-instance"
)

// A Name is an expanded name: a namespace (empty for none) and a local part.
type Name struct {
	Space, Local string // the namespace and the local part
}

// String gives the name in Clark notation, without braces where there is no namespace.
func (n Name) String() string {
	if n.Space == "" {
		return n.Local
	}
	return "{" + n.Space + "}" + n.Local
}

// A Schema is a compiled grammar: the element declarations that may be the root of a document, their types, and the
// attributes and types that wildcards and xsi:type can reach. It is immutable and safe for concurrent use. Schemas come from
// [AKN] and [CompileXSD]; the zero value and nil are none, and functions that take a schema may panic on them.
type Schema struct {
	target   string
	symbols  *symbols
	elements []*Element // the global declarations, in schema order
	attrs    []*Attr    // the global attributes, in schema order
	types    []*Type    // the named complex types, in schema order
	simples  []*SimpleType
	bySymbol []globals // by Symbol
	builtins map[string]*Type
}

// globals are the global declarations that share one name. XSD keeps elements, attributes and types apart.
type globals struct {
	element *Element
	attr    *Attr
	typ     *Type
}

// TargetNamespace returns the namespace that the schema is about.
func (s *Schema) TargetNamespace() string { return s.target }

// Elements returns the global element declarations in schema order.
func (s *Schema) Elements() []*Element { return append([]*Element(nil), s.elements...) }

// Attributes returns the global attribute declarations in schema order.
func (s *Schema) Attributes() []*Attr { return append([]*Attr(nil), s.attrs...) }

// Types returns the named complex types in schema order.
func (s *Schema) Types() []*Type { return append([]*Type(nil), s.types...) }

// SimpleTypes returns the named simple types of the schema, without the built-in ones, in schema order.
func (s *Schema) SimpleTypes() []*SimpleType { return append([]*SimpleType(nil), s.simples...) }

// Root returns the global declaration of an element, nil if there is none. It is also what a lax wildcard looks up.
func (s *Schema) Root(space, local string) *Element { return s.Global(s.symbols.lookup(space, local)) }

// RootBytes is Root without a string to make.
func (s *Schema) RootBytes(space, local []byte) *Element { return s.Global(s.Symbol(space, local)) }

// Global is Root for a name that is a symbol already.
func (s *Schema) Global(sym Symbol) *Element {
	if int(sym) >= len(s.bySymbol) {
		return nil
	}
	return s.bySymbol[sym].element
}

// GlobalAttr returns the global declaration of an attribute (xml:lang and its kin, in AKN), nil if there is none.
// An attribute that a lax wildcard lets in is checked against it.
func (s *Schema) GlobalAttr(sym Symbol) *Attr {
	if int(sym) >= len(s.bySymbol) {
		return nil
	}
	return s.bySymbol[sym].attr
}

// TypeNamed returns the type of a name as xsi:type gives it: a named complex type of the schema, or a simple type of the schema or of
// XSD in the clothes of a type. It is nil if there is none.
func (s *Schema) TypeNamed(space, local []byte) *Type {
	if string(space) == XSDNamespace {
		return s.builtins[string(local)]
	}
	sym := s.Symbol(space, local)
	if int(sym) >= len(s.bySymbol) {
		return nil
	}
	return s.bySymbol[sym].typ
}

// IsXSI says whether an attribute is one of the four of [XSINamespace] that every element may carry: type, nil and the
// two schema locations. What else has that namespace is an attribute like any other.
func IsXSI(space, local []byte) bool {
	if string(space) != XSINamespace {
		return false
	}
	switch string(local) {
	case "type", "nil", "schemaLocation", "noNamespaceSchemaLocation":
		return true
	}
	return false
}

// AnyType returns the type of an element that a lax wildcard let in and that no declaration governs: any attributes,
// any text, any children, each checked only where a global declaration exists.
func (s *Schema) AnyType() *Type { return s.builtins["anyType"] }

// An Element is an element declaration.
type Element struct {
	Name     Name
	Symbol   Symbol // of Name
	Type     *Type
	Global   bool // may be a root, may be referred to
	Abstract bool // only members of its substitution group may stand in a document
	Nillable bool // may carry xsi:nil="true" and then must be empty
	// Default and Fixed are value constraints of elements with simple content, nil without one.
	Default, Fixed *string
	// Constraints are the identity constraints that hold among the descendants of such an element.
	Constraints []*Constraint

	block   derivations
	head    *Element // of its substitution group
	final   derivations
	members []*Element // that may stand for it: itself not included
	place   place
}

// BlocksType says whether an element so declared refuses a type that xsi:type names because of how it is derived from
// the declared one.
func (e *Element) BlocksType(t *Type) bool {
	return !t.derivedBy(e.Type, e.block|e.Type.block)
}

// A ContentKind says what stands between the tags of an element.
type ContentKind uint8

// The kinds of content of XSD 1.0 part 1, section 3.4.1. The zero value is none of them.
const (
	_               ContentKind = iota
	ContentEmpty                // nothing at all, not even white space
	ContentSimple               // text that is a value of a simple type
	ContentElements             // elements, and white space between them
	ContentMixed                // elements and text
)

// String gives the name of the kind: "empty", "simple", "elements" or "mixed".
func (k ContentKind) String() string {
	switch k {
	case ContentEmpty:
		return "empty"
	case ContentSimple:
		return "simple"
	case ContentElements:
		return "elements"
	case ContentMixed:
		return "mixed"
	}
	return "ContentKind(" + strconv.Itoa(int(k)) + ")"
}

// derivations is a set of ways in which one type can come from another.
type derivations uint8

const (
	byExtension derivations = 1 << iota
	byRestriction
	bySubstitution
	byList
	byUnion
)

// A Type is the type of an element: its attributes and its content.
type Type struct {
	Name Name  // zero for an anonymous type
	Base *Type // nil for anyType alone
	// Kind says what stands between the tags.
	Kind ContentKind
	// Mixed says whether text may stand between the children: Kind == ContentMixed.
	Mixed bool
	// Content is the automaton of the children. It is never nil; in empty and simple content it takes no child.
	Content *Automaton
	// Simple is the type of the text, nil where Kind is not ContentSimple.
	Simple *SimpleType
	// Attrs are the attributes, in schema order; an Attr knows its own index.
	Attrs []Attr
	// AnyAttr lets other attributes in, nil if none may.
	AnyAttr *Wildcard
	// Abstract types must be replaced by xsi:type.
	Abstract bool

	derivation derivations
	block      derivations
	final      derivations
	model      *particle // the content as written, for Describe and WriteXSD
	own        *particle // what an extension adds
	attrAt     []uint16  // by Symbol: 1 + index in Attrs
	required   []int     // indexes in Attrs
	s          *Schema
	place      place
}

// Attr returns the declaration of an attribute, nil if the type names no such attribute (AnyAttr may still let it in).
func (t *Type) Attr(space, local []byte) *Attr { return t.AttrSymbol(t.s.Symbol(space, local)) }

// AttrSymbol is Attr for a name that is a symbol already.
func (t *Type) AttrSymbol(sym Symbol) *Attr {
	if int(sym) >= len(t.attrAt) {
		return nil
	}
	if i := t.attrAt[sym]; i > 0 {
		return &t.Attrs[i-1]
	}
	return nil
}

// Required returns the indexes in Attrs of the attributes that must be there. The caller must not change it.
func (t *Type) Required() []int { return t.required }

// IsSimple says whether the type is a simple type, which has no attributes, in the clothes of a type.
func (t *Type) IsSimple() bool {
	return t.Simple != nil && t.derivation == 0 && len(t.Attrs) == 0 && t.AnyAttr == nil
}

// DerivedFrom says whether a type is base or comes from it, as xsi:type demands.
func (t *Type) DerivedFrom(base *Type) bool { return t.derivedBy(base, 0) }

// derivedBy says whether a type comes from base without any step that is blocked.
func (t *Type) derivedBy(base *Type, blocked derivations) bool {
	for ; t != nil; t = t.Base {
		if t == base {
			return true
		}
		if t.IsSimple() && base.IsSimple() {
			return t.Simple.derivedFrom(base.Simple) && blocked&byRestriction == 0
		}
		if t.derivation&blocked != 0 {
			return false
		}
	}
	return false
}

// An Attr is the use of an attribute in a type, or a global attribute declaration.
type Attr struct {
	Name     Name
	Symbol   Symbol // of Name
	Index    int    // in Type.Attrs
	Type     *SimpleType
	Required bool // it must be there
	// Default and Fixed are value constraints, nil without one.
	Default, Fixed *string

	ref   bool   // refers to a global declaration
	group string // the group of attributes that brought it, for WriteXSD
	place place
}

// A Process says how much of a schema what a wildcard let in must obey.
type Process uint8

// The values of processContents. The zero value is none of them.
const (
	_       Process = iota
	Strict          // there must be a declaration, and it must be obeyed
	Lax             // a declaration must be obeyed if there is one
	Skipped         // anything well-formed goes
)

// String gives the value as processContents has it: "strict", "lax" or "skip".
func (p Process) String() string {
	switch p {
	case Strict:
		return "strict"
	case Lax:
		return "lax"
	case Skipped:
		return "skip"
	}
	return "Process(" + strconv.Itoa(int(p)) + ")"
}

// A Wildcard stands for names by their namespace alone.
type Wildcard struct {
	Process Process  // how much what it lets in must obey
	not     bool     // all namespaces but those listed
	spaces  []string // sorted; empty string for no namespace
}

// Allows says whether a wildcard lets a namespace in; the empty one is that of names without.
func (w *Wildcard) Allows(space []byte) bool {
	for _, s := range w.spaces {
		if s == string(space) {
			return !w.not
		}
	}
	return w.not
}

// String describes the namespaces in words.
func (w *Wildcard) String() string {
	switch {
	case w.not && len(w.spaces) == 0:
		return "any namespace"
	case w.not && len(w.spaces) == 2 && w.spaces[0] == "":
		return "any namespace but " + w.spaces[1]
	case w.not:
		return "any namespace but " + list(w.spaces, "and")
	}
	return list(w.spaces, "or")
}

func (w *Wildcard) equal(v *Wildcard) bool {
	if w == nil || v == nil {
		return w == v
	}
	return w.Process == v.Process && w.sameSpaces(v)
}

func (w *Wildcard) sameSpaces(v *Wildcard) bool {
	if w.not != v.not || len(w.spaces) != len(v.spaces) {
		return false
	}
	for i, s := range w.spaces {
		if v.spaces[i] != s {
			return false
		}
	}
	return true
}

// A ConstraintKind is one of the three identity constraints of XSD.
type ConstraintKind uint8

// The kinds of identity constraints. The zero value is none of them.
const (
	_      ConstraintKind = iota
	Unique                // no two selected elements have the same fields; an element that lacks one does not count
	Key                   // as Unique, and every selected element has all fields
	KeyRef                // the fields of each selected element are those of some element that Refer selects
)

// String gives the name of the element in XSD: "unique", "key" or "keyref".
func (k ConstraintKind) String() string {
	switch k {
	case Unique:
		return "unique"
	case Key:
		return "key"
	case KeyRef:
		return "keyref"
	}
	return "ConstraintKind(" + strconv.Itoa(int(k)) + ")"
}

// A Constraint is an identity constraint: within an element, the elements that Selector reaches are told apart by what
// Fields reach from them. An attribute counts only where a declaration governs it: not on a foreign element that a
// lax wildcard let in (XSD 1.0 part 1, section 3.11.4, clause 3: a field has a simple type).
type Constraint struct {
	Kind     ConstraintKind
	Name     Name
	Selector []Path      // alternatives
	Fields   [][]Path    // each with alternatives
	Refer    *Constraint // of a KeyRef, else nil
	place    place
	refer    Name
}

// A Path is one alternative of the small XPath of identity constraints: child steps, perhaps after a leap to any
// descendant-or-self (.//), and in a field perhaps an attribute at the end.
type Path struct {
	Descend bool   // it begins with .//
	Steps   []Step // from parent to child
	Attr    *Step  // the attribute at the end, nil if the path ends at an element
}

// A Step is a name test: a name, any name of a namespace (Local is "*"), or any name at all (AnyName).
type Step struct {
	Name    Name
	Symbol  Symbol // of Name; 0 for * and for names the schema does not have
	AnyName bool   // any name at all
}

// Matches says whether a name passes the test.
func (t Step) Matches(space, local []byte) bool {
	return t.AnyName || string(space) == t.Name.Space && (t.Name.Local == "*" || string(local) == t.Name.Local)
}

// EveryDescendant says whether the constraint is of the simple shape that AKN uses: every element below, by one attribute.
// It returns the symbol of the attribute.
func (c *Constraint) EveryDescendant() (attr Symbol, ok bool) {
	if len(c.Selector) != 1 || len(c.Fields) != 1 || len(c.Fields[0]) != 1 {
		return 0, false
	}
	sel, field := c.Selector[0], c.Fields[0][0]
	if !sel.Descend || len(sel.Steps) != 1 || !sel.Steps[0].AnyName {
		return 0, false
	}
	if field.Descend || len(field.Steps) != 0 || field.Attr == nil || field.Attr.Symbol == 0 {
		return 0, false
	}
	return field.Attr.Symbol, true
}

// A place is where in a grammar or an XSD something was declared.
type place struct {
	file string
	line int
}
