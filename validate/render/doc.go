// Package render prints the findings of package validate: as text for people, as JSON lines for programs, and as SARIF
// 2.1.0 for the tools that show findings beside code.
package render

import "github.com/ntoso/ntoso/validate"

// A Document is a checked document.
type Document struct {
	// Name is its path, or "-" for standard input.
	Name string
	// Source is its bytes, for excerpts. It may be nil.
	Source []byte
	// Report is what was found.
	Report validate.Report
}
