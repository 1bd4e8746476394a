// Edit changes a word in one paragraph of a resolution and writes the text back: everything else stays as it was,
// byte for byte.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func main() {
	if len(os.Args) != 5 {
		log.Fatal("usage: edit FILE.txt PARAGRAPH OLD NEW, such as edit draft.txt 2. hope trust")
	}
	number, before, after := os.Args[2], os.Args[3], os.Args[4]
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	doc, _, err := convert.FromText(src, convert.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := replace(doc, number, before, after); err != nil {
		log.Fatal(err)
	}
	text, err := convert.Text(doc)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := os.Stdout.Write(text); err != nil {
		log.Fatal(err)
	}
}

// replace puts one word for another in the first paragraph with the number, before its sub-items if it has some.
func replace(doc *akn.Document, number, before, after string) error {
	for p := range doc.Paragraphs() {
		if p.Num() != number || !strings.Contains(p.Intro(), before) {
			continue
		}
		return p.SetIntro(strings.Replace(p.Intro(), before, after, 1))
	}
	return fmt.Errorf("no paragraph %s has the word %q", number, before)
}
