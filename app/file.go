package app

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
)

// File is a place in a matter where a file belongs: that of an annex, or the paper the
// matter came from. What lies in it may be changed through it in a clone.
type File struct {
	Name     string
	Data     *[]byte // the bytes themselves are never changed in place
	Extra    *Extra
	Original bool // the paper the matter came from
}

// Files gives every place of a matter where a file belongs, also the empty ones.
func (m *Matter) Files() []File {
	var out []File
	if s := m.Motion; s != nil {
		out = append(out, File{Name: s.Name, Data: &s.Data, Extra: &s.Extra, Original: true})
	}
	for i := range m.Documents {
		for j := range m.Documents[i].Annexes {
			a := &m.Documents[i].Annexes[j]
			out = append(out, File{Name: a.Name, Data: &a.Data, Extra: &a.Extra})
		}
	}
	return out
}

// Put sets fields that no version of the matter file knows, without touching the map
// that a clone shares.
func (f File) Put(fields Extra) {
	e := maps.Clone(*f.Extra)
	if e == nil {
		e = Extra{}
	}
	maps.Copy(e, fields)
	*f.Extra = e
}

// Drop takes such fields away again.
func (f File) Drop(names ...string) {
	e := maps.Clone(*f.Extra)
	for _, n := range names {
		delete(e, n)
	}
	if len(e) == 0 {
		e = nil
	}
	*f.Extra = e
}

// CodeOriginalSize: a file that is larger than the paper a matter came from may be, which
// is as large as an annex may (MostAnnex).
const CodeOriginalSize Code = "original_size"

// FileState says how the paper a matter came from is kept.
type FileState string

const (
	FileNever   FileState = "never"   // it never had a file: it was pasted, or taken in before files were kept
	FileWhole   FileState = "whole"   // it is the file that came in
	FileAltered FileState = "altered" // its bytes are not those that came in
	FileGone    FileState = "gone"    // it had one, which is not here
)

// State holds the file against the sum that was taken of it when it came.
func (s *Source) State() FileState {
	switch {
	case s == nil || len(s.Data) == 0 && s.SHA256 == "":
		return FileNever
	case len(s.Data) == 0:
		return FileGone
	case s.SHA256 != "" && s.SHA256 != sumOf(s.Data):
		return FileAltered
	}
	return FileWhole
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
