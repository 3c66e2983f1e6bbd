// Package disk puts files on the disk whole, or leaves what was there, and reads files
// that are not too large. Everything that a person asks for as a file, or that the
// program keeps beside the register, is written here; the register writes its own.
package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"yttra/app"
)

// Rights of a file: one for others to read, and one with what is personal.
const (
	Shared  os.FileMode = 0o644
	Private os.FileMode = 0o600
)

// Read reads a whole file of at most so many bytes; a larger one is not read. It fails
// with CodeNoFile and CodeTooLarge, which name the path.
func Read(path string, most int64) ([]byte, error) {
	no := func(err error) ([]byte, error) {
		return nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	f, err := os.Open(path)
	if err != nil {
		return no(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return no(err)
	}
	var b bytes.Buffer
	if size := info.Size(); size <= most {
		b.Grow(int(size) + bytes.MinRead) // a pipe has none
		if _, err := b.ReadFrom(io.LimitReader(f, most+1)); err != nil {
			return no(err)
		}
	}
	if info.Size() > most || int64(b.Len()) > most {
		return nil, &app.Problem{Code: app.CodeTooLarge, What: path, Err: fmt.Errorf("more than %d bytes", most)}
	}
	return b.Bytes(), nil
}

// ReadMatter reads the bytes of a matter file, which may be large: its annexes lie in
// it. It fails as Read does, but with CodeMatterSize and the bound in Where.
func ReadMatter(path string) ([]byte, error) {
	data, err := Read(path, app.MostMatter)
	if p := app.ProblemOf(err); p != nil && p.Code == app.CodeTooLarge {
		return nil, MatterTooLarge(path)
	}
	return data, err
}

// MatterTooLarge says that a matter file is larger than app.MostMatter, which it names.
func MatterTooLarge(name string) error {
	return &app.Problem{Code: app.CodeMatterSize, What: name, Where: fmt.Sprintf("%d MB", app.MostMatter>>20)}
}

// Write puts data in place at path. It is written to another name in the same folder
// and renamed, so that a full disk, a folder that cannot be written in or a computer
// that stops leaves the old file as it was, and nothing beside it. What is no ordinary
// file, like a pipe, is written to as it is. It fails with CodeNoFile, which names the
// path.
func Write(path string, data []byte, rights os.FileMode) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return coded(path, os.WriteFile(path, data, rights))
	}
	return Stream(path, rights, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// Stream is Write for what is written bit by bit. A problem that fill fails with, and
// a context that is done, come back as they are.
func Stream(path string, rights os.FileMode, fill func(f *os.File) error) error {
	place := path
	if target, err := filepath.EvalSymlinks(path); err == nil {
		place = target // a link goes on leading to the file
	}
	f, err := os.CreateTemp(filepath.Dir(place), ".yttra-*")
	if err != nil {
		return coded(path, err)
	}
	if err = fill(f); err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Chmod(f.Name(), rights)
	}
	if err == nil {
		err = os.Rename(f.Name(), place)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return coded(path, err)
}

// coded gives an error without a code that of a file, and its path.
func coded(path string, err error) error {
	if err == nil || app.ProblemOf(err) != nil || errors.Is(err, context.Canceled) {
		return err
	}
	return &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
}
