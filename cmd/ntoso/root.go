package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/validate"
)

// Exit statuses: a finding is not a failure.
const (
	exitOK      = 0
	exitFinding = 1
	exitFailed  = 2
)

// errFindings ends a command that has found errors in a document.
var errFindings = errors.New("the document has errors")

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
	}
	fmt.Fprintf(stderr, "ntoso: %v\n", err)
	return exitFailed
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

// inputName is the name of the input as messages have it.
func inputName(args []string) string {
	if len(args) == 0 {
		return "-"
	}
	return args[0]
}

// readInput reads the named file, or standard input where the name is "-". It stops behind the largest input that is
// accepted at all, which whoever reads it next refuses.
func readInput(cmd *cobra.Command, name string) ([]byte, error) {
	r := cmd.InOrStdin()
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }() // it was only read
		r = f
	}
	return io.ReadAll(io.LimitReader(r, maxInput+1))
}

// maxInput is the largest of the limits of a text and of XML.
const maxInput = max(convert.MaxSize, akn.DefaultMaxSize, validate.MaxInput)

// readXML parses the input of a command.
func readXML(cmd *cobra.Command, args []string) (*akn.Document, error) {
	name := inputName(args)
	xml, err := readInput(cmd, name)
	if err != nil {
		return nil, err
	}
	doc, err := akn.Parse(xml)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}
