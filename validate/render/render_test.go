package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

const source = "<p xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" eId=\"p_1\">\n\t<i>\U0001F600大会 é</i><b clas='x'>the <date>8 October</date></b>\n</p>\n"

func checked() []Document {
	return []Document{{Name: "a b.xml", Source: []byte(source), Report: validate.Check([]byte(source), validate.Options{Profile: validate.Schema})}}
}

func TestText(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Text(&b, checked(), TextOptions{}))
	assert.Equal(t, `a b.xml:2:17: error AKN1201: <b> has no attribute clas: is class meant?
    2 |  <i>😀大会 é</i><b clas='x'>the <date>8 October</date></b>
      |                    ^
  in /p/b (eId p_1)
  fix: write class
a b.xml:2:30: error AKN1202: <date> must have the attribute date
    2 |  <i>😀大会 é</i><b clas='x'>the <date>8 October</date></b>
      |                                 ^
  in /p/b/date (eId p_1)
  fix: add date, whose value is a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss)
`, b.String())
}

// TestTextExpected: where nobody can say how to mend it, what was expected is said.
func TestTextExpected(t *testing.T) {
	var b bytes.Buffer
	f := validate.Finding{Severity: validate.Warning, Code: "UN3119", Message: "the href is odd", Expected: []string{"/a", "/b\n"}}
	require.NoError(t, Text(&b, []Document{{Name: "a.xml", Report: validate.Report{Findings: []validate.Finding{f}}}}, TextOptions{}))
	assert.Equal(t, "a.xml: warning UN3119: the href is odd\n  expected: /a, /b \n", b.String())
}

func TestTextColor(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Text(&b, checked(), TextOptions{Color: true}))
	assert.Contains(t, b.String(), "\x1b[31merror\x1b[0m AKN1201")
	assert.Contains(t, b.String(), "\x1b[32m^\x1b[0m")
}

// TestExcerpts: long lines are cut around the place, control characters are not printed, UTF-16 has no excerpt.
func TestExcerpts(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"long line", strings.Repeat("é", 300) + "X" + strings.Repeat("z", 300), "    1 | …" + strings.Repeat("é", 60) + "X" + strings.Repeat("z", 39) + "…\n      | " + strings.Repeat(" ", 61) + "^\n"},
		{"escape", "a\x1b[31mX", "    1 | a [31mX\n      |       ^\n"},
		{"lone CR", "line\rabX\rnext", "    1 | abX\n      |   ^\n"},
		{"UTF-16", "\xff\xfea\x00X\x00", ""},
	} {
		var b bytes.Buffer
		writeExcerpt(&b, []byte(c.src), &validate.Finding{Line: 1, Offset: int64(strings.IndexByte(c.src, 'X'))}, TextOptions{})
		assert.Equal(t, c.want, b.String(), c.name)
	}
}

func TestTextWithoutPlace(t *testing.T) {
	var b bytes.Buffer
	docs := []Document{{Name: "-", Report: validate.Report{Truncated: true, Findings: []validate.Finding{{Code: validate.CodeOther, Severity: validate.Warning, Message: "no place"}}}}}
	require.NoError(t, Text(&b, docs, TextOptions{}))
	assert.Equal(t, "-: warning AKN1000: no place\n-: more than 1 findings: the rest of the document was not read\n", b.String())
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, JSON(&b, checked()))
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	require.Len(t, lines, 2)
	assert.JSONEq(t, `{"file":"a b.xml","code":"AKN1202","severity":"error","message":"<date> must have the attribute date","line":2,"column":30,"offset":`+
		offsetOf("<date>")+`,"path":"/p/b/date","eId":"p_1","expected":["date"],"fix":"add date, whose value is a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss)","url":"https://www.w3.org/TR/2004/REC-xmlschema-1-20041028/structures.html#cvc-complex-type"}`, lines[1])
	var back validate.Finding
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &back))
	assert.Equal(t, validate.Error, back.Severity)
}

func offsetOf(s string) string {
	b, _ := json.Marshal(strings.Index(source, s))
	return string(b)
}

// TestSARIF checks what the SARIF schema demands, and what a viewer needs: the places and the rules.
func TestSARIF(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, SARIF(&b, append(checked(), Document{Name: "/tmp/x", Report: validate.Report{Truncated: true}}), "1.2.3"))
	var log map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &log))
	assert.Equal(t, "2.1.0", log["version"])
	run := log["runs"].([]any)[0].(map[string]any)
	driver := run["tool"].(map[string]any)["driver"].(map[string]any)
	assert.Equal(t, "ntoso", driver["name"])
	assert.Equal(t, "1.2.3", driver["version"])
	rules := driver["rules"].([]any)
	assert.Equal(t, "utf16CodeUnits", run["columnKind"])
	results := run["results"].([]any)
	require.Len(t, results, 2)
	for _, r := range results {
		checkResult(t, r.(map[string]any), rules, run["artifacts"].([]any))
	}
	region := results[1].(map[string]any)["locations"].([]any)[0].(map[string]any)["physicalLocation"].(map[string]any)["region"].(map[string]any)
	assert.Equal(t, map[string]any{"startLine": 2.0, "startColumn": 31.0, "byteOffset": float64(strings.Index(source, "<date>"))}, region, "columns are UTF-16")
	assert.Equal(t, "file:///tmp/x", run["artifacts"].([]any)[1].(map[string]any)["location"].(map[string]any)["uri"])
	assert.NotEmpty(t, run["invocations"].([]any)[0].(map[string]any)["toolExecutionNotifications"])
}

func checkResult(t *testing.T, r map[string]any, rules, artifacts []any) {
	t.Helper()
	rule := rules[int(r["ruleIndex"].(float64))].(map[string]any)
	assert.Equal(t, r["ruleId"], rule["id"])
	assert.NotEmpty(t, rule["shortDescription"].(map[string]any)["text"])
	assert.Contains(t, []string{"error", "warning", "note", "none"}, r["level"])
	assert.NotEmpty(t, r["message"].(map[string]any)["text"])
	at := r["locations"].([]any)[0].(map[string]any)["physicalLocation"].(map[string]any)
	artifact := at["artifactLocation"].(map[string]any)
	assert.Equal(t, "a%20b.xml", artifact["uri"])
	assert.Equal(t, artifact["uri"], artifacts[int(artifact["index"].(float64))].(map[string]any)["location"].(map[string]any)["uri"])
	region := at["region"].(map[string]any)
	assert.GreaterOrEqual(t, region["startLine"].(float64), 1.0)
	assert.GreaterOrEqual(t, region["startColumn"].(float64), 1.0)
}

// TestSARIFEmpty: arrays are there even where they are empty, as the schema demands.
// TestSARIFOwnRule: a rule of the caller's own has the severity of its findings.
func TestSARIFOwnRule(t *testing.T) {
	var b bytes.Buffer
	docs := []Document{{Name: "a.xml", Report: validate.Report{Findings: []validate.Finding{{Code: "XY1", Severity: validate.Warning, Message: "x"}}}}}
	require.NoError(t, SARIF(&b, docs, ""))
	assert.Equal(t, 2, strings.Count(b.String(), `"level": "warning"`))
	assert.NotContains(t, b.String(), `"error"`)
}

func TestSARIFEmpty(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, SARIF(&b, nil, ""))
	assert.Contains(t, b.String(), `"results": []`)
	assert.Contains(t, b.String(), `"rules": []`)
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrors(t *testing.T) {
	assert.ErrorIs(t, Text(broken{}, checked(), TextOptions{}), errBroken)
	assert.ErrorIs(t, JSON(broken{}, checked()), errBroken)
	assert.ErrorIs(t, SARIF(broken{}, checked(), ""), errBroken)
}
