package validate_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/ntoso/ntoso/validate"
)

// FuzzCheck: any bytes give a report; twice the same; from memory and from a reader the same; every finding has a code
// that is explained, a place inside the document, and a message of one line.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(resolution))
	for _, r := range validate.Rules() {
		f.Add([]byte(validate.Document(r.Bad)))
		f.Add([]byte(validate.Document(r.Good)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		options := validate.Options{Limits: validate.Limits{AttributeValue: 5000, Depth: 60, Findings: 500}}
		report := validate.Check(src, options)
		if again := validate.Check(src, options); !reflect.DeepEqual(report, again) {
			t.Fatalf("not the same twice: %v\n%v", report, again)
		}
		streamed, err := validate.CheckReader(iotest.OneByteReader(bytes.NewReader(src)), options)
		if err != nil {
			t.Fatal(err)
		}
		if !overLimit(report) && !overLimit(streamed) && !reflect.DeepEqual(report, streamed) {
			t.Fatalf("from memory and from a reader not the same:\n%v\n%v", report, streamed)
		}
		for _, finding := range report.Findings {
			checkFinding(t, src, finding)
		}
	})
}

func overLimit(r validate.Report) bool {
	for _, f := range r.Findings {
		if f.Code == "AKN1009" {
			return true
		}
	}
	return false
}

func checkFinding(t *testing.T, src []byte, f validate.Finding) {
	if _, ok := validate.RuleFor(f.Code); !ok {
		t.Fatalf("no rule for %v", f)
	}
	if f.Line < 1 || f.Column < 1 || f.UTF16Column < f.Column || f.Offset < 0 || f.Offset > int64(len(src)) {
		t.Fatalf("bad place: %+v", f)
	}
	if f.Message == "" || strings.ContainsAny(f.Message+f.Fix, "\r\n") || !utf8.ValidString(f.Message) || len(f.Message) > 2000 {
		t.Fatalf("bad message: %q", f.Message)
	}
}
