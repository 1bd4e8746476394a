package convert_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A change is what another extractor, editor or mailer would have made of a text: the words and their order are the
// same, and so is the structure.
type change struct {
	name string
	// manners are the kinds of text for which the change is one that can occur; none means all.
	manners []string
	apply   func(text string) string
	// partial says that the structure is another one: the text is cut, or there is more in it than one document.
	partial bool
}

// The manners of text.
const (
	flow      = "flow"
	columns   = "layout"
	starred   = "markdown"
	unadorned = "plain"
	record    = "record" // Security Council records, hand-corrected: broken at a margin, blank lines between blocks
	itu       = "itu"
	decision  = "decision"
	excerpt   = "unpc"
)

var (
	paged   = []string{flow, columns}
	blocked = []string{starred, unadorned, record}
)

// changes are all changes, those of white space first.
var changes = []change{
	{name: "CRLF", apply: replaced("\n", "\r\n")},
	{name: "CR", apply: replaced("\n", "\r")},
	{name: "line separator U+2028", apply: replaced("\n", "\u2028")},
	{name: "byte order mark", apply: func(s string) string { return "\uFEFF" + s }},
	{name: "trailing spaces", apply: eachLine(func(l string) string { return l + "  " })},
	{name: "trailing tab", apply: eachLine(func(l string) string { return l + "\t" })},
	{name: "spaces in blank lines", apply: eachLine(func(l string) string {
		if l == "" {
			return "   "
		}
		return l
	})},
	{name: "all indented", apply: eachLine(func(l string) string { return "    " + l })},
	{name: "tabs for indents", manners: []string{columns}, apply: eachLine(tabbed)},
	{name: "indents halved", manners: []string{columns}, apply: eachLine(indentScaled(1, 2))},
	{name: "indents doubled", manners: []string{columns}, apply: eachLine(indentScaled(2, 1))},
	{name: "columns narrower", manners: []string{columns}, apply: eachLine(func(l string) string { return gapsScaled(l, 2, 3) })},
	{name: "columns wider", manners: []string{columns}, apply: eachLine(func(l string) string { return gapsScaled(l, 3, 2) })},
	{name: "indents of NBSP", manners: []string{columns}, apply: eachLine(func(l string) string {
		text := strings.TrimLeft(l, " ")
		return strings.Repeat("\u00a0", len(l)-len(text)) + text
	})},
	{name: "margin taken away", manners: []string{columns}, apply: outdented},
	{name: "NBSP after short words", apply: matched(`\b(\pL{1,3}|\d+) `, "$1\u00a0")},
	{name: "every space NBSP", apply: replaced(" ", "\u00a0")},
	{name: "thin space before marks", apply: matched(`(\pL)([;:])`, "$1\u202f$2")},
	{name: "double spaces", manners: []string{flow, starred, unadorned, record, itu, decision}, apply: matched(`(\S) (\S)`, "$1  $2")},
	{name: "ligatures", apply: func(s string) string { return strings.NewReplacer("fi", "ﬁ", "fl", "ﬂ", "ff", "ﬀ").Replace(s) }},
	{name: "soft hyphens", apply: matched(`(\pL{4})(\pL{4})`, "$1\u00ad$2")},
	{name: "hyphens U+2010", apply: matched(`(\pL)-(\pL)`, "$1\u2010$2")},
	{name: "hyphens U+2011", apply: matched(`(\w)-(\w)`, "$1\u2011$2")},
	{name: "straight quotes", apply: func(s string) string {
		return strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(s)
	}},
	{name: "curly quotes", apply: replaced("'", "’")},
	{name: "dashes as hyphens", apply: func(s string) string { return strings.NewReplacer("–", "-", "—", "-").Replace(s) }},
	{name: "accents apart", apply: norm.NFD.String},
	{name: "zero width spaces", apply: replaced(", ", ", \u200b")},
	{name: "bidi marks at lines", apply: eachLine(func(l string) string {
		if l == "" {
			return l
		}
		return "\u200e" + l
	})},
	{name: "bidi marks at numbers", apply: matched(`(\d+)`, "\u200e$1\u200e")},
	{name: "embedded lines", apply: eachLine(func(l string) string {
		if l == "" {
			return l
		}
		return "\u202a" + l + "\u202c"
	})},
	{name: "full-width digits", manners: []string{"zh"}, apply: digits('０')},
	{name: "Arabic digits", manners: []string{"ar"}, apply: digits('٠')},
	{name: "full-width brackets", manners: []string{"zh"}, apply: func(s string) string { return strings.NewReplacer("(", "（", ")", "）").Replace(s) }},

	{name: "blank between lines", manners: paged, apply: pagesOf(func(page string) string {
		return strings.ReplaceAll(page, "\n", "\n\n")
	})},
	{name: "no blank lines", manners: paged, apply: matched(`\n{2,}`, "\n")},
	{name: "two blank lines", manners: append([]string{flow}, blocked...), apply: matched(`\n{2,}`, "\n\n\n")},
	{name: "single line ends", manners: []string{starred, unadorned}, apply: matched(`\n{2,}`, "\n")},
	{name: "no form feeds", manners: paged, apply: replaced("\f", "")},
	{name: "form feeds as blank lines", manners: paged, apply: replaced("\f", "\n\n")},
	{name: "form feed and line", manners: paged, apply: replaced("\f", "\f\n")},
	{name: "line and form feed", manners: paged, apply: replaced("\f", "\n\n\f")},
	{name: "two form feeds", manners: paged, apply: replaced("\f", "\f\f")},
	{name: "no last form feed", manners: paged, apply: func(s string) string { return strings.TrimRight(s, "\f\n") + "\n" }},
	{name: "form feed first", manners: paged, apply: func(s string) string { return "\f" + s }},
	{name: "page rulers", manners: paged, apply: insertedCounts("\f", func(n int) string { return fmt.Sprintf("\f\n--- Page %d ---\n\n", n) })},
	{name: "page numbers - 2 -", manners: paged, apply: pageNumbers("- %d -")},
	{name: "page numbers 2 / 10", manners: paged, apply: pageNumbers("%d / %d")},
	{name: "page numbers Page 2 of 10", manners: paged, apply: pageNumbers("Page %d of %d")},
	{name: "page numbers 2", manners: paged, apply: pageNumbers("%d")},
	{name: "no page numbers", manners: paged, apply: matched(`(?m)(^ *|     )\d{1,3}/\d{1,3}(     |$)`, "$1$2")},
	{name: "no rules", manners: paged, apply: matched(`(?m)^ *_{10,}$`, "")},
	{name: "rules of dashes", manners: paged, apply: matched(`(?m)^( *)_{10,}$`, "$1--------------------")},
	{name: "rules of bars", manners: paged, apply: matched(`(?m)^( *)_{10,}$`, "$1────────────────────")},
	{name: "short rules", manners: paged, apply: matched(`(?m)^( *)_{10,}$`, "${1}_______")},
	{name: "feet before notes", manners: []string{flow}, apply: pagesOf(footFirst)},
	{name: "no furniture", manners: []string{flow}, apply: pagesOf(unfurnished)},
	{name: "numbers before notes", manners: []string{flow}, apply: matched(`(?m)^(\d{1,2})\n+(\p{Lu})`, "$1 $2")},
	{name: "numbers before paragraphs", manners: []string{flow}, apply: matched(`(?m)^(\d{1,2}\.|\([a-z]+\))\n+`, "$1 ")},
	{name: "numbers on lines of their own", manners: []string{record, unadorned}, apply: matched(`(?m)^(\d{1,2}\.) +`, "$1\n")},
	{name: "wrapped at 60", manners: []string{flow, starred, unadorned, record}, apply: rewrapped(60, false)},
	{name: "wrapped at 80", manners: []string{flow, starred, unadorned, record}, apply: rewrapped(80, false)},
	{name: "wrapped at 120", manners: []string{flow, starred, unadorned, record}, apply: rewrapped(120, false)},
	{name: "one line a paragraph", manners: []string{flow, record}, apply: rewrapped(1<<20, false)},
	{name: "hyphenated", manners: []string{flow, starred, unadorned, record}, apply: rewrapped(70, true)},
	{name: "quoted as in mail", manners: []string{starred, unadorned, record}, apply: eachLine(func(l string) string { return strings.TrimRight("> "+l, " ") })},
	{name: "first lines indented", manners: []string{starred, unadorned, record}, apply: matched(`(^|\n\n)(\S)`, "$1     $2")},

	{name: "1)", apply: matched(`(?m)^( *)(\d{1,3})\.( |$)`, "$1$2)$3")},
	{name: "(1)", apply: matched(`(?m)^( *)(\d{1,3})\.( |$)`, "$1($2)$3")},
	{name: "1.-", apply: matched(`(?m)^( *)(\d{1,3})\.( |$)`, "$1$2.-$3")},
	{name: "1 .", apply: matched(`(?m)^( *)(\d{1,3})\.( |$)`, "$1$2 .$3")},
	{name: "1.Glued", apply: matched(`(?m)^( *)(\d{1,3})\. +(\S)`, "$1$2.$3")},
	{name: "1.TAB", apply: matched(`(?m)^( *)(\d{1,3})\. +(\S)`, "$1$2.\t$3")},
	{name: "**1.**", manners: []string{starred}, apply: matched(`(?m)^(\d{1,3}\.) `, "**$1** ")},
	{name: `1\.`, manners: []string{starred}, apply: matched(`(?m)^(\d{1,3})\. `, `$1\. `)},
	{name: "a)", apply: matched(`(?m)^( *)\(([a-z]{1,5})\)( |$)`, "$1$2)$3")},
	{name: "a.", apply: matched(`(?m)^( *)\(([a-z]{1,5})\)( |$)`, "$1$2.$3")},
	{name: "(a).", apply: matched(`(?m)^( *)(\([a-z]{1,5}\))( |$)`, "$1$2.$3")},

	{name: "( a )", apply: matched(`(?m)^( *)\(([a-z]{1,5})\)( |$)`, "$1( $2 )$3")},
	{name: "(a)TAB", apply: matched(`(?m)^( *)(\([a-z]{1,5}\)) +`, "$1$2\t")},
	{name: "bullets", apply: matched(`(?m)^( *)[–—-] `, "$1• ")},
	{name: "enacting words in capitals", apply: enacting(strings.ToUpper)},
	{name: "enacting words in bold", manners: []string{starred}, apply: enacting(func(s string) string { return "**" + strings.Trim(s, "*") + "**" })},
	{name: "opening words in capitals", manners: []string{flow, unadorned, record}, apply: openingCapitals},
	{name: "**opening words**", manners: []string{starred}, apply: matched(`(?m)^((?:\d+\. |\([a-z]\) )?)\*([^*\n]+)\*`, "$1**$2**")},
	{name: "_opening words_", manners: []string{starred}, apply: matched(`\*([^*\n]+)\*`, "_${1}_")},
	{name: "no emphasis", manners: []string{starred}, apply: replaced("*", "")},
	{name: "whole links", manners: []string{starred}, apply: matched(`\]\(#\)`, "](https://undocs.org/A/RES/1)")},
	{name: "no links", manners: []string{starred}, apply: matched(`\[([^]\n]*)\]\(#\)`, "$1")},
	{name: "heading signs", manners: []string{starred}, apply: matched(`(?m)^([IVX]+)$`, "## $1")},
	{name: "title in capitals", apply: title(strings.ToUpper)},
	{name: "title in bold", manners: []string{starred, unadorned}, apply: title(func(s string) string { return "**" + s + "**" })},
	{name: "title as heading", manners: []string{starred, unadorned}, apply: title(func(s string) string { return "# " + s })},

	{name: "calls in brackets", manners: []string{starred}, apply: superscripts("[%s]", "[%s]")},
	{name: "calls in parentheses", manners: []string{starred}, apply: superscripts("(%s)", "(%s)")},
	{name: "calls as [^1]", manners: []string{starred}, apply: superscripts("[^%s]", "[^%s]:")},
	{name: "calls as ^1", manners: []string{starred}, apply: superscripts("^%s", "^%s")},
	{name: "calls glued", manners: []string{starred}, apply: superscripts("%s", "%s")},
	{name: "calls glued, notes 1.", manners: []string{starred}, apply: superscripts("%s", "%s.")},
	{name: "calls superscript", manners: paged, apply: raised},
	{name: "notes at the end", manners: []string{starred}, apply: notesLast},

	{name: "mail headers", apply: func(s string) string {
		return "From: Clerk <clerk@example.org>\nTo: Desk <desk@example.org>\nDate: Tue, 4 Mar 2031 10:02:00 +0100\nSubject: Fwd: the text\n\nDear all, please find the text below.\n\n" + s + "\n\n-- \nThe Clerk\nOffice of Texts\n"
	}},
	{name: "web page around", apply: func(s string) string {
		return "Skip to main content\nHome\nDocuments\nSearch\nEnglish | Français | Español\n\n" + s + "\n\nShare this page\nCopyright 2031 Example\nPrivacy notice\nBack to top\n"
	}},
	{name: "first page only", manners: paged, partial: true, apply: func(s string) string { return strings.SplitAfter(s, "\f")[0] }},
	{name: "without first page", manners: paged, partial: true, apply: func(s string) string { _, rest, _ := strings.Cut(s, "\f"); return rest }},
	{name: "without masthead", partial: true, apply: func(s string) string { return s[max(0, enactingAt(s)):] }},
	{name: "without closing", partial: true, apply: func(s string) string { return cutAt(s, len(s)*9/10) }},
	{name: "second half", partial: true, apply: func(s string) string { return s[len(cutAt(s, len(s)/2)):] }},
	{name: "twice", partial: true, apply: func(s string) string { return s + "\n\n" + s }},
	{name: "second page twice", manners: paged, partial: true, apply: func(s string) string {
		pages := strings.SplitAfter(s, "\f")
		if len(pages) > 1 {
			pages = slices.Insert(pages, 1, pages[1])
		}
		return strings.Join(pages, "")
	}},
	{name: "pages in reverse", manners: paged, partial: true, apply: func(s string) string {
		pages := strings.SplitAfter(s, "\f")
		slices.Reverse(pages)
		return strings.Join(pages, "")
	}},
}

func replaced(from, to string) func(string) string {
	return func(s string) string { return strings.ReplaceAll(s, from, to) }
}

func matched(pattern, to string) func(string) string {
	re := regexp.MustCompile(pattern)
	return func(s string) string { return re.ReplaceAllString(s, to) }
}

// eachLine changes the lines, whose form feeds stay before them.
func eachLine(f func(string) string) func(string) string {
	return func(s string) string {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			text := strings.TrimLeft(l, "\f")
			if i == len(lines)-1 && text == "" {
				break
			}
			lines[i] = l[:len(l)-len(text)] + f(text)
		}
		return strings.Join(lines, "\n")
	}
}

func pagesOf(f func(string) string) func(string) string {
	return func(s string) string {
		pages := strings.Split(s, "\f")
		for i, p := range pages {
			pages[i] = f(p)
		}
		return strings.Join(pages, "\f")
	}
}

func insertedCounts(from string, to func(n int) string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for n := 2; ; n++ {
			before, after, ok := strings.Cut(s, from)
			b.WriteString(before)
			if !ok {
				return b.String()
			}
			b.WriteString(to(n))
			s = after
		}
	}
}

func tabbed(l string) string {
	text := strings.TrimLeft(l, " ")
	n := len(l) - len(text)
	return strings.Repeat("\t", n/8) + strings.Repeat(" ", n%8) + text
}

func indentScaled(by, of int) func(string) string {
	return func(l string) string {
		text := strings.TrimLeft(l, " ")
		return strings.Repeat(" ", (len(l)-len(text))*by/of) + text
	}
}

var gaps = regexp.MustCompile(` {3,}`)

// gapsScaled makes the wide gaps of a line narrower or wider.
func gapsScaled(l string, by, of int) string {
	return gaps.ReplaceAllStringFunc(l, func(g string) string { return strings.Repeat(" ", max(3, len(g)*by/of)) })
}

// outdented takes the white space away that all lines of a page have in common.
func outdented(s string) string {
	return pagesOf(func(page string) string {
		least := -1
		for l := range strings.SplitSeq(page, "\n") {
			if text := strings.TrimLeft(l, " "); text != "" && (least < 0 || len(l)-len(text) < least) {
				least = len(l) - len(text)
			}
		}
		return eachLine(func(l string) string { return l[min(len(l), max(least, 0)):] })(page)
	})(s)
}

func digits(zero rune) func(string) string {
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return zero + r - '0'
			}
			return r
		}, s)
	}
}

var printedNumber = regexp.MustCompile(`(?m)(^ *|     )(\d{1,3})/(\d{1,3})(     |$)`)

// pageNumbers writes the page numbers in another form.
func pageNumbers(form string) func(string) string {
	return func(s string) string {
		return printedNumber.ReplaceAllStringFunc(s, func(found string) string {
			m := printedNumber.FindStringSubmatch(found)
			n, _ := strconv.Atoi(m[2])
			of, _ := strconv.Atoi(m[3])
			if strings.Count(form, "%d") == 1 {
				return m[1] + fmt.Sprintf(form, n) + m[4]
			}
			return m[1] + fmt.Sprintf(form, n, of) + m[4]
		})
	}
}

var footLine = regexp.MustCompile(`^(?:\d{1,3}/\d{1,3}|(?:[A-Z]{1,2}\.)?\d\d-\d{5}\*?(?: \([A-Z]\))?|\d{6}|\*\d{7,}\*)$`)

// footFirst prints the page number, job number and barcode before the rule of the notes.
func footFirst(page string) string {
	body, notes, ok := cutLine(page, "____")
	if !ok {
		return page
	}
	var foot, rest []string
	for l := range strings.SplitSeq(notes, "\n") {
		if footLine.MatchString(l) {
			foot = append(foot, l)
		} else {
			rest = append(rest, l)
		}
	}
	if len(foot) == 0 {
		return page
	}
	return body + strings.Join(foot, "\n") + "\n\n" + strings.Join(rest, "\n")
}

// cutLine cuts a text before the first line with the given start.
func cutLine(s, start string) (before, after string, ok bool) {
	at := strings.Index("\n"+s, "\n"+start)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at:], true
}

// unfurnished takes away what is printed at the feet of pages.
func unfurnished(page string) string {
	var rest []string
	for l := range strings.SplitSeq(page, "\n") {
		if !footLine.MatchString(l) {
			rest = append(rest, l)
		}
	}
	return strings.Join(rest, "\n")
}

// wrapped breaks paragraphs anew. Lines belong together where the first is full, and does not end as a paragraph does
// before one that begins as one.
func rewrapped(width int, hyphens bool) func(string) string {
	return pagesOf(func(page string) string {
		var out []string
		lines := strings.Split(page, "\n")
		for i := 0; i < len(lines); {
			paragraph := lines[i]
			for i++; i < len(lines) && goesOnIn(lines[i-1], lines[i]); i++ {
				paragraph += " " + lines[i]
			}
			out = append(out, broken(paragraph, width, hyphens)...)
		}
		return strings.Join(out, "\n")
	})
}

func goesOnIn(line, next string) bool {
	if utf8.RuneCountInString(line) < 50 || next == "" || strings.HasPrefix(next, "__") {
		return false
	}
	last, first := line[len(line)-1], []rune(next)[0]
	return !strings.ContainsRune(",;:.", rune(last)) && !unicode.IsDigit(rune(last)) || unicode.IsLower(first)
}

// broken breaks a paragraph at a width, with hyphens in long words where that fills the line.
func broken(paragraph string, width int, hyphens bool) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(paragraph, " ") {
		free := width - utf8.RuneCountInString(line) - 1
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(word) <= free:
			line += " " + word
		case hyphens && free > 5 && len(word) > 8 && isWord(word[:8]):
			lines = append(lines, line+" "+word[:4]+"-")
			line = word[4:]
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

func isWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) }) < 0
}

// enactingWords matches the line of the organ that speaks.
var enactingWords = regexp.MustCompile(`(?m)^ *\*?(?:The (?:General Assembly|Security Council|Plenary Council|Economic and Social Council|Plenipotentiary Conference)|L.Assemblée générale|Le Conseil de sécurité|La Asamblea General|El Consejo de Seguridad|Генеральная Ассамблея,|Совет Безопасности,|إن الجمعية العامة|إن مجلس الأمن|大会，|安全理事会，)\*?`)

// enactingAt is where the enacting words stand, -1 where there are none.
func enactingAt(s string) int {
	if at := enactingWords.FindStringIndex(s); at != nil {
		return at[0]
	}
	return -1
}

func enacting(f func(string) string) func(string) string {
	return func(s string) string {
		at := enactingWords.FindStringIndex(s)
		if at == nil {
			return s
		}
		words := strings.TrimLeft(s[at[0]:at[1]], " ")
		return s[:at[1]-len(words)] + f(words) + s[at[1]:]
	}
}

var openingWord = regexp.MustCompile(`(?m)^((?:\d+\. )?)((?:Recall|Reaffirm|Not|Welcom|Recogniz|Decid|Request|Emphasiz|Stress|Call|Urg|Invit|Express)(?:ing|s|es)\b)`)

func openingCapitals(s string) string { return openingWord.ReplaceAllStringFunc(s, strings.ToUpper) }

// titleLine is the line of the title: the last before the enacting words.
var titleLine = regexp.MustCompile(`\n((?:\d+/\d+\. )?[^\n]*)\n+$`)

func title(f func(string) string) func(string) string {
	return func(s string) string {
		at := enactingAt(s)
		if at < 0 {
			return s
		}
		m := titleLine.FindStringSubmatchIndex(s[:at])
		if m == nil {
			return s
		}
		line := s[m[2]:m[3]]
		text := strings.TrimLeft(line, " ")
		return s[:m[3]-len(text)] + f(text) + s[m[3]:]
	}
}

var superscript = regexp.MustCompile(`[⁰¹²³⁴⁵⁶⁷⁸⁹]+`)

// superscripts writes calls, and the markers before notes, in another form.
func superscripts(call, marker string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		at := 0
		for _, m := range superscript.FindAllStringIndex(s, -1) {
			form := call
			if m[0] == 0 || s[m[0]-1] == '\n' {
				form = marker
			}
			b.WriteString(s[at:m[0]])
			fmt.Fprintf(&b, form, plainDigits(s[m[0]:m[1]]))
			at = m[1]
		}
		return b.String() + s[at:]
	}
}

func plainDigits(s string) string {
	return strings.Map(func(r rune) rune { return '0' + rune(slices.Index(raisedDigits, r)) }, s)
}

var raisedDigits = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

func raise(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return raisedDigits[r-'0']
		}
		return r
	}, number)
}

// raised writes the calls of the numbered notes, found in their order, and the notes' numbers as superscripts.
func raised(s string) string {
	at := 0
	for n := 1; n < 200; n++ {
		number := strconv.Itoa(n)
		m := regexp.MustCompile(`[\pL”)][,;.]? ?(` + number + `)(?:[\s,;.]|\z)`).FindStringSubmatchIndex(s[at:])
		if m == nil {
			return s
		}
		s = s[:at+m[2]] + raise(number) + s[at+m[3]:]
		at += m[2]
		marker := regexp.MustCompile(`\n *(` + number + `) *\n`).FindStringSubmatchIndex(s[at:])
		if marker != nil {
			s = s[:at+marker[2]] + raise(number) + s[at+marker[3]:]
		}
	}
	return s
}

var noteBlock = regexp.MustCompile(`(?m)^[⁰¹²³⁴⁵⁶⁷⁸⁹]+ [^\n]*\n\n?`)

// notesLast prints all notes at the end of the text.
func notesLast(s string) string {
	notes := strings.Join(noteBlock.FindAllString(s, -1), "")
	return strings.TrimRight(noteBlock.ReplaceAllString(s, ""), "\n") + "\n\n" + notes
}

// cutAt is a text up to the line end before the offset.
func cutAt(s string, at int) string { return s[:strings.LastIndexByte(s[:at], '\n')+1] }
