// Package shared finds, for tests, the material that lies beside the repository: real documents with their labels, the
// OASIS schema, the conformance suite of XML.
package shared

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Env names the environment variable with the folder of the material. Where it is not set the folder is "shared",
// beside the repository.
const Env = "NTOSO_SHARED"

// Dir is the path of a file or folder of the material. Where the material is absent the test is skipped; in CI
// (CI=true) its absence is a failure.
func Dir(t testing.TB, elem ...string) string {
	t.Helper()
	dir, err := find()
	if err == nil {
		_, err = os.Stat(dir)
	}
	if err != nil {
		Missing(t, "shared material (set "+Env+")", err)
		return ""
	}
	return filepath.Join(append([]string{dir}, elem...)...)
}

// Files are the files of a folder, and of those in it, that have the extension, in order. There is at least one.
func Files(t testing.TB, folder, ext string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Ext(path) == ext {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatalf("%s: there is no *%s", folder, ext)
	}
	return files
}

// Missing skips a test that needs what is not there; in CI (CI=true) that is a failure.
func Missing(t testing.TB, what string, err error) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("CI needs %s: %v", what, err)
	} else {
		t.Skipf("no %s: %v", what, err)
	}
}

// find is the folder of the material, whether it is there or not.
func find() (string, error) {
	if dir := os.Getenv(Env); dir != "" {
		return dir, nil
	}
	root, err := os.Getwd()
	for ; err == nil; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(root), "shared"), nil
		}
		if root == filepath.Dir(root) {
			return "", errors.New("the tests do not run inside the repository")
		}
	}
	return "", err
}
