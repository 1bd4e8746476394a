package convert_test

import (
	"bytes"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/internal/shared"
)

// The steps that most tests take: each stops the test where it cannot be taken.

// read is what is in a file.
func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// fromText converts a text.
func fromText[T string | []byte](t testing.TB, src T, opts convert.Options) (*akn.Document, *convert.Report) {
	t.Helper()
	doc, report, err := convert.FromText([]byte(src), opts)
	require.NoError(t, err)
	return doc, report
}

// converted is a text of testdata/texts and what it becomes.
func converted(t testing.TB, name string) (src []byte, doc *akn.Document) {
	t.Helper()
	src = text(t, name)
	doc, _ = fromText(t, src, convert.Options{})
	return src, doc
}

// written is the XML of a document.
func written(t testing.TB, doc *akn.Document) []byte {
	t.Helper()
	xml, err := doc.Bytes()
	require.NoError(t, err)
	return xml
}

// reparse is the document that was written.
func reparse(t testing.TB, xml []byte) *akn.Document {
	t.Helper()
	doc, err := akn.Parse(xml)
	require.NoError(t, err)
	return doc
}

// textOf is the text of a document.
func textOf(t testing.TB, doc *akn.Document) []byte {
	t.Helper()
	back, err := convert.Text(doc)
	require.NoError(t, err)
	return back
}

// textAfterWriting is the text of a document after it was written and read again.
func textAfterWriting(t testing.TB, doc *akn.Document) string {
	t.Helper()
	return string(textOf(t, reparse(t, written(t, doc))))
}

// exact demands that the text of a document is the source, byte for byte.
func exact[T string | []byte](t testing.TB, src T, doc *akn.Document) {
	t.Helper()
	want, back := []byte(src), textOf(t, doc)
	if bytes.Equal(want, back) {
		return
	}
	at := 0
	for at < min(len(want), len(back)) && want[at] == back[at] {
		at++
	}
	t.Fatalf("byte %d: %q became %q", at, around(want, at), around(back, at))
}

func around(b []byte, at int) []byte { return b[max(0, at-40):min(len(b), at+40)] }

// tool runs a program that tests may lack, and returns what it prints. They are skipped then, but not in CI.
func tool(t testing.TB, name string, input []byte, args ...string) []byte {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		shared.Missing(t, name, err)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.Output()
	require.NoError(t, err)
	return out
}
