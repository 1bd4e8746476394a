// Convert writes the AKN4UN XML of a text file to a folder, as NAME.xml, and says what was recognised.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/ntoso/ntoso/convert"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: convert FILE.txt FOLDER")
	}
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	doc, report, err := convert.FromText(src, convert.Options{})
	if err != nil {
		log.Fatal(err)
	}
	name := strings.TrimSuffix(filepath.Base(os.Args[1]), ".txt") + ".xml"
	xml, err := doc.Bytes()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(os.Args[2], name), xml, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: a %s in %s, %s: %d recitals, %d paragraphs, %d notes, %d citations\n",
		name, report.Class, report.Language, report.Dialect, report.Recitals, report.Paragraphs, report.Notes, report.Citations)
	for _, r := range report.Remarks {
		fmt.Println(r)
	}
}
