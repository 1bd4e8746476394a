package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/akn"
)

func main() {
	out := os.Args[1]
	os.MkdirAll(out, 0o755)
	var files []string
	for _, a := range os.Args[2:] {
		if st, err := os.Stat(a); err == nil && st.IsDir() {
			m, _ := filepath.Glob(a + "/*.txt")
			files = append(files, m...)
		} else {
			files = append(files, a)
		}
	}
	sort.Strings(files)
	bad, whole := 0, 0
	codes := map[string]int{}
	for _, f := range files {
		src, _ := os.ReadFile(f)
		doc, rep, err := convert.FromText(src, convert.Options{})
		if err != nil {
			fmt.Println(f, err)
			bad++
			continue
		}
		var b bytes.Buffer
		doc.WriteTo(&b)
		base := strings.TrimSuffix(filepath.Base(f), ".txt")
		os.WriteFile(filepath.Join(out, base+".xml"), b.Bytes(), 0o644)
		d2, err := akn.Parse(b.Bytes())
		if err != nil {
			fmt.Println(f, "PARSE", err)
			bad++
			continue
		}
		back, _ := convert.Text(d2)
		if !bytes.Equal(back, src) {
			i := 0
			for i < len(src) && i < len(back) && src[i] == back[i] {
				i++
			}
			bad++
			fmt.Printf("%s INEXACT at %d: %.60q vs %.60q\n", f, i, src[max(0, i-20):min(len(src), i+40)], back[max(0, i-20):min(len(back), i+40)])
		}
		v := false
		for _, r := range rep.Remarks {
			codes[string(r.Code)]++
			if r.Code == "verbatim" {
				v = true
			}
		}
		if v {
			whole++
			fmt.Println("VERBATIM", f)
		}
	}
	fmt.Println(len(files), "files,", bad, "bad,", whole, "with verbatim", codes)
}
