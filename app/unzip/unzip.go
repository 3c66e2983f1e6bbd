// Package unzip reads zip files that somebody may have made to do harm: nothing is
// unpacked before it is asked for and by more than was asked for, no name leads out of
// the zip or stands there twice, files that lie in each other are dropped, and of a zip
// whose end is gone what is found from its beginning is there.
package unzip

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// What is read of a zip, at most.
const (
	mostEntries = 4 << 20  // files
	mostName    = 1 << 12  // bytes of a name
	mostBlind   = 64 << 20 // bytes of a file whose size does not stand before it
	mostFaults  = 1000     // that are told
)

// Entry is a file in a zip.
type Entry struct {
	Name         string
	Packed, Size int64 // bytes in the zip, and as the zip says it is unpacked

	at     int64 // where its own head is
	crc    uint32
	method uint16
}

// Zip is a zip that has been opened: its files by name, each name once.
type Zip struct {
	Entries []Entry // in the zip's order; those that were dropped too
	Faults  []Fault
	Cut     bool   // its end is gone
	Torn    *Entry // of a zip that is cut: the file that it was cut in; ReadTorn gives what is left

	r      io.ReaderAt
	size   int64
	byName map[string]int
}

// Fault is a file of a zip that is left out, or Cut.
type Fault struct {
	Kind FaultKind
	Name string
}

// FaultKind is why it is left out.
type FaultKind string

const (
	BadName FaultKind = "bad_name" // a name that leads out of the zip
	Locked  FaultKind = "locked"   // it has a password
	Twice   FaultKind = "twice"    // another file has the name
	Damaged FaultKind = "damaged"  // it lies in another file
	Cut     FaultKind = "cut"      // the end of the zip is missing
)

// ErrZip says that something is no zip, or not written as one is.
var ErrZip = errors.New("not a zip file")

func (z *Zip) fault(k FaultKind, name string) {
	if len(z.Faults) < mostFaults {
		z.Faults = append(z.Faults, Fault{k, Shown(name)})
	}
}

// Open reads what a zip says that it holds; of one whose end is gone, what is found
// from its beginning. It fails with ErrZip when it is no zip at all, and with
// CodeTooLarge when it says that it has millions of files.
func Open(r io.ReaderAt, size int64) (*Zip, error) {
	z := &Zip{r: r, size: size, byName: map[string]int{}}
	if err := z.central(); err != nil {
		if app.CodeOf(err) == app.CodeTooLarge {
			return nil, err
		}
		z.Entries, z.byName, z.Cut = nil, map[string]int{}, true
		if err := z.scan(); err != nil {
			return nil, err
		}
		if len(z.Entries) == 0 && z.Torn == nil {
			return nil, ErrZip
		}
		z.fault(Cut, "")
	}
	z.apart()
	return z, nil
}

// Find gives the place in Entries of the file with a name.
func (z *Zip) Find(name string) (at int, there bool) {
	at, there = z.byName[name]
	return at, there
}

// Has tells whether a file is there and has not been dropped.
func (z *Zip) Has(name string) bool {
	_, there := z.byName[name]
	return there
}

// Drop takes a file away.
func (z *Zip) Drop(name string) { delete(z.byName, name) }

// put takes a file, unless its name leads somewhere else or has been taken.
func (z *Zip) put(e Entry, flags uint16) error {
	if len(z.Entries) >= mostEntries {
		return &app.Problem{Code: app.CodeTooLarge, Err: fmt.Errorf("more than %d files", mostEntries)}
	}
	name := strings.ReplaceAll(e.Name, `\`, "/")
	if strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") {
		return nil // a folder, or what a Mac puts beside
	}
	switch clean := path.Clean(name); {
	case !utf8.ValidString(name) || len(name) > mostName || clean != name || path.IsAbs(name) || strings.HasPrefix(name, "..") || strings.Contains(name, ":") || strings.ContainsRune(name, 0):
		z.fault(BadName, name)
		return nil
	case flags&withPassword != 0:
		z.fault(Locked, name)
		return nil
	}
	if _, there := z.byName[name]; there {
		z.fault(Twice, name)
		return nil
	}
	e.Name = name
	z.byName[name] = len(z.Entries)
	z.Entries = append(z.Entries, e)
	return nil
}

// Shown is a name as it can be told.
func Shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if r := []rune(s); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return s
}
