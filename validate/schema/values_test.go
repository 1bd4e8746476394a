package schema

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// values are strings that are tried as each of the types of their row.
var values = []struct {
	types  string
	values []string
}{
	{"date gYearMonth gYear gMonthDay gDay gMonth time dateTime", []string{
		"2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-13-01", "2024-00-01", "2024-04-31", "2024-1-1",
		"24-01-01", "0000-01-01", "-0001-01-01", "-2024-01-01", "+2024-01-01", "02024-01-01", "12024-01-01",
		"123456789012-01-01", "99999999999999999999999-01-01", "2024-01-01Z", "2024-01-01+14:00", "2024-01-01+14:01",
		"2024-01-01-13:59", "2024-01-01+5:00", "2024-01-01z", " 2024-01-01 ", "2024-01- 01", "", "2024-01-01T",
		"-0004-02-29", "-0001-02-29", "-0005-02-29", "12024-02-29", "12023-02-29", "2024-01-01+15:00", "2024-01-01-14:00",
		"2024-01-01T00:00:00", "2024-01-01T24:00:00", "2024-01-01T24:00:01", "2024-01-01T24:00:00.000", "2024-01-01T24:00:00.1",
		"2024-01-01T23:59:60", "2024-01-01T23:60:00", "2024-01-01T12:00", "2024-01-01T12:00:00.", "2024-01-01T12:00:00.5Z",
		"2024-01-01T12:00:00.123456789012345678901234567890Z", "2024-01-01 12:00:00", "2024-01-01T12:00:00+00:00",
		"2024-01-01T25:00:00", "2024-12-31T24:00:00Z", "12:00:00", "24:00:00", "12:00:00Z", "12:00", "12:00:00-05:30",
		"2024-02", "2024-13", "2024", "-2024", "202", "20240", "--02-29", "--02-30", "--04-31", "---31", "---32", "--12", "--13",
		"--12--", "2024Z", "---01Z", "--01+01:00", "00001-01-01", "12:00:00.1234567890123456789012",
	}},
	{"duration", []string{
		"P1Y", "P1Y2M3DT4H5M6S", "PT0.5S", "PT.5S", "PT5.S", "P", "PT", "P1YT", "-P1Y", "+P1Y", "P1M1Y", "P1.5Y", "PT1H30M", "P1S",
		"P0Y", "P99999999999999999999Y", "1Y", "P1W", "PT1.123456789012345678901234567890S", " P1D ", "", "P-1D", "p1d",
	}},
	{"boolean", []string{"true", "false", "1", "0", "TRUE", "yes", "", " true ", "2"}},
	{"integer int unsignedByte positiveInteger nonNegativeInteger negativeInteger long unsignedLong byte short", []string{
		"0", "1", "-1", "+1", "01", "127", "128", "-128", "-129", "255", "256", "1.0", "", " 7 ", "1 2", "2147483647", "2147483648",
		"-2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
		"123456789012345678901234567890", "+", "-", "-0", "0x1", "1e3", "32768", "-32769", "00000000000000000000000000000001",
	}},
	{"decimal", []string{"1", "1.5", ".5", "5.", ".", "-.5", "+1.50", "1,5", "1e3", "", "123456789012345678901234567890.5", "- 1"}},
	{"float double", []string{
		"1", "1e3", "1E-3", "INF", "-INF", "+INF", "NaN", "nan", "inf", "1e", "e1", ".5e1", "1.e1", "", "1e400", "-0", "0x1p3", "1e+05",
	}},
	{"language", []string{"fr", "pt-BR", "en-GB-oed", "x", "abcdefghi", "en-abcdefghi", "en_GB", "", "e2", "en-2", "-en", "en-", " fr ", "a-b-c"}},
	{"anyURI", []string{
		"", "#a", "#a#b", "a#b#c", "a b", "a%20b", "a%2", "a%zz", "%", "é", "http://é.example/é", "http://[::1]/", "http://[::1", "[", "]", "a[b]",
		"?a[b]", "#[a]", "http://a:80/", "http://a:b/", "http://", "http:", "http:/", "http:a", ":a", "1a:b", "a:b", "a/b:c", "/akn/un/~art_1->art_2",
		"//a/b", "///", "a|b", "{a}", "<a>", `"a"`, "a^b", "`a`", `a\b`, "mailto:a@b", "urn:x:y", "http://a@b@c/", "http://a b/", "http://a_b/",
		"http://1.2.3.4.5/", "http://256.1.1.1/", "http://a..b/", "http://-a/", "?", "?a?b", "a?b#c?d", " a ", "\ta\n", "a\tb", "http://a:99999999/", "http://a:/",
		"http://a/%", "../..", "../../../x", "/a//b", "http://a]b/", "http://[1:2]/", "http://[::1]:80/x", "http://[::1]x/", "http://[v1.a]/", "http://[1::2::3]/",
		"http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:1.2.3.4]/", "a:", "a://", "#", "##", "#%", "x:#a", "a1+-.:b", "http://%41/", "http://a:%41/",
		"!annex_1", "#para_1", "/akn/un/statement/deliberation/unga/2024-12-17/79-183/eng@/!main", "~x", "*", "a;b", "a=b&c", "$", "'", "(", ",", "@", "@a:b", "\u007f", "a\u00a0b",
	}},
	{"NCName Name NMTOKEN ID QName", []string{
		"a", "_a", "a:b", ":a", "a:", "a:b:c", "1a", "-a", "a-b.c_1", "", " a ", "a b", "é", "·a", "a·", "a\u0300", "\u0300a", "אב", "日本", "a!", "a\u00d7",
		"xml", "xs:a", "\u0132", "a\u0132", "𐀀", "a𐀀", "\u2126", "\u2c00", "a\u0e33", "a\u30fe", "\u30fe", "ⅷ",
	}},
	{"NMTOKENS IDREFS", []string{"a b", "", " ", "a", " a  b ", "a:b 1"}},
	{"hexBinary base64Binary", []string{"", "0a", "0A", "0", "0g", "AQ==", "AQI=", "AQID", "AR==", "AQJ=", "A", "AQ=", "A Q I D", "AQ==AQ==", " AQID ", "AQ = =", "====", "00 11"}},
	{"string normalizedString token anySimpleType", []string{"", " ", " a ", "a\tb", "a  b"}},
}

// disputed lists the values on which an oracle is wrong, with the clause of XSD 1.0 part 2 that decides.
var disputed = []struct {
	oracle, types, clause string
	values                []string
}{
	{"xmllint", "date", "3.2.9.1: a year may have any number of digits", []string{"99999999999999999999999-01-01"}},
	{"java", "date", "3.2.9.1: a year may have any number of digits", []string{"123456789012-01-01", "99999999999999999999999-01-01"}},
	{"xmllint java", "duration", "3.2.6.1: so may the number of years", []string{"P99999999999999999999Y"}},
	{"xmllint", "duration", "3.2.6.1, ISO 8601: after the point stands a digit", []string{"PT5.S"}},
	{"xmllint", "date duration", "4.3.6: white space is collapsed first", []string{" 2024-01-01 ", " P1D "}},
	{"xmllint", "int unsignedByte long unsignedLong byte short", "4.3.6: white space is collapsed first", []string{" 7 "}},
	{"java", "gMonth", "3.2.14.1: the form --MM-- was an error of the first edition", []string{"--12--"}},
	{"xmllint", "integer positiveInteger nonNegativeInteger", "3.3.13: integers have any number of digits", []string{"123456789012345678901234567890"}},
	{"xmllint", "decimal", "3.2.3: 18 digits are the least, not the most", []string{"123456789012345678901234567890.5"}},
	{"java", "unsignedByte unsignedLong", "3.3.21.1: digits alone", []string{"+1", "-0"}},
	{"xmllint", "float double", "3.2.4.1: the exponent is an integer", []string{"1e"}},
	{"xmllint", "anyURI", "3.2.17, RFC 2732 section 3: brackets may stand in a query", []string{"?a[b]"}},
	{"xmllint", "anyURI", "3.2.17, RFC 2396 section 3.2.1: a registered name may hold : and @", []string{"http://a:b/", "http://a@b@c/", "http://a:%41/"}},
	{"xmllint", "anyURI", "3.2.17, RFC 2396 section 3.2.2: a port may be empty", []string{"http://a:/"}},
	{"xmllint", "anyURI", "3.2.17, RFC 2396 section 3: something must follow the scheme", []string{"http:", "a:", "x:#a"}},
	{"xmllint", "anyURI", "3.2.17, RFC 2732 section 2: only an IPv6 address", []string{"http://[1:2]/", "http://[v1.a]/", "http://[1::2::3]/"}},
	{"java", "anyURI", "3.2.17, RFC 2396 section 3.2.2: a server may be empty", []string{"http://", "a://"}},
	{"xmllint", "NMTOKENS IDREFS", "3.3.5, 3.3.10: one item at least", []string{"", " "}},
	{"java", "IDREFS", "the value is good; what java misses is the element with the id", []string{"a b", "a", " a  b "}},
}

// inDispute returns the clause that decides against an oracle, empty if it is not known to be wrong.
func inDispute(oracle, typ, value string) string {
	for _, d := range disputed {
		if slices.Contains(strings.Fields(d.oracle), oracle) && slices.Contains(strings.Fields(d.types), typ) && slices.Contains(d.values, value) {
			return d.clause
		}
	}
	return ""
}

// valueSchema declares an element for each type, and a document is one of them.
func valueSchema(t testing.TB) string {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
	for _, row := range values {
		for _, typ := range strings.Fields(row.types) {
			b.WriteString(`<xs:element name="` + typ + `"><xs:complexType><xs:attribute name="v" type="xs:` + typ + `"/></xs:complexType></xs:element>`)
		}
	}
	b.WriteString(`</xs:schema>`)
	path := filepath.Join(t.TempDir(), "values.xsd")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestValuesAgainstOracles(t *testing.T) {
	var docs []string
	var names [][2]string
	var ours []bool
	for _, row := range values {
		for _, typ := range strings.Fields(row.types) {
			for _, v := range row.values {
				var b strings.Builder
				b.WriteString("<" + typ + ` v="`)
				if err := xml.EscapeText(&b, []byte(v)); err != nil {
					t.Fatal(err)
				}
				docs = append(docs, b.String()+`" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a"/>`)
				names = append(names, [2]string{typ, v})
				ours = append(ours, builtinTypes()[typ].Check([]byte(v)) == nil)
			}
		}
	}
	xsd := valueSchema(t)
	for _, o := range oracles {
		t.Run(o.name, func(t *testing.T) {
			for i, valid := range o.run(t, jobs(xsd, docs)) {
				clause := inDispute(o.name, names[i][0], names[i][1])
				if valid != ours[i] && clause == "" {
					t.Errorf("%q: %t, ours %t", names[i], valid, ours[i])
				} else if valid == ours[i] && clause != "" {
					t.Errorf("%q is no longer in dispute (%s)", names[i], clause)
				}
			}
		})
	}
}
