package validate

import (
	"errors"
	"io"

	"github.com/ntoso/ntoso/validate/internal/xmlscan"
	"github.com/ntoso/ntoso/validate/schema"
)

// Options say how to check. The zero value is for Akoma Ntoso 3.0 with the profile that the document asks for.
type Options struct {
	// Profile is the set of rules. Auto finds out.
	Profile Profile
	// Grammar is what to check against: nil for that of Akoma Ntoso 3.0. Others come from schema.CompileXSD; a
	// schema.Schema that was made otherwise is none, and checking against it may panic.
	Grammar *schema.Schema
	// Extra are rules of the caller, beside those of the profile; they see the document through Rule.Visit.
	Extra []Rule
	// Suppress are codes whose findings are left out of the report, each with the reason. They are in Report.Suppressed.
	Suppress map[string]string
	// Strict judges a document without regard to what it suppresses in itself; see Namespace.
	Strict bool
	// Severity gives codes another severity than that of their rule. A value that is none of the three changes nothing.
	Severity map[string]Severity
	// Limits bound what a document may hold.
	Limits Limits
}

// An Engine judges documents. [Native] is the one that [Check] uses; package libxml2 has another.
type Engine interface {
	// Check judges a document. An error says that the engine cannot judge it, not that it is bad.
	Check(src []byte) (Report, error)
}

// Native is the engine of this package with its options. Its errors are always nil.
type Native struct {
	Options Options // of each check
}

// Check judges a document as the function Check does.
func (n Native) Check(src []byte) (Report, error) { return Check(src, n.Options), nil }

var _ Engine = Native{}

// Check judges a document. Whatever the bytes are, it gives a report: a document that cannot be read has one finding that
// says why.
func Check(src []byte, o Options) Report {
	c := newChecker(o)
	c.scan.Reset(src, c.limits())
	report, _ := c.run()
	return report
}

// CheckReader judges a document as Check does, and holds a part of its bytes at a time. The error is the reader's; the report
// is then of what came before. The reader must not be nil.
func CheckReader(r io.Reader, o Options) (Report, error) {
	c := newChecker(o)
	c.scan.ResetReader(r, c.limits())
	return c.run()
}

// limits passes the scanner's share on.
func (c *checker) limits() xmlscan.Limits {
	l := c.bounds
	return xmlscan.Limits{Size: int64(l.Size), Depth: l.Depth, Attributes: l.Attributes, AttributeValue: l.AttributeValue}
}

// run reads the whole document.
func (c *checker) run() (Report, error) {
	c.startPasses()
	for !c.full {
		event, err := c.scan.Next()
		if err != nil {
			err = c.unreadable(err)
			return c.report(), err
		}
		switch event {
		case xmlscan.Start:
			c.start()
		case xmlscan.End:
			c.end()
		case xmlscan.Text:
			c.text()
		case xmlscan.EOF:
			c.done()
			return c.report(), nil
		}
	}
	return c.report(), nil
}

// unreadable turns what stopped the scanner into a finding, unless it was the reader.
func (c *checker) unreadable(err error) error {
	var e *xmlscan.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Kind == xmlscan.Unreadable {
		return e.Err
	}
	c.settle()
	path, eid := c.path(), c.eid()
	if n := len(c.findings); e.Kind == xmlscan.Malformed && n > 0 && c.findings[n-1].Path == path && strangeTag[c.findings[n-1].Code] {
		c.findings = c.findings[:n-1] // a tag that is not closed, and that nobody knows: it was not meant to be one
	}
	f := Finding{Message: e.Message, Fix: xmlFix(e)}
	c.find(xmlCode(e.Kind), Place{Position: e.Position, Path: path, EID: eid}, f)
	return nil
}

// strangeTag are the findings about a tag that the schema does not know.
var strangeTag = map[string]bool{"AKN1101": true, "AKN1105": true}
