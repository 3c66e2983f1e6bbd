package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/locks"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// A conversion writes the whole register anew beside itself, in convert/, reads it
// back and backs it up there; only then does the new one take the place of the old, as
// crypt_swap.go tells. Until then nothing of the register is touched, and meanwhile
// nothing can be saved.

func convertIn(dir string) string { return filepath.Join(dir, "convert") }

// converter is a conversion that is going on.
type converter struct {
	r    *register
	ctx  context.Context
	step func(done, total int)
	to   string // the folder where the new register is made
	box  seal.Box
	keys []byte // the new file with the keys; nil: it is not to be encrypted
	keep bool   // the backups from before stay
	name names
	sum  total
	done int
	all  int // records twice, and files
}

// Convert writes the register anew, under a new key or without one.
func (r *register) Convert(ctx context.Context, c app.Conversion, step func(done, total int)) (app.Keeper, error) {
	next, err := r.convert(ctx, c, step)
	if err != nil {
		return nil, fmt.Errorf("convert register: %w", err)
	}
	return next, nil
}

func (r *register) convert(ctx context.Context, c app.Conversion, step func(done, total int)) (app.Keeper, error) {
	if r.dir == "" {
		return nil, &app.Problem{Code: app.CodeInternal, Err: errors.New("a register in memory has no locks")}
	}
	if _, err := r.identity(); err != nil { // the backup needs it, and nothing is written from here on
		return nil, err
	}
	if err := r.stopSaving(true); err != nil {
		return nil, err
	}
	s, err := r.renew(c)
	if err == nil {
		err = r.writeAnew(ctx, c, s, step)
	}
	if err != nil {
		if c.KeyStore {
			s.keys.WithoutKeyStore(r.o.KeyStore)
		}
		clear(s.key)
		return nil, errors.Join(coded(err, app.CodeNotSaved, r.dir), os.RemoveAll(convertIn(r.dir)), r.stopSaving(false))
	}
	before, o := r.secret.keys, r.o
	if err := r.Close(); err != nil { // what it was is in its journal, and in what has been written anew
		return nil, errors.Join(err, os.RemoveAll(convertIn(r.dir)))
	}
	o.known = &s
	next, err := openFolder(r.dir, o, r.reserve)
	if err != nil {
		return nil, err
	}
	before.WithoutKeyStore(o.KeyStore)
	act := app.ActDecrypted
	if c.Encrypt {
		act = app.ActEncrypted
	}
	return next, next.Record(app.Event{Action: act})
}

// stopSaving lets nothing be saved, or lets it again.
func (r *register) stopSaving(stop bool) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	if stop && (r.converting || r.db.IsClosed()) {
		return &app.Problem{Code: app.CodeLocked, What: r.dir}
	}
	r.converting = stop
	return nil
}

// renew makes the new data key and its slots.
func (r *register) renew(c app.Conversion) (s keyring, err error) {
	if !c.Encrypt {
		return s, nil
	}
	s.key, s.keys = locks.Fresh()
	if c.Passphrase != nil {
		if s.keys, err = s.keys.WithPassphrase(s.key, c.Passphrase, r.cost()); err != nil {
			return s, err
		}
	}
	if c.KeyStore {
		if r.o.KeyStore == nil {
			return s, &app.Problem{Code: app.CodeNoKeyStore}
		}
		if s.keys, err = s.keys.WithKeyStore(s.key, r.o.KeyStore); err != nil {
			return s, err
		}
		s.here = true
	}
	if len(s.keys.Slots) == 0 {
		return s, errors.New("no way into the register would be left")
	}
	return s, nil
}

// writeAnew makes the new register in convert/ and orders the swap.
func (r *register) writeAnew(ctx context.Context, how app.Conversion, s keyring, step func(done, total int)) (err error) {
	ctx, done := r.work(ctx) // no backup meanwhile
	defer done()
	c := &converter{r: r, ctx: ctx, step: step, to: convertIn(r.dir)}
	if err := os.RemoveAll(c.to); err != nil {
		return err
	}
	if how.Encrypt {
		if c.box, err = seal.NewBox(s.key); err != nil {
			return err
		}
		if c.keys, err = s.keys.Encode(); err != nil {
			return err
		}
	}
	c.keep = how.KeepBackups
	for _, do := range []func() error{c.measure, c.records, c.files, c.prove, c.head, c.backUp, c.rest} {
		if err := do(); err != nil {
			return err
		}
	}
	p := plan{Format: planFormat, Phase: phaseOut, Wipe: how.Encrypt}
	if how.KeepBackups {
		p.Keep = r.beforeFolder()
	}
	return p.write(r.dir)
}

// measure counts what there is to do, and refuses when there is no room for it: the
// new register and its backup lie beside the old for a while.
func (c *converter) measure() error {
	size, files := int64(0), 0
	for _, dir := range []string{dataIn(c.r.dir), filesIn(c.r.dir)} {
		err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return ignoreGone(err)
			}
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
			if dir == filesIn(c.r.dir) {
				files++
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := room(c.r.dir, c.r.reserve+2*uint64(size), app.CodeNotSaved); err != nil {
		return err
	}
	c.all = 2*c.r.total.records + files
	return c.learn()
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// tick tells how far it has come, and ends what was cancelled.
func (c *converter) tick() error {
	if c.done++; c.step != nil && c.done%16 == 0 {
		c.step(min(c.done, c.all), c.all)
	}
	return c.ctx.Err()
}

// records writes every record under its new name and key. Its revision and the number
// of the change that wrote it stay.
func (c *converter) records() (err error) {
	if err := os.MkdirAll(dataIn(c.to), 0o700); err != nil {
		return err
	}
	db, err := openBadger(options(dataIn(c.to)))
	if err != nil {
		return fmt.Errorf("make new records: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	batch := db.NewWriteBatch()
	defer batch.Cancel()
	err = c.r.eachSealed(func(key, sealed []byte) error {
		if string(key) == string(keyApplied) {
			return nil
		}
		h, body, err := c.r.box.Open(key, sealed)
		if err != nil {
			return err
		}
		renamed, err := c.name.of(string(key), body)
		if err != nil {
			return err
		}
		value := c.box.Seal(renamed, h, body)
		c.sum.come(value)
		return errors.Join(batch.Set(renamed, value), c.tick())
	})
	if err != nil {
		return err
	}
	body, err := json.Marshal(c.sum)
	if err != nil {
		return err
	}
	if err := batch.Set(keyApplied, seal.Box{}.Seal(keyApplied, seal.Head{Schema: Schema, Seq: c.r.applied}, body)); err != nil {
		return err
	}
	return batch.Flush()
}

// eachSealed calls fn with every record as it lies there. Both slices are valid only
// in the call.
func (r *register) eachSealed(fn func(key, sealed []byte) error) error {
	return r.view(func(t tx) error { return eachIn(t.t, fn) })
}

func eachIn(t *badger.Txn, fn func(key, sealed []byte) error) error {
	it := t.NewIterator(badger.IteratorOptions{})
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		item := it.Item()
		if err := item.Value(func(sealed []byte) error { return fn(item.Key(), sealed) }); err != nil {
			return err
		}
	}
	return nil
}

// files writes every file of the register anew, and reads it back.
func (c *converter) files() error {
	return c.r.eachFile(func(name, path string) error {
		sealed, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		h, body, err := c.r.box.Open([]byte("file/"+name), sealed)
		if err != nil {
			return err
		}
		sum := sumHex(body)
		to := fileIn(c.to, c.box, sum)
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		if err := disk.Write(to, c.box.Seal(keyFile(c.box, sum), h, body), disk.Private); err != nil {
			return err
		}
		if sealed, err = os.ReadFile(to); err != nil {
			return err
		}
		if _, _, err = c.box.Open(keyFile(c.box, sum), sealed); err != nil {
			return err
		}
		return errors.Join(journal.SyncFolder(filepath.Dir(to)), c.tick())
	})
}

// eachFile calls fn with every file of the register.
func (r *register) eachFile(fn func(name, path string) error) error {
	return filepath.WalkDir(filesIn(r.dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return ignoreGone(err)
		}
		return fn(d.Name(), path)
	})
}

// prove reads every record back, opens it, and holds all against what was written.
func (c *converter) prove() error {
	var seen total
	return c.with(func(n *register) error {
		err := n.eachSealed(func(key, sealed []byte) error {
			if string(key) == string(keyApplied) {
				return nil
			}
			seen.come(sealed)
			_, _, err := c.box.Open(key, sealed)
			return errors.Join(err, c.tick())
		})
		if err == nil && seen != c.sum {
			err = fmt.Errorf("%d records were written and %d read back", c.sum.records, seen.records)
		}
		return err
	})
}

// backUp makes the first backup of the new register, which is read back too. Of what was
// known of backups only the second place goes along: what lies there is let go when it
// is next there, unless it is to be kept.
func (c *converter) backUp() error {
	id, err := c.r.identity()
	if err != nil {
		return err
	}
	return c.with(func(n *register) error {
		h := backup.Header{Made: c.r.now().Round(0), Kind: app.BackupConverted, Register: id, Schema: Schema, Program: c.r.o.Program}
		info, err := n.writeBackup(c.ctx, h, backup.Info{}, nil)
		if err != nil {
			return err
		}
		before := c.r.noted()
		return n.notes(func(note *backupNote) {
			note.Second, note.Program, note.Others = before.Second, before.Program, !c.keep
			if before.Second != "" {
				note.State = app.SecondBehind
			}
			note.Verified[filepath.Base(info.Path)] = c.r.now()
		})
	})
}

// with gives the new register to fn.
func (c *converter) with(fn func(*register) error) error {
	db, err := openBadger(options(dataIn(c.to)))
	if err != nil {
		return fmt.Errorf("read new records: %w", err)
	}
	return errors.Join(fn(&register{db: db, dir: c.to, box: c.box, o: c.r.o}), db.Close())
}

// head writes what lies beside the records: the mark and the keys.
func (c *converter) head() error {
	m := mark{}
	if c.keys != nil {
		k, err := locks.Decode(c.keys)
		if err != nil {
			return err
		}
		m.Keys = k.ID
		if err := writeKeys(c.to, k); err != nil {
			return err
		}
	}
	if err := writeMark(c.to, m); err != nil {
		return err
	}
	return nil
}

// rest says that the new register was closed whole, and forces all of it to the disk.
func (c *converter) rest() error {
	if err := writeClean(c.to, c.r.applied, cleanMark{}); err != nil {
		return err
	}
	for _, dir := range []string{dataIn(c.to), filesIn(c.to), filepath.Join(c.to, backup.Folder), c.to, c.r.dir} {
		if err := ignoreGone(journal.SyncFolder(dir)); err != nil {
			return err
		}
	}
	return nil
}

// beforeFolder is where backups from before are kept.
func (r *register) beforeFolder() string {
	name := "before-" + r.now().Format(time.DateOnly)
	for n := 2; ; n++ {
		if _, err := os.Lstat(filepath.Join(r.dir, name)); err != nil {
			return name
		}
		name = fmt.Sprintf("before-%s-%d", r.now().Format(time.DateOnly), n)
	}
}
