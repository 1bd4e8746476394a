package main

import (
	"os"
	"path/filepath"
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
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("TESTDATA", testdata)
			return nil
		},
	})
}
