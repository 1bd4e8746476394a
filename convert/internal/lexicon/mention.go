package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Mention is a number with its words in running text, s[Start:End]: a
// session, a share, a sum of money.
type Mention struct {
	Start, End int
	Key        string // of the pattern that matched
	Value      string // in digits; with a point before decimals
}

// Sessions finds the numbered sessions in s, in order: "seventy-seventh
// session". Whose they are is not said there.
func (l *Lexicon) Sessions(s string) []Mention { return l.sessions.find(s) }

// Amounts finds the shares and sums of money in s, in order. The key is that of
// the currency, or "percent".
func (l *Lexicon) Amounts(s string) []Mention { return l.amounts.find(s) }

// mentions are the patterns of one section.
type mentions struct {
	patterns []pattern
	keys     []string
}

func newMentions(sections map[string][]Entry, name string, types map[string]reader) (*mentions, error) {
	m := &mentions{}
	for _, e := range sections[name] {
		p, err := compilePattern(e.Text, types)
		if err != nil {
			return nil, fmt.Errorf("[%s]: %w", name, err)
		}
		m.patterns, m.keys = append(m.patterns, p), append(m.keys, e.Key)
	}
	return m, nil
}

func (m *mentions) find(s string) []Mention {
	f := fold(s, -1)
	var all []Mention
	for i := 0; i < f.len(); {
		end := m.at(f, i, &all)
		i = max(end, i+1)
	}
	return all
}

// at adds the mention at i, which must be the start of a word or number, and
// returns where it ends.
func (m *mentions) at(f *folded, i int, all *[]Mention) int {
	if !f.boundary(i) || f.at(i) == ' ' {
		return i
	}
	for k, p := range m.patterns {
		captures, end, ok := p.match(f, i, false)
		if !ok {
			continue
		}
		value := ""
		for _, c := range captures {
			if c.name == "scale" {
				value = scaled(value, len(c.value))
			} else {
				value = c.value
			}
		}
		*all = append(*all, Mention{Start: f.start[i], End: f.end[end-1], Key: m.keys[k], Value: value})
		return end
	}
	return i
}

// scaled moves the point of a number n places to the right.
func scaled(number string, n int) string {
	whole, fraction, _ := strings.Cut(number, ".")
	fraction += strings.Repeat("0", n)
	whole, fraction = whole+fraction[:n], strings.TrimRight(fraction[n:], "0")
	whole = cmp.Or(strings.TrimLeft(whole, "0"), "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// amountTypes are the captures of amounts: the number n, and a scale, the value
// of which is a zero for each power of ten.
func amountTypes(sections map[string][]Entry) (map[string]reader, error) {
	scales, err := newTable(sections, "amounts.scales")
	if err != nil {
		return nil, err
	}
	n := &amountNumber{}
	for _, e := range sections["amounts.number"] {
		r := []rune(e.Text)[0]
		switch e.Key {
		case "decimal":
			n.decimal = append(n.decimal, r)
		case "group":
			n.group = append(n.group, r)
		case "space":
			n.group, n.backward = append(n.group, ' '), e.Text == "backward"
		default:
			return nil, fmt.Errorf("[amounts.number] %q is unknown", e.Key)
		}
	}
	return map[string]reader{"n": n.read, "scale": tableReader(scales)}, nil
}

// amountNumber reads a number as a language writes it.
type amountNumber struct {
	decimal, group []rune
	backward       bool // the groups of a number stand from the right to the left
}

// maxGroups is the most groups of digits that a number has.
const maxGroups = 6

// read reads digits in groups, 12 500 000, and decimals.
func (n *amountNumber) read(f *folded, i int) (string, int, []capture, bool) {
	if before := f.at(i - 1); isDigit(before) || (n.isGroup(before) || slices.Contains(n.decimal, before)) && isDigit(f.at(i-2)) {
		return "", i, nil, false // the tail of a number
	}
	groups, end := n.groups(f, i)
	if len(groups) == 0 {
		return "", i, nil, false
	}
	if n.backward && f.at(i+len(groups[0])) == ' ' {
		slices.Reverse(groups)
	}
	if len(groups) > 1 && (len(groups[0]) > 3 || slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })) {
		return "", i, nil, false
	}
	value := strings.Join(groups, "")
	if slices.Contains(n.decimal, f.at(end)) && isDigit(f.at(end+1)) {
		fraction := digitsAt(f, end+1)
		value, end = value+"."+fraction, end+1+len(fraction)
	}
	return value, end, nil, !isDigit(f.at(end))
}

// groups reads the groups of digits from i on.
func (n *amountNumber) groups(f *folded, i int) (groups []string, end int) {
	for len(groups) < maxGroups {
		g := digitsAt(f, i)
		if g == "" || len(g) > 3 && len(groups) > 0 {
			break
		}
		groups, end = append(groups, g), i+len(g)
		if !n.isGroup(f.at(end)) {
			break
		}
		i = end + 1
	}
	return groups, end
}

func (n *amountNumber) isGroup(r rune) bool { return slices.Contains(n.group, r) }

// digitsAt is the run of digits at i, empty where it is longer than any number.
func digitsAt(f *folded, i int) string {
	end := i
	for isDigit(f.at(end)) {
		if end-i > 12 {
			return ""
		}
		end++
	}
	return string(f.r[i:end])
}
