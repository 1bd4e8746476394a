//go:build libxml2

package libxml2

import "github.com/ntoso/ntoso/validate"

// Engine is a schema as an engine of package validate. Its findings have no places, for the binding keeps none, and the
// code AKN1000, for libxml2's messages are no rules of ours.
type Engine struct{ *Schema }

var _ validate.Engine = Engine{}

// Check judges a document. Its errors are those of [Schema.Check].
func (e Engine) Check(src []byte) (validate.Report, error) {
	result, err := e.Schema.Check(src)
	if err != nil {
		return validate.Report{}, err
	}
	report := validate.Report{Profile: validate.Schema, Truncated: result.Truncated}
	if !result.Valid && len(result.Messages) == 0 {
		result.Messages = []string{"libxml2 gave no reason"}
	}
	for _, m := range result.Messages {
		report.Findings = append(report.Findings, validate.Finding{Code: validate.CodeOther, Severity: validate.Error, Message: m})
	}
	return report, nil
}
