package akn_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
)

// jsonSchema is the part of a JSON Schema that the test follows.
type jsonSchema struct {
	Ref        string                `json:"$ref"`
	Type       string                `json:"type"`
	Required   []string              `json:"required"`
	Properties map[string]jsonSchema `json:"properties"`
	Items      *jsonSchema           `json:"items"`
	Defs       map[string]jsonSchema `json:"$defs"`
}

func resolutionSchema(t *testing.T) jsonSchema {
	data, err := os.ReadFile(filepath.Join("..", "docs", "resolution.schema.json"))
	require.NoError(t, err)
	var s jsonSchema
	require.NoError(t, json.Unmarshal(data, &s))
	return s
}

// TestResolutionSchema: the schema names the properties that the types have, with their kinds, and requires those that
// are always written.
func TestResolutionSchema(t *testing.T) {
	s := resolutionSchema(t)
	sameAsType(t, s, s, reflect.TypeOf(akn.Resolution{}), map[reflect.Type]bool{})
}

func sameAsType(t *testing.T, root, s jsonSchema, typ reflect.Type, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok {
		s = root.Defs[name]
	}
	switch typ.Kind() {
	case reflect.String:
		assert.Equal(t, "string", s.Type)
	case reflect.Int:
		assert.Equal(t, "integer", s.Type)
	case reflect.Slice:
		assert.Equal(t, "array", s.Type)
		require.NotNil(t, s.Items)
		sameAsType(t, root, *s.Items, typ.Elem(), seen)
	case reflect.Struct:
		if seen[typ] {
			return
		}
		seen[typ] = true
		assert.Len(t, s.Properties, typ.NumField(), typ.Name())
		var required []string
		for i := range typ.NumField() {
			name, options, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if options == "" {
				required = append(required, name)
			}
			assert.Contains(t, s.Properties, name, typ.Name())
			sameAsType(t, root, s.Properties[name], typ.Field(i).Type, seen)
		}
		assert.ElementsMatch(t, required, s.Required, typ.Name())
	}
}

// TestResolution reads a golden document of ours.
func TestResolution(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("..", "testdata", "golden", "en-draft.xml"))
	require.NoError(t, err)
	doc, err := akn.Parse(src)
	require.NoError(t, err)
	r := doc.Resolution()
	assert.Equal(t, "draftResolution", r.Class)
	assert.Equal(t, "A/C.2/88/L.31", r.Symbol)
	assert.Equal(t, "unga", r.Organ)
	assert.Equal(t, 88, r.Session)
	assert.Equal(t, 2, r.Committee)
	assert.Equal(t, "2033-10-27", r.Issued)
	assert.Equal(t, []akn.AgendaItem{{Number: "18 (e)", Title: "Sustainable development: sustainable transport"}}, r.Agenda)
	assert.Len(t, r.Sponsors, 7)
	assert.Equal(t, "Recalling", r.Recitals[0].Phrase)
	assert.Equal(t, "recalling", r.Recitals[0].Concept)
	assert.Equal(t, "A/RES/81/302", r.Recitals[0].Citations[0].Symbol)
	require.Len(t, r.Paragraphs, 9)
	p := r.Paragraphs[1]
	assert.Equal(t, "2.", p.Number)
	assert.Equal(t, "Calls upon", p.Phrase)
	assert.Equal(t, 1, p.Section)
	require.Len(t, p.Items, 10)
	assert.Equal(t, "(iii)", p.Items[1].Items[2].Number)
	assert.NotEmpty(t, p.After)
	assert.Len(t, r.Headings, 3)
	require.Len(t, r.Annexes, 1)
	assert.Len(t, r.Annexes[0].Paragraphs, 4)
	data, err := r.JSON()
	require.NoError(t, err)
	var again akn.Resolution
	require.NoError(t, json.Unmarshal(data, &again))
	assert.Equal(t, r, again)
}

// TestResolutionOfNothing: documents without what a resolution has give an empty one.
func TestResolutionOfNothing(t *testing.T) {
	for _, src := range []string{`<a/>`, `<akomaNtoso xmlns="` + akn.Namespace + `"/>`, `<akomaNtoso xmlns="` + akn.Namespace + `"><statement name="x"><preamble><container/></preamble><mainBody><paragraph/></mainBody></statement></akomaNtoso>`} {
		doc, err := akn.Parse([]byte(src))
		require.NoError(t, err)
		assert.Empty(t, doc.Resolution().Title)
	}
}
