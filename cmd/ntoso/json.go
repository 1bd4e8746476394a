package main

import (
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func newJSONCmd() *cobra.Command {
	t := transform{from: ".xml", to: ".json", make: fromXML(resolutionJSON)}
	return t.command(&cobra.Command{
		Use:   "json",
		Short: "Print what a resolution says as JSON",
		Long: `Print what a resolution says as JSON: symbol, title, dates, recitals, paragraphs, notes, citations. It reads any AKN4UN
document, so that those of two converters can be compared. The keys are those of docs/resolution.schema.json; a
collection of several resolutions is an array.`,
		Example: `  ntoso json draft.xml | jq -r '.paragraphs[] | .number + " " + .text'
  ntoso json -o json xml`,
	})
}

func resolutionJSON(doc *akn.Document) ([]byte, error) {
	if akn.Local(doc.Root()) == "" {
		return nil, convert.ErrNotAKN
	}
	all := doc.Resolutions()
	if len(all) == 1 {
		return all[0].JSON()
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(all)
	return b.Bytes(), err
}
