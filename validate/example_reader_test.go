package validate_test

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/ntoso/ntoso/validate"
)

// A reader that ends with its context.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// Check a document as it arrives, until the context ends.
func ExampleCheckReader() {
	ctx, cancel := context.WithCancel(context.Background())
	body := `<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">Lamps</p>`
	report, err := validate.CheckReader(reader{ctx, strings.NewReader(body)}, validate.Options{})
	fmt.Println(report.OK(), err)
	cancel()
	_, err = validate.CheckReader(reader{ctx, strings.NewReader(body)}, validate.Options{})
	fmt.Println(err)
	// Output:
	// true <nil>
	// context canceled
}
