package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// A transform is a command that makes one document of each that it reads.
type transform struct {
	// from and to are the extensions of what it reads and of what it writes.
	from, to string
	// make makes the document.
	make func(cmd *cobra.Command, in input) result
	// output is where the documents go: a file, a folder, or standard output if empty.
	output string
}

// A result is what became of a document.
type result struct {
	out    []byte // the document that was made
	said   string // for standard error
	failed bool   // no document was made
}

// failure is the result where no document was made.
func failure(err error) result { return result{said: message(err), failed: true} }

// A job is a document to make, and the file that it goes to: standard output if empty.
type job struct {
	input
	file string
}

// command adds to a command what all transforms take.
func (t *transform) command(cmd *cobra.Command) *cobra.Command {
	cmd.Use += " [FILE|FOLDER|-]..."
	cmd.Long += fmt.Sprintf(`

Of several files, or of a folder with all *%s below it, the results go to the folder that --output names, under the same
names with %s. A file is written whole or not at all. One that cannot be made does not keep the others from it.`, t.from, t.to)
	cmd.Flags().StringVarP(&t.output, "output", "o", "", "the file, or the folder, to write to (default: standard output)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return t.run(cmd, args) }
	return cmd
}

// run makes a document of each input.
func (t *transform) run(cmd *cobra.Command, args []string) error {
	list, unlisted := inputs(args, t.from)
	jobs, err := t.jobs(list, several(args))
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	if t.output != "" {
		var stop context.CancelFunc
		ctx, stop = signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
		context.AfterFunc(ctx, stop) // a second signal ends the program at once
	}
	failed := unlisted != nil
	if failed {
		fmt.Fprint(cmd.ErrOrStderr(), message(unlisted))
	}
	for j, r := range inOrder(ctx, jobs, func(j job) result { return t.make(cmd, j.input) }) {
		if err := deliver(cmd, j.file, r); err != nil {
			return err
		}
		failed = failed || r.failed
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("interrupted: not all documents are written")
	case failed:
		return errSaid
	}
	return nil
}

// several reports whether the arguments can name more than one document.
func several(args []string) bool { return len(args) > 1 || len(args) == 1 && isFolder(args[0]) }

// jobs says where the document of each input goes.
func (t *transform) jobs(list []input, several bool) ([]job, error) {
	if t.output == "" && several {
		return nil, errors.New("several documents need a folder to go to: --output FOLDER")
	}
	folder := several || isFolder(t.output) || t.output != "" && os.IsPathSeparator(t.output[len(t.output)-1])
	jobs := make([]job, len(list))
	from := map[string]string{} // what each file is made of
	for i, in := range list {
		jobs[i] = job{in, t.output}
		if !folder {
			continue
		}
		if in.path == stdin {
			return nil, errors.New("what is made of standard input needs a file to go to: --output FILE")
		}
		file := filepath.Join(t.output, t.rename(in.name))
		if other, ok := from[file]; ok {
			return nil, fmt.Errorf("%s and %s would both be written to %s", other, in.path, file)
		}
		jobs[i].file, from[file] = file, in.path
	}
	return jobs, nil
}

// rename puts one extension for the other.
func (t *transform) rename(name string) string {
	if ext := filepath.Ext(name); strings.EqualFold(ext, t.from) {
		name = strings.TrimSuffix(name, ext)
	}
	return name + t.to
}

// deliver writes what became of a document: the document, then what is to be said of it.
func deliver(cmd *cobra.Command, file string, r result) error {
	if !r.failed {
		if err := write(cmd.OutOrStdout(), file, r.out); err != nil {
			return err
		}
	}
	_, err := io.WriteString(cmd.ErrOrStderr(), r.said)
	return err
}

// write writes to the file or, where there is none, to standard output.
func write(stdout io.Writer, file string, data []byte) error {
	if file != "" {
		return writeFile(file, data)
	}
	_, err := stdout.Write(data)
	return err
}
