// Notes lists the notes of a resolution with the recitals and paragraphs that call them.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/beevik/etree"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: notes FILE.txt")
	}
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	doc, _, err := convert.FromText(src, convert.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for note := range doc.Notes() {
		var callers []string
		for _, call := range note.Calls() {
			callers = append(callers, caller(call))
		}
		fmt.Printf("%s\t%s\t%s\n", note.Marker(), strings.Join(callers, ", "), note.Text())
	}
}

// caller is the eId of what the call stands in.
func caller(call *etree.Element) string {
	if e := akn.Up(call, "paragraph", "container", "preface", "coverPage"); e != nil {
		if id := akn.Attr(e, "eId"); id != "" {
			return id
		}
		return akn.Local(e)
	}
	return "?"
}
