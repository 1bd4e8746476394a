package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/stretchr/testify/require"
)

// outline is a resolution in a line: its parts with their labels and first words, items in parentheses after theirs.
func outline(r *Resolution) string {
	var parts []string
	add := func(kind, text string) { parts = append(parts, kind+text) }
	if r.Formula != nil {
		add("formula", "")
	}
	for _, p := range r.Recitals {
		add("recital ", word(p.Text)+items(p.Items))
	}
	var nodes func([]*Node)
	nodes = func(list []*Node) {
		for _, n := range list {
			add(kinds[n.Kind]+" ", strings.TrimSpace(labelText(n.Label)+" "+word(n.Text))+items(n.Items))
			nodes(n.Nodes)
		}
	}
	nodes(r.Body)
	if len(r.Closing) > 0 {
		add("closing", "")
	}
	for _, a := range r.Annexes {
		add("annex", "")
		for _, title := range a.Title {
			add("heading ", word(title))
		}
		nodes(a.Body)
	}
	return strings.Join(parts, ", ")
}

var kinds = map[NodeKind]string{Paragraph: "para", Section: "section", Part: "part", Letter: "letter", Division: "division", Plain: "plain"}

func labelText(l *Label) string {
	if l == nil {
		return ""
	}
	return l.Text
}

// word is the last word of the text: what was joined to it shows.
func word(t *Text) string {
	if t == nil {
		return ""
	}
	fields := strings.Fields(t.Flat.Text)
	if len(fields) == 0 {
		return ""
	}
	return strings.Trim(fields[len(fields)-1], ",;.:")
}

func items(list []*Item) string {
	if len(list) == 0 {
		return ""
	}
	var out []string
	for _, i := range list {
		out = append(out, labelText(i.Label)+strings.Repeat("+", len(i.More))+items(i.Items))
	}
	return "[" + strings.Join(out, " ") + "]"
}

func read(src string) *Resolution { return Read(source.Read(src, 0), Options{Lang: "eng"}) }

const head = "The General Assembly,\n\nRecalling the first,\n\n"

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"recitals and paragraphs", head + "Noting the second,\n\n1. Decides one;\n\n2. Requests two.\n",
			"formula, recital first, recital second, para 1. one, para 2. two"},
		{"a single paragraph without a number", head + "Decides one.\n", "formula, recital first, para one"},
		{"items of two levels", head + "1. Urges States:\n\n(a) To one:\n\n(i) Red;\n\n(ii) Blue;\n\n(b) To two.\n",
			"formula, recital first, para 1. States[(a)[(i) (ii)] (b)]"},
		{"(i) after (h) is a letter", head + "1. Urges:\n\n(a) A;\n\n(b) B;\n\n(c) C;\n\n(d) D;\n\n(e) E;\n\n(f) F;\n\n(g) G;\n\n(h) H;\n\n(i) I;\n\n(j) J.\n",
			"formula, recital first, para 1. Urges[(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)]"},
		{"(i) in a list that leaves letters out", head + "1. Urges:\n\n(a) A;\n\n(d) D;\n\n(i) I;\n\n(k) K.\n\n2. Decides two.\n",
			"formula, recital first, para 1. Urges[(a) (d) (i) (k)], para 2. two"},
		{"(i) after a colon in a list that leaves letters out", head + "1. Urges:\n\n(a) A;\n\n(d) D:\n\n(i) Red;\n\n(ii) Blue;\n\n(e) E.\n",
			"formula, recital first, para 1. Urges[(a) (d)[(i) (ii)] (e)]"},
		{"(i) after an item without a colon", head + "1. Urges:\n\n(a) A;\n\n(b) B;\n\n(i) Red;\n\n(ii) Blue;\n\n(c) C.\n",
			"formula, recital first, para 1. Urges[(a) (b)[(i) (ii)] (c)]"},
		{"(a) again", head + "1. Urges:\n\n(a) A;\n\n(b) B;\n\n(c) C;\n\n(a) D;\n\n(e) E.\n",
			"formula, recital first, para 1. Urges[(a) (b) (c) (a) (e)]"},
		{"items in a recital", "The General Assembly,\n\nRecognizing that:\n\n(a) One,\n\n(b) Two,\n\n1. Decides one.\n",
			"formula, recital that[(a) (b)], para 1. one"},
		{"a date at a line's start is no paragraph", head + "1. Decides, at its meeting on\n8 October 2021, so.\n\n2. Decides two.\n",
			"formula, recital first, para 1. so, para 2. two"},
		{"operative items of a recital's colon", "The General Assembly,\n\nRecalling that it met last year:\n\n(a) Thanks one;\n\n(b) Requests two.\n\n62nd plenary meeting\n16 December 2021\n",
			"formula, recital year, para [(a) (b)], closing"},
		{"items of a recital before paragraphs", "The General Assembly,\n\nRecalling that it:\n\n(a) Decides one,\n\n(b) Decides two,\n\n1. Requests three.\n",
			"formula, recital it[(a) (b)], para 1. three"},
		{"items of a recital that do not operate", "The General Assembly,\n\nRecalling these:\n\n(a) Decides one;\n\n(b) The moon is up.\n",
			"formula, recital these[(a) (b)]"},
		{"items of a recital without a colon", "The General Assembly,\n\nRecalling that it\n\n(a) Decides one;\n\n(b) Decides two.\n",
			"formula, recital it[(a) (b)]"},
		{"an annex with numbers of its own", head + "1. Adopts it.\n\n62nd plenary meeting\n16 December 2021\n\nAnnex\n\nThe rules\n\n1. Be kind.\n\n2. Be brief.\n",
			"formula, recital first, para 1. it, closing, annex, heading rules, para 1. kind, para 2. brief"},
		{"an annex with two titles", head + "1. Adopts it.\n\nAnnex\n\nDeclaration on boats\n\nKeeping them afloat in all weathers and at all times\n\nWe sail.\n\n1. Row.\n",
			"formula, recital first, para 1. it, annex, heading boats, heading times, plain sail, para 1. Row"},
		{"a heading below the title of an annex", head + "1. Adopts it.\n\nAnnex\n\nDeclaration on boats\n\nOur shared concern for everybody at sea\n\n1. Row.\n",
			"formula, recital first, para 1. it, annex, heading boats, division sea, para 1. Row"},
		{"an annex that is a list of names", head + "1. Invites them.\n\nAnnex\n\nFriends of Boats\n\nNet Menders United\n\nSail Makers Abroad\n\nOars for All\n",
			"formula, recital first, para 1. them, annex, plain Boats, plain United, plain Abroad, plain All"},
		{"an annex without a title", head + "1. Adopts it.\n\nAnnex I\n\nThe sea is wide.\n\nAnnex II\n\n1. Row.\n",
			"formula, recital first, para 1. it, annex, plain wide, annex, para 1. Row"},
		{"a number without its stop", head + "1. Decides one;\n\n2 Requests two;\n\n3 harbours are closed;\n\n3. Requests three.\n",
			"formula, recital first, para 1. one, para 2 two, plain closed, para 3. three"},
		{"an item whose letter goes back", head + "1. Urges:\n\n(a) A;\n\n(b) B;\n\n(c) C;\n\n(b) D.\n",
			"formula, recital first, para 1. Urges[(a) (b) (c) (b)]"},
		{"an item that is a heading", head + "1. Urges:\n\n(a) Safety\n\nTo keep the harbours safe;\n\n(b) Speed\n\nTo be quick.\n\n2. Decides two.\n",
			"formula, recital first, para 1. Urges[(a)+ (b)+], para 2. two"},
		{"words inside a list", head + "1. Urges:\n\n(a) A;\n\n(b) B;\n\nMoreover, in view of the tides, to:\n\n(c) C.\n\n2. Decides two.\n",
			"formula, recital first, para 1. Urges[(a) (b)+ (c)], para 2. two"},
		{"words after a list that open like a paragraph", head + "1. Urges:\n\n(a) A;\n\nRequests States to join it;\n\n2. Decides two.\n",
			"formula, recital first, para 1. Urges[(a)], para 2. two"},
		{"a title that opens like a paragraph", head + "I\n\nRequests for grants\n\n1. Decides one.\n\nII\n\nOther grants\n\n1. Decides two.\n",
			"formula, recital first, section I grants, para 1. one, section II grants, para 1. two"},
		{"a list that has lost its signs", head + "1. Urges States, by:\n\nkeeping one,\n\nmending two,\n\nopening three;\n\n2. Decides two.\n",
			"formula, recital first, para 1. by[  ], para 2. two"},
		{"a quotation is no list", head + "1. Adopts these words:\n\n“The sea is wide;”\n\n2. Decides two.\n",
			"formula, recital first, para 1. words, para 2. two"},
		{"an annex that has lost its heading", head + "1. Decides one;\n\n2. Decides to remain seized of the matter.\n\n1. Boats;\n\n2. Nets.\n",
			"formula, recital first, para 1. one, para 2. matter, annex, para 1. Boats, para 2. Nets"},
		{"an annex of items that has lost its heading", head + "1. Decides one;\n\n2. Decides to remain actively seized of the matter.\n\nThe Team shall:\n\n(a) Row;\n\n(b) Fish.\n",
			"formula, recital first, para 1. one, para 2. matter, annex, para shall[(a) (b)]"},
		{"a paragraph that remains seized and is not the last", head + "1. Decides to remain seized of the matter;\n\n2. Decides two.\n",
			"formula, recital first, para 1. matter, para 2. two"},
		{"a vote with names", head + "1. Decides one.\n\n62nd plenary meeting\n16 December 2021\n\n[Adopted by a recorded vote of 9 to 1:\n\nIn favour: Chad\n\nAgainst: Peru]\n",
			"formula, recital first, para 1. one, closing"},
		{"a bracket that is not closed", head + "1. Decides one.\n\n62nd plenary meeting\n16 December 2021\n\n[Adopted by a recorded vote\n",
			"formula, recital first, para 1. one, closing, annex, plain vote"},
		{"stars between texts", head + "* * *\n\n***\n\n1. Decides one.\n", "formula, recital first, recital *, recital ***, para 1. one"},
		{"a decision that ends in a name with a sign", "87/406. Benches\n\nThe Assembly appointed two members.\n\nThe Committee is thus made of Ada Wren* and Abe Finch.**\n",
			"para members, para Finch.**"},
		{"no resolution", "The moon is up\n\nand nobody sleeps\n", "plain up, plain sleeps"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, outline(read(c.src))) })
	}
}

// In Chinese and Russian, as in English.
func TestReadInOtherLanguages(t *testing.T) {
	const chinese, russian = "87/3. 海港\n\n大会\n\n", "87/3. Гавани\n\nГенеральная Ассамблея\n\n"
	for _, c := range []struct{ name, lang, src, want string }{
		{"enacting words without a comma", "zho", chinese + "回顾第一项，\n\n1. 决定如下；\n", "formula, recital 回顾第一项，, para 1. 决定如下；"},
		{"the masthead's name", "rus", "Генеральная Ассамблея\n\n" + russian + "ссылаясь на первое,\n\n1. постановляет одно.\n",
			"formula, recital первое, para 1. одно"},
		{"a label without its stop", "zho", chinese + "1. 请各国：\n\na. 加快甲；\n\nb 加快乙；\n\nc. 加快丙。\n", "formula, para 1. 请各国：[a. b c.]"},
		{"numerals of one and of three characters", "zho", chinese + "1. 请各国：\n\n㈠ 甲；\n\n㈡ 乙；\n\n(三) 丙。\n", "formula, para 1. 请各国：[㈠ ㈡ (三)]"},
		{"earthly branches", "zho", chinese + "1. 请各国：\n\n(子) 甲；\n\n(丑) 乙。\n", "formula, para 1. 请各国：[(子) (丑)]"},
		{"a decision that begins with its date", "zho", "87/503. 海港\n\n2032年9月16日，大会第3次全体会议表示注意到海港的消息。\n\n第3次全体会议\n2032年9月16日\n",
			"para 2032年9月16日，大会第3次全体会议表示注意到海港的消息。, closing"},
		{"what a word joins to the paragraph is no item", "zho", chinese + "1. 请各国：\n\n修缮甲，\n\n开放乙，\n\n同时保持丙；\n\n2. 决定丁。\n", "formula, para 1. 请各国：[ ], para 2. 决定丁。"},
		{"the letter of a resolution", "ara", "87/3 باء الموانئ\n\nإن الجمعية العامة،\n\n1 - تقرر ذلك.\n", "formula, para 1 - ذلك"},
		{"a second dash", "rus", russian + "1. призывает все государства, которые имеют гавани, оказывать — в порядке осуществления этого плана — поддержку и рассмотреть — в рамках совещания по вопросам гаваней\n\n" +
			"— дальнейшие меры;\n\n2. постановляет второе.\n", "formula, para 1. меры, para 2. второе"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, outline(Read(source.Read(c.src, 0), Options{Lang: c.lang})))
		})
	}
}

// A day with a stop is no paragraph, whatever the language.
func TestDayInUnknownLanguage(t *testing.T) {
	r := Read(source.Read("Vereinte Nationen\n\nA/87/L.4\n\n3. Dezember 2032\n\n1. beschließt dies;\n\n2. beschließt das.\n", 0), Options{Lang: "und"})
	require.Equal(t, "plain 2032, para 1. dies, para 2. das", outline(r))
}

// A symbol is the same in every language.
func TestSymbolInUnknownLanguage(t *testing.T) {
	r := Read(source.Read("Nações Unidas\n\nA/87/L.4\n\nA Assembleia Geral,\n\n1. Decide isto.\n", 0), Options{Lang: "und"})
	require.Len(t, r.Cover, 2)
	require.Equal(t, Symbol, r.Cover[1].Kind)
	require.Equal(t, "plain Geral, para 1. isto", outline(r))
}

// What a page cuts is joined; what stands for itself is not.
func TestJoin(t *testing.T) {
	const notes = "\n\n¹ A note.\n\n\n"
	for _, c := range []struct{ name, before, after, want string }{
		{"after a comma", "*Noting* the work¹ of many,", "who stay unnamed,", "recital unnamed"},
		{"before a capital", "*Noting* the long and patient work¹ of the", "United Nations,", "recital Nations"},
		{"before a date", "*Noting* the meeting¹ that was held on", "8 October 2021,", "recital 2021"},
		{"a recital after a comma", "*Noting* the work¹ of many,", "*Stressing* its worth,", "recital many, recital worth"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read("*The General Assembly*,\n\n*Recalling* the first,\n\n" + c.before + notes + c.after + "\n\n1. *Decides* one.\n")
			require.Equal(t, "formula, recital first, "+c.want+", para 1. one", outline(r))
			require.Len(t, r.Notes, 1)
			require.True(t, r.Notes[0].Called)
		})
	}
}

func TestNotes(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"in order", "a¹ b²\n\n¹ x\n\n² y\n", ""},
		{"again", "a¹ b¹\n\n¹ x\n", ""},
		{"a call without a note", "a¹ b²\n\n¹ x\n", "call-without-note 5"},
		{"a note without a call", "a¹\n\n¹ x\n\n² y\n", "note-not-called 11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, remark := range read(c.src).Remarks {
				if remark.Code == CallWithoutNote || remark.Code == NoteNotCalled {
					got = append(got, fmt.Sprintf("%s %d", remark.Code, remark.Offset))
				}
			}
			require.Equal(t, c.want, strings.Join(got, ", "))
		})
	}
}

// A number with several letters is whole before its title, and its symbol has their range.
func TestLettersOfNumber(t *testing.T) {
	for _, c := range []struct{ line, number, title, symbol string }{
		{"87/406 A and B. Benches", "87/406 A and B.", "Benches", "A/DEC/87/406 A-B"},
		{"87/406 B, C and D. Benches", "87/406 B, C and D.", "Benches", "A/DEC/87/406 B-D"},
		{"S-9/4 A–C. Benches", "S-9/4 A–C.", "Benches", "A/DEC/S-9/4 A-C"},
		{"87/406 B. And so forth", "87/406 B.", "And so forth", "A/DEC/87/406 B"},
		{"87/406. A and B class benches", "87/406.", "A and B class benches", "A/DEC/87/406"},
		{"87/406. Benches", "87/406.", "Benches", "A/DEC/87/406"},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := read(c.line + "\n\nThe General Assembly appointed two members.\n")
			title := r.field(Title)
			require.NotNil(t, title)
			require.Equal(t, c.number, title.Number)
			require.Equal(t, c.title, title.Text.Flat.Text[title.TitleStart:])
			symbol, _ := r.NumberedSymbol()
			require.Equal(t, c.symbol, symbol.String())
		})
	}
}
