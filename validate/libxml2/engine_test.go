//go:build libxml2

package libxml2

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// library is a small schema with every way for text of a document to get into a message.
const library = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:library" xmlns="urn:library" xmlns:l="urn:library" elementFormDefault="qualified">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
<xs:element name="library"><xs:complexType><xs:sequence>
<xs:element name="book" maxOccurs="unbounded"><xs:complexType mixed="true"><xs:sequence>
<xs:element name="year" type="xs:gYear" minOccurs="0"/><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence><xs:attribute name="id" type="xs:NCName"/><xs:attribute name="note" type="xs:string"/><xs:attribute ref="xml:lang"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
<xs:unique name="ids"><xs:selector xpath="l:book"/><xs:field xpath="@id"/></xs:unique>
</xs:element></xs:schema>`

func writeSchema(t testing.TB, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "library.xsd")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func openLibrary(t testing.TB) *Schema {
	t.Helper()
	s, err := Open(writeSchema(t, library))
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return s
}

func book(attributes, content string) []byte {
	return []byte(`<library xmlns="urn:library"><book ` + attributes + `>` + content + `</book></library>`)
}

func TestCheck(t *testing.T) {
	s := openLibrary(t)
	long := strings.Repeat("long ", 2000)
	for _, c := range []struct {
		name    string
		doc     []byte
		ok      bool
		message string
	}{
		{"valid", book(`id="a" xml:lang="fr"`, "x"), true, ""},
		{"bad attribute", book(`id="a b"`, ""), false, "not a valid value of the atomic type"},
		{"bad language", book(`xml:lang="not a language"`, ""), false, "}lang'"},
		{"duplicate id", []byte(`<library xmlns="urn:library"><book id="a"/><book id="a"/></library>`), false, "Duplicate key-sequence"},
		{"bad text", book("", "<year>last</year>"), false, "gYear"},
		{"unknown attribute", book(`colour="red"`, ""), false, "not allowed"},
		{"missing child", []byte(`<library xmlns="urn:library"/>`), false, "Missing child element"},
		{"cut off", []byte(`<library xmlns="urn:library"><book>`), false, "failed"},
		{"empty", nil, false, "empty"},
		{"long mixed text", book("", long), true, ""},
		{"long string attribute", book(`note="`+long+`"`, ""), true, ""},
		{"long foreign attribute is not quoted", book("", `<f xmlns="urn:f" v="`+long+`"/>`), true, ""},
		{"long comment and CDATA", book("", "<!--"+long+"--><![CDATA["+long+"]]>"), true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := s.Check(c.doc)
			require.NoError(t, err)
			assert.Equal(t, c.ok, r.Valid, r.Messages)
			if c.message != "" {
				assert.Contains(t, strings.Join(r.Messages, "\n"), c.message)
			}
		})
	}
}

// TestTooLong holds documents that crash the binding, and must not reach it.
func TestTooLong(t *testing.T) {
	s := openLibrary(t)
	long := strings.Repeat("long ", 2000)
	name := strings.Repeat("n", 3000)
	for _, c := range []struct {
		what string
		doc  []byte
	}{
		{"attribute value", book(`id="`+long+`"`, "")},
		{"attribute value", book(`xml:lang='`+long+`'`, "")},
		{"text", book("", "<year>"+long+"</year>")},
		{"text", book("", "<year><![CDATA["+long+"]]></year>")},
		{"text", book("", "<year>"+strings.Repeat("1<!-- -->", 2000)+"</year>")},
		{"text", book("", `<f xmlns="urn:f" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="http://www.w3.org/2001/XMLSchema" i:type="x:date">`+long+"</f>")},
		{"name", book("", "<"+name+"/>")},
		{"name", book(name+`=""`, "")},
		{"namespace", book("", `<x xmlns="`+name+`"/>`)},
	} {
		t.Run(c.what, func(t *testing.T) {
			_, err := s.Check(c.doc)
			var tooLong *TooLongError
			require.ErrorAs(t, err, &tooLong)
			assert.Equal(t, c.what, tooLong.What)
			assert.Greater(t, tooLong.Bytes, tooLong.Room)
			assert.LessOrEqual(t, len(tooLong.Name), 64)
		})
	}
}

// TestRoom walks up to the limit: what is let through must not overrun the buffer, which the message shows by its end.
func TestRoom(t *testing.T) {
	s := openLibrary(t)
	passed := 0
	for n := 1; n < 1200; n += 7 {
		r, err := s.Check(book(`id="`+strings.Repeat("+", n)+`"`, ""))
		if err != nil {
			break
		}
		passed = n
		require.NotEmpty(t, r.Messages)
		assert.True(t, strings.HasSuffix(r.Messages[0], "'xs:NCName'."), r.Messages[0])
	}
	assert.Greater(t, passed, 500, "values of ordinary length must be accepted")
}

func TestRefusals(t *testing.T) {
	s := openLibrary(t)
	_, err := s.Check([]byte(`<!DOCTYPE library><library xmlns="urn:library"/>`))
	var doctype *DoctypeError
	assert.ErrorAs(t, err, &doctype)

	var encoding *EncodingError
	_, err = s.Check([]byte("<?xml version='1.0' encoding='ISO-8859-1'?><library/>"))
	assert.ErrorAs(t, err, &encoding)
	_, err = s.Check([]byte("PK\x03\x04\x00\xff"))
	assert.ErrorAs(t, err, &encoding)

	_, err = s.CheckFile(filepath.Join(t.TempDir(), "absent.xml"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func TestUTF16(t *testing.T) {
	s := openLibrary(t)
	for _, big := range []bool{true, false} {
		doc := []byte{0xff, 0xfe}
		if big {
			doc = []byte{0xfe, 0xff}
		}
		for _, u := range utf16.Encode([]rune(string(book(`id="é"`, "é")))) {
			if big {
				doc = append(doc, byte(u>>8), byte(u))
			} else {
				doc = append(doc, byte(u), byte(u>>8))
			}
		}
		r, err := s.Check(doc)
		require.NoError(t, err)
		assert.True(t, r.Valid, r.Messages)
	}
}

func TestTruncated(t *testing.T) {
	s := openLibrary(t)
	r, err := s.Check([]byte(`<library xmlns="urn:library">` + strings.Repeat(`<book id="a b"/>`, 40) + `</library>`))
	require.NoError(t, err)
	assert.True(t, r.Truncated)
	assert.Len(t, r.Messages, MaxMessages)
}

func TestOpenErrors(t *testing.T) {
	remote := strings.Replace(library, `"http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"`, `"urn:elsewhere" schemaLocation="http://localhost:1/elsewhere.xsd"`, 1)
	for name, c := range map[string]struct{ schema, want string }{
		"remote import":   {remote, "put a copy named elsewhere.xsd beside it"},
		"not well formed": {"<xs:schema", "not well formed"},
		"not a schema":    {"<p/>", "libxml2 does not accept it"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(writeSchema(t, c.schema))
			var schemaErr *SchemaError
			require.ErrorAs(t, err, &schemaErr)
			assert.Contains(t, err.Error(), c.want)
		})
	}
	_, err := Open(filepath.Join(t.TempDir(), "absent.xsd"))
	assert.ErrorIs(t, err, os.ErrNotExist)

	wordy := strings.Replace(library, `name="ids"`, `name="`+strings.Repeat("i", 500)+`"`, 1)
	_, err = Open(writeSchema(t, wordy))
	var tooLong *TooLongError
	assert.ErrorAs(t, err, &tooLong)
}

// TestLocalCopyOfImport takes the file beside the schema where an import gives an address.
func TestLocalCopyOfImport(t *testing.T) {
	file := writeSchema(t, library)
	copied := strings.Replace(xmlAttributes, `type="xs:anyURI"`, `type="xs:anyURI" fixed="copied"`, 1)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(file), "xml.xsd"), []byte(copied), 0o600))
	b, err := newBundle(file)
	require.NoError(t, err)
	assert.Contains(t, string(b.files["1.xsd"]), "copied")
	s, err := Open(file)
	require.NoError(t, err)
	s.Close()
}

func TestConcurrent(t *testing.T) {
	s := openLibrary(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				bad := i%2 == 0
				id := "a"
				if bad {
					id = "a b"
				}
				r, err := s.Check(book(`id="`+id+`"`, ""))
				assert.NoError(t, err)
				assert.Equal(t, !bad, r.Valid)
			}
		})
	}
	for range 4 {
		wg.Go(func() {
			other, err := Open(writeSchema(t, library))
			if assert.NoError(t, err) {
				other.Close()
			}
		})
	}
	wg.Wait()
}

// TestNothingLeaks runs 20,000 checks, valid and not, well formed and not, and bounds the growth of the process.
func TestNothingLeaks(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the size of the process is read from /proc")
	}
	s := openLibrary(t)
	docs := [][]byte{
		book(`id="a"`, strings.Repeat("text ", 400)),
		book(`id="a b"`, strings.Repeat("text ", 400)),
		book(`id="a"`, strings.Repeat("text ", 400))[:900],
	}
	run := func(n int) {
		for i := range n {
			_, err := s.Check(docs[i%len(docs)])
			require.NoError(t, err)
		}
		runtime.GC()
	}
	run(2000) // let caches and arenas fill
	before := resident(t)
	run(20_000)
	grown := resident(t) - before
	// A document of 2 KB that stayed would be 2 KB of text and 1 KB of tree at least: 60 MB in all.
	assert.Less(t, grown, 8<<20, "bytes grown over 20,000 checks")
	t.Logf("grown by %d bytes", grown)
}

func resident(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/statm")
	require.NoError(t, err)
	pages, err := strconv.Atoi(strings.Fields(string(status))[1])
	require.NoError(t, err)
	return pages * os.Getpagesize()
}

// TestCorpus compares with the verdicts of xmllint, and counts the documents that are refused.
func TestCorpus(t *testing.T) {
	dir := shared.Dir(t)
	s, err := Open(filepath.Join(dir, "schema", "akomantoso30.xsd"))
	require.NoError(t, err)
	t.Cleanup(s.Close)
	manifest, err := os.ReadFile(filepath.Join(dir, "corpus", "akn", "MANIFEST.tsv"))
	require.NoError(t, err)
	seen, refused := 0, map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(manifest)), "\n")[1:] {
		columns := strings.Split(line, "\t")
		r, err := s.CheckFile(filepath.Join(dir, "corpus", "akn", columns[0]))
		if err != nil {
			refused[fmt.Sprintf("%T", err)]++
			t.Logf("%s: %v", columns[0], err)
			continue
		}
		seen++
		assert.Equal(t, columns[8] == "valid", r.Valid, "%s: %v", columns[0], r.Messages)
	}
	t.Logf("%d checked, refused: %v", seen, refused)
	assert.Greater(t, seen, 250)
}
