package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	for _, args := range []string{"convert " + text, "convert --clean " + text, "text", "schema p", "explain AKN1102", "normalize", "--version"} {
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

// A file that cannot be written whole is not written, and nothing else is left.
func TestWriteFileWhole(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken") // a folder that holds something has a name that no file can take
	require.NoError(t, os.MkdirAll(filepath.Join(taken, "sub"), 0o777))
	require.Error(t, writeFile(taken, []byte("x")))
	assert.Equal(t, []string{"taken", "taken/sub"}, tree(t, folder))
	name := filepath.Join(folder, "new", "file")
	for _, data := range []string{"one", "two, longer", "3"} {
		require.NoError(t, writeFile(name, []byte(data)))
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, data, string(got))
	}
	assert.Equal(t, []string{"new", "new/file", "taken", "taken/sub"}, tree(t, folder))
}

// An interruption ends the program, with nothing half written, even while it waits for its input.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "js" {
		t.Skip("a process cannot interrupt itself here")
	}
	folder := t.TempDir()
	var stderr bytes.Buffer
	status := run([]string{"convert", "-o", filepath.Join(folder, "out.xml"), "-"}, interrupter{t}, full{}, &stderr)
	assert.Equal(t, exitFailed, status)
	assert.Equal(t, "ntoso: interrupted: not all documents are written\n", stderr.String())
	assert.Empty(t, tree(t, folder))
}

// An interrupter is an input that never comes: who waits for it is interrupted.
type interrupter struct{ t *testing.T }

func (i interrupter) Read([]byte) (int, error) {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(os.Interrupt)
	}
	assert.NoError(i.t, err)
	select {}
}

// tree lists what is in a folder.
func tree(t *testing.T, folder string) (names []string) {
	t.Helper()
	require.NoError(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, _ fs.DirEntry, err error) error {
		if name != "." {
			names = append(names, name)
		}
		return err
	}))
	return names
}
