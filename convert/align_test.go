package convert_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// sixTexts are the six language versions of the resolution that this project wrote, English first.
func sixTexts(t testing.TB) []*akn.Document {
	t.Helper()
	var docs []*akn.Document
	for _, l := range sixLanguages {
		_, doc := converted(t, "six-"+l.short)
		docs = append(docs, doc)
	}
	return docs
}

// Every paragraph of the six versions is in all of them, with text in each.
func TestAlignSix(t *testing.T) {
	docs := sixTexts(t)
	aligned, err := convert.Align(docs...)
	require.NoError(t, err)
	kinds := map[string]int{}
	for _, a := range aligned {
		kinds[a.Kind]++
		assert.True(t, a.Whole(), "%s: %v", a.EID, a.Segments)
		require.Len(t, a.Segments, len(docs))
		for i, s := range a.Segments {
			assert.Equal(t, sixLanguages[i].iso, s.Language)
			assert.Equal(t, a.Segments[0].Label == "", s.Label == "", "%s: %v", a.EID, a.Segments)
		}
	}
	assert.Equal(t, map[string]int{"title": 1, "text": 1, "formula": 1, "recital": 6, "item": 10, "paragraph": 10, "heading": 3, "note": 4}, kinds)
	assert.Equal(t, "preface__docTitle", aligned[1].EID)
	assert.Equal(t, []string{"(a)", "a)", "a)", "a)", "(أ)", "(a)"}, labelsAt(aligned, "sec_I__para_2__list_1__point_a"))
	assert.Equal(t, []string{"Annex", "Annexe", "Anexo", "Приложение", "المرفق", "附件"}, labelsAt(aligned, "att_1__heading"))
}

// labelsAt are the labels that a paragraph has in all versions.
func labelsAt(aligned []convert.Aligned, eID string) (labels []string) {
	for _, a := range aligned {
		if a.EID != eID {
			continue
		}
		for _, s := range a.Segments {
			labels = append(labels, s.Label)
		}
	}
	return labels
}

// What a version lacks is empty there; what it has alone keeps its place.
func TestAlignMissing(t *testing.T) {
	docs := sixTexts(t)[:2]
	removed := docs[0].ByEID("container_2")
	removed.Parent().RemoveChild(removed)
	aligned, err := convert.Align(docs...)
	require.NoError(t, err)
	var ids []string
	for _, a := range aligned {
		ids = append(ids, a.EID)
	}
	i := slices.Index(ids, "container_2")
	require.Positive(t, i, "%v", ids)
	assert.Equal(t, []string{"container_1", "container_2", "container_3"}, ids[i-1:i+2])
	assert.False(t, aligned[i].Whole())
	assert.Equal(t, convert.Segment{}, aligned[i].Segments[0])
	assert.Equal(t, "fra", aligned[i].Segments[1].Language)
}

func TestAlignRefuses(t *testing.T) {
	docs := sixTexts(t)
	_, other := converted(t, "adopted-fr")
	for name, c := range map[string]struct {
		docs []*akn.Document
		want convert.AlignError
	}{
		"nothing":       {[]*akn.Document{docs[0], nil}, convert.AlignError{Document: 1, Reason: "nil"}},
		"same language": {[]*akn.Document{docs[0], docs[1], docs[0]}, convert.AlignError{Document: 2, Reason: "language", Got: "eng"}},
		"other work": {[]*akn.Document{docs[0], other}, convert.AlignError{Document: 1, Reason: "work",
			Want: docs[0].Statement().Work().URI(), Got: other.Statement().Work().URI()}},
	} {
		t.Run(name, func(t *testing.T) {
			aligned, err := convert.Align(c.docs...)
			assert.Nil(t, aligned)
			var got *convert.AlignError
			require.ErrorAs(t, err, &got)
			assert.Equal(t, c.want, *got)
			assert.Contains(t, err.Error(), fmt.Sprint("document ", c.want.Document))
		})
	}
}

func TestAlignNothing(t *testing.T) {
	aligned, err := convert.Align()
	assert.NoError(t, err)
	assert.Empty(t, aligned)
}

// The six versions have the same identifiers, concepts, sponsors, dates, citations and entities.
func TestSixVersionsSayTheSame(t *testing.T) {
	docs := sixTexts(t)
	english := said(docs[0])
	for i, doc := range docs[1:] {
		for what, want := range english {
			assert.Equal(t, want, said(doc)[what], "%s: %s", sixLanguages[i+1].short, what)
		}
	}
	assert.Len(t, english["sponsors"], 6)
	assert.Greater(t, len(english["entities"]), 6)
}

// said collects what a document says whatever its language.
func said(doc *akn.Document) map[string][]string {
	s := map[string][]string{}
	add := func(what, value string) {
		if value != "" {
			s[what] = append(s[what], value)
		}
	}
	for e := range akn.All(doc.Main()) {
		switch name := akn.Local(e); name {
		case "term", "container", "docStatus", "docAuthority":
			add("concepts", akn.Attr(e, "refersTo"))
		case "organization", "role", "event", "location", "quantity":
			what := "entities"
			if akn.Up(e, "docProponent") != nil {
				what = "sponsors"
			}
			add(what, akn.Attr(e, "refersTo")+akn.Attr(e, "normalized"))
		case "docDate", "date":
			add("dates", akn.Attr(e, "date"))
		case "ref":
			if title := akn.Attr(e, "title"); title != "" {
				add("citations", title+" "+akn.Attr(e, "href")+" "+akn.Attr(e, "eId"))
			}
			continue
		}
		add("identifiers", akn.Attr(e, "eId"))
	}
	slices.Sort(s["entities"])
	s["entities"] = slices.Compact(s["entities"]) // a translation may say "it" where another repeats the name
	slices.Sort(s["identifiers"])
	slices.Sort(s["dates"])
	slices.Sort(s["sponsors"])
	slices.Sort(s["citations"])
	return s
}

// A heading that one version lacks parts nothing: the paragraphs below it are paired by their numbers.
func TestAlignWithoutAHeading(t *testing.T) {
	const heading = "I\n\nLes bibliothèques et leurs livres\n\n"
	french := string(text(t, "six-fr"))
	require.Contains(t, french, heading)
	without, _ := fromText(t, strings.Replace(french, heading, "", 1), convert.Options{})
	require.Nil(t, without.ByEID("sec_I"))
	aligned, err := convert.Align(sixTexts(t)[0], without)
	require.NoError(t, err)
	var lacking []string
	for _, a := range aligned {
		if !a.Whole() {
			lacking = append(lacking, a.EID)
		}
	}
	assert.Equal(t, []string{"sec_I__heading"}, lacking)
}
