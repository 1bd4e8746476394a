package schema

import (
	"math/rand"
	"regexp"
	"testing"
	"testing/fstest"
)

var (
	emptyTag  = regexp.MustCompile(`<xs:\w+[^<>]*/>`)
	attrValue = regexp.MustCompile(`"[^"]*"`)
	tagName   = regexp.MustCompile(`xs:(sequence|choice|all|extension|restriction|key|unique|complexContent|simpleContent)\b`)
)

// chaos changes a schema in a place or two, at random.
func chaos(r *rand.Rand, src string) string {
	for range 1 + r.Intn(2) {
		pattern := []*regexp.Regexp{emptyTag, attrValue, attrValue, tagName}[r.Intn(4)]
		spans := pattern.FindAllStringIndex(src, -1)
		if len(spans) == 0 {
			continue
		}
		a, b := spans[r.Intn(len(spans))], spans[r.Intn(len(spans))]
		now := src[b[0]:b[1]]
		if pattern == emptyTag && r.Intn(2) == 0 {
			now = ""
		}
		src = src[:a[0]] + now + src[a[1]:]
	}
	return src
}

// No schema, however odd, makes the compiler panic; and what it takes can be written, and read again as the same.
func TestOddSchemas(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	n := 4000
	if testing.Short() || slow {
		n = 300
	}
	good := 0
	for range n {
		src := chaos(r, schemaHead+features[r.Intn(len(features))].xsd+"</xs:schema>")
		s, err := CompileXSD(fstest.MapFS{"s.xsd": {Data: []byte(src)}}, "s.xsd")
		if err != nil {
			continue
		}
		good++
		for _, e := range s.Elements() {
			s.Describe(e)
		}
		files, err := XSDFiles(s)
		if err != nil {
			t.Logf("it cannot be written: %v", err)
			continue
		}
		out := fstest.MapFS{}
		for _, x := range files {
			out[x.Name] = &fstest.MapFile{Data: x.Content}
		}
		back, err := CompileXSD(out, files[0].Name)
		if err != nil {
			t.Fatalf("what is written cannot be read: %v\n%s\n%s", err, src, files[0].Content)
		}
		for _, d := range Compare(s, back) {
			t.Errorf("written and read: %s\n%s\n%s", d, src, files[0].Content)
		}
	}
	t.Logf("%d schemas, %d of them good", n, good)
}
