package convert_test

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"
	"testing/fstest"

	"github.com/ntoso/ntoso/convert"
)

// Convert a folder, as many texts at a time as there are processors, and go on where one is refused.
func ExampleFromText_folder() {
	files := fstest.MapFS{ // os.DirFS("texts") for a folder of the disk
		"a.txt": {Data: []byte("The General Assembly,\n\nRecalling its resolution 84/302 of 3 May 2030,\n\n1. Thanks the keepers of wells.\n")},
		"b.txt": {Data: []byte("Assembl\xE9e g\xE9n\xE9rale")},
		"c.txt": {Data: make([]byte, 1<<20+1)},
	}
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		panic(err)
	}
	said := make([]string, len(names)) // each text has a place, so that the order stays
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, name := range names {
		room <- struct{}{}
		all.Go(func() {
			said[i] = convertFile(files, name)
			<-room
		})
	}
	all.Wait()
	for i, name := range names {
		fmt.Println(name, said[i])
	}
	// Output:
	// a.txt resolution: 1 recitals, 1 paragraphs, 2 remarks
	// b.txt is no text in UTF-8, from byte 7 on
	// c.txt is over the limit Size
}

// convertFile converts a text and says what became of it.
func convertFile(files fs.FS, name string) string {
	src, err := fs.ReadFile(files, name)
	if err != nil {
		return err.Error()
	}
	doc, report, err := convert.FromText(src, convert.Options{Limits: convert.Limits{Size: 1 << 20}})
	var text *convert.TextError
	var limit *convert.LimitError
	switch {
	case errors.As(err, &text):
		return fmt.Sprintf("is no text in UTF-8, from byte %d on", text.Offset)
	case errors.As(err, &limit):
		return fmt.Sprintf("is over the limit %s", limit.Name)
	case err != nil:
		return err.Error()
	}
	if _, err := doc.Bytes(); err != nil { // store the XML here
		return err.Error()
	}
	return fmt.Sprintf("%s: %d recitals, %d paragraphs, %d remarks", report.Class, report.Recitals, report.Paragraphs, len(report.Remarks))
}
