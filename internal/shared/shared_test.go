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
