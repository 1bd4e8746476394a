// Citations prints the documents that a resolution cites: name, how often, and address.
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: citations FILE.txt")
	}
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	doc, _, err := convert.FromText(src, convert.Options{})
	if err != nil {
		log.Fatal(err)
	}
	type cited struct {
		name, href string
		times      int
	}
	var list []*cited
	for ref := range doc.Refs() {
		i := slices.IndexFunc(list, func(c *cited) bool { return c.href == ref.Href() })
		if i < 0 {
			name := ref.Title() // the symbol; treaties have none
			if name == "" {
				name = akn.Text(ref.Element())
			}
			i, list = len(list), append(list, &cited{name, ref.Href(), 0})
		}
		list[i].times++
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, c := range list {
		fmt.Fprintf(w, "%s\t%d\t%s\n", c.name, c.times, c.href)
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}
