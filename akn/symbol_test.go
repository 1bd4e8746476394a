package akn

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
)

func TestParseSymbol(t *testing.T) {
	for _, c := range []struct {
		in, canonical                    string
		kind                             SymbolKind
		organ, body, session             string
		year                             int
		serial, letter, part, suff, numb string
	}{
		{"A/RES/79/183", "", KindResolution, "A", "", "79", 0, "183", "", "", "", "79-183"},
		{"A/RES/78/183B", "A/RES/78/183 B", KindResolution, "A", "", "78", 0, "183", "B", "", "", "78-183_B"},
		{"A/RES/53/77AA", "A/RES/53/77 AA", KindResolution, "A", "", "53", 0, "77", "AA", "", "", "53-77_AA"},
		{"A/RES/57/284a-b", "A/RES/57/284 A-B", KindResolution, "A", "", "57", 0, "284", "A-B", "", "", "57-284_A-B"},
		{"A/RES/2200 A (XXI)", "", KindResolution, "A", "", "XXI", 0, "2200", "A", "", "", "2200_A_(XXI)"},
		{"A/RES/2200A(XXI)", "A/RES/2200 A (XXI)", KindResolution, "A", "", "XXI", 0, "2200", "A", "", "", "2200_A_(XXI)"},
		{"A/RES/2200 (XXI) A", "A/RES/2200 A (XXI)", KindResolution, "A", "", "XXI", 0, "2200", "A", "", "", "2200_A_(XXI)"},
		{"A/RES/1874(s-iv)", "A/RES/1874 (S-IV)", KindResolution, "A", "", "S-IV", 0, "1874", "", "", "", "1874_(S-IV)"},
		{"A/RES/2252(ES-V)", "A/RES/2252 (ES-V)", KindResolution, "A", "", "ES-V", 0, "2252", "", "", "", "2252_(ES-V)"},
		{"A/RES/S-30/1", "", KindResolution, "A", "", "S-30", 0, "1", "", "", "", "S-30-1"},
		{"A/RES/ES-10/24", "", KindResolution, "A", "", "ES-10", 0, "24", "", "", "", "ES-10-24"},
		{"A/RES/ES\u201110/24", "A/RES/ES-10/24", KindResolution, "A", "", "ES-10", 0, "24", "", "", "", "ES-10-24"},
		{"A/DEC/79/540", "", KindDecision, "A", "", "79", 0, "540", "", "", "", "79-540"},
		{"S/RES/2231 (2015)", "", KindResolution, "S", "", "", 2015, "2231", "", "", "", "2231_(2015)"},
		{"S/RES/2231(2015)", "S/RES/2231 (2015)", KindResolution, "S", "", "", 2015, "2231", "", "", "", "2231_(2015)"},
		{"S/RES/2231", "", KindResolution, "S", "", "", 0, "2231", "", "", "", "2231"},
		{"E/RES/2014/23", "", KindResolution, "E", "", "", 2014, "23", "", "", "", "2014-23"},
		{"E/RES/2008(LX)", "E/RES/2008 (LX)", KindResolution, "E", "", "LX", 0, "2008", "", "", "", "2008_(LX)"},
		{"A/HRC/RES/58/21", "", KindResolution, "A", "HRC", "58", 0, "21", "", "", "", "58-21"},
		{"A/hrc/res/58/21", "A/HRC/RES/58/21", KindResolution, "A", "HRC", "58", 0, "21", "", "", "", "58-21"},
		{"UNEP/EA.5/Res.14", "", KindResolution, "UNEP", "EA.5", "", 0, "Res.14", "", "", "", "UNEP-EA.5-Res.14"},
		{"A/C.3/76/L.5/Rev.1", "", KindLimited, "A", "C.3", "76", 0, "L.5", "", "", "Rev.1", "A-C.3-76-L.5-Rev.1"},
		{"A/C.3/76/L.9/Rev.1*", "A/C.3/76/L.9/Rev.1", KindLimited, "A", "C.3", "76", 0, "L.9", "", "", "Rev.1", "A-C.3-76-L.9-Rev.1"},
		{"A/80/L.26", "", KindLimited, "A", "", "80", 0, "L.26", "", "", "", "A-80-L.26"},
		{"E/CN.7/2012/L.2", "", KindLimited, "E", "CN.7", "", 2012, "L.2", "", "", "", "E-CN.7-2012-L.2"},
		{"A/L.632", "", KindLimited, "A", "", "", 0, "L.632", "", "", "", "A-L.632"},
		{"A/CONF.234/16", "", KindDocument, "A", "CONF.234", "", 0, "16", "", "", "", "A-CONF.234-16"},
		{"CTOC/COP/2020/10", "", KindDocument, "CTOC", "COP", "", 2020, "10", "", "", "", "CTOC-COP-2020-10"},
		{"S/PRST/2001/1", "", KindPresidentialStatement, "S", "", "", 2001, "1", "", "", "", "S-PRST-2001-1"},
		{"A/79/458/Add.1", "", KindDocument, "A", "", "79", 0, "458", "", "", "Add.1", "A-79-458-Add.1"},
		{"A/69/53/add.1/CORR.2", "A/69/53/Add.1/Corr.2", KindDocument, "A", "", "69", 0, "53", "", "", "Add.1/Corr.2", "A-69-53-Add.1-Corr.2"},
		{"A/ES-10/273/Corr.1", "", KindDocument, "A", "", "ES-10", 0, "273", "", "", "Corr.1", "A-ES-10-273-Corr.1"},
		{"ST/SGB/2013/4/Amend.1", "", KindDocument, "ST", "SGB", "", 2013, "4", "", "", "Amend.1", "ST-SGB-2013-4-Amend.1"},
		{"FCCC/KP/CMP/2012/13/Add.1", "", KindDocument, "FCCC", "KP/CMP", "", 2012, "13", "", "", "Add.1", "FCCC-KP-CMP-2012-13-Add.1"},
		{"HSP/HA.2/L.6", "", KindLimited, "HSP", "HA.2", "", 0, "L.6", "", "", "", "HSP-HA.2-L.6"},
		{"A/66/6 (Sect. 2)", "", KindDocument, "A", "", "66", 0, "6", "", "Sect. 2", "", "A-66-6_(Sect._2)"},
		{"A/66/6(sect.2)/Add.1", "A/66/6 (Sect. 2)/Add.1", KindDocument, "A", "", "66", 0, "6", "", "Sect. 2", "Add.1", "A-66-6_(Sect._2)-Add.1"},
		{"NPT/CONF.2000/28(PartsIandII)", "NPT/CONF.2000/28 (Parts I and II)", KindDocument, "NPT", "CONF.2000", "", 0, "28", "", "Parts I and II", "", "NPT-CONF.2000-28_(Parts_I_and_II)"},
		{"A/56/12/Add.1(supp)", "A/56/12/Add.1 (Supp)", KindDocument, "A", "", "56", 0, "12", "", "Supp", "Add.1 (Supp)", "A-56-12-Add.1_(Supp)"},
		{"UNEP(DTIE)/Hg/CONF/4", "", KindDocument, "UNEP(DTIE)", "Hg/CONF", "", 0, "4", "", "", "", "UNEP(DTIE)-Hg-CONF-4"},
		{"ICCD/COP(15)/23/Add.1", "", KindDocument, "ICCD", "COP(15)", "", 0, "23", "", "", "Add.1", "ICCD-COP(15)-23-Add.1"},
		{"UNEP/CBD/BS/COP-MOP/5/17", "", KindDocument, "UNEP", "CBD/BS/COP-MOP", "5", 0, "17", "", "", "", "UNEP-CBD-BS-COP-MOP-5-17"},
		{"A/C.4/74/SR.3", "", KindRecord, "A", "C.4", "74", 0, "SR.3", "", "", "", "A-C.4-74-SR.3"},
		{"GC.18/INF/4", "", KindDocument, "GC.18", "INF", "", 0, "4", "", "", "", "GC.18-INF-4"},
		{"CD/1839", "", KindDocument, "CD", "", "", 0, "1839", "", "", "", "CD-1839"},
		{"A/48/486-S/26560", "", KindDocument, "A", "", "48", 0, "486", "", "", "", "A-48-486-S-26560"},
	} {
		got, err := ParseSymbol(c.in)
		if err != nil {
			t.Error(err)
			continue
		}
		if want := or(c.canonical, c.in); got.String() != want {
			t.Errorf("%s prints %s, want %s", c.in, got, want)
		}
		if got.Kind() != c.kind || got.Organ() != c.organ || got.Body() != c.body || got.Session() != c.session ||
			got.Year() != c.year || got.Serial() != c.serial || got.Letter() != c.letter || got.Part() != c.part ||
			strings.Join(got.Suffixes(), "/") != c.suff {
			t.Errorf("%s: %#v", c.in, got)
		}
		if got.Number() != c.numb {
			t.Errorf("%s has the number %s, want %s", c.in, got.Number(), c.numb)
		}
		if again, err := ParseSymbol(got.String()); err != nil || again != got {
			t.Errorf("%s parses back to %#v: %v", got, again, err)
		}
		if i, err := got.WorkIRI("", "2020-01-31"); err != nil || i.Number() != c.numb {
			t.Errorf("%s has the work IRI %s: %v", got, i, err)
		}
	}
}

func TestParseSymbolRefuses(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int
	}{
		{"", 0}, {"A", 1}, {"A/", 2}, {"/A/1", 0}, {"A//1", 2}, {"and/or", 0}, {"A/HRC", 2}, {"A/RES/79", 6},
		{"A/RES/79/183/2", 13}, {"A/RES/x/1", 6}, {"A/RES/79/x", 9}, {"A/RES/2200 (2x)", 10}, {"A/66/6 (", 5},
		{"A/66/6 ()", 5}, {"A/66/6)", 5}, {"A_B/1", 0}, {"A/79/458 of 2024", 5}, {"A/79/4\x00", 5},
		{"A/48/486-S/", 11}, {"Rev.1/Add.1", 0}, {"76/187", 0}, {"A/RES/217 A (III) (text", 6},
	} {
		got, err := ParseSymbol(c.in)
		var se *SymbolError
		if !errors.As(err, &se) {
			t.Errorf("%q: got %v, %v", c.in, got, err)
			continue
		}
		if se.Offset != c.offset {
			t.Errorf("%q: offset %d, want %d: %v", c.in, se.Offset, c.offset, err)
		}
	}
}

func TestSymbolMethods(t *testing.T) {
	s, err := ParseSymbol("A/C.3/76/L.9/Rev.2/Add.1")
	if err != nil {
		t.Fatal(err)
	}
	if s.Committee() != 3 || s.Suffix("Rev") != 2 || s.Suffix("Corr") != 0 || !s.IsDraft() || s.IsResolution() {
		t.Errorf("%#v", s)
	}
	if s.Base().String() != "A/C.3/76/L.9" {
		t.Errorf("base %s", s.Base())
	}
	s, _ = ParseSymbol("A/48/486-S/26560")
	if s.Second().String() != "S/26560" {
		t.Errorf("second %s", s.Second())
	}
	s, _ = ParseSymbol("S/RES/2231 (2015)")
	if s.URL() != "https://undocs.org/S/RES/2231(2015)" || s.URLIn("fr") != "https://undocs.org/fr/S/RES/2231(2015)" {
		t.Error(s.URL())
	}
	if s.URLIn("") != s.URL() || s.URLIn("de") != s.URL() || (Symbol{}).URL() != "" || (Symbol{}).URLIn("fr") != "" {
		t.Errorf("%q %q %q", s.URLIn(""), s.URLIn("de"), Symbol{}.URL())
	}
	i, err := s.WorkIRI("", "2015-07-20")
	if err != nil || i.String() != "/akn/un/statement/deliberation/unsc/2015-07-20/2231_(2015)" {
		t.Errorf("%s: %v", i, err)
	}
	if _, err := s.WorkIRI("unsc", "20 July 2015"); err == nil {
		t.Error("a date that is none was accepted")
	}
}

func TestSymbolWithLetter(t *testing.T) {
	for _, c := range []struct{ symbol, letter, want string }{
		{"A/RES/88/113 A–B", "B", "A/RES/88/113 B"},
		{"A/RES/88/113", "C", "A/RES/88/113 C"},
		{"A/RES/2200 A (XXI)", "B", "A/RES/2200 B (XXI)"},
		{"S/RES/961 (1961)", "A", "S/RES/961 A (1961)"},
		{"A/RES/88/113", "", ""},
		{"A/RES/88/113", "1", ""},
		{"A/C.3/88/L.9", "A", ""},
	} {
		s, err := ParseSymbol(c.symbol)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.WithLetter(c.letter).String(); got != c.want {
			t.Errorf("%s with %q: got %q, want %q", c.symbol, c.letter, got, c.want)
		}
	}
}

// Strings in the manifest and the labels that are no symbols: damaged links,
// file names, remarks.
func damaged(s string) bool {
	return strings.HasPrefix(s, "/") || strings.Contains(s, "//") || strings.Contains(s, "_") ||
		strings.Count(s, "(") != strings.Count(s, ")") || strings.Contains(s, "(text of") ||
		strings.HasPrefix(s, "decision ") || strings.HasPrefix(s, "ITU ")
}

func TestCorpusSymbols(t *testing.T) {
	symbols := corpusSymbols(t)
	bad := 0
	for _, s := range symbols {
		got, err := ParseSymbol(s)
		if damaged(s) {
			bad++
			if err == nil {
				t.Errorf("%s was accepted as %s", s, got)
			}
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.EqualFold(squeeze(got.String()), squeeze(s)) {
			t.Errorf("%s prints %s", s, got)
		}
	}
	t.Logf("%d symbols, %d damaged strings", len(symbols), bad)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// corpusSymbols returns the symbols of the manifest and the labels, sorted.
func corpusSymbols(t *testing.T) []string {
	root := shared.Dir(t, "corpus")
	set := map[string]bool{}
	manifest, err := os.ReadFile(filepath.Join(root, "un", "MANIFEST.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(manifest)), "\n") {
		if fields := strings.Split(line, "\t"); n > 0 && len(fields) > 3 {
			for _, s := range strings.Split(fields[3], ";") {
				set[strings.TrimSpace(s)] = true
			}
		}
	}
	labels, err := filepath.Glob(filepath.Join(root, "labels*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range labels {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var label struct {
			Symbol    string
			Citations []string
		}
		if err := json.Unmarshal(b, &label); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		set[label.Symbol] = true
		for _, c := range label.Citations {
			set[c] = true
		}
	}
	delete(set, "")
	var symbols []string
	for s := range set {
		symbols = append(symbols, s)
	}
	sort.Strings(symbols)
	return symbols
}

func FuzzParseSymbol(f *testing.F) {
	for _, s := range []string{"A/RES/79/183", "A/RES/2200 A (XXI)", "S/RES/2231(2015)", "A/C.3/76/L.5/Rev.1", "A/48/486-S/26560",
		"A/66/6 (Sect. 2)", "UNEP(DTIE)/Hg/CONF/4", "A/1-B/2-C/3", "A/6-n/4/S8", "A6/A/Rev.1L.5/Rev.1", "A/1(a)(b)", "A/RES/1 A-B(I)/Add.1 (Part I)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s, err := ParseSymbol(in)
		if err != nil {
			var se *SymbolError
			if !errors.As(err, &se) || se.Offset < 0 || se.Offset > len(in) {
				t.Fatalf("%q: %v", in, err)
			}
			return
		}
		again, err := ParseSymbol(s.String())
		if err != nil || again != s {
			t.Fatalf("%q prints %q: %v\n%#v\n%#v", in, s, err, s, again)
		}
		if base := s.Base(); base.IsZero() || base.Suffixes() != nil {
			t.Fatalf("%q has the base %q", s, base)
		}
		s.Second()
		if _, err := s.WorkIRI("", "2020-01-31"); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
