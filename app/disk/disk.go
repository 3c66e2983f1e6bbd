// Package disk puts files on the disk whole, or leaves what was there. Everything that
// a person asks for as a file, or that the program keeps beside the register, is
// written here; the register writes its own.
package disk

import (
	"errors"
	"os"
	"path/filepath"

	"yttra/app"
)

// Rights of a file: one for others to read, and one with what is personal.
const (
	Shared  os.FileMode = 0o644
	Private os.FileMode = 0o600
)

// Write puts data in place at path. It is written to another name in the same folder
// and renamed, so that a full disk, a folder that cannot be written in or a computer
// that stops leaves the old file as it was, and nothing beside it. What is no ordinary
// file, like a pipe, is written to as it is. It fails with CodeNoFile, which names the
// path.
func Write(path string, data []byte, rights os.FileMode) error {
	if err := write(path, data, rights); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	return nil
}

func write(path string, data []byte, rights os.FileMode) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, data, rights)
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // a link goes on leading to the file
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".yttra-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Chmod(f.Name(), rights)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
