// Package intake turns the bytes of a motion into a proposal for a matter: its
// title, movers, claims, case references and dates, each with the place in the
// text it was taken from and whether it is sure.
//
// It knows how Swedish municipal papers are laid out. It never decides: a clerk
// reads the proposal beside the paper and mends it. It never writes a file,
// never keeps anything, and bad input gives an error, never a panic.
package intake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"yttra/app"
)

// MaxBytes is the largest file that is read. A motion is a few pages; what is
// larger is some other file.
const MaxBytes = 20 << 20

// ReadFile reads a file and decodes it. It fails with CodeNoFile when the file
// cannot be read, CodeTooLarge by the file's size alone, and as Decode does.
func ReadFile(path string) (Text, error) {
	name := filepath.Base(path)
	data, err := readBounded(path, name)
	if err != nil {
		return Text{}, err
	}
	t, err := Decode(data)
	var p *app.Problem
	if errors.As(err, &p) {
		if p.What != "" {
			name += " (" + p.What + ")"
		}
		p.What = name
	}
	return t, err
}

func readBounded(path, name string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
	}
	if info.IsDir() {
		return nil, &app.Problem{Code: app.CodeNoFile, What: name, Err: errors.New("is a folder")}
	}
	if info.Size() > MaxBytes {
		return nil, tooLarge(name, info.Size())
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1)) // a pipe has no size to check
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
	}
	return data, nil
}

func tooLarge(what string, size int64) error {
	return &app.Problem{Code: app.CodeTooLarge, What: what, Err: fmt.Errorf("%d bytes, at most %d are read", size, MaxBytes)}
}
