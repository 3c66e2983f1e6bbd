package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/backup"
	"yttra/app/store/seal"
)

// view is a backup that is looked into, beside the register as it is now. Matters are
// read by the code that reads those of a register: their records are laid into one in
// memory, when they are asked for.
type view struct {
	archive *backup.Archive
	whole   bool      // then has all records: they were written in another way than now
	then    *register // otherwise in memory, with a folder of its own for annexes
	changes app.BackupChanges
	files   map[string]string // of the backup: sums by name
	about   app.Backup
}

// OpenBackup reads a backup to look into.
func (r *register) OpenBackup(ctx context.Context, path string, step func(done, total int)) (app.BackupView, error) {
	v, err := r.openBackup(ctx, path, step)
	if err != nil {
		return nil, fmt.Errorf("open backup: %w", coded(err, app.CodeNoFile, path))
	}
	return v, nil
}

func (r *register) openBackup(ctx context.Context, path string, step func(done, total int)) (v *view, err error) {
	v = &view{}
	defer func() {
		if err != nil {
			_ = v.Close()
			v = nil
		}
	}()
	defer caught(&err, r.dir)
	about := backup.Look(path)
	if err := readable(about); err != nil {
		return v, err
	}
	if v.archive, err = backup.Open(ctx, path, step); err != nil {
		return v, err
	}
	v.about = r.noted().backup(v.archive.Info)
	if v.files, err = backup.FileList(v.archive.Info); err != nil {
		return v, err
	}
	box, err := r.boxOf(about)
	if err != nil {
		return v, err
	}
	dir, err := os.MkdirTemp(r.dir, lookFolder+"*")
	if err != nil {
		return v, err
	}
	v.then = &register{dir: dir, box: box}
	if about.Header.Schema < Schema { // all of it is written as it is now
		v.whole = true
		if err := materialise(ctx, v.archive.Info, dir, nil, nil); err != nil {
			return v, err
		}
		if v.then, err = openFolder(dir, r.o, r.reserve); err != nil {
			v.then = &register{dir: dir}
			return v, err
		}
	} else if v.then.db, err = badger.Open(options("").WithInMemory(true)); err != nil {
		v.then.db = nil
		return v, err
	}
	v.changes, err = r.compare(v)
	return v, err
}

// readable refuses a backup that is damaged, and one of a newer version.
func readable(b backup.Info) error {
	switch {
	case b.Fault != nil:
		return b.Fault
	case b.Header.Schema > Schema:
		return &app.Problem{Code: app.CodeNewer, What: filepath.Base(b.Path), Where: fmt.Sprintf("schema %d", b.Header.Schema)}
	}
	return nil
}

// boxOf is what opens the records of a backup. It fails with CodeBackupOther when they
// are encrypted in another way than the register.
func (r *register) boxOf(info backup.Info) (seal.Box, error) {
	switch {
	case len(info.Header.Keys) == 0:
		return seal.Box{}, nil
	case !r.ours(info.Header):
		return seal.Box{}, &app.Problem{Code: app.CodeBackupOther, What: filepath.Base(info.Path)}
	}
	return r.box, nil
}

// Backup describes the backup.
func (v *view) Backup() app.Backup { return v.about }

// Changes tells what would become of the register.
func (v *view) Changes() app.BackupChanges { return v.changes }

// Close lets go of the backup.
func (v *view) Close() (err error) {
	if v.archive != nil {
		err = v.archive.Close()
	}
	if v.then == nil {
		return err
	}
	if v.whole && v.then.db != nil {
		err = errors.Join(err, v.then.Close())
	} else if v.then.db != nil {
		err = errors.Join(err, v.then.db.Close())
	}
	return errors.Join(err, os.RemoveAll(v.then.dir))
}

// Load gives a matter as it was.
func (v *view) Load(id string) (*app.Matter, app.Revision, error) {
	if v.whole {
		return v.then.Load(id)
	}
	if err := v.bring(id); err != nil {
		return nil, app.Revision{}, fmt.Errorf("load from backup: %w", coded(err, app.CodeBackup, filepath.Base(v.about.Path)))
	}
	return v.then.Load(id)
}

// each calls fn with the records under a prefix.
func (v *view) each(prefix []byte, fn func(key, sealed []byte) error) (err error) {
	if !v.whole {
		return v.archive.Each(prefix, fn)
	}
	return v.then.view(func(t tx) error {
		t.each(string(prefix), func(item *badger.Item) {
			if err == nil {
				err = item.Value(func(sealed []byte) error { return fn(item.KeyCopy(nil), slices.Clone(sealed)) })
			}
		})
		return err
	})
}

// get gives a record; ok is false when there is none.
func (v *view) get(key []byte) (sealed []byte, ok bool, err error) {
	err = v.each(key, func(k, s []byte) error {
		if string(k) == string(key) {
			sealed, ok = s, true
		}
		return nil
	})
	return sealed, ok, err
}

// bring lays the records of a matter into the register in memory, and the files that
// they name beside it.
func (v *view) bring(id string) error {
	box := v.then.box
	b := v.then.db.NewWriteBatch()
	defer b.Cancel()
	for _, prefix := range [][]byte{keyHead(box, id), keyRevisions(box, id), keyParts(box, id)} {
		err := v.archive.Each(prefix, func(key, sealed []byte) error {
			if string(prefix) == string(keyHead(box, id)) && len(key) != len(prefix) {
				return nil // another matter, whose name only begins alike
			}
			return b.Set(key, sealed)
		})
		if err != nil {
			return err
		}
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return v.then.view(func(t tx) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		var rec record
		if err := t.must(keyRev(box, id, h.Number), &rec); err != nil {
			return err
		}
		for _, sum := range rec.Files {
			err = errors.Join(err, v.bringFile(sum))
		}
		return err
	})
}

func (v *view) bringFile(sum string) error {
	to := fileIn(v.then.dir, v.then.box, sum)
	stored, ok := v.files[strings.ReplaceAll(filepath.ToSlash(to[len(filesIn(v.then.dir))+1:]), "//", "/")]
	if _, err := os.Stat(to); err == nil || !ok {
		return nil // one that is not there leaves its annex without a file
	}
	data, err := disk.Read(backup.Bytes(filepath.Dir(v.about.Path), stored), app.MostAnnex+1<<16)
	if err != nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	return disk.Write(to, data, disk.Private)
}

// placed is a row and where it lies.
type placed struct {
	row app.Row
	bin bool
	is  bool
}

// compare tells what differs between a backup and the register.
func (r *register) compare(v *view) (c app.BackupChanges, err error) {
	then, now, same, err := r.differing(v)
	if err != nil {
		return c, err
	}
	stones, err := r.Erased()
	if err != nil {
		return c, err
	}
	erased := map[string]bool{}
	for _, s := range stones {
		erased[s.ID] = true
	}
	c.Same = same
	for id, was := range then {
		is := now[id]
		m := app.BackupMatter{Then: was.row, Now: is.row, BinThen: was.bin, BinNow: is.bin}
		switch {
		case is.is && is.bin == was.bin && is.row.Revision == was.row.Revision && is.row.Saved.Equal(was.row.Saved):
			c.Same++
		case is.is:
			c.Changed = append(c.Changed, m)
		case erased[id]:
			c.Erased++
		default:
			c.Back = append(c.Back, m)
		}
	}
	for id, is := range now {
		if !then[id].is {
			c.Gone = append(c.Gone, app.BackupMatter{Now: is.row, BinNow: is.bin})
		}
	}
	for _, list := range [][]app.BackupMatter{c.Back, c.Gone, c.Changed} {
		slices.SortFunc(list, func(a, b app.BackupMatter) int {
			return cmp.Or(b.Row().Saved.Compare(a.Row().Saved), cmp.Compare(a.Row().ID, b.Row().ID))
		})
	}
	if c.Profile, err = r.profileDiffers(v); err != nil {
		return c, err
	}
	id, err := r.identity()
	c.Other = id != v.about.Register
	return c, err
}

// differing gives the rows of both that are not the same record, and how many are.
func (r *register) differing(v *view) (then, now map[string]placed, same int, err error) {
	then, now = map[string]placed{}, map[string]placed{}
	alike := map[string]bool{}
	err = r.view(func(t tx) error {
		for _, list := range []string{rows, bin} {
			err := v.each([]byte(list), func(key, sealed []byte) error {
				if item, err := t.t.Get(key); err == nil && item.Value(func(is []byte) error { return equal(is, sealed) }) == nil {
					alike[string(key)] = true
					return nil
				}
				return place(then, v.then.box, list, key, sealed)
			})
			if err != nil {
				return err
			}
			var bad error
			t.each(list, func(item *badger.Item) {
				if bad == nil && !alike[string(item.Key())] {
					bad = item.Value(func(sealed []byte) error { return place(now, r.box, list, item.Key(), sealed) })
				}
			})
			if bad != nil {
				return bad
			}
		}
		return nil
	})
	return then, now, len(alike), err
}

var errDiffers = errors.New("they differ")

func equal(a, b []byte) error {
	if string(a) == string(b) {
		return nil
	}
	return errDiffers
}

func place(into map[string]placed, box seal.Box, list string, key, sealed []byte) error {
	_, body, err := box.Open(key, sealed)
	if err != nil {
		return err
	}
	row, err := newRowReader().read(body)
	if err != nil {
		return damaged(key, err)
	}
	into[row.ID] = placed{row, list == bin, true}
	return nil
}

func (r *register) profileDiffers(v *view) (bool, error) {
	sealed, ok, err := v.get(keyProfile)
	if err != nil {
		return false, err
	}
	was := []byte{}
	if ok {
		if _, was, err = v.then.box.Open(keyProfile, sealed); err != nil {
			return false, err
		}
	}
	is := []byte{}
	err = r.view(func(t tx) error {
		item, err := t.t.Get(keyProfile)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		if err != nil {
			return damaged(keyProfile, err)
		}
		return t.readWith(item, func(_, body []byte) error { is = slices.Clone(body); return nil })
	})
	return string(was) != string(is), err
}

// RestoreMatters brings matters back from a backup.
func (r *register) RestoreMatters(ctx context.Context, path string, ids []string, step func(done, total int)) (n int, err error) {
	v, err := r.openBackup(ctx, path, nil)
	if err != nil {
		return 0, fmt.Errorf("restore from backup: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	for i, id := range ids {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		if err := r.restoreMatter(v, id); err != nil {
			return n, fmt.Errorf("restore from backup: %w", err)
		}
		if n++; step != nil {
			step(i+1, len(ids))
		}
	}
	return n, nil
}

// restoreMatter saves a matter as it was. It becomes the next version of the one that
// is there, so that what is there now is kept too; one that lies in the bin is taken
// out of it.
func (r *register) restoreMatter(v *view, id string) error {
	m, was, err := v.Load(id)
	if err != nil {
		return err
	}
	base := uint64(0)
	err = r.view(func(t tx) error { h, err := t.head(id); base = h.Number; return err })
	if err != nil && app.CodeOf(err) != app.CodeNotFound {
		return err
	}
	row, err := v.row(id)
	if err == nil {
		err = r.letBackOne(id)
	}
	if err != nil {
		return err
	}
	_, err = r.Save(app.Change{Matter: m, Tally: row.Tally, Base: base, Packs: was.Packs, At: r.now(), Why: app.WhyRestored,
		Events: []app.Event{{Action: app.ActBackupRestored, About: fmt.Sprint(v.about.Seq)}}})
	if err != nil {
		return err
	}
	if err := r.Unremove(id); app.CodeOf(err) != app.CodeNotFound {
		return err
	}
	return nil
}

// row is the row of a matter in the backup.
func (v *view) row(id string) (app.Row, error) {
	for _, list := range []string{rows, bin} {
		key := keyRow(v.then.box, list, id)
		sealed, ok, err := v.get(key)
		if err != nil || !ok {
			continue
		}
		into := map[string]placed{}
		err = place(into, v.then.box, list, key, sealed)
		return into[id].row, err
	}
	return app.Row{}, &app.Problem{Code: app.CodeNotFound, What: id}
}
