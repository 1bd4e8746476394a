package main

import (
	"bytes"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func newTextCmd() *cobra.Command {
	var clean bool
	t := transform{from: ".xml", to: ".txt", make: fromXML(func(doc *akn.Document) ([]byte, error) {
		if clean {
			doc = convert.Strip(doc)
		}
		return convert.Text(doc)
	})}
	cmd := t.command(&cobra.Command{
		Use:   "text",
		Short: "Write the text of an Akoma Ntoso document",
		Long: `Write the text of an Akoma Ntoso document: of one that convert wrote, the source text, byte for byte; of any other,
canonical text, blocks a blank line apart and notes at the end.`,
		Example: `  ntoso text draft.xml > draft.txt
  ntoso text --clean -o clean xml`,
	})
	cmd.Flags().BoolVar(&clean, "clean", false, "canonical text of any document: paragraphs whole, without page ends, furniture and line ends of the source")
	return cmd
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
			return failure(located{in.path, notXML(xml, err)})
		}
		out, err := write(doc)
		if err != nil {
			return failure(located{in.path, err})
		}
		return result{out: out}
	}
}

// notXML says what a parser cannot: that what it was given was not meant to be XML.
func notXML(src []byte, err error) error {
	src = bytes.TrimSpace(bytes.TrimPrefix(src, []byte("\uFEFF")))
	if len(src) == 0 {
		return errors.New("the file is empty")
	}
	if !strings.Contains("<\x00\xFE\xFF", string(src[:1])) { // of UTF-16 the parser speaks
		return errors.New("this is not XML: ntoso convert makes XML of a text")
	}
	return err
}
