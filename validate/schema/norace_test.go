//go:build !race

package schema

const slow = false
