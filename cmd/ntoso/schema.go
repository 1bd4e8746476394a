package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/validate/schema"
)

func newSchemaCmd() *cobra.Command {
	var xsd, grammar bool
	cmd := &cobra.Command{
		Use:   "schema ELEMENT | --xsd | --grammar",
		Short: "Say what an element of Akoma Ntoso may hold, or print the whole grammar",
		Example: `  ntoso schema authorialNote
  ntoso schema --xsd > akn.xsd`,
		Args:                  cobra.MaximumNArgs(1),
		DisableFlagsInUseLine: true,
	}
	cmd.Flags().BoolVar(&xsd, "xsd", false, "print the grammar as an XML Schema")
	cmd.Flags().BoolVar(&grammar, "grammar", false, "print the grammar in the notation of this program")
	cmd.MarkFlagsMutuallyExclusive("xsd", "grammar")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		w := cmd.OutOrStdout()
		switch {
		case (xsd || grammar) && len(args) > 0:
			return errors.New("an element and a flag cannot be given together")
		case xsd:
			return schema.WriteXSD(w, schema.AKN())
		case grammar:
			_, err := io.WriteString(w, schema.AKNGrammar())
			return err
		case len(args) == 0:
			return errors.New("name an element, or give --xsd or --grammar")
		}
		return describe(w, args[0])
	}
	return cmd
}

func describe(w io.Writer, name string) error {
	s := schema.AKN()
	e := s.Root(s.TargetNamespace(), name)
	if e == nil {
		return fmt.Errorf("<%s> is not an element of Akoma Ntoso 3.0; ntoso schema --grammar has them all", name)
	}
	_, err := io.WriteString(w, s.Describe(e))
	return err
}
