package compose

import "github.com/beevik/etree"
import "github.com/ntoso/ntoso/akn"
import "fmt"

func assignTmp(root *etree.Element) {
	n := 0
	for e := range akn.All(root) {
		switch akn.Local(e) {
		case "paragraph", "point", "container", "formula", "mref", "item", "list", "intro", "content", "blockList", "section", "division", "title", "part", "attachment", "conclusions", "term", "eop", "organization", "keyword", "step", "wrapUp", "heading", "session", "docCommittee", "docNumber", "docTitle", "docAuthority", "docProponent", "docStatus", "docDate", "inline", "date", "docType", "noteRef", "docketNumber", "hcontainer", "num", "p", "i", "b", "a", "span":
			if e.SelectAttr("eId") == nil {
				n++
				e.CreateAttr("eId", fmt.Sprintf("x%d", n))
			}
		}
	}
}
