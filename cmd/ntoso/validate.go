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
		Use:   "validate [FILE|-]...",
		Short: "Judge Akoma Ntoso documents by the schema and a profile",
		Long: `Judge Akoma Ntoso documents by the schema and a profile, and print what was found.

The exit status is 0 where no finding is an error, 1 where one is, and 2 where a document could not be read; the others
are judged all the same.`,
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

func runValidate(cmd *cobra.Command, args []string, flags validateFlags) error {
	print, err := renderer(cmd, flags.format)
	if err != nil {
		return err
	}
	options, err := flags.options()
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	var docs []render.Document
	var unread error
	ok := true
	for _, name := range args {
		src, err := readInput(cmd, name)
		if err != nil {
			unread = errors.Join(unread, err)
			continue
		}
		report := validate.Check(src, options)
		ok = ok && report.OK()
		docs = append(docs, render.Document{Name: name, Source: src, Report: report})
	}
	if err := print(docs); err != nil {
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

// renderer is what prints a format.
func renderer(cmd *cobra.Command, format string) (func([]render.Document) error, error) {
	w := cmd.OutOrStdout()
	switch format {
	case "text":
		return func(docs []render.Document) error { return render.Text(w, docs, render.TextOptions{Color: colored(w)}) }, nil
	case "json":
		return func(docs []render.Document) error { return render.JSON(w, docs) }, nil
	case "sarif":
		return func(docs []render.Document) error { return render.SARIF(w, docs, buildVersion()) }, nil
	}
	return nil, fmt.Errorf("unknown format %q: there are text, json and sarif", format)
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
