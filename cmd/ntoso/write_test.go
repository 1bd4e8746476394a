package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/akn"
)

// A full writer takes nothing, as a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// paragraph is a fragment of Akoma Ntoso.
const paragraph = `<p xmlns="` + akn.Namespace + `">x</p>`

// Every command that cannot write its result says so and fails.
func TestWriteErrors(t *testing.T) {
	text := filepath.Join("..", "..", "testdata", "texts", "en-single.txt")
	for _, args := range []string{"convert " + text, "convert --clean " + text, "text", "schema p", "explain AKN1102", "--version"} {
		t.Run(args, func(t *testing.T) {
			var stderr bytes.Buffer
			if code := run(strings.Fields(args), strings.NewReader(paragraph), full{}, &stderr); code != exitFailed {
				t.Errorf("exit status %d, want %d", code, exitFailed)
			}
			if !strings.Contains(stderr.String(), "no space left") {
				t.Errorf("standard error: %q", stderr.String())
			}
		})
	}
}

// Remarks that cannot be written are an error, too; the XML is there by then.
func TestReportWriteErrors(t *testing.T) {
	text := filepath.Join("..", "..", "testdata", "texts", "notes-astray.txt")
	for _, report := range []string{"text", "json"} {
		var stdout bytes.Buffer
		if code := run([]string{"convert", "--report", report, text}, nil, &stdout, full{}); code != exitFailed {
			t.Errorf("%s: exit status %d, want %d", report, code, exitFailed)
		}
		if !strings.Contains(stdout.String(), "</akomaNtoso>") {
			t.Errorf("%s: the XML is missing", report)
		}
	}
}
