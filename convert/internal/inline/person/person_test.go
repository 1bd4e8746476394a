package person

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"eng", "the report of Mr. Rosa B. Bee, the representative of Chad", "Rosa B. Bee"},
		{"eng", "Mr. Ann Archer and Mrs. Bo dos Campos, and Dr. C. Drum", "Ann Archer|Bo dos Campos"},
		{"eng", "the death of Judge Sir Emil\nFroth on 3 May", "Emil\nFroth"},
		{"eng", "Judge Emil Froth’s report", "Emil Froth"},
		{"eng", "Major General Gus Hill as Head of Mission", "Gus Hill"},
		{"eng", "the Special Representative of the Secretary-General, Ida Jolt, for her courage", "Ida Jolt specialRepresentativeOfTheSecretaryGeneral"},
		{"eng", "the Secretary-General, Mr. Kai Lund, to report", "Kai Lund secretaryGeneral"},
		{"eng", "the Deputy of the Secretary-General, Mr. Kai Lund", "Kai Lund"},
		{"fra", "le juge Émile Fort, dont le travail", "Émile Fort"},
		{"fra", "la Représentante spéciale du Secrétaire général, Ida Jolt ;", "Ida Jolt specialRepresentativeOfTheSecretaryGeneral"},
		{"fra", "M. Rosa Bee, Ambassadeur de Malte", "Rosa Bee"},
		{"spa", "el Embajador Rosa Bee, de Malta", "Rosa Bee"},

		// What is no person.
		{"eng", "the Secretary-General, United Nations agencies and Member States", ""},
		{"eng", "the Secretary-General, Member States and others", ""},
		{"eng", "the General Armistice Agreement", ""},
		{"eng", "Mr. Bee and others", ""},
		{"eng", "Judge of the Court", ""},
		{"eng", "Dr. UNESCO FAO", ""},
		{"fra", "MM. les représentants", ""},
		{"spa", "el Secretario General Adjunto de Asuntos Económicos y Sociales", ""},
		{"spa", "Mr. Rosa Bee", ""},
		{"rus", "Mr. Rosa Bee", ""},
		{"eng", "Mr.", ""}, {"eng", "Mr. ", ""}, {"eng", "", ""}, {"eng", "\xff\xfeMr. \xff", ""},
	} {
		var got []string
		for _, p := range Find(c.text, c.lang) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s", c.text[p.Start:p.End], p.Office)))
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), "%s: %s", c.lang, c.text)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("the report of Mr. Rosa B. Bee, the representative of Chad", "eng")
	f.Add("la Représentante spéciale du Secrétaire général, Ida Jolt ;", "fra")
	f.Fuzz(func(t *testing.T, text, lang string) {
		end := 0
		for _, p := range Find(text, lang) {
			if p.Start < end || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("%+v after %d in %q", p, end, text)
			}
			end = p.End
		}
	})
}
