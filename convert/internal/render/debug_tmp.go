package render

import (
	"fmt"
	"os"
)

var debug = os.Getenv("NTOSO_DEBUG") != ""

func dbg(f *fitter, s string) {
	if debug {
		e := min(len(f.src), f.at+60)
		tag, txt := "", ""
		if f.block != nil {
			tag = f.block.Tag
			txt = f.block.Text()
		}
		fmt.Fprintf(os.Stderr, "FIT lost at %d: want %.80q src %.80q block %s %.50q\n", f.at, s, f.src[f.at:e], tag, txt)
	}
}
