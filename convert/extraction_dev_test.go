package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestDevExtraction(t *testing.T) {
	out := os.Getenv("EXTR_OUT")
	if out == "" {
		t.Skip()
	}
	n, _ := strconv.Atoi(os.Getenv("EXTR_N"))
	only, onlyManner := os.Getenv("EXTR_ONLY"), os.Getenv("EXTR_MANNER")
	tsv, _ := os.Create(filepath.Join(out, "table.tsv"))
	var mu sync.Mutex
	var wg sync.WaitGroup
	sem := make(chan bool, 2)
	for _, m := range manners {
		if onlyManner != "" && onlyManner != m.name {
			continue
		}
		specimens := specimensOf(t, m.name, n)
		for _, c := range changes {
			if only != "" && !strings.Contains("|"+only+"|", "|"+c.name+"|") {
				continue
			}
			wg.Add(1)
			sem <- true
			go func() {
				defer func() { <-sem; wg.Done() }()
				texts, same, all, right, base, faulty := 0, 0, 0, 0, 0, 0
				keys := map[string]int{}
				var detail strings.Builder
				for _, s := range specimens {
					if !c.occurs(s) || c.apply(s.text) == s.text {
						continue
					}
					e := s.undergo(t, c)
					texts++
					if len(e.faults) > 0 {
						faulty++
					}
					if e.sameStructure() {
						same++
					}
					for _, k := range e.differ {
						keys[k]++
					}
					right, all, base = right+e.right, all+e.all, base+s.right
					if len(e.faults) > 0 || len(e.differ) > 0 {
						name := strings.ReplaceAll(c.name, "/", "-") + "__" + m.name + "__" + s.lang + "__" + s.name
						os.WriteFile(filepath.Join(out, name+".txt"), []byte(e.text), 0o644)
						fmt.Fprintf(&detail, "== %s [%s] faults %v differ %v\n", s.name, s.lang, e.faults, e.differ)
						for _, k := range e.differ {
							fmt.Fprintf(&detail, "   %s\n     was %s\n     now %s\n", k, clip(s.facts[k]), clip(e.found[k]))
						}
					}
				}
				if texts == 0 {
					return
				}
				mu.Lock()
				fmt.Fprintf(tsv, "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%v\n", c.name, m.name, texts, same, faulty, right, base, all, keys)
				mu.Unlock()
				os.WriteFile(filepath.Join(out, "detail__"+strings.ReplaceAll(c.name, "/", "-")+"__"+m.name), []byte(detail.String()), 0o644)
			}()
		}
	}
	wg.Wait()
	tsv.Close()
}
