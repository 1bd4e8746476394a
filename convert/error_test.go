package convert_test

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/stretchr/testify/require"
)

// TestRefused goes through testdata/bad: each text is refused at the place that its table says.
func TestRefused(t *testing.T) {
	for _, r := range table(t, "bad/expected.tsv") {
		t.Run(r.values["file"], func(t *testing.T) {
			doc, report, err := convert.FromText(read(t, filepath.Join("..", "testdata", "bad", r.values["file"])), convert.Options{})
			require.Nil(t, doc)
			require.Nil(t, report)
			var bad *convert.TextError
			require.True(t, errors.As(err, &bad), "expected.tsv:%d: %v", r.line, err)
			require.Equal(t, r.values["offset"], strconv.Itoa(bad.Offset), "offset")
			require.Equal(t, r.values["line"], strconv.Itoa(bad.Line), "line")
			require.Equal(t, r.values["column_characters"], strconv.Itoa(bad.Column), "column")
			words := map[string]string{"utf8": "not valid UTF-8", "char": "XML cannot hold the character U+"}
			require.Contains(t, bad.Message, words[r.values["kind"]])
		})
	}
}

// TestOdd goes through testdata/odd: each text has the parts that its table says. [TestLadder] checks the bytes.
func TestOdd(t *testing.T) {
	for _, r := range table(t, "odd/expected.tsv") {
		t.Run(r.values["file"], func(t *testing.T) {
			doc, _ := fromText(t, read(t, filepath.Join("..", "testdata", "odd", r.values["file"])), convert.Options{})
			found := facts(doc)
			for column, key := range map[string]string{"recitals": "recitals", "paragraphs": "operative"} {
				if want := r.values[column]; want != "-" {
					require.Equal(t, want, strconv.Itoa(found[key].(int)), "expected.tsv:%d: %s", r.line, column)
				}
			}
		})
	}
}

// TestRemedy: what is refused says what it is, where its bytes show that, and nothing where they do not.
func TestRemedy(t *testing.T) {
	for name, c := range map[string]struct{ src, fix string }{
		"PDF":              {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "pdftotext"},
		"docx":             {"PK\x03\x04\x14\x00\x06\x00", ".docx"},
		"doc":              {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office"},
		"gzip":             {"\x1F\x8B\x08\x00", "gzip"},
		"UTF-16 LE, BOM":   {"\xFF\xFEA\x00", "UTF-16"},
		"UTF-16 BE, BOM":   {"\xFE\xFF\x00A", "UTF-16"},
		"UTF-16 LE":        {"T\x00h\x00e\x00 \x00", "UTF-16"},
		"UTF-16 BE":        {"\x00T\x00h\x00e\x00 ", "UTF-16"},
		"Latin-1":          {"Assembl\xE9e g\xE9n\xE9rale", "Windows-1252"},
		"one broken byte":  {"Assemblée g\xE9n\xE9rale", ""},
		"a NUL":            {"The General\x00 Assembly", ""},
		"NUL and no UTF-8": {"The General\x00 Assembl\xE9e", ""},
		"control":          {"\x01", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := convert.FromText([]byte(c.src), convert.Options{})
			var bad *convert.TextError
			require.ErrorAs(t, err, &bad)
			if c.fix == "" {
				require.Empty(t, bad.Fix)
				return
			}
			require.Contains(t, bad.Fix, c.fix)
			require.True(t, strings.HasSuffix(err.Error(), bad.Message+"; "+bad.Fix), err.Error())
		})
	}
}

func TestLimit(t *testing.T) {
	src := []byte(strings.Repeat("x", 101))
	_, _, err := convert.FromText(src, convert.Options{Limits: convert.Limits{Size: 100}})
	var limit *convert.LimitError
	require.True(t, errors.As(err, &limit))
	require.Equal(t, convert.LimitError{Name: akn.LimitSize, Max: 100, Offset: 100, Line: 1, Column: 1}, *limit)
	require.EqualError(t, err, "1:1: the input has more than 100 bytes (Limits.Size)")
	fromText(t, src[:100], convert.Options{Limits: convert.Limits{Size: 100}})
	fromText(t, src, convert.Options{Limits: convert.Limits{Size: -1}})
}

func TestOptionErrors(t *testing.T) {
	for _, c := range []struct {
		opts convert.Options
		want string
	}{
		{convert.Options{Language: "french"}, `convert: option Language: "french" is not an ISO 639 code such as fra`},
		{convert.Options{Language: "x/y"}, `convert: option Language: "x/y" is not an ISO 639 code such as fra`},
		{convert.Options{Language: "a b"}, `convert: option Language: "a b" is not an ISO 639 code such as fra`},
		{convert.Options{Actor: "un ga"}, `convert: option Actor: "un ga" is not one step of an IRI such as un-ga`},
		{convert.Options{Actor: "un/ga"}, `convert: option Actor: "un/ga" is not one step of an IRI such as un-ga`},
		{convert.Options{Actor: "../x"}, `convert: option Actor: "../x" is not one step of an IRI such as un-ga`},
		{convert.Options{Actor: "un#ga"}, `convert: option Actor: "un#ga" is not one step of an IRI such as un-ga`},
		{convert.Options{Dialect: "pdf"}, `convert: option Dialect: "pdf" is not markdown, plain, sentences, pdf-flow or pdf-layout`},
		{convert.Options{Symbol: "not a symbol"}, `convert: option Symbol: "not a symbol" is not a document symbol such as A/C.3/76/L.5`},
	} {
		_, _, err := convert.FromText(nil, c.opts)
		var bad *convert.OptionError
		require.True(t, errors.As(err, &bad), "%v", c.opts)
		require.EqualError(t, err, c.want)
	}
}

// The error of a symbol says where it goes wrong, for those who ask.
func TestOptionErrorCause(t *testing.T) {
	_, _, err := convert.FromText(nil, convert.Options{Symbol: "A/RES"})
	var symbol *akn.SymbolError
	require.ErrorAs(t, err, &symbol)
	require.Equal(t, 2, symbol.Offset)
}

func TestOptions(t *testing.T) {
	src := []byte("The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides.\n")
	for _, c := range []struct {
		name string
		opts convert.Options
		want string // is part of the XML
	}{
		{"language", convert.Options{Language: "en"}, `<FRBRlanguage language="eng"/>`},
		{"language by its 639-2 code", convert.Options{Language: "fra"}, `<FRBRlanguage language="fra"/>`},
		{"language by its 639-2/B code", convert.Options{Language: "fre"}, `<FRBRlanguage language="fra"/>`},
		{"language of a region", convert.Options{Language: "en-GB"}, `<FRBRlanguage language="eng"/>`},
		{"dialect", convert.Options{Dialect: "sentences"}, `src:dialect="sentences"`},
		{"symbol", convert.Options{Symbol: "A/C.3/76/L.5"}, `showAs="A/C.3/76/L.5"`},
		{"actor", convert.Options{Actor: "un-ga"}, `value="/akn/un/statement/deliberation/un-ga/`},
		{"actor as author", convert.Options{Actor: "un-ga"}, `<FRBRauthor href="#un-ga"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := fromText(t, src, c.opts)
			xml := written(t, doc)
			require.Contains(t, string(xml), c.want)
			requireValid(t, xml)
			exact(t, src, doc)
		})
	}
}

// TestNoDocument: no document is an error or an empty answer, never a panic.
func TestNoDocument(t *testing.T) {
	for _, doc := range []*akn.Document{nil, {}, akn.New(nil)} {
		_, err := convert.Text(doc)
		require.ErrorIs(t, err, convert.ErrNoDocument)
		require.Nil(t, convert.Strip(doc).Root())
		_, err = convert.Align(doc)
		var bad *convert.AlignError
		require.ErrorAs(t, err, &bad)
	}
}

// TestNotAKN: a page of HTML, or Akoma Ntoso without its namespace, has no text, and does not pass for an empty one.
func TestNotAKN(t *testing.T) {
	for _, xml := range []string{"<html><body><p>x</p></body></html>", "<akomaNtoso><act/></akomaNtoso>", `<akomaNtoso xmlns="urn:x"/>`} {
		doc, err := akn.Parse([]byte(xml))
		require.NoError(t, err)
		_, err = convert.Text(doc)
		require.ErrorIs(t, err, convert.ErrNotAKN)
	}
}
