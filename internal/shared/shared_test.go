package shared_test

import (
	"path/filepath"
	"testing"

	"github.com/ntoso/ntoso/internal/shared"
	"github.com/stretchr/testify/require"
)

// A stop is a test that notes how it was stopped.
type stop struct {
	testing.TB
	how string
}

func (s *stop) Helper()               {}
func (s *stop) Skipf(string, ...any)  { s.how = "skipped" }
func (s *stop) Fatalf(string, ...any) { s.how = "failed" }

func TestDir(t *testing.T) {
	there := t.TempDir()
	for _, c := range []struct{ name, env, ci, want string }{
		{"there", there, "", ""},
		{"absent", filepath.Join(there, "absent"), "", "skipped"},
		{"absent in CI", filepath.Join(there, "absent"), "true", "failed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv(shared.Env, c.env)
			t.Setenv("CI", c.ci)
			s := &stop{TB: t}
			dir := shared.Dir(s, "corpus", "un")
			require.Equal(t, c.want, s.how)
			if c.want == "" {
				require.Equal(t, filepath.Join(there, "corpus", "un"), dir)
			}
		})
	}
}

func TestCitedAs(t *testing.T) {
	for symbol, want := range map[string]string{
		"A/RES/77/128 B":           "A/RES/77/128",
		"A/RES/2200 A (XXI)":       "A/RES/2200(XXI)",
		"s/res/2231 (2015)":        "S/RES/2231(2015)",
		"A/79/5 (Vol. I)":          "A/79/5",
		"A/48/486-S/26560":         "A/48/486",
		"A/HRC/RES/S‑1/1":          "A/HRC/RES/S-1/1",
		"A/C.3/76/L.5/Rev.1":       "A/C.3/76/L.5/REV.1",
		"A/DEC/79/540 A":           "A/DEC/79/540",
		"E/CN.7/2012/L.2/Corr.\n1": "E/CN.7/2012/L.2/CORR.1",
	} {
		require.Equal(t, want, shared.CitedAs(symbol))
	}
}
