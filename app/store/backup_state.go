package store

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/backup"
)

// backups is what an open register knows of its backups.
type backups struct {
	dir     string     // where they lie; empty: with the register
	spare   string     // is not let go: it is being restored
	running sync.Mutex // one backup, rotation or copy at a time
	mu      sync.Mutex // note is read or changed
	note    backupNote
	read    bool // note has been read from its file
	ended   context.Context
	end     context.CancelFunc // stops what is running
}

// backupNote is kept beside the backups (state.json). All of it but the second place
// could be found out again.
type backupNote struct {
	Second   string               `json:"second,omitempty"`
	State    app.SecondState      `json:"second_state,omitempty"`
	Latest   time.Time            `json:"second_latest,omitzero"`
	Copied   []string             `json:"second_has,omitempty"` // names of the backups that lie there
	Program  string               `json:"program,omitempty"`    // that had the register open last
	Verified map[string]time.Time `json:"verified,omitempty"`   // by name
	Fault    *app.BackupFault     `json:"fault,omitempty"`
	Fewer    bool                 `json:"fewer,omitempty"`
	Erased   time.Time            `json:"erased,omitzero"`
	Others   bool                 `json:"others,omitempty"` // backups under another key, or none, are not to stay at the second place
	Gone     []string             `json:"gone,omitempty"`   // names of erased matters that lie in no backup here any more
	Stale    bool                 `json:"stale,omitempty"`  // the second place may still have some of them
}

func backupsIn(dir string) string { return filepath.Join(dir, backup.Folder) }

// backupDir is where the backups of a register lie.
func (r *register) backupDir() string {
	if r.backups.dir != "" {
		return r.backups.dir
	}
	return backupsIn(r.dir)
}

func (r *register) noteFile() string { return filepath.Join(r.backupDir(), "state.json") }

// now is what the clock says.
func (r *register) now() time.Time { return tx{now: r.o.Now}.clock() }

// noted gives what is known; a file that is gone or damaged is nothing known.
func (r *register) noted() backupNote {
	b := &r.backups
	b.mu.Lock()
	defer b.mu.Unlock()
	r.readNote()
	n := b.note
	n.Verified = maps.Clone(n.Verified)
	return n
}

func (r *register) readNote() {
	if b := &r.backups; !b.read {
		b.read = true
		if data, err := os.ReadFile(r.noteFile()); err != nil || json.Unmarshal(data, &b.note) != nil {
			b.note = backupNote{}
		}
		if b.note.Verified == nil {
			b.note.Verified = map[string]time.Time{}
		}
	}
}

// notes changes what is known, and writes it.
func (r *register) notes(change func(*backupNote)) error {
	b := &r.backups
	b.mu.Lock()
	defer b.mu.Unlock()
	r.readNote()
	before, err := json.Marshal(b.note)
	if err != nil {
		return err
	}
	change(&b.note)
	data, err := json.Marshal(b.note)
	if err != nil || string(data) == string(before) {
		return err
	}
	if err := os.MkdirAll(r.backupDir(), 0o700); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
	}
	return disk.Write(r.noteFile(), append(data, '\n'), disk.Private)
}

// BackupState tells what there is.
func (r *register) BackupState() (app.BackupState, error) {
	n := r.noted()
	out := app.BackupState{Fault: n.Fault, Fewer: n.Fewer, Erased: n.Erased, Second: app.SecondPlace{Folder: n.Second, State: n.State, Latest: n.Latest}}
	all, err := backup.List(r.backupDir())
	for _, b := range all {
		out.List = append(out.List, n.backup(b))
	}
	out.Second.Stale = n.Stale
	left, err2 := r.toErase()
	out.Erase = len(left)
	return out, errors.Join(err, err2)
}

// backup describes one for the world.
func (n backupNote) backup(b backup.Info) app.Backup {
	h, name := b.Header, filepath.Base(b.Path)
	return app.Backup{Path: b.Path, Made: h.Made, Kind: h.Kind, Seq: h.Seq, Schema: h.Schema, Program: h.Program, Register: h.Register, Matters: h.Matters,
		Bin: h.Bin, Erased: h.Erased, Size: b.Size, Verified: n.Verified[name], Second: slices.Contains(n.Copied, name), Fault: b.Fault, Trail: h.Trail}
}

// BackupSeen notes that somebody has been told of the fault.
func (r *register) BackupSeen() error {
	return r.notes(func(n *backupNote) {
		if n.Fault != nil {
			f := *n.Fault
			f.Seen = true
			n.Fault = &f
		}
	})
}

// VerifyBackup reads all of a backup. What is found is noted of one that lies here.
func (r *register) VerifyBackup(ctx context.Context, path string, step func(done, total int)) error {
	_, err := backup.Verify(ctx, path, filepath.Dir(path), step)
	if err == nil && filepath.Dir(path) == r.backupDir() {
		err = r.notes(func(n *backupNote) { n.Verified[filepath.Base(path)] = r.now() })
	}
	return err
}

// work begins something with the backups: one thing at a time, stopped when the
// register is closed. done is to be called when it is over.
func (r *register) work(ctx context.Context) (_ context.Context, done func()) {
	b := &r.backups
	b.running.Lock()
	b.mu.Lock()
	if b.ended == nil {
		b.ended, b.end = context.WithCancel(context.Background())
	}
	ended := b.ended
	b.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(ended, cancel)
	return ctx, func() {
		stop()
		cancel()
		b.running.Unlock()
	}
}

// endBackups stops what is running, waits for it, and lets nothing more begin.
func (r *register) endBackups() {
	b := &r.backups
	b.mu.Lock()
	if b.ended == nil {
		b.ended, b.end = context.WithCancel(context.Background())
	}
	b.end()
	b.mu.Unlock()
	b.running.Lock()
	defer b.running.Unlock()
}

// bytesUnder is how many bytes the files under a folder take.
func bytesUnder(dir string) (size int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}
