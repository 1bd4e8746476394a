package akn

import "testing"

func TestLanguageOf(t *testing.T) {
	for _, c := range []struct{ in, code, tag, name, letter string }{
		{"fra", "fra", "fr", "French", "F"},
		{"fre", "fra", "fr", "French", "F"},
		{"fr-CH", "fra", "fr", "French", "F"},
		{"zho", "zho", "zh", "Chinese", "C"},
		{"chi", "zho", "zh", "Chinese", "C"},
		{"ar", "ara", "ar", "Arabic", "A"},
		{"de", "deu", "de", "German", ""},
		{"swa", "swa", "sw", "Swahili", ""},
		{"mul", "mul", "mul", "Multiple languages", ""},
		{"und", "und", "und", "Unknown language", ""},
	} {
		got, ok := LanguageOf(c.in)
		if want := (Language{c.code, c.tag, c.name, c.letter}); !ok || got != want {
			t.Errorf("%s: got %+v, %v", c.in, got, ok)
		}
	}
	for _, bad := range []string{"", "french", "zzzz", "\xff", "x"} {
		if l, ok := LanguageOf(bad); ok {
			t.Errorf("%q is %+v", bad, l)
		}
	}
}

func TestOfficialLanguages(t *testing.T) {
	all := OfficialLanguages()
	if len(all) != 6 {
		t.Fatal(all)
	}
	for _, want := range all {
		if got, ok := LanguageByLetter(want.Letter); !ok || got != want {
			t.Errorf("%s: %+v", want.Letter, got)
		}
	}
	if _, ok := LanguageByLetter(""); ok {
		t.Error("no letter is a language")
	}
	all[0].Code = "x"
	if OfficialLanguages()[0].Code == "x" {
		t.Error("the table can be changed")
	}
}
