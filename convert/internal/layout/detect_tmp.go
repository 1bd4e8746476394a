package layout

import "strings"

func detect(s string) (string, string) {
	if strings.Contains(s, "Assemblée") || strings.Contains(s, "Conseil de") || strings.Contains(s, " les ") {
		return "fra", "tmp"
	}
	return "eng", "tmp"
}
