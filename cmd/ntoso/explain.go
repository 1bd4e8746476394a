package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/validate"
)

func newExplainCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a finding of validate, or list all codes",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(cmd.OutOrStdout())
			}
			code := strings.ToUpper(args[0])
			rule, ok := validate.RuleFor(code)
			if !ok {
				return fmt.Errorf("there is no rule %s: ntoso explain lists them", args[0])
			}
			return explain(cmd.OutOrStdout(), rule)
		},
	}
}

func listRules(w io.Writer) error {
	for _, r := range validate.Rules() {
		if _, err := fmt.Fprintf(w, "%s  %-7s  %s\n", r.Code, r.Severity, r.Title); err != nil {
			return err
		}
	}
	return nil
}

func explain(w io.Writer, r validate.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, profile %s): %s\n\n%s\n", r.Code, r.Severity, r.Profile, r.Title, wrap(r.Explanation))
	for _, e := range []struct{ title, text string }{{"Bad", r.Bad}, {"Good", r.Good}} {
		if e.text != "" {
			fmt.Fprintf(&b, "\n%s:\n\n    %s\n", e.title, strings.ReplaceAll(strings.TrimSpace(e.text), "\n", "\n    "))
		}
	}
	if r.Profile != validate.Schema {
		fmt.Fprintf(&b, "\nTo leave its findings out of a document, or of one element, put into proprietary:\n\n    "+
			"<v:suppress xmlns:v=%q code=%q for=\"#eId\" reason=\"...\"/>\n", validate.Namespace, r.Code)
	}
	fmt.Fprintf(&b, "\nSource: %s\n%s\n", r.Source, r.URL)
	_, err := io.WriteString(w, b.String())
	return err
}

// lineWidth is how long a line of prose is at most.
const lineWidth = 80

// wrap breaks prose into lines.
func wrap(text string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		switch {
		case column == 0:
		case column+1+len(word) > lineWidth:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
