package akn

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is a language in the forms that documents write it. The zero value
// is no language.
type Language struct {
	Code string // ISO 639-2/T, as FRBRlanguage and IRIs have it: "fra"
	Tag  string // BCP 47, as xml:lang has it: "fr"
	Name string // in English: "French"
	// Letter is the one that job numbers have for an official language of the
	// United Nations, "F"; "" for the others.
	Letter string
}

var officialLanguages = [...]Language{
	{"ara", "ar", "Arabic", "A"},
	{"zho", "zh", "Chinese", "C"},
	{"eng", "en", "English", "E"},
	{"fra", "fr", "French", "F"},
	{"rus", "ru", "Russian", "R"},
	{"spa", "es", "Spanish", "S"},
}

// OfficialLanguages returns the six official languages of the United Nations.
func OfficialLanguages() []Language { return append([]Language(nil), officialLanguages[:]...) }

// LanguageOf returns the language with the code: ISO 639-1, 639-2 (T or B) or
// 639-3, or a BCP 47 tag, of which the region and script are left out. "mul"
// and "und" are multilingual and unknown.
func LanguageOf(code string) (Language, bool) {
	for _, l := range officialLanguages {
		if code == l.Code || code == l.Tag {
			return l, true
		}
	}
	tag, err := language.Parse(code)
	if err != nil {
		return Language{}, false
	}
	if base, confidence := tag.Base(); confidence == language.Exact {
		return fromBase(base), true
	}
	// The base of a tag without language is a guess.
	return Language{Code: "und", Tag: "und", Name: "Unknown language"}, code == "und"
}

func fromBase(base language.Base) Language {
	for _, l := range officialLanguages {
		if base.String() == l.Tag {
			return l
		}
	}
	name := display.English.Languages().Name(base)
	return Language{Code: base.ISO3(), Tag: base.String(), Name: name}
}

// LanguageByLetter returns the official language with the letter of job
// numbers, such as "F".
func LanguageByLetter(letter string) (Language, bool) {
	for _, l := range officialLanguages {
		if letter == l.Letter && letter != "" {
			return l, true
		}
	}
	return Language{}, false
}
