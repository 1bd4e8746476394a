package render

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ntoso/ntoso/validate"
)

// The names that SARIF 2.1.0 (OASIS Standard, 27 March 2020) gives to itself.
const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
	toolURL      = "https://github.com/ntoso/ntoso"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	Artifacts   []sarifArtifact   `json:"artifacts"`
	ColumnKind  string            `json:"columnKind"`
	Results     []sarifResult     `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	URI     string      `json:"informationUri"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Short   sarifText    `json:"shortDescription"`
	Full    sarifText    `json:"fullDescription"`
	Help    *sarifText   `json:"help,omitempty"`
	HelpURI string       `json:"helpUri,omitempty"`
	Config  sarifDefault `json:"defaultConfiguration"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

type sarifArtifact struct {
	Location sarifURI `json:"location"`
}

type sarifURI struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
	// Suppressions are there in all results of a run or in none (section 3.27.23): an empty list says that a result is not
	// suppressed, none that nobody knows.
	Suppressions *[]sarifSuppression `json:"suppressions,omitempty"`
	Properties   map[string]any      `json:"properties,omitempty"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifURI     `json:"artifactLocation"`
	Region   *sarifRegion `json:"region,omitempty"`
}

type sarifRegion struct {
	Line       int   `json:"startLine"`
	Column     int   `json:"startColumn"`
	ByteOffset int64 `json:"byteOffset"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

// SARIF prints findings as a SARIF log of one run. Columns are in UTF-16 code units, as the log says. The version is
// that of the program, and may be empty. Findings that their document suppresses are results with a suppression, so that
// who reads the log can tell them from those that were mended.
func SARIF(w io.Writer, docs []Document, version string) error {
	rules := rulesOf(docs)
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "ntoso", Version: version, URI: toolURL, Rules: rules}},
		Invocations: []sarifInvocation{{Successful: true}},
		Artifacts:   []sarifArtifact{},
		ColumnKind:  "utf16CodeUnits",
		Results:     []sarifResult{},
	}
	for i := range docs {
		d := &docs[i]
		run.Artifacts = append(run.Artifacts, sarifArtifact{sarifURI{URI: fileURI(d.Name)}})
		run.Results = append(run.Results, resultsOf(d, i, rules)...)
		if d.Report.Truncated {
			in := &run.Invocations[0]
			in.Notifications = append(in.Notifications, sarifNotification{"warning", sarifText{d.Name + ": there were more findings than the limit"}})
		}
	}
	if hasSuppressed(docs) {
		for i := range run.Results {
			if r := &run.Results[i]; r.Suppressions == nil {
				r.Suppressions = &[]sarifSuppression{}
			}
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(sarifLog{sarifSchema, sarifVersion, []sarifRun{run}}); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// rulesOf describes the rules that have findings, in the order of their codes.
func rulesOf(docs []Document) []sarifRule {
	levels := map[string]validate.Severity{}
	for i := range docs {
		for _, f := range docs[i].Report.Findings {
			levels[f.Code] = f.Severity
		}
		for _, f := range docs[i].Report.Suppressed {
			levels[f.Code] = f.Severity
		}
	}
	out := []sarifRule{}
	for _, code := range slices.Sorted(maps.Keys(levels)) {
		r, ok := validate.RuleFor(code)
		if !ok { // a rule of the caller's own: all that is known of it is what it found
			out = append(out, sarifRule{ID: code, Short: sarifText{code}, Full: sarifText{code}, Config: sarifDefault{levels[code].String()}})
			continue
		}
		out = append(out, sarifRule{
			ID: code, Short: sarifText{r.Title}, Full: sarifText{r.Explanation}, Help: &sarifText{r.Explanation + " Source: " + r.Source + "."},
			HelpURI: r.URL, Config: sarifDefault{r.Severity.String()},
		})
	}
	return out
}

// resultsOf are the findings of a document, those that it suppresses last.
func resultsOf(d *Document, artifact int, rules []sarifRule) []sarifResult {
	var results []sarifResult
	for i := range d.Report.Findings {
		results = append(results, sarifOf(d, artifact, &d.Report.Findings[i], rules))
	}
	for i := range d.Report.Suppressed {
		s := &d.Report.Suppressed[i]
		r := sarifOf(d, artifact, &s.Finding, rules)
		r.Suppressions = &[]sarifSuppression{{Kind: "inSource", Justification: s.Reason}}
		results = append(results, r)
	}
	return results
}

func hasSuppressed(docs []Document) bool {
	return slices.ContainsFunc(docs, func(d Document) bool { return len(d.Report.Suppressed) > 0 })
}

func sarifOf(d *Document, artifact int, f *validate.Finding, rules []sarifRule) sarifResult {
	message := f.Message
	if f.Fix != "" {
		message += ". Fix: " + f.Fix
	}
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifURI{URI: fileURI(d.Name), Index: &artifact}}}
	if f.Line > 0 {
		at.Physical.Region = &sarifRegion{Line: f.Line, Column: max(f.UTF16Column, 1), ByteOffset: f.Offset}
	}
	if f.Path != "" {
		at.Logical = []sarifLogical{{f.Path, "element"}}
	}
	index, _ := slices.BinarySearchFunc(rules, f.Code, func(r sarifRule, code string) int { return strings.Compare(r.ID, code) })
	result := sarifResult{
		RuleID: f.Code, RuleIndex: index, Level: f.Severity.String(), Message: sarifText{message},
		Locations: []sarifLocation{at}, Properties: map[string]any{},
	}
	if f.EID != "" {
		result.Properties["eId"] = f.EID
	}
	if len(f.Expected) > 0 {
		result.Properties["expected"] = f.Expected
	}
	return result
}

// fileURI is a path as a relative or absolute URI reference.
func fileURI(name string) string {
	if name == "-" {
		return "stdin"
	}
	path := filepath.ToSlash(name)
	if filepath.IsAbs(name) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String()
	}
	return (&url.URL{Path: path}).String()
}
