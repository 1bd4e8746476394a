package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/spf13/cobra"
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
	}
	root.AddCommand(newConvertCmd(), newTextCmd())
	return root
}

// readInput reads the named file, or standard input where the name is "-" or missing.
func readInput(cmd *cobra.Command, args []string) ([]byte, error) {
	if len(args) == 0 || args[0] == "-" {
		return io.ReadAll(cmd.InOrStdin())
	}
	return os.ReadFile(args[0])
}

func newConvertCmd() *cobra.Command {
	var opts convert.Options
	cmd := &cobra.Command{
		Use:   "convert [FILE|-]",
		Short: "Convert the text of a resolution to AKN4UN XML",
		Args:  cobra.MaximumNArgs(1),
	}
	clean := cmd.Flags().Bool("clean", false, "leave the layout layer out")
	cmd.Flags().StringVar(&opts.Language, "lang", "", "language of the text (ISO 639, such as fra)")
	cmd.Flags().StringVar(&opts.Dialect, "dialect", "", "manner of the text: markdown, plain, sentences, pdf-flow, pdf-layout")
	cmd.Flags().StringVar(&opts.Symbol, "symbol", "", "symbol of the document, such as A/C.3/76/L.5")
	cmd.Flags().StringVar(&opts.Actor, "actor", "", "actor in the document's IRI, such as un-ga")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		src, err := readInput(cmd, args)
		if err != nil {
			return err
		}
		doc, report, err := convert.FromText(src, opts)
		if err != nil {
			return err
		}
		if *clean {
			doc = convert.Strip(doc)
		}
		for _, r := range report.Remarks {
			fmt.Fprintln(cmd.ErrOrStderr(), r)
		}
		_, err = doc.WriteTo(cmd.OutOrStdout())
		return err
	}
	return cmd
}

func newTextCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "text [FILE|-]",
		Short: "Write the text of an AKN document",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			xml, err := readInput(cmd, args)
			if err != nil {
				return err
			}
			doc, err := akn.Parse(xml)
			if err != nil {
				return err
			}
			text, err := convert.Text(doc)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
}
