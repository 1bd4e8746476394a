package lexicon

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVote(t *testing.T) {
	counts := func(n ...int) []Count {
		var all []Count
		for i, v := range n {
			all = append(all, Count{choices[i], v})
		}
		return all
	}
	for _, c := range []struct {
		lang, text, outcome, words string
		counts                     []Count
	}{
		{"eng", "Adopted at the 84th meeting by 9 votes to none, with 2 abstentions (Chile, Fiji).",
			"adoptedRecordedVote", "by 9 votes to none, with 2 abstentions", counts(9, 0, 2)},
		{"eng", "Adopted at the 90th meeting by 12 votes to 2 (Chile, Fiji), with 1 abstention (Mali).",
			"adoptedRecordedVote", "by 12 votes to 2 (Chile, Fiji), with 1 abstention", counts(12, 2, 1)},
		{"eng", "the General Assembly, by a recorded vote of 120 to 3, decided", "adoptedRecordedVote", "by a recorded vote of 120 to 3", counts(120, 3)},
		{"eng", "Adopted unanimously at the\n85th meeting", "adoptedUnanimously", "unanimously", nil},
		{"eng", "Adopted at the 86th meeting without a vote.", "adoptedWithoutVote", "without a vote", nil},
		{"fra", "l’Assemblée générale, par 70 voix contre zéro, avec 2 abstentions, décide", "adoptedRecordedVote",
			"par 70 voix contre zéro, avec 2 abstentions", counts(70, 0, 2)},
		{"spa", "en votación registrada de 70 votos contra 3 y 1 abstención", "adoptedRecordedVote",
			"en votación registrada de 70 votos contra 3 y 1 abstención", counts(70, 3, 1)},
		{"rus", "70 голосами против 3 при 12 воздержавшихся", "adoptedRecordedVote", "70 голосами против 3 при 12 воздержавшихся", counts(70, 3, 12)},
		{"rus", "70 голосами при 2 воздержавшихся, при этом никто не голосовал против", "adoptedRecordedVote",
			"70 голосами при 2 воздержавшихся, при этом никто не голосовал против", counts(70, 0, 2)},
		{"ara", "بتصويت مسجل بأغلبية 70 صوتا مقابل 3 وامتناع عضوين عن التصويت", "adoptedRecordedVote",
			"بتصويت مسجل بأغلبية 70 صوتا مقابل 3 وامتناع عضوين عن التصويت", counts(70, 3, 2)},
		{"zho", "大会通过记录表决以70票对3票、12票弃权，决定", "adoptedRecordedVote", "通过记录表决以70票对3票、12票弃权", counts(70, 3, 12)},
		{"eng", "The Council voted for him", "", "", nil},
		{"eng", "", "", "", nil},
	} {
		v, ok := For(c.lang).Vote(c.text)
		assert.Equal(t, c.outcome != "", ok, c.text)
		assert.Equal(t, c.outcome, v.Outcome, c.text)
		assert.Equal(t, c.counts, v.Counts, c.text)
		assert.Equal(t, c.words, c.text[v.Start:v.End])
	}
}

func TestMeetingWithVote(t *testing.T) {
	for text, want := range map[string]string{
		"Adopted unanimously at the 76th meeting.":                         "76",
		"Adopted at the 132nd meeting by 10 votes to 1 (Chile).":           "132",
		"Adopted at the resumed 2190th meeting by 12 votes to 2 (a, b)":    "2190",
		"Adopted without a vote at the 3007th\nmeeting.":                   "3007",
		"Adopted at the 1311th meeting (private meeting).":                 "1311",
		"Adopted by the Conference at a meeting that nobody can remember.": "",
	} {
		line, _ := For("eng").Line(text)
		assert.Equal(t, want, line.Value, text)
		assert.Equal(t, want != "", line.Slot == Adoption, text)
	}
}

// Votes as the organs print them: the language, the outcome, the counts in favour, against and abstaining, and the text.
func TestFormsOfVotes(t *testing.T) {
	data, err := os.ReadFile("testdata/votes.tsv")
	require.NoError(t, err)
	for i, row := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		fields := strings.Split(row, "\t")
		require.Len(t, fields, 4, "line %d", i+1)
		v, ok := For(fields[0]).Vote(fields[3])
		var counts []string
		for _, c := range v.Counts {
			counts = append(counts, strconv.Itoa(c.Votes))
		}
		assert.True(t, ok, "line %d: %s", i+1, row)
		assert.Equal(t, fields[1]+" "+fields[2], v.Outcome+" "+strings.Join(counts, " "), "line %d: %s", i+1, row)
	}
}
