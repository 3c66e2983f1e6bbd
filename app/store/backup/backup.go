// Package backup knows the file that a register is kept a second time in: how it is
// written, proven by being read back, listed, copied to another place, and let go.
//
// It knows no engine and no matter. Values go in and come out sealed as they lie in
// the register; no key is needed to tell a backup whole.
package backup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"yttra/app"
)

// A backup is one file:
//
//	yttra-backup 1
//	{…}              a Header, as JSON in one line
//	frames           see package journal. Frames numbered 1, 2, 3 … hold the records,
//	                 in the order of their keys; frames numbered 0, after them, name
//	                 the files of the register: the key is the name of the file, the
//	                 value the SHA-256 of its bytes
//	{…}              a Foot, as JSON in one line: how many there are, and the SHA-256
//	                 of every byte before it
//
// The files lie beside the backups, each once, in files/ab/abcdef…, named by the
// SHA-256 of their bytes.
const first = "yttra-backup 1\n"

// Folder is the name of the folder with the backups, in that of the register.
const Folder = "backups"

// Suffix ends the name of every backup, and part that of one that is being written.
const (
	Suffix = ".backup"
	part   = ".part"
)

// Header says what a backup is of.
type Header struct {
	Made     time.Time       `json:"made"`
	Kind     app.BackupKind  `json:"kind"`             // why it was made
	Register string          `json:"register"`         // identity of the register; all its backups have the same
	Schema   int             `json:"schema"`           // of the records
	Seq      uint64          `json:"seq"`              // number of the last change in it
	Program  string          `json:"program"`          // that made it
	Matters  int             `json:"matters"`          // in the list
	Bin      int             `json:"bin"`              // and in the bin
	Erased   int             `json:"erased,omitempty"` // matters that were taken out of it since it was made
	Trail    app.TrailHead   `json:"trail"`            // where the trail ended
	Keys     json.RawMessage `json:"keys,omitempty"`   // what opens an encrypted register, with its passphrase
}

// Foot ends a backup that was written to its end.
type Foot struct {
	Records int    `json:"records"`
	Files   int    `json:"files"`
	FilesAt int64  `json:"files_at"` // byte where the frames that name them begin
	Bytes   int64  `json:"bytes"`    // before the foot
	SHA256  string `json:"sha256"`   // of them
}

// Info is a backup in a folder.
type Info struct {
	Path   string
	Header Header // what is known of it also when it is damaged
	Foot   Foot
	Size   int64 // bytes of the file itself
	Fault  error // nil: head and foot are as they ought to be
}

// NameOf is the name of a backup's file: its day, and the number of its last change,
// so that names stand in the order the backups were made, whatever the clock said.
func NameOf(h Header) string {
	return fmt.Sprintf("%s_%012d%s", h.Made.Format(time.DateOnly), h.Seq, Suffix)
}

// named reads what the name of a backup says; ok is false when it is no backup's.
func named(name string) (h Header, ok bool) {
	base, ok := strings.CutSuffix(name, Suffix)
	day, seq, cut := strings.Cut(base, "_")
	if !ok || !cut {
		return h, false
	}
	made, err := time.ParseInLocation(time.DateOnly, day, time.Local)
	if err != nil {
		return h, false
	}
	h.Made = made
	h.Seq, err = strconv.ParseUint(seq, 10, 64)
	return h, err == nil
}

// fileIn is where the bytes with a sum lie in a folder of backups.
func fileIn(dir, sum string) string { return filepath.Join(dir, "files", sum[:2], sum) }

// isSum reports whether s is a SHA-256 in hexadecimal.
func isSum(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == sha256.Size && s == strings.ToLower(s)
}

// bad is damage of a backup, and says what was found.
func bad(path, what string, args ...any) error {
	return &app.Problem{Code: app.CodeBackup, What: filepath.Base(path), Err: fmt.Errorf(what, args...)}
}

// unread is a file that could not be read or written.
func unread(path string, err error) error {
	if err == nil || app.ProblemOf(err) != nil || errors.Is(err, context.Canceled) {
		return err
	}
	return &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
}

var errEnded = errors.New("the backup is written already")
