package schema

import (
	"bytes"
	"testing"
	"time"
)

func TestReasons(t *testing.T) {
	attr := func(element, name string) *SimpleType {
		return AKN().Root(AKNNamespace, element).Type.Attr(nil, []byte(name)).Type
	}
	for _, c := range []struct {
		typ         *SimpleType
		value, want string
	}{
		{attr("docDate", "date"), "2024-13-01", "is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): there is no month 13"},
		{attr("docDate", "date"), "2024-02-30T12:00:00", "is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): there is no day 30 in that month"},
		{attr("docDate", "date"), "2024-02-28T25:00:00", "is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): there is no hour 25"},
		{attr("docDate", "date"), "8 October 2021", "is not a date (YYYY-MM-DD), or a date with time (YYYY-MM-DDThh:mm:ss): a year has four digits at least"},
		{attr("p", "eId"), "para 1", "is not text without white space, not empty: ' ' may not stand there"},
		{attr("p", "eId"), "", "is not text without white space, not empty: it is empty"},
		{attr("ref", "href"), "#a#b", "is not an IRI: a second # must be written %23"},
		{attr("p", "refersTo"), "#a #b%", `is not a list with spaces between, each item an IRI: its item "#b%" is not an IRI: after % two hexadecimal digits must follow`},
		{attr("authorialNote", "placement"), "below", `is not one of "side", "left", "right", "bottom" or "inline"`},
		{attr("td", "colspan"), "two", "is not a whole number"},
	} {
		r := c.typ.Check([]byte(c.value))
		if r == nil || r.Error() != c.want {
			t.Errorf("%q %v\nwant %s", c.value, r, c.want)
		}
	}
	if r := attr("authorialNote", "placement").Check([]byte("x")); r.Problem != BadEnum || len(r.Expected) != 5 {
		t.Errorf("%+v", r)
	}
}

func TestCanonicalForms(t *testing.T) {
	types := builtinTypes()
	for _, c := range []struct {
		typ       string
		same, not []string // as the first of same
	}{
		{"decimal", []string{"1", "+1.0", "01", " 1. "}, []string{"-1", "1.1", "10"}},
		{"decimal", []string{"0", "-0.0", "+0"}, []string{".1"}},
		{"boolean", []string{"true", "1"}, []string{"false", "0"}},
		{"double", []string{"1", "1e0", "10E-1"}, []string{"2", "NaN", "INF"}},
		{"dateTime", []string{"2024-01-01T00:00:00Z", "2023-12-31T24:00:00Z", "2024-01-01T02:00:00+02:00", "2024-01-01T00:00:00.000Z"}, []string{"2024-01-01T00:00:00", "2024-01-01T00:00:00.1Z"}},
		{"dateTime", []string{"2024-03-01T00:30:00Z", "2024-02-29T23:30:00-01:00"}, []string{"2024-02-28T23:30:00-01:00"}},
		{"date", []string{"2000-01-01+13:00", "1999-12-31-11:00"}, []string{"2000-01-01"}},
		{"time", []string{"12:00:00Z", "13:00:00+01:00"}, []string{"12:00:00"}},
		{"duration", []string{"P1Y", "P12M"}, []string{"P365D", "-P1Y"}},
		{"duration", []string{"P1DT1H", "PT25H", "PT90000.0S"}, []string{"PT90000.1S"}},
		{"duration", []string{"PT0S", "-P0D"}, []string{"PT1S"}},
		{"hexBinary", []string{"0a", "0A"}, []string{"0b"}},
		{"base64Binary", []string{"AQID", "AQ ID"}, []string{"AQIE"}},
		{"token", []string{"a b", " a  b "}, []string{"ab"}},
		{"string", []string{"a b"}, []string{" a b", "a  b"}},
		{"NMTOKENS", []string{"a b", " a  b "}, []string{"a", "b a"}},
	} {
		for _, v := range c.same {
			if !types[c.typ].Equal([]byte(c.same[0]), []byte(v)) {
				t.Errorf("%s: %q and %q are not equal", c.typ, c.same[0], v)
			}
		}
		for _, v := range c.not {
			if types[c.typ].Equal([]byte(c.same[0]), []byte(v)) {
				t.Errorf("%s: %q and %q are equal", c.typ, c.same[0], v)
			}
		}
	}
}

// Dates agree with package time, where that knows them.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31"} {
		f.Add(s)
	}
	date := builtinTypes()["date"]
	f.Fuzz(func(t *testing.T, s string) {
		want, err := time.Parse(time.DateOnly, s)
		got := date.Check([]byte(s)) == nil
		if err == nil && want.Year() > 0 && !got {
			t.Errorf("%q is refused", s)
		}
		if err != nil && got && len(s) == len(time.DateOnly) {
			t.Errorf("%q is taken: %v", s, err)
		}
	})
}

// No value makes a check fail otherwise than by a reason, and equal values are equal.
func FuzzCheck(f *testing.F) {
	for _, row := range values {
		for _, v := range row.values {
			f.Add(v)
		}
	}
	types := builtinTypes()
	f.Fuzz(func(t *testing.T, s string) {
		for name, typ := range types {
			r := typ.Check([]byte(s))
			if r != nil {
				_ = r.Error()
				continue
			}
			key := typ.AppendCanonical(nil, []byte(s))
			if !bytes.Equal(key, typ.AppendCanonical(nil, []byte(s))) {
				t.Errorf("%s: %q has two canonical forms", name, s)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for _, c := range []struct{ typ, value string }{
		{"date", "2024-02-29"}, {"anyURI", "/akn/un/statement/deliberation/unga/2024-12-17/79-183"}, {"integer", "12"}, {"language", "fr"},
	} {
		b.Run(c.typ, func(b *testing.B) {
			t, v := builtinTypes()[c.typ], []byte(c.value)
			b.ReportAllocs()
			for b.Loop() {
				if t.Check(v) != nil {
					b.Fatal("refused")
				}
			}
		})
	}
}
