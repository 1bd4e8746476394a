package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/convert"
)

func newTextCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "text [FILE|-]",
		Short: "Write the text of an Akoma Ntoso document",
		Long: `Write the text of an Akoma Ntoso document: of one that convert wrote, the source text, byte for byte; of any other,
canonical text, blocks a blank line apart and notes at the end.`,
		Args: cobra.MaximumNArgs(1),
		RunE: runText,
	}
}

func runText(cmd *cobra.Command, args []string) error {
	doc, err := readXML(cmd, args)
	if err != nil {
		return err
	}
	text, err := convert.Text(doc)
	if err != nil {
		return fmt.Errorf("%s: %w", inputName(args), err)
	}
	_, err = cmd.OutOrStdout().Write(text)
	return err
}
