//go:build libxml2

package libxml2

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

const (
	xsdNamespace = "http://www.w3.org/2001/XMLSchema"
	xmlNamespace = "http://www.w3.org/XML/1998/namespace"
)

// xmlAttributes declares the attributes of the xml namespace. It stands in where a schema imports the W3C's file by its
// address and no copy lies beside it.
const xmlAttributes = `<xs:schema xmlns:xs="` + xsdNamespace + `" targetNamespace="` + xmlNamespace + `">
<xs:simpleType name="nothing"><xs:restriction base="xs:token"><xs:length value="0"/></xs:restriction></xs:simpleType>
<xs:simpleType name="tagOrNothing"><xs:union memberTypes="xs:language xml:nothing"/></xs:simpleType>
<xs:simpleType name="keeping"><xs:restriction base="xs:token"><xs:pattern value="default|preserve"/></xs:restriction></xs:simpleType>
<xs:attribute name="id" type="xs:ID"/>
<xs:attribute name="space" type="xml:keeping"/>
<xs:attribute name="lang" type="xml:tagOrNothing"/>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attributeGroup name="specialAttrs">` +
	`<xs:attribute ref="xml:id"/><xs:attribute ref="xml:space"/><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:base"/>` +
	`</xs:attributeGroup></xs:schema>`

// bundle is a schema with everything it imports, each file under a new name and pointing to the others by it, so that
// libxml2 finds every file and has nothing to fetch.
type bundle struct {
	names map[string]string // absolute path -> name in the bundle
	files map[string][]byte // name -> rewritten schema
	facts facts
}

// rootName is the name of the first schema in a bundle.
const rootName = "0.xsd"

func newBundle(file string) (*bundle, error) {
	b := &bundle{names: map[string]string{}, files: map[string][]byte{}, facts: newFacts()}
	_, err := b.add(file)
	return b, err
}

// add reads a schema file and what it imports, and returns its name in the bundle.
func (b *bundle) add(file string) (string, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", &SchemaError{File: file, Reason: "no absolute path", Err: err}
	}
	if name, ok := b.names[abs]; ok {
		return name, nil
	}
	src, err := os.ReadFile(abs)
	if err != nil {
		return "", &SchemaError{File: file, Reason: "unreadable", Err: err}
	}
	return b.addSource(abs, src)
}

func (b *bundle) addSource(file string, src []byte) (string, error) {
	name := fmt.Sprintf("%d.xsd", len(b.names))
	b.names[file] = name
	out, err := b.rewrite(file, src)
	if err != nil {
		return "", err
	}
	b.files[name] = out
	return name, nil
}

// rewrite points the schema's imports into the bundle, and gathers its facts on the way.
func (b *bundle) rewrite(file string, src []byte) ([]byte, error) {
	var out bytes.Buffer
	done := 0
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		start := int(d.InputOffset())
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &SchemaError{File: file, Reason: "not well formed", Err: err}
		}
		b.facts.token(tok)
		el, ok := tok.(xml.StartElement)
		if !ok || !imports(el) {
			continue
		}
		name, err := b.resolve(file, el)
		if err != nil {
			return nil, err
		}
		if name == "" {
			continue
		}
		end := int(d.InputOffset())
		out.Write(src[done:start])
		out.Write(schemaLocation.ReplaceAll(src[start:end], []byte(`schemaLocation="`+name+`"`)))
		done = end
	}
	out.Write(src[done:])
	return out.Bytes(), nil
}

var schemaLocation = regexp.MustCompile(`schemaLocation\s*=\s*("[^"]*"|'[^']*')`)

func imports(el xml.StartElement) bool {
	if el.Name.Space != xsdNamespace {
		return false
	}
	return el.Name.Local == "import" || el.Name.Local == "include" || el.Name.Local == "redefine"
}

// resolve adds what an import names. An import without a location is left to the schema's own declarations.
func (b *bundle) resolve(from string, el xml.StartElement) (string, error) {
	location := attribute(el, "schemaLocation")
	if location == "" {
		return "", nil
	}
	u, err := url.Parse(location)
	if err != nil {
		return "", &SchemaError{File: from, Reason: "bad schemaLocation " + location, Err: err}
	}
	if u.Scheme == "file" {
		return b.add(filepath.FromSlash(u.Path))
	}
	if u.Scheme == "" && filepath.IsAbs(filepath.FromSlash(u.Path)) {
		return b.add(filepath.FromSlash(u.Path))
	}
	if u.Scheme == "" {
		return b.add(filepath.Join(filepath.Dir(from), filepath.FromSlash(u.Path)))
	}
	return b.resolveRemote(from, el, u)
}

// resolveRemote finds a local stand-in for an address: the file of that name beside the importing one, or for the xml
// namespace our own declarations. Nothing is ever fetched.
func (b *bundle) resolveRemote(from string, el xml.StartElement, u *url.URL) (string, error) {
	beside := filepath.Join(filepath.Dir(from), path.Base(u.Path))
	if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
		return b.add(beside)
	}
	if attribute(el, "namespace") == xmlNamespace {
		if name, ok := b.names[xmlNamespace]; ok {
			return name, nil
		}
		return b.addSource(xmlNamespace, []byte(xmlAttributes))
	}
	return "", &SchemaError{File: from, Reason: "imports " + u.String() + ", which is not a local file: put a copy named " + path.Base(u.Path) + " beside it"}
}

// writeTo writes the bundle into a directory and returns the path of its root.
func (b *bundle) writeTo(dir string) (string, error) {
	for name, src := range b.files {
		if err := os.WriteFile(filepath.Join(dir, name), src, 0o600); err != nil {
			return "", &SchemaError{File: name, Reason: "cannot be written to a temporary directory", Err: err}
		}
	}
	return filepath.Join(dir, rootName), nil
}

func attribute(el xml.StartElement, local string) string {
	for _, a := range el.Attr {
		if a.Name.Space == "" && a.Name.Local == local {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}
