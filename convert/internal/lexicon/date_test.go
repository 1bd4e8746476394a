package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// dateCases are texts with their dates, each followed by the part of the text
// that it covers.
var dateCases = []struct {
	lang, text string
	want       []string
}{
	{"eng", "of 16 December 2021, and", []string{"2021-12-16", "16 December 2021"}},
	{"eng", "of 10 and 12 December 2020", []string{"2020-12-10", "10", "2020-12-12", "12 December 2020"}},
	{"eng", "of 3, 5 and 7 May 2019", []string{"2019-05-03", "3", "2019-05-05", "5", "2019-05-07", "7 May 2019"}},
	{"eng", "from 7 to 12 March 2021", []string{"2021-03-07", "7", "2021-03-12", "12 March 2021"}},
	{"eng", "30 June and 1 July 2014", []string{"2014-06-30", "30 June", "2014-07-01", "1 July 2014"}},
	{"eng", "31 October–13\u00a0November\n2021", []string{"2021-10-31", "31 October", "2021-11-13", "13\u00a0November\n2021"}},
	{"eng", "December 16, 2021", []string{"2021-12-16", "December 16, 2021"}},
	{"eng", "the 1st of January 1999", []string{"1999-01-01", "1st of January 1999"}},
	{"eng", "on31 October 2023", []string{"2023-10-31", "31 October 2023"}},
	{"eng", "29 February 2024 but not 29 February 2023", []string{"2024-02-29", "29 February 2024"}},
	{"eng", "in May 2020, on 12 May, in 2020, 31 June 2020, A/RES/12 May", nil},
	{"fra", "le 1er décembre 2020", []string{"2020-12-01", "1er décembre 2020"}},
	{"fra", "du 30 juin au 1er juillet 2014", []string{"2014-06-30", "30 juin", "2014-07-01", "1er juillet 2014"}},
	{"fra", "les 10 et 12 de\u0301cembre 2020", []string{"2020-12-10", "10", "2020-12-12", "12 de\u0301cembre 2020"}},
	{"spa", "de 9 de diciembre de 2019", []string{"2019-12-09", "9 de diciembre de 2019"}},
	{"spa", "del 7 al 12 de marzo del 2021", []string{"2021-03-07", "7", "2021-03-12", "12 de marzo del 2021"}},
	{"spa", "1º de enero de 2000", []string{"2000-01-01", "1º de enero de 2000"}},
	{"eng", "of 13 August 1948 4 and 5 January 1949", []string{"1948-08-13", "13 August 1948", "1949-01-05", "5 January 1949"}},
	{"rus", "от 16 декабря 2021 года", []string{"2021-12-16", "16 декабря 2021 года"}},
	{"rus", "с 7 по 12 марта 2021 года", []string{"2021-03-07", "7", "2021-03-12", "12 марта 2021 года"}},
	{"rus", "от 10 и 12 декабря 2020 г.", []string{"2020-12-10", "10", "2020-12-12", "12 декабря 2020 г."}},
	{"rus", "11 January 2022", []string{"2022-01-11", "11 January 2022"}},
	{"ara", "المؤرخ 16 كانون الأول/ديسمبر 2021", []string{"2021-12-16", "16 كانون الأول/ديسمبر 2021"}},
	{"ara", "في ١ كانون الثاني/يناير ٢٠٢٠", []string{"2020-01-01", "١ كانون الثاني/يناير ٢٠٢٠"}},
	{"ara", "من 7 إلى 12 آذار/مارس 2021", []string{"2021-03-07", "7", "2021-03-12", "12 آذار/مارس 2021"}},
	{"ara", "10 و 12 كانــون الأول/ ديسمبر 2020", []string{"2020-12-10", "10", "2020-12-12", "12 كانــون الأول/ ديسمبر 2020"}},
	{"ara", "10 و12 كانــون الأول/ديسمبر 2020", []string{"2020-12-10", "10", "2020-12-12", "12 كانــون الأول/ديسمبر 2020"}},
	{"zho", "2019年12月9日第74/16号决议", []string{"2019-12-09", "2019年12月9日"}},
	{"zho", "2021年3月7日至12日在京都", []string{"2021-03-07", "2021年3月7日", "2021-03-12", "12日"}},
	{"zho", "2021年10月31日至11月13日", []string{"2021-10-31", "2021年10月31日", "2021-11-13", "11月13日"}},
	{"zho", "二〇二一年十二月二十日", []string{"2021-12-20", "二〇二一年十二月二十日"}},
	{"zho", "2021 年 12 月\n20 日", []string{"2021-12-20", "2021 年 12 月\n20 日"}},
}

func TestDates(t *testing.T) {
	for _, c := range dateCases {
		var got []string
		for _, d := range For(c.lang).Dates(c.text) {
			got = append(got, d.ISO, c.text[d.Start:d.End])
		}
		assert.Equal(t, c.want, got, "%s: %q", c.lang, c.text)
	}
}
