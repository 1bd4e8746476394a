// Package compose builds the AKN tree of a resolution and the layout layer that gives its text back.
package compose

import (
	"strconv"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/inline/cite"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// Options are what the caller decides of the document's metadata.
type Options struct {
	// Actor is the actor in IRIs; "unga" and its like, by the organ, if empty.
	Actor string
	// Symbol is the document's symbol where the text has none.
	Symbol string
}

// A composer builds one document.
type composer struct {
	*layout.Resolution
	// issued is the whole document: its masthead serves each of the lettered resolutions in it.
	issued   *layout.Resolution
	opts     Options
	doc      *akn.Document
	root     *etree.Element
	main     *etree.Element
	body     *etree.Element
	starts   map[*etree.Element]int          // where the text of each block begins
	texts    map[*etree.Element]*layout.Text // what each block was made of
	tables   map[*etree.Element]*layout.Text // what each table was made of
	notes    map[*layout.Note]*etree.Element
	terms    *references
	identity *work
	cited    map[*layout.Text][]cite.Citation
	dates    map[string]string         // of documents that are cited, by symbol
	targets  map[*etree.Element]string // the symbol of what each ref cites
	next     map[string]int            // counters of identifiers
	votes    *votes
	// linking reports that the source links what it cites: most of its citations, decisions apart, are links.
	linking bool
	pages   []pageEnd
}

// Compose builds the document of r. It returns the resolution, too, with the remarks made on the way; that is another
// one where the text could only be kept whole.
func Compose(r *layout.Resolution, opts Options) (*akn.Document, *layout.Resolution) {
	c := newComposer(r, opts)
	c.document()
	if !c.fit() {
		c = newComposer(verbatim(r), opts)
		c.document()
		c.fit()
	}
	c.comment()
	return c.doc, c.Resolution
}

func newComposer(r *layout.Resolution, opts Options) *composer {
	return &composer{
		Resolution: r, issued: r, opts: opts,
		starts:  map[*etree.Element]int{},
		texts:   map[*etree.Element]*layout.Text{},
		tables:  map[*etree.Element]*layout.Text{},
		notes:   map[*layout.Note]*etree.Element{},
		terms:   newReferences(),
		cited:   map[*layout.Text][]cite.Citation{},
		dates:   map[string]string{},
		targets: map[*etree.Element]string{},
		next:    map[string]int{},
		votes:   &votes{},
		pages:   pageEnds(r),
	}
}

// verbatim is the resolution whose parts could not be composed exactly: one text that holds everything.
func verbatim(r *layout.Resolution) *layout.Resolution {
	plain := &source.Document{Src: r.Source.Src, Dialect: r.Source.Dialect, LineEnd: r.Source.LineEnd, Pages: []*source.Page{{End: len(r.Source.Src)}}}
	v := &layout.Resolution{Source: plain, Lang: r.Lang, Reason: r.Reason, Words: r.Words, Class: "document", Whole: true}
	v.Remarks = append(r.Remarks, layout.Remark{Code: layout.Verbatim, Message: "the text is kept as it is, without structure"})
	return v
}

// document builds the tree, the metadata last because they name what the content refers to.
func (c *composer) document() {
	c.root = etree.NewElement("akomaNtoso")
	c.root.CreateAttr("xmlns", akn.Namespace)
	c.root.CreateAttr("xmlns:"+layer.Prefix, layer.Namespace)
	c.root.CreateAttr("xmlns:akn4un", "http://un.org/akn4un")
	c.main = c.root.CreateElement(c.element())
	c.main.CreateAttr("name", c.Class)
	c.main.CreateAttr("contains", "originalVersion")
	meta := c.main.CreateElement("meta")
	c.cite()
	c.cover()
	c.preface()
	if len(c.Letters) > 0 {
		c.collection()
	} else {
		c.parts()
	}
	c.settle()
	c.meta(meta)
	c.doc = akn.New(c.root)
	akn.AssignEIDs(c.doc)
}

// parts writes the parts of a resolution after the preface.
func (c *composer) parts() {
	c.preamble()
	c.mainBody()
	c.conclusions()
	c.attachments()
}

// element is the document element of the class.
func (c *composer) element() string {
	switch {
	case len(c.Letters) > 0:
		return "documentCollection"
	case c.Class == "amendment":
		return "amendment"
	}
	return "statement"
}

// settle writes the layout of the whole document.
func (c *composer) settle() {
	layer.Set(c.body, layer.Dialect, c.Source.Dialect.String())
	if pages := c.Source.Pages; len(pages) > 0 {
		layer.Put(c.body, layer.Margin, strconv.Itoa(pages[0].Margin), "0")
	}
	layer.Put(c.body, layer.LineEnd, c.Source.LineEnd, "\n")
	for note, e := range c.notes {
		c.foot(note, e)
	}
}

// count returns the next number of the named counter.
func (c *composer) count(name string) string {
	c.next[name]++
	return strconv.Itoa(c.next[name])
}

// add makes a child element with attributes given as names and values in turn; an empty value leaves its attribute out.
func add(parent *etree.Element, name string, attrs ...string) *etree.Element {
	e := parent.CreateElement(name)
	set(e, attrs...)
	return e
}

func set(e *etree.Element, attrs ...string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			e.CreateAttr(attrs[i], attrs[i+1])
		}
	}
}
