package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

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
	t := transform{from: ".txt", to: ".xml", make: func(cmd *cobra.Command, in input) result {
		return flags.convert(cmd, in)
	}}
	cmd := t.command(&cobra.Command{
		Use:   "convert",
		Short: "Convert the text of a resolution to AKN4UN XML",
		Long: `Convert the text of a resolution to AKN4UN XML, and say on standard error what was left alone, and why.

The exit status is 0 where the XML was written, remarks or not, and 2 where a text could not be converted.`,
		Example: `  ntoso convert draft.txt > draft.xml
  pdftotext -layout draft.pdf - | ntoso convert --symbol A/C.3/76/L.5 -o draft.xml
  ntoso convert --report json -o xml texts 2> report.jsonl
  jq -r 'select(.remarks != []) | .file' report.jsonl`,
		PreRunE: func(_ *cobra.Command, args []string) error { return flags.check(args) },
	})
	cmd.Flags().StringVar(&flags.options.Language, "lang", "", "language of the text (ISO 639, such as fra; default: found)")
	cmd.Flags().StringVar(&flags.options.Dialect, "dialect", "", "manner of the text: markdown, plain, sentences, pdf-flow or pdf-layout (default: found)")
	cmd.Flags().StringVar(&flags.options.Symbol, "symbol", "", "symbol of the document, such as A/C.3/76/L.5 (default: as printed)")
	cmd.Flags().StringVar(&flags.options.Actor, "actor", "", "actor in the document's IRI, such as un-ga (default: by the organ, such as unga)")
	cmd.Flags().BoolVar(&flags.clean, "clean", false, "leave the layout layer out; the text is then canonical, not exact")
	cmd.Flags().StringVar(&flags.report, "report", "text", "report on standard error: text (a remark a line) or json (an object a document, with counts and remarks, or the error)")
	return cmd
}

// check refuses flags that no text could be converted with.
func (f convertFlags) check(args []string) error {
	if _, ok := reporters[f.report]; !ok {
		return fmt.Errorf("unknown report %q: text or json", f.report)
	}
	if f.options.Symbol != "" && several(args) {
		return errors.New("--symbol is that of one document")
	}
	_, _, err := convert.FromText(nil, f.options) // of the empty text, only the options can be wrong
	var bad *convert.OptionError
	if errors.As(err, &bad) {
		return fmt.Errorf("--%s: %q is not %s", flagOf[bad.Option], bad.Value, bad.Expected)
	}
	return err
}

// flagOf is the flag that sets an option.
var flagOf = map[string]string{"Language": "lang", "Dialect": "dialect", "Symbol": "symbol", "Actor": "actor"}

// convert converts one text.
func (f convertFlags) convert(cmd *cobra.Command, in input) result {
	xml, report, err := f.xml(cmd, in)
	return result{out: xml, said: reporters[f.report](in.path, report, err), failed: err != nil}
}

func (f convertFlags) xml(cmd *cobra.Command, in input) ([]byte, *convert.Report, error) {
	src, err := readInput(cmd, in.path)
	if err != nil {
		return nil, nil, err
	}
	doc, report, err := convert.FromText(src, f.options)
	if err != nil {
		return nil, nil, located{in.path, err}
	}
	if f.clean {
		doc = convert.Strip(doc)
	}
	xml, err := doc.Bytes()
	return xml, report, err
}

// reporters print the report of a conversion, or why there was none.
var reporters = map[string]func(path string, r *convert.Report, err error) string{
	"text": textReport,
	"json": jsonReport,
}

func textReport(path string, r *convert.Report, err error) string {
	if err != nil {
		return message(err)
	}
	var b strings.Builder
	for _, remark := range r.Remarks {
		fmt.Fprintf(&b, "%s:%s\n", path, remark)
	}
	return b.String()
}

func jsonReport(path string, r *convert.Report, err error) string {
	line := struct {
		File  string `json:"file"`
		Error string `json:"error,omitempty"`
		*convert.Report
	}{File: path, Report: r}
	if err != nil {
		line.Error = err.Error()
		if l := (located{}); errors.As(err, &l) {
			line.Error = l.err.Error() // file says where
		}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(line) // of strings and numbers, into memory
	return b.String()
}
