// Tmx writes the language versions of a resolution as a translation memory (TMX 1.4b): a unit for each paragraph, a
// variant for each language. The first version is the source language.
package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func main() {
	names := os.Args[1:]
	if len(names) < 2 {
		log.Fatal("usage: tmx FILE FILE..., each NAME.txt or NAME.xml")
	}
	var docs []*akn.Document
	for _, name := range names {
		doc, err := read(name)
		if err != nil {
			log.Fatal(name, ": ", err)
		}
		docs = append(docs, doc)
	}
	aligned, err := convert.Align(docs...)
	var unfit *convert.AlignError
	if errors.As(err, &unfit) {
		log.Fatal(names[unfit.Document], ": ", err)
	}
	if err != nil {
		log.Fatal(err)
	}
	if err := write(os.Stdout, memory(tag(docs[0].Statement().Expression().Language()), aligned)); err != nil {
		log.Fatal(err)
	}
}

// read reads a version: XML, of ours or of the United Nations, or text to convert. The identifiers by which paragraphs
// are paired are those of the convention after Normalize.
func read(name string) (*akn.Document, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if !strings.EqualFold(filepath.Ext(name), ".xml") {
		doc, _, err := convert.FromText(src, convert.Options{})
		return doc, err
	}
	doc, err := akn.Parse(src)
	if err != nil {
		return nil, err
	}
	return akn.Normalize(doc), nil
}

// A tmx is a translation memory. The names are those of the standard.
type tmx struct {
	XMLName xml.Name `xml:"tmx"`
	Version string   `xml:"version,attr"`
	Header  header   `xml:"header"`
	Units   []unit   `xml:"body>tu"`
}

type header struct {
	Tool        string `xml:"creationtool,attr"`
	ToolVersion string `xml:"creationtoolversion,attr"`
	SegType     string `xml:"segtype,attr"`
	Format      string `xml:"o-tmf,attr"`
	AdminLang   string `xml:"adminlang,attr"`
	SourceLang  string `xml:"srclang,attr"`
	DataType    string `xml:"datatype,attr"`
}

type unit struct {
	ID       string    `xml:"tuid,attr"`
	Prop     prop      `xml:"prop"`
	Variants []variant `xml:"tuv"`
}

type prop struct {
	Type  string `xml:"type,attr"`
	Value string `xml:",chardata"`
}

type variant struct {
	Lang string `xml:"xml:lang,attr"`
	Seg  string `xml:"seg"`
}

// memory makes a unit of each paragraph that at least two versions have.
func memory(source string, aligned []convert.Aligned) tmx {
	m := tmx{Version: "1.4", Header: header{
		Tool: "ntoso", ToolVersion: "1", SegType: "paragraph", Format: "AKN4UN",
		AdminLang: "en", SourceLang: source, DataType: "plaintext",
	}}
	for _, a := range aligned {
		u := unit{ID: a.EID, Prop: prop{"x-kind", a.Kind}}
		for _, s := range a.Segments {
			if s.Text != "" {
				u.Variants = append(u.Variants, variant{tag(s.Language), s.Text})
			}
		}
		if len(u.Variants) > 1 {
			m.Units = append(m.Units, u)
		}
	}
	return m
}

// tag is the language as xml:lang has it: "fr" for "fra".
func tag(code string) string {
	if l, ok := akn.LanguageOf(code); ok {
		return l.Tag
	}
	return code
}

func write(w io.Writer, m tmx) error {
	data, err := xml.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, data)
	return err
}
