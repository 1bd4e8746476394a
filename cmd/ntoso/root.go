package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
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
		if line = strings.TrimSpace(line); line != "" {
			fmt.Fprintf(&b, "ntoso: %s\n", line)
		}
	}
	return b.String()
}

// A located error is one of a document: with the place in it, where it has one, as path:line:column.
type located struct {
	path string
	err  error
}

func (l located) Error() string {
	sep := ": "
	if hasPlace(l.err) {
		sep = ":"
	}
	return l.path + sep + l.err.Error()
}

func (l located) Unwrap() error { return l.err }

// hasPlace reports whether the error begins with line:column.
func hasPlace(err error) bool {
	var text *convert.TextError
	var limit *akn.LimitError
	var syntax *akn.SyntaxError
	return errors.As(err, &text) || errors.As(err, &limit) || errors.As(err, &syntax)
}

func newRootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:           "ntoso",
		Short:         "UN resolutions in plain text to Akoma Ntoso and back",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
	}
	root.AddCommand(newConvertCmd(), newTextCmd(), newValidateCmd(), newExplainCmd(), newSchemaCmd(), newNormalizeCmd(), newJSONCmd())
	return root
}
