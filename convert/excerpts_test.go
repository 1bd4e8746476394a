package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
)

// The floors of TestExcerptsAgreeInSixLanguages may only rise.
const (
	kindFloor     = .986
	everyFloor    = .904 // the others have lost a number in French, Spanish or Arabic
	conceptFloor  = .92
	citationFloor = .95
)

// A tally counts the lines on which a language agrees with English, for each but English, and those on which all do.
type tally struct {
	each [5]share
	all  share
}

func (c *tally) add(agree []bool) {
	for i := range c.each {
		c.each[i].add(agree[i])
	}
	c.all.add(!slices.Contains(agree, false))
}

// The same line in six languages becomes the same: recital, paragraph with its number, item, heading or other. Where
// English knows the concept of its opening phrase, the others know the same one, and all cite the same. SIX_SHOW=kind,
// concept or cite lists the lines that differ.
func TestExcerptsAgreeInSixLanguages(t *testing.T) {
	paths, err := filepath.Glob(corpusPath(t, "un", "en", "unpc", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	var kinds, every, concepts, cites tally
	differ := 0
	for _, path := range paths {
		for _, l := range excerptLines(t, filepath.Base(path)) {
			every.add(l.agree(func(a, b unit) bool { return kindAlone(a.kind) == kindAlone(b.kind) }))
			if l.numbersDiffer() {
				differ++
			} else {
				l.count(t, "kind", &kinds, func(a, b unit) bool { return a.kind == b.kind })
			}
			if l.units[0].concept != "" {
				l.count(t, "concept", &concepts, func(a, b unit) bool { return a.concept == b.concept })
			}
			if slices.ContainsFunc(l.units, func(u unit) bool { return len(u.cites) > 0 }) {
				l.count(t, "cite", &cites, func(a, b unit) bool { return slices.Equal(a.cites, b.cites) })
			}
		}
	}
	t.Logf("    %-22s %-22s %s", "kind", "concept", "citations")
	for i, l := range sixLanguages[1:] {
		t.Logf("%s  %s  %s  %s", l.short, kinds.each[i], concepts.each[i], cites.each[i])
		assert.GreaterOrEqual(t, concepts.each[i].of(), conceptFloor, l.short)
	}
	t.Logf("all %s  %22s %s; %d lines left out, whose number is not printed in all six", kinds.all, "", cites.all, differ)
	t.Logf("no line left out, numbers not compared: %s", every.all)
	assert.GreaterOrEqual(t, kinds.all.of(), kindFloor)
	assert.GreaterOrEqual(t, every.all.of(), everyFloor)
	assert.GreaterOrEqual(t, cites.all.of(), citationFloor)
}

// An excerptLine is one line of an excerpt in six languages: its place, the texts, and what they became.
type excerptLine struct {
	place string
	texts []string
	units []unit
}

// excerptLines are the lines of an excerpt.
func excerptLines(t *testing.T, name string) []excerptLine {
	t.Helper()
	var lines []excerptLine
	for i, l := range sixLanguages {
		src := read(t, corpusPath(t, "un", l.short, "unpc", name))
		texts, units := strings.Split(string(src), "\n"), unitsOf(t, src)
		if i == 0 {
			lines = make([]excerptLine, len(units))
		}
		require.Len(t, units, len(lines), "%s of %s", l.short, name)
		for n := range lines {
			lines[n].place = fmt.Sprintf("%s:%d", name, n+1)
			lines[n].texts, lines[n].units = append(lines[n].texts, texts[n]), append(lines[n].units, units[n])
		}
	}
	return lines
}

// agree says of each language but English whether it agrees with English.
func (l excerptLine) agree(same func(a, b unit) bool) []bool {
	agree := make([]bool, len(l.units)-1)
	for i := range agree {
		agree[i] = same(l.units[0], l.units[i+1])
	}
	return agree
}

// count adds the line to a tally, and shows it if it is asked for.
func (l excerptLine) count(t *testing.T, what string, c *tally, same func(a, b unit) bool) {
	t.Helper()
	agree := l.agree(same)
	c.add(agree)
	if os.Getenv("SIX_SHOW") != what {
		return
	}
	for i, ok := range agree {
		if !ok {
			t.Logf("%s %s: en %v, %v\n    %.150s\n    %.150s", l.place, sixLanguages[i+1].short, l.units[0], l.units[i+1], l.texts[0], l.texts[i+1])
		}
	}
}

// leadingNumber matches the number that is printed before a line.
var leadingNumber = regexp.MustCompile(`^[\s\x{200e}\x{200f}]*([0-9٠-٩０-９]+)(?:[.)．）]| ?[-–] ?\D)`)

// numbersDiffer reports whether some of the texts print a number before the line and others none: several of the
// excerpts have lost them in French or Spanish.
func (l excerptLine) numbersDiffer() bool {
	with, without := 0, 0
	for _, text := range l.texts {
		switch first, _ := utf8.DecodeRuneInString(text); {
		case leadingNumber.MatchString(text):
			with++
		case unicode.IsLetter(first):
			without++
		}
	}
	return with > 0 && without > 0
}

// A unit is what one line of a text became.
type unit struct {
	kind    string // recital, paragraph 12, item, heading, other
	concept string
	cites   []string
}

// unitsOf converts a text and says what each of its lines became: the kind and concept of the element in which the
// line begins, and all that the line cites.
func unitsOf(t *testing.T, src []byte) []unit {
	t.Helper()
	doc, _ := fromText(t, src, convert.Options{})
	lines := strings.Split(strings.TrimRight(string(src), "\n"), "\n")
	units := make([]unit, len(lines))
	p := &placer{units: units}
	for _, line := range lines {
		p.ends = append(p.ends, p.end()+len(compact(line)))
	}
	p.walk(doc.Root())
	for i := range units {
		slices.Sort(units[i].cites)
		units[i].cites = slices.Compact(units[i].cites)
	}
	return units
}

// compact is a text without white space and emphasis.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' {
			return -1
		}
		return r
	}, s)
}

// A placer finds for each element the line in which it begins.
type placer struct {
	units []unit
	ends  []int // of the lines in the compact text
	at    int   // in the compact text
}

func (p *placer) end() int {
	if len(p.ends) == 0 {
		return 0
	}
	return p.ends[len(p.ends)-1]
}

func (p *placer) line() int {
	for i, end := range p.ends {
		if p.at < end {
			return i
		}
	}
	return len(p.ends) - 1
}

func (p *placer) walk(e *etree.Element) {
	switch akn.Local(e) {
	case "meta", "authorialNote":
		return
	case "ref":
		u := &p.units[p.line()]
		if symbol := akn.Attr(e, "title"); symbol != "" {
			u.cites = append(u.cites, symbol)
		}
	case "p", "num", "heading", "subheading":
		if u := &p.units[p.line()]; u.kind == "" {
			u.kind, u.concept = kindOf(e)
		}
	}
	for _, child := range e.Child {
		switch c := child.(type) {
		case *etree.Element:
			p.walk(c)
		case *etree.CharData:
			p.at += len(compact(c.Data))
		}
	}
}

// kindOf is the kind of line that begins with the element, and the concept of its opening phrase.
func kindOf(e *etree.Element) (kind, concept string) {
	if name := akn.Local(e); name == "heading" || name == "subheading" {
		return "heading", ""
	}
	for up := e.Parent(); up != nil; up = up.Parent() {
		switch akn.Local(up) {
		case "container":
			return "recital", akn.Attr(up, "refersTo")
		case "point", "item":
			return "item", ""
		case "paragraph":
			return strings.TrimSpace("paragraph " + number(up)), firstConcept(up)
		case "section", "part", "title", "division":
			if akn.Local(e) == "num" {
				return "heading", ""
			}
			return "other", ""
		case "mainBody", "coverPage", "preface", "preamble", "conclusions":
			return "other", ""
		}
	}
	return "other", ""
}

// number is the number of a paragraph in Western digits, without what is printed around it.
func number(paragraph *etree.Element) string {
	var b strings.Builder
	for _, r := range akn.Text(akn.First(paragraph, "num")) {
		if n := digit(r); n >= 0 {
			fmt.Fprint(&b, n)
		}
	}
	return b.String()
}

func digit(r rune) int {
	for _, zero := range []rune{'0', '٠', '۰', '０'} {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

func firstConcept(e *etree.Element) string {
	for child := range akn.All(e) {
		if akn.Local(child) == "term" {
			return akn.Attr(child, "refersTo")
		}
	}
	return ""
}

// kindAlone is a kind without the number.
func kindAlone(kind string) string {
	name, _, _ := strings.Cut(kind, " ")
	return name
}
