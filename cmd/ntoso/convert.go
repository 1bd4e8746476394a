package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/convert"
)

// convertFlags are those of the command, as they were given.
type convertFlags struct {
	options convert.Options
	clean   bool
	report  string
}

func newConvertCmd() *cobra.Command {
	var flags convertFlags
	cmd := &cobra.Command{
		Use:   "convert [FILE|-]",
		Short: "Convert the text of a resolution to AKN4UN XML",
		Long: `Convert the text of a resolution to AKN4UN XML, and say on standard error what was left alone, and why.

The exit status is 0 where the XML was written, remarks or not, and 2 where the text could not be converted.`,
		Args: cobra.MaximumNArgs(1),
	}
	cmd.Flags().StringVar(&flags.options.Language, "lang", "", "language of the text (ISO 639, such as fra; default: found)")
	cmd.Flags().StringVar(&flags.options.Dialect, "dialect", "", "manner of the text: markdown, plain, sentences, pdf-flow or pdf-layout (default: found)")
	cmd.Flags().StringVar(&flags.options.Symbol, "symbol", "", "symbol of the document, such as A/C.3/76/L.5 (default: as printed)")
	cmd.Flags().StringVar(&flags.options.Actor, "actor", "", "actor in the document's IRI, such as un-ga (default: by the organ, such as unga)")
	cmd.Flags().BoolVar(&flags.clean, "clean", false, "leave the layout layer out; the text is then canonical, not exact")
	cmd.Flags().StringVar(&flags.report, "report", "text", "report on standard error: text (a remark a line) or json (one object with counts and remarks)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return runConvert(cmd, args, flags) }
	return cmd
}

func runConvert(cmd *cobra.Command, args []string, flags convertFlags) error {
	printReport, ok := reporters[flags.report]
	if !ok {
		return fmt.Errorf("unknown report %q: text or json", flags.report)
	}
	name := inputName(args)
	src, err := readInput(cmd, name)
	if err != nil {
		return err
	}
	doc, report, err := convert.FromText(src, flags.options)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if flags.clean {
		doc = convert.Strip(doc)
	}
	if _, err := doc.WriteTo(cmd.OutOrStdout()); err != nil {
		return err
	}
	return printReport(cmd.ErrOrStderr(), name, report)
}

// reporters print a report.
var reporters = map[string]func(w io.Writer, name string, r *convert.Report) error{
	"text": textReport,
	"json": jsonReport,
}

func textReport(w io.Writer, name string, r *convert.Report) error {
	for _, remark := range r.Remarks {
		if _, err := fmt.Fprintf(w, "%s:%s\n", name, remark); err != nil {
			return err
		}
	}
	return nil
}

func jsonReport(w io.Writer, _ string, r *convert.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(r)
}
