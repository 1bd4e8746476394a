package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ntoso": main,
		// status runs the program and demands an exit status: status 2 validate FILE.
		"status": func() {
			code := run(os.Args[2:], os.Stdin, os.Stdout, os.Stderr)
			if want := os.Args[1]; want != string(rune('0'+code)) {
				os.Stderr.WriteString("exit status " + string(rune('0'+code)) + ", not " + want + "\n")
				os.Exit(1)
			}
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}
