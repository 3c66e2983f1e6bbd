package store

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

func TestMemory(t *testing.T) {
	t.Parallel() // most of it is waiting for the disk
	testStore(t, func(t *testing.T) *opened {
		s, err := OpenMemory(nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return &opened{s, func() app.Store { return s }}
	})
}

func TestFolder(t *testing.T) {
	t.Parallel() // most of it is waiting for the disk
	testStore(t, func(t *testing.T) *opened {
		s := openIn(t, t.TempDir())
		return &opened{s, func() app.Store { return s }}
	})
}

func TestFolderReopenedBetweenSteps(t *testing.T) {
	t.Parallel() // most of it is waiting for the disk
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := openIn(t, dir)
		return &opened{s, func() app.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openIn(t, dir)
			return s
		}}
	})
}

// Between every two steps the process "dies": what its folder holds at that
// moment, never closed, is opened elsewhere.
func TestFolderLeftOpenBetweenSteps(t *testing.T) {
	t.Parallel() // most of it is waiting for the disk
	testStore(t, func(t *testing.T) *opened {
		dir := t.TempDir()
		s := openIn(t, dir)
		return &opened{s, func() app.Store {
			dir = copyOf(t, dir)
			s = openIn(t, dir)
			return s
		}}
	})
}

func openIn(t *testing.T, dir string) app.Store {
	t.Helper()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// copyOf copies a folder as it is at one moment: when Badger's background work
// made or removed a file meanwhile, it begins again.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	for range 50 {
		to, before := t.TempDir(), inside(dir)
		if err := copyTree(dir, to); err == nil && inside(dir) == before {
			return to
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the folder never stood still")
	return ""
}

// inside lists the files of a folder with their sizes.
func inside(dir string) string {
	var b strings.Builder
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil {
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintln(&b, path, info.Size())
			}
		}
		return nil
	})
	return b.String()
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		case d.Name() == "LOCK":
			return nil
		}
		return copyFile(path, filepath.Join(to, rel))
	})
}

// copyFile leaves holes where there are only zeros, as Badger's own files have.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	block, zeros, at := make([]byte, 1<<16), make([]byte, 1<<16), int64(0)
	for {
		n, err := io.ReadFull(in, block)
		if n > 0 && !bytes.Equal(block[:n], zeros[:n]) {
			if _, err := out.WriteAt(block[:n], at); err != nil {
				return err
			}
		}
		at += int64(n)
		if err != nil { // the end
			return out.Truncate(at)
		}
	}
}
