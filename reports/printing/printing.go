// Package printing hands a finished file to a printer: to CUPS where there is one,
// to the program that prints PDF files on Windows. It knows printers, copies and
// pages, and nothing of what stands on them.
package printing

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"yttra/app"
)

// Job is how a file is to be printed. The zero Job is one copy of all pages on
// the usual printer, as the printer is set.
type Job struct {
	Printer string  // name of the queue; empty: the usual one
	Title   string  // what the queue calls it
	Copies  int     // 0 and 1: one
	Pages   []Range // none: all
	Sides   Sides
}

// Sides tells whether both sides of the sheets are printed on.
type Sides int

const (
	AsSet Sides = iota // as the printer is set
	OneSided
	TwoSided // turned along the long edge
)

// Outcome is what became of a job.
type Outcome struct {
	Name    string // of the job in the queue; may be empty
	Stopped bool   // the printer is stopped: the job waits
	Opened  bool   // nothing here prints PDF files: the file was opened instead
}

// keepFor is how long a file that another program may still read is kept.
const keepFor = 24 * time.Hour

// Put writes a file in a folder of its own among the system's temporary ones,
// where only this person reads, and takes away what has lain there for a day. It
// fails with CodeNoFile.
func Put(data []byte) (string, error) {
	folder := filepath.Join(os.TempDir(), "yttra-print")
	fault := func(err error) error {
		return &app.Problem{Code: app.CodeNoFile, What: folder, Err: err}
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fault(err)
	}
	tidy(folder)
	f, err := os.CreateTemp(folder, "yttra-*.pdf")
	if err != nil {
		return "", fault(err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", fault(errors.Join(err, os.Remove(f.Name())))
	}
	return f.Name(), nil
}

func tidy(folder string) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return // nothing is there, or nothing may be seen: Put says so
	}
	for _, e := range files {
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > keepFor {
			_ = os.Remove(filepath.Join(folder, e.Name())) // one that is open still goes the next time
		}
	}
}
