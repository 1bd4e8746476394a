//go:build libxml2

package validate_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/ntoso/ntoso/validate"
	"github.com/ntoso/ntoso/validate/libxml2"
	"github.com/ntoso/ntoso/validate/schema"
)

// mutantsWanted is how many mutants are judged by every engine.
const mutantsWanted = 6000

func wanted() int {
	if n, err := strconv.Atoi(os.Getenv("NTOSO_MUTANTS")); err == nil {
		return n
	}
	if testing.Short() {
		return mutantsWanted / 10
	}
	return mutantsWanted
}

// jdk is a running validator of the JDK.
type jdk struct {
	in  io.WriteCloser
	out *bufio.Reader
}

// startJDK compiles and starts the driver, or returns nil where there is no JDK.
func startJDK(t *testing.T, xsd string) *jdk {
	t.Helper()
	if _, err := exec.LookPath("javac"); err != nil {
		t.Log("no JDK: its verdicts are not compared")
		return nil
	}
	dir := t.TempDir()
	out, err := exec.Command("javac", "-d", dir, filepath.Join("testdata", "Verdict.java")).CombinedOutput()
	require.NoError(t, err, string(out))
	cmd := exec.Command("java", "-cp", dir, "-Xmx512m", "Verdict", xsd)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = in.Close()
		assert.NoError(t, cmd.Wait())
	})
	return &jdk{in, bufio.NewReader(stdout)}
}

// judge returns the JDK's verdict and its reason.
func (j *jdk) judge(t *testing.T, src []byte) (bool, string) {
	t.Helper()
	var length [4]byte
	binary.BigEndian.PutUint32(length[:], uint32(len(src)))
	_, err := j.in.Write(append(length[:], src...))
	require.NoError(t, err)
	line, err := j.out.ReadString('\n')
	require.NoError(t, err)
	return strings.HasPrefix(line, "valid"), strings.TrimSpace(line)
}

// verdicts are what the engines say about one document.
type verdicts struct {
	ours, libxml2, jdk                bool
	asked2, askedJDK                  bool
	findings                          []validate.Finding
	libxml2Reason, jdkReason, howMade string
	src                               []byte
}

// TestDifferential compares our verdicts on the corpus and its mutants with those of libxml2 and of the JDK.
func TestDifferential(t *testing.T) {
	xsd := shared.Dir(t, "schema", "akomantoso30.xsd")
	engine := openLibxml2(t, xsd)
	java := startJDK(t, xsd)
	d := &differential{t: t, libxml2: engine, java: java, excused: map[string]int{}, options: validate.Options{Profile: validate.Schema}}
	var names []string
	for _, e := range schema.AKN().Elements() {
		names = append(names, e.Name.Local)
	}
	var small [][]byte
	for i, s := range corpus(t) {
		src, err := os.ReadFile(s.file)
		require.NoError(t, err)
		if !testing.Short() || i%20 == 0 {
			d.compare(src, s.file)
			d.mutants = 0
		}
		// Images in data URIs are all that the libxml2 engine finds too long.
		if src = longValue.ReplaceAll(src, []byte(`"x"`)); s.valid && len(src) <= largestMutant {
			small = append(small, src)
		}
	}
	elements := make([][]elementSpan, len(small))
	for seed := uint64(0); d.mutants < wanted() && d.unexplained < 20; seed++ {
		i := int(seed) % len(small)
		if elements[i] == nil {
			elements[i] = spans(small[i])
		}
		if mutant, how := mutate(small[i], elements[i], names, seed); mutant != nil {
			d.compare(mutant, fmt.Sprintf("seed %d: %s", seed, how))
		}
	}
	t.Logf("%d mutants beside the corpus of %d documents: %d valid, %d refused by the libxml2 engine as too long; differences explained: %v",
		d.mutants, len(corpus(t)), d.valid, d.refused, d.excused)
}

// TestOtherDifferential does the same with another schema, for what Akoma Ntoso does not use.
func TestOtherDifferential(t *testing.T) {
	xsd := filepath.Join(t.TempDir(), "inventory.xsd")
	require.NoError(t, os.WriteFile(xsd, []byte(inventory), 0o600))
	d := &differential{
		t: t, libxml2: openLibxml2(t, xsd), java: startJDK(t, xsd), excused: map[string]int{},
		options: validate.Options{Profile: validate.Schema, Grammar: inventoryGrammar(t)},
	}
	names := []string{"inventory", "room", "thing", "place", "see", "number", "price", "unit", "pages"}
	for _, c := range inventoryCases {
		d.compare(inventoryDocument(c.inside), c.name)
		src := inventoryDocument(strings.Repeat(c.inside, 1))
		elements := spans(src)
		for seed := range uint64(60) {
			if mutant, how := mutate(src, elements, names, seed); mutant != nil {
				d.compare(mutant, fmt.Sprintf("%s, seed %d: %s", c.name, seed, how))
			}
		}
	}
	t.Logf("%d documents: %d valid; differences explained: %v", d.judged, d.valid, d.excused)
}

type differential struct {
	options validate.Options

	t                               *testing.T
	libxml2                         validate.Engine
	java                            *jdk
	judged, mutants, valid, refused int
	unexplained                     int
	excused                         map[string]int
}

func (d *differential) compare(src []byte, how string) {
	v := verdicts{src: src, howMade: how}
	report := validate.Check(src, d.options)
	v.ours, v.findings = report.OK(), report.Findings
	other, err := d.libxml2.Check(src)
	if err == nil {
		v.libxml2, v.asked2 = other.OK(), true
		if !v.libxml2 {
			v.libxml2Reason = other.Findings[0].Message
		}
	} else if refusedLength(err) {
		d.refused++
	}
	if v.asked2 {
		d.mutants++
	}
	if d.java != nil && !bytes.Contains(src, []byte("<!DOCTYPE")) {
		v.askedJDK = true
		v.jdk, v.jdkReason = d.java.judge(d.t, src)
	}
	d.judged++
	if v.ours {
		d.valid++
	}
	d.explain(&v)
}

// explain accepts agreement and the differences of the table, and nothing else.
func (d *differential) explain(v *verdicts) {
	if (!v.asked2 || v.ours == v.libxml2) && (!v.askedJDK || v.ours == v.jdk) {
		return
	}
	for _, e := range exceptions {
		if e.applies(v) {
			d.excused[e.name]++
			return
		}
	}
	d.unexplained++
	d.t.Errorf("%s\n  ours:    %v %v\n  libxml2: %v %v %s\n  JDK:     %v %v %s",
		v.howMade, v.ours, v.findings[:min(len(v.findings), 2)], v.asked2, v.libxml2, v.libxml2Reason, v.askedJDK, v.jdk, v.jdkReason)
}

// An exception is a class of documents on which an engine errs.
type exception struct {
	name, clause, right string
	applies             func(v *verdicts) bool
}

// exceptions are the differences that are known, with the clause that decides.
var exceptions = []exception{
	{
		name:   "CDATA without text",
		clause: "XSD 1.0 part 1, 3.4.4, cvc-complex-type 2.3: element-only content may hold characters that are white space; a CDATA section is no more than its characters",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return v.ours && (!v.askedJDK || v.jdk) && !v.libxml2 && blankCDATA.Match(v.src) && strings.Contains(v.libxml2Reason, "Character content")
		},
	},
	{
		name:   "an address without a host",
		clause: "XSD 1.0 part 2, 3.2.17 and RFC 2396, 3.2.2: server may be empty",
		right:  "ours and libxml2",
		applies: func(v *verdicts) bool {
			return v.ours && (!v.asked2 || v.libxml2) && !v.jdk && jdkNoHost.MatchString(v.jdkReason)
		},
	},
	{
		name:   "a port that is no number",
		clause: "XSD 1.0 part 2, 3.2.17 and RFC 2396, 3.2.1: the authority is then a reg_name",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return v.ours && (!v.askedJDK || v.jdk) && !v.libxml2 && wordPort.MatchString(v.libxml2Reason)
		},
	},
	{
		name:   "a year of many digits",
		clause: "XSD 1.0 part 2, 3.2.7.1: more than four digits are allowed, without an upper bound",
		right:  "ours",
		applies: func(v *verdicts) bool {
			return v.ours && (v.asked2 || v.askedJDK) && (v.libxml2 || !v.asked2 || longYear.MatchString(v.libxml2Reason)) &&
				(v.jdk || !v.askedJDK || longYear.MatchString(v.jdkReason))
		},
	},
	{
		name:   "a scheme and nothing else",
		clause: "XSD 1.0 part 2, 3.2.17 and RFC 2396, 3: opaque_part has one character at least",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return !v.ours && (!v.askedJDK || !v.jdk) && v.libxml2 && v.only("nothing follows the scheme")
		},
	},
	{
		name:   "square brackets around what is no IPv6 address",
		clause: "XSD 1.0 part 2, 3.2.17 and RFC 2732, 3",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return !v.ours && (!v.askedJDK || !v.jdk) && v.libxml2 && v.only("must stand an IPv6 address")
		},
	},
	{
		name:   "xsi:nil that is no boolean",
		clause: "XSD 1.0 part 1, 3.2.7: xsi:nil is of type xs:boolean",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return !v.ours && (!v.askedJDK || !v.jdk) && v.libxml2 && v.only("of xsi:nil is not true or false")
		},
	},
	{
		name:   "xs:ID twice, or xs:IDREF without one",
		clause: "XSD 1.0 part 1, 3.3.4, cvc-id",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return !v.ours && (!v.askedJDK || !v.jdk) && v.libxml2 && v.only("the id \"")
		},
	},
	{
		name:   "an attribute twice, by two prefixes of one namespace",
		clause: "Namespaces in XML 1.0, 6.3",
		right:  "ours and the JDK",
		applies: func(v *verdicts) bool {
			return !v.ours && (!v.askedJDK || !v.jdk) && v.libxml2 && v.only("bound to one namespace")
		},
	},
}

// only says that our findings are all of one kind.
func (v *verdicts) only(words string) bool {
	for _, f := range v.findings {
		if !strings.Contains(f.Message, words) {
			return false
		}
	}
	return len(v.findings) > 0
}

var (
	wordPort = regexp.MustCompile(`'http://[a-z.]+:[a-z]+/' is not a valid value`)
	longYear = regexp.MustCompile(`'\d{12,}-01-01' is not a valid value`)
)

var jdkNoHost = regexp.MustCompile(`'([a-z]+:)?//' is not a valid value for 'anyURI'`)

var (
	blankCDATA = regexp.MustCompile(`<!\[CDATA\[\s*\]\]>`)
	longValue  = regexp.MustCompile(`"[^"<>]{300,}"`)
)

func openLibxml2(t testing.TB, xsd string) validate.Engine {
	t.Helper()
	s, err := libxml2.Open(xsd)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return libxml2.Engine{Schema: s}
}

func refusedLength(err error) bool {
	var tooLong *libxml2.TooLongError
	return errors.As(err, &tooLong)
}
