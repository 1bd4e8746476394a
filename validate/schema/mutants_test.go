package schema

import (
	"encoding/xml"
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

// write gives a tree back as a document, with prefixes of its own.
func (n *tree) write(b *strings.Builder, space string) {
	b.WriteString("<" + n.name.Local)
	if n.name.Space != space {
		fmt.Fprintf(b, ` xmlns="%s"`, n.name.Space)
	}
	for i, a := range n.attrs {
		switch a.Name.Space {
		case "":
			fmt.Fprintf(b, ` %s="`, a.Name.Local)
		case XMLNamespace:
			fmt.Fprintf(b, ` xml:%s="`, a.Name.Local)
		default:
			fmt.Fprintf(b, ` xmlns:p%d="%s" p%d:%s="`, i, a.Name.Space, i, a.Name.Local)
		}
		escape(b, a.Value)
		b.WriteString(`"`)
	}
	b.WriteString(">")
	for i := range max(len(n.text), len(n.children)) {
		if i < len(n.text) {
			escape(b, n.text[i])
		}
		if i < len(n.children) {
			n.children[i].write(b, n.name.Space)
		}
	}
	b.WriteString("</" + n.name.Local + ">")
}

func escape(b *strings.Builder, s string) {
	if err := xml.EscapeText(b, []byte(s)); err != nil {
		panic(err)
	}
}

// mutate changes a tree in one place, at random.
func (n *tree) mutate(r *rand.Rand) {
	all := n.all()
	m := all[r.Intn(len(all))]
	for len(m.text) < len(m.children)+1 {
		m.text = append(m.text, "")
	}
	names := AKN().Elements()
	other := names[r.Intn(len(names))]
	at := 0
	if len(m.children) > 0 {
		at = r.Intn(len(m.children))
	}
	switch op := r.Intn(12); {
	case op == 0 && len(m.children) > 0:
		m.children = append(m.children[:at], m.children[at+1:]...)
	case op == 1 && len(m.children) > 0:
		m.children = append(m.children[:at+1], m.children[at:]...)
	case op == 2 && len(m.children) > 1:
		i := r.Intn(len(m.children))
		m.children[at], m.children[i] = m.children[i], m.children[at]
	case op == 3:
		m.name = other.Name
	case op == 4:
		m.children = append(m.children, &tree{name: other.Name})
	case op == 5:
		m.children = append(m.children, &tree{name: Name{"urn:foreign", "x"}, children: []*tree{{name: other.Name}}})
	case op == 6:
		m.text[at] += "text"
	case op == 7 && len(m.attrs) > 0:
		i := r.Intn(len(m.attrs))
		m.attrs = append(m.attrs[:i:i], m.attrs[i+1:]...)
	case op == 8 && len(m.attrs) > 0:
		m.attrs[r.Intn(len(m.attrs))].Value = badValues[r.Intn(len(badValues))]
	case op == 9:
		use := other.Type.Attrs
		if len(use) > 0 {
			m.set(use[r.Intn(len(use))].Name, badValues[r.Intn(len(badValues))])
		}
	case op == 10:
		m.set(Name{"", "eId"}, all[r.Intn(len(all))].id())
	case op == 11:
		m.set(Name{"urn:foreign", "y"}, "z")
	}
}

var badValues = []string{"", " ", "a b", "2024-02-30", "2024-02-29", "2024-01-01T12:00:00", "true", "1", "x", "#x", "removed", "side", "fr", "##", "start", "preserve"}

func (n *tree) set(name Name, v string) {
	for i := range n.attrs {
		if Name(n.attrs[i].Name) == name {
			n.attrs[i].Value = v
			return
		}
	}
	n.attrs = append(n.attrs, xml.Attr{Name: xml.Name(name), Value: v})
}

func (n *tree) id() string {
	id, _ := n.attr("", "eId")
	return id
}

// mutants returns documents made from the smaller ones of the corpus, most of them by a change.
func mutants(t testing.TB, perDoc, maxBytes int) []string {
	r := rand.New(rand.NewSource(1))
	var docs []string
	corpus(t, func(name, doc string, valid bool) {
		if len(doc) > maxBytes || strings.Contains(doc, "<!DOCTYPE") {
			return
		}
		for range perDoc {
			root, err := parseTree(doc)
			if err != nil {
				return
			}
			if len(docs)%10 != 0 {
				root.mutate(r)
			}
			var b strings.Builder
			root.write(&b, "")
			docs = append(docs, b.String())
		}
	})
	return docs
}

// The XSD that WriteXSD prints and the one of OASIS get the same verdicts from other validators, and from us.
func TestWrittenXSDGetsTheSameVerdicts(t *testing.T) {
	perDoc := 6
	if testing.Short() || slow {
		perDoc = 1
	}
	docs := mutants(t, perDoc, 40_000)
	oasis, err := filepath.Abs(shared.Dir(t, "schema", "akomantoso30.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	written := dump(t, AKN())
	for _, o := range oracles {
		t.Run(o.name, func(t *testing.T) {
			p, q, good := o.run(t, jobs(oasis, docs)), o.run(t, jobs(written, docs)), 0
			for i := range docs {
				if p[i] {
					good++
				}
				if p[i] != q[i] {
					t.Errorf("valid by OASIS: %t, by what we write: %t: %.300s", p[i], q[i], docs[i])
				}
				if err := valid(AKN(), docs[i]); (err == nil) != p[i] {
					t.Errorf("valid by %s: %t; we: %v", o.name, p[i], err)
				}
			}
			t.Logf("%d documents, %d valid", len(docs), good)
		})
	}
}
