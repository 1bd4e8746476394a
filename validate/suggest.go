package validate

// nearest returns the candidate that a misspelt name resembles most, empty where none is near enough to be meant.
func nearest(name string, candidates []string) string {
	best, bestCost := "", tolerance(name)+1
	for _, c := range candidates {
		if abs(len(c)-len(name)) >= bestCost {
			continue
		}
		if cost := distance(name, c, bestCost); cost < bestCost {
			best, bestCost = c, cost
		}
	}
	return best
}

// tolerance is how many slips of the pen a name may hold: a third of its length, at most three. In shorter names only the
// case may differ.
func tolerance(name string) int { return min(len(name)/3, 3) }

// longestName bounds what is compared: no name of Akoma Ntoso comes near.
const longestName = 64

// distance is the number of letters to change, add, drop or swap; the case of letters
// does not count. It stops at limit.
func distance(a, b string, limit int) int {
	if len(a) > longestName || len(b) > longestName {
		return limit
	}
	var rows [3][longestName + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, above2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if lower(a[i-1]) == lower(b[j-1]) {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], above2[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
	}
	return rows[len(a)%3][len(b)]
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
