package akn

import "github.com/beevik/etree"

// Document is an XML document, in the first place an Akoma Ntoso one.
type Document struct {
	tree   *etree.Document
	places *places // nil if they were not kept
}

// New returns a document around a root element. The root is taken out of the
// tree it is in. If it is unprefixed and declares no default namespace, it
// gets that of Akoma Ntoso.
func New(root *etree.Element) *Document {
	tree := newTree()
	if root == nil {
		return &Document{tree: tree}
	}
	if _, ok := LookupAttr(root, "xmlns"); !ok && root.Space == "" {
		root.CreateAttr("xmlns", Namespace)
	}
	tree.SetRoot(root)
	return &Document{tree: tree}
}

// newTree returns an empty tree whose own writer, should it be used, also
// writes what a parser would change as references.
func newTree() *etree.Document {
	tree := etree.NewDocument()
	tree.WriteSettings.CanonicalText = true
	tree.WriteSettings.CanonicalAttrVal = true
	return tree
}

// Etree returns the tree itself. Comments and processing instructions before
// and after the root element are its children. It is nil where there is no
// document.
func (d *Document) Etree() *etree.Document {
	if d == nil {
		return nil
	}
	return d.tree
}

// Root returns the root element, akomaNtoso in an Akoma Ntoso document. It is
// nil if there is none.
func (d *Document) Root() *etree.Element {
	if d == nil || d.tree == nil {
		return nil
	}
	return d.tree.Root()
}

// Copy returns a deep copy.
func (d *Document) Copy() *Document {
	if d == nil || d.tree == nil {
		return &Document{}
	}
	return &Document{tree: d.tree.Copy()}
}

// Main returns the document proper: the statement, act, amendment or other
// element under akomaNtoso. It is nil if there is none.
func (d *Document) Main() *etree.Element {
	if !Is(d.Root(), "akomaNtoso") {
		return nil
	}
	for _, c := range Children(d.Root()) {
		if Local(c) != "components" {
			return c
		}
	}
	return nil
}

// Meta returns the meta element of [Document.Main], or nil.
func (d *Document) Meta() *etree.Element { return First(d.Main(), "meta") }

// Body returns the body of [Document.Main] (mainBody, body, amendmentBody,
// collectionBody, debateBody, judgmentBody or portionBody), or nil.
func (d *Document) Body() *etree.Element { return bodyOf(d.Main()) }

func bodyOf(main *etree.Element) *etree.Element {
	bodies := Children(main, "mainBody", "body", "amendmentBody", "collectionBody",
		"debateBody", "judgmentBody", "portionBody")
	if len(bodies) == 0 {
		return nil
	}
	return bodies[0]
}

// ByEID returns the first Akoma Ntoso element with the eId, or nil. It looks
// through the document; see [Document.EIDs] for many questions.
func (d *Document) ByEID(id string) *etree.Element {
	if id == "" {
		return nil
	}
	for e, local := range Walk(d.Root()) {
		if local != "" && Attr(e, "eId") == id {
			return e
		}
	}
	return nil
}

// EIDs returns the Akoma Ntoso elements by their eIds, as they are now. Of
// two elements with one eId it has the first.
func (d *Document) EIDs() map[string]*etree.Element {
	ids := map[string]*etree.Element{}
	for e, local := range Walk(d.Root()) {
		if local == "" {
			continue
		}
		if id := Attr(e, "eId"); id != "" && ids[id] == nil {
			ids[id] = e
		}
	}
	return ids
}
