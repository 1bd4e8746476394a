package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeFile writes a file whole or not at all, and makes the folders on the way to it: an error, or an end of the
// program, leaves what was there before. What is there and is no regular file, such as a device, is written as it is.
func writeFile(name string, data []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o666)
	}
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	// In the same folder, so that it can take the name in one step. The program writes one file at a time.
	part := filepath.Join(folder, fmt.Sprintf(".ntoso-%d.part", os.Getpid()))
	defer func() { _ = os.Remove(part) }() // it is there only where it has not taken the name
	if err := os.WriteFile(part, data, 0o666); err != nil {
		return err
	}
	return os.Rename(part, name)
}
