package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A name of another convention is a warning below the profile of the United Nations, an error in it; a name that
// begins as those of the convention do and is none is an error everywhere.
func TestNamesOfOtherConventions(t *testing.T) {
	const name = "/akn/un/statement/deliberation/unga/2021-10-08/76-1"
	for _, c := range []struct {
		names   string
		profile Profile
		codes   string
	}{
		{name, AKN, ""}, {name, AKN4UN, ""},
		{"https://example.org/id/76-1", AKN, "AKN2209 warning"}, {"urn:lex:xx:76-1", AKN, "AKN2209 warning"},
		{"https://example.org/id/76-1", AKN4UN, "AKN2201 error"},
		{"/akn/un/statement/deliberation/unga/8-October/76-1", AKN, "AKN2201 error"},
		{"/akn/un/statement/deliberation/unga/8-October/76-1", AKN4UN, "AKN2201 error"},
	} {
		src := strings.ReplaceAll(Document("<mainBody><p/></mainBody>"), name, c.names)
		report := Check([]byte(src), Options{Profile: c.profile})
		found := map[string]bool{}
		for _, f := range report.Findings {
			if strings.HasPrefix(f.Code, "AKN22") {
				found[f.Code+" "+f.Severity.String()] = true
			}
		}
		var codes []string
		for code := range found {
			codes = append(codes, code)
		}
		assert.Equal(t, c.codes, strings.Join(codes, " "), "%s in %s", c.names, c.profile)
	}
}

// The finding about an eId of another kind says which eId it would be, with the number that was meant.
func TestEIDOfAnotherKind(t *testing.T) {
	for _, c := range []struct{ id, want string }{
		{"sec_3", `"para_3"`}, {"sec3", `"para_3"`}, {"sec_1__sec_3", `"sec_1__para_3"`}, {"sec", `"para", with a number where there are several`},
	} {
		kind, number, _ := strings.Cut(lastStep(c.id), "_")
		assert.Equal(t, c.want, ofKind(c.id, kind, "para", number), c.id)
	}
}
