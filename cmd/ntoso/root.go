package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// Exit statuses: a finding is not a failure.
const (
	exitOK      = 0
	exitFinding = 1
	exitFailed  = 2
)

// errSaid ends a command that could not do everything, and has said what.
var errSaid = errors.New("not everything could be done")

// run is the whole program.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRootCmd()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFinding
	case !errors.Is(err, errSaid):
		_, _ = io.WriteString(stderr, message(err)) // the status says it, too
	}
	return exitFailed
}

// message is what standard error has of an error: a line of each that was joined.
func message(err error) string {
	var b strings.Builder
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(&b, "ntoso: %s\n", strings.TrimSuffix(line, "\n"))
	}
	return b.String()
}

func newRootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:           "ntoso",
		Short:         "UN resolutions in plain text to Akoma Ntoso and back",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
	}
	root.AddCommand(newConvertCmd(), newTextCmd(), newValidateCmd(), newExplainCmd(), newSchemaCmd(), newNormalizeCmd())
	return root
}
