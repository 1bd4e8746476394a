package source

import "strconv"

// CompareMarkers orders the markers of the notes of a page: signs come before numbers.
func CompareMarkers(a, b string) int {
	rank := func(marker string) int {
		if _, err := strconv.Atoi(marker); err == nil {
			return 1
		}
		return 0
	}
	return rank(a) - rank(b)
}
