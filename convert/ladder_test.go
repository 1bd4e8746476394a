package convert_test

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/beevik/etree"
	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/convert/internal/layer"
	"github.com/ntoso/ntoso/convert/internal/source"
	"github.com/ntoso/ntoso/validate"
	"github.com/stretchr/testify/require"
)

// ladder states the contract of [convert.FromText] for one text: each rung is a promise.
func ladder(t testing.TB, src []byte, opts convert.Options) {
	doc, report, err := convert.FromText(src, opts)
	if err != nil {
		refused(t, src, err)
		return
	}
	xml := written(t, doc)

	// P1: the text comes back, byte for byte, from the tree; the tree that was written is the tree that is read.
	exact(t, src, doc)
	rewritten := written(t, reparse(t, xml))
	require.Equal(t, string(xml), string(rewritten), "the tree changes when it is written and read")

	// P1 to P3, from the XML alone.
	faithful(t, src, report, xml)

	// P5: a second conversion gives the same bytes.
	steady(t, src, opts, xml)

	// P6: the report has a place in the text for each remark.
	for _, r := range report.Remarks {
		require.True(t, 0 <= r.Offset && r.Offset <= len(src) && r.Line > 0 && r.Column > 0, "%s", r)
		require.NotEmpty(t, r.Code)
		require.NotContains(t, r.Message, "\n")
	}

	// P7: white space that another tool adds between block elements changes nothing.
	exact(t, src, indented(t, doc))
	// P7: an edit changes the text where it is, and nowhere else.
	local(t, src, doc)

	// Without its layer the document is still valid, and its text is canonical: a second round gives it again.
	canonical(t, doc, report, opts)
}

// faithful demands of the XML of a text what can be checked of each document by itself, and returns what it says.
func faithful(t testing.TB, src []byte, report *convert.Report, xml []byte) *akn.Document {
	t.Helper()
	doc := reparse(t, xml)
	// P1: the text comes back.
	exact(t, src, doc)
	// P2: the spans of the source tile it; no letter is lost, none is said twice.
	dialect, ok := source.ParseDialect(report.Dialect)
	require.True(t, ok)
	require.NoError(t, source.Read(string(src), dialect).Tiles())
	requireLetters(t, src, doc)
	// P3: the document is valid and keeps the rules of the United Nations.
	requireValid(t, xml)
	return doc
}

// refused demands that only what XML cannot hold is refused, with its place.
func refused(t testing.TB, src []byte, err error) {
	var bad *convert.TextError
	if !errors.As(err, &bad) {
		t.Fatalf("an error without a type: %v", err)
	}
	require.Less(t, bad.Offset, len(src))
	require.True(t, bad.Line > 0 && bad.Column > 0, "%v", bad)
	require.Equal(t, bad.Offset, forbidden(src), "the first offending byte is elsewhere")
}

// forbidden is the offset of the first byte that XML cannot hold; a form feed is a page end.
func forbidden(src []byte) int {
	return akn.ValidText(strings.ReplaceAll(string(src), "\f", "\n"))
}

func requireValid(t testing.TB, xml []byte) {
	t.Helper()
	for _, f := range validate.Check(xml, validate.Options{Profile: validate.AKN4UN}).Findings {
		if f.Severity == validate.Error {
			t.Fatalf("%s\n%s", f, xml)
		}
	}
	validByLibxml2(t, xml)
}

func steady(t testing.TB, src []byte, opts convert.Options, xml []byte) {
	t.Helper()
	doc, _ := fromText(t, src, opts)
	second := written(t, doc)
	require.Equal(t, string(xml), string(second), "two conversions differ")
}

// indented is the document as another tool writes it.
func indented(t testing.TB, doc *akn.Document) *akn.Document {
	t.Helper()
	var b bytes.Buffer
	_, err := doc.WriteWith(&b, akn.WriteOptions{Indent: "  "})
	require.NoError(t, err)
	return reparse(t, b.Bytes())
}

// insertion is what local puts into a text.
const insertion = "INSERTED"

// local inserts a word into the first, the middle and the last piece of text that holds a letter.
func local(t testing.TB, src []byte, doc *akn.Document) {
	var places []*etree.CharData
	doc = doc.Copy()
	for p := range akn.Find(doc.Main(), "p") {
		for _, token := range p.Child {
			if data, ok := token.(*etree.CharData); ok && strings.ContainsFunc(data.Data, unicode.IsLetter) {
				places = append(places, data)
			}
		}
	}
	for _, i := range []int{0, len(places) / 2, len(places) - 1} {
		if i < 0 || i >= len(places) {
			continue
		}
		insertInto(t, src, doc, places[i])
	}
}

// insertInto inserts the word before the first letter of the piece and takes it away again.
func insertInto(t testing.TB, src []byte, doc *akn.Document, place *etree.CharData) {
	before := place.Data
	at := strings.IndexFunc(before, unicode.IsLetter)
	place.SetData(before[:at] + insertion + before[at:])
	back := textOf(t, doc)
	place.SetData(before)
	if strings.Contains(string(src), insertion) {
		return
	}
	require.Equal(t, 1, bytes.Count(back, []byte(insertion)), "the edit is printed once")
	want, got := string(src), strings.Replace(string(back), insertion, "", 1)
	if inCell(place) {
		at := bytes.Index(back, []byte(insertion))
		want, got = withoutGaps(want, at), withoutGaps(got, at)
	}
	require.Equal(t, want, got, "an edit changed the text elsewhere")
}

// inCell reports whether the piece stands in a cell of a table.
func inCell(place *etree.CharData) bool {
	for e := place.Parent(); e != nil; e = e.Parent() {
		if akn.Is(e, "td", "th") {
			return true
		}
	}
	return false
}

// withoutGaps is a text without the spaces of the line at the offset: where a cell becomes longer the columns to its right
// stay, and the gap before them becomes shorter.
func withoutGaps(text string, at int) string {
	start := strings.LastIndexAny(text[:at], "\r\n\f") + 1
	end := len(text)
	if i := strings.IndexAny(text[at:], "\r\n\f"); i >= 0 {
		end = at + i
	}
	return text[:start] + strings.ReplaceAll(text[start:end], " ", "") + text[end:]
}

// canonical strips the document and demands that the text which is left comes through a second round.
func canonical(t testing.TB, doc *akn.Document, report *convert.Report, opts convert.Options) {
	clean := convert.Strip(doc)
	xml := written(t, clean)
	require.NotContains(t, string(xml), layer.Namespace, "Strip leaves some of the layer")
	requireValid(t, xml)
	first := textOf(t, clean)
	require.NotContains(t, string(first), "\f", "canonical text has no pages")

	if opts.Dialect = ""; report.Dialect == "plain" || report.Dialect == "sentences" {
		opts.Dialect = report.Dialect // characters that are no marks stay characters
	}
	second, reportOfSecond := fromText(t, first, opts)
	exact(t, first, second)
	if ambiguous(first, clean) || verbatim(second) || verbatim(doc) || astray(report) || astray(reportOfSecond) {
		return
	}
	back := textOf(t, convert.Strip(second))
	require.Equal(t, strings.Fields(string(first)), strings.Fields(string(back)), "canonical text has the same words in the same order")
	if report.Dialect != "pdf-flow" && report.Dialect != "pdf-layout" || !torn(first) {
		require.Equal(t, string(first), string(back), "canonical text is stable")
	}
}

// ambiguous reports whether canonical text holds characters that mean something else to the one who reads it, for it has
// no escapes: what looks like a link, an asterisk that is a character of the text, a bar in a cell, a byte order mark
// that is a character, or the words of a note in parentheses, which beside a column are none.
func ambiguous(text []byte, clean *akn.Document) bool {
	for cell := range akn.Find(clean.Main(), "td", "th") {
		if strings.Contains(akn.TextWithNotes(cell), "|") {
			return true
		}
	}
	words := akn.TextWithNotes(clean.Main())
	return bytes.HasPrefix(text, []byte(layer.BOM)) || bytes.Contains(text, []byte("](")) ||
		strings.Contains(words, "*") || strings.Contains(strings.ToLower(words), "(footnote")
}

// torn reports whether a block of the text ends in the middle of a sentence. Without the columns and furniture of its
// page the next one may look like its continuation.
func torn(text []byte) bool {
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		if len(block) > 60 && !strings.ContainsAny(block[len(block)-1:], ".;:,)]|") {
			return true
		}
	}
	return false
}

// astray reports whether notes and calls do not match: a note that nothing calls is called where it stands once the
// layer is off, and what looks like a call may then be read as one.
func astray(report *convert.Report) bool {
	return slices.ContainsFunc(report.Remarks, func(r convert.Remark) bool {
		return r.Code == "note-not-called" || r.Code == "call-without-note"
	})
}

// verbatim reports whether a block of the document is kept as it was printed: its white space has no canonical form.
func verbatim(doc *akn.Document) bool {
	for p := range akn.Find(doc.Main(), "p") {
		if p.SelectAttrValue("xml:space", "") == "preserve" {
			return true
		}
	}
	return false
}

// requireLetters compares the letters of the source with those of the content and of the layout layer.
func requireLetters(t testing.TB, src []byte, doc *akn.Document) {
	t.Helper()
	want, got := letters(string(src)), map[rune]int{}
	count := func(s string) {
		for r, n := range letters(s) {
			got[r] += n
		}
	}
	var job *etree.Element
	for e := range akn.All(doc.Main()) {
		if akn.Is(e, "docketNumber") {
			job = e
		}
		if akn.Up(e, "meta") != nil {
			continue
		}
		for _, token := range e.Child {
			if data, ok := token.(*etree.CharData); ok {
				count(data.Data)
			}
		}
		for _, name := range []string{layer.Sep, layer.Call, layer.Foot, layer.End} {
			value, _ := layer.Get(e, name)
			count(layer.Expand(value))
			if strings.Contains(value, "{J}") { // the job number, with the letter of its language
				count(akn.Text(job))
			}
		}
		target, linked := layer.Get(e, layer.Link)
		count(target)
		if akn.Is(e, "a") && !linked { // else the address is what the text gives, again
			count(akn.Attr(e, "href"))
		}
	}
	if maps.Equal(want, got) {
		return
	}
	for _, r := range slices.Sorted(maps.Keys(merged(want, got))) {
		if want[r] != got[r] {
			t.Errorf("letter %q: %d in the source, %d in the document", r, want[r], got[r])
		}
	}
	t.FailNow()
}

func merged(a, b map[rune]int) map[rune]int {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func letters(s string) map[rune]int {
	count := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			count[r]++
		}
	}
	return count
}

func TestLadder(t *testing.T) {
	for _, folder := range []string{"texts", "odd"} {
		for _, s := range samples(t, folder) {
			t.Run(folder+"/"+s.name, func(t *testing.T) { ladder(t, s.src, convert.Options{}) })
		}
	}
}
