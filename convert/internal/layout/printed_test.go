package layout

import (
	"strings"
	"testing"

	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

// flowing reads the text as the body of a resolution that is printed in reading order: hard lines, one form feed.
func flowing(body string) *Resolution {
	return Read(source.Read("The General Assembly,\nRecalling the gardens of the schools and the bees that live in them all year,\n"+body+"\n\f", source.PDFFlow), Options{Lang: "eng"})
}

const (
	fullLine1 = "Takes note of the report of the gardeners on the bees of the schools and on"
	fullLine2 = "the roses that the pupils have planted there in the course of the year, in pots;"
)

// Where only the words and the lengths of lines tell the texts apart.
func TestReadingOrder(t *testing.T) {
	numbered := func(n string) string { return n + "\n" + fullLine1 + "\n" + fullLine2 + "\n" }
	for _, c := range []struct{ name, body, want string }{
		{"a heading below a full line, before the next number", numbered("1.") + "Honey of the year before, as it was weighed at the doors of the schools\n" + "2. Requests two.",
			"recital year, para 1. pots, division schools, para 2. two"},
		{"no heading: the number is not the next one", numbered("1.") + "Honey of the year before, as it was weighed at the doors of the schools\n" + "7. Requests seven.",
			"recital year, para 1. seven"},
		{"a section's title before its first recital", numbered("1.") + "II\nHoney of the year before, as it was weighed at the doors of the schools\nRecalling the second,\n1.\nRequests two.",
			"recital year, para 1. pots, section II schools, plain second, para 1. two"},
		{"a list of names goes on in capitals", "Noting with sorrow the names of the gardeners that nobody has thanked, Rose,\nMarguerite and Violet,\n1. Decides one.",
			"recital year, recital Violet, para 1. one"},
		{"the last line before the first", "1.\nbees;\n\nRequests the gardeners of all schools to leave some of the honey to the\n\n2. Requests two.",
			"recital year, para 1. bees, para 2. two"},
		{"in capitals, too", "1.\nOffice;\n\nThe gardener of the first school shall be paid for the honey by the\n\n2. Requests two.",
			"recital year, para 1. Office, para 2. two"},
		{"a paragraph of one line stands apart from its number", "1.\n\nRequests the gardeners to go.\n\nThe bees of the first school live in the old clock tower of the town\n\n2.\n\nRequests two.",
			"recital year, para 1. go, division town, para 2. two"},
		{"numbers may be missing", strings.Join([]string{numbered("1."), numbered("4."), numbered("7."), "10. Requests ten."}, ""),
			"recital year, para 1. pots, para 4. pots, para 7. pots, para 10. ten"},
		{"a number without its stop", numbered("1.") + "2 Requests the gardeners of all schools to leave some of the honey to the\nbees;\n3. Requests three.",
			"recital year, para 1. pots, para 2 bees, para 3. three"},
		{"a possessive opens nothing", "Noting the needs of all who keep bees in the towns, and of the gardens of the\nStates’ schools and their pupils,\n1. Decides one.",
			"recital year, recital pupils, para 1. one"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, "formula, "+c.want, outline(flowing(c.body))) })
	}
}

// What shares a printed line with other texts is part of a table: a capital letter there is no heading, and a sentence
// no paragraph.
func TestCells(t *testing.T) {
	page := "          The General Assembly,\n" +
		"               1.   Takes note of the report of the gardeners on the bees of the schools.\n\n" +
		"               Level          Garden                        Bees\n" +
		"               A              States with roses             Many\n" +
		"               B              Notes of other gardens        Few\n\f"
	require.Equal(t, "formula, para 1. schools, plain Level, plain Garden, plain Bees, plain A, plain roses, plain Many, plain B, plain gardens, plain Few",
		outline(Read(source.Read(page, source.PDFLayout), Options{Lang: "eng"})))
}

// A heading at the top of a page belongs to the number after it, though it begins at the margin as what goes on does.
func TestHeadingOnTopOfPage(t *testing.T) {
	page := "          The General Assembly,\n" +
		"               1.   Takes note of the report of the gardeners on the bees of the schools;\n\f"
	for _, c := range []struct{ name, next, want string }{
		{"a heading", "          Honey of the year before, as it was weighed at the doors of schools\n\n               2.   Requests two.\n",
			"formula, para 1. schools, division schools, para 2. two"},
		{"what goes on", "          Honey of the year before, as it was weighed at the doors of schools,\n          and wax.\n\n               2.   Requests two.\n",
			"formula, para 1. wax, para 2. two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, outline(Read(source.Read(page+c.next+"\f", source.PDFLayout), Options{Lang: "eng"})))
		})
	}
}

// Texts that are joined over a gap on one page have no page end between them.
func TestNumberBeforeTitle(t *testing.T) {
	r := Read(source.Read("A/RES/87/12\n\nGeneral Assembly\n\n87/12.\n\nBees\n\nThe General Assembly,\n1. Decides one.\n\f", source.PDFFlow), Options{Lang: "eng"})
	require.Len(t, r.Preface, 1)
	require.Equal(t, "87/12.", r.Preface[0].Number)
	require.Equal(t, r.Preface[0].Text.Page, r.Preface[0].Text.LastPage)
	require.False(t, r.Preface[0].Text.Lines[0].Cut)
}
