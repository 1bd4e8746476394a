package main

import (
	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
)

func newNormalizeCmd() *cobra.Command {
	t := transform{from: ".xml", to: ".xml", make: fromXML(func(doc *akn.Document) ([]byte, error) {
		return akn.Normalize(doc).Bytes()
	})}
	return t.command(&cobra.Command{
		Use:   "normalize",
		Short: "Make a UN document meet the UN profile, with its text as it is",
		Long: `Write a copy of a UN document that meets their profile as far as that is certain: eIds by the convention, names and
metadata completed, linked citations as references, headings and items where they belong. No letter of the text
changes. What contradicts itself is left for validate to report.`,
	})
}
