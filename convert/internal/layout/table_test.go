package layout

import (
	"testing"

	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

// A table belongs to the paragraph or item that announces it, or stands in a list that goes on; else it is a text of its own.
func TestTablePlaces(t *testing.T) {
	const table = "| a | b |\n| c | d |\n\n"
	for _, c := range []struct{ name, body, want string }{
		{"announced", "1. Decides as below:\n\n" + table + "2. Ends.\n", "formula, para 1. below, para 2. Ends"},
		{"announced before items", "1. Decides as below:\n\n" + table + "(a) This;\n\n(b) That.\n", "formula, para 1. below[(a) (b)]"},
		{"announced by an item", "1. Decides:\n\n(a) As below:\n\n" + table + "(b) That.\n", "formula, para 1. Decides[(a)+ (b)]"},
		{"in a list", "1. Decides:\n\n(a) This;\n\n" + table + "(b) That.\n", "formula, para 1. Decides[(a)+ (b)]"},
		{"after a list", "1. Decides:\n\n(a) This.\n\n" + table + "2. Ends.\n", "formula, para 1. Decides[(a)], plain , para 2. Ends"},
		{"not announced", "1. Decides.\n\n" + table + "2. Ends.\n", "formula, para 1. Decides, plain , para 2. Ends"},
		{"first", table + "1. Decides.\n", "formula, recital , para 1. Decides"},
		{"in the preamble", "Recalling this:\n\n" + table + "Recalling that,\n\n1. Decides.\n", "formula, recital this, recital that, para 1. Decides"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Read(source.Read("The General Assembly,\n\n"+c.body, source.Plain), Options{})
			require.Equal(t, c.want, outline(r))
		})
	}
}
