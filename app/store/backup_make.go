package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/app/store/seal"
)

// keyRegister is the record with the identity of the register; it comes with the first
// backup.
var keyRegister = []byte("meta/register")

type identity struct {
	ID string `json:"id"`
}

// BackUp makes a backup out of a snapshot, while saves go on.
func (r *register) BackUp(ctx context.Context, kind app.BackupKind, step func(done, total int)) (app.Backup, bool, error) {
	ctx, done := r.work(ctx)
	defer done()
	b, made, err := r.backUp(ctx, kind, step)
	if err == nil {
		r.toSecond(ctx)
	}
	if err != nil {
		err = fmt.Errorf("back up: %w", coded(err, app.CodeNoFile, r.backupDir()))
	}
	return r.noted().backup(b), made, err
}

func (r *register) backUp(ctx context.Context, kind app.BackupKind, step func(done, total int)) (latest backup.Info, made bool, err error) {
	defer caught(&err, r.dir)
	all, err := backup.List(r.backupDir())
	if err != nil {
		return latest, false, err
	}
	latest, known := newest(all)
	if known && latest.Header.Seq == r.seq() {
		return latest, false, nil
	}
	if err := r.makeRoom(all, latest); err != nil {
		return latest, false, err
	}
	id, err := r.identity()
	if err != nil {
		return latest, false, err
	}
	info, err := r.writeBackup(ctx, backup.Header{Made: r.now().Round(0), Kind: kind, Register: id, Schema: Schema, Program: r.o.Program}, latest, step)
	if err != nil {
		return latest, false, err
	}
	r.writing.Lock()
	r.short = false // this backup has what the journal may lack
	r.writing.Unlock()
	if err := r.notes(func(n *backupNote) { n.Verified[filepath.Base(info.Path)], n.Fault = r.now(), nil }); err != nil {
		return info, true, err
	}
	if err := r.afterBackup(ctx); err != nil && ctx.Err() == nil { // the backup is there all the same
		_ = r.notes(func(n *backupNote) { n.Fault = r.faultOf(coded(err, app.CodeNoFile, r.backupDir()), n.Fault) })
	}
	return info, true, nil
}

// newest is the latest backup that is whole, as far as is known.
func newest(all []backup.Info) (backup.Info, bool) {
	for _, b := range all {
		if b.Fault == nil {
			return b, true
		}
	}
	return backup.Info{}, false
}

// seq is the number of the last change.
func (r *register) seq() uint64 {
	r.writing.Lock()
	defer r.writing.Unlock()
	return r.applied
}

// identity gives the identity of the register, and makes it when it has none.
func (r *register) identity() (string, error) {
	var is identity
	if err := r.view(func(t tx) error { _, err := t.get(keyRegister, &is); return err }); err != nil || is.ID != "" {
		return is.ID, err
	}
	is.ID = app.NewID()
	return is.ID, r.update(func(t tx) error { return t.put(keyRegister, 0, is) })
}

// writeBackup writes all of a snapshot. A record that is missing or damaged makes it
// fail: a backup is whole, or is none.
func (r *register) writeBackup(ctx context.Context, h backup.Header, before backup.Info, step func(done, total int)) (info backup.Info, err error) {
	t := tx{t: r.db.NewTransaction(false), box: r.box}
	defer t.t.Discard()
	var want total
	if h.Seq, want, err = t.applied(); err != nil {
		return info, err
	}
	var c count
	if _, err := t.get(keyCount, &c); err != nil {
		return info, err
	}
	h.Matters, h.Bin = c.Rows, c.Bin
	if h.Trail, err = t.trailEnd(); err != nil {
		return info, err
	}
	if h.Keys, err = keysFor(r.dir); err != nil {
		return info, err
	}
	w, err := backup.Create(r.backupDir(), h)
	if err != nil {
		return info, err
	}
	defer w.Drop()
	got, err := t.copyTo(ctx, w, want.records+1, step)
	if err != nil {
		return info, err
	}
	if got != want && !want.unknown {
		return info, damaged([]byte("backup"), fmt.Errorf("%d records of %d can be read", got.records, want.records))
	}
	if err := r.copyFiles(ctx, w, before); err != nil {
		return info, err
	}
	return w.Finish(ctx)
}

// copyTo gives every record to a backup, as it lies, and reckons what they come to.
func (t tx) copyTo(ctx context.Context, w *backup.Writer, all int, step func(done, total int)) (sum total, err error) {
	o := badger.DefaultIteratorOptions
	o.PrefetchValues = false
	it := t.t.NewIterator(o)
	defer it.Close()
	n := 0
	for it.Rewind(); it.Valid(); it.Next() {
		if n++; n%256 == 0 {
			if err := ctx.Err(); err != nil {
				return sum, err
			}
			if step != nil {
				step(n, max(n, all))
			}
		}
		key := it.Item().Key()
		err := it.Item().Value(func(sealed []byte) error {
			if _, err := seal.Check(key, sealed); err != nil {
				return err
			}
			if string(key) != string(keyApplied) {
				sum.come(sealed)
			}
			return w.Add(key, sealed)
		})
		if err != nil {
			return sum, coded(err, app.CodeDamaged, string(key))
		}
	}
	return sum, nil
}

// copyFiles copies the files of the register. They never change: one that lies with the
// backups is not read again, and takes the place of one that is damaged here.
func (r *register) copyFiles(ctx context.Context, w *backup.Writer, before backup.Info) error {
	root := filepath.Join(r.dir, "files")
	known := map[string]string{}
	if before.Path != "" {
		known, _ = backup.FileList(before) // one that cannot be read knows none
	}
	err := filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !storedFile(d.Name()) {
			return err
		}
		name := path.Join(d.Name()[:2], d.Name())
		if sum, ok := known[name]; ok && w.Has(ctx, name, sum) == nil {
			return nil
		}
		if err := checkFile(at); err != nil {
			return err
		}
		return w.File(ctx, name, at)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// storedFile tells whether a name under files/ is that of a whole file: two letters
// name its folder. What is being written has a point before its name.
func storedFile(name string) bool { return len(name) > 2 && !strings.ContainsAny(name, ".") }

// checkFile tells a file of the register whole.
func checkFile(at string) error {
	sealed, err := os.ReadFile(at)
	if err != nil {
		return err
	}
	_, err = seal.Check([]byte("file/"+filepath.Base(at)), sealed)
	return err
}

// keysFor are the keys of an encrypted register, which go with every backup; nil of
// another.
func keysFor(dir string) ([]byte, error) {
	data, err := os.ReadFile(keysIn(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
