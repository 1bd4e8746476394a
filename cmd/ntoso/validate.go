package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/render"
	"github.com/ntoso/ntoso/validate/schema"
)

// validateFlags are those of the command, as they were given.
type validateFlags struct {
	profile string
	format  string
	xsd     string
	strict  bool
	selection
}

func newValidateCmd() *cobra.Command {
	var flags validateFlags
	cmd := &cobra.Command{
		Use:   "validate [FILE|FOLDER|-]...",
		Short: "Judge Akoma Ntoso documents by the schema and a profile",
		Long: `Judge Akoma Ntoso documents by the schema and a profile, and print what was found. Of a folder, all *.xml below it.

The exit status is 0 where no finding is an error, 1 where one is, and 2 where a document could not be read; the others
are judged all the same.`,
		Example: `  ntoso validate draft.xml
  ntoso validate --format sarif xml > findings.sarif
  ntoso validate --profile schema --suppress AKN1202="dates come later" draft.xml`,
	}
	cmd.Flags().StringVar(&flags.profile, "profile", "", "rules to apply: schema, akn or akn4un (default: akn4un where the document's IRI begins with /akn/un/, else akn)")
	cmd.Flags().StringVar(&flags.format, "format", "text", "output: text, json (a finding a line) or sarif")
	cmd.Flags().StringVar(&flags.xsd, "xsd", "", "judge by this XML Schema instead of that of Akoma Ntoso 3.0")
	cmd.Flags().StringArrayVar(&flags.suppress, "suppress", nil, "leave the findings of a rule out, with the reason: UN3107=\"not yet numbered\" (repeatable)")
	cmd.Flags().StringArrayVar(&flags.severity, "severity", nil, "give a rule another severity: UN3208=error (repeatable)")
	cmd.Flags().BoolVar(&flags.strict, "strict", false, "report what a document suppresses in itself, too")
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return runValidate(cmd, args, flags) }
	return cmd
}

// errFindings ends a command that has found errors in a document.
var errFindings = errors.New("the document has errors")

// A judged document, or why it could not be read.
type judged struct {
	render.Document
	err error
}

func runValidate(cmd *cobra.Command, args []string, flags validateFlags) error {
	p, err := newPrinter(cmd.OutOrStdout(), flags.format)
	if err != nil {
		return err
	}
	options, err := flags.options()
	if err != nil {
		return err
	}
	list, unread := inputs(args, ".xml")
	ok := true
	for _, j := range inOrder(cmd.Context(), list, func(in input) judged { return judge(cmd, in, options) }) {
		if j.err != nil {
			unread = errors.Join(unread, j.err)
			continue
		}
		ok = ok && j.Report.OK()
		if err := p.print(j.Document); err != nil {
			return err
		}
	}
	if err := p.end(); err != nil {
		return err
	}
	switch {
	case unread != nil:
		return unread
	case !ok:
		return errFindings
	}
	return nil
}

func judge(cmd *cobra.Command, in input, options validate.Options) judged {
	src, err := readInput(cmd, in.path)
	if err != nil {
		return judged{err: err}
	}
	return judged{Document: render.Document{Name: in.path, Source: src, Report: validate.Check(src, options)}}
}

// options turns the flags into those of the check.
func (f validateFlags) options() (o validate.Options, err error) {
	o.Strict = f.strict
	if f.profile != "" {
		if o.Profile, err = validate.ParseProfile(f.profile); err != nil {
			return o, err
		}
	}
	if err := f.apply(&o); err != nil {
		return o, err
	}
	if f.xsd != "" {
		dir, name := filepath.Split(filepath.Clean(f.xsd))
		if dir == "" {
			dir = "."
		}
		o.Grammar, err = schema.CompileXSD(os.DirFS(dir), name)
	}
	return o, err
}

// A printer prints judged documents: each as it comes, or all at the end.
type printer struct {
	print func(render.Document) error
	end   func() error
}

func newPrinter(w io.Writer, format string) (printer, error) {
	switch format {
	case "text":
		options := render.TextOptions{Color: colored(w)}
		return each(func(docs []render.Document) error { return render.Text(w, docs, options) }), nil
	case "json":
		return each(func(docs []render.Document) error { return render.JSON(w, docs) }), nil
	case "sarif":
		return together(func(docs []render.Document) error { return render.SARIF(w, docs, buildVersion()) }), nil
	}
	return printer{}, fmt.Errorf("unknown format %q: there are text, json and sarif", format)
}

// each prints a document as it comes.
func each(print func([]render.Document) error) printer {
	return printer{
		print: func(d render.Document) error { return print([]render.Document{d}) },
		end:   func() error { return nil },
	}
}

// together prints all documents as one, without their sources, which can be large.
func together(print func([]render.Document) error) printer {
	var docs []render.Document
	return printer{
		print: func(d render.Document) error {
			d.Source = nil
			docs = append(docs, d)
			return nil
		},
		end: func() error { return print(docs) },
	}
}

// colored says whether a writer is a terminal that shows colours. NO_COLOR turns them off (no-color.org).
func colored(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// buildVersion is the version of the module that the program was built from, empty where it is not known.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}
