package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate"
)

// mutation is a way to change what a document means: the values that it changes, and how.
type mutation struct {
	name   string
	values *regexp.Regexp // the last group is the value
	change func(r *rand.Rand, value string) string
}

var mutations = []mutation{
	{"eId", regexp.MustCompile(` eId="([^"]+)"`), changeID},
	{"reference", regexp.MustCompile(` (?:href|refersTo|for|by|as|source|outcome)="(#[^"]+)"`), changeID},
	{"date", regexp.MustCompile(` date="([0-9-]+)"`), changeDigit},
	{"name", regexp.MustCompile(`<FRBR(?:this|uri) value="([^"]+)"`), changeIRI},
	{"citation", regexp.MustCompile(`<(?:ref|alternativeReference) [^>]*?href="(/[^"]+|https:[^"]+)"`), changeIRI},
	{"title", regexp.MustCompile(`<ref [^>]*?title="([^"]+)"`), changeDigit},
	{"number", regexp.MustCompile(`<FRBRnumber [^>]*?value="([^"]+)"`), changeDigit},
	{"language", regexp.MustCompile(`<FRBRlanguage language="([^"]+)"`), func(r *rand.Rand, v string) string {
		return []string{"ara", "eng", "fra", "rus", "spa", "zho"}[r.IntN(6)]
	}},
	{"marker", regexp.MustCompile(` marker="([^"]+)"`), func(r *rand.Rand, v string) string {
		if strings.Trim(v, "0123456789") != "" {
			return v + "1"
		}
		return changeDigit(r, v)
	}},
}

// changeDigit puts another digit for one; where there is none the value stays.
func changeDigit(r *rand.Rand, v string) string {
	var at []int
	for i := range len(v) {
		if v[i] >= '0' && v[i] <= '9' {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return v
	}
	i := at[r.IntN(len(at))]
	digit := byte('0' + (int(v[i]-'0')+1+r.IntN(9))%10)
	return v[:i] + string(digit) + v[i+1:]
}

// changeID puts another digit, or adds one.
func changeID(r *rand.Rand, v string) string {
	if changed := changeDigit(r, v); changed != v && r.IntN(2) == 0 {
		return changed
	}
	return fmt.Sprintf("%s_%d", v, 2+r.IntN(8))
}

// changeIRI changes a digit or a letter.
func changeIRI(r *rand.Rand, v string) string {
	if r.IntN(2) == 0 {
		return changeDigit(r, v)
	}
	i := len(v)/3 + r.IntN(len(v)-len(v)/3)
	if v[i] < 'a' || v[i] > 'z' {
		return changeDigit(r, v)
	}
	return v[:i] + string('a'+(v[i]-'a'+1+byte(r.IntN(25)))%26) + v[i+1:]
}

// TestMutants: a change of an id, a date, an IRI or a marker, which the schema accepts, is found by a rule.
func TestMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("a measure of the corpus, for one goroutine")
	}
	const want, share = 1000, 0.95
	files := shared.Files(t, filepath.Join("..", "..", "testdata", "texts"), ".txt")
	var docs [][]byte
	for _, file := range files {
		if src := convertFile(t, file); src != nil {
			docs = append(docs, src)
		}
	}
	require.NotEmpty(t, docs)
	r := rand.New(rand.NewPCG(6, 2026))
	total, caught, missed := map[string]int{}, map[string]int{}, map[string]string{}
	for n := 0; n < want; {
		src, m := docs[r.IntN(len(docs))], mutations[r.IntN(len(mutations))]
		places := m.values.FindAllSubmatchIndex(src, -1)
		if len(places) == 0 {
			continue
		}
		at := places[r.IntN(len(places))]
		old := string(src[at[2]:at[3]])
		changed := m.change(r, old)
		if changed == old {
			continue
		}
		mutant := slices.Concat(src[:at[2]], []byte(changed), src[at[3]:])
		if !validate.Check(mutant, validate.Options{Profile: validate.Schema}).OK() {
			continue
		}
		n++
		total[m.name]++
		if found(mutant, src) {
			caught[m.name]++
		} else {
			missed[m.name] += fmt.Sprintf("\n  %s -> %s in …%s", old, changed, src[max(0, at[2]-60):at[2]])
		}
	}
	sum := 0
	for _, name := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%s: %d of %d%s", name, caught[name], total[name], missed[name])
		sum += caught[name]
	}
	t.Logf("%d of %d mutants are found", sum, want)
	assert.GreaterOrEqual(t, float64(sum), share*want)
}

// found says whether a mutant has a finding that its original has not.
func found(mutant, src []byte) bool {
	before := map[string]int{}
	for _, f := range validate.Check(src, validate.Options{}).Findings {
		before[f.Code]++
	}
	for _, f := range validate.Check(mutant, validate.Options{}).Findings {
		if before[f.Code]--; before[f.Code] < 0 {
			return true
		}
	}
	return false
}
