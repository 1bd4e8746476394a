//go:build !libxml2

package convert_test

import "testing"

// validByLibxml2 is built with the tag libxml2.
func validByLibxml2(testing.TB, []byte) {}
