package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A pattern is a line with captures, compiled from the notation of the data
// files: literal text, {name} or {name:type}, and <one|other|> alternatives.
type pattern []patternNode

type patternNode struct {
	literal rune      // if nothing else is set
	name    string    // of the capture
	capture reader    // reads the capture
	text    bool      // a capture of any text, as short as may be
	choice  []pattern // alternatives
}

// reader reads a value of some type at i. It returns the value and where it
// ends; inner are parts of the value that deserve a place of their own.
type reader func(f *folded, i int) (value string, end int, inner []capture, ok bool)

// capture is a part of the folded text.
type capture struct {
	name       string
	value      string
	start, end int
}

// compilePattern reads the notation. The types of captures are given by name.
func compilePattern(text string, types map[string]reader) (pattern, error) {
	p, rest, err := compileNodes(text, types, false)
	if err == nil && rest != "" {
		err = fmt.Errorf("pattern %q: %q is left over", text, rest)
	}
	if err == nil && p.texts() > 1 {
		err = fmt.Errorf("pattern %q: two captures of any text would take quadratic time", text)
	}
	return p, err
}

func compileNodes(text string, types map[string]reader, inChoice bool) (pattern, string, error) {
	var p pattern
	literal := func(s string) {
		for _, r := range foldLiteral(s) {
			p = append(p, patternNode{literal: r})
		}
	}
	for text != "" {
		i := strings.IndexAny(text, "{<>|")
		if i < 0 {
			literal(text)
			return p, "", nil
		}
		literal(text[:i])
		text = text[i:]
		switch text[0] {
		case '{':
			name, rest, ok := strings.Cut(text[1:], "}")
			if !ok {
				return nil, "", fmt.Errorf("no } after %q", text)
			}
			node, err := compileCapture(name, types)
			if err != nil {
				return nil, "", err
			}
			p, text = append(p, node), rest
		case '<':
			choice, rest, err := compileChoice(text[1:], types)
			if err != nil {
				return nil, "", err
			}
			p, text = append(p, patternNode{choice: choice}), rest
		default:
			if !inChoice {
				return nil, "", fmt.Errorf("%q outside of a choice", text)
			}
			return p, text, nil
		}
	}
	return p, "", nil
}

func compileChoice(text string, types map[string]reader) ([]pattern, string, error) {
	var choice []pattern
	for {
		p, rest, err := compileNodes(text, types, true)
		if err != nil {
			return nil, "", err
		}
		choice = append(choice, p)
		if rest == "" {
			return nil, "", fmt.Errorf("no > after %q", text)
		}
		text = rest[1:]
		if rest[0] == '>' {
			return choice, text, nil
		}
	}
}

func compileCapture(name string, types map[string]reader) (patternNode, error) {
	name, kind, ok := strings.Cut(name, ":")
	if !ok {
		kind = name
	}
	if kind == "text" {
		return patternNode{name: name, text: true}, nil
	}
	read := types[kind]
	if read == nil {
		return patternNode{}, fmt.Errorf("unknown capture type %q", kind)
	}
	return patternNode{name: name, capture: read}, nil
}

// foldLiteral folds a piece of a pattern and keeps the spaces at its ends.
func foldLiteral(s string) []rune {
	f := fold("\x01"+s+"\x01", -1)
	return f.r[1 : len(f.r)-1]
}

func (n patternNode) isLiteral() bool {
	return n.literal != 0 && n.literal != ' '
}

// possible reports whether the literal runes at the two ends of p are at the
// ends of f, which is soon seen and sets most patterns aside.
func (p pattern) possible(f *folded) bool {
	if len(p) == 0 || f.len() == 0 {
		return false
	}
	first, last := p[0], p[len(p)-1]
	return !(first.isLiteral() && first.literal != f.r[0]) &&
		!(last.isLiteral() && last.literal != f.r[f.len()-1])
}

// begins reports whether the first node of p can match at f.r[i].
func (p pattern) begins(f *folded, i int) bool {
	if len(p) == 0 {
		return true
	}
	switch node := p[0]; {
	case node.choice != nil:
		return slices.ContainsFunc(node.choice, func(c pattern) bool { return c.begins(f, i) })
	case node.capture != nil:
		_, _, _, ok := node.capture(f, i)
		return ok
	default:
		return node.text || !node.isLiteral() || node.literal == f.at(i)
	}
}

// texts counts the captures of any text on the longest way through p.
func (p pattern) texts() int {
	n := 0
	for _, node := range p {
		if node.text {
			n++
		}
		most := 0
		for _, c := range node.choice {
			most = max(most, c.texts())
		}
		n += most
	}
	return n
}

// match matches p at f.r[i]. A whole match must reach the end of f.
func (p pattern) match(f *folded, i int, whole bool) (captures []capture, end int, ok bool) {
	if !p.begins(f, i) {
		return nil, 0, false // nearly always, and without the garbage of a match
	}
	m := &patternMatch{f: f}
	ok = m.run(p, i, func(j int) bool {
		if whole && j != f.len() || !f.boundary(j) {
			return false
		}
		end = j
		return true
	})
	return m.captures, end, ok
}

type patternMatch struct {
	f        *folded
	captures []capture
}

// run matches p at i and then calls then with the place after it. Captures are
// kept on success only.
func (m *patternMatch) run(p pattern, i int, then func(int) bool) bool {
	for n, node := range p {
		rest := p[n+1:]
		switch {
		case node.choice != nil:
			for _, c := range node.choice {
				if m.run(c, i, func(j int) bool { return m.run(rest, j, then) }) {
					return true
				}
			}
			return false
		case node.text:
			return m.runText(node, rest, i, then)
		case node.capture != nil:
			value, end, inner, ok := node.capture(m.f, i)
			if !ok {
				return false
			}
			return m.keep(capture{node.name, value, i, end}, inner, rest, then)
		case m.f.at(i) != node.literal:
			// Folded text has no space where it would mean nothing.
			if node.literal == ' ' && i > 0 && !spaced(m.f.at(i-1), m.f.at(i)) {
				continue
			}
			return false
		default:
			i++
		}
	}
	return then(i)
}

func (m *patternMatch) runText(node patternNode, rest pattern, i int, then func(int) bool) bool {
	for end := i + 1; end <= m.f.len(); end++ {
		switch {
		case len(rest) == 0:
			end = m.f.len()
		case rest[0].isLiteral() && rest[0].literal != m.f.at(end):
			continue
		}
		if m.keep(capture{node.name, "", i, end}, nil, rest, then) {
			return true
		}
	}
	return false
}

func (m *patternMatch) keep(c capture, inner []capture, rest pattern, then func(int) bool) bool {
	mark := len(m.captures)
	m.captures = append(append(m.captures, c), inner...)
	if m.run(rest, c.end, then) {
		return true
	}
	m.captures = m.captures[:mark]
	return false
}
