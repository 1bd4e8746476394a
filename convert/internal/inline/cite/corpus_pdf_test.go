package cite

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	reRule       = regexp.MustCompile(`^_{6,}$`)
	reFurniture  = regexp.MustCompile(`^(?:\d+/\d+|\d\d-\d{5}(?: \(E\))?.*|\*\d+\*|\d+)$`)
	reNoteNumber = regexp.MustCompile(`^(?:\d{1,3}|\*)$`)
)

// pdfBlocks cuts a text taken from a PDF into body text and notes, without furniture, masthead and annexes. It is as
// rough as a test can be: the body is one block, calls of notes stay where they are.
func pdfBlocks(text string, l label) []block {
	var body, notes []string
	begun, ended := false, false
	for _, page := range strings.Split(text, "\f") {
		inNotes := false
		for _, line := range strings.Split(page, "\n") {
			line = strings.Join(strings.Fields(line), " ")
			switch {
			case reRule.MatchString(line):
				inNotes = true
			case line == "" || reFurniture.MatchString(line) && !inNotes || strings.HasPrefix(line, l.Symbol) && len(line) < len(l.Symbol)+90 || strings.HasSuffix(line, l.Symbol):
			case inNotes:
				notes = append(notes, line)
			case !begun:
				begun = l.Enacting != "" && startOf(line) == startOf(l.Enacting)
			case isAnnexStart(line, l):
				ended = true
			case !ended:
				body = append(body, line)
			}
		}
		if ended {
			break
		}
	}
	return append(cutNotes(notes), block{strings.Join(body, "\n"), false})
}

func isAnnexStart(line string, l label) bool {
	annex, ok := firstAnnex(l)
	return ok && startOf(line) == startOf(annex) && len(line) < 80
}

func cutNotes(lines []string) []block {
	var out []block
	fresh := true
	for _, line := range lines {
		if reNoteNumber.MatchString(line) {
			fresh = true
			continue
		}
		if fresh || strings.HasSuffix(out[len(out)-1].text, ".") {
			out = append(out, block{line, true})
			fresh = false
			continue
		}
		out[len(out)-1].text += "\n" + line
	}
	return out
}

// TestCorpusPDF measures the English texts taken from PDFs against the hand-made labels and those of the UN's files.
func TestCorpusPDF(t *testing.T) {
	dir := corpusDir(t)
	for _, labels := range []string{"labels", "labels-un"} {
		for _, suffix := range []string{".txt", ".layout.txt"} {
			measurePDF(t, dir, labels, suffix)
		}
	}
}

func measurePDF(t *testing.T, dir, labels, suffix string) {
	t.Helper()
	var sum tally
	files, err := filepath.Glob(filepath.Join(dir, "un", "en", "ga-*", "*"+suffix))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), suffix)
		path := filepath.Join(dir, labels, name+".json")
		if _, err := os.Stat(path); err != nil || strings.Contains(name, ".layout") {
			continue
		}
		l := readLabel(t, path)
		if l.Citations == nil {
			continue
		}
		got := findIn(pdfBlocks(read(t, f), l), Context{Lang: "eng", Organ: organByName(name)}, false)
		missed, extra := sum.add(wanted(l), siblingLabels(t, dir, name), got)
		show(t, labels+suffix, false, name, missed, extra, got)
	}
	report(t, "eng "+labels+" "+suffix, sum)
}
