package validate

import (
	"fmt"
	"strings"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// How a content model goes on after a fault, so that one mistake gives one finding:
//
//   - A child that cannot stand yet, but could after others: those are missing. The automaton goes on behind the child.
//     Where one of them comes later after all, it was misplaced, and the finding is rewritten to say so.
//   - A child that could have stood earlier, or once: misplaced. The automaton stays where it is.
//   - A child that is strange to its parent, but is an element of the schema: not allowed. The automaton stays; the
//     child may have taken the place of one that is missing now, which is not reported a second time.
//   - A name that the schema does not know: if one that may stand is near, it is taken for that; otherwise nothing in it is
//     checked.

// repair is what a frame remembers of its last fault.
type repair struct {
	// strange children were let in at a state: one child missing there is no news.
	strange  bool
	at       schema.State
	reported schema.Symbol   // the strange child: its like are no news
	unknown  uint32          // the same for a name that the schema does not know, by its hash
	meant    *schema.Element // what that name was taken for
	// wrapper is the element that was forgotten around a strange child or a text: what else belongs into it, from a state of
	// its content on, is no news.
	wrapper *schema.Element
	within  schema.State
	// guessed says that a name was taken for another, and that the automaton stood at a state before.
	guessed bool
	before  schema.State
	// missing are the children reported missing by a finding, in case they come later.
	missing []schema.Name
	finding int
}

// root finds the declaration of the document element.
func (c *checker) root(f *frame, sym schema.Symbol, name *xmlscan.Name) {
	if f.elem = c.schema.Global(sym); f.elem != nil && f.elem.Name.Space == string(name.Space) {
		f.typ = f.elem.Type
		return
	}
	f.elem = nil
	if target := c.schema.TargetNamespace(); string(name.Space) != target && target != "" {
		c.wrongRoot(name)
		return
	}
	all := c.globalNames()
	near := nearest(string(name.Local()), all)
	found := Finding{Message: fmt.Sprintf("<%s> is not an element of %s%s", clip(name.Raw), c.schemaName(), maybe(near))}
	if c.isAKN() {
		found.Fix = "begin the document with <akomaNtoso>"
	}
	c.find("AKN1011", c.place(c.scan.Offset), found)
}

// wrongRoot says which other standard or version a document follows.
func (c *checker) wrongRoot(name *xmlscan.Name) {
	f := Finding{Fix: fmt.Sprintf("declare xmlns=%q on the document element, and check what changed between the versions", c.schema.TargetNamespace())}
	f.Message = fmt.Sprintf("the document element <%s> is %s, which is not supported: the namespace must be %s", clip(name.Raw), versionOf(string(name.Space)), c.schema.TargetNamespace())
	if len(name.Space) == 0 {
		f.Message = fmt.Sprintf("the document element <%s> is in no namespace: it must be in %s", clip(name.Raw), c.schema.TargetNamespace())
		f.Fix = fmt.Sprintf("declare xmlns=%q on the document element", c.schema.TargetNamespace())
	}
	c.find("AKN1010", c.place(c.scan.Offset), f)
}

// versionOf names the version of Akoma Ntoso that a namespace stands for.
func versionOf(space string) string {
	if rest, ok := strings.CutPrefix(space, "http://www.akomantoso.org/"); ok {
		return "in version " + clip(rest) + " of Akoma Ntoso (namespace " + clip(space) + ")"
	}
	if rest, ok := strings.CutPrefix(space, schema.AKNNamespace+"/"); ok {
		return "in draft " + clip(rest) + " of Akoma Ntoso 3.0 (namespace " + clip(space) + ")"
	}
	if rest, ok := strings.CutPrefix(space, "http://docs.oasis-open.org/legaldocml/ns/akn/"); ok {
		return "in version " + clip(rest) + " of Akoma Ntoso (namespace " + clip(space) + ")"
	}
	return "in the namespace " + clip(space)
}

// child finds the declaration of a child and moves the parent's automaton.
func (c *checker) child(parent, f *frame, sym schema.Symbol, name *xmlscan.Name) {
	parent.flags |= hasChild
	if parent.typ == nil {
		return
	}
	if parent.flags&nilled != 0 {
		c.find("AKN1302", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("<%s> must be empty, for it has xsi:nil", c.parentName())})
		return
	}
	next, child, wild, ok := parent.typ.Content.StepSymbol(parent.state, sym, name.Space)
	if !ok && c.isAlias(name) {
		sym = c.targetSymbol(name)
		next, child, wild, ok = parent.typ.Content.StepSymbol(parent.state, sym, []byte(c.schema.TargetNamespace()))
	}
	switch {
	case !ok:
		c.misfit(parent, f, sym, name)
	case child != nil:
		parent.state, parent.last = next, sym
		f.elem, f.typ = child, child.Type
	default:
		parent.state, parent.last = next, sym
		c.throughWildcard(wild, f, sym, name)
	}
	if f.elem != nil && f.elem.Abstract {
		c.find("AKN1302", c.place(c.scan.Offset), Finding{Message: fmt.Sprintf("<%s> is abstract: one of its substitutes must stand here", name.Raw)})
		f.elem, f.typ = nil, nil
	}
}

// throughWildcard finds what governs an element that a wildcard let in.
func (c *checker) throughWildcard(wild *schema.Wildcard, f *frame, sym schema.Symbol, name *xmlscan.Name) {
	if wild.Process == schema.Skipped {
		return
	}
	if f.elem = c.schema.Global(sym); f.elem != nil {
		f.typ = f.elem.Type
		return
	}
	if wild.Process == schema.Lax {
		f.typ = c.schema.AnyType()
		return
	}
	c.find("AKN1105", c.place(c.scan.Offset), Finding{
		Message: fmt.Sprintf("<%s> (namespace %s) has no declaration in the schema, and here it needs one", clip(name.Raw), clip(name.Space)),
	})
}

// misfit explains a child that may not stand where it is, and finds out how to go on.
func (c *checker) misfit(parent, f *frame, sym schema.Symbol, name *xmlscan.Name) {
	content := parent.typ.Content
	elem := content.Element(sym)
	if elem == nil {
		elem = c.schema.Global(sym)
	}
	switch {
	case elem != nil:
		f.elem, f.typ = elem, elem.Type
		if parent.flags&doubtful != 0 {
			return
		}
	case parent.flags&doubtful != 0:
		return
	case sym == 0 || string(name.Space) != c.schema.TargetNamespace():
		c.unknown(parent, f, name)
		return
	}
	r := &parent.repair
	if r.strange && r.reported == sym && r.at == parent.state || r.wrapped(sym) {
		f.flags |= doubtful
		return // as before
	}
	if r.guessed && c.guessAgain(parent, sym) {
		return
	}
	if missing, after, ok := content.Reach(parent.state, sym); ok {
		c.missingBefore(parent, missing, name)
		parent.state, parent.last = after, sym
		return
	}
	if content.Element(sym) != nil {
		c.misplaced(parent, f, sym, name)
		return
	}
	f.flags |= doubtful
	c.strange(parent, sym, name)
}

// missingBefore reports children that are missing before one, unless a strange child has taken the place of the only one.
func (c *checker) missingBefore(parent *frame, missing []schema.Name, name *xmlscan.Name) {
	if parent.repair.strange && parent.repair.at == parent.state && len(missing) == 1 {
		parent.repair.strange = false
		return
	}
	f := Finding{Expected: localNames(missing)}
	f.Message = fmt.Sprintf("%s missing in <%s> before <%s>", areMissing(missing), c.parentName(), clip(name.Raw))
	f.Fix = fmt.Sprintf("put %s before <%s>", elements(missing), clip(name.Raw))
	if len(missing) == 0 {
		f.Message = fmt.Sprintf("<%s> may not stand here in <%s>", clip(name.Raw), c.parentName())
		f.Fix = ""
	}
	c.find("AKN1103", c.place(c.scan.Offset), f)
	parent.repair.missing, parent.repair.finding = missing, len(c.findings)-1
}

// misplaced reports a child that comes too late or too often. If it was reported missing before, that finding is
// rewritten: it was only misplaced.
func (c *checker) misplaced(parent, child *frame, sym schema.Symbol, name *xmlscan.Name) {
	r, elem := &parent.repair, child.elem.Name
	for i, m := range r.missing {
		if m == elem && r.finding < len(c.findings) {
			r.missing = append(r.missing[:i:i], r.missing[i+1:]...)
			f := &c.findings[r.finding]
			if f.Code == "AKN1103" {
				rule, _ := RuleFor("AKN1104")
				f.Code, f.Severity, f.URL = rule.Code, rule.Severity, rule.URL
				f.Message = fmt.Sprintf("%s: <%s> comes later (line %d), and must stand before it", strings.Replace(f.Message, " missing ", " missing here ", 1), elem.Local, c.scan.Position(c.scan.Offset).Line)
				f.Fix = fmt.Sprintf("move <%s> from line %d to this place", elem.Local, c.scan.Position(c.scan.Offset).Line)
			}
			return
		}
	}
	child.flags |= doubtful
	if r.strange && r.reported == sym {
		return
	}
	r.strange, r.at, r.reported = true, parent.state, sym
	f := Finding{Expected: c.expected(parent)}
	last := c.schema.NameOf(parent.last).Local
	switch {
	case parent.last == sym:
		f.Message = fmt.Sprintf("<%s> may stand once in <%s>, and this is another", clip(name.Raw), c.parentName())
		f.Fix = fmt.Sprintf("take one <%s> away, or make one of the two", clip(name.Raw))
	case last == "":
		f.Message = fmt.Sprintf("<%s> may not stand here in <%s>%s", clip(name.Raw), c.parentName(), hereMay(f.Expected))
	default:
		f.Message = fmt.Sprintf("<%s> may not stand after <%s> in <%s>%s", clip(name.Raw), last, c.parentName(), hereMay(f.Expected))
	}
	c.find("AKN1104", c.place(c.scan.Offset), f)
}

// strange reports an element of the schema that its parent never holds.
func (c *checker) strange(parent *frame, sym schema.Symbol, name *xmlscan.Name) {
	r := &parent.repair
	if r.strange && r.reported == sym {
		return
	}
	r.strange, r.at, r.reported = true, parent.state, sym
	f := Finding{Expected: c.expected(parent)}
	f.Message = fmt.Sprintf("<%s> may not stand in <%s>%s", clip(name.Raw), c.parentName(), hereMay(f.Expected))
	r.wrapper, r.within = nil, 0
	if !parent.typ.Mixed { // among words nearly everything has a wrapper, and hardly ever the one that was forgotten
		r.wrapper = c.wrapper(parent, func(e *schema.Element) bool { return begins(e, sym) })
	}
	if r.wrapped(sym) {
		f.Fix = fmt.Sprintf("put <%s> into <%s>", clip(name.Raw), r.wrapper.Name.Local)
	} else if i := c.home(sym); i >= 0 {
		f.Fix = fmt.Sprintf("move <%s> out of <%s>, to where it may stand in <%s>", clip(name.Raw), c.parentName(), clip(c.nameOf(i)))
	}
	c.find("AKN1102", c.place(c.scan.Offset), f)
}

// wrapper is the first element that may stand here and that can hold something.
func (c *checker) wrapper(parent *frame, holds func(*schema.Element) bool) *schema.Element {
	names, _ := parent.typ.Content.Expected(parent.state)
	for _, n := range names {
		if elem := c.schema.Root(n.Space, n.Local); elem != nil && holds(elem) {
			return elem
		}
	}
	return nil
}

// home is the innermost open element around the parent that can hold a child, -1 if there is none.
func (c *checker) home(sym schema.Symbol) int {
	for i := len(c.frames) - 3; i >= 0; i-- {
		if typ := c.frames[i].typ; typ != nil && typ.Content.Element(sym) != nil {
			return i
		}
	}
	return -1
}

// wrapped says whether a child goes on with what belongs into the wrapper that is missing.
func (r *repair) wrapped(sym schema.Symbol) bool {
	if r.wrapper == nil {
		return false
	}
	next, child, _, ok := r.wrapper.Type.Content.StepSymbol(r.within, sym, nil)
	if !ok || child == nil {
		return false
	}
	r.within = next
	return true
}

// guessAgain goes back to where a name was taken for another, if that explains a child that does not fit now.
func (c *checker) guessAgain(parent *frame, sym schema.Symbol) bool {
	r := &parent.repair
	r.guessed = false
	content := parent.typ.Content
	if next, child, _, ok := content.StepSymbol(r.before, sym, nil); ok && child != nil {
		parent.state, parent.last = next, sym
		return true
	}
	if missing, after, ok := content.Reach(r.before, sym); ok && len(missing) == 1 {
		parent.state, parent.last = after, sym
		return true
	}
	return false
}

// begins says whether the content of an element may begin with a child.
func begins(elem *schema.Element, sym schema.Symbol) bool {
	r := repair{wrapper: elem, within: elem.Type.Content.Start()}
	return r.wrapped(sym)
}

// unknown reports a name that the schema does not know: a slip of the pen, another namespace, or something foreign.
func (c *checker) unknown(parent, f *frame, name *xmlscan.Name) {
	switch {
	case string(name.Space) == c.schema.TargetNamespace():
		c.misspelt(parent, f, name)
	case c.schema.Global(c.targetSymbol(name)) != nil && aliasLike(name):
		c.wrongNamespace(parent, f, name)
	default:
		c.foreign(parent, name)
	}
}

// misspelt reports an element that the schema does not have, and takes it for the one that is meant.
func (c *checker) misspelt(parent, f *frame, name *xmlscan.Name) {
	r := &parent.repair
	if hash := fnv(name.Raw); r.unknown != hash {
		r.unknown, r.meant = hash, c.reportMisspelt(parent, name)
	}
	f.flags |= doubtful
	if r.meant != nil {
		f.elem, f.typ = r.meant, r.meant.Type
		if next, child, _, ok := parent.typ.Content.StepSymbol(parent.state, r.meant.Symbol, name.Space); ok && child != nil {
			r.guessed, r.before = true, parent.state
			parent.state, parent.last = next, r.meant.Symbol
			return
		}
	}
	r.strange, r.at = true, parent.state
}

// reportMisspelt returns the element that is meant, nil if no name is near.
func (c *checker) reportMisspelt(parent *frame, name *xmlscan.Name) *schema.Element {
	f := Finding{Expected: c.expected(parent)}
	near := nearest(string(name.Local()), f.Expected)
	if near == "" {
		near = nearest(string(name.Local()), c.globalNames())
	}
	if near != "" {
		f.Fix = fmt.Sprintf("write <%s>", near)
	}
	f.Message = fmt.Sprintf("<%s> is not an element of %s%s", clip(name.Raw), c.schemaName(), maybe(near))
	c.find("AKN1101", c.place(c.scan.Offset), f)
	return c.schema.Root(string(name.Space), near)
}

// aliasLike says whether a namespace was probably meant to be the schema's: none at all, or that of another version.
func aliasLike(name *xmlscan.Name) bool {
	return len(name.Space) == 0 || strings.Contains(string(name.Space), "akomantoso") || strings.Contains(string(name.Space), "legaldocml")
}

func (c *checker) isAlias(name *xmlscan.Name) bool {
	return c.alias != nil && string(name.Space) == string(c.alias)
}

// targetSymbol looks a local name up in the schema's namespace, whatever its own is.
func (c *checker) targetSymbol(name *xmlscan.Name) schema.Symbol {
	return c.schema.Symbol([]byte(c.schema.TargetNamespace()), name.Local())
}

// wrongNamespace reports an element that would be right in the schema's namespace, and takes it, and all others of that
// namespace, for being there.
func (c *checker) wrongNamespace(parent, f *frame, name *xmlscan.Name) {
	if c.alias == nil || !c.isAlias(name) {
		where := "in no namespace"
		if len(name.Space) > 0 {
			where = "in the namespace " + clip(name.Space)
		}
		c.find("AKN1106", c.place(c.scan.Offset), Finding{
			Message: fmt.Sprintf("<%s> is %s: it must be in %s", clip(name.Raw), where, c.schema.TargetNamespace()),
			Fix:     "take the xmlns declaration away, or correct it",
		})
		c.alias = append(c.alias[:0:0], name.Space...)
		if c.alias == nil {
			c.alias = []byte{}
		}
	}
	sym := c.targetSymbol(name)
	elem := c.schema.Global(sym)
	f.elem, f.typ = elem, elem.Type
	if next, child, _, ok := parent.typ.Content.StepSymbol(parent.state, sym, []byte(elem.Name.Space)); ok && child != nil {
		parent.state, parent.last = next, sym
		return
	}
	f.flags |= doubtful
	parent.repair.strange, parent.repair.at = true, parent.state
}

// foreign reports an element of another namespace where none may stand. Nothing in it is checked.
func (c *checker) foreign(parent *frame, name *xmlscan.Name) {
	hash := fnv(name.Raw)
	if parent.repair.unknown == hash {
		return
	}
	parent.repair.unknown = hash
	if _, child, _, ok := parent.typ.Content.StepSymbol(parent.state, c.targetSymbol(name), nil); ok && child != nil {
		parent.repair.strange, parent.repair.at = true, parent.state // perhaps it was meant to be the one
	}
	f := Finding{Expected: c.expected(parent)}
	f.Message = fmt.Sprintf("<%s> (%s) may not stand in <%s>: no foreign element may%s", clip(name.Raw), inSpace(name.Space), c.parentName(), hereMay(f.Expected))
	if c.isAKN() {
		f.Fix = "move it into <proprietary> or <presentation>, which hold foreign elements"
	}
	c.find("AKN1105", c.place(c.scan.Offset), f)
}

// finish checks an element at its end tag.
func (c *checker) finish(f *frame) {
	if f.flags&nilled != 0 {
		return
	}
	if f.typ.Kind == schema.ContentSimple {
		c.simpleContent(f)
		return
	}
	if f.elem != nil && f.elem.Fixed != nil {
		c.fixedMixed(f)
	}
	content := f.typ.Content
	if content.Accepting(f.state) || f.flags&doubtful != 0 {
		return
	}
	missing, ok := content.Finish(f.state)
	if !ok || f.repair.strange && f.repair.at == f.state && len(missing) == 1 {
		return
	}
	expected := c.completing(f, len(missing))
	found := Finding{Expected: expected}
	name := clip(c.scan.Name.Raw)
	if len(expected) > 1 && len(missing) == 1 {
		found.Message = fmt.Sprintf("<%s> ends too early: one of %s is missing", name, list(expected, maxListed))
		found.Fix = fmt.Sprintf("put one of them before </%s>", name)
	} else {
		found.Message = fmt.Sprintf("<%s> ends too early: %s missing", name, areMissing(missing))
		found.Fix = fmt.Sprintf("put %s before </%s>", elements(missing), name)
	}
	c.find("AKN1103", c.place(c.scan.Offset), found)
}

// expected lists the names that may stand next.
func (c *checker) expected(f *frame) []string {
	names, wilds := f.typ.Content.Expected(f.state)
	out := localNames(names)
	for range wilds {
		return append(out, "foreign elements")
	}
	return out
}

// completing lists those of the names that may stand next that bring the content nearer to its end, of which so many steps
// are missing.
func (c *checker) completing(f *frame, steps int) (out []string) {
	content := f.typ.Content
	names, _ := content.Expected(f.state)
	for _, n := range names {
		next, _, _, ok := content.Step(f.state, []byte(n.Space), []byte(n.Local))
		if rest, done := content.Finish(next); ok && done && len(rest) < steps {
			out = append(out, n.Local)
		}
	}
	return out
}

func (c *checker) globalNames() []string {
	elements := c.schema.Elements()
	names := make([]string, len(elements))
	for i, e := range elements {
		names[i] = e.Name.Local
	}
	return names
}

func (c *checker) isAKN() bool { return c.schema.TargetNamespace() == schema.AKNNamespace }

// schemaName is what a message calls the schema.
func (c *checker) schemaName() string {
	if c.isAKN() {
		return "Akoma Ntoso"
	}
	return "the schema"
}

// parentName is the name of the element around the current one.
func (c *checker) parentName() string { return clip(c.nameOf(len(c.frames) - 2)) }
