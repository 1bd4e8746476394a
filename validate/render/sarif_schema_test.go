package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate"
)

// oasisSchema compiles the JSON Schema of SARIF 2.1.0 by OASIS. It is not part of this module: the Go command downloads
// a module that holds it. Where that cannot be had the test is skipped; in CI that is a failure.
func oasisSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	out, err := exec.Command("go", "mod", "download", "-json", "github.com/securego/gosec/v2@v2.30.0").Output()
	if err != nil {
		shared.Missing(t, "schema of SARIF", fmt.Errorf("%w\n%s", err, out))
	}
	var module struct{ Dir string }
	require.NoError(t, json.Unmarshal(out, &module))
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(module.Dir, "report", "sarif", "testdata", "sarif-schema-2.1.0.json"))
	require.NoError(t, err)
	return schema
}

// suppressing is a report with a finding of each kind: one stays, one is suppressed.
func suppressing() []Document {
	stays := validate.Finding{Code: "UN3108", Severity: validate.Error, Message: "stays", Line: 1}
	left := validate.Finding{Code: "AKN2101", Severity: validate.Error, Message: "left out", Line: 2}
	return []Document{{Name: "x", Report: validate.Report{
		Findings: []validate.Finding{stays}, Suppressed: []validate.Suppressed{{Finding: left, Reason: "the annex comes later"}},
	}}}
}

// A suppressed finding is a result with a suppression; the others say that they have none, and where no finding is
// suppressed nothing is said.
func TestSARIFSuppressions(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, SARIF(&b, suppressing(), ""))
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID       string `json:"ruleId"`
				RuleIndex    int
				Suppressions []map[string]string
			}
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
		}
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &log))
	run := log.Runs[0]
	require.Len(t, run.Results, 2)
	for _, r := range run.Results {
		require.Equal(t, r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
	}
	require.Equal(t, []map[string]string{}, run.Results[0].Suppressions)
	require.Equal(t, []map[string]string{{"kind": "inSource", "justification": "the annex comes later"}}, run.Results[1].Suppressions)

	b.Reset()
	require.NoError(t, SARIF(&b, checked(), ""))
	require.NotContains(t, b.String(), "suppressions")
}

func TestSARIFIsValid(t *testing.T) {
	schema := oasisSchema(t)
	valid := func(docs []Document) error {
		var b bytes.Buffer
		require.NoError(t, SARIF(&b, docs, "1.2.3"))
		log, err := jsonschema.UnmarshalJSON(&b)
		require.NoError(t, err)
		return schema.Validate(log)
	}
	require.NoError(t, valid(nil))
	require.NoError(t, valid(checked()))
	everything := validate.Finding{Code: "UN3108", Severity: validate.Warning, Message: "m", Line: 1, Column: 2, Offset: 3, Path: "/a", EID: "e", Expected: []string{"x"}, Fix: "f", URL: "https://example.org/"}
	nowhere := validate.Finding{Code: validate.CodeOther, Severity: validate.Note, Message: "no place"}
	require.NoError(t, valid([]Document{{Name: "/tmp/x", Report: validate.Report{Truncated: true, Findings: []validate.Finding{everything, nowhere}}}}))
	require.NoError(t, valid(suppressing()))
	require.Error(t, schema.Validate(map[string]any{"version": "2.1.0"}), "the schema demands runs")
}
