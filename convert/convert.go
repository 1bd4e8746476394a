package convert

import (
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert/internal/compose"
	"github.com/ntoso/ntoso/convert/internal/layout"
	"github.com/ntoso/ntoso/convert/internal/render"
	"github.com/ntoso/ntoso/convert/internal/source"
)

// FromText converts the text of a resolution, or of any other document, to AKN4UN. Every UTF-8 text that XML can
// hold converts; the report says what was recognised and what was not. The error is a [*TextError], a [*LimitError]
// or an [*OptionError], and there is no document then.
func FromText(src []byte, opts Options) (*akn.Document, *Report, error) {
	parsed, err := opts.parse()
	if err != nil {
		return nil, nil, err
	}
	if err := check(src, opts.limit()); err != nil {
		return nil, nil, err
	}
	r := layout.Read(source.Read(string(src), parsed.dialect), layout.Options{Lang: parsed.lang, Symbol: parsed.symbol})
	doc, r := compose.Compose(r, compose.Options{Actor: opts.Actor, Symbol: opts.Symbol})
	return doc, newReport(r, doc), nil
}

// Text returns the text of a document. Of a document that [FromText] made, and of one that was edited since, it is
// the source text but for the edits, byte for byte; of any other AKN document, and after [Strip], it is canonical:
// blocks a blank line apart, notes at the end, no pages. The error is [ErrNoDocument] or [ErrNotAKN].
func Text(doc *akn.Document) ([]byte, error) {
	if doc == nil || doc.Root() == nil {
		return nil, ErrNoDocument
	}
	if akn.Local(doc.Root()) == "" {
		return nil, ErrNotAKN
	}
	return []byte(render.Text(doc.Root())), nil
}

// Strip returns a copy of the document without its layout layer: without the attributes that say how the source was
// laid out, and without its line and page ends. Of no document the copy is empty.
func Strip(doc *akn.Document) *akn.Document {
	clean := doc.Copy()
	if root := clean.Root(); root != nil {
		compose.Strip(root)
	}
	return clean
}
