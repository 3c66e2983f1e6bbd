package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// Restore puts the whole of a backup in the place of the register in a folder, which is
// closed and may be empty, or damaged. A backup of what is there is made first, as far
// as it can be read; its trail goes on, with the restore as an entry, and what was
// erased stays so. It fails with CodeBackup, CodeNewer, CodeBackupOther or as Open does;
// then the register is as it was. No backup is changed.
func Restore(ctx context.Context, dir, path string, o Options) (err error) {
	now, err := present(dir, o)
	if err == nil {
		err = errors.Join(now.restore(ctx, path, o.step), now.leave())
	}
	if err != nil {
		return fmt.Errorf("restore: %w", coded(err, app.CodeNoFile, dir))
	}
	return nil
}

// RestoreAll is Restore of this register, which is closed when it succeeds.
func (r *register) RestoreAll(ctx context.Context, path string, step func(app.Step, int, int)) error {
	steps := func(s app.Step) func(done, total int) { return func(done, total int) { step(s, done, total) } }
	err := r.restore(ctx, path, steps)
	if err == nil || r.db.IsClosed() {
		err = errors.Join(err, r.leave())
	}
	if err != nil {
		return fmt.Errorf("restore: %w", coded(err, app.CodeNoFile, r.dir))
	}
	return nil
}

// restore makes the register that a backup is of, and puts it in the place of this one.
// Until that is decided this one is as it was, and open.
func (r *register) restore(ctx context.Context, path string, step func(app.Step) func(done, total int)) (err error) {
	defer caught(&err, r.dir)
	info, err := backup.Verify(ctx, path, filepath.Dir(path), step(app.StepVerify))
	if err == nil {
		err = errors.Join(readable(info), r.fits(info))
	}
	if err == nil {
		err = r.backUpBefore(ctx, info.Path, step(app.StepBackup))
	}
	if err != nil {
		return err
	}
	to := restoredIn(r.dir)
	defer func() {
		r.spare("")
		if _, undecided := os.Lstat(swapIn(r.dir)); err != nil && undecided != nil {
			_ = undone(r.dir)
		}
	}()
	if err := undone(r.dir); err != nil {
		return err
	}
	if err := room(r.dir, r.reserve+uint64(3*info.Size)+uint64(bytesUnder(filepath.Join(filepath.Dir(path), "files"))), app.CodeBackupRoom); err != nil {
		return err
	}
	keys, err := r.keysAfter(info)
	if err != nil {
		return err
	}
	if err := materialise(ctx, info, to, keys, step(app.StepRestore)); err != nil {
		return err
	}
	if err := r.settle(ctx, info, to, step(app.StepBackup)); err != nil {
		return err
	}
	if err := moveFiles(filesIn(to), filesIn(r.dir)); err != nil {
		return err
	}
	r.forgetLatest() // what takes its place goes on by its own numbers
	if err := r.release(); err != nil {
		return err
	}
	return decideSwap(r.dir, r.now())
}

func (o Options) step(s app.Step) func(done, total int) {
	return func(done, total int) {
		if o.Tell != nil {
			o.Tell(s, done, total)
		}
	}
}

// present opens the register that is to be replaced. One that cannot be opened for
// damage, or for want of its keys, is locked all the same; what is left of it is kept
// aside.
func present(dir string, o Options) (*register, error) {
	r, err := openFolder(dir, o, reserve)
	switch app.CodeOf(err) {
	case app.CodeDamaged, app.CodeUnreadable, app.CodeKeysGone:
		r = &register{dir: dir, reserve: reserve, o: o}
		return r, enter(r)
	}
	return r, err
}

// spare keeps a backup from being let go.
func (r *register) spare(path string) {
	r.backups.running.Lock()
	defer r.backups.running.Unlock()
	r.backups.spare = path
}

// backUpBefore makes a backup of what is about to be replaced, as far as it is whole.
func (r *register) backUpBefore(ctx context.Context, path string, step func(done, total int)) error {
	r.spare(path)
	if r.db == nil {
		return nil
	}
	ctx, done := r.work(ctx)
	defer done()
	if due, err := r.backupDue(); err == nil && !due && r.seq() <= 1 {
		return nil // there is nothing in it
	}
	_, _, err := r.backUp(ctx, app.BackupBefore, step)
	if app.CodeOf(err) == app.CodeDamaged {
		return nil
	}
	return err
}

// release closes what is to be replaced, and keeps the register locked.
func (r *register) release() (err error) {
	r.endBackups()
	r.tidying.Wait()
	r.writing.Lock()
	defer r.writing.Unlock()
	if r.db != nil {
		err = r.db.Close()
	}
	if r.journal != nil {
		err = errors.Join(err, r.journal.Close())
		r.journal = nil
	}
	return err
}

// leave lets go of the register, whether it was replaced or not.
func (r *register) leave() error {
	if r.db != nil && !r.db.IsClosed() {
		return r.Close()
	}
	return r.letGo()
}

// fits refuses a backup that is locked in another way than a register that has
// anything in it.
func (r *register) fits(info backup.Info) error {
	if r.db == nil || r.seq() <= 1 {
		return nil
	}
	if !r.ours(info.Header) {
		return &app.Problem{Code: app.CodeBackupOther, What: filepath.Base(info.Path)}
	}
	return nil
}

// keysAfter are the keys of what is restored: those of the register, whose passphrase
// may have been changed since, or those that came with the backup.
func (r *register) keysAfter(info backup.Info) ([]byte, error) {
	if r.db != nil && r.seq() > 1 {
		return keysFor(r.dir)
	}
	return info.Header.Keys, nil
}

// materialise writes the records and files of a backup into a folder, as a register
// that was closed whole.
func materialise(ctx context.Context, info backup.Info, to string, keys []byte, step func(done, total int)) (err error) {
	if err := os.MkdirAll(dataIn(to), 0o700); err != nil {
		return err
	}
	db, err := openBadger(options(dataIn(to)))
	if err != nil {
		return err
	}
	if err = errors.Join(fill(ctx, db, info, to, step), db.Close()); err != nil {
		return err
	}
	if len(keys) > 0 {
		if err := disk.Write(keysIn(to), keys, disk.Private); err != nil {
			return err
		}
	}
	if err := writeMark(to, mark{Schema: info.Header.Schema, Keys: keyOf(info.Header)}); err != nil {
		return err
	}
	return writeClean(to, info.Header.Seq, cleanMark{})
}

// fill writes what is in a backup, and reckons that nothing is missing.
func fill(ctx context.Context, db *badger.DB, info backup.Info, to string, step func(done, total int)) error {
	w := db.NewWriteBatch()
	defer w.Cancel()
	var got, want total
	_, err := backup.Read(ctx, info.Path, backup.Contents{Step: step,
		Record: func(key, sealed []byte) error {
			if string(key) != string(keyApplied) {
				got.come(sealed)
			} else if _, s, err := openApplied(sealed); err != nil {
				return err
			} else {
				want = s
			}
			return w.Set(key, sealed)
		},
		File: func(name, sum string) error {
			at := filepath.Join(filesIn(to), filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
				return err
			}
			return duplicate(backup.Bytes(filepath.Dir(info.Path), sum), at)
		}})
	if err != nil {
		return err
	}
	if info.Header.Schema == Schema && !want.unknown && got != want {
		return &app.Problem{Code: app.CodeBackup, What: filepath.Base(info.Path), Err: fmt.Errorf("%d records, %d were noted", got.records, want.records)}
	}
	return w.Flush()
}

// duplicate copies a file and forces it to the disk.
func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return disk.Stream(to, disk.Private, func(f *os.File) error { _, err := io.Copy(f, in); return err })
}

// settle makes what was restored the next state of the register that was there: its
// changes are numbered on, its trail goes on, what was erased goes, and it is backed up.
func (r *register) settle(ctx context.Context, info backup.Info, to string, step func(done, total int)) (err error) {
	there := r.db != nil && r.seq() > 1
	o := r.o
	o.Tell, o.known = nil, r.keyOf(o)
	next, err := openFolder(to, o, reserve)
	if err != nil && !there && app.CodeOf(err) == app.CodeNeedsKey {
		return nil // whoever has the passphrase goes on from there
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, next.Close(), emptied(journalIn(to))) }()
	next.backups.dir, next.backups.spare = backupsIn(r.dir), info.Path
	if err := next.numberOn(r); err != nil {
		return err
	}
	if err := disk.Write(numberedIn(r.dir), strconv.AppendUint(nil, next.seq(), 10), disk.Private); err != nil {
		return err
	}
	if there {
		if err := next.takeTrail(ctx, r); err != nil {
			return err
		}
	}
	if err := errors.Join(next.letBack(), next.finishAll()); err != nil {
		return err
	}
	// Backed up twice, so that should the latest be damaged the one before it is of this
	// register too, and not of the one that was there.
	if _, _, err := next.backUp(ctx, app.BackupRestored, step); err != nil {
		return err
	}
	if err := next.Record(app.Event{Action: app.ActBackupRestored, About: fmt.Sprint(info.Header.Seq)}); err != nil {
		return err
	}
	_, _, err = next.backUp(ctx, app.BackupRestored, step)
	return err
}

// numberOn lets the changes of a restored register follow on every change that the
// register before it has had: what is later is told by the number.
func (r *register) numberOn(before *register) error {
	last := r.seq()
	if before.db != nil {
		last = max(last, before.seq())
	}
	all, err := backup.List(backupsIn(before.dir))
	if err != nil {
		return err
	}
	for _, b := range all {
		last = max(last, b.Header.Seq)
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	r.applied = last + 1 // no backup that is there has this number
	return r.journal.Skip(r.applied)
}

// mostTaken is how many records are taken over in one change.
const mostTaken = 500

// takeTrail takes over what belongs to the register and not to a moment of it: its
// trail, its identity and what was erased.
func (r *register) takeTrail(ctx context.Context, from *register) error {
	var ops []journal.Op
	err := from.view(func(now tx) error {
		return r.view(func(then tx) error {
			for _, prefix := range lasting {
				more, err := then.becoming(now, prefix)
				if err != nil {
					return err
				}
				ops = append(ops, more...)
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(ops, mostTaken) {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := r.update(func(t tx) error {
			for _, o := range chunk {
				if err := t.putSealed(o); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// lasting are the keys of what no restore takes back.
var lasting = []string{events, string(keyTrail), "said/", string(keyRegister), erased}

// letBack takes away the marks of matters that lay in the bin for their days and are
// here again: only what was erased stays away.
func (r *register) letBack() error {
	stones, err := r.stones()
	for _, s := range stones {
		if s.Expired {
			err = errors.Join(err, r.letBackOne(s.ID))
		}
	}
	return err
}

func (r *register) letBackOne(id string) error {
	return r.update(func(t tx) error {
		var s stone
		if ok, err := t.get(keyErased(t.box, id), &s); err != nil || !ok || !s.Expired {
			return err
		}
		return t.remove(keyErased(t.box, id))
	})
}

// becoming gives what is to be done for the records under a prefix to be those of
// another register.
func (t tx) becoming(now tx, prefix string) (ops []journal.Op, err error) {
	is := map[string]bool{}
	now.each(prefix, func(item *badger.Item) {
		key := item.KeyCopy(nil)
		is[string(key)] = true
		err = errors.Join(err, item.Value(func(sealed []byte) error {
			if old, err := t.t.Get(key); err == nil && old.Value(func(was []byte) error { return equal(was, sealed) }) == nil {
				return nil
			}
			ops = append(ops, journal.Op{Key: key, Value: slices.Clone(sealed)})
			return nil
		}))
	})
	t.each(prefix, func(item *badger.Item) {
		if !is[string(item.Key())] {
			ops = append(ops, journal.Op{Key: item.KeyCopy(nil)})
		}
	})
	return ops, err
}

// putSealed writes a record as it lay elsewhere, or removes it.
func (t tx) putSealed(o journal.Op) error {
	if o.Value == nil {
		return t.remove(o.Key)
	}
	if _, err := seal.Check(o.Key, o.Value); err != nil {
		return err
	}
	t.reckon(o.Key, o.Value)
	*t.ops = append(*t.ops, o)
	return t.t.Set(o.Key, o.Value)
}

// emptied makes a folder an empty one.
func emptied(dir string) error { return errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o700)) }

// moveFiles moves files to those of the register; one that is there already is the same.
func moveFiles(from, to string) error {
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		at := filepath.Join(to, filepath.Base(filepath.Dir(path)), d.Name())
		if checkFile(at) == nil {
			return nil
		}
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			return err
		}
		return errors.Join(os.Rename(path, at), journal.SyncFolder(filepath.Dir(at)))
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
