package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ntoso/ntoso/akn"
	"github.com/ntoso/ntoso/convert"
	"github.com/ntoso/ntoso/validate"
)

// An input is a document that a command reads.
type input struct {
	// path is that of its file, or stdin.
	path string
	// name is what the path is below the folder that was given, or the last step of the path that was.
	name string
}

// stdin is what names standard input.
const stdin = "-"

// inputs lists what a command reads: the files that it is given and, of a folder, all below it that have the extension,
// in order; standard input where it is given nothing. The error says what could not be listed; the rest is listed all
// the same.
func inputs(args []string, ext string) ([]input, error) {
	if len(args) == 0 {
		args = []string{stdin}
	}
	var list []input
	var failed error
	for _, arg := range args {
		if !isFolder(arg) {
			list = append(list, input{arg, filepath.Base(arg)})
			continue
		}
		found, err := below(arg, ext)
		list = append(list, found...)
		failed = errors.Join(failed, err)
	}
	return list, failed
}

// isFolder reports whether an argument is a folder that can be listed.
func isFolder(arg string) bool {
	if arg == stdin {
		return false
	}
	info, err := os.Stat(arg)
	return err == nil && info.IsDir()
}

// below lists the files of a folder that have the extension. What begins with a dot is none of the user's documents.
func below(folder, ext string) (list []input, failed error) {
	_ = fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			failed = errors.Join(failed, err)
		case name != "." && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && strings.EqualFold(filepath.Ext(name), ext):
			name = filepath.FromSlash(name)
			list = append(list, input{filepath.Join(folder, name), name})
		}
		return nil
	})
	if len(list) == 0 && failed == nil {
		failed = fmt.Errorf("%s: there is no *%s in the folder", folder, ext)
	}
	return list, failed
}

// maxInput is the largest of the limits of a text and of XML.
const maxInput = max(convert.MaxSize, akn.MaxSize, validate.MaxSize)

// readInput reads a file, or standard input. It stops behind the largest input that is accepted at all, which whoever
// reads it next refuses.
func readInput(cmd *cobra.Command, path string) ([]byte, error) {
	r := cmd.InOrStdin()
	if path != stdin {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }() // it was only read
		r = f
	}
	return io.ReadAll(io.LimitReader(r, maxInput+1))
}
