package validate

import (
	"strings"

	"github.com/ntoso/ntoso/validate/schema"
)

// Document completes an example of a [Rule]: a fragment that begins with an element of no namespace gets that of
// Akoma Ntoso.
func Document(example string) string {
	if !strings.HasPrefix(example, "<") || strings.HasPrefix(example, "<!") || strings.HasPrefix(example, "<?") {
		return strings.Replace(example, "<p", "<p xmlns=\""+schema.AKNNamespace+"\"", 1)
	}
	end := strings.IndexAny(example, " />")
	if end < 0 || strings.Contains(example[:strings.IndexByte(example+">", '>')], "xmlns=") {
		return example
	}
	return example[:end] + " xmlns=\"" + schema.AKNNamespace + "\"" + example[end:]
}
