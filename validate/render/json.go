package render

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/ntoso/ntoso/validate"
)

// line is a finding with its document.
type line struct {
	File string `json:"file"`
	validate.Finding
}

// JSON prints each finding as a JSON object on a line of its own, with the key file before those of
// [validate.Finding].
func JSON(w io.Writer, docs []Document) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range docs {
		for _, f := range docs[i].Report.Findings {
			if err := e.Encode(line{docs[i].Name, f}); err != nil {
				return err
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
