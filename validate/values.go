package validate

import (
	"bytes"
	"fmt"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// attributes checks the attributes of a start tag.
func (c *checker) attributes(f *frame) {
	c.instance(f)
	if f.typ == nil {
		return
	}
	if c.tag++; c.tag == 0 {
		clear(c.seen)
		c.tag = 1
	}
	if n := len(f.typ.Attrs); n > len(c.seen) {
		c.seen = make([]uint32, max(n, 64))
	}
	typ, unknown := f.typ, -1
	for i := range c.scan.Attrs {
		a := &c.scan.Attrs[i]
		sym := c.symbol(&a.Name)
		decl := typ.AttrSymbol(sym)
		switch {
		case decl != nil:
			c.seen[decl.Index] = c.tag
			c.attributeValue(decl, a)
		case schema.IsXSI(a.Space, a.Local()):
		case typ.AnyAttr != nil && typ.AnyAttr.Allows(a.Space):
			c.wildAttribute(typ, sym, a)
		case f.flags&doubtful != 0:
		case unknown < 0 && len(a.Space) == 0:
			unknown = i // perhaps one that is missing, misnamed
		default:
			c.unknownAttribute(typ, a, nil)
		}
	}
	if f.flags&doubtful == 0 {
		c.missingAttributes(typ, unknown)
	}
}

// missingAttributes reports the attributes that are missing, and one that is unknown. Where there is one of each, that
// is one mistake.
func (c *checker) missingAttributes(typ *schema.Type, unknown int) {
	var only *schema.Attr
	count := 0
	for _, i := range typ.Required() {
		if c.seen[i] != c.tag {
			count++
			only = &typ.Attrs[i]
		}
	}
	if unknown >= 0 {
		if count != 1 {
			only = nil
		}
		if c.unknownAttribute(typ, &c.scan.Attrs[unknown], only); only != nil {
			return
		}
	}
	for _, i := range typ.Required() {
		if c.seen[i] != c.tag {
			c.missingAttribute(typ, i)
		}
	}
}

// attributeValue judges the value of a declared attribute.
func (c *checker) attributeValue(decl *schema.Attr, a *xmlscan.Attr) {
	if r := decl.Type.Check(a.Value); r != nil {
		c.badValue(decl, a, r)
		return
	}
	if decl.Fixed != nil && !decl.Type.Equal(a.Value, []byte(*decl.Fixed)) {
		c.find("AKN1204", c.place(a.ValueOffset), Finding{
			Message:  fmt.Sprintf("the value %q of the attribute %s must be %q", clip(a.Value), clip(a.Raw), *decl.Fixed),
			Expected: []string{*decl.Fixed}, Fix: fmt.Sprintf("write %s=%q, or leave the attribute out", clip(a.Raw), *decl.Fixed),
		})
		return
	}
	if c.ids.track(decl.Symbol) {
		c.identify(decl, a)
	}
	if role := decl.Type.IDRole(); role != schema.NoID {
		c.documentID(role, a.Value, a.ValueOffset)
	}
	if decl.Type.IsQName() {
		c.qualified(a)
	}
}

// badValue explains a value that is none of its type.
func (c *checker) badValue(decl *schema.Attr, a *xmlscan.Attr, r *schema.Reason) {
	f := Finding{Expected: r.Expected}
	f.Message = fmt.Sprintf("the value %q of the attribute %s of <%s> %s", clip(a.Value), clip(a.Raw), clip(c.scan.Name.Raw), r.Error())
	if near := nearest(string(a.Value[:min(len(a.Value), longestName)]), r.Expected); near != "" {
		f.Fix = fmt.Sprintf("write %s=%q", clip(a.Raw), near)
	}
	c.find("AKN1203", c.place(a.ValueOffset), f)
}

// wildAttribute judges an attribute that a wildcard lets in.
func (c *checker) wildAttribute(typ *schema.Type, sym schema.Symbol, a *xmlscan.Attr) {
	decl := c.schema.GlobalAttr(sym)
	switch {
	case typ.AnyAttr.Process == schema.Skipped:
	case decl != nil:
		c.attributeValue(decl, a)
	case typ.AnyAttr.Process == schema.Strict:
		c.find("AKN1201", c.place(a.NameOffset), Finding{Message: fmt.Sprintf("the attribute %s (%s) has no declaration in the schema, and here it needs one", clip(a.Raw), inSpace(a.Space))})
	}
}

// unknownAttribute reports an attribute that the element does not have; missing is one that it must have and has not, if it is
// the only one.
func (c *checker) unknownAttribute(typ *schema.Type, a *xmlscan.Attr, missing *schema.Attr) {
	f := Finding{}
	for i := range typ.Attrs {
		f.Expected = append(f.Expected, attrName(&typ.Attrs[i]))
	}
	f.Message = fmt.Sprintf("<%s> has no attribute %s", clip(c.scan.Name.Raw), clip(a.Raw))
	switch near := nearest(string(a.Raw[:min(len(a.Raw), longestName+1)]), f.Expected); {
	case missing != nil:
		f.Message += fmt.Sprintf(": %s is missing, which it must have", attrName(missing))
		f.Fix = fmt.Sprintf("write %s, whose value is %s", attrName(missing), missing.Type.Describe())
	case near != "" && near != string(a.Raw):
		f.Message += ": is " + near + " meant?"
		f.Fix = "write " + near
	case len(a.Space) > 0:
		f.Message += fmt.Sprintf(" (%s): no foreign attribute may stand here", inSpace(a.Space))
	case len(f.Expected) == 0:
		f.Message += ", or any other"
	}
	c.find("AKN1201", c.place(a.NameOffset), f)
}

// attrName writes a name as documents do.
func attrName(a *schema.Attr) string {
	if a.Name.Space == schema.XMLNamespace {
		return "xml:" + a.Name.Local
	}
	return a.Name.Local
}

func (c *checker) missingAttribute(typ *schema.Type, i int) {
	decl := &typ.Attrs[i]
	name := attrName(decl)
	f := Finding{Expected: []string{name}}
	f.Message = fmt.Sprintf("<%s> must have the attribute %s", clip(c.scan.Name.Raw), name)
	f.Fix = fmt.Sprintf("add %s, whose value is %s", name, decl.Type.Describe())
	c.find("AKN1202", c.place(c.scan.Offset), f)
}

// instance obeys xsi:type and xsi:nil.
func (c *checker) instance(f *frame) {
	for i := range c.scan.Attrs {
		a := &c.scan.Attrs[i]
		if len(a.Space) == 0 || string(a.Space) != schema.XSINamespace {
			continue
		}
		switch string(a.Local()) {
		case "type":
			c.instanceType(f, a)
		case "nil":
			c.instanceNil(f, a)
		}
		if f.typ == nil {
			return
		}
	}
	if f.typ.Abstract {
		c.find("AKN1302", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("the type of <%s> is abstract: xsi:type must name one of its kind", clip(c.scan.Name.Raw))})
		f.typ = nil
	}
}

func (c *checker) instanceType(f *frame, a *xmlscan.Attr) {
	value := bytes.TrimSpace(a.Value)
	prefix, local := splitName(value)
	space, ok := c.scan.Lookup(prefix)
	var typ *schema.Type
	if ok {
		typ = c.schema.TypeNamed(space, local)
	}
	problem := ""
	switch {
	case typ == nil:
		problem = "names no type"
	case f.elem != nil && !typ.DerivedFrom(f.typ):
		problem = "is not a kind of the type that the element has"
	case f.elem != nil && f.elem.BlocksType(typ):
		problem = "is a type that the element does not admit"
	default:
		f.typ = typ
		return
	}
	c.find("AKN1302", c.place(a.ValueOffset), Finding{Message: fmt.Sprintf("the value %q of xsi:type %s", clip(a.Value), problem)})
}

func (c *checker) instanceNil(f *frame, a *xmlscan.Attr) {
	switch value := string(bytes.TrimSpace(a.Value)); {
	case value != "true" && value != "1" && value != "false" && value != "0":
		c.find("AKN1302", c.place(a.ValueOffset), Finding{Message: fmt.Sprintf("the value %q of xsi:nil is not true or false", clip(a.Value)), Expected: []string{"true", "false"}})
	case f.elem != nil && !f.elem.Nillable:
		c.find("AKN1302", c.place(a.NameOffset), Finding{Message: fmt.Sprintf("<%s> must not have xsi:nil: it has no null value", clip(c.scan.Name.Raw))})
	case value == "true" || value == "1":
		f.flags |= nilled
	}
}

func splitName(b []byte) (prefix, local []byte) {
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		return b[:i], b[i+1:]
	}
	return nil, b
}

// qualified judges the prefix of a value that is a qualified name.
func (c *checker) qualified(a *xmlscan.Attr) {
	prefix, _ := splitName(bytes.TrimSpace(a.Value))
	if _, ok := c.scan.Lookup(prefix); !ok {
		c.find("AKN1203", c.place(a.ValueOffset), Finding{Message: fmt.Sprintf("the value %q of the attribute %s has a prefix that is not declared", clip(a.Value), clip(a.Raw))})
	}
}

// characters judges text that does not stand in mixed content.
func (c *checker) characters(f *frame) {
	switch {
	case c.stray.why != "":
		c.strayText(c.stray.why)
	case f.flags&textReported != 0, f.flags&doubtful != 0 && f.typ.Kind != schema.ContentSimple:
	case f.repair.wrapper != nil && f.repair.wrapper.Type.Mixed:
	case f.flags&nilled != 0:
		c.strayText("must be empty, for it has xsi:nil")
	case f.typ.Kind == schema.ContentSimple:
		if f.flags&hasText == 0 {
			c.value = c.value[:0]
		}
		c.value = append(c.value, c.scan.Text...)
	case f.typ.Kind == schema.ContentEmpty:
		c.strayText("must be empty")
	case !c.scan.White:
		c.strayText("holds elements alone")
	}
}

// stray is text where none may stand. It comes in pieces, and is reported when the next tag comes.
type stray struct {
	why  string // empty where there is none
	text []byte // its beginning
	at   Place  // of its first character that is not white
}

// strayText keeps a piece of text where none may stand.
func (c *checker) strayText(why string) {
	s := &c.stray
	text := c.scan.Text
	if lead := len(text) - len(bytes.TrimLeft(text, whiteSpace)); len(s.text) == 0 {
		if s.why == "" || lead < len(text) {
			s.at = c.place(c.scan.Offset + int64(lead%len(text)))
		}
	}
	s.why = why
	if len(s.text) == 0 {
		text = bytes.TrimLeft(text, whiteSpace)
	}
	s.text = append(s.text, text[:min(len(text), maxStray-len(s.text))]...)
}

// maxStray is enough of a stray text to see that there is more than is quoted.
const maxStray = 2 * maxQuoted

const whiteSpace = " \t\r\n"

// settle reports stray text, once for each element.
func (c *checker) settle() {
	s := &c.stray
	if s.why == "" || len(c.frames) == 0 {
		return
	}
	f := &c.frames[len(c.frames)-1]
	f.flags |= textReported
	found := Finding{}
	name := clip(c.nameOf(len(c.frames) - 1))
	if text := bytes.Trim(s.text, whiteSpace); len(text) == 0 {
		found.Message = fmt.Sprintf("white space may not stand in <%s>, which %s", name, s.why)
		found.Fix = fmt.Sprintf("write <%s/>", name)
	} else {
		found.Message = fmt.Sprintf("the text %q may not stand in <%s>, which %s", clip(text), name, s.why)
		if f.typ.Kind == schema.ContentElements && f.flags&nilled == 0 {
			found.Expected = c.expected(f)
			if wrapper := c.wrapper(f, func(e *schema.Element) bool { return e.Type.Mixed }); wrapper != nil {
				found.Fix = fmt.Sprintf("put the text into <%s>", wrapper.Name.Local)
				f.repair.wrapper, f.repair.within = wrapper, wrapper.Type.Content.Start()
				f.repair.strange, f.repair.at = true, f.state
			}
		}
	}
	c.find("AKN1107", s.at, found)
	s.why, s.text = "", s.text[:0]
}

// simpleContent judges the text of an element with simple content.
func (c *checker) simpleContent(f *frame) {
	if f.flags&hasText == 0 {
		c.value = c.value[:0]
		if f.elem != nil && f.elem.Default != nil {
			return
		}
		if f.elem != nil && f.elem.Fixed != nil {
			return
		}
	}
	if f.flags&hasChild != 0 {
		return // reported, and the text is cut in pieces
	}
	if r := f.typ.Simple.Check(c.value); r != nil {
		c.find("AKN1301", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("the text %q of <%s> %s", clip(c.value), clip(c.scan.Name.Raw), r.Error()), Expected: r.Expected})
		return
	}
	if f.elem != nil && f.elem.Fixed != nil && !f.typ.Simple.Equal(c.value, []byte(*f.elem.Fixed)) {
		c.find("AKN1301", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("the text %q of <%s> must be %q", clip(c.value), clip(c.scan.Name.Raw), *f.elem.Fixed), Expected: []string{*f.elem.Fixed}})
		return
	}
	if role := f.typ.Simple.IDRole(); role != schema.NoID {
		c.documentID(role, c.value, c.scan.Offset)
	}
}

// fixedMixed: an element with a fixed value holds no elements; its text, which is not kept, is judged by its being there.
func (c *checker) fixedMixed(f *frame) {
	if f.flags&hasChild != 0 {
		c.find("AKN1301", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("<%s> must hold the text %q and no element", clip(c.scan.Name.Raw), *f.elem.Fixed)})
	}
}
