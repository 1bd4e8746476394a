package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func newTextCmd() *cobra.Command {
	t := transform{from: ".xml", to: ".txt", make: fromXML(convert.Text)}
	return t.command(&cobra.Command{
		Use:   "text",
		Short: "Write the text of an Akoma Ntoso document",
		Long: `Write the text of an Akoma Ntoso document: of one that convert wrote, the source text, byte for byte; of any other,
canonical text, blocks a blank line apart and notes at the end.`,
	})
}

// fromXML is the work of a command that reads a document and writes what some function makes of it.
func fromXML(write func(*akn.Document) ([]byte, error)) func(*cobra.Command, input) result {
	return func(cmd *cobra.Command, in input) result {
		xml, err := readInput(cmd, in.path)
		if err != nil {
			return failure(err)
		}
		doc, err := akn.Parse(xml)
		if err != nil {
			return failure(fmt.Errorf("%s: %w", in.path, err))
		}
		out, err := write(doc)
		if err != nil {
			return failure(fmt.Errorf("%s: %w", in.path, err))
		}
		return result{out: out}
	}
}
