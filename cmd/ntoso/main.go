// Command ntoso converts the text of UN resolutions to AKN4UN XML and back.
package main

import (
	"os"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
