package validate

import (
	"fmt"
	"strings"
)

// Severity says how bad a finding is. The zero value is none of them.
type Severity uint8

// The severities.
const (
	_       Severity = iota
	Error            // the document breaks a rule that it must obey
	Warning          // it does what should not be done
	Note             // worth knowing
)

// String gives the name in small letters, as JSON and SARIF write it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// known says whether the value is one of the three.
func (s Severity) known() bool { return s >= Error && s <= Note }

// MarshalText gives the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, v := range []Severity{Error, Warning, Note} {
		if string(text) == v.String() {
			*s = v
			return nil
		}
	}
	return fmt.Errorf("validate: unknown severity %q", text)
}

// A Finding is one thing that is wrong with a document, or worth knowing about it.
type Finding struct {
	// Code is that of the rule, such as AKN1102.
	Code string `json:"code"`
	// Severity is that of the rule.
	Severity Severity `json:"severity"`
	// Message says what is wrong, names the offending thing and what was expected. It is one line.
	Message string `json:"message"`
	// Line counts from 1; lines end with LF, CR LF or CR. 0 where the place is not known (libxml2).
	Line int `json:"line"`
	// Column counts characters from 1.
	Column int `json:"column"`
	// UTF16Column counts UTF-16 code units from 1, for SARIF and the language server protocol.
	UTF16Column int `json:"-"`
	// Offset counts bytes of the document from 0.
	Offset int64 `json:"offset"`
	// Path names the elements from the root on: /akomaNtoso/statement/mainBody/paragraph[12].
	Path string `json:"path,omitempty"`
	// EID is the eId of the element, or of the nearest one around it that has one.
	EID string `json:"eId,omitempty"`
	// Expected lists what may stand instead, in the order of the schema.
	Expected []string `json:"expected,omitempty"`
	// Fix says how to mend it, where that can be said. It is one line.
	Fix string `json:"fix,omitempty"`
	// URL is where the rule is explained.
	URL string `json:"url,omitempty"`
}

// String gives the finding in one line, without the fix.
func (f Finding) String() string {
	return fmt.Sprintf("%d:%d: %s %s: %s", f.Line, f.Column, f.Severity, f.Code, f.Message)
}

// A Report is what a check found, in the order of the document.
type Report struct {
	// Findings are never more than Limits.Findings.
	Findings []Finding `json:"findings"`
	// Profile is the one that was applied: never Auto.
	Profile Profile `json:"profile"`
	// Truncated says that there were more findings than Limits.Findings, and that the rest of the document was not read.
	Truncated bool `json:"truncated,omitempty"`
	// Suppressed are the findings that Options.Suppress, or the document itself, left out of Findings.
	Suppressed []Suppressed `json:"suppressed,omitempty"`
}

// Suppressed is a finding that the caller, or the author of the document, did not want, and why.
type Suppressed struct {
	Finding
	// Reason is the one that was given with the code.
	Reason string `json:"reason"`
}

// Count returns the number of findings of a severity.
func (r Report) Count(s Severity) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Severity == s {
			n++
		}
	}
	return n
}

// OK says that no finding is an error.
func (r Report) OK() bool { return r.Count(Error) == 0 }

// Profile is a set of rules. Each contains the one before.
type Profile uint8

// The profiles. The zero value finds out: AKN4UN for documents whose IRI begins with /akn/un/, else AKN.
const (
	Auto   Profile = iota
	Schema         // the grammar of Akoma Ntoso alone
	AKN            // with ids and references
	AKN4UN         // with the profile of the United Nations
)

var profileNames = [...]string{"auto", "schema", "akn", "akn4un"}

// String gives the name as the command line takes it.
func (p Profile) String() string {
	if int(p) < len(profileNames) {
		return profileNames[p]
	}
	return fmt.Sprintf("Profile(%d)", uint8(p))
}

// MarshalText gives the name.
func (p Profile) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the name.
func (p *Profile) UnmarshalText(text []byte) error {
	v, err := ParseProfile(string(text))
	if err == nil {
		*p = v
	}
	return err
}

// ParseProfile reads the name of a profile.
func ParseProfile(name string) (Profile, error) {
	for i, n := range profileNames {
		if n == name {
			return Profile(i), nil
		}
	}
	return Auto, fmt.Errorf("validate: unknown profile %q: there are %s", name, strings.Join(profileNames[1:], ", "))
}
