package schema

import (
	"strings"
	"testing"
)

func TestDescribe(t *testing.T) {
	for _, c := range []struct{ element, want string }{
		{"attachments", `attachments

Holds:
  attachment, one or more

Carries no attributes.

May stand in: doc, statement, debateReport, act, bill, amendmentList, officialGazette,
  documentCollection, debate, amendment, judgment
`},
		{"portion", `portion

Holds:
  in this order:
    meta
    portionBody

Attributes:
  includedIn (required): an IRI

No two elements inside have the same eId.
No two elements inside have the same GUID.

May stand in: akomaNtoso, component, attachment, quotedStructure, embeddedStructure, authorialNote,
  note, subFlow
`},
		{"hasAttachment", `hasAttachment

Holds nothing, not even white space.

Attributes:
  href (required): an IRI
  showAs (required): text
  eId: text without white space, not empty
  wId: text without white space, not empty
  GUID: text without white space, not empty
  shortForm: text
  type: text
  and any attribute of another namespace (checked if known)

May stand in: references
`},
		{"notes", `notes

Holds:
  note, one or more

Attributes:
  source (required): an IRI
  xml:lang: a language tag, such as fr or pt-BR, or ""
  xml:space: one of "default" or "preserve"
  xml:id: an id (an XML name without a colon)

May stand in: meta
`},
	} {
		if got := AKN().Describe(AKN().Root(AKNNamespace, c.element)); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.element, got, c.want)
		}
	}
}

func TestDescribeNamesEveryChild(t *testing.T) {
	for _, e := range AKN().Elements() {
		text := AKN().Describe(e)
		for _, child := range e.Type.Content.elems {
			if !strings.Contains(text, child.Name.Local) {
				t.Errorf("the description of %s does not name %s", e.Name.Local, child.Name.Local)
			}
		}
		for _, line := range strings.Split(text, "\n") {
			if len(line) > describeWidth+40 {
				t.Errorf("%s: a line of %d characters", e.Name.Local, len(line))
			}
		}
	}
}
