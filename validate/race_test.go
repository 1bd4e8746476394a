package validate_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ntoso/ntoso/validate"
)

// TestConcurrent: checks side by side do not disturb each other. The race detector looks on in CI.
func TestConcurrent(t *testing.T) {
	want := validate.Check([]byte(resolution), validate.Options{})
	bad := change(t, "<date date=\"2021-10-09\">", "<date>")
	wantBad := validate.Check(bad, validate.Options{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				assert.Equal(t, want, validate.Check([]byte(resolution), validate.Options{}))
				assert.Equal(t, wantBad, validate.Check(bad, validate.Options{}))
			}
		})
	}
	wg.Wait()
}
