package examples

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/convert"
)

// A node is an element of the translation memory.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []node     `xml:",any"`
}

// tmxRules is the structure of TMX 1.4b, as far as it is used here: the attributes that an element must have, and its
// children in order, of which those with a plus may be repeated.
var tmxRules = map[string]struct{ attrs, children string }{
	"tmx":    {"version", "header body"},
	"header": {"creationtool creationtoolversion segtype o-tmf adminlang srclang datatype", ""},
	"body":   {"", "tu+"},
	"tu":     {"tuid", "prop tuv+"},
	"prop":   {"type", ""},
	"tuv":    {"lang", "seg"},
	"seg":    {"", ""},
}

// tmxValues are the values that TMX 1.4b allows an attribute.
var tmxValues = map[string]string{"version": "1.4", "segtype": "block paragraph sentence phrase", "lang": "en fr es ru ar zh"}

// The six versions make a translation memory as the standard has it, in which every unit has all languages.
func TestTMX(t *testing.T) {
	program := filepath.Join(t.TempDir(), "tmx.exe")
	built, err := exec.Command("go", "build", "-o", program, "./tmx").CombinedOutput()
	require.NoError(t, err, "%s", built)
	var files []string
	for _, lang := range strings.Fields("en fr es ru ar zh") {
		files = append(files, "testdata/texts/six-"+lang+".txt")
	}
	out := output(t, program, strings.Join(files, " "))
	var root node
	require.NoError(t, xml.Unmarshal(out, &root))
	require.Equal(t, "tmx", root.XMLName.Local)
	checkTMX(t, root)
	units := root.Nodes[1].Nodes
	assert.Len(t, units, 36)
	ids := map[string]bool{}
	for _, u := range units {
		id := u.Attrs[0].Value
		assert.False(t, ids[id], "%s stands twice", id)
		ids[id] = true
		assert.Len(t, u.Nodes, 1+len(files), id)
	}
}

// Versions in XML make the memory that their texts make; what is no version of the same document is named.
func TestTMXOfXML(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "tmx.exe")
	built, err := exec.Command("go", "build", "-o", program, "./tmx").CombinedOutput()
	require.NoError(t, err, "%s", built)
	var texts, xmls []string
	for _, name := range []string{"six-en", "six-fr", "adopted-ar"} {
		text := filepath.Join("..", "testdata", "texts", name+".txt")
		src, err := os.ReadFile(text)
		require.NoError(t, err)
		doc, _, err := convert.FromText(src, convert.Options{})
		require.NoError(t, err)
		data, err := doc.Bytes()
		require.NoError(t, err)
		file := filepath.Join(folder, name+".xml")
		require.NoError(t, os.WriteFile(file, data, 0o644))
		texts, xmls = append(texts, text), append(xmls, file)
	}
	want, err := exec.Command(program, texts[:2]...).Output()
	require.NoError(t, err)
	got, err := exec.Command(program, xmls[:2]...).Output()
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))

	said, err := exec.Command(program, xmls...).CombinedOutput()
	require.Error(t, err)
	assert.Contains(t, string(said), xmls[2]+": convert: document 2 is a version of ")
}

// checkTMX compares an element and what it holds with the rules.
func checkTMX(t *testing.T, n node) {
	t.Helper()
	name := n.XMLName.Local
	rule, ok := tmxRules[name]
	require.True(t, ok, "there is no element %s", name)
	var attrs, children []string
	for _, a := range n.Attrs {
		assert.NotEmpty(t, a.Value, "%s/@%s", name, a.Name.Local)
		attrs = append(attrs, a.Name.Local)
		if values := tmxValues[a.Name.Local]; values != "" {
			assert.Contains(t, strings.Fields(values), a.Value, "%s/@%s", name, a.Name.Local)
		}
	}
	assert.Equal(t, rule.attrs, strings.Join(attrs, " "), name)
	for _, c := range n.Nodes {
		child := c.XMLName.Local
		if last := len(children) - 1; last >= 0 && strings.TrimSuffix(children[last], "+") == child {
			children[last] = child + "+"
		} else {
			children = append(children, child)
		}
		checkTMX(t, c)
	}
	assert.Equal(t, rule.children, strings.Join(children, " "), name)
	if len(n.Nodes) > 0 {
		assert.Empty(t, strings.TrimSpace(n.Text), name)
	}
}
