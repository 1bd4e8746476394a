package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/validate"
)

func newExplainCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]...",
		Short: "Explain a finding of validate or a remark of convert, or list all codes",
		Long: `Explain a finding of validate (what the rule wants and why, with a bad and a good example) or a remark of convert.
Without a code list all, with the beginning of one those that begin so.`,
		Example: `  ntoso explain UN3107
  ntoso explain no-symbol
  ntoso explain UN31`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listCodes(cmd.OutOrStdout(), "")
			}
			for i, code := range args {
				if i > 0 {
					fmt.Fprintln(cmd.OutOrStdout())
				}
				if err := explainCode(cmd.OutOrStdout(), code); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// explainCode explains a code, or lists those that begin so.
func explainCode(w io.Writer, code string) error {
	if rule, ok := validate.RuleFor(strings.ToUpper(code)); ok {
		return explain(w, rule)
	}
	kinds := convert.RemarkKinds()
	if i := slices.IndexFunc(kinds, func(k convert.RemarkKind) bool { return k.Code == strings.ToLower(code) }); i >= 0 {
		return explainRemark(w, kinds[i])
	}
	return listCodes(w, code)
}

// listCodes lists the rules and kinds of remarks whose codes begin so.
func listCodes(w io.Writer, begin string) error {
	var b strings.Builder
	for _, r := range validate.Rules() {
		if strings.HasPrefix(r.Code, strings.ToUpper(begin)) {
			fmt.Fprintf(&b, "%s  %-7s  %s\n", r.Code, r.Severity, r.Title)
		}
	}
	for _, k := range convert.RemarkKinds() {
		if strings.HasPrefix(k.Code, strings.ToLower(begin)) {
			fmt.Fprintf(&b, "%s  remark  %s\n", k.Code, k.Title)
		}
	}
	if b.Len() == 0 {
		return fmt.Errorf("there is no rule or remark %s: ntoso explain lists them", begin)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func explainRemark(w io.Writer, k convert.RemarkKind) error {
	_, err := fmt.Fprintf(w, "%s (remark): %s\n\n%s\n%s\n", k.Code, k.Title, wrap(k.Meaning), wrap(k.Advice))
	return err
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
