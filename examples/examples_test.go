// Package examples tests the example programs: each is built and run as the README says, and prints what is expected.
package examples

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the expected output")

// command finds the commands of the README that run an example.
var command = regexp.MustCompile(`(?m)^go run \./examples/(\w+) (.*)$`)

// TestExamples runs the examples with the arguments that the README gives them.
func TestExamples(t *testing.T) {
	found := command.FindAllStringSubmatch(mustRead(t, "README.md"), -1)
	folders, err := filepath.Glob("*/main.go")
	require.NoError(t, err)
	require.Len(t, found, len(folders), "the README runs each example once")
	bin := t.TempDir()
	for _, c := range found {
		name, args := c[1], c[2]
		t.Run(name, func(t *testing.T) {
			program := filepath.Join(bin, name+".exe")
			out, err := exec.Command("go", "build", "-o", program, "./"+name).CombinedOutput()
			require.NoError(t, err, "%s", out)
			got := output(t, program, args)
			file := filepath.Join("testdata", name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(file, got, 0o644))
			}
			require.Equal(t, mustRead(t, "examples", file), string(got))
		})
	}
}

// output runs the program in the repository's root, with a folder of the test's own in the place of /tmp.
func output(t *testing.T, program, args string) []byte {
	t.Helper()
	args = strings.ReplaceAll(args, "/tmp", "TMP")
	var list []string
	for _, a := range strings.Fields(args) {
		list = append(list, strings.ReplaceAll(a, "TMP", t.TempDir()))
	}
	cmd := exec.Command(program, list...)
	cmd.Dir = ".."
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	require.NoError(t, cmd.Run(), "%s", stderr.String())
	return stdout.Bytes()
}
