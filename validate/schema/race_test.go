//go:build race

package schema

// slow is true under the race detector, which is for concurrency, not for thousands of mutants.
const slow = true
