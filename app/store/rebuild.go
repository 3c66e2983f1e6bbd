package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// The truth is the latest backup that is whole, and the journal after it. From them a
// data folder is put together anew. Where they have holes, older backups and what can
// still be read of the damaged folder fill them: of each record the one that was
// written last is taken.

// rebuilt is what putting together gave.
type rebuilt struct {
	backup  time.Time // zero: there was none
	changes int       // from the journal
	rescued int       // records found only elsewhere
	checked checked
	proven  bool     // it comes to what the last change noted: nothing is missing
	bad     []damage // backups and files of the journal that are not whole
}

type damage struct {
	kind   app.DamageKind
	name   string
	detail string
}

// errNothing is a register of which nothing can be read.
var errNothing = errors.New("nothing in it can be read")

// builder puts records into a new data folder.
type builder struct {
	dir   string // of the register
	o     Options
	batch *badger.WriteBatch
	seqs  map[string]uint64 // of each record that is there, or was removed; nil: the order is right anyway
	last  []byte            // meta/applied, the latest
	at    uint64            // its number
	out   rebuilt
	steps int
}

// rebuild makes data.part. It fails with errNothing when there is nothing to make it of.
func rebuild(dir string, o Options) (rebuilt, error) {
	part := dataIn(dir) + partSuffix
	b := &builder{dir: dir, o: o}
	if err := os.RemoveAll(part); err != nil {
		return b.out, err
	}
	if err := os.MkdirAll(part, 0o700); err != nil {
		return b.out, err
	}
	db, err := openBadger(options(part))
	if err != nil {
		return b.out, err
	}
	b.batch = db.NewWriteBatch()
	err = b.fill()
	if err == nil {
		err = b.batch.Flush()
	} else {
		b.batch.Cancel()
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return b.out, err
	}
	if b.last == nil {
		return b.out, errNothing
	}
	return b.out, b.prove(part)
}

// prove reads the new folder. When something is missing in it, what it comes to is
// noted anew: it is all there is.
func (b *builder) prove(part string) (err error) {
	b.out.checked, _, err = b.o.verify(part)
	if errors.Is(err, errChild) || b.out.checked.Bad > 0 {
		return fmt.Errorf("the new folder cannot be read: %w", err)
	}
	if b.out.proven = err == nil && !b.out.checked.Noted.unknown; b.out.proven {
		return nil
	}
	db, err := openBadger(options(part))
	if err != nil {
		return err
	}
	note := sealApplied(b.at, b.out.checked.Counted)
	return errors.Join(db.Update(func(t *badger.Txn) error { return t.Set(keyApplied, note) }), db.Close())
}

// fill gathers everything, the surest first.
func (b *builder) fill() error {
	base, older, err := b.base()
	if err != nil {
		return err
	}
	holes, err := b.gaps(base)
	if err != nil {
		return err
	}
	more := b.beyond(holes)
	if holes || more {
		b.seqs = map[string]uint64{}
	}
	if base != nil {
		b.out.backup = base.Header.Made
		if _, err := backup.Read(context.Background(), base.Path, backup.Contents{Record: b.put}); err != nil {
			return err
		}
		if b.last == nil {
			b.last, b.at = sealApplied(base.Header.Seq, total{unknown: true}), base.Header.Seq
		}
	}
	if b.seqs != nil {
		if err := b.others(base, older); err != nil {
			return err
		}
	}
	if err := b.replay(base); err != nil {
		return err
	}
	if b.last == nil {
		return nil
	}
	return b.batch.Set(bytes.Clone(keyApplied), b.last)
}

// base finds the latest backup that is whole from end to end, and those before it.
func (b *builder) base() (*backup.Info, []backup.Info, error) {
	all, err := backup.List(filepath.Join(b.dir, backup.Folder))
	if err != nil {
		b.bad(app.DamageBackup, backup.Folder, err)
	}
	for _, info := range all {
		_, err := backup.Read(context.Background(), info.Path, backup.Contents{})
		switch {
		case app.CodeOf(err) == app.CodeNewer:
			return nil, nil, err
		case err != nil:
			b.bad(app.DamageBackup, filepath.Base(info.Path), err)
		default:
			return &info, all, nil
		}
	}
	return nil, all, nil
}

func (b *builder) bad(kind app.DamageKind, name string, err error) {
	b.out.bad = append(b.out.bad, damage{kind, name, err.Error()})
}

// gaps reports whether the journal after the backup has holes.
func (b *builder) gaps(base *backup.Info) (bool, error) {
	next := uint64(1)
	if base != nil {
		next = base.Header.Seq + 1
	}
	gap := false
	holes, err := journal.Read(journalIn(b.dir), next-1, func(x journal.Batch) error {
		gap = gap || x.Seq != next
		b.at, next = max(b.at, x.Seq), x.Seq+1
		return nil
	})
	for _, h := range holes {
		b.bad(app.DamageJournal, h.File, &h)
		gap = gap || !h.End
	}
	if base != nil {
		b.at = max(b.at, base.Header.Seq)
	}
	return gap || b.at == 0, err
}

// beyond reports whether the damaged folder has changes that the journal has not.
func (b *builder) beyond(holes bool) bool {
	if holes {
		return true
	}
	found := false
	b.salvage(func(_ []byte, _ []byte, h seal.Head) error {
		found = found || h.Seq > b.at
		return nil
	})
	return found
}

// salvage gives every whole value that can be read of the damaged folder to fn: of
// each key all that are there, old and new.
func (b *builder) salvage(fn func(key, sealed []byte, h seal.Head) error) {
	take := func(e entry) {
		if e.deleted {
			return
		}
		if h, err := seal.Check(e.key, e.value); err == nil {
			_ = fn(e.key, e.value, h)
		}
	}
	tablesIn(dataIn(b.dir)).each(take)
	eachLogged(dataIn(b.dir), take)
}

// others takes from older backups and from the damaged folder what is newer than what
// is there. What the backup no longer had when it was made was removed before.
func (b *builder) others(base *backup.Info, older []backup.Info) error {
	known := uint64(0)
	if base != nil {
		known = base.Header.Seq
	}
	var bad error
	take := func(key, sealed []byte, h seal.Head) error {
		if h.Seq <= known {
			return nil
		}
		err := b.newer(key, sealed, h.Seq)
		bad = errors.Join(bad, err)
		return err
	}
	for _, info := range older {
		if base != nil && info.Path == base.Path {
			continue
		}
		if err := eachWhole(info.Path, take); err != nil {
			return err
		}
	}
	b.salvage(take)
	return bad
}

// eachWhole gives every record of a backup that can be read to fn, also when the
// backup as such is damaged.
func eachWhole(path string, fn func(key, sealed []byte, h seal.Head) error) error {
	f, err := os.Open(path)
	if err != nil {
		return nil // one source less
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil
	}
	frames := journal.NewFrames(f, 0, info.Size())
	for {
		x, err := frames.Next()
		if err == io.EOF {
			return nil
		}
		for _, o := range x.Ops { // none where there is damage
			if h, err := seal.Check(o.Key, o.Value); err == nil {
				if err := fn(o.Key, o.Value, h); err != nil {
					return err
				}
			}
		}
	}
}

// newer puts a record that was written after the one that is there.
func (b *builder) newer(key, sealed []byte, seq uint64) error {
	if old, ok := b.seqs[string(key)]; ok && old >= seq {
		return nil
	}
	b.out.rescued++
	return b.put(key, sealed)
}

// put takes a whole record.
func (b *builder) put(key, sealed []byte) error {
	h, err := seal.Check(key, sealed)
	if err != nil {
		return err
	}
	if h.Schema > Schema {
		return &app.Problem{Code: app.CodeNewer, What: string(key), Where: fmt.Sprintf("schema %d", h.Schema)}
	}
	if b.steps++; b.steps%2000 == 0 && b.o.Tell != nil {
		b.o.Tell(app.StepRebuild, b.steps, 0)
	}
	if string(key) == string(keyApplied) {
		if b.last == nil || h.Seq >= b.at {
			b.last, b.at = bytes.Clone(sealed), h.Seq
		}
		return nil
	}
	if b.seqs != nil {
		b.seqs[string(key)] = h.Seq
	}
	return b.batch.Set(bytes.Clone(key), bytes.Clone(sealed))
}

// replay takes the changes of the journal after the backup, in order.
func (b *builder) replay(base *backup.Info) error {
	after := uint64(0)
	if base != nil {
		after = base.Header.Seq
	}
	_, err := journal.Read(journalIn(b.dir), after, func(x journal.Batch) error {
		b.out.changes++
		for _, o := range x.Ops {
			if err := b.change(x.Seq, o); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func (b *builder) change(seq uint64, o journal.Op) error {
	if old, ok := b.seqs[string(o.Key)]; ok && old > seq {
		return nil
	}
	if o.Value != nil {
		if _, err := seal.Check(o.Key, o.Value); err != nil {
			return nil // the frame was whole: it was written so
		}
		return b.put(o.Key, o.Value)
	}
	if b.seqs != nil {
		b.seqs[string(o.Key)] = seq
	}
	return b.batch.Delete(bytes.Clone(o.Key))
}
