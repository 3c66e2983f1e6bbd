// Package reading holds what a file says (Text): its words in the order they are read,
// what its paragraphs are, where each line stands on its pages, and what a person must
// know about how it was read.
//
// It reads text files itself; its rooms read the others: office (Word, OpenDocument),
// letter (RTF, HTML, e-mail) and pdf. Every file is a stranger's: nothing in it is
// run, nothing outside it is read, and what it may take of time and memory has a
// bound. Nothing here knows what a paper means; that is app/intake.
package reading

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"yttra/app"
)

// MaxBytes is the largest text that is read, and MaxFile the largest file: a motion is
// a few pages, and what is larger was photographed, or is some other file.
const (
	MaxBytes = 20 << 20
	MaxFile  = 100 << 20
)

// ReadFile reads a file and decodes it. It fails with CodeNoFile when the file
// cannot be read, CodeTooLarge by the file's size alone, and as Decode does.
func ReadFile(path string) (Text, error) {
	name := filepath.Base(path)
	data, err := bytesOf(path, MaxBytes)
	if err != nil {
		return Text{}, err
	}
	t, err := Decode(data)
	return t, Named(name, err)
}

// Named puts the file's name into what went wrong with it, before what was said of it.
func Named(name string, err error) error {
	var p *app.Problem
	if errors.As(err, &p) {
		if p.What != "" {
			name += " (" + p.What + ")"
		}
		p.What = name
	}
	return err
}

// Bytes reads a whole file. It fails with CodeNoFile when it cannot be read, and with
// CodeTooLarge by its size alone.
func Bytes(path string) ([]byte, error) { return bytesOf(path, MaxFile) }

func bytesOf(path string, most int64) ([]byte, error) {
	name := filepath.Base(path)
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
	if info.Size() > most {
		return nil, tooLarge(name, info.Size(), most)
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1)) // a pipe has no size to check
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: name, Err: err}
	}
	if int64(len(data)) > most {
		return nil, tooLarge(name, int64(len(data)), most)
	}
	return data, nil
}

func tooLarge(what string, size, most int64) error {
	return &app.Problem{Code: app.CodeTooLarge, What: what, Where: fmt.Sprintf("%d MB", most>>20), Err: fmt.Errorf("%d bytes, at most %d are read", size, most)}
}
