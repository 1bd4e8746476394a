package akn

import (
	"iter"

	"github.com/beevik/etree"
)

// View is what all views have: the element they are of. A view is a value to
// pass around; what its setters change is the element, in the tree. The zero
// View stands for an element that is not there.
type View struct{ element *etree.Element }

// Element returns the element, nil for the zero view.
func (v View) Element() *etree.Element { return v.element }

// Exists reports whether there is an element.
func (v View) Exists() bool { return v.element != nil }

// EID returns the eId.
func (v View) EID() string { return Attr(v.element, "eId") }

// Text returns the text of the element, as [Text] does.
func (v View) Text() string { return Text(v.element) }

// Path returns the place of the element in the tree, for messages:
// akomaNtoso/statement/mainBody/paragraph[3].
func (v View) Path() string { return Path(v.element) }

// Viewer is any of the views of this package.
type Viewer interface {
	~struct{ View }
	names() []string
}

// As returns the view of e, and whether e is an element the view is made for.
//
//	if p, ok := akn.As[akn.Paragraph](e); ok { ... }
func As[V Viewer](e *etree.Element) (V, bool) {
	var zero V
	if !Is(e, zero.names()...) {
		return zero, false
	}
	return V(struct{ View }{View{e}}), true
}

// Each returns the views of their kind at or below e, in document order.
//
//	for ref := range akn.Each[akn.Ref](doc.Body()) { ... }
func Each[V Viewer](e *etree.Element) iter.Seq[V] {
	return func(yield func(V) bool) {
		var zero V
		for x := range Find(e, zero.names()...) {
			if !yield(V(struct{ View }{View{x}})) {
				return
			}
		}
	}
}

// firstView returns the view at the end of a path of first children.
func firstView[V Viewer](e *etree.Element, path ...string) V {
	v, _ := As[V](First(e, path...))
	return v
}

// viewsOf returns the views among the children of e.
func viewsOf[V Viewer](e *etree.Element) []V {
	var zero V
	children := Children(e, zero.names()...)
	views := make([]V, len(children))
	for i, c := range children {
		views[i] = V(struct{ View }{View{c}})
	}
	return views
}

// Statement returns the view of [Document.Main].
func (d *Document) Statement() Statement {
	v, _ := As[Statement](d.Main())
	return v
}

// Recitals returns the recitals of the document, in order.
func (d *Document) Recitals() iter.Seq[Recital] {
	return func(yield func(Recital) bool) {
		for preamble := range Find(d.Root(), "preamble") {
			for _, r := range viewsOf[Recital](preamble) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Paragraphs returns the paragraphs of the document, those of annexes and
// sections included, in order. Paragraphs within paragraphs come after them.
func (d *Document) Paragraphs() iter.Seq[Paragraph] { return Each[Paragraph](d.Root()) }

// Notes returns the notes of the authors, in the order of their places.
func (d *Document) Notes() iter.Seq[Note] { return Each[Note](d.Root()) }

// Refs returns the references in the text, in order.
func (d *Document) Refs() iter.Seq[Ref] { return Each[Ref](d.Root()) }

// Attachments returns the annexes and other attachments, in order.
func (d *Document) Attachments() iter.Seq[Attachment] { return Each[Attachment](d.Root()) }

// Sections returns the divisions of the text that have headings, in order.
func (d *Document) Sections() iter.Seq[Section] { return Each[Section](d.Root()) }
