package validate_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

// longResolution makes a valid resolution of about a size: paragraphs with sub-items, references, dates and notes.
func longResolution(size int) []byte {
	head, tail, _ := strings.Cut(resolution, `      <paragraph eId="para_1">`)
	_, tail, _ = strings.Cut(tail, "    </mainBody>")
	var b bytes.Buffer
	b.WriteString(head)
	for n := 1; b.Len() < size; n++ {
		fmt.Fprintf(&b, `      <paragraph eId="para_%[1]d">
        <num>%[1]d.</num>
        <list eId="para_%[1]d__list_1">
          <intro eId="para_%[1]d__list_1__intro"><p><term refersTo="#calls" eId="para_%[1]d__term_1">Calls upon</term> all States, in the light of resolution <ref href="https://undocs.org/A/RES/70/%[1]d">70/%[1]d</ref> of <date date="2015-12-%02[2]d">%[2]d December 2015</date>,<authorialNote marker="%[1]d" placement="bottom" eId="para_%[1]d__note_1"><p>See also the report of the year before, which holds the figures &amp; the tables.</p></authorialNote> to act together:</p></intro>
`, n, n%28+1)
		for _, letter := range []string{"a", "b", "c"} {
			fmt.Fprintf(&b, `          <point eId="para_%[1]d__list_1__point_%[2]s">
            <num>(%[2]s)</num>
            <content eId="para_%[1]d__list_1__point_%[2]s__content"><p>To count what is there, to say <i>how much</i> of it is needed, and to tell the others before the end of the session;</p></content>
          </point>
`, n, letter)
		}
		b.WriteString("        </list>\n      </paragraph>\n")
	}
	b.WriteString("    </mainBody>")
	b.WriteString(tail)
	return b.Bytes()
}

// sizes of the documents of the benchmarks: a long resolution, and an act with its annexes.
var sizes = []struct {
	name string
	size int
}{{"200KB", 200 << 10}, {"5MB", 5 << 20}}

func BenchmarkCheck(b *testing.B) {
	for _, s := range sizes {
		src := longResolution(s.size)
		b.Run("engine=ntoso/"+s.name, func(b *testing.B) {
			benchmark(b, src, validate.Native{Options: validate.Options{Profile: validate.Schema}})
		})
		b.Run("engine=ntoso-reader/"+s.name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				report, err := validate.CheckReader(bytes.NewReader(src), validate.Options{Profile: validate.Schema})
				if err != nil || !report.OK() {
					b.Fatal(err, report)
				}
			}
		})
		benchmarkOthers(b, s.name, src)
	}
}

func benchmark(b *testing.B, src []byte, e validate.Engine) {
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	if _, err := e.Check(src); err != nil { // the grammar is compiled at the first call
		b.Fatal(err)
	}
	before := cpuTime()
	for b.Loop() {
		report, err := e.Check(src)
		if err != nil || !report.OK() {
			b.Fatal(err, report)
		}
	}
	// The time of the processor, so that the engines can be compared on a machine that does other things, too.
	if spent := cpuTime() - before; spent > 0 {
		b.ReportMetric(float64(len(src))*float64(b.N)/1e6/spent.Seconds(), "cpuMB/s")
	}
}

// TestAllocations: fewer than 50 for a document, but for the sets of ids, which double their size a few times.
func TestAllocations(t *testing.T) {
	for _, s := range sizes {
		src := longResolution(s.size)
		report := validate.Check(src, validate.Options{Profile: validate.Schema})
		require.Empty(t, report.Findings)
		ids := bytes.Count(src, []byte("eId="))
		doublings := 0
		for slots := 64; slots*4/5 < ids+1; slots *= 2 {
			doublings++
		}
		allocations := testing.AllocsPerRun(5, func() { validate.Check(src, validate.Options{Profile: validate.Schema}) })
		assert.Less(t, allocations-2*float64(doublings+1), 50.0, s.name)
		t.Logf("%s: %d ids, %.0f allocations, %d of them for the sets of ids", s.name, ids, allocations, 2*(doublings+1))
	}
}

// TestMemory: what is allocated for a long document is its set of ids, at most 32 bytes each once it has grown, twice that on the way,
// and little else.
func TestMemory(t *testing.T) {
	src := longResolution(5 << 20)
	ids := bytes.Count(src, []byte("eId="))
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			validate.Check(src, validate.Options{Profile: validate.Schema})
		}
	})
	assert.Less(t, result.AllocedBytesPerOp(), int64(64*ids+64<<10))
	t.Logf("%d bytes for %d ids", result.AllocedBytesPerOp(), ids)
}
